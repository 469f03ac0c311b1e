"""Whether budgets are adopted, and tax rates set, by the last days of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law import law_for, newly_elected_from
from regionstyrning.law.deadlines import StatutoryDuty, statutory_day
from regionstyrning.model.documents import SteeringDocument
from regionstyrning.model.findings import Severity
from regionstyrning.questions.calendar.doing import deeds_of, tax_rate_set
from regionstyrning.rules.horizon.looked_at import is_in_effect, is_whole, years_done
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Law
    from regionstyrning.law.deadlines import StatutoryDay
    from regionstyrning.questions.calendar.deeds import Deed

_NO_REASONS = Sentence(
    "{title}: antagen den {done}, efter den {last}. Skattesatsen var fastställd i tid, men särskilda skäl är inte "
    "angivna.",
    "{title}: adopted on {done}, after {last}. The tax rate was set in time, but no special reasons are stated.",
)
_LATE = Sentence(
    "{title}: antagen den {done}, efter den {last}, och särskilda skäl är inte angivna.",
    "{title}: adopted on {done}, after {last}, and no special reasons are stated.",
)
_NOT_SET = Sentence(
    "{title}: antagen den {done}, och inget visar att skattesatsen för {year} var fastställd den {last}.",
    "{title}: adopted on {done}, and nothing shows that the tax rate for {year} was set by {last}.",
)


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
        tax = tax_rate_set(held.known, law, last.about)
        words = {"title": deed.title, "done": str(deed.on)}
        if later is not None and deed.on is not None and not later.keeps(deed.on):
            yield Hit((deed.record,), {**words, "last": str(later.last_day)}, f"{later.rule.cited}.")
        elif later is not None and not deed.reason and tax is not None and not tax.reason:
            words["last"] = str(last.last_day)
            sentence = _NO_REASONS if _set_in_time(law, tax, last.about) else _LATE
            yield Hit((deed.record,), words, f"{later.rule.cited}.", sentence=sentence)


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
        tax = tax_rate_set(held.known, law, main.about)
        if last is None or (tax is not None and _set_in_time(law, tax, main.about) is not False):
            continue
        words = {"title": deed.title, "year": str(main.about), "last": str(last.last_day)}
        if tax is None:
            yield Hit((deed.record,), {**words, "done": str(deed.on)}, f"{last.rule.cited}.", sentence=_NOT_SET)
        else:
            records = tuple(dict.fromkeys((tax.record, deed.record)))
            yield Hit(records, {**words, "done": str(tax.on)}, f"{last.rule.cited}.")


def _set_in_time(law: Law, tax: Deed, year: int) -> bool | None:
    """Whether the tax rate of a year was set in time; None if that hangs on a day that is not known."""
    last = statutory_day(law, StatutoryDuty.TAX_RATE_SET, year)
    if last is None or tax.on is None:
        return None
    return True if last.keeps(tax.on) else (False if tax.on_text is None else None)


def _late_budgets(held: Held) -> Iterator[tuple[Deed, StatutoryDay]]:
    """
    The first adoption of each budget by the assembly that may, where it is after the main rule's last day.

    What amends a budget is adopted when it is needed. If a budget of the year was adopted on a day that is not
    known, nobody knows which was first.
    """
    law = law_for(held.model)
    for year in years_done(held):
        first = newly_elected_from(law, year)
        last = statutory_day(law, StatutoryDuty.BUDGET_ADOPTED, year)
        found = (each for each in deeds_of(held.known, StatutoryDuty.BUDGET_ADOPTED, year) if _is_whole(each, held))
        adopted = [each for each in found if each.on is None or first is None or each.on >= first]
        if last is None or not adopted or any(each.on is None for each in adopted):
            continue
        deed = adopted[0]
        if deed.on is not None and deed.on_text is None and not last.keeps(deed.on):
            yield deed, last


def _is_whole(deed: Deed, held: Held) -> bool:
    """Whether it adopts a whole budget, and no draft of one."""
    document = held.known.by_id.get(deed.document or "")
    drafted = isinstance(document, SteeringDocument) and not (is_whole(document) and is_in_effect(document))
    return deed.adopts and not drafted


RULES: tuple[Rule, ...] = (budget_is_adopted_in_time, tax_rate_is_set_in_time)
