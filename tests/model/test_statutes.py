"""Statutes that a caller adds to the law shipped."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from regionstyrning.model import Confidence, Effect, Parameter, PositionKind, Provision, Statute
from tests.model.small import from_day, model, until_day


def test_a_provision_names_the_only_lawful_takers() -> None:
    """A statute may reserve a matter to a statutory function, appointed in person, at least two together."""
    reserved = Provision(
        id="vard-1",
        paragraph="4 kap. 2 §",
        title="Beslutet ska fattas av verksamhetschefen",
        effect=Effect.RESERVES,
        position_kinds=[PositionKind.STATUTORY],
        at_least=2,
        personally_appointed=True,
    )
    assert (reserved.position_kinds, reserved.at_least, reserved.personally_appointed) == (
        (PositionKind.STATUTORY,),
        2,
        True,
    )


def test_a_provision_has_days_of_its_own() -> None:
    """Two wordings of one paragraph stand side by side, each with its days."""
    statute = Statute(
        id="lag",
        title="Lag",
        held_from=date(2018, 1, 1),
        provisions=[
            Provision(
                id="p1", paragraph="1 §", title="Förr", effect=Effect.PERMITS, validity=until_day(date(2022, 6, 30))
            ),
            Provision(
                id="p1-ny", paragraph="1 §", title="Nu", effect=Effect.PROHIBITS, validity=from_day(date(2022, 7, 1))
            ),
        ],
    )
    day = date(2022, 7, 1)
    assert [each.id for each in statute.provisions if each.validity and each.validity.covers(day)] == ["p1-ny"]


def test_a_provision_sets_numbers_by_date() -> None:
    """A prisbasbelopp is a number with a unit and its days."""
    amount = Parameter(name="prisbasbelopp", value=Decimal(57300), unit="kronor", validity=from_day(date(2024, 1, 1)))
    sets = Provision(id="pbb", paragraph="2 kap. 7 §", title="Prisbasbelopp", effect=Effect.SETS, parameters=[amount])
    assert sets.parameters[0].value == Decimal(57300)


def test_a_provision_silent_on_passing_on_says_neither_yes_nor_no() -> None:
    """Whether a right may be handed on is unknown, which is not the same as forbidden."""
    silent = Provision(id="p", paragraph="1 §", title="Tyst", effect=Effect.PERMITS, confidence=Confidence.RECALLED)
    assert silent.may_pass_on is None


def test_a_statute_stays_when_the_day_has_passed_it() -> None:
    """A question about an earlier year needs the law of that year, so at() keeps every statute."""
    old = Statute(id="lag-1991", title="Kommunallag", number="1991:900", validity=until_day(date(2017, 12, 31)))
    assert model(statutes=[old]).at(date(2025, 1, 1)).statutes == (old,)
