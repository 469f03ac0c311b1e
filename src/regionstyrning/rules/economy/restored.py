"""Whether deficits are restored, and decided on, as the law says: the family *economy*, its fourth part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD
from regionstyrning.model.findings import Severity
from regionstyrning.questions.economy.books import ledger
from regionstyrning.questions.economy.deciders import decided_by_another
from regionstyrning.questions.economy.layout import BALANCE
from regionstyrning.questions.economy.ledger import concerns_deficit
from regionstyrning.questions.economy.telling import tidy
from regionstyrning.rules.economy.looked_at import statements
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import in_a_row
from regionstyrning.text.numbers import number, spans
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.documents import Decision
    from regionstyrning.questions.economy.books import Ledger
    from regionstyrning.questions.economy.deficits import Deficit, Portion
    from regionstyrning.questions.economy.statement import BalanceStatement

_OF_OLDER = Sentence(
    "Om {left} mnkr av äldre underskott, från {year} eller tidigare, återställdes i tid går inte att säga: "
    "balanskravsresultatet för {years} är inte känt.",
    "Whether {left} mnkr of older deficits, of {year} or before, were restored in time cannot be told: the balance "
    "result of {years_en} is not known.",
)

_THEN = Sentence(
    "{left} mnkr av underskottet {year} var kvar efter {seen}, när tiden gick ut; vad som är kvar nu är inte känt.",
    "{left} mnkr of the deficit of {year} were left when the time ran out, after {seen}; what is now is not known.",
)


@rule(
    "economy.deficits-are-restored-in-time",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 11 kap. 12–13 §§.",
    sentence=Sentence(
        "{left} mnkr av underskottet {year} är kvar efter {seen}, fast tiden har gått ut.",
        "{left} mnkr of the deficit of {year} are left after {seen}, though the time has run out.",
    ),
    mending=Sentence(
        "Återställ, eller besluta om synnerliga skäl.", "Restore it, or decide that there are synnerliga skäl."
    ),
)
def deficits_are_restored_in_time(held: Held) -> Iterator[Hit]:
    """
    A deficit must be restored within the time, unless fullmäktige has decided otherwise.

    What was decided after the last accounts counts too. Where it is not known what is left by then, what was
    left when the time ran out may be.
    """
    made = list(statements(held))
    for statement in made[-1:]:
        for deficit in _book(held, statement.year).deficits:
            records = _balances_of(made, deficit.year) or (statement.about,)
            last = min(_last_years(deficit.best), default=None)
            if deficit.outstanding[0] and last is not None and last <= statement.year:
                yield Hit(records, _left(deficit, statement.year))
            elif not deficit.outstanding[0]:
                for then in _when_time_ran_out(held, deficit, statement.year):
                    yield Hit(records, _left(then, then.seen), sentence=_THEN)


def _book(held: Held, year: int) -> Ledger:
    return ledger(held.model, year, STANDARD, until=held.model.as_of)


def _last_years(portions: Iterable[Portion]) -> list[int]:
    return [each.last_year for each in portions if each.outstanding and each.last_year is not None]


def _when_time_ran_out(held: Held, deficit: Deficit, seen: int) -> Iterator[Deficit]:
    """A deficit of which it is not known what is left, as it stood when its time ran out, if some was left then."""
    last = min(_last_years(deficit.worst), default=seen)
    then = (each for each in _book(held, last).deficits if last < seen and each.year == deficit.year)
    return (each for each in then if each.outstanding[0] and not deficit.older)


def _left(deficit: Deficit, seen: int) -> dict[str, str]:
    return {"left": number(deficit.outstanding[0]), "year": str(deficit.year), "seen": str(seen)}


@rule(
    "economy.restoring-in-time-is-known",
    severity=Severity.NOTE,
    source="KL 11 kap. 12 §.",
    sentence=Sentence(
        "Om {left} mnkr av underskottet {year} återställdes senast {last} går inte att säga: balanskravsresultatet för "
        "{years} är inte känt.",
        "Whether {left} mnkr of the deficit of {year} were restored by {last} cannot be told: the balance result of "
        "{years_en} is not known.",
    ),
    mending=Sentence("Lägg in räkenskaperna som saknas.", "Add the accounts that are missing."),
)
def restoring_in_time_is_known(held: Held) -> Iterator[Hit]:
    """Whether a deficit was restored in time should be known once its time has run out."""
    made = list(statements(held))
    for statement in made[-1:]:
        book = _book(held, statement.year)
        for deficit in book.deficits:
            open_to = [each for each in deficit.worst if each.outstanding and each.last_year is not None]
            late = [each for each in open_to if (each.last_year or 0) < held.model.as_of.year]
            last = max((each.last_year or 0 for each in late), default=deficit.year)
            unknown = [year for year in range(deficit.year + 1, last + 1) if book.balances.get(year) is None]
            if unknown:
                left = number(tidy(sum((each.outstanding for each in late), Decimal(0))))
                words = {"left": left, "year": str(deficit.year), "last": str(last)}
                years = in_a_row("years", spans(unknown))
                records = () if deficit.older else _balances_of(made, deficit.year)
                yield Hit(
                    records or (statement.about,), {**words, **years}, sentence=_OF_OLDER if deficit.older else None
                )


@rule(
    "economy.decisions-are-within-the-deficit",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 11 kap. 12–13 §§.",
    sentence=Sentence(
        "{title} gäller {value} mnkr, men av underskottet {year} fanns då högst {left} mnkr kvar att besluta om.",
        "{title} is about {value} mnkr, but of the deficit of {year} at most {left} mnkr were then left to decide on.",
    ),
    mending=Sentence(
        "Rätta beloppet eller året, eller lägg in räkenskaperna som saknas.",
        "Correct the amount or the year, or add the accounts that are missing.",
    ),
)
def decisions_are_within_the_deficit(held: Held) -> Iterator[Hit]:
    """A decision to waive or prolong must not be about more than is left of its deficit."""
    years = [statement.year for statement in statements(held)]
    if not years:
        return
    book = _book(held, years[-1])
    for decision in book.decisions:
        if decision.id in book.beyond:
            amount = decision.amount_mnkr or Decimal(0)
            words = {"title": decision.title, "year": str(decision.year), "value": number(tidy(amount))}
            yield Hit((decision.id,), {**words, "left": number(tidy(amount - book.beyond[decision.id]))})


@rule(
    "economy.fullmaktige-decides-on-deficits",
    severity=Severity.ERROR,
    lawful=True,
    each="decisions",
    source="KL 11 kap. 12–13 §§.",
    sentence=Sentence(
        "{title} är beslutat av {who}, men bara fullmäktige kan besluta att ett underskott inte ska återställas, eller "
        "när. Det räknas inte.",
        "{title} is decided by {who}, but only fullmäktige can decide that a deficit is not to be restored, or when. "
        "It is not counted.",
    ),
    mending=Sentence(
        "Ange fullmäktiges beslut, om det finns ett.", "Name the decision of fullmäktige, if there is one."
    ),
)
def fullmaktige_decides_on_deficits(decision: Decision, held: Held) -> Iterator[Hit]:
    """That a deficit is waived or given more time must be decided by fullmäktige."""
    found = decided_by_another(held.known, decision)
    if found is not None and concerns_deficit(decision):
        yield Hit((decision.id,), {"title": decision.title, "who": found.who})


def _balances_of(made: Iterable[BalanceStatement], year: int) -> tuple[str, ...]:
    """The record of the balance result of a year, if it is printed."""
    entries = (each.accounts.entries.get(BALANCE) for each in made if each.year == year)
    return tuple(entry.figures[0].amount.id for entry in entries if entry is not None)


RULES: tuple[Rule, ...] = (
    deficits_are_restored_in_time,
    restoring_in_time_is_known,
    decisions_are_within_the_deficit,
    fullmaktige_decides_on_deficits,
)
