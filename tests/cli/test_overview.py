"""The whole of what is said of a region holds together."""

from __future__ import annotations

from datetime import date
from typing import Any

from regionstyrning.cli.overview import as_records, open_point_rows, open_points_text, overview
from regionstyrning.cli.sections import Page
from regionstyrning.model import ModelStatus, OpenPoint, OpenPointKind, SteeringModel, Structure, Validity
from tests.threaded import DAY, bare, region


def point(id: str, kind: OpenPointKind = OpenPointKind.AMBIGUOUS, **more: Any) -> OpenPoint:  # noqa: ANN401 - any field
    """Something left open."""
    return OpenPoint(id=id, kind=kind, **{"title": f"Vad {id} betyder", **more})


def head(model: SteeringModel, **how: Any) -> list[str]:  # noqa: ANN401 - how to write
    """The lines at the top."""
    return overview(model.at(DAY), Page(**how))[0]


def test_the_head_tells_region_day_structure_and_contents() -> None:
    """And that a fictional region is one."""
    assert head(region()) == [
        "Trådens region [trad] den 2026-03-01",
        "Struktur: Styrmodell [styrmodell]",
        "Regionen är påhittad.",
        "Innehåll den dagen: publikationer 1, strukturer 1, dokument 2, organ 3,",
        "befattningar 1, mål och uppdrag 4, indikatorer 1 och länkar 5.",
    ]


def test_a_real_region_is_not_said_to_be_fictional() -> None:
    """Nor is it said to be real."""
    assert head(bare(status=ModelStatus.REAL)) == [
        "Trådens region [trad] den 2026-03-01",
        "Struktur: Styrmodell [styrmodell]",
        "Innehåll den dagen: strukturer 1.",
    ]


def test_a_structure_tells_its_days() -> None:
    """As far as they are known."""
    structure = Structure(id="ny", title="Ny styrmodell", validity=Validity(first=date(2025, 1, 1)))
    assert head(bare(structures=(structure,)), lang="en")[1] == "Structure: Ny styrmodell [ny], from 2025-01-01"


def test_a_day_without_structure_says_so() -> None:
    """And what is known beside it is shown all the same."""
    lines, sections = overview(region().with_().at(DAY).without("styrmodell"), Page())
    assert lines[1] == "Ingen struktur gäller den dagen."
    assert [section.name for section in sections] == [
        "goals",
        "documents",
        "organs",
        "positions",
        "ownerships",
        "open_points",
    ]


def test_parts_stand_in_the_order_that_a_reader_asks() -> None:
    """First how it steers, then what it wants, then where it is written and by whom."""
    assert [section.name for section in overview(region().at(DAY), Page())[1]] == [
        "levels",
        "links",
        "perspectives",
        "geh",
        "document_kinds",
        "goals",
        "documents",
        "organs",
        "positions",
        "ownerships",
        "open_points",
    ]


def test_open_points_are_counted_by_kind() -> None:
    """The commonest first; where to read them is said."""
    model = bare(point("a"), point("b"), point("c", OpenPointKind.SLIP)).at(DAY)
    assert overview(model, Page())[1][-1].text == "3 i allt: tvetydig 2, skrivfel 1. Läs dem med --open-points."


def test_no_open_points_are_said_to_be_none() -> None:
    """In both places."""
    model = bare().at(DAY)
    assert (overview(model, Page())[1][-1].text, open_points_text(model, Page(lang="en"))) == ("Inga.", "None.")


def test_open_points_are_listed_by_id() -> None:
    """Each in a line, and as a row."""
    model = bare(point("b"), point("a", about="vard", field="title")).at(DAY)
    assert open_points_text(model, Page()).splitlines() == [
        "- Vad a betyder [a] – tvetydig",
        "- Vad b betyder [b] – tvetydig",
    ]
    assert open_point_rows(model)[0] == {
        "id": "a",
        "title": "Vad a betyder",
        "kind": "tvetydig",
        "about": "vard",
        "field": "title",
    }


def test_everything_is_given_to_a_program() -> None:
    """The parts by name, beside what tells the region and the day."""
    held = region().at(DAY)
    plain = as_records(held, overview(held, Page())[1])
    assert {name: plain[name] for name in ("id", "title", "on", "status", "structure")} == {
        "id": "trad",
        "title": "Trådens region",
        "on": "2026-03-01",
        "status": "fictional",
        "structure": {"id": "styrmodell", "title": "Styrmodell"},
    }
    assert (plain["counts"]["goals"], [row["id"] for row in plain["organs"]]) == (4, ["rf", "rs", "hsn"])


def test_a_day_without_structure_is_given_to_a_program() -> None:
    """As nothing, not as a structure without a name."""
    assert as_records(bare(structures=()).at(DAY), [])["structure"] is None
