"""Two delegation schemes compared by what they let, not by how they are written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.powers.alone import days_asked
from regionstyrning.questions.powers.areas import Tree
from regionstyrning.questions.powers.base_amounts import base_years
from regionstyrning.questions.powers.comparison import PowerComparison, Relation
from regionstyrning.questions.powers.diagrams import FALSE, Diagrams
from regionstyrning.questions.powers.holdings import Holdings
from regionstyrning.questions.powers.legal import Shared
from regionstyrning.questions.powers.telling import Teller
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.powers.power import Power

_NOT_HELD = Sentence(
    "Lagens text hålls inte för alla dagar, och då jämförs inget.",
    "The text of the law is not held for all the days, and nothing is compared for those.",
)

Differing = dict[str, tuple[int, int]]


class Pair:
    """
    Two schemes side by side, over the same days (par).

    Attributes:
        before: The rights of the first.
        after: The rights of the second.
        diagrams: Where the sets of cases are kept.
        tree: The matters of both.
    """

    __slots__ = ("_moved", "after", "before", "diagrams", "tree")

    def __init__(self, old: SteeringModel, new: SteeringModel, days: tuple[date, date], policies: Policies) -> None:
        authorities = authority_of(old, policies), authority_of(new, policies)
        bases = base_years(authorities, *days)
        self.diagrams = Diagrams()
        shared: Shared = {}
        self.before, self.after = (
            Holdings(authority, self.diagrams, days, years, shared)
            for authority, years in zip(authorities, bases, strict=True)
        )
        self.tree = Tree((old, new))
        same_law = authorities[0].law.statutes == authorities[1].law.statutes
        self._moved = tuple(each for each in self.tree.matters if not same_law or self._has_moved(each))

    @property
    def takers(self) -> tuple[str, ...]:
        """Whoever holds something in either."""
        return tuple(sorted(self.before.takers | self.after.takers))

    def _has_moved(self, matter: str) -> bool:
        """Whether the schemes differ in what they say of a matter itself."""
        return self._seen(self.before, matter) != self._seen(self.after, matter)

    @staticmethod
    def _seen(scheme: Holdings, matter: str) -> object:
        """All that a scheme says of a matter itself."""
        matters = scheme.authority.matters
        if matter not in matters.by_id:
            return None
        traits = {name: trait.holds for name, trait in matters.traits(matter).items()}
        return matters.above(matter), matters.by_id[matter].nature, traits, scheme.context(matter)

    def differing(self, who: str) -> Differing:
        """What one may decide in the first and in the second, of every matter where it may differ."""
        before, after = self.before.held(who), self.after.held(who)
        scopes = {scope for scope in {*before, *after} if before.get(scope) != after.get(scope)}
        if "" in scopes:
            reached = self.tree.matters
        elif scopes or self._moved:
            reached = self.tree.within((*scopes, *(self._moved if before or after else ())))
        else:
            return {}
        return {matter: (self.before.power(who, matter), self.after.power(who, matter)) for matter in reached}

    def share(self, who: str) -> bool:
        """Whether one may decide some case by what it has been given in both."""
        before, after = (
            {scope: cases for scope, cases in each.held(who).items() if scope} for each in (self.before, self.after)
        )
        if not before or not after:
            return False
        return any(
            self.diagrams.both(self.before.power(who, matter, before), self.after.power(who, matter, after)) != FALSE
            for matter in self.tree.within(before)
        )


def compare_powers(
    old: SteeringModel,
    new: SteeringModel,
    *,
    on: date | None = None,
    until: date | None = None,
    policies: Policies = STANDARD,
) -> PowerComparison:
    """
    Find who may decide more, and who less, by one scheme than by another.

    Compared is what each organ and post may decide, whoever wrote it in which row: days, amounts
    and facts are cut wherever either scheme or the law cuts them, so that nothing is left to
    chance. Who decides is taken to be in place and not jävig; whether others are belongs to the
    case, and lets their deputies in.

    Args:
        old: The first model.
        new: The second. A matter that only one of them has may be decided by nobody in the other.
        on: The day; the second model's own if left out.
        until: The last day, for a comparison over a period.
        policies: Choices where the law leaves open how it is to be read.

    Raises:
        InvalidValue: if the period ends before it begins.

    >>> compare_powers(model, model).relation.value
    'ekvivalent'
    """
    pair = Pair(old, new, days_asked(new, on, until), policies)
    return _compared(pair)


def _compared(pair: Pair) -> PowerComparison:
    teller = Teller((pair.before, pair.after), pair.tree)
    gained: list[Power] = []
    lost: list[Power] = []
    relations: list[tuple[str, Relation]] = []
    for who in pair.takers:
        found = pair.differing(who)
        more = {matter: pair.diagrams.without(after, before) for matter, (before, after) in found.items()}
        less = {matter: pair.diagrams.without(before, after) for matter, (before, after) in found.items()}
        news = tuple(teller.powers(who, more))
        olds = tuple(teller.powers(who, less))
        if news or olds:
            relations.append((who, _relation(bool(news), bool(olds), _meet(pair, who, found))))
        gained += news
        lost += olds
    shared = not gained or not lost or any(map(pair.share, pair.takers))
    return PowerComparison(
        on=pair.before.first,
        until=pair.before.last,
        relation=_relation(bool(gained), bool(lost), shared),
        relations=tuple(relations),
        gained=tuple(gained),
        lost=tuple(lost),
        missing=tuple(_missing(pair)),
    )


def _meet(pair: Pair, who: str, found: Differing) -> bool:
    """Whether one may decide some case in both."""
    if any(pair.diagrams.both(*each) != FALSE for each in found.values()):
        return True
    return any(pair.before.power(who, matter) != FALSE for matter in pair.tree.matters if matter not in found)


def _relation(more: bool, less: bool, shared: bool) -> Relation:
    if more and less:
        return Relation.OVERLAPPING if shared else Relation.DISJOINT
    return Relation.STRONGER if more else Relation.WEAKER if less else Relation.EQUIVALENT


def _missing(pair: Pair) -> Iterator[Sentence]:
    if not all(moment.law.held for each in (pair.before, pair.after) for _, _, moment in each.moments):
        yield _NOT_HELD
