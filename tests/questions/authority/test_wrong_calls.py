"""A wrong call raises, and names what was meant."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

import regionstyrning as rs
from regionstyrning.model import CaseCondition, Trait
from tests.questions.authority.making import DAY, given, matter, region

MODEL = region(
    given("namnden", "chefen", conditions=[CaseCondition(fact="ryms-i-budgeten")]),
    matter("stolar", traits=[Trait(id="upphandling", holds=True)]),
)

UNKNOWN: list[tuple[dict[str, Any], str]] = [
    ({"matter": "inkp"}, "no Matter has the id 'inkp'. Did you mean 'inkop'?"),
    ({"who": "chfen"}, "no organ or position has the id 'chfen'. Did you mean 'chefen'?"),
    ({"who": "chfen", "closed": True}, "no organ or position has the id 'chfen'. Did you mean 'chefen'?"),
    ({"disqualified": ["chfen"]}, "no organ or position has the id 'chfen'. Did you mean 'chefen'?"),
    ({"facts": ["ryms-i-bugeten"]}, "no fact has the id 'ryms-i-bugeten'. Did you mean 'ryms-i-budgeten'?"),
    ({"facts": ["franvaro:chfen"]}, "no organ or position has the id 'chfen'. Did you mean 'chefen'?"),
    ({"facts": ["prisbasbelopp-i-fjol"]}, "no fact has the id 'prisbasbelopp-i-fjol'"),
]

INVALID: list[tuple[dict[str, Any], str, str]] = [
    ({"on": datetime(2026, 3, 1)}, "on", "expected a day, found datetime.datetime(2026, 3, 1, 0, 0)"),  # noqa: DTZ001 - what is refused
    ({"amount_sek": 1.5}, "amount_sek", "expected whole kronor, 0 or more, found 1.5"),
    ({"amount_sek": -1}, "amount_sek", "expected whole kronor, 0 or more, found -1"),
    ({"amount_sek": True}, "amount_sek", "expected whole kronor, 0 or more, found True"),
    ({"facts": "upphandling"}, "facts", "expected names, found the bare text 'upphandling'. Write ('upphandling',)"),
    ({"facts": {"antal": "två"}}, "facts", "expected yes, no or a number for 'antal', found 'två'"),
    ({"matter": "stolar", "facts": {"upphandling": False}}, "facts", "'stolar' states that 'upphandling' always holds"),
    ({"disqualified": "chefen"}, "disqualified", "expected ids, found the bare text 'chefen'. Write ('chefen',)"),
]


def call(case: dict[str, Any]) -> object:
    """Ask whether the chief may decide a purchase, with something wrong."""
    words = {"who": "chefen", "matter": "inkop", "on": DAY, **case}
    return rs.may_decide(MODEL, words.pop("who"), words.pop("matter"), **words)


@pytest.mark.parametrize(("case", "said"), UNKNOWN)
def test_an_unknown_name_raises_with_the_nearest(case: dict[str, Any], said: str) -> None:
    """Of posts, matters and facts."""
    with pytest.raises(rs.UnknownId) as caught:
        call(case)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(("case", "field", "said"), INVALID)
def test_a_value_of_the_wrong_kind_raises(case: dict[str, Any], field: str, said: str) -> None:
    """It names the argument, what was found and what was expected."""
    with pytest.raises(rs.InvalidValue) as caught:
        call(case)
    assert (caught.value.field, str(caught.value)) == (field, said)


def test_a_fact_that_never_holds_may_not_be_said_to() -> None:
    """A matter states that, too."""
    model = region(matter("bord", traits=[Trait(id="upphandling", holds=False)]))
    with pytest.raises(rs.InvalidValue, match="'bord' states that 'upphandling' never holds"):
        rs.may_decide(model, "namnden", "bord", facts=["upphandling"])


@pytest.mark.parametrize("value", [2, Decimal("2.5"), True, False])
def test_facts_are_yes_no_or_numbers(value: object) -> None:
    """Whole or not."""
    assert rs.may_decide(MODEL, "chefen", "inkop", on=DAY, facts={"antal": value}).allowed is None


def test_who_may_decide_and_powers_of_raise_alike() -> None:
    """As may_decide does."""
    with pytest.raises(rs.UnknownId):
        rs.who_may_decide(MODEL, "inkp")
    with pytest.raises(rs.UnknownId):
        rs.powers_of(MODEL, "chfen")


def test_one_of_whom_only_the_name_is_left_may_be_asked_about() -> None:
    """In a model as it held on a day."""
    model = region(given("namnden", "chefen", id="rad"), matter("bord")).at(DAY)
    assert rs.may_decide(model, "chefen", "inkop", on=date(2026, 3, 1), closed=True).allowed is True
