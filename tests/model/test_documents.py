"""Steering documents, publications and decisions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regionstyrning.errors import InvalidValue
from regionstyrning.model import (
    Adoption,
    Decision,
    DecisionKind,
    DocumentStatus,
    HorizonKind,
    PlanningHorizon,
    Publication,
    Reach,
    Reading,
    Source,
    SteeringDocument,
    Validity,
)
from tests.model.small import document, model

ADOPTED = date(2023, 11, 29)
PLAN_YEARS = PlanningHorizon(kind=HorizonKind.ROLLING, first_year=2024, last_year=2026)


def decision(kind: DecisionKind, **more: Any) -> Decision:  # noqa: ANN401 - any field
    """What the fullmäktige of the region did."""
    return Decision(**{"kind": kind, "by": "rf", "on": ADOPTED, "title": kind.value, **more})


def test_a_document_is_decided_in_force_and_fully_applied_on_three_days() -> None:
    """A styrmodell is decided in October, in force from New Year and applied in full a year later."""
    policy = document(
        "styrmodell",
        adopted=date(2021, 10, 20),
        in_force=Validity(first=date(2022, 1, 1)),
        applied_from=date(2023, 1, 1),
    )
    assert policy.adopted is not None
    assert (policy.adopted.on, policy.begins, policy.applied_from) == (
        date(2021, 10, 20),
        date(2022, 1, 1),
        date(2023, 1, 1),
    )


def test_a_document_without_a_stated_day_in_force_begins_with_its_adoption() -> None:
    """The day of the decision is the first day."""
    assert document("regionplan", adopted=ADOPTED).begins == ADOPTED


def test_a_document_of_unknown_beginning_has_none() -> None:
    """Neither a day in force nor an adoption is made up."""
    assert document("policy").begins is None


def test_a_document_ends_with_its_horizon() -> None:
    """A plan 2024–2026 ends with 2026 if nothing else is stated."""
    assert document("regionplan", horizon=PLAN_YEARS).ends == date(2026, 12, 31)


def test_a_stated_last_day_goes_before_the_horizon() -> None:
    """What is printed as the last day is the last day."""
    ended = document("regionplan", horizon=PLAN_YEARS, in_force=Validity(last=date(2025, 6, 30)))
    assert ended.ends == date(2025, 6, 30)


def test_a_document_without_horizon_has_no_end() -> None:
    """A policy holds until something replaces it."""
    assert document("policy", adopted=ADOPTED).ends is None


def test_an_adoption_names_organ_day_paragraph_and_diary_number() -> None:
    """Who adopted a plan and when is told apart from its title."""
    adoption = Adoption(organ="rf", on=ADOPTED, paragraph="§ 109", diary_number="RS/129/2023")
    plan = SteeringDocument(id="regionplan", title="Regionplan", adopted=adoption)
    assert plan.adopted == Adoption(organ="rf", on=ADOPTED, paragraph="§ 109", diary_number="RS/129/2023")


def test_an_unknown_day_is_kept_as_written_and_is_no_day() -> None:
    """The placeholder "2025-xx-xx" stands as text, and the document begins nobody knows when."""
    policy = SteeringDocument(
        id="policy", title="Policy", adopted=Adoption(organ="rf", on_text="2025-xx-xx", paragraph="§XX")
    )
    assert policy.adopted is not None
    assert (policy.adopted.on_text, policy.begins) == ("2025-xx-xx", None)


def test_a_preliminary_version_is_a_document_of_its_own() -> None:
    """A plan can build on the preliminary regionplan and not on the final one."""
    preliminary = document("preliminar-regionplan", status=DocumentStatus.PRELIMINARY)
    final = document("regionplan")
    plan = document("verksamhetsplan", based_on=[preliminary.id])
    assert model(documents=[preliminary, final, plan])[plan.based_on[0]].status is DocumentStatus.PRELIMINARY


def test_a_document_replaces_another() -> None:
    """A new policy names the one that ends with it."""
    assert document("policy-2", replaces=["policy-1"]).replaces == ("policy-1",)


def test_a_document_amends_another_in_part() -> None:
    """A revised budget changes the budget and does not replace it."""
    revised = document("budget-revidering", amends=["budget"])
    assert (revised.amends, revised.replaces) == (("budget",), ())


def test_a_document_supplements_another() -> None:
    """An instruction adds to a policy, which is neither changed nor replaced."""
    added = document("anvisning", supplements=["policy"])
    assert (added.supplements, added.amends, added.replaces) == (("policy",), (), ())


def test_a_document_is_an_annex_outside_what_was_decided() -> None:
    """A table attached to a plan without being part of the decision says so."""
    annex = document("bilaga", part_of="regionplan", outside_decision=True)
    assert (annex.part_of, annex.outside_decision) == ("regionplan", True)


def test_a_document_outranks_another_where_a_source_says_so() -> None:
    """The yearly budget ranks above policys, against what their kinds would lead one to expect."""
    assert document("budget", outranks=["policy"]).outranks == ("policy",)


def test_a_document_of_the_county_is_told_apart_from_the_regions_own() -> None:
    """A regional utvecklingsstrategi concerns the whole county."""
    assert document("rus", reach=Reach.COUNTY).reach is not document("policy").reach


@pytest.mark.parametrize("reading", list(Reading))
def test_a_reading_is_stated_inferred_or_disputed(reading: Reading) -> None:
    """How a source holds what is said is part of the source."""
    source = Source(publication="policy", place="s. 4", quote="ska följas", reading=reading)
    assert document("plan", sources=[source]).sources[0].reading is reading


def test_a_publication_prints_a_document_or_none() -> None:
    """A newspaper item is a publication and no steering document."""
    printed = Publication(id="pdf", title="Regionplan (pdf)", document="regionplan")
    item = Publication(id="nyhet", title="Ny regionplan", publisher="svt.se", published_text="omkring 2023")
    assert (printed.document, item.document) == ("regionplan", None)


def test_decisions_of_different_kinds_are_different_decisions() -> None:
    """Each thing that an organ can do about one record on one day has an id of its own."""
    done = [decision(kind, about="arsredovisning", title="Årsredovisning") for kind in DecisionKind]
    assert len(model(decisions=done).decisions) == len(DecisionKind)


@pytest.mark.parametrize(
    "done",
    [
        "antar",
        "avgör en del i förväg",
        "återremitterar",
        "godkänner",
        "beviljar ansvarsfrihet",
        "vägrar ansvarsfrihet",
        "riktar anmärkning",
        "avviker",
        "avstår",
        "förlänger",
        "återkallar",
        "överlämnar",
        "beslutar i sak",
        "sätter bedömning",
    ],
)
def test_what_an_organ_does_with_effect_has_a_word(done: str) -> None:
    """The word is the value, in Swedish."""
    assert decision(DecisionKind(done)).kind.value == done


def test_a_part_is_settled_ahead_of_the_rest() -> None:
    """The tax rate is decided before the budget that it belongs to."""
    tax = decision(DecisionKind.SETTLES_PART, about="budget", part="skattesats")
    whole = decision(DecisionKind.ADOPTS, about="budget", on=date(2023, 12, 20))
    assert (tax.part, whole.part) == ("skattesats", None)


def test_discharge_is_decided_organ_by_organ() -> None:
    """One nämnd is granted discharge, and another's case is sent back for rework."""
    granted = decision(DecisionKind.GRANTS_DISCHARGE, about="rs")
    returned = decision(DecisionKind.RETURNS, about="hsn", reason="yttrande inhämtas")
    assert [each.about for each in model(decisions=[granted, returned]).decisions] == ["rs", "hsn"]


def test_a_departure_has_an_amount_years_and_a_reason() -> None:
    """A deficit is budgeted with synnerliga skäl for a sum and to a last year."""
    departure = decision(
        DecisionKind.DEPARTS,
        about="balanskrav",
        year=2023,
        until_year=2026,
        amount_mnkr=Decimal("212.9"),
        reason="inflationens effekt på pensionskostnaderna",
    )
    assert (departure.year, departure.until_year, departure.amount_mnkr) == (2023, 2026, Decimal("212.9"))


def test_a_decision_without_a_printed_amount_has_none() -> None:
    """An unknown amount is not zero."""
    assert decision(DecisionKind.WAIVES, year=2020).amount_mnkr is None


def test_a_post_decides_a_matter_on_delegation() -> None:
    """The regiondirektör accepts an offer by a delegation, and both stand in the decision."""
    accepted = decision(DecisionKind.DECIDES, by="regiondirektor", matter="upphandling", delegation="d-12")
    assert (accepted.by, accepted.matter, accepted.delegation) == ("regiondirektor", "upphandling", "d-12")


def test_a_verdict_is_set_by_hand_until_a_day() -> None:
    """A nämnd calls a goal met until the next follow-up, and says why."""
    verdict = decision(
        DecisionKind.SETS_VERDICT,
        by="hsn",
        about="god-vard",
        grade="uppfyllt",
        until=date(2024, 8, 31),
        reason="mätningen försenad",
    )
    assert (verdict.grade, verdict.until) == ("uppfyllt", date(2024, 8, 31))


def test_a_decision_until_a_year_outside_the_calendar_is_refused() -> None:
    """There is no year 99999 to hold until."""
    with pytest.raises(InvalidValue, match="until_year 99999, expected 1 to 9999"):
        decision(DecisionKind.PROLONGS, until_year=99_999)
