"""What is exported to Cedar says of every plain case what the library says; so does a model for casbin."""

from __future__ import annotations

import json
from datetime import date
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
from regionstyrning.model import CaseCondition, Matter, OrganKind, Receiver, SteeringModel, Trait
from regionstyrning.questions.authority.chains import authority_of
from tests.model.small import delegation, organ
from tests.model.small import model as small
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


@pytest.mark.full
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
