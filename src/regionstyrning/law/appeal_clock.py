"""From approved minutes to the last day of appeal, step by step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.law.appeals import BOARD, AppealTime, Posted, appeal_time
from regionstyrning.law.held import LawRule
from regionstyrning.law.minutes import APPROVAL, Deadline, announce_by, approve_by
from regionstyrning.model.records import as_tuple
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.law.held import Law
    from regionstyrning.text.sentences import Language

LAST_DAY = date.max - timedelta(days=120)
"""The last day that there is room to count from."""

_REPORTED, _RECORDED = "kl/6-40", "kl/6-40-protokoll"

_DELEGATED = {
    _REPORTED: Sentence(
        "Ett beslut på delegation som anmäls följer protokollet från sammanträdet där det anmäldes ({law}).",
        "A decision on delegation that is reported follows the minutes of the meeting where it was ({law}).",
    ),
    _RECORDED: Sentence(
        "Ett beslut på delegation som inte anmäls protokollförs särskilt, och det protokollet tillkännages ({law}).",
        "A decision on delegation that is not reported is recorded separately, and that is announced ({law}).",
    ),
}
_APPROVE = Sentence("Protokollet justeras senast {day} ({law}).", "The minutes are approved by {day} ({law}).")
_APPROVED_LATE = Sentence(
    "Det justerades {day}, {late} för sent: lagen ger {days} dagar från sammanträdet ({law}).",
    "They were approved on {day}, {late} too late: the law gives {days} days from the meeting ({law}).",
)
_ANNOUNCE = Sentence("Justeringen tillkännages senast {day} ({law}).", "The approval is announced by {day} ({law}).")
_MAY_MOVE = Sentence(
    "{day} är {why}; får regionens egna sista dagar flyttas, blir det {moved}.",
    "{day} is {why}; if the region's own last days may be moved, it is {moved}.",
)
_MOVED = Sentence("Den dagen är flyttad från {day} ({why}).", "That day is moved from {day} ({why}).")
_LATE = Sentence(
    "Den tillkännagavs {day}, för sent; tiden räknas ändå därifrån.",
    "It was announced on {day}, too late; the time is counted from then all the same.",
)
_MISSING = Sentence("Det står inte på {boards}.", "It is not posted on {boards}.")
_LATEST = Sentence(
    "Om det tillkännages senast {start} går tiden ut senast {last}.",
    "If it is announced by {start}, the time ends by {last}.",
)
_STAYS = Sentence("Tillkännagivandet får tas ned {day}.", "The announcement may be taken down on {day}.")
_WEEKDAYS = {"lördag": "a Saturday", "söndag": "a Sunday"}
_DAY = timedelta(days=1)


@frozen(kw_only=True, eq=False)
class AppealClock(Readable):
    """
    The days from a meeting to the end of the time for appeal (överklagandets dagar).

    Attributes:
        delegated: The provision that a decision on delegation is reported or recorded by; None for any other.
        approve_by: The last day for approving the minutes; None without a meeting, or where the law is not held.
        approved_late: The day of approval, if that was after the last day for it.
        announce_by: The last day for announcing the approval; None if it is not approved, or recorded separately.
        announced_late: The first announcement, if that was after the last day for it.
        missing_boards: Those of the boards that have no announcement yet.
        time: The time for appeal; it has not started without an announcement on every board.
        latest: While nothing is announced, the time if the approval is announced on the last day for it, where
            minutes that are not approved are approved on theirs; None where that day is not known.
    """

    _read: ClassVar[str] = "time"

    delegated: LawRule | None = None
    approve_by: Deadline | None
    approved_late: date | None = None
    announce_by: Deadline | None
    announced_late: date | None = None
    missing_boards: tuple[str, ...] = field(default=(), converter=as_tuple)
    time: AppealTime
    latest: AppealTime | None = None

    @property
    def may_be_taken_down(self) -> date | None:
        """The first day when the announcement may be taken down; None while the time has no last day that holds."""
        return self.time.last_day + _DAY if self.time.last_day is not None and self.time.runs_out else None

    def text(self, lang: Language = "sv") -> str:
        """Each day in a sentence, with its paragraph."""
        return " ".join(self._told(lang))

    def _told(self, lang: Language) -> Iterator[str]:
        if self.delegated is not None:
            yield _DELEGATED[self.delegated.id].say(lang, law=self.delegated.cited)
        if self.approve_by is not None:
            yield _APPROVE.say(lang, day=self.approve_by.last_day, law=self.approve_by.rule.cited)
            yield from _moved(self.approve_by, lang)
            if self.approved_late is not None:
                yield _late_approval(self.approve_by, self.approved_late, lang)
        if self.announce_by is not None:
            yield _ANNOUNCE.say(lang, day=self.announce_by.last_day, law=self.announce_by.rule.cited)
            yield from _moved(self.announce_by, lang)
        if self.announced_late is not None:
            yield _LATE.say(lang, day=self.announced_late)
        if self.missing_boards:
            yield _MISSING.say(lang, boards=listed(self.missing_boards, lang))
        yield self.time.text(lang)
        if self.latest is not None:
            yield _LATEST.say(lang, start=self.latest.starts, last=self.latest.last_day)
        if self.may_be_taken_down is not None:
            yield _STAYS.say(lang, day=self.may_be_taken_down)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: each last day, the day that it moves to or would, the first and the last of the time for appeal."""
        approve, announce, latest = self.approve_by, self.announce_by, self.latest
        return [
            {
                "delegated": None if self.delegated is None else self.delegated.id,
                "approve_by": None if approve is None else approve.last_day,
                "approve_moved_to": None if approve is None else approve.moved_to,
                "approved_late": self.approved_late,
                "announce_by": None if announce is None else announce.last_day,
                "announce_moved_to": None if announce is None else announce.moved_to,
                "announced_late": self.announced_late,
                "missing_boards": list(self.missing_boards),
                "starts": self.time.starts,
                "last_day": self.time.last_day,
                "runs_out": self.time.runs_out,
                "latest": None if latest is None else latest.last_day,
                "may_be_taken_down": self.may_be_taken_down,
            }
        ]


def appeal_clock(  # noqa: PLR0913 - each is a day or a circumstance of its own, given by name
    law: Law,
    *,
    meeting: date | None = None,
    approved: date | None = None,
    announced: date | Iterable[Posted] | None = None,
    boards: Iterable[str] = (BOARD,),
    delegated: bool = False,
) -> AppealClock:
    """
    The days from a meeting to the end of the time for appeal.

    A decision on delegation that is reported follows the minutes that have its notification: give
    that meeting, its approval and its announcement. One that is recorded separately has no
    meeting and no approval: give the announcement of its record alone.

    Args:
        law: The law to answer by.
        meeting: The day of the meeting; the last, where it lasts for several.
        approved: The day when its minutes were approved (justerades).
        announced: The day when the approval, or the separate record, was announced on the region's own
            board; or every announcement with its board, and the day when it was taken down.
        boards: Those it must stand on: of every participant, for a gemensam nämnd.
        delegated: Whether the decision was made on delegation, so that it is told whose minutes count.

    Returns:
        Whether approval and announcement came after the last day for them changes nothing of the time, but is told.
        The time counts from the day when it stands on all boards, and runs out only if it stays up
        on them to the end of the last day.

    Raises:
        InvalidValue: for days that do not follow each other: meeting, approval, announcement.

    Source:
        KL 5:69, 6:35, 6:40, 8:10, 8:12, 13:5; lag (1930:173) 1–2 §§.
    """
    posted = _posted(announced)
    first = min((each.first for each in posted), default=None)
    _in_order({"meeting": meeting, "approved": approved, "announced": first})
    wanted = tuple(boards)
    approve = None if meeting is None else approve_by(law, meeting)
    by = None if approved is None else announce_by(law, approved)
    late = first is not None and by is not None and first > by.last_day
    approved_late = approved is not None and approve is not None and approved > approve.last_day
    there = {each.board for each in posted}
    rule = law.rule(_RECORDED if meeting is None and approved is None else _REPORTED)
    return AppealClock(
        delegated=rule if delegated else None,
        approve_by=approve,
        approved_late=approved if approved_late else None,
        announce_by=by,
        announced_late=first if late else None,
        missing_boards=[board for board in wanted if board not in there],
        time=appeal_time(law, posted, boards=wanted),
        latest=None if posted else _latest(law, approve, by, wanted),
    )


def _latest(law: Law, approve: Deadline | None, by: Deadline | None, boards: tuple[str, ...]) -> AppealTime | None:
    """The time if what is left to do is done on the last day for it."""
    last = by if by is not None or approve is None else announce_by(law, approve.last_day)
    if last is None:
        return None
    return appeal_time(law, [Posted(first=last.last_day, board=board) for board in boards], boards=boards)


def _late_approval(deadline: Deadline, approved: date, lang: Language) -> str:
    """How many days too late the minutes were approved, and how many the law gives."""
    late, given = (approved - deadline.last_day).days, deadline.rule.number(APPROVAL, deadline.counted_to)
    one, many = ("dag", "dagar") if lang == "sv" else ("day", "days")
    said = f"{late} {one if late == 1 else many}"
    return _APPROVED_LATE.say(lang, day=approved, late=said, days=given, law=deadline.rule.cited)


def _moved(deadline: Deadline, lang: Language) -> Iterator[str]:
    """Why a last day is another than the one counted, or would be if it were moved."""
    if deadline.day_off is None:
        return
    why = _WEEKDAYS.get(deadline.day_off, deadline.day_off) if lang == "en" else deadline.day_off
    if deadline.last_day == deadline.moved_to:
        yield _MOVED.say(lang, day=deadline.counted_to, why=why)
    else:
        yield _MAY_MOVE.say(lang, day=deadline.counted_to, why=why, moved=deadline.moved_to)


def _in_order(days: dict[str, date | None]) -> None:
    """Refuse days that do not follow each other, and those that nothing can be counted from."""
    before: tuple[str, date] | None = None
    for name, day in days.items():
        if day is None:
            continue
        if day > LAST_DAY:
            message = f"{name} {day}, expected {LAST_DAY} at the latest"
            raise InvalidValue(name, message)
        if before is not None and day < before[1]:
            message = (
                f"{name} {day} is before {before[0]} {before[1]}; a decision that is recorded separately has "
                "its announcement alone"
            )
            raise InvalidValue(name, message)
        before = (name, day)


def _posted(announced: date | Iterable[Posted] | None) -> tuple[Posted, ...]:
    if announced is None:
        return ()
    return (Posted(first=announced),) if isinstance(announced, date) else tuple(announced)
