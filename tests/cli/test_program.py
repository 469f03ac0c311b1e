"""The program finds its commands, and says by its status how it ended."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner, Result

from regionstyrning.cli.program import Program, program
from tests.cli.running import PLAIN, refused, run, shown

NAMES = [
    "regions",
    "show",
    "thread",
    "decide",
    "evaluate",
    "economy",
    "project",
    "simulate",
    "calendar",
    "appeal",
    "check",
    "report",
    "export",
    "schema",
]


@click.command()
@click.option("--with", "what")
def fail(what: str) -> None:
    """Fail as nobody foresaw."""
    if what == "ctrl-c":
        raise KeyboardInterrupt
    message = f"inte {what}\nalls"
    raise ZeroDivisionError(message)


def failing(*arguments: str, **environment: str) -> Result:
    """What a program does that holds a command which fails."""
    ours = Program(commands={"fail": fail}, params=list(program.params), callback=lambda traceback: traceback)
    return CliRunner().invoke(ours, list(arguments), env={**PLAIN, **environment})


def test_commands_are_listed_in_the_order_they_are_learnt() -> None:
    """First which regions there are, last what a file may hold."""
    assert program.list_commands(click.Context(program)) == NAMES


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_tells_every_command_and_status(asked: str) -> None:
    """The first page says what there is and how it ends."""
    page = shown(asked)
    assert [word for word in (*NAMES, "Exit status", "bash", "fish") if word not in page] == []


def test_help_fits_a_terminal() -> None:
    """No line is wider than 80 columns, not even the ones to copy."""
    pages = [shown("--help"), *(shown(name, "--help") for name in NAMES)]
    assert max(len(line) for page in pages for line in page.splitlines()) <= 80


def test_a_misspelt_command_names_the_nearest() -> None:
    """Who wrote *chek* is helped."""
    assert refused("chek") == "no such command 'chek'. Did you mean 'check'?\n"


def test_an_unknown_option_before_the_command_is_wrong_use() -> None:
    """It is not taken for a command."""
    result = run("--chek")
    assert (result.exit_code, result.stdout, "No such option" in result.stderr) == (2, "", True)


def test_a_command_may_be_completed() -> None:
    """The shell asks for the rest of a name."""
    environment = {"_REGIONSTYRNING_COMPLETE": "bash_complete", "COMP_WORDS": "regionstyrning ch", "COMP_CWORD": "1"}
    assert CliRunner().invoke(program, [], prog_name="regionstyrning", env=environment).stdout == "plain,check\n"


def test_a_fault_of_ours_ends_with_three() -> None:
    """One line on standard error asks to report it, whatever the message holds."""
    result = failing("fail", "--with", "\x1b[31m")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "internal error: ZeroDivisionError: inte �[31m alls. "
        "Please report it with the command you ran; --traceback shows where it arose\n"
    )


def test_a_fault_of_ours_shows_where_on_request() -> None:
    """With the option the traceback comes before the line."""
    result = failing("--traceback", "fail")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (3, "Traceback (most recent call last):")


def test_a_fault_of_ours_shows_where_by_the_environment() -> None:
    """For who cannot change the command."""
    result = failing("fail", REGIONSTYRNING_TRACEBACK="1")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (3, "Traceback (most recent call last):")


def test_an_interrupt_ends_as_shells_expect() -> None:
    """Not with 1, which means findings."""
    result = failing("fail", "--with", "ctrl-c")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


def test_a_reader_that_leaves_is_no_fault() -> None:
    """Where the output is cut short, as by ``head``, nothing is said of it and the status tells."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "regionstyrning", "show", "exempel"]
    done = subprocess.run(command, check=False, stdout=writing, stderr=subprocess.PIPE, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
