"""Answers, findings and verdicts are read, never tested for truth."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from attrs import frozen

from regionstyrning.errors import NoTruthValue
from regionstyrning.text.readable import Readable, Words
from regionstyrning.text.sentences import Language


@frozen
class Rows(Readable):
    """An answer that is what it is given."""

    _read: ClassVar[str] = "rows"

    title: str
    rows: tuple[dict[str, Any], ...]

    def text(self, lang: Language = "sv") -> str:
        """The title, whatever the language."""
        return self.title if lang == "sv" else ""

    def to_records(self) -> list[dict[str, Any]]:
        """The rows."""
        return list(self.rows)


@frozen
class Told(Rows):
    """An answer with a column in words."""

    _called: ClassVar[Words] = {"allowed": {True: "ja", False: "nej", None: "beror på"}}


def test_an_answer_has_no_truth_value() -> None:
    """Who writes ``if answer`` is told which attribute to read."""
    with pytest.raises(NoTruthValue, match=r"Rows is neither true nor false\. Read its attribute 'rows'"):
        bool(Rows("x", ()))


def test_an_answer_is_a_table_in_a_notebook() -> None:
    """The first line is the caption, keys are titles; lists are joined, None is empty."""
    answer = Rows("Mål\nrad två", ({"id": "a", "owners": ["hsn", "rs"], "weight": None, "levels": (1, 2)},))
    assert answer._repr_html_() == (
        "<table><caption>Mål</caption><thead><tr>"
        '<th scope="col">id</th><th scope="col">owners</th><th scope="col">weight</th><th scope="col">levels</th>'
        "</tr></thead><tbody><tr><td>a</td><td>hsn, rs</td><td></td><td>1, 2</td></tr></tbody></table>"
    )


def test_a_value_that_does_not_speak_for_itself_is_told_in_words_in_a_notebook() -> None:
    """Neither yes nor no is an answer, and no empty cell."""
    told = [Told("Får", ({"allowed": allowed, "weight": None},))._repr_html_() for allowed in (True, False, None)]
    assert [page.partition("<tbody>")[2] for page in told] == [
        f"<tr><td>{word}</td><td></td></tr></tbody></table>" for word in ("ja", "nej", "beror på")
    ]


def test_an_answer_with_nothing_to_say_is_an_empty_table() -> None:
    """Neither rows nor words are needed."""
    assert Rows("", ())._repr_html_() == "<table><thead><tr></tr></thead><tbody></tbody></table>"


def test_an_answer_in_a_notebook_is_escaped() -> None:
    """What a region wrote cannot be run in a notebook."""
    assert "<script>" not in Rows("<script>", ({"<script>": "<script>"},))._repr_html_()
