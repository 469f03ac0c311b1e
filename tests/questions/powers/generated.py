"""Schemes and cases made by chance, with all that a right can hang on."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.law import law_for
from regionstyrning.model import (
    Act,
    CaseCondition,
    Decision,
    DecisionKind,
    Delegation,
    Deputy,
    DeputyWhen,
    Effect,
    Limit,
    LimitUnit,
    Matter,
    ModelStatus,
    Nature,
    Organ,
    OrganKind,
    Parameter,
    Position,
    PositionKind,
    Provision,
    Receiver,
    Statute,
    SteeringModel,
    Together,
    Trait,
    Validity,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

FIRST = date(2026, 1, 1)
LAST = date(2027, 2, 28)

POSTS = ("chef", "chef-2", "anstalld", "anstalld-2", "ordforande")
GIVERS = ("fullmaktige", "namnd", "namnd-2", "styrelse", "chef", "chef-2", "anstalld", None)
TAKERS = (*POSTS, "presidium", "namnd", "namnd-2", "automat", "styrelse", "kris")
FLAGS = ("inom-budget", "akut", "myndighetsutovning-mot-enskild", "fullmaktiges-arende", "sarskilt-skyddat")
NUMBERS = ("dagar", "antal", "avtalslangd")
AMOUNTS = (0, 1, 50_000, 100_000, 500_000, 1_000_000)
BOUNDS = (Decimal(1), Decimal("2.5"), Decimal(3), Decimal(5))
MATTERS = (
    "allt",
    "inkop",
    "inkop-it",
    "inkop-vard",
    "bidrag",
    "bidrag-forening",
    "utan-agare",
    "attestera",
    "omtvistat",
)


def scheme(random: Random, rows: int = 14) -> SteeringModel:
    """A scheme with so many rows, over organs, posts and matters that are nearly always the same."""
    return SteeringModel(
        id="slump",
        title="Slump",
        as_of=FIRST,
        status=ModelStatus.FICTIONAL,
        legal_person="region",
        organs=_ORGANS,
        positions=tuple(_posts(random)),
        matters=tuple(_matters(random)),
        statutes=_STATUTES if random.random() < 0.7 else (),
        decisions=_CRISIS if random.random() < 0.3 else (),
        delegations=[row(random, at) for at in range(rows)],
    )


_ORGANS = (
    Organ(id="region", title="Regionen", kind=OrganKind.LEGAL_PERSON),
    Organ(id="fullmaktige", title="Fullmäktige", kind=OrganKind.ASSEMBLY, part_of="region"),
    Organ(id="styrelse", title="Styrelsen", kind=OrganKind.BOARD, part_of="region"),
    Organ(id="namnd", title="Nämnden", kind=OrganKind.COMMITTEE, part_of="region"),
    Organ(id="namnd-2", title="Andra nämnden", kind=OrganKind.COMMITTEE, part_of="region"),
    Organ(id="kris", title="Krisledningsnämnden", kind=OrganKind.COMMITTEE, part_of="region", tasks=("krisledning",)),
    Organ(id="presidium", title="Presidiet", kind=OrganKind.PRESIDIUM, part_of="namnd"),
    Organ(id="automat", title="Automaten", kind=OrganKind.AUTOMATED, part_of="namnd"),
    Organ(id="forvaltning", title="Förvaltningen", kind=OrganKind.ADMINISTRATION, part_of="region", serves=("namnd",)),
)

_STATUTES = (
    Statute(
        id="provlag",
        title="Provlag",
        abbreviation="PL",
        provisions=(
            Provision(
                id="1",
                paragraph="1 §",
                title="Bara den som är personligen utsedd, eller minst två ledamöter.",
                effect=Effect.RESERVES,
                organ_kinds=(OrganKind.COMMITTEE,),
                traits=("sarskilt-skyddat",),
                at_least=2,
            ),
            Provision(
                id="1-a",
                paragraph="1 §",
                title="Bara den som är personligen utsedd.",
                effect=Effect.RESERVES,
                position_kinds=(PositionKind.EMPLOYEE,),
                traits=("sarskilt-skyddat",),
                personally_appointed=True,
                validity=Validity(first=date(2026, 6, 1)),
            ),
            Provision(
                id="2",
                paragraph="2 §",
                title="Långa avtal får ingen anställd besluta.",
                effect=Effect.PROHIBITS,
                act=Act.DECIDE,
                position_kinds=(PositionKind.EMPLOYEE,),
                conditions=(CaseCondition(fact="avtalslangd", at_least=Decimal(4)),),
            ),
            Provision(
                id="3",
                paragraph="3 §",
                title="Prisbasbeloppet.",
                effect=Effect.SETS,
                act=Act.ACCOUNT,
                parameters=(
                    Parameter(
                        name="prisbasbelopp",
                        value=Decimal(59_200),
                        unit="kronor",
                        validity=Validity(first=date(2027, 1, 1), last=date(2027, 12, 31)),
                    ),
                ),
            ),
        ),
    ),
)

_CRISIS = (
    Decision(kind=DecisionKind.ENTERS_FUNCTION, by="kris", on=date(2026, 3, 1), about="kris", title="I funktion"),
    Decision(
        kind=DecisionKind.TAKES_OVER,
        by="kris",
        on=date(2026, 3, 2),
        matter="inkop-vard",
        until=date(2026, 5, 31),
        title="Övertar",
    ),
)


def _posts(random: Random) -> Iterator[Position]:
    kinds = (
        PositionKind.HEAD,
        PositionKind.HEAD,
        PositionKind.EMPLOYEE,
        PositionKind.EMPLOYEE,
        PositionKind.CHAIR,
    )
    for id, kind in zip(POSTS, kinds, strict=True):
        yield Position(
            id=id,
            title=id.capitalize(),
            kind=kind,
            organ="namnd" if kind is PositionKind.CHAIR else "forvaltning",
            heads=("forvaltning",) if id == "chef" else (),
            superior="chef" if id.startswith("anstalld") else None,
            validity=Validity(last=date(2026, 9, 30)) if random.random() < 0.1 else None,
        )


def _matters(random: Random) -> Iterator[Matter]:
    above = {
        "inkop": "allt",
        "inkop-it": "inkop",
        "inkop-vard": "inkop",
        "bidrag": "allt",
        "bidrag-forening": "bidrag",
    }
    owners = {"allt": "namnd", "bidrag": "namnd-2", "omtvistat": "fullmaktige", "attestera": "namnd"}
    for id in MATTERS:
        traits = [Trait(id=name, holds=random.random() < 0.3) for name in FLAGS if random.random() < 0.3]
        if id in {"bidrag-forening", "omtvistat"}:
            traits.append(Trait(id="avtalslangd", holds=id == "omtvistat"))
        yield Matter(
            id=id,
            title=id.capitalize(),
            part_of=above.get(id),
            owner=owners.get(id),
            nature=Nature.ATTEST if id == "attestera" else Nature.DECISION,
            traits=traits,
        )


def row(random: Random, at: int) -> Delegation:
    """One row: who gives what to whom, how far, and when."""
    giver = random.choice(GIVERS)
    takers = random.sample(TAKERS, 2 if random.random() < 0.15 else 1)
    matters = random.sample(MATTERS, 2 if random.random() < 0.2 else 1)
    return Delegation(
        id=f"rad-{at}",
        giver=giver,
        statute="PL 3 §" if giver is None else None,
        receivers=[Receiver(position=id) if id in POSTS else Receiver(organ=id) for id in takers],
        together=random.choice((Together.EACH, Together.EACH, Together.JOINTLY, Together.NOT_STATED)),
        matters=matters,
        except_matters=random.sample(MATTERS[2:6], 1) if random.random() < 0.2 else (),
        nature=Nature.PREPARATION if random.random() < 0.05 else Nature.DECISION,
        limits=tuple(_limits(random)),
        conditions=tuple(_conditions(random)),
        validity=_validity(random),
        may_pass_on=random.choice((True, True, None, False)),
        urgent_only=random.random() < 0.15,
        deputies=[
            Deputy(position=id, when=random.choice(list(DeputyWhen)))
            for id in random.sample(POSTS, random.randrange(1, 3))
            if random.random() < 0.5
        ],
        superior_when=random.choice(list(DeputyWhen)) if random.random() < 0.15 else None,
        builds_on=f"rad-{random.randrange(at)}" if at and random.random() < 0.2 else None,
    )


def _limits(random: Random) -> Iterator[Limit]:
    if random.random() < 0.6:
        yield Limit(value=Decimal(random.choice(AMOUNTS)))
    if random.random() < 0.2:
        yield Limit(value=random.choice((Decimal(0), *BOUNDS)), unit=LimitUnit.PRICE_BASE_AMOUNT)
    if random.random() < 0.2:
        yield Limit(value=random.choice(BOUNDS), unit=random.choice((LimitUnit.DAYS, LimitUnit.NUMBER)))


def _conditions(random: Random) -> Iterator[CaseCondition]:
    if random.random() < 0.3:
        yield CaseCondition(fact=random.choice(FLAGS), holds=random.random() < 0.6)
    if random.random() < 0.2:
        bounds = sorted(random.sample(BOUNDS, 2))
        least, most = random.choice(((bounds[0], bounds[1]), (bounds[0], None), (None, bounds[1]), (None, None)))
        yield CaseCondition(fact=random.choice(NUMBERS), at_least=least, at_most=most, holds=random.random() < 0.85)


def _validity(random: Random) -> Validity | None:
    if random.random() < 0.7:
        return None
    first = FIRST + timedelta(days=random.randrange(200))
    return Validity(first=first, last=first + timedelta(days=random.randrange(300)) if random.random() < 0.7 else None)


def altered(random: Random, model: SteeringModel) -> SteeringModel:
    """The same model with a row or two put in the place of others, or taken away."""
    for _ in range(random.randrange(1, 4)):
        at = random.randrange(len(model.delegations))
        gone = model.delegations[at]
        made = (row(random, at),) if random.random() < 0.7 else ()
        if made:
            made = (evolve(made[0], id=gone.id),)
        model = evolve(model, delegations=(*model.delegations[:at], *made, *model.delegations[at + 1 :]))
    if random.random() < 0.1:
        model = evolve(model, matters=tuple(_matters(random)))
    return evolve(model, statutes=()) if random.random() < 0.1 else model


@frozen(kw_only=True)
class Asked:
    """A case of which everything is known, and who would decide it."""

    who: str
    matter: str
    on: date
    amount_sek: int
    facts: dict[str, bool | Decimal]
    urgent: bool
    disqualified: frozenset[str]


def case(random: Random, models: tuple[SteeringModel, SteeringModel], days: tuple[date, date]) -> Asked:
    """A case in which whoever decides is in place, and all that is asked as a number is one or does not hold."""
    who = random.choice((*TAKERS, "fullmaktige"))
    others = [id for id in POSTS if id != who]
    facts: dict[str, bool | Decimal] = {}
    for name in (*FLAGS, "personligen-utsedd", "forvaltningschef-i-namndens-omrade", "var-for-sig"):
        facts[name] = random.random() < (0.8 if name in {"var-for-sig", "forvaltningschef-i-namndens-omrade"} else 0.4)
    for name in (*NUMBERS, "antal-beslutande"):
        facts[name] = random.choice((False, Decimal(0), Decimal(2), Decimal(4), Decimal(7), *BOUNDS))
    for name in ("franvaro", "vakans"):
        facts |= {f"{name}:{id}": True for id in others if random.random() < 0.3}
    facts |= {f"tillhor:{id}": True for id in ("namnd", "styrelse") if random.random() < 0.5}
    bases = (Decimal(1), Decimal(20_000), Decimal(40_000), Decimal(59_200), Decimal(200_000), Decimal(1_000_000))
    told = [year for year in (2026, 2027) if not all(_law_holds_the_base_amount_of(year, each) for each in models)]
    facts |= {f"prisbasbelopp-{year}": random.choice(bases) for year in told}
    length = (days[1] - days[0]).days + 1
    return Asked(
        who=who,
        matter=random.choice(MATTERS),
        on=days[0] + timedelta(days=random.randrange(length)),
        amount_sek=max(0, random.choice(AMOUNTS) + random.choice((-1, 0, 0, 1))),
        facts=facts,
        urgent=random.random() < 0.3,
        disqualified=frozenset(id for id in others if random.random() < 0.2),
    )


def _law_holds_the_base_amount_of(year: int, model: SteeringModel) -> bool:
    return any(
        parameter.name == "prisbasbelopp"
        and parameter.validity is not None
        and parameter.validity.covers(date(year, 7, 1))
        for rule in law_for(model).rules.values()
        for parameter in rule.provision.parameters
    )
