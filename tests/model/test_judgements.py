"""What someone said of a record, without effect of its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regionstyrning.model import Capacity, Form, Judgement, Part, Side, Stage, Total
from tests.model.small import goal, model


def judgement(**more: Any) -> Judgement:  # noqa: ANN401 - any field
    """What the auditors said of a nämnd for 2023."""
    usual = {"about": ["hsn"], "by": "revisorerna", "capacity": Capacity.AUDITORS, "year": 2023, "words": "delvis"}
    return Judgement(**{**usual, **more})


def test_a_judgement_is_about_a_set_of_records() -> None:
    """Several nämnder are judged as one."""
    assert judgement(about=["hsn", "ktn"]).about == ("hsn", "ktn")


def test_a_judgement_may_be_about_something_that_no_record_holds() -> None:
    """The 83 resultatmål of a region are told in words."""
    assert judgement(about=[], subject="83 resultatmål").about == ()


@pytest.mark.parametrize(
    "side",
    [
        "helheten",
        "finansiellt",
        "verksamhet",
        "ändamålsenlighet",
        "ekonomiskt tillfredsställande",
        "räkenskaperna",
        "intern kontroll",
    ],
)
def test_a_judgement_is_about_one_side(side: str) -> None:
    """The whole, a side of it, or one of the auditors' questions is part of its key."""
    assert side in judgement(side=Side(side)).id


def test_each_question_of_the_auditors_has_an_answer_of_its_own() -> None:
    """The same words about four sides of one nämnd are four judgements."""
    sides = (Side.PURPOSEFUL, Side.ECONOMICALLY_SATISFACTORY, Side.ACCOUNTS, Side.INTERNAL_CONTROL)
    assert len(model(judgements=[judgement(side=side) for side in sides]).judgements) == 4


@pytest.mark.parametrize(
    "capacity", ["organet självt", "revisorerna", "några av revisorerna", "domstol", "tillsynsmyndighet"]
)
def test_someone_judges_in_a_capacity(capacity: str) -> None:
    """The body itself, its auditors or some of them, a court and an authority are told apart."""
    assert capacity in judgement(capacity=Capacity(capacity)).id


def test_a_court_judges_in_an_instance() -> None:
    """The forvaltningsrätt and the kammarrätt are two instances."""
    ruling = judgement(
        by=None, by_text="Kammarrätten i Sundsvall", capacity=Capacity.COURT, instance="kammarrätt", form=Form.RULING
    )
    assert (ruling.by, ruling.instance) == (None, "kammarrätt")


@pytest.mark.parametrize("form", ["omdöme", "kritik", "erinran", "anmärkning", "rekommendation", "avgörande"])
def test_a_judgement_has_a_form(form: str) -> None:
    """An opinion is no criticism, an erinran no anmärkning, and a recommendation no ruling."""
    assert judgement(form=Form(form)).form.value == form


def test_a_judgement_is_given_at_a_stage() -> None:
    """What is said on preliminary figures in August is not what is said on the final ones."""
    august = judgement(part=Part(first_month=1, last_month=8), stage=Stage.FORECAST)
    year = judgement(stage=Stage.FINAL)
    assert [each.stage for each in model(judgements=[august, year]).judgements] == [Stage.FORECAST, Stage.FINAL]


def test_the_words_are_kept_beside_their_place_on_a_scale() -> None:
    """What was said is the region's words, and the grade a word of the scale."""
    said = judgement(words="i huvudsak god", scale="trestegsskala", grade="delvis", reason="underskottet")
    assert (said.words, said.grade, said.reason) == ("i huvudsak god", "delvis", "underskottet")


def test_words_may_have_no_place_on_a_scale() -> None:
    """A judgement in words is not put on a scale that nobody used."""
    assert judgement(words="låg").grade is None


def test_totals_stand_without_their_parts() -> None:
    """Twelve of 33 were green, and which ones nobody says."""
    totals = [Total(word="grön", count=12), Total(word="gul", count=8), Total(word="röd", count=13)]
    said = judgement(about=[], subject="33 kortsiktiga nyckeltal", words="12 gröna", totals=totals, total_of=33)
    assert (said.total_of, sum(each.count or 0 for each in said.totals), said.about) == (33, 33, ())


def test_totals_may_be_shares() -> None:
    """39 percent were reached, of a count that is not made up."""
    reached = Total(word="uppnådda", share_percent=Decimal(39))
    assert (reached.count, reached.share_percent) == (None, Decimal(39))


def test_a_total_that_was_worked_out_says_so() -> None:
    """Nought otillfredsställande is not printed, but follows from the others."""
    assert Total(word="otillfredsställande", count=0, derived=True).derived


def test_a_judgement_stands_beside_what_it_judges() -> None:
    """It changes nothing of the goal."""
    held = goal("god-vard")
    judged = model(goals=[held], judgements=[judgement(about=["god-vard"], on=date(2024, 4, 12))])
    assert judged["god-vard"] == held
