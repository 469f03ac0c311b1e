"""A model is written in another format, to a file or to standard output."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import regionstyrning as rs
from regionstyrning.cli.program import program
from regionstyrning.export import EXPORTERS
from tests.cli.running import PLAIN, refused, run, shown


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_format_is_written_by_its_name(name: str) -> None:
    """The command writes what the library does, byte by byte."""
    written = rs.export_as(rs.load_region("exempel"), name)
    data = written.encode() if isinstance(written, str) else written
    result = run("export", "exempel", "--as", name)
    assert (result.exit_code, result.stdout_bytes) == (0, data)


def test_a_file_is_written(tmp_path: Path) -> None:
    """And nothing is said."""
    file = tmp_path / "mal.csv"
    assert shown("export", "exempel", "--as", "csv-excel", "--out", file) == ""
    assert file.read_bytes() == rs.export_as(rs.load_region("exempel"), "csv-excel")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """With the reason of the system."""
    file = tmp_path / "saknas" / "mal.dot"
    assert refused("export", "exempel", "--as", "dot", "--out", file) == (
        f"cannot write {str(file)!r}: No such file or directory\n"
    )


def test_an_old_file_is_replaced_at_once(tmp_path: Path) -> None:
    """It is another file with the same rights, and nothing is left beside it."""
    file = tmp_path / "mal.csv"
    file.write_text("gammal")
    file.chmod(0o640)
    old = file.stat().st_ino
    shown("export", "exempel", "--as", "csv", "--out", file)
    assert file.read_text(encoding="utf-8") == rs.export_as(rs.load_region("exempel"), "csv")
    assert (file.stat().st_ino != old, stat.S_IMODE(file.stat().st_mode)) == (True, 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path) -> None:
    """And the reason is told."""
    file = tmp_path / "mal.csv"
    file.write_text("gammal")
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from regionstyrning.cli.options import Refused\n"
        "from regionstyrning.cli.output import write_file\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "usual = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))\n"
        "try: write_file(Path(sys.argv[1]), bytes(2000))\n"
        "except Refused as error: print(error.message, file=sys.stderr)\n"
        "finally: resource.setrlimit(resource.RLIMIT_FSIZE, usual)"  # or what was traced could not be written either
    )
    command = [sys.executable, "-c", program, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == f"cannot write {str(file)!r}: File too large\n"
    assert (file.read_text(), list(tmp_path.iterdir())) == ("gammal", [file])


def test_a_device_is_written_into() -> None:
    """Nothing can take its place."""
    assert shown("export", "exempel", "--as", "csv", "--out", "/dev/null") == ""
    assert Path("/dev/null").is_char_device()


def test_the_graph_is_chosen() -> None:
    """Documents in place of goals."""
    assert shown("export", "exempel", "--as", "mermaid", "--graph", "documents") == rs.export_as(
        rs.load_region("exempel"), "mermaid", graph="documents"
    )


def test_a_table_draws_no_graph() -> None:
    """Who asks for one is told."""
    assert refused("export", "exempel", "--as", "csv", "--graph", "goals") == "csv draws no graph: leave out --graph\n"


def test_a_day_may_be_named() -> None:
    """As that day was."""
    lines = shown("export", "vasternorrland", "--as", "mermaid", "--on", "2024-01-01").splitlines()
    assert lines[1] == "accTitle: Mål i Region Västernorrland den 2024-01-01"


def test_english_is_said_on_request() -> None:
    """Of what is not the region's own words."""
    lines = shown("export", "exempel", "--as", "dot", "--language", "en").splitlines()
    assert lines[0] == 'digraph "Goals of Region Exempel on 2026-06-01" {'


def test_a_format_must_be_named() -> None:
    """There is no usual one."""
    assert refused("export", "exempel").startswith("Missing option '--as'.")


def test_formats_are_completed() -> None:
    """The shell asks for the rest of a name."""
    environment = {
        "_REGIONSTYRNING_COMPLETE": "bash_complete",
        "COMP_WORDS": "regionstyrning export exempel --as csv",
        "COMP_CWORD": "4",
    }
    done = CliRunner().invoke(program, [], prog_name="regionstyrning", env={**PLAIN, **environment})
    assert done.stdout == "plain,csv\nplain,csv-excel\n"
