"""What is Region Jämtland Härjedalen's own as it is shipped: its audits, its deficit and its dates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

from regionstyrning.model import Capacity, Form, Severity
from tests.regions.facts import judgements, loose_ends, shipped

region = partial(shipped, "jamtland-harjedalen")
said = partial(judgements, "jamtland-harjedalen")


def test_only_two_documents_have_no_first_day() -> None:
    """The guideline and the delegation rules are undated; nothing else is found, on five days."""
    days = (date(2017, 6, 30), date(2021, 9, 1), date(2022, 6, 30), date(2023, 6, 30), date(2024, 12, 31))
    undated = {"riktlinje-god-ekonomisk-hushallning", "delegationsbestammelser-run"}
    for day in days:
        found = loose_ends(region(), on=day)
        assert {(each.severity, *each.records) for each in found} == {(Severity.NOTE, id) for id in undated}


def test_the_audit_of_2020_names_a_rule_for_each_of_its_findings() -> None:
    """Five criticisms by the auditors, said before the autumn of 2021, each with the rule that asks the same."""
    of_audit = said(document="granskning-av-malstyrning")
    assert [each.rules for each in of_audit] == [
        ("audit.goals-are-measurable",),
        ("audit.goals-belong-to-geh",),
        ("audit.financial-goals-have-a-heading",),
        ("audit.geh-goals-are-labelled",),
        ("audit.organs-goals-are-measurable",),
    ]
    assert {(each.capacity, each.form, each.year) for each in of_audit} == {
        (Capacity.AUDITORS, Form.CRITICISM, 2020),
    }
    assert [each for each in of_audit if each not in region().at(date(2021, 9, 1)).judgements] == []


def test_the_auditors_criticism_of_later_years_names_its_rules() -> None:
    """The budget 2019, the write-down 2020, control and grants 2021, measures 2023 and oversight both years."""
    named = [(each.year, *each.about, *each.rules) for each in region().judgements if each.rules][5:]
    assert named == [
        (2019, "regionstyrelsen", "audit.budget-deficit-has-reasons"),
        (2020, "regionstyrelsen", "audit.write-down-keeps-to-geh"),
        (2021, "regionstyrelsen", "audit.internal-control-is-planned"),
        (2021, "halso-och-sjukvardsnamnden", "audit.internal-control-is-planned"),
        (2021, "regionstyrelsen", "audit.oversight-leads-to-decisions"),
        (2021, "halso-och-sjukvardsnamnden", "audit.result-holds-without-temporary-grants"),
        (2023, "regionstyrelsen", "audit.not-met-has-measures"),
        (2023, "regionstyrelsen", "audit.oversight-leads-to-decisions"),
    ]


def test_the_auditors_stand_on_discharge_is_told_year_by_year() -> None:
    """Refused for 2015 and 2017 to 2019, granted for 2020 and 2023; 2016 and 2022 are not read."""
    stands = [
        each for each in region().judgements if each.subject == "ansvarsfrihet" and "regionstyrelsen" in each.about
    ]
    assert {each.year: each.words for each in stands} == {
        2015: "avstyrker ansvarsfrihet",
        2017: "avstyrker ansvarsfrihet",
        2018: "avstyrker ansvarsfrihet",
        2019: "avstyrker ansvarsfrihet",
        2020: "tillstyrker ansvarsfrihet",
        2023: "tillstyrker ansvarsfrihet",
    }


def test_fullmaktige_may_decide_against_its_auditors() -> None:
    """For 2017 it granted what they refused, with a remark; for 2018 it refused."""
    kinds = {"beviljar ansvarsfrihet", "riktar anmärkning", "vägrar ansvarsfrihet"}
    found = [(each.year, each.kind.value) for each in region().decisions if each.kind.value in kinds]
    assert found == [(2017, "beviljar ansvarsfrihet"), (2017, "riktar anmärkning"), (2018, "vägrar ansvarsfrihet")]


def test_the_auditors_were_of_two_minds_about_2021() -> None:
    """A remark by all of them, and a refusal of discharge by three."""
    health = [each for each in said(year=2021, about=["halso-och-sjukvardsnamnden"]) if each.form is not Form.CRITICISM]
    assert [(each.capacity, each.form) for each in health] == [
        (Capacity.AUDITORS, Form.REMARK),
        (Capacity.SOME_AUDITORS, Form.RECOMMENDATION),
    ]


def test_the_model_has_three_dates_that_differ() -> None:
    """Decided 17 June 2020, proposed 4 October 2021, fully applied 2022; the proposal is never in force."""
    proposal = region()["styrmodell-forslag-2021"]
    assert (proposal.adopted.on, proposal.applied_from) == (None, date(2022, 1, 1))
    assert proposal.adopted.on_text == "2021-10-04, förslagets dag"
    for day in (date(2021, 12, 31), date(2022, 6, 30)):
        assert "styrmodell-forslag-2021" not in {each.id for each in region().at(day).documents}


def test_a_namnd_may_lack_a_forvaltning_of_its_own() -> None:
    """Regionstyrelsens förvaltning serves hälso- och sjukvårdsnämnden, alone, and carries the budget levels."""
    serving = [each.id for each in region().organs if "halso-och-sjukvardsnamnden" in each.serves]
    assert serving == ["regionstyrelsens-forvaltning"]
    tree = [region()[id].part_of for id in ("avdelningarna", "omradena", "divisionerna")]
    assert tree == ["omradena", "divisionerna", "regionstyrelsens-forvaltning"]


def test_the_accumulated_deficit_cannot_be_followed_from_results() -> None:
    """575, nearly 1 000, 1 254 or nearly 1 300, 1 464, then 118 left: each printed, both steps open points."""
    found = [
        (each.year, each.value, each.precision.value)
        for each in region().amounts
        if each.title == "Ackumulerat underskott"
    ]
    assert found == [
        (2015, Decimal(575), "exakt"),
        (2017, Decimal(1000), "knappt"),
        (2018, Decimal(1254), "exakt"),
        (2018, Decimal(1300), "knappt"),
        (2019, Decimal(1464), "exakt"),
    ]
    about = {region()[point.about or ""].value for point in region().open_points if "underskott-" in point.id}
    assert about == {1464, -118, 1254}


def test_results_keep_label_stage_and_day_apart() -> None:
    """Every printed result of 2019 and 2020 for the region, none of them mixed."""
    labels = {"Resultat", "Resultat utan finansiella poster", "Verksamhetens resultat"}
    found = [
        (each.year, each.title, each.stage.value, each.value)
        for each in region().amounts
        if each.title in labels and each.year in {2019, 2020} and each.part is None and each.stage.value != "prognos"
    ]
    assert found == [
        (2019, "Resultat", "utfall", Decimal(-171)),
        (2019, "Resultat utan finansiella poster", "utfall", Decimal(-219)),
        (2019, "Verksamhetens resultat", "utfall", Decimal(-171)),
        (2020, "Resultat", "preliminärt utfall", Decimal(323)),
        (2020, "Resultat", "utfall", Decimal(324)),
        (2020, "Verksamhetens resultat", "utfall", Decimal(379)),
    ]


def test_a_sum_with_swapped_digits_has_the_other_reading_beside_it() -> None:
    """49,2 as printed, 42,9 as the rival; the two parts are there to see it by."""
    point = region()["oppen-hsf-avvikelse-2021"]
    other = next(rival for rival in point.rivals if not rival.preferred)
    assert (region()[point.about or ""].value, [each.value for each in other.amounts]) == (
        Decimal("49.2"),
        [Decimal("42.9")],
    )
    parts = [each.value or 0 for each in region().amounts if each.on == date(2021, 10, 27) and "," in each.title]
    assert sum(parts) == Decimal("42.9")


def test_equity_is_known_to_be_negative_without_an_amount() -> None:
    """The line is there, the number is not."""
    equity = [each for each in region().amounts if each.line == "eget-kapital"]
    assert [(each.year, each.value, each.text) for each in equity] == [(2021, None, "negativt")]


def test_the_delegation_items_are_marked_as_a_reading_and_as_open() -> None:
    """Two rows and three groups of headings; taken away if the scheme is another region's."""
    items = [each.id for each in region().delegations]
    assert {source.reading.value for each in region().delegations for source in each.sources} == {"uttalad", "tolkad"}
    assert [list(rival.without) for rival in region()["oppen-delegationens-region"].rivals] == [[], items]
