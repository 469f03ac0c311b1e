"""From approved minutes to the last day of appeal, step by step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from regionstyrning.law.appeals import AppealTime, Posted, appeal_time
from regionstyrning.law.minutes import Deadline, announce_by, approve_by
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.law.held import Law
    from regionstyrning.text.sentences import Language

_APPROVE = Sentence("Protokollet justeras senast {day} ({law}).", "The minutes are approved by {day} ({law}).")
_ANNOUNCE = Sentence("Justeringen tillkännages senast {day} ({law}).", "The approval is announced by {day} ({law}).")


@frozen(kw_only=True, eq=False)
class AppealClock(Readable):
    """
    The days from a meeting to the end of the time for appeal (överklagandets dagar).

    Attributes:
        approve_by: The last day for approving the minutes; None without a meeting, or where the law is not held.
        announce_by: The last day for announcing the approval; None if it is not approved, or recorded separately.
        time: The time for appeal; it has not started without an announcement.
    """

    _read: ClassVar[str] = "time"

    approve_by: Deadline | None
    announce_by: Deadline | None
    time: AppealTime

    def text(self, lang: Language = "sv") -> str:
        """Each day in a sentence, with its paragraph."""
        steps = ((_APPROVE, self.approve_by), (_ANNOUNCE, self.announce_by))
        told = [
            sentence.say(lang, day=each.last_day, law=each.rule.cited) for sentence, each in steps if each is not None
        ]
        return " ".join([*told, self.time.text(lang)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row: approve_by, announce_by, starts, last_day."""
        return [
            {
                "approve_by": None if self.approve_by is None else self.approve_by.last_day,
                "announce_by": None if self.announce_by is None else self.announce_by.last_day,
                "starts": self.time.starts,
                "last_day": self.time.last_day,
            }
        ]


def appeal_clock(
    law: Law, *, meeting: date | None = None, approved: date | None = None, announced: date | None = None
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
        announced: The day when the approval, or the separate record, was announced.

    Source:
        KL 5:69, 6:35, 8:10, 8:12, 13:5; lag (1930:173) 1–2 §§.
    """
    return AppealClock(
        approve_by=None if meeting is None else approve_by(law, meeting),
        announce_by=None if approved is None else announce_by(law, approved),
        time=appeal_time(law, [] if announced is None else [Posted(first=announced)]),
    )
