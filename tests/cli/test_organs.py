"""Organs are drawn as a tree, and ties to legal persons as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from regionstyrning.cli.organs import organ_sections
from regionstyrning.cli.sections import Page, Section
from regionstyrning.model import (
    LegalForm,
    Organ,
    OrganKind,
    Ownership,
    OwnershipKind,
    Position,
    PositionKind,
    Role,
    SteeringModel,
)
from tests.threaded import bare

REGION = Organ(id="regionen", title="Regionen", kind=OrganKind.LEGAL_PERSON, legal_form=LegalForm.REGION)
COMPANY = Organ(id="bolaget", title="Bolaget AB", kind=OrganKind.LEGAL_PERSON, legal_form=LegalForm.COMPANY)


def organ(id: str, part_of: str | None = "regionen", **more: Any) -> Organ:  # noqa: ANN401 - any field
    """A nämnd whose title is its id."""
    return Organ(**{"id": id, "title": id.capitalize(), "kind": OrganKind.COMMITTEE, "part_of": part_of, **more})


def owns(id: str, **more: Any) -> Ownership:  # noqa: ANN401 - any field
    """That the region owns the company."""
    return Ownership(**{"id": id, "owner": "regionen", "owned": "bolaget", "kind": OwnershipKind.OWNS, **more})


def sections(model: SteeringModel, **how: Any) -> tuple[Section, ...]:  # noqa: ANN401 - how to write
    """The two parts."""
    return organ_sections(model, Page(**how))


def drawn(*organs: Organ, **changes: Any) -> list[str]:  # noqa: ANN401 - any field
    """The lines of the tree."""
    return sections(bare(*organs, **changes))[0].text.splitlines()


def test_organs_stand_under_what_they_are_part_of() -> None:
    """By kind from the top, then by title."""
    organs = (
        organ("forvaltningen", kind=OrganKind.ADMINISTRATION),
        organ("vardnamnden"),
        organ("utskottet", "vardnamnden", kind=OrganKind.SUBCOMMITTEE),
        organ("kulturnamnden"),
    )
    assert drawn(*organs, REGION) == [
        "Regionen [regionen] – juridisk person, region",
        "├─ Kulturnamnden [kulturnamnden] – nämnd",
        "├─ Vardnamnden [vardnamnden] – nämnd",
        "│  └─ Utskottet [utskottet] – utskott",
        "└─ Forvaltningen [forvaltningen] – förvaltning",
    ]


def test_an_organ_with_two_roles_tells_the_other_kind() -> None:
    """A styrelse that is also a nämnd, once."""
    roles = [
        Role(id="leder", title="Leder", kind=OrganKind.BOARD),
        Role(id="namnd", title="Nämnd", kind=OrganKind.COMMITTEE),
        Role(id="bestallare", title="Beställare", kind=OrganKind.COMMITTEE),
    ]
    assert drawn(organ("rs", None, short="RS", kind=OrganKind.BOARD, roles=roles)) == [
        "Rs (RS) [rs] – styrelse, även nämnd"
    ]


def test_the_region_itself_stands_first() -> None:
    """Before other legal persons."""
    other = Organ(id="annan", title="Annan", kind=OrganKind.LEGAL_PERSON)
    assert [line.partition(" ")[0] for line in drawn(other, REGION, legal_person="regionen")] == ["Regionen", "Annan"]


def test_what_is_part_of_something_unknown_stands_by_itself() -> None:
    """A flawed model is shown as it is."""
    assert drawn(organ("namnden", "okand")) == ["Namnden [namnden] – nämnd"]


def test_organs_that_go_round_are_drawn_once() -> None:
    """From the first of them."""
    assert drawn(organ("a", "b"), organ("b", "a")) == ["A [a] – nämnd", "└─ B [b] – nämnd", "   └─ A [a] (se ovan)"]


def test_a_very_long_row_of_organs_is_drawn_in_pieces() -> None:
    """Nothing is left out."""
    organs = [organ(f"o{number}", f"o{number - 1}" if number else None) for number in range(100)]
    lines = sections(bare(*organs), width=200)[0].text.splitlines()
    assert [line.strip(" └─") for line in lines if "nedan" in line] == ["O40 [o40] (se nedan)", "O80 [o80] (se nedan)"]
    assert sum(line.endswith("– nämnd") for line in lines) == 100


def test_an_owned_company_stands_in_the_table_alone() -> None:
    """With its form and the share."""
    organs, _, ownerships = sections(bare(REGION, COMPANY, owns("band", share_percent=Decimal("99.5"))))
    assert organs.text == "Regionen [regionen] – juridisk person, region"
    assert ownerships.text.splitlines()[2:] == ["Regionen            äger 99,5 %  Bolaget AB [bolaget]  aktiebolag"]


def test_a_tie_without_a_share_is_told_by_its_kind() -> None:
    """And one to a legal person that is not there by its id."""
    tie = owns("band", owned="okand", kind=OwnershipKind.MEMBER)
    assert sections(bare(REGION, tie))[-1].text.splitlines()[2].split("  ")[-2:] == ["medlem", "okand [okand]"]


def test_nothing_is_said_to_be_nothing() -> None:
    """Each part says so."""
    assert [each.text for each in sections(bare())] == ["Inga organ finns.", "Inga är kända.", "Inget känt."]
    assert [each.text for each in sections(bare(), lang="en")] == [
        "There are no organs.",
        "None are known.",
        "None known.",
    ]


def test_organs_and_ties_are_given_to_a_program() -> None:
    """With their ids."""
    board = organ("rs", roles=[Role(id="leder", title="Leder", kind=OrganKind.BOARD)])
    organs, _, ownerships = sections(bare(board, owns("a", share_percent=Decimal(50)), owns("b")))
    assert organs.rows == [
        {"id": "rs", "title": "Rs", "short": None, "kind": "nämnd", "roles": ["Leder"], "part_of": "regionen"}
    ]
    assert ownerships.rows == [
        {"id": "a", "owner": "regionen", "owned": "bolaget", "kind": "äger", "share_percent": "50"},
        {"id": "b", "owner": "regionen", "owned": "bolaget", "kind": "äger", "share_percent": None},
    ]


def test_a_short_name_that_the_title_holds_is_not_said_again() -> None:
    """Some titles end with it."""
    assert drawn(organ("ksa", None, title="Förbundet (KSA)", short="KSA")) == ["Förbundet (KSA) [ksa] – nämnd"]


def test_positions_stand_by_organ_and_kind_with_what_they_lead() -> None:
    """The chair before the member, whatever they are called."""
    rs = organ("rs")
    found = sections(
        bare(
            rs,
            Position(id="ledamot", title="A-ledamot", kind=PositionKind.MEMBER, organ="rs"),
            Position(id="ordf", title="Ordförande", kind=PositionKind.CHAIR, organ="rs", heads=["rs", "okand"]),
            Position(id="chef", title="Chef", kind=PositionKind.HEAD, organ="forv", superior="ordf"),
        ),
        width=120,
    )[1]
    assert found.text.splitlines() == [
        "- Ordförande [ordf] – ordförande, Rs, leder Rs och okand",
        "- A-ledamot [ledamot] – ledamot, Rs",
        "- Chef [chef] – förvaltningschef, forv",
    ]
    assert found.rows[2] == {
        "id": "chef",
        "title": "Chef",
        "kind": "förvaltningschef",
        "organ": "forv",
        "heads": [],
        "superior": "ordf",
    }
