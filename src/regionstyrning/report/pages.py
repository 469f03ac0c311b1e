"""What a chapter is made from, and how it is set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import Factory, evolve, frozen

from regionstyrning.model.delegation import Delegation
from regionstyrning.model.economy import Amount
from regionstyrning.model.goals import Contribution
from regionstyrning.model.indicators import Outcome, Target
from regionstyrning.model.judgements import Judgement
from regionstyrning.model.organisation import OrganKind, Ownership
from regionstyrning.questions.owners import owner_names
from regionstyrning.questions.threads import threads, title_of
from regionstyrning.report.citing import Citations, references
from regionstyrning.text.markdown import bullets, for_markdown, heading, markdown_table
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
_OF_DELEGATION = Sentence("delegationen av {matters}", "the delegation of {matters}")
_ALL_OF_KIND = {
    OrganKind.BOARD: Sentence("styrelsen", "the board"),
    OrganKind.COMMITTEE: Sentence("alla nämnder", "all committees"),
}
_ENDS = (".", ":", "?", "!", ".”")
_ID = re.compile(r"(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])")


@frozen(kw_only=True)
class Subject:
    """
    What a page tells of.

    Attributes:
        model: The whole model, for what was before.
        held: The model as it held on the day.
        lang: Swedish or English.
        cited: What the page has referred to; grows as it is written.
    """

    model: SteeringModel
    held: SteeringModel
    lang: Language = "sv"
    cited: Citations = Factory(lambda self: Citations(lang=self.lang), takes_self=True)

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
            case Contribution(lower=first, upper=second) | Ownership(owner=first, owned=second):
                return f"{self.title(first)} → {self.title(second)}"
            case Amount():
                return f"{record.title} {record.year}"
            case Delegation():
                return self.say(_OF_DELEGATION, matters=self.titles(record.matters))
            case Judgement():
                return quoted(record.words)
            case _:
                return str(getattr(record, "title", record.id))

    def titles(self, ids: Iterable[str]) -> str:
        """The same of several records."""
        return listed(map(self.title, ids), self.lang)

    def table(self, headers: Iterable[Sentence], rows: Iterable[Sequence[str]]) -> str:
        """A table; an empty text if there are no rows."""
        return markdown_table([self.say(each) for each in headers], rows)

    def named(self, text: str | None) -> str:
        """A note, with titles for the ids in it."""
        return _ID.sub(self._named, text or "")

    def _named(self, found: re.Match[str]) -> str:
        title = title_of(self.model, found[0])
        return found[0] if title == found[0] else f"”{title}”"

    def owners(self, record: Any) -> str:  # noqa: ANN401 - a goal or indicator
        """Who carries it, in words; an empty text if nobody is named."""
        names = []
        for owner in record.owners:
            every = _ALL_OF_KIND.get(owner.kind)
            one = evolve(record, owners=[owner])
            names.append(owner_names(self.held, one, self.lang) if every is None else self.say(every))
        return listed(filter(None, names), self.lang)

    def sources(self, sources: Iterable[Source]) -> str:
        """Every source with its quotation, as Markdown; an empty text if there are none."""
        told = "; ".join(references(self.cited, sources, quoted=True))
        return self.say(_SOURCE, source=for_markdown(told)) if told else ""

    def places(self, sources: Iterable[Source]) -> str:
        """Where something is said, without quotations and unescaped; an empty text if nowhere."""
        return "; ".join(references(self.cited, sources, quoted=False))

    def at_end(self, text: str, sources: Iterable[Source]) -> str:
        """An unescaped line with where it is said at its end."""
        return " – ".join(filter(None, (text, self.places(sources))))


@frozen(kw_only=True)
class Part:
    """
    A part of a chapter.

    Attributes:
        title: Its heading, and what nothing is said to be known of where its body is empty.
        body: Markdown.
        silent: Whether nothing is said to be known where the body is empty.
    """

    title: str
    body: str
    silent: bool = True


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
    silent = [_within(part.title) for part in parts if not part.body and part.silent]
    if not opening and not any(part.body for part in parts):
        told.append(subject.say(_NOTHING, day=day))
    elif silent:
        told.append(subject.say(_NOTHING_OF, day=day, parts=listed(silent, subject.lang)))
    return paragraphs(told)


def paragraphs(texts: Iterable[str]) -> str:
    """Texts with an empty line between, those without words left out."""
    return "\n\n".join(filter(None, texts))


def notes_under(subject: Subject, notes: Iterable[tuple[str, str]]) -> str:
    """Notes on rows as a list under their table, those without words left out."""
    return bullets(for_markdown(f"{title}: {subject.named(note)}") for title, note in notes if note)


def quoted(text: str) -> str:
    """
    In quotation marks, which it may have already.

    >>> quoted("låg"), quoted("”låg”")
    ('”låg”', '”låg”')
    """
    return text if text[:1] == text[-1:] == "”" else f"”{text}”"


def sentences(texts: Iterable[str]) -> str:
    """Texts as sentences after one another, those without words left out."""
    return " ".join(text if text.endswith(_ENDS) else f"{text}." for text in texts if text)


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


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
