"""A caller's own statute names the only lawful takers of a kind of matter."""

from __future__ import annotations

from typing import Any

import pytest

import regionstyrning as rs
from regionstyrning.model import Delegation, OrganKind, PositionKind
from tests.questions.authority.making import DAY, given, region, special

BY_LAW = Delegation(id="lag", statute="VL 1 §", receivers=given("x", "handlaggaren").receivers, matters=["inkop"])
EMPLOYEE = {"position_kinds": [PositionKind.EMPLOYEE]}

CASES: dict[str, tuple[dict[str, Any], str, dict[str, Any], bool | None, tuple[str, ...]]] = {
    "the kind it names": (EMPLOYEE, "handlaggaren", {}, True, ()),
    "another kind": ({"position_kinds": [PositionKind.HEAD]}, "handlaggaren", {}, False, ()),
    "the nämnd that owns it": (EMPLOYEE, "namnden", {}, False, ()),
    "appointed": (
        {**EMPLOYEE, "personally_appointed": True},
        "handlaggaren",
        {"facts": ["vaccin", "personligen-utsedd"]},
        True,
        (),
    ),
    "not appointed": (
        {**EMPLOYEE, "personally_appointed": True},
        "handlaggaren",
        {"facts": {"vaccin": True, "personligen-utsedd": False}},
        False,
        (),
    ),
    "appointed or not": (
        {**EMPLOYEE, "personally_appointed": True},
        "handlaggaren",
        {"closed": False},
        None,
        ("personligen-utsedd",),
    ),
    "urgent": ({**EMPLOYEE, "only_urgent": True}, "handlaggaren", {"urgent": True}, True, ()),
    "not urgent": ({**EMPLOYEE, "only_urgent": True}, "handlaggaren", {}, False, ()),
    "one post is not two": (
        {**EMPLOYEE, "at_least": 2},
        "handlaggaren",
        {"facts": {"vaccin": True, "antal-beslutande": 2}},
        False,
        (),
    ),
    "two of the nämnd": (
        {"organ_kinds": [OrganKind.COMMITTEE], "at_least": 2},
        "namnden",
        {"facts": {"vaccin": True, "antal-beslutande": 2}},
        True,
        (),
    ),
    "one of the nämnd": (
        {"organ_kinds": [OrganKind.COMMITTEE], "at_least": 2},
        "namnden",
        {"facts": {"vaccin": True, "antal-beslutande": 1}},
        False,
        (),
    ),
    "how many of the nämnd": (
        {"organ_kinds": [OrganKind.COMMITTEE], "at_least": 2},
        "namnden",
        {"closed": False},
        None,
        ("antal-beslutande",),
    ),
    "anybody": ({}, "namnden", {}, True, ()),
    "not of such a matter": ({"position_kinds": [PositionKind.HEAD]}, "handlaggaren", {"facts": []}, True, ()),
    "of such a matter or not": (
        {"position_kinds": [PositionKind.HEAD]},
        "handlaggaren",
        {"facts": [], "closed": False},
        None,
        ("vaccin",),
    ),
}

KNOWN = dict.fromkeys(
    ("fullmaktiges-arende", "foretrader-regionen-som-part", "tillsyn-over-egen-verksamhet", "uppdelat-inkop"), False
)


@pytest.mark.parametrize("name", CASES)
def test_only_those_that_the_statute_names_may_decide(name: str) -> None:
    """By kind, number, appointment and urgency, in a matter of the kind that it speaks of."""
    provision, who, case, allowed, depends_on = CASES[name]
    words = {"facts": ["vaccin"], "closed": True, **case}
    facts = words["facts"] if isinstance(words["facts"], dict) else dict.fromkeys(words["facts"], True)
    words["facts"] = {**KNOWN, **facts}
    answer = rs.may_decide(region(BY_LAW, special(**provision)), who, "inkop", on=DAY, **words)
    assert (answer.allowed, answer.depends_on) == (allowed, depends_on)


@pytest.mark.parametrize(("may_pass_on", "allowed"), [(None, True), (False, False)])
def test_a_right_that_may_not_be_handed_on_ends_with_its_holder(may_pass_on: bool | None, allowed: bool) -> None:
    """What the nämnd's chief was given and gave on."""
    model = region(
        given("namnden", "chefen", may_pass_on=True),
        given("chefen", "handlaggaren"),
        special(**EMPLOYEE, may_pass_on=may_pass_on),
    )
    assert rs.may_decide(model, "handlaggaren", "inkop", on=DAY, facts=["vaccin"], closed=True).allowed is allowed


def test_the_refusal_names_the_statute() -> None:
    """With what it says."""
    model = region(BY_LAW, special(position_kinds=[PositionKind.HEAD]))
    (refusal,) = rs.may_decide(model, "handlaggaren", "inkop", on=DAY, facts=["vaccin"], closed=True).refused
    assert (refusal.reasons, refusal.law) == (("law",), "VL 1 §")
    assert refusal.text() == "Handläggaren: lagen tillåter det inte: Vaccin beslutas av någon viss (VL 1 §)."


@pytest.mark.parametrize(("facts", "said"), [(["vaccin"], ["Till myndigheten.", "Hos förvaltningsrätten."]), ([], [])])
def test_the_statute_says_how_it_is_reported_and_appealed(facts: list[str], said: list[str]) -> None:
    """Beside what else follows, in such a matter only."""
    statute = special(**EMPLOYEE, reported="till myndigheten", appealed="hos förvaltningsrätten.")
    duties = rs.may_decide(region(BY_LAW, statute), "handlaggaren", "inkop", on=DAY, facts=facts, closed=True).duties
    assert [(duty.text(), duty.law) for duty in duties if duty.law == "VL 1 §"] == [(each, "VL 1 §") for each in said]


def test_a_matter_that_only_fullmaktige_decides_depends_on_whether_it_is_one() -> None:
    """Of a matter that the nämnd owns."""
    facts = {name: False for name in KNOWN if name != "fullmaktiges-arende"}
    answer = rs.may_decide(region(special(**EMPLOYEE)), "rf", "inkop", on=DAY, facts={**facts, "vaccin": False})
    assert (answer.allowed, answer.depends_on) == (None, ("fullmaktiges-arende",))
