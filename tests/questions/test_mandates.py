"""Which assembly decides on a day."""

from __future__ import annotations

from datetime import date

from regionstyrning import load_region
from regionstyrning.model import Organ, OrganKind
from regionstyrning.questions import deciding_assembly
from tests.model.small import model

EXEMPEL = load_region("exempel")
DAY = date(2026, 10, 14)


def test_it_is_told_in_a_sentence() -> None:
    """With the election and what waits for it."""
    assert deciding_assembly(EXEMPEL, on=DAY).text() == (
        "Regionfullmäktige, som beslutar den 2026-10-14, valdes 2022 och sitter 2022-10-15–2026-10-14. "
        "Val hålls den 2026-09-13. Budgeten för 2027 antas av det nyvalda, tidigast den 2026-10-15."
    )


def test_a_period_that_the_calendar_ends_before_has_no_last_day() -> None:
    """And none is made up."""
    assert deciding_assembly(EXEMPEL, on=date.max).text().endswith("valdes 9998 och sitter 9998-10-15–.")


def test_it_is_told_in_english() -> None:
    """For a year without an election."""
    assert deciding_assembly(EXEMPEL, on=date(2024, 1, 1)).text("en") == (
        "Regionfullmäktige, which decides on 2024-01-01, was elected in 2022 and sits 2022-10-15–2026-10-14."
    )


def test_it_is_a_row() -> None:
    """Of days and years."""
    assert deciding_assembly(EXEMPEL, on=DAY).to_records() == [
        {
            "on": DAY,
            "organs": ["rf"],
            "elected": 2022,
            "first": date(2022, 10, 15),
            "last": DAY,
            "election": date(2026, 9, 13),
            "waits_until": date(2026, 10, 15),
            "may_adopt_next_budget": False,
        }
    ]


def test_each_step_cites_its_paragraph() -> None:
    """And the organ has its source, where it has one."""
    steps = deciding_assembly(EXEMPEL, on=DAY).steps
    cited = ["KL 5 kap. 9 §", "VAL 1 kap. 3 §", "KL 11 kap. 10 § andra stycket", None]
    assert [(step.record, step.law) for step in steps] == list(zip(["exempel"] * 3 + ["rf"], cited, strict=True))


def test_the_models_own_day_is_meant_where_none_is_named() -> None:
    """As of every question."""
    assert deciding_assembly(EXEMPEL).on == EXEMPEL.as_of


def test_a_day_without_law_says_so() -> None:
    """And nobody knows whether a budget may be adopted."""
    answer = deciding_assembly(EXEMPEL, on=date(2017, 6, 1))
    assert (answer.period, answer.may_adopt_next_budget, answer.missing) == (
        None,
        None,
        ("Lagen för 2017-06-01 hålls inte.",),
    )
    assert answer.text() == "- Lagen för 2017-06-01 hålls inte."
    assert answer.to_records()[0]["first"] is None


def test_a_model_without_an_assembly_says_so() -> None:
    """The law's mandate period is told all the same."""
    answer = deciding_assembly(model(organs=[Organ(id="hsn", title="HSN", kind=OrganKind.COMMITTEE)]))
    assert answer.text("en").splitlines() == [
        "Fullmäktige, which decides on 2025-06-01, was elected in 2022 and sits 2022-10-15–2026-10-14.",
        "",
        "- The model has no organ of the kind fullmäktige on 2025-06-01.",
    ]
