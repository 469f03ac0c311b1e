"""A file is replaced at once, and saving needs no more than it says."""

from __future__ import annotations

import stat
import subprocess
import sys
from typing import TYPE_CHECKING

from regionstyrning.files import load, load_region, save
from regionstyrning.files.packaged import regions
from tests.files.saved import goal, small

if TYPE_CHECKING:
    from pathlib import Path


def test_an_old_file_is_replaced_with_its_rights(tmp_path: Path) -> None:
    """Who may read it is its owner's choice."""
    file = tmp_path / "m.json"
    save(small(), file)
    file.chmod(0o640)
    save(goal(), file)
    assert [goal.id for goal in load(file).goals] == ["a"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    """What it leads to is replaced."""
    file, link = tmp_path / "m.json", tmp_path / "lank.json"
    link.symlink_to(file)
    save(small(), link)
    assert link.is_symlink()
    assert load(file) == small()


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of its own, which leaves no compiled module behind that a full disk would cut short."""
    command = [sys.executable, "-B", "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_a_disk_that_is_full_leaves_the_old_file(tmp_path: Path) -> None:
    """And nothing beside it."""
    file = tmp_path / "m.json"
    save(small(), file)
    program = (
        "import resource, signal, sys, regionstyrning.files as files\n"
        "model = files.load_region('exempel')\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "had = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, had[1]))\n"
        "try: files.save(model, sys.argv[1])\n"
        "except OSError as error: print(error.strerror, end='')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, had)"
    )
    assert run(program, str(file)).stdout == "File too large"
    assert load(file) == small()
    assert list(tmp_path.iterdir()) == [file]


def test_a_crash_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    """A program that is killed while it saves over and over leaves one of both, whole."""
    file = tmp_path / "m.json"
    program = (
        "import sys, regionstyrning.files as files\n"
        "models = [files.load_region(id) for id in files.regions()[:2]]\n"
        "while True:\n"
        "    for model in models:\n"
        "        files.save(model, sys.argv[1])\n"
        "        print(model.id, flush=True)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(file)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(3):
            process.stdout.readline()
        process.kill()
    assert load(file) in [load_region(id) for id in regions()[:2]]


def test_the_bytes_are_the_same_without_msgspec(tmp_path: Path) -> None:
    """The extra changes how soon, not what."""
    file = tmp_path / "m.json"
    save(load_region("exempel"), file)
    program = (
        "import sys; sys.modules['msgspec'] = None\n"
        "import regionstyrning.files as files\n"
        "model = files.load(sys.argv[1])\n"
        "files.save(model, sys.argv[2])\n"
        "print(model == files.load_region('exempel'), end='')"
    )
    assert run(program, str(file), str(tmp_path / "n.json")).stdout == "True"
    assert (tmp_path / "n.json").read_bytes() == file.read_bytes()


def test_toml_needs_its_extra(tmp_path: Path) -> None:
    """It is told which."""
    program = (
        "import sys; sys.modules['tomli_w'] = None\n"
        "import regionstyrning.files as files\n"
        "try: files.save(files.load_region('exempel'), sys.argv[1])\n"
        "except ImportError as error: print(error, end='')"
    )
    said = run(program, str(tmp_path / "m.toml")).stdout
    assert said == "saving TOML needs the extra 'toml': pip install 'regionstyrning[toml]'"
    assert list(tmp_path.iterdir()) == []
