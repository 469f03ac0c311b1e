"""What follows from one scheme alone: rows that others cover, and matters that hang on too few."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD
from regionstyrning.model.delegation import Nature
from regionstyrning.questions.authority.case import OWNED_BY
from regionstyrning.questions.powers.alone import Alone, days_asked
from regionstyrning.questions.powers.areas import areas
from regionstyrning.questions.powers.diagrams import FALSE, TRUE
from regionstyrning.questions.powers.overview import Overview, OverviewRow
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel

_NOBODY = (
    Sentence("Ärenden som ingen får besluta, {days}:", "Matters that nobody may decide, {days}:"),
    Sentence("Varje ärende får någon besluta, {days}.", "Every matter may be decided by someone, {days}."),
)
_HANG = (
    Sentence("Det här hänger på en enda befattning, {days}:", "This hangs on a single post, {days}:"),
    Sentence("Inget hänger på en enda befattning, {days}.", "Nothing hangs on a single post, {days}."),
)
_MATTER = Sentence("{matter} [{id}]", "{matter} [{id}]")
_EXCEPT = Sentence("{matter} [{id}] utom {others}", "{matter} [{id}] except {others}")
_POWER = Sentence("{power}", "{power}")


def nobody_may_decide(
    model: SteeringModel, *, on: date | None = None, until: date | None = None, policies: Policies = STANDARD
) -> Overview:
    """
    Find the matters that nobody may decide, whatever the case.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        until: The last day: then nobody may on any of them.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        A row for each widest matter; all that is part of it is meant. A matter that belongs to no
        organ is not taken to belong to any.

    Raises:
        InvalidValue: if the days end before they begin.
    """
    days = days_asked(model, on, until)
    alone = Alone(model, days, policies)
    by_scope: dict[str, list[str]] = {}
    for who in alone.takers:
        for scope in alone.held.held(who):
            by_scope.setdefault(scope, []).append(who)
    matters = alone.held.authority.matters
    found = {matter: FALSE if _anybody(alone, matter, by_scope) else TRUE for matter in alone.tree.matters}
    rows = []
    for area in areas(alone.tree, found, lambda cases, _: cases):
        others = listed(matters.by_id[each].title for each in area.outside)
        words = {"matter": matters.by_id[area.matter].title, "id": area.matter, "others": others}
        rows.append(
            OverviewRow(
                record=area.matter,
                others=area.outside,
                sentence=_EXCEPT if area.outside else _MATTER,
                words=tuple(words.items()),
            )
        )
    return Overview(on=days[0], until=days[1], rows=tuple(rows), heading=_NOBODY[0], nothing=_NOBODY[1])


def _anybody(alone: Alone, matter: str, by_scope: dict[str, list[str]]) -> bool:
    """Whether anybody may decide some case of a matter; one that is no decision is nobody's to decide."""
    matters = alone.held.authority.matters
    if matters.by_id[matter].nature is not Nature.DECISION:
        return True
    for scope in (*matters.above(matter), ""):
        for who in by_scope.get(scope, ()):
            cases = alone.held.power(who, matter)
            unowned = (each for each in alone.diagrams.support(cases) if each[1].startswith(f"{OWNED_BY}:"))
            if alone.diagrams.known(cases, dict.fromkeys(unowned, False)) != FALSE:
                return True
    return False


def hang_on_one_post(
    model: SteeringModel, *, on: date | None = None, until: date | None = None, policies: Policies = STANDARD
) -> Overview:
    """
    Find what only one post has been given to decide, so that the case waits if it is away.

    A deputy counts as another, whether or not the post is away just then. The organ that owns the
    matter does not count: it keeps its right, but has to be called together.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        until: The last day, for a period.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        A row for each post, matter and cell of amounts and days, with the power and an example.

    Raises:
        InvalidValue: if the days end before they begin.
    """
    days = days_asked(model, on, until)
    alone = Alone(model, days, policies)
    posts = alone.held.authority.bodies.positions
    found: dict[str, dict[str, int]] = {}
    for matter, powers in _given(alone).items():
        widened = [alone.diagrams.whoever_is_away(cases) for cases in powers.values()]
        for (who, cases), others in zip(powers.items(), alone.beside(widened), strict=True):
            found.setdefault(who, {})[matter] = alone.diagrams.without(cases, others)
    rows = [
        OverviewRow(record=who, power=power, sentence=_POWER)
        for who in sorted(found)
        if who in posts
        for power in alone.teller.powers(who, {each: found[who][each] for each in alone.tree.within(found[who])})
    ]
    return Overview(on=days[0], until=days[1], rows=tuple(rows), heading=_HANG[0], nothing=_HANG[1])


def _given(alone: Alone) -> dict[str, dict[str, int]]:
    """What has been given to each, by matter and who."""
    found: dict[str, dict[str, int]] = {}
    for who in alone.takers:
        held = {scope: cases for scope, cases in alone.held.held(who).items() if scope}
        for matter in alone.tree.within(held):
            found.setdefault(matter, {})[who] = alone.held.power(who, matter, held)
    return found
