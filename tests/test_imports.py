"""What is imported when: the core is light, and nothing is loaded before it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"cattrs", "click", "dateutil", "importlib.metadata", "msgspec", "networkx", "numpy", "rich", "tomli_w"}


def _loaded_after(code: str) -> set[str]:
    program = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8")
    return set(done.stdout.split())


def test_the_library_alone_loads_nothing_heavy() -> None:
    """Importing the library loads no other package, and none of its own rooms."""
    loaded = _loaded_after("import regionstyrning")
    assert loaded & HEAVY == set()
    assert {name for name in loaded if name.startswith("regionstyrning")} == {"regionstyrning"}


def test_records_need_no_reader_of_files() -> None:
    """Whoever makes records by hand pays for neither cattrs nor networkx, nor for a terminal."""
    assert _loaded_after("import regionstyrning.model") & (HEAVY - {"dateutil"}) == set()


def test_a_region_is_loaded_without_graphs_and_terminal() -> None:
    """Loading a region draws in neither networkx nor what the command line needs."""
    loaded = _loaded_after("import regionstyrning\nregionstyrning.load_region('exempel')")
    assert loaded & {"networkx", "numpy", "click", "rich"} == set()


@pytest.mark.parametrize("name", ["goal_chain", "loose_ends", "coverage", "check"])
def test_questions_and_rules_need_no_networkx(name: str) -> None:
    """Questions and rules search dicts; networkx comes when a graph is asked for."""
    assert "networkx" not in _loaded_after(f"import regionstyrning\nregionstyrning.{name}")


@pytest.mark.parametrize("name", ["FaultyFile", "json_schema", "load", "load_region", "regions", "save"])
def test_what_concerns_files_loads_no_records_until_it_is_called(name: str) -> None:
    """A name of the room of files is there before the records, which take longest to load."""
    loaded = _loaded_after(f"import regionstyrning\nregionstyrning.{name}")
    assert {module for module in loaded if module.startswith("regionstyrning.model")} == set()


def test_exporters_are_listed_without_networkx() -> None:
    """Completion of a format's name draws no graph, and a table of figures needs none."""
    code = "import regionstyrning as rs\nrs.export_as(rs.load_region('exempel'), 'csv')"
    assert "networkx" not in _loaded_after(code)
