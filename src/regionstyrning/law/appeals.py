"""When the time for appeal starts and ends, and what may be appealed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.law.held import Law, LawRule
from regionstyrning.law.holidays import next_working_day
from regionstyrning.law.lawfulness import Lawful, lawful
from regionstyrning.model.records import as_tuple
from regionstyrning.model.statutes import Act
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from regionstyrning.law.standing import Facts
    from regionstyrning.text.sentences import Language

BOARD = "anslagstavlan"

LAST_DAY = date.max - timedelta(days=60)
"""The last day that there is room to count a time for appeal from."""

APPEAL_TIME = "överklagandetid"

_TOLD = {
    "runs": Sentence(
        "Sista dag är {last}, räknat från {start} ({law})", "The last day is {last}, counted from {start} ({law})"
    ),
    "never": Sentence("Tiden har inte börjat ({law})", "The time has not started ({law})"),
    "broken": Sentence(
        "Tiden löper inte ut: det togs ned innan {last} var över ({law})",
        "The time does not run out: it was taken down before {last} was over ({law})",
    ),
    "not held": Sentence("Lagen för {start} hålls inte", "The law of {start} is not held"),
}


@frozen(kw_only=True)
class Posted:
    """
    An announcement on a board on the web (anslag, tillkännagivande).

    Attributes:
        first: The day when it was posted.
        board: Whose board it is.
        taken_down: The first day when it was no longer up; None while it is.

    Raises:
        InvalidValue: if it was taken down before it was posted.
    """

    first: date
    board: str = BOARD
    taken_down: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.taken_down is not None and self.taken_down < self.first:
            message = f"taken down {self.taken_down}, before it was announced {self.first}"
            raise InvalidValue("taken_down", message)


@frozen(kw_only=True, eq=False)
class AppealTime(Readable):
    """
    The time within which a decision may be appealed (överklagandetid).

    Attributes:
        starts: The day it is counted from; None if it has not started.
        last_day: The last day, moved from a holiday; None if it has not started or is not known.
        counted_to: The last day before it is moved.
        runs_out: Whether the time ends with the last day; False if it has not started or what
            started it was taken down too early, None if the law of the day is not held.
        laws: The provisions it rests on.
    """

    _read: ClassVar[str] = "last_day"

    starts: date | None
    last_day: date | None
    counted_to: date | None
    runs_out: bool | None
    laws: tuple[LawRule, ...] = field(default=(), converter=as_tuple)

    def final_by(self, day: date) -> bool | None:
        """Whether a decision that nobody has appealed can no longer be appealed on a day (laga kraft)."""
        if self.last_day is None or not self.runs_out:
            return self.runs_out
        return day > self.last_day

    def in_time(self, day: date) -> bool | None:
        """Whether an appeal that arrives on a day is in time, at the court or at the region."""
        final = self.final_by(day)
        return None if final is None else not final

    def text(self, lang: Language = "sv") -> str:
        """Say in one sentence when it ends, with the paragraphs."""
        key = "not held" if self.runs_out is None else "never" if self.starts is None else "runs"
        key = "broken" if key == "runs" and not self.runs_out else key
        law = listed(dict.fromkeys(rule.cited for rule in self.laws), lang)
        return _TOLD[key].say(lang, last=self.last_day, start=self.starts, law=law) + "."

    def to_records(self) -> list[dict[str, Any]]:
        """Give it as one row."""
        return [
            {
                "starts": self.starts,
                "last_day": self.last_day,
                "counted_to": self.counted_to,
                "runs_out": self.runs_out,
                "laws": [rule.id for rule in self.laws],
            }
        ]


def appeal_time(law: Law, posted: Iterable[Posted], *, boards: Sequence[str] = (BOARD,)) -> AppealTime:
    """
    The time for laglighetsprövning.

    Args:
        law: The law to answer by.
        posted: The announcements: of the justering of the nämnd's minutes, which for a decision on
            delegation are those that have its notification, or of its own record. A decision
            that is neither notified nor recorded has none, and its time never starts.
        boards: Those it must stand on: of every participant, for a gemensam nämnd.

    Returns:
        Three weeks from the day when it stands on all boards. It must stay up all that time.

    Raises:
        InvalidValue: for a day so near the end of the calendar that the time does not end in it.

    Source:
        KL 13:5, 8:10, 8:12; lag (1930:173) 1–2 §§.
    """
    rules = [law.rule("kl/13-5")]
    if len(boards) > 1:
        rules.append(law.rule("kl/13-5-gemensam"))
    announced = tuple(posted)
    by_board = {board: _lasting(law, [each for each in announced if each.board == board]) for board in boards}
    standing = [each for each in by_board.values() if each is not None]
    if len(standing) < len(by_board):
        rules.append(law.rule("kl/8-10"))
        return AppealTime(starts=None, last_day=None, counted_to=None, runs_out=False, laws=rules)
    counted = _counted(law, rules, max(each.first for each in standing))
    last = counted.last_day
    if last is not None and any(each.taken_down is not None and each.taken_down <= last for each in standing):
        return AppealTime(
            starts=counted.starts, last_day=last, counted_to=counted.counted_to, runs_out=False, laws=counted.laws
        )
    return counted


def administrative_appeal_time(
    law: Law, *, received: date | None = None, given: date | None = None, for_the_public: bool = False
) -> AppealTime:
    """
    The time for förvaltningsbesvär, by the main rule; handed in to the authority that decided.

    Args:
        law: The law to answer by.
        received: The day when the appellant received the decision through the authority.
        given: The day when it was given.
        for_the_public: Whether the appellant is a party that represents det allmänna.

    Returns:
        Three weeks from the day received; for one who represents det allmänna, from the day given.

    Raises:
        InvalidValue: for a day so near the end of the calendar that the time does not end in it.

    Source:
        FL 44 §, KL 13:3; lag (1930:173) 1–2 §§.
    """
    rules = [law.rule("fl/44"), law.rule("kl/13-3")]
    start = given if for_the_public else received
    if start is None:
        return AppealTime(starts=None, last_day=None, counted_to=None, runs_out=False, laws=rules)
    return _counted(law, rules, start)


def may_appeal(law: Law, *, on: date, facts: Facts = (), closed: bool = False) -> Lawful:
    """
    Tell whether a decision can be appealed by laglighetsprövning.

    Args:
        law: The law to answer by.
        on: The day of the decision.
        facts: Yes, no or a number by name, or the names of what holds: that it only executes or
            prepares, that it is a decision on jäv, that another act gives another way.
        closed: Whether what is not named does not hold.

    Raises:
        UnknownId: for a fact that the law does not ask about; it names the nearest.

    Source:
        KL 6:32, 13:2–3.
    """
    return lawful(law, Act.APPEAL, on=on, facts=facts, closed=closed)


def _lasting(law: Law, posted: list[Posted]) -> Posted | None:
    """The first announcement on a board that stayed up for the whole time, or else the last."""
    in_order = sorted(posted, key=lambda each: each.first)
    for each in in_order:
        last = _counted(law, [law.rule("kl/13-5")], each.first).last_day
        if each.taken_down is None or (last is not None and each.taken_down > last):
            return each
    return in_order[-1] if in_order else None


def _counted(law: Law, rules: list[LawRule], start: date) -> AppealTime:
    weeks = rules[0].number(APPEAL_TIME, start)
    if weeks is None:
        return AppealTime(starts=start, last_day=None, counted_to=None, runs_out=None)
    if start > LAST_DAY:
        message = f"{start}, expected {LAST_DAY} at the latest"
        raise InvalidValue("start", message)
    end = start + timedelta(weeks=int(weeks))
    last = next_working_day(end)
    reckoned = [*rules, law.rule("lag-1930-173/1")]
    if last != end:
        reckoned.append(law.rule("lag-1930-173/2"))
    return AppealTime(starts=start, last_day=last, counted_to=end, runs_out=True, laws=reckoned)
