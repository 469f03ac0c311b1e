"""What is exported to Cedar says of every plain case what the library says; so does a model for casbin."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

import casbin
import cedarpy
import pytest
from attrs import evolve
from casbin.model import FastModel
from hypothesis import settings

import regionstyrning as rs
from regionstyrning.export.cedar import cedar, cedar_entities
from regionstyrning.export.grants import Demand, grants
from regionstyrning.model import (
    CaseCondition,
    LimitUnit,
    Matter,
    OrganKind,
    PositionKind,
    Provision,
    Receiver,
    SteeringModel,
    Trait,
)
from regionstyrning.model.statutes import Act, Effect
from regionstyrning.questions.authority.chains import authority_of
from tests.model.small import delegation, organ
from tests.model.small import model as small
from tests.questions.authority.making import given, limit, matter, region, special
from tests.schemes import asked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from syrupy.assertion import SnapshotAssertion

DAY = date(2026, 3, 1)
AMOUNTS = (1_000, 50_001)
SCHEMES = 4 if settings().max_examples < 500 else 160
"""How many schemes are exported: as many as make more than 100,000 questions in the profile `full`."""

_CASBIN = """
[request_definition]
r = sub, obj, amount
[policy_definition]
p = sub, row
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && reaches(p.row, r.obj, r.amount)
"""

Asked = tuple[str, str, int]


def drawn(number: int) -> tuple[SteeringModel, date, list[Asked]]:
    """A scheme whose tree of matters goes nowhere round, a day, and everything that may be asked."""
    model, questions = asked(number)
    tree = authority_of(model).matters
    round_ = [each for each in model.matters if each.part_of is not None and each.id in tree.above(each.part_of)]
    model = model.with_(*(evolve(each, part_of=None) for each in round_))
    takers = [*(organ.id for organ in model.organs), *(post.id for post in model.positions)]
    matters = [each.id for each in model.matters]
    return model, questions[0].on, list(product(takers, matters, AMOUNTS))


def answered(model: SteeringModel, day: date, questions: list[Asked]) -> list[bool]:
    """What the library says of cases in which what is not named does not hold."""
    return [
        rs.may_decide(model, who, matter, on=day, amount_sek=amount, closed=True).allowed is True
        for who, matter, amount in questions
    ]


def by_cedar(model: SteeringModel, day: date, questions: list[Asked]) -> list[bool]:
    """What Cedar says by the policies."""
    organs = {organ.id for organ in model.organs}
    requests = [
        {
            "principal": f'{"Organ" if who in organs else "Befattning"}::"{who}"',
            "action": 'Action::"besluta"',
            "resource": f'Arende::"{matter}"',
            "context": {"belopp": amount},
        }
        for who, matter, amount in questions
    ]
    results: Any = cedarpy.is_authorized_batch(requests, cedar(model, on=day), cedar_entities(model, on=day))
    return [result.allowed for result in results]


def by_casbin(model: SteeringModel, day: date, questions: list[Asked]) -> list[bool]:
    """What casbin says by the rows that the policies are written from."""
    rows = dict(enumerate(grants(model, day)))
    entities = {each["uid"]["id"]: each for each in json.loads(cedar_entities(model, on=day))}
    fast = FastModel([0])
    fast.load_model_from_text(_CASBIN)
    enforcer = casbin.FastEnforcer(fast, cache_key_order=[0])

    def reaches(row: str, matter: str, amount: int) -> bool:
        grant = rows[int(row)]
        above = _above(entities, matter)
        return (
            entities[matter]["attrs"]["beslut"]
            and (grant.scope is None or grant.scope in above)
            and not set(grant.outside) & set(above)
            and (grant.limit_sek is None or amount <= grant.limit_sek)
            and holds(grant.test, entities[matter]["attrs"])
        )

    enforcer.add_function("reaches", reaches)
    enforcer.add_policies([[grant.taker, str(number)] for number, grant in rows.items()])
    return [enforcer.enforce(*question) for question in questions]


def holds(test: Demand, matter: Mapping[str, Any]) -> bool:
    """Whether a matter passes a test."""
    if test.kind == "all":
        return all(holds(part, matter) for part in test.parts)
    if test.kind == "any":
        return any(holds(part, matter) for part in test.parts)
    if test.kind == "not":
        return not holds(test.parts[0], matter)
    if test.kind == "trait":
        return test.names[0] in matter["egenskaper"]
    if test.kind == "taken":
        return bool(matter["overtaget"]) and any(name != matter["overtaget"] for name in test.names)
    return matter["agare" if test.kind == "owner" else "namnd"] in test.names


def _above(entities: Mapping[str, Any], matter: str) -> list[str]:
    found = [matter]
    for parent in entities[matter]["parents"]:
        found += _above(entities, parent["id"])
    return found


@pytest.mark.verify
@pytest.mark.parametrize("engine", [by_cedar, by_casbin])
def test_other_engines_say_what_the_library_says(engine: Any) -> None:  # noqa: ANN401 - either engine
    """Whoever is asked about, in whatever matter and for whatever amount."""
    count = 0
    for number in range(SCHEMES):
        model, day, questions = drawn(number)
        count += len(questions)
        assert answered(model, day, questions) == engine(model, day, questions)
    assert count > SCHEMES * 500


def test_the_policies_of_the_fictional_region_are_written(snapshot: SnapshotAssertion) -> None:
    """A permission a right, with what the law asks of the matter."""
    assert snapshot == rs.export_as(rs.load_region("exempel"), "cedar", on=DAY)


def test_the_matters_of_the_fictional_region_are_written(snapshot: SnapshotAssertion) -> None:
    """Each with what the policies look at."""
    assert snapshot == rs.export_as(rs.load_region("exempel"), "cedar-entities", on=DAY)


def test_signs_are_escaped() -> None:
    """A trait may be named in any way, and Cedar reads it as it is."""
    named = 'sagt "så"\\\n'
    body = organ("n", kind=OrganKind.COMMITTEE, part_of=None)
    row = delegation(
        "d",
        giver="n",
        receivers=[Receiver(organ="u")],
        matters=["m"],
        may_pass_on=None,
        conditions=[CaseCondition(fact=named)],
    )
    held = small(
        organs=[body, organ("u", kind=OrganKind.SUBCOMMITTEE, part_of="n")],
        matters=[Matter(id="m", title="M", owner="n", traits=[Trait(id=named, holds=True)])],
        delegations=[row],
    )
    assert by_cedar(held, DAY, [("u", "m", 1), ("n", "m", 1)]) == [True, True]


def test_nothing_is_permitted_where_the_law_is_not_held() -> None:
    """Of a day before the main statute nothing firm can be said."""
    assert grants(rs.load_region("exempel"), date(2017, 12, 31)) == ()


def granted(model: SteeringModel, who: str, *, on: date = DAY, amount: int = 1) -> bool:
    """What the library, Cedar and casbin all say of one matter."""
    questions = [(who, "inkop", amount)]
    (said,) = {answered(model, on, questions)[0], by_cedar(model, on, questions)[0], by_casbin(model, on, questions)[0]}
    return said


@pytest.mark.parametrize(("may_pass_on", "expected"), [(True, True), (None, False), (False, False)])
def test_what_may_not_be_passed_on_gives_no_row(may_pass_on: bool | None, expected: bool) -> None:
    """The chief of the nämnd's förvaltning hands on only what the nämnd lets it hand on."""
    model = region(given("namnden", "chefen", may_pass_on=may_pass_on), given("chefen", "enhetschefen"))
    assert expected is granted(model, "enhetschefen")
    assert expected is any(grant.taker == "enhetschefen" for grant in grants(model, DAY))


def test_nobody_hands_on_what_a_post_handed_on() -> None:
    """The chain ends with the second post."""
    model = region(
        given("namnden", "chefen", may_pass_on=True),
        given("chefen", "enhetschefen", may_pass_on=True),
        given("enhetschefen", "handlaggaren"),
    )
    assert [granted(model, who) for who in ("chefen", "enhetschefen", "handlaggaren")] == [True, True, False]
    assert "handlaggaren" not in {grant.taker for grant in grants(model, DAY)}


def test_a_limit_in_prisbasbelopp_is_written_in_kronor() -> None:
    """Two of the year 2026 are 118,400 kronor."""
    model = region(given("namnden", "chefen", limits=[limit(2, LimitUnit.PRICE_BASE_AMOUNT)]))
    assert [grant.limit_sek for grant in grants(model, DAY) if grant.taker == "chefen"] == [118_400]
    assert [granted(model, "chefen", amount=amount) for amount in (118_400, 118_401)] == [True, False]


def test_a_year_without_prisbasbelopp_gives_no_row() -> None:
    """How many kronor the limit is cannot be told; what the nämnd itself may decide can."""
    model = region(given("namnden", "chefen", limits=[limit(2, LimitUnit.PRICE_BASE_AMOUNT)]))
    later = date(2040, 3, 1)
    assert (granted(model, "chefen", on=later), granted(model, "namnden", on=later)) == (False, True)
    assert "chefen" not in {grant.taker for grant in grants(model, later)}


@pytest.mark.parametrize(
    ("condition", "stated", "reserved"),
    [
        (CaseCondition(fact="doser"), None, False),
        (CaseCondition(fact="doser"), True, True),
        (CaseCondition(fact="doser", holds=False), None, True),
        (CaseCondition(fact="doser", holds=False), True, False),
        (CaseCondition(fact="doser", at_least=Decimal(3)), None, False),
        (CaseCondition(fact="doser", at_least=Decimal(3)), True, True),
        (CaseCondition(fact="doser", at_most=Decimal(3), holds=False), None, True),
        (CaseCondition(fact="doser", at_most=Decimal(3), holds=False), True, True),
    ],
)
def test_conditions_of_a_reservation(condition: CaseCondition, stated: bool | None, reserved: bool) -> None:
    """
    What is not said is not there; a number of which only that it is there is said leaves open whether it is met.

    While that is open, whoever the matter may not be reserved for is not let decide.
    """
    statute = special(position_kinds=[PositionKind.HEAD], conditions=[condition])
    traits = [Trait(id="vaccin", holds=True), *([] if stated is None else [Trait(id="doser", holds=stated)])]
    model = region(matter("inkop", traits=traits), given("namnden", "chefen"), statute)
    assert (True, not reserved) == (granted(model, "chefen"), granted(model, "namnden"))


@pytest.mark.parametrize(("fact", "expected"), [("antal", False), ("doser", True)])
def test_how_many_there_are_is_open_until_it_is_said(fact: str, expected: bool) -> None:
    """A provision that speaks of more than three may hold of any matter; one of doses holds of none without."""
    condition = CaseCondition(fact=fact, at_least=Decimal(4))
    statute = special(effect=Effect.PROHIBITS, organ_kinds=[OrganKind.COMMITTEE], traits=[], conditions=[condition])
    assert expected is granted(region(statute), "namnden")


@pytest.mark.parametrize(
    ("giver", "lifts", "expected"), [("namnden", ["2"], True), ("namnden", [], False), ("rf", ["2"], False)]
)
def test_what_may_apply_lifts_a_bar_but_permits_nothing(giver: str, lifts: list[str], expected: bool) -> None:
    """A permission that hangs on a number takes the bar away; that the link may be is for another to say."""
    more_than_three = [CaseCondition(fact="antal", at_least=Decimal(4))]
    statute = special(effect=Effect.PERMITS, act=Act.DELEGATE, traits=[], conditions=more_than_three, lifts=lifts)
    bar = Provision(id="2", paragraph="2 §", title="Ingen får ge.", effect=Effect.PROHIBITS, act=Act.DELEGATE)
    model = region(
        evolve(statute, provisions=[*statute.provisions, bar]),
        matter("inkop", owner=giver),
        given(giver, "chefen"),
    )
    assert expected is granted(model, "chefen")


@pytest.mark.parametrize("beside", [True, False])
def test_a_styrelse_without_other_namnder_is_in_nobody_elses_field(beside: bool) -> None:
    """What fullmäktige gives it asks for no field; beside a nämnd it does."""
    board = organ("rs", kind=OrganKind.BOARD, part_of=None)
    others = [organ("n", part_of=None)] if beside else []
    row = delegation("d", giver="rf", receivers=[Receiver(organ="rs")])
    model = small(
        organs=[organ("rf", kind=OrganKind.ASSEMBLY, part_of=None), board, *others],
        matters=[Matter(id="inkop", title="Inköp", owner="rf")],
        delegations=[row],
    )
    assert granted(model, "rs") is True
    (test,) = {str(grant.test) for grant in grants(model, DAY) if grant.id == "d|rs"}
    assert beside is ("field" in test)
