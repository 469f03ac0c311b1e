"""Whose field a case lies in, as far as the law asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.model.statutes import Tie

if TYPE_CHECKING:
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.pattern import Pattern


def patterns_in(authority: Authority, patterns: tuple[Pattern, ...], matter: str) -> tuple[Pattern, ...]:
    """
    The links as they stand in a matter: a styrelse may be in a field that belongs to another nämnd.

    What counts is who owns the matter of the case, which may be narrower than what was handed over.
    """
    owner = authority.matters.owner(matter)
    if owner not in authority.bodies.committees:
        return patterns
    return tuple(
        pattern if pattern.board in {None, owner} else evolve(pattern, ties=pattern.ties | {Tie.OTHERS_FIELD})
        for pattern in patterns
    )
