"""What hangs under a goal: other goals, and the work that serves it, told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.indicators import Indicator
from regionstyrning.questions.chain_text import word_of
from regionstyrning.questions.threads import level_title
from regionstyrning.report.measures import told_measures
from regionstyrning.report.pages import Part, in_order, labelled, paragraphs, sentences
from regionstyrning.text.markdown import bullets, for_markdown
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.report.pages import Subject

_WORK = Sentence("Uppdrag och annat arbete", "Work and commissions")
_OTHER_WORK = Sentence("Övriga uppdrag och annat arbete", "Other work and commissions")
_MEASURED_WORK = Sentence("Mått på uppdrag och annat arbete", "Measures of work and commissions")
_CARRIED = Sentence("Målet {what}, som bärs av {owner}", "The goal {what}, carried by {owner}")
_SERVED = Sentence("Målet {what}", "The goal {what}")
_SEEN = Sentence("{title} (se ovan)", "{title} (see above)")
_NOBODY = Sentence("Bärs av: ingen är angiven", "Carried by: nobody is named")
_OWNER = Sentence("Bärs av: {owner}", "Carried by: {owner}")
_MEASURED = Sentence("{title} mäts så:", "{title} is measured so:")
_STATE = Sentence("läge: {state}", "state: {state}")


def told_below(subject: Subject, id: str, work: dict[str, None], told: dict[str, None]) -> Iterator[str]:
    """
    What hangs on a goal, measures apart, by how it serves the goal, its level and who carries it.

    Args:
        subject: What the page tells of.
        id: The goal.
        work: Ids of the work, which is told in full here; goals have a heading of their own.
        told: Ids that have been told; grows.
    """
    found = subject.threads
    groups: dict[tuple[str, str, bool], list[str]] = {}
    under = {link.lower: link.kind for link in found.links(id, "down")}
    for lower in in_order(found, under):
        node = found.nodes[lower]
        if isinstance(node, Indicator):
            continue
        what = f"{word_of(under[lower], subject.lang, 'down')} {level_title(found, lower, subject.lang)}"
        if lower not in work:
            groups.setdefault((what, "", False), []).append(for_markdown(f"”{labelled(node)}”"))
            continue
        seen = for_markdown(subject.say(_SEEN, title=labelled(node))) if lower in told else work_line(subject, lower)
        groups.setdefault((what, subject.owners(node), True), []).append(seen)
        told[lower] = None
    for (what, owner, is_work), lines in groups.items():
        head = for_markdown(subject.say(_CARRIED if owner else _SERVED, what=what, owner=owner))
        yield f"{head}:\n{bullets(lines, 1)}" if is_work else f"{head}: {'; '.join(lines)}"


def work_line(subject: Subject, id: str) -> str:
    """Work in one line of Markdown: what it is, when, how far it has come, and where it is said."""
    goal = subject.threads.nodes[id]
    times = [goal.when] if goal.when else []
    times += [subject.say(_STATE, state=goal.state.value)] if goal.state is not None else []
    title = goal.title + (f" ({'; '.join(times)})" if times else "")
    more = [each for each in (goal.description, subject.named(goal.note)) if each]
    line = for_markdown(subject.at_end(sentences([title, *more]) if more else title, goal.sources))
    return f"**{for_markdown(goal.label)}** {line}" if goal.label else line


def work_part(subject: Subject, ids: list[str], every: list[str]) -> Part:
    """
    Work that stands under no goal told before, by who carries it; then the measures of any work.

    Args:
        subject: What the page tells of.
        ids: Work that is not told yet.
        every: All work.
    """
    groups: dict[str, list[str]] = {}
    for id in ids:
        serves = "; ".join(
            f"{word_of(link.kind, subject.lang)} ”{labelled(subject.threads.nodes[link.upper])}”"
            for link in subject.threads.links(id, "up")
        )
        line = work_line(subject, id)
        owner = subject.owners(subject.threads.nodes[id])
        groups.setdefault(owner, []).append(f"{line} – {for_markdown(serves)}" if serves else line)
    told = []
    for owner, lines in groups.items():
        head = subject.say(_OWNER, owner=owner) if owner else subject.say(_NOBODY)
        told.append(f"{for_markdown(head)}\n\n{bullets(lines)}")
    told += [_measured(subject, id) for id in every]
    title = _WORK if len(ids) == len(every) else _OTHER_WORK if ids else _MEASURED_WORK
    body = paragraphs(told)
    return Part(title=subject.say(title), body=body, silent=not every)


def _measured(subject: Subject, id: str) -> str:
    """The measures that hang straight on work."""
    found = subject.threads
    lower = {link.lower for link in found.links(id, "down") if isinstance(found.nodes[link.lower], Indicator)}
    if not lower:
        return ""
    head = for_markdown(subject.say(_MEASURED, title=labelled(found.nodes[id])))
    return paragraphs([head, told_measures(subject, [found.nodes[each] for each in in_order(found, lower)])])
