"""The year of a region as iCalendar, for the calendars of those who work there."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.errors import MissingExtra
from regionstyrning.law import STANDARD
from regionstyrning.questions.calendar import calendar as calendar_of
from regionstyrning.questions.calendar.said import said_of
from regionstyrning.questions.calendar.steps import OPEN, DatedStep
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from icalendar import Event

    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.calendar import Calendar
    from regionstyrning.text.sentences import Language

PRODUCT = "-//regionstyrning//kalender//SV"

_NAME = Sentence("Årshjul för {region}", "The steering year of {region}")
_WHOLE_MONTH = Sentence("{title} (under månaden)", "{title} (in the month)")


def ical(  # noqa: PLR0913 - each is a choice of its own
    model: SteeringModel,
    *,
    on: date | None = None,
    year: int | None = None,
    until: int | None = None,
    organ: str | None = None,
    lang: Language = "sv",
    policies: Policies = STANDARD,
) -> bytes:
    """
    The dated steps of a year, or several, as iCalendar: an event of a whole day for each.

    Args:
        model: Any model.
        on: The day that it is seen from, which is each event's stamp; the model's own if left out.
        year: The calendar year; that of the day if left out.
        until: The last of several years.
        organ: Id of an organ or post, for what it does alone; everything if left out.
        lang: Language of what is not the region's own words.
        policies: Whether last days move from holidays, and how months are counted.

    Returns:
        The same bytes for the same model. An event of the cycle or the law keeps its id from one
        export to the next, so that a calendar that subscribes moves it and makes no new one; the id
        of a report of decisions on delegation holds its day. A step without a day has no event.

    Raises:
        MissingExtra: if the extra ``ical`` is not installed.
        InvalidValue: if the calendar has no such year.
    """
    try:
        from icalendar import Calendar as Writer  # noqa: PLC0415 - behind an extra
    except ModuleNotFoundError:
        feature = "iCalendar"
        raise MissingExtra(feature, "ical") from None
    seen = model if on is None or on == model.as_of else evolve(model, as_of=on)
    first = seen.as_of.year if year is None else year
    whole = calendar_of(seen, first, until=until, policies=policies)
    shown = whole if organ is None else whole.only(organ=organ)
    written = Writer()
    name = _NAME.say(lang, region=one_line(model.title))
    for key, value in (("PRODID", PRODUCT), ("VERSION", "2.0"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")):
        written.add(key, value)
    written.add("NAME", name)
    written.add("X-WR-CALNAME", name)
    stamp = datetime.combine(shown.on, time.min, tzinfo=UTC)
    for step in shown.steps:
        if step.on is not None:
            written.add_component(_event(shown, step, (step.begins or step.on, step.on), stamp, lang))
    data: bytes = written.to_ical()
    return data


def _event(shown: Calendar, step: DatedStep, days: tuple[date, date], stamp: datetime, lang: Language) -> Event:
    from icalendar import Event  # noqa: PLC0415 - behind an extra, which was looked for

    title = one_line(step.text(lang))
    event = Event()
    event.add("UID", f"{step.id.replace(' ', '-')}@{shown.about}.regionstyrning")
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", 0)
    event.add("SUMMARY", title if step.exact else _WHOLE_MONTH.say(lang, title=title))
    first, last = days
    event.add("DTSTART", first)
    event.add("DTEND", last + timedelta(days=1))
    event.add("DESCRIPTION", "\n".join(one_line(line) for line in said_of(shown.model, step, lang)))
    event.add("CATEGORIES", [step.kind.value])
    event.add("STATUS", "TENTATIVE" if step.state in OPEN and not step.exact else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    return event
