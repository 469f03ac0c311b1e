"""Records, findings and answers are shown as rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.model import (
    Name,
    Outcome,
    Owner,
    Publication,
    Source,
    Stage,
    Table,
    table,
)
from regionstyrning.model.findings import Finding, Severity
from regionstyrning.text.sentences import Sentence
from tests.model.small import goal, indicator, link, model, target

SOURCE = Source(publication="plan", place="s. 3")


def finding(title: str) -> Finding:
    """A finding about a goal."""
    sentence = Sentence("{title} saknar ägare.", "{title} has no owner.")
    return Finding(rule="a.b", severity=Severity.NOTE, sentence=sentence, words=(("title", title),))


def outcome(year: int, **more: object) -> Outcome:
    """1 234,5 in a year."""
    return Outcome(**{"indicator": "a", "year": year, "value": Decimal("1234.50"), **more})  # type: ignore[arg-type]


def test_a_catalogue_is_a_row_a_record() -> None:
    """Columns are named as fields are in files, the id first."""
    shown = table([goal("a", label="1"), goal("b")])
    assert (shown.columns, shown.rows) == (
        ("id", "title", "level", "label"),
        (("a", "A", "mal", "1"), ("b", "B", "mal", None)),
    )


def test_what_says_nothing_in_any_row_has_no_column() -> None:
    """A default is shown only beside something else."""
    years = [outcome(2024), outcome(2025, stage=Stage.FORECAST)]
    assert ("stage" in table(years[:1]).columns, [row["stage"] for row in table(years).to_records()]) == (
        False,
        ["slutlig", "prognos"],
    )


def test_sources_and_note_stand_last() -> None:
    """They are what every record has, not what it is."""
    shown = table([goal("a", sources=[SOURCE], note="Så.", owners=[Owner(organ="hsn")])])
    assert shown.columns == ("id", "title", "level", "owners", "sources", "note")


def test_a_link_is_shown_with_its_made_id() -> None:
    """The id that the model finds it by stands after the fields that it is made of, before the sources."""
    shown = table([evolve(link("a", "b"), sources=[SOURCE])])
    assert (shown.columns, shown.to_records()[0]["id"]) == (
        ("lower", "upper", "kind", "id", "sources"),
        link("a", "b").id,
    )


def test_records_of_different_kinds_share_a_table() -> None:
    """A column that a record has no field for is empty."""
    assert table([goal("a"), indicator("b")]).to_records() == [
        {"id": "a", "title": "A", "level": "mal", "kind": None},
        {"id": "b", "title": "B", "level": None, "kind": "kvantitativ"},
    ]


def test_rows_for_programs_are_plain() -> None:
    """Days and decimals are text, tuples lists, and values inside a record tables of what they say."""
    rows = table([outcome(2024, known_on=date(2025, 2, 1), sources=[SOURCE])]).to_records()
    assert {name: rows[0][name] for name in ("year", "known_on", "value", "sources")} == {
        "year": 2024,
        "known_on": "2025-02-01",
        "value": "1234.50",
        "sources": [{"publication": "plan", "place": "s. 3"}],
    }


def test_text_is_for_a_person() -> None:
    """Numbers, truths and values inside a record are put in words."""
    shown = table([indicator("a", by_gender=True, sources=[SOURCE]), indicator("b", method_changed=[date(2024, 1, 1)])])
    assert shown.text(width=120).splitlines() == [
        "id  title  kind         by_gender  method_changed  sources",
        "--  -----  -----------  ---------  --------------  ------------------------------",
        "a   A      kvantitativ  ja                         publication: plan, place: s. 3",
        "b   B      kvantitativ  nej        2024-01-01",
    ]


@pytest.mark.parametrize(("lang", "said"), [("sv", "1\xa0234,50"), ("en", "1,234.50")])
def test_numbers_are_written_as_in_the_language(lang: str, said: str) -> None:
    """And years are no numbers to be grouped."""
    shown = Table(columns=["year", "value"], rows=[(2024, Decimal("1234.50"))])
    assert shown.text("sv" if lang == "sv" else "en").splitlines()[-1] == f"2024  {said}"


def test_what_a_record_does_not_say_is_empty() -> None:
    """Nothing is put in its place."""
    assert table([goal("a", label="1"), goal("b")]).text().splitlines()[-1] == "b   B      mal"


def test_what_has_no_room_is_named() -> None:
    """No column is left out in silence."""
    wide = Table(columns=["first", "second", "third"], rows=[("a" * 20, "b " * 30, "c " * 30)])
    assert wide.text(width=45).splitlines()[-1] == "Fler kolumner: third."
    assert wide.text("en", width=20).splitlines()[-2:] == ["More columns:", "second, third."]


def test_an_id_is_never_broken_to_make_room_for_more() -> None:
    """A column is left out sooner than its longest word is split."""
    ids = Table(columns=["first", "second"], rows=[("a" * 30, "b" * 30)])
    assert ids.text(width=45).splitlines() == ["first", "-" * 30, "a" * 30, "Fler kolumner: second."]


def test_findings_are_told_before_their_records_and_places() -> None:
    """The sentence has room at the width of a terminal."""
    assert table([finding("Målet")]).text().splitlines() == [
        "rule  severity    text                 records  file  line  mend  source",
        "----  ----------  -------------------  -------  ----  ----  ----  ------",
        "a.b   upplysning  Målet saknar ägare.",
    ]


def test_a_row_of_values_inside_a_record() -> None:
    """Parts of a structure are no records, and are shown all the same."""
    assert table([Owner(organ="hsn")]).to_records() == [{"organ": "hsn"}]


def test_a_name_is_shown() -> None:
    """What is left of a record that is only referred to has its id once."""
    assert table([Name(id="a", title="A", catalogue="goals")]).columns == ("id", "title", "catalogue")


def test_findings_are_rows() -> None:
    """Each finding is the row that it gives itself."""
    found = [finding("A"), finding("B")]
    assert table(found).to_records() == [row for each in found for row in each.to_records()]


def test_an_answer_is_its_rows() -> None:
    """What is read is shown without being put in a list."""
    answer = rs.coverage(rs.load_region("exempel"))
    assert rs.table(answer).to_records() == answer.to_records()


def test_conditions_are_told_by_what_they_say() -> None:
    """A value inside a record leaves out what is as if it were not given."""
    assert table([target("a")]).to_records()[0]["condition"] == {"kind": "över", "value": "75"}


def test_html_is_escaped() -> None:
    """A title from a file does nothing in a notebook."""
    page = table([Publication(id="a", title="<script>")])._repr_html_()
    assert "<td>&lt;script&gt;</td>" in page


def test_no_rows_are_told() -> None:
    """An empty catalogue says that it is empty."""
    assert (table(()).text(), table(()).text("en"), table(())._repr_html_(), table(()).to_records()) == (
        "Inga rader.",
        "No rows.",
        "<p>Inga rader.</p>",
        [],
    )


def test_a_table_has_no_truth_value() -> None:
    """Like all that is read."""
    with pytest.raises(rs.NoTruthValue, match="Read its attribute 'rows'"):
        bool(table(()))


def test_a_model_is_no_catalogue() -> None:
    """Who gives the whole model is told what to give."""
    with pytest.raises(TypeError, match=r"found SteeringModel\. Give a catalogue of a model"):
        table(model())  # type: ignore[arg-type]


def test_other_things_are_refused() -> None:
    """A text is not a record."""
    with pytest.raises(TypeError, match="expected a record or something that is read, found str"):
        table("a")
