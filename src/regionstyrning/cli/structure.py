"""How a region steers: its levels from the top, what hangs on what, and the kinds of its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.cli.sections import Page, Section
from regionstyrning.report.geh import geh_words
from regionstyrning.report.words import kind_horizon_words, link_words, setters
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.structure import Structure

_STREAMS = Sentence("STRÖMMAR SIDA VID SIDA", "STREAMS SIDE BY SIDE")
_LEVELS = Sentence("NIVÅER, UPPIFRÅN", "LEVELS, FROM THE TOP")
_LINKS = Sentence("VAD SOM HÄNGER PÅ VAD", "WHAT HANGS ON WHAT")
_PERSPECTIVES = Sentence("PERSPEKTIV", "PERSPECTIVES")
_KINDS = Sentence("SLAG AV DOKUMENT", "KINDS OF DOCUMENT")
_GEH = Sentence("GOD EKONOMISK HUSHÅLLNING", "GOD EKONOMISK HUSHÅLLNING")
_NO_GEH = Sentence("Inget är känt om vad som räknas.", "Nothing is known of what counts.")
_NO_PERSPECTIVES = Sentence("Inga perspektiv.", "No perspectives.")

_LEVEL = Sentence("nivå", "level")
_SET_BY = Sentence("sätts av", "set by")
_IN = Sentence("står i", "stands in")
_PERSPECTIVE = Sentence("perspektiv", "perspective")
_KIND = Sentence("slag", "kind")
_ADOPTED_BY = Sentence("antas av", "adopted by")
_BASED_ON = Sentence("bygger på", "based on")
_HORIZON = Sentence("horisont", "horizon")


def structure_sections(structure: Structure, page: Page) -> tuple[Section, ...]:
    """
    The parts that tell of a structure.

    Args:
        structure: The structure in force.
        page: How to write them.
    """
    return (
        *([_streams(structure, page)] if structure.streams else []),
        _levels(structure, page),
        _links(structure, page),
        _perspectives(structure, page),
        _geh(structure, page),
        _document_kinds(structure, page),
    )


def _streams(structure: Structure, page: Page) -> Section:
    """The kinds of steering side by side, which most regions have no more than one of."""
    rows = [{"id": each.id, "title": each.title, "text": each.text} for each in structure.streams]
    lines = [": ".join(filter(None, (each.title, each.text))) for each in structure.streams]
    return Section(name="streams", heading=_STREAMS, rows=rows, text=page.listed(lines))


def _levels(structure: Structure, page: Page) -> Section:
    kinds = {kind.id: kind.title for kind in structure.document_kinds}
    rows = [
        {
            "id": level.id,
            "title": level.title,
            "kind": level.kind.value,
            "set_by": setters(level),
            "in_documents": list(level.in_documents),
        }
        for level in structure.levels
    ]
    cells = [
        [level.title, ", ".join(setters(level)), ", ".join(kinds.get(id, id) for id in level.in_documents)]
        for level in structure.levels
    ]
    return Section(name="levels", heading=_LEVELS, rows=rows, text=page.table((_LEVEL, _SET_BY, _IN), cells))


def _links(structure: Structure, page: Page) -> Section:
    rows = [
        {
            "lower": link.lower,
            "upper": list(link.upper),
            "required": link.required,
            "required_under": link.required_under,
            "text": link.text,
        }
        for link in structure.links
    ]
    lines = [line for link in structure.links for line in link_words(structure, link, page.lang)]
    return Section(name="links", heading=_LINKS, rows=rows, text=page.listed(lines))


def _perspectives(structure: Structure, page: Page) -> Section:
    titles = {level.id: level.title for level in structure.levels}
    rows = [
        {"id": each.id, "title": each.title, "kind": each.kind.value, "level": each.level, "group": each.group}
        for each in structure.perspectives
    ]
    cells = [
        [titles.get(each.level, each.level), f"{each.title} [{each.id}]", each.kind.value]
        for each in structure.perspectives
    ]
    text = page.table((_LEVEL, _PERSPECTIVE, _KIND), cells) if cells else _NO_PERSPECTIVES.say(page.lang)
    return Section(name="perspectives", heading=_PERSPECTIVES, rows=rows, text=text)


def _geh(structure: Structure, page: Page) -> Section:
    """Which goals count, and how the whole is judged, as the region says it."""
    rule = structure.geh
    rows = [
        {
            "levels": [level.id for level in structure.levels if level.geh],
            "perspectives": [each.id for each in structure.perspectives if each.geh],
            "by_mark": rule is not None and rule.by_mark,
            "conditions": [] if rule is None else list(rule.conditions),
            "join": None if rule is None or rule.join is None else rule.join.kind.value,
            "text": None if rule is None else rule.text,
        }
    ]
    lines = list(geh_words(structure, page.lang)) or [_NO_GEH.say(page.lang)]
    return Section(name="geh", heading=_GEH, rows=rows if any(rows[0].values()) else [], text=page.listed(lines))


def _document_kinds(structure: Structure, page: Page) -> Section:
    kinds = {kind.id: kind.title for kind in structure.document_kinds}
    rows = [
        {
            "id": kind.id,
            "title": kind.title,
            "adopted_by": [organ.value for organ in kind.adopted_by],
            "based_on": list(kind.based_on),
            "horizon": None if kind.horizon is None else kind.horizon.value,
            "horizon_years": kind.horizon_years,
            "reports": kind.reports,
        }
        for kind in structure.document_kinds
    ]
    cells = [
        [
            kind.title,
            ", ".join(organ.value for organ in kind.adopted_by),
            ", ".join(kinds.get(id, id) for id in kind.based_on),
            kind_horizon_words(kind, page.lang),
        ]
        for kind in structure.document_kinds
    ]
    text = page.table((_KIND, _ADOPTED_BY, _BASED_ON, _HORIZON), cells)
    return Section(name="document_kinds", heading=_KINDS, rows=rows, text=text)
