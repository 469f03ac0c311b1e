"""What of a year is drawn on its wheel, and what stands beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.cycle import Action
from regionstyrning.questions.calendar.days_said import day_words
from regionstyrning.questions.calendar.said import STATES, is_to_be_seen, overdue_words, slack_words, who_words
from regionstyrning.questions.calendar.steps import OPEN, DatedStep, State, StepKind
from regionstyrning.text.escaping import one_line
from regionstyrning.text.months import month_name
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.questions.calendar.answer import Calendar
    from regionstyrning.text.sentences import Language

PREPARES, DECIDES, REVISES, REPORTS, LAW, OTHER = range(6)
"""What an item is drawn as, in the order of the key."""

KEY = (
    Sentence("Bereder", "Prepares"),
    Sentence("Beslutar", "Decides"),
    Sentence("Reviderar", "Revises"),
    Sentence("Rapporterar, följer upp, behandlar", "Reports, follows up, treats"),
    Sentence("Lagens dag", "The law's day"),
    Sentence("Annat ur modellen", "From the rest of the model"),
)

_GROUPS = {Action.PREPARES: PREPARES, Action.DECIDES: DECIDES, Action.REVISES: REVISES}
_DRAWN = frozenset({StepKind.LAW, StepKind.TERM, StepKind.DEFICIT, StepKind.EXPIRES, StepKind.MEASURE})
_ALSO = Sentence("också {law}", "also {law}")
_IN = Sentence("i {month}", "in {month}")
_BEFORE = Sentence("{count} före lagens dag", "{count} before the law's day")
_AFTER = Sentence("{count} EFTER lagens dag", "{count} AFTER the law's day")
_ON = Sentence("lagens sista dag", "the law's last day")


@frozen(kw_only=True)
class Item:
    """
    One thing on the wheel (post på hjulet).

    Attributes:
        number: Its number, clockwise.
        day: Where it stands.
        first: Where its arc begins, if it has one.
        group: What it is drawn as.
        when: Its day in words.
        title: What it is.
        beside: What stands under the title.
        done: Whether something shows that it was done.
        look: Whether there is something to look at.
        overdue: Whether its last day is past, and nothing shows that it was done though decisions would.
    """

    number: int
    day: date
    first: date | None
    group: int
    when: str
    title: str
    beside: str
    done: bool
    look: bool
    overdue: bool = False


def items_of(calendar: Calendar, lang: Language) -> tuple[Item, ...]:
    """
    What is drawn of a year, clockwise.

    Own steps with a day or a month, the law's days but for its exceptions, and what the rest of the
    model asks. A law's day that is said already with an own step on the same day is left out.
    """
    drawn = list(_drawn(calendar))
    return tuple(_item(calendar, step, number, lang) for number, step in enumerate(drawn, 1))


def recurring(calendar: Calendar) -> tuple[DatedStep, ...]:
    """The own steps that recur within the year, one of each."""
    own = (step for step in calendar.steps if step.kind is StepKind.OWN and step.on is not None)
    found = {step.record: step for step in own if step.many}
    return tuple(found.values())


def _drawn(calendar: Calendar) -> Iterator[DatedStep]:
    own = {(step.duty, step.on) for step in calendar.steps if step.kind is StepKind.OWN and step.duty is not None}
    for step in calendar.steps:
        around = step.kind is StepKind.LAW and step.at_meeting_of is not None
        if step.on is None or step.many or around or step.on.year != calendar.first_year:
            continue
        said = step.kind is StepKind.LAW and (step.duty, step.on) in own
        if step.kind is StepKind.OWN or (step.kind in _DRAWN and not step.only_if and not said):
            yield step


def _item(calendar: Calendar, step: DatedStep, number: int, lang: Language) -> Item:
    day = step.on or date(step.year, 12, 31)
    group = LAW if step.kind in {StepKind.LAW, StepKind.TERM} else OTHER
    if step.kind is StepKind.OWN:
        group = _GROUPS.get(step.action or Action.REPORTS, REPORTS)
    when = day_words(day, lang) if step.exact else _IN.say(lang, month=month_name(day.month, lang))
    first = step.first if step.kind is StepKind.OWN else None
    return Item(
        number=number,
        day=day,
        first=None if first is None else max(first, date(calendar.first_year, 1, 1)),
        group=group,
        when=when,
        title=one_line(step.text(lang)),
        beside=one_line(" · ".join(filter(None, _beside(calendar, step, lang)))),
        done=bool(step.done) and step.state not in OPEN,
        look=is_to_be_seen(step),
        overdue=step.overdue,
    )


def _beside(calendar: Calendar, step: DatedStep, lang: Language) -> Iterator[str]:
    if step.overdue:
        yield overdue_words(step, lang)
    yield who_words(calendar.model, step)
    if step.kind is not StepKind.OWN:
        yield step.law or ""
    elif step.slack_days is not None:
        sentence = _BEFORE if step.slack_days > 0 else _AFTER if step.slack_days < 0 else _ON
        yield sentence.say(lang, count=slack_words(step, step.slack_days, lang))
    if step.done and step.state not in {State.AHEAD, State.NOT_SHOWN}:
        yield STATES[step.state].say(lang)
