"""Organs, posts and how they stand to one another, as of the day that is asked about."""

from __future__ import annotations

from datetime import date

from regionstyrning import may_decide
from regionstyrning.model import (
    LegalForm,
    Organ,
    OrganKind,
    Ownership,
    OwnershipKind,
    Position,
    PositionKind,
    SteeringModel,
)
from regionstyrning.model.dates import Validity
from tests.questions.authority.making import DAY, given, matter, region

UNTIL_2025 = Validity(last=date(2025, 12, 31))


def test_a_post_of_an_organ_that_is_gone_decides_nothing() -> None:
    """In the model of the day too, which no longer holds the organ."""
    enhet = Organ(id="enheten", title="Enheten", kind=OrganKind.UNIT, part_of="forvaltningen", validity=UNTIL_2025)
    post = Position(id="samordnaren", title="Samordnaren", kind=PositionKind.EMPLOYEE, organ="enheten")
    model = region(enhet, post, given("namnden", "samordnaren"))
    assert may_decide(model, "samordnaren", "inkop", on=date(2025, 12, 31), closed=True).allowed is True
    assert may_decide(model, "samordnaren", "inkop", on=DAY, closed=True).allowed is False
    assert may_decide(model.at(DAY), "samordnaren", "inkop", on=DAY, closed=True).allowed is False


def _joint(until: Validity) -> SteeringModel:
    """A joint nämnd in which a neighbour takes part for a time."""
    return region(
        Organ(id="grannen", title="Region Granne", kind=OrganKind.LEGAL_PERSON, legal_form=LegalForm.REGION),
        Organ(id="grannens-kansli", title="Kansliet", kind=OrganKind.ADMINISTRATION, part_of="grannen"),
        Position(id="granntjansten", title="Granntjänsten", kind=PositionKind.EMPLOYEE, organ="grannens-kansli"),
        Organ(id="gn", title="Gemensamma nämnden", kind=OrganKind.JOINT_COMMITTEE, part_of="regionen"),
        Ownership(id="grannens-del", owner="grannen", owned="gn", kind=OwnershipKind.MEMBER, validity=until),
        matter("hjalpmedel", "gn"),
        given("gn", "granntjansten", matters=["hjalpmedel"]),
    )


def test_who_takes_part_in_a_joint_namnd_counts_as_of_the_day() -> None:
    """Its employee may be given a right as long as the membership holds, in the whole and in the model of the day."""
    model = _joint(UNTIL_2025)
    for day, expected in ((date(2025, 12, 31), True), (date(2026, 1, 1), False)):
        for held in (model, model.at(day)):
            assert may_decide(held, "granntjansten", "hjalpmedel", on=day, closed=True).allowed is expected


def test_a_forvaltning_that_is_yet_to_come_says_nothing_of_whom_the_others_serve() -> None:
    """Until some förvaltning says that it works under the nämnd, it is not known whose chief a chief is."""
    later = Validity(first=date(2026, 7, 1))
    model = region(
        Organ(id="stab", title="Staben", kind=OrganKind.ADMINISTRATION, part_of="regionen"),
        Organ(
            id="ny-stab", title="Nya", kind=OrganKind.ADMINISTRATION, part_of="regionen", serves=["gn"], validity=later
        ),
        Position(id="stabschefen", title="Stabschefen", kind=PositionKind.HEAD, organ="stab", heads=["stab"]),
        Organ(id="gn", title="Nya nämnden", kind=OrganKind.COMMITTEE, part_of="regionen"),
        matter("stod", "gn"),
        given("gn", "stabschefen", matters=["stod"], may_pass_on=True),
        given("stabschefen", "handlaggaren", matters=["stod"]),
    )
    for day, expected in ((DAY, {"forvaltningschef-i-namndens-omrade"}), (date(2026, 7, 1), set())):
        for held in (model, model.at(day)):
            told = may_decide(held, "handlaggaren", "stod", on=day).depends_on
            assert {"forvaltningschef-i-namndens-omrade"}.intersection(told) == expected
