"""
What the installed wheel does with the four core packages alone.

Run in an environment of its own, which holds no extra: ``make bare``.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import missed_budgets, planned

EXTRAS = ("click", "icalendar", "rich", "msgspec", "tomli_w", "numpy", "jinja2")


@pytest.mark.parametrize("package", EXTRAS)
def test_no_extra_is_installed(package: str) -> None:
    """What is told here is told of an environment without extras."""
    assert importlib.util.find_spec(package) is None


def test_the_wheel_is_what_is_run() -> None:
    """The library is read from where packages are installed, not from the working tree."""
    assert "site-packages" in Path(rs.__file__).parts


def test_the_wheel_tells_that_it_is_typed() -> None:
    """Type checkers of those who install the wheel find its annotations."""
    assert Path(rs.__file__).with_name("py.typed").is_file()


@pytest.mark.parametrize("region", ["exempel", "vasternorrland"])
def test_the_wheel_holds_the_regions(region: str) -> None:
    """The packaged regions come along, and load."""
    assert rs.load_region(region).id == region


def test_a_region_can_be_checked() -> None:
    """The fictional region has neither error nor warning under the stricter profile."""
    found = rs.check(rs.load_region("exempel"), rules="strang")
    assert [finding.rule for finding in found if finding.severity.name != "NOTE"] == []


def test_a_thread_can_be_followed() -> None:
    """The chain of a goal is answered and read."""
    model = rs.load_region("vasternorrland")
    chain = rs.goal_chain(model, "hme-totalindex")
    assert chain.about == "hme-totalindex"
    assert chain.paths != ()


def test_loose_ends_and_coverage_are_answered() -> None:
    """The other questions need no extra either."""
    model = rs.load_region("exempel")
    assert rs.loose_ends(model).on == model.as_of
    assert rs.coverage(model, on=date(2026, 3, 1)).on == date(2026, 3, 1)


def test_graphs_are_drawn() -> None:
    """Graphs need networkx, which is one of the four core packages."""
    model = rs.load_region("exempel")
    drawn = (rs.goal_graph, rs.organisation_graph, rs.document_graph, rs.delegation_graph)
    assert all(graph(model).number_of_nodes() > 0 for graph in drawn)


@pytest.mark.parametrize("name", ["csv", "csv-excel", "dot", "graphml", "mermaid"])
def test_a_model_is_exported(name: str) -> None:
    """The formats of other programs need no extra."""
    assert len(rs.export_as(rs.load_region("exempel"), name)) > 0


def test_a_model_is_saved_as_json_and_loaded(tmp_path: Path) -> None:
    """One JSON document goes out and comes in without an extra."""
    model = rs.load_region("exempel")
    rs.save(model, tmp_path / "exempel.json")
    assert rs.load(tmp_path / "exempel.json") == model


def test_saving_the_same_model_gives_the_same_bytes(tmp_path: Path) -> None:
    """A model that was loaded is saved as it was."""
    rs.save(rs.load_region("vasternorrland"), tmp_path / "one.json")
    rs.save(rs.load(tmp_path / "one.json"), tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_saving_as_toml_names_the_extra(tmp_path: Path) -> None:
    """Who saves as TOML is told what to install, and no file is left behind."""
    with pytest.raises(rs.MissingExtra) as raised:
        rs.save(rs.load_region("exempel"), tmp_path / "exempel.toml")
    assert raised.value.extra == "toml"
    assert list(tmp_path.iterdir()) == []


def test_a_faulty_file_tells_its_faults(tmp_path: Path) -> None:
    """A file that does not load says why, with file and line."""
    file = tmp_path / "region.toml"
    file.write_text('format = 2\nid = "a"\ntitel = "A"\nas_of = 2026-01-01\n', encoding="utf-8")
    with pytest.raises(rs.FaultyFile, match=r"region\.toml:3: unknown key 'titel', did you mean 'title'\?"):
        rs.load(tmp_path)


def test_cases_are_run() -> None:
    """The region to copy comes with cases, which need no extra."""
    assert rs.run_cases(Path(rs.__file__).parent / "regions" / "exempel").passed is True


def test_the_pytest_plugin_comes_along(request: pytest.FixtureRequest) -> None:
    """Its fixtures are there without a line of configuration."""
    assert request.getfixturevalue("region_exempel").id == "exempel"


def test_the_schema_comes_along() -> None:
    """The JSON Schema is shipped as data, made without msgspec."""
    assert rs.json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("command", ["python -m regionstyrning", "regionstyrning"])
def test_the_command_line_names_its_extra(command: str) -> None:
    """Who runs the command without click is told in one line what to install, and nothing else is printed."""
    program, *arguments = command.split()
    script = Path(sys.executable).with_name(program)
    done = subprocess.run(
        [script, *arguments, "regions"], check=False, capture_output=True, encoding="utf-8", timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "the command line needs the extra 'cli': pip install 'regionstyrning[cli]'\n",
    )


def test_the_years_ahead_are_reckoned() -> None:
    """One path ahead needs no extra."""
    model = rs.load_region("exempel")
    assert round(rs.project(model, planned(model), 2)[2027].lines["arets-resultat"]) == 240


def test_many_paths_ahead_tell_which_extra_to_install() -> None:
    """Many paths need numpy, and the answer says so."""
    model = rs.load_region("exempel")
    with pytest.raises(rs.MissingExtra, match=r"regionstyrning\[simulate\]"):
        rs.simulate(model, planned(model, shocks=missed_budgets(model)), 2, 10, 1)
