"""Organs, posts and ownership."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.model import (
    DatedName,
    ExternalId,
    LegalForm,
    Organ,
    OrganKind,
    Ownership,
    OwnershipKind,
    Position,
    PositionKind,
    Role,
    Size,
    Validity,
)
from tests.model.small import from_day, model, organ, until_day


@pytest.mark.parametrize(
    "form",
    ["region", "kommun", "kommun med regions uppgifter", "kommunalförbund", "aktiebolag", "stiftelse"],
)
def test_a_legal_person_says_its_kind(form: str) -> None:
    """The law asks whether it is a region, a kommun, a förbund, a company or a foundation."""
    person = organ("person", OrganKind.LEGAL_PERSON, legal_form=LegalForm(form))
    assert person.legal_form is not None
    assert person.legal_form.value == form


def test_the_region_is_a_legal_person_among_the_organs() -> None:
    """The model points out which organ is the region itself."""
    region = organ("regionen", OrganKind.LEGAL_PERSON, legal_form=LegalForm.REGION)
    held = model(organs=[region, organ("rf", OrganKind.ASSEMBLY, part_of="regionen")], legal_person="regionen")
    assert held[held.legal_person or ""] == region


def test_organs_reach_from_the_assembly_to_the_department() -> None:
    """Each body names the one it belongs to, as deep as the organisation goes."""
    chain = [
        organ("rf", OrganKind.ASSEMBLY),
        organ("rs", OrganKind.BOARD, part_of="rf"),
        organ("forvaltning", OrganKind.ADMINISTRATION, part_of="rs"),
        organ("division", OrganKind.DIVISION, part_of="forvaltning"),
        organ("omrade", OrganKind.AREA, part_of="division"),
        organ("avdelning", OrganKind.DEPARTMENT, part_of="omrade"),
    ]
    held = model(organs=chain)
    path = ["avdelning"]
    while (above := held[path[-1]].part_of) is not None:
        path.append(above)
    assert path == ["avdelning", "omrade", "division", "forvaltning", "rs", "rf"]


def test_one_body_acts_in_two_roles() -> None:
    """Regionstyrelsen leads and oversees, and is a nämnd of its own."""
    board = organ(
        "rs",
        OrganKind.BOARD,
        roles=[
            Role(id="ledande", title="leder och har uppsikt", kind=OrganKind.BOARD),
            Role(id="egen-namnd", title="egen nämnd", kind=OrganKind.COMMITTEE),
        ],
    )
    assert [role.kind for role in board.roles] == [OrganKind.BOARD, OrganKind.COMMITTEE]


def test_a_committee_may_lack_an_administration_of_its_own() -> None:
    """One förvaltning serves several nämnder and belongs to one of them."""
    shared = organ("forvaltning", OrganKind.ADMINISTRATION, part_of="rs", serves=["rs", "hsn"])
    assert (shared.part_of, shared.serves) == ("rs", ("rs", "hsn"))


def test_oversight_is_told_apart_from_being_part_of() -> None:
    """A nämnd that the board oversees is no part of the board."""
    board, committee = organ("rs", OrganKind.BOARD, oversees=["hsn"]), organ("hsn", part_of="rf")
    assert (board.oversees, committee.part_of) == (("hsn",), "rf")


def test_a_post_is_apart_from_whoever_holds_it() -> None:
    """Three chiefs with one title are one post with three holders, and no names."""
    post = Position(
        id="omradeschef",
        title="Områdeschef",
        kind=PositionKind.EMPLOYEE,
        organ="forvaltning",
        heads=["omrade"],
        superior="forvaltningschef",
        holders=3,
    )
    assert (post.holders, post.heads, post.superior) == (3, ("omrade",), "forvaltningschef")


def test_a_post_may_rest_on_a_statute() -> None:
    """A verksamhetschef has a function that a law asks for."""
    post = Position(
        id="verksamhetschef",
        title="Verksamhetschef",
        kind=PositionKind.STATUTORY,
        organ="kirurgi",
        statute="4 kap. 2 § hälso- och sjukvårdslagen",
    )
    assert post.statute == "4 kap. 2 § hälso- och sjukvårdslagen"


@pytest.mark.parametrize(
    ("form", "tie"),
    [
        (LegalForm.COMPANY, OwnershipKind.OWNS),
        (LegalForm.FEDERATION, OwnershipKind.MEMBER),
        (LegalForm.FOUNDATION, OwnershipKind.FOUNDER),
    ],
)
def test_a_legal_person_is_tied_to_the_region(form: LegalForm, tie: OwnershipKind) -> None:
    """A company is owned, a förbund is joined and a foundation is founded."""
    person = organ("annan", OrganKind.LEGAL_PERSON, legal_form=form)
    owned = Ownership(id="band", owner="regionen", owned="annan", kind=tie, share_percent=Decimal(50))
    held = model(organs=[person], ownerships=[owned])
    assert (held[held.ownerships[0].owned].legal_form, held.ownerships[0].kind) == (form, tie)


def test_a_share_that_nobody_states_is_unknown() -> None:
    """Neither nothing nor everything is assumed of a part-owned company."""
    owned = Ownership(id="norrtag", owner="regionen", owned="bolaget", kind=OwnershipKind.OWNS, answers="rs")
    assert (owned.share_percent, owned.board_percent) == (None, None)


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2022, 12, 31), ("kollektivtrafikutskottet",)), (date(2023, 1, 1), ("ktn",))]
)
def test_an_organ_gives_way_to_its_successor_on_a_day(day: date, expected: tuple[str, ...]) -> None:
    """An utskott holds to New Year's Eve and the nämnd that follows it from New Year's Day."""
    held = model(
        organs=[
            organ("kollektivtrafikutskottet", OrganKind.SUBCOMMITTEE, validity=until_day(date(2022, 12, 31))),
            organ("ktn", validity=from_day(date(2023, 1, 1)), succeeds=["kollektivtrafikutskottet"]),
        ]
    )
    assert tuple(each.id for each in held.at(day).organs) == expected


def test_organs_merge() -> None:
    """The successor names all those it follows."""
    assert organ("gemensam", OrganKind.ADMINISTRATION, succeeds=["a", "b", "c"]).succeeds == ("a", "b", "c")


def test_an_organ_splits() -> None:
    """Two successors name the same predecessor."""
    parts = [organ("norra", succeeds=["hela"]), organ("sodra", succeeds=["hela"])]
    assert [each.id for each in model(organs=parts).organs if "hela" in each.succeeds] == ["norra", "sodra"]


def test_legal_persons_merge() -> None:
    """A landsting and a kommunalförbund become a region on a day."""
    region = organ(
        "regionen",
        OrganKind.LEGAL_PERSON,
        legal_form=LegalForm.REGION,
        validity=from_day(date(2019, 1, 1)),
        succeeds=["landstinget", "forbundet"],
    )
    assert region.succeeds == ("landstinget", "forbundet")


def test_an_organ_is_renamed_on_a_day_and_stays_the_same() -> None:
    """Its former name has the days when it bore it, and its id does not change."""
    former = DatedName(title="Landstingsstyrelsen", validity=until_day(date(2018, 12, 31)))
    board = Organ(id="rs", title="Regionstyrelsen", kind=OrganKind.BOARD, names=[former])
    assert [name.title for name in board.names if name.validity.covers(date(2018, 1, 1))] == ["Landstingsstyrelsen"]


def test_an_organ_may_begin_before_it_works_in_full() -> None:
    """A division is set up one year and in full force the next."""
    division = organ("division", OrganKind.DIVISION, validity=from_day(date(2021, 1, 1)), fully_from=date(2022, 1, 1))
    assert division.validity is not None
    assert (division.validity.first, division.fully_from) == (date(2021, 1, 1), date(2022, 1, 1))


def test_two_sources_may_give_one_body_two_sizes() -> None:
    """How many sit in it is a value with its days and its words."""
    board = organ(
        "rs",
        OrganKind.BOARD,
        sizes=[
            Size(members=15, substitutes=9, text="15 ordinarie och 9 ersättare"),
            Size(members=15, substitutes=11, validity=Validity(first=date(2023, 1, 1))),
        ],
    )
    assert [size.substitutes for size in board.sizes] == [9, 11]


def test_an_outside_id_is_always_text() -> None:
    """A code in Kolada keeps its zeroes."""
    region = organ("regionen", OrganKind.LEGAL_PERSON, external_ids=[ExternalId(system="kolada", id="0022")])
    assert region.external_ids[0].id == "0022"
