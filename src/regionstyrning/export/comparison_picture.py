"""A picture of projections side by side: a line for each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from regionstyrning.alternatives.comparison_text import unlike
from regionstyrning.alternatives.shown import estimate
from regionstyrning.errors import InvalidValue
from regionstyrning.export import charts
from regionstyrning.export.ahead_pictures import LEFT, NAMES, NOTE_ROW, RIGHT, WIDTH, middles_of, noted, years_named
from regionstyrning.export.charts import BLUE, GREY, RUST, Scale
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.alternatives import ProjectionComparison
    from regionstyrning.text.sentences import Language

_TOLD = {
    "title": Sentence("{region}: jämförelse {first}–{last}, mnkr", "{region}: comparison {first}–{last}, mnkr"),
    "year": Sentence(
        "{year}, {name}: resultat {result}, balanskrav {balance}, eget kapital {equity}",
        "{year}, {name}: result {result}, balance result {balance}, equity {equity}",
    ),
    "differs": Sentence("{what}: {held}.", "{what}: {held}."),
    "of-one": Sentence("{name} {held}", "{name} {held}"),
}

_LOOKS = tuple((colour, dashed) for dashed in (False, True) for colour in (BLUE, RUST, GREY))
"""How the lines are told apart: half of them are dashed."""

_PANEL, _GAP, _HEAD = 190.0, 66.0, 54.0
_ROW, _SWATCH = 20.0, 30.0


def compared_ahead(comparison: ProjectionComparison, lang: Language = "sv", *, region: str | None = None) -> str:
    """
    Draw projections side by side: result, balance result and equity, with a line for each projection.

    Args:
        comparison: The comparison, of six projections at most.
        lang: Swedish or English.
        region: Whose it is; the id of the legal person if left out.

    Returns:
        An SVG drawing.

    Raises:
        InvalidValue: if it has no year to draw, or more projections than can be told apart.
    """
    years = comparison.years
    if not years:
        raise InvalidValue("years", "there is no year to draw. The comparison says what is missing")
    if len(comparison.projections) > len(_LOOKS):
        message = f"expected at most {len(_LOOKS)} projections in a picture, found {len(comparison.projections)}"
        raise InvalidValue("projections", message)
    whose = comparison.projections[0][1].about if region is None else region
    title = _TOLD["title"].say(lang, region=whose, first=years[0], last=years[-1])
    top = _HEAD + _ROW * len(comparison.projections) + _ROW
    foot = top + len(NAMES) * (_PANEL + _GAP)
    note = noted(_differing(comparison, lang), foot - 8)
    panels = (_panel(comparison, line, top + place * (_PANEL + _GAP) + _ROW, lang) for place, line in enumerate(NAMES))
    drawn = chain(_key(comparison.names), *panels, note)
    return charts.drawing(WIDTH, foot + NOTE_ROW * (len(note) + 0.5), title, "; ".join(_said(comparison, lang)), drawn)


def _key(names: Sequence[str]) -> Iterator[str]:
    """Which line is whose, a row each, above the panels."""
    for place, (name, (colour, dashed)) in enumerate(zip(names, _LOOKS, strict=False)):
        y = _HEAD + _ROW * (place + 0.5)
        yield charts.curve([(LEFT, y - 4), (LEFT + _SWATCH, y - 4)], colour, width=2.5, dashed=dashed)
        yield charts.text(LEFT + _SWATCH + 10, y, name)


def _panel(comparison: ProjectionComparison, line: str, top: float, lang: Language) -> Iterator[str]:
    years = comparison.years
    middles = dict(zip(years, middles_of(years)[0], strict=True))
    held = [[(year.year, year.lines[line]) for year in each.years] for _, each in comparison.projections]
    up = charts.scale([value for each in held for _, value in each], top + _PANEL, top)
    yield charts.text(LEFT, top - 12, NAMES[line].say(lang), weight="600")
    yield from charts.grid(Scale(0, 1, LEFT, WIDTH - RIGHT), up, lang)
    for each, (colour, dashed) in zip(held, _LOOKS, strict=False):
        points = [(middles[year], up(value)) for year, value in each]
        yield charts.curve(points, colour, width=2.5, dashed=dashed)
        for x, y in points:
            yield f'<circle cx="{charts.size(x)}" cy="{charts.size(y)}" r="3" fill="{colour}"/>'
    yield from years_named(years, list(middles.values()), top + _PANEL + 18)


def _said(comparison: ProjectionComparison, lang: Language) -> Iterator[str]:
    """Every figure, for who does not see the picture."""
    for row in comparison.to_records():
        amounts = {name: estimate(row[name], lang) for name in ("result", "equity")}
        balance = estimate(row["balance_result"], lang)
        yield _TOLD["year"].say(lang, year=row["year"], name=row["name"], balance=balance, **amounts)


def _differing(comparison: ProjectionComparison, lang: Language) -> Iterator[str]:
    """What is not assumed alike, a sentence each."""
    _, rows = unlike(comparison, lang)
    for what, *cells in rows:
        held = [
            _TOLD["of-one"].say(lang, name=f"{name}:", held=cell)
            for name, cell in zip(comparison.names, cells, strict=True)
        ]
        yield _TOLD["differs"].say(lang, what=what, held="; ".join(held))
