"""A measure with its targets and outcomes, as written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from regionstyrning.model.indicators import Direction, IndicatorRole, MeasureKind
from regionstyrning.report.facts import document_of_targets, facts_of, facts_table
from regionstyrning.report.pages import labelled, paragraphs, sentences
from regionstyrning.report.words import years_words
from regionstyrning.text.markdown import bullets, for_markdown
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.indicators import Indicator, Outcome, Target
    from regionstyrning.report.pages import Subject

_MEASURE = Sentence("Mått: {title}", "Measure: {title}")
_OWNER = Sentence("bärs av {owner}", "carried by {owner}")
_NO_OWNER = Sentence("bärs av ingen som anges", "carried by nobody who is named")
_STANDS_IN = Sentence("står i {document}", "stands in {document}")
_ASKED_IN = Sentence("målvärden enligt {document}", "targets by {document}")
_NO_DOCUMENT = Sentence("dokumentet anges inte", "its document is not stated")
_PARTS = Sentence("kluster av {count} delar", "cluster of {count} parts")
_PRINTED = Sentence("kallas {kind} i källan", "called {kind} in the source")
_SUPPORTS = Sentence("stöder bedömningen", "supports the judgement")
_WATCHES = Sentence("följs bara", "only watched")
_NEITHER = Sentence("Varken målvärde eller utfall är känt.", "Neither target nor outcome is known.")
_NO_TARGET = Sentence("Inget målvärde är känt.", "No target is known.")
_NO_OUTCOME = Sentence("Inget utfall är känt.", "No outcome is known.")
_WATCHED = Sentence("Måttet följs bara och har inget målvärde.", "The measure is only watched and has no target.")
_NOTE = Sentence("Anmärkning: {note}", "Note: {note}")
_USUALLY = Sentence("Där inget annat sägs {traits}.", "Where nothing else is said {traits}.")
_USUAL_DOCUMENT = Sentence("står måtten i {document}", "the measures stand in {document}")
_USUAL_OWNER = Sentence("bärs måtten av {owner}", "the measures are carried by {owner}")
_AND = Sentence(" och ", " and ")

_BETTER = {
    Direction.UP: Sentence("högre är bättre", "higher is better"),
    Direction.DOWN: Sentence("lägre är bättre", "lower is better"),
    Direction.STEADY: Sentence("oförändrat är bäst", "steady is best"),
}

MOST_USUAL = 3
"""From how many measures on what most of them share is said once, before them."""


def measure(subject: Subject, indicator: Indicator) -> str:
    """What a measure is, what is asked of it by year and scope, and how it went."""
    targets, outcomes = facts_of(subject, indicator)
    table, remarks = facts_table(subject, indicator, targets, outcomes)
    title = f"**{for_markdown(subject.say(_MEASURE, title=labelled(indicator)))}**"
    document = document_of_targets(targets)
    traits = list(_traits(subject, indicator))
    if document not in {None, indicator.document}:
        traits.append(subject.say(_ASKED_IN, document=subject.title(document or "")))
    told = [*_silences(indicator, targets, outcomes, subject), indicator.description or ""]
    told += [subject.say(_NOTE, note=subject.named(indicator.note))] if indicator.note else []
    said = [
        f"{title} ({for_markdown('; '.join(traits))}).",
        for_markdown(sentences(told)),
        sentences([subject.sources(indicator.sources)]),
    ]
    return paragraphs([" ".join(filter(None, said)), table, bullets(remarks)])


def usual_traits(subject: Subject) -> str:
    """What most measures share and so is not said of each; an empty text if they share nothing."""
    document, owner = _usual(subject, "document"), _usual(subject, "owners")
    traits = [subject.say(_USUAL_DOCUMENT, document=subject.title(document))] if document else []
    traits += [subject.say(_USUAL_OWNER, owner=owner)] if owner else []
    return subject.say(_USUALLY, traits=subject.say(_AND).join(traits)) if traits else ""


def _usual(subject: Subject, trait: str) -> str | None:
    """The document or owners of more than half of the measures; None if there is no such."""
    memo = subject.held.memo
    key = ("usual", trait, subject.lang)
    if key not in memo:
        held = subject.held.indicators
        values = Counter(subject.owners(each) if trait == "owners" else each.document for each in held)
        value, count = next(iter(values.most_common(1)), (None, 0))
        memo[key] = value if count >= MOST_USUAL and count * 2 > len(held) else None
    usual: str | None = memo[key]
    return usual


def _traits(subject: Subject, indicator: Indicator) -> Iterator[str]:
    if indicator.parts_count is None or indicator.kind is not MeasureKind.CLUSTER:
        yield indicator.kind.value
    if indicator.parts_count is not None:
        yield subject.say(_PARTS, count=indicator.parts_count)
    if indicator.printed_kind is not None and indicator.printed_kind != indicator.kind.value:
        yield subject.say(_PRINTED, kind=indicator.printed_kind)
    if indicator.unit is not None:
        yield indicator.unit
    if indicator.role is IndicatorRole.SUPPORTS:
        yield subject.say(_SUPPORTS)
    if indicator.role is IndicatorRole.WATCHED and facts_of(subject, indicator)[0]:  # else a sentence says it
        yield subject.say(_WATCHES)
    if indicator.direction is not None:
        yield subject.say(_BETTER[indicator.direction])
    yield from _own(subject, indicator)
    if indicator.validity is not None:
        yield years_words(indicator.validity, subject.lang)


def _own(subject: Subject, indicator: Indicator) -> Iterator[str]:
    """Owner and document, where they are not those of most measures."""
    owner, usual_owner = subject.owners(indicator), _usual(subject, "owners")
    if owner != (usual_owner or ""):
        yield subject.say(_OWNER, owner=owner) if owner else subject.say(_NO_OWNER)
    document, usual_document = indicator.document, _usual(subject, "document")
    if document != usual_document:
        told = None if document is None else subject.title(document)
        yield subject.say(_NO_DOCUMENT) if told is None else subject.say(_STANDS_IN, document=told)


def _silences(indicator: Indicator, targets: list[Target], outcomes: list[Outcome], subject: Subject) -> Iterator[str]:
    if indicator.role is IndicatorRole.WATCHED and not targets:
        yield subject.say(_WATCHED)
        if not outcomes:
            yield subject.say(_NO_OUTCOME)
    elif not targets and not outcomes:
        yield subject.say(_NEITHER)
    elif not targets:
        yield subject.say(_NO_TARGET)
    elif not outcomes:
        yield subject.say(_NO_OUTCOME)


def told_measures(subject: Subject, indicators: list[Any]) -> str:
    """Measures after one another."""
    return paragraphs(measure(subject, each) for each in indicators)
