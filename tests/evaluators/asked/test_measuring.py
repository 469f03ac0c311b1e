"""The unknown most worth knowing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import regionstyrning as rs
from regionstyrning.evaluators import next_measurement
from regionstyrning.model import ContributionKind, Outcome, Target, at_least
from tests.evaluators.small import AS_OF, YEAR, goal, indicator, link, model, seen

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel


def region(values: dict[str, int]) -> SteeringModel:
    """Three goals, of which ``a`` alone settles one and ``b`` and ``c`` share one; the worst decides."""
    part = ContributionKind.BREAKS_DOWN
    return model(
        goals=[goal("g", level="samst"), goal("h", level="samst"), goal("upp", level="samst")],
        indicators=[indicator(id) for id in "abc"],
        contributions=[link("a", "g"), link("b", "h"), link("c", "h"), link("g", "upp", part)],
        targets=[Target(indicator=id, year=YEAR, condition=at_least(10)) for id in "abc"],
        outcomes=[Outcome(indicator=id, year=YEAR, value=Decimal(value)) for id, value in values.items()],
    )


def test_what_settles_most_comes_first() -> None:
    """Whatever it turns out to be."""
    found = next_measurement(region({}), as_of=AS_OF)
    assert [each.id for each in found.candidates] == ["a", "b", "c"]
    best = found.best
    assert best is not None
    assert "den avgör 2 bedömningar." in found.text()
    assert seen(best.id, best.settles_least, best.settles_most, best.narrows_least) == ("a", 2, 2, 4)
    assert seen(found.exact, best.missing) == (True, ("Inget utfall för 2024 är känt.",))


def test_what_may_settle_is_told_apart_from_what_does() -> None:
    """One of two parts settles the goal only if it is the worst possible."""
    worth = {each.id: each for each in next_measurement(region({}), as_of=AS_OF).candidates}["b"]
    assert (worth.settles_least, worth.settles_most, worth.narrows_least, worth.narrows_most) == (0, 1, 0, 2)


def test_each_count_is_what_judging_gives() -> None:
    """The value found is put in, and the unsettled verdicts counted again."""
    known = region({"b": 12})
    worth = {each.id: each for each in next_measurement(known, as_of=AS_OF).candidates}["c"]
    settled = []
    for value in (5, 12):
        filled = known.with_(Outcome(indicator="c", year=YEAR, value=Decimal(value)))
        before, after = (rs.evaluate(each, as_of=AS_OF)["attainment"] for each in (known, filled))
        counted = [each for each in before.everything() if each.kind in {"mål", "perspektiv", "modell"}]
        settled.append(
            sum(each.low is not each.high and after[each.about].low is after[each.about].high for each in counted)
        )
    assert (worth.settles_least, worth.settles_most) == (min(settled), max(settled))


def test_of_many_a_bound_is_told() -> None:
    """No more verdicts are settled than stand unsettled above."""
    exact = {each.id: each for each in next_measurement(region({}), as_of=AS_OF).candidates}
    found = next_measurement(region({}), as_of=AS_OF, most=2)
    assert found.exact is False
    for each in found.candidates:
        assert seen(each.settles_least, each.narrows_least) == (0, 0)
        assert each.settles_most >= exact[each.id].settles_most
        assert each.narrows_most >= exact[each.id].narrows_most


def test_nothing_is_worth_knowing_where_all_is_known() -> None:
    """And nothing is tried."""
    found = next_measurement(region({"a": 1, "b": 2, "c": 30}), as_of=AS_OF)
    assert seen(found.best, found.candidates) == (None, ())
    assert found.text() == "Inget utfall eller målvärde som saknas avgör något. Prövade okända: 0, alla som finns."


def test_it_can_be_read() -> None:
    """In both languages, and as rows."""
    assert next_measurement(region({}), as_of=AS_OF).text("en") == (
        "Most worth knowing is Mått a [a]: it settles 2 verdicts. Unknowns tried: 3, all there are."
    )
    found = next_measurement(region({}), as_of=AS_OF, most=0)
    assert found.text().endswith("De okända är 3, fler än som prövas; antalen är vad som mest kan avgöras.")
    assert found.to_records()[0]["exact"] is False
