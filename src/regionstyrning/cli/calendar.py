"""``regionstyrning calendar``: the dated steps of a year, as text, a wheel or a calendar file (årshjulet)."""

from __future__ import annotations

from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.options import JSON, TEXT, Refused, format_option, language_option, model_argument, on_option
from regionstyrning.cli.output import width, write, write_file, write_json
from regionstyrning.errors import InvalidValue, MissingExtra, UnknownId
from regionstyrning.export import export_as
from regionstyrning.export.exporters import exporter_named
from regionstyrning.law import STANDARD
from regionstyrning.questions.calendar import budget_work
from regionstyrning.questions.calendar import calendar as calendar_of

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.calendar import BudgetWork, Calendar
    from regionstyrning.text.sentences import Language

_FILES = {"ics": "ical", "svg": "svg-year", "md": "markdown-year"}
"""Which exporter writes which file."""

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@model_argument
@click.argument("year", type=click.IntRange(2, 9998))
@click.option("--until", type=click.IntRange(2, 9998), help="The last of several years.")
@click.option("--organ", metavar="ID", help="Only what an organ or post does.")
@click.option("--due", is_flag=True, help="Only what nothing shows was done, from the day on.")
@click.option(
    "--budget", is_flag=True, help="All work on the budget of the year, from the years before to the year after."
)
@click.option("--move-days", is_flag=True, help="Move last days from holidays to the next working day.")
@click.option("--ics", metavar="FILE", type=_FILE, help="Write a calendar file too (extra ical).")
@click.option("--svg", metavar="FILE", type=_FILE, help="Write a picture of the year as a wheel too.")
@click.option("--md", metavar="FILE", type=_FILE, help="Write a page of Markdown too.")
@on_option
@language_option
@format_option(TEXT, JSON)
def calendar(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str,
    year: int,
    until: int | None,
    organ: str | None,
    due: bool,
    budget: bool,
    move_days: bool,
    ics: Path | None,
    svg: Path | None,
    md: Path | None,
    on: date | None,
    language: Language,
    format: str,
) -> None:
    """
    Show the dated steps of a year (årshjulet).

    The region's own cycle beside the law's last days, with what decisions show was done, what has no day, and the
    line of steps that decides when the last plan can be decided.
    """
    loaded = model_at(place_of(model))
    held = loaded if on is None else evolve(loaded, as_of=on)
    policies = evolve(STANDARD, shift_authority_deadlines=move_days)
    try:
        if organ is not None and organ not in held.by_id:
            kind = "organ or post"
            raise UnknownId(kind, organ, [*(each.id for each in held.organs), *(each.id for each in held.positions)])  # noqa: TRY301 - told below
        answer = budget_work(held, year, policies=policies) if budget else None
        shown = calendar_of(held, year, until=until, policies=policies)
    except (InvalidValue, UnknownId) as error:
        raise Refused(str(error)) from None
    _write_files(
        held, {"ics": ics, "svg": svg, "md": md}, {"year": year, "until": until, "organ": organ, "lang": language}
    )
    told = shown.only(organ=organ, due=held.as_of if due else None) if answer is None else answer
    if format == JSON:
        write_json(_plain(told, language))
    else:
        write(told.text(language, width=width()))


def _write_files(held: SteeringModel, files: dict[str, Path | None], settings: dict[str, Any]) -> None:
    for name, place in files.items():
        if place is None:
            continue
        known = signature(exporter_named(_FILES[name])).parameters
        try:
            written = export_as(held, _FILES[name], **{key: each for key, each in settings.items() if key in known})
        except MissingExtra as error:
            raise Refused(str(error)) from None
        write_file(place, written.encode() if isinstance(written, str) else written)


def _plain(answer: Calendar | BudgetWork, language: Language) -> dict[str, Any]:
    return {
        "about": answer.about,
        "on": answer.on.isoformat(),
        "steps": answer.to_records(),
        "refused": [step.text(language) for step in answer.refused],
        "complete": answer.complete,
        "missing": list(answer.what_is_missing(language)),
    }
