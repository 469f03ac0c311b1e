"""Whether the interim report, the annual report and discharge keep the days of the statutory year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law import law_for
from regionstyrning.law.deadlines import (
    APPROVED_FIRST,
    StatutoryDuty,
    interim_period_is_too_long,
    lawful_period,
    statutory_day,
)
from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.findings import Severity
from regionstyrning.questions.calendar.deeds import DISCHARGES
from regionstyrning.questions.calendar.doing import deeds_of
from regionstyrning.questions.calendar.own import interim_period
from regionstyrning.questions.calendar.parts import of_duty_in_law
from regionstyrning.rules.horizon.looked_at import years_done
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.law import Law
    from regionstyrning.law.deadlines import StatutoryDay
    from regionstyrning.questions.calendar.deeds import Deed

_BY_ANOTHER_COUNT = Sentence(
    "{title}: lämnad den {done}; två månader efter periodens slut var den {last}, eller den {loosely} om tiden "
    "räknas till månadens sista dag.",
    "{title}: handed over on {done}; two months after the end of the period was {last}, or {loosely} if the time is "
    "counted to the last day of the month.",
)
_WHEN = Sentence(
    "{title}: dagen är inte känd ({said}), och årsredovisningen för {year} godkändes den {approved}; vilket som var "
    "först går inte att säga.",
    "{title}: its day is not known ({said}), and the annual report for {year} was approved on {approved}; which was "
    "first cannot be told.",
)
_MEND_DAY = Sentence("Rätta dagen, eller håll tiden nästa gång.", "Correct the day, or keep the time next time.")


@rule(
    "horizon.interim-report-is-handed-over-in-time",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 16 § andra stycket.",
    sentence=Sentence(
        "{title}: lämnad den {done}; sista dagen var den {last}.",
        "{title}: handed over on {done}; the last day was {last}.",
    ),
    mending=_MEND_DAY,
)
def interim_report_is_handed_over_in_time(held: Held) -> Iterator[Hit]:
    """
    The interim report must be handed over within two months from the end of its period.

    A report of less than half the year is one more than the law asks for, and so is one of more than two thirds
    beside one that the law asks for.
    """
    law = law_for(held.model)
    for year in years_done(held):
        for deed in _first_times(_asked_for(law, year, deeds_of(held.known, StatutoryDuty.INTERIM_HANDED, year))):
            period = lawful_period(law, year, deed.period) or interim_period(held.known, year)
            day = statutory_day(law, StatutoryDuty.INTERIM_HANDED, year, period=period)
            yield from _late(deed, day, _BY_ANOTHER_COUNT)


@rule(
    "horizon.annual-report-is-handed-over-in-time",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 20 §.",
    sentence=Sentence(
        "{title}: lämnad den {done}; sista dagen var den {last}.",
        "{title}: handed over on {done}; the last day was {last}.",
    ),
    mending=_MEND_DAY,
)
def annual_report_is_handed_over_in_time(held: Held) -> Iterator[Hit]:
    """The annual report must be handed over by its last day."""
    yield from _late_deeds(held, StatutoryDuty.ANNUAL_REPORT_HANDED)


@rule(
    "horizon.discharge-is-decided-in-time",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 5 kap. 24 §.",
    sentence=Sentence(
        "{title}: beslutat den {done}; sista dagen var den {last}.",
        "{title}: decided on {done}; the last day was {last}.",
    ),
    mending=_MEND_DAY,
)
def discharge_is_decided_in_time(held: Held) -> Iterator[Hit]:
    """Discharge must be decided before the end of June."""
    yield from _late_deeds(held, StatutoryDuty.DISCHARGE)


@rule(
    "horizon.discharge-follows-approval",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 11 kap. 21 §.",
    sentence=Sentence(
        "{title}: beslutat den {done}, innan årsredovisningen godkändes den {approved}.",
        "{title}: decided on {done}, before the annual report was approved on {approved}.",
    ),
    mending=Sentence("Godkänn årsredovisningen först.", "Approve the annual report first."),
)
def discharge_follows_approval(held: Held) -> Iterator[Hit]:
    """The annual report must be approved before discharge is decided."""
    for deed, approvals in _discharges(held):
        # A day in words is the last that it may have been: the approval may then have come first.
        known = all(each.on is not None and each.on_text is None for each in approvals)
        days = [each.on for each in approvals if each.on is not None]
        if known and days and deed.on is not None and deed.on < min(days):
            words = {"title": deed.title, "done": str(deed.on), "approved": str(min(days))}
            yield Hit((deed.record,), words, f"{law_for(held.model).rule(APPROVED_FIRST).cited}.")


@rule(
    "horizon.approval-before-discharge-is-known",
    severity=Severity.NOTE,
    source="KL 11 kap. 21 §.",
    sentence=Sentence(
        "{title}: beslutat den {done}, men när årsredovisningen för {year} godkändes är inte känt; att det var först "
        "går inte att säga.",
        "{title}: decided on {done}, but it is not known when the annual report for {year} was approved; that it was "
        "first cannot be told.",
    ),
    mending=Sentence(
        "Lägg till beslutet att godkänna årsredovisningen.", "Add the decision to approve the annual report."
    ),
)
def approval_before_discharge_is_known(held: Held) -> Iterator[Hit]:
    """Where discharge was decided it should be known when the annual report was approved."""
    cited = f"{law_for(held.model).rule(APPROVED_FIRST).cited}."
    for deed, approvals in _discharges(held):
        days = [each.on for each in approvals if each.on is not None]
        certain = [each.on for each in approvals if each.on is not None and each.on_text is None]
        words = {"title": deed.title, "done": str(deed.on), "year": str(deed.about)}
        if not days or (len(certain) < len(approvals) and deed.on is not None and deed.on < min(days)):
            yield Hit((deed.record,), words, cited)
        elif deed.on_text is not None and deed.on is not None and deed.on >= min(days):
            yield Hit(
                (deed.record,), {**words, "said": deed.on_text, "approved": str(min(days))}, cited, sentence=_WHEN
            )


def _discharges(held: Held) -> Iterator[tuple[Deed, list[Deed]]]:
    """Each decision on discharge whose day is known, and those that approved the annual report of its year."""
    approved_first = law_for(held.model).rule(APPROVED_FIRST)
    for year in years_done(held):
        approvals = deeds_of(held.known, StatutoryDuty.ANNUAL_REPORT_APPROVED, year)
        for deed in deeds_of(held.known, StatutoryDuty.DISCHARGE, year):
            if deed.on is not None and deed.kind in DISCHARGES and approved_first.in_force(deed.on):
                yield deed, [each for each in approvals if each.adopts]


def _asked_for(law: Law, year: int, found: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """What was done with the interim report that the law asks for, or else with one of too long a period."""
    too_long = tuple(
        each for each in found if each.period is not None and interim_period_is_too_long(law, year, each.period)
    )
    return of_duty_in_law(law, StatutoryDuty.INTERIM_HANDED, found) or too_long


def _late_deeds(held: Held, duty: StatutoryDuty) -> Iterator[Hit]:
    law = law_for(held.model)
    for year in years_done(held):
        for deed in _first_times(deeds_of(held.known, duty, year)):
            yield from _late(deed, statutory_day(law, duty, year))


def _first_times(done: Iterable[Deed]) -> Iterator[Deed]:
    """What closed each matter first; who has handed a report over is not late by handing it over again."""
    seen: set[tuple[object, ...]] = set()
    for deed in done:
        matter = (deed.document, deed.organ, deed.period)
        if deed.kind is not DecisionKind.RETURNS and matter not in seen:
            seen.add(matter)
            yield deed


def _late(deed: Deed, day: StatutoryDay | None, uncertain: Sentence | None = None) -> Iterator[Hit]:
    if day is None or deed.on is None or deed.on_text is not None or day.keeps(deed.on):
        return
    words = {"title": deed.title, "done": str(deed.on), "last": str(day.last_day), "loosely": str(day.loosely)}
    sentence = uncertain if day.keeps(deed.on) is None else None
    yield Hit((deed.record,), words, f"{day.rule.cited}.", sentence=sentence)


RULES: tuple[Rule, ...] = (
    interim_report_is_handed_over_in_time,
    annual_report_is_handed_over_in_time,
    discharge_is_decided_in_time,
    discharge_follows_approval,
    approval_before_discharge_is_known,
)
