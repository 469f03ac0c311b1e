"""How parts are joined to a whole."""

from __future__ import annotations

from regionstyrning.model import Ground, Join, JoinKind, Level, LevelKind


def test_a_stated_join_is_told_apart_from_none() -> None:
    """A region that says that all indicators must be met is not one that says nothing."""
    stated = Level(
        id="fokusomrade",
        title="Fokusområde",
        kind=LevelKind.PERSPECTIVE,
        judged_by=[Ground.MEASURES],
        join=Join(kind=JoinKind.ALL, text="alla tre indikatorerna är uppfyllda"),
    )
    silent = Level(id="mal", title="Mål", kind=LevelKind.GOAL, judged_by=[Ground.MEASURES])
    assert (stated.join is None, silent.join is None) == (False, True)


def test_a_join_may_ask_for_a_number_of_parts() -> None:
    """At least three of the parts is neither all nor any."""
    assert Join(kind=JoinKind.COUNT, at_least=3).at_least == 3
