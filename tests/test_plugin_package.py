"""The example package of plugins is built, installed, and found by the library."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import process
from tests.installed import install

if TYPE_CHECKING:
    from collections.abc import Iterable
    from subprocess import CompletedProcess

EXAMPLE = Path(__file__).parent.parent / "examples" / "plugin"

BROKEN = """
[regionstyrning.evaluators]
redovisat-mer = finns_inte:X
[regionstyrning.exporters]
mermaid = norrsund.outline:outline
[regionstyrning.models]
halvfardig = finns_inte:X
tom = halvt:TOM
tal = halvt:TAL
[regionstyrning.rules]
bas = norrsund.rules:RULES
tal = halvt:TAL
utan = halvt:UTAN
egna = halvt:EGNA
"""
"""What another package brings, none of it right but a model that does not load."""

HALF = """
from pathlib import Path
from regionstyrning.rules.engine import RULES
TOM = Path(__file__).parent / "tom"
TAL = 7
UTAN = ()
EGNA = RULES[:1]
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the example is installed in, built from a copy of what is there."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(EXAMPLE, folder / "source")
    installed = ("pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--no-compile")
    done = process(
        "-m", *installed, "--disable-pip-version-check", "--target", folder / "site", folder / "source", folder=folder
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return folder / "site"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with a package that is not as it should be."""
    install(tmp_path, "trasigt-paket", BROKEN, {"halvt": HALF})
    (tmp_path / "tom").mkdir()
    return tmp_path


def _run(sites: Iterable[Path], *arguments: str) -> CompletedProcess[bytes]:
    """Run the interpreter with packages beside those it has."""
    path = os.pathsep.join([*map(str, sites), *filter(None, sys.path)])
    return process(*arguments, environment={"PYTHONPATH": path})


def _shown(sites: Iterable[Path], *arguments: str, status: int = 0, said: str = "") -> str:
    done = _run(sites, "-m", "regionstyrning", *arguments)
    assert (done.returncode, done.stderr.decode()) == (status, said)
    return done.stdout.decode()


def _printed(sites: Iterable[Path], code: str) -> str:
    done = _run(sites, "-c", f"import regionstyrning as rs\n{code}")
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode().rstrip()


def test_its_region_is_listed(site: Path) -> None:
    """Among those of the library."""
    rows = json.loads(_shown([site], "regions", "--format", "json"))
    assert ("norrsund", "Region Norrsund") in {(row["id"], row["title"]) for row in rows}
    assert "exempel" in {row["id"] for row in rows}


def test_its_region_is_loaded_by_its_name(site: Path) -> None:
    """From Python and by every command."""
    assert _printed([site], "print(rs.load_region('norrsund').title)") == "Region Norrsund"
    assert "Region Norrsund" in _shown([site], "show", "norrsund")


def test_its_rules_are_a_profile(site: Path) -> None:
    """Of the name of the entry point; one of them is asked by its id."""
    found = json.loads(_shown([site], "check", "norrsund", "--profile", "norrsund", "--format", "json"))
    assert found["rules"] == ["norrsund.goals-are-short"]
    shown = _shown([site], "check", "exempel", "--rule", "norrsund.goals-are-short", "--format", "json")
    assert {each["rule"] for each in json.loads(shown)["findings"]} == {"norrsund.goals-are-short"}


def test_the_librarys_own_profiles_stay_as_they_are(site: Path) -> None:
    """What is installed beside never changes what ``strang`` asks."""
    code = "print([rule.id for rule in __import__('regionstyrning.rules').rules.rules_of('strang')])"
    assert _printed([site], code) == _printed([], code)


def test_its_exporter_writes(site: Path) -> None:
    """By its name, with a setting of its own."""
    written = _shown([site], "export", "norrsund", "--as", "disposition")
    assert written.splitlines()[0] == "- Invånarna får vård i tid"
    code = "print(rs.export_as(rs.load_region('norrsund'), 'disposition', sign='*').splitlines()[0])"
    assert _printed([site], code) == "* Invånarna får vård i tid"


def test_its_evaluator_is_found(site: Path) -> None:
    """A class stands for itself with its settings as they come."""
    code = (
        "from datetime import date\n"
        "from regionstyrning.evaluators.ways.named import evaluator_named\n"
        "judge = evaluator_named('redovisat')\n"
        "verdict = judge(rs.load_region('norrsund'), as_of=date(2026, 3, 1), year=2025)\n"
        "print(verdict.evaluator, verdict.status.name, *verdict.settings[0])"
    )
    assert _printed([site], code) == "redovisat 1 MET least_percent 100"


def test_its_evaluator_judges_on_the_command_line(site: Path) -> None:
    """With the settings given."""
    asked = ("evaluate", "norrsund", "--as-of", "2026-03-01", "--evaluator", "redovisat", "--set", "least_percent=50")
    assert "bedömt med redovisat 1 (least_percent 50)" in _shown([site], *asked)


def test_a_package_that_fails_is_told_and_the_rest_goes_on(site: Path, broken: Path) -> None:
    """By the name of its package, on standard error."""
    said = (
        "warning: The package trasigt-paket: mermaid of regionstyrning.exporters is a name that the library itself has."
    )
    written = _shown([broken, site], "export", "norrsund", "--as", "disposition", said=f"{said}\n")
    assert written.splitlines()[0] == "- Invånarna får vård i tid"


def test_rules_that_are_none_are_told(broken: Path) -> None:
    """So are those that take the name or the id of one of the library's."""
    done = _run([broken], "-m", "regionstyrning", "check", "exempel")
    wrong = "of regionstyrning.rules is not a rule, or several, with ids of their own."
    assert done.stderr.decode().splitlines() == [
        "warning: The package trasigt-paket: bas of regionstyrning.rules is a name that the library itself has.",
        f"warning: The package trasigt-paket: egna {wrong}",
        f"warning: The package trasigt-paket: tal {wrong}",
        f"warning: The package trasigt-paket: utan {wrong}",
    ]
    assert done.returncode == 0


def test_models_that_do_not_load_are_left_out(site: Path, broken: Path) -> None:
    """And told."""
    done = _run([broken, site], "-m", "regionstyrning", "regions")
    assert [line.split(" ")[0] for line in done.stdout.decode().splitlines() if "norrsund" in line] == ["norrsund"]
    assert done.returncode == 0
    first, second, *third = done.stderr.decode().splitlines()
    assert first.startswith("warning: The package trasigt-paket: halvfardig of regionstyrning.models cannot be loaded")
    assert second.endswith("tal of regionstyrning.models is not the path of a folder or file.")
    assert third == [
        "warning: tom does not load",
        "region.toml: the folder lacks region.toml, which says what region it describes",
    ]


def test_a_model_that_cannot_be_used_is_refused(broken: Path) -> None:
    """With the reason, where it is asked for."""
    done = _run([broken], "-m", "regionstyrning", "show", "halvfardig")
    assert done.returncode == 2
    assert "the region 'halvfardig' cannot be used. The package trasigt-paket" in done.stderr.decode()
