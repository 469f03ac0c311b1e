"""Whether the interim report, the budget, the annual report and discharge keep the days of the statutory year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law import law_for, newly_elected_from
from regionstyrning.law.deadlines import (
    APPROVED_FIRST,
    StatutoryDuty,
    statutory_day,
)
from regionstyrning.model.documents import DecisionKind, DocumentStatus
from regionstyrning.model.findings import Severity
from regionstyrning.questions.calendar.deeds import ADOPTIONS, DISCHARGES
from regionstyrning.questions.calendar.doing import deeds_of, tax_rate_set
from regionstyrning.questions.calendar.own import interim_period
from regionstyrning.rules.horizon.looked_at import years_done
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.law.deadlines import StatutoryDay
    from regionstyrning.questions.calendar.deeds import Deed

_BY_ANOTHER_COUNT = Sentence(
    "{title}: lämnad den {done}; två månader efter periodens slut var den {last}, eller den {loosely} om tiden "
    "räknas till månadens sista dag.",
    "{title}: handed over on {done}; two months after the end of the period was {last}, or {loosely} if the time is "
    "counted to the last day of the month.",
)
_NO_REASONS = Sentence(
    "{title}: antagen den {done}, efter den {last}. Skattesatsen var fastställd i tid, men särskilda skäl är inte "
    "angivna.",
    "{title}: adopted on {done}, after {last}. The tax rate was set in time, but no special reasons are stated.",
)
_NOT_SET = Sentence(
    "{title}: antagen den {done}, och inget visar att skattesatsen för {year} var fastställd den {last}.",
    "{title}: adopted on {done}, and nothing shows that the tax rate for {year} was set by {last}.",
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
    """The interim report must be handed over within two months from the end of its period."""
    law = law_for(held.model)
    for year in years_done(held):
        for deed in _first_times(deeds_of(held.known, StatutoryDuty.INTERIM_HANDED, year)):
            period = deed.period or interim_period(held.known, year)
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
    law = law_for(held.model)
    approved_first = law.rule(APPROVED_FIRST)
    for year in years_done(held):
        approvals = deeds_of(held.known, StatutoryDuty.ANNUAL_REPORT_APPROVED, year)
        days = [deed.on for deed in approvals if deed.on is not None and deed.kind in ADOPTIONS]
        for deed in deeds_of(held.known, StatutoryDuty.DISCHARGE, year):
            if not days or deed.on is None or deed.kind not in DISCHARGES or not approved_first.in_force(deed.on):
                continue
            if deed.on < min(days):
                words = {"title": deed.title, "done": str(deed.on), "approved": str(min(days))}
                yield Hit((deed.record,), words, f"{approved_first.cited}.")


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
    law = law_for(held.model)
    approved_first = law.rule(APPROVED_FIRST)
    for year in years_done(held):
        approvals = deeds_of(held.known, StatutoryDuty.ANNUAL_REPORT_APPROVED, year)
        if any(deed.on is not None and deed.kind in ADOPTIONS for deed in approvals):
            continue
        for deed in deeds_of(held.known, StatutoryDuty.DISCHARGE, year):
            if deed.on is not None and deed.kind in DISCHARGES and approved_first.in_force(deed.on):
                words = {"title": deed.title, "done": str(deed.on), "year": str(year)}
                yield Hit((deed.record,), words, f"{approved_first.cited}.")


@rule(
    "horizon.budget-is-adopted-in-time",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 10–11 §§.",
    sentence=Sentence(
        "{title}: antagen den {done}; den sista dagen, också med särskilda skäl, var den {last}.",
        "{title}: adopted on {done}; the last day, even with special reasons, was {last}.",
    ),
    mending=Sentence("Rätta dagen, eller ange de särskilda skälen.", "Correct the day, or state the special reasons."),
)
def budget_is_adopted_in_time(held: Held) -> Iterator[Hit]:
    """A budget must be adopted before the end of November, or of December where there are special reasons."""
    law = law_for(held.model)
    for deed, last in _late_budgets(held):
        later = statutory_day(law, StatutoryDuty.BUDGET_ADOPTED_LATER, last.about)
        tax = tax_rate_set(held.known, last.about)
        words = {"title": deed.title, "done": str(deed.on)}
        if later is not None and deed.on is not None and not later.keeps(deed.on):
            yield Hit((deed.record,), {**words, "last": str(later.last_day)}, f"{later.rule.cited}.")
        elif later is not None and not deed.reason and tax is not None and not tax.reason:
            words["last"] = str(last.last_day)
            yield Hit((deed.record,), words, f"{later.rule.cited}.", sentence=_NO_REASONS)


@rule(
    "horizon.tax-rate-is-set-in-time",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 11 §.",
    sentence=Sentence(
        "{title}: skattesatsen för {year} fastställdes den {done}; sista dagen var den {last}.",
        "{title}: the tax rate for {year} was set on {done}; the last day was {last}.",
    ),
    mending=Sentence("Fastställ skattesatsen före novembers utgång.", "Set the tax rate before the end of November."),
)
def tax_rate_is_set_in_time(held: Held) -> Iterator[Hit]:
    """The tax rate must be set before the end of November even if the budget is not."""
    law = law_for(held.model)
    for deed, main in _late_budgets(held):
        last = statutory_day(law, StatutoryDuty.TAX_RATE_SET, main.about)
        tax = tax_rate_set(held.known, main.about)
        if last is None or (tax is not None and (tax.on is None or last.keeps(tax.on))):
            continue
        words = {"title": deed.title, "year": str(main.about), "last": str(last.last_day)}
        if tax is None:
            yield Hit((deed.record,), {**words, "done": str(deed.on)}, f"{last.rule.cited}.", sentence=_NOT_SET)
        else:
            yield Hit((tax.record, deed.record), {**words, "done": str(tax.on)}, f"{last.rule.cited}.")


def _late_budgets(held: Held) -> Iterator[tuple[Deed, StatutoryDay]]:
    """The first adoption of each budget by the assembly that may, where it is after the main rule's last day."""
    law = law_for(held.model)
    for year in years_done(held):
        first = newly_elected_from(law, year)
        last = statutory_day(law, StatutoryDuty.BUDGET_ADOPTED, year)
        for deed in deeds_of(held.known, StatutoryDuty.BUDGET_ADOPTED, year):
            if deed.kind not in ADOPTIONS or deed.on is None or (first is not None and deed.on < first):
                continue
            if getattr(held.known.by_id.get(deed.document or ""), "status", None) is DocumentStatus.PRELIMINARY:
                continue
            if last is not None and deed.on_text is None and not last.keeps(deed.on):
                yield deed, last
            break


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
    budget_is_adopted_in_time,
    tax_rate_is_set_in_time,
)
