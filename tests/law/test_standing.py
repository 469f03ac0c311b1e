"""How provisions stand to what is known: yes, no, or not known and why."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.errors import UnknownId
from regionstyrning.law import Law, LawRule
from regionstyrning.law.standing import bars, known_facts, met, speaks_of, standing
from regionstyrning.model import CaseCondition, Effect, OrganKind, PositionKind, Provision, Statute

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = ("a", "b", "c")


def provision(
    id: str = "p",
    effect: Effect = Effect.PROHIBITS,
    traits: Iterable[str] = (),
    conditions: Iterable[CaseCondition] = (),
    lifts: Iterable[str] = (),
) -> Provision:
    """A provision with a paragraph of no matter."""
    return Provision(
        id=id, paragraph="1 §", title="Något.", effect=effect, traits=traits, conditions=conditions, lifts=lifts
    )


def rules(*provisions: Provision, statute: str = "s") -> tuple[LawRule, ...]:
    """The rules of one statute."""
    return tuple(Law(statutes=[Statute(id=statute, title="Lag", provisions=provisions)]).rules.values())


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        (CaseCondition(fact="a"), None, None),
        (CaseCondition(fact="a"), True, True),
        (CaseCondition(fact="a"), False, False),
        (CaseCondition(fact="a"), Decimal(0), True),
        (CaseCondition(fact="a", holds=False), False, True),
        (CaseCondition(fact="a", at_least=Decimal(50)), True, None),
        (CaseCondition(fact="a", at_least=Decimal(50)), False, False),
        (CaseCondition(fact="a", at_least=Decimal(50)), Decimal(50), True),
        (CaseCondition(fact="a", at_least=Decimal(50)), Decimal(49), False),
        (CaseCondition(fact="a", at_most=Decimal(50)), Decimal(50), True),
        (CaseCondition(fact="a", at_most=Decimal(50)), Decimal(51), False),
        (CaseCondition(fact="a", at_least=Decimal(50), holds=False), Decimal(49), True),
        (CaseCondition(fact="a", at_least=Decimal(50), holds=False), False, True),
    ],
)
def test_condition_met(condition: CaseCondition, value: bool | Decimal | None, expected: bool | None) -> None:
    """A condition is met, is not, or hangs on a fact; bounds include their ends."""
    assert expected is met(condition, value)


def test_standing_names_unknown_facts() -> None:
    """A provision whose other facts hold hangs on those that are unknown."""
    asked = provision(traits=["a", "b"], conditions=[CaseCondition(fact="c", holds=False)])
    assert (None, frozenset({"b", "c"})) == standing(asked, known_facts(["a"], NAMES))


def test_one_no_settles_it() -> None:
    """One fact that does not hold makes a firm no, whatever else is unknown."""
    asked = provision(traits=["a", "b"], conditions=[CaseCondition(fact="c")])
    assert standing(asked, known_facts({"b": False}, NAMES)) == (False, frozenset())
    assert standing(asked, known_facts({"c": False}, NAMES)) == (False, frozenset())


def test_provision_without_facts_stands() -> None:
    """A provision that asks for nothing stands."""
    assert standing(provision(), known_facts((), NAMES)) == (True, frozenset())


@given(st.dictionaries(st.sampled_from(NAMES), st.booleans()))
def test_unknown_facts_are_those_that_decide(said: dict[str, bool]) -> None:
    """A provision hangs on a fact exactly if filling in the unknown ones gives both answers."""
    asked = provision(traits=["a", "b"], conditions=[CaseCondition(fact="c", holds=False)])
    unsaid = [name for name in NAMES if name not in said]
    answers = {
        standing(asked, known_facts({**said, **dict(zip(unsaid, filled, strict=True))}, NAMES))[0]
        for filled in product((True, False), repeat=len(unsaid))
    }
    expected = None if len(answers) > 1 else answers.pop()
    assert expected is standing(asked, known_facts(said, NAMES))[0]


def test_closed_facts() -> None:
    """What is not named does not hold if the facts are closed."""
    value_of = known_facts({"a": 3}, NAMES, closed=True)
    assert [value_of("a"), value_of("b")] == [Decimal(3), False]


def test_unknown_name_is_refused() -> None:
    """A fact that nothing asks about is refused, with the nearest."""
    with pytest.raises(UnknownId, match=r"no fact has the id 'upphandlig'\. Did you mean 'upphandling'"):
        known_facts(["upphandlig"], ["upphandling"])


@pytest.mark.parametrize(
    ("giver", "taker", "expected"),
    [
        (OrganKind.COMMITTEE, OrganKind.SUBCOMMITTEE, True),
        (OrganKind.COMMITTEE, PositionKind.MEMBER, True),
        (OrganKind.ASSEMBLY, OrganKind.SUBCOMMITTEE, False),
        (None, PositionKind.EMPLOYEE, False),
        (None, None, True),
    ],
)
def test_speaks_of(giver: OrganKind | None, taker: OrganKind | PositionKind | None, expected: bool) -> None:
    """A provision speaks of those of its kinds, organs and posts together."""
    asked = evolve(
        provision(),
        givers=[OrganKind.COMMITTEE],
        organ_kinds=[OrganKind.SUBCOMMITTEE],
        position_kinds=[PositionKind.MEMBER],
    )
    assert expected is speaks_of(asked, giver=giver, taker=taker)


def test_bar_that_gives_way() -> None:
    """A provision gives way to one of the same statute that applies, and says to which."""
    law = rules(provision(traits=["a"]), provision("q", effect=Effect.PERMITS, traits=["b"], lifts=["p"]))
    (bar,) = bars(law, known_facts(["a", "b"], NAMES))
    assert (bar.stands, [rule.id for rule in bar.lifted_by], bar.unknown) == (False, ["s/q"], frozenset())


def test_bar_that_may_give_way() -> None:
    """A provision that may give way hangs on what the other asks for."""
    law = rules(provision(traits=["a"]), provision("q", effect=Effect.PERMITS, traits=["b"], lifts=["p"]))
    (bar,) = bars(law, known_facts(["a"], NAMES))
    assert (bar.stands, [rule.id for rule in bar.lifted_by], bar.unknown) == (None, ["s/q"], frozenset({"b"}))


def test_bar_that_stands() -> None:
    """A provision stands if what would lift it does not apply."""
    law = rules(provision(traits=["a"]), provision("q", effect=Effect.PERMITS, traits=["b"], lifts=["p"]))
    (bar,) = bars(law, known_facts({"a": True, "b": False}, NAMES))
    assert (bar.stands, bar.lifted_by) == (True, ())


def test_bar_of_another_statute_stays() -> None:
    """A provision lifts only those of its own statute."""
    law = (*rules(provision(traits=["a"])), *rules(provision("q", effect=Effect.PERMITS, lifts=["p"]), statute="t"))
    (bar,) = bars(law, known_facts(["a"], NAMES))
    assert bar.stands is True


def test_bar_that_does_not_apply_is_left_out() -> None:
    """A provision whose facts do not hold is no bar."""
    assert bars(rules(provision(traits=["a"])), known_facts({"a": False}, NAMES)) == ()
