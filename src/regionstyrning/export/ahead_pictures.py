"""Pictures of the years ahead: what is projected, and how many paths spread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from regionstyrning.alternatives.shown import estimate
from regionstyrning.errors import InvalidValue
from regionstyrning.export import charts
from regionstyrning.export.charts import BLUE, FAINT, LIGHT_BLUE, PALE_BLUE, RUST, Scale
from regionstyrning.model.economy import LINES
from regionstyrning.questions.economy.layout import BALANCE, EQUITY, RESULT
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.alternatives import Assumptions, Projection, Simulation
    from regionstyrning.text.sentences import Language

WIDTH, LEFT, RIGHT = 880.0, 84.0, 24.0
_TOP, _PANEL, _GAP = 70.0, 240.0, 64.0
_NOTE, NOTE_ROW, _MARGIN = 11.0, 16.0, 24.0

_TOLD = {
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
    "assumed": Sentence("Antaget: {short}.", "Assumed: {short}."),
}

NAMES = {
    RESULT: Sentence(LINES[RESULT], "Result of the year"),
    BALANCE: Sentence(LINES[BALANCE], "Balance result"),
    EQUITY: Sentence(LINES[EQUITY], "Equity"),
}
"""The lines that are drawn of years ahead."""

_FIFTY = 2
"""Place of the median among the percentiles of a fan."""


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
    note = _assumed(projection.assumptions, height, lang)
    drawn = chain(_panels(years, lines, lang), note)
    return charts.drawing(WIDTH, height + NOTE_ROW * (len(note) + 0.5), title, told, drawn)


def _panels(years: Sequence[int], lines: dict[str, list[float]], lang: Language) -> Iterator[str]:
    middles, width = middles_of(years)
    across = Scale(0, 1, LEFT, WIDTH - RIGHT)
    up = charts.scale([*lines[RESULT], *lines[BALANCE]], _TOP + _PANEL, _TOP)
    yield from charts.grid(across, up, lang)
    for x, result, balance in zip(middles, lines[RESULT], lines[BALANCE], strict=True):
        yield _upright(up, x - width * 0.38, width * 0.36, result, LIGHT_BLUE)
        yield _upright(up, x + width * 0.02, width * 0.36, balance, BLUE if balance >= 0 else RUST)
    yield from years_named(years, middles, _TOP + _PANEL + 18)
    named = [(LIGHT_BLUE, NAMES[RESULT].say(lang)), (BLUE, NAMES[BALANCE].say(lang))]
    if min(lines[BALANCE]) < 0:
        named.append((RUST, f"{NAMES[BALANCE].say(lang)} < 0"))
    yield from charts.legend(LEFT, _TOP + _PANEL + 42, named)
    top = _TOP + _PANEL + _GAP + 14
    up = charts.scale(lines[EQUITY], top + _PANEL, top)
    yield from charts.grid(across, up, lang)
    points = [(x, up(equity)) for x, equity in zip(middles, lines[EQUITY], strict=True)]
    yield charts.curve(points, BLUE, width=2.5)
    for x, y in points:
        yield f'<circle cx="{charts.size(x)}" cy="{charts.size(y)}" r="3.5" fill="{BLUE}"/>'
    yield from years_named(years, middles, top + _PANEL + 18)
    yield from charts.legend(LEFT, top + _PANEL + 42, [(BLUE, NAMES[EQUITY].say(lang))])


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
    words = {"region": whose, "line": NAMES[line].say(lang).lower(), "paths": paths}
    title = _TOLD["fan"].say(lang, first=years[0], last=years[-1], **words)
    height = _TOP + 1.5 * _PANEL + 64
    note = _assumed(simulation.assumptions, height, lang)
    drawn = chain(_fanned(years, spreads, lang), note)
    return charts.drawing(WIDTH, height + NOTE_ROW * (len(note) + 0.5), title, told, drawn)


def _fanned(years: Sequence[int], spreads: Sequence[tuple[float, ...]], lang: Language) -> Iterator[str]:
    middles, _ = middles_of(years)
    across = Scale(0, 1, LEFT, WIDTH - RIGHT)
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
    yield from years_named(years, middles, foot + 18)
    entries = [(BLUE, _TOLD["median"]), (LIGHT_BLUE, _TOLD["inner"]), (PALE_BLUE, _TOLD["outer"])]
    yield from charts.legend(LEFT, foot + 44, [(colour, words.say(lang)) for colour, words in entries])


def _assumed(some: Assumptions, foot: float, lang: Language) -> list[str]:
    """What the years rest on, below all else: a picture is seen without the text it came with."""
    return noted([_TOLD["assumed"].say(lang, short=some.in_short(lang))], foot)


def noted(sentences: Iterable[str], foot: float) -> list[str]:
    """
    What stands below a picture, in small rows from its foot.

    Args:
        sentences: What is said, each from a row of its own.
        foot: Where all else ends.
    """
    rows = [row for each in sentences for row in charts.folded(each, WIDTH - 2 * _MARGIN, _NOTE)]
    return [
        charts.text(_MARGIN, foot + NOTE_ROW * (place + 0.5), row, colour=FAINT, size_of=_NOTE)
        for place, row in enumerate(rows)
    ]


def _upright(up: Scale, x: float, width: float, value: float, colour: str) -> str:
    high, low = sorted((up(value), up(0)))
    return charts.bar(x, high, width, low - high, colour)


def middles_of(years: Sequence[int]) -> tuple[list[float], float]:
    """The middle of each year across the drawing, and how wide a year is."""
    width = (WIDTH - LEFT - RIGHT) / len(years)
    return [LEFT + width * (place + 0.5) for place in range(len(years))], width


_MOST_NAMED = 16


def years_named(years: Sequence[int], middles: Sequence[float], y: float) -> Iterator[str]:
    """The years below a panel, every so many of them when there are many."""
    every = -(-len(years) // _MOST_NAMED)
    for place, (year, x) in enumerate(zip(years, middles, strict=True)):
        if place % every == 0:
            yield charts.text(x, y, str(year), anchor="middle", colour=FAINT)
