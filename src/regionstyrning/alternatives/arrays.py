"""Many paths at once with numpy: the same rules over arrays, chunk by chunk, and the numbers drawn for them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from regionstyrning.alternatives.ahead import LASTING
from regionstyrning.alternatives.lines import figures_of, line_ahead
from regionstyrning.alternatives.plan import Plan
from regionstyrning.alternatives.reckoning import ready_in, reckoned
from regionstyrning.questions.economy.ratio_value import BEFORE, line_of

if TYPE_CHECKING:
    from regionstyrning.alternatives.ahead import Ahead
    from regionstyrning.alternatives.measure_ahead import MeasureAhead
    from regionstyrning.alternatives.reckoning import Reckoned

Values = NDArray[np.float64]
Draw = Callable[[int, int], Mapping[str, Values]]
"""Gives the numbers of the paths from one up to another, by the name of the shock: a row for each year."""

BLOCK = 8192
"""How many paths have their numbers drawn together, whatever is reckoned at a time."""

CHUNK = 2 * BLOCK
"""How many paths are reckoned at a time if nobody says: few enough to stay at hand, many enough to be worth it."""

KEPT = 2 * BLOCK
"""Of how many paths whole lines are kept, to tell how they spread."""


class Arrays:
    """Arrays of floats of 64 bits, for many paths at once; what is the same for all paths is a float."""

    nothing: Any = 0.0
    """The number zero."""

    def exact(self, value: Decimal) -> Values:
        """The nearest float, which holds for all paths."""
        same: Any = float(value)
        return same  # type: ignore[no-any-return] # a float is added to an array as an array is

    def minimum(self, first: Values, second: Values, /) -> Values:
        """The smaller of two, path by path."""
        return np.minimum(*_rows(first, second))

    def maximum(self, first: Values, second: Values, /) -> Values:
        """The larger of two, path by path."""
        return np.maximum(*_rows(first, second))

    def below(self, first: Values, second: Values, /) -> object:
        """Whether the first is below the second, path by path."""
        return np.less(first, second)

    def where(self, truth: object, then: Values, otherwise: Values, /) -> Values:
        """The one where something is true, the other where it is not."""
        if not isinstance(truth, np.ndarray):
            return then if truth else otherwise
        # Whether it is true of no path, or of all, is told in a tenth of the time that choosing takes.
        true = np.count_nonzero(truth)
        if not true:
            return otherwise
        return then if true == truth.size else np.where(truth, then, otherwise)

    def unknown(self, value: Values, /) -> object:
        """Whether it is no finite number, path by path; False if it is one in all."""
        # The sum of all is finite only if each of them is.
        return False if isfinite(np.add.reduce(value, axis=None)) else ~np.isfinite(value)


ARRAYS = Arrays()


def _rows(first: Any, second: Any) -> tuple[Values, Values]:  # noqa: ANN401 - arrays, or what is the same for all paths
    """Both as arrays if one is: numpy compares an array with a single number at half the speed."""
    if isinstance(first, np.ndarray):
        return first, second if isinstance(second, np.ndarray) else _row(second, first.shape)
    return _row(first, second.shape) if isinstance(second, np.ndarray) else first, second


@lru_cache(maxsize=2)
def _row(value: float, shape: tuple[int, ...]) -> Values:
    """What is the same for all paths, for each of them; nothing is compared with again and again."""
    return np.full(shape, value)


@frozen(kw_only=True, eq=False)
class Counts:
    """
    What many paths came to (räknade banor).

    Attributes:
        paths: How many there were.
        missed: By place of the year and what is asked, in how many it was certainly not kept.
        doubtful: The same, in how many it may not have been kept.
        lost: Of what may be partly met, in how many it certainly was not even that.
        unsure: The same, in how many it may not even have been that.
        kept: By line, a row for each year with the line in the first paths.
    """

    paths: int
    missed: tuple[Mapping[str, int], ...]
    doubtful: tuple[Mapping[str, int], ...]
    lost: tuple[Mapping[str, int], ...]
    unsure: tuple[Mapping[str, int], ...]
    kept: Mapping[str, Values]


class _Tally:
    """What the chunks of one plan have come to so far."""

    def __init__(self, plan: Plan, paths: int, lines: Sequence[str]) -> None:
        self.ready, self.paths = ready_in(ARRAYS, plan), paths
        self.lean = frozenset({*LASTING, *_before(plan)})
        self.missed, self.doubtful, self.lost, self.unsure = (
            [defaultdict[str, int](int) for _ in plan.years] for _ in range(4)
        )
        self.kept: dict[str, Values] = {line: np.empty((len(plan.years), min(paths, KEPT))) for line in lines}

    def add(self, first: int, last: int, drawn: Sequence[Values]) -> Ahead[Values] | None:
        """Reckon the paths from one up to another, and give back what the last year came to."""
        years = reckoned(
            ARRAYS, self.ready, drawn=lambda place: [each[place] for each in drawn], counted=_counted, lean=self.lean
        )
        ended = None
        for place in range(len(self.missed)):
            ended = None  # a year is let go before the next is made in its place
            ended = self._note(place, next(years), first, last)
        return ended

    def _note(self, place: int, year: Reckoned[Values], first: int, last: int) -> Ahead[Values]:
        counts: dict[int, int] = {}  # what several have in common is counted once
        both = self.missed[place], self.doubtful[place]
        all_four, partly = (*both, self.lost[place], self.unsure[place]), year.planned.workings.partly
        for name, truths in year.asked.items():
            for noted, truth in zip(all_four if name in partly else both, truths.all, strict=False):
                count = counts.get(id(truth))
                if count is None:
                    count = counts[id(truth)] = _count(truth, last - first)
                noted[name] += count
        if first < KEPT:
            self._keep(place, year, first, last)
        return year.ahead

    def _keep(self, place: int, year: Reckoned[Values], first: int, last: int) -> None:
        until = min(last, KEPT)
        for line, kept in self.kept.items():
            values = np.broadcast_to(line_ahead(ARRAYS, year.ahead.values, line), (last - first,))
            kept[place, first:until] = values[: until - first]

    def counts(self) -> Counts:
        """The whole."""
        return Counts(
            paths=self.paths,
            missed=tuple(self.missed),
            doubtful=tuple(self.doubtful),
            lost=tuple(self.lost),
            unsure=tuple(self.unsure),
            kept=self.kept,
        )


def counted(
    plans: Sequence[tuple[Plan, Sequence[str]]],
    paths: int,
    draw: Draw,
    *,
    chunk: int = CHUNK,
    lines: Sequence[str] = (),
) -> tuple[Counts, ...]:
    """
    Reckon many paths of several plans, with the same numbers drawn for all of them.

    Args:
        plans: Each with the names of its shocks, in order.
        paths: How many paths.
        draw: What gives the numbers.
        chunk: How many paths are reckoned at a time; it changes memory and time, never what comes out.
        lines: Ids of lines to keep of the first paths.
    """
    tallies = [_Tally(plan, paths, lines) for plan, _ in plans]
    # Memory that was all given back between two chunks would be got anew page by page, a sixth of the time it takes.
    ended: deque[Ahead[Values] | None] = deque(maxlen=1)
    with np.errstate(all="ignore"):  # what cannot be counted is looked for, and told
        for first in range(0, paths, chunk):
            last = min(first + chunk, paths)
            drawn = draw(first, last)
            for tally, (_, names) in zip(tallies, plans, strict=True):
                ended.append(tally.add(first, last, [drawn[name] for name in names]))
    return tuple(each.counts() for each in tallies)


def drawing(names: Sequence[str], years: int, seed: int) -> Draw:
    """
    What draws standard normal numbers, the same for a path whatever is drawn beside it.

    Each shock has a stream of its own by its name, and each block of paths a part of it by its
    place. So more paths, more years, other shocks beside or other chunks leave what was drawn as it was.

    Args:
        names: Names of the shocks.
        years: How many years.
        seed: What the streams begin from.
    """

    def draw(first: int, last: int) -> Mapping[str, Values]:
        return {name: _drawn(name, years, seed, first, last) for name in names}

    return draw


def _drawn(name: str, years: int, seed: int, first: int, last: int) -> Values:
    blocks = list(_blocks(name, years, seed, first, last))
    return blocks[0] if len(blocks) == 1 else np.concatenate(blocks, axis=1)


def _blocks(name: str, years: int, seed: int, first: int, last: int) -> Iterator[Values]:
    for block in range(first // BLOCK, -(-last // BLOCK)):
        sequence = np.random.SeedSequence(seed, spawn_key=(crc32(name.encode()), block))
        numbers = np.random.Generator(np.random.SFC64(sequence)).standard_normal((years, BLOCK))
        begun = block * BLOCK
        yield numbers[:, max(first - begun, 0) : min(last - begun, BLOCK)]


def spread(kept: Values, shares: Sequence[float]) -> Values:
    """Each year's values at some shares of the paths, from the lowest: a row for each share."""
    return np.quantile(kept, shares, axis=1)


def _counted(measure: MeasureAhead, now: Ahead[Values], before: Ahead[Values]) -> Values | None:
    """A measure in a year, no finite number in paths that have none; None if no path has one."""
    try:
        value: Any = measure.value(ARRAYS, now, before)
    except (ZeroDivisionError, KeyError):  # what is the same for all paths is divided as single floats are
        return None
    known: Values | None = value if isinstance(value, np.ndarray) or isfinite(value) else None
    return known


def _before(plan: Plan) -> Iterator[str]:
    """Figures of the year before that a measure asks for."""
    for measure in (measure for year in plan.years for measure in year.measures):
        for name in measure.formula.names:
            if name.startswith(BEFORE):
                yield from figures_of(line_of(name))


def _count(truth: object, paths: int) -> int:
    if isinstance(truth, np.ndarray) and truth.ndim:
        return int(np.count_nonzero(truth))
    return paths * bool(truth)
