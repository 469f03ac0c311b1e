"""Region Jämtland Härjedalen's published views as shipped, held cell by cell, and each awkward form of value."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from regionstyrning.model import (
    Condition,
    ConditionKind,
    Direction,
    GoalKind,
    HorizonKind,
    Indicator,
    IndicatorRole,
    Meaning,
    Missing,
    Outcome,
    Part,
    Period,
    Target,
)
from tests.regions.facts import printed, shipped

PRINTED = printed("jamtland-harjedalen", "nyckeltal")
ROWS = [(view["vy"], row) for view in PRINTED["vyer"] for row in view["rader"]]
LISTED = [(view["vy"], *row) for view in PRINTED["listor"] for row in view["rader"]]
APRIL = Part(first_month=1, last_month=4)
AUGUST = Part(first_month=1, last_month=8)
WAYS = {">": {ConditionKind.ABOVE}, "<": {ConditionKind.BELOW}}
SIGNLESS = {ConditionKind.AT_LEAST, ConditionKind.AT_MOST}
region = partial(shipped, "jamtland-harjedalen")


def named(view: str, row: dict[str, Any]) -> Indicator:
    """The indicator that a printed row names: by title, scope and the view or the earlier copy of it."""
    views = {view, view.replace(" T2 2024", "")}
    scope = {row["omfattning"]} if "omfattning" in row else set()
    (found,) = (
        each
        for each in region().indicators
        if each.title == row["namn"]
        and {scope.id for scope in each.scopes} == scope
        and views & {region()[source.publication].title for source in each.sources}
    )
    return found


def part_of(view: str) -> Part:
    """The part of the year that a view is for."""
    return AUGUST if "T2 2024" in view else APRIL


def reported(outcome: Outcome) -> Part | None:
    """The part of the year that an outcome was reported for."""
    return outcome.part if outcome.reported_for is None else outcome.reported_for.part


def number(text: str) -> Decimal:
    """The number in a cell, without sign of limit, unit or spaces."""
    digits = text.lstrip("<>").split("%")[0].split("tim")[0]
    return Decimal(digits.replace(" ", "").replace(",", "."))


def of(view: str, row: dict[str, Any]) -> Outcome:
    """The outcome that a printed row holds."""
    indicator = named(view, row)
    (found,) = (
        each
        for each in region().outcomes
        if each.indicator == indicator.id and each.year == 2024 and reported(each) == part_of(view)
    )
    return found


def target(indicator: str) -> Target:
    """The only target of an indicator."""
    (found,) = (each for each in region().targets if each.indicator == indicator)
    return found


def row_id(case: tuple[str, dict[str, Any]]) -> str:
    """What a test of a row is called."""
    view, row = case
    return f"{view[:45]}: {row['namn'][:40]} {row['utfall']}"


of_each_row = pytest.mark.parametrize("case", ROWS, ids=row_id)


@of_each_row
def test_an_outcome_is_shipped_as_printed(case: tuple[str, dict[str, Any]]) -> None:
    """The cell as written, as a number, and for the scope it is printed for."""
    view, row = case
    outcome = of(view, row)
    assert (outcome.text, outcome.value) == (row["utfall"], number(row["utfall"]))
    assert outcome.scope == row.get("omfattning")


@of_each_row
def test_a_target_is_shipped_as_printed(case: tuple[str, dict[str, Any]]) -> None:
    """The row of years with its signs, or the one cell where no years are printed."""
    view, row = case
    condition = target(named(view, row).id).condition
    printed: str = row.get("ar", row["mal"])
    assert condition.text == printed
    assert values_of(condition) == [number(text) for text in printed.split(" / ")]
    assert condition.kind in WAYS.get(printed[0], SIGNLESS)


def values_of(condition: Condition) -> list[Decimal | None]:
    """The limits of a condition, by year or the only one."""
    return [each.value for each in condition.by_year] or [condition.value]


@of_each_row
def test_a_light_is_shipped_as_printed(case: tuple[str, dict[str, Any]]) -> None:
    """A published judgement of its own, on the scale of lights."""
    view, row = case
    found = [
        each.grade
        for each in region().judgements
        if each.about == (named(view, row).id,) and each.part == part_of(view) and each.scale == "trafikljus"
    ]
    assert found == [row["ljus"]]


@pytest.mark.parametrize("row", LISTED, ids=lambda row: row[1][:50])
def test_a_long_term_measure_says_who_decided_it(row: tuple[str, str, str]) -> None:
    """One list mixes measures of fullmäktige and of the nämnd; the level is a field of the measure."""
    view, title, organ = row
    publication = next(each.id for each in region().publications if each.title == view)
    found = [
        each
        for each in region().indicators
        if each.title == title and publication in {source.publication for source in each.sources}
    ]
    assert [region()[each.set_by or ""].title for each in found] == [organ]


def test_every_indicator_of_the_views_is_one_of_the_printed_rows() -> None:
    """Nothing is added: 18 short-term measures, 14 long-term ones, and the one whose first value is cut."""
    short = {named(view, row).id for view, row in ROWS}
    counts = Counter(each.printed_kind for each in region().indicators)
    assert counts == {"kortsiktiga nyckeltal": len(short), "långsiktiga nyckeltal": len(LISTED), None: 3}


def test_a_target_as_a_row_of_years() -> None:
    """-15,8% / -14% / -4,7%: soliditet-exklusive-ansvarsforbindelsen."""
    condition = target("soliditet-exklusive-ansvarsforbindelsen").condition
    assert [(each.year, each.value, each.text) for each in condition.by_year] == [
        (2024, Decimal("-15.8"), "-15,8%"),
        (2025, Decimal(-14), "-14%"),
        (2026, Decimal("-4.7"), "-4,7%"),
    ]


def test_a_target_with_a_sign() -> None:
    """>100 is above, <14% is below: kassalikviditet and skuldsattningstak."""
    kinds = [target(id).condition.kind for id in ("kassalikviditet", "skuldsattningstak")]
    assert kinds == [ConditionKind.ABOVE, ConditionKind.BELOW]


def test_a_target_against_last_year() -> None:
    """The name of bup-forstabesok asks for an increase on the year before; it is the rival of its printed 75 %."""
    point = region()["oppen-bup-namn-mot-mal"]
    other = next(rival for rival in point.rivals if not rival.preferred)
    assert other.without == (target("bup-forstabesok").id,)
    asked = other.targets[0].condition
    assert (asked.kind, asked.basis.kind.value) == (ConditionKind.INCREASE, "ändring mot föregående år")
    years = {each.year: each.value for each in region().outcomes if each.indicator == "bup-forstabesok"}
    assert years == {2023: Decimal(37), 2024: Decimal(47)}


def test_a_measure_that_shows_direction_needs_no_target() -> None:
    """Every long-term measure without a target supports, and decides nothing."""
    aimed = {each.indicator for each in region().targets}
    bare = [
        each for each in region().indicators if each.printed_kind == "långsiktiga nyckeltal" and each.id not in aimed
    ]
    assert {each.role for each in bare} == {IndicatorRole.SUPPORTS}
    assert len(bare) == len(LISTED) - 3


def test_a_horizon_whose_meaning_shifts() -> None:
    """2027-2029 restores a deficit, then a buffer is built: the target of resultatandel, and its goal."""
    horizon = target("resultatandel").horizon
    assert horizon is not None
    assert (horizon.kind, horizon.first_year, horizon.last_year) == (HorizonKind.SHIFTING, 2027, 2030)
    assert [(each.first_year, each.last_year) for each in horizon.phases] == [(2027, 2029), (2030, None)]
    assert region()["mal-resultat"].horizon.phases == horizon.phases


def test_an_end_year_far_away() -> None:
    """At least 100 percent by 2040: the target of konsolidering."""
    aim = target("konsolidering")
    assert aim.horizon is not None
    assert (aim.condition.value, aim.horizon.last_year) == (Decimal(100), 2040)


def test_an_outcome_missing_with_its_reason() -> None:
    """Two rows say that no data are available, and one value is cut off in what was read."""
    found = {(each.indicator, each.missing, each.text) for each in region().outcomes if each.missing is not None}
    words = "Inga tillgängliga data"
    assert found == {
        ("soliditet-med-positivt-eget-kapital", Missing.NOT_REPORTED, words),
        ("konsolidering", Missing.NOT_REPORTED, words),
        ("barn-som-far-tid", Missing.NOT_READABLE, None),
    }


def test_an_outcome_carried_over_is_not_measured_again() -> None:
    """Hälsofrämjandeindex 4,55 and HSE 4,07 are April's in the copy for T2; the BUP value is March's in April."""
    carried = [(each.indicator, each.part, each.reported_for) for each in region().outcomes if each.reported_for]
    t2 = Period(year=2024, part=AUGUST)
    assert carried == [
        ("bup-forstabesok", Part(first_month=3, last_month=3), Period(year=2024, part=APRIL)),
        ("halsoframjandeindex-folktandvarden", APRIL, t2),
        ("hse-folktandvarden", APRIL, t2),
    ]


def test_one_measure_has_two_dated_outcomes() -> None:
    """Sjuktal for Folktandvården: 11 in April, then 9,6."""
    found = [(each.part, each.value) for each in region().outcomes if each.indicator == "sjuktal-folktandvarden"]
    assert found == [(APRIL, Decimal(11)), (AUGUST, Decimal("9.6"))]


def test_a_level_that_every_unit_must_reach() -> None:
    """Sjuktal per enhet in both views, and no other target."""
    each_unit = [each.indicator for each in region().targets if each.condition.every_unit]
    assert sorted(each_unit) == ["sjuktal-folktandvarden", "sjuktal-halso-och-sjukvard"]
    assert {target(id).condition.kind for id in each_unit} == {ConditionKind.AT_MOST}


def test_an_average_over_rolling_twelve_months() -> None:
    """Booked hours for adults: outcome and target both in R12."""
    id = "bokad-tid-vuxna"
    outcome = next(each for each in region().outcomes if each.indicator == id)
    assert (outcome.value, target(id).condition.value) == (Decimal(1814), Decimal(2800))
    assert region()[id].unit == "timmar i snitt per månad, rullande tolv månader"


def test_a_target_cell_that_contradicts_its_description() -> None:
    """-0,5 % in the description, -6,5 % in the cell: the second row of bruttokostnadsutveckling."""
    point = region()["oppen-bruttokostnadens-mal"]
    other = next(rival for rival in point.rivals if not rival.preferred)
    limits = [
        target("bruttokostnadsutveckling").condition.by_year[0].value,
        other.targets[0].condition.by_year[0].value,
    ]
    assert (point.kind.value, limits) == ("skrivfel", [Decimal("-0.5"), Decimal("-6.5")])
    assert other.without == (target("bruttokostnadsutveckling").id,)


def test_a_measure_that_stands_twice_in_one_view() -> None:
    """Leverantörstrohet: a row with scope and no years, and a row with years and no scope."""
    first, second = target("leverantorstrohet-rjh-totalt"), target("leverantorstrohet")
    assert (first.scope, first.condition.by_year, first.condition.value) == ("RJH totalt", (), Decimal(95))
    assert (second.scope, len(second.condition.by_year)) == (None, 3)
    rivals = region()["oppen-leverantorstrohet-tva-rader"].rivals
    assert [rival.without for rival in rivals] == [(), ("leverantorstrohet-rjh-totalt",)]


def test_missing_units_are_open_points() -> None:
    """-14,5; 11,6 and -1,1; 5,9; and both figures of Folktandvården's sjuktal."""
    points = {each.about: each.raw for each in region().open_points if each.field == "unit"}
    assert points == {
        "soliditet-exklusive-ansvarsforbindelsen": "-14,5",
        "nettokostnadsutveckling": "11,6; -1,1",
        "bruttokostnadsutveckling": "5,9",
        "sjuktal-folktandvarden": "11 / 5; 9,6 / 5",
    }


def test_a_name_that_says_increase_is_a_direction() -> None:
    """Six short-term measures say so in their names, and the goal of a stronger soliditet."""
    upwards = {each.id for each in region().indicators if each.direction is Direction.UP}
    asked = {each.id for each in region().indicators if "öka" in each.title.lower() or "ökning" in each.title}
    assert upwards == asked | {"soliditet-med-positivt-eget-kapital"}


def test_the_environment_goal_is_one_measure() -> None:
    """Miljömål; energiförbrukning per kvm is a single row."""
    assert [each.id for each in region().indicators if "energi" in each.title] == ["energiforbrukning"]


def test_yellow_has_two_meanings() -> None:
    """Not wholly reached for a measure, running as planned for a commission of several years."""
    structure = region().structure_on(region().as_of)
    assert structure is not None
    scale = next(each for each in structure.scales if each.id == "trafikljus")
    means = {step.word: step.means for step in scale.steps}
    assert means == {
        "Grön": (Meaning.MET,),
        "Gul": (Meaning.PARTLY_MET, Meaning.ON_TRACK),
        "Röd": (Meaning.NOT_MET,),
    }


def test_totals_without_their_parts_stay_totals() -> None:
    """12, 8 and 13 of 33 by colour; 39, 35, 20 and 6 percent of 83; no parts are made up."""
    found = {
        each.subject: (each.total_of, [total.count or total.share_percent for total in each.totals])
        for each in region().judgements
        if each.total_of is not None and each.totals
    }
    assert found == {
        "33 kortsiktiga nyckeltal": (33, [12, 8, 13]),
        "83 resultatmål": (83, [39, 35, 20, 6]),
    }


def test_attainment_by_volume_is_no_share_of_goals() -> None:
    """Operations: 91 % for the half-year, 88 % in June, 51 and 85 at two clinics, and no target read."""
    found = [
        (each.part.first_month, each.scope, each.value)
        for each in region().outcomes
        if each.indicator == "operationer-2022" and each.part is not None
    ]
    assert found == [
        (1, None, Decimal(91)),
        (6, None, Decimal(88)),
        (1, "Öron", Decimal(51)),
        (1, "Ortopedi", Decimal(85)),
    ]
    assert [each for each in region().targets if each.indicator == "operationer-2022"] == []


def test_the_goals_for_god_ekonomisk_hushallning_are_marked_and_financial() -> None:
    """Three of fullmäktige's, each on the financial level and each measured by one with a target."""
    marked = [each for each in region().goals if each.geh]
    assert {(each.level, each.kind) for each in marked} == {("finansiellt-mal", GoalKind.FINANCIAL)}
    aimed = {each.indicator for each in region().targets}
    measured = {link.upper for link in region().contributions if link.lower in aimed}
    assert [each.id for each in marked if each.id not in measured] == []
    assert len(marked) == 3
