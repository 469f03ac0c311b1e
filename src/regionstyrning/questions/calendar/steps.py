"""A dated step of a year, with what was done of it."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any, ClassVar

from attrs import field, frozen

from regionstyrning.law.deadlines import StatutoryDuty
from regionstyrning.model.cycle import Action
from regionstyrning.model.dates import Part
from regionstyrning.model.organisation import Meeting
from regionstyrning.model.records import Source, as_tuple
from regionstyrning.questions.answers import Step
from regionstyrning.text.sentences import Sentence


class StepKind(Enum):
    """What a dated step comes from (stegets slag)."""

    OWN = "årshjulet"
    LAW = "lagen"
    TERM = "val och mandattid"
    DECIDED = "beslut utom årshjulet"
    DELEGATION = "anmälan av delegationsbeslut"
    DEFICIT = "underskott att återställa"
    EXPIRES = "mandat som löper ut"
    MEASURE = "mätning"
    MEETING = "sammanträde"


class State(Enum):
    """How far a step has come (läge)."""

    IN_TIME = "i tid"
    DONE = "gjort"
    PART = "avgjort i en del"
    UNCERTAIN = "oklart om i tid"
    RETURNED = "återremitterat"
    OUTGOING = "antaget av det avgående fullmäktige"
    SOME = "gjort av några"
    LATE = "efter egen sista dag"
    UNLAWFULLY_LATE = "efter lagens sista dag"
    TOO_EARLY = "före det som ska komma först"
    MOOT = "behövs inte"
    NOT_SHOWN = "visas inte"
    AHEAD = "återstår"


OPEN = frozenset({State.PART, State.RETURNED, State.OUTGOING, State.SOME, State.NOT_SHOWN, State.AHEAD})
"""What is not yet done, as far as decisions show."""


@frozen(kw_only=True)
class Done:
    """
    What shows that something was done of a step (utfört).

    Attributes:
        record: Id of the decision, or of the document whose adoption is stated.
        organ: Id of the organ or post, if it is known.
        on: The day; None if it is unknown.
        on_text: The day as written, where it is none.
        title: What was decided.
        part: Which part of it, where it was only one.
        state: How it stands to the organ's own last day and the law's.
        days_late: Days after the organ's own last day, negative if before; None without a day.
        days_unlawful: Days after the law's last day; None where it was kept or there is none.
        concerns: Id of the organ that it is about, where each has a decision of its own.
        at_latest: Whether a later decision shows it, so that it was done on the day at the latest.
        refused: Whether what was decided is that discharge is refused.
        source: Where it is said.
    """

    record: str
    organ: str | None
    on: date | None
    on_text: str | None = None
    title: str
    part: str | None = None
    state: State
    days_late: int | None
    days_unlawful: int | None = None
    concerns: str | None = None
    at_latest: bool = False
    refused: bool = False
    source: Source | None = None


@frozen(kw_only=True)
class DatedStep(Step):
    """
    One step of the year (daterat steg): of the region's own cycle, of the law, or of another part of the model.

    Attributes:
        id: The same from year to year but for the year, and the same whenever it is asked for.
        year: The calendar year that it belongs to.
        kind: What it comes from.
        on: Its last day; None if no day or month is stated.
        first: The first day of the month that it begins in, where that is stated.
        exact: Whether the day is stated, not only the month.
        many: Whether it recurs within the year.
        action: What is done, for a step of the cycle.
        plans: Whether it has to do with a plan, not with a report.
        organs: Ids of the organs and posts that do it, as far as the model has them.
        who: What does it in words: the kinds of organ and post.
        document_kind: Id of the kind of document.
        about: The year that it concerns: of the plan, the budget, the report.
        part: The part of that year, for a report.
        written: When, as the region writes it.
        at_meeting_of: Whose meetings its day follows, in words.
        meeting: That meeting, or the one that it is, if its days are known.
        every_years: For a step every n years of which no first year is stated, n.
        can_be_shown: Whether decisions can show that it was done.
        after: Ids of the dated steps it waits for.
        duty: What the law asks, for a step of the law or one that fulfils it.
        deadline: The law's last day beside it.
        slack_days: Days from the organ's own last day to the law's; negative if the law's comes first.
        roughly: Whether that is counted from the end of a month, since no day of it is stated.
        moved_from: The day that it was moved from, where the setting moves last days from holidays.
        moved_to: The next working day, where the last day is none and may be moved by the setting.
        day_off: Why the last day is no working day.
        done: What shows that it was done, in order of day.
        state: How far it has come.
        asked_of: Ids of the organs that each do it, or are each decided on, where they are several.
        lacking: Ids of those of them that nothing shows it for, where something shows it for another.
        overdue: Whether its last day is past on the model's day, and decisions would show that it was done.
        records: Ids of the records that it gathers: delegations to report, measures to take.
        only_if: Whether it holds only where there are special reasons.
        because: What follows while it is not done, or done late.
        because_words: What the names in that stand for.
    """

    _read: ClassVar[str] = "state"

    id: str
    year: int
    kind: StepKind
    on: date | None = None
    first: date | None = None
    exact: bool = True
    many: bool = False
    action: Action | None = None
    plans: bool = False
    organs: tuple[str, ...] = field(default=(), converter=as_tuple)
    who: tuple[str, ...] = field(default=(), converter=as_tuple)
    document_kind: str | None = None
    about: int | None = None
    part: Part | None = None
    written: str | None = None
    at_meeting_of: str | None = None
    meeting: Meeting | None = None
    every_years: int | None = None
    can_be_shown: bool = True
    after: tuple[str, ...] = field(default=(), converter=as_tuple)
    duty: StatutoryDuty | None = None
    deadline: date | None = None
    slack_days: int | None = None
    roughly: bool = False
    moved_from: date | None = None
    moved_to: date | None = None
    day_off: str | None = None
    done: tuple[Done, ...] = field(default=(), converter=as_tuple)
    state: State = State.AHEAD
    asked_of: tuple[str, ...] = field(default=(), converter=as_tuple)
    lacking: tuple[str, ...] = field(default=(), converter=as_tuple)
    overdue: bool = False
    records: tuple[str, ...] = field(default=(), converter=as_tuple)
    only_if: bool = False
    because: Sentence | None = None
    because_words: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """What it is, in Swedish."""
        return self.text()

    @property
    def organ(self) -> str | None:
        """Id of the organ or post that does it, if it is one only."""
        return self.organs[0] if len(self.organs) == 1 else None

    @property
    def consequence(self) -> str | None:
        """What follows while it is not done, or done late, in Swedish."""
        return None if self.because is None else self.because.say("sv", **dict(self.because_words))

    @property
    def earliest(self) -> date | None:
        """The first day on which it can be done as far as that is stated: the first of its month, or its last day."""
        return self.on if self.exact else self.first or self.on

    @property
    def begins(self) -> date | None:
        """The first day of it: of a meeting that lasts for several days the meeting's, else its last day."""
        meets = self.kind is StepKind.MEETING or self.action is Action.MEETS
        return self.meeting.on if meets and self.meeting is not None and self.meeting.last == self.on else self.on

    @property
    def order(self) -> tuple[bool, date, int, str]:
        """By day, those without one last; own steps before the law's."""
        return self.on is None, self.on or date(self.year, 12, 31), _KINDS.index(self.kind), self.id

    def to_records(self) -> list[dict[str, Any]]:
        """One row, with days as text."""
        return [
            {
                "id": self.id,
                "on": _iso(self.on),
                "first": _iso(self.first),
                "exact": self.exact,
                "title": self.title,
                "kind": self.kind.value,
                "organs": list(self.organs),
                "who": list(self.who),
                "document_kind": self.document_kind,
                "about": self.about,
                "written": self.written,
                "at_meeting_of": self.at_meeting_of,
                "meeting_first": None if self.meeting is None else _iso(self.meeting.on),
                "meeting_last": None if self.meeting is None else _iso(self.meeting.last),
                "after": list(self.after),
                "law": self.law,
                "deadline": _iso(self.deadline),
                "slack_days": self.slack_days,
                "moved_from": _iso(self.moved_from),
                "moved_to": _iso(self.moved_to),
                "day_off": self.day_off,
                "state": self.state.value,
                "lacking": list(self.lacking),
                "overdue": self.overdue,
                "done": [_done(each) for each in self.done],
                "consequence": self.consequence,
                "record": self.record,
                "records": list(self.records),
                "publication": None if self.source is None else self.source.publication,
                "place": None if self.source is None else self.source.place,
            }
        ]


_KINDS = tuple(StepKind)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _done(done: Done) -> dict[str, Any]:
    return {
        "record": done.record,
        "organ": done.organ,
        "on": _iso(done.on) or done.on_text,
        "state": done.state.value,
        "days_late": done.days_late,
        "days_unlawful": done.days_unlawful,
        "concerns": done.concerns,
        "at_latest": done.at_latest,
        "refused": done.refused,
        "part": done.part,
    }
