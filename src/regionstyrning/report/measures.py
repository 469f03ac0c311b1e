"""A measure with its targets and outcomes, as written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from regionstyrning.model.indicators import IndicatorRole, Missing, Stage
from regionstyrning.questions.owners import owner_names
from regionstyrning.report.pages import labelled, paragraphs
from regionstyrning.report.words import asked_words, days_words, figure_words, horizon_words, part_words
from regionstyrning.text.markdown import for_markdown
from regionstyrning.text.numbers import MINUS
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model import SteeringModel
    from regionstyrning.model.indicators import Indicator, Outcome, Target
    from regionstyrning.report.pages import Subject

_MEASURE = Sentence("Mått: {title}", "Measure: {title}")
_YEAR = Sentence("År", "Year")
_FOR = Sentence("För", "For")
_TARGET = Sentence("Målvärde", "Target")
_OUTCOME = Sentence("Utfall", "Outcome")
_SOURCE = Sentence("Källa", "Source")
_OWNER = Sentence("bärs av {owner}", "carried by {owner}")
_STANDS_IN = Sentence("står i {document}", "stands in {document}")
_PARTS = Sentence("kluster av {count} delar", "cluster of {count} parts")
_PRINTED = Sentence("kallas {kind} i källan", "called {kind} in the source")
_BETTER = Sentence("bättre: {direction}", "better: {direction}")
_NEITHER = Sentence("Varken målvärde eller utfall är känt.", "Neither target nor outcome is known.")
_NO_TARGET = Sentence("Inget målvärde är känt.", "No target is known.")
_NO_OUTCOME = Sentence("Inget utfall är känt.", "No outcome is known.")
_WATCHED = Sentence("Måttet följs bara och har inget målvärde.", "The measure is only watched and has no target.")
_MISSING = Sentence("saknas: {reason}", "missing: {reason}")
_KNOWN = Sentence("känt {day}", "known {day}")
_REPORTED = Sentence("redovisat för {period}", "reported for {period}")
_BY = Sentence("enligt {document}", "by {document}")
_NO_YEAR = Sentence("utan år", "no year")
_EVERY_UNIT = Sentence("för varje enhet", "for every unit")
_AS_WRITTEN = Sentence("skrivet ”{text}”", "written ”{text}”")
_NOTE = Sentence("Anmärkning: {note}", "Note: {note}")

_REASONS = {
    Missing.NOT_REPORTED: Sentence("inte redovisat", "not reported"),
    Missing.NOT_APPLICABLE: Sentence("inte tillämpligt", "not applicable"),
    Missing.SECRET: Sentence("sekretess", "secret"),
    Missing.NEW: Sentence("nytt mått", "new measure"),
    Missing.NOT_READABLE: Sentence("går inte att läsa i källan", "not readable in the source"),
}

_Key = tuple[int, tuple[int, int], str, str]


def measure(subject: Subject, indicator: Indicator) -> str:
    """What a measure is, what is asked of it by year and scope, and how it went."""
    targets, outcomes = facts_of(subject, indicator)
    table = _table(subject, indicator, targets, outcomes)
    title = f"**{for_markdown(subject.say(_MEASURE, title=labelled(indicator)))}**"
    traits = for_markdown("; ".join(_traits(subject, indicator)))
    told = " ".join(
        filter(None, [f"{title} ({traits}).", for_markdown(" ".join(_silences(indicator, targets, outcomes, subject)))])
    )
    notes = [for_markdown(indicator.description or "")]
    notes += [for_markdown(subject.say(_NOTE, note=indicator.note))] if indicator.note else []
    return paragraphs([told, *notes, table, subject.sources(indicator.sources)])


def facts_of(subject: Subject, indicator: Indicator) -> tuple[list[Target], list[Outcome]]:
    """Targets of the day, or those it had while it was in use, and outcomes that are known on the day."""
    known = subject.held if indicator.id in subject.threads.nodes else subject.model
    return _of(known, "targets").get(indicator.id, []), _of(subject.held, "outcomes").get(indicator.id, [])


def _of(model: SteeringModel, catalogue: str) -> dict[str, list[Any]]:
    """Targets or outcomes by indicator, found once and kept."""
    found: dict[str, list[Any]] | None = model.memo.get(("by_indicator", catalogue))
    if found is None:
        found = model.memo["by_indicator", catalogue] = {}
        for record in sorted(getattr(model, catalogue), key=lambda each: each.id):
            found.setdefault(record.indicator, []).append(record)
    return found


def _traits(subject: Subject, indicator: Indicator) -> Iterator[str]:
    yield indicator.kind.value
    if indicator.printed_kind is not None and indicator.printed_kind != indicator.kind.value:
        yield subject.say(_PRINTED, kind=indicator.printed_kind)
    if indicator.parts_count is not None:
        yield subject.say(_PARTS, count=indicator.parts_count)
    if indicator.unit is not None:
        yield indicator.unit
    if indicator.role is not IndicatorRole.DECIDES:
        yield indicator.role.value
    if indicator.direction is not None:
        yield subject.say(_BETTER, direction=indicator.direction.value)
    owner = owner_names(subject.held, indicator, subject.lang)
    if owner:
        yield subject.say(_OWNER, owner=owner)
    if indicator.document is not None:
        yield subject.say(_STANDS_IN, document=subject.title(indicator.document))
    if indicator.validity is not None:
        yield days_words(indicator.validity, subject.lang)


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


def _table(subject: Subject, indicator: Indicator, targets: Iterable[Target], outcomes: Iterable[Outcome]) -> str:
    asked: defaultdict[_Key, list[str]] = defaultdict(list)
    shown: defaultdict[_Key, list[str]] = defaultdict(list)
    labels: dict[_Key, tuple[str, str]] = {}
    sources: defaultdict[_Key, dict[str, None]] = defaultdict(dict)
    facts: tuple[tuple[Any, defaultdict[_Key, list[str]]], ...] = ((targets, asked), (outcomes, shown))
    for some, cells in facts:
        for fact in some:
            key = _key(fact)
            labels[key] = _when(subject, fact), ", ".join(_for_whom(subject, fact))
            words = _asked(subject, indicator, fact) if cells is asked else _shown(subject, fact)
            cells[key].append(words)
            sources[key].update(dict.fromkeys(filter(None, [subject.places(fact.sources[:1])])))
    own = {subject.places(indicator.sources[:1])}
    if all(set(places) <= own for places in sources.values()):
        sources.clear()  # it stands under the table
    rows = [
        [*labels[key], "; ".join(asked[key]), "; ".join(shown[key]), "; ".join(sources[key])] for key in sorted(labels)
    ]
    return subject.table((_YEAR, _FOR, _TARGET, _OUTCOME, _SOURCE), rows)


def _key(fact: Outcome | Target) -> _Key:
    part = (0, 0) if fact.part is None else (fact.part.first_month, fact.part.last_month)
    return fact.year or 0, part, fact.scope or "", "" if fact.gender is None else fact.gender.value


def _when(subject: Subject, fact: Outcome | Target) -> str:
    return subject.say(_NO_YEAR) if fact.year is None else str(fact.year)


def _for_whom(subject: Subject, fact: Outcome | Target) -> Iterator[str]:
    if fact.part is not None:
        yield part_words(fact.part, subject.lang)
    if fact.scope is not None:
        yield fact.scope
    if fact.gender is not None:
        yield fact.gender.value


def _asked(subject: Subject, indicator: Indicator, target: Target) -> str:
    condition = target.condition
    more = [horizon_words(target.horizon, subject.lang)] if target.horizon is not None else []
    if condition.every_unit:
        more.append(subject.say(_EVERY_UNIT))
    if target.document not in {None, indicator.document}:
        more.append(subject.say(_BY, document=subject.title(target.document or "")))
    if target.validity is not None:
        more.append(days_words(target.validity, subject.lang))
    return _with(asked_words(condition, subject.lang), [*more, *([target.note] if target.note else [])])


def _shown(subject: Subject, outcome: Outcome) -> str:
    more = [] if outcome.stage is Stage.FINAL else [outcome.stage.value]
    if outcome.missing is not None:
        more.append(subject.say(_MISSING, reason=subject.say(_REASONS[outcome.missing])))
    if outcome.known_on is not None:
        more.append(subject.say(_KNOWN, day=outcome.known_on))
    if outcome.reported_for is not None:
        part = outcome.reported_for.part
        months = "" if part is None else f"{part_words(part, subject.lang)} "
        more.append(subject.say(_REPORTED, period=f"{months}{outcome.reported_for.year}"))
    if outcome.note:
        more.append(outcome.note)
    if outcome.missing is not None and outcome.text is None:
        return ", ".join(more)
    figure = figure_words(outcome, subject.lang)
    if outcome.text is not None and outcome.missing is None and not _says_no_more(outcome.text, figure):
        more.insert(0, subject.say(_AS_WRITTEN, text=outcome.text))
        return _with(figure, more)
    return _with(outcome.text or figure, more)


def _says_no_more(text: str, figure: str) -> bool:
    """Whether a cell as written is the figure itself, perhaps with its unit."""
    written = text.strip().replace("-", MINUS)
    return written.startswith(figure) and not any(sign.isdigit() for sign in written[len(figure) :])


def _with(words: str, more: list[str]) -> str:
    return f"{words} ({', '.join(more)})" if more else words
