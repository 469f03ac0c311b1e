"""Whether a cycle holds together, and what was done kept to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD
from regionstyrning.model.cycle import Action
from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.findings import Severity
from regionstyrning.questions.calendar.deeds import ADOPTIONS, DISCHARGES, deeds
from regionstyrning.questions.calendar.order import contradictions
from regionstyrning.questions.calendar.own import cycles_of, own_steps
from regionstyrning.questions.calendar.steps import State
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.horizon.looked_at import is_done, put_in_place_of, years_done
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.questions.calendar.deeds import Deed

_CLOSES = ADOPTIONS | DISCHARGES


@rule(
    "horizon.steps-follow-their-order",
    severity=Severity.WARNING,
    source="Bibliotekets läsning: ett steg kan inte vara klart före det som det väntar på.",
    sentence=Sentence(
        "{title} ska vara klart den {day}, men väntar på {before}, som görs tidigast den {first}.",
        "{title} is to be done by {day}, but waits for {before}, which is done on {first} at the earliest.",
    ),
    mending=Sentence("Rätta en av dagarna, eller vad steget väntar på.", "Correct a day, or what the step waits for."),
)
def steps_follow_their_order(held: Held) -> Iterator[Hit]:
    """The steps of a cycle must not contradict their own order."""
    year = held.model.as_of.year
    steps = [step for each in range(year - 2, year + 1) for step in own_steps(held.model, each, STANDARD)]
    for before, step in contradictions(steps):
        if step.year == year:
            words = {"title": step.title, "before": before.title, "day": str(step.on), "first": str(before.earliest)}
            yield Hit((step.id.split("/")[0], step.record), words)


@rule(
    "horizon.reports-are-used",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: en rapport lämnas för att någon ska göra något med den.",
    sentence=Sentence(
        "{title}: inget senare steg i årshjulet väntar på rapporten eller behandlar den.",
        "{title}: no later step of the cycle waits for the report or treats it.",
    ),
    mending=Sentence(
        "Ange vilket steg som använder rapporten, eller sluta lämna den.",
        "State which step uses the report, or stop making it.",
    ),
)
def reports_are_used(held: Held) -> Iterator[Hit]:
    """A report should be used by a later step: one that waits for it, or that treats documents of its kind."""
    for cycle in cycles_of(held.model):
        steps = [each for each in cycle.structure.cycle if is_done(each, held)]
        used = {id for step in steps for id in step.after if id != step.id}
        treated = {step.document_kind for step in steps if step.action in {Action.TREATS, Action.DECIDES}}
        for step in steps:
            by_kind = step.document_kind is not None and step.document_kind in treated
            if step.action is Action.REPORTS and step.id not in used and not by_kind:
                yield Hit((cycle.structure.id, step.id), {"title": step.title})


@rule(
    "horizon.steps-are-done-in-time",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: regionens egen sista dag är till för att hållas.",
    sentence=Sentence(
        "{title}: {organ} var klar den {done}, {count} dagar efter sin egen sista dag, den {last}.",
        "{title}: {organ} was done on {done}, days after its own last day, {last}: {count}.",
    ),
    mending=Sentence("Håll dagen, eller flytta den i årshjulet.", "Keep the day, or move it in the cycle."),
)
def steps_are_done_in_time(held: Held) -> Iterator[Hit]:
    """A step should be done by its own last day."""
    years = {year for known in years_done(held) for year in (known - 1, known)}
    told: set[str] = set()
    for year in sorted(years):
        for step in own_steps(held.known, year, STANDARD):
            for done in step.done:
                if done.state is State.LATE and done.record not in told:
                    told.add(done.record)
                    organ = title_of(held.known, done.organ or "")
                    days = {"done": str(done.on), "count": str(done.days_late), "last": str(step.on)}
                    yield Hit((done.record,), {"title": step.title, "organ": organ, **days})


@rule(
    "horizon.what-is-returned-is-approved",
    severity=Severity.WARNING,
    source="Bibliotekets läsning: det som återremitteras är inte avslutat förrän det beslutas på nytt.",
    sentence=Sentence(
        "{title}, den {day}: inget senare beslut visar att det är avslutat.",
        "{title}, on {day}: no later decision shows that it is closed.",
    ),
    mending=Sentence("Lägg till det senare beslutet, eller ta upp ärendet.", "Add the later decision, or take it up."),
)
def what_is_returned_is_approved(held: Held) -> Iterator[Hit]:
    """
    What is returned for rework must come back and be decided.

    It does so as the same document, or as one put in its place; as the same organ and year, for discharge; as
    another record by itself; and what is about no record as what rules ask for in the same year.
    """
    done = deeds(held.known)
    for deed in done:
        if deed.kind is DecisionKind.RETURNS and deed.on is not None and not _comes_back(deed, done, held):
            yield Hit((deed.record,), {"title": deed.title, "day": str(deed.on)})


def _comes_back(returned: Deed, done: Iterable[Deed], held: Held) -> bool:
    later = (
        each
        for each in done
        if each.kind in _CLOSES and each.on is not None and returned.on is not None and each.on > returned.on
    )
    if returned.document is not None:
        same = {returned.document, *put_in_place_of(returned.document, held)}
        return any(each.document in same for each in later)
    if returned.organ is not None:
        return any(each.organ == returned.organ and each.about == returned.about for each in later)
    about = {decision.id: decision.about for decision in held.known.decisions}
    record, contents = about.get(returned.record), set(returned.contains)
    if record is not None:
        return any(about.get(each.record) == record for each in later)
    return any(each.about == returned.about and not contents.isdisjoint(each.contains) for each in later)


RULES: tuple[Rule, ...] = (
    steps_follow_their_order,
    reports_are_used,
    steps_are_done_in_time,
    what_is_returned_is_approved,
)
