"""``regionstyrning thread``: how something hangs together (röda tråden)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.options import JSON, TEXT, Refused, format_option, language_option, model_argument, on_option
from regionstyrning.cli.output import width, write, write_json
from regionstyrning.errors import UnknownId
from regionstyrning.questions import goal_chain

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.questions import GoalChain
    from regionstyrning.text.sentences import Language


@click.command()
@model_argument
@click.argument("id")
@on_option
@language_option
@format_option(TEXT, JSON)
def thread(model: str, id: str, on: date | None, language: Language, format: str) -> None:
    """
    Follow the thread of a goal or indicator (röda tråden).

    Or of a perspective: up to what it serves and down to what serves it, with owner, document and source of
    each, and where a link is missing that the region's own structure requires.
    """
    loaded = model_at(place_of(model), language)
    try:
        chain = goal_chain(loaded, id, on=on)
    except UnknownId as error:
        raise Refused(_told(error, id in loaded)) from None
    if format == JSON:
        write_json(_plain(chain, language))
    else:
        write(chain.text(language, width=width()))


def _told(error: UnknownId, known: bool) -> str:
    more = ". The model has a record with that id: `show` shows it, and --on asks about another day"
    return f"{error}{more}" if known else str(error)


def _plain(chain: GoalChain, language: Language) -> dict[str, Any]:
    gaps = [{**row, "text": gap.text(language)} for gap in chain.gaps for row in gap.to_records()]
    return {
        "about": chain.about,
        "on": chain.on.isoformat(),
        "complete": chain.complete,
        "missing": list(chain.what_is_missing(language)),
        "gaps": gaps,
        "links": chain.to_records(),
    }
