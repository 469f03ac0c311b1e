"""What can be made out of a faulty record, to look for doubles in."""

from __future__ import annotations

from regionstyrning.files.faults.sketch import sketched
from regionstyrning.model import Outcome


def test_a_field_written_as_null_is_as_if_it_were_not_given() -> None:
    """A record that JSON writes out in full has the key of one that leaves out what it lacks."""
    short = sketched(Outcome, {"indicator": "a", "year": 2025}, "json")
    full = sketched(Outcome, {"indicator": "a", "year": 2025, "part": None, "scope": None, "known_on": None}, "json")
    assert full.key == short.key


def test_a_record_is_unknown_without_what_it_is_known_by() -> None:
    """Where a part of the key is missing or of the wrong kind, nothing is compared."""
    assert sketched(Outcome, {"indicator": "a"}, "json") is None
    assert sketched(Outcome, {"indicator": "a", "year": "2025"}, "json") is None


def test_what_is_no_table_is_no_record() -> None:
    """A text among the records holds none."""
    assert sketched(Outcome, "a", "json") is None
