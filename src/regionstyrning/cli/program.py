"""The program: its commands, and how it ends."""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from typing import Any, NoReturn

import click

from regionstyrning.errors import hint
from regionstyrning.text.escaping import one_line

FAULT_OF_OURS = 3
INTERRUPTED = 130
NOBODY_READS = 141

_COMMANDS = (
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
)
"""Names of the commands, each of a module that is loaded when its command is run."""

_COMPLETION = (
    "Shell completion: put the line that fits your shell into its start-up file.\n\n\b\n"
    'bash  eval "$(_REGIONSTYRNING_COMPLETE=bash_source regionstyrning)"\n'
    'zsh   eval "$(_REGIONSTYRNING_COMPLETE=zsh_source regionstyrning)"\n'
    "fish  _REGIONSTYRNING_COMPLETE=fish_source regionstyrning | source"
)
_STATUS = (
    "Exit status: 0 clean, 1 findings of the asked severity, no firm yes or no year that can be reckoned, 2 wrong use "
    "or input that does not load, 3 a fault of the program."
)


class Program(click.Group):
    """A group of commands that loads them when they are run, and says how it ended by its status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in the order in which they are best learnt."""
        return [*_COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with a name, or None."""
        if cmd_name in _COMMANDS:
            command: click.Command = getattr(import_module(f"regionstyrning.cli.{cmd_name}"), cmd_name)
            return command
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """
        The command that the arguments ask for.

        Raises:
            UsageError: if there is none; it names the nearest.
        """
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            ctx.fail(f"no such command {name!r}{hint(name, self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command; whatever goes wrong that nobody foresaw is a fault of ours, and is said so."""
        try:
            value = super().invoke(ctx)
            sys.stdout.flush()  # here, where it is still known what to do when nobody reads
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _end_unread(ctx)
        except Exception as error:  # noqa: BLE001 - the last that may be said of it
            _own_up(ctx, error)
        return value


def _own_up(ctx: click.Context, error: Exception) -> NoReturn:
    if ctx.params.get("traceback"):
        traceback.print_exception(error)
    said = one_line(f"internal error: {type(error).__name__}: {error}")
    click.echo(f"{said}. Please report it with the command you ran; --traceback shows where it arose", err=True)
    ctx.exit(FAULT_OF_OURS)


def _end_unread(ctx: click.Context) -> NoReturn:
    # What is still buffered would fail once more when the interpreter closes the stream.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    ctx.exit(NOBODY_READS)


@click.command(
    cls=Program, epilog=f"{_STATUS}\n\n{_COMPLETION}", context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--traceback",
    is_flag=True,
    envvar="REGIONSTYRNING_TRACEBACK",
    help="Show where a fault of the program arose.  [env: REGIONSTYRNING_TRACEBACK]",
)
@click.version_option(package_name="regionstyrning", message="%(version)s")
def program(traceback: bool) -> None:
    """
    Read and check how a Swedish region steers itself (styrmodell).

    MODEL is the id of a packaged region, as `regions` lists them, or the path of a folder of TOML files or of
    one .toml or .json file. What is said of a region is Swedish, or English with --language en.
    """
