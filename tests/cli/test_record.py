"""One record is shown with all its fields and sources, and with what names it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regionstyrning.cli.record import MOST_NAMED, record_row, record_text, shown
from regionstyrning.cli.sections import Page
from regionstyrning.errors import UnknownId
from regionstyrning.model import (
    HorizonKind,
    Level,
    LevelKind,
    Outcome,
    Owner,
    PlanningHorizon,
    Publication,
    Reading,
    Scope,
    Source,
    SteeringModel,
    Stream,
    Structure,
    Validity,
)
from regionstyrning.report.words import source_words
from tests.threaded import DAY, bare, goal, indicator, link, plan, region

BOOK = Publication(id="planboken", title="Planboken")


def told(model: SteeringModel, id: str, **how: Any) -> list[str]:  # noqa: ANN401 - how to write
    """The lines of a record."""
    held = model.at(DAY)
    return record_text(model, held, shown(model, held, id), Page(**how)).splitlines()


def part(heading: str, lines: list[str]) -> list[str]:
    """The lines under a heading."""
    begun = lines[lines.index(heading) + 1 :]
    return begun[: begun.index("")] if "" in begun else begun


def fields(record: Any, **how: Any) -> list[str]:  # noqa: ANN401 - any record
    """What is said of the fields of a goal or indicator of its own."""
    return part("FÄLT, SOM I FILEN", told(bare(record, BOOK), record.id, **how))


def test_a_record_tells_title_catalogue_and_whether_it_is_in_force() -> None:
    """On the day that is asked about."""
    assert told(region(), "tillganglighet")[:2] == [
        "Tillganglighet [tillganglighet]",
        "mål och uppdrag, gäller 2026-03-01",
    ]


def test_a_record_that_is_no_longer_in_force_is_shown_all_the_same() -> None:
    """And said to be so."""
    gone = goal("gammalt", validity=Validity(last=date(2020, 12, 31)))
    assert told(bare(gone), "gammalt", lang="en")[1] == "goals and work, not in force on 2026-03-01"


def test_a_record_that_only_a_name_is_left_of_is_shown_in_full() -> None:
    """What the model holds of it, not what is left that day."""
    gone = goal("gammalt", validity=Validity(last=date(2020, 12, 31)), label="3.1")
    model = bare(gone, goal("nytt", continues=["gammalt"]))
    assert "label     3.1" in told(model, "gammalt")


def test_fields_are_called_as_in_the_file() -> None:
    """What says nothing is left out; ids are told with their titles; notes come last."""
    lines = part(
        "FÄLT, SOM I FILEN", told(region().with_(goal("x", note="Läs så.", document="hsn-planen", geh=False)), "x")
    )
    assert lines == [
        "level     Mål [mal]",
        "geh       nej",
        "document  Hsn-planen [hsn-planen]",
        "note      Läs så.",
    ]


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (goal("a", geh=True), "geh    ja"),
        (goal("a", owners=[Owner(organ="hsn", role="namnd")]), "owners  organ: hsn, role: namnd"),
        (indicator("a", parts_count=1000), "parts_count  1000"),
        (indicator("a", method_changed=[date(2020, 1, 1), date(2021, 1, 1)]), "method_changed  2020-01-01"),
        (indicator("a", scopes=[Scope(id="RVN")]), "scopes  id: RVN"),
        (goal("a", level="okand"), "level  okand"),
    ],
)
def test_a_value_is_told_in_words(record: Any, line: str) -> None:  # noqa: ANN401 - any record
    """Truth, numbers, days, values within values, and ids that lead nowhere."""
    assert line in fields(record)


def test_several_values_stand_under_each_other() -> None:
    """The name of the field stands before the first."""
    lines = fields(indicator("a", method_changed=[date(2020, 1, 1), date(2021, 1, 1)]))
    assert lines[-1] == "                2021-01-01"


def test_values_within_values_are_joined() -> None:
    """A row of them by a plus."""
    phases = PlanningHorizon(kind=HorizonKind.FAR_AIM, at_least_years=15, at_most_years=20, text="på sikt")
    assert fields(goal("a", horizon=phases))[-2:] == [
        "horizon  kind: långsiktigt sikte, at_least_years: 15, at_most_years: 20, text:",
        "           på sikt",
    ]


def test_decimals_are_written_as_in_the_language() -> None:
    """With a comma in Swedish and a point in English."""
    outcome = Outcome(indicator="a", year=2025, value=Decimal("1234.50"))
    model = bare(indicator("a"), outcome)
    assert "value      1\N{NO-BREAK SPACE}234,50" in told(model, outcome.id)
    assert "value      1,234.50" in told(model, outcome.id, lang="en")


def test_a_record_without_title_is_told_by_its_id() -> None:
    """A link or a fact has none."""
    assert told(region(), "contribution/vard/vision/bidrar till")[0] == "[contribution/vard/vision/bidrar till]"


def test_a_record_without_days_within_the_structure_is_resolved() -> None:
    """On a day without a structure the ids of its parts stay ids."""
    assert fields(goal("a")) == ["level  Mål [mal]"]
    assert part("FÄLT, SOM I FILEN", told(bare(goal("a"), structures=()), "a")) == ["level  mal"]


def test_sources_are_listed() -> None:
    """By the title of the publication."""
    assert part("KÄLLOR", told(region(), "tillganglighet")) == ["- Planboken, s. 4"]


def test_a_record_without_sources_has_no_such_part() -> None:
    """As in a fictional region."""
    assert "KÄLLOR" not in told(region(), "vardkoer")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (Source(publication="planboken"), "Planboken"),
        (Source(publication="okand", place="s. 1"), "okand, s. 1"),
        (Source(publication="planboken", place="2.1", quote="ekonomi i balans"), "Planboken, 2.1: ”ekonomi i balans”"),
        (Source(publication="planboken", quote="”Ja”"), "Planboken: ”Ja”"),
        (Source(publication="planboken", reading=Reading.INFERRED), "Planboken (tolkad)"),
        (Source(publication="planboken", reading=Reading.DISPUTED, note="Två tal"), "Planboken (omtvistad; Två tal)"),
        (Source(publication="planboken", note="Två tal"), "Planboken (Två tal)"),
    ],
)
def test_a_source_tells_its_place_quotation_and_reading(source: Source, said: str) -> None:
    """As far as it has them."""
    assert source_words(bare(BOOK), source) == said


def test_a_reading_is_english_on_request() -> None:
    """The words of the source are not."""
    source = Source(publication="planboken", reading=Reading.INFERRED)
    assert source_words(bare(BOOK), source, "en") == "Planboken (inferred)"


def test_a_source_within_a_value_is_told_in_one_line() -> None:
    """As one of its parts."""
    model = region()
    lines = told(model, "styrmodell")
    assert any("sources: Planboken, s. 4" in line for line in lines)


def test_what_names_a_record_is_listed() -> None:
    """By catalogue, in a few words, with ids."""
    assert part("NÄMNS AV", told(region(), "vardkoer")) == [
        "- länkar: Rekrytera bidrar till Vardkoer [contribution/rekrytera/vardkoer/bidrar",
        "  till]",
        "- länkar: Vantetid mäter Vardkoer [contribution/vantetid/vardkoer/mäter]",
        "- länkar: Vardkoer bryter ned Tillganglighet",
        "  [contribution/vardkoer/tillganglighet/bryter ned]",
    ]


def test_of_very_many_only_the_first_are_listed() -> None:
    """And how many more there are is said."""
    model = bare(
        goal("a"), *(goal(f"b{number}") for number in range(25)), *(link(f"b{number}", "a") for number in range(25))
    )
    lines = part("NÄMNS AV", told(model, "a"))
    assert (len(lines), lines[-1]) == (MOST_NAMED + 1, "- länkar: och 5 till; alla med --format json")


def test_what_nothing_names_has_no_such_part() -> None:
    """An empty heading would say nothing."""
    assert "NÄMNS AV" not in told(region(), "contribution/vard/vision/bidrar till")


def test_a_perspective_is_shown_too() -> None:
    """Though it is no record of its own."""
    assert told(region(), "vard")[:5] == [
        "God vård [vard]",
        "perspektiv, gäller 2026-03-01",
        "",
        "FÄLT, SOM I FILEN",
        "kind   verksamhetsfält",
    ]


def test_a_level_is_shown_with_what_stands_on_it() -> None:
    """Though it is a value of the structure; so the structure that rules about it names it too."""
    lines = told(region(), "mal")
    assert lines[:2] == ["Mål [mal]", "nivåer, gäller 2026-03-01"]
    assert part("NÄMNS AV", lines)[0] == "- strukturer: Styrmodell [styrmodell]"
    assert "- mål och uppdrag: Tillganglighet [tillganglighet]" in part("NÄMNS AV", lines)


def test_only_what_names_a_value_of_its_own_part_is_listed() -> None:
    """A level and a stream may be called the same."""
    old = Structure(
        id="ny",
        title="Ny",
        levels=[Level(id="mal", title="Mål", kind=LevelKind.GOAL, stream="ekonomi")],
        streams=[Stream(id="ekonomi", title="Ekonomi"), Stream(id="mal-strom", title="Mål")],
    )
    model = bare(goal("ett", level="mal-strom"), structures=(old,))
    assert part("NÄMNS AV", told(model, "ekonomi")) == ["- strukturer: Ny [ny]"]
    assert "NÄMNS AV" not in told(model, "mal-strom")


def test_a_level_of_a_structure_that_is_not_in_force_is_shown_all_the_same() -> None:
    """And said to be so; the one in force goes first."""
    before = Validity(last=date(2019, 12, 31))
    wish = Level(id="namndmal", title="Förr", kind=LevelKind.GOAL)
    old = Structure(
        id="gammal",
        title="Gammal",
        validity=before,
        levels=[Level(id="strategi", title="Strategi", kind=LevelKind.GOAL), wish],
    )
    model = region().with_(old)
    assert told(model, "strategi")[1] == "nivåer, gäller inte 2026-03-01"
    assert told(model, "namndmal")[:2] == ["Nämndmål [namndmal]", "nivåer, gäller 2026-03-01"]


def test_an_unknown_id_names_the_nearest() -> None:
    """Among all records."""
    with pytest.raises(UnknownId, match="Did you mean 'vardkoer'"):
        shown(region(), region().at(DAY), "vardkor")


def test_a_record_is_given_to_a_program_with_every_field() -> None:
    """Decimals and days as text."""
    outcome = Outcome(indicator="a", year=2025, value=Decimal("77.50"), measured_on=date(2025, 10, 1))
    model = bare(indicator("a"), outcome, plan("x"))
    row = record_row(shown(model, model.at(DAY), outcome.id))
    assert (row["id"], row["catalogue"], row["in_force"], row["named_by"]) == (
        "outcome/a/2025/-/-/-/slutlig",
        "outcomes",
        True,
        [],
    )
    assert {name: row["record"][name] for name in ("value", "measured_on", "stage", "grade", "sources")} == {
        "value": "77.50",
        "measured_on": "2025-10-01",
        "stage": "slutlig",
        "grade": None,
        "sources": (),
    }


def test_what_names_a_record_is_given_to_a_program() -> None:
    """By catalogue and id, in order."""
    model = region()
    assert record_row(shown(model, model.at(DAY), "rekrytera"))["named_by"] == [
        {"catalogue": "contributions", "id": "contribution/rekrytera/vardkoer/bidrar till"}
    ]
