"""The command line is started as a command or as a module, and says so where it cannot start."""

from __future__ import annotations

import sys
from pathlib import Path

import regionstyrning as rs
from tests.cli.running import process

STARTED = "from regionstyrning.cli import main; main()"


def test_the_module_is_the_command() -> None:
    """``python -m regionstyrning`` runs it."""
    done = process("-m", "regionstyrning", "--version")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{rs.__version__}\n", b"")


def test_the_script_is_the_command() -> None:
    """So does the script that is installed with the library."""
    done = process(Path(sys.executable).with_name("regionstyrning"), "--version")
    assert (done.returncode, done.stdout.decode()) == (0, f"{rs.__version__}\n")


def test_usage_names_the_command_however_it_was_started() -> None:
    """Not ``__main__.py``."""
    done = process("-m", "regionstyrning", "--help")
    assert done.stdout.decode().splitlines()[0] == "Usage: regionstyrning [OPTIONS] COMMAND [ARGS]..."


def test_without_click_the_extra_is_named() -> None:
    """Who has not installed the extra is told how, in one line, and no traceback."""
    done = process("-c", f"import sys; sys.modules['click'] = None; {STARTED}", "regions")
    assert (done.returncode, done.stdout, done.stderr.decode()) == (
        2,
        b"",
        "the command line needs the extra 'cli': pip install 'regionstyrning[cli]'\n",
    )


def test_the_entry_point_loads_without_click() -> None:
    """Click is loaded when the command is run, not before."""
    done = process("-c", "import sys, regionstyrning.cli; print('click' in sys.modules)")
    assert done.stdout.decode().strip() == "False"


def test_a_check_loads_neither_graphs_nor_colours() -> None:
    """A cold check of a region waits for nothing that it does not use."""
    script = (
        "import sys\nfrom regionstyrning.cli import main\nsys.argv = ['regionstyrning', 'check', 'vasternorrland']\n"
        "try:\n    main()\nexcept SystemExit:\n    print({'networkx', 'rich', 'cattrs'} & set(sys.modules))"
    )
    assert process("-c", script).stdout.decode().splitlines()[-1] == "set()"
