"""Assertions in Python: what they hold, and what they tell when they do not."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning.errors import UnknownId
from regionstyrning.model import Severity, SteeringModel
from regionstyrning.rules import RULES
from regionstyrning.testing import assert_keeps, assert_may_decide, assert_may_not_decide, assert_threaded
from regionstyrning.testing.touched import LISTENING, Touches

OWNER = "linkage.has-an-owner"


def told(error: pytest.ExceptionInfo[AssertionError]) -> list[str]:
    """What an assertion tells, line by line."""
    return str(error.value).splitlines()


def test_a_model_keeps_a_profile(region_exempel: SteeringModel) -> None:
    """The least one, if none is named."""
    assert_keeps(region_exempel)
    assert_keeps(region_exempel, rules="strang", on=date(2026, 3, 1))


def test_findings_are_told(region_exempel_brister: SteeringModel) -> None:
    """With file and line, what would mend them, and the records."""
    with pytest.raises(AssertionError) as caught:
        assert_keeps(region_exempel_brister, rules=OWNER)
    assert told(caught) == [
        "Region Exempel med brister [exempel-brister] håller inte reglerna den",
        "  2026-06-01.",
        "- mal.toml:38: Ett mål utan ägare och utan länk saknar ägare. Ange vem som bär",
        "  målet. [utan-agare]",
    ]


def test_rules_are_named_or_given(region_exempel_brister: SteeringModel) -> None:
    """Several of them, by id or as they are."""
    rule = next(rule for rule in RULES if rule.id == OWNER)
    with pytest.raises(AssertionError) as caught:
        assert_keeps(region_exempel_brister, rules=["linkage.follows-the-levels", rule])
    assert sum(line.startswith("- ") for line in told(caught)) >= 2


def test_what_is_less_grave_may_be_let_pass(region_exempel_brister: SteeringModel) -> None:
    """A goal without an owner is a warning."""
    assert_keeps(region_exempel_brister, rules=OWNER, severity=Severity.ERROR)


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (
            "linkage.has-owner",
            "no rule or profile has the id 'linkage.has-owner'. Did you mean 'linkage.has-an-owner'?",
        ),
        ("baas", "no profile has the id 'baas'. Did you mean 'bas'?"),
        (["linkage.has-owner"], "no rule has the id 'linkage.has-owner'. Did you mean 'linkage.has-an-owner'?"),
    ],
)
def test_an_unknown_rule_names_the_nearest(region_exempel: SteeringModel, rules: str | list[str], message: str) -> None:
    """Or the nearest profile."""
    with pytest.raises(UnknownId) as caught:
        assert_keeps(region_exempel, rules=rules)
    assert str(caught.value) == message


def test_a_goal_is_threaded(region_exempel: SteeringModel) -> None:
    """Upwards and downwards, on the day."""
    assert_threaded(region_exempel, "vantetid-akuten", on=date(2026, 3, 1))


def test_a_thread_that_is_cut_is_drawn(region_exempel_brister: SteeringModel) -> None:
    """With what is missing above it."""
    with pytest.raises(AssertionError) as caught:
        assert_threaded(region_exempel_brister, "utan-agare")
    lines = told(caught)
    assert lines[0] == "Ett mål utan ägare och utan länk [utan-agare] hänger inte ihop den 2026-06-01."
    assert "- Ett mål utan ägare och utan länk saknar länk till fullmäktigemål." in lines
    assert "nämndmål: Ett mål utan ägare och utan länk [utan-agare]" in lines


def test_what_is_asked_is_told_to_those_who_listen(region_exempel: SteeringModel) -> None:
    """The records that the answer rests on."""
    touches: Touches = []
    token = LISTENING.set(touches)
    try:
        assert_threaded(region_exempel, "vantetid-akuten")
    finally:
        LISTENING.reset(token)
    ((model, names),) = touches
    assert (model, "vantetid-akuten" in names) == (region_exempel, True)


def test_someone_may_decide(region_exempel: SteeringModel) -> None:
    """For the reasons that are named."""
    reasons = ["sjukvardsdirektor-omradeschef-inkop", "KL 7 kap. 6 §"]
    assert_may_decide(region_exempel, "omradeschef", "inkop", amount_sek=900_000, closed=True, because=reasons)


def test_someone_may_not_decide(region_exempel: SteeringModel) -> None:
    """For the reason that is named."""
    assert_may_not_decide(
        region_exempel,
        "omradeschef",
        "inkop",
        on=date(2026, 3, 1),
        amount_sek=900_000,
        disqualified=["omradeschef"],
        closed=True,
        because="disqualified",
    )


def test_a_no_where_yes_was_expected_tells_the_refusals(region_exempel: SteeringModel) -> None:
    """And the whole answer."""
    with pytest.raises(AssertionError) as caught:
        assert_may_decide(region_exempel, "omradeschef", "inkop", amount_sek=2_000_000, closed=True)
    lines = told(caught)
    assert lines[0] == "Väntade ja, men svaret är nej."
    assert lines[2].startswith("Nej: områdeschef får inte besluta om inköp av varor och tjänster för ")
    assert "- Områdeschef: gränsen är 1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 kronor." in lines


def test_what_depends_is_neither(region_exempel: SteeringModel) -> None:
    """An amount that is not given leaves it open."""
    for asserted, expected in ((assert_may_decide, "ja"), (assert_may_not_decide, "nej")):
        with pytest.raises(AssertionError) as caught:
            asserted(region_exempel, "omradeschef", "inkop", closed=True)
        assert told(caught)[0] == f"Väntade {expected}, men svaret är det beror på."


def test_another_reason_is_told(region_exempel: SteeringModel) -> None:
    """What was expected, and those there are."""
    with pytest.raises(AssertionError) as caught:
        assert_may_not_decide(
            region_exempel, "omradeschef", "inkop", amount_sek=2_000_000, closed=True, because=["day", "amount"]
        )
    assert told(caught)[0].startswith('Väntade skälet "day" och "amount", men skälen är ')


def test_where_nothing_is_near_the_matter_is_the_reason(region_exempel: SteeringModel) -> None:
    """Of one who was never given anything like it."""
    with pytest.raises(AssertionError) as caught:
        assert_may_not_decide(region_exempel, "kulturchef", "inkop", amount_sek=1, closed=True, because="amount")
    assert told(caught)[0] == 'Väntade skälet "amount", men skälen är matter.'
