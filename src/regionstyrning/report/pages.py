"""What a chapter is made from, and how it is set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.model.economy import Amount
from regionstyrning.model.goals import Contribution
from regionstyrning.model.indicators import Outcome, Target
from regionstyrning.model.records import Reading
from regionstyrning.questions.threads import threads, title_of
from regionstyrning.report.words import place_words, source_words
from regionstyrning.text.markdown import for_markdown, heading, markdown_table
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from regionstyrning.model import SteeringModel
    from regionstyrning.model.records import Source
    from regionstyrning.model.structure import Structure
    from regionstyrning.questions.threads import Threads
    from regionstyrning.text.sentences import Language

_NOTHING = Sentence("Modellen säger ingenting om detta den {day}.", "The model says nothing of this on {day}.")
_NOTHING_OF = Sentence(
    "Modellen säger ingenting om följande den {day}: {parts}.",
    "The model says nothing of the following on {day}: {parts}.",
)
_SOURCE = Sentence("Källa: {source}", "Source: {source}")
_OF_SOURCE = Sentence("{place} ({reading})", "{place} ({reading})")


@frozen(kw_only=True)
class Subject:
    """
    What a page tells of.

    Attributes:
        model: The whole model, for what was before.
        held: The model as it held on the day.
        lang: Swedish or English.
    """

    model: SteeringModel
    held: SteeringModel
    lang: Language = "sv"

    @property
    def structure(self) -> Structure | None:
        """The structure in force."""
        return self.held.structure_on(self.held.as_of)

    @property
    def threads(self) -> Threads:
        """The links of the day."""
        return threads(self.held)

    def say(self, sentence: Sentence, **words: object) -> str:
        """A sentence in the language of the page."""
        return sentence.say(self.lang, **words)

    def title(self, id: str) -> str:
        """What a person reads of a record, in force that day or not."""
        told = title_of(self.held, id)
        if told == id:
            told = title_of(self.model, id)
        return self._of_key(self.model[id]) if told == id and id in self.model else told

    def _of_key(self, record: Any) -> str:  # noqa: ANN401 - any record
        """What a link or fact is called, which has no name of its own."""
        match record:
            case Outcome() | Target():
                return " ".join(filter(None, (self.title(record.indicator), str(record.year or ""))))
            case Contribution():
                return f"{self.title(record.lower)} → {self.title(record.upper)}"
            case Amount():
                return f"{record.title} {record.year}"
            case _:
                return str(getattr(record, "title", None) or getattr(record, "words", None) or record.id)

    def titles(self, ids: Iterable[str]) -> str:
        """The same of several records."""
        return listed(map(self.title, ids), self.lang)

    def table(self, headers: Iterable[Sentence], rows: Iterable[Sequence[str]]) -> str:
        """A table; an empty text if there are no rows."""
        return markdown_table([self.say(each) for each in headers], rows)

    def sources(self, sources: Iterable[Source]) -> str:
        """Every source with its quotation, as Markdown; an empty text if there are none."""
        told = "; ".join(source_words(self.model, source, self.lang) for source in sources)
        return self.say(_SOURCE, source=for_markdown(told)) if told else ""

    def places(self, sources: Iterable[Source]) -> str:
        """Where something is said, without quotations, for a cell of a table."""
        return "; ".join(self._place(source) for source in sources)

    def _place(self, source: Source) -> str:
        place = place_words(self.model, source)
        if source.reading is Reading.STATED:
            return place
        reading = source.reading.value if self.lang == "sv" else source.reading.name.lower()
        return self.say(_OF_SOURCE, place=place, reading=reading)


@frozen(kw_only=True)
class Part:
    """
    A part of a chapter.

    Attributes:
        title: Its heading, and what nothing is said to be known of where its body is empty.
        body: Markdown.
    """

    title: str
    body: str


def chapter(subject: Subject, title: Sentence, *parts: Part, opening: str = "") -> str:
    """
    Set a chapter: its parts under headings, and of what is empty that nothing is known.

    Args:
        subject: What the page tells of.
        title: Its heading.
        parts: Those without a body are left out and named at the end.
        opening: What stands before the parts.
    """
    day = subject.held.as_of
    told = [heading(subject.say(title), 2), opening]
    for part in parts:
        if part.body:
            told += [heading(part.title, 3), part.body]
    silent = [_within(part.title) for part in parts if not part.body]
    if len(silent) == len(parts) and not opening:
        told.append(subject.say(_NOTHING, day=day))
    elif silent:
        told.append(subject.say(_NOTHING_OF, day=day, parts=listed(silent, subject.lang)))
    return paragraphs(told)


def paragraphs(texts: Iterable[str]) -> str:
    """Texts with an empty line between, those without words left out."""
    return "\n\n".join(filter(None, texts))


def plain(lines: Iterable[str]) -> list[str]:
    """Lines escaped for Markdown."""
    return [for_markdown(line) for line in lines]


def natural(text: str) -> list[tuple[int, str]]:
    """What a printed key is sorted by: its numbers as numbers."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.findall(r"\d+|\D+", text)]


def in_order(found: Threads, ids: Iterable[str]) -> list[str]:
    """Goals, indicators and perspectives by level from the top, perspectives as printed, then by key and id."""
    return sorted(ids, key=lambda id: _order(found, id))


def _order(found: Threads, id: str) -> tuple[int, int, list[tuple[int, str]], list[tuple[int, str]]]:
    levels = () if found.structure is None else tuple(level.id for level in found.structure.levels)
    perspectives = () if found.structure is None else tuple(each.id for each in found.structure.perspectives)
    level = found.level[id]
    return (
        levels.index(level) if level in levels else len(levels),
        perspectives.index(id) if id in perspectives else 0,
        natural(getattr(found.nodes[id], "label", None) or ""),
        natural(id),
    )


def _within(title: str) -> str:
    return title[:1].lower() + title[1:]


def labelled(node: Any) -> str:  # noqa: ANN401 - a goal, indicator or perspective
    """Its printed key and title."""
    return " ".join(filter(None, (getattr(node, "label", None), node.title)))
