"""The fictional region's matters and delegations: lawful, and narrower at every step."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from regionstyrning import model as records
from regionstyrning.files import load_region
from regionstyrning.law import law_for
from regionstyrning.model import Delegation, LimitUnit, Nature, OrganKind, PositionKind
from regionstyrning.questions import who_may_decide

MODEL = load_region("exempel")
README = Path(records.__file__).parents[1] / "regions" / "exempel" / "README.md"


APPOINTED = "personligen-utsedd"
"""What is asked of the one who decides, not of the matter."""


def test_no_answer_hangs_on_a_trait_of_the_law() -> None:
    """Every matter states whatever the law asks of it, so that only the region's own conditions are left open."""
    asked = law_for(MODEL).traits - {APPOINTED}
    open_still = {
        (matter.id, decider.id)
        for matter in MODEL.matters
        for decider in who_may_decide(MODEL, matter.id, amount_sek=1).deciders
        if not asked.isdisjoint(decider.depends_on)
    }
    assert open_still == set()


def test_no_trait_is_stated_twice() -> None:
    """A matter states a trait once."""
    assert [each.id for each in MODEL.matters if len({trait.id for trait in each.traits}) != len(each.traits)] == []


def test_the_traits_are_told_in_the_readme() -> None:
    """The table of the README lists the traits of the matters."""
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", README.read_text(encoding="utf-8"), re.MULTILINE))
    used = {trait.id for matter in MODEL.matters for trait in matter.traits}
    assert {id for id in listed if id in used} == used


def test_a_part_has_the_traits_of_its_group() -> None:
    """What always or never holds of a group does so of its parts."""
    of = {matter.id: {trait.id: trait.holds for trait in matter.traits} for matter in MODEL.matters}
    parts = [each for each in MODEL.matters if each.part_of]
    assert [each.id for each in parts if {**of[each.part_of or ""], **of[each.id]} != of[each.part_of or ""]] == []


def test_purchases_belong_to_the_committee() -> None:
    """Hälso- och sjukvårdsnämnden owns its purchases."""
    assert MODEL["inkop"].owner == "hsn"


def _matters_of(delegation: Delegation) -> set[str]:
    below = {matter.id: matter.part_of for matter in MODEL.matters}
    left_out = set(delegation.except_matters)

    def within(id: str | None) -> bool:
        return id is not None and id not in left_out and (id in delegation.matters or within(below[id]))

    return {id for id in below if within(id)}


BARRED = {
    "mal-inriktning-omfattning-kvalitet",
    "framstallning-till-fullmaktige",
    "yttrande-over-overklagat-beslut",
    "medborgarforslag",
    "delegationsforbud-i-annan-lag",
    "fullmaktiges-arende",
}
NOT_AUTOMATED = {"upphandling", "auktorisation-eller-valfrihet", "laglighetsprovning", "far-inte-overklagas"}


def _traits(delegation: Delegation) -> set[str]:
    return {trait.id for id in _matters_of(delegation) for trait in MODEL[id].traits if trait.holds}


def _kind(id: str | None) -> OrganKind | PositionKind:
    kind: OrganKind | PositionKind = MODEL[id or ""].kind
    return kind


COMMITTEES = {OrganKind.BOARD, OrganKind.COMMITTEE, OrganKind.JOINT_COMMITTEE}
FROM_COMMITTEE = [each for each in MODEL.delegations if each.giver and _kind(each.giver) in COMMITTEES]


@pytest.mark.parametrize("delegation", FROM_COMMITTEE, ids=lambda each: each.id)
def test_a_committee_gives_only_what_the_law_lets_it(delegation: Delegation) -> None:
    """No barred matter is delegated; one of principle only to the chair when it is urgent (KL 6:38-39)."""
    barred = _traits(delegation) & BARRED
    weighty = {"myndighetsutovning-mot-enskild", "principiell-eller-storre-vikt"} <= _traits(delegation)
    assert (barred, weighty and not delegation.urgent_only) == (set(), False)


@pytest.mark.parametrize("delegation", FROM_COMMITTEE, ids=lambda each: each.id)
def test_a_committee_gives_to_those_the_law_names(delegation: Delegation) -> None:
    """Receivers are presidium, utskott, an automated function or employees; urgent matters go to the chair."""
    organs = {OrganKind.PRESIDIUM, OrganKind.SUBCOMMITTEE, OrganKind.AUTOMATED}
    posts = {PositionKind.DIRECTOR, PositionKind.HEAD, PositionKind.EMPLOYEE}
    if delegation.urgent_only:
        posts = {PositionKind.CHAIR}
    if delegation.nature is Nature.SIGNING:
        posts |= {PositionKind.CHAIR}
    assert {_kind(each.organ or each.position) for each in delegation.receivers} <= organs | posts


def test_the_automated_function_gets_only_what_it_may_have() -> None:
    """Nothing that is barred from an automated function is given to one (KL 6:38)."""
    automated = [
        each
        for each in MODEL.delegations
        for receiver in each.receivers
        if receiver.organ and _kind(receiver.organ) is OrganKind.AUTOMATED
    ]
    assert [(each.id, _traits(each) & NOT_AUTOMATED) for each in automated] == [("ktn-automat-fardtjanst", set())]


def test_fullmaktige_gives_only_to_committees() -> None:
    """Fullmäktige commissions nämnder, and never in its own matters (KL 5:2)."""
    given = [each for each in MODEL.delegations if each.giver == "rf"]
    assert {_kind(receiver.organ) for each in given for receiver in each.receivers} <= COMMITTEES
    assert [each.id for each in given if _traits(each) & {"fullmaktiges-arende", "principiell-eller-storre-vikt"}] == []


def _builds_on(delegation: Delegation) -> Delegation:
    above: Delegation = MODEL[delegation.builds_on or ""]
    return above


PASSED_ON = [each for each in MODEL.delegations if each.builds_on]


@pytest.mark.parametrize("delegation", PASSED_ON, ids=lambda each: each.id)
def test_what_is_passed_on_narrows(delegation: Delegation) -> None:
    """Who passes on holds the right, may do so, and gives no more than part of it."""
    above = _builds_on(delegation)
    assert delegation.giver in {each.organ or each.position for each in above.receivers}
    assert _matters_of(delegation) <= _matters_of(above)
    assert delegation.may_pass_on is (True if _kind(delegation.giver) in COMMITTEES else None)
    assert above.may_pass_on is (None if _kind(above.giver) is OrganKind.ASSEMBLY else True)


@pytest.mark.parametrize("delegation", PASSED_ON, ids=lambda each: each.id)
def test_amounts_fall_at_each_step(delegation: Delegation) -> None:
    """A limit in kronor is lower than the one it builds on."""
    own, givers = _kronor(delegation), _kronor(_builds_on(delegation))
    assert own is None or givers is None or own < givers


def _kronor(delegation: Delegation) -> Decimal | None:
    return next((limit.value for limit in delegation.limits if limit.unit is LimitUnit.SEK), None)


def test_purchases_fall_from_the_committee_to_the_unit() -> None:
    """The amounts of purchases fall from utskott to enhetschef."""
    ids = (
        "hsn-au-inkop",
        "hsn-sjukvardsdirektor-inkop",
        "sjukvardsdirektor-divisionschef-inkop",
        "sjukvardsdirektor-omradeschef-inkop",
        "sjukvardsdirektor-vard-it",
        "sjukvardsdirektor-enhetschef-avrop",
    )
    amounts = [20_000_000, 10_000_000, 2_000_000, 1_000_000, 500_000, 100_000]
    assert [_kronor(MODEL[id]) for id in ids] == amounts


def test_a_recalled_delegation_holds_no_more() -> None:
    """A delegation that was recalled holds until the day before."""
    days = (date(2026, 2, 18), date(2026, 2, 19))
    held = [{delegation.id for delegation in MODEL.at(day).delegations} for day in days]
    assert ["hsn-regiondirektor-it" in each for each in held] == [True, False]


def test_decisions_on_delegation_name_their_delegation() -> None:
    """A decision taken on delegation was taken by one of its receivers, in one of its matters."""
    taken = [each for each in MODEL.decisions if each.delegation]
    held = [MODEL[each.delegation or ""] for each in taken]
    receivers = [{one.organ or one.position for one in each.receivers} for each in held]
    assert [each.by in who for each, who in zip(taken, receivers, strict=True)] == [True] * len(taken)
    assert [each.matter in _matters_of(by) for each, by in zip(taken, held, strict=True)] == [True] * len(taken)
