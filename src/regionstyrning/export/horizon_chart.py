"""Every document of a region that looks ahead, drawn against the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.export.graphml import xml_text
from regionstyrning.export.horizon_bars import BAR, MARGIN, TIP, Scale, bar, beyond, inside, words_beside
from regionstyrning.export.horizon_rows import Chart, Row, chart_of
from regionstyrning.text.escaping import for_html, one_line
from regionstyrning.text.numbers import counted
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TITLE = Sentence("Planeringshorisonter i {region} den {day}", "Planning horizons of {region} on {day}")
_COUNTED = Sentence("{drawn} ser framåt.", "{drawn} look ahead.")
_LEFT_OUT = Sentence("{left} har ingen horisont och är inte med.", "{left} have no horizon and are left out.")
_MANDATE = Sentence("Mandatperiod {years}", "Mandate period {years}")
_KEY = (
    Sentence("Omfattar", "Spans"),
    Sentence("I kraft", "In force"),
    Sentence("Gäller inte den dagen", "Not in force that day"),
    Sentence("Preliminär, föreslagen eller av okänd ställning", "Preliminary, proposed or of unknown standing"),
    Sentence("Ände inte angiven, eller utanför bilden", "End not stated, or outside the picture"),
)

_NOW = ("#d6e6f5", "#24527d")
_THEN = ("#f2f2f2", "#8c8c8c")
_DAY_LINE = "#97251c"
_BANDS = ("#f7f7f2", "#ffffff")

_LINE = 15
_HELD = 5
_COLUMNS = 46
"""How many columns of text there is room for in a label."""
_HEAD = 88


def horizon_chart(model: SteeringModel, *, on: date | None = None, lang: Language = "sv") -> str:
    """
    Draw the horizon of every document of a model against the years, as SVG.

    A light bar is the time that a document looks ahead, with a tip where it states no end; the
    dark line in it is the time that it is in force. The mandate periods of fullmäktige stand
    above. All of it is told in words in the picture's description too.

    Args:
        model: Any model.
        on: The day that a line is drawn at; the model's own if left out.
        lang: Language of what is not the region's own words.

    Returns:
        Text, the same for the same model. It reaches at most fifteen years before and after the
        day: a bar that goes on beyond that has a tip, with the year beside it.

    >>> print(horizon_chart(model).splitlines()[1])
    <title id="exempel-horizons-title">Planeringshorisonter i Region Exempel den 2026-06-01</title>
    """
    day = model.as_of if on is None else on
    chart = chart_of(model, day, lang)
    scale = Scale(first=chart.first, last=chart.last)
    title = _TITLE.say(lang, region=model.title, day=day)
    body = list(_rows(chart, scale))
    height = _HEAD + sum(_height(row) for row in chart.rows) + len(chart.kinds) * 26 + 44
    name = f"{model.id}-horizons"
    lines = [
        _opening(name, scale.width, height),
        f'<title id="{_text(name)}-title">{_text(title)}</title>',
        f'<desc id="{_text(name)}-desc">{_text(_described(chart, lang))}</desc>',
        f'<rect width="{scale.width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{MARGIN}" y="26" font-size="17" font-weight="bold">{_text(title)}</text>',
        f'<text x="{MARGIN}" y="45" fill="#333333">{_text(_sizes(chart, lang))}</text>',
        *_axis(chart, scale, height, lang),
        *body,
        *_day_line(day, scale, height),
        *_key(height, lang),
        "</svg>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _opening(name: str, width: int, height: int) -> str:
    labelled = f'role="img" aria-labelledby="{_text(name)}-title {_text(name)}-desc"'
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    font = 'font-family="Helvetica, Arial, sans-serif" font-size="12"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {labelled} {font}>'


def _axis(chart: Chart, scale: Scale, height: int, lang: Language) -> Iterator[str]:
    """Years with a line each, and the mandate periods above and behind them."""
    bottom = height - 44
    for place, days in enumerate(chart.mandates):
        start, end = scale.span(days)
        words = _MANDATE.say(lang, years="–".join(str(day.year) for day in (days.first, days.last) if day is not None))
        yield (
            f'<rect x="{start}" y="54" width="{round(end - start, 1)}" height="{bottom - 54}" '
            f'fill="{_BANDS[place % 2]}"><title>{_text(words)}</title></rect>'
        )
        if end - start > len(words) * 6:
            middle = f'x="{round((start + end) / 2, 1)}" y="66" text-anchor="middle"'
            yield f'<text {middle} font-size="11" fill="#555555">{_text(words)}</text>'
    for year in range(scale.first, scale.last + 2):
        at = scale.of_year(year)
        yield f'<line x1="{at}" y1="72" x2="{at}" y2="{bottom}" stroke="#dddddd"/>'
        if year <= scale.last:
            yield f'<text x="{at + scale.year // 2}" y="84" text-anchor="middle" fill="#333333">{year}</text>'


def _rows(chart: Chart, scale: Scale) -> Iterator[str]:
    top = _HEAD
    for title, rows in chart.kinds:
        top += 26
        yield f'<text x="{MARGIN}" y="{top - 6}" font-weight="bold">{_text(title)}</text>'
        for row in rows:
            yield from _row(row, top, scale)
            top += _height(row)


def _row(row: Row, top: int, scale: Scale) -> Iterator[str]:
    fill, line = _NOW if row.now else _THEN
    yield f"<g><title>{_text(row.told)}</title>"
    for place, piece in enumerate(folded(row.title, _COLUMNS)):
        colour = "#000000" if row.now else "#555555"
        yield f'<text x="{MARGIN + 8}" y="{top + 12 + place * _LINE}" fill="{colour}">{_text(piece)}</text>'
    start, end = scale.span(row.days)
    if row.text or end <= start:
        yield words_beside(row, top, scale)
    else:
        yield bar(row, top, scale, fill, line)
        yield from beyond(row, top, scale)
    if row.held is not None:
        start, end = inside(row, scale)
        if end > start:
            y = top + (BAR - _HELD) // 2 + 2
            yield f'<rect x="{start}" y="{y}" width="{round(end - start, 1)}" height="{_HELD}" fill="{line}"/>'
    yield "</g>"


def _day_line(day: date, scale: Scale, height: int) -> Iterator[str]:
    at = scale.at(day)
    yield f'<line x1="{at}" y1="{_HEAD}" x2="{at}" y2="{height - 44}" stroke="{_DAY_LINE}" stroke-width="1.5"/>'
    yield f'<text x="{at}" y="{height - 32}" text-anchor="middle" font-size="11" fill="{_DAY_LINE}">{day}</text>'


def _key(height: int, lang: Language) -> Iterator[str]:
    y, x = height - 20, MARGIN
    for place, sentence in enumerate(_KEY):
        fill, line = _THEN if place == 2 else _NOW  # noqa: PLR2004 - the third of the key
        drawn = f'fill="{fill}" stroke="{line}"'
        if place == 1:
            yield f'<rect x="{x}" y="{y + 4}" width="26" height="{_HELD}" fill="{line}"/>'
        elif place == len(_KEY) - 1:
            low = y + BAR - 2
            tip = f"{x},{y} {x + 26 - TIP},{y} {x + 26},{(y + low) // 2} {x + 26 - TIP},{low} {x},{low}"
            yield f'<polygon points="{tip}" {drawn}/>'
        else:
            dashed = ' stroke-dasharray="4 3"' if place == len(_KEY) - 2 else ""
            yield f'<rect x="{x}" y="{y}" width="26" height="{BAR - 2}" {drawn}{dashed}/>'
        words = sentence.say(lang)
        yield f'<text x="{x + 32}" y="{y + 11}" font-size="11">{_text(words)}</text>'
        x += 54 + len(words) * 6


def _height(row: Row) -> int:
    return max(BAR, _LINE * len(folded(row.title, _COLUMNS))) + 6


def _sizes(chart: Chart, lang: Language) -> str:
    one, many = ("dokument", "dokument") if lang == "sv" else ("document", "documents")
    told = [_COUNTED.say(lang, drawn=counted(len(chart.rows), one, many))]
    return " ".join([*told, *([_LEFT_OUT.say(lang, left=chart.left)] if chart.left else [])])


def _described(chart: Chart, lang: Language) -> str:
    """The whole picture in words, a sentence a document."""
    told = [_sizes(chart, lang)]
    for title, rows in chart.kinds:
        told += [f"{title}.", *(f"{row.told}." for row in rows)]
    return " ".join(told)


def _text(text: str) -> str:
    return for_html(xml_text(one_line(text)))
