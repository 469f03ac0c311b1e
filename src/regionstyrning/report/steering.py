"""How the region steers: the structure in force, part by part."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.report.geh import geh_words
from regionstyrning.report.pages import Part, chapter, notes_under, paragraphs, plain, sentences
from regionstyrning.report.words import join_words, link_words, setters
from regionstyrning.report.year import document_kinds, steering_year
from regionstyrning.text.markdown import bullets, for_markdown, heading
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.geh import Reserve
    from regionstyrning.model.scales import Scale
    from regionstyrning.model.structure import Structure
    from regionstyrning.report.pages import Subject

_STEERING = Sentence("Så styr regionen", "How the region steers")
_STREAMS = Sentence("Styrströmmar", "Streams of steering")
_LEVELS = Sentence("Nivåer, uppifrån", "Levels, from the top")
_LINKS = Sentence("Vad som hänger på vad", "What hangs on what")
_PERSPECTIVES = Sentence("Perspektiv", "Perspectives")
_KINDS = Sentence("Slag av dokument", "Kinds of document")
_CYCLE = Sentence("Årets gång", "The steering year")
_SCALES = Sentence("Bedömningsskalor", "Judging scales")
_GEH = Sentence("God ekonomisk hushållning", "God ekonomisk hushållning")
_RESERVES = Sentence("Reserver", "Reserves")

_LEVEL = Sentence("Nivå", "Level")
_KIND = Sentence("Slag", "Kind")
_SET_BY = Sentence("Sätts av", "Set by")
_IN = Sentence("Står i", "Stands in")
_JUDGED_BY = Sentence("Bedöms efter", "Judged by")
_SOURCE = Sentence("Källa", "Source")
_PUT_AS = Sentence("Uttryckt som", "Put as")
_PERSPECTIVE = Sentence("Perspektiv", "Perspective")
_GROUP = Sentence("Grupp", "Group")
_STEP = Sentence("Steg", "Step")
_SIGN = Sentence("Tecken", "Sign")
_MEANS = Sentence("Kan betyda", "May mean")
_READS = Sentence("{title} (bedömer {reads})", "{title} (judges {reads})")
_FILLED = Sentence("fylls på: {how}", "filled: {how}")
_USED = Sentence("används: {how}", "used: {how}")
_CEILING = Sentence(
    "tak: {share} % av skatter och generella statsbidrag", "ceiling: {share} % of taxes and general grants"
)


def steering_chapter(subject: Subject) -> str:
    """The structure in force, each part of it in turn."""
    structure = subject.structure
    if structure is None:
        return chapter(subject, _STEERING)
    return chapter(
        subject,
        _STEERING,
        Part(title=subject.say(_STREAMS), body=_streams(subject, structure)),
        Part(title=subject.say(_LEVELS), body=_levels(subject, structure)),
        Part(title=subject.say(_LINKS), body=_links(subject, structure)),
        Part(title=subject.say(_PERSPECTIVES), body=_perspectives(subject, structure)),
        Part(title=subject.say(_GEH), body=paragraphs(_geh(subject, structure))),
        Part(title=subject.say(_RESERVES), body=bullets(_reserve(subject, reserve) for reserve in structure.reserves)),
        Part(title=subject.say(_SCALES), body=paragraphs(_scale(subject, scale) for scale in structure.scales)),
        Part(title=subject.say(_KINDS), body=document_kinds(subject, structure)),
        Part(title=subject.say(_CYCLE), body=steering_year(subject, structure)),
        opening=paragraphs([for_markdown(structure.note or ""), subject.sources(structure.sources)]),
    )


def _streams(subject: Subject, structure: Structure) -> str:
    lines = []
    for stream in structure.streams:
        told = ": ".join(filter(None, (stream.title, stream.text)))
        lines.append(_sentences([for_markdown(told), subject.sources(stream.sources)]))
    return bullets(lines)


def _levels(subject: Subject, structure: Structure) -> str:
    kinds = {kind.id: kind.title for kind in structure.document_kinds}
    rows = [
        [
            level.title,
            level.kind.value,
            ", ".join(setters(level)),
            ", ".join(kinds.get(id, id) for id in level.in_documents),
            ", ".join(ground.value for ground in level.judged_by),
            subject.places(level.sources),
        ]
        for level in structure.levels
    ]
    notes = [(level.title, sentences([join_words(level.join), level.note or ""])) for level in structure.levels]
    table = subject.table((_LEVEL, _KIND, _SET_BY, _IN, _JUDGED_BY, _SOURCE), rows)
    return paragraphs([table, notes_under(subject, notes)])


def _links(subject: Subject, structure: Structure) -> str:
    """A line for each link; what the region says of several stands after the last of them in a row."""
    lines: list[str] = []
    rules = [(said, link.text or "") for link in structure.links for said in link_words(structure, link, subject.lang)]
    for text, some in groupby(rules, key=lambda rule: rule[1]):
        said = [rule for rule, _ in some]
        lines += [f"{' '.join(said)} (”{text.strip('”')}”)"] if text else said
    return bullets(plain(lines))


def _perspectives(subject: Subject, structure: Structure) -> str:
    titles = {level.id: level.title for level in structure.levels}
    rows = [
        [
            titles.get(each.level, each.level),
            each.title,
            each.kind.value,
            each.group or "",
            subject.places(each.sources),
        ]
        for each in structure.perspectives
    ]
    table = subject.table((_LEVEL, _PERSPECTIVE, _PUT_AS, _GROUP, _SOURCE), rows)
    return paragraphs([table, notes_under(subject, [(each.title, each.note or "") for each in structure.perspectives])])


def _scale(subject: Subject, scale: Scale) -> str:
    rows = [
        [
            step.word,
            ", ".join(filter(None, (step.sign, step.colour))),
            ", ".join(meaning.value for meaning in step.means),
        ]
        for step in scale.steps
    ]
    table = subject.table((_STEP, _SIGN, _MEANS), rows)
    title = heading(subject.say(_READS, title=scale.title, reads=scale.reads.value), 4)
    notes = notes_under(subject, [(step.word, step.note or "") for step in scale.steps])
    return paragraphs([title, table, notes, subject.sources(scale.sources)])


def _geh(subject: Subject, structure: Structure) -> Iterator[str]:
    yield from plain(geh_words(structure, subject.lang))
    if structure.geh is not None:
        yield subject.sources(structure.geh.sources)


def _reserve(subject: Subject, reserve: Reserve) -> str:
    same = reserve.title.casefold() == reserve.kind.value
    told = [reserve.title if same else f"{reserve.title} ({reserve.kind.value})"]
    told += [subject.say(_FILLED, how=reserve.filled.rstrip("."))] if reserve.filled else []
    told += [subject.say(_USED, how=reserve.used.rstrip("."))] if reserve.used else []
    if reserve.limit_percent is not None:
        told.append(subject.say(_CEILING, share=number(reserve.limit_percent, subject.lang)))
    return _sentences([for_markdown("; ".join(told)), subject.sources(reserve.sources)])


def _sentences(texts: list[str]) -> str:
    return " – ".join(filter(None, texts))
