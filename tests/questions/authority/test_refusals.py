"""Why a mandate does not reach: each reason, kept and broken."""

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
    DecisionKind,
    Delegation,
    Deputy,
    LimitUnit,
    Nature,
    Receiver,
    SteeringDocument,
    Validity,
)
from regionstyrning.model.delegation import DeputyWhen, Together
from regionstyrning.questions import MayDecide
from regionstyrning.questions.authority.refusals import office_refusals
from tests.questions.authority.making import DAY, decided, given, limit, matter, region, sek

YEAR = Validity(first=date(2026, 1, 1), last=date(2026, 12, 31))
PASSABLE = given("namnden", "chefen", may_pass_on=True)
PASSED_ON = given("chefen", "enhetschefen")
ORDER = SteeringDocument(
    id="ordningen", title="Delegationsordning", adopted=Adoption(organ="namnden", on=date(2026, 3, 2))
)
YET_TO_COME = decided("namnden", date(2026, 3, 2))
RECALLED = decided("namnden", date(2026, 2, 1), DecisionKind.RECALLS, about="namnden-chefen")
NARROW = matter("stolar", None, part_of="inkop")

CASES: dict[str, tuple[tuple[Any, ...], str, dict[str, Any], dict[str, Any], str]] = {
    "amount": (
        (given("namnden", "chefen", limits=[sek(100)]),),
        "chefen",
        {"amount_sek": 100},
        {"amount_sek": 101},
        "gränsen är 100 kronor",
    ),
    "amount, in prisbasbelopp": (
        (given("namnden", "chefen", limits=[limit(1, LimitUnit.PRICE_BASE_AMOUNT)]),),
        "chefen",
        {"amount_sek": 100, "facts": {"prisbasbelopp-2026": 100}},
        {"amount_sek": 101, "facts": {"prisbasbelopp-2026": 100}},
        "gränsen är 100 kronor",
    ),
    "day, before": (
        (given("namnden", "chefen", validity=YEAR),),
        "chefen",
        {},
        {"on": date(2025, 12, 31)},
        "rätten börjar gälla den 2026-01-01",
    ),
    "day, after": (
        (given("namnden", "chefen", validity=YEAR),),
        "chefen",
        {},
        {"on": date(2027, 1, 1)},
        "rätten gällde till och med 2026-12-31",
    ),
    "day, of the document": (
        (ORDER, given("namnden", "chefen", document="ordningen")),
        "chefen",
        {"on": date(2026, 3, 2)},
        {},
        "”Delegationsordning” gäller inte den dagen",
    ),
    "day, of the decision": (
        (YET_TO_COME, given("namnden", "chefen", decision=YET_TO_COME.id)),
        "chefen",
        {"on": date(2026, 3, 2)},
        {},
        "beslutet som ger rätten fattas senare",
    ),
    "withdrawn": (
        (given("namnden", "chefen"), RECALLED),
        "chefen",
        {"on": date(2026, 1, 31)},
        {},
        "vårdnämnden återkallade rätten den 2026-02-01",
    ),
    "matter, excepted": (
        (NARROW, given("namnden", "chefen", except_matters=["stolar"])),
        "chefen",
        {},
        {"matter": "stolar"},
        "stolar är undantaget",
    ),
    "matter, narrower": (
        (NARROW, given("namnden", "chefen", matters=["stolar"])),
        "chefen",
        {"matter": "stolar"},
        {},
        "rätten gäller stolar, inte det här ärendet",
    ),
    "trait": (
        (given("namnden", "chefen"),),
        "chefen",
        {},
        {"facts": ["mal-inriktning-omfattning-kvalitet"]},
        "lagen hindrar det: Ärenden om verksamhetens mål, inriktning, omfattning eller kvalitet får inte delegeras (KL",
    ),
    "condition": (
        (given("namnden", "chefen", conditions=[CaseCondition(fact="x", text="om det ryms")]),),
        "chefen",
        {"facts": ["x"]},
        {},
        "rätten gäller bara om det ryms",
    ),
    "condition, as a phrase": (
        (given("namnden", "chefen", conditions=[CaseCondition(fact="x", text="rum i budgeten")]),),
        "chefen",
        {"facts": ["x"]},
        {},
        "villkoret är ”rum i budgeten”",
    ),
    "condition, unworded": (
        (given("namnden", "chefen", conditions=[CaseCondition(fact="x")]),),
        "chefen",
        {"facts": ["x"]},
        {},
        "villkoret [x] är inte uppfyllt",
    ),
    "condition, denied": (
        (given("namnden", "chefen", conditions=[CaseCondition(fact="x", holds=False)]),),
        "chefen",
        {},
        {"facts": ["x"]},
        "[x] får inte gälla",
    ),
    "condition, at most": (
        (given("namnden", "chefen", limits=[limit(12, LimitUnit.MONTHS)]),),
        "chefen",
        {"facts": {"manader": 12}},
        {"facts": {"manader": 13}},
        "högst 12 månader är tillåtet",
    ),
    "condition, at least": (
        (given("namnden", "chefen", conditions=[CaseCondition(fact="x", at_least=Decimal(2))]),),
        "chefen",
        {"facts": {"x": 2}},
        {"facts": {"x": 1}},
        "minst 2 [x] krävs",
    ),
    "condition, between": (
        (given("namnden", "chefen", conditions=[CaseCondition(fact="x", at_least=Decimal(2), at_most=Decimal(3))]),),
        "chefen",
        {"facts": {"x": 3}},
        {"facts": {"x": 4}},
        "mellan 2 [x] och 3 [x] krävs",
    ),
    "condition, contradicted above": (
        (
            evolve(PASSABLE, conditions=[CaseCondition(fact="x")]),
            evolve(PASSED_ON, conditions=[CaseCondition(fact="x", holds=False)]),
        ),
        "chefen",
        {"facts": ["x"]},
        {"who": "enhetschefen", "facts": ["x"]},
        "villkoren längs kedjan går inte ihop",
    ),
    "pass-on": (
        (given("namnden", "chefen"), PASSED_ON),
        "chefen",
        {},
        {"who": "enhetschefen"},
        "rätten får inte föras vidare: En förvaltningschef får ge rätten vidare till en annan anställd, om nämnden har",
    ),
    "disqualified": (
        (given("namnden", "chefen"),),
        "chefen",
        {},
        {"disqualified": ["chefen"]},
        "vårdchefen är jävig: ",
    ),
    "law": (
        (given("namnden", "chefen"), given("namnden", "forvaltningen", receivers=[Receiver(organ="forvaltningen")])),
        "chefen",
        {},
        {"who": "forvaltningen"},
        "lagen tillåter det inte: ",
    ),
    "jointly": (
        (given("namnden", "chefen"), given("namnden", "vikarien", "enhetschefen", together=Together.JOINTLY)),
        "chefen",
        {},
        {"who": "vikarien"},
        "delegaterna ska besluta tillsammans",
    ),
    "condition, not said to be each alone": (
        (given("namnden", "vikarien", "enhetschefen", together=Together.NOT_STATED),),
        "vikarien",
        {"facts": ["var-for-sig"]},
        {},
        "det är inte sagt att var och en får besluta ensam",
    ),
    "nature": (
        (given("namnden", "chefen"), given("namnden", "vikarien", nature=Nature.ATTEST)),
        "chefen",
        {},
        {"who": "vikarien"},
        "det är attest, inte rätt att besluta",
    ),
    "nature, of the matter": (
        (matter("post", nature=Nature.EXECUTION), given("namnden", "chefen", matters=["inkop", "post"])),
        "chefen",
        {},
        {"matter": "post"},
        "det är verkställighet, inte rätt att besluta",
    ),
    "urgent": (
        (given("namnden", "ordforanden", urgent_only=True),),
        "ordforanden",
        {"urgent": True},
        {},
        "rätten gäller bara när det brådskar",
    ),
    "away": (
        (given("namnden", "chefen"),),
        "chefen",
        {},
        {"facts": ["franvaro:chefen"]},
        "vårdchefen är borta eller tjänsten vakant",
    ),
    "away, of a deputy": (
        (given("namnden", "chefen", deputies=[Deputy(position="vikarien")]),),
        "vikarien",
        {"facts": ["franvaro:chefen"]},
        {},
        "ersättaren träder in bara när vårdchefen har förfall",
    ),
    "away, of a deputy in absence": (
        (given("namnden", "chefen", deputies=[Deputy(position="vikarien", when=DeputyWhen.ABSENCE)]),),
        "vikarien",
        {"facts": ["franvaro:chefen"]},
        {},
        "ersättaren träder in bara när vårdchefen är frånvarande",
    ),
    "away, of a deputy in a vacancy": (
        (given("namnden", "chefen", deputies=[Deputy(position="vikarien", when=DeputyWhen.VACANCY)]),),
        "vikarien",
        {"facts": ["vakans:chefen"]},
        {},
        "ersättaren träder in bara när tjänsten som vårdchefen är vakant",
    ),
    "away, of a deputy for one who is jävig": (
        (given("namnden", "chefen", deputies=[Deputy(position="vikarien", when=DeputyWhen.DISQUALIFICATION)]),),
        "vikarien",
        {"disqualified": ["chefen"]},
        {},
        "ersättaren träder in bara när vårdchefen är jävig",
    ),
    "owner": ((matter("tag", "rs"),), "namnden", {}, {"matter": "tag"}, "ärendet hör inte till vårdnämnden"),
    "chain": (
        (given("namnden", "chefen"), given("handlaggaren", "vikarien")),
        "chefen",
        {},
        {"who": "vikarien"},
        "handläggaren har inte den rätt som skulle ges",
    ),
    "matter, wider than the giver's": (
        (matter("tag"), PASSABLE, evolve(PASSED_ON, matters=["tag"])),
        "chefen",
        {},
        {"who": "enhetschefen", "matter": "tag"},
        "vårdchefen har inte den rätt som skulle ges",
    ),
}


def asked(records: tuple[Any, ...], who: str, case: dict[str, Any]) -> MayDecide:
    """The answer of a closed case of ``inkop``, if it says nothing else."""
    words = {"who": who, "matter": "inkop", "on": DAY, "closed": True, **case}
    return rs.may_decide(region(*records), words.pop("who"), words.pop("matter"), **words)


@pytest.mark.parametrize("name", CASES)
def test_what_keeps_the_mandate_may_decide(name: str) -> None:
    """The same mandate, within it."""
    records, who, kept, _, _ = CASES[name]
    assert asked(records, who, kept).allowed is True


@pytest.mark.parametrize("name", CASES)
def test_what_breaks_it_is_refused_with_the_reason(name: str) -> None:
    """In short, and in a sentence."""
    records, who, _, broken, said = CASES[name]
    answer = asked(records, who, broken)
    code = name.partition(",")[0]
    assert answer.allowed is False
    assert any(code in refusal.reasons and said in refusal.text() for refusal in answer.refused), answer.text()


@pytest.mark.parametrize("name", CASES)
def test_every_refusal_is_told_in_english_too(name: str) -> None:
    """A sentence of its own."""
    records, who, _, broken, _ = CASES[name]
    (refusal, *_) = asked(records, who, broken).refused
    assert refusal.text("en") not in {"", refusal.text()}


def test_nothing_at_all_is_a_reason_too() -> None:
    """Of one who was given nothing."""
    (refusal,) = asked((), "handlaggaren", {}).refused
    assert (refusal.reasons, refusal.delegation) == (("matter",), None)
    assert refusal.text() == "Handläggaren: ingen delegation och ingen lag ger rätt att besluta i ärendet."


def test_an_office_that_is_no_post_is_refused() -> None:
    """The scheme names it; nobody holds it."""
    row = Delegation(id="rad", giver="namnden", receivers=[Receiver(office="Kanslichef")], matters=["inkop"])
    answer = rs.who_may_decide(region(row), "inkop", on=DAY, closed=True)
    assert [(each.who, each.reasons, each.delegation) for each in answer.refused] == [
        ("Kanslichef", ("office",), "rad")
    ]
    assert answer.missing == ("Ordningen namnger Kanslichef, som inte är någon befattning i modellen (rad).",)


def test_the_last_recall_is_told() -> None:
    """One that was recalled twice may have been given anew in between."""
    again = decided("rf", date(2026, 2, 10), DecisionKind.RECALLS, about="namnden-chefen")
    (refusal,) = asked((given("namnden", "chefen"), again, RECALLED), "chefen", {}).refused
    assert "regionfullmäktige återkallade rätten den 2026-02-10" in refusal.text()


def test_a_refusal_is_a_row() -> None:
    """With who, delegation and reasons."""
    answer = asked((given("namnden", "chefen", limits=[sek(100)]),), "chefen", {"amount_sek": 200})
    assert answer.refused[0].to_records() == [
        {
            "record": "namnden-chefen",
            "law": None,
            "publication": None,
            "place": None,
            "text": "Vårdchefen: gränsen är 100 kronor.",
            "who": "chefen",
            "delegation": "namnden-chefen",
            "label": None,
            "reasons": ["amount"],
        }
    ]


def test_deputies_step_in_in_their_order() -> None:
    """The second only when the first is away too."""
    row = given(
        "namnden",
        "chefen",
        deputies=[Deputy(position="vikarien"), Deputy(position="enhetschefen", when=DeputyWhen.ANY)],
    )
    model = region(row)

    def may(*away: str) -> list[str]:
        facts = [f"franvaro:{who}" for who in away]
        deciders = rs.who_may_decide(model, "inkop", on=DAY, facts=facts, closed=True).deciders
        return [decider.id for decider in deciders if decider.id != "namnden"]

    assert [may(), may("chefen"), may("chefen", "vikarien")] == [["chefen"], ["vikarien"], ["enhetschefen"]]


def test_several_holders_of_a_title_decide_each_alone() -> None:
    """A title with twelve holders is one post."""
    model = region(given("namnden", "handlaggaren"))
    model = model.with_(evolve(model["handlaggaren"], holders=12))
    assert rs.may_decide(model, "handlaggaren", "inkop", on=DAY, closed=True).allowed is True


def test_the_superior_steps_in_by_a_local_rule() -> None:
    """Where the scheme says when."""
    model = region(given("namnden", "enhetschefen", superior_when=DeputyWhen.ABSENCE))
    facts = ["franvaro:enhetschefen"]
    answers = [rs.may_decide(model, "chefen", "inkop", on=DAY, facts=each, closed=True).allowed for each in ((), facts)]
    assert answers == [False, True]


def test_a_row_about_the_matter_is_not_told_again_for_what_stands_beside_it() -> None:
    """Nor for the deputy of its taker."""
    beside = (matter("allt"), matter("kop", None, part_of="allt"), matter("salj", None, part_of="allt"))
    both = given("namnden", "chefen", matters=["kop", "salj"], urgent_only=True, deputies=[Deputy(position="vikarien")])
    model = region(*beside, both)
    refused = rs.who_may_decide(model, "kop", on=DAY, closed=True).refused
    assert sorted((each.who, each.delegation) for each in refused) == [
        ("chefen", "namnden-chefen"),
        ("vikarien", "namnden-chefen"),
    ]


def test_a_refusal_names_the_row_as_the_scheme_numbers_it() -> None:
    """Who has the scheme in hand finds the row there; the id stands beside it."""
    answer = rs.may_decide(rs.load_region("exempel"), "sjukvardsdirektor", "inkop", on=DAY, amount_sek=12_000_000)
    rows = [row for refusal in answer.refused for row in refusal.to_records()]
    assert {row["label"] for row in rows if row["delegation"] == "hsn-sjukvardsdirektor-inkop"} == {"A 2"}
    said = [answer.text(lang, width=200).replace("\N{NO-BREAK SPACE}", " ") for lang in ("sv", "en")]
    assert ["[rad A 2, hsn-sjuk" in said[0], "[row A 2, hsn-sjuk" in said[1]] == [True, True]


def test_an_office_that_a_numbered_row_names_is_found_by_the_number() -> None:
    """What a scheme calls an office is no post of the model."""
    row = evolve(given("namnden", "chefen"), label="4.2", receivers=[Receiver(office="Enheten")])
    (refusal,) = office_refusals(row)
    assert (refusal.who, refusal.label) == ("Enheten", "4.2")
