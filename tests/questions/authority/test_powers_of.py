"""What someone may decide."""

from __future__ import annotations

from datetime import date

import regionstyrning as rs
from regionstyrning.model import CaseCondition, Nature
from tests.questions.authority.making import DAY, given, matter, region, sek

MODEL = region(
    matter("bord"),
    matter("stolar", None, part_of="inkop"),
    given("namnden", "chefen", limits=[sek(100)]),
    given(
        "namnden",
        "chefen",
        id="chefen-bord",
        matters=["bord"],
        conditions=[CaseCondition(fact="x", text="om det ryms")],
    ),
    given("namnden", "vikarien", nature=Nature.ATTEST),
).with_(given("namnden", "enhetschefen", matters=["borta"]))


def test_each_matter_is_a_power_with_how_far_it_reaches() -> None:
    """The amount is not asked about: the limit tells."""
    powers = rs.powers_of(MODEL, "chefen", on=DAY, facts={"upphandling": False}, closed=True).powers
    assert [(each.matter, each.allowed, [str(limit.value) for limit in each.limits]) for each in powers] == [
        ("inkop", True, ["100"]),
        ("stolar", True, ["100"]),
    ]


def test_a_power_depends_on_what_is_not_known() -> None:
    """Apart from the amount."""
    answer = rs.powers_of(MODEL, "chefen", on=DAY)
    (power,) = (each for each in answer.powers if each.matter == "bord")
    assert (power.allowed, "x" in power.depends_on) == (None, True)
    assert "- Bord: om det ryms [x].\n" in answer.text()
    assert "amount_sek" not in answer.text()


def test_the_table_names_matters_and_limits() -> None:
    """And below it what does not reach."""
    answer = rs.powers_of(MODEL, "vikarien", on=DAY, closed=True)
    assert answer.text() == (
        "Vad får vikarien besluta om den 2026-03-01?\n\nIngenting i modellen.\n\nRäckte inte\n"
        "- Vikarien: det är attest, inte rätt att besluta. [namnden-vikarien]"
    )
    assert "May decide" not in rs.powers_of(MODEL, "chefen", on=DAY, closed=True).text("en")
    assert "Inkop [inkop]    ja           100 kronor" in rs.powers_of(MODEL, "chefen", on=DAY, closed=True).text()


def test_a_mandate_on_a_matter_that_is_not_there_says_nothing() -> None:
    """It is neither a power nor a refusal."""
    answer = rs.powers_of(MODEL, "enhetschefen", on=DAY, closed=True)
    assert (answer.powers, answer.refused) == ((), ())


def test_the_steps_of_all_powers_are_told_once() -> None:
    """Those that powers share too."""
    answer = rs.powers_of(MODEL, "chefen", on=DAY, closed=True)
    texts = [step.text() for step in answer.steps]
    assert texts.count("Vårdnämnden har gett vårdchefen rätt att besluta om inkop, högst 100 kronor.") == 1
    assert [row["matter_title"] for row in answer.to_records()] == ["Inkop", "Stolar"]


def test_the_day_may_be_left_out() -> None:
    """Then the model's own is meant."""
    assert rs.powers_of(MODEL, "chefen").on == DAY


def test_what_is_not_known_of_the_day_is_told() -> None:
    """Once, whatever the number of matters."""
    answer = rs.powers_of(MODEL, "chefen", on=date(1980, 1, 1), closed=True)
    assert (len(answer.missing), "\n\nInte känt\n- Lagen den dagen finns inte här:" in answer.text()) == (1, True)


def test_a_model_without_matters_gives_no_powers() -> None:
    """Nothing is asked of the law either."""
    answer = rs.powers_of(region().without("inkop"), "chefen", on=date(1980, 1, 1))
    assert (answer.powers, answer.missing) == ((), ())
