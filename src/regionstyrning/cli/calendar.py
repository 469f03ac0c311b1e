"""``regionstyrning calendar``: the dated steps of a year, as text, a wheel or a calendar file (årshjulet)."""

from __future__ import annotations

from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve

from regionstyrning.cli.models import model_at, place_of
from regionstyrning.cli.options import (
    JSON,
    TEXT,
    Refused,
    format_option,
    from_option,
    language_option,
    model_argument,
    on_option,
    to_option,
)
from regionstyrning.cli.output import width, write, write_file, write_json
from regionstyrning.errors import InvalidValue, MissingExtra, UnknownId
from regionstyrning.export import export_as
from regionstyrning.export.exporters import exporter_named
from regionstyrning.law import STANDARD
from regionstyrning.model.dates import Part
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
@click.option("--due", is_flag=True, help="Only what nothing shows was done: what is overdue, and from the day on.")
@from_option
@to_option
@click.option("--month", type=click.IntRange(1, 12), help="Only one month of the year.")
@click.option(
    "--budget", is_flag=True, help="All work on the budget of the year, from the years before to the year after."
)
@click.option("--move-days", is_flag=True, help="Move last days from holidays to the next working day.")
@click.option("--ics", metavar="FILE", type=_FILE, help="Write a calendar file too (extra ical).")
@click.option("--svg", metavar="FILE", type=_FILE, help="Write a picture of the year as a wheel too, one file a year.")
@click.option("--md", metavar="FILE", type=_FILE, help="Write a page of Markdown too, one file a year.")
@on_option
@language_option
@format_option(TEXT, JSON)
def calendar(  # noqa: PLR0913, PLR0917 - click passes each by name
    model: str,
    year: int,
    until: int | None,
    organ: str | None,
    due: bool,
    first: date | None,
    last: date | None,
    month: int | None,
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
    if month is not None and (first is not None or last is not None):
        message = "give either --month or days, not both"
        raise click.UsageError(message)
    chosen_by = {"--until": until, "--organ": organ, "--due": due or None, "--from": first, "--to": last}
    parting = [name for name, value in {**chosen_by, "--month": month}.items() if value is not None]
    if budget and parting:
        message = f"--budget shows all the work on one budget: leave out {parting[0]}"
        raise click.UsageError(message)
    if month is not None:
        days = Part(first_month=month, last_month=month).days(year)
        first, last = days.first, days.last
    loaded = model_at(place_of(model), language)
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
    settings = {"year": year, "until": until, "organ": organ, "lang": language, "policies": policies}
    _write_files(held, {"ics": ics, "svg": svg, "md": md}, settings)
    chosen = shown.only(organ=organ, due=held.as_of if due else None, first=first, last=last)
    told = chosen if answer is None else answer
    if format == JSON:
        write_json(_plain(told, language))
    else:
        write(told.text(language, width=width()))


def _write_files(held: SteeringModel, files: dict[str, Path | None], settings: dict[str, Any]) -> None:
    """Each file; of several years one a year, with the year in its name, where a file holds one year only."""
    for name, place in files.items():
        if place is None:
            continue
        known = signature(exporter_named(_FILES[name])).parameters
        years = range(settings["year"], (settings["until"] or settings["year"]) + 1)
        for year in years if "until" not in known else years[:1]:
            said = {key: each for key, each in {**settings, "year": year}.items() if key in known}
            try:
                written = export_as(held, _FILES[name], **said)
            except MissingExtra as error:
                raise Refused(str(error)) from None
            several = len(years) > 1 and "until" not in known
            whole = place.with_name(f"{place.stem}-{year}{place.suffix}") if several else place
            write_file(whole, written.encode() if isinstance(written, str) else written)


def _plain(answer: Calendar | BudgetWork, language: Language) -> dict[str, Any]:
    return {
        "about": answer.about,
        "on": answer.on.isoformat(),
        "steps": answer.to_records(),
        "refused": [step.text(language) for step in answer.refused],
        "complete": answer.complete,
        "missing": list(answer.what_is_missing(language)),
    }
