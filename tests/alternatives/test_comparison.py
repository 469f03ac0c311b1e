"""Projections side by side."""

from __future__ import annotations

from decimal import Decimal

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import (
    Assumption,
    Assumptions,
    Driver,
    ProjectionComparison,
    compare_projections,
    planned,
)
from regionstyrning.errors import InvalidValue, NoTruthValue, UnknownId
from regionstyrning.text.sentences import Language
from tests.alternatives.small import USUAL, assumed, region
from tests.printed_accounts import printed


def _compared(years: int = 4) -> ProjectionComparison:
    """The plan of Region Exempel, one with dearer costs, and one that begins with more and ends earlier."""
    model = rs.load_region("exempel")
    plan = planned(model)
    dearer = plan.with_(Assumption(driver=Driver.COSTS, values={2026: "3.9", 2028: "3.1"}))
    saved = dearer.with_(
        Assumption(driver=Driver.SAVINGS, values={2027: 60}),
        opening={"eget-kapital": 3000},
        uses_reserves=False,
        last_targets_go_on=True,
    )
    some = {"planen": (plan, years), "dyrare": (dearer, years), "sparat": (saved, years - 1)}
    return compare_projections({name: rs.project(model, each, count) for name, (each, count) in some.items()})


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_projections_are_told_side_by_side(snapshot: object, lang: Language) -> None:
    """Year by year, with how far they come apart, what is assumed otherwise and what is missing of whom."""
    assert _compared().text(lang, width=100) == snapshot


def test_figures_are_those_of_the_projections() -> None:
    """A row has what its projection says of the year; a year that one lacks has no row of it."""
    found = _compared()
    rows = found.to_records()
    assert [(row["year"], row["name"]) for row in rows] == [
        (year, name)
        for year in (2026, 2027, 2028, 2029)
        for name in ("planen", "dyrare", "sparat")
        if (year, name) != (2029, "sparat")
    ]
    for row in rows:
        year = found[row["name"]][row["year"]]
        held = (year.lines["arets-resultat"], year.lines["balanskravsresultat"], year.lines["eget-kapital"])
        assert (row["result"], row["balance_result"], row["equity"]) == held
        assert (row["to_restore"], row["geh"]) == (year.outstanding, year.geh.value)
        assert row["financial"] == year.verdict("finansiella-mal").status.value


def test_a_projection_is_found_by_its_name() -> None:
    """A name that none has is told with the nearest."""
    assert _compared(2)["dyrare"].assumptions.value(Driver.COSTS, 2028) == Decimal("3.1")
    with pytest.raises(UnknownId, match="dyrare"):
        _compared(2)["dyrar"]


def test_projections_that_assume_the_same() -> None:
    """A value that is written otherwise and holds alike is no difference, nor one of years that are not looked at."""
    held = {**USUAL, Driver.COSTS: "3.10"}
    other = assumed(held).with_(Assumption(driver=Driver.GRANTS, values={2029: 9}))
    found = compare_projections(
        {name: rs.project(region(), each, 2) for name, each in (("a", assumed()), ("b", other))}
    )
    told = found.text("en", width=200)
    assert "b against a 2027: result 0.0 mnkr, equity 0.0 mnkr." in told
    assert "\n\nNo assumption differs." in told


def test_what_is_missing_of_one_is_said_with_its_name() -> None:
    """What all lack is said once; what one lacks is said to be its."""
    none = rs.project(region(), Assumptions(items=[]), 2)
    found = compare_projections({"a": rs.project(region(), assumed(), 2), "b": none})
    lacking = [each for each in found.missing if each.startswith("b: Antagande saknas för 2026")]
    assert (len(lacking), found.years) == (1, (2026, 2027))
    both = set(found["a"].missing) & set(none.missing)
    assert both
    assert both <= set(found.missing)
    assert " mot a " not in found.text(width=300)


def test_a_comparison_without_years() -> None:
    """Where no year can be reckoned the comparison says what is missing, and draws no table."""
    none = rs.project(printed({}), assumed(), 2)
    found = compare_projections({"a": none, "b": none})
    assert found.text("en").startswith("No year can be reckoned ahead.\n\n- No accounts are known")
    assert (found.years, found.to_records()) == ((), [])


def test_an_opening_value_that_one_lacks() -> None:
    """What is begun with is compared too, also where one has no figure."""
    sparse = region(lines={"eget-kapital": None})  # type: ignore[dict-item] # no figure is printed
    some = {"a": rs.project(region(), assumed(), 1), "b": rs.project(sparse, assumed(), 1)}
    told = " ".join(compare_projections(some).text(width=200).split())
    assert "Ingående: Eget kapital 2 000 mnkr inte antaget" in told.replace("\N{NO-BREAK SPACE}", " ")


def test_one_projection_is_compared_with_nothing() -> None:
    """It takes two."""
    with pytest.raises(InvalidValue, match="expected two projections or more, found 1"):
        compare_projections({"a": rs.project(region(), assumed(), 1)})


def test_a_comparison_is_read() -> None:
    """It has no truth value, and in a notebook both tables and all that stands below."""
    found = _compared(3)
    with pytest.raises(NoTruthValue, match="projections"):
        bool(found)
    page = found._repr_html_()
    assert page.count("<table>") == 2
    assert "<caption>Antaganden som skiljer sig</caption>" in page
    assert page.count("<li>") == 2 + len(found.missing)
