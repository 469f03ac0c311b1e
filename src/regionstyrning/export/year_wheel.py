"""The year of a region drawn as a wheel of twelve months (årshjul)."""

from __future__ import annotations

from datetime import date
from math import acos, pi
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.export.year_items import KEY, LAW, OTHER, Item, items_of, recurring
from regionstyrning.export.year_ring import (
    COLOURS,
    HALF,
    LOOK,
    OVERDUE,
    RADIUS,
    WIDTH,
    at,
    badge,
    hub,
    many_marks,
    marks,
    months,
    ring,
    text_of,
    turn_of,
)
from regionstyrning.law import STANDARD
from regionstyrning.questions.calendar import calendar as calendar_of
from regionstyrning.questions.calendar.steps import StepKind
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.calendar import Calendar
    from regionstyrning.text.sentences import Language

_TITLE = Sentence("Årshjul {year} för {region}", "The steering year {year} of {region}")
_SEEN = Sentence("Sett den {day}", "Seen on {day}")
_TOLD = Sentence(
    "Tolv månader medurs med början överst. En båge går från den första månaden till den sista dagen. Ett fyllt "
    "märke visar att ett beslut är läst, ett ofyllt att inget är det, en streckad ring att det är försenat. Lagens "
    "undantag vid särskilda skäl, enskilda beslut och anmälan av delegationsbeslut är inte ritade.",
    "Twelve months clockwise from the top. An arc goes from the first month to the last day. A filled mark shows that "
    "a decision was read, an open one that none was, a dashed ring that it is overdue. The law's exceptions for "
    "special reasons, single decisions and reports of decisions on delegation are not drawn.",
)
_EVERY = Sentence(
    "Flera gånger om året (prickarna bland månaderna): {titles}",
    "Several times a year (the dots among the months): {titles}",
)
_NO_DAY = Sentence("Utan dag i årshjulet: {titles}", "Without a day in the cycle: {titles}")
_FILLED = Sentence("Fyllt märke: ett beslut visar att det är gjort", "Filled: a decision shows that it was done")
_ARC = Sentence("Båge: tiden från den första månaden", "Arc: the time from the first month")
_LOOK = Sentence("Hel röd ring: något att se på", "Whole red ring: something to look at")
_LATE = Sentence(
    "Streckad ring: försenat, såvitt de lästa besluten visar",
    "Dashed ring: overdue, as far as the decisions that were read show",
)

_LABEL = 330
"""How wide a label is."""
_COLUMNS = 53
_NOTE_COLUMNS = 190
_LINE = 15
_HEAD = 64
_AROUND = 6
"""How far outside the rim lines to labels run."""
_APART = 4
"""How far apart they run round it, where there is room."""
_ROOM = 22
"""How far out the outermost may run."""
_TOP = 8
"""How far below the top of its label a line comes in."""
_MARGIN = 16


def year_wheel(
    model: SteeringModel,
    *,
    on: date | None = None,
    year: int | None = None,
    lang: Language = "sv",
    policies: Policies = STANDARD,
) -> str:
    """
    Draw the year of a region as a wheel of twelve months, as SVG.

    Own steps stand as arcs and numbered marks in the wheel, the law's days and what the rest of the
    model asks on a ring within; each is told in words beside it. All of it is told in the
    picture's description too.

    Args:
        model: Any model.
        on: The day that it is seen from; the model's own if left out.
        year: The calendar year; that of the day if left out.
        lang: Language of what is not the region's own words.
        policies: Whether last days move from holidays, and how months are counted.

    Returns:
        Text, the same for the same model.

    >>> print(year_wheel(model, year=2026).splitlines()[1])
    <title id="exempel-2026-title">Årshjul 2026 för Region Exempel</title>
    """
    seen = model if on is None or on == model.as_of else evolve(model, as_of=on)
    shown = calendar_of(seen, seen.as_of.year if year is None else year, policies=policies)
    items = items_of(shown, lang)
    labels = [*_labels(items, right=True), *_labels(items, right=False)]
    tall = max(2 * RADIUS + 40, *(_tall(items, right=right) for right in (True, False)))
    middle, notes = _HEAD + tall // 2, _notes(shown, lang)
    height = _HEAD + tall + 78 + len(notes) * _LINE
    name = f"{model.id}-{shown.first_year}"
    title = _TITLE.say(lang, year=shown.first_year, region=model.title)
    lines = [
        _opening(name, height),
        f'<title id="{text_of(name)}-title">{text_of(title)}</title>',
        f'<desc id="{text_of(name)}-desc">{text_of(_described(shown, items, notes, lang))}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="{_MARGIN}" y="32" font-size="21" font-weight="bold">{text_of(title)}</text>',
        f'<text x="{_MARGIN}" y="52" fill="#444444">{text_of(_SEEN.say(lang, day=shown.on))}</text>',
        *months(shown.first_year, middle, lang),
        *hub(shown, middle, lang),
        *_placed(labels, middle, tall),
        *marks(items, middle),
        *many_marks(shown, middle),
        *_legend(height - 54 - len(notes) * _LINE, lang),
        *(
            f'<text x="{_MARGIN}" y="{height - 8 - (len(notes) - 1 - place) * _LINE}" font-size="12" '
            f'fill="#333333">{text_of(note)}</text>'
            for place, note in enumerate(notes)
        ),
        "</svg>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _opening(name: str, height: int) -> str:
    labelled = f'role="img" aria-labelledby="{text_of(name)}-title {text_of(name)}-desc"'
    size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
    font = 'font-family="Helvetica, Arial, sans-serif" font-size="12"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {labelled} {font}>'


@frozen(kw_only=True)
class _Label:
    """
    What stands beside the wheel of one item.

    Attributes:
        item: The item.
        title: The lines of its title.
        beside: The lines under it.
        right: On which side it stands.
    """

    item: Item
    title: tuple[str, ...]
    beside: tuple[str, ...]
    right: bool

    @property
    def height(self) -> int:
        """How tall it is, with the room below it."""
        return _LINE * (len(self.title) + len(self.beside)) + 9


def _labels(items: Sequence[Item], *, right: bool) -> list[_Label]:
    """The labels of one side from the top: the first half of the year to the right, the second to the left."""
    found = [
        _Label(
            item=item,
            title=tuple(folded(f"{item.when}: {item.title}", _COLUMNS)),
            beside=tuple(folded(item.beside, _COLUMNS + 7)) if item.beside else (),
            right=right,
        )
        for item in items
        if (turn_of(item.day) < HALF) is right
    ]
    return found if right else found[::-1]


def _tall(items: Sequence[Item], *, right: bool) -> int:
    return sum(label.height for label in _labels(items, right=right))


def _placed(labels: Sequence[_Label], middle: int, tall: int) -> Iterator[str]:
    """Each label as near its mark as the others let it be, with a line to it."""
    for right in (True, False):
        side = [label for label in labels if label.right is right]
        wanted = [at(turn_of(label.item.day), RADIUS + 24, middle)[1] - label.height / 2 for label in side]
        tops = _spread(wanted, [each.height for each in side], tall)
        for label, top, far in zip(side, tops, _arcs(side, tops, middle), strict=True):
            yield from _label(label, top, far, middle)


def _arcs(side: Sequence[_Label], tops: Sequence[float], middle: int) -> list[float]:
    """
    How far from the middle the line to each label runs round the wheel, so that none lies on another.

    Of lines that run up the wheel the one whose label is highest runs innermost, and of those that run down the lowest.
    """
    rims = [at(turn_of(label.item.day), RADIUS, middle)[1] for label in side]
    up = [top + _TOP < rim for top, rim in zip(tops, rims, strict=True)]
    lanes = [sum(up[:place]) if up[place] else up[place + 1 :].count(False) for place in range(len(side))]
    most = max((*lanes, 1))
    apart = min(_APART, _ROOM / most)
    return [round(RADIUS + _AROUND + lane * apart, 1) for lane in lanes]


def _spread(wanted: Sequence[float], heights: Sequence[int], tall: int) -> list[float]:
    """The tops of labels that do not overlap: pushed down from the top, then up from the bottom."""
    tops: list[float] = []
    for top in wanted:
        above = tops[-1] + heights[len(tops) - 1] if tops else _HEAD
        tops.append(max(top, above))
    limit: float = _HEAD + tall
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], limit - heights[place])
        limit = tops[place]
    return [round(top, 1) for top in tops]


def _label(label: _Label, top: float, far: float, middle: int) -> Iterator[str]:
    item = label.item
    edge = WIDTH - _MARGIN - _LABEL if label.right else _MARGIN + _LABEL
    y = round(top + _TOP, 1)
    yield _lead(label, edge, y, middle, far)
    yield from badge(item, edge, y)
    anchor, x = ("start", edge + 17) if label.right else ("end", edge - 17)
    for place, line in enumerate(label.title):
        bold = f'<tspan font-weight="bold">{text_of(item.when)}</tspan>' if place == 0 else ""
        words = bold + text_of(line.removeprefix(item.when) if bold else line)
        yield f'<text x="{x}" y="{round(y + 4 + place * _LINE, 1)}" text-anchor="{anchor}">{words}</text>'
    for place, line in enumerate(label.beside, len(label.title)):
        fill = OVERDUE if item.overdue else LOOK if item.look else "#5a5a5a"
        yield (
            f'<text x="{x}" y="{round(y + 4 + place * _LINE, 1)}" text-anchor="{anchor}" font-size="11" '
            f'fill="{fill}">{text_of(line)}</text>'
        )


def _lead(label: _Label, edge: int, y: float, middle: int, far: float) -> str:
    """A line from the mark's place on the rim, round the wheel to the height of the label, and out to it."""
    turn = turn_of(label.item.day)
    height = max(-1.0, min(1.0, (middle - y) / far))
    to = acos(height) / pi * HALF
    if not label.right:
        to = 2 * HALF - to
    (x1, y1), (x2, y2), (x3, y3) = at(turn, RADIUS + 2, middle), at(turn, far, middle), at(to, far, middle)
    near = edge - 14 if label.right else edge + 14
    path = f"M{x1},{y1} L{x2},{y2} A{far},{far} 0 0 {int(to > turn)} {x3},{y3} L{near},{y}"
    return f'<path d="{path}" fill="none" stroke="{COLOURS[label.item.group]}" stroke-opacity="0.5"/>'


def _legend(top: int, lang: Language) -> Iterator[str]:
    """What the colours and marks mean."""
    x = _MARGIN + 10
    for group, sentence in enumerate(KEY):
        words = sentence.say(lang)
        colour = COLOURS[group]
        if group in {LAW, OTHER}:
            spin = f' transform="rotate(45 {x} {top})"' if group == LAW else ""
            yield f'<rect x="{x - 6}" y="{top - 6}" width="12" height="12"{spin} fill="{colour}"/>'
        else:
            yield f'<circle cx="{x}" cy="{top}" r="7" fill="{colour}"/>'
        yield f'<text x="{x + 14}" y="{top + 4}">{text_of(words)}</text>'
        x += 44 + round(len(words) * 6.2)
    words = f"{_FILLED.say(lang)}. {_ARC.say(lang)}."
    yield f'<text x="{_MARGIN}" y="{top + 30}" fill="#333333">{text_of(words)}</text>'
    x = _MARGIN + 34 + round(len(words) * 6.2)
    for overdue, sentence in ((False, _LOOK), (True, _LATE)):
        words = sentence.say(lang)
        yield ring(x, top + 26, overdue=overdue)
        yield f'<text x="{x + 20}" y="{top + 30}" fill="#333333">{text_of(words)}</text>'
        x += 54 + round(len(words) * 6.2)


def _notes(shown: Calendar, lang: Language) -> list[str]:
    """What has no place on the wheel, in lines under it."""
    many = [step.text(lang) for step in recurring(shown)]
    undated = [step.text(lang) for step in shown.without_day if step.kind is StepKind.OWN]
    told = [
        sentence.say(lang, titles="; ".join(titles))
        for sentence, titles in ((_EVERY, many), (_NO_DAY, undated))
        if titles
    ]
    told += [f"{step.text(lang)}." for step in shown.refused]
    return [line for note in told for line in folded(one_line(note), _NOTE_COLUMNS)]


def _described(shown: Calendar, items: Sequence[Item], notes: Sequence[str], lang: Language) -> str:
    """The whole picture in words, a sentence an item."""
    told = [_TOLD.say(lang)]
    told += [
        f"{item.number}. {item.when}: {item.title} ({item.beside})."
        if item.beside
        else f"{item.number}. {item.when}: {item.title}."
        for item in items
    ]
    return " ".join([*told, *notes, *shown.what_is_missing(lang)])
