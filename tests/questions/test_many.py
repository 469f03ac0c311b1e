"""Many questions at once are answered as each of them alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import regionstyrning as rs
from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.model import Matter, SteeringModel, Validity
from regionstyrning.questions.authority.many import MANY
from tests.oracle.said import Question
from tests.questions.authority.making import given as row
from tests.questions.authority.making import matter, region, sek
from tests.schemes import schemes

Asked = tuple[SteeringModel, tuple[Question, ...]]

DAY = date(2026, 3, 1)


def columns(questions: tuple[Question, ...], *facts: str) -> dict[str, list[Any]]:
    """Questions as columns, with some facts."""
    found: dict[str, list[Any]] = {
        name: [getattr(question, name) for question in questions] for name in ("who", "matter", "on", "amount_sek")
    }
    return found | {name: [question.facts.get(name) for question in questions] for name in facts}


def alone(model: SteeringModel, question: Question, **more: Any) -> bool | None:  # noqa: ANN401 - of a case
    """The answer to one question."""
    case = {"on": question.on, "amount_sek": question.amount_sek, **more}
    return rs.may_decide(model, question.who, question.matter, **case).allowed


@pytest.mark.verify
@given(schemes())
def test_few_plain_questions(scheme: Asked) -> None:
    """One by one."""
    model, questions = scheme
    expected = tuple(alone(model, question) for question in questions)
    assert expected == rs.may_decide_many(model, columns(questions))


@pytest.mark.verify
@given(schemes())
def test_many_plain_questions(scheme: Asked) -> None:
    """With arrays, which an amount too large for them does not upset."""
    model, questions = scheme
    asked = columns(questions * (MANY // len(questions) + 1))
    asked["amount_sek"][0] = 10**30
    expected = [alone(model, question) for question in questions] * (MANY // len(questions) + 1)
    expected[0] = rs.may_decide(
        model, questions[0].who, questions[0].matter, on=questions[0].on, amount_sek=10**30
    ).allowed
    assert tuple(expected) == rs.may_decide_many(model, asked)
    assert tuple(expected) == rs.may_decide_many(model, asked)


@pytest.mark.verify
@given(schemes())
def test_facts_as_columns(scheme: Asked) -> None:
    """A fact of which nothing is said in a case is not named in it."""
    model, questions = scheme
    names = sorted({name for question in questions for name in question.facts})
    expected = tuple(alone(model, question, facts=question.facts, closed=True) for question in questions)
    assert expected == rs.may_decide_many(model, columns(questions, *names), closed=True)


def exempel() -> SteeringModel:
    """The fictional region."""
    return rs.load_region("exempel")


def test_one_value_stands_for_all() -> None:
    """A day that is left out is the model's own."""
    answers = rs.may_decide_many(exempel(), {"who": ["hsn", "rf"], "matter": "inkop"})
    assert answers == tuple(rs.may_decide(exempel(), who, "inkop").allowed for who in ("hsn", "rf"))


def test_single_values_are_one_question() -> None:
    """No column at all."""
    assert rs.may_decide_many(exempel(), {"who": "hsn", "matter": "inkop", "on": DAY}, closed=True) == (True,)


@pytest.mark.parametrize(
    ("questions", "message"),
    [
        ({"who": "hsn"}, "expected a column 'matter', found 'who'"),
        ({}, "expected a column 'who', found none"),
        ({"who": ["hsn"], "matter": ["inkop", "inkop"]}, "'who' has 1, 'matter' has 2"),
        ({"who": "hsn", "matter": "inkop", "on": ["i dag"]}, "expected a day, found 'i dag'"),
        ({"who": "hsn", "matter": "inkop", "amount_sek": [-1]}, "expected whole kronor, 0 or more, found -1"),
    ],
)
def test_wrong_columns(questions: dict[str, Any], message: str) -> None:
    """They are told."""
    with pytest.raises(InvalidValue, match=message):
        rs.may_decide_many(exempel(), questions)


@pytest.mark.parametrize("count", [1, MANY])
@pytest.mark.parametrize("wrong", [{"who": "ingen"}, {"matter": "inget"}])
def test_unknown_names(wrong: dict[str, str], count: int) -> None:
    """However many questions there are."""
    with pytest.raises(UnknownId):
        rs.may_decide_many(exempel(), {"who": ["hsn"] * count, "matter": "inkop", **wrong})


def test_a_matter_that_is_part_of_itself() -> None:
    """It has no place in the tree, and is looked at alone."""
    knot = [Matter(id="a", title="A", part_of="b", owner="hsn"), Matter(id="b", title="B", part_of="a")]
    model = exempel().with_(*knot)
    asked = {"who": ["hsn"] * MANY, "matter": ["a", "b"] * (MANY // 2), "on": DAY}
    assert rs.may_decide_many(model, asked) == (
        rs.may_decide(model, "hsn", "a", on=DAY).allowed,
        rs.may_decide(model, "hsn", "b", on=DAY).allowed,
    ) * (MANY // 2)


def test_others_are_asked_about_later() -> None:
    """What was worked out for those asked about first is kept, and the rights of the others are put beside it."""
    model = region(row("namnden", "chefen", limits=[sek(500)]), row("namnden", "au"))
    for whos in (["namnden"], ["chefen", "au"], ["au", "namnden", "chefen", "rs"]):
        expected = [rs.may_decide(model, who, "inkop", on=DAY, amount_sek=1_000).allowed for who in whos]
        asked = {"who": whos * MANY, "matter": "inkop", "on": DAY, "amount_sek": 1_000}
        assert tuple(expected * MANY) == rs.may_decide_many(model, asked)
    assert expected == [None, None, False, False]


def test_fullmaktige_decides_while_it_exists() -> None:
    """What it owns is its own to decide from the day it is set up to the last."""
    model = region(matter("budget", owner="rf"))
    years = Validity(first=date(2025, 1, 1), last=date(2026, 12, 31))
    model = model.with_(*(evolve(each, validity=years) for each in model.organs if each.id == "rf"))
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    said = [
        [rs.may_decide(model, "rf", "budget", on=on, closed=closed).allowed for on in days] for closed in (True, False)
    ]
    assert said == [[False, True, True, False], [False, None, None, False]]
    assert rs.may_decide_many(model, {"who": "rf", "matter": "budget", "on": days}) == tuple(said[1])
    everyone = [[each.id for each in rs.who_may_decide(model, "budget", on=on).deciders] for on in days]
    assert everyone == [[], ["rf"], ["rf"], []]
