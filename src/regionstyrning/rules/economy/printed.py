"""Whether what is printed of accounts can be right: the family *economy*, its first part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.errors import InvalidValue
from regionstyrning.model.economy import LINES
from regionstyrning.model.findings import Severity
from regionstyrning.questions.economy.formulas import read_formula
from regionstyrning.questions.economy.layout import ADJUSTED, BALANCE, LEFT, OTHER_SIDE, SIDES, SPLIT, SUMS
from regionstyrning.questions.economy.ratio_value import line_of
from regionstyrning.rules.economy.looked_at import records_of, statements, views, words_of
from regionstyrning.rules.economy.units import slipped
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import near
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from decimal import Decimal

    from regionstyrning.model.economy import Ratio
    from regionstyrning.questions.economy.accounts import Accounts
    from regionstyrning.questions.economy.computed import Subtotal
    from regionstyrning.questions.economy.statement import BalanceStatement

OWN = "Bibliotekets läsning: en delsumma är summan av sina rader, med det tecken de har i summan."
ALONE = frozenset({LEFT, "investeringar"})
"""Lines that are part of no sum and are counted with the sign that they have."""


@rule(
    "economy.sums-close",
    severity=Severity.WARNING,
    source="LKBR 5 kap. 2 §, 6 kap. 1 § och 11 kap. 10 §.",
    sentence=Sentence(
        "{line} {year} ({stage}) är tryckt som {printed} mnkr, men raderna blir {computed}: skillnad {difference}.",
        "{line} {year} ({stage}) is printed as {printed} mnkr, but its lines make {computed}: difference {difference}.",
    ),
    mending=Sentence(
        "Rätta talen, eller lägg in den rad som saknas.", "Correct the figures, or add the line that is missing."
    ),
)
def sums_close(held: Held) -> Iterator[Hit]:
    """A printed subtotal must be the sum of its lines, within the rounding of what is printed."""
    for view in views(held):
        for check in view.checks:
            if check.closes is False:
                words = {
                    "printed": number(check.printed),
                    "computed": number(check.computed),
                    "difference": number(check.difference),
                }
                slip = slipped(held.model, check)
                if slip is None:
                    yield Hit(check.records, {**words_of(view, check.line), **words})
                else:
                    words |= {"slipped": slip.title, "unit": slip.unit}
                    yield Hit(check.records, {**words_of(view, check.line), **words}, sentence=SLIPPED)


SLIPPED = Sentence(
    "{line} {year} ({stage}) är tryckt som {printed} mnkr, men raderna blir {computed}: skillnad {difference}. Talet "
    "på raden {slipped} är troligen i {unit}.",
    "{line} {year} ({stage}) is printed as {printed} mnkr, but its lines make {computed}: difference {difference}. "
    "The figure on the line {slipped} is likely in {unit}.",
)


@rule(
    "economy.signs-are-right",
    severity=Severity.WARNING,
    source=OWN,
    sentence=Sentence(
        "{line} {year} ({stage}) är {value} mnkr, på fel sida; det hör troligen till raden {likely}.",
        "{line} {year} ({stage}) is {value} mnkr, on the wrong side; it likely belongs to the line {likely}.",
    ),
    mending=Sentence("Flytta talet eller vänd tecknet.", "Move the figure or turn its sign."),
)
def signs_are_right(held: Held) -> Iterator[Hit]:
    """A figure must stand on the side of the sum that its line is on."""
    for view in views(held):
        for line, entry in view.entries.items():
            value = entry.figures[0].value
            if value and line in SIDES and value * SIDES[line] < 0 and _is_summed(view, line):
                words = {**words_of(view, line), "value": number(value), "likely": LINES[OTHER_SIDE.get(line, line)]}
                turned = _closes_if_turned(view, line, value) or line not in OTHER_SIDE
                yield Hit((entry.figures[0].amount.id,), words, sentence=TURNED if turned else None)


TURNED = Sentence(
    "{line} {year} ({stage}) är {value} mnkr, på fel sida; troligen är bara tecknet fel.",
    "{line} {year} ({stage}) is {value} mnkr, on the wrong side; likely only the sign is wrong.",
)


@rule(
    "economy.statement-follows-the-law",
    severity=Severity.WARNING,
    source="LKBR 11 kap. 10 §; före 2019 KRL 4 kap. 3 a §.",
    sentence=Sentence(
        "{line} {year} är tryckt som {printed} mnkr, men enligt årets lag {by_law}: skillnad {difference}.",
        "{line} {year} is printed as {printed} mnkr, but by the law of the year {by_law}: difference {difference}.",
    ),
    mending=Sentence(
        "Se vilka rader lagen räknar; synnerliga skäl är ingen rad i utredningen.",
        "See which lines the law counts; synnerliga skäl are no line of the statement.",
    ),
)
def statement_follows_the_law(held: Held) -> Iterator[Hit]:
    """The printed results of a balance statement must be those that the law of the year gives."""
    for statement in statements(held):
        for line, total in _totals(statement):
            if total.agrees is False and total.printed is not None and total.by_law is not None:
                words = {
                    "printed": number(total.printed),
                    "by_law": number(total.by_law),
                    "difference": number(total.printed - total.by_law),
                }
                yield Hit(records_of(statement, line), {**words_of(statement.accounts, line), **words})


@rule(
    "economy.formulas-can-be-read",
    severity=Severity.ERROR,
    lawful=True,
    source="Bibliotekets läsning: en formel har rader, tal, + - * / och parenteser.",
    each="ratios",
    sentence=Sentence(
        "{title} har formeln {formula}, som inte kan läsas{hint}.",
        "{title} has the formula {formula}, which cannot be read{hint}.",
    ),
    mending=Sentence(
        "Skriv raderna som de heter i uppställningen, med mellanslag kring minus.",
        "Write the lines as the layout names them, with spaces around a minus.",
    ),
)
def formulas_can_be_read(ratio: Ratio, held: Held) -> Iterator[Hit]:  # noqa: ARG001 - each rule is given what is held
    """The formula of a key ratio must be made of lines, numbers, four signs and brackets."""
    if ratio.formula is None:
        return
    words = {"title": ratio.title, "formula": ratio.formula}
    try:
        names = read_formula(ratio.formula).names
    except InvalidValue:
        yield Hit((ratio.id,), {**words, "hint": ""})
        return
    for name in names:
        if line_of(name) not in LINES:
            yield Hit((ratio.id,), {**words, "hint": near(line_of(name), LINES)})


def _totals(statement: BalanceStatement) -> tuple[tuple[str, Subtotal], ...]:
    return (
        (ADJUSTED, statement.computed.adjusted),
        (BALANCE, statement.computed.balance),
    )


def _is_summed(view: Accounts, line: str) -> bool:
    """Whether the side of a line matters: it is of the balance statement, of a printed sum, or has its sign alone."""
    of_statement = {part for each in SUMS if each.line in {ADJUSTED, BALANCE} for part in each.parts}
    halves = {half for part in of_statement for half in SPLIT.get(part, ())}
    record = view.entries[line].figures[0].amount.id
    return line in of_statement | halves | ALONE or any(record in check.records[1:] for check in view.checks)


def _closes_if_turned(view: Accounts, line: str, value: Decimal) -> bool:
    """Whether the sum that a line is part of closes if its sign is turned."""
    totals = {each.line for each in SUMS if line in each.parts}
    return any(abs(check.difference + 2 * value) <= check.tolerance for check in view.checks if check.line in totals)


RULES: tuple[Rule, ...] = (
    sums_close,
    signs_are_right,
    statement_follows_the_law,
    formulas_can_be_read,
)
