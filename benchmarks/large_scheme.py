"""
Schemes of delegation of any size, and questions about them.

A tree of 2,000 matters: a root that fullmäktige owns, and the fields of ten nämnder, at most six deep.
Fullmäktige gives each nämnd its field, each nämnd ten mandates to each of three förvaltningschefer, who may
pass them on, and nämnd (70 %) or chef (30 %) the rest to employees, for any matter of the field. The root
states of every trait that the law asks about that it never holds, so that answers are firm.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from attrs import frozen

from regionstyrning.law import packaged
from regionstyrning.model import (
    Delegation,
    LegalForm,
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

BOARDS = 10
CHIEFS = 3
FROM_BOARD = 10
MATTERS = 2_000
DEPTH = 6
SHARE_OF_EMPLOYEES = 20
FIRST = date(2019, 1, 1)
ALL_DAYS = Validity(first=date(2018, 1, 1), last=date(2040, 12, 31))
QUESTIONS = 2_000
BOARD_SHARE = 0.7

Question = tuple[str, str, int, date]
"""Who, matter, amount and day."""


@frozen
class Row:
    """One delegation, as plain as a peer wants it; the limit None where there is none."""

    giver: str
    taker: str
    scope: str
    first: date
    last: date
    limit: int | None


@frozen
class Large:
    """A generated scheme: its model, the same as plain rows, the tree of matters and questions."""

    model: SteeringModel
    rows: tuple[Row, ...]
    part_of: dict[str, str | None]
    questions: tuple[Question, ...]

    def above(self, matter: str) -> tuple[str, ...]:
        """The matter and the wider ones."""
        found = [matter]
        while (wider := self.part_of[found[-1]]) is not None:
            found.append(wider)
        return tuple(found)


def large_scheme(delegations: int, seed: int = 1) -> Large:
    """A scheme of so many delegations, and 2,000 questions, some 35 % of which are answered with yes."""
    chance = Random(seed)  # noqa: S311 - no secret
    part_of, fields = _tree(chance)
    rows = _rows(chance, fields, delegations)
    questions = tuple(_question(chance, rows, part_of, fields) for _ in range(QUESTIONS))
    return Large(_model(rows, part_of), tuple(rows), part_of, questions)


def _tree(chance: Random) -> tuple[dict[str, str | None], list[list[str]]]:
    part_of: dict[str, str | None] = {"m0": None}
    depth = {"m0": 0}
    fields: list[list[str]] = [[] for _ in range(BOARDS)]
    for number in range(1, MATTERS):
        field = fields[(number - 1) % BOARDS]
        parents = [each for each in field[:200] if depth[each] < DEPTH - 1]
        parent = chance.choice(parents) if parents else "m0"
        part_of[f"m{number}"], depth[f"m{number}"] = parent, depth[parent] + 1
        field.append(f"m{number}")
    return part_of, fields


def _rows(chance: Random, fields: list[list[str]], count: int) -> list[Row]:
    rows = [Row("fm", f"n{n}", field[0], ALL_DAYS.first, ALL_DAYS.last, None) for n, field in enumerate(fields)]  # type: ignore[arg-type]
    for board in range(BOARDS):
        for chief in range(CHIEFS):
            rows += [_row(chance, f"n{board}", f"c{board}-{chief}", fields[board]) for _ in range(FROM_BOARD)]
    employees = max(count // SHARE_OF_EMPLOYEES, BOARDS)
    while len(rows) < count:
        employee = chance.randrange(employees)
        board = employee % BOARDS
        giver = f"n{board}" if chance.random() < BOARD_SHARE else f"c{board}-{chance.randrange(CHIEFS)}"
        rows.append(_row(chance, giver, f"e{employee}", fields[board]))
    return rows[:count]


def _row(chance: Random, giver: str, taker: str, field: list[str]) -> Row:
    first = FIRST + timedelta(days=chance.randrange(3650))
    last = first + timedelta(days=chance.randrange(180, 1460))
    return Row(giver, taker, chance.choice(field), first, last, int(10 ** chance.uniform(4, 7)))


def _question(chance: Random, rows: list[Row], part_of: dict[str, str | None], fields: list[list[str]]) -> Question:
    row = chance.choice(rows[BOARDS:])
    board = int(row.taker[1:].split("-")[0]) % BOARDS
    if chance.random() < 1 / 2:
        day = FIRST + timedelta(days=chance.randrange(3650 + 1460))
        return row.taker, chance.choice(fields[board]), int(10 ** chance.uniform(4, 7)), day
    below = [each for each in fields[board] if row.scope in _upwards(each, part_of)]
    span = (row.last - row.first).days
    day = row.first + timedelta(days=chance.randrange(-60, span + 60))
    return row.taker, chance.choice(below), int(chance.uniform(0, 1.2) * (row.limit or 0)), day


def _upwards(matter: str | None, part_of: dict[str, str | None]) -> list[str]:
    found = []
    while matter is not None:
        found.append(matter)
        matter = part_of[matter]
    return found


def _model(rows: list[Row], part_of: dict[str, str | None]) -> SteeringModel:
    traits = {trait for act in packaged().statutes for rule in act.provisions for trait in rule.traits}
    never = [Trait(id=trait, holds=False) for trait in sorted(traits)]
    matters = [
        Matter(id=id, title=id, part_of=up, owner=None if up else "fm", traits=() if up else never)
        for id, up in part_of.items()
    ]
    organs = [
        Organ(id="regionen", title="Regionen", kind=OrganKind.LEGAL_PERSON, legal_form=LegalForm.REGION),
        Organ(id="fm", title="Fullmäktige", kind=OrganKind.ASSEMBLY, part_of="regionen"),
    ]
    for board in range(BOARDS):
        organs += [
            Organ(id=f"n{board}", title="Nämnd", kind=OrganKind.COMMITTEE, part_of="regionen"),
            Organ(id=f"f{board}", title="F", kind=OrganKind.ADMINISTRATION, part_of="regionen", serves=[f"n{board}"]),
        ]
    return SteeringModel(
        id="stor",
        title="Stor ordning",
        as_of=date(2026, 1, 1),
        status=ModelStatus.FICTIONAL,
        legal_person="regionen",
        organs=organs,
        positions=[_position(taker) for taker in dict.fromkeys(row.taker for row in rows) if taker[0] != "n"],
        matters=matters,
        delegations=[_delegation(number, row) for number, row in enumerate(rows)],
    )


def _position(id: str) -> Position:
    board = int(id[1:].split("-", maxsplit=1)[0]) % BOARDS
    kind = PositionKind.HEAD if id[0] == "c" else PositionKind.EMPLOYEE
    return Position(id=id, title=id, kind=kind, organ=f"f{board}")


def _delegation(number: int, row: Row) -> Delegation:
    to_board = row.taker[0] == "n"
    return Delegation(
        id=f"d{number}",
        giver=row.giver,
        receivers=[Receiver(organ=row.taker) if to_board else Receiver(position=row.taker)],
        matters=[row.scope],
        limits=[] if row.limit is None else [Limit(value=Decimal(row.limit))],
        validity=Validity(first=row.first, last=row.last),
        may_pass_on=row.taker[0] == "c",
        builds_on=f"d{row.giver[1:]}" if row.giver[0] == "n" else None,
    )
