"""The documents in force, by kind, and the goals of plans that are not."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.report.measures import told_measures
from regionstyrning.report.pages import Part, capital, chapter, labelled, natural, sentences
from regionstyrning.report.words import document_words, horizon_words, years_words
from regionstyrning.text.markdown import bullets, for_markdown
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.goals import Goal
    from regionstyrning.report.pages import Subject

_DOCUMENTS = Sentence("Dokument i kraft", "Documents in force")
_OF_NO_KIND = Sentence("Utan angivet slag", "Of no stated kind")
_BASED_ON = Sentence("Bygger på: {documents}", "Based on: {documents}")
_OTHER = Sentence("Tidigare och senare mål och mått", "Goals and measures of other days")
_OF_OTHER_PLANS = Sentence("Mål ur planer som inte gäller den dagen", "Goals of plans not in force that day")
_EARLIER = Sentence("Mått som inte längre är i bruk", "Measures no longer in use")
_IN_NO_PLAN = Sentence("Utan angiven plan", "In no stated plan")
_CARRIED = Sentence("bärs av {owner}", "carried by {owner}")


def documents_chapter(subject: Subject) -> str:
    """The documents in force, by kind in the order of the structure."""
    kinds = {} if subject.structure is None else {kind.id: kind.title for kind in subject.structure.document_kinds}
    places = {id: place for place, id in enumerate(kinds)}

    def order(document: SteeringDocument) -> tuple[int, str, str, str]:
        return places.get(document.kind or "", len(places)), document.kind or "", document.title, document.id

    lines = []
    for kind, some in groupby(sorted(subject.held.documents, key=order), key=lambda document: document.kind):
        word = kinds.get(kind, kind) if kind else subject.say(_OF_NO_KIND)
        lines += [bullets([for_markdown(word)]), bullets((_document(subject, each) for each in some), 1)]
    return chapter(subject, _DOCUMENTS, opening="\n".join(lines))


def _document(subject: Subject, document: SteeringDocument) -> str:
    told = ", ".join(document_words(subject.held, document, subject.lang))
    said = [f"{document.title}: {told}" if told else document.title]
    said += [subject.say(_BASED_ON, documents=subject.titles(document.based_on))] if document.based_on else []
    said += [subject.named(document.note)] if document.note else []
    return for_markdown(subject.at_end(sentences(said), document.sources))


def other_days_chapter(subject: Subject) -> str:
    """Goals of plans before the day or after it, and measures no longer in use, where there are any."""
    parts = [
        Part(title=subject.say(_OF_OTHER_PLANS), body="\n".join(_of_other_plans(subject)), silent=False),
        Part(title=subject.say(_EARLIER), body=_earlier(subject), silent=False),
    ]
    return chapter(subject, _OTHER, *parts)


def _of_other_plans(subject: Subject) -> list[str]:
    """Plan by plan and level by level, with years and owners once for those that share them."""
    held = {goal.id for goal in subject.held.goals}
    goals = [goal for goal in subject.model.goals if goal.id not in held]
    levels = {level.id: level.title for structure in subject.model.structures for level in structure.levels}

    def head(goal: Goal) -> tuple[str, str, str, str]:
        document = subject.model.by_id.get(goal.document or "")
        time = goal.horizon or getattr(document, "horizon", None)
        days = "" if goal.validity is None else years_words(goal.validity, subject.lang)
        when = horizon_words(time, subject.lang) if time else days
        return getattr(document, "title", ""), when, levels.get(goal.level, goal.level), subject.owners(goal)

    lines = []
    for (plan, when, level, owner), some in groupby(sorted(goals, key=lambda goal: (head(goal), goal.id)), key=head):
        whose = subject.say(_CARRIED, owner=owner) if owner else ""
        title = f"{plan or subject.say(_IN_NO_PLAN)}{f' ({when})' if when else ''} – {level}"
        lines.append(bullets([for_markdown(", ".join(filter(None, (title, whose))))]))
        told = sorted((subject.at_end(labelled(goal), goal.sources) for goal in some), key=natural)
        lines.append(bullets((for_markdown(capital(each)) for each in told), 1))
    return lines


def _earlier(subject: Subject) -> str:
    """Measures that were in use before the day and have outcomes known on it."""
    held = {indicator.id for indicator in subject.held.indicators}
    known = {outcome.indicator for outcome in subject.held.outcomes} - held
    earlier = sorted((each for each in subject.model.indicators if each.id in known), key=lambda each: each.id)
    return told_measures(subject, earlier)
