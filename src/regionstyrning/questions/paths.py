"""Every path from a node, one way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from regionstyrning.questions.threads import Way


class HasEnds(Protocol):
    """A link, in whatever form."""

    @property
    def lower(self) -> str:
        """Id of what contributes."""

    @property
    def upper(self) -> str:
        """Id of what it contributes to."""


AnyLink = TypeVar("AnyLink", bound=HasEnds)


def paths_from(links_of: Callable[[str], Sequence[AnyLink]], start: str, way: Way) -> Iterator[tuple[AnyLink, ...]]:
    """
    Every path that ends where nothing follows, or where only a round would.

    There may be very many: two ways at each of n levels make two to the power of n.

    Args:
        links_of: Gives the links from a node upwards, or to it from below.
        start: Id to begin from.
        way: Upwards or downwards.

    Returns:
        Links from the start on, in order of the links; no path passes an id twice.
    """
    path: list[AnyLink] = []
    on_it = {start: None}
    ahead = [iter(links_of(start))]
    grown = False
    while ahead:
        for link in ahead[-1]:
            end = link.upper if way == "up" else link.lower
            if end in on_it:
                continue
            onward = links_of(end)
            if onward:
                path.append(link)
                on_it[end] = None
                ahead.append(iter(onward))
                grown = True
                break
            yield (*path, link)
            grown = False
        else:
            if grown:
                yield tuple(path)
            grown = False
            ahead.pop()
            on_it.popitem()
            del path[-1:]
