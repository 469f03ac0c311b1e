"""How the region steers: the structure in force, part by part, and the documents of the day."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.report.pages import Part, chapter, paragraphs
from regionstyrning.report.words import (
    MONTHS,
    counted_geh,
    days_words,
    document_words,
    kind_horizon_words,
    link_words,
    setters,
)
from regionstyrning.text.markdown import bullets, for_markdown, heading
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.geh import Reserve
    from regionstyrning.model.joins import Join
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
_DOCUMENTS = Sentence("Dokument i kraft", "Documents in force")
_OF_NO_KIND = Sentence("Utan angivet slag", "Of no stated kind")

_LEVEL = Sentence("Nivå", "Level")
_KIND = Sentence("Slag", "Kind")
_SET_BY = Sentence("Sätts av", "Set by")
_IN = Sentence("Står i", "Stands in")
_JUDGED_BY = Sentence("Bedöms efter", "Judged by")
_NOTE = Sentence("Anmärkning", "Note")
_SOURCE = Sentence("Källa", "Source")
_PERSPECTIVE = Sentence("Perspektiv", "Perspective")
_GROUP = Sentence("Grupp", "Group")
_DOCUMENT = Sentence("Dokument", "Document")
_ADOPTED_BY = Sentence("Antas av", "Adopted by")
_BELONGS = Sentence("Finns hos", "Belongs to")
_BASED_ON = Sentence("Bygger på", "Based on")
_HORIZON = Sentence("Horisont", "Horizon")
_WHAT = Sentence("Steg", "Step")
_WHO = Sentence("Vem", "Who")
_WHEN = Sentence("När", "When")
_DOES = Sentence("Gör", "Does")
_ADOPTED = Sentence("Tid och antagande", "Time and adoption")
_AHEAD = Sentence("{count} år före", "{count} years before")
_EVERY = Sentence("vart {count}:e år", "every {count} years")
_STEP = Sentence("Steg", "Step")
_SIGN = Sentence("Tecken", "Sign")
_MEANS = Sentence("Kan betyda", "May mean")
_READS = Sentence("{title} (läser {reads})", "{title} (reads {reads})")
_RULE = Sentence("Regionens egen regel: {rule}", "The region's own rule: {rule}")
_NO_RULE = Sentence(
    "Regionen anger ingen regel för hur helheten bedöms.", "The region states no rule for judging the whole."
)
_JOINED = Sentence("Så vägs helheten samman: {rule}.", "How the whole is joined: {rule}.")
_COUNTED = Sentence("Räknas: {what}.", "Counts: {what}.")
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
        Part(title=subject.say(_KINDS), body=_document_kinds(subject, structure)),
        Part(title=subject.say(_CYCLE), body=_cycle(subject, structure)),
        Part(title=subject.say(_SCALES), body=paragraphs(_scale(subject, scale) for scale in structure.scales)),
        Part(title=subject.say(_GEH), body=paragraphs(_geh(subject, structure))),
        Part(title=subject.say(_RESERVES), body=bullets(_reserve(subject, reserve) for reserve in structure.reserves)),
        opening=paragraphs([for_markdown(structure.note or ""), subject.sources(structure.sources)]),
    )


def documents_chapter(subject: Subject) -> str:
    """The documents in force, by kind in the order of the structure."""
    kinds = {} if subject.structure is None else {kind.id: kind.title for kind in subject.structure.document_kinds}
    places = {id: place for place, id in enumerate(kinds)}

    def order(document: SteeringDocument) -> tuple[int, str, str, str]:
        return places.get(document.kind or "", len(places)), document.kind or "", document.title, document.id

    rows = []
    for kind, documents in groupby(sorted(subject.held.documents, key=order), key=lambda document: document.kind):
        word = kinds.get(kind, kind) if kind else subject.say(_OF_NO_KIND)
        for document in documents:
            told = ", ".join(document_words(subject.held, document, subject.lang))
            based = subject.titles(document.based_on)
            rows.append([word, document.title, told, based, subject.places(document.sources[:1]), document.note or ""])
    table = subject.table((_KIND, _DOCUMENT, _ADOPTED, _BASED_ON, _SOURCE, _NOTE), rows)
    return chapter(subject, _DOCUMENTS, opening=table)


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
            " ".join(filter(None, (_join(level.join), level.note))),
            subject.places(level.sources),
        ]
        for level in structure.levels
    ]
    return subject.table((_LEVEL, _KIND, _SET_BY, _IN, _JUDGED_BY, _NOTE, _SOURCE), rows)


def _links(subject: Subject, structure: Structure) -> str:
    return bullets(
        for_markdown(f"{said} (”{link.text.strip('”')}”)" if link.text else said)
        for link in structure.links
        for said in link_words(structure, link, subject.lang)
    )


def _perspectives(subject: Subject, structure: Structure) -> str:
    titles = {level.id: level.title for level in structure.levels}
    rows = [
        [
            titles.get(each.level, each.level),
            each.title,
            each.kind.value,
            each.group or "",
            each.note or "",
            subject.places(each.sources),
        ]
        for each in structure.perspectives
    ]
    return subject.table((_LEVEL, _PERSPECTIVE, _KIND, _GROUP, _NOTE, _SOURCE), rows)


def _document_kinds(subject: Subject, structure: Structure) -> str:
    kinds = {kind.id: kind.title for kind in structure.document_kinds}
    rows = [
        [
            kind.title,
            ", ".join(organ.value for organ in kind.adopted_by),
            ", ".join(organ.value for organ in kind.belongs_to),
            ", ".join(kinds.get(id, id) for id in kind.based_on),
            kind_horizon_words(kind, subject.lang),
            kind.note or "",
            subject.places(kind.sources),
        ]
        for kind in structure.document_kinds
    ]
    return subject.table((_KIND, _ADOPTED_BY, _BELONGS, _BASED_ON, _HORIZON, _NOTE, _SOURCE), rows)


def _cycle(subject: Subject, structure: Structure) -> str:
    kinds = {kind.id: kind.title for kind in structure.document_kinds}
    rows = [
        [
            step.title,
            ", ".join(kind.value for kind in (*step.by, *step.by_posts)),
            step.action.value,
            kinds.get(step.document_kind or "", step.document_kind or ""),
            "; ".join(_when(subject, step)),
            subject.places(step.sources),
        ]
        for step in structure.cycle
    ]
    return subject.table((_WHAT, _WHO, _DOES, _DOCUMENT, _WHEN, _SOURCE), rows)


def _when(subject: Subject, step: CycleStep) -> Iterator[str]:
    months = MONTHS[subject.lang].split()
    first = None if step.first_month is None else months[step.first_month - 1]
    last = None
    if step.last is not None:
        last = " ".join(filter(None, (str(step.last.day or ""), months[step.last.month - 1])))
    if step.text:
        yield step.text
    else:
        yield from filter(None, ["–".join(dict.fromkeys(filter(None, (first, last))))])
        yield step.recurs.value if step.every_years is None else subject.say(_EVERY, count=step.every_years)
    if step.years_ahead:
        yield subject.say(_AHEAD, count=step.years_ahead)
    if step.election_year is not type(step.election_year).ALSO:
        yield step.election_year.value
    if step.paragraph:
        yield step.paragraph
    if step.validity is not None:
        yield days_words(step.validity, subject.lang)


def _scale(subject: Subject, scale: Scale) -> str:
    rows = [
        [
            step.word,
            ", ".join(filter(None, (step.sign, step.colour))),
            ", ".join(meaning.value for meaning in step.means),
            step.note or "",
        ]
        for step in scale.steps
    ]
    table = subject.table((_STEP, _SIGN, _MEANS, _NOTE), rows)
    title = heading(subject.say(_READS, title=scale.title, reads=scale.reads.value), 4)
    return paragraphs([title, table, subject.sources(scale.sources)])


def _geh(subject: Subject, structure: Structure) -> Iterator[str]:
    rule = structure.geh
    counted = counted_geh(structure, subject.lang)
    if rule is not None and rule.text:
        yield for_markdown(subject.say(_RULE, rule=rule.text))
    if counted:
        yield for_markdown(subject.say(_COUNTED, what=listed(counted, subject.lang)))
    if rule is not None:
        joined = _join(rule.join)
        yield for_markdown(subject.say(_JOINED, rule=joined) if joined else subject.say(_NO_RULE))
        yield subject.sources(rule.sources)


def _join(join: Join | None) -> str:
    return "" if join is None else (join.text or join.kind.value)


def _reserve(subject: Subject, reserve: Reserve) -> str:
    same = reserve.title.casefold() == reserve.kind.value
    told = [reserve.title if same else f"{reserve.title} ({reserve.kind.value})"]
    told += [subject.say(_FILLED, how=reserve.filled)] if reserve.filled else []
    told += [subject.say(_USED, how=reserve.used)] if reserve.used else []
    if reserve.limit_percent is not None:
        told.append(subject.say(_CEILING, share=number(reserve.limit_percent, subject.lang)))
    return _sentences([for_markdown("; ".join(told)), subject.sources(reserve.sources)])


def _sentences(texts: list[str]) -> str:
    return " – ".join(filter(None, texts))
