"""The year of a region drawn as a wheel of twelve months (årshjul)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.export.year_items import KEY, LAW, OTHER, Item, items_of, recurring
from regionstyrning.export.year_labels import HEAD, LINE, MARGIN, labels_of, placed, tall_of
from regionstyrning.export.year_ring import (
    COLOURS,
    RADIUS,
    WIDTH,
    hub,
    many_marks,
    marks,
    months,
    ring,
    text_of,
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

_NOTE_COLUMNS = 210


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
    labels = labels_of(items)
    tall = max(2 * RADIUS + 40, tall_of(labels))
    middle, notes = HEAD + tall // 2, _notes(shown, lang)
    height = HEAD + tall + 78 + len(notes) * LINE
    name = f"{model.id}-{shown.first_year}"
    title = _TITLE.say(lang, year=shown.first_year, region=model.title)
    lines = [
        _opening(name, height),
        f'<title id="{text_of(name)}-title">{text_of(title)}</title>',
        f'<desc id="{text_of(name)}-desc">{text_of(_described(shown, items, notes, lang))}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="{MARGIN}" y="32" font-size="21" font-weight="bold">{text_of(title)}</text>',
        f'<text x="{MARGIN}" y="52" fill="#444444">{text_of(_SEEN.say(lang, day=shown.on))}</text>',
        *months(shown.first_year, middle, lang),
        *hub(shown, middle, lang),
        *placed(labels, middle, tall),
        *marks(items, middle),
        *many_marks(shown, middle),
        *_legend(height - 54 - len(notes) * LINE, lang),
        *(
            f'<text x="{MARGIN}" y="{height - 8 - (len(notes) - 1 - place) * LINE}" font-size="12" '
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


def _legend(top: int, lang: Language) -> Iterator[str]:
    """What the colours and marks mean."""
    x = MARGIN + 10
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
    yield f'<text x="{MARGIN}" y="{top + 30}" fill="#333333">{text_of(words)}</text>'
    x = MARGIN + 34 + round(len(words) * 6.2)
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
