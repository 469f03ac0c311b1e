"""The wheel itself: months, marks, arcs and the hub, by angle and radius."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from math import cos, pi, sin
from typing import TYPE_CHECKING

from regionstyrning.export.graphml import xml_text
from regionstyrning.export.year_items import LAW, OTHER, Item, recurring
from regionstyrning.law import election_day, law_for
from regionstyrning.text.escaping import for_html, one_line
from regionstyrning.text.months import month_name
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regionstyrning.questions.calendar import Calendar
    from regionstyrning.text.sentences import Language

_ELECTION = Sentence("valår", "election year")

COLOURS = ("#a86c00", "#24527d", "#6d3d8f", "#2a6b4a", "#97251c", "#555555")
"""One a group of items; each has a shape or a word beside it too."""

LOOK, OVERDUE = "#d02a1c", "#9a0f78"
"""What there is something to look at, and what is overdue; the one has a whole ring, the other a dashed one."""

_WINTER, _SPRING, _SUMMER, _AUTUMN = "#e3ecf5", "#e8f2e4", "#fbf1d3", "#f6e3d6"
_SEASONS = (*(_WINTER,) * 2, *(_SPRING,) * 3, *(_SUMMER,) * 3, *(_AUTUMN,) * 3, _WINTER)

WIDTH = 1400
MIDDLE = WIDTH // 2
RADIUS = 250
BADGE = 10
"""How large a numbered mark is."""

_INNER = 222
_LANES = (208, 187, 166, 145, 124, 99, 77)
_LAW_LANES = (99, 77, 124, 145, 166)
_MANY = (226, 246)
_HUB = 63
_FULL, _STEP = 360, 4
HALF = 180


def turn_of(day: date) -> float:
    """How many degrees clockwise from the top a day stands, at its middle."""
    days = 366 if monthrange(day.year, 2)[1] == 29 else 365  # noqa: PLR2004 - a leap year
    return ((day - date(day.year, 1, 1)).days + 0.5) / days * _FULL


def at(turn: float, radius: float, middle: int) -> tuple[float, float]:
    """Where an angle and a radius lead to."""
    angle = turn / HALF * pi
    return round(MIDDLE + radius * sin(angle), 1), round(middle - radius * cos(angle), 1)


def months(year: int, middle: int, lang: Language) -> Iterator[str]:
    """The ring of months, and a line from each into the wheel."""
    for month in range(1, 13):
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        half = _FULL / 365 / 2
        start, end = turn_of(first) - half, turn_of(last) + half
        yield _sector(start, end, middle, _SEASONS[month - 1])
        x1, y1 = at(start, _HUB, middle)
        x2, y2 = at(start, RADIUS, middle)
        yield f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#d5d5d5"/>'
        turn = (start + end) / 2
        x, y = at(turn, (RADIUS + _INNER) / 2, middle)
        upside = HALF / 2 < turn < HALF * 1.5
        spin = round(turn + (HALF if upside else 0), 1)
        yield (
            f'<text x="{x}" y="{y}" dy="4.5" transform="rotate({spin} {x} {y})" text-anchor="middle" font-size="13" '
            f'font-weight="bold">{text_of(month_name(month, lang))}</text>'
        )
    for radius in (RADIUS, _INNER, _LAW_LANES[0]):
        yield f'<circle cx="{MIDDLE}" cy="{middle}" r="{radius}" fill="none" stroke="#bcbcbc"/>'


def _sector(start: float, end: float, middle: int, fill: str) -> str:
    (ax, ay), (bx, by) = at(start, RADIUS, middle), at(end, RADIUS, middle)
    (cx, cy), (dx, dy) = at(end, _INNER, middle), at(start, _INNER, middle)
    path = f"M{ax},{ay} A{RADIUS},{RADIUS} 0 0 1 {bx},{by} L{cx},{cy} A{_INNER},{_INNER} 0 0 0 {dx},{dy} Z"
    return f'<path d="{path}" fill="{fill}" stroke="#ffffff"/>'


def hub(shown: Calendar, middle: int, lang: Language) -> Iterator[str]:
    """The year and the region in the middle."""
    yield f'<circle cx="{MIDDLE}" cy="{middle}" r="{_HUB - 2}" fill="#ffffff"/>'
    election = election_day(law_for(shown.model), shown.first_year) is not None
    region = folded(one_line(shown.model.title), 18)
    words = [(str(shown.first_year), 26, "bold"), *((line, 12, "normal") for line in region)]
    words += [(_ELECTION.say(lang), 12, "bold")] if election else []
    top = middle - 8 * (len(words) - 1)
    for place, (word, size, weight) in enumerate(words):
        y = top + place * 17 + (10 if place else 8)
        yield (
            f'<text x="{MIDDLE}" y="{y}" text-anchor="middle" font-size="{size}" '
            f'font-weight="{weight}">{text_of(word)}</text>'
        )


def ring(x: float, y: float, *, overdue: bool) -> str:
    """The ring round a mark: whole in red where there is something to look at, dashed where it is overdue."""
    colour = f'stroke="{OVERDUE}" stroke-width="3" stroke-dasharray="4 3"' if overdue else f'stroke="{LOOK}"'
    wide = "" if overdue else ' stroke-width="2"'
    return f'<circle cx="{x}" cy="{y}" r="{BADGE + 3}" fill="none" {colour}{wide}/>'


def badge(item: Item, x: float, y: float) -> Iterator[str]:
    """The number of an item: filled if it is done, with a ring if there is something to look at."""
    colour = COLOURS[item.group]
    fill, ink = (colour, "#ffffff") if item.done else ("#ffffff", colour)
    if item.look:
        yield ring(x, y, overdue=item.overdue)
    if item.group in {LAW, OTHER}:
        side = BADGE * 2 - 3
        corner = f'x="{round(x - side / 2, 1)}" y="{round(y - side / 2, 1)}" width="{side}" height="{side}"'
        spin = f' transform="rotate(45 {x} {y})"' if item.group == LAW else ""
        yield f'<rect {corner}{spin} fill="{fill}" stroke="{colour}" stroke-width="1.5"/>'
    else:
        yield f'<circle cx="{x}" cy="{y}" r="{BADGE}" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>'
    yield (
        f'<text x="{x}" y="{y}" dy="3.8" text-anchor="middle" font-size="10.5" font-weight="bold" '
        f'fill="{ink}">{item.number}</text>'
    )


def marks(items: Sequence[Item], middle: int) -> Iterator[str]:
    """The arcs and numbers in the wheel: own steps in lanes, the rest on the ring within."""
    taken: dict[int, list[tuple[float, float]]] = {}
    badges: list[str] = []
    for item in items:
        end = turn_of(item.day)
        start = end if item.first is None else min(turn_of(item.first), end)
        lanes = _LAW_LANES if item.group in {LAW, OTHER} else _LANES
        radius, stands = _lane(taken, lanes, start, end)
        if item.group not in {LAW, OTHER} and end - start > 1:
            (x1, y1), (x2, y2) = at(start, radius, middle), at(end, radius, middle)
            large = int(end - start > HALF)
            path = f"M{x1},{y1} A{radius},{radius} 0 {large} 1 {x2},{y2}"
            colour = f'stroke="{COLOURS[item.group]}" stroke-width="5" stroke-opacity="0.35"'
            yield f'<path d="{path}" fill="none" {colour}/>'
        badges += badge(item, *at(stands, radius, middle))
    yield from badges


def _lane(
    taken: dict[int, list[tuple[float, float]]], lanes: Sequence[int], start: float, end: float
) -> tuple[int, float]:
    """
    The outermost lane with room for an arc and its number, and at which turn the number stands.

    Where no lane has room the number stands a little further on, beside those that share its day.
    """
    for more in range(0, _FULL, _STEP):
        for radius in lanes:
            room = (BADGE + 3) / radius / pi * HALF
            span = (start - room, end + more + room)
            if not any(_meet(span, other) for other in taken.get(radius, [])):
                taken.setdefault(radius, []).append(span)
                return radius, end + more
    return lanes[-1], end


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two stretches of a lane have a place in common, also over the new year."""
    return any(one[0] < other[1] + turn and other[0] + turn < one[1] for turn in (-_FULL, 0, _FULL))


def many_marks(shown: Calendar, middle: int) -> Iterator[str]:
    """A dot in the ring of months for each time that something recurs within the year."""
    kinds = {step.record: place for place, step in enumerate(recurring(shown))}
    for step in shown.steps:
        if step.record in kinds and step.many and step.on is not None:
            x, y = at(turn_of(step.on), _MANY[kinds[step.record] % len(_MANY)], middle)
            yield f'<circle cx="{x}" cy="{y}" r="2.5" fill="{COLOURS[3]}"/>'


def text_of(text: str) -> str:
    """Text made harmless within SVG."""
    return for_html(xml_text(one_line(text)))
