"""Who carries what, resolved on a day."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from regionstyrning.model import OrganKind, Owner, Validity
from regionstyrning.questions.owners import carriers, owner_names
from tests.threaded import DAY, STRUCTURE, goal, indicator, plan, region


def carried(*owners: Owner) -> tuple[str, ...]:
    """The organs that carry a goal with these owners."""
    return carriers(region(), goal("a", owners=owners))


def named(*owners: Owner, lang: str = "sv") -> str:
    """The owners in words."""
    return owner_names(region(), goal("a", owners=owners), lang)


def test_an_organ_carries_what_it_owns() -> None:
    """Whatever kind of organ."""
    assert carried(Owner(organ="rf")) == ("rf",)


def test_a_role_is_carried_by_its_organ() -> None:
    """The styrelse in its role as nämnd is still one body."""
    assert carried(Owner(organ="rs", role="driftnamnd")) == ("rs",)


def test_a_post_carries_for_its_organ() -> None:
    """The director sits in the nämnd's förvaltning."""
    assert carried(Owner(position="direktor")) == ("hsn",)


def test_a_kind_is_carried_by_all_such_organs() -> None:
    """In order of id, and one with a role of that kind too."""
    assert carried(Owner(kind=OrganKind.COMMITTEE)) == ("hsn", "rs")


def test_an_organ_is_of_its_kind_once() -> None:
    """Although its role is of the same kind."""
    assert carried(Owner(kind=OrganKind.BOARD)) == ("rs",)


def test_a_kind_that_no_organ_has_is_carried_by_nobody() -> None:
    """There is none such on the day."""
    assert carried(Owner(kind=OrganKind.FORUM)) == ()


def test_a_kind_is_resolved_on_the_day() -> None:
    """A nämnd that has ended carries nothing."""
    hsn = evolve(region()["hsn"], validity=Validity(last=date(2025, 12, 31)))
    held = region().with_(hsn).at(DAY)
    assert carriers(held, goal("a", owners=[Owner(kind=OrganKind.COMMITTEE)])) == ("rs",)


def test_two_goals_may_be_shared_by_the_same_kind() -> None:
    """The organs of a kind are found once and kept with the model."""
    held = region()
    shared = [goal(id, owners=[Owner(kind=OrganKind.COMMITTEE)]) for id in ("a", "b")]
    assert [carriers(held, each) for each in shared] == [("hsn", "rs"), ("hsn", "rs")]


def test_several_owners_carry_together() -> None:
    """Each once, in the order they are written."""
    owners = Owner(organ="rs"), Owner(position="direktor"), Owner(kind=OrganKind.COMMITTEE)
    assert carried(*owners) == ("rs", "hsn")


def test_an_owner_that_is_nowhere_stands_with_its_id() -> None:
    """Be it an organ or a post."""
    assert carried(Owner(organ="ingen"), Owner(position="tjanst")) == ("ingen", "tjanst")


def test_a_post_that_is_another_kind_of_record_stands_with_its_id() -> None:
    """A document may have an organ, but is no post."""
    held = region().with_(plan("policyn", organ="rf"))
    assert carriers(held, goal("a", owners=[Owner(position="policyn")])) == ("policyn",)


def test_an_owner_that_names_nothing_carries_nothing() -> None:
    """All its fields may be left out."""
    assert carried(Owner()) == ()


def test_a_perspective_is_carried_by_nobody() -> None:
    """It has no owners."""
    assert carriers(region(), STRUCTURE.perspectives[0]) == ()


def test_an_indicator_may_have_owners() -> None:
    """As a goal may."""
    assert carriers(region(), indicator("a", owners=[Owner(organ="rf")])) == ("rf",)


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        (Owner(organ="rf"), "Regionfullmäktige"),
        (Owner(position="direktor"), "Hälsodirektör"),
        (Owner(organ="rs", role="driftnamnd"), "Regionstyrelsen (roll: driftnämnd)"),
        (Owner(organ="rs", role="okand"), "Regionstyrelsen (roll: okand)"),
        (Owner(organ="ingen", role="okand"), "ingen (roll: okand)"),
        (Owner(organ="hsn", position="direktor"), "Hälso- och sjukvårdsnämnden, Hälsodirektör"),
        (Owner(kind=OrganKind.COMMITTEE), "alla organ av slaget nämnd"),
        (Owner(role="driftnamnd"), ""),
        (Owner(), ""),
    ],
    ids=str,
)
def test_an_owner_has_a_name(owner: Owner, expected: str) -> None:
    """By title, and by role or kind where it is one."""
    assert named(owner) == expected


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        (Owner(organ="rs", role="driftnamnd"), "Regionstyrelsen (role: driftnämnd)"),
        (Owner(kind=OrganKind.COMMITTEE), "all bodies of the kind nämnd"),
    ],
    ids=str,
)
def test_an_owner_has_a_name_in_english(owner: Owner, expected: str) -> None:
    """The region's own words stay Swedish."""
    assert named(owner, lang="en") == expected


def test_several_owners_are_listed() -> None:
    """In the order they are written."""
    assert named(Owner(organ="rs"), Owner(), Owner(organ="rf")) == "Regionstyrelsen och Regionfullmäktige"
