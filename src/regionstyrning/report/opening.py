"""How a report begins: whose it is, of which day, and what it says in short."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from regionstyrning.model.findings import Severity
from regionstyrning.model.steering_model import ModelStatus
from regionstyrning.model.structure import LevelKind
from regionstyrning.report.facts import facts_of
from regionstyrning.report.findings import found_of
from regionstyrning.report.pages import chapter, paragraphs
from regionstyrning.report.words import days_words
from regionstyrning.text.markdown import bullets, for_markdown, heading
from regionstyrning.text.numbers import counted
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.report.pages import Subject

_TITLE = Sentence("Så styrs {title}", "How {title} is steered")
_DAY = Sentence("Läget den {day}.", "As of {day}.")
_FICTIONAL = Sentence("Regionen är påhittad.", "The region is fictional.")
_STRUCTURE = Sentence("Styrmodell i kraft: {title}{days}.", "Steering model in force: {title}{days}.")
_NO_STRUCTURE = Sentence("Ingen styrmodell är känd för den dagen.", "No steering model is known for that day.")
_READ = Sentence(
    "Rapporten är gjord ur modellens poster. Varje uppgift står som källan skriver den; det som är vår läsning"
    " är märkt som tolkad eller omtvistad.",
    "The report is made from the records of the model. Each fact stands as its source writes it; a reading of ours"
    " is marked as inferred or disputed.",
)
_HOW_TO_CITE = Sentence(
    "K och ett tal är en publikation och L och ett tal en läsning eller anmärkning av oss:"
    " båda slagen står i kapitlet Källor.",
    "S and a number is a publication, R and a number a reading or note of ours: both are in the chapter Sources.",
)
_IN_SHORT = Sentence("I korthet", "In short")
_LEVELS = Sentence("Nivåer, uppifrån: {levels}.", "Levels, from the top: {levels}.")
_PERSPECTIVES = Sentence("{title}: {titles}.", "{title}: {titles}.")
_FOUNDATION = Sentence("{kind} i kraft: {documents}.", "{kind} in force: {documents}.")
_COUNTED = Sentence("I modellen finns {goals} och {measures}.", "The model has {goals} and {measures}.")
_KNOWN = Sentence(
    "Av måtten har {asked} målvärde och {shown} utfall.",
    "Of the measures {asked} have a target and {shown} an outcome.",
)
_REMARKED = Sentence("Prövningen ger {findings}.", "The trial gives {findings}.")
_LEFT_OPEN = Sentence("Källorna lämnar {points}.", "The sources leave {points}.")
_WORDS: dict[str, tuple[Sentence, Sentence]] = {
    "goals": (Sentence("mål", "goal"), Sentence("mål", "goals")),
    "measures": (Sentence("mått", "measure"), Sentence("mått", "measures")),
    "points": (Sentence("öppen punkt", "point open"), Sentence("öppna punkter", "points open")),
}
_FOUND = {
    Severity.ERROR: (Sentence("fel", "error"), Sentence("fel", "errors")),
    Severity.WARNING: (Sentence("varning", "warning"), Sentence("varningar", "warnings")),
    Severity.NOTE: (Sentence("upplysning", "note"), Sentence("upplysningar", "notes")),
}


def opening(subject: Subject) -> str:
    """Title, day and structure."""
    held, structure = subject.held, subject.structure
    lines = [subject.say(_DAY, day=held.as_of)]
    if structure is None:
        lines.append(subject.say(_NO_STRUCTURE))
    else:
        days = "" if structure.validity is None else f" ({days_words(structure.validity, subject.lang)})"
        lines.append(subject.say(_STRUCTURE, title=structure.title, days=days))
    if held.status is ModelStatus.FICTIONAL:
        lines.append(subject.say(_FICTIONAL))
    lines += [subject.say(_READ), subject.say(_HOW_TO_CITE)]
    return paragraphs([heading(subject.say(_TITLE, title=held.title), 1), for_markdown(" ".join(lines))])


def short_chapter(subject: Subject) -> str:
    """What a reader with one minute needs: the chain, what is in force, and how much is measured, remarked and open."""
    return chapter(subject, _IN_SHORT, opening=bullets(for_markdown(line) for line in _in_short(subject)))


def _in_short(subject: Subject) -> Iterator[str]:
    held, structure = subject.held, subject.structure
    if structure is not None and structure.levels:
        yield subject.say(_LEVELS, levels=", ".join(level.title for level in structure.levels))
        for level in structure.levels:
            titles = [each.title for each in structure.perspectives if each.level == level.id]
            if titles:
                yield subject.say(_PERSPECTIVES, title=level.title, titles="; ".join(titles))
    for kind in () if structure is None else structure.document_kinds:
        documents = [each.title for each in held.documents if each.kind == kind.id]
        if kind.foundation and documents:
            yield subject.say(_FOUNDATION, kind=kind.title, documents=listed(sorted(documents), subject.lang))
    if held.goals or held.indicators:
        work = {level.id for level in structure.levels if level.kind is LevelKind.WORK} if structure else set()
        goals = [goal for goal in held.goals if goal.level not in work]
        told = [
            subject.say(
                _COUNTED,
                goals=_count(subject, len(goals), _WORDS["goals"]),
                measures=_count(subject, len(held.indicators), _WORDS["measures"]),
            )
        ]
        if held.indicators:
            facts = [facts_of(subject, each) for each in held.indicators]
            asked = sum(bool(targets) for targets, _ in facts)
            shown = sum(any(each.missing is None for each in outcomes) for _, outcomes in facts)
            told.append(subject.say(_KNOWN, asked=asked, shown=shown))
        yield " ".join(told)
    counts = Counter(finding.severity for finding in found_of(subject))
    if counts:
        told = [_count(subject, counts[severity], words) for severity, words in _FOUND.items() if counts[severity]]
        yield subject.say(_REMARKED, findings=listed(told, subject.lang))
    if held.open_points:
        yield subject.say(_LEFT_OPEN, points=_count(subject, len(held.open_points), _WORDS["points"]))


def _count(subject: Subject, count: int, words: tuple[Sentence, Sentence]) -> str:
    one, several = (subject.say(word) for word in words)
    return counted(count, one, several)
