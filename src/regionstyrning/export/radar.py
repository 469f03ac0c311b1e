"""The financial profile as a picture: eight spokes from weakest to strongest, under their four aspects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING

from regionstyrning.text.escaping import for_html, one_line
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.evaluators.ways.profile import FinancialProfile, Mark
    from regionstyrning.text.sentences import Language

WIDTH, HEIGHT = 900, 760
MIDDLE = (450.0, 395.0)
REACH = 215.0
RINGS = 5
_INK, _FAINT, _GRID, _LINE = "#1a1a1a", "#5c5c5c", "#c9c9c9", "#1f5a92"
_LABEL, _ROW = 26, 17.0

_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
    'role="img" aria-labelledby="title description" font-family="system-ui, Helvetica, Arial, sans-serif" '
    'font-size="13">'
)

_MEAN = Sentence("{aspect}: {points} av 5", "{aspect}: {points} of 5")
_NO_MEAN = Sentence("{aspect}: går inte att säga", "{aspect}: cannot be told")
_POINT = Sentence("{title}: {points} poäng", "{title}: {points} points")
_UNKNOWN = Sentence("{title}: okänt", "{title}: not known")
_KEY = Sentence(
    "Ytterst starkast, 5 poäng; innerst svagast, 1. Streckad ring: mitt i gruppen.",
    "Outermost the strongest, 5 points; innermost the weakest, 1. Dashed ring: the middle of the group.",
)


def radar(profile: FinancialProfile, lang: Language = "sv") -> str:
    """
    Draw a financial profile.

    A ratio without points breaks the line; nothing is drawn where nothing is known.

    Args:
        profile: What `financial_profile` gave.
        lang: Swedish or English.

    Returns:
        SVG. The same profile gives the same.
    """
    title = profile.heading(lang)
    told = listed([_said(mark, lang) for mark in profile.marks], lang)
    parts = [
        _HEAD,
        f'<title id="title">{_safe(title)}</title>',
        f'<desc id="description">{_safe(f"{profile.compared(lang)} {told}.")}</desc>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text((24, 32), title, size=17, weight=600),
        *_rings(len(profile.marks)),
        *_aspects(profile, lang),
        *_spokes(profile.marks, lang),
        *_outline(profile.marks),
        *_below(profile, lang),
        "</svg>",
        "",
    ]
    return "\n".join(parts)


def _said(mark: Mark, lang: Language) -> str:
    if mark.points is None:
        return _UNKNOWN.say(lang, title=mark.title)
    return _POINT.say(lang, title=mark.title, points=number(round(mark.points, 1), lang))


def _place(spoke: float, of: int, points: float) -> tuple[float, float]:
    """Where points stand on a spoke; the first spoke stands half a step to the right of the top."""
    angle = 2 * pi * (spoke + 0.5) / of - pi / 2
    reach = REACH * points / RINGS
    return MIDDLE[0] + reach * cos(angle), MIDDLE[1] + reach * sin(angle)


def _rings(of: int) -> Iterator[str]:
    for ring in range(1, RINGS + 1):
        middle = ring == (RINGS + 1) // 2
        dashes = ' stroke-dasharray="5 4"' if middle else ""
        colour = _FAINT if middle else _GRID
        corners = _joined([_place(spoke, of, ring) for spoke in range(of)])
        yield f'<polygon points="{corners}" fill="none" stroke="{colour}"{dashes}/>'
        top = MIDDLE[1] - REACH * ring / RINGS * cos(pi / max(of, 1))
        yield _text((MIDDLE[0] + 4, top - 3), str(ring), colour=_FAINT)


def _aspects(profile: FinancialProfile, lang: Language) -> Iterator[str]:
    """A line between the aspects, and the mean of each outside its spokes."""
    of, begun = len(profile.marks), 0
    corners: Counter[tuple[bool, bool]] = Counter()
    for aspect, marks in profile.aspects.items():
        yield _line(MIDDLE, _place(begun - 0.5, of, RINGS * 1.08), _FAINT)
        points = profile.points(aspect)
        words = {"aspect": aspect, "points": "" if points is None else number(round(points, 1), lang)}
        told = (_NO_MEAN if points is None else _MEAN).say(lang, **words)
        x, y = _place(begun + (len(marks) - 1) / 2, of, RINGS)
        right, over = x >= MIDDLE[0], y < MIDDLE[1]
        row = corners[right, over] * _ROW
        corners[right, over] += 1
        at = (WIDTH - 24.0 if right else 24.0, 70 + row if over else HEIGHT - 92 - row)
        yield _text(at, told, anchor="end" if right else "start", weight=600)
        begun += len(marks)


def _spokes(marks: Sequence[Mark], lang: Language) -> Iterator[str]:
    for place, mark in enumerate(marks):
        x, y = _place(place, len(marks), RINGS)
        yield _line(MIDDLE, (x, y), _GRID)
        label_x, label_y = _place(place, len(marks), RINGS * 1.12)
        right = label_x >= MIDDLE[0]
        shown = "–" if mark.points is None else f"{number(round(mark.points, 1), lang)} ({mark.place}/{mark.of})"
        lines = [*folded(one_line(mark.title), _LABEL), shown]
        top = label_y - _ROW * (len(lines) - 1) / 2
        for row, words in enumerate(lines):
            last = row == len(lines) - 1
            at = (label_x, top + row * _ROW + 4)
            yield _text(at, words, anchor="start" if right else "end", colour=_LINE if last else _INK)


def _outline(marks: Sequence[Mark]) -> Iterator[str]:
    """The region's own line, broken where a ratio has no points."""
    of = len(marks)
    places = [None if mark.points is None else _place(i, of, float(mark.points)) for i, mark in enumerate(marks)]
    known = [place for place in places if place is not None]
    if len(known) == of and of:
        fill = f'fill="{_LINE}" fill-opacity="0.18" stroke="{_LINE}" stroke-width="2.5"'
        yield f'<polygon points="{_joined(known)}" {fill}/>'
    else:
        for first, last in zip(places, [*places[1:], *places[:1]], strict=True):
            if first is not None and last is not None:
                yield _line(first, last, _LINE, width=2.5)
    for x, y in known:
        yield f'<circle cx="{_size(x)}" cy="{_size(y)}" r="4.5" fill="{_LINE}"/>'


def _below(profile: FinancialProfile, lang: Language) -> Iterator[str]:
    lines = [*folded(one_line(profile.compared(lang)), 120), *folded(_KEY.say(lang), 120)]
    for row, words in enumerate(lines):
        yield _text((24, HEIGHT - 52 + row * _ROW), words, colour=_FAINT)


def _text(  # noqa: PLR0913 - where words stand, and how
    at: tuple[float, float],
    words: str,
    *,
    anchor: str = "start",
    colour: str = _INK,
    size: int = 13,
    weight: int = 400,
) -> str:
    return (
        f'<text x="{_size(at[0])}" y="{_size(at[1])}" text-anchor="{anchor}" fill="{colour}" font-size="{size}" '
        f'font-weight="{weight}">{_safe(words)}</text>'
    )


def _line(first: tuple[float, float], last: tuple[float, float], colour: str, *, width: float = 1) -> str:
    (x1, y1), (x2, y2) = ((_size(x), _size(y)) for x, y in (first, last))
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{_size(width)}"/>'


def _joined(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_size(x)},{_size(y)}" for x, y in places)


def _size(value: float) -> str:
    """A place with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def _safe(words: str) -> str:
    return for_html(one_line(words))
