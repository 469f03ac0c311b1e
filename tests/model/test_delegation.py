"""Matters and who has been given the right to decide them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.model import (
    CaseCondition,
    Decision,
    DecisionKind,
    Delegation,
    Deputy,
    DeputyWhen,
    Frequency,
    Limit,
    LimitSpan,
    LimitUnit,
    Matter,
    Nature,
    Receiver,
    Reporting,
    Together,
    Trait,
    TraitBasis,
)
from tests.model.small import delegation, model, until_day

BUYING = Matter(id="inkop", title="Inköp", owner="hsn")


def test_matters_form_a_tree() -> None:
    """IT is a part of buying, and its owner is that of the whole."""
    it = Matter(id="inkop-it", title="Inköp av it", part_of="inkop")
    held = model(matters=[BUYING, it])
    assert (held[held["inkop-it"].part_of].owner, held["inkop-it"].owner) == ("hsn", None)


def test_a_group_of_matters_may_have_exceptions() -> None:
    """All buying but that of it."""
    given = delegation("d-1", matters=["inkop"], except_matters=["inkop-it"])
    assert (given.matters, given.except_matters) == (("inkop",), ("inkop-it",))


@pytest.mark.parametrize(
    ("basis", "law"),
    [
        (TraitBasis.STATUTE, "6 kap. 38 § kommunallagen"),
        (TraitBasis.RULING, "HFD 2022 ref. 1"),
        (TraitBasis.LOCAL, None),
    ],
)
def test_a_trait_of_a_matter_says_what_it_is_read_from(basis: TraitBasis, law: str | None) -> None:
    """A statute, a ruling, or a local reading."""
    matter = Matter(id="yttrande", title="Yttrande", traits=[Trait(id="principiell", holds=True, basis=basis, law=law)])
    assert (matter.traits[0].basis, matter.traits[0].law) == (basis, law)


def test_a_trait_holds_never_or_is_unknown() -> None:
    """That a matter never is of principle is a fact, and that nobody says is another."""
    never = Matter(id="a", title="A", traits=[Trait(id="principiell", holds=False)])
    silent = Matter(id="b", title="B")
    assert ([trait.holds for trait in never.traits], silent.traits) == ([False], ())


@pytest.mark.parametrize("nature", ["beslut", "verkställighet", "beredning", "attest", "firmateckning"])
def test_a_row_of_a_scheme_has_a_nature(nature: str) -> None:
    """Schemes list decisions and other acts together, and they are told apart."""
    assert delegation("d-1", nature=Nature(nature)).nature.value == nature


def test_a_statute_may_give_a_right_with_takers_of_its_own() -> None:
    """No organ gives it, and a further mandate builds on it."""
    by_law = Delegation(
        id="smittskydd",
        statute="6 kap. 12 § smittskyddslagen",
        receivers=[Receiver(position="smittskyddslakare")],
        matters=["smittskydd"],
    )
    further = delegation("smittskydd-vidare", giver="smittskyddslakare", builds_on="smittskydd")
    assert (by_law.giver, by_law.statute, further.builds_on) == (None, "6 kap. 12 § smittskyddslagen", "smittskydd")


def test_a_right_is_received_by_a_post_an_organ_or_an_office() -> None:
    """A scheme may name an office that is no post of the model, and it is held as it stands."""
    given = delegation(
        "d-1",
        receivers=[
            Receiver(position="chef"),
            Receiver(organ="arbetsutskottet"),
            Receiver(office="upphandlingsenheten"),
        ],
    )
    assert [(each.position, each.organ, each.office) for each in given.receivers] == [
        ("chef", None, None),
        (None, "arbetsutskottet", None),
        (None, None, "upphandlingsenheten"),
    ]


@pytest.mark.parametrize("together", ["var för sig", "tillsammans", "ej angivet"])
def test_several_receivers_act_alone_jointly_or_nobody_says(together: str) -> None:
    """What the scheme leaves unsaid is not read as either."""
    pair = [Receiver(position="chef"), Receiver(position="ekonomichef")]
    assert delegation("d-1", receivers=pair, together=Together(together)).together.value == together


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        (Limit(value=Decimal(2_000_000), text="2 miljoner kronor"), "kronor"),
        (Limit(value=Decimal(20), unit=LimitUnit.PRICE_BASE_AMOUNT), "prisbasbelopp"),
        (Limit(value=Decimal(5), unit=LimitUnit.NUMBER), "antal"),
        (Limit(value=Decimal(6), unit=LimitUnit.MONTHS), "månader"),
    ],
)
def test_a_limit_counts_in_a_unit(limit: Limit, value: str) -> None:
    """Kronor, prisbasbelopp, a number or months."""
    assert delegation("d-1", limits=[limit]).limits[0].unit.value == value


@pytest.mark.parametrize("span", ["tillfälle", "avtal", "år", "ej angivet"])
def test_a_limit_is_counted_for_a_span(span: str) -> None:
    """Per occasion, per contract or per year are not the same right."""
    assert Limit(value=Decimal(100_000), span=LimitSpan(span)).span.value == span


def test_several_limits_hold_at_once() -> None:
    """A contract of at most two mnkr and at most four years."""
    limits = [
        Limit(value=Decimal(2_000_000), span=LimitSpan.CONTRACT),
        Limit(value=Decimal(4), unit=LimitUnit.YEARS, span=LimitSpan.CONTRACT),
    ]
    assert [each.unit for each in delegation("d-1", limits=limits).limits] == [LimitUnit.SEK, LimitUnit.YEARS]


def test_a_right_may_hang_on_facts_of_the_case() -> None:
    """Within the frame, not of principle, and with at least three tenders."""
    given = delegation(
        "d-1",
        conditions=[
            CaseCondition(fact="inom-ram", text="inom tilldelad ram"),
            CaseCondition(fact="principiell", holds=False),
            CaseCondition(fact="anbud", at_least=Decimal(3)),
        ],
    )
    assert [(each.fact, each.holds, each.at_least) for each in given.conditions] == [
        ("inom-ram", True, None),
        ("principiell", False, None),
        ("anbud", True, Decimal(3)),
    ]


def test_a_right_ends_with_its_last_day() -> None:
    """The day after, nobody holds it."""
    held = model(delegations=[delegation("d-1", validity=until_day(date(2025, 6, 30)))])
    assert [len(held.at(day).delegations) for day in (date(2025, 6, 30), date(2025, 7, 1))] == [1, 0]


@pytest.mark.parametrize("may", [True, False, None])
def test_a_right_may_be_passed_on_or_not_or_nobody_says(may: bool | None) -> None:
    """A silent scheme is neither yes nor no."""
    assert delegation("d-1", may_pass_on=may).may_pass_on is may


def test_a_right_may_be_for_urgent_matters_only() -> None:
    """The chair decides what cannot wait, and nothing else by this right."""
    assert delegation("d-1", urgent_only=True) != delegation("d-1")


def test_deputies_step_in_in_an_order_and_for_a_reason() -> None:
    """The vice chair in any hindrance, and after that the second vice chair when the post is vacant."""
    given = delegation(
        "d-1", deputies=[Deputy(position="vice"), Deputy(position="andre-vice", when=DeputyWhen.VACANCY)]
    )
    assert [(each.position, each.when.value) for each in given.deputies] == [
        ("vice", "förfall"),
        ("andre-vice", "vakans"),
    ]


def test_an_organ_or_a_post_may_call_the_matter_up() -> None:
    """The nämnd and its chair may take the case back."""
    assert delegation("d-1", called_up_by=["hsn", "ordforande"]).called_up_by == ("hsn", "ordforande")


def test_decisions_are_reported_to_someone_at_a_pace() -> None:
    """To the nämnd at its next meeting and to the chief."""
    reporting = Reporting(organs=["hsn"], positions=["forvaltningschef"], often=Frequency.NEXT_MEETING)
    assert delegation("d-1", reporting=reporting).reporting == reporting


def test_what_is_not_reported_is_told_apart_from_what_nobody_says() -> None:
    """Decisions on a right that is handed on need not be reported, and of others the scheme is silent."""
    exempt = Reporting(often=Frequency.NOT_REPORTED)
    assert exempt.often is not Reporting().often


def test_a_receiver_may_hand_a_case_back() -> None:
    """That is stated in one scheme and not in another."""
    assert [delegation("d-1", may_return=True).may_return, delegation("d-2").may_return] == [True, None]


def test_a_right_is_given_by_a_decision_in_any_document() -> None:
    """An instruction or a resolution gives rights as a scheme does."""
    resolution = Decision(kind=DecisionKind.ADOPTS, by="hsn", on=date(2025, 1, 20), title="Attestanter 2025")
    held = model(
        decisions=[resolution],
        delegations=[delegation("d-1", decision=resolution.id), delegation("d-2", document="instruktion")],
    )
    assert (held[held["d-1"].decision], held["d-2"].decision) == (resolution, None)
