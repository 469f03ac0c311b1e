"""Pictures of the economy: the balance statement as a waterfall, the years ahead, and how they spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.alternatives.shown import estimate
from regionstyrning.errors import InvalidValue
from regionstyrning.export import charts
from regionstyrning.export.charts import BLUE, FAINT, GREY, LIGHT_BLUE, PALE_BLUE, RUST, Scale
from regionstyrning.model.economy import LINES
from regionstyrning.questions.economy.layout import BALANCE, EQUITY, RESULT
from regionstyrning.questions.economy.telling import STAGE, shown
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.alternatives import Projection, Simulation
    from regionstyrning.questions.economy import BalanceStatement
    from regionstyrning.text.sentences import Language

_WIDTH, _LEFT, _RIGHT = 880.0, 84.0, 24.0
_TOP, _PANEL, _GAP = 70.0, 240.0, 64.0
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
    "ahead": Sentence("{region}: framskrivning {first}–{last}, mnkr", "{region}: projection {first}–{last}, mnkr"),
    "fan": Sentence(
        "{region}: {line} {first}–{last}, {paths} banor, mnkr", "{region}: {line} {first}–{last}, {paths} paths, mnkr"
    ),
    "median": Sentence("Hälften över, hälften under", "Half above, half below"),
    "inner": Sentence("Hälften av banorna", "Half of the paths"),
    "outer": Sentence("Nio av tio banor", "Nine paths of ten"),
    "spread": Sentence(
        "{year}: {low} till {high}, hälften under {middle}", "{year}: {low} to {high}, half below {middle}"
    ),
    "year": Sentence(
        "{year}: resultat {result}, balanskrav {balance}, eget kapital {equity}",
        "{year}: result {result}, balance result {balance}, equity {equity}",
    ),
}

_NAMES = {
    RESULT: Sentence(LINES[RESULT], "Result of the year"),
    BALANCE: Sentence(LINES[BALANCE], "Balance result"),
    EQUITY: Sentence(LINES[EQUITY], "Equity"),
}
"""The lines that are drawn of years ahead."""

_FIFTY = 2
"""Place of the median among the percentiles of a fan."""


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


def years_ahead(projection: Projection, lang: Language = "sv", *, region: str | None = None) -> str:
    """
    Draw a projection: each year's result and balance result as bars, and equity as a line below.

    Args:
        projection: The projection.
        lang: Swedish or English.
        region: Whose it is; the id of the legal person if left out.

    Returns:
        An SVG drawing.

    Raises:
        InvalidValue: if it has no year to draw.
    """
    if not projection.years:
        raise InvalidValue("years", "there is no year to draw. The projection says what is missing")
    years = [each.year for each in projection.years]
    lines = {name: [each.lines[name] for each in projection.years] for name in (RESULT, BALANCE, EQUITY)}
    height = _TOP + 2 * _PANEL + _GAP + 70
    told = "; ".join(
        _TOLD["year"].say(
            lang,
            year=each.year,
            result=estimate(each.lines[RESULT], lang),
            balance=estimate(each.lines[BALANCE], lang),
            equity=estimate(each.lines[EQUITY], lang),
        )
        for each in projection.years
    )
    whose = projection.about if region is None else region
    title = _TOLD["ahead"].say(lang, region=whose, first=years[0], last=years[-1])
    return charts.drawing(_WIDTH, height, title, told, _panels(years, lines, lang))


def _panels(years: Sequence[int], lines: dict[str, list[float]], lang: Language) -> Iterator[str]:
    middles, width = _middles(years)
    across = Scale(0, 1, _LEFT, _WIDTH - _RIGHT)
    up = charts.scale([*lines[RESULT], *lines[BALANCE]], _TOP + _PANEL, _TOP)
    yield from charts.grid(across, up, lang)
    for x, result, balance in zip(middles, lines[RESULT], lines[BALANCE], strict=True):
        yield _upright(up, x - width * 0.38, width * 0.36, result, LIGHT_BLUE)
        yield _upright(up, x + width * 0.02, width * 0.36, balance, BLUE if balance >= 0 else RUST)
    yield from _named(years, middles, _TOP + _PANEL + 18)
    named = [(LIGHT_BLUE, _NAMES[RESULT].say(lang)), (BLUE, _NAMES[BALANCE].say(lang))]
    if min(lines[BALANCE]) < 0:
        named.append((RUST, f"{_NAMES[BALANCE].say(lang)} < 0"))
    yield from charts.legend(_LEFT, _TOP + _PANEL + 42, named)
    top = _TOP + _PANEL + _GAP + 14
    up = charts.scale(lines[EQUITY], top + _PANEL, top)
    yield from charts.grid(across, up, lang)
    points = [(x, up(equity)) for x, equity in zip(middles, lines[EQUITY], strict=True)]
    yield charts.curve(points, BLUE, width=2.5)
    for x, y in points:
        yield f'<circle cx="{charts.size(x)}" cy="{charts.size(y)}" r="3.5" fill="{BLUE}"/>'
    yield from _named(years, middles, top + _PANEL + 18)
    yield from charts.legend(_LEFT, top + _PANEL + 42, [(BLUE, _NAMES[EQUITY].say(lang))])


def fan(simulation: Simulation, line: str = RESULT, lang: Language = "sv", *, region: str | None = None) -> str:
    """
    Draw how a line spreads over the paths of a simulation, year by year.

    Args:
        simulation: The simulation.
        line: Id of a line whose spread it tells: the result, the balance result or equity.
        lang: Swedish or English.
        region: Whose it is; the id of the legal person if left out.

    Returns:
        An SVG drawing.

    Raises:
        InvalidValue: if there is no year to draw, or nothing is told of how the line spreads.
    """
    if not simulation.years:
        raise InvalidValue("years", "there is no year to draw. The simulation says what is missing")
    known = tuple(simulation.years[0].fan)
    if line not in known:
        message = f"no spread is told of {line!r}, expected one of {', '.join(map(repr, known))}"
        raise InvalidValue("line", message)
    years = [each.year for each in simulation.years]
    spreads = [each.fan[line] for each in simulation.years]
    told = "; ".join(
        _TOLD["spread"].say(
            lang,
            year=year,
            low=estimate(each[0], lang),
            high=estimate(each[-1], lang),
            middle=estimate(each[_FIFTY], lang),
        )
        for year, each in zip(years, spreads, strict=True)
    )
    paths = charts.amount(simulation.paths, lang)
    whose = simulation.about if region is None else region
    words = {"region": whose, "line": _NAMES[line].say(lang).lower(), "paths": paths}
    title = _TOLD["fan"].say(lang, first=years[0], last=years[-1], **words)
    height = _TOP + 1.5 * _PANEL + 64
    return charts.drawing(_WIDTH, height, title, told, _fanned(years, spreads, lang))


def _fanned(years: Sequence[int], spreads: Sequence[tuple[float, ...]], lang: Language) -> Iterator[str]:
    middles, _ = _middles(years)
    across = Scale(0, 1, _LEFT, _WIDTH - _RIGHT)
    foot = _TOP + 1.5 * _PANEL
    up = charts.scale([value for each in spreads for value in each], foot, _TOP)
    bands = []
    for low, high, colour in ((0, -1, PALE_BLUE), (1, -2, LIGHT_BLUE)):
        upper = [(x, up(each[high])) for x, each in zip(middles, spreads, strict=True)]
        lower = [(x, up(each[low])) for x, each in zip(middles, spreads, strict=True)]
        bands.append(charts.area([*upper, *reversed(lower)], colour))
    yield from bands
    yield from charts.grid(across, up, lang)
    yield charts.curve([(x, up(each[_FIFTY])) for x, each in zip(middles, spreads, strict=True)], BLUE, width=2.5)
    yield from _named(years, middles, foot + 18)
    entries = [(BLUE, _TOLD["median"]), (LIGHT_BLUE, _TOLD["inner"]), (PALE_BLUE, _TOLD["outer"])]
    yield from charts.legend(_LEFT, foot + 44, [(colour, words.say(lang)) for colour, words in entries])


def _upright(up: Scale, x: float, width: float, value: float, colour: str) -> str:
    high, low = sorted((up(value), up(0)))
    return charts.bar(x, high, width, low - high, colour)


def _middles(years: Sequence[int]) -> tuple[list[float], float]:
    """The middle of each year across the drawing, and how wide a year is."""
    width = (_WIDTH - _LEFT - _RIGHT) / len(years)
    return [_LEFT + width * (place + 0.5) for place in range(len(years))], width


_MOST_NAMED = 16


def _named(years: Sequence[int], middles: Sequence[float], y: float) -> Iterator[str]:
    """The years below a panel, every so many of them when there are many."""
    every = -(-len(years) // _MOST_NAMED)
    for place, (year, x) in enumerate(zip(years, middles, strict=True)):
        if place % every == 0:
            yield charts.text(x, y, str(year), anchor="middle", colour=FAINT)
