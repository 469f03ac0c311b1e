"""What the region wants: its goals by perspective, the thread of each, and the work under them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from regionstyrning.model.goals import Goal
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions import goal_chain
from regionstyrning.questions.chain_text import word_of
from regionstyrning.questions.owners import owner_names
from regionstyrning.questions.threads import level_title
from regionstyrning.report.measures import measure
from regionstyrning.report.pages import Part, chapter, in_order, labelled, natural, paragraphs, plain
from regionstyrning.report.words import days_words, horizon_words
from regionstyrning.text.markdown import bullets, for_markdown, heading
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model.structure import Perspective
    from regionstyrning.questions.goal_chain import Path
    from regionstyrning.report.pages import Subject

_GOALS = Sentence("Mål och mått", "Goals and measures")
_ABOVE_ALL = Sentence("Vision, värdegrund och grunduppdrag", "Vision, values and mission")
_OTHER = Sentence("Mål utanför perspektiven", "Goals outside the perspectives")
_WORK = Sentence("Uppdrag och annat arbete", "Work and commissions")
_MEASURES = Sentence("Mått som inte mäter något mål", "Measures that measure no goal")
_EARLIER = Sentence("Mått som inte längre är i bruk", "Measures no longer in use")
_NO_GOALS = Sentence(
    "Inga mål är kända under perspektiven {titles}.", "No goals are known under the perspectives {titles}."
)
_SEEN = Sentence("{title} – se ovan.", "{title} – see above.")
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
_SERVED = Sentence("Under målet:", "Under the goal:")
_KIND = Sentence("Målets slag: {kind}", "Kind of goal: {kind}")
_NOTE = Sentence("Anmärkning: {note}", "Note: {note}")
_UNMEASURED = Sentence("Inget känt mått mäter målet", "No known measure measures the goal")
_STATE = Sentence("Läge", "State")
_WORK_TITLE = Sentence("Uppdrag", "Work")
_OTHER_PLANS = Sentence("Mål ur planer som inte gäller den dagen", "Goals of plans not in force that day")
_DOCUMENT = Sentence("Plan", "Plan")
_GOAL = Sentence("Mål", "Goal")
_FOR = Sentence("För", "For")
_WHO = Sentence("Bärs av", "Carried by")
_SERVES = Sentence("Tjänar", "Serves")
_WHEN = Sentence("När", "When")
_NOTE_HEAD = Sentence("Anmärkning", "Note")
_SOURCE = Sentence("Källa", "Source")

MOST_PATHS = 5
"""How many ways up are told of a goal; one with more says so."""

_ABOVE_KINDS = {LevelKind.VISION, LevelKind.VALUES, LevelKind.MISSION}


def goals_chapter(subject: Subject) -> str:
    """Goals by perspective with their measures, then work, and measures of no goal."""
    found = subject.threads
    levels = {} if found.structure is None else {level.id: level.kind for level in found.structure.levels}
    goals = [id for id in in_order(found, found.nodes) if isinstance(found.nodes[id], Goal)]
    above = [id for id in goals if levels.get(found.level[id]) in _ABOVE_KINDS]
    work = [id for id in goals if levels.get(found.level[id]) is LevelKind.WORK]
    rest = [id for id in goals if id not in {*above, *work}]
    told: dict[str, None] = {}
    parts = [Part(title=subject.say(_ABOVE_ALL), body=bullets(_statement(subject, id) for id in above))]
    perspectives = () if found.structure is None else found.structure.perspectives
    empty = []
    for perspective in perspectives:
        reached = found.reached(perspective.id, "down", serving=True)
        body = paragraphs(
            [*_measures(subject, perspective.id), *(_goal(subject, id, told) for id in rest if id in reached)]
        )
        if body:
            head = bullets(_perspective_facts(subject, perspective))
            parts.append(Part(title=_named(subject, perspective), body=paragraphs([head, body])))
        else:
            empty.append(perspective.title)
    outside = [id for id in rest if id not in told]
    if outside or not rest:
        parts.append(Part(title=subject.say(_OTHER), body=paragraphs(_goal(subject, id, told) for id in outside)))
    loose = [each for each in _indicators(subject) if not _measured(subject, each.id)]
    parts += [
        Part(title=subject.say(_WORK), body=_work(subject, work)),
        *(
            [Part(title=subject.say(_MEASURES), body=paragraphs(measure(subject, each) for each in loose))]
            if loose
            else []
        ),
        *_earlier(subject),
        *_of_other_plans(subject),
    ]
    nothing = for_markdown(subject.say(_NO_GOALS, titles=listed(empty, subject.lang))) if empty else ""
    return chapter(subject, _GOALS, *parts, opening=nothing)


def _named(subject: Subject, perspective: Perspective) -> str:
    level = None if subject.structure is None else subject.structure.level(perspective.level)
    return f"{perspective.level if level is None else level.title}: {perspective.title}"


def _perspective_facts(subject: Subject, perspective: Perspective) -> Iterator[str]:
    yield from _threads_up(subject, perspective.id)
    if perspective.sources:
        yield subject.sources(perspective.sources)


def _statement(subject: Subject, id: str) -> str:
    goal = subject.threads.nodes[id]
    level = level_title(subject.threads, id, subject.lang)
    told = [for_markdown(f"{level}: {labelled(goal)}"), for_markdown(goal.description or "")]
    told += [for_markdown(subject.say(_NOTE, note=goal.note))] if goal.note else []
    line = " – ".join(filter(None, [*told, subject.sources(goal.sources)]))
    return "\n".join([line, *_parts(subject, goal, 1)])


def _goal(subject: Subject, id: str, told: dict[str, None]) -> str:
    goal: Goal = subject.threads.nodes[id]
    if id in told:
        return for_markdown(subject.say(_SEEN, title=labelled(goal)))
    told[id] = None
    level = level_title(subject.threads, id, subject.lang)
    measures = list(_measures(subject, id))
    facts = [*_facts(subject, goal), *([] if measures else [subject.say(_UNMEASURED)])]
    facts += [subject.sources(goal.sources)] if goal.sources else []
    title = heading(f"{level[:1].upper()}{level[1:]}: {labelled(goal)}", 4)
    return paragraphs([title, for_markdown(goal.description or ""), bullets(facts), *measures])


def _facts(subject: Subject, goal: Goal) -> Iterator[str]:
    owner = owner_names(subject.held, goal, subject.lang)
    yield for_markdown(subject.say(_OWNER, owner=owner) if owner else subject.say(_NO_OWNER))
    if goal.document is not None:
        yield for_markdown(subject.say(_STANDS_IN, document=subject.title(goal.document)))
    times = ", ".join(_times(subject, goal))
    if times:
        yield for_markdown(subject.say(_TIME, time=times))
    if goal.kind is not None:
        yield for_markdown(subject.say(_KIND, kind=goal.kind.value))
    if goal.geh is not None:
        yield subject.say(_GEH if goal.geh else _NOT_GEH)
    yield from _parts(subject, goal)
    yield from _threads_up(subject, goal.id) or [subject.say(_NO_THREAD)]
    below = list(_below(subject, goal.id))
    if below:
        yield _over(subject.say(_SERVED), below)
    if goal.continues:
        yield for_markdown(subject.say(_CONTINUES, goals=subject.titles(goal.continues)))
    if goal.note:
        yield for_markdown(subject.say(_NOTE, note=goal.note))


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


def _below(subject: Subject, id: str) -> Iterator[str]:
    """What hangs on a goal, measures apart, each with how it serves the goal and its level."""
    found = subject.threads
    under = {link.lower: link.kind for link in found.links(id, "down")}
    for lower in in_order(found, under):
        if not isinstance(found.nodes[lower], Indicator):
            word = word_of(under[lower], subject.lang, "down")
            level = level_title(found, lower, subject.lang)
            yield for_markdown(f"{word} {level} ”{labelled(found.nodes[lower])}”")


def _over(told: str, lines: Iterable[str], depth: int = 0) -> str:
    """An item with a list under it."""
    return f"{told}\n{bullets(lines, depth + 1)}"


def _measures(subject: Subject, id: str) -> Iterator[str]:
    """The measures that hang straight on a goal or perspective."""
    found = subject.threads
    lower = {link.lower for link in found.links(id, "down") if isinstance(found.nodes[link.lower], Indicator)}
    for each in in_order(found, lower):
        yield measure(subject, found.nodes[each])


def _indicators(subject: Subject) -> Iterator[Indicator]:
    found = subject.threads
    yield from (found.nodes[id] for id in in_order(found, found.nodes) if isinstance(found.nodes[id], Indicator))


def _measured(subject: Subject, id: str) -> bool:
    return bool(subject.threads.links(id, "up"))


def _earlier(subject: Subject) -> Iterator[Part]:
    """Measures that were in use before the day and have outcomes known on it."""
    held = {indicator.id for indicator in subject.held.indicators}
    known = {outcome.indicator for outcome in subject.held.outcomes} - held
    earlier = sorted((each for each in subject.model.indicators if each.id in known), key=lambda each: each.id)
    if earlier:
        yield Part(title=subject.say(_EARLIER), body=paragraphs(measure(subject, each) for each in earlier))


def _of_other_plans(subject: Subject) -> Iterator[Part]:
    """Goals that the model knows from before the day or after it, plan by plan."""
    held = {goal.id for goal in subject.held.goals}
    rows = []
    for goal in subject.model.goals:
        if goal.id not in held:
            document = subject.model.by_id.get(goal.document or "")
            time = goal.horizon or getattr(document, "horizon", None)
            rows.append(
                [
                    getattr(document, "title", ""),
                    labelled(goal),
                    horizon_words(time, subject.lang) if time else (goal.validity and days_words(goal.validity)) or "",
                    owner_names(subject.model, goal, subject.lang),
                    subject.places(goal.sources[:1]),
                ]
            )
    if rows:
        yield Part(
            title=subject.say(_OTHER_PLANS),
            body=subject.table(
                (_DOCUMENT, _GOAL, _FOR, _WHO, _SOURCE), sorted(rows, key=lambda row: natural(" ".join(row)))
            ),
        )


def _work(subject: Subject, ids: list[str]) -> str:
    found = subject.threads
    rows = []
    for id in ids:
        goal: Any = found.nodes[id]
        serves = "; ".join(
            f"{word_of(link.kind, subject.lang)} ”{labelled(found.nodes[link.upper])}”"
            for link in found.links(id, "up")
        )
        rows.append(
            [
                labelled(goal),
                owner_names(subject.held, goal, subject.lang),
                serves,
                goal.when or "",
                "" if goal.state is None else goal.state.value,
                goal.note or "",
                subject.places(goal.sources[:1]),
            ]
        )
    return subject.table((_WORK_TITLE, _WHO, _SERVES, _WHEN, _STATE, _NOTE_HEAD, _SOURCE), rows)
