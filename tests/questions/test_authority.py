"""Who may decide, held against every chain written out, and what holds of the answers whatever the scheme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, product
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from regionstyrning import may_decide, who_may_decide
from regionstyrning.law import STANDARD
from regionstyrning.model import Delegation, SteeringModel
from regionstyrning.questions.authority.asking import asked
from regionstyrning.questions.authority.case import known_facts
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.verdict import verdict
from tests.oracle.said import Question
from tests.oracle.world import allowing, ask
from tests.schemes import ROWS, TRAITS, Scheme, schemes

MANY = 500 if settings().max_examples < 500 else 10_000
"""How many schemes are held against the oracle: the most in the profile `full`."""

BARS = frozenset(TRAITS) - {"fullmaktiges-arende"}
"""What only ever stands in the way, where no delegation asks for it."""

Asked = tuple[SteeringModel, tuple[Question, ...]]
Said = tuple[bool | None, tuple[str, ...]]


def case(question: Question) -> dict[str, Any]:
    """What a question says of its case, by name."""
    return {
        "on": question.on,
        "amount_sek": question.amount_sek,
        "facts": question.facts,
        "closed": question.closed,
        "urgent": question.urgent,
        "disqualified": question.disqualified,
    }


def said(model: SteeringModel, question: Question) -> Said:
    """The library's answer."""
    answer = may_decide(model, question.who, question.matter, **case(question))
    return answer.allowed, answer.depends_on


@pytest.mark.verify
@settings(max_examples=MANY)
@given(schemes())
def test_the_oracle_agrees(scheme: Asked) -> None:
    """Every chain written out and held against every demand gives the same answer, with the same facts."""
    model, questions = scheme
    assert [ask(model, question) for question in questions] == [said(model, question) for question in questions]


@pytest.mark.verify
@given(schemes())
def test_a_case_of_which_little_is_said_is_answered_as_any_other(scheme: Asked) -> None:
    """The short way for plain rights gives what the long way gives."""
    model, questions = scheme
    for question in questions:
        bare = Question(who=question.who, matter=question.matter, on=question.on, amount_sek=question.amount_sek)
        assert verdict(asked(model, bare.matter, **case(bare), policies=STANDARD), bare.who) == said(model, bare)


@pytest.mark.verify
@given(schemes())
def test_the_order_of_records_changes_nothing(scheme: Asked) -> None:
    """Whatever order the records of each catalogue stand in."""
    model, questions = scheme
    chance = Random(len(model.delegations))  # noqa: S311 - an order, no secret
    shuffled: Any = {name: chance.sample(records, len(records)) for name, records in model.catalogues().items()}
    turned = evolve(model, **shuffled)
    assert [said(model, question) for question in questions] == [said(turned, question) for question in questions]


@pytest.mark.verify
@given(schemes())
def test_the_model_of_a_day_answers_as_the_whole_does(scheme: Asked) -> None:
    """About that day, with nothing remembered from the whole."""
    model, questions = scheme
    for question in questions:
        held = evolve(model.at(question.on))
        assert _of_the_day(held, question) == said(model, question)


@pytest.mark.verify
@given(schemes())
def test_the_list_is_those_whom_the_check_does_not_refuse(scheme: Asked) -> None:
    """Each once, with the same answer and the same facts."""
    model, questions = scheme
    everyone = sorted([*(organ.id for organ in model.organs), *(post.id for post in model.positions)])
    for question in questions[:2]:
        listed = who_may_decide(model, question.matter, **case(question)).deciders
        checked = {who: said(model, evolve(question, who=who)) for who in everyone}
        expected = {who: answer for who, answer in checked.items() if answer[0] is not False}
        assert expected == {decider.id: (decider.allowed, decider.depends_on) for decider in listed}
        assert len(expected) == len(listed)


@pytest.mark.verify
@given(schemes())
def test_a_chain_that_is_cut_does_not_allow(scheme: Asked) -> None:
    """Without one of its delegations the answer turns, or another chain is shown."""
    model, questions = scheme
    rows = {delegation.id for delegation in model.delegations}
    for question in questions:
        answer = may_decide(model, question.who, question.matter, **case(question))
        chain = [step.record for step in answer.steps if step.record in rows] if answer.allowed else []
        assert not chain or chain in [[link.delegation.id for link in each.links] for each in allowing(model, question)]
        for cut in chain:
            left = may_decide(model.without(cut), question.who, question.matter, **case(question))
            assert not left.allowed or cut not in [step.record for step in left.steps]


@pytest.mark.verify
@given(schemes())
def test_a_delegation_more_takes_no_right_away(scheme: Asked) -> None:
    """A yes stays a yes, and what depends does not become a no."""
    model, questions = scheme
    more = _more(model)
    for question in questions:
        before, _ = said(model, question)
        after, _ = said(model.with_(more), question)
        assert after is True or after is before or before is False


@pytest.mark.verify
@given(schemes())
def test_a_firm_answer_is_turned_by_no_fact(scheme: Asked) -> None:
    """Whatever else is said of the case, a yes stays a yes and a no a no."""
    model, questions = scheme
    named = {name for question in questions for name in said(model, question)[1]}
    stated = {trait.id for matter in model.matters for trait in matter.traits}
    for question in questions:
        firm, _ = said(model, question)
        if firm is None or question.closed:
            continue
        own = {"amount_sek", "lagen-den-dagen", f"franvaro:{question.who}", f"vakans:{question.who}"}
        for more in islice(_fillings(sorted(named - stated - own)), 8):
            assert said(model, evolve(question, facts=more | dict(question.facts)))[0] is firm


@pytest.mark.verify
@given(schemes())
def test_what_depends_can_become_a_yes(scheme: Asked) -> None:
    """Some facts of those that are named make it one, and once they all are known nothing is open."""
    model, questions = scheme
    for question in questions:
        allowed, names = said(model, question)
        if allowed is None and "lagen-den-dagen" not in names:
            asked_for = {rule.fact for row in model.delegations for rule in row.conditions}
            answers = [_filled(model, question, values) for values in _fillings(names, BARS - asked_for)]
            assert True in answers
            assert None not in answers


def _of_the_day(held: SteeringModel, question: Question) -> Said:
    """The answer, where what the model of the day does not know of is not asked about."""
    authority = authority_of(held)
    bodies = {*authority.bodies.organs, *authority.bodies.positions}
    if question.who not in bodies:
        return False, ()
    names = known_facts(authority) | {f"{way}:{id}" for way in ("franvaro", "vakans", "overtaget") for id in bodies}
    facts = {name: value for name, value in question.facts.items() if name in names or name.startswith("prisbas")}
    barred = tuple(id for id in question.disqualified if id in bodies)
    return said(held, evolve(question, facts=facts, disqualified=barred))


def _more(model: SteeringModel) -> Delegation:
    chance = Scheme(len(model.decisions) + 7 * len(model.matters))
    free = next((id for id in ROWS if id not in model), "rad-ny")
    return chance.delegation(free, model.delegations)


def _fillings(names: Sequence[str], never: frozenset[str] = frozenset()) -> Iterator[dict[str, bool | int | Decimal]]:
    """Values for facts: whatever may matter, but no for some."""
    choices = [(False,) if name in never else _choices(name) for name in names]
    for values in islice(product(*choices), 4096):
        yield dict(zip(names, values, strict=True))


def _choices(name: str) -> tuple[bool | int | Decimal, ...]:
    if name in {"antal-beslutande", "antal", "dagar", "platser"}:
        return (3, 1, 5)
    if name.startswith("prisbasbelopp"):
        return (10**9,)
    if name == "amount_sek":
        return (0,)
    return (False, True)


def _filled(model: SteeringModel, question: Question, values: dict[str, Any]) -> bool | None:
    amount = values.pop("amount_sek", question.amount_sek)
    facts = {**question.facts, **values}
    return said(model, evolve(question, amount_sek=amount, facts=facts))[0]
