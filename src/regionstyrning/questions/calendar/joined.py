"""What other parts of a model ask of a year: reports of decisions, deficits, mandates that run out, measures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.errors import InvalidValue
from regionstyrning.law import law_for
from regionstyrning.model.delegation import Frequency
from regionstyrning.model.indicators import Stage
from regionstyrning.questions.authority.reporting import duties
from regionstyrning.questions.calendar.deeds import deeds
from regionstyrning.questions.calendar.steps import DatedStep, Done, State, StepKind
from regionstyrning.questions.economy import restoration_plan
from regionstyrning.questions.economy.telling import together
from regionstyrning.questions.threads import first_source, title_of
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Policies
    from regionstyrning.model.indicators import Outcome, Target
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_REPORT = Sentence("Beslut enligt {count} anmäls", "Decisions on {count_en} are reported")
_ONE = Sentence("Beslut på delegation anmäls: {title}", "A decision on delegation is reported: {title}")
_RESTORED = Sentence(
    "Underskott är återställda: {sv} mnkr efter {seen}", "Deficits are restored: SEK {en} million after {seen}"
)
_ENDS = Sentence("Rätten att besluta löper ut: {title}", "The right to decide runs out: {title}")
_MEASURED = Sentence(
    "Mätt för {about}: {count} med målvärde, varav {left} utan slutligt utfall",
    "Measured for {about}: {count_en} with targets, of which {left} without a final outcome",
)
_SAID = Sentence("{title}", "{title}")

_EXACT = frozenset({Frequency.NEXT_MEETING, Frequency.EACH})
_MANY = frozenset({Frequency.MONTHLY, Frequency.QUARTERLY})

_LANGUAGES: tuple[Language, ...] = ("sv", "en")
_RESTORING = "KL 11 kap. 12 §"


def joined_steps(model: SteeringModel, year: int, policies: Policies) -> Iterator[DatedStep]:
    """
    What the other parts of a model ask of a calendar year.

    Args:
        model: Any model.
        year: The calendar year.
        policies: How the law is read where it leaves that open.
    """
    yield from _reports(model, year, policies)
    yield from _deficits(model, year, policies)
    yield from _mandates(model, year)
    yield from _measures(model, year)


def unplanned(model: SteeringModel, year: int, shown: frozenset[str]) -> Iterator[DatedStep]:
    """The decisions of a year that no step of the cycle or the law is shown by."""
    for deed in deeds(model):
        if deed.on is None or deed.on.year != year or deed.record in shown or deed.on > model.as_of:
            continue
        done = Done(record=deed.record, organ=deed.by, on=deed.on, title=deed.title, state=State.DONE, days_late=None)
        yield DatedStep(
            record=deed.record,
            source=deed.source,
            sentence=_SAID,
            words=(("title", deed.title),),
            id=f"{deed.record}",
            year=year,
            kind=StepKind.DECIDED,
            on=deed.on,
            exact=deed.on_text is None,
            written=deed.on_text,
            organs=() if deed.by is None else (deed.by,),
            who=() if deed.by_kind is None else (deed.by_kind.value,),
            document_kind=deed.document_kind,
            about=deed.about,
            done=(done,),
            state=State.DONE,
        )


def _reports(model: SteeringModel, year: int, policies: Policies) -> Iterator[DatedStep]:
    for due in duties(model, date(year, 1, 1), date(year, 12, 31), policies=policies).steps:
        if due.on is None and due.decision is not None and not _taken_in(model, due.decision, year):
            continue
        decision = None if due.decision is None else model.keyed.get(due.decision)
        ahead = _ahead(model, due.on, year)
        count = len(due.delegations)
        words = (
            ("title", str(getattr(decision, "title", ""))),
            ("count", "1 delegation" if count == 1 else f"{count} delegationer"),
            ("count_en", "1 delegation" if count == 1 else f"{count} delegations"),
        )
        yield DatedStep(
            record=due.decision or due.delegations[0],
            law=due.law,
            source=due.source,
            sentence=_REPORT if decision is None else _ONE,
            words=words,
            id=f"anmalan/{due.organ}/{due.often.value}/{due.decision or ''}/{due.on or year}",
            year=year,
            kind=StepKind.DELEGATION,
            on=due.on,
            exact=due.often in _EXACT,
            many=decision is None and due.often in _MANY,
            organs=(due.organ,),
            moved_from=due.moved_from,
            records=due.delegations,
            state=State.DONE if due.done else ahead,
        )


def _taken_in(model: SteeringModel, id: str, year: int) -> bool:
    decision = model.keyed.get(id)
    return getattr(getattr(decision, "on", None), "year", None) == year


def _deficits(model: SteeringModel, year: int, policies: Policies) -> Iterator[DatedStep]:
    """What must be restored by the end of the year, as the accounts of the last year before the model's day show it."""
    seen = min(model.as_of.year, year) - 1
    if not model.amounts or law_for(model, policies).not_held(date(seen + 1, 1, 1)) is not None:
        return
    try:
        plan = restoration_plan(model, seen, policies=policies)
    except InvalidValue:  # it says of no legal person
        return
    for each in plan.years:
        if each.year == year and any(each.due):
            words = tuple((lang, "–".join(dict.fromkeys(together(each.due, lang)))) for lang in _LANGUAGES)
            yield DatedStep(
                record=plan.about,
                law=_RESTORING,
                source=next((source for decision in plan.decisions for source in decision.sources), None),
                sentence=_RESTORED,
                words=(*words, ("seen", str(seen))),
                id=f"underskott/{year}",
                year=year,
                kind=StepKind.DEFICIT,
                on=date(year, 12, 31),
                organs=(plan.about,),
                about=year,
                state=_ahead(model, date(year, 12, 31), year),
            )


def _mandates(model: SteeringModel, year: int) -> Iterator[DatedStep]:
    """Mandates whose own days end in the year; what ends with a document or a post is for `expiring`."""
    for delegation in sorted(model.delegations, key=lambda each: each.id):
        last = None if delegation.validity is None else delegation.validity.last
        if last is None or last.year != year:
            continue
        takers = (each.position or each.organ for each in delegation.receivers)
        yield DatedStep(
            record=delegation.id,
            source=next(iter(delegation.sources), None),
            sentence=_ENDS,
            words=(("title", listed(title_of(model, id) for id in delegation.matters) or delegation.id),),
            id=f"mandat/{delegation.id}/{year}",
            year=year,
            kind=StepKind.EXPIRES,
            on=last,
            organs=tuple(taker for taker in takers if taker is not None),
            state=State.DONE if last < model.as_of else State.AHEAD,
        )


def _measures(model: SteeringModel, year: int) -> Iterator[DatedStep]:
    """The measures with a target for the year, those without a final outcome as its records."""
    targets = [target for target in model.targets if year in _years(target)]
    if not targets:
        return
    wanted = {target.indicator for target in targets}
    known = {(each.indicator, each.part) for each in model.outcomes if each.year == year and _is_final(model, each)}
    left = sorted({target.indicator for target in targets if (target.indicator, target.part) not in known})
    sources = (source for target in targets for source in target.sources)
    swedish = "1 mått" if len(wanted) == 1 else f"{len(wanted)} mått"
    english = "1 measure" if len(wanted) == 1 else f"{len(wanted)} measures"
    yield DatedStep(
        record=min(wanted),
        source=next(sources, None) or first_source(model, min(wanted)),
        sentence=_MEASURED,
        words=(("about", str(year)), ("count", swedish), ("count_en", english), ("left", str(len(left)))),
        id=f"matning/{year}",
        year=year,
        kind=StepKind.MEASURE,
        on=date(year, 12, 31),
        about=year,
        records=left,
        state=_ahead(model, date(year, 12, 31), year) if left else State.DONE,
    )


def _is_final(model: SteeringModel, outcome: Outcome) -> bool:
    """Whether it is final, says something, and was known on the model's day."""
    known = outcome.known_on is None or outcome.known_on <= model.as_of
    return outcome.stage is Stage.FINAL and outcome.missing is None and known


def _ahead(model: SteeringModel, day: date | None, year: int) -> State:
    """That it is ahead, or that nothing shows it was done."""
    return State.AHEAD if (model.as_of <= day if day is not None else model.as_of.year <= year) else State.NOT_SHOWN


def _years(target: Target) -> set[int]:
    """The years that a target names."""
    return {*(() if target.year is None else (target.year,)), *(each.year for each in target.condition.by_year)}
