"""What follows from one scheme alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning as rs
from regionstyrning.model import (
    CaseCondition,
    Deputy,
    DeputyWhen,
    Limit,
    Matter,
    Name,
    Nature,
    Organ,
    OrganKind,
    Receiver,
    SteeringModel,
    Validity,
)
from regionstyrning.questions.powers import (
    Relation,
    compare_powers,
    hang_on_one_post,
    nobody_may_decide,
    shadowed,
    wider_than_giver,
)
from tests.questions.powers.generated import FIRST, case, scheme
from tests.questions.powers.read_back import answer
from tests.questions.powers.small_scheme import row, small_scheme

_SEEDS = st.integers(min_value=0, max_value=2**32)


def test_a_row_within_another_is_covered() -> None:
    """A row for a narrower matter and a lower amount than another of the same receiver is covered by it."""
    found = shadowed(small_scheme(row("bred", "chef", limit_sek=100), row("snav", "chef", "it", limit_sek=50)))
    assert [(each.record, each.others) for each in found.rows] == [("snav", ("bred",))]
    assert found.text() == "Rader som andra täcker, 2026-03-01:\n- snav täcks av bred"
    assert found.text("en") == "Rows that others cover, 2026-03-01:\n- snav is covered by bred"


def test_a_row_may_be_covered_by_several_together() -> None:
    """Two rows that cover different parts of a third cover it together; each of them is needed."""
    rows = (
        row("hel", "chef"),
        row("med", "chef", conditions=(CaseCondition(fact="upphandlat"),)),
        row("utan", "chef", conditions=(CaseCondition(fact="upphandlat", holds=False),)),
    )
    found = shadowed(small_scheme(*rows))
    assert [(each.record, each.others) for each in found.rows] == [
        ("hel", ("med", "utan")),
        ("med", ("hel",)),
        ("utan", ("hel",)),
    ]


def test_a_row_that_is_needed_for_one_receiver_is_not_covered() -> None:
    """A row with two receivers is covered only if it is so for both; a deputy is a taker too."""
    both = (Receiver(position="chef"), Receiver(position="inkopare"))
    rows = (row("bada", "chef", receivers=both), row("ena", "chef"))
    assert shadowed(small_scheme(*rows)).records == ("ena",)
    deputies = (Deputy(position="assistent", when=DeputyWhen.ANY),)
    assert shadowed(small_scheme(row("a", "chef", deputies=deputies), row("b", "chef"))).records == ("b",)


def test_a_row_to_the_owner_is_covered_by_its_own_right() -> None:
    """What is given to whoever owns the matter is covered by what it has anyway."""
    assembly = Organ(id="fullmaktige", title="Fullmäktige", kind=OrganKind.ASSEMBLY, part_of="region")
    found = shadowed(small_scheme(row("a", "namnd", giver="fullmaktige")).with_(assembly))
    assert found.text().splitlines()[1:] == ["- a täcks av mottagarens egen rätt"]


@pytest.mark.verify
@given(seed=_SEEDS)
def test_a_covered_row_may_be_taken_away(seed: int) -> None:
    """Where nothing builds on it, a row is covered only if the scheme without it is equivalent, and else it is not."""
    random = Random(seed)  # noqa: S311 - no secret
    made = scheme(random)
    organs = {"namnd", "namnd-2", "fullmaktige", "styrelse", None}
    alone = [evolve(each, may_pass_on=False, builds_on=None) for each in made.delegations if each.giver in organs]
    model = evolve(made, delegations=alone, decisions=())
    covered = shadowed(model).records
    for delegation in random.sample(model.delegations, min(3, len(model.delegations))):
        if not {each.organ for each in delegation.receivers} & organs:  # what they get, they give
            relation = compare_powers(model, model.without(delegation.id)).relation
            assert delegation.id not in covered or relation is Relation.EQUIVALENT


def test_a_row_wider_than_the_giver_holds_is_told_with_what_is_beyond() -> None:
    """A chief who holds half of what is passed on gives the other half to no avail, in amount, matter and days."""
    held = row("a", "chef", "it", limit_sek=100, may_pass_on=True, validity=Validity(last=date(2026, 12, 31)))
    given = row("b", "inkopare", "inkop", giver="chef", limit_sek=150, builds_on="a")
    found = wider_than_giver(small_scheme(held, given), until=date(2027, 1, 31))
    powers = [each.power for each in found.rows if each.power is not None]
    assert found.records == ("b",)
    assert [(each.matter, each.except_matters, each.from_sek, each.to_sek, each.days) for each in powers] == [
        ("inkop", ("it",), 0, 150, (date(2026, 3, 1), date(2027, 1, 31))),
        ("it", (), 101, 150, (date(2026, 3, 1), date(2026, 12, 31))),
        ("it", (), 0, 150, (date(2027, 1, 1), date(2027, 1, 31))),
    ]
    assert {each.example.after for each in powers} == {False}
    assert found.text().splitlines()[0] == "Rader som ger mer än givaren har, 2026-03-01–2027-01-31:"


@pytest.mark.parametrize(
    "given",
    [
        row("b", "inkopare", giver="chef", limit_sek=100, builds_on="a"),
        row("b", "inkopare", "it", giver="chef", limit_sek=50, builds_on="a"),
        row("b", "inkopare", "bidrag"),
        row("b", "inkopare", giver=None, statute="Provlag 1 §"),
        row("b", "inkopare", receivers=(Receiver(office="Någon"),)),
        row("b", "inkopare", "okant"),
    ],
    ids=["as much", "less", "by the owner", "by a statute", "to an office", "an unknown matter"],
)
def test_a_row_that_keeps_within_what_the_giver_holds_is_not_told(given: rs.model.Delegation) -> None:
    """What the giver holds may be given; what a statute gives has no giver, and an office is nobody of the model."""
    held = row("a", "chef", limit_sek=100, may_pass_on=True)
    assert wider_than_giver(small_scheme(held, given)).text() == "Ingen rad ger mer än givaren har, 2026-03-01."


def test_a_row_of_one_who_does_not_own_the_matter_is_wider() -> None:
    """A nämnd that gives what another nämnd owns gives more than it holds; what is recalled gives nothing."""
    other = Matter(id="annan", title="Annan", owner="forvaltning")
    matters = (*small_scheme().matters, other)
    assert wider_than_giver(small_scheme(row("a", "chef", "annan"), matters=matters)).records == ("a",)
    gone = row("a", "chef", "annan", document="saknas")
    ended = evolve(
        small_scheme(gone, matters=matters), names=(Name(id="saknas", catalogue="documents", title="Saknas"),)
    )
    assert wider_than_giver(ended).records == ()


def test_a_row_that_builds_on_nothing_is_beyond_as_a_whole() -> None:
    """A chief who holds nothing, or nothing any more, gives nothing of what the row says."""
    given = row("b", "inkopare", giver="chef")
    assert wider_than_giver(small_scheme(given)).records == ("b",)
    ended = row("a", "chef", may_pass_on=True, validity=Validity(last=date(2025, 12, 31)))
    assert wider_than_giver(small_scheme(ended, given)).records == ("b",)


def test_a_matter_that_belongs_to_nobody_and_is_given_by_nobody_may_be_decided_by_nobody() -> None:
    """What is part of it, and given by its own row, is told as the exception; attest is nobody's to decide."""
    matters = (
        Matter(id="herrelost", title="Herrelöst"),
        Matter(id="del", title="Del", part_of="herrelost", owner="namnd"),
        Matter(id="attest", title="Attest", nature=Nature.ATTEST),
        Matter(id="tomt", title="Tomt"),
    )
    found = nobody_may_decide(small_scheme(matters=matters))
    assert [(each.record, each.others) for each in found.rows] == [("herrelost", ("del",)), ("tomt", ())]
    assert found.text() == (
        "Ärenden som ingen får besluta, 2026-03-01:\n- Herrelöst [herrelost] utom Del\n- Tomt [tomt]"
    )
    assert found.to_records()[0]["record"] == "herrelost"
    assert nobody_may_decide(small_scheme()).text("en") == "Every matter may be decided by someone, 2026-03-01."


@pytest.mark.verify
@given(seed=_SEEDS)
def test_no_case_of_a_matter_that_nobody_may_decide_may_be_decided(seed: int) -> None:
    """Cases taken by chance of such a matter are refused whoever would decide them."""
    random = Random(seed)  # noqa: S311 - no secret
    model = scheme(random, rows=4)
    found = nobody_may_decide(model, on=FIRST)
    for _ in range(60):
        asked = case(random, (model, model), (FIRST, FIRST))
        unowned = {name: value for name, value in asked.facts.items() if not name.startswith("tillhor:")}
        if asked.matter in found.records:
            assert answer(model, evolve(asked, facts=unowned)) is not True


def test_what_one_post_alone_has_been_given_hangs_on_it() -> None:
    """Above what another may decide too it hangs on the post with the higher limit, the nämnd's own right apart."""
    found = hang_on_one_post(small_scheme(row("a", "chef", limit_sek=100), row("b", "inkopare", limit_sek=40)))
    (power,) = [each.power for each in found.rows if each.power is not None]
    assert (power.who, power.matter, power.from_sek, power.to_sek) == ("chef", "inkop", 41, 100)
    assert found.text().splitlines()[0] == "Det här hänger på en enda befattning, 2026-03-01:"


def test_what_has_a_deputy_hangs_on_nobody() -> None:
    """A deputy who steps in when the post is away makes that nothing hangs on it; so does an organ."""
    deputies = (Deputy(position="assistent", when=DeputyWhen.ANY),)
    found = hang_on_one_post(small_scheme(row("a", "chef", deputies=deputies)))
    assert found.text() == "Inget hänger på en enda befattning, 2026-03-01."


@pytest.mark.verify
@given(seed=_SEEDS)
def test_no_other_post_may_decide_what_hangs_on_one(seed: int) -> None:
    """The example may be decided by the post, and by nobody else by what has been given, the post being away."""
    random = Random(seed)  # noqa: S311 - no secret
    model = scheme(random, rows=6)
    for each in hang_on_one_post(model, on=FIRST).rows:
        assert each.power is not None
        assert each.power.example.after is True
        assert _others(model, each.record, each.power) == []


def _others(model: SteeringModel, who: str, power: rs.questions.powers.Power) -> list[str]:
    asked = dict(power.example.keywords)
    asked["facts"] = asked["facts"] | {f"franvaro:{who}": True, f"vakans:{who}": True}
    asked["disqualified"] = (*asked["disqualified"], who)
    return [
        post.id
        for post in model.positions
        if post.id != who and rs.may_decide(model, post.id, power.example.matter, **asked).allowed is True
    ]


def test_an_overview_is_read_by_its_rows() -> None:
    """Who tests an overview for truth is told to read its rows, and a row its record."""
    found = hang_on_one_post(small_scheme(row("a", "chef", limits=(Limit(value=Decimal(5)),))))
    with pytest.raises(rs.NoTruthValue, match="rows"):
        bool(found)
    with pytest.raises(rs.NoTruthValue, match="record"):
        bool(found.rows[0])
