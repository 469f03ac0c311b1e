"""Output is whole without colour, harmless, and the same bytes for a program."""

from __future__ import annotations

import json
import os
import pty
import re
import sys
from subprocess import Popen

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.cli.output import json_text
from tests.cli.running import PLAIN, process, run, shown

WRITE = "from regionstyrning.cli.output import write; write('FEL\\nmål \\x9b31m[mal-1]')"


def on_a_terminal(script: str, **environment: str) -> bytes:
    """What a script writes to a terminal of its own."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, **PLAIN, "NO_COLOR": "", "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **environment}
    with Popen([sys.executable, "-c", script], stdout=theirs, env=environment) as started:
        started.wait(60)
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as read:
        return read.read(4096).replace(b"\r\n", b"\n")


def test_a_terminal_has_colours() -> None:
    """Headings, severities and ids stand out, and nothing else is changed."""
    assert on_a_terminal(WRITE).decode() == "\x1b[1;31mFEL\x1b[0m\nmål �31m\x1b[36m[mal-1]\x1b[0m\n"


def test_colours_change_no_sign() -> None:
    """Without them a whole region reads as it does in a pipe."""
    text = run("show", "vasternorrland", "hme-totalindex").stdout
    script = (
        "import sys; from regionstyrning.cli import main\n"
        "sys.argv = ['regionstyrning', 'show', 'vasternorrland', 'hme-totalindex']; main()"
    )
    assert re.sub(r"\x1b\[[0-9;]*m", "", on_a_terminal(script).decode()) == text


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_wants_no_colour_gets_none(environment: dict[str, str]) -> None:
    """By the variable that says so, or by what the terminal can do."""
    assert on_a_terminal(WRITE, **environment).decode() == "FEL\nmål �31m[mal-1]\n"


def test_a_terminal_without_rich_has_no_colours() -> None:
    """Click alone is enough to be read."""
    assert (
        on_a_terminal(f"import sys; sys.modules['rich.console'] = None; {WRITE}").decode() == "FEL\nmål �31m[mal-1]\n"
    )


def test_a_pipe_has_no_colours() -> None:
    """Whatever the terminal could do."""
    done = process("-c", WRITE, environment={"NO_COLOR": "", "TERM": "xterm", "FORCE_COLOR": "1"})
    assert done.stdout.decode() == "FEL\nmål �31m[mal-1]\n"


def test_nothing_is_read_as_markup() -> None:
    """Brackets and colons in a title are a title's."""
    script = "from regionstyrning.cli.output import write; write('[red]mål[/red] :smile:')"
    assert on_a_terminal(script).decode() == "\x1b[36m[red]\x1b[0mmål[/red] :smile:\n"


def test_a_stream_of_few_signs_is_no_fault() -> None:
    """What it cannot hold becomes a question mark."""
    done = process("-m", "regionstyrning", "thread", "exempel", "god-halsa", environment={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, b"m?lomr?de: God h?lsa och god v?rd [god-halsa]")


def test_json_is_utf_8_whatever_the_terminal_speaks() -> None:
    """A program reads it by what JSON is."""
    command = ("-m", "regionstyrning", "regions", "--format", "json")
    done = process(*command, environment={"PYTHONIOENCODING": "latin-1"})
    assert done.stdout == process(*command).stdout
    assert "Västernorrland".encode() in done.stdout


def test_lines_fit_the_terminal() -> None:
    """Text is folded to its columns."""
    text = shown("show", "exempel", COLUMNS="60")
    assert max(map(len, text.splitlines())) == 60


def test_a_very_narrow_terminal_is_not_followed() -> None:
    """Lines of 40 columns can be read, shorter ones cannot."""
    assert max(map(len, shown("regions", COLUMNS="10").splitlines())) > 10


def test_without_a_terminal_there_are_80_columns() -> None:
    """A file or a pipe is written as wide as paper."""
    text = process("-m", "regionstyrning", "show", "vasternorrland", environment={"COLUMNS": ""}).stdout.decode()
    assert max(map(len, text.splitlines())) == 80


def test_the_same_question_has_the_same_bytes() -> None:
    """No clock and no order of sets shows."""
    command = ("-m", "regionstyrning", "show", "exempel", "--format", "json")
    first, second = (process(*command, environment={"PYTHONHASHSEED": seed}) for seed in ("1", "2"))
    assert (first.returncode, first.stdout) == (0, second.stdout)


def test_data_and_talk_are_kept_apart() -> None:
    """What a program reads is never mixed with what a person is told."""
    done = process("-m", "regionstyrning", "show", "vasternorland", "--format", "json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "Error: no packaged region has the id 'vasternorland', and there is no such file or folder. "
        "Did you mean 'vasternorrland'?\n"
    )


@pytest.mark.parametrize(
    ("sign", "written"),
    [
        ("å", "å"),
        ("−", "−"),
        ("\x9b", "\\u009b"),
        ("\x7f", "\\u007f"),
        ("\u202e", "\\u202e"),
        ("\ud800", "\\ud800"),
        ("\U000e0001", "\\udb40\\udc01"),
    ],
)
def test_json_escapes_what_steers(sign: str, written: str) -> None:
    """A sign that would steer the terminal is written by its number; letters are written as they are."""
    assert json_text(sign) == f'"{written}"\n'


@pytest.mark.full
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_json_is_read_back(value: object) -> None:
    """Whatever is escaped, the value is the same."""
    assert json.loads(json_text(value)) == value


def test_json_ends_its_last_line() -> None:
    """One document, and a line feed."""
    assert run("regions", "--format", "json").stdout.endswith("]\n")
