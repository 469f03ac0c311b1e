"""Files of older formats are read as the newest."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from regionstyrning.files import load
from regionstyrning.files.faults.unreadable import FORMAT
from regionstyrning.files.form.migrations import MIGRATIONS, from_1_to_2, migrated
from regionstyrning.files.places import place_of
from regionstyrning.files.save import json_bytes
from regionstyrning.model import ContributionKind, Validity
from regionstyrning.model.findings import Where
from tests.files.faulty import faults

KEPT = Path(__file__).parent.parent / "data" / "format-1"
WRITTEN = [KEPT, KEPT / "region.toml", KEPT / "modell.json"]


@pytest.mark.parametrize("path", WRITTEN, ids=["folder", "toml", "json"])
class TestFormat1:
    """A kept example of format 1, as folder, file and document."""

    def test_parents_and_measures_are_contributions(self, path: Path) -> None:
        """Each id in the lists became a link upwards."""
        links = {(link.lower, link.upper, link.kind) for link in load(path).contributions}
        assert links == {
            ("god-vard", "ett-gott-liv", ContributionKind.BREAKS_DOWN),
            ("vantetid", "god-vard", ContributionKind.MEASURES),
            ("vantetid", "ett-gott-liv", ContributionKind.MEASURES),
        }

    def test_a_validity_is_a_value_of_its_own(self, path: Path) -> None:
        """Organs had its days beside their other fields."""
        model = load(path)
        assert model["gamla-lanet-region"].validity is None
        assert model["halso-och-sjukvardsnamnden"].validity == Validity(first=date(2019, 1, 1), last=date(2022, 12, 31))
        assert model["vardnamnden"].validity == Validity(first=date(2023, 1, 1))

    def test_the_rest_is_as_it_was(self, path: Path) -> None:
        """Also what stands inside records, and the source at the top."""
        model = load(path)
        assert [target.condition.value for target in model.targets] == [80]
        assert {source.place for link in model.contributions for source in link.sources} == {"s. 3"}


def test_the_kept_files_hold_the_same_model() -> None:
    """One example in three forms."""
    first, *others = [json_bytes(load(path)) for path in WRITTEN]
    assert others == [first, first]


def test_what_is_saved_is_of_the_newest_format() -> None:
    """A model knows nothing of the format that it was read from."""
    assert b'"format":2,' in json_bytes(load(KEPT))


def test_a_link_that_was_a_parent_stands_where_its_goal_does() -> None:
    """What has no place of its own has that of what it stood in."""
    model = load(KEPT / "region.toml")
    looked_up = place_of(model, "contribution/god-vard/ett-gott-liv/bryter ned")
    assert looked_up is not None
    assert looked_up() == Where("region.toml", 55)


def test_every_older_format_has_a_way_to_the_newest() -> None:
    """No step is missing."""
    assert sorted(MIGRATIONS) == list(range(1, FORMAT))


def test_a_document_of_the_newest_format_is_not_changed() -> None:
    """There is nothing to do."""
    document = {"format": FORMAT, "goals": [{"parents": ["a"]}]}
    assert migrated(document, FORMAT) is document


def test_a_document_is_left_as_it_was() -> None:
    """A migration gives a new one."""
    document = {"format": 1, "goals": [{"id": "a", "parents": ["b"]}]}
    assert from_1_to_2(document)["goals"] == [{"id": "a", "contributions": [{"upper": "b", "kind": "bryter ned"}]}]
    assert document == {"format": 1, "goals": [{"id": "a", "parents": ["b"]}]}


def test_faults_of_an_older_format_are_told_as_they_are(tmp_path: Path) -> None:
    """What is not as it should be is left for the careful pass."""
    shutil.copy(KEPT / "region.toml", tmp_path)
    (tmp_path / "a.toml").write_text('goals = [1, { id = "x", parents = "y" }]\nindicators = "z"\n')
    assert faults(tmp_path) == [
        "a.toml:1: expected a table, found the number 1 @ goals[0]",
        "a.toml:1: missing key 'title', expected a text @ goals 'x'",
        "a.toml:1: missing key 'level', expected a text @ goals 'x'",
        "a.toml:1: unknown key 'parents', did you mean 'parts'? @ goals 'x'",
        "a.toml:2: indicators: expected a list, found the text 'z'",
    ]


def test_the_keys_of_format_1_are_no_longer_known(tmp_path: Path) -> None:
    """A file that says it is of format 2 is read as such."""
    text = (KEPT / "region.toml").read_text(encoding="utf-8").replace("format = 1", "format = 2")
    (tmp_path / "region.toml").write_text(text, encoding="utf-8")
    assert [line.partition(",")[0] for line in faults(tmp_path)] == [
        "region.toml:39: unknown key 'valid_from'",
        "region.toml:40: unknown key 'valid_to'",
        "region.toml:47: unknown key 'valid_from'",
        "region.toml:59: unknown key 'parents'",
        "region.toml:66: unknown key 'measures'",
    ]
