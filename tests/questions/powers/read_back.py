"""Reads what a comparison says back as sets of cases, apart from how it was worked out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.law import STANDARD
from regionstyrning.questions.authority.case import Case
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.verdict import verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.model import SteeringModel
    from regionstyrning.questions.powers import FactHeld, Power
    from tests.questions.powers.generated import Asked


def answer(model: SteeringModel, asked: Asked) -> bool | None:
    """What the engine itself says of a case."""
    authority = authority_of(model, STANDARD)
    matters = authority.matters
    facts = {name: value for name, value in asked.facts.items() if not _stated_against(model, asked, name)}
    for name, trait in matters.traits(asked.matter).items():
        if trait.holds and facts.get(name) is False:
            facts[name] = Decimal(2) if name == "avtalslangd" else True
    case = Case(
        authority,
        asked.matter,
        asked.on,
        asked.amount_sek,
        facts,
        closed=True,
        urgent=asked.urgent,
        disqualified=asked.disqualified,
    )
    return verdict(case, asked.who)[0]


def _stated_against(model: SteeringModel, asked: Asked, name: str) -> bool:
    trait = authority_of(model, STANDARD).matters.traits(asked.matter).get(name)
    return trait is not None and not trait.holds


def told(powers: Iterable[Power], models: tuple[SteeringModel, SteeringModel], asked: Asked) -> bool:
    """Whether one of the powers is about a case."""
    return any(_about(power, models, asked) for power in powers)


def _about(power: Power, models: tuple[SteeringModel, SteeringModel], asked: Asked) -> bool:
    above = authority_of(models[1], STANDARD).matters.above(asked.matter)
    if power.who != asked.who or power.matter not in above or not set(power.except_matters).isdisjoint(above):
        return False
    if not power.days[0] <= asked.on <= power.days[1]:
        return False
    if asked.amount_sek < power.from_sek or (power.to_sek is not None and asked.amount_sek > power.to_sek):
        return False
    return not power.conditions or any(all(_met(each, asked, models) for each in way) for way in power.conditions)


def _met(held: FactHeld, asked: Asked, models: tuple[SteeringModel, SteeringModel]) -> bool:
    value = _value(held.fact, asked, models)
    bounded = any(each is not None for each in (held.at_least, held.above, held.at_most, held.below))
    if isinstance(value, bool):
        return value is held.holds if not bounded else not value and not held.holds
    if not bounded:
        return held.holds
    return (
        (held.at_least is None or value >= held.at_least)
        and (held.above is None or value > held.above)
        and (held.at_most is None or value <= held.at_most)
        and (held.below is None or value < held.below)
    )


def _value(name: str, asked: Asked, models: tuple[SteeringModel, SteeringModel]) -> bool | Decimal:
    """The fact as the case has it, unless both schemes state the same of it."""
    if name == "bradskande":
        return asked.urgent
    if name.startswith("jav:"):
        return name.removeprefix("jav:") in asked.disqualified
    if name.startswith("prisbasbelopp-"):
        base = asked.facts[name]
        assert isinstance(base, Decimal)
        return asked.amount_sek / base
    traits = [authority_of(each, STANDARD).matters.traits(asked.matter).get(name) for each in models]
    stated = {None if trait is None else trait.holds for trait in traits}
    value = asked.facts.get(name, False)
    if stated not in ({True}, {False}):
        return value
    if stated == {False}:
        return False
    return (Decimal(2) if name == "avtalslangd" else True) if value is False else value
