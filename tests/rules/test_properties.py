"""What holds of checks whatever the model."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning import check, loose_ends
from regionstyrning.model import CycleStep, Finding, SteeringModel, Structure
from regionstyrning.rules import RULES
from regionstyrning.text.sentences import LANGUAGES
from tests.strategies import models, records
from tests.tangles import days, tangles, tangles_in_two_orders

OF_WHAT_WAS_DONE = frozenset(
    {
        "horizon.the-newly-elected-adopt-the-budget",
        "horizon.interim-report-compares-its-figures",
        "horizon.interim-report-is-handed-over-in-time",
        "horizon.annual-report-is-handed-over-in-time",
        "horizon.discharge-is-decided-in-time",
        "horizon.discharge-follows-approval",
        "horizon.approval-before-discharge-is-known",
        "horizon.budget-is-adopted-in-time",
        "horizon.tax-rate-is-set-in-time",
        "horizon.steps-are-done-in-time",
        "horizon.what-is-returned-is-approved",
        "geh.the-annual-report-evaluates-the-goals",
        "geh.a-published-whole-has-both-halves",
    }
)
"""The rules that look at documents, organs and structures which are history by the day."""


def untold(model: SteeringModel) -> list[Finding]:
    """Findings without a sentence or a way to mend them, in some language."""
    found = check(model, rules="strang")
    return [each for each in found if not all(each.text(lang) and each.how_to_mend(lang) for lang in LANGUAGES)]


@pytest.mark.full
@given(tangles(), days)
def test_the_model_of_a_day_is_checked_as_the_whole_is(model: SteeringModel, day: date) -> None:
    """On that day, with nothing remembered from the whole; what was done by then is asked of the whole alone."""
    rules = [rule for rule in RULES if rule.id not in OF_WHAT_WAS_DONE]
    assert check(evolve(model.at(day)), rules=rules) == check(model, on=day, rules=rules)


@pytest.mark.full
@given(tangles_in_two_orders())
def test_the_order_of_records_changes_no_finding(both: tuple[SteeringModel, SteeringModel]) -> None:
    """Each catalogue in any order."""
    one, other = both
    assert check(one, rules="strang") == check(other, rules="strang")


@pytest.mark.full
@given(tangles())
def test_check_does_not_raise_for_what_it_is_there_to_find(model: SteeringModel) -> None:
    """Every finding is told in both languages."""
    assert untold(model) == []


@given(models())
def test_check_does_not_raise_for_any_model(model: SteeringModel) -> None:
    """Whatever its fields hold."""
    assert untold(model) == []


@given(st.lists(records(CycleStep), min_size=1, max_size=3), records(Structure), st.dates())
def test_check_does_not_raise_for_any_cycle(steps: list[CycleStep], structure: Structure, day: date) -> None:
    """Whatever its steps hold, in the first year of all and the last."""
    cycle = [evolve(step, id=f"steg-{number}") for number, step in enumerate(steps)]
    model = SteeringModel(
        id="x", title="X", as_of=day, structures=[evolve(structure, id="s", cycle=cycle, validity=None)]
    )
    assert untold(model) == []


@given(tangles())
def test_bas_finds_no_more_than_strang(model: SteeringModel) -> None:
    """Who asks for more gets no less."""
    every = check(model, rules="strang")
    assert [finding for finding in check(model) if finding not in every] == []


@given(tangles())
def test_every_loose_end_is_a_finding(model: SteeringModel) -> None:
    """Each by the rule of its kind, in the same words."""
    ends = sorted((end.record, end.text()) for end in loose_ends(model).ends)
    rules = (
        "linkage.hangs-on-what-is-above",
        "linkage.is-carried-from-below",
        "linkage.has-an-owner",
        "linkage.is-built-on",
    )
    found = [finding for finding in check(model, rules="strang") if finding.rule in rules]
    assert sorted((finding.records[0], finding.text()) for finding in found) == ends
