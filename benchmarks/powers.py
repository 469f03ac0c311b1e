"""How long two delegation schemes take to compare: 600 rows each, and 10,000 rows each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from time import process_time
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning import compare_powers
from regionstyrning.model import (
    CaseCondition,
    Delegation,
    Limit,
    Matter,
    ModelStatus,
    Organ,
    OrganKind,
    Position,
    PositionKind,
    Receiver,
    SteeringModel,
    Trait,
    Validity,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2026, 3, 1)
WITHIN_SECONDS = {600: 2.0, 10_000: 60.0}
"""The rows of each scheme, and the seconds that comparing two of them may take."""

MATTERS = {600: 200, 10_000: 2_000}
POSTS = {600: 60, 10_000: 500}

_LIMITS = (100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000)
_FACTS = ("inom-budget", "upphandlat", "akut-behov")
_NAMED = "namnden"


def scheme(rows: int, seed: int = 1) -> SteeringModel:
    """
    A made-up scheme over a tree of matters: amounts, conditions, periods, exceptions and passing on.

    Args:
        rows: How many rows.
        seed: Which of the made-up schemes.
    """
    random = Random(seed)  # noqa: S311 - no secret
    matters = tuple(_matters(MATTERS[rows]))
    organs = (
        Organ(id="regionen", title="Regionen", kind=OrganKind.LEGAL_PERSON),
        Organ(id=_NAMED, title="Nämnden", kind=OrganKind.COMMITTEE, part_of="regionen"),
        Organ(
            id="forvaltningen",
            title="Förvaltningen",
            kind=OrganKind.ADMINISTRATION,
            part_of="regionen",
            serves=(_NAMED,),
        ),
    )
    posts = [
        Position(id="chefen", title="Chefen", organ="forvaltningen", kind=PositionKind.HEAD, heads=("forvaltningen",))
    ]
    posts += [
        Position(id=f"post-{at}", title=f"Post {at}", organ="forvaltningen", kind=PositionKind.EMPLOYEE)
        for at in range(POSTS[rows])
    ]
    return SteeringModel(
        id="uppfunnen",
        title="Uppfunnen",
        as_of=DAY,
        status=ModelStatus.FICTIONAL,
        legal_person="regionen",
        organs=organs,
        positions=posts,
        matters=matters,
        delegations=[_row(at, random, matters, len(posts) - 1) for at in range(rows)],
    )


def _matters(count: int) -> Iterator[Matter]:
    """A tree in which each matter has up to seven below it."""
    yield Matter(id="arende-0", title="Ärende 0", owner=_NAMED, traits=(Trait(id="fullmaktiges-arende", holds=False),))
    for at in range(1, count):
        traits = (Trait(id="myndighetsutovning-mot-enskild", holds=at % 2 == 0),) if at % 5 == 0 else ()
        yield Matter(id=f"arende-{at}", title=f"Ärende {at}", part_of=f"arende-{(at - 1) // 7}", traits=traits)


def _row(at: int, random: Random, matters: tuple[Matter, ...], posts: int) -> Delegation:
    passed_on = at % 5 == 1 and at > 1
    matter = matters[random.randrange(1, len(matters))].id
    return Delegation(
        id=f"rad-{at}",
        label=f"{at}",
        giver="chefen" if passed_on else _NAMED,
        receivers=(Receiver(position="chefen" if at % 5 == 0 else f"post-{random.randrange(posts)}"),),
        matters=(matter,),
        limits=(Limit(value=Decimal(random.choice(_LIMITS))),),
        conditions=(CaseCondition(fact=random.choice(_FACTS)),) if random.random() < 0.2 else (),  # noqa: PLR2004
        validity=Validity(last=date(2026, 12, 31)) if random.random() < 0.1 else None,  # noqa: PLR2004
        may_pass_on=True if at % 5 == 0 else None,
        builds_on=f"rad-{random.randrange(at // 5 + 1) * 5}" if passed_on else None,
    )


def changed(model: SteeringModel) -> SteeringModel:
    """The same scheme with one limit doubled, in the last row that the nämnd gives a post."""
    row = next(each for each in reversed(model.delegations) if each.giver == _NAMED and not each.may_pass_on)
    return model.with_(evolve(row, limits=(evolve(row.limits[0], value=row.limits[0].value * 100),)))


def seconds(old: SteeringModel, new: SteeringModel) -> tuple[float, int]:
    """How long a comparison keeps the processor busy, the indexes made anew, and how many powers it tells."""
    start = process_time()
    found = compare_powers(evolve(old), evolve(new))
    return process_time() - start, len(found.gained) + len(found.lost)
