"""Statutes that a model adds: they cannot stand in the place of the law that is shipped, nor against it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from regionstyrning.law import LawRule, packaged
from regionstyrning.model.findings import Severity
from regionstyrning.model.statutes import Act, Effect, Provision, Statute
from regionstyrning.rules.delegation.law_words import in_words
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

OWN = "Bibliotekets läsning: ingen post i en modell kan ändra den lag som följer med."


@rule(
    "delegation.a-statute-is-not-replaced",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    each="statutes",
    sentence=Sentence(
        "{title} har samma id som {other}, som följer med, och räknas inte.",
        "{title} has the id of {other}, which is shipped, and does not count.",
    ),
    mending=Sentence("Ge den ett eget id, eller ta bort den.", "Give it an id of its own, or take it away."),
)
def a_statute_is_not_replaced(statute: Statute, held: Held) -> Iterator[Hit]:  # noqa: ARG001 - every rule is given it
    """A statute that a model adds must not have the id of one that is shipped."""
    for other in packaged().statutes:
        if statute.id == other.id:
            yield Hit((statute.id,), {"title": statute.title, "other": f"{other.title} ({other.number})"})


@rule(
    "delegation.statutes-agree",
    severity=Severity.ERROR,
    lawful=True,
    source=OWN,
    sentence=Sentence(
        "{one}, som modellen lägger till, går inte ihop med {other}.",
        "{one}, which the model adds, does not agree with {other}.",
    ),
    mending=Sentence("Rätta den bestämmelse som modellen lägger till.", "Correct the provision that the model adds."),
)
def statutes_agree(held: Held) -> Iterator[Hit]:
    """What a model adds to the law must not contradict it."""
    added = {statute.id for statute in held.model.statutes} - {statute.id for statute in packaged().statutes}
    if not added:
        return
    rules = [each for each in links_of(held).authority.law.rules.values() if each.in_force(held.model.as_of)]
    for own, against in _contradictions(rules, added):
        words = {"one": own.cited, "other": against.cited}
        yield Hit((own.statute.id,), words, in_words(against))


def _contradictions(rules: Iterable[LawRule], added: set[str]) -> Iterator[tuple[LawRule, LawRule]]:
    """Pairs of which the first is added and says the opposite of the other."""
    by_traits: dict[tuple[Act, frozenset[str]], list[LawRule]] = {}
    for each in rules:
        if each.provision.traits:
            by_traits.setdefault((each.provision.act, frozenset(each.provision.traits)), []).append(each)
    for group in by_traits.values():
        for own, other in permutations(group, 2):
            apart = own.statute.id != other.statute.id and own.statute.id in added
            first = other.statute.id not in added or own.id < other.id
            if apart and first and _contradict(own.provision, other.provision):
                yield own, other


def _contradict(one: Provision, other: Provision) -> bool:
    effects = {one.effect, other.effect}
    if effects == {Effect.RESERVES}:
        return _apart(_takers(one), _takers(other))
    if effects == {Effect.PERMITS, Effect.PROHIBITS}:
        return not _apart(_takers(one), _takers(other)) and not _apart(_givers(one), _givers(other))
    return False


def _takers(provision: Provision) -> set[object]:
    return {*provision.organ_kinds, *provision.position_kinds}


def _givers(provision: Provision) -> set[object]:
    return {*provision.givers, *provision.giver_positions}


def _apart(one: set[object], other: set[object]) -> bool:
    """Whether both name kinds and none in common; who names none means all."""
    return bool(one and other) and one.isdisjoint(other)


RULES: tuple[Rule, ...] = (a_statute_is_not_replaced, statutes_agree)
