"""The command line: one module a command."""

from __future__ import annotations

import sys

from regionstyrning.errors import MissingExtra


def main() -> None:
    """
    Run the command that the arguments of the process ask for, and exit.

    Without click, which the extra ``cli`` brings, it says on standard error what to install and exits with 2.
    """
    try:
        import click  # noqa: F401, PLC0415 - may not be installed
    except ModuleNotFoundError:
        print(MissingExtra("the command line", "cli"), file=sys.stderr)  # noqa: T201 - click, which would say it, is missing
        sys.exit(2)
    from regionstyrning.cli.program import program  # noqa: PLC0415 - needs click

    program.main(prog_name="regionstyrning")
