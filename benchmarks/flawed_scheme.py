"""
A scheme of delegation of any size in which every row holds on the day, and one row in fifty breaks some rule.

Ten nämnder with a field of 200 matters each, and three förvaltningschefer under each of them. Of 100,000 rows the
nämnder give 70 % and the chefer pass 30 % on, to 5,000 employees; nine in ten of these say what they build on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from attrs import evolve

from regionstyrning.model import (
    Delegation,
    Frequency,
    Limit,
    Matter,
    ModelStatus,
    Nature,
    Organ,
    OrganKind,
    Position,
    PositionKind,
    Receiver,
    Reporting,
    SteeringDocument,
    SteeringModel,
    Together,
    Trait,
    Validity,
)

DAY = date(2026, 3, 1)
BOARDS, CHIEFS, FROM_BOARD, FIELD, TOPS = 10, 3, 10, 200, 4
SHARE_OF_EMPLOYEES = 20
GIVEN, SAYING_SO = 0.7, 0.9
FAULTY = 50
"""One row in so many has a fault, if nothing else is asked."""
BARRED = "mal-inriktning-omfattning-kvalitet"
APPEALABLE = "laglighetsprovning"

LASTS = tuple(date(year, 12, 31) for year in (2026, 2027, 2028, 2029))
FORMERLY = date(2024, 12, 31)
BEYOND = date(2031, 12, 31)

Fault = Callable[["Drawing", Delegation], Delegation]


class Drawing:
    """What is drawn on for the rows of a scheme: fields, bases and employees, board by board."""

    def __init__(self, rows: int, faulty: int, seed: int) -> None:
        self.faulty = faulty
        self.chance = Random(seed)  # noqa: S311 - no secret
        self.employees = max(rows // SHARE_OF_EMPLOYEES // BOARDS, 2)
        self.matters = [matter for board in range(BOARDS) for matter in self._field(board)]
        self.by_id = {matter.id: matter for matter in self.matters}
        self.bases: list[list[Delegation]] = [[] for _ in range(BOARDS)]
        self.given: list[list[Delegation]] = [[] for _ in range(BOARDS)]
        self.passed: list[list[Delegation]] = [[] for _ in range(BOARDS)]

    def _field(self, board: int) -> Iterator[Matter]:
        """Four matters that the nämnd owns, a barred one under each of them, and narrower ones below the rest."""
        appealable = Trait(id=APPEALABLE, holds=True)
        open_ones: list[str] = []
        for at in range(FIELD):
            id, top = _matter(board, at), at < TOPS
            barred = TOPS <= at < 2 * TOPS
            above = None if top else _matter(board, at - TOPS) if barred else self.chance.choice(open_ones[:60])
            traits = (appealable,) if top else (Trait(id=BARRED, holds=True),) if barred else ()
            yield Matter(id=id, title=id, owner=f"n{board}" if top else None, part_of=above, traits=traits)
            if not barred:
                open_ones.append(id)

    def matter(self, board: int) -> str:
        """Any matter of a field that the law lets a nämnd delegate."""
        at = self.chance.randrange(FIELD - TOPS)
        return _matter(board, at if at < TOPS else at + TOPS)

    def employee(self, board: int) -> tuple[Receiver, ...]:
        """Any employee under a nämnd."""
        return (Receiver(position=f"e{board}-{self.chance.randrange(self.employees)}"),)

    def limit(self) -> tuple[Limit, ...]:
        """A limit in kronor, alike on few levels as in real schemes."""
        return (Limit(value=Decimal(100_000 * self.chance.randrange(1, 100))),)


def _matter(board: int, at: int) -> str:
    return f"m{board}-{at}"


def flawed_scheme(rows: int, faulty: int = FAULTY, seed: int = 1) -> SteeringModel:
    """
    A scheme of so many rows.

    Args:
        rows: How many.
        faulty: One of so many has a fault.
        seed: Which of the made-up schemes.
    """
    drawing = Drawing(rows, faulty, seed)
    delegations = [_base(drawing, at) for at in range(BOARDS * CHIEFS * FROM_BOARD)]
    delegations += [_row(drawing, at) for at in range(len(delegations), rows)]
    organs = [
        Organ(id="regionen", title="Regionen", kind=OrganKind.LEGAL_PERSON),
        Organ(id="rf", title="Regionfullmäktige", kind=OrganKind.ASSEMBLY, part_of="regionen"),
        Organ(id="rs", title="Regionstyrelsen", kind=OrganKind.BOARD, part_of="regionen"),
        Organ(id="forum", title="Ett samverkansorgan", kind=OrganKind.FORUM, part_of="regionen"),
        Organ(id="former", title="En upphörd nämnd", kind=OrganKind.COMMITTEE, validity=Validity(last=FORMERLY)),
    ]
    for board in range(BOARDS):
        n = f"n{board}"
        organs += [
            Organ(id=n, title=f"Nämnd {board}", kind=OrganKind.COMMITTEE, part_of="regionen"),
            Organ(id=f"u{board}", title=f"Utskott {board}", kind=OrganKind.SUBCOMMITTEE, part_of=n),
            Organ(id=f"f{board}", title=f"F {board}", kind=OrganKind.ADMINISTRATION, part_of="regionen", serves=(n,)),
        ]
    return SteeringModel(
        id="bristfallig",
        title="Bristfällig ordning",
        as_of=DAY,
        status=ModelStatus.FICTIONAL,
        legal_person="regionen",
        organs=organs,
        positions=[*_positions(drawing)],
        matters=drawing.matters,
        documents=[
            SteeringDocument(id=f"o{board}", title=f"Ordning {board}", in_force=Validity(first=date(2024, 1, 1)))
            for board in range(BOARDS)
        ],
        delegations=delegations,
    )


def _positions(drawing: Drawing) -> Iterator[Position]:
    for board in range(BOARDS):
        home = f"f{board}"
        for at in range(CHIEFS):
            yield Position(id=f"c{board}-{at}", title=f"Chef {at}", kind=PositionKind.HEAD, organ=home, heads=(home,))
        for at in range(drawing.employees):
            id = f"e{board}-{at}"
            yield Position(id=id, title=f"Anställd {at}", kind=PositionKind.EMPLOYEE, organ=home)


def _base(drawing: Drawing, at: int) -> Delegation:
    """What a nämnd gives a förvaltningschef, with leave to pass it on."""
    board = at % BOARDS
    chief = Receiver(position=f"c{board}-{at // BOARDS % CHIEFS}")
    row = evolve(_given(drawing, at, board), receivers=(chief,), may_pass_on=True)
    drawing.bases[board].append(row)
    return row


def _given(drawing: Drawing, at: int, board: int) -> Delegation:
    """What a nämnd gives an employee."""
    return Delegation(
        id=f"d{at}",
        giver=f"n{board}",
        receivers=drawing.employee(board),
        matters=(drawing.matter(board),),
        limits=drawing.limit(),
        validity=Validity(first=date(2025, 1, 1), last=drawing.chance.choice(LASTS)),
        reporting=Reporting(organs=(f"n{board}",), often=Frequency.NEXT_MEETING),
        document=f"o{board}",
    )


def _passed(drawing: Drawing, at: int, board: int, base: Delegation) -> Delegation:
    """What whoever has a right passes on of it."""
    says = drawing.chance.random() < SAYING_SO
    return evolve(
        base,
        id=f"d{at}",
        giver=base.receivers[0].position,
        receivers=drawing.employee(board),
        may_pass_on=None,
        builds_on=base.id if says else None,
    )


def _row(drawing: Drawing, at: int) -> Delegation:
    chance, board = drawing.chance, at % BOARDS
    given = chance.random() < GIVEN
    row = _given(drawing, at, board) if given else _passed(drawing, at, board, chance.choice(drawing.bases[board]))
    if chance.randrange(drawing.faulty):
        (drawing.given if given else drawing.passed)[board].append(row)
        return row
    return chance.choice(FAULTS_GIVEN if given else FAULTS_PASSED)(drawing, row)


def _board(row: Delegation) -> int:
    return int((row.document or "")[1:])


def _of_base(drawing: Drawing, row: Delegation) -> tuple[Delegation, Delegation]:
    """A row that says what it builds on, and that."""
    base = drawing.chance.choice(drawing.bases[_board(row)])
    return _passed(drawing, int(row.id[1:]), _board(row), base), base


def _above_the_limit(drawing: Drawing, row: Delegation) -> Delegation:
    row, base = _of_base(drawing, row)
    return evolve(row, builds_on=base.id, limits=(Limit(value=base.limits[0].value + 1),))


def _beyond_the_days(drawing: Drawing, row: Delegation) -> Delegation:
    row, base = _of_base(drawing, row)
    return evolve(row, builds_on=base.id, validity=Validity(last=BEYOND))


def _of_a_wider_matter(drawing: Drawing, row: Delegation) -> Delegation:
    row, base = _of_base(drawing, row)
    return evolve(row, builds_on=base.id, matters=(drawing.by_id[base.matters[0]].part_of or base.matters[0],))


def _of_another_matter(drawing: Drawing, row: Delegation) -> Delegation:
    row, base = _of_base(drawing, row)
    return evolve(row, builds_on=base.id, matters=(_matter((_board(row) + 1) % BOARDS, 2 * TOPS),))


def _without_leave(drawing: Drawing, row: Delegation) -> Delegation:
    base = drawing.chance.choice(drawing.given[_board(row)])
    return evolve(_passed(drawing, int(row.id[1:]), _board(row), base), builds_on=base.id)


def _passed_on_twice(drawing: Drawing, row: Delegation) -> Delegation:
    base = drawing.chance.choice(drawing.passed[_board(row)])
    return evolve(_passed(drawing, int(row.id[1:]), _board(row), base), builds_on=base.id)


def _with(**changes: Any) -> Fault:  # noqa: ANN401 - any field
    return lambda _, row: evolve(row, **changes)


FAULTS_GIVEN: tuple[Fault, ...] = (
    _with(receivers=(Receiver(organ="forum"),)),
    _with(receivers=()),
    _with(receivers=(Receiver(office="enhetschefer"),)),
    _with(may_pass_on=True),
    _with(reporting=None),
    _with(reporting=Reporting(organs=("rs",), often=Frequency.NEXT_MEETING)),
    _with(giver="former", reporting=Reporting(organs=("former",), often=Frequency.NEXT_MEETING)),
    _with(giver="rs", reporting=Reporting(organs=("rs",), often=Frequency.NEXT_MEETING)),
    _with(nature=Nature.PREPARATION),
    lambda drawing, row: evolve(row, matters=(_matter(_board(row), TOPS + drawing.chance.randrange(TOPS)),)),
    lambda drawing, row: evolve(row, matters=(drawing.matter((_board(row) + 1) % BOARDS),)),
    lambda _, row: evolve(row, receivers=(Receiver(organ=f"u{_board(row)}"),), urgent_only=True),
    lambda _, row: evolve(row, matters=tuple(_matter(_board(row), at) for at in range(TOPS)), limits=()),
    lambda _, row: evolve(row, reporting=Reporting(organs=(row.giver or "",), often=Frequency.NOT_REPORTED)),
    lambda drawing, row: evolve(row, receivers=_two(drawing, row), together=Together.JOINTLY),
    lambda drawing, row: evolve(row, receivers=_two(drawing, row), together=Together.NOT_STATED),
)

FAULTS_PASSED: tuple[Fault, ...] = (
    _above_the_limit,
    _beyond_the_days,
    _of_a_wider_matter,
    _of_another_matter,
    _without_leave,
    _passed_on_twice,
)


def _two(drawing: Drawing, row: Delegation) -> tuple[Receiver, ...]:
    return *drawing.employee(_board(row)), Receiver(position=f"c{_board(row)}-0")
