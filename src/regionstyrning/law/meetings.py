"""The days around a meeting of fullmäktige, and by when what was raised there is to be decided."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.law.holidays import day_off
from regionstyrning.law.minutes import Deadline, approve_by, settled
from regionstyrning.model.contents import Content
from regionstyrning.model.dates import DECEMBER, years_after
from regionstyrning.model.organisation import Meeting, OrganKind
from regionstyrning.model.records import as_tuple
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.law.held import Law, LawRule
    from regionstyrning.text.sentences import Language

LAST_DAY = date(MAXYEAR, 6, 1)
"""The last meeting that there is room to count from."""

_DAY = timedelta(days=1)

_CALLED, _URGENT, _EXTRA = "kl/5-13", "kl/5-13-bradskande", "kl/5-10-tidigast"
_ANSWERED = {OrganKind.ASSEMBLY: "kl/5-35"}
_BY_A_COMMITTEE = "kl/6-34"


class MeetingMatter(Enum):
    """What a day has to do with a meeting of fullmäktige (vad dagen gäller)."""

    CALLED = "sammanträdet kungörs"
    BUDGET_PUBLIC = "budgetförslaget på webben"
    ANNUAL_REPORT_PUBLIC = "årsredovisningen på webben"
    AUDIT_PUBLIC = "revisionsberättelserna på webben"
    URGENT = "brådskande ärende tillkännages"
    FULL_TIME_ELECTED = "heltidsvalda väljs"
    COMMITTEES_CHANGED = "nämnder ändras utan beredning"
    MINUTES_APPROVED = "protokollet justeras"
    EXTRA_ELECTION = "extra val beslutas"


_PUBLIC = (
    (Content.BUDGET, MeetingMatter.BUDGET_PUBLIC, "kl/8-14"),
    (Content.ANNUAL_REPORT, MeetingMatter.ANNUAL_REPORT_PUBLIC, "kl/8-15"),
    (Content.ANNUAL_REPORT, MeetingMatter.AUDIT_PUBLIC, "kl/8-16a"),
)
"""What is on the web from the announcement of the meeting that treats it."""

_FIRST = ((MeetingMatter.FULL_TIME_ELECTED, "kl/4-2"), (MeetingMatter.COMMITTEES_CHANGED, "kl/5-30"))
"""What the newly elected may do from their first meeting on."""

_SENTENCES = {
    MeetingMatter.CALLED: Sentence(
        "Sammanträdet kungörs och ledamöterna kallas senast {day} ({law}).",
        "The meeting is announced and the members are called by {day} ({law}).",
    ),
    MeetingMatter.BUDGET_PUBLIC: Sentence(
        "Styrelsens förslag till budget finns på webben från kungörelsen, senast {day} ({law}).",
        "The styrelse's proposal of a budget is on the web from the announcement, by {day} ({law}).",
    ),
    MeetingMatter.ANNUAL_REPORT_PUBLIC: Sentence(
        "Årsredovisningen finns på webben från kungörelsen, senast {day} ({law}).",
        "The annual report is on the web from the announcement, by {day} ({law}).",
    ),
    MeetingMatter.AUDIT_PUBLIC: Sentence(
        "Revisionsberättelserna finns på webben från kungörelsen, senast {day} ({law}).",
        "The auditors' reports are on the web from the announcement, by {day} ({law}).",
    ),
    MeetingMatter.URGENT: Sentence(
        "Ett brådskande ärende tillkännages senast {day} ({law}).",
        "An urgent matter is announced by {day} ({law}).",
    ),
    MeetingMatter.FULL_TIME_ELECTED: Sentence(
        "Förtroendevalda på heltid väljs tidigast {day} ({law}).",
        "Full-time representatives are elected on {day} at the earliest ({law}).",
    ),
    MeetingMatter.COMMITTEES_CHANGED: Sentence(
        "En nämnds mandattid och storlek får ändras utan beredning, {day} och till årets slut ({law}).",
        "The term and the size of a nämnd may be changed without preparation, on {day} and to the end of the year "
        "({law}).",
    ),
    MeetingMatter.MINUTES_APPROVED: Sentence(
        "Protokollet justeras senast {day} ({law}).", "The minutes are approved by {day} ({law})."
    ),
    MeetingMatter.EXTRA_ELECTION: Sentence(
        "Extra val beslutas tidigast {day} ({law}).", "An extra election is decided on {day} at the earliest ({law})."
    ),
}
_NOT_HELD = Sentence("Lagen för {day} hålls inte.", "The law of {day} is not held.")


@frozen(kw_only=True, eq=False)
class MeetingDay:
    """
    A day that the law ties to a meeting (dag kring ett sammanträde).

    Attributes:
        matter: What it is about.
        on: The last day; for what may be done only from a day on, the first.
        rule: The provision.
    """

    matter: MeetingMatter
    on: date
    rule: LawRule


@frozen(kw_only=True, eq=False)
class MeetingDays(Readable):
    """
    The days around a meeting of fullmäktige (dagarna kring ett sammanträde).

    Attributes:
        meeting: The day of the meeting; the first, where it lasts for several.
        until: The last day, where it lasts for several.
        days: In order; none where the law of the meeting's day is not held.
    """

    _read: ClassVar[str] = "days"

    meeting: date
    until: date | None = None
    days: tuple[MeetingDay, ...] = field(converter=as_tuple)

    def on(self, matter: MeetingMatter) -> date | None:
        """The day of a matter, or None if the meeting has none."""
        return next((each.on for each in self.days if each.matter is matter), None)

    def text(self, lang: Language = "sv") -> str:
        """Each day in a sentence, with its paragraph."""
        said = (_SENTENCES[each.matter].say(lang, day=each.on, law=each.rule.cited) for each in self.days)
        return " ".join(said) or _NOT_HELD.say(lang, day=self.meeting)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a day: matter, on, law."""
        return [{"matter": each.matter.value, "on": each.on, "law": each.rule.cited} for each in self.days]


def meeting_days(
    law: Law,
    meeting: date,
    *,
    until: date | None = None,
    treats: Iterable[Content] = (),
    first_after_election: bool = False,
) -> MeetingDays:
    """
    The days around a meeting of fullmäktige.

    Args:
        law: The law to answer by.
        meeting: The day of the meeting; the first, where it lasts for several.
        until: The last day, where it lasts for several.
        treats: What it decides: with the budget or the annual report something is public before it.
        first_after_election: Whether it is the first one of the newly elected.

    Returns:
        What comes before the meeting is counted from its first day, what comes after it from its last.

    Raises:
        InvalidValue: for a meeting so near the end of the calendar that nothing can be counted from it, or one that
            ends before it begins.

    Source:
        KL 4:2, 5:10, 5:13–15, 5:30, 5:69, 8:14–16 a.
    """
    for name, day in (("meeting", meeting), ("until", until or meeting)):
        if day > LAST_DAY:
            message = f"{name} {day}, expected {LAST_DAY} at the latest"
            raise InvalidValue(name, message)
    held = Meeting(on=meeting, until=until)
    found = [*_before(law, meeting, frozenset(treats)), *_after(law, held, first=first_after_election)]
    return MeetingDays(meeting=meeting, until=until, days=sorted(found, key=lambda each: each.on))


def answered_by(law: Law, raised: date, *, by: OrganKind = OrganKind.ASSEMBLY) -> Deadline | None:
    """
    By when a motion or a medborgarförslag is to be decided, if that is possible.

    Args:
        law: The law to answer by.
        raised: The day when it was raised.
        by: Who decides it: fullmäktige, or a nämnd that has been handed a medborgarförslag.

    Returns:
        None if the law of that day is not held, or the calendar ends before.

    Source:
        KL 5:35, 6:34.
    """
    rule = law.rule(_ANSWERED.get(by, _BY_A_COMMITTEE))
    years = rule.number("år efter väckandet", raised)
    end = None if years is None else years_after(raised, int(years))
    return None if end is None or end.year == MAXYEAR else settled(law, rule, end)


def _before(law: Law, meeting: date, treats: frozenset[Content]) -> Iterator[MeetingDay]:
    """What comes before a meeting, counted from its first day."""
    called = law.rule(_CALLED)
    ahead = called.number("dagar före sammanträdet", meeting)
    if ahead is None:
        return
    announced = meeting - int(ahead) * _DAY
    yield MeetingDay(matter=MeetingMatter.CALLED, on=announced, rule=called)
    for content, matter, id in _PUBLIC:
        rule = law.rule(id)
        if content in treats and rule.in_force(meeting) and _is_of_its_year(rule, meeting.year - 1):
            yield MeetingDay(matter=matter, on=announced, rule=rule)
    yield MeetingDay(matter=MeetingMatter.URGENT, on=_working_day_before(meeting), rule=law.rule(_URGENT))


def _after(law: Law, meeting: Meeting, *, first: bool) -> Iterator[MeetingDay]:
    """What may be done from a meeting on, and what comes after it, counted from its last day."""
    approved = approve_by(law, meeting.last)
    if approved is None:
        return
    for matter, id in _FIRST if first else ():
        yield MeetingDay(matter=matter, on=meeting.on, rule=law.rule(id))
    yield MeetingDay(matter=MeetingMatter.MINUTES_APPROVED, on=approved.last_day, rule=approved.rule)
    extra = law.rule(_EXTRA)
    months = extra.number("månader efter första sammanträdet", meeting.last)
    if first and months is not None:
        yield MeetingDay(matter=MeetingMatter.EXTRA_ELECTION, on=_months_after(meeting.last, int(months)), rule=extra)


def _is_of_its_year(rule: LawRule, accounts: int) -> bool:
    """Whether it is applied to the accounts of the year before, where it says to which years it is."""
    return rule.provision.first_year is None or rule.of_year(accounts)


def _working_day_before(day: date) -> date:
    before = day - _DAY
    while day_off(before) is not None:
        before -= _DAY
    return before


def _months_after(day: date, months: int) -> date:
    """The same number of the month some months later, or that month's last day (lag 1930:173 1 §)."""
    ahead = day.month - 1 + months
    year, month = day.year + ahead // DECEMBER, ahead % DECEMBER + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
