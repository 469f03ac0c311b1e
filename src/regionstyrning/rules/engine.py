"""Run rules over a model and gather what they find."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from regionstyrning.errors import FailedPlugin, UnknownId
from regionstyrning.files.places import place_of
from regionstyrning.files.plugins import PluginGroup, own_or_plugin
from regionstyrning.model.dating import known_by_day
from regionstyrning.model.findings import Finding
from regionstyrning.model.steering_model import SteeringModel
from regionstyrning.questions.threads import threads
from regionstyrning.rules import (
    audit,
    codes,
    delegation,
    documents,
    economy,
    finances,
    follow_up,
    geh,
    horizon,
    judged,
    linkage,
    minutes,
    ownership,
    references,
    reporting,
)
from regionstyrning.rules.rule import Held, Hit, Rule
from regionstyrning.text.sentences import Sentence

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *codes.RULES,
    *linkage.RULES,
    *documents.RULES,
    *horizon.RULES,
    *audit.RULES,
    *judged.RULES,
    *follow_up.RULES,
    *finances.RULES,
    *ownership.RULES,
    *economy.RULES,
    *geh.RULES,
    *delegation.RULES,
    *reporting.RULES,
    *minutes.RULES,
)
"""Every rule of the library, by family."""

Profile = tuple[Rule, ...]

PROFILES: Mapping[str, Profile] = {
    "bas": tuple(rule for rule in RULES if rule.lawful),
    "strang": RULES,
}
"""Rules by profile: ``bas`` what breaks law or leads nowhere, ``strang`` also what a revisor would remark on."""


def _profile(value: object) -> Profile | None:
    """A rule or rules of others as a profile, unless one of them has the id of a rule of ours."""
    rules = tuple(value) if isinstance(value, Iterable) else (value,)
    own = all(isinstance(each, Rule) and each.id not in _BY_ID for each in rules)
    return rules if own and rules else None


_BY_ID = {rule.id: rule for rule in RULES}

PLUGINS = PluginGroup(
    name="regionstyrning.rules",
    kind="profile",
    wants=Sentence("en regel, eller flera, med egna id", "a rule, or several, with ids of their own"),
    made=_profile,
    taken=tuple(PROFILES),
)
"""What other packages bring as rules: each name a profile of its own, and none a part of ours."""


def rules_of(rules: str | Iterable[str | Rule]) -> Profile:
    """
    The rules that a profile's name, a rule's id, or several ids or rules stand for.

    Raises:
        FailedPlugin: if a plugin has the name, and cannot be used.
        UnknownId: if no profile and no rule has the name; it names the nearest.
        TypeError: for something else than rules or their ids.
    """
    if isinstance(rules, str):
        return (_BY_ID[rules],) if rules in _BY_ID else _of_profile(rules)
    given: tuple[object, ...] = tuple(rules)  # whatever a type checker has not seen
    return tuple(_rule(each) for each in given)


def _of_profile(name: str) -> Profile:
    try:
        return own_or_plugin(PROFILES, PLUGINS, name)
    except UnknownId as error:
        if isinstance(error, FailedPlugin) or "." not in name:  # as every rule's id has
            raise
        kind = "rule or profile"
        raise UnknownId(kind, name, [*_BY_ID, *PROFILES]) from None


def _rule(given: object) -> Rule:
    if isinstance(given, Rule):
        return given
    if isinstance(given, str):
        if given in _BY_ID:
            return _BY_ID[given]
        kind = "rule"
        raise UnknownId(kind, given, _BY_ID)
    message = f"expected rules or their ids, found {given!r}. The library's own are in regionstyrning.rules.RULES"
    raise TypeError(message)


def check(
    model: SteeringModel, *, on: date | None = None, rules: str | Iterable[str | Rule] = "bas"
) -> tuple[Finding, ...]:
    """
    Look for what breaks the rules, in the model as it held on a day.

    Args:
        model: Any model; a flawed one is what this is for.
        on: The day; the model's own if left out.
        rules: A profile's name (``"bas"``, ``"strang"``, or a plugin's), a rule's id, or several ids or rules.

    Returns:
        Findings, gravest first, then by rule and records. About a model read from TOML they
        can say file and line.

    Raises:
        UnknownId: if no profile and no rule has the name; it names the nearest.
        TypeError: for something else than rules or their ids.

    >>> check(model, rules="strang")
    ()
    """
    day = model.as_of if on is None else on
    held = model.at(day)
    looked = Held(model=held, threads=threads(held), known=known_by_day(model, day))
    found = (_finding(model, rule, hit) for rule, hit in _hits(looked, rules_of(rules)))
    return tuple(sorted(found, key=lambda finding: finding.order))


def _hits(held: Held, rules: Profile) -> Iterator[tuple[Rule, Hit]]:
    by_catalogue: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        if rule.each is None:
            for hit in rule.check(held):
                yield rule, hit
        else:
            by_catalogue[rule.each].append(rule)
    for name, looking in by_catalogue.items():
        for record in getattr(held.model, name):
            for rule in looking:
                for hit in rule.check(record, held):
                    yield rule, hit


def _finding(model: SteeringModel, rule: Rule, hit: Hit) -> Finding:
    """A finding about the model that was asked about, which knows where its records are written."""
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        records=hit.records,
        sentence=hit.sentence or rule.sentence,
        words=tuple(hit.words.items()),
        source=hit.source or rule.source,
        mending=rule.mending,
        place=place_of(model, *hit.records[:2]) if hit.records else None,
    )
