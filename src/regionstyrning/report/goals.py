"""What the region wants: its goals by perspective, with the thread of each, and the work under them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from regionstyrning.model.goals import Goal
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions import goal_chain
from regionstyrning.questions.chain_text import word_of
from regionstyrning.questions.threads import level_title
from regionstyrning.report.measures import told_measures, usual_traits
from regionstyrning.report.pages import Part, capital, chapter, in_order, labelled, paragraphs, plain, sentences
from regionstyrning.report.words import days_words, horizon_words
from regionstyrning.report.work import told_below, work_part
from regionstyrning.text.markdown import bullets, for_markdown, heading
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model.structure import Perspective
    from regionstyrning.questions.goal_chain import Path
    from regionstyrning.report.pages import Subject

_GOALS = Sentence("Mål och mått", "Goals and measures")
_ABOVE_ALL = Sentence("Vision, värdegrund och grunduppdrag", "Vision, values and mission")
_ALL = Sentence("Mål", "Goals")
_OTHER = Sentence("Mål utanför perspektiven", "Goals outside the perspectives")
_MEASURES = Sentence("Mått som inte mäter något mål", "Measures that measure no goal")
_NO_GOALS = Sentence(
    "Inga mål är kända under perspektiven {titles}.", "No goals are known under the perspectives {titles}."
)
_SEEN = Sentence("”{title}” – se ovan.", "”{title}” – see above.")
_OWNER = Sentence("Bärs av: {owner}", "Carried by: {owner}")
_NO_OWNER = Sentence("Bärs av: ingen är angiven", "Carried by: nobody is named")
_STANDS_IN = Sentence("Står i: {document}", "Stands in: {document}")
_TIME = Sentence("Tid: {time}", "Time: {time}")
_GEH = Sentence("Räknas för god ekonomisk hushållning", "Counts for god ekonomisk hushållning")
_NOT_GEH = Sentence("Räknas inte för god ekonomisk hushållning", "Does not count for god ekonomisk hushållning")
_CONTINUES = Sentence("Går vidare från: {goals}", "Continues: {goals}")
_PARTS = Sentence("Delar:", "Parts:")
_EXAMPLES = Sentence("Delar, bland annat:", "Parts, among others:")
_THREAD = Sentence("Röd tråd: {path}", "Thread: {path}")
_NO_THREAD = Sentence("Röd tråd: inget känt ovanför", "Thread: nothing known above")
_MORE = Sentence(
    "Röd tråd: det finns fler vägar än de {count} som visas", "Thread: there are more paths than these {count}"
)
_KIND = Sentence("Målets slag: {kind}", "Kind of goal: {kind}")
_NOTE = Sentence("Anmärkning: {note}", "Note: {note}")
_UNMEASURED = Sentence("Inget känt mått mäter målet", "No known measure measures the goal")

MOST_PATHS = 5
"""How many ways up are told of a goal; one with more says so."""

_ABOVE_KINDS = {LevelKind.VISION, LevelKind.VALUES, LevelKind.MISSION}


def goals_chapter(subject: Subject) -> str:
    """Goals by perspective with their measures, then work, and measures of no goal."""
    found = subject.threads
    levels = {} if found.structure is None else {level.id: level.kind for level in found.structure.levels}
    goals = [id for id in in_order(found, found.nodes) if isinstance(found.nodes[id], Goal)]
    above = [id for id in goals if levels.get(found.level[id]) in _ABOVE_KINDS]
    work = {id: None for id in goals if levels.get(found.level[id]) is LevelKind.WORK}
    rest = [id for id in goals if id not in {*above, *work}]
    told: dict[str, None] = {}
    parts = [
        Part(title=subject.say(_ABOVE_ALL), body="\n".join(bullets([_statement(subject, id)]) for id in above)),
        *_by_perspective(subject, rest, work, told),
        work_part(subject, [id for id in work if id not in told], list(work)),
    ]
    loose = [each for each in _indicators(subject) if not subject.threads.links(each.id, "up")]
    parts += [Part(title=subject.say(_MEASURES), body=told_measures(subject, loose))] if loose else []
    return chapter(subject, _GOALS, *parts, opening=paragraphs(_opening(subject, rest)))


def _opening(subject: Subject, goals: list[str]) -> Iterator[str]:
    """Perspectives without goals, and what the measures share."""
    found = subject.threads
    perspectives = () if found.structure is None else found.structure.perspectives
    empty = [
        each.title
        for each in perspectives
        if not set(goals).intersection(found.reached(each.id, "down", serving=True)) and not _measures(subject, each.id)
    ]
    if empty:
        yield for_markdown(subject.say(_NO_GOALS, titles=listed(empty, subject.lang)))
    yield for_markdown(usual_traits(subject))


def _by_perspective(subject: Subject, goals: list[str], work: dict[str, None], told: dict[str, None]) -> Iterator[Part]:
    """A part for each perspective, and one for the goals under none."""
    found = subject.threads
    perspectives = () if found.structure is None else found.structure.perspectives
    for perspective in perspectives:
        reached = found.reached(perspective.id, "down", serving=True)
        body = paragraphs(
            [
                told_measures(subject, _measures(subject, perspective.id)),
                *(_goal(subject, id, work, told) for id in goals if id in reached),
            ]
        )
        if body:
            head = bullets(_perspective_facts(subject, perspective))
            yield Part(title=_named(subject, perspective), body=paragraphs([head, body]))
    outside = [id for id in goals if id not in told]
    if outside or not goals:
        body = paragraphs(_goal(subject, id, work, told) for id in outside)
        yield Part(title=subject.say(_OTHER if perspectives else _ALL), body=body)


def _named(subject: Subject, perspective: Perspective) -> str:
    level = None if subject.structure is None else subject.structure.level(perspective.level)
    return f"{perspective.level if level is None else level.title}: {perspective.title}"


def _perspective_facts(subject: Subject, perspective: Perspective) -> Iterator[str]:
    yield from _threads_up(subject, perspective.id)
    if any(source.quote for source in perspective.sources):  # else it stands in the table of perspectives
        yield subject.sources(perspective.sources)


def _statement(subject: Subject, id: str) -> str:
    goal = subject.threads.nodes[id]
    told = [f"{capital(level_title(subject.threads, id, subject.lang))}: {labelled(goal)}", goal.description or ""]
    told += [subject.say(_NOTE, note=subject.named(goal.note))] if goal.note else []
    line = sentences([for_markdown(sentences(told)), subject.sources(goal.sources)])
    return "\n".join([line, *_parts(subject, goal, 1)])


def _goal(subject: Subject, id: str, work: dict[str, None], told: dict[str, None]) -> str:
    goal: Goal = subject.threads.nodes[id]
    if id in told:
        return for_markdown(subject.say(_SEEN, title=labelled(goal)))
    told[id] = None
    title = heading(f"{capital(level_title(subject.threads, id, subject.lang))}: {labelled(goal)}", 4)
    measures = _measures(subject, id)
    facts = [
        for_markdown(sentences(_facts(subject, goal))),
        *_parts(subject, goal),
        *(_threads_up(subject, goal.id) or [subject.say(_NO_THREAD)]),
        *told_below(subject, goal.id, work, told),
    ]
    more = [] if measures else [subject.say(_UNMEASURED)]
    more += [subject.say(_NOTE, note=subject.named(goal.note))] if goal.note else []
    last = sentences([for_markdown(sentences(more)), subject.sources(goal.sources)])
    lines = bullets(filter(None, [*facts, last]))
    return paragraphs([title, for_markdown(goal.description or ""), lines, told_measures(subject, measures)])


def _facts(subject: Subject, goal: Goal) -> Iterator[str]:
    owner = subject.owners(goal)
    yield subject.say(_OWNER, owner=owner) if owner else subject.say(_NO_OWNER)
    if goal.document is not None:
        yield subject.say(_STANDS_IN, document=subject.title(goal.document))
    times = ", ".join(_times(subject, goal))
    if times:
        yield subject.say(_TIME, time=times)
    if goal.kind is not None:
        yield subject.say(_KIND, kind=goal.kind.value)
    if goal.geh is not None:
        yield subject.say(_GEH if goal.geh else _NOT_GEH)
    if goal.continues:
        yield subject.say(_CONTINUES, goals=subject.titles(goal.continues))


def _times(subject: Subject, goal: Goal) -> Iterator[str]:
    if goal.when is not None:
        yield goal.when
    if goal.horizon is not None:
        yield horizon_words(goal.horizon, subject.lang)
    if goal.validity is not None:
        yield days_words(goal.validity, subject.lang)


def _parts(subject: Subject, goal: Goal, depth: int = 0) -> Iterator[str]:
    """What a goal is made of, as an item with a list of its own."""
    if goal.parts:
        told = subject.say(_EXAMPLES if goal.parts_are_examples else _PARTS)
        yield f"{'  ' * depth}{'- ' if depth else ''}{_over(told, plain(goal.parts), depth)}"


def _threads_up(subject: Subject, id: str) -> list[str]:
    upward = goal_chain(subject.held, id).upward
    lines = [for_markdown(subject.say(_THREAD, path=_path(subject, path))) for path in islice(upward, MOST_PATHS)]
    if len(upward) > MOST_PATHS:
        lines.append(subject.say(_MORE, count=MOST_PATHS))
    return lines


def _path(subject: Subject, path: Path) -> str:
    """From what was asked about to the top, each with its level and how what is under it serves it."""
    return " → ".join(
        f"{word_of(link.kind, subject.lang)} {level_title(subject.threads, link.upper, subject.lang)}"
        f" ”{labelled(subject.threads.nodes[link.upper])}”"
        for link in path
    )


def _over(told: str, lines: Iterable[str], depth: int = 0) -> str:
    """An item with a list under it."""
    return f"{told}\n{bullets(lines, depth + 1)}"


def _measures(subject: Subject, id: str) -> list[Indicator]:
    """The measures that hang straight on a goal or perspective."""
    found = subject.threads
    lower = {link.lower for link in found.links(id, "down") if isinstance(found.nodes[link.lower], Indicator)}
    return [found.nodes[each] for each in in_order(found, lower)]


def _indicators(subject: Subject) -> Iterator[Indicator]:
    found = subject.threads
    yield from (found.nodes[id] for id in in_order(found, found.nodes) if isinstance(found.nodes[id], Indicator))
