"""``regionstyrning show``: how a region steers, and any of its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.options import JSON, TEXT, Refused, format_option, language_option, model_argument, on_option
from regionstyrning.cli.output import width, write, write_json
from regionstyrning.cli.overview import as_records, open_point_rows, open_points_text, overview
from regionstyrning.cli.record import record_row, record_text, shown
from regionstyrning.cli.sections import Page
from regionstyrning.errors import UnknownId
from regionstyrning.questions import coverage, loose_ends

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model import SteeringModel
    from regionstyrning.questions import Answer
    from regionstyrning.text.sentences import Language


@click.command()
@model_argument
@click.argument("id", required=False)
@click.option(
    "--coverage", "part", flag_value="coverage", help="Show who carries which goals, and what nobody carries."
)
@click.option(
    "--loose-ends", "part", flag_value="loose-ends", help="Show what hangs loose though the structure forbids it."
)
@click.option("--open-points", "part", flag_value="open-points", help="Show what the sources leave open or contradict.")
@on_option
@language_option
@format_option(TEXT, JSON)
def show(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str, id: str | None, part: str | None, on: date | None, language: Language, format: str
) -> None:
    """
    Show how a region steers, or one of its records.

    Its structure, goals, documents, organs and positions on a day. With ID, one record, or a level or another
    value of a structure, with all its fields and sources, in force that day or not.
    """
    if id is not None and part is not None:
        message = f"give either an ID or --{part}, not both"
        raise click.UsageError(message)
    loaded = model_at(place_of(model))
    page = Page(width=width(), lang=language)
    held = loaded.at(loaded.as_of if on is None else on)
    plain: Any
    if id is not None:
        text, plain = _record(loaded, held, id, page)
    elif part == "open-points":
        text, plain = open_points_text(held, page), open_point_rows(held)
    elif part is not None:
        text, plain = _answered((coverage if part == "coverage" else loose_ends)(held), page)
    else:
        head, sections = overview(held, page)
        text = "\n\n".join(["\n".join(head), *(section.titled(page) for section in sections)])
        plain = as_records(held, sections)
    if format == JSON:
        write_json(plain)
    else:
        write(text)


def _record(loaded: SteeringModel, held: SteeringModel, id: str, page: Page) -> tuple[str, dict[str, Any]]:
    try:
        found = shown(loaded, held, id)
    except UnknownId as error:
        raise Refused(str(error)) from None
    return record_text(loaded, held, found, page), record_row(found)


def _answered(answer: Answer, page: Page) -> tuple[str, dict[str, Any]]:
    plain = {
        "about": answer.about,
        "on": answer.on.isoformat(),
        "complete": answer.complete,
        "missing": list(answer.what_is_missing(page.lang)),
        "rows": answer.to_records(),
    }
    return answer.text(page.lang, width=page.width), plain
