"""Steps, doubts and whole answers in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.model import (
    CaseCondition,
    Decision,
    DecisionKind,
    Delegation,
    Deputy,
    LimitUnit,
    Organ,
    OrganKind,
    Validity,
)
from regionstyrning.model.delegation import DeputyWhen, Frequency, Limit, LimitSpan, Together
from regionstyrning.questions import Doubt, Mandate
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.lawful import HEAD_IN_FIELD
from regionstyrning.questions.authority.wording import facts_text, limits_text, name_of
from tests.questions.authority.making import DAY, given, limit, matter, region, sek, told

PASSABLE = given("namnden", "chefen", may_pass_on=True, limits=[sek(500)])
PASSED_ON = given("chefen", "handlaggaren", limits=[sek(100)], validity=Validity(last=date(2026, 12, 31)))


def steps(model: rs.model.SteeringModel, who: str, matter: str = "inkop", **case: Any) -> list[str]:  # noqa: ANN401 - any case
    """The steps of a closed case."""
    words = {"on": DAY, "closed": True, **case}
    return [step.text() for step in rs.may_decide(model, who, matter, **words).steps]


def doubts(row: Delegation, who: str, **case: Any) -> list[str]:  # noqa: ANN401 - any case
    """What the answer about one still hangs on, of a case whose traits are known."""
    known = dict.fromkeys(KNOWN, False)
    answer = rs.may_decide(region(row), who, "inkop", on=DAY, facts={**known, **case.pop("facts", {})}, **case)
    return [step.text() for step in answer.steps if isinstance(step, Doubt)]


VACANT = "som vårdchefen är vakant [vakans:chefen]: ersättaren träder in bara då."

KNOWN = (
    "mal-inriktning-omfattning-kvalitet",
    "framstallning-till-fullmaktige",
    "yttrande-over-overklagat-beslut",
    "principiell-eller-storre-vikt",
    "medborgarforslag",
    "delegationsforbud-i-annan-lag",
    "fullmaktiges-arende",
    "foretrader-regionen-som-part",
    "tillsyn-over-egen-verksamhet",
    "upphandling",
)


def test_the_steps_lead_from_fullmaktige_to_the_one_who_decides() -> None:
    """Each narrower than the one before."""
    assert steps(region(PASSABLE, PASSED_ON), "handlaggaren", amount_sek=100) == [
        "Regionfullmäktige bestämmer vad vårdnämnden har hand om.",
        "Ärendet (inkop) hör till vårdnämnden.",
        "Vårdnämnden har gett vårdchefen rätt att besluta om inkop, högst 500 kronor.",
        "Vårdchefen har gett handläggaren rätt att besluta om inkop, högst 100 kronor, till och med 2026-12-31.",
        "Prövat mot KL 6 kap. 38 §: inget av 6 hinder gäller ärendet.",
    ]


def test_a_mandate_carries_what_is_left() -> None:
    """The limit and the last day so far."""
    answer = rs.may_decide(region(PASSABLE, PASSED_ON), "handlaggaren", "inkop", on=DAY, amount_sek=100, closed=True)
    mandates = [step for step in answer.steps if isinstance(step, Mandate)]
    assert [(each.limit_sek, each.until) for each in mandates] == [(500, None), (100, date(2026, 12, 31))]
    assert mandates[1].to_records()[0]["until"] == "2026-12-31"
    assert mandates[0].to_records()[0]["until"] is None


def test_what_fullmaktige_owns_begins_with_it() -> None:
    """Also what it gave away, and what only it decides."""
    model = region(matter("bidrag", "rf"), given("rf", "namnden", matters=["bidrag"]))
    assert steps(model, "namnden", "bidrag")[:2] == [
        "Ärendet (bidrag) beslutas av regionfullmäktige.",
        "Regionfullmäktige har gett vårdnämnden rätt att besluta om bidrag.",
    ]
    answer = rs.may_decide(model, "rf", "inkop", on=DAY, facts=["fullmaktiges-arende"], closed=True)
    assert [(step.text(), step.law) for step in answer.steps] == [
        ("Ärendet (inkop) beslutas av regionfullmäktige.", "KL 5 kap. 1 §")
    ]


def test_a_statute_gives_beside_the_namnd() -> None:
    """The answer names both, and that it is open which comes first."""
    row = Delegation(id="lag", statute="Lag 1 §", receivers=given("x", "handlaggaren").receivers, matters=["inkop"])
    model = region(row, given("namnden", "chefen"))
    assert steps(model, "handlaggaren") == ["Lagen ger handläggaren rätt att besluta om inkop."]
    answer = rs.who_may_decide(model, "inkop", on=DAY, closed=True)
    assert [decider.id for decider in answer.deciders] == ["namnden", "chefen", "handlaggaren"]
    assert answer.missing == (
        "Både en lag och en nämnd ger rätt att besluta i ärendet (lag, namnden-chefen); vilken som går före är öppet.",
    )


def test_what_is_left_out_is_told() -> None:
    """And of several matters the nearest."""
    row = given("namnden", "chefen", matters=["inkop", "stolar"], except_matters=["bord"])
    model = region(row, matter("stolar", None, part_of="inkop"), matter("bord", None, part_of="inkop"))
    assert "Vårdnämnden har gett vårdchefen rätt att besluta om stolar utom bord." in steps(model, "chefen", "stolar")
    assert "Vårdnämnden har gett vårdchefen rätt att besluta om inkop utom bord." in steps(model, "chefen")


def test_a_deputy_steps_in_for_somebody() -> None:
    """The mandate is the principal's."""
    row = given("namnden", "chefen", deputies=[Deputy(position="vikarien")])
    told = steps(region(row), "vikarien", facts=["franvaro:chefen"])
    assert told[2:4] == [
        "Vårdnämnden har gett vårdchefen rätt att besluta om inkop.",
        "Vikarien träder in för vårdchefen.",
    ]


@pytest.mark.parametrize(
    ("row", "who", "said"),
    [
        (
            given("namnden", "chefen", limits=[sek(100)]),
            "chefen",
            "Vilket belopp det gäller [amount_sek]: gränsen är 100 kronor.",
        ),
        (
            given("namnden", "chefen", limits=[limit(2, LimitUnit.PRICE_BASE_AMOUNT)]),
            "chefen",
            "Vilket belopp det gäller [amount_sek]: gränsen är 2 prisbasbelopp.",
        ),
        (
            given("namnden", "chefen", limits=[limit(3, LimitUnit.DAYS)]),
            "chefen",
            "Hur många dagar det gäller [dagar]: högst 3 dagar är tillåtet.",
        ),
        (
            given("namnden", "chefen", limits=[limit(3, LimitUnit.PERCENT, "tre av hundra")]),
            "chefen",
            "Hur många procent det gäller [procent]: villkoret är ”tre av hundra”.",
        ),
        (
            given("namnden", "chefen", conditions=[CaseCondition(fact="x", text="om det ryms")]),
            "chefen",
            "Om det ryms [x].",
        ),
        (
            given("namnden", "chefen", conditions=[CaseCondition(fact="x", text="rum finns")]),
            "chefen",
            "Om villkoret ”rum finns” är uppfyllt [x].",
        ),
        (given("namnden", "chefen", conditions=[CaseCondition(fact="x")]), "chefen", "Om villkoret [x] är uppfyllt."),
        (
            given("namnden", "chefen", conditions=[CaseCondition(fact="x", at_most=Decimal(2))]),
            "chefen",
            "Om villkoret [x] är uppfyllt: högst 2 [x] är tillåtet.",
        ),
        (
            given("namnden", "chefen", "vikarien", together=Together.NOT_STATED),
            "chefen",
            "Om var och en av delegaterna får besluta ensam [var-for-sig].",
        ),
        (
            given("namnden", "chefen", deputies=[Deputy(position="vikarien")]),
            "vikarien",
            f"Om vårdchefen är frånvarande [franvaro:chefen] eller om tjänsten {VACANT}",
        ),
        (
            given("namnden", "chefen", deputies=[Deputy(position="vikarien", when=DeputyWhen.VACANCY)]),
            "vikarien",
            f"Om tjänsten {VACANT}",
        ),
    ],
)
def test_what_is_not_known_is_told_in_words(row: Delegation, who: str, said: str) -> None:
    """With the fact's name in brackets."""
    assert doubts(row, who) == [said]


def test_a_trait_is_told_with_what_the_law_says() -> None:
    """And its paragraph."""
    answer = rs.may_decide(
        region(given("namnden", "chefen")), "chefen", "inkop", on=DAY, facts=dict.fromkeys(KNOWN[1:], False)
    )
    (doubt,) = [step for step in answer.steps if isinstance(step, Doubt)]
    assert doubt.text() == (
        "Om detta gäller [mal-inriktning-omfattning-kvalitet]: Ärenden om verksamhetens mål, inriktning, omfattning "
        "eller kvalitet får inte delegeras (KL 6 kap. 38 § första stycket 1 p)."
    )
    assert doubt.to_records()[0]["facts"] == ["mal-inriktning-omfattning-kvalitet"]


def test_a_year_without_prisbasbelopp_makes_the_answer_depend_on_it() -> None:
    """It is named, and the caller may give it."""
    row = given("namnden", "chefen", limits=[limit(1, LimitUnit.PRICE_BASE_AMOUNT)])
    model = region(row)
    day = date(2040, 3, 1)
    answer = rs.may_decide(model, "chefen", "inkop", on=day, amount_sek=100, closed=True)
    assert (answer.allowed, answer.depends_on) == (None, ("prisbasbelopp-2040",))
    assert "- Vad prisbasbeloppet är 2040 [prisbasbelopp-2040]: gränsen är 1 prisbasbelopp.\n" in answer.text(width=100)
    facts = {"prisbasbelopp-2040": 70000}
    assert rs.may_decide(model, "chefen", "inkop", on=day, amount_sek=100, facts=facts, closed=True).allowed is True


def test_a_prisbasbelopp_that_the_law_holds_is_used() -> None:
    """That of the day's year."""
    model = region(given("namnden", "chefen", limits=[limit(1, LimitUnit.PRICE_BASE_AMOUNT)]))
    answers = [
        rs.may_decide(model, "chefen", "inkop", on=date(year, 3, 1), amount_sek=58_000, closed=True).allowed
        for year in (2024, 2025)
    ]
    assert answers == [False, True]


def test_the_day_before_the_law_is_held_is_told() -> None:
    """With the first day that it is held for, and never a later law."""
    answer = rs.may_decide(region(given("namnden", "chefen")), "chefen", "inkop", on=date(1980, 1, 1), closed=True)
    assert (answer.allowed, answer.depends_on) == (None, ("lagen-den-dagen",))
    assert [step.text() for step in answer.steps if isinstance(step, Doubt)] == [
        "Vad lagen sade den dagen [lagen-den-dagen]."
    ]
    assert answer.missing[0].startswith("Lagen den dagen finns inte här: ")


def test_a_matter_that_nobody_owns_depends_on_whose_it_is() -> None:
    """Any nämnd may be the one."""
    model = region(matter("udda", None), given("namnden", "chefen", matters=["udda"]))
    answer = rs.may_decide(model, "chefen", "udda", on=DAY, closed=True)
    assert answer.allowed is False
    answer = rs.may_decide(model, "chefen", "udda", on=DAY, facts={"tillhor:namnden": True}, closed=True)
    assert (answer.allowed, answer.missing) == (True, ("Ingen källa säger vem Udda hör till.",))
    facts = dict.fromkeys(KNOWN, False)
    assert [
        step.text()
        for step in rs.may_decide(model, "namnden", "udda", on=DAY, facts=facts).steps
        if isinstance(step, Doubt)
    ] == ["Om ärendet hör till vårdnämnden [tillhor:namnden]: ärendet hör inte till vårdnämnden."]


def test_a_krisledningsnamnd_takes_a_matter_over() -> None:
    """While it is in function, and only until it hands back."""
    crisis = Organ(
        id="kln", title="Krisledningsnämnden", kind=OrganKind.COMMITTEE, part_of="regionen", tasks=["krisledning"]
    )
    acts = (
        Decision(
            kind=DecisionKind.ENTERS_FUNCTION, by="kln", on=date(2026, 3, 2), about="kln", title="Träder i funktion"
        ),
        Decision(kind=DecisionKind.TAKES_OVER, by="kln", on=date(2026, 3, 3), matter="inkop", title="Tar över"),
        Decision(kind=DecisionKind.HANDS_OVER, by="kln", on=date(2026, 3, 9), matter="inkop", title="Lämnar tillbaka"),
    )
    model = region(crisis, *acts, given("namnden", "chefen"))

    def deciders(day: int) -> list[str]:
        found = rs.who_may_decide(model, "inkop", on=date(2026, 3, day), closed=True).deciders
        return [decider.id for decider in found]

    assert [deciders(day) for day in (2, 3, 8, 9)] == [["namnden", "chefen"], ["kln"], ["kln"], ["namnden", "chefen"]]
    refused = rs.may_decide(model, "chefen", "inkop", on=date(2026, 3, 3), closed=True).refused
    assert [(each.reasons, each.text()) for each in refused] == [
        (
            ("taken-over",),
            (
                "Vårdchefen: krisledningsnämnden har tagit över ärendet: Krisledningsnämnden får, när den är i "
                "funktion, ta över hela eller delar av andra nämnders områden i den utsträckning som behövs "
                "(LEH 2 kap. 4 §)."
            ),
        )
    ]


def test_names_keep_their_capitals() -> None:
    """Those of legal persons, and what has a capital further in."""
    authority = authority_of(region(Organ(id="hr", title="HR-rådet", kind=OrganKind.FORUM)))
    assert [name_of(authority, id) for id in ("regionen", "hr", "namnden", "Okänd")] == [
        "Region Prov",
        "HR-rådet",
        "vårdnämnden",
        "okänd",
    ]


def test_a_limit_is_told_with_what_it_is_counted_for() -> None:
    """Where the scheme says so."""
    limits = [
        evolve(sek(1000), span=LimitSpan.YEAR),
        Limit(value=limit(5, LimitUnit.YEARS).value, unit=LimitUnit.YEARS),
    ]
    assert limits_text(limits).replace("\N{NO-BREAK SPACE}", " ") == "1 000 kronor per år och 5 år"


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("antal", "vilket antal det gäller [antal]"),
        (
            HEAD_IN_FIELD,
            f"om den som för rätten vidare är förvaltningschef inom nämndens område [{HEAD_IN_FIELD}]",
        ),
        ("tillhor:namnden", "om ärendet hör till vårdnämnden [tillhor:namnden]"),
        ("prisbasbelopp-2031", "vad prisbasbeloppet är 2031 [prisbasbelopp-2031]"),
        ("upphandling", "om detta gäller [upphandling]"),
    ],
)
def test_every_fact_has_words(fact: str, said: str) -> None:
    """As a clause, with its name."""
    assert facts_text(authority_of(region()), [fact]) == said


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_whole_answer_reads_well(lang: Any, snapshot: Any) -> None:  # noqa: ANN401 - a language, and what syrupy gives
    """About everyone in short and whole, and about one."""
    model = region(
        given(
            "namnden",
            "chefen",
            may_pass_on=True,
            limits=[sek(500)],
            deputies=[Deputy(position="vikarien")],
            reporting=told(Frequency.MONTHLY, "namnden"),
        ),
        PASSED_ON,
        given("namnden", "ordforanden", urgent_only=True),
    )
    everyone = rs.who_may_decide(
        model, "inkop", on=DAY, amount_sek=200, closed=False, facts=dict.fromkeys(KNOWN, False)
    )
    one = rs.may_decide(model, "vikarien", "inkop", on=DAY, amount_sek=200)
    assert "\n\n=====\n\n".join([everyone.text(lang), everyone.explain(lang), one.text(lang)]) == snapshot


def test_what_several_hang_on_is_told_once() -> None:
    """With whose it is, unless it is everyone's: of those who decide, and of what one may decide."""
    condition = CaseCondition(fact="i-budget", text="Köpet ryms i budgeten.")
    row = given("namnden", "chefen", conditions=[condition], deputies=[Deputy(position="vikarien")])
    model = region(row, matter("hjalp"), given("namnden", "chefen", id="hjalpen", matters=["hjalp"]))
    known = dict.fromkeys(KNOWN, False)
    whole = rs.who_may_decide(model, "inkop", on=DAY, facts=known).text(width=1000)
    assert "- Vårdchefen och vikarien: om villkoret ”Köpet ryms i budgeten.” är uppfyllt [i-budget].\n" in whole
    del known["medborgarforslag"]
    held = rs.powers_of(model, "chefen", on=DAY, facts=known).text(width=1000)
    assert "- Inkop: om villkoret ”Köpet ryms i budgeten.” är uppfyllt [i-budget]." in held
    assert held.count("- Om detta gäller [medborgarforslag]") == 1


def test_a_notebook_shows_the_whole_question_over_the_rows() -> None:
    """Also where the text folds it."""
    long = "Handläggaren för de allra minsta inköpen av förbrukningsvaror"
    model = region(given("namnden", "handlaggaren"))
    model = model.with_(evolve(model["handlaggaren"], title=long))
    for answer, said in (
        (rs.powers_of(model, "handlaggaren", on=DAY), "Vad får handläggaren för de allra minsta inköpen"),
        (rs.may_decide(model, "handlaggaren", "inkop", on=DAY, closed=True), "Ja: handläggaren för de allra minsta"),
        (rs.who_may_decide(model, "inkop", on=DAY, amount_sek=10**60), "Vem får besluta om inkop för 1"),
    ):
        caption = answer._repr_html_().partition("<caption>")[2].partition("</caption>")[0]
        assert caption.startswith(said)
        assert DAY.isoformat() in caption
        assert caption != answer.text().splitlines()[0]


@pytest.mark.parametrize(
    ("amount_sek", "closed", "word"), [(1, False, "ja"), (10**9, True, "nej"), (2_000_000, False, "beror på")]
)
def test_whether_one_may_is_a_word_in_a_notebook(amount_sek: int, closed: bool, word: str) -> None:
    """What depends on something is told, not an empty cell."""
    case: dict[str, Any] = {"on": date(2026, 3, 1), "amount_sek": amount_sek, "closed": closed}
    answer = rs.may_decide(rs.load_region("exempel"), "omradeschef", "inkop", **case)
    assert f"<td>{word}</td>" in answer._repr_html_()


def test_whether_each_may_is_a_word_in_a_notebook() -> None:
    """In the table of all, and in the row of one."""
    answer = rs.who_may_decide(rs.load_region("exempel"), "inkop", on=date(2026, 3, 1), amount_sek=2_000_000)
    found = {decider.allowed: decider._repr_html_() for decider in answer.deciders}
    assert ["<td>ja</td>" in found[True], "<td>beror på</td>" in found[None]] == [True, True]
    assert ["<td>True</td>" in answer._repr_html_(), "<td>beror på</td>" in answer._repr_html_()] == [False, True]
