"""A verdict is read, never tested for truth."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from regionstyrning.errors import NoTruthValue, UnknownId
from regionstyrning.evaluators import Development, Known, Reason, Status, Verdict
from regionstyrning.model import Source
from regionstyrning.text.sentences import Sentence

SAID = Source(publication="plan", place="s. 3")
FILLED = Reason(
    record="i",
    source=SAID,
    sentence=Sentence(
        "{number} {day} {status} {change} {asked} {word}", "{number} {day} {status} {change} {asked} {word}"
    ),
    words=(
        ("number", Decimal("1234.5")),
        ("day", date(2024, 1, 2)),
        ("status", Status.NOT_MET),
        ("change", Development.WORSE),
        ("asked", Sentence("minst", "at least")),
        ("word", 7),
    ),
)
LEAF = Verdict(about="o", title="Utfall 2024: 5", status=Status.MET, kind="utfall")
PART = Verdict(about="i", title="Mått", status=Status.NOT_MET, reasons=[FILLED], parts=[LEAF], kind="indikator")
WHOLE = Verdict(
    about="g",
    title="Mål",
    status=Status.CANNOT_BE_ASSESSED,
    low=Status.NOT_MET,
    high=Status.MET,
    parts=[PART, PART],
    evaluator="attainment 1",
    due=date(2026, 12, 31),
    development=Development.BETTER,
    kind="mål",
)


def test_a_reason_is_written_out_in_either_language() -> None:
    """Numbers, days, statuses and sentences in the language that is read."""
    assert FILLED.text().replace("\xa0", " ") == "1 234,5 2024-01-02 inte uppfyllt sämre minst 7"
    assert FILLED.text("en") == "1,234.5 2024-01-02 not met worse at least 7"
    assert FILLED.to_records()[0]["place"] == "s. 3"
    assert Reason(record="i", sentence=Sentence("a", "a")).to_records()[0]["publication"] is None


def test_a_part_is_found_by_its_id() -> None:
    """An unknown one is told the nearest."""
    assert WHOLE["o"] == LEAF
    assert "i" in WHOLE
    with pytest.raises(UnknownId, match="verdict"):
        WHOLE["x"]


def test_the_bounds_are_told_where_they_differ() -> None:
    """As statuses, or in percent; not where they shut nothing out."""
    assert WHOLE.headline("en") == "Mål [g]: cannot be assessed"
    assert evolve(WHOLE, high=Status.PARTLY_MET).headline() == (
        "Mål [g]: kan inte bedömas (inte uppfyllt till delvis uppfyllt)"
    )
    shared = Verdict(about="t", title="Andel", status=Status.CANNOT_BE_ASSESSED, low=Decimal(50), high=Decimal(50))
    assert shared.headline() == "Andel [t]: kan inte bedömas (50 %)"
    ranged = Verdict(about="t", title="Andel", status=Status.CANNOT_BE_ASSESSED, low=Decimal(5), high=Decimal(50))
    assert ranged.headline("en") == "Andel [t]: cannot be assessed (5 % to 50 %)"


def test_an_outcome_is_told_as_it_is() -> None:
    """It has no judgement of its own."""
    assert LEAF.headline() == "Utfall 2024: 5 [o]"


def test_an_id_made_of_others_is_not_told() -> None:
    """Nor the title that it stands under."""
    shared = Verdict(about="g/hsn", title="Mål: Nämnden", status=Status.MET)
    assert (shared.headline(), shared.headline(under="Mål")) == ("Mål: Nämnden: uppfyllt", "Nämnden: uppfyllt")


def test_a_reason_is_told_with_the_part_that_it_is_about() -> None:
    """Not above it too, nor what the parts under it say themselves."""
    counted = Reason(record="g", sentence=Sentence("1 (Mått)", "1 (Mått)"), above_parts=Sentence("", ""))
    unit = Reason(record="g", sentence=Sentence("A: {what}", "A: {what}"), words=(("what", FILLED),))
    above = evolve(WHOLE, reasons=[counted, unit], parts=[PART])
    assert above.explain("en", width=120) == evolve(WHOLE, parts=[PART]).explain("en", width=120)
    assert evolve(above, parts=[]).explain("en", width=120) == (
        "Mål [g]: cannot be assessed\n├─ 1 (Mått)\n└─ A: 1,234.5 2024-01-02 not met worse at least 7"
    )


def test_it_is_explained_as_a_tree() -> None:
    """What has been told once is then only named."""
    assert WHOLE.explain("en", width=120) == (
        "Mål [g]: cannot be assessed\n"
        "├─ Mått [i]: not met\n"
        "│  ├─ 1,234.5 2024-01-02 not met worse at least 7\n"
        "│  └─ Utfall 2024: 5 [o]\n"
        "└─ Mått [i]: not met"
    )
    assert PART.text("en").splitlines() == ["Mått [i]: not met", "- 1,234.5 2024-01-02 not met worse at least 7"]


def test_it_is_rows_too() -> None:
    """One for each record, from the top."""
    rows = WHOLE.to_records()
    assert [row["about"] for row in rows] == ["g", "i", "o"]
    assert (rows[0]["due"], rows[0]["development"], rows[0]["low"]) == ("2026-12-31", "bättre", "inte uppfyllt")
    assert (rows[1]["due"], rows[1]["development"], rows[1]["low"]) == (None, None, None)
    assert {row["evaluator"] for row in rows} == {"attainment 1"}


def test_parts_are_counted_by_kind() -> None:
    """Every status is there."""
    assert WHOLE.summary("indikator")[Status.NOT_MET] == 1
    assert list(WHOLE.summary()) == list(Status)


def test_it_has_no_truth_value() -> None:
    """It names what to read instead."""
    with pytest.raises(NoTruthValue, match="status"):
        bool(WHOLE)


def test_coverage_is_a_share() -> None:
    """Of nothing there is none."""
    assert Known(known=1, of=4).share_percent == 25
    assert Known().share_percent is None


def test_a_verdict_is_short_where_it_is_not_laid_out() -> None:
    """What it is about, how it falls out, and how much there is to read."""
    assert repr(PART) == "<Verdict 'i' inte uppfyllt: 1 reasons, 1 parts>"
