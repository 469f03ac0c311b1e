"""From approved minutes to the last day of appeal, step by step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law.appeals import BOARD, AppealTime, Posted, appeal_time
from regionstyrning.law.minutes import Deadline, announce_by, approve_by
from regionstyrning.model.records import as_tuple
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.law.held import Law
    from regionstyrning.text.sentences import Language

_APPROVE = Sentence("Protokollet justeras senast {day} ({law}).", "The minutes are approved by {day} ({law}).")
_ANNOUNCE = Sentence("Justeringen tillkännages senast {day} ({law}).", "The approval is announced by {day} ({law}).")
_LATE = Sentence(
    "Den tillkännagavs {day}, för sent; tiden räknas ändå därifrån.",
    "It was announced on {day}, too late; the time is counted from then all the same.",
)
_MISSING = Sentence("Det står inte på {boards}.", "It is not posted on {boards}.")
_STAYS = Sentence("Tillkännagivandet får tas ned {day}.", "The announcement may be taken down on {day}.")
_DAY = timedelta(days=1)


@frozen(kw_only=True, eq=False)
class AppealClock(Readable):
    """
    The days from a meeting to the end of the time for appeal (överklagandets dagar).

    Attributes:
        approve_by: The last day for approving the minutes; None without a meeting, or where the law is not held.
        announce_by: The last day for announcing the approval; None if it is not approved, or recorded separately.
        announced_late: The first announcement, if that was after the last day for it.
        missing_boards: Those of the boards that have no announcement yet.
        time: The time for appeal; it has not started without an announcement on every board.
    """

    _read: ClassVar[str] = "time"

    approve_by: Deadline | None
    announce_by: Deadline | None
    announced_late: date | None = None
    missing_boards: tuple[str, ...] = field(default=(), converter=as_tuple)
    time: AppealTime

    @property
    def may_be_taken_down(self) -> date | None:
        """The first day when the announcement may be taken down; None while the time has no last day that holds."""
        return self.time.last_day + _DAY if self.time.last_day is not None and self.time.runs_out else None

    def text(self, lang: Language = "sv") -> str:
        """Each day in a sentence, with its paragraph."""
        return " ".join(self._told(lang))

    def _told(self, lang: Language) -> Iterator[str]:
        for sentence, each in ((_APPROVE, self.approve_by), (_ANNOUNCE, self.announce_by)):
            if each is not None:
                yield sentence.say(lang, day=each.last_day, law=each.rule.cited)
        if self.announced_late is not None:
            yield _LATE.say(lang, day=self.announced_late)
        if self.missing_boards:
            yield _MISSING.say(lang, boards=listed(self.missing_boards, lang))
        yield self.time.text(lang)
        if self.may_be_taken_down is not None:
            yield _STAYS.say(lang, day=self.may_be_taken_down)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: approve_by, announce_by, announced_late, missing_boards, starts, last_day, runs_out."""
        return [
            {
                "approve_by": None if self.approve_by is None else self.approve_by.last_day,
                "announce_by": None if self.announce_by is None else self.announce_by.last_day,
                "announced_late": self.announced_late,
                "missing_boards": list(self.missing_boards),
                "starts": self.time.starts,
                "last_day": self.time.last_day,
                "runs_out": self.time.runs_out,
                "may_be_taken_down": self.may_be_taken_down,
            }
        ]


def appeal_clock(
    law: Law,
    *,
    meeting: date | None = None,
    approved: date | None = None,
    announced: date | Iterable[Posted] | None = None,
    boards: Iterable[str] = (BOARD,),
) -> AppealClock:
    """
    The days from a meeting to the end of the time for appeal.

    A decision on delegation that is reported follows the minutes that have its notification: give
    that meeting, its approval and its announcement. One that is recorded separately has no
    meeting and no approval: give the announcement of its record alone.

    Args:
        law: The law to answer by.
        meeting: The day of the meeting.
        approved: The day when its minutes were approved (justerades).
        announced: The day when the approval, or the separate record, was announced on the region's own
            board; or every announcement with its board, and the day when it was taken down.
        boards: Those it must stand on: of every participant, for a gemensam nämnd.

    Returns:
        The time counts from the day when it stands on all boards, and runs out only if it stays up
        on them to the end of the last day.

    Source:
        KL 5:69, 6:35, 8:10, 8:12, 13:5; lag (1930:173) 1–2 §§.
    """
    posted = _posted(announced)
    wanted = tuple(boards)
    by = None if approved is None else announce_by(law, approved)
    first = min((each.first for each in posted), default=None)
    late = first is not None and by is not None and first > by.last_day
    there = {each.board for each in posted}
    return AppealClock(
        approve_by=None if meeting is None else approve_by(law, meeting),
        announce_by=by,
        announced_late=first if late else None,
        missing_boards=[board for board in wanted if board not in there],
        time=appeal_time(law, posted, boards=wanted),
    )


def _posted(announced: date | Iterable[Posted] | None) -> tuple[Posted, ...]:
    if announced is None:
        return ()
    return (Posted(first=announced),) if isinstance(announced, date) else tuple(announced)
