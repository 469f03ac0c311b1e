"""A region is shown, or a part of it, or one of its records."""

from __future__ import annotations

import pytest

import regionstyrning as rs
from tests.cli.running import as_json, refused, shown

HEADINGS = [
    "NIVÅER, UPPIFRÅN",
    "VAD SOM HÄNGER PÅ VAD",
    "PERSPEKTIV",
    "GOD EKONOMISK HUSHÅLLNING",
    "SLAG AV DOKUMENT",
    "MÅL",
    "DOKUMENT I KRAFT",
    "ORGAN",
    "BEFATTNINGAR",
    "ÄGANDE OCH MEDLEMSKAP",
    "ÖPPNA PUNKTER",
]


@pytest.mark.parametrize("region", rs.regions())
def test_a_region_is_shown_in_parts(region: str) -> None:
    """Each under its heading, in 80 columns."""
    lines = shown("show", region).splitlines()
    assert [line for line in lines if line in HEADINGS] == HEADINGS
    assert max(map(len, lines)) <= 80


def test_a_region_is_given_to_a_program() -> None:
    """With the same parts."""
    plain = as_json("show", "vasternorrland")
    assert [row["title"] for row in plain["perspectives"]] == [
        "Ett attraktivt Västernorrland med hållbar utveckling",
        "Region Västernorrland utvecklar arbetet för en god, jämlik och nära vård",
        "Vi skapar mervärde för befolkningen genom vår verksamhet",
    ]


def test_the_day_decides_the_structure() -> None:
    """Västernorrland steered in another way before 2022."""
    days = ("2021-06-01", "2024-06-30")
    assert len({as_json("show", "vasternorrland", "--on", day)["structure"]["id"] for day in days}) == 2


def test_a_record_is_shown() -> None:
    """With its sources."""
    lines = shown("show", "vasternorrland", "hme-totalindex").splitlines()
    assert lines[0] == "Hållbart medarbetarengagemang (HME), totalindex [hme-totalindex]"
    assert lines[lines.index("KÄLLOR") + 1].startswith("- Regionstyrelsens verksamhetsplan 2024-2026")


def test_a_record_is_given_to_a_program() -> None:
    """With all its fields."""
    plain = as_json("show", "vasternorrland", "hme-totalindex")
    assert (plain["catalogue"], plain["record"]["unit"]) == ("indicators", "index")


def test_a_level_is_shown() -> None:
    """By the id that records are shown with."""
    assert shown("show", "vasternorrland", "mal").splitlines()[:2] == ["Mål [mal]", "nivåer, gäller 2024-06-30"]


def test_how_a_region_means_god_ekonomisk_hushallning_is_shown() -> None:
    """In the words of its report, and as ids for a program."""
    assert as_json("show", "vasternorrland")["geh"] == [
        {
            "levels": ["mal", "finansiellt-mal"],
            "perspectives": [],
            "by_mark": False,
            "conditions": [],
            "join": None,
            "text": "Den övergripande uppföljningen omfattar verksamhetsmässiga och finansiella mål, ekonomisk "
            "ställning samt en bedömning utifrån god ekonomisk hushållning. Hur målen vägs samman sägs inte.",
        }
    ]


def test_an_unknown_record_names_the_nearest() -> None:
    """Among all records of the model."""
    assert refused("show", "vasternorrland", "hme-totalindx") == (
        "no record has the id 'hme-totalindx'. Did you mean 'hme-totalindex'?\n"
    )


@pytest.mark.parametrize(("option", "question"), [("--coverage", rs.coverage), ("--loose-ends", rs.loose_ends)])
def test_a_question_is_answered(option: str, question: type) -> None:
    """What the command says is what the library answers."""
    answer = question(rs.load_region("exempel"))
    assert shown("show", "exempel", option) == answer.text() + "\n"
    assert as_json("show", "exempel", option) == {
        "about": "exempel",
        "on": "2026-06-01",
        "complete": answer.complete,
        "missing": list(answer.missing),
        "rows": answer.to_records(),
    }


def test_open_points_are_listed() -> None:
    """As many as there are."""
    model = rs.load_region("vasternorrland")
    ids = [row["id"] for row in as_json("show", "vasternorrland", "--open-points")]
    assert ids == sorted(point.id for point in model.at(model.as_of).open_points)
    assert f"[{ids[0]}]" in shown("show", "vasternorrland", "--open-points")


def test_a_record_and_a_part_are_not_asked_for_at_once() -> None:
    """Which of them is meant cannot be told."""
    assert refused("show", "exempel", "hsn", "--coverage") == "give either an ID or --coverage, not both\n"


def test_the_streams_of_halland_are_shown() -> None:
    """Economy, goal and quality steering."""
    assert [row["title"] for row in as_json("show", "halland")["streams"]] == [
        "Ekonomistyrning",
        "Målstyrning",
        "Kvalitetsstyrning",
    ]


def test_a_policy_that_nobody_says_is_adopted_is_not_shown_as_adopted() -> None:
    """Halland's text has a date to fill in."""
    told = " ".join(shown("show", "halland").split())
    assert "[policy-styrmodell] – antagande ej bekräftat: Regionfullmäktige 2025-xx-xx," in told


def test_the_plans_of_an_organ_are_shown() -> None:
    """Those of the day that is asked about."""
    told = shown("show", "vasternorrland", "halso-och-sjukvardsnamnden", "--plans", "--on", "2023-06-01")
    assert told.splitlines()[0] == "Planer i kraft för Hälso- och sjukvårdsnämnden den 2023-06-01."


def test_the_plans_of_every_organ_are_given_to_a_program() -> None:
    """Of those that have some."""
    plain = as_json("show", "exempel", "--plans", "--on", "2025-06-01")
    plans = {row["about"]: [each["document"] for each in row["rows"]] for row in plain}
    assert (plans["hsn"], plans["pn"]) == (["verksamhetsplan-hsn-2025"], ["verksamhetsplan-pn-2025"])
    assert "revisorerna" not in plans


def test_a_day_without_plans_says_so() -> None:
    """Before anything was read."""
    assert shown("show", "exempel", "--plans", "--on", "1990-01-01").strip() == "Inga planer är i kraft den 1990-01-01."


def test_plans_of_no_organ_are_refused() -> None:
    """With the nearest that there is."""
    assert "no Organ has the id 'hns'" in refused("show", "exempel", "hns", "--plans")


def test_a_year_is_seen_from_each_plan() -> None:
    """In words and for a program."""
    lines = shown("show", "blekinge", "--as-planned", "2024").splitlines()
    shifts = {row["shift"] for row in as_json("show", "blekinge", "--as-planned", "2024")["rows"]}
    assert lines[0] == "2024 så som varje plan såg det."
    assert {"nytt", "borta", "nytt namn", "flyttat", "sammanslaget"} <= shifts


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("hsn", "--as-planned", "2026"), "give either an ID or --as-planned, not both"),
        (("--as-planned", "2026", "--on", "2026-01-01"), "leave out --on"),
        (("--as-planned", "2026", "--plans"), "leave out --plans"),
        (("--organ", "rs"), "--organ goes with --as-planned"),
        (("--as-planned", "2026", "--organ", "hns"), "hsn"),
    ],
)
def test_what_a_year_is_not_asked_with_is_refused(arguments: tuple[str, ...], told: str) -> None:
    """It looks at the plans of every day."""
    assert told in refused("show", "exempel", *arguments)
