"""The schema of files is printed."""

from __future__ import annotations

import json

import regionstyrning as rs
from tests.cli.running import shown


def test_the_schema_is_the_librarys() -> None:
    """What an editor reads is what the library gives."""
    assert json.loads(shown("schema")) == rs.json_schema()
