"""How rights are handed on, narrow, and come to nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.model import (
    Adoption,
    CaseCondition,
    Decision,
    DecisionKind,
    Delegation,
    Deputy,
    LegalForm,
    LimitUnit,
    Matter,
    Nature,
    Organ,
    OrganKind,
    Ownership,
    OwnershipKind,
    PlanningHorizon,
    Position,
    PositionKind,
    Receiver,
    SteeringDocument,
    Trait,
    Validity,
)
from regionstyrning.model.dates import HorizonKind
from regionstyrning.model.delegation import DeputyWhen
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.rules.delegation.passing import passing_on_is_allowed
from tests.questions.authority.making import DAY, decided, given, limit, matter, region, sek, special

PASSABLE = given("namnden", "chefen", may_pass_on=True)
PASSED_ON = given("chefen", "handlaggaren")

KOMMUN = Organ(id="kommunen", title="Kommunen", kind=OrganKind.LEGAL_PERSON, legal_form=LegalForm.MUNICIPALITY)
BOLAG = Organ(id="bolaget", title="Bolaget", kind=OrganKind.LEGAL_PERSON, legal_form=LegalForm.COMPANY)
JOINT = Organ(id="gemensamma", title="Gemensamma nämnden", kind=OrganKind.JOINT_COMMITTEE, part_of="regionen")
TAKES_PART = Ownership(id="deltar", owner="kommunen", owned="gemensamma", kind=OwnershipKind.MEMBER)
OWNS = Ownership(id="ager", owner="regionen", owned="bolaget", kind=OwnershipKind.OWNS)


def post(id: str, kind: PositionKind, organ: str, **more: Any) -> Position:  # noqa: ANN401 - any field of the record
    """A post elsewhere."""
    return Position(id=id, title=id.capitalize(), kind=kind, organ=organ, **more)


def may(who: str, *records: Any, matter: str = "inkop", **case: Any) -> bool | None:  # noqa: ANN401 - any records
    """Whether one may decide in a closed case."""
    return rs.may_decide(region(*records), who, matter, **{"on": DAY, "closed": True, **case}).allowed


@pytest.mark.parametrize(
    ("giver", "kind", "organ", "facts", "allowed"),
    [
        ("gemensamma", PositionKind.EMPLOYEE, "kommunen", [], True),
        ("namnden", PositionKind.EMPLOYEE, "kommunen", [], False),
        ("namnden", PositionKind.EMPLOYEE, "kommunen", ["avtal-om-samverkan"], True),
        ("namnden", PositionKind.EMPLOYEE, "bolaget", ["avtal-om-samverkan"], False),
        ("namnden", PositionKind.AUDITOR, "regionen", [], False),
        ("namnden", PositionKind.CHAIR, "rs", [], False),
    ],
)
def test_a_taker_stands_to_the_giver_as_the_law_asks(
    giver: str, kind: PositionKind, organ: str, facts: list[str], allowed: bool
) -> None:
    """An employee of a participant, of another party, of a company; an auditor; another nämnd's chair."""
    records = (KOMMUN, BOLAG, JOINT, TAKES_PART, OWNS, post("annan", kind, organ), matter("hjalp", giver))
    row = given(giver, "annan", matters=["hjalp"])
    assert may("annan", *records, row, matter="hjalp", facts=facts) is allowed


def test_an_agreement_that_is_not_known_of_leaves_it_open() -> None:
    """The provision that would let it is the reason."""
    facts = dict.fromkeys(("fullmaktiges-arende", "foretrader-regionen-som-part"), False)
    model = region(KOMMUN, post("annan", PositionKind.EMPLOYEE, "kommunen"), given("namnden", "annan"))
    answer = rs.may_decide(model, "annan", "inkop", on=DAY, facts=facts)
    assert (answer.allowed, "avtal-om-samverkan" in answer.depends_on) == (None, True)


@pytest.mark.parametrize(
    ("chief", "owner", "serves", "facts", "allowed"),
    [
        ("chefen", "namnden", ["namnden"], {}, True),
        ("chefen", "namnden", ["rs"], {}, False),
        ("chefen", "namnden", [], {}, False),
        ("chefen", "namnden", [], {"forvaltningschef-i-namndens-omrade": True}, True),
        ("chefen", "namnden", [], {"forvaltningschef-i-namndens-omrade": False}, False),
        ("direktoren", "rs", [], {}, True),
        ("kommunchefen", "namnden", ["namnden"], {"avtal-om-samverkan": True}, False),
        ("enhetschefen", "namnden", ["namnden"], {}, False),
    ],
)
def test_only_a_chief_within_the_field_passes_on(
    chief: str, owner: str, serves: list[str], facts: dict[str, bool], allowed: bool
) -> None:
    """By what the förvaltning serves; the director under the styrelse; as a fact where nothing says so."""
    records = (
        KOMMUN,
        post("kommunchefen", PositionKind.HEAD, "kommunen"),
        post("direktoren", PositionKind.DIRECTOR, "forvaltningen"),
        matter("bord", owner),
        given(owner, chief, matters=["bord"], may_pass_on=True),
        given(chief, "handlaggaren", matters=["bord"]),
    )
    model = region(*records)
    model = model.with_(evolve(model["forvaltningen"], serves=serves))
    answer = rs.may_decide(model, "handlaggaren", "bord", on=DAY, facts=facts, closed=True)
    assert answer.allowed is allowed


@pytest.mark.parametrize(
    ("part_of", "kind", "allowed"),
    [
        ("namnden", OrganKind.ADMINISTRATION, True),
        ("au", OrganKind.ADMINISTRATION, True),
        ("rs", OrganKind.ADMINISTRATION, False),
        ("regionen", OrganKind.ADMINISTRATION, None),
        ("namnden", OrganKind.OFFICE, None),
    ],
)
def test_a_forvaltning_works_under_the_namnd_that_it_is_part_of(
    part_of: str, kind: OrganKind, allowed: bool | None
) -> None:
    """Though it does not say that it serves it; another part of the nämnd says nothing so."""
    model = region(PASSABLE, PASSED_ON)
    model = model.with_(evolve(model["forvaltningen"], serves=[], part_of=part_of, kind=kind))
    known = dict.fromkeys(rs.may_decide(model, "chefen", "inkop", on=DAY).depends_on, False)
    assert rs.may_decide(model, "handlaggaren", "inkop", on=DAY, facts=known).allowed is allowed


def test_whether_a_chief_is_within_the_field_may_be_unknown() -> None:
    """Where no förvaltning says whom it serves."""
    model = region(PASSABLE, PASSED_ON)
    model = model.with_(evolve(model["forvaltningen"], serves=[]))
    answer = rs.may_decide(model, "handlaggaren", "inkop", on=DAY)
    assert "forvaltningschef-i-namndens-omrade" in answer.depends_on


def test_a_chain_of_posts_ends_with_the_second() -> None:
    """Whoever received a right from a chief may not pass it on; nor does anything build on that."""
    further = (given("handlaggaren", "vikarien"), given("vikarien", "enhetschefen"))
    refused = [
        rs.may_decide(region(PASSABLE, PASSED_ON, *further), who, "inkop", on=DAY, closed=True).refused[0].reasons
        for who in ("vikarien", "enhetschefen")
    ]
    assert ["pass-on" in each for each in refused] == [True, True]


def test_a_right_builds_on_the_one_it_names() -> None:
    """And on no other of the giver's."""
    rows = (
        PASSABLE,
        given("namnden", "chefen", id="liten", may_pass_on=True, limits=[sek(10)]),
        evolve(PASSED_ON, builds_on="liten"),
    )
    assert [may("handlaggaren", *rows, amount_sek=amount) for amount in (10, 11)] == [True, False]


def test_a_right_does_not_build_on_itself() -> None:
    """One that a giver would give itself."""
    row = given("chefen", "chefen")
    (refusal,) = rs.may_decide(region(row), "chefen", "inkop", on=DAY, closed=True).refused
    assert "chain" in refusal.reasons


def test_a_right_that_builds_on_nothing_is_kept_with_what_emptied_it() -> None:
    """The giver's own was recalled."""
    recalled = decided("namnden", date(2026, 2, 1), DecisionKind.RECALLS, about="namnden-chefen")
    answer = rs.may_decide(region(PASSABLE, PASSED_ON, recalled), "handlaggaren", "inkop", on=DAY, closed=True)
    assert answer.refused[0].reasons == ("withdrawn",)


def test_a_row_without_giver_and_statute_gives_nothing() -> None:
    """There is no chain upwards."""
    row = Delegation(id="los", receivers=[Receiver(position="chefen")], matters=["inkop"])
    (refusal,) = rs.may_decide(region(row), "chefen", "inkop", on=DAY, closed=True).refused
    assert (refusal.reasons, refusal.text()) == (("chain",), "Vårdchefen: lagen har inte den rätt som skulle ges.")


@pytest.mark.parametrize(("may_pass_on", "allowed"), [(True, True), (None, False), (False, False)])
def test_what_a_statute_gave_is_passed_on_only_if_it_says_so(may_pass_on: bool | None, allowed: bool) -> None:
    """The row, or a provision of the statute; the rule finds it otherwise."""
    row = Delegation(
        id="lag", statute="Lag 1 §", receivers=[Receiver(position="chefen")], matters=["inkop"], may_pass_on=may_pass_on
    )
    assert may("handlaggaren", row, PASSED_ON) is allowed
    found = rs.check(region(row, PASSED_ON), rules=[passing_on_is_allowed])
    assert [each.records for each in found] == ([] if allowed else [(PASSED_ON.id, "lag")])


def test_limits_are_the_least_of_the_chain() -> None:
    """In kronor, in prisbasbelopp and in months."""
    rows = (
        evolve(PASSABLE, limits=[sek(100), limit(1, LimitUnit.PRICE_BASE_AMOUNT), limit(3, LimitUnit.MONTHS)]),
        evolve(PASSED_ON, limits=[sek(200), limit(2, LimitUnit.PRICE_BASE_AMOUNT), limit(6, LimitUnit.MONTHS)]),
    )
    facts = {"manader": 1, "prisbasbelopp-2026": 80}
    answer = rs.who_may_decide(region(*rows), "inkop", on=DAY, amount_sek=80, facts=facts, closed=True)
    assert [str(each.value) for each in answer.deciders[-1].limits] == ["100", "1", "3"]
    assert [may("handlaggaren", *rows, amount_sek=80, facts={**facts, "manader": each}) for each in (3, 4)] == [
        True,
        False,
    ]
    refused = rs.may_decide(
        region(*rows), "handlaggaren", "inkop", on=DAY, amount_sek=101, facts=facts, closed=True
    ).refused
    assert refused[0].text().startswith("Handläggaren: gränsen är 100 kronor; gränsen är 80 kronor")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (CaseCondition(fact="x", at_least=Decimal(5)), CaseCondition(fact="x", at_most=Decimal(4))),
        (CaseCondition(fact="x"), CaseCondition(fact="x", holds=False)),
    ],
)
def test_conditions_that_no_case_meets_empty_a_right(above: CaseCondition, below: CaseCondition) -> None:
    """By bounds, and by yes and no."""
    rows = (evolve(PASSABLE, conditions=[above]), evolve(PASSED_ON, conditions=[below]))
    (refusal,) = rs.may_decide(region(*rows), "handlaggaren", "inkop", on=DAY, facts={"x": 4}, closed=True).refused
    assert "condition" in refusal.reasons


def test_conditions_on_one_fact_are_joined() -> None:
    """A number that must be there, at least, and at most."""
    rows = (
        evolve(PASSABLE, conditions=[CaseCondition(fact="x"), CaseCondition(fact="x", at_least=Decimal(2))]),
        evolve(PASSED_ON, conditions=[CaseCondition(fact="x", at_least=Decimal(1), at_most=Decimal(3))]),
    )
    assert [may("handlaggaren", *rows, facts={"x": value}) for value in (1, 2, 3, 4, True)] == [
        False,
        True,
        True,
        False,
        None,
    ]


def test_what_must_not_hold_is_broken_by_a_number() -> None:
    """There is such a thing."""
    row = given("namnden", "chefen", conditions=[CaseCondition(fact="x", holds=False)])
    assert [may("chefen", row, facts={"x": value}) for value in (3, False)] == [False, True]


def test_what_is_left_out_above_cannot_be_given() -> None:
    """It came to nothing before its days did."""
    rows = (
        matter("stolar", None, part_of="inkop"),
        evolve(PASSABLE, except_matters=["stolar"], validity=Validity(last=date(2025, 12, 31))),
        evolve(PASSED_ON, matters=["stolar"], validity=Validity(first=date(2026, 1, 1))),
    )
    (refusal,) = rs.may_decide(region(*rows), "handlaggaren", "stolar", on=DAY, closed=True).refused
    assert refusal.reasons == ("matter", "day")


def test_a_right_on_a_wider_matter_is_one_on_the_givers_part() -> None:
    """The chief has chairs, and gives all purchases."""
    rows = (matter("stolar", None, part_of="inkop"), evolve(PASSABLE, matters=["stolar"]), PASSED_ON)
    assert [may("handlaggaren", *rows, matter=each) for each in ("stolar", "inkop")] == [True, False]


def test_a_styrelse_may_not_decide_in_another_namnds_field() -> None:
    """Unless fullmäktige lets it, in something particular."""
    rows = (matter("stopp", "namnden"), given("namnden", "rs", matters=["stopp"]))
    assert may("rs", *rows, matter="stopp") is False
    assert may("rs", matter("hela", "rf"), given("rf", "rs", matters=["hela"]), matter="hela") is True


def test_documents_and_decisions_change_what_stands() -> None:
    """A document's days, its horizon, and one that is prolonged."""
    order = SteeringDocument(
        id="ordning",
        title="Ordning",
        adopted=Adoption(organ="namnden", on=date(2025, 1, 1)),
        horizon=PlanningHorizon(kind=HorizonKind.YEARS, first_year=2025, last_year=2026),
    )
    longer = Decision(
        kind=DecisionKind.PROLONGS,
        by="namnden",
        on=date(2026, 6, 1),
        about="ordning",
        until=date(2027, 1, 31),
        title="Förlängs",
    )
    undated = SteeringDocument(id="odaterad", title="Odaterad")
    endless = SteeringDocument(id="evig", title="Evig", in_force=Validity(first=date(2020, 1, 1), last=date.max))
    rows = (undated, endless, decided("namnden", None), given("namnden", "chefen", document="ordning"))
    days = (date(2024, 12, 31), date(2025, 1, 1), date(2026, 12, 31), date(2027, 1, 1), date(2027, 2, 1))
    assert [may("chefen", order, *rows, on=day) for day in days] == [False, True, True, False, False]
    assert [may("chefen", order, longer, *rows, on=day) for day in days] == [False, True, True, True, False]


CRISIS = Organ(
    id="kln", title="Krisledningsnämnden", kind=OrganKind.COMMITTEE, part_of="regionen", tasks=["krisledning"]
)
ENTERS = Decision(kind=DecisionKind.ENTERS_FUNCTION, by="kln", on=date(2026, 3, 1), about="kln", title="In")
TAKES = Decision(kind=DecisionKind.TAKES_OVER, by="kln", on=date(2026, 3, 2), matter="inkop", title="Tar")


@pytest.mark.parametrize(
    ("acts", "owner"),
    [
        ((ENTERS, TAKES), "kln"),
        ((TAKES,), "namnden"),
        ((ENTERS, evolve(TAKES, until=date(2026, 3, 2))), "namnden"),
        (
            (
                ENTERS,
                TAKES,
                Decision(kind=DecisionKind.LEAVES_FUNCTION, by="rf", on=date(2026, 3, 3), about="kln", title="Ut"),
            ),
            "namnden",
        ),
        (
            (
                ENTERS,
                TAKES,
                Decision(kind=DecisionKind.LEAVES_FUNCTION, by="namnden", on=date(2026, 3, 3), about="kln", title="Ut"),
            ),
            "kln",
        ),
    ],
)
def test_a_takeover_lasts_as_long_as_the_law_lets_it(acts: tuple[Decision, ...], owner: str) -> None:
    """Only in function; to a day set in advance; until those who may end it do."""
    answer = rs.who_may_decide(region(CRISIS, *acts), "inkop", on=date(2026, 3, 3), closed=True)
    assert [decider.id for decider in answer.deciders] == [owner]


def test_what_fullmaktige_gave_rests_during_a_takeover() -> None:
    """And holds again after it."""
    takes = evolve(TAKES, matter="bidrag", until=date(2026, 3, 4))
    rows = (CRISIS, ENTERS, takes, matter("bidrag", "rf"), given("rf", "namnden", matters=["bidrag"]))
    answers = [may("namnden", *rows, matter="bidrag", on=date(2026, 3, day)) for day in (1, 3, 5)]
    assert answers == [True, False, True]


def stated(id: str, *holding: str, **more: Any) -> Matter:  # noqa: ANN401 - any field of the record
    """A matter of which everything that the law asks about is stated."""
    asked = sorted(authority_of(region()).law.traits)
    return matter(id, traits=[Trait(id=each, holds=each in holding) for each in asked], **more)


def test_the_short_way_and_the_long_agree_on_everything() -> None:
    """On amounts, days, exceptions, owners, natures and law: an unneeded fact takes the long one."""
    model = region(
        stated("fast"),
        stated("hindrad", "mal-inriktning-omfattning-kvalitet"),
        given("namnden", "chefen", id="rad-1", matters=["fast", "hindrad"], limits=[sek(100)]),
        stated("koptes", "upphandling"),
        given("namnden", "vikarien", id="rad-2", matters=["fast", "koptes"], conditions=[CaseCondition(fact="x")]),
        given("namnden", "vikarien", id="rad-4", matters=["koptes"], conditions=[CaseCondition(fact="upphandling")]),
        given("namnden", "enhetschefen", id="rad-3", matters=["fast"], limits=[limit(0, LimitUnit.PRICE_BASE_AMOUNT)]),
        matter("stolar", None, part_of="inkop"),
        matter("udda", None),
        matter("post", nature=Nature.EXECUTION),
        matter("bord", "rs"),
        PASSABLE,
        evolve(PASSED_ON, limits=[sek(100)], except_matters=["stolar"], validity=Validity(first=date(2026, 1, 1))),
        given("namnden", "vikarien", matters=["udda", "post", "bord"]),
        given("namnden", "enhetschefen", conditions=[CaseCondition(fact="x")]),
        given("forvaltningen", "ledamoten"),
        matter("bidrag", "rf"),
        given("rf", "namnden", matters=["bidrag"]),
    )
    for who in (*(each.id for each in model.positions), "namnden", "rs", "rf", "forvaltningen"):
        for each in model.matters:
            for day in (date(2025, 6, 1), DAY, date(1980, 1, 1)):
                for amount in (None, 100, 101):
                    short = rs.may_decide(model, who, each.id, on=day, amount_sek=amount)
                    long = rs.may_decide(model, who, each.id, on=day, amount_sek=amount, facts={"antal": 1})
                    assert (short.allowed, short.depends_on) == (long.allowed, long.depends_on), (
                        who,
                        each.id,
                        day,
                        amount,
                    )


def test_deciders_of_a_matter_without_owner_are_every_namnd() -> None:
    """And whom the caller names; a narrower mandate comes near."""
    rows = (matter("udda", None), matter("smal", None, part_of="udda"), given("namnden", "chefen", matters=["smal"]))
    answer = rs.who_may_decide(region(*rows), "udda", on=DAY, facts={"fullmaktiges-arende": False})
    assert {decider.id for decider in answer.deciders} == {"rs", "namnden"}
    assert "Ingen får det med säkerhet." in answer.text()
    assert [each.who for each in answer.refused] == ["chefen"]
    named = rs.who_may_decide(region(*rows), "udda", on=DAY, facts=["tillhor:namnden"], closed=True)
    assert [decider.id for decider in named.deciders] == ["namnden"]


def test_a_row_that_no_longer_stands_touches_nothing() -> None:
    """An office in it is not missed."""
    row = Delegation(
        id="rad",
        giver="namnden",
        receivers=[Receiver(office="Chef")],
        matters=["inkop"],
        validity=Validity(last=date(2025, 1, 1)),
    )
    assert rs.who_may_decide(region(row), "inkop", on=DAY, closed=True).missing == ()


def test_a_statute_may_say_only_how_a_decision_is_reported() -> None:
    """And nothing of appeal."""
    statute = special(position_kinds=[PositionKind.HEAD], reported="till myndigheten")
    answer = rs.may_decide(
        region(given("namnden", "chefen"), statute), "chefen", "inkop", on=DAY, facts=["vaccin"], closed=True
    )
    assert [duty.kind for duty in answer.duties if duty.law == "VL 1 §"] == ["anmäls"]


def test_urgent_matters_are_for_the_chair_or_a_ledamot() -> None:
    """Also those that may not be delegated otherwise; the list that is cited is that on urgent matters."""
    chair = given("namnden", "ordforanden", urgent_only=True)
    assert may("ordforanden", chair, urgent=True, facts=["mal-inriktning-omfattning-kvalitet"]) is True
    model = region(given("namnden", "handlaggaren", urgent_only=True))
    (refusal,) = rs.may_decide(model, "handlaggaren", "inkop", on=DAY, urgent=True, closed=True).refused
    assert (refusal.reasons, refusal.law) == (("law",), "KL 6 kap. 39 §")


def test_a_whole_field_cannot_be_given_away() -> None:
    """What is stated of the matter as it is handed over is asked."""
    row = given("namnden", "chefen", matters=["allt"])
    (refusal,) = rs.may_decide(
        region(stated("allt", "hela-verksamhetsomradet"), row), "chefen", "allt", on=DAY, closed=True
    ).refused
    assert (refusal.reasons, refusal.law) == (("law",), "KL 6 kap. 37 §")


def test_fullmaktige_gives_to_namnder() -> None:
    """Not to a post; and it keeps its own right."""
    rows = (matter("bidrag", "rf"), given("rf", "chefen", matters=["bidrag"]))
    (refusal,) = rs.may_decide(region(*rows), "chefen", "bidrag", on=DAY, closed=True).refused
    assert (refusal.reasons, refusal.law) == (("law",), "KL 5 kap. 2 §")
    assert may("rf", *rows, matter="bidrag") is True


def test_a_deputy_who_is_not_there_is_passed_over() -> None:
    """So is one who steps in for another reason."""
    row = given(
        "namnden",
        "chefen",
        deputies=[
            Deputy(position="borta"),
            Deputy(position="enhetschefen", when=DeputyWhen.DISQUALIFICATION),
            Deputy(position="vikarien"),
        ],
    )
    gone = post("borta", PositionKind.EMPLOYEE, "forvaltningen", validity=Validity(last=date(2025, 1, 1)))
    assert may("vikarien", row, gone, facts=["franvaro:chefen"]) is True
    assert may("enhetschefen", row, gone, disqualified=["chefen"]) is True


def test_what_fullmaktige_gave_the_krisledningsnamnd_does_not_rest() -> None:
    """It has it twice."""
    takes = evolve(TAKES, matter="bidrag")
    kln = Delegation(id="rf-kln", giver="rf", receivers=[Receiver(organ="kln")], matters=["bidrag"])
    assert may("kln", CRISIS, ENTERS, takes, matter("bidrag", "rf"), kln, matter="bidrag", on=date(2026, 3, 3)) is True
