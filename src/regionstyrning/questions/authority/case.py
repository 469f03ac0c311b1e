"""The case that is asked about: its matter, day, amount and facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.questions.authority.lawful import APPOINTED, DECIDING, HEAD_IN_FIELD
from regionstyrning.questions.authority.needs import EACH_ALONE, NUMBERS

if TYPE_CHECKING:
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.questions.authority.moment import Moment

Facts = Mapping[str, bool | int | Decimal] | Iterable[str]

AMOUNT = "amount_sek"
BASE_AMOUNT = "prisbasbelopp"
OWNED_BY = "tillhor"
AWAY = "franvaro"
VACANT = "vakans"
TAKEN_BY = "overtaget"

_RESERVED = frozenset({*NUMBERS.values(), EACH_ALONE, HEAD_IN_FIELD, APPOINTED, DECIDING})
COUNTED = frozenset({*NUMBERS.values(), DECIDING})
"""Facts that are numbers: that nobody has said one does not make it none."""
_ABOUT_BODIES = frozenset({AWAY, VACANT, OWNED_BY, TAKEN_BY})


class Case:
    """
    A case of a matter (ärende), as far as it is known.

    Attributes:
        authority: The rights of the model.
        moment: What holds on the day.
        matter: Id of the matter.
        on: The day of the decision.
        amount_sek: The amount in kronor, or None if it is not given.
        facts: What the caller says.
        closed: Whether what is not named does not hold.
        urgent: Whether it cannot wait for the nämnd.
        disqualified: Ids of the posts that are jäviga.
        bare: Whether nothing but matter, day and amount is said.
    """

    __slots__ = (
        "_stated",
        "amount_sek",
        "authority",
        "bare",
        "closed",
        "disqualified",
        "facts",
        "matter",
        "moment",
        "on",
        "urgent",
    )

    def __init__(  # noqa: PLR0913 - what a case is made of
        self,
        authority: Authority,
        matter: str,
        on: date,
        amount_sek: int | None,
        facts: Mapping[str, bool | Decimal],
        *,
        closed: bool,
        urgent: bool,
        disqualified: frozenset[str],
    ) -> None:
        self.authority = authority
        self.moment: Moment = authority.moment(on)
        self.matter, self.on, self.amount_sek = matter, on, amount_sek
        self.facts, self.closed, self.urgent, self.disqualified = facts, closed, urgent, disqualified
        self._stated = authority.matters.traits(matter)
        self.bare = not (facts or closed or urgent or disqualified)

    def said(self, name: str) -> bool | Decimal | None:
        """What the caller or the matter says of a fact; None if neither does."""
        value = self.facts.get(name)
        if value is None:
            trait = self._stated.get(name)
            return None if trait is None else trait.holds
        return value

    def value_of(self, name: str) -> bool | Decimal | None:
        """What is known of a fact, where a closed case knows that what is not named does not hold; not so a number."""
        value = self.said(name)
        return False if value is None and self.closed and name not in COUNTED else value


def bare_case(authority: Authority, matter: str, on: date, amount_sek: int | None = None) -> Case:
    """A case of which nothing but matter, day and amount is said."""
    return Case(authority, matter, on, amount_sek, {}, closed=False, urgent=False, disqualified=frozenset())


def checked_facts(authority: Authority, matter: str, facts: Facts | None) -> dict[str, bool | Decimal]:
    """
    The facts of a case by name.

    Args:
        authority: The rights of the model, which know the names.
        matter: Id of the matter.
        facts: Names with yes, no or a number; names alone mean yes.

    Raises:
        UnknownId: for a name that neither law nor model asks about.
        InvalidValue: for a value that is neither yes, no nor a number, and for one that goes
            against what the matter states.
    """
    if not facts:
        return {}
    if isinstance(facts, str):
        message = f"expected names, found the bare text {facts!r}. Write ({facts!r},)"
        raise InvalidValue("facts", message)
    given = dict(facts) if isinstance(facts, Mapping) else dict.fromkeys(facts, True)
    stated = authority.matters.traits(matter)
    checked: dict[str, bool | Decimal] = {}
    for name, value in given.items():
        _check_name(authority, name)
        if isinstance(value, bool):
            checked[name] = value
        elif isinstance(value, int | Decimal):
            checked[name] = Decimal(value)
        else:
            message = f"expected yes, no or a number for {name!r}, found {value!r}"
            raise InvalidValue("facts", message)
        trait = stated.get(name)
        if trait is not None and trait.holds is not (checked[name] is not False):
            always = "always" if trait.holds else "never"
            message = f"{matter!r} states that {name!r} {always} holds"
            raise InvalidValue("facts", message)
    return checked


def checked_bodies(authority: Authority, ids: Collection[str]) -> frozenset[str]:
    """
    Ids of organs and posts.

    Raises:
        UnknownId: if one is neither.
        InvalidValue: for a bare text.
    """
    if isinstance(ids, str):
        message = f"expected ids, found the bare text {ids!r}. Write ({ids!r},)"
        raise InvalidValue("disqualified", message)
    for id in ids:
        check_body(authority, id)
    return frozenset(ids)


def check_body(authority: Authority, id: str) -> None:
    """
    See that an id is that of an organ or post, or was.

    Raises:
        UnknownId: if it is neither; it names the nearest.
    """
    bodies = authority.bodies
    if bodies.body(id) is None and not any(
        name.id == id and name.catalogue in {"organs", "positions"} for name in authority.model.names
    ):
        kind = "organ or position"
        raise UnknownId(kind, id, [*bodies.organs, *bodies.positions])


def check_amount(amount_sek: int | None) -> None:
    """
    See that an amount is whole kronor.

    Raises:
        InvalidValue: if it is not, or is negative.
    """
    if amount_sek is not None and (type(amount_sek) is not int or amount_sek < 0):
        message = f"expected whole kronor, 0 or more, found {amount_sek!r}"
        raise InvalidValue(AMOUNT, message)


def known_facts(authority: Authority) -> frozenset[str]:
    """Every name that law or model asks about, apart from those that end in a body's id or a year."""
    key = ("facts", authority.law.policies)
    found: frozenset[str] | None = authority.model.memo.get(key)
    if found is None:
        model = authority.model
        stated = {trait.id for matter in model.matters for trait in matter.traits}
        asked = {condition.fact for delegation in model.delegations for condition in delegation.conditions}
        found = model.memo[key] = authority.law.traits | stated | asked | _RESERVED
    return found


def _check_name(authority: Authority, name: str) -> None:
    known = known_facts(authority)
    if name in known:
        return
    about, colon, body = str(name).partition(":")
    if colon and about in _ABOUT_BODIES:
        check_body(authority, body)
        return
    kind, dash, year = str(name).rpartition("-")
    if dash and kind == BASE_AMOUNT and year.isdecimal():
        return
    fact = "fact"
    raise UnknownId(fact, str(name), known)
