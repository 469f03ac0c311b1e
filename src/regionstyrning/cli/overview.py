"""The whole of what `show` says of a region."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from regionstyrning.cli.catalogues import counts, counts_text
from regionstyrning.cli.documents import documents_section
from regionstyrning.cli.goals import goals_section
from regionstyrning.cli.organs import organ_sections
from regionstyrning.cli.sections import Page, Section
from regionstyrning.cli.structure import structure_sections
from regionstyrning.model.steering_model import ModelStatus
from regionstyrning.report.words import days_words
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel
    from regionstyrning.model.structure import Structure

_HEAD = Sentence("{title} [{id}] den {day}", "{title} [{id}] on {day}")
_FICTIONAL = Sentence("Regionen är påhittad.", "The region is fictional.")
_STRUCTURE = Sentence("Struktur: {title} [{id}]{days}", "Structure: {title} [{id}]{days}")
_NO_STRUCTURE = Sentence("Ingen struktur gäller den dagen.", "No structure is in force that day.")
_OPEN_POINTS = Sentence("ÖPPNA PUNKTER", "OPEN POINTS")
_COUNTED = Sentence(
    "{count} i allt: {kinds}. Läs dem med --open-points.", "{count} in all: {kinds}. Read them with --open-points."
)
_HELD = Sentence("Innehåll den dagen: {counts}.", "Contents that day: {counts}.")
_NONE = Sentence("Inga.", "None.")


def overview(held: SteeringModel, page: Page) -> tuple[list[str], list[Section]]:
    """
    Everything that `show` says of a region.

    Args:
        held: What ``model.at(day)`` gave.
        page: How to write it.

    Returns:
        The lines at the top, and the parts under them.
    """
    structure = held.structure_on(held.as_of)
    head = [_HEAD.say(page.lang, title=held.title, id=held.id, day=held.as_of), _told(structure, page)]
    if held.status is ModelStatus.FICTIONAL:
        head.append(_FICTIONAL.say(page.lang))
    head.append(_HELD.say(page.lang, counts=counts_text(held, page.lang)))
    sections = [
        *(() if structure is None else structure_sections(structure, page)),
        goals_section(held, page),
        documents_section(held, page),
        *organ_sections(held, page),
        _open_points(held, page),
    ]
    return [piece for line in head for piece in folded(one_line(line), page.width)], sections


def as_records(held: SteeringModel, sections: list[Section]) -> dict[str, Any]:
    """The parts as plain values, by name."""
    structure = held.structure_on(held.as_of)
    return {
        "id": held.id,
        "title": held.title,
        "on": held.as_of.isoformat(),
        "status": held.status.value,
        "structure": None if structure is None else {"id": structure.id, "title": structure.title},
        "counts": counts(held),
        **{section.name: section.rows for section in sections},
    }


def open_points_text(held: SteeringModel, page: Page) -> str:
    """Each open point in a line of its own."""
    lines = [f"{point.title} [{point.id}] – {point.kind.value}" for point in _sorted(held)]
    return page.listed(lines) or _NONE.say(page.lang)


def open_point_rows(held: SteeringModel) -> list[dict[str, Any]]:
    """Each open point as a row."""
    return [
        {"id": point.id, "title": point.title, "kind": point.kind.value, "about": point.about, "field": point.field}
        for point in _sorted(held)
    ]


def _open_points(held: SteeringModel, page: Page) -> Section:
    kinds = Counter(point.kind.value for point in held.open_points)
    in_order = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    told = ", ".join(f"{kind} {count}" for kind, count in in_order)
    text = _COUNTED.say(page.lang, count=len(held.open_points), kinds=told) if told else _NONE.say(page.lang)
    rows = open_point_rows(held)
    return Section(name="open_points", heading=_OPEN_POINTS, rows=rows, text="\n".join(folded(text, page.width)))


def _sorted(held: SteeringModel) -> list[Any]:
    return sorted(held.open_points, key=lambda point: point.id)


def _told(structure: Structure | None, page: Page) -> str:
    if structure is None:
        return _NO_STRUCTURE.say(page.lang)
    days = "" if structure.validity is None else f", {days_words(structure.validity, page.lang)}"
    return _STRUCTURE.say(page.lang, title=structure.title, id=structure.id, days=days)
