"""``regionstyrning appeal``: from a meeting to the last day of appeal (överklagandets dagar)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from attrs import evolve

from regionstyrning.cli.options import JSON, TEXT, Refused, day_option, format_option, language_option
from regionstyrning.cli.output import plain, width, write, write_json
from regionstyrning.errors import InvalidValue
from regionstyrning.law import STANDARD, Law, packaged
from regionstyrning.law.appeal_clock import appeal_clock
from regionstyrning.law.appeals import Posted
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.text.sentences import Language


@click.command()
@day_option("--meeting", "The day of the meeting, the last of several; of a delegated decision, where it was reported.")
@day_option("--approved", "The day when the minutes were approved (justerade).")
@day_option("--announced", "The day when that, or a record of its own, was announced (anslaget).")
@day_option("--taken-down", "The first day when the announcement was no longer up.")
@click.option(
    "--delegated",
    is_flag=True,
    help="The decision was made on delegation: without --meeting and --approved it has a record of its own.",
)
@click.option("--move-days", is_flag=True, help="Move the region's last days from holidays to the next working day.")
@language_option
@format_option(TEXT, JSON)
def appeal(  # noqa: PLR0913, PLR0917 - click passes each by name
    meeting: date | None,
    approved: date | None,
    announced: date | None,
    taken_down: date | None,
    delegated: bool,
    move_days: bool,
    language: Language,
    format: str,
) -> None:
    """
    Tell when a decision gains laga kraft, from the days that are known.

    Of what is not done yet it tells the last day, and when the time for appeal then ends. It is the time of
    laglighetsprövning; where another law says how a decision is appealed, that one holds.
    """
    if meeting is None and approved is None and announced is None and not delegated:
        message = "give at least one of --meeting, --approved and --announced"
        raise Refused(message)
    if taken_down is not None and announced is None:
        message = "--taken-down needs --announced"
        raise Refused(message)
    law = Law(statutes=packaged().statutes, policies=evolve(STANDARD, shift_authority_deadlines=move_days))
    try:
        posted = () if announced is None else (Posted(first=announced, taken_down=taken_down),)
        clock = appeal_clock(law, meeting=meeting, approved=approved, announced=posted, delegated=delegated)
    except InvalidValue as error:
        raise Refused(str(error)) from None
    if format == JSON:
        (row,) = clock.to_records()
        write_json(plain({**row, "laws": [rule.id for rule in clock.time.laws], "text": clock.text(language)}))
    else:
        write("\n".join(folded(clock.text(language), width())))
