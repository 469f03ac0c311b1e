"""Every path from a node, one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.questions.threads import far_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.goals import Contribution
    from regionstyrning.questions.threads import Threads, Way


def paths_from(found: Threads, start: str, way: Way) -> Iterator[tuple[Contribution, ...]]:
    """
    Every path that ends where nothing follows, or where only a round would.

    There may be very many: two ways at each of n levels make two to the power of n.

    Args:
        found: The links of the model.
        start: Id to begin from.
        way: Upwards or downwards.

    Returns:
        Links from the start on, in order of the links; no path passes an id twice.
    """
    path: list[Contribution] = []
    on_it = {start: iter(found.links(start, way))}
    grown = False
    while on_it:
        further = next((link for link in on_it[next(reversed(on_it))] if far_end(link, way) not in on_it), None)
        if further is not None:
            end = far_end(further, way)
            path.append(further)
            on_it[end] = iter(found.links(end, way))
        elif grown:
            yield tuple(path)
        grown = further is not None
        if not grown:
            on_it.popitem()  # unlike `del` it leaves no hole for the next look from the end
            del path[-1:]
