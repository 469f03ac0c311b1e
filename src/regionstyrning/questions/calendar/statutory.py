"""The steps of a year that the law sets, and the days on which it is election or a mandate period begins."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.law import election_day, law_for, mandate_period
from regionstyrning.law.deadlines import EXCEPTIONS, StatutoryDay, StatutoryDuty, statutory_days
from regionstyrning.law.mandates import ELECTION, TERMS, VOTERS, voters_counted
from regionstyrning.model.cycle import Action
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.calendar.counted import LastDays
from regionstyrning.questions.calendar.doing import Outcome, done_of_duty
from regionstyrning.questions.calendar.each import told_apart
from regionstyrning.questions.calendar.following import consequence
from regionstyrning.questions.calendar.own import bodies_of, interim_period, own_steps
from regionstyrning.questions.calendar.shown import shown_by_fullmaktige
from regionstyrning.questions.calendar.steps import DatedStep, State, StepKind
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Law, Policies
    from regionstyrning.model.steering_model import SteeringModel

_TITLES = {
    StatutoryDuty.SIZE_SET: Sentence(
        "Fullmäktiges storlek och antal ersättare är bestämda, om de ändras",
        "The size of fullmäktige and the number of substitutes are set, if they change",
    ),
    StatutoryDuty.ANNUAL_REPORT_HANDED: Sentence(
        "Årsredovisningen för {about} är lämnad till fullmäktige och revisorerna",
        "The annual report for {about} is handed to fullmäktige and the auditors",
    ),
    StatutoryDuty.DISCHARGE: Sentence(
        "Ansvarsfriheten för {about} är avgjord, efter att årsredovisningen godkänts",
        "Discharge for {about} is decided, after the annual report is approved",
    ),
    StatutoryDuty.INTERIM_ENDS: Sentence(
        "Sista dag som delårsperioden får sluta på; den tidigaste är den 30 juni",
        "The last day that the interim period may end on; the earliest is 30 June",
    ),
    StatutoryDuty.INTERIM_HANDED: Sentence(
        "Delårsrapporten är lämnad till fullmäktige och revisorerna",
        "The interim report is handed to fullmäktige and the auditors",
    ),
    StatutoryDuty.BUDGET_PROPOSED: Sentence(
        "Styrelsens förslag till budget för {about} är upprättat", "The styrelse has proposed the budget for {about}"
    ),
    StatutoryDuty.AUDITORS_BUDGET_PROPOSED: Sentence(
        "Presidiets förslag till revisorernas budget för {about} är upprättat",
        "The presidium has proposed the auditors' budget for {about}",
    ),
    StatutoryDuty.BUDGET_PROPOSED_LATER: Sentence(
        "Budgetförslaget för {about} om det finns särskilda skäl; skattesatsen föreslogs före oktobers utgång",
        "The budget proposal for {about} if there are special reasons; the tax rate was proposed before November",
    ),
    StatutoryDuty.BUDGET_ADOPTED: Sentence(
        "Fullmäktige har antagit budgeten för {about}", "Fullmäktige has adopted the budget for {about}"
    ),
    StatutoryDuty.TAX_RATE_SET: Sentence(
        "Skattesatsen för {about} är fastställd, även om budgeten dröjer",
        "The tax rate for {about} is set, even if the budget is delayed",
    ),
    StatutoryDuty.BUDGET_ADOPTED_LATER: Sentence(
        "Budgeten för {about} är antagen, om det finns särskilda skäl",
        "The budget for {about} is adopted, if there are special reasons",
    ),
}
_INSTEAD_OF = {
    StatutoryDuty.BUDGET_PROPOSED_LATER: StatutoryDuty.BUDGET_PROPOSED,
    StatutoryDuty.BUDGET_ADOPTED_LATER: StatutoryDuty.BUDGET_ADOPTED,
}
"""The later last days for special reasons, which nothing is left to be done by once the first was kept."""

_INTERIM_ENDS = Sentence("Delårsperioden slutar", "The interim period ends")
_ELECTION = Sentence("Val till fullmäktige", "Election to fullmäktige")
_COUNTED = Sentence(
    "De röstberättigade räknas, för fullmäktiges minsta storlek",
    "Those entitled to vote are counted, for the least size of fullmäktige",
)
_BEGINS = {
    OrganKind.ASSEMBLY: Sentence(
        "Det nyvalda fullmäktige tillträder; det antar budgeten",
        "The newly elected fullmäktige begins; it adopts the budget",
    ),
    OrganKind.BOARD: Sentence(
        "Den nyvalda styrelsen tillträder (huvudregeln)", "The newly elected styrelse begins (main rule)"
    ),
    OrganKind.AUDITORS: Sentence(
        "De nyvalda revisorerna börjar granska fyra år", "The newly elected auditors begin their four years"
    ),
}


def law_steps(model: SteeringModel, year: int, policies: Policies) -> Iterator[DatedStep]:
    """
    The last days that the law sets in a calendar year, with what was done.

    Args:
        model: Any model.
        year: The calendar year.
        policies: How the law is read where it leaves that open.
    """
    law = law_for(model, policies)
    own = own_steps(model, year, policies)
    period = interim_period(model, year)
    made = [_dated(model, law, own, day, known=period is not None) for day in statutory_days(law, year, period=period)]
    in_time = {(step.duty, step.about): step for step in made if step.state is State.IN_TIME}
    for step in made:
        first = None if step.duty is None else in_time.get((_INSTEAD_OF.get(step.duty), step.about))
        yield step if first is None else _moot(step, first)
    yield from _terms(model, law, year)


def _moot(step: DatedStep, first: DatedStep) -> DatedStep:
    """A later last day, which nothing is left to be done by since the first was kept, by what kept it."""
    return evolve(step, state=State.MOOT, done=[each for each in first.done if each.state is State.IN_TIME][:1])


def _dated(model: SteeringModel, law: Law, own: tuple[DatedStep, ...], day: StatutoryDay, *, known: bool) -> DatedStep:
    year = day.counted_to.year
    fulfilling = [step for step in own if step.duty is day.duty and step.about == day.about and step.on is not None]
    planned = max((step.on for step in fulfilling if step.on is not None), default=None)
    days = LastDays(year=year, about=day.about, own=None, statutory=day)
    outcome = done_of_duty(model, law, day.duty, days)
    last = [step for step in fulfilling if step.on == planned]  # what is decided in an earlier one may be preliminary
    outcome = _decided_as_planned(last) if not outcome.done and _is_decided(last) else outcome
    if not outcome.done:
        outcome = shown_by_fullmaktige(model, law, day.duty, days) or outcome
    asked = (*day.rule.provision.organ_kinds, *day.rule.provision.givers)
    made = DatedStep(
        record=day.rule.id,
        law=day.rule.cited,
        source=next(iter(day.rule.provision.sources), None),
        sentence=_INTERIM_ENDS if day.duty is StatutoryDuty.INTERIM_ENDS and known else _TITLES[day.duty],
        words=(("about", str(day.about)),),
        id=f"{day.rule.id}/{year}",
        year=year,
        kind=StepKind.LAW,
        on=day.last_day,
        organs=fulfilling[0].organs if fulfilling else bodies_of(model, asked, day.last_day),
        who=tuple(kind.value for kind in asked),
        document_kind=fulfilling[0].document_kind if fulfilling else None,
        about=day.about,
        duty=day.duty,
        deadline=day.last_day,
        slack_days=None if planned is None else (day.last_day - planned).days,
        roughly=any(step.on == planned and not step.exact for step in fulfilling),
        moved_from=day.counted_to if day.last_day != day.counted_to else None,
        moved_to=day.moved_to if day.day_off is not None else None,
        day_off=day.day_off,
        done=outcome.done,
        state=outcome.state,
        only_if=day.duty in EXCEPTIONS,
    )
    because, words = consequence(law, made)
    return told_apart(model, evolve(made, because=because, because_words=words))


def _is_decided(steps: list[DatedStep]) -> bool:
    """Whether something was decided in a step of the region's own that fulfils the duty."""
    return any(step.done for step in steps if step.action is Action.DECIDES)


def _decided_as_planned(steps: list[DatedStep]) -> Outcome:
    """
    What was decided in the region's own steps that fulfil the duty, against the law's day alone.

    A region may decide its budget in a kind of document that not always holds one; which step fulfils the duty
    it then says by the paragraph.
    """
    (first, *_) = (step for step in steps if step.action is Action.DECIDES and step.done)
    done = tuple(evolve(each, state=_by_law(each.state), days_late=None) for each in first.done)
    return Outcome(done=done, state=_by_law(first.state))


def _by_law(state: State) -> State:
    """What is late by the region's own day alone is in time by the law's."""
    return State.IN_TIME if state is State.LATE else state


def _terms(model: SteeringModel, law: Law, year: int) -> Iterator[DatedStep]:
    """The election of a year, and the mandate periods that begin in it."""
    election = election_day(law, year)
    if election is not None:
        yield _term(model, law, ELECTION, election, _ELECTION, ())
    for counted in (voters_counted(law, year), voters_counted(law, year + 1)):
        if counted is not None and counted.year == year:
            yield _term(model, law, VOTERS, counted, _COUNTED, ())
    for body in TERMS:
        period = mandate_period(law, body, on=date(year, 12, 31))
        first = None if period is None else period.days.first
        if first is not None and first.year == year:
            yield _term(model, law, TERMS[body], first, _BEGINS[body], (body.value,))


def _term(  # noqa: PLR0913, PLR0917 - what a day is made of
    model: SteeringModel, law: Law, id: str, day: date, sentence: Sentence, who: tuple[str, ...]
) -> DatedStep:
    rule = law.rule(id)
    return DatedStep(
        record=id,
        law=rule.cited,
        source=next(iter(rule.provision.sources), None),
        sentence=sentence,
        id=f"{id}/{day.year}/dag",
        year=day.year,
        kind=StepKind.TERM,
        on=day,
        who=who,
        state=State.DONE if day <= model.as_of else State.AHEAD,
    )
