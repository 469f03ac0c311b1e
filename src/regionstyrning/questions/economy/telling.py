"""Words that accounts and balance statements are told in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from regionstyrning.model.economy import AmountStage, Unit
from regionstyrning.questions.answers import Step
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.questions.economy.figures import Figure
    from regionstyrning.text.sentences import Language

STAGE = {
    AmountStage.OUTCOME: Sentence("utfall", "outcome"),
    AmountStage.PRELIMINARY: Sentence("preliminärt utfall", "preliminary outcome"),
    AmountStage.FORECAST: Sentence("prognos", "forecast"),
    AmountStage.BUDGET: Sentence("budget", "budget"),
    AmountStage.PLAN: Sentence("plan", "plan"),
    AmountStage.PROPOSAL: Sentence("förslag", "proposal"),
    AmountStage.AIM: Sentence("riktvärde", "aim"),
}

ACCOUNTS = {
    "title": Sentence("Räkenskaper {year}, {stage}, mnkr", "Accounts {year}, {stage}, mnkr"),
    "line": Sentence("Rad", "Line"),
    "amount": Sentence("Belopp", "Amount"),
    "remark": Sentence("Anmärkning", "Remark"),
    "law": Sentence("Regel (räkenskapsår)", "Rule (fiscal years)"),
    "follows": Sentence("inte tryckt; följer av de andra", "not printed; follows from the others"),
    "beside": Sentence("en rad som uppställningen saknar", "a line that the layout lacks"),
    "lump": Sentence("flera rader i en", "several lines in one"),
    "converted": Sentence("tryckt {printed} {unit}", "printed {printed} {unit}"),
    "about": Sentence("ungefärligt: {text}", "approximate: {text}"),
    "unreadable": Sentence("går inte att läsa", "cannot be read"),
}

RIVALS = Sentence(
    "{line} har flera läsningar: {values}. Den första följs.",
    "{line} has several readings: {values}. The first is followed.",
)

_STEP = Sentence("{title}: {value} mnkr", "{title}: {value} mnkr")

_UNITS = {Unit.SEK: Sentence("kronor", "kronor"), Unit.PERCENT: Sentence("procent", "per cent")}

NOTHING = "–"


def shown(value: Decimal | None, lang: Language = "sv") -> str:
    """
    A figure with its own decimals, but no zeros that would read as thousands; a dash if there is none.

    >>> shown(Decimal("25.000")), shown(Decimal("25.125")), shown(Decimal(25)), shown(None)
    ('25,0', '25,125', '25', '–')
    """
    return together([value], lang)[0]


def together(values: Iterable[Decimal | None], lang: Language = "sv") -> list[str]:
    """
    Figures of one sentence or table, all with as many decimals as the one that needs the most.

    >>> together([Decimal("60"), Decimal("285.000"), Decimal("180.0"), None])
    ['60,0', '285,0', '180,0', '–']
    """
    held = list(values)
    places = max((_decimals(each) for each in held if each is not None), default=0)
    return [NOTHING if each is None else number(round(each, places), lang) for each in held]


def _decimals(value: Decimal) -> int:
    """How many decimals say something: one of those that are only zeros, if there are any."""
    written, needed = (max(0, -int(each.as_tuple().exponent)) for each in (value, value.normalize()))
    return max(needed, min(written, 1))


def tidy(value: Decimal) -> Decimal:
    """
    A number without zeros at its end, for what is counted and not printed.

    >>> tidy(Decimal("63.600")), tidy(Decimal("150.0"))
    (Decimal('63.6'), Decimal('150'))
    """
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def remark(figure: Figure, lang: Language) -> str:
    """What a reader should know of how a figure is printed."""
    amount, told = figure.amount, []
    if amount.line is None:
        told.append(ACCOUNTS["lump" if amount.lump else "beside"].say(lang))
    if amount.value is None:
        told.append(ACCOUNTS["unreadable"].say(lang))
    elif amount.unit is not Unit.MNKR:
        unit = _UNITS[amount.unit].say(lang) if amount.unit in _UNITS else amount.unit.value
        told.append(ACCOUNTS["converted"].say(lang, printed=number(amount.value, lang), unit=unit))
    if figure.approximate:
        told.append(ACCOUNTS["about"].say(lang, text=amount.text or amount.precision.value))
    return "; ".join(told)


def rival_lines(title: str, figures: tuple[Figure, ...], lang: Language) -> Iterator[str]:
    """A sentence about a line with several readings."""
    if len(figures) > 1:
        numbers = together([each.value for each in figures], lang)
        values = ", ".join(map(_rival, figures, numbers))
        yield RIVALS.say(lang, line=title, values=values)


def figure_steps(figures: tuple[Figure, ...], law: str | None) -> Iterator[Step]:
    """A step for each printed figure: its record, the paragraph on its line and where it is said."""
    for each in figures:
        source = next(iter(each.amount.sources), None)
        words = (("title", each.amount.title), ("value", shown(each.value)))
        yield Step(record=each.amount.id, law=law, source=source, sentence=_STEP, words=words)


def figure_row(line: str | None, figure: Figure, role: str) -> dict[str, Any]:
    """A figure as a row of plain values."""
    amount = figure.amount
    return {
        "line": line,
        "title": amount.title,
        "mnkr": figure.value,
        "printed": amount.value,
        "unit": amount.unit.value,
        "document": amount.document,
        "record": amount.id,
        "remark": "; ".join(filter(None, (role, figure.reading, remark(figure, "sv")))),
    }


def _rival(figure: Figure, value: str) -> str:
    return value if figure.reading is None else f"{value} ({figure.reading})"
