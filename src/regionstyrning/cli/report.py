"""``regionstyrning report``: how a region steers, as one page of Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.options import Refused, language_option, model_argument, on_option
from regionstyrning.cli.output import write_file
from regionstyrning.report import report as reported
from regionstyrning.text.escaping import printable

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.text.sentences import Language


@click.command()
@model_argument
@on_option
@language_option
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of standard output; folders that are missing are made.",
)
def report(model: str, on: date | None, language: Language, out: Path | None) -> None:
    """
    Write how a region steers, as a page of Markdown.

    The region in short, how it steers, its goals with measures and threads, who carries them, findings,
    open points, judgements, decisions, amounts, documents, bodies, goals of other days and sources.
    """
    text = reported(model_at(place_of(model), language), on, language)
    if out is None:
        click.echo(text.encode(), nl=False)  # UTF-8 whatever the terminal speaks, and as long as its lines are
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"cannot write {str(out)!r}: {error.strerror}"
        raise Refused(printable(message)) from None
    write_file(out, text.encode())
