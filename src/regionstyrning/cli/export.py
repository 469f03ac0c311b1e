"""``regionstyrning export``: a model in another format."""

from __future__ import annotations

from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.options import language_option, model_argument, on_option
from regionstyrning.cli.output import tell, write_file
from regionstyrning.export import EXPORTERS, export_as
from regionstyrning.export.drawing import GRAPHS
from regionstyrning.export.exporters import PLUGINS, exporter_named
from regionstyrning.files.plugins import plugins

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.text.sentences import Language


_NAMES = (*EXPORTERS, *plugins(PLUGINS).found)


@click.command()
@model_argument
@click.option(
    "--as",
    "name",
    metavar="NAME",
    type=click.Choice(_NAMES),
    required=True,
    help=f"Format to write: {', '.join(_NAMES)}.",
)
@click.option("--graph", type=click.Choice(GRAPHS), help="What to draw, in a format that draws.  [default: goals]")
@on_option
@language_option
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write, in place of any that is there, at once.  [default: standard output]",
)
def export(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str, name: str, graph: str | None, on: date | None, language: Language, out: Path | None
) -> None:
    """
    Write a model in another format, for another program.

    Graphs as mermaid, dot or graphml; targets and outcomes as csv, one row a value, or as csv-excel with the
    separators and the byte order mark that Swedish Excel wants; who may decide as policies in cedar, and the
    matters they speak of as cedar-entities; a year as ical, svg-year, markdown-year or json-year.
    """
    tell(plugins(PLUGINS).findings)
    known = signature(exporter_named(name)).parameters
    if graph is not None and "graph" not in known:
        message = f"{name} draws no graph: leave out --graph"
        raise click.UsageError(message)
    settings = {"graph": graph or GRAPHS[0], "lang": language}
    loaded = model_at(place_of(model), language)
    written = export_as(loaded, name, on=on, **{key: value for key, value in settings.items() if key in known})
    # In UTF-8 whatever the terminal speaks: it is for a program.
    data = written.encode() if isinstance(written, str) else written
    if out is None:
        click.echo(data, nl=False)
    else:
        write_file(out, data)
