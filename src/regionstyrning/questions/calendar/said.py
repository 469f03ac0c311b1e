"""What is said of one dated step, in short clauses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.questions.calendar.days_said import count_words, day_words, days_words
from regionstyrning.questions.calendar.each import NEVER_SHOWN
from regionstyrning.questions.calendar.steps import OPEN, DatedStep, Done, State, StepKind
from regionstyrning.questions.threads import title_of
from regionstyrning.text.months import month_name, months_words
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

STATES = {
    State.IN_TIME: Sentence("i tid", "in time"),
    State.DONE: Sentence("gjort", "done"),
    State.PART: Sentence("en del avgjord i förväg", "one part settled ahead"),
    State.UNCERTAIN: Sentence("oklart om det var i tid", "not certain whether in time"),
    State.RETURNED: Sentence("återremitterat, inte avslutat", "returned for rework, not closed"),
    State.OUTGOING: Sentence("antaget av det avgående fullmäktige", "adopted by the outgoing fullmäktige"),
    State.SOME: Sentence("gjort av några", "done by some"),
    State.LATE: Sentence("efter egen sista dag", "after its own last day"),
    State.UNLAWFULLY_LATE: Sentence("efter lagens sista dag", "after the law's last day"),
    State.TOO_EARLY: Sentence("innan årsredovisningen var godkänd", "before the annual report was approved"),
    State.MOOT: Sentence("behövs inte", "not needed"),
    State.NOT_SHOWN: Sentence("inget läst beslut visar att det gjordes", "no decision that was read shows it was done"),
    State.AHEAD: Sentence("återstår", "ahead"),
}
"""How far a step has come, in words."""

_CANNOT_BE_SEEN = Sentence(
    "steget nämner inget slags dokument; besluten visar inte om det gjordes",
    "the step names no kind of document; decisions do not show whether it was done",
)
_AT_LEAST = Sentence("minst {days}", "at least {days}")
_AT_MOST = Sentence("högst {days}", "at most {days}")
_BEFORE_LAW = Sentence("{days} före lagens sista dag ({law})", "{days} before the law's last day ({law})")
_ON_LAW = Sentence("lagens sista dag ({law})", "the law's last day ({law})")
_AFTER_LAW = Sentence("{days} EFTER lagens sista dag ({law})", "{days} AFTER the law's last day ({law})")
_OWN_BEFORE = Sentence("regionens egen dag {days} före", "the region's own day {days} before")
_OWN_SAME = Sentence("regionens egen dag är densamma", "the region's own day is the same")
_OWN_AFTER = Sentence("regionens egen dag {days} EFTER", "the region's own day {days} AFTER")
_NOT_MOVED = Sentence("{why}; flyttas inte (nästa vardag {day})", "{why}; not moved (the next working day is {day})")
_MOVED = Sentence("flyttad från {day} ({why})", "moved from {day} ({why})")
_FROM = Sentence("från {month}", "from {month}")
_AT_MEETING = Sentence(
    "hänger på ett sammanträde i {who}, vars dag inte är känd", "hangs on a meeting of {who}, whose day is not known"
)
_MEETING = Sentence("sammanträde {days}", "meeting {days}")
_NO_FIRST_YEAR = Sentence(
    "med {count} års mellanrum; från vilket år sägs inte", "{count} years apart; from which year is not said"
)
_NEXT_MEETING = Sentence("vid nästa sammanträde, vars dag inte är känd", "at the next meeting, whose day is not known")
_FOR = Sentence("för {part}", "for {part}")
_IN_MONTH = Sentence("under månaden", "in the month")
_DONE = Sentence("{state}{day}{late}{part}", "{state}{day}{late}{part}")
_AS_WRITTEN = Sentence(" ({day})", " ({day})")
_ON_DAY = Sentence(" {day}", " {day}")
_DAYS_EARLY = Sentence(" ({days} före)", " ({days} before)")
_DAYS_LATE = Sentence(" ({days} efter)", " ({days} after)")
_PART = Sentence(": {part}", ": {part}")
_REFUSED = Sentence("ansvarsfrihet vägrad{who}{day}", "discharge refused{who}{day}")
_FOR_WHOM = Sentence(" för {who}", " for {who}")
_AT_THE_LATEST = Sentence(
    "{state}: senast {day}, enligt fullmäktiges beslut", "{state}: by {day}, by the decision of fullmäktige"
)
_ALL_AHEAD = Sentence("visas för {done} av {all}, återstår för {who}", "shown for {done} of {all}, ahead for {who}")
_ALL_NOT = Sentence("visas för {done} av {all}, inte för {who}", "shown for {done} of {all}, not for {who}")
_ALL_OVERDUE = Sentence(
    "visas för {done} av {all}, inte för {who} fast sista dagen är förbi",
    "shown for {done} of {all}, not for {who} though the last day is past",
)
_OVERDUE = Sentence("försenat sedan {day}", "overdue since {day}")
_EARLY = Sentence(
    "beslutat {day}, innan årsredovisningen var godkänd", "decided {day}, before the annual report was approved"
)
_TIMED = Sentence("gjort {day}, {days}", "done {day}, {days}")
_AFTER_OWN = Sentence("{days} efter egen sista dag", "{days} after its own last day")
_AFTER_LAWFUL = Sentence("{days} efter lagens sista dag", "{days} after the law's last day")
_BOTH = Sentence("{lawful} och {own}", "{lawful} and {own}")
_MOOT = Sentence("behövs inte ({done})", "not needed ({done})")
_SEVERAL = Sentence("{state}: {count} beslut{days}", "{state}: {count} decisions{days}")
_UNKNOWN_DAY = Sentence(", okänd dag", ", day not known")

_WEEKDAYS = {"lördag": "Saturday", "söndag": "Sunday"}

_MOST_NAMED = 2
_SEEN = frozenset(
    {
        State.LATE,
        State.UNLAWFULLY_LATE,
        State.TOO_EARLY,
        State.RETURNED,
        State.OUTGOING,
        State.UNCERTAIN,
    }
)
"""States in which there is something to look at."""

_UNTOLD = frozenset(
    {
        StepKind.TERM,
        StepKind.DECIDED,
        StepKind.DELEGATION,
        StepKind.EXPIRES,
        StepKind.MEASURE,
        StepKind.MEETING,
    }
)
"""Of which it is said in the title how far they have come, or known of none."""


def who_words(model: SteeringModel, step: DatedStep) -> str:
    """Who does a step: by name if they are few, else by kind."""
    if 0 < len(step.organs) <= _MOST_NAMED:
        return listed(title_of(model, id) for id in step.organs)
    return listed(step.who)


def said_of(model: SteeringModel, step: DatedStep, lang: Language) -> list[str]:
    """What is said of a step under its title, in clauses, and then what follows."""
    clauses = [overdue_words(step, lang)] if step.overdue else []
    clauses += [] if step.kind is StepKind.MEETING else [who_words(model, step)]  # whose title says who meets
    clauses += [*_when(step, lang), *_sitting(step, lang), *_beside(step, lang)]
    clauses += [*_off(step, lang), *_came(model, step, lang)]
    said = " · ".join(filter(None, clauses))
    follows = [] if step.because is None else [step.because.say(lang, **dict(step.because_words))]
    return [line for line in (said, *follows) if line]


def is_to_be_seen(step: DatedStep) -> bool:
    """Whether there is something in a step that someone should look at."""
    some = step.state is State.SOME and any(each.state in _SEEN for each in step.done)
    told = step.overdue or some or any(each.refused for each in step.done)
    return told or step.state in _SEEN or (step.slack_days is not None and step.slack_days < 0)


def _when(step: DatedStep, lang: Language) -> Iterator[str]:
    if step.kind is StepKind.DELEGATION and step.on is None:
        yield _NEXT_MEETING.say(lang)
    if step.kind is StepKind.DECIDED:
        yield step.written or ""
    if step.kind is not StepKind.OWN:
        return
    if step.on is None:
        yield step.written or ""
        if step.at_meeting_of is not None:
            yield _AT_MEETING.say(lang, who=step.at_meeting_of)
        if step.every_years is not None:
            yield _NO_FIRST_YEAR.say(lang, count=step.every_years)
        if step.part is not None:
            yield _FOR.say(lang, part=months_words(step.part.first_month, step.part.last_month, lang))
        return
    if step.first is not None and (step.first.year, step.first.month) != (step.on.year, step.on.month):
        yield _FROM.say(lang, month=month_name(step.first.month, lang))
    elif not step.exact and not step.many:
        yield _IN_MONTH.say(lang)


def _sitting(step: DatedStep, lang: Language) -> Iterator[str]:
    """The meeting that a step hangs on or is, where its own day does not say which."""
    meeting = step.meeting
    if meeting is None:
        return
    days = days_words(meeting.on, meeting.last, lang)
    if step.begins != step.on:
        yield days
    elif not step.on == meeting.on == meeting.last:
        yield _MEETING.say(lang, days=days)
    elif step.kind is StepKind.MEETING:
        yield step.written or ""


def _beside(step: DatedStep, lang: Language) -> Iterator[str]:
    """How it stands to the law's last day, or the region's own to the law's."""
    if step.kind is not StepKind.OWN:
        yield step.law or ""
        if step.slack_days is not None:
            sentence = _OWN_BEFORE if step.slack_days > 0 else _OWN_AFTER if step.slack_days < 0 else _OWN_SAME
            yield sentence.say(lang, days=slack_words(step, step.slack_days, lang))
    elif step.slack_days is not None:
        sentence = _BEFORE_LAW if step.slack_days > 0 else _AFTER_LAW if step.slack_days < 0 else _ON_LAW
        yield sentence.say(lang, days=slack_words(step, step.slack_days, lang), law=step.law)


def slack_words(step: DatedStep, days: int, lang: Language) -> str:
    """Days between the region's own day and the law's, which are bounds where only the month is stated."""
    told = count_words(days, lang)
    return (_AT_LEAST if days > 0 else _AT_MOST).say(lang, days=told) if step.roughly else told


def _off(step: DatedStep, lang: Language) -> Iterator[str]:
    if step.day_off is not None and step.moved_from is not None:
        yield _MOVED.say(lang, day=day_words(step.moved_from, lang), why=_why(step.day_off, lang))
    elif step.day_off is not None and step.moved_to is not None:
        yield _NOT_MOVED.say(lang, why=_why(step.day_off, lang), day=day_words(step.moved_to, lang))


def _why(day_off: str, lang: Language) -> str:
    """Why a day is none to work on: weekdays in the language, holidays by their Swedish names."""
    return _WEEKDAYS.get(day_off, day_off) if lang == "en" else day_off


def _came(model: SteeringModel, step: DatedStep, lang: Language) -> Iterator[str]:
    """What was done, or that nothing shows it."""
    if step.kind in _UNTOLD or (not step.done and (step.only_if or step.duty in NEVER_SHOWN)):
        return
    if step.kind is StepKind.LAW and step.at_meeting_of is not None:  # announcements and minutes are no decisions
        return
    if not step.done:
        if not step.many and step.on is not None:
            yield (_CANNOT_BE_SEEN if _cannot_be_seen(step) else STATES[step.state]).say(lang)
        return
    if step.state is State.MOOT:
        yield _MOOT.say(lang, done=_done(step.done[0], step, lang))
        return
    if step.lacking:
        yield lacking_words(model, step, lang)
    yield from (_refused(model, each, lang) for each in step.done if each.refused)
    if len(step.done) <= _MOST_NAMED:
        yield from dict.fromkeys(_done(each, step, lang) for each in step.done)
        return
    states = dict.fromkeys(each.state for each in step.done)
    for state in states:
        found = [each for each in step.done if each.state is state]
        days = sorted({each.on for each in found if each.on is not None})
        told = "–".join(dict.fromkeys(str(day) for day in (days[:1] + days[-1:])))
        when = _ON_DAY.say(lang, day=told) if told else _UNKNOWN_DAY.say(lang)
        yield _SEVERAL.say(lang, state=STATES[state].say(lang), count=len(found), days=when)


def _refused(model: SteeringModel, done: Done, lang: Language) -> str:
    """For whom discharge was refused, and when: as it is written where that is no day."""
    who = "" if done.concerns is None else _FOR_WHOM.say(lang, who=title_of(model, done.concerns))
    day = "" if done.on is None else _ON_DAY.say(lang, day=str(done.on))
    return _REFUSED.say(lang, who=who, day=day if done.on_text is None else _AS_WRITTEN.say(lang, day=done.on_text))


def overdue_words(step: DatedStep, lang: Language) -> str:
    """Since when a step is overdue."""
    return _OVERDUE.say(lang, day=step.on)


def lacking_words(model: SteeringModel, step: DatedStep, lang: Language) -> str:
    """For how many of those that each do a step something shows it, and for whom nothing does."""
    late = step.overdue or (step.on is not None and step.on < model.as_of)
    sentence = _ALL_OVERDUE if late else _ALL_NOT if step.on is None else _ALL_AHEAD
    return sentence.say(
        lang,
        done=len(step.asked_of) - len(step.lacking),
        all=len(step.asked_of),
        who=listed((title_of(model, id) for id in step.lacking), lang),
    )


def _cannot_be_seen(step: DatedStep) -> bool:
    """Whether nothing shows a step of the cycle since it says of nothing that decisions are about."""
    return not step.can_be_shown and step.state is State.NOT_SHOWN


def _done(done: Done, step: DatedStep, lang: Language) -> str:
    """What was done, with the days from the last day; not those to the end of a month that it is done in."""
    if done.on is not None and done.state in {State.LATE, State.UNLAWFULLY_LATE}:
        return _late(done, lang)
    if done.at_latest:
        return _AT_THE_LATEST.say(lang, state=STATES[done.state].say(lang), day=done.on)
    if done.state is State.TOO_EARLY:
        return _EARLY.say(lang, day=done.on)
    late, days = "", done.days_late
    if days and done.state not in OPEN and (step.exact or days > 0):
        late = (_DAYS_LATE if days > 0 else _DAYS_EARLY).say(lang, days=count_words(days, lang))
    if done.on_text is not None:
        day = _AS_WRITTEN.say(lang, day=done.on_text)
    else:
        day = _UNKNOWN_DAY.say(lang) if done.on is None else _ON_DAY.say(lang, day=str(done.on))
    part = "" if done.part is None else _PART.say(lang, part=done.part)
    return _DONE.say(lang, state=STATES[done.state].say(lang), day=day, late=late, part=part)


def _late(done: Done, lang: Language) -> str:
    """What was done late, with the days after each last day that was not kept."""
    own = _AFTER_OWN.say(lang, days=count_words(done.days_late, lang)) if done.days_late and done.days_late > 0 else ""
    lawful = "" if done.days_unlawful is None else _AFTER_LAWFUL.say(lang, days=count_words(done.days_unlawful, lang))
    told = _BOTH.say(lang, lawful=lawful, own=own) if lawful and own else lawful or own
    return _TIMED.say(lang, day=done.on, days=told)
