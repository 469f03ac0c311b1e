"""What documents and decisions leave standing, from one change to the next."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from regionstyrning.model.documents import Decision, DecisionKind, SteeringDocument
from regionstyrning.model.in_force import Effects, documents_in_force, effects_by, first_day
from regionstyrning.model.organisation import OrganKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.delegation import Delegation
    from regionstyrning.model.steering_model import SteeringModel

Days = tuple[date, date]

ALWAYS: Days = (date.min, date.max)

_ELECTION, _TERM_YEARS = 2026, 4

_MAY_END = frozenset({OrganKind.ASSEMBLY, OrganKind.BOARD})


class State:
    """
    What holds from one change of documents or decisions to the next (rättsläge).

    Attributes:
        effects: What decisions have done by then.
        ended: Ids of the documents that are not in force.
        later: Ids of the decisions that are yet to come.
    """

    __slots__ = ("effects", "ended", "later")

    def __init__(self, model: SteeringModel, day: date) -> None:
        self.effects: Effects = effects_by(model, day)
        held = documents_in_force(model, day, self.effects)
        gone = {name.id for name in model.names if name.catalogue in {"documents", "decisions"}}
        self.ended = {document.id for document in model.documents if document.id not in held} | gone
        self.later = {each.id for each in model.decisions if each.on is not None and each.on > day} | gone

    def stands(self, delegation: Delegation) -> str | None:
        """Why a delegation does not stand at all, or None if it does."""
        if delegation.id in self.effects.recalled:
            return "recalled"
        if delegation.document in self.ended:
            return "document"
        return "decision" if delegation.decision in self.later else None

    def days(self, record: Any) -> Days | None:  # noqa: ANN401 - any record with a validity
        """The days when a record holds by itself; None if it is recalled."""
        if record.id in self.effects.recalled:
            return None
        validity = record.validity
        if validity is None:
            return ALWAYS
        last = validity.last or date.max
        return validity.first or date.min, max(last, self.effects.prolonged.get(record.id, last))


class States:
    """The states of a model, each made when a day of it is first asked about."""

    __slots__ = ("_changes", "_made", "_model")

    def __init__(self, model: SteeringModel) -> None:
        self._model = model
        self._changes = sorted(set(_changes(model)))
        self._made: dict[int, State] = {}

    @property
    def changes(self) -> list[date]:
        """The days on which something may have changed, in order."""
        return self._changes

    def on(self, day: date) -> State:
        """The state that a day belongs to."""
        number = bisect_right(self._changes, day)
        state = self._made.get(number)
        if state is None:
            state = self._made[number] = State(self._model, day)
        return state


def _changes(model: SteeringModel) -> Iterator[date]:
    """The first days of what may hold differently than the day before."""
    effects = effects_by(model, date.max)
    yield from _changed_by_documents(model, effects)
    yield from _changed_bodies(model)
    for decision in model.decisions:
        if decision.on is not None:
            yield decision.on
    for last in effects.prolonged.values():
        yield _next(last)


def _changed_bodies(model: SteeringModel) -> Iterator[date]:
    """The days on which a taker may come to stand otherwise to a giver."""
    validities = [organ.validity for organ in model.organs] + [tie.validity for tie in model.ownerships]
    for validity in filter(None, validities):
        if validity.first is not None:
            yield validity.first
        if validity.last is not None:
            yield _next(validity.last)


def _changed_by_documents(model: SteeringModel, effects: Effects) -> Iterator[date]:
    for document in model.documents:
        for first in (document.begins, first_day(document, effects)):
            if first is not None:
                yield first
        if document.horizon is not None and document.horizon.days.first is not None:
            yield document.horizon.days.first
        if document.ends is not None:
            yield _next(document.ends)


def begun(model: SteeringModel, delegation: Delegation) -> date | None:
    """The first day of a delegation, of its document or of the decision that gave it; None if no day is known."""
    if delegation.validity is not None and delegation.validity.first is not None:
        return delegation.validity.first
    document = model.by_id.get(delegation.document or "")
    if isinstance(document, SteeringDocument):
        return document.begins
    decision = model.keyed.get(delegation.decision or "")
    return decision.on if isinstance(decision, Decision) else None


def last_of_term(day: date) -> date:
    """The last day of the term of the nämnder that a day lies in: 31 December of an election year."""
    return date(day.year + (_ELECTION - day.year) % _TERM_YEARS, 12, 31)


def _next(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def taken_over(model: SteeringModel) -> tuple[tuple[str, str, Days], ...]:
    """
    Which matters a krisledningsnämnd has taken over: matter, organ and days.

    It takes over only while it is in function, and hands back with a decision, on a day set in
    advance, or when its activity ends (lag 2006:544 2 kap. 3–6 §§).
    """
    crisis = {organ.id for organ in model.organs if "krisledning" in organ.tasks}
    enders = frozenset(organ.id for organ in model.organs if organ.kind in _MAY_END)
    dated = sorted((each for each in model.decisions if each.on is not None), key=lambda each: (each.on, each.id))
    found: list[tuple[str, str, Days]] = []
    for decision in dated:
        if decision.kind is DecisionKind.TAKES_OVER and decision.by in crisis and decision.matter is not None:
            on = decision.on or date.min
            if _active(model, decision.by, enders, on):
                found.append((decision.matter, decision.by, (on, _until(dated, decision, enders | {decision.by}))))
    return tuple(found)


def _active(model: SteeringModel, crisis: str, enders: frozenset[str], day: date) -> bool:
    """Whether it has entered into function by the day, and nobody who may has ended its activity."""
    may_start = {crisis} | {position.id for position in model.positions if position.organ == crisis}
    # Of a post that has ended since, the model of a later day holds only the name.
    may_start |= {name.id for name in model.names if name.catalogue == "positions"}
    by = {DecisionKind.ENTERS_FUNCTION: may_start, DecisionKind.LEAVES_FUNCTION: enders | {crisis}}
    acts = sorted(
        (each.on, each.kind is DecisionKind.ENTERS_FUNCTION)
        for each in model.decisions
        if each.about == crisis and each.on is not None and each.on <= day and each.by in by.get(each.kind, ())
    )
    return bool(acts) and acts[-1][1]


def _until(dated: list[Decision], taken: Decision, enders: frozenset[str]) -> date:
    ends = [] if taken.until is None else [taken.until]
    for each in dated:
        if each.on is None or taken.on is None or each.on <= taken.on:
            continue
        back = each.kind is DecisionKind.HANDS_OVER and each.by == taken.by and each.matter == taken.matter
        over = each.kind is DecisionKind.LEAVES_FUNCTION and each.about == taken.by and each.by in enders
        if back or over:
            ends.append(each.on - timedelta(days=1))
    return min(ends, default=date.max)
