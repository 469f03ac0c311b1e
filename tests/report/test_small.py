"""What is rare in the shipped regions is told as well."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import evolve

from regionstyrning.model import (
    GehRule,
    Goal,
    Indicator,
    IndicatorRole,
    MeasureKind,
    Missing,
    OpenPoint,
    OpenPointKind,
    Outcome,
    SteeringModel,
    Target,
    above,
)
from regionstyrning.model.dates import years
from regionstyrning.report import report
from tests.threaded import bare, goal, link, region


def told(model: SteeringModel) -> str:
    """The report of a model."""
    return report(model)


def changed(model: SteeringModel, **structure: Any) -> SteeringModel:  # noqa: ANN401 - any field of the record
    """The model with another structure."""
    return evolve(model, structures=[evolve(model.structures[0], **structure)])


def point(about: str | None) -> OpenPoint:
    """Something open."""
    return OpenPoint(id="oppen", title="Något är oklart", kind=OpenPointKind.AMBIGUOUS, about=about)


def test_a_goal_with_many_threads_says_that_some_are_not_shown() -> None:
    """Five are."""
    uppers = [goal(f"over-{number}", "mal") for number in range(6)]
    links = [link("mitt", each.id) for each in uppers]
    text = told(bare(goal("mitt", "namndmal"), *uppers, *links))
    assert "- Röd tråd: det finns fler vägar än de 5 som visas" in text


def test_a_goal_in_no_document_says_none() -> None:
    """The line is left out."""
    assert "Står i" not in told(bare(Goal(id="fri", title="Fritt", level="mal")))


def test_a_measure_that_is_only_watched_may_lack_outcomes_too() -> None:
    """Both are said."""
    watched = Indicator(id="foljs", title="Följs", kind=MeasureKind.QUANTITATIVE, role=IndicatorRole.WATCHED)
    assert "Måttet följs bara och har inget målvärde. Inget utfall är känt." in told(bare(watched))


def test_a_target_says_which_other_document_set_it() -> None:
    """Where that is not the indicator's own."""
    measure = Indicator(id="matt", title="Mått", kind=MeasureKind.QUANTITATIVE)
    target = Target(indicator="matt", year=2026, condition=above(75), document="annan-plan")
    text = told(bare(measure, target))
    assert "| 2026 | över 75 (enligt annan-plan) |" in text


def test_an_outcome_without_a_cell_says_why_it_is_missing() -> None:
    """In words, never zero."""
    measure = Indicator(id="matt", title="Mått", kind=MeasureKind.QUANTITATIVE)
    assert "| 2025 | saknas: sekretess |" in told(
        bare(measure, Outcome(indicator="matt", year=2025, missing=Missing.SECRET))
    )


def test_what_has_no_name_is_called_by_what_it_is_about() -> None:
    """A link by its ends, an outcome by its indicator and year."""
    measure = Indicator(id="matt", title="Mått", kind=MeasureKind.QUANTITATIVE)
    outcome = Outcome(indicator="matt", year=2025, value=Decimal(3))
    tied = link("mitt", "over")
    goals = (goal("mitt", "namndmal"), goal("over", "mal"))
    texts = [told(bare(measure, outcome, tied, *goals, point(about))) for about in (outcome.id, tied.id, None)]
    lines = [[line for line in text.splitlines() if line.startswith("- Gäller: ")] for text in texts]
    assert lines == [["- Gäller: Mått 2025"], ["- Gäller: Mitt → Over"], []]


def test_a_structure_may_say_which_goals_count_without_a_rule() -> None:
    """And a rule may stand without words."""
    counted = evolve(region().structures[0].levels[2], geh=True)
    with_levels = told(changed(region(), levels=[counted], geh=None))
    with_rule = told(changed(region(), geh=GehRule()))
    assert (
        "Räknas: alla mål på nivån mål." in with_levels,
        "Regionen anger ingen regel för hur helheten bedöms." in with_levels,
        "Regionen anger ingen regel för hur helheten bedöms." in with_rule,
    ) == (True, False, True)


def test_hostile_titles_stay_text() -> None:
    """No table, tag, link or heading comes out of a file."""
    text = told(bare(goal("ont", "mal", title="a | b\n# c <script> [x](y)")))
    assert r"#### Mål: a \| b # c \<script> \[x\](y)" in text


def test_days_of_a_goal_and_of_a_target_are_said() -> None:
    """Where they have some of their own."""
    days = years(2025, None)
    measure = Indicator(id="matt", title="Mått", kind=MeasureKind.QUANTITATIVE)
    target = Target(indicator="matt", year=2026, condition=above(75), validity=days)
    text = told(bare(Goal(id="tid", title="Tid", level="mal", validity=days), measure, target))
    assert ("- Tid: från 2025-01-01" in text, "| 2026 | över 75 (från 2025-01-01) |" in text) == (True, True)
