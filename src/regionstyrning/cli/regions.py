"""``regionstyrning regions``: the packaged models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from regionstyrning.cli.catalogues import WORDS, counts
from regionstyrning.cli.models import model_at, place_of_id
from regionstyrning.cli.options import JSON, TEXT, Refused, format_option, language_option
from regionstyrning.cli.output import tell, width, write, write_json
from regionstyrning.files import regions as packaged
from regionstyrning.files.model_plugins import brought_models
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.text.sentences import Language

_COUNTED = ("documents", "goals", "indicators")
_HEADERS = (Sentence("id", "id"), Sentence("region", "region"), Sentence("läget", "as of"))


@click.command()
@language_option
@format_option(TEXT, JSON)
def regions(language: Language, format: str) -> None:
    """
    List the packaged regions, with the day each tells of.

    One that a plugin brings and that does not load is told on standard error, and left out.
    """
    tell(brought_models().findings)
    rows = [row for id in packaged() for row in _rows(id)]
    if format == JSON:
        write_json(rows)
        return
    headers = [header.say(language) for header in (*_HEADERS, *(WORDS[name] for name in _COUNTED))]
    cells = [[row["id"], row["title"], row["as_of"], *(str(row["counts"][name]) for name in _COUNTED)] for row in rows]
    write(text_table(headers, cells, width()))


def _rows(id: str) -> Iterator[dict[str, Any]]:
    """A row, or none for a model that does not load."""
    try:
        model = model_at(place_of_id(id), "en")  # as all warnings about plugins are
    except Refused as error:
        click.echo(f"warning: {error.message}", err=True)
        return
    yield {
        "id": id,
        "title": model.title,
        "as_of": model.as_of.isoformat(),
        "status": model.status.value,
        "counts": counts(model),
    }
