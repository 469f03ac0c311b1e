"""Many paths at once with numpy: the same rules over arrays, chunk by chunk, and the numbers drawn for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
from attrs import frozen

from regionstyrning.alternatives.paths import ALL_FOUR, Values, followed

if TYPE_CHECKING:
    from regionstyrning.alternatives.paths import FollowedYear
    from regionstyrning.alternatives.plan import Plan

Draw = Callable[[int, int], Mapping[str, Values]]
"""Gives the numbers of the paths from one up to another, by the name of the shock: a row for each year."""

BLOCK = 8192
"""How many paths have their numbers drawn together, whatever is reckoned at a time."""

CHUNK = 2 * BLOCK
"""How many paths are reckoned at a time if nobody says: few enough to stay at hand, many enough to be worth it."""

KEPT = 2 * BLOCK
"""Of how many paths whole lines are kept, to tell how they spread."""


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
        self.followed, self.paths = followed(plan, lines), paths
        self.came: dict[str, list[dict[str, int]]] = {
            which: [defaultdict[str, int](int) for _ in plan.years] for which in ALL_FOUR
        }
        self.kept: dict[str, Values] = {line: np.empty((len(plan.years), min(paths, KEPT))) for line in lines}
        self.room: list[Any] = []
        self.room_for = 0

    def add(self, first: int, last: int, drawn: Sequence[Values]) -> None:
        """Reckon the paths from one up to another."""
        if self.room_for != last - first:
            self.room, self.room_for = self.followed.room(last - first), last - first
        for place, year in enumerate(self.followed.take(self.room, drawn)):
            for held, asked in year.truths:
                count = _count(self.room[held], last - first)
                for which, name in asked:
                    self.came[which][place][name] += count
            if first < KEPT:
                self._keep(place, year, first, last)

    def _keep(self, place: int, year: FollowedYear, first: int, last: int) -> None:
        until = min(last, KEPT)
        for line, held in year.lines.items():
            values = np.broadcast_to(self.room[held], (last - first,))
            self.kept[line][place, first:until] = values[: until - first]

    def counts(self) -> Counts:
        """The whole."""
        came = {which: tuple(each) for which, each in self.came.items()}
        return Counts(paths=self.paths, kept=self.kept, **came)


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
    with np.errstate(all="ignore"):  # what cannot be counted is looked for, and told
        for first in range(0, paths, chunk):
            last = min(first + chunk, paths)
            drawn = draw(first, last)
            for tally, (_, names) in zip(tallies, plans, strict=True):
                tally.add(first, last, [drawn[name] for name in names])
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


def _count(truth: object, paths: int) -> int:
    if isinstance(truth, np.ndarray) and truth.ndim:
        return int(np.count_nonzero(truth))
    return paths * bool(truth)
