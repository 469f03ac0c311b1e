"""Where links go round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter


def cycles(links: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """
    Find where links go round.

    Args:
        links: For each id what it leads to.

    Returns:
        One round for each place where they do, beginning with its first id in order; rounds that
        share an id with one already given are not told apart from it.

    >>> list(cycles({"b": ["a"], "a": ["b"], "c": ["a"]}))
    [('a', 'b')]
    """
    left = {id: sorted(links[id]) for id in sorted(links)}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            found = tuple(reversed(error.args[1][:-1]))
            first = found.index(min(found))
            yield found[first:] + found[:first]
            left = {id: [end for end in ends if end not in found] for id, ends in left.items() if id not in found}
        else:
            return
