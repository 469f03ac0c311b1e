"""An answer on the right to decide is a value that can be read."""

from __future__ import annotations

from datetime import date

import pytest

import regionstyrning as rs
from regionstyrning.model import Deputy
from regionstyrning.questions import Decider
from tests.questions.authority.making import DAY, given, region, sek

MODEL = region(given("namnden", "chefen", limits=[sek(100)], deputies=[Deputy(position="vikarien")]))


def test_an_answer_has_no_truth_value() -> None:
    """It names the attribute to read."""
    with pytest.raises(rs.NoTruthValue, match="allowed"):
        bool(rs.may_decide(MODEL, "chefen", "inkop", on=DAY))


def test_equal_answers_are_equal() -> None:
    """With the same hash, and not equal to anything else."""
    one, same = (rs.may_decide(MODEL, "chefen", "inkop", on=DAY, amount_sek=1) for _ in range(2))
    other = rs.may_decide(MODEL, "chefen", "inkop", on=DAY, amount_sek=101)
    assert (one == same, hash(one) == hash(same), one == other, one == "ja") == (True, True, False, False)


def test_an_answer_shows_what_it_says() -> None:
    """In one line."""
    answer = rs.may_decide(MODEL, "namnden", "inkop", on=DAY, closed=True)
    assert repr(answer) == "MayDecide(who='namnden', about='inkop', on=datetime.date(2026, 3, 1), allowed=True)"
    assert answer.to_records() == [
        {
            "who": "namnden",
            "matter": "inkop",
            "on": "2026-03-01",
            "amount_sek": None,
            "allowed": True,
            "depends_on": [],
            "text": "Ja: vårdnämnden får besluta om inkop den 2026-03-01.",
        }
    ]


def test_the_short_way_says_what_the_long_one_does() -> None:
    """Of a case of which only day and amount are said."""
    for who in ("namnden", "chefen", "vikarien", "handlaggaren", "rf"):
        for amount in (None, 100, 101):
            short = rs.may_decide(MODEL, who, "inkop", on=DAY, amount_sek=amount)
            long = rs.may_decide(MODEL, who, "inkop", on=DAY, amount_sek=amount, facts={"antal": 1})
            assert (short.allowed, short.depends_on, short.steps) == (long.allowed, long.depends_on, long.steps)


def test_the_day_may_be_left_out() -> None:
    """Then the model's own is meant."""
    assert (rs.may_decide(MODEL, "chefen", "inkop").on, rs.who_may_decide(MODEL, "inkop").on) == (DAY, DAY)


def test_what_depends_on_several_ways_is_told_for_each() -> None:
    """One's own row, and another's place."""
    model = region(
        given("namnden", "chefen", deputies=[Deputy(position="vikarien")]),
        given("namnden", "vikarien", limits=[sek(50)]),
    )
    answer = rs.may_decide(model, "vikarien", "inkop", on=DAY)
    text = answer.text()
    assert answer.allowed is None
    assert ("franvaro:chefen" in text, "amount_sek" in text) == (True, True)


def test_everyone_is_a_table_with_rows() -> None:
    """And every decider one."""
    answer = rs.who_may_decide(MODEL, "inkop", on=DAY, amount_sek=50, facts=["franvaro:chefen"], closed=True)
    assert [row["who"] for row in answer.to_records()] == ["namnden", "vikarien"]
    last = answer.deciders[-1]
    assert isinstance(last, Decider)
    assert (last.text(), last.called_up_by) == ("Vikarien [vikarien]: ja, högst 100 kronor", ("namnden",))
    assert last.way.startswith("Regionfullmäktige → VN → Vårdchefen → Vikarien [KL")
    assert {step.record for step in answer.steps} >= {step.record for step in last.steps}


def test_nobody_may_is_told() -> None:
    """In short and whole."""
    model = region(given("namnden", "chefen")).without("namnden")
    answer = rs.who_may_decide(model, "inkop", on=date(2026, 3, 1), closed=True)
    assert (answer.deciders, "Ingen i modellen får det." in answer.text()) == ((), True)
    assert "Nobody in the model may." in answer.explain("en")
