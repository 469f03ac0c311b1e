"""Every path from a node, one way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
GivenLink_co = TypeVar("GivenLink_co", bound=HasEnds, covariant=True)


class HasLinks(Protocol[GivenLink_co]):
    """What knows the links of each node, in whatever form."""

    def links(self, id: str, way: Way) -> Sequence[GivenLink_co]:
        """Links from a node upwards, or to it from below."""


def paths_from(found: HasLinks[AnyLink], start: str, way: Way) -> Iterator[tuple[AnyLink, ...]]:
    """
    Every path that ends where nothing follows, or where only a round would.

    There may be very many: two ways at each of n levels make two to the power of n.

    Args:
        found: What knows the links.
        start: Id to begin from.
        way: Upwards or downwards.

    Returns:
        Links from the start on, in order of the links; no path passes an id twice.
    """
    path: list[AnyLink] = []
    on_it = {start: None}
    further = [iter(found.links(start, way))]
    grown = False
    while further:
        for link in further[-1]:
            end = link.upper if way == "up" else link.lower
            if end not in on_it:
                path.append(link)
                on_it[end] = None
                further.append(iter(found.links(end, way)))
                grown = True
                break
        else:
            if grown:
                yield tuple(path)
            grown = False
            further.pop()
            on_it.popitem()
            del path[-1:]
