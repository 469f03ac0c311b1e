"""The balance statement as a waterfall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.export import charts
from regionstyrning.export.charts import BLUE, FAINT, GREY, RUST, Scale
from regionstyrning.questions.economy.telling import STAGE, shown
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.questions.economy import BalanceStatement
    from regionstyrning.text.sentences import Language

_WIDTH, _TOP = 880.0, 70.0
_LABELS, _ROW = 330.0, 44.0

_TOLD = {
    "waterfall": Sentence(
        "{region}: balanskravsutredning {year}, {stage}, mnkr", "{region}: balance statement {year}, {stage}, mnkr"
    ),
    "none": Sentence("inget känt belopp", "no known amount"),
    "amounts": Sentence("{title} {value} mnkr", "{title} {value} mnkr"),
    "up": Sentence("Höjer", "Raises"),
    "down": Sentence("Sänker", "Lowers"),
    "result": Sentence("Resultat", "Result"),
}


@frozen
class _Bar:
    title: str
    amount: Decimal
    total: bool


def waterfall(statement: BalanceStatement, lang: Language = "sv", *, region: str | None = None) -> str:
    """
    Draw a balance statement as a waterfall: each line moves what the one above came to.

    Args:
        statement: The statement. Lines without a known amount, and those that are not counted, are left out.
        lang: Swedish or English; titles stay as they are printed.
        region: Whose it is; the id of the legal person if left out.

    Returns:
        An SVG drawing.
    """
    bars = [
        _Bar(each.title, each.amount, each.total)
        for each in statement.lines
        if each.line is not None and each.amount is not None
    ]
    whose = statement.about if region is None else region
    title = _TOLD["waterfall"].say(lang, region=whose, year=statement.year, stage=STAGE[statement.stage].say(lang))
    spans = list(_spans(bars))
    height = _TOP + _ROW * max(len(bars), 1) + 50
    across = charts.scale([float(end) for span in spans for end in span], _LABELS + 24, _WIDTH - 90)
    told = "; ".join(_TOLD["amounts"].say(lang, title=each.title, value=shown(each.amount, lang)) for each in bars)
    return charts.drawing(
        _WIDTH, height, title, told or _TOLD["none"].say(lang), _falling(bars, spans, across, height, lang)
    )


def _spans(bars: Sequence[_Bar]) -> Iterator[tuple[Decimal, Decimal]]:
    """From where to where each bar reaches; a result from nothing, all else from what stands above."""
    held = Decimal(0)
    for each in bars:
        start = Decimal(0) if each.total else held
        held = each.amount if each.total else held + each.amount
        yield start, held


def _falling(
    bars: Sequence[_Bar], spans: Sequence[tuple[Decimal, Decimal]], across: Scale, height: float, lang: Language
) -> Iterator[str]:
    foot = height - 42
    for tick in across.ticks:
        x = across(tick)
        yield charts.line((x, _TOP - 14), (x, foot), FAINT if tick == 0 else charts.GRID)
        yield charts.text(x, foot + 16, charts.amount(tick, lang), anchor="middle", colour=FAINT)
    for place, (each, (start, end)) in enumerate(zip(bars, spans, strict=True)):
        y = _TOP + _ROW * place
        colour = GREY if each.total else BLUE if each.amount >= 0 else RUST
        left, right = sorted((across(float(start)), across(float(end))))
        lines = charts.folded_words(each.title, _LABELS - 24, most=2)
        for row, words in enumerate(lines):
            shift = 17 if len(lines) == 1 else 10 + 15 * row
            yield charts.text(_LABELS, y + shift, words, anchor="end", weight="600" if each.total else "400")
        yield charts.bar(left, y, right - left, 24, colour)
        yield charts.text(right + 8, y + 17, shown(each.amount, lang), weight="600" if each.total else "400")
        if place + 1 < len(bars):
            x = across(float(end))
            yield charts.line((x, y + 24), (x, y + _ROW), FAINT, dashed=True)
    entries = [(GREY, _TOLD["result"]), (BLUE, _TOLD["up"]), (RUST, _TOLD["down"])]
    yield from charts.legend(24, height - 10, [(colour, words.say(lang)) for colour, words in entries])
