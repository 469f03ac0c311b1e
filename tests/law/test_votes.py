"""How many must be there for a body to decide, and how many must ask for a matter to wait."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.errors import InvalidValue, NoTruthValue
from regionstyrning.law import Law, Policies, packaged
from regionstyrning.law.votes import Wish, most_substitutes, quorum, votes_needed
from regionstyrning.model import OrganKind

LAW = Law(statutes=packaged().statutes)
WAR = Law(statutes=packaged().statutes, policies=Policies(wartime_procedure=True))
NOW = date(2026, 11, 21)
ASSEMBLY, COMMITTEE = OrganKind.ASSEMBLY, OrganKind.COMMITTEE


@given(st.integers(min_value=1, max_value=200))
def test_a_quorum_is_more_than_half(seats: int) -> None:
    """PL-25: and one fewer is not."""
    for body in (ASSEMBLY, OrganKind.BOARD, COMMITTEE, OrganKind.JOINT_COMMITTEE):
        answer = quorum(LAW, body, seats, on=NOW)
        assert answer is not None
        assert 2 * answer.least > seats >= 2 * (answer.least - 1)


@given(st.integers(min_value=1, max_value=200))
def test_shares_of_those_present(present: int) -> None:
    """PL-23 and PL-27: a third, two thirds, and more than half."""
    least = {}
    for name, wish, more in (
        ("third", Wish.TABLE, {}),
        ("majority", Wish.TABLE, {"again": True}),
        ("two thirds", Wish.EXTRA_ELECTION, {}),
    ):
        answer = votes_needed(LAW, ASSEMBLY, wish, present, on=NOW, **more)
        assert answer is not None
        least[name] = answer.least
    assert 3 * least["third"] >= present > 3 * (least["third"] - 1)
    assert 3 * least["two thirds"] >= 2 * present > 3 * (least["two thirds"] - 1)
    assert 2 * least["majority"] > present >= 2 * (least["majority"] - 1)


@pytest.mark.parametrize(("law", "seats", "least"), [(LAW, 5, 3), (WAR, 5, 3), (WAR, 6, 3), (WAR, 15, 6), (LAW, 15, 8)])
def test_a_committee_in_war_needs_a_third_and_three(law: Law, seats: int, least: int) -> None:
    """Only where the setting says that the act on procedure in war is applied."""
    answer = quorum(law, COMMITTEE, seats, on=NOW)
    assert answer is not None
    assert answer.least == least


@pytest.mark.parametrize(
    ("present", "quorate", "said"),
    [
        (None, None, "8 av 15 ledamöter ska vara närvarande (KL 6 kap. 27 §)."),
        (8, True, "Beslutfört: 8 räknas, och det krävs 8 av 15 ledamöter (KL 6 kap. 27 §)."),
        (7, False, "Inte beslutfört: 7 räknas, men det krävs 8 av 15 ledamöter (KL 6 kap. 27 §)."),
    ],
)
def test_a_quorum_is_told(present: int | None, quorate: bool | None, said: str) -> None:
    """In a sentence and as a row, and with no truth value."""
    answer = quorum(LAW, COMMITTEE, 15, on=NOW, present=present)
    assert answer is not None
    assert (answer.quorate, answer.text()) == (quorate, said)
    assert answer.to_records() == [
        {"seats": 15, "least": 8, "counted": present, "quorate": quorate, "law": ["KL 6 kap. 27 §"]}
    ]
    with pytest.raises(NoTruthValue, match="quorate"):
        bool(answer)


def test_votes_are_told() -> None:
    """With what else the law asks of an extra election."""
    answer = votes_needed(LAW, ASSEMBLY, Wish.EXTRA_ELECTION, 71, on=NOW)
    assert answer is not None
    assert answer.text("en").startswith("It takes 48 of 71 present (KL 5 kap. 10 §). ")
    assert answer.text().endswith("Ett ärende om extra val bordläggs alltid första gången (KL 5 kap. 50 §).")
    assert answer.to_records() == [
        {
            "wish": "besluta om extra val",
            "present": 71,
            "least": 48,
            "law": ["KL 5 kap. 10 §", "KL 5 kap. 50 §"],
        }
    ]


@pytest.mark.parametrize(("seats", "most"), [(12, Decimal(6)), (5, Decimal("2.5"))])
def test_substitutes_are_half_of_the_seats_at_most(seats: int, most: Decimal) -> None:
    """PL-24: how a half is rounded is not held, so it is left."""
    assert most_substitutes(LAW, seats, on=NOW) == most


def test_before_the_law_is_held_nothing_is_said() -> None:
    """Of substitutes, as of quorum and votes."""
    before = date(2017, 11, 21)
    assert [
        most_substitutes(LAW, 12, on=before),
        quorum(LAW, ASSEMBLY, 71, on=before),
        votes_needed(LAW, ASSEMBLY, Wish.TABLE, 71, on=before),
    ] == [None, None, None]


@pytest.mark.parametrize("wish", [Wish.RETURN, Wish.EXTRA_ELECTION])
def test_what_the_law_does_not_mention_of_a_committee(wish: Wish) -> None:
    """It may put a matter off, and nothing else is mentioned."""
    assert votes_needed(LAW, COMMITTEE, wish, 11, on=NOW) is None


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"seats": 0}, "seats"),
        ({"seats": 15, "disqualified": -1}, "disqualified"),
        ({"seats": 15, "present": 3, "disqualified": 5}, "present"),
        ({"seats": 15, "present": -1}, "present"),
        ({"seats": 15, "present": 16}, "present"),
    ],
)
def test_numbers_of_members_that_cannot_be_are_refused(given: dict[str, int], name: str) -> None:
    """No body has fewer present than are jäviga, more than its seats, or no seats."""
    with pytest.raises(InvalidValue, match=name):
        quorum(LAW, COMMITTEE, **given, on=NOW)


def test_nobody_present_needs_no_votes() -> None:
    """That nobody out of nobody is enough is no answer."""
    with pytest.raises(InvalidValue, match="present"):
        votes_needed(LAW, ASSEMBLY, Wish.TABLE, 0, on=NOW)
