"""The calendar of a region: its own cycle beside the statutory year, and what was done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.law import STANDARD, election_day, law_for
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Answer, Step
from regionstyrning.questions.calendar import telling
from regionstyrning.questions.calendar.around import steps_around
from regionstyrning.questions.calendar.each import of_organ
from regionstyrning.questions.calendar.joined import joined_steps, unplanned
from regionstyrning.questions.calendar.met import meetings_met
from regionstyrning.questions.calendar.order import Link, critical_path
from regionstyrning.questions.calendar.own import left_out, own_steps
from regionstyrning.questions.calendar.statutory import law_steps
from regionstyrning.questions.calendar.steps import OPEN, DatedStep, State, StepKind
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_ELECTION_YEAR = Sentence("{title}: görs inte {year}, som är valår", "{title}: not done in {year}, a year of election")
_NO_ELECTION = Sentence("{title}: görs bara valår", "{title}: done in years of election only")
_WAITS = Sentence("Det här väntar på det: {titles}.", "This waits for it: {titles}.")
_LATE = frozenset({State.RETURNED, State.LATE, State.UNLAWFULLY_LATE})


@frozen(kw_only=True)
class Choice:
    """
    Which steps of a calendar are told (urval).

    Attributes:
        organ: Id of an organ or post: those that it does.
        due: A day: what nothing shows was done, from that day on, and what is overdue.
        first: The first day.
        last: The last day.
    """

    organ: str | None = None
    due: date | None = None
    first: date | None = None
    last: date | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Calendar(Answer):
    """
    The dated steps of one or several years, in order (kalender).

    Attributes:
        about: Id of the model.
        on: The day from which it is seen: the model's own.
        first_year: The first calendar year.
        last_year: The last.
        steps: In order of day, those without one last.
        refused: Steps that are left out, since the year is one of election or is not.
        choice: Which of its steps are told.
    """

    _read: ClassVar[str] = "steps"

    first_year: int
    last_year: int
    dated: tuple[DatedStep, ...] = field(converter=as_tuple)
    left: tuple[Step, ...] = field(converter=as_tuple)
    choice: Choice = field(factory=Choice)

    _model: SteeringModel = field(repr=False)
    _policies: Policies = field(repr=False)

    @property
    def steps(self) -> tuple[DatedStep, ...]:
        """The dated steps, in order of day, those without one last."""
        return self.dated

    @property
    def refused(self) -> tuple[Step, ...]:
        """Steps of the cycle that are left out, since the year is one of election or is not."""
        return self.left

    @property
    def without_day(self) -> tuple[DatedStep, ...]:
        """The steps of which no day or month is stated."""
        return tuple(step for step in self.dated if step.on is None)

    @property
    def plans(self) -> tuple[int, ...]:
        """The coming years that something planned in these concerns."""
        ahead = {step.about for step in self.dated if step.about is not None and step.kind is StepKind.OWN}
        return tuple(sorted(year for year in ahead if year > self.first_year))

    def path(self, year: int) -> tuple[Link, ...]:
        """
        The line of steps that decides when the last plan for a year can be decided.

        Args:
            year: The year that the plans concern; the steps of the years before it count too.
        """
        around = range(max(year - 2, MINYEAR), min(year, MAXYEAR) + 1)
        own = (step for each in around for step in own_steps(self._model, each, self._policies))
        return critical_path(step for step in own if step.about == year)

    @property
    def model(self) -> SteeringModel:
        """The model that was asked about."""
        return self._model

    def between(self, first: date, last: date) -> tuple[DatedStep, ...]:
        """The steps whose last day is one of some days, both ends included."""
        return tuple(step for step in self.dated if step.on is not None and first <= step.on <= last)

    @property
    def overdue(self) -> tuple[DatedStep, ...]:
        """The steps whose last day is past on the day it is seen from, though nothing shows that they were done."""
        return tuple(step for step in self.dated if step.overdue)

    def due(self, on: date) -> tuple[DatedStep, ...]:
        """The steps that nothing shows were done, and whose last day is the day or later."""
        return tuple(step for step in self.dated if _is_due(step, on))

    def only(
        self,
        *,
        organ: str | None = None,
        due: date | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> Calendar:
        """
        The same with some of its steps.

        Args:
            organ: Id of an organ or post: the steps that it does. A step that several organs each do is told as that
                one does it.
            due: A day: the steps that nothing shows were done, whose last day is that or later or that are overdue.
            first: A day: the steps whose last day is that or later.
            last: A day: the steps whose last day is that or earlier.
        """
        chosen = Choice(
            organ=organ or self.choice.organ,
            due=due or self.choice.due,
            first=first or self.choice.first,
            last=last or self.choice.last,
        )
        own = self.dated if organ is None else tuple(of_organ(step, organ, self.on) for step in self.dated)
        kept = [step for step in own if organ is None or organ in step.organs]
        if due is not None:
            kept = [step for step in kept if step.overdue or _is_due(step, due)]
        if first is not None or last is not None:
            kept = [step for step in kept if _is_within(step, first, last)]
        return evolve(self, dated=kept, left=self.left if chosen == Choice() else (), choice=chosen)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """Month by month, each step with who, last days and what was done; then what has no day."""
        return telling.whole(self, lang, width)

    def to_records(self) -> list[dict[str, Any]]:
        """One row a step, as of `DatedStep`."""
        return [row for step in self.dated for row in step.to_records()]

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """That the law of a year is not held, and that the model states no cycle."""
        yield from telling.missing(self._model, self._policies, (self.first_year, self.last_year), lang)


def calendar(model: SteeringModel, year: int, *, until: int | None = None, policies: Policies = STANDARD) -> Calendar:
    """
    The dated steps of a year: the region's own cycle beside the statutory deadlines, and what was done.

    Args:
        model: Any model; decisions up to its ``as_of`` count.
        year: The calendar year.
        until: The last of several years; the same year if left out.
        policies: Whether last days move from holidays, and how months are counted.

    Returns:
        Of several years all that each gives, in order.

    Raises:
        InvalidValue: if the calendar has no such year, or the last is before the first.

    Source:
        KL 5:6, 5:9, 5:24, 6:18, 11:8–11, 11:16, 11:20–21, 12:4; LKBR 13:1; VAL 1:3.

    >>> [str(step.on) for step in calendar(model, 2026).steps if step.law == "VAL 1 kap. 3 §"]
    ['2026-09-13']
    """
    last = year if until is None else until
    for name, each in (("year", year), ("until", last)):
        if not MINYEAR < each < MAXYEAR:
            message = f"{name} {each}, expected {MINYEAR + 1} to {MAXYEAR - 1}"
            raise InvalidValue(name, message)
    if last < year:
        message = f"until {last} is before year {year}"
        raise InvalidValue("until", message)
    spans = range(year, last + 1)
    steps = [step for each in spans for step in steps_of(model, each, policies)]
    return Calendar(
        about=model.id,
        on=model.as_of,
        first_year=year,
        last_year=last,
        dated=sorted(steps, key=lambda step: step.order),
        left=[step for each in spans for step in _left_out(model, each, policies)],
        model=model,
        policies=policies,
    )


def steps_of(model: SteeringModel, year: int, policies: Policies = STANDARD) -> tuple[DatedStep, ...]:
    """Every step of a calendar year, found once and kept."""
    key = ("calendar", year, policies)
    found: tuple[DatedStep, ...] | None = model.memo.get(key)
    if found is None:
        own = _with_dependents(model, year, policies)
        planned = [*own, *law_steps(model, year, policies), *steps_around(model, year, policies)]
        around = [step for each in (year - 1, year + 1) for step in own_steps(model, each, policies)]
        shown = frozenset(done.record for step in (*planned, *around) for done in step.done)
        more = [
            *joined_steps(model, year, policies),
            *meetings_met(model, year, policies),
            *unplanned(model, year, shown),
        ]
        found = model.memo[key] = tuple(sorted([*planned, *more], key=lambda step: step.order))
    return found


def _with_dependents(model: SteeringModel, year: int, policies: Policies) -> list[DatedStep]:
    """The own steps; of one that is late or returned also what waits for it, where the law says nothing of it."""
    own = own_steps(model, year, policies)
    if not any(_holds_up(step) for step in own):
        return list(own)
    later = [*own, *own_steps(model, year + 1, policies)]
    return [_with_waiting(step, later) if _holds_up(step) else step for step in own]


def _holds_up(step: DatedStep) -> bool:
    """Whether a step was late or returned for someone, and the law says nothing of what follows."""
    return step.because is None and (
        step.state in _LATE or (step.state is State.SOME and any(each.state in _LATE for each in step.done))
    )


def _with_waiting(step: DatedStep, later: list[DatedStep]) -> DatedStep:
    titles = [each.title for each in later if step.id in each.after and each.state in OPEN]
    if not titles:
        return step
    return evolve(step, because=_WAITS, because_words=(("titles", "; ".join(dict.fromkeys(titles))),))


def _is_due(step: DatedStep, on: date) -> bool:
    return step.state in OPEN and step.on is not None and step.on >= on


def _is_within(step: DatedStep, first: date | None, last: date | None) -> bool:
    return step.on is not None and (first is None or first <= step.on) and (last is None or step.on <= last)


def _left_out(model: SteeringModel, year: int, policies: Policies) -> Iterator[Step]:
    election = election_day(law_for(model, policies), year) is not None
    for step in left_out(model, year, policies):
        yield Step(
            record=step.id,
            source=next(iter(step.sources), None),
            sentence=_ELECTION_YEAR if election else _NO_ELECTION,
            words=(("title", step.title), ("year", str(year))),
        )
