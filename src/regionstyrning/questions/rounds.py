"""Where links go round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def rounds(links: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """
    Find where links go round, each link looked at once.

    Args:
        links: For each id what it leads to. What is no key leads nowhere.

    Returns:
        At least one round for each place where they do, beginning with its first id in order. A
        round that shares an id with one already given is passed over.

    >>> list(rounds({"b": ["a"], "a": ["b"], "c": ["a"]}))
    [('a', 'b')]
    """
    told: set[str] = set()
    done: set[str] = set()
    for start in sorted(links):
        way: dict[str, Iterator[str]] = {}
        _go_on(way, start, links, done)
        while way:
            id = next(reversed(way))
            end = next(way[id], None)
            if end is None:
                done.add(id)
                way.popitem()  # unlike `del` it leaves no hole for the next look from the end
            elif end in way:
                found = _round(way, end)
                if told.isdisjoint(found):
                    told.update(found)
                    yield found
            else:
                _go_on(way, end, links, done)


def _go_on(way: dict[str, Iterator[str]], id: str, links: Mapping[str, Iterable[str]], done: set[str]) -> None:
    if id not in done:
        way[id] = iter(sorted(links.get(id, ())))


def _round(way: Iterable[str], end: str) -> tuple[str, ...]:
    ids = list(way)
    found = ids[ids.index(end) :]
    first = found.index(min(found))
    return tuple(found[first:] + found[:first])
