"""Evidence carried upwards along the links between goals, on a scale from −100 to 100."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.evaluators.ways.balances import (
    NONE,
    UNKNOWN,
    WHOLE,
    Balance,
    Span,
    balance_of,
    least,
    rounded,
    summed,
    times,
)
from regionstyrning.model.goals import ContributionKind
from regionstyrning.model.records import as_tuple
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from regionstyrning.model.goals import Contribution
    from regionstyrning.text.sentences import Language

ROUNDS = 50
"""How many times what goes round is reckoned at most, unless the caller says otherwise."""

_PARTS = {ContributionKind.BREAKS_DOWN, ContributionKind.MEASURES}
_ADDED = {ContributionKind.CONTRIBUTES, ContributionKind.WORKS_AGAINST}

_HEADERS = (
    Sentence("id", "id"),
    Sentence("för", "for"),
    Sentence("emot", "against"),
    Sentence("sammanlagt", "in all"),
    Sentence("konflikt", "conflict"),
)
_CONFLICT = {True: Sentence("ja", "yes"), False: Sentence("nej", "no"), None: Sentence("kanske", "perhaps")}


@frozen(kw_only=True)
class Propagated(Readable):
    """
    What speaks for and against every goal (spridda belägg).

    Attributes:
        balances: The balance of each id, in order of id.
    """

    _read: ClassVar[str] = "balances"

    balances: tuple[tuple[str, Balance], ...] = field(converter=as_tuple)

    def __getitem__(self, id: str) -> Balance:
        """
        The balance of a goal, indicator or perspective.

        Raises:
            KeyError: if nothing is linked to or from it, and it has no value.
        """
        return dict(self.balances)[id]

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """A row for each id, with what speaks for and against."""
        rows = (
            (
                id,
                each.support.text(lang),
                each.against.text(lang),
                each.net.text(lang),
                _CONFLICT[each.conflict].say(lang),
            )
            for id, each in self.balances
        )
        return text_table([header.say(lang) for header in _HEADERS], rows, width)

    def to_records(self) -> list[dict[str, Any]]:
        """One row an id: id, then the least and the most for, against and in all, and whether they conflict."""
        return [
            {
                "id": id,
                "for_low": rounded(each.support.low),
                "for_high": rounded(each.support.high),
                "against_low": rounded(each.against.low),
                "against_high": rounded(each.against.high),
                "low": rounded(each.net.low),
                "high": rounded(each.net.high),
                "conflict": each.conflict,
            }
            for id, each in self.balances
        ]


def propagate(
    values: Mapping[str, tuple[Decimal, Decimal]],
    links: Iterable[Contribution],
    *,
    on: date,
    whole: Decimal | None = None,
    rounds: int = ROUNDS,
) -> Propagated:
    """
    Carry what is known of some goals and indicators upwards along the links.

    - What a goal is broken down into, and what measures it, gives it the least of theirs.
    - What contributes adds to that by its weight, up to 100; what works against it is turned round.
    - A condition is an upper bound.
    - What speaks for and what speaks against are reckoned apart.
    - What nobody knows is anything from −100 to 100, and is carried on as such.

    How these are joined is an arithmetic for comparison, which no region has stated.

    Args:
        values: The least and the most of each goal or indicator that is known, −100 to 100. What
            has a value of its own keeps it, whatever stands under it.
        links: Links upwards.
        on: The day whose weights count. Where some links to a goal have a weight and others not, the
            others weigh anything from nothing to the whole.
        whole: The weight that counts in full; the greatest of the goal's own links if left out, so
            that weights may be in any unit.
        rounds: How many times links that go round are followed at most. What has not settled
            by then is bounded by what is known so far.

    >>> from regionstyrning.model import Contribution, ContributionKind as Kind
    >>> links = [
    ...     Contribution(lower="bemanning", upper="vard-i-tid", kind=Kind.BREAKS_DOWN),
    ...     Contribution(lower="lokaler", upper="vard-i-tid", kind=Kind.BREAKS_DOWN),
    ...     Contribution(lower="besparing", upper="vard-i-tid", kind=Kind.WORKS_AGAINST),
    ... ]
    >>> known = {"bemanning": (Decimal(80), Decimal(80)), "besparing": (Decimal(50), Decimal(50))}
    >>> print(propagate(known, links, on=date(2026, 1, 1)).text())
    id          för         emot         sammanlagt     konflikt
    ----------  ----------  -----------  -------------  --------
    bemanning   80          0            80             nej
    besparing   50          0            50             nej
    lokaler     0 till 100  0 till 100   −100 till 100  nej
    vard-i-tid  0 till 80   50 till 100  −100 till 30   kanske
    """
    under: defaultdict[str, list[Contribution]] = defaultdict(list)
    for link in sorted(links, key=_order):
        under[link.upper].append(link)
    known = {id: balance_of(*ends) for id, ends in values.items()}
    state = {id: known.get(id, UNKNOWN) for id in sorted({*known, *_ends(under)})}
    asked = {id: below for id, below in under.items() if id not in known}
    straight, round_ = _in_order(asked)
    for id in straight:
        state[id] = _joined(asked[id], state, on, whole)
    for _ in range(rounds):
        before = [state[id] for id in round_]
        for id in round_:
            state[id] = _joined(asked[id], state, on, whole)
        if before == [state[id] for id in round_]:
            break
    return Propagated(balances=state.items())


def _order(link: Contribution) -> str:
    return link.id


def _ends(under: Mapping[str, Sequence[Contribution]]) -> Iterator[str]:
    for id, links in under.items():
        yield id
        yield from (link.lower for link in links)


def _in_order(under: Mapping[str, Sequence[Contribution]]) -> tuple[list[str], list[str]]:
    """What has links under it, each after what is under it; and what goes round or stands above that."""
    waits = {id: sum(link.lower in under for link in links) for id, links in under.items()}
    above: defaultdict[str, list[str]] = defaultdict(list)
    for id, links in under.items():
        for link in links:
            above[link.lower].append(id)
    straight = [id for id, count in waits.items() if not count]
    for id in straight:
        for upper in above[id]:
            waits[upper] -= 1
            if not waits[upper]:
                straight.append(upper)
    return straight, sorted(under.keys() - set(straight))


def _joined(below: Sequence[Contribution], state: Mapping[str, Balance], on: date, whole: Decimal | None) -> Balance:
    """What the links to one goal make of what is known under it."""
    parts = [state[link.lower] for link in below if link.kind in _PARTS]
    added = [least(parts)] if parts else []
    added += _weighed([link for link in below if link.kind in _ADDED], state, on, whole)
    conditions = [state[link.lower] for link in below if link.kind is ContributionKind.CONDITION]
    return least([summed(added), *conditions])


def _weighed(
    links: Sequence[Contribution], state: Mapping[str, Balance], on: date, whole: Decimal | None
) -> Iterator[Balance]:
    weights = [_weight(link, on) for link in links]
    stated = [abs(weight) for weight in weights if weight is not None]
    full = Fraction(whole) if whole is not None else max(stated, default=WHOLE)
    for link, weight in zip(links, weights, strict=True):
        turned = (link.kind is ContributionKind.WORKS_AGAINST) != (weight is not None and weight < 0)
        if weight is not None:
            share = Span(*[abs(weight) / full if full else NONE] * 2)
        else:
            share = Span(NONE if stated else WHOLE, WHOLE)
        held = state[link.lower]
        support, against = (times(each, share) for each in (held.support, held.against))
        yield Balance(against, support, held.single) if turned else Balance(support, against, held.single)


def _weight(link: Contribution, on: date) -> Fraction | None:
    """The weight that holds on a day; None if none is stated for it, or several are."""
    held = {each.value for each in link.weights if each.validity is None or each.validity.covers(on)}
    return Fraction(next(iter(held))) if len(held) == 1 else None
