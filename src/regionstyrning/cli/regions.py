"""``regionstyrning regions``: the packaged models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from regionstyrning.cli.catalogues import WORDS, counts
from regionstyrning.cli.options import JSON, TEXT, format_option, language_option
from regionstyrning.cli.output import width, write, write_json
from regionstyrning.files import load_region
from regionstyrning.files import regions as packaged
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

_COUNTED = ("documents", "goals", "indicators")
_HEADERS = (Sentence("id", "id"), Sentence("region", "region"), Sentence("läget", "as of"))


@click.command()
@language_option
@format_option(TEXT, JSON)
def regions(language: Language, format: str) -> None:
    """List the packaged regions, with the day each tells of."""
    rows = [_row(id) for id in packaged()]
    if format == JSON:
        write_json(rows)
        return
    headers = [header.say(language) for header in (*_HEADERS, *(WORDS[name] for name in _COUNTED))]
    cells = [[row["id"], row["title"], row["as_of"], *(str(row["counts"][name]) for name in _COUNTED)] for row in rows]
    write(text_table(headers, cells, width()))


def _row(id: str) -> dict[str, Any]:
    model = load_region(id)
    return {
        "id": model.id,
        "title": model.title,
        "as_of": model.as_of.isoformat(),
        "status": model.status.value,
        "counts": counts(model),
    }
