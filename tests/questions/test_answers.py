"""What every answer and step can be read as."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from attrs import frozen

from regionstyrning.errors import NoTruthValue
from regionstyrning.questions import Answer, Step
from regionstyrning.questions.answers import told_below
from regionstyrning.text.sentences import Sentence
from tests.threaded import DAY, SAID

STEP = Step(
    record="hsn",
    law="6 kap. 38 §",
    source=SAID,
    sentence=Sentence("{who} får besluta.", "{who} may decide."),
    words=(("who", "HSN"),),
)


@frozen(kw_only=True)
class Lacking(Answer):
    """An answer that lacks what it is given."""

    lacks: tuple[str, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """One step."""
        return (STEP,)

    def what_is_missing(self, lang: str = "sv") -> Iterator[str]:
        """Each with its language."""
        return (f"{each} ({lang})" for each in self.lacks)

    def text(self, lang: str = "sv", *, width: int = 80) -> str:
        """What it is about, within the width."""
        return f"{self.about} {lang}"[:width]

    def to_records(self) -> list[dict[str, str]]:
        """One row."""
        return [{"about": self.about}]


def test_a_step_is_a_sentence_in_swedish() -> None:
    """Swedish comes first."""
    assert STEP.text() == "HSN får besluta."


def test_a_step_is_a_sentence_in_english() -> None:
    """On request."""
    assert STEP.text("en") == "HSN may decide."


def test_a_step_is_a_row() -> None:
    """With record, law, source and text."""
    assert STEP.to_records() == [
        {
            "record": "hsn",
            "law": "6 kap. 38 §",
            "publication": "planboken",
            "place": "s. 4",
            "text": "HSN får besluta.",
        }
    ]


def test_a_step_without_a_source_has_none_in_its_row() -> None:
    """The same keys in every row."""
    row = Step(record="a", sentence=Sentence("A.", "A.")).to_records()[0]
    assert (row["publication"], row["place"], row["law"]) == (None, None, None)


def test_a_step_is_neither_true_nor_false() -> None:
    """One reads its record."""
    with pytest.raises(NoTruthValue) as caught:
        bool(STEP)
    assert caught.value.read == "record"


def test_an_answer_is_neither_true_nor_false() -> None:
    """One reads its steps, if it names nothing nearer."""
    with pytest.raises(NoTruthValue) as caught:
        bool(Lacking(about="a", on=DAY))
    assert str(caught.value) == "Lacking is neither true nor false. Read its attribute 'steps'"


def test_what_is_missing_is_read_in_swedish() -> None:
    """As sentences."""
    assert Lacking(about="a", on=DAY, lacks=("x", "y")).missing == ("x (sv)", "y (sv)")


def test_an_answer_that_lacks_nothing_is_complete() -> None:
    """Nothing was passed over."""
    assert Lacking(about="a", on=DAY).complete is True


def test_an_answer_that_lacks_something_is_not_complete() -> None:
    """A partial answer says so."""
    assert Lacking(about="a", on=DAY, lacks=("x",)).complete is False


def test_an_answer_refuses_nothing_unless_it_says_so() -> None:
    """Most weigh no candidates."""
    assert Lacking(about="a", on=DAY).refused == ()


def test_a_page_tells_what_an_answer_lacks() -> None:
    """Escaped, below its rows."""
    assert Lacking(about="a", on=DAY, lacks=("<x>",))._repr_html_().endswith("</table><ul><li>&lt;x&gt; (sv)</li></ul>")


def test_a_page_of_a_whole_answer_has_rows_alone() -> None:
    """Nothing is missing."""
    assert Lacking(about="a", on=date(2026, 3, 1))._repr_html_().endswith("</table>")


def test_what_is_missing_stands_below_in_text() -> None:
    """After an empty line, folded and hanging."""
    assert told_below(iter(["ett två tre", "fyra"]), 10) == ["", "- ett två", "  tre", "- fyra"]


def test_nothing_missing_leaves_nothing_below() -> None:
    """Not even an empty line."""
    assert told_below(iter([])) == []


def test_what_stands_below_cannot_steer_the_terminal() -> None:
    """Titles in it may hold anything."""
    assert told_below(iter(["a\x1bb\nc"])) == ["", "- a\N{REPLACEMENT CHARACTER}b c"]
