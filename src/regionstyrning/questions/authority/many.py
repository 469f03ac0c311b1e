"""May these decide: many questions at once, answered with bare yes, no or depends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from itertools import repeat
from typing import TYPE_CHECKING, Any

from regionstyrning.errors import InvalidValue
from regionstyrning.law import STANDARD, Policies
from regionstyrning.questions.authority import arrays
from regionstyrning.questions.authority.asking import asked
from regionstyrning.questions.authority.case import AMOUNT, check_amount, check_body
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.verdict import bare_verdict, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.authority.chains import Authority

Allowed = bool | None

MANY = 1_000
"""From how many questions arrays pay."""

_OWN = ("who", "matter", "on", AMOUNT)


def may_decide_many(
    model: SteeringModel,
    questions: Mapping[str, Any],
    *,
    closed: bool = False,
    urgent: bool = False,
    policies: Policies = STANDARD,
) -> tuple[Allowed, ...]:
    """
    Tell of many cases whether someone may decide them, without reasons.

    Args:
        model: Any model.
        questions: Columns by name: ``who`` and ``matter``, which must be there, ``on``, ``amount_sek``, and
            facts by their names with yes, no, a number, or None where nothing is said. A column holds one value
            a question; a single value stands for all of them. ``on`` is the model's own day if left out.
        closed: Whether what is not said does not hold.
        urgent: Whether the cases cannot wait for the nämnd.
        policies: Choices where the law leaves open how it is to be read.

    Returns:
        For each question, in order, what `may_decide` says as ``allowed``: True, False, or None if it depends.
        With numpy installed many plain questions are answered faster; the answers are the same.

    Raises:
        UnknownId: if no organ, post, matter or fact has a name.
        InvalidValue: for columns of different lengths, a column missing, or a value of the wrong kind.

    >>> may_decide_many(model, {"who": ["hsn", "revisor"], "matter": "inkop", "on": date(2026, 3, 1)}, closed=True)
    (True, False)
    """
    columns, count = _columns(model, questions)
    facts = [name for name in columns if name not in _OWN]
    if not (facts or closed or urgent):
        return _plain(model, columns, count, policies)
    rows = zip(*(_each(columns[name], count) for name in (*_OWN, *facts)), strict=True)
    return tuple(_asked(model, row, facts, closed=closed, urgent=urgent, policies=policies) for row in rows)


def _columns(model: SteeringModel, questions: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """The columns, and how long they are."""
    for name in _OWN[:2]:
        if name not in questions:
            message = f"expected a column {name!r}, found {', '.join(map(repr, questions)) or 'none'}"
            raise InvalidValue("questions", message)
    columns = {"on": model.as_of, AMOUNT: None, **questions}
    lengths = {name: len(column) for name, column in columns.items() if _is_column(column)}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{name!r} has {length}" for name, length in lengths.items())
        message = f"expected columns of one length: {told}"
        raise InvalidValue("questions", message)
    return columns, next(iter(lengths.values()), 1)


def _is_column(value: object) -> bool:
    return not isinstance(value, str | date | bool | int | Decimal) and value is not None


def _each(column: Any, count: int) -> Iterable[Any]:  # noqa: ANN401 - a column or a value
    return column if _is_column(column) else repeat(column, count)


def _asked(  # noqa: PLR0913 - what a case is made of
    model: SteeringModel,
    row: Sequence[Any],
    names: Sequence[str],
    *,
    closed: bool,
    urgent: bool,
    policies: Policies,
) -> Allowed:
    who, matter, on, amount, *values = row
    facts = {name: value for name, value in zip(names, values, strict=True) if value is not None}
    case = asked(model, matter, on=on, amount_sek=amount, facts=facts, closed=closed, urgent=urgent, policies=policies)
    check_body(case.authority, who)
    return verdict(case, who)[0]


def _plain(model: SteeringModel, columns: Mapping[str, Any], count: int, policies: Policies) -> tuple[Allowed, ...]:
    """Those of which nothing but matter, day and amount is said."""
    authority = authority_of(model, policies)
    whos, matters, days, amounts = (list(_each(columns[name], count)) for name in _OWN)
    for who in dict.fromkeys(whos):
        check_body(authority, who)
    for day in dict.fromkeys(days):
        if type(day) is not date:
            message = f"expected a day, found {day!r}"
            raise InvalidValue("on", message)
    for amount in dict.fromkeys(amounts):
        check_amount(amount)
    if count >= MANY and find_spec("numpy") is not None:
        return arrays.answers(authority, whos, matters, days, amounts)
    return one_by_one(authority, whos, matters, days, amounts)


def one_by_one(
    authority: Authority,
    whos: Sequence[str],
    matters: Sequence[str],
    days: Sequence[date],
    amounts: Sequence[int | None],
) -> tuple[Allowed, ...]:
    """The answers to plain questions without numpy."""
    moments = {day: authority.moment(day) for day in dict.fromkeys(days)}
    rows = zip(whos, matters, days, amounts, strict=True)
    return tuple([bare_verdict(moments[on], who, matter, on, amount)[0] for who, matter, on, amount in rows])
