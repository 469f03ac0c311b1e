"""Every path from a node, one way."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from regionstyrning.questions.paths import paths_from
from regionstyrning.questions.threads import threads
from tests.threaded import bare, goal, ladder, link, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from regionstyrning.model import Contribution, SteeringModel
    from regionstyrning.questions.threads import Way


def links(model: SteeringModel, way: Way) -> Callable[[str], Sequence[Contribution]]:
    """What gives the links from a node, one way."""
    return partial(threads(model).links, way=way)


def test_links_stand_from_the_start_on() -> None:
    """Downwards too."""
    model = bare(*map(goal, "abc"), link("a", "b"), link("b", "c"))
    paths = [[(each.lower, each.upper) for each in path] for path in paths_from(links(model, "down"), "c", "down")]
    assert paths == [[("b", "c"), ("a", "b")]]


def test_a_ladder_of_diamonds_has_two_to_the_power_of_its_rungs() -> None:
    """Each once."""
    found = list(paths_from(links(ladder(10), "up"), "g0", "up"))
    assert (len(found), len(set(map(tuple, found)))) == (1024, 1024)


def test_paths_are_made_one_by_one() -> None:
    """The first of more than can be counted is there at once."""
    found = list(islice(paths_from(links(ladder(60), "up"), "g0", "up"), 2))
    assert [len(path) for path in found] == [120, 120]


def test_a_path_may_be_longer_than_the_stack() -> None:
    """There is no recursion."""
    assert [len(path) for path in paths_from(links(row(20_000), "up"), "g0", "up")] == [19_999]


def test_in_a_knot_every_path_ends() -> None:
    """Where all goals serve all others, each path takes each of them once."""
    model = bare(*map(goal, "abcd"), *(link(a, b) for a in "abcd" for b in "abcd" if a != b))
    assert [len(path) for path in paths_from(links(model, "up"), "a", "up")] == [3] * 6
