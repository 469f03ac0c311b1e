"""What a sweep gives."""

from __future__ import annotations

import pickle
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import Failure, Sweep, Tried
from regionstyrning.questions.answers import Answer
from tests.alternatives.variants import as_it_is, failing, goals, without_goals

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel
    from regionstyrning.model.tables import Table

MODEL = rs.load_region("exempel")

FEW: Sweep[int] = Sweep(
    about="exempel",
    results=[
        Tried(name="färre mål", answer=70),
        Tried(name="fel <b>", failure=Failure(kind="ValueError", message="not <so>")),
        Tried(name="som nu", answer=71),
    ],
)


def _counts(model: SteeringModel) -> dict[str, object]:
    return {"goals": len(model.goals), "share": Decimal("12.50")}


def _two_rows(model: SteeringModel) -> Table:
    return rs.table(model.goals[:2])


def _no_rows(_model: SteeringModel) -> Table:
    return rs.table(())


def test_a_sweep_is_read_as_a_table() -> None:
    """The answers in a table, and below it those that gave none."""
    assert FEW.text() == (
        "Prövade alternativ: 3, varav 1 inte gav något svar.\n"
        "\n"
        "alternative  answer\n"
        "-----------  ------\n"
        "färre mål    70\n"
        "som nu       71\n"
        "\n"
        "- fel <b> gav inget svar (ValueError: not <so>)."
    )


def test_a_sweep_is_read_in_english() -> None:
    """With the words of the other language."""
    first, *_, last = FEW.text("en").splitlines()
    assert (first, last) == (
        "Alternatives tried: 3, of which 1 gave no answer.",
        "- fel <b> gave no answer (ValueError: not <so>).",
    )


def test_a_sweep_without_alternatives_says_so() -> None:
    """No table is drawn."""
    nothing: Sweep[int] = Sweep(about="exempel", results=())
    assert nothing.text() == "Prövade alternativ: 0."
    assert nothing._repr_html_() == "<p>Prövade alternativ: 0.</p>"
    assert nothing.to_records() == []


def test_a_long_sweep_tells_how_much_is_not_shown() -> None:
    """Twenty rows and twenty failures are written out, and the rest is counted."""
    long: Sweep[int] = Sweep(
        about="exempel",
        results=[
            *(Tried(name=f"a{number}", answer=number) for number in range(1030)),
            *(Tried(name=f"b{number}", failure=Failure(kind="KeyError", message=f"{number}")) for number in range(25)),
        ],
    )
    lines = long.text().splitlines()
    assert (len(lines), lines[23], lines[24], lines[25], lines[-1]) == (
        47,
        "a19          19",
        "",
        "- Rader som inte visas: 1\N{NO-BREAK SPACE}010.",
        "- Fler utan svar: 5.",
    )
    assert len(long.to_records()) == 1055


def test_a_reason_that_many_share_is_told_once() -> None:
    """With the first that it stopped and how many more; what stopped others is told apart."""
    failures = [Failure(kind="KeyError", message="a"), Failure(kind="KeyError", message="b")]
    many: Sweep[int] = Sweep(
        about="exempel",
        results=[Tried(name=f"a{place}", failure=failures[place == 7]) for place in range(200)],
    )
    assert many.text().splitlines() == [
        "Prövade alternativ: 200, varav 200 inte gav något svar.",
        "",
        "- a0 och 198 till gav inget svar (KeyError: a).",
        "- a7 gav inget svar (KeyError: b).",
    ]
    assert "<li>a0 och 198 till gav inget svar (KeyError: a).</li>" in many._repr_html_()
    assert many.text("en").splitlines()[2] == "- a0 and 198 more gave no answer (KeyError: a)."
    assert len(many.failures) == 200


def test_reasons_that_are_not_shown_are_counted_by_alternative() -> None:
    """Of twenty-two reasons two are not written out, and what they stopped is counted."""
    many: Sweep[int] = Sweep(
        about="exempel",
        results=[Tried(name=f"a{place}", failure=Failure(kind="E", message=f"{place % 22}")) for place in range(66)],
    )
    assert many.text().splitlines()[-1] == "- Fler utan svar: 6."


def test_what_an_answer_says_is_missing_is_passed_on() -> None:
    """Of an answer of the library; a figure, a mapping and a failure say nothing of it."""

    def statement(model: SteeringModel) -> Answer:
        return rs.balance_statement(model, 1999)

    whole = rs.sweep(MODEL, [as_it_is], statement).results[0]
    answer = rs.balance_statement(MODEL, 1999)
    assert [*whole.what_is_missing("en")] == [*answer.what_is_missing("en")]
    assert [*whole.what_is_missing()] == [*answer.missing]
    assert answer.missing
    others = [*FEW.results, rs.sweep(MODEL, [as_it_is], _counts).results[0]]
    assert [line for each in others for line in each.what_is_missing()] == []


def test_a_sweep_is_shown_in_a_notebook_harmless() -> None:
    """What the names and messages hold is escaped."""
    html = FEW._repr_html_()
    assert "<li>fel &lt;b&gt; gav inget svar (ValueError: not &lt;so&gt;).</li>" in html
    assert "<td>70</td>" in html
    assert "<b>" not in html


def test_every_row_has_every_column() -> None:
    """Also where an alternative gave no answer."""
    assert FEW.to_records() == [
        {"alternative": "färre mål", "answer": 70, "failure": None},
        {"alternative": "fel <b>", "answer": None, "failure": "ValueError: not <so>"},
        {"alternative": "som nu", "answer": 71, "failure": None},
    ]


def test_a_mapping_gives_a_column_for_each_name() -> None:
    """A question that gives several figures gives several columns."""
    rows = rs.sweep(MODEL, [failing, partial(without_goals, count=1)], _counts).to_records()
    assert rows == [
        {
            "alternative": "failing",
            "answer.goals": None,
            "answer.share": None,
            "failure": "UnknownId: no record has the id 'xyzzy'",
        },
        {
            "alternative": "without_goals(count=1)",
            "answer.goals": len(MODEL.goals) - 1,
            "answer.share": "12.50",
            "failure": None,
        },
    ]


def test_what_is_read_gives_its_own_rows() -> None:
    """An answer of the library stands with all its rows under the name of the alternative."""
    rows = rs.sweep(MODEL, [as_it_is], _two_rows).to_records()
    assert [(row["alternative"], row["answer.id"]) for row in rows] == [
        ("as_it_is", goal.id) for goal in MODEL.goals[:2]
    ]


def test_what_is_read_without_rows_still_stands() -> None:
    """An alternative is not lost because its answer is empty."""
    assert rs.sweep(MODEL, [as_it_is], _no_rows).to_records() == [{"alternative": "as_it_is", "failure": None}]


def test_an_alternative_is_found_by_its_name() -> None:
    """A misspelt one is told the nearest."""
    assert FEW["som nu"].answer == 71
    with pytest.raises(rs.UnknownId) as raised:
        FEW["som nå"]
    assert str(raised.value) == "no alternative has the id 'som nå'. Did you mean 'som nu'?"


def test_failures_are_those_without_an_answer() -> None:
    """In order."""
    assert FEW.failures == (FEW.results[1],)


@pytest.mark.parametrize("read", [FEW, FEW.results[0]])
def test_a_sweep_is_no_truth(read: Any) -> None:  # noqa: ANN401 - two classes
    """Whoever tests it is told what to read."""
    with pytest.raises(rs.NoTruthValue):
        bool(read)


def test_one_result_is_said_in_a_line() -> None:
    """The name and the answer, of what is read as it is read."""
    assert FEW.results[0].text() == "färre mål: 70"
    found = rs.sweep(MODEL, [as_it_is], _no_rows)
    assert found.results[0].text("en") == "as_it_is: No rows."
    assert (
        rs.sweep(MODEL, [as_it_is], _counts).results[0].text() == f"as_it_is: goals: {len(MODEL.goals)}, share: 12,50"
    )


def test_failures_are_compared_without_their_traces() -> None:
    """Where it was run is no part of what was found."""
    assert Failure(kind="KeyError", message="a", trace="here") == Failure(kind="KeyError", message="a", trace="there")


def test_a_sweep_can_be_sent() -> None:
    """A sweep can itself be pickled, with its failures."""
    found = rs.sweep(MODEL, [failing, as_it_is], goals)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own
