"""What a comparison says, and of whom."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.model import (
    CaseCondition,
    Delegation,
    Deputy,
    DeputyWhen,
    Limit,
    LimitUnit,
    Matter,
    Nature,
    Position,
    PositionKind,
    SteeringModel,
    Trait,
    Validity,
)
from regionstyrning.questions.powers import FactHeld, PowerComparison, Relation, compare_powers
from tests.questions.powers.small_scheme import DAY, row, small_scheme


def _lines(found: PowerComparison, lang: str = "sv") -> list[str]:
    return found.text("en" if lang == "en" else "sv").replace("\N{NO-BREAK SPACE}", " ").splitlines()


def test_a_raised_limit_is_an_interval_of_amounts() -> None:
    """What was gained begins one krona above the old limit and ends at the new, both included."""
    old, new = (small_scheme(row("a", "inkopare", limit_sek=limit)) for limit in (100_000, 250_000))
    (power,) = compare_powers(old, new).gained
    assert (power.who, power.matter, power.from_sek, power.to_sek) == ("inkopare", "inkop", 100_001, 250_000)
    assert (power.example.on, power.example.amount_sek) == (DAY, 250_000)
    assert (power.example.before, power.example.after) == (False, True)


def test_the_example_can_be_asked_of_both_schemes() -> None:
    """The keywords of an example are those of ``may_decide``, which answers as the example says."""
    deputies = (Deputy(position="assistent", when=DeputyWhen.DISQUALIFICATION),)
    needed = (CaseCondition(fact="ar", at_most=Decimal(4)), CaseCondition(fact="upphandlat"))
    new = small_scheme(row("a", "inkopare", limit_sek=10, deputies=deputies, conditions=needed))
    found = compare_powers(small_scheme(row("b", "chef", "bidrag", conditions=needed)), new)
    (power,) = found.of("assistent")[1]
    asked = power.example.keywords
    assert asked["disqualified"] == ("inkopare",)
    assert rs.may_decide(new, "assistent", power.example.matter, **asked).allowed is True


def test_the_text_tells_what_was_gained_and_lost() -> None:
    """A heading with the relation, and a line for each power, without what the law bars anyway."""
    old = small_scheme(row("a", "inkopare", limit_sek=100_000), row("b", "assistent", "bidrag"))
    new = small_scheme(
        row("a", "inkopare", limit_sek=250_000, except_matters=("it",)),
        row("b", "assistent", "bidrag", conditions=(CaseCondition(fact="upphandlat"),)),
    )
    found = compare_powers(old, new)
    assert _lines(found) == [
        "2026-03-01: överlappande. 1 tillkommen befogenhet, 2 förlorade befogenheter.",
        "+ Inköparen: Inköp utom It-inköp, över 100 000 till och med 250 000 kronor",
        "− Assistenten: Bidrag, om inte upphandlat",
        "− Inköparen: It-inköp, till och med 100 000 kronor",
    ]
    assert _lines(found, "en") == [
        "2026-03-01: overlapping. 1 power gained, 2 powers lost.",
        "+ Inköparen: Inköp except It-inköp, above 100,000 to 250,000 kronor",
        "− Assistenten: Bidrag, if not upphandlat",
        "− Inköparen: It-inköp, up to 100,000 kronor",
    ]


def test_each_is_told_how_its_own_powers_stand() -> None:
    """One may have become stronger and another weaker in the same comparison; the rest are as they were."""
    old = small_scheme(row("a", "inkopare", limit_sek=5), row("b", "assistent", limit_sek=5), row("c", "chef"))
    new = small_scheme(row("a", "inkopare", limit_sek=9), row("b", "assistent", limit_sek=2), row("c", "chef"))
    found = compare_powers(old, new)
    assert found.relations == (("assistent", Relation.WEAKER), ("inkopare", Relation.STRONGER))
    assert found.of("chef") == (Relation.EQUIVALENT, (), ())


@pytest.mark.parametrize(
    ("kept", "relation"),
    [((), Relation.DISJOINT), ((row("c", "chef", "bidrag"),), Relation.OVERLAPPING)],
)
def test_schemes_without_a_case_in_common_are_disjoint(kept: tuple[Delegation, ...], relation: Relation) -> None:
    """What the nämnd may decide in both, because it owns the matter, makes no overlap; one row in common does."""
    old = small_scheme(row("a", "inkopare", "inkop"), *kept)
    new = small_scheme(row("b", "inkopare", "bidrag"), *kept)
    found = compare_powers(old, new)
    assert found.relation is relation
    assert found.relations == (("inkopare", Relation.DISJOINT),)


def test_one_who_keeps_something_overlaps_with_what_it_was() -> None:
    """Whoever exchanged one matter for another and kept a third has overlapping powers."""
    old = small_scheme(row("a", "inkopare", "it"), row("k", "inkopare", "bidrag"))
    new = small_scheme(row("k", "inkopare", "bidrag"), row("b", "inkopare", matters=("inkop",), except_matters=("it",)))
    found = compare_powers(old, new)
    assert found.relations == (("inkopare", Relation.OVERLAPPING),)


def test_days_are_cut_over_a_period() -> None:
    """Over a period a power is told with its first and last day."""
    old = small_scheme(row("a", "inkopare"))
    new = small_scheme(row("a", "inkopare", validity=Validity(last=date(2026, 6, 30))))
    found = compare_powers(old, new, until=date(2026, 12, 31))
    (power,) = found.lost
    assert power.days == (date(2026, 7, 1), date(2026, 12, 31))
    assert _lines(found)[1] == "− Inköparen: Inköp, 2026-07-01–2026-12-31"
    assert _lines(found, "en")[1] == "− Inköparen: Inköp, 2026-07-01 to 2026-12-31"


def test_the_same_amounts_on_days_that_follow_are_one_line() -> None:
    """Days that follow on one another are one line where amounts and conditions are the same."""
    old = small_scheme(row("a", "inkopare", limit_sek=10))
    new = small_scheme(
        row("a", "inkopare", limit_sek=20, validity=Validity(last=date(2026, 6, 30))),
        row("b", "inkopare", limit_sek=30, validity=Validity(first=date(2026, 7, 1))),
    )
    found = compare_powers(old, new, until=date(2026, 12, 31)).gained
    assert [(each.from_sek, each.to_sek, each.days) for each in found] == [
        (11, 20, (DAY, date(2026, 6, 30))),
        (11, 30, (date(2026, 7, 1), date(2026, 12, 31))),
    ]


def test_a_matter_that_only_one_scheme_has_is_nobodys_in_the_other() -> None:
    """A matter that is new is gained by all who may decide it, with an example that the first does not know."""
    old = small_scheme(row("a", "inkopare", "bidrag"))
    new = old.with_(Matter(id="nytt", title="Nytt", part_of="bidrag"))
    found = compare_powers(old, new)
    assert [(each.who, each.matter, each.example.before) for each in found.gained] == [
        ("inkopare", "nytt", False),
        ("namnd", "nytt", False),
    ]
    assert compare_powers(new, old).relation is Relation.WEAKER


def test_a_matter_that_is_no_decision_any_more_is_lost() -> None:
    """A matter that has become attest is nobody's to decide, though no row has changed."""
    old = small_scheme(row("a", "inkopare", "it"))
    new = old.with_(evolve(old["it"], nature=Nature.ATTEST))
    found = compare_powers(old, new)
    assert [(each.who, each.matter) for each in found.lost] == [("inkopare", "it"), ("namnd", "it")]


def test_what_a_matter_states_is_not_asked() -> None:
    """Where a matter states that something never holds, a condition on it takes all or nothing."""
    stated = (Matter(id="inkop", title="Inköp", owner="namnd", traits=(Trait(id="upphandlat", holds=False),)),)
    old = small_scheme(row("a", "inkopare"), matters=stated)
    for holds, lost in ((True, 1), (False, 0)):
        needed = (CaseCondition(fact="upphandlat", holds=holds),)
        assert (
            len(compare_powers(old, small_scheme(row("a", "inkopare", conditions=needed), matters=stated)).lost) == lost
        )


def test_schemes_may_state_otherwise_of_a_matter() -> None:
    """A fact that one scheme states of a matter and the other asks for is asked of the other alone."""
    asked = (CaseCondition(fact="upphandlat"),)
    stated = Matter(id="inkop", title="Inköp", owner="namnd", traits=(Trait(id="upphandlat", holds=True),))
    holds, free = (
        small_scheme(row("a", "inkopare", conditions=asked), matters=(matter,))
        for matter in (stated, evolve(stated, traits=()))
    )
    (power,) = compare_powers(holds, free).lost
    assert FactHeld(fact="upphandlat", holds=False) in power.conditions[0]
    assert (power.example.before, power.example.after) == (True, False)


def test_a_number_that_always_holds_is_named_in_the_example() -> None:
    """A matter that states that there is a number leaves open which; the example names one."""
    matters = (Matter(id="inkop", title="Inköp", owner="namnd", traits=(Trait(id="ar", holds=True),)),)
    old, new = (
        small_scheme(
            row("a", "inkopare", conditions=(CaseCondition(fact="ar", at_most=Decimal(most)),)), matters=matters
        )
        for most in (2, 4)
    )
    (gained,) = compare_powers(old, new).gained
    assert dict(gained.example.facts)["ar"] == 3
    (lost,) = compare_powers(small_scheme(row("a", "inkopare"), matters=matters), new).lost
    assert dict(lost.example.facts)["ar"] == 5


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ((None, 3), (None, 5), "om ar över 3 och högst 5"),
        ((3, None), (5, None), "om ar minst 3 och under 5"),
        ((None, None), (None, 3), "om inte ar; eller ar över 3"),
    ],
)
def test_numbers_are_told_with_their_bounds(
    old: tuple[int | None, int | None], new: tuple[int | None, int | None], told: str
) -> None:
    """What a number must be is told with the bounds that the difference has."""

    def bounded(bounds: tuple[int | None, int | None]) -> SteeringModel:
        least, most = (None if each is None else Decimal(each) for each in bounds)
        needed = (CaseCondition(fact="ar", at_least=least, at_most=most),) if bounds != (None, None) else ()
        return small_scheme(row("a", "inkopare", conditions=needed))

    found = compare_powers(bounded(old), bounded(new))
    assert _lines(found)[1][2:] == f"Inköparen: Inköp, {told}"


def test_limits_in_base_amounts_are_kronor_where_the_year_is_known() -> None:
    """One prisbasbelopp of 2026 is 59 200 kronor; of a year that the law does not hold it is a measure of its own."""
    old, new = (
        small_scheme(row("a", "inkopare", limits=(Limit(value=Decimal(count), unit=LimitUnit.PRICE_BASE_AMOUNT),)))
        for count in (1, 2)
    )
    (known,) = compare_powers(old, new).gained
    assert (known.from_sek, known.to_sek) == (59_201, 118_400)
    found = compare_powers(old, new, on=date(2099, 1, 1))
    (unknown,) = found.gained
    assert FactHeld(fact="prisbasbelopp-2099", above=Decimal(1), at_most=Decimal(2)) in unknown.conditions[0]
    assert (unknown.example.before, unknown.example.after) == (False, True)


def test_a_period_may_not_end_before_it_begins() -> None:
    """A last day before the first is refused."""
    model = small_scheme()
    with pytest.raises(rs.InvalidValue, match="expected a day from 2026-03-01 on, found 2026-02-01"):
        compare_powers(model, model, until=date(2026, 2, 1))


def test_days_for_which_the_law_is_not_held_are_said() -> None:
    """Before 2018 nothing is compared, and the comparison says so."""
    old, new = small_scheme(row("a", "inkopare")), small_scheme()
    found = compare_powers(old, new, on=date(2017, 6, 1))
    assert found.missing == ("Lagens text hålls inte för alla dagar, och då jämförs inget.",)
    assert not found.complete
    assert _lines(found, "en")[-1] == (
        "- The text of the law is not held for all the days, and nothing is compared for those."
    )


def test_rows_are_plain_values() -> None:
    """Each power is a row of plain values, with what became of it first."""
    needed = (CaseCondition(fact="ar", at_least=Decimal(2)),)
    (record,) = compare_powers(small_scheme(), small_scheme(row("a", "inkopare", conditions=needed))).to_records()
    assert record["change"] == "gained"
    assert (record["who"], record["matter"], record["from_sek"], record["to_sek"]) == ("inkopare", "inkop", 0, None)
    assert (record["first"], record["last"]) == ("2026-03-01", "2026-03-01")
    assert record["example_facts"] == ["ar = 2"]
    assert "ar minst 2" in record["conditions"]


def test_a_comparison_is_not_true_or_false() -> None:
    """Who tests a comparison for truth is told to read its relation."""
    model = small_scheme()
    with pytest.raises(rs.NoTruthValue, match="relation"):
        bool(compare_powers(model, model))


def test_urgency_and_disqualification_are_told_in_words() -> None:
    """What a deputy gains hangs on who it steps in for; what only the chair may in haste hangs on the haste."""
    deputies = (Deputy(position="assistent", when=DeputyWhen.DISQUALIFICATION),)
    found = compare_powers(small_scheme(), small_scheme(row("a", "inkopare", deputies=deputies)))
    assert _lines(found)[1] == "+ Assistenten: Inköp, om inkopare är jävig"
    chair = Position(id="ordforande", title="Ordföranden", organ="namnd", kind=PositionKind.CHAIR)
    model = small_scheme().with_(chair)
    urgent = compare_powers(model, model.with_(row("a", "ordforande", urgent_only=True)))
    assert _lines(urgent, "en")[1] == "+ Ordföranden: Inköp, if urgent"


def test_matters_that_are_part_of_one_another_are_compared() -> None:
    """A ring of matters, which is a fault of the model, ends no comparison."""
    ring = (
        Matter(id="a", title="A", part_of="b", owner="namnd"),
        Matter(id="b", title="B", part_of="a", owner="namnd"),
    )
    old = small_scheme(matters=ring)
    found = compare_powers(old, small_scheme(row("x", "inkopare", "a"), matters=ring))
    assert {each.who for each in found.gained} == {"inkopare"}
    assert found.relation is Relation.STRONGER


def test_what_can_never_be_met_gives_nothing() -> None:
    """A limit below nought, and a number between bounds that are crossed, are no power."""
    crossed = (CaseCondition(fact="ar", at_least=Decimal(5), at_most=Decimal(3)),)
    below = (Limit(value=Decimal(-1), unit=LimitUnit.PRICE_BASE_AMOUNT),)
    rows = (
        row("a", "inkopare", conditions=crossed),
        row("b", "inkopare", limits=below),
        row("c", "inkopare", limit_sek=-1),
    )
    assert compare_powers(small_scheme(), small_scheme(*rows)).relation is Relation.EQUIVALENT


def test_nought_kronor_make_no_base_amount() -> None:
    """With a limit of nought kronor it does not matter how many prisbasbelopp the row says, if any."""
    nought = Limit(value=Decimal(0))
    old, new = (
        small_scheme(
            row("a", "inkopare", limits=(nought, Limit(value=Decimal(count), unit=LimitUnit.PRICE_BASE_AMOUNT)))
        )
        for count in (1, 2)
    )
    assert compare_powers(old, new, on=date(2099, 1, 1)).relation is Relation.EQUIVALENT


def test_a_number_between_two_that_are_near_is_found() -> None:
    """Where no whole number lies between the bounds the example names another."""
    old, new = (
        small_scheme(row("a", "inkopare", conditions=(CaseCondition(fact="ar", at_most=Decimal(most)),)))
        for most in ("2", "2.5")
    )
    (power,) = compare_powers(old, new).gained
    assert dict(power.example.facts) == {"ar": Decimal("2.25")}
    assert (power.example.before, power.example.after) == (False, True)


def test_a_number_that_one_scheme_alone_states_is_asked_of_the_other() -> None:
    """Where only one scheme states that there is a number, the example shows the case where there is none."""
    asked = (CaseCondition(fact="ar", at_most=Decimal(4)),)
    stated = Matter(id="inkop", title="Inköp", owner="namnd", traits=(Trait(id="ar", holds=True),))
    old, new = (
        small_scheme(row("a", "inkopare", conditions=asked), matters=(matter,))
        for matter in (stated, evolve(stated, traits=()))
    )
    (power,) = compare_powers(old, new).lost
    assert dict(power.example.facts) == {"ar": False}
    assert (power.example.before, power.example.after) == (True, False)


def test_a_model_without_matters_has_nothing_to_compare() -> None:
    """Nothing is decided where there are no matters, and two such models are equivalent."""
    model = small_scheme(matters=())
    assert compare_powers(model, model, on=date(2026, 3, 1)).relation is Relation.EQUIVALENT


def test_more_base_amounts_than_any_limit_is_shown_by_an_example() -> None:
    """Where a limit in prisbasbelopp of an unknown year is taken away, the example makes more of them than it said."""
    limited = row("a", "inkopare", limits=(Limit(value=Decimal(2), unit=LimitUnit.PRICE_BASE_AMOUNT),))
    (power,) = compare_powers(small_scheme(limited), small_scheme(row("a", "inkopare")), on=date(2099, 1, 1)).gained
    assert power.example.amount_sek > 2 * dict(power.example.facts)["prisbasbelopp-2099"]
    assert (power.example.before, power.example.after) == (False, True)
