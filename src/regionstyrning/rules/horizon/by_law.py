"""Whether the steps of a cycle are tied to the law that they cite, and leave the law's last day in sight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.law import STANDARD, law_for
from regionstyrning.law.deadlines import RULES as RULES_OF_DUTIES
from regionstyrning.law.deadlines import lawful_period, statutory_day
from regionstyrning.law.held import MAIN
from regionstyrning.model.findings import Severity
from regionstyrning.questions.calendar.own import cycles_of, own_steps
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Law
    from regionstyrning.law.deadlines import StatutoryDay
    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.questions.calendar.cycle import Cycle
    from regionstyrning.questions.calendar.steps import DatedStep

_AS_WRITTEN = re.compile(r"(\d+) kap\. (\d+)")
_LOOSELY = re.compile(r"(?<!\d)(\d{1,2})\s*(?:kap(?:itlet|itel)?\b\.?|:)\s*(\d{1,3})(?!\d)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_OF_THE_MAIN = frozenset({"kap", "kapitel", "kapitlet", "kommunallagen", "kl", "st", "stycket", "första", "andra"})
"""Words of a citation that name no other law than kommunallagen."""

_TERM_YEARS = 4

_NOT_THE_STEPS = Sentence(
    "{title} anger {paragraph}, som inte hålls, men gör vad {nearest} kommunallagen ber om: steget knyts inte till "
    "lagens dag.",
    "{title} cites {paragraph}, which is not held, but does what {nearest} of kommunallagen asks: the step is not tied "
    "to the law's day.",
)


@rule(
    "horizon.steps-cite-the-law-as-written",
    severity=Severity.WARNING,
    lawful=True,
    source="Bibliotekets läsning: ett steg knyts till lagen av den paragraf i kommunallagen som det anger.",
    sentence=Sentence(
        "{title} anger {paragraph}, som inte går att läsa som en paragraf; menas {nearest}? Steget knyts inte till "
        "lagen.",
        "{title} cites {paragraph}, which cannot be read as a paragraph; is {nearest} meant? The step is not tied to "
        "the law.",
    ),
    mending=Sentence(
        "Skriv paragrafen som i lagen, ”11 kap. 10 §”, eller utelämna den.",
        "Write the paragraph as in the law, “11 kap. 10 §”, or leave it out.",
    ),
)
def steps_cite_the_law_as_written(held: Held) -> Iterator[Hit]:
    """
    A paragraph that a step cites must be one that ties it to the law.

    A citation of another law than kommunallagen ties no step, and nothing is said of it; nor of a paragraph
    that the library does not hold, beside a step of which the law is not known to ask anything.
    """
    law = law_for(held.model)
    for cycle in cycles_of(held.model):
        for step in cycle.structure.cycle:
            nearest = _nearest(cycle, step, law)
            if nearest is not None:
                said, sentence = nearest
                words = {"title": step.title, "paragraph": f"”{step.paragraph}”", "nearest": said}
                yield Hit((cycle.structure.id, step.id), words, sentence=sentence)


def _nearest(cycle: Cycle, step: CycleStep, law: Law) -> tuple[str, Sentence | None] | None:
    """The paragraph that is likely meant by one that ties nothing, and what is said of it; None if all is well."""
    cited = step.paragraph or ""
    written, loosely = _AS_WRITTEN.search(cited), _LOOSELY.search(cited)
    if loosely is None or {word.casefold() for word in _WORD.findall(cited)} - _OF_THE_MAIN:
        return None
    if written is None:
        return "{} kap. {} §".format(*loosely.groups()), None
    duty = cycle.duty(evolve(step, paragraph=None))
    if duty is None or written.groups() in _paragraphs(law):
        return None
    return _cited(law.rule(RULES_OF_DUTIES[duty]).provision.paragraph), _NOT_THE_STEPS


def _paragraphs(law: Law) -> set[tuple[str | object, ...]]:
    """Chapter and number of the paragraphs of kommunallagen that are held."""
    own = (rule.provision.paragraph for rule in law.rules.values() if rule.statute.id == MAIN)
    return {found.groups() for each in own if (found := _AS_WRITTEN.search(each)) is not None}


def _cited(paragraph: str) -> str:
    return paragraph[: paragraph.index("§") + 1]


@rule(
    "horizon.own-last-day-is-within-the-law",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 5 kap. 24 § och 11 kap. 8, 10, 16 och 20 §§.",
    sentence=Sentence(
        "{title}: den egna sista dagen är {day}, men lagens är {last}.",
        "{title}: its own last day is {day}, but the law's is {last}.",
    ),
    mending=Sentence("Flytta dagen i årshjulet till lagens eller före.", "Move the day of the cycle to the law's."),
)
def own_last_day_is_within_the_law(held: Held) -> Iterator[Hit]:
    """
    The organ's own last day must not be after the law's.

    It is told once of each step, for the first of the coming four years in which it is so. Of a step with a
    month but no day it is told if the whole month is after; a day that keeps the law by one of two ways to
    count months keeps it. That special reasons may let a budget be later is nothing to plan for: what is done
    then, with its reasons, is for the rules of what was done.
    """
    law, this = law_for(held.model), held.model.as_of.year
    told: set[tuple[str, str]] = set()
    for year in range(this, this + _TERM_YEARS):
        for step in own_steps(held.model, year, STANDARD):
            records = (step.id.split("/")[0], step.record)
            day = _passed(step, law)
            if day is not None and records not in told:
                told.add(records)
                words = {"title": step.title, "day": str(step.on), "last": str(day.last_day)}
                yield Hit(records, words, f"{day.rule.cited}.")


def _passed(step: DatedStep, law: Law) -> StatutoryDay | None:
    """The law's last day, if a step is planned to be done after it."""
    if step.on is None or step.duty is None or step.about is None:
        return None
    day = statutory_day(law, step.duty, step.about, period=lawful_period(law, step.about, step.part))
    earliest = step.on if step.exact else step.on.replace(day=1)
    return day if day is not None and day.keeps(earliest) is False else None


RULES: tuple[Rule, ...] = (steps_cite_the_law_as_written, own_last_day_is_within_the_law)
