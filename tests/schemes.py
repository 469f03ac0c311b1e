"""
Small schemes of delegation, right and wrong, and questions about them.

Few matters, organs of all kinds and posts that hand on to one another, lawfully as a rule and oddly
now and then, so that chains meet, narrow, break and come to nothing. Made from a number, as tangles
are, and for the same reason.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

from regionstyrning.model import (
    CaseCondition,
    Decision,
    DecisionKind,
    Delegation,
    Deputy,
    DeputyWhen,
    LegalForm,
    Limit,
    LimitUnit,
    Matter,
    Nature,
    Organ,
    OrganKind,
    Ownership,
    OwnershipKind,
    Position,
    PositionKind,
    Receiver,
    SteeringDocument,
    SteeringModel,
    Together,
    Trait,
    Validity,
)
from regionstyrning.model.statutes import Effect, Provision, Statute
from tests.oracle.said import Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hypothesis.strategies import SearchStrategy

Any_ = TypeVar("Any_")

REGION, NEIGHBOUR, COMPANY = "regionen", "grannen", "bolaget"

ORGANS: dict[str, dict[str, Any]] = {
    REGION: {"kind": OrganKind.LEGAL_PERSON, "legal_form": LegalForm.REGION},
    NEIGHBOUR: {"kind": OrganKind.LEGAL_PERSON, "legal_form": LegalForm.MUNICIPALITY},
    COMPANY: {"kind": OrganKind.LEGAL_PERSON, "legal_form": LegalForm.COMPANY},
    "rf": {"kind": OrganKind.ASSEMBLY, "part_of": REGION},
    "rs": {"kind": OrganKind.BOARD, "part_of": REGION},
    "hsn": {"kind": OrganKind.COMMITTEE, "part_of": REGION},
    "trn": {"kind": OrganKind.COMMITTEE, "part_of": REGION},
    "gn": {"kind": OrganKind.JOINT_COMMITTEE, "part_of": REGION},
    "kln": {"kind": OrganKind.COMMITTEE, "part_of": REGION, "tasks": ["krisledning"]},
    "utskottet": {"kind": OrganKind.SUBCOMMITTEE, "part_of": "hsn"},
    "presidiet": {"kind": OrganKind.PRESIDIUM, "part_of": "hsn"},
    "beredningen": {"kind": OrganKind.PREPARATORY, "part_of": "hsn"},
    "brukarna": {"kind": OrganKind.SELF_GOVERNING, "part_of": "hsn"},
    "parterna": {"kind": OrganKind.STAFF_JOINT, "part_of": REGION},
    "roboten": {"kind": OrganKind.AUTOMATED, "part_of": REGION},
    "varden": {"kind": OrganKind.ADMINISTRATION, "part_of": REGION, "serves": ["hsn"]},
    "kontoret": {"kind": OrganKind.ADMINISTRATION, "part_of": REGION, "serves": ["rs"]},
    "enheten": {"kind": OrganKind.UNIT, "part_of": "varden"},
    "grannkontoret": {"kind": OrganKind.ADMINISTRATION, "part_of": NEIGHBOUR},
    "bolagskontoret": {"kind": OrganKind.OFFICE, "part_of": COMPANY},
}

LASTING = {OrganKind.LEGAL_PERSON, OrganKind.ADMINISTRATION, OrganKind.OFFICE}
"""Who employs and who leads is not told by the day; these have no days of their own."""

POSTS: dict[str, dict[str, Any]] = {
    "ordforanden": {"kind": PositionKind.CHAIR, "organ": "hsn"},
    "vice": {"kind": PositionKind.VICE_CHAIR, "organ": "presidiet"},
    "ledamoten": {"kind": PositionKind.MEMBER, "organ": "hsn"},
    "ersattaren": {"kind": PositionKind.SUBSTITUTE, "organ": "hsn"},
    "krisordforanden": {"kind": PositionKind.CHAIR, "organ": "kln"},
    "direktoren": {"kind": PositionKind.DIRECTOR, "organ": "kontoret", "heads": ["kontoret"]},
    "chefen": {"kind": PositionKind.HEAD, "organ": "varden", "heads": ["varden"], "superior": "direktoren"},
    "enhetschefen": {"kind": PositionKind.EMPLOYEE, "organ": "enheten", "superior": "chefen"},
    "handlaggaren": {"kind": PositionKind.EMPLOYEE, "organ": "enheten", "superior": "enhetschefen"},
    "lakaren": {"kind": PositionKind.STATUTORY, "organ": "enheten", "superior": "enhetschefen"},
    "revisorn": {"kind": PositionKind.AUDITOR, "organ": "rf"},
    "grannchefen": {"kind": PositionKind.HEAD, "organ": "grannkontoret", "heads": ["grannkontoret"]},
    "grannen-anstalld": {"kind": PositionKind.EMPLOYEE, "organ": "grannkontoret", "superior": "grannchefen"},
    "konsulten": {"kind": PositionKind.EMPLOYEE, "organ": "bolagskontoret"},
}

MATTERS: dict[str, dict[str, Any]] = {
    "allt": {},
    "vard": {"part_of": "allt", "owner": "hsn"},
    "inkop": {"part_of": "vard"},
    "it-inkop": {"part_of": "inkop"},
    "remiss": {"part_of": "vard"},
    "trafik": {"part_of": "allt", "owner": "trn"},
    "ekonomi": {"part_of": "allt", "owner": "rs"},
    "gemensamt": {"part_of": "allt", "owner": "gn"},
    "budget": {"owner": "rf"},
    "herrelost": {},
}

TRAITS = (
    "fullmaktiges-arende",
    "mal-inriktning-omfattning-kvalitet",
    "myndighetsutovning-mot-enskild",
    "principiell-eller-storre-vikt",
    "medborgarforslag",
    "framstallning-till-fullmaktige",
    "yttrande-over-overklagat-beslut",
    "delegationsforbud-i-annan-lag",
    "laglighetsprovning",
    "upphandling",
    "ror-enskild",
    "tillampning-av-lag",
    "hela-verksamhetsomradet",
    "foretrader-regionen-som-part",
    "tillsyn-over-egen-verksamhet",
)
LOCAL = ("inom-budget", "samrad-har-skett", "upphandling")
NUMBERS = ("antal", "dagar", "platser")

GIVES: tuple[tuple[str, Sequence[str]], ...] = (
    ("rf", ("hsn", "rs", "trn", "gn")),
    ("hsn", ("chefen", "chefen", "enhetschefen", "handlaggaren", "lakaren", "utskottet", "presidiet", "ordforanden")),
    ("hsn", ("chefen", "direktoren", "ledamoten", "vice", "ersattaren", "roboten", "grannen-anstalld", "brukarna")),
    ("rs", ("direktoren", "chefen", "handlaggaren")),
    ("gn", ("chefen", "grannchefen", "grannen-anstalld", "direktoren")),
    ("chefen", ("enhetschefen", "handlaggaren", "lakaren", "grannen-anstalld")),
    ("direktoren", ("chefen", "enhetschefen", "handlaggaren")),
    ("enhetschefen", ("handlaggaren",)),
    ("kln", ("chefen", "krisordforanden")),
)
"""Who gives to whom, as a rule."""

DAYS = (
    *(date(2026, 3, 1), date(2026, 3, 2), date(2026, 5, 11), date(2026, 5, 12), date(2026, 6, 30), date(2026, 7, 1))
    * 3,
    *(date(2017, 12, 31), date(2018, 6, 30), date(2022, 6, 30), date(2022, 7, 1), date(2023, 12, 31), date(2027, 1, 1)),
)
AMOUNTS = (0, 1_000, 50_000, 50_001, 100_000, 1_000_000)

DOCUMENTS = ("ordning-a", "ordning-b")
ROWS = tuple(f"rad-{number}" for number in range(1, 10))
BODIES = (*ORGANS, *POSTS)


class Scheme:
    """Draws from a number whatever a scheme is made of."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)  # noqa: S311 - to make models, not secrets

    def one(self, choices: Sequence[Any_]) -> Any_:
        """One of several."""
        return self.random.choice(choices)

    def in_(self, parts: int) -> bool:
        """Yes, once in so many times."""
        return self.random.randrange(parts) == 0

    def rarely(self, parts: int, value: Any_) -> Any_ | None:
        """A value once in so many times, else nothing."""
        return value if self.in_(parts) else None

    def few(self, choices: Sequence[Any_], most: int = 2) -> list[Any_]:
        """Some of them."""
        return self.random.sample(choices, min(len(choices), self.random.randint(0, most)))

    def days(self) -> Validity | None:
        """Some days, mostly all of them."""
        if not self.in_(4):
            return None
        first, last = sorted((self.one(DAYS), self.one(DAYS)))
        return Validity(first=self.rarely(2, first), last=self.rarely(2, last))

    def when(self) -> DeputyWhen:
        """When a deputy steps in."""
        return self.one(tuple(DeputyWhen))

    # --- records ---

    def organs(self) -> list[Organ]:
        """The organs, with days of their own now and then, and now and then one that serves another nämnd."""
        made = []
        for id, fields in ORGANS.items():
            changed = dict(fields)
            if "serves" in fields and self.in_(4):
                changed["serves"] = self.one(([], ["trn"], ["hsn", "gn"], ["gn"]))
            days = None if fields["kind"] in LASTING else self.rarely(6, self.days())
            made.append(Organ(id=id, title=id, validity=days, **changed))
        return [organ for organ in made if organ.id in {REGION, "rf", "hsn"} or not self.in_(12)]

    def posts(self) -> list[Position]:
        """The posts."""
        made = [
            Position(id=id, title=id, validity=self.rarely(6, self.days()), **fields) for id, fields in POSTS.items()
        ]
        return [post for post in made if not self.in_(15)]

    def matters(self) -> list[Matter]:
        """The tree of matters; most say of most traits that they never hold."""
        firm = not self.in_(4)
        made = []
        for id, fields in MATTERS.items():
            root = firm and "part_of" not in fields
            never = {trait: False for trait in TRAITS if root and not self.in_(40)}
            some = {
                self.one((*TRAITS, "smittskydd", "smittskydd")): not self.in_(3)
                for _ in range(self.one((0, 0, 0, 0, 0, 1)))
            }
            traits = [Trait(id=trait, holds=holds) for trait, holds in (never | some).items()]
            nature = Nature.DECISION if not self.in_(25) else self.one(tuple(Nature))
            changed = dict(fields)
            if self.in_(20):
                changed["owner"] = self.one((None, *ORGANS))
            if self.in_(25):
                changed["part_of"] = self.one(tuple(MATTERS))
            made.append(Matter(id=id, title=id, traits=traits, nature=nature, **changed))
        return made

    def documents(self) -> list[SteeringDocument]:
        """Two schemes, of which the second may replace the first."""
        first, second = DOCUMENTS
        return [
            SteeringDocument(id=first, title=first, in_force=self.days()),
            SteeringDocument(id=second, title=second, in_force=self.days(), replaces=self.few([first], 1)),
        ]

    def decisions(self) -> list[Decision]:
        """What recalls, adopts again, prolongs, and what a krisledningsnämnd does."""
        kinds = (DecisionKind.RECALLS, DecisionKind.RECALLS, DecisionKind.ADOPTS, DecisionKind.PROLONGS)
        made = [
            Decision(
                kind=self.one(kinds),
                by="hsn",
                on=self.one(DAYS),
                about=self.one((*ROWS, *ROWS, *DOCUMENTS, *POSTS)),
                until=self.one(DAYS),
                title=str(number),
            )
            for number in range(self.one((0, 0, 1, 2)))
        ]
        return [*made, *self.crisis()] if self.in_(4) else made

    def crisis(self) -> Iterable[Decision]:
        """A crisis: entered, matters taken over, handed back, ended by whoever may or may not."""
        acts = (
            (DecisionKind.ENTERS_FUNCTION, ("kln", "krisordforanden", "krisordforanden", "hsn")),
            (DecisionKind.TAKES_OVER, ("kln", "kln", "kln", "trn")),
            (DecisionKind.HANDS_OVER, ("kln", "hsn")),
            (DecisionKind.LEAVES_FUNCTION, ("kln", "rs", "rf", "hsn")),
        )
        days = sorted({date(2026, 3, 1), date(2026, 3, 2), self.one(DAYS), self.one(DAYS)})
        matter = self.one(("vard", "inkop", "trafik"))
        for (kind, by), day in zip(acts, days, strict=False):
            about = "kln" if kind in {DecisionKind.ENTERS_FUNCTION, DecisionKind.LEAVES_FUNCTION} else None
            until = self.rarely(4, self.one(DAYS)) if kind is DecisionKind.TAKES_OVER else None
            if not self.in_(8):
                yield Decision(
                    kind=kind, by=self.one(by), on=day, about=about, matter=matter, until=until, title=kind.value
                )

    def statutes(self) -> list[Statute]:
        """Now and then a statute of its own, which says who alone may take a kind of matter."""
        if not self.in_(4):
            return []
        provisions = [
            Provision(
                id=f"forbehall-{number}",
                paragraph=f"{number} §",
                title="Bara den som sägs här beslutar.",
                effect=Effect.RESERVES,
                validity=self.days(),
                organ_kinds=self.few((OrganKind.COMMITTEE, OrganKind.SUBCOMMITTEE), 1),
                position_kinds=self.few((PositionKind.HEAD, PositionKind.STATUTORY, PositionKind.EMPLOYEE)),
                traits=[self.one(("smittskydd", "upphandling"))],
                at_least=self.rarely(4, 3),
                personally_appointed=self.in_(4),
                only_urgent=self.in_(6),
                may_pass_on=self.rarely(3, self.in_(2)),
            )
            for number in (1, 2)
        ]
        return [Statute(id="egen-lag", title="Egen lag", provisions=provisions)]

    def delegation(self, id: str, before: Sequence[Delegation]) -> Delegation:
        """A row, which as a rule hands on what an earlier row gave if its giver is a post."""
        received = {each.position or each.organ for row in before for each in row.receivers}
        giver, takers = self.one(GIVES)
        if (giver in POSTS and giver not in received) or self.in_(4):
            giver, takers = self.one([each for each in GIVES if each[0] in received] or GIVES[1:3])
        taker = self.one(takers)
        if self.in_(15):
            giver, taker = self.one((*BODIES, "ingen")), self.one((*BODIES, "ingen"))
        statute = None
        if self.in_(20):
            giver, statute = "", self.one((None, "en lag", "en lag"))
        upper = [each for each in before if giver in {row.position or row.organ for row in each.receivers}]
        builds_on = self.one(upper).id if upper and self.in_(2) else self.rarely(30, self.one(ROWS))
        receivers = [self.receiver(taker)]
        if self.in_(8):
            receivers.append(self.receiver(self.one(takers)))
        return Delegation(
            id=id,
            giver=giver or None,
            statute=statute,
            receivers=receivers,
            together=self.one((Together.EACH, Together.EACH, Together.NOT_STATED, Together.JOINTLY)),
            matters=self.scope(upper),
            except_matters=self.few(tuple(MATTERS), 1) if self.in_(8) else [],
            nature=Nature.DECISION if not self.in_(25) else self.one(tuple(Nature)),
            limits=self.limits(),
            conditions=[self.condition() for _ in range(self.one((0, 0, 0, 0, 0, 1, 2)))],
            validity=self.days(),
            may_pass_on=self.one((True, True, False, None)),
            urgent_only=self.in_(15),
            deputies=[
                Deputy(position=self.one(tuple(POSTS)), when=self.when()) for _ in range(self.one((0, 0, 0, 1, 2)))
            ],
            superior_when=self.rarely(8, self.when()),
            builds_on=builds_on,
            document=self.rarely(3, self.one(DOCUMENTS)),
        )

    def scope(self, upper: Sequence[Delegation]) -> list[str]:
        """One or two matters, mostly in the field of health care or one of the giver's."""
        near = ("vard", "inkop", "it-inkop", "remiss", *(id for each in upper for id in each.matters))
        return [self.one(near) if not self.in_(6) else self.one(tuple(MATTERS)) for _ in range(self.one((1, 1, 1, 2)))]

    def receiver(self, id: str) -> Receiver:
        """A receiver by id, or now and then an office."""
        if self.in_(40):
            return Receiver(office="jourhavande")
        return Receiver(organ=id) if id in ORGANS else Receiver(position=id)

    def limits(self) -> list[Limit]:
        """No limit, some kronor, or now and then something else."""
        if self.in_(2):
            return []
        units = (*(LimitUnit.SEK,) * 6, LimitUnit.PRICE_BASE_AMOUNT, LimitUnit.NUMBER, LimitUnit.DAYS)
        unit = self.one(units)
        value = self.one((50_000, 100_000, 1_000_000)) if unit is LimitUnit.SEK else self.one((1, 3))
        return [Limit(value=Decimal(value), unit=unit)]

    def condition(self) -> CaseCondition:
        """Something that the case must be."""
        if self.in_(5):
            least, most = Decimal(self.one((2, 4))), Decimal(self.one((1, 3, 5)))
            name = self.one(NUMBERS)
            within = not self.in_(4)
            if self.in_(2):
                return CaseCondition(fact=name, at_least=least, holds=within)
            return CaseCondition(fact=name, at_most=most, holds=within)
        return CaseCondition(fact=self.one((*LOCAL, *LOCAL, *TRAITS)), holds=not self.in_(3))

    # --- questions ---

    def question(self, model: SteeringModel) -> Question:
        """A question that some row may well answer."""
        row = self.one(model.delegations)
        known = {*(organ.id for organ in model.organs), *(post.id for post in model.positions)}
        near = [each.position or each.organ for each in row.receivers] * 3 + [row.giver]
        near += [each.position for each in row.deputies]
        who = self.one([id for id in near if id is not None and id in known] or ["hsn"])
        inside = [each.id for each in model.matters if each.part_of in row.matters]
        return Question(
            who=who if not self.in_(5) else self.one(sorted(known)),
            matter=self.one([*row.matters, *inside]) if not self.in_(5) else self.one(tuple(MATTERS)),
            on=self.one(DAYS),
            amount_sek=self.one((None, *AMOUNTS)),
            facts=self.facts(model) if self.in_(2) else {},
            closed=self.in_(3),
            urgent=self.in_(4),
            disqualified=tuple(self.few(sorted(known), 1)) if self.in_(6) else (),
        )

    def facts(self, model: SteeringModel) -> dict[str, bool | int]:
        """Some facts; those that the model itself states are left alone."""
        stated = {trait.id for matter in model.matters for trait in matter.traits}
        asked = {rule.fact for row in model.delegations for rule in row.conditions}
        found: dict[str, bool | int] = {
            name: self.one((1, 3, 5)) if name in NUMBERS else self.in_(2)
            for name in self.few(sorted(asked | {"antal", "dagar", *TRAITS}), 5)
            if name not in stated
        }
        for post in self.few([post.id for post in model.positions], 2):
            found[f"{self.one(('franvaro', 'vakans'))}:{post}"] = not self.in_(4)
        if self.in_(8):
            found[f"overtaget:{self.one(sorted(organ.id for organ in model.organs))}"] = not self.in_(4)
        for name in ("var-for-sig", "avtal-om-samverkan", "forvaltningschef-i-namndens-omrade", "personligen-utsedd"):
            if self.in_(3):
                found[name] = not self.in_(4)
        if self.in_(3):
            found["antal-beslutande"] = self.one((1, 3))
        if self.in_(4):
            found["prisbasbelopp-2026"] = 59_200
        return found


def scheme(number: int) -> SteeringModel:
    """A model with a scheme of delegation; the same number gives the same."""
    chance = Scheme(number)
    rows: list[Delegation] = []
    for id in ROWS[: chance.random.randint(2, len(ROWS))]:
        rows.append(chance.delegation(id, rows))
    members = Ownership(
        id="medlemskap",
        owner=NEIGHBOUR,
        owned="gn",
        kind=OwnershipKind.MEMBER,
        validity=chance.rarely(2, chance.days()),
    )
    return SteeringModel(
        id="ordning",
        title="Ordningen",
        as_of=date(2026, 3, 1),
        legal_person=REGION,
        organs=chance.organs(),
        positions=chance.posts(),
        ownerships=[] if chance.in_(3) else [members],
        matters=chance.matters(),
        documents=chance.documents(),
        statutes=chance.statutes(),
        decisions=chance.decisions(),
        delegations=rows,
    )


def asked(number: int, questions: int = 8) -> tuple[SteeringModel, tuple[Question, ...]]:
    """A scheme and questions about it."""
    model = scheme(number)
    chance = Scheme(~number)
    return model, tuple(chance.question(model) for _ in range(questions))


def schemes() -> SearchStrategy[tuple[SteeringModel, tuple[Question, ...]]]:
    """Schemes with questions about them."""
    return st.builds(asked, st.integers(0, 2**40))
