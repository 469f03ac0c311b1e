"""The parts of what `show` says of a region: each as rows for a program and as text for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.text.escaping import one_line
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from regionstyrning.text.sentences import Language, Sentence


@frozen(kw_only=True)
class Page:
    """
    How a part is written.

    Attributes:
        width: Longest line, in columns.
        lang: Swedish or English.
    """

    width: int = 80
    lang: Language = "sv"

    def table(self, headers: Iterable[Sentence], rows: Iterable[Sequence[str]]) -> str:
        """Rows of cells under their titles."""
        return text_table([header.say(self.lang) for header in headers], rows, self.width)

    def listed(self, lines: Iterable[str]) -> str:
        """Lines with a dash before each."""
        return "\n".join(piece for line in lines for piece in folded(one_line(line), self.width, "- ", "  "))


@frozen(kw_only=True)
class Section:
    """
    A part of what is said of a region.

    Attributes:
        name: Its key in JSON.
        heading: Its heading.
        rows: What it says, in plain values.
        text: What it says, for a person.
    """

    name: str
    heading: Sentence
    rows: list[dict[str, Any]]
    text: str

    def titled(self, page: Page) -> str:
        """The text under its heading."""
        return f"{self.heading.say(page.lang)}\n{self.text}"
