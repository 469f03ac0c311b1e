"""Whether reserves are used for what they may be used for: the family *economy*, its third part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.findings import Severity
from regionstyrning.questions.economy.layout import EQUALISATION_USED, USED
from regionstyrning.questions.economy.telling import tidy
from regionstyrning.rules.economy.looked_at import records_of, statements
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from decimal import Decimal

    from regionstyrning.questions.economy.limits import Most
    from regionstyrning.questions.economy.statement import BalanceStatement

_LINE_OF_USE = {"equalisation-used": EQUALISATION_USED, "result-used": USED}


@rule(
    "economy.use-is-within-the-reserve",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 11 kap. 14 §.",
    sentence=Sentence(
        "{value} mnkr används ur en reserv {year}, men högst {most} får användas: {limit}.",
        "{value} mnkr of a reserve are used in {year}, but at most {most} may be used: {limit_en}.",
    ),
    mending=Sentence("Använd inte mer än det som finns i reserven.", "Use no more than there is in the reserve."),
)
def use_is_within_the_reserve(held: Held) -> Iterator[Hit]:
    """No more may be used of a reserve than there is in it."""
    for statement, most, used in _uses(held):
        limit = next(each for each in most.limits if each.name == "reserve")
        if limit.value is not None and used > limit.value:
            words = {**_words(statement, used, limit.value), "limit": limit.title(), "limit_en": limit.title("en")}
            yield Hit(records_of(statement, _LINE_OF_USE[most.of]), words)


@rule(
    "economy.use-covers-a-deficit",
    severity=Severity.WARNING,
    source="Praxis för resultatutjämningsreserven (SKL 2013) och bibliotekets val för resultatreserven; lagen säger "
    "inte när den får användas, det gör regionens riktlinjer.",
    sentence=Sentence(
        "{value} mnkr används ur en reserv {year}, men efter balanskravsjusteringar finns {most} mnkr att täcka.",
        "{value} mnkr of a reserve are used in {year}, but after adjustments {most} mnkr are there to cover.",
    ),
    mending=Sentence(
        "Se vad riktlinjerna säger om användningen, eller ändra valet att reserven bara täcker ett underskott.",
        "See what the guidelines say of its use, or change the setting that a reserve covers a deficit alone.",
    ),
)
def use_covers_a_deficit(held: Held) -> Iterator[Hit]:
    """A reserve should be used for a negative result alone, and at most up to zero."""
    for statement, most, used in _uses(held):
        for limit in most.limits:
            if limit.name == "negative" and limit.value is not None and used > limit.value:
                yield Hit(records_of(statement, _LINE_OF_USE[most.of]), _words(statement, used, limit.value))


def _uses(held: Held) -> Iterator[tuple[BalanceStatement, Most, Decimal]]:
    """What is used of each reserve in each year, with what may be used at most."""
    for statement in statements(held):
        for most in statement.most_used:
            used = statement.computed.counted.get(_LINE_OF_USE[most.of])
            if used is not None and used > 0:  # one with the other sign is told by its sign
                yield statement, most, used


def _words(statement: BalanceStatement, used: Decimal, most: Decimal) -> dict[str, str]:
    return {"value": number(tidy(used)), "most": number(tidy(most)), "year": str(statement.year)}


RULES: tuple[Rule, ...] = (use_is_within_the_reserve, use_covers_a_deficit)
