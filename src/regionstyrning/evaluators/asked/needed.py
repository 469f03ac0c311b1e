"""What must improve for a goal to be met."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.evaluators.asked.excerpt import excerpt
from regionstyrning.evaluators.measures.indicators import INDICATOR
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.verdicts.statuses import IN_ENGLISH, Status
from regionstyrning.evaluators.verdicts.verdict import Verdict
from regionstyrning.evaluators.ways.attainment import Attainment
from regionstyrning.evaluators.wholes.region import judged_by
from regionstyrning.model.records import as_tuple
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

MOST_WEIGHED = 12
"""Up to how many indicators every set of them is tried, unless the caller says otherwise."""

Ids = tuple[str, ...]

_ALREADY = Sentence("{title} är uppfyllt.", "{title} is met.")
_IMPOSSIBLE = Sentence(
    "{title} blir inte uppfyllt ens om alla {count} indikatorer som kan förbättras är uppfyllda.",
    "{title} is not met even if all {count} indicators that can improve are met.",
)
_ONLY_ONE = Sentence(
    "{title} blir inte uppfyllt ens om den enda indikator som kan förbättras är uppfylld.",
    "{title} is not met even if the only indicator that can improve is met.",
)
_NOTHING = Sentence(
    "{title} är inte uppfyllt, och inget mått som kan förbättras är känt.",
    "{title} is not met, and no indicator that can improve is known.",
)
_NEEDED = Sentence(
    "{title} blir uppfyllt om dessa är det (kostnad {cost}):", "{title} is met if these are (cost {cost}):"
)
_EXACT = Sentence("Ingen billigare mängd räcker.", "No cheaper set is enough.")
_BOUND = Sentence(
    "Ingen av dem kan undvaras; en billigare mängd kostar minst {least}.",
    "None of them can be spared; a cheaper set costs no less than {least}.",
)


@frozen(kw_only=True)
class Improvement:
    """
    An indicator that must be met (förbättring).

    Attributes:
        id: Id of the indicator.
        title: Its title.
        status: How it stands.
        asked: What its targets ask, as written.
        cost: What it costs; 1 where no costs were given.
    """

    id: str
    title: str
    status: Status
    asked: tuple[str, ...] = field(converter=as_tuple)
    cost: Decimal


@frozen(kw_only=True)
class Needed(Readable):
    """
    What must improve for a goal to be met (vad som krävs).

    Attributes:
        about: Id of the goal.
        title: Its title.
        on: The day asked.
        year: The year judged.
        possible: Whether any set of indicators is enough.
        improvements: The cheapest set, in order of id; empty if the goal is met, or no set is enough.
        exact: Whether every cheaper set was tried; else none of the set can be spared, and ``least`` bounds the cost.
        least: No set costs less than this.
        weighed: How many indicators could have been chosen.
        before: The verdict as it is.
        after: The verdict with the improvements; the same as it is if there are none.
    """

    _read: ClassVar[str] = "possible"

    about: str
    title: str
    on: date
    year: int
    possible: bool
    improvements: tuple[Improvement, ...] = field(converter=as_tuple)
    exact: bool
    least: Decimal
    weighed: int
    before: Verdict
    after: Verdict

    @property
    def cost(self) -> Decimal:
        """What the improvements cost together."""
        return sum((each.cost for each in self.improvements), Decimal(0))

    def text(self, lang: Language = "sv") -> str:
        """Which indicators they are, and what they cost."""
        if not self.possible:
            sentence = {0: _NOTHING, 1: _ONLY_ONE}.get(self.weighed, _IMPOSSIBLE)
            return one_line(sentence.say(lang, title=self.title, count=self.weighed))
        if not self.improvements:
            return one_line(_ALREADY.say(lang, title=self.title))
        head = one_line(_NEEDED.say(lang, title=self.title, cost=number(self.cost, lang)))
        tail = _EXACT.say(lang) if self.exact else _BOUND.say(lang, least=number(self.least, lang))
        return "\n".join([head, *(_told(each, lang) for each in self.improvements), tail])

    def to_records(self) -> list[dict[str, Any]]:
        """One row an improvement: about, id, title, status, asked, cost, exact."""
        return [
            {
                "about": self.about,
                "id": each.id,
                "title": each.title,
                "status": each.status.value,
                "asked": list(each.asked),
                "cost": each.cost,
                "exact": self.exact,
            }
            for each in self.improvements
        ]


def _told(each: Improvement, lang: Language) -> str:
    status = each.status.value if lang == "sv" else IN_ENGLISH[each.status]
    return one_line(f"- {each.title} [{each.id}]: {'; '.join(each.asked)} ({status})")


def needed(  # noqa: PLR0913 - each says how it is asked
    model: SteeringModel,
    goal: str,
    *,
    as_of: date,
    year: int | None = None,
    costs: Mapping[str, Decimal | int] | None = None,
    settings: Attainment | None = None,
    most: int = MOST_WEIGHED,
) -> Needed:
    """
    Find the cheapest set of indicators that would make a goal met, were they met.

    A goal that has not fallen due is asked about as if it had.

    Args:
        model: The whole model.
        goal: Id of a goal or perspective, or of the model for the whole region.
        as_of: The day: nothing known later counts.
        year: The year judged; the last that had ended, if none is named.
        costs: What it costs to have an indicator met, zero or more, by id; each costs 1 if none are given. An
            indicator without a cost is then not among those that can improve.
        settings: How it is judged.
        most: Up to how many indicators every set is tried. Of more, the dearest that can be spared is left
            out until none can.

    Returns:
        The set, judged without and with it.

    Raises:
        InvalidValue: if a cost is below zero.
        UnknownId: if the verdict says nothing of the goal, or of an indicator with a cost.
    """
    judged = year_ended(as_of) if year is None else year
    chosen = settings or Attainment()
    small = model if goal == model.id else excerpt(model, goal)
    before = judged_by(chosen, small, as_of, judged)[1][goal]
    open_ = _open(before)
    priced = _priced(open_, costs, {each.id for each in model.indicators})

    def with_these(ids: Iterable[str]) -> Verdict:
        return judged_by(chosen, small, as_of, judged, _granted(open_, ids, judged))[1][goal]

    found = _cheapest(priced, lambda ids: with_these(ids).status is Status.MET, most)
    ids: Ids = () if found is None else found[0]
    return Needed(
        about=goal,
        title=before.title,
        on=as_of,
        year=judged,
        possible=found is not None,
        improvements=[_improvement(open_[id], priced[id]) for id in ids],
        exact=found is None or found[2],
        least=Decimal(0) if found is None else found[1],
        weighed=len(priced),
        before=before,
        after=with_these(ids) if ids else before,
    )


def _open(verdict: Verdict) -> dict[str, Verdict]:
    """The indicators under a goal that are judged and not met; of what waits only where the goal does too."""
    found = (
        each
        for each in verdict.everything()
        if each.kind == INDICATOR
        and each.status not in {Status.MET, Status.NOT_JUDGED}
        and (each.due is None or verdict.due is not None)
    )
    return {each.about: each for each in sorted(found, key=lambda each: each.about)}


def _priced(
    open_: Mapping[str, Verdict], costs: Mapping[str, Decimal | int] | None, known: set[str]
) -> dict[str, Decimal]:
    if costs is None:
        return dict.fromkeys(open_, Decimal(1))
    for id, cost in costs.items():
        if id not in known:
            kind = "Indicator"
            raise UnknownId(kind, id, known)
        if cost < 0:
            message = f"the cost of {id!r} is {cost}, expected zero or more"
            raise InvalidValue("costs", message)
    return {id: Decimal(costs[id]) for id in open_ if id in costs}


def _granted(open_: Mapping[str, Verdict], ids: Iterable[str], year: int) -> dict[str, Verdict]:
    """What is taken for granted: that some are met, and that what waits may be."""
    waiting = {id: _taken(each, Status.NOT_MET, Status.MET, year) for id, each in open_.items() if each.due}
    return {**waiting, **{id: _taken(open_[id], Status.MET, Status.MET, year) for id in ids}}


def _taken(verdict: Verdict, low: Status, high: Status, year: int) -> Verdict:
    """An indicator taken for granted to be something, as if it had fallen due."""
    status = low if low is high else Status.CANNOT_BE_ASSESSED
    return evolve(verdict, status=status, low=low, high=high, due=None, year=year)


def _improvement(verdict: Verdict, cost: Decimal) -> Improvement:
    asked = [part.title for part in verdict.parts if part.kind == "målvärde"]
    return Improvement(id=verdict.about, title=verdict.title, status=verdict.status, asked=asked, cost=cost)


def _cheapest(
    priced: Mapping[str, Decimal], enough: Callable[[Ids], bool], most: int
) -> tuple[Ids, Decimal, bool] | None:
    """The set, what no set costs less than, and whether it is the cheapest; None if all together are not enough."""
    everything = tuple(priced)
    if not enough(everything):
        return None
    if len(priced) <= most:  # all together are enough, so one of the sets is
        return next((ids, cost, True) for cost, _, ids in _by_cost(priced) if enough(ids))
    kept = everything
    for id in sorted(priced, key=lambda each: (-priced[each], each)):
        fewer = tuple(each for each in kept if each != id)
        if enough(fewer):
            kept = fewer
    must = [id for id in kept if not enough(tuple(each for each in everything if each != id))]
    least = sum((priced[id] for id in must), Decimal(0))
    return kept, least, least == _sum(priced, kept)


def _by_cost(priced: Mapping[str, Decimal]) -> list[tuple[Decimal, int, Ids]]:
    """Every set with its cost and size, the cheapest first, of as cheap ones the smaller."""
    return sorted(
        (_sum(priced, ids), size, ids) for size in range(len(priced) + 1) for ids in combinations(priced, size)
    )


def _sum(priced: Mapping[str, Decimal], ids: Sequence[str]) -> Decimal:
    return sum((priced[id] for id in ids), Decimal(0))
