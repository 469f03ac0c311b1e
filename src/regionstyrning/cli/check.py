"""``regionstyrning check``: what breaks the rules, and what does not load."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from regionstyrning.cli.findings import counts_of, findings_text
from regionstyrning.cli.models import FAULTY, place_of
from regionstyrning.cli.options import (
    JSON,
    SARIF,
    TEXT,
    Refused,
    format_option,
    language_option,
    model_argument,
    on_option,
)
from regionstyrning.cli.output import tell, width, write, write_json
from regionstyrning.errors import UnknownId
from regionstyrning.export import sarif
from regionstyrning.files import FaultyFile, load
from regionstyrning.files.plugins import plugins
from regionstyrning.model.findings import Finding, Severity
from regionstyrning.rules import PROFILES, RULES
from regionstyrning.rules import check as checked
from regionstyrning.rules.engine import PLUGINS, rules_of
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.cli.models import Place
    from regionstyrning.rules import Profile
    from regionstyrning.text.sentences import Language

_HEAD = Sentence("{title} [{id}] den {day}, {asked}", "{title} [{id}] on {day}, {asked}")
_PROFILE = Sentence("profilen {profile}", "profile {profile}")
_RULES = Sentence("regler: {count}", "rules: {count}")
_WITH = Sentence("{profile} och {ids}", "{profile} and {ids}")
_BAS = "bas"
_SEVERITIES = {severity.title("en"): severity for severity in Severity}


@click.command()
@model_argument
@click.option(
    "--profile",
    type=click.Choice([*PROFILES, *plugins(PLUGINS).found]),
    show_default="bas",
    help="What to look for: bas is what breaks law or leads nowhere, strang also what a revisor would remark on.",
)
@click.option(
    "--rule",
    "rule_ids",
    metavar="ID",
    multiple=True,
    shell_complete=lambda _ctx, _param, incomplete: [rule.id for rule in RULES if rule.id.startswith(incomplete)],
    help="Ask only this rule; with a profile named, this rule too. May be given several times.",
)
@click.option(
    "--severity",
    type=click.Choice(list(_SEVERITIES)),
    default="warning",
    show_default=True,
    help="The least grave finding that gives exit status 1.",
)
@on_option
@language_option
@format_option(TEXT, JSON, SARIF)
def check(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str,
    profile: str | None,
    rule_ids: tuple[str, ...],
    severity: str,
    on: date | None,
    language: Language,
    format: str,
) -> None:
    """
    Look for what breaks the rules.

    A file that does not load has its faults listed in the same way, and the exit status is 2.
    """
    tell(plugins(PLUGINS).findings)
    rules = _rules(profile, rule_ids)
    place = place_of(model)
    try:
        loaded = load(place.path)
    except FaultyFile as error:
        if format == TEXT:
            write(findings_text(FAULTY.say(language, model=place.name), error.findings, width(), language))
        else:
            _write(error.findings, rules, place, None, language, format)
        raise click.exceptions.Exit(Refused.exit_code) from None
    day = loaded.as_of if on is None else on
    found = checked(loaded, on=day, rules=rules)
    if format == TEXT:
        asked = _asked(profile, rule_ids, language)
        head = _HEAD.say(language, title=loaded.title, id=loaded.id, day=day, asked=asked)
        write(findings_text(head, found, width(), language))
    else:
        _write(found, rules, place, day, language, format)
    gravest = _SEVERITIES[severity].rank
    raise click.exceptions.Exit(int(any(finding.severity.rank <= gravest for finding in found)))


def _asked(profile: str | None, ids: tuple[str, ...], language: Language) -> str:
    """The profile and how many rules are asked beside it, or how many rules alone."""
    if profile is None and ids:
        return _RULES.say(language, count=len(set(ids)))
    said = _PROFILE.say(language, profile=profile or _BAS)
    return _WITH.say(language, profile=said, ids=listed(sorted(set(ids)), language)) if ids else said


def _rules(profile: str | None, ids: tuple[str, ...]) -> Profile:
    """The rules of a profile and those that are named, or the named alone."""
    of_profile = () if profile is None and ids else rules_of(profile or _BAS)
    return (*of_profile, *(rule for rule in _named(ids) if rule not in of_profile))


def _named(ids: tuple[str, ...]) -> Profile:
    if not ids:
        return ()
    brought = (rule for rules in plugins(PLUGINS).found.values() for rule in rules)
    known = {rule.id: rule for rule in (*RULES, *brought)}
    for id in ids:
        if id not in known:
            raise Refused(str(UnknownId("rule", id, known)))
    return tuple(known[id] for id in sorted(set(ids)))


def _write(  # noqa: PLR0913, PLR0917 - what there is to write, and how
    found: tuple[Finding, ...], rules: Profile, place: Place, day: date | None, language: Language, format: str
) -> None:
    """Write findings for a program; the day is None for a model that does not load."""
    if format == JSON:
        write_json(
            {
                "model": place.name,
                "loads": day is not None,
                "on": None if day is None else day.isoformat(),
                "rules": [rule.id for rule in rules],
                "counts": counts_of(found),
                "findings": [_row(finding, language) for finding in found],
            }
        )
    else:
        write_json(sarif(found, rules=rules, folder=place.folder, main=place.main, name=place.name, lang=language))


def _row(finding: Finding, language: Language) -> dict[str, Any]:
    (row,) = finding.to_records()
    return {**row, "text": finding.text(language), "mend": finding.how_to_mend(language)}
