"""What the stricter rules find in the four real regions, each finding read against its source."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from regionstyrning import check, load_region, regions
from regionstyrning.rules import RULES

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from regionstyrning.model import Finding

DAYS = {
    "blekinge": (date(2021, 6, 30), date(2023, 6, 30), date(2024, 6, 30)),
    "halland": (date(2018, 10, 31), date(2021, 6, 30), date(2025, 12, 31)),
    "jamtland-harjedalen": (date(2017, 6, 30), date(2021, 9, 1), date(2023, 6, 30), date(2024, 12, 31)),
    "vasternorrland": (date(2024, 6, 30),),
}
AUDITED = check(load_region("jamtland-harjedalen"), on=date(2021, 9, 1), rules="strang")
CRITICISM = {
    "audit.goals-are-measurable": "Regionplanen innehåller för få mätbara mål",
    "audit.goals-belong-to-geh": "att de mål som finns borde höra samman med god ekonomisk hushållning",
    "audit.financial-goals-have-a-heading": "Regionplanen saknar rubricering om finansiella mål",
    "audit.geh-goals-are-labelled": "att det inte tydligt framgår vilka mål för god ekonomisk hushållning som ska "
    "kategoriseras som finansiella",
    "audit.organs-goals-are-measurable": "Förekomsten av mätbara resultatmål är på en otillfredsställande låg nivå "
    "inom regionala utvecklingsnämnden och regionstyrelsen",
}


@pytest.mark.parametrize(("region", "day"), [(region, day) for region, days in DAYS.items() for day in days], ids=str)
def test_what_is_found_in_a_region(region: str, day: date, snapshot: SnapshotAssertion) -> None:
    """As it was read and found true of its source; undated and ended documents apart, which other tests tell."""
    found = check(load_region(region), on=day, rules="strang")
    told = [finding for finding in found if not finding.rule.startswith("references.")]
    assert [_line(finding) for finding in told] == snapshot


def test_the_audit_of_2020_is_reported_in_its_own_words() -> None:
    """R1 to R5: each by the rule that asks the same, as criticism that is recorded."""
    found = {finding.rule: finding.text() for finding in AUDITED if finding.rule in CRITICISM}
    rests = "Vilar på den registrerade kritiken."
    assert found == {rule: f"Regionens revisorer (2020): {said}. {rests}" for rule, said in CRITICISM.items()}


@pytest.mark.parametrize("rule", CRITICISM)
def test_the_audit_of_2020_is_reported_with_its_source(rule: str) -> None:
    """The case paper that tells it, and where in it."""
    place = "Reviderad styrmodell för Region Jämtland Härjedalen (tjänsteskrivelse, RS/101/2015)"
    sources = [finding.source for finding in AUDITED if finding.rule == rule]
    assert sources == [f"{place}, Ärendebeskrivning, stycke 5"]


@pytest.mark.parametrize("region", regions())
def test_a_judgement_names_rules_that_there_are(region: str) -> None:
    """Criticism under an id that no rule has would never be told."""
    named = {rule for judgement in load_region(region).judgements for rule in judgement.rules}
    assert named - {rule.id for rule in RULES} == set()


@pytest.mark.parametrize("region", regions())
def test_a_finding_of_the_audit_says_what_it_rests_on(region: str) -> None:
    """The model's own records, or recorded criticism."""
    audit = [finding.text() for finding in check(load_region(region), rules="strang") if "audit." in finding.rule]
    ends = ("Vilar på den registrerade kritiken.", "Vilar på modellens egna ")
    assert [text for text in audit if not any(end in text for end in ends)] == []


def _line(finding: Finding) -> str:
    return f"{finding.severity.value}: {finding.text()} [{finding.rule}; {finding.source}]"


@pytest.mark.parametrize("region", DAYS)
def test_a_region_says_how_far_its_sources_are_read(region: str) -> None:
    """Not before the day that a question means; on a later day than that, `check` says that nothing is read."""
    model = load_region(region)
    assert model.read_until is not None
    told = [each.rule for each in check(model, on=date(2030, 1, 1)) if each.rule == "linkage.the-day-has-been-read"]
    assert (model.read_until >= model.as_of, told) == (True, ["linkage.the-day-has-been-read"])
