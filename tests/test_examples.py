"""The examples run, and print what is kept as a reviewed snapshot."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.py"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_prints(example: Path, capsys: pytest.CaptureFixture[str], snapshot: SnapshotAssertion) -> None:
    """Whoever runs an example sees what was reviewed."""
    runpy.run_path(str(example), run_name="__main__")
    assert capsys.readouterr().out == snapshot
