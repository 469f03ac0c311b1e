"""The report of a region, whole and by its facts."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import regionstyrning as rs
from regionstyrning.errors import InvalidValue
from regionstyrning.model import SteeringModel
from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.report import report

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

CHAPTERS = [
    "I korthet",
    "Så styr regionen",
    "Mål och mått",
    "Vem som bär vad",
    "Iakttagelser",
    "Öppna punkter",
    "Bedömningar och beslut",
    "Nyckeltal och belopp",
    "Dokument i kraft",
    "Regionen och dess organ",
    "Tidigare och senare mål och mått",
    "Källor",
]
REAL = ["blekinge", "halland", "jamtland-harjedalen", "vasternorrland"]


@cache
def written(region: str) -> str:
    """The report of a packaged region."""
    return report(rs.load_region(region))


def under(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of its level or above."""
    _, _, rest = text.partition(f"\n{heading}\n")
    level = heading.partition(" ")[0]
    lines = []
    for line in rest.splitlines():
        marks = line.partition(" ")[0]
        if marks and set(marks) == {"#"} and len(marks) <= len(level):
            break
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_report_of_the_fictional_region_reads_well(lang: str, snapshot: SnapshotAssertion) -> None:
    """Renewed by ``pytest --snapshot-update`` and read as prose."""
    assert report(rs.load_region("exempel"), lang=lang) == snapshot


@pytest.mark.parametrize("region", REAL)
def test_every_report_has_its_chapters_in_order(region: str) -> None:
    """Those without content say so; none is left out."""
    heads = [line[3:] for line in written(region).splitlines() if line.startswith("## ")]
    assert heads == CHAPTERS


@pytest.mark.parametrize("region", REAL)
def test_no_id_of_a_fact_is_shown(region: str) -> None:
    """A controller reads what a fact is called, never its key."""
    shown = [word for word in ("amount/", "outcome/", "target/", "judgement/", "decision/") if word in written(region)]
    assert shown == []


@pytest.mark.parametrize(
    ("region", "heading", "said"),
    [
        (
            "vasternorrland",
            "#### Mål: Vi erbjuder attraktiva arbetsplatser för medarbetare och chefer",
            "- Röd tråd: bryter ned målområde ”Vi skapar mervärde för befolkningen genom vår verksamhet” → bidrar till",
        ),
        (
            "vasternorrland",
            "#### Mål: Vi erbjuder attraktiva arbetsplatser för medarbetare och chefer",
            "| RVN | 77 | 77 | Bibehålla/öka |",
        ),
        (
            "vasternorrland",
            "#### Mål: Vi erbjuder attraktiva arbetsplatser för medarbetare och chefer",
            "- Utfall 2021 och utfall 2022: skrivet ”RVN 77, RLF 74”",
        ),
        (
            "vasternorrland",
            "### Målområde: Vi skapar mervärde för befolkningen genom vår verksamhet",
            "Utfall 2022: 39 %. Målvärde 2024: 42 % (källa K2, 2.3.2, tabellen (tolkad, ",
        ),
        ("vasternorrland", "## Vem som bär vad", "| Regionfullmäktige | 2 | 2 | 2 | 2 | 8 |"),
        ("vasternorrland", "## Öppna punkter", "  - Läsart: -338 mnkr, härlett: utfallet -396 var 58 lägre än budget"),
        ("halland", "## Dokument i kraft", "2025-xx-xx"),
        ("halland", "## Så styr regionen", "- Målstyrning: Prioriterar utvecklingsområden genom fokusområden och mål"),
        ("blekinge", "### Perspektiv", "| Perspektiv | miljö och hållbarhet | synvinkel |"),
        (
            "blekinge",
            "## Mål och mått",
            "Inga mål är kända under perspektiven invånare och samhälle, kvalitet och process, kompetens, miljö och",
        ),
        (
            "blekinge",
            "### Mål ur planer som inte gäller den dagen",
            "- Regionplan 2023-2025 (2023–2025) – Inriktningsmål, bärs av Regionfullmäktige, styrelsen och",
        ),
        ("jamtland-harjedalen", "## Iakttagelser", "RS/782/2020"),
    ],
)
def test_a_report_holds_what_the_sources_say(region: str, heading: str, said: str) -> None:
    """Under the heading where a controller looks for it."""
    assert said in under(written(region), heading)


@pytest.mark.parametrize("region", REAL)
def test_every_amount_has_its_source_beside_it(region: str) -> None:
    """As a reference to the list of sources, in the last cell or under the statement."""
    rows = [line for line in under(written(region), "### Belopp i tidsordning").splitlines() if line.startswith("| 2")]
    bare = [line for line in rows if not re.search(r"\bK\d+, [^|]* \|$", line)]
    assert (bool(rows), bare) == (True, [])


@pytest.mark.parametrize("region", REAL)
def test_every_reference_is_in_the_list_of_sources(region: str) -> None:
    """Publications and readings both."""
    body, _, listed = written(region).partition("\n## Källor\n")
    named = {*re.findall(r"\bK\d+(?=,)", body), *re.findall(r"\bL\d+(?=\))", body)}
    known = {*re.findall(r"^\| (K\d+) ", listed, re.MULTILINE), *re.findall(r"^- (L\d+): ", listed, re.MULTILINE)}
    assert (bool(named), named - known) == (True, set())


def test_the_day_may_be_another() -> None:
    """It tells of the structure and the goals of that day."""
    text = report(rs.load_region("jamtland-harjedalen"), date(2022, 6, 1))
    assert "Styrmodell i kraft: Styrmodell för Region Jämtland Härjedalen, med fyra strategier" in text


def test_the_order_of_records_does_not_show() -> None:
    """Same model, same bytes."""
    model = rs.load_region("exempel")
    catalogues: dict[str, Any] = {name: tuple(reversed(getattr(model, name))) for name in CATALOGUES}
    turned = attrs.evolve(model, **catalogues)
    assert report(turned) == report(model)


def test_a_model_with_nothing_says_of_each_chapter_that_nothing_is_known() -> None:
    """Parts are left out, never filled in."""
    text = report(SteeringModel(id="tom", title="Region Tom", as_of=date(2026, 1, 1)))
    silent = [each for each in CHAPTERS if "Modellen säger ingenting om" not in under(text, f"## {each}")]
    assert ("Ingen styrmodell är känd för den dagen." in text, silent) == (True, ["I korthet", "Iakttagelser"])


def test_an_unknown_language_is_refused() -> None:
    """As everywhere."""
    with pytest.raises(InvalidValue):
        report(rs.load_region("exempel"), lang="de")
