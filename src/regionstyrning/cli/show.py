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
from regionstyrning.questions import as_planned, coverage, loose_ends, plan_in_force
from regionstyrning.text.plain import plain_value
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model import SteeringModel
    from regionstyrning.questions import Answer
    from regionstyrning.text.sentences import Language


_NO_PLANS = Sentence("Inga planer är i kraft den {day}.", "No plans are in force on {day}.")


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
@click.option("--plans", "part", flag_value="plans", help="Show which plans are in force, for every organ or for ID.")
@click.option(
    "--as-planned", "year", type=click.IntRange(1, 9999), metavar="YEAR", help="Show a year from each successive plan."
)
@click.option("--organ", metavar="ID", help="With --as-planned: only the plans of an organ.")
@on_option
@language_option
@format_option(TEXT, JSON)
def show(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str,
    id: str | None,
    part: str | None,
    year: int | None,
    organ: str | None,
    on: date | None,
    language: Language,
    format: str,
) -> None:
    """
    Show how a region steers, or one of its records.

    Its structure, goals, documents, organs and positions on a day. With ID, one record, or a level or another
    value of a structure, with all its fields and sources, in force that day or not.
    """
    asked = part if year is None else "as-planned"
    if id is not None and asked not in {None, "plans"}:
        message = f"give either an ID or --{asked}, not both"
        raise click.UsageError(message)
    if year is not None and (on is not None or part is not None):
        message = f"--as-planned sees all plans of the model: leave out {'--on' if part is None else f'--{part}'}"
        raise click.UsageError(message)
    if organ is not None and year is None:
        message = "--organ goes with --as-planned"
        raise click.UsageError(message)
    loaded = model_at(place_of(model), language)
    page = Page(width=width(), lang=language)
    held = loaded.at(loaded.as_of if on is None else on)
    plain: Any
    if part == "plans":
        text, plain = _plans(loaded, held.as_of, id, page)
    elif id is not None:
        text, plain = _record(loaded, held, id, page)
    elif year is not None:
        text, plain = _as_planned(loaded, year, organ, page)
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


def _as_planned(loaded: SteeringModel, year: int, organ: str | None, page: Page) -> tuple[str, dict[str, Any]]:
    try:
        return _answered(as_planned(loaded, year, organ=organ), page)
    except UnknownId as error:
        raise Refused(str(error)) from None


def _plans(loaded: SteeringModel, on: date, id: str | None, page: Page) -> tuple[str, Any]:
    """The plans of one organ, or those of every organ of the day that has some, in order of id."""
    if id is not None:
        try:
            return _answered(plan_in_force(loaded, id, on=on), page)
        except UnknownId as error:
            raise Refused(str(error)) from None
    answers = [plan_in_force(loaded, organ.id, on=on) for organ in loaded.at(on).organs]
    found = [answer for answer in sorted(answers, key=lambda answer: answer.about) if answer.plans]
    told = [_answered(answer, page) for answer in found]
    text = "\n\n".join(text for text, _ in told) or _NO_PLANS.say(page.lang, day=on)
    return text, [plain for _, plain in told]


def _answered(answer: Answer, page: Page) -> tuple[str, dict[str, Any]]:
    plain = {
        "about": answer.about,
        "on": answer.on.isoformat(),
        "complete": answer.complete,
        "missing": list(answer.what_is_missing(page.lang)),
        "rows": [{key: plain_value(value) for key, value in row.items()} for row in answer.to_records()],
    }
    return answer.text(page.lang, width=page.width), plain
