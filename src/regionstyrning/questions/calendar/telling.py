"""A calendar in words, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.law import law_for
from regionstyrning.questions.answers import told_below
from regionstyrning.questions.calendar.days_said import day_words, days_words, recurring_words
from regionstyrning.questions.calendar.order import remaining
from regionstyrning.questions.calendar.own import last_cycle
from regionstyrning.questions.calendar.said import is_to_be_seen, said_of, who_words
from regionstyrning.questions.calendar.steps import DatedStep, StepKind
from regionstyrning.text.escaping import one_line
from regionstyrning.text.months import month_name
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.calendar.answer import Calendar
    from regionstyrning.questions.calendar.order import Link
    from regionstyrning.questions.calendar.work import BudgetWork
    from regionstyrning.text.sentences import Language

_HEAD = Sentence("Året {years} i {region}, sett den {day}", "The year {years} in {region}, seen on {day}")
_KEY = Sentence(
    "• regionens årshjul  § lagen  + annat ur modellen  ! något att se på",
    "• the region's cycle  § the law  + the rest of the model  ! something to see",
)
_WORK = Sentence(
    "Arbetet med budgeten för {year} i {region}, sett den {day}",
    "Work on the budget for {year} in {region}, seen on {day}",
)
_MANY = Sentence("FLERA GÅNGER OM ÅRET", "SEVERAL TIMES A YEAR")
_KNOWN = Sentence("kända dagar: {days}", "days that are known: {days}")
_IN = Sentence("i {month}", "in {month}")
_FOR = Sentence("{day} (för {meeting})", "{day} (for {meeting})")
_NO_DAY = Sentence("UTAN DAG I ÅRSHJULET", "WITHOUT A DAY IN THE CYCLE")
_PATH = Sentence("KRITISK LINJE FÖR {year}", "CRITICAL LINE FOR {year}")
_LEFT_OUT = Sentence("GÖRS INTE {years}", "NOT DONE IN {years}")
_NOTHING = Sentence("Inget är daterat.", "Nothing is dated.")
_NOTHING_LEFT = Sentence("Inget daterat återstår.", "Nothing with a day remains.")
_NOTHING_MORE = Sentence("I övrigt återstår inget daterat.", "Nothing else with a day remains.")
_LATE = Sentence("FÖRSENAT, SÅVITT DE LÄSTA BESLUTEN VISAR", "OVERDUE AS FAR AS THE DECISIONS THAT WERE READ SHOW")
_IN_MONTH = Sentence("under {month} {year}", "in {month} {year}")
_NOT_HELD = Sentence(
    "Lagen för {years} hålls inte: {statute} hålls från den {day}.",
    "The law of {years} is not held: {statute} is held from {day}.",
)
_NO_CYCLE = Sentence(
    "Ingen struktur med ett årshjul gäller {years}.", "No structure with a cycle is in force in {years}."
)
_AFTER = Sentence("{day}, {days} efter steget före", "{day}, {days} after the step before")
_AT_LEAST = Sentence("{day}, minst {days} efter steget före", "{day}, at least {days} after the step before")
_AT_MOST = Sentence("{day}, högst {days} efter steget före", "{day}, at most {days} after the step before")
_BEFORE = Sentence("{day}, {days} FÖRE det som det väntar på", "{day}, {days} BEFORE what it waits for")

_MARKS = {StepKind.OWN: "•", StepKind.LAW: "§", StepKind.TERM: "§"}


def whole(calendar: Calendar, lang: Language, width: int) -> str:
    """The text of a calendar."""
    first, last = calendar.first_year, calendar.last_year
    years = str(first) if first == last else f"{first}–{last}"
    lines = folded(_HEAD.say(lang, years=years, region=one_line(calendar.model.title), day=calendar.on), width)
    lines += folded(_KEY.say(lang), width)
    late = () if calendar.choice.due is None else calendar.overdue
    shown = [step for step in calendar.steps if step not in late]
    lines += _overdue(calendar.model, late, lang, width)
    if not shown:
        remains = _NOTHING_MORE if late else _NOTHING_LEFT
        lines += ["", (_NOTHING if calendar.choice.due is None else remains).say(lang)]
    dated = [step for step in shown if step.on is not None and not step.many and not _is_said(step, shown)]
    lines += _months(calendar.model, dated, lang, width, years=first != last)
    lines += _year_by_year(calendar, shown, lang, width)
    if calendar.refused:
        lines += [
            "",
            _LEFT_OUT.say(lang, years=years),
            *_bullets((step.text(lang) for step in calendar.refused), width),
        ]
    for year in calendar.plans:
        lines += _path(_told_path(calendar, year), year, lang, width)
    return "\n".join([*lines, *told_below(calendar.what_is_missing(lang), width)])


def _year_by_year(calendar: Calendar, shown: list[DatedStep], lang: Language, width: int) -> Iterator[str]:
    """What recurs within the year, then what has no day; of several years each by itself, with the year."""
    many = [step for step in shown if step.many and step.on is not None]
    for tell, found in ((_many, many), (_without_day, calendar.without_day)):
        for year in range(calendar.first_year, calendar.last_year + 1):
            named = None if calendar.first_year == calendar.last_year else year
            yield from tell(calendar.model, [step for step in found if step.year == year], lang, width, year=named)


def _told_path(calendar: Calendar, year: int) -> tuple[Link, ...]:
    """The critical line for a year; of an organ only if it does a step of it, and never of chosen days alone."""
    path, organ, due = calendar.path(year), calendar.choice.organ, calendar.choice.due
    if due is not None:
        path = remaining(path, due)
    chosen = calendar.choice.first is not None or calendar.choice.last is not None
    passes = organ is None or any(organ in link.step.organs for link in path)
    return path if passes and not chosen else ()


def work(answer: BudgetWork, lang: Language, width: int) -> str:
    """The text of the work on a budget."""
    region = one_line(answer.model.title)
    lines = folded(_WORK.say(lang, year=answer.year, region=region, day=answer.on), width)
    lines += folded(_KEY.say(lang), width)
    dated = [step for step in answer.steps if step.on is not None and not _is_said(step, answer.steps)]
    lines += _months(answer.model, dated, lang, width, years=True)
    lines += _without_day(answer.model, [step for step in answer.steps if step.on is None], lang, width, year=None)
    lines += _path(answer.path, answer.year, lang, width)
    return "\n".join([*lines, *told_below(answer.what_is_missing(lang), width)])


def missing(model: SteeringModel, policies: Policies, years: tuple[int, int], lang: Language = "sv") -> Iterator[str]:
    """That the law of a year is not held, and that no structure has a cycle."""
    law = law_for(model, policies)
    span = range(years[0], years[1] + 1)
    statutes = {year: law.not_held(date(year, 1, 1)) for year in span}
    for statute, found in groupby(span, key=lambda year: statutes[year]):
        if statute is not None:
            name = statute.abbreviation or statute.title
            yield _NOT_HELD.say(lang, years=_span(found), statute=name, day=statute.held_from)
    without = [year for year in span if last_cycle(model, year) is None]
    if without:
        yield _NO_CYCLE.say(lang, years=_span(without))


def _months(
    model: SteeringModel, steps: Iterable[DatedStep], lang: Language, width: int, *, years: bool
) -> Iterator[str]:
    told: set[tuple[object, ...]] = set()
    for (year, month), found in groupby(steps, key=_month_of):
        name = month_name(month, lang).upper()
        yield from ("", f"{name} {year}" if years else name)
        for step in found:
            follows = step.because, step.because_words, step.about
            yield from _step(model, evolve(step, because=None) if follows in told else step, lang, width)
            told.add(follows)


def _overdue(model: SteeringModel, steps: Iterable[DatedStep], lang: Language, width: int) -> Iterator[str]:
    """What is overdue, each with the day since when, before what remains."""
    found = list(steps)
    if found:
        yield from ("", _LATE.say(lang))
    for step in found:
        yield from folded(one_line(step.text(lang)), width, f"!   {_mark(step)} ", " " * 6)
        for line in said_of(model, evolve(step, because=None), lang):
            yield from folded(one_line(line), width, " " * 8, " " * 8)


def _is_said(step: DatedStep, steps: Iterable[DatedStep]) -> bool:
    """Whether a step of the law is said already with one of the region's own on the same day."""
    if step.kind is not StepKind.LAW or step.slack_days != 0:
        return False
    own = (each for each in steps if each.kind is StepKind.OWN and each.duty is step.duty)
    return any(each.on == step.on and each.about == step.about for each in own)


def _month_of(step: DatedStep) -> tuple[int, int]:
    return (step.year, 12) if step.on is None else (step.on.year, step.on.month)


def _step(model: SteeringModel, step: DatedStep, lang: Language, width: int) -> Iterator[str]:
    """The day and title of a step, and under it what is said of it."""
    day = f"{step.on.day:>2}" if step.on is not None and step.exact else " –" if step.on is not None else "  "
    yield from folded(
        one_line(step.text(lang)), width, f"{'!' if is_to_be_seen(step) else ' '}{day} {_mark(step)} ", " " * 6
    )
    for line in said_of(model, step, lang):
        yield from folded(one_line(line), width, " " * 8, " " * 8)


def _mark(step: DatedStep) -> str:
    return _MARKS.get(step.kind, "+")


def _many(
    model: SteeringModel, steps: list[DatedStep], lang: Language, width: int, *, year: int | None
) -> Iterator[str]:
    """What recurs within the year, each in one line with how often, under the year where it is named."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[DatedStep]] = {}
    for step in steps:
        organs = () if step.kind is StepKind.OWN else step.organs
        groups.setdefault((step.kind.value, step.record, organs), []).append(step)
    if groups:
        yield from ("", _headed(_MANY, lang, year))
    for found in groups.values():
        law = found[0].law if found[0].kind is StepKind.LAW else None
        told = " · ".join(filter(None, (who_words(model, found[0]), law, *_times(found, lang))))
        yield from folded(one_line(found[0].text(lang)), width, f"    {_mark(found[0])} ", " " * 6)
        yield from folded(one_line(told), width, " " * 8, " " * 8)


def _times(found: list[DatedStep], lang: Language) -> Iterator[str]:
    """On which days, which are those of meetings or recur by the month."""
    if found[0].at_meeting_of is not None:
        yield found[0].written or ""
        yield _KNOWN.say(lang, days=listed((_known(step, lang) for step in found), lang))
    else:
        days = sorted(step.on for step in found if step.on is not None)
        yield recurring_words(days, lang, exact=all(step.exact for step in found))


def _known(step: DatedStep, lang: Language) -> str:
    """The day of a step that hangs on a meeting, with the meeting's where that has several or is on another day."""
    day, meeting = step.on or date.max, step.meeting
    if meeting is None:  # only the month is known
        return _IN.say(lang, month=month_name(day.month, lang))
    days = days_words(meeting.on, meeting.last, lang)
    return days if day == meeting.last else _FOR.say(lang, day=day_words(day, lang), meeting=days)


def _without_day(
    model: SteeringModel, steps: list[DatedStep], lang: Language, width: int, *, year: int | None
) -> Iterator[str]:
    if steps:
        yield from ("", _headed(_NO_DAY, lang, year))
    for step in steps:
        yield from _step(model, step, lang, width)


def _headed(sentence: Sentence, lang: Language, year: int | None) -> str:
    return sentence.say(lang) if year is None else f"{sentence.say(lang)} {year}"


def _path(path: tuple[Link, ...], year: int, lang: Language, width: int) -> Iterator[str]:
    if path:
        yield from ("", _PATH.say(lang, year=year))
    for place, (title, day) in enumerate(path_words(path, lang), 1):
        yield from folded(one_line(title), width, f"{place:>3} ", " " * 4)
        yield from folded(day, width, " " * 8, " " * 8)


def path_words(path: tuple[Link, ...], lang: Language) -> Iterator[tuple[str, str]]:
    """
    The title of each step of a critical line, and its day with the days from the step before.

    Where one of the two is stated by its month alone the days are a bound; where both are, nothing is said of them
    but that the cycle contradicts its order.
    """
    before: DatedStep | None = None
    for link in path:
        day = _day_of(link.step, lang)
        if link.days is not None and before is not None:
            one, many = ("dag", "dagar") if lang == "sv" else ("day", "days")
            days = f"{abs(link.days)} {one if abs(link.days) == 1 else many}"
            if link.days < 0:
                day = _BEFORE.say(lang, day=day, days=days)
            elif before.exact or link.step.exact:
                bound = _AFTER if before.exact and link.step.exact else _AT_MOST if before.exact else _AT_LEAST
                day = bound.say(lang, day=day, days=days)
        yield link.step.text(lang), day
        before = link.step


def _day_of(step: DatedStep, lang: Language) -> str:
    """The day of a step with its year, or the month where no more is stated."""
    if step.on is not None and not step.exact:
        return _IN_MONTH.say(lang, month=month_name(step.on.month, lang), year=step.on.year)
    return "" if step.on is None else f"{day_words(step.on, lang)} {step.on.year}"


def _bullets(lines: Iterable[str], width: int) -> Iterator[str]:
    for line in lines:
        yield from folded(one_line(line), width, "  - ", "    ")


def _span(years: Iterable[int]) -> str:
    found = list(years)
    return str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}"
