"""What follows when a decision has been taken."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.law import Policies, ReportsTo
from regionstyrning.model import Delegation, Trait
from regionstyrning.model.delegation import Frequency, Reporting
from regionstyrning.questions import Duty
from tests.questions.authority.making import DAY, given, matter, region, told

APPEALED = ("laglighetsprovning",)
FROM_REPORT = (
    "Tiden för överklagande är tre veckor. Den börjar när protokollet med anmälan är justerat och tillkännages."
)
FROM_OWN = "Tiden för överklagande är tre veckor. Den börjar när protokollet är justerat och tillkännages."
OTHER = "Beslutet överklagas inte genom laglighetsprövning. Hur det överklagas följer av den lag som styr ärendet."


def duties(row: Delegation, who: str, *records: Any, **case: Any) -> tuple[Duty, ...]:  # noqa: ANN401 - any records
    """What follows when one decides in a closed case that is appealed by laglighetsprövning."""
    words = {"on": DAY, "closed": True, "facts": APPEALED, **case}
    return rs.may_decide(region(row, *records), who, "inkop", **words).duties


@pytest.mark.parametrize(
    ("often", "when"),
    [
        (Frequency.NEXT_MEETING, "vid nästa sammanträde"),
        (Frequency.EACH, "för sig, när det har fattats"),
        (Frequency.MONTHLY, "varje månad"),
        (Frequency.QUARTERLY, "varje kvartal"),
        (Frequency.YEARLY, "varje år"),
    ],
)
def test_the_decision_is_reported_as_the_scheme_says(often: Frequency, when: str) -> None:
    """To whom and how often, by the paragraph on employees; then the time for appeal begins."""
    report, appeal = duties(
        given("namnden", "chefen", reporting=told(often, "namnden", positions=["ordforanden"])), "chefen"
    )
    assert (report.kind, report.to, report.often, report.law) == (
        "anmäls",
        ("namnden", "ordforanden"),
        often,
        "KL 7 kap. 8 §",
    )
    assert report.text() == f"Beslutet anmäls till vårdnämnden och ordföranden {when}."
    assert (appeal.kind, appeal.law, appeal.text()) == ("överklagande", "KL 13 kap. 5 §", FROM_REPORT)


@pytest.mark.parametrize(
    ("row", "who", "law"),
    [
        (given("namnden", "au", reporting=told(Frequency.MONTHLY, "namnden")), "au", "KL 6 kap. 40 § första stycket"),
        (
            given("rf", "namnden", matters=["bidrag"], reporting=told(Frequency.YEARLY, "rf")),
            "namnden",
            "KL 6 kap. 5 §",
        ),
        (
            Delegation(
                id="lag",
                statute="Lag 1 §",
                receivers=given("x", "chefen").receivers,
                matters=["inkop"],
                reporting=told(Frequency.MONTHLY, "rf"),
            ),
            "chefen",
            None,
        ),
    ],
)
def test_the_paragraph_follows_giver_and_taker(row: Delegation, who: str, law: str | None) -> None:
    """Elected takers, what fullmäktige gave, and what a statute gives."""
    asked = rs.may_decide(region(row, matter("bidrag", "rf")), who, row.matters[0], on=DAY, facts=APPEALED, closed=True)
    assert [duty.law for duty in asked.duties if duty.kind == "anmäls"] == [law]


def test_an_urgent_decision_is_reported_at_the_next_meeting() -> None:
    """To the nämnd, even if the scheme says nothing."""
    report, _ = duties(given("namnden", "ordforanden", urgent_only=True), "ordforanden", urgent=True)
    assert (report.to, report.often, report.law) == (
        ("namnden",),
        Frequency.NEXT_MEETING,
        "KL 6 kap. 40 § andra stycket",
    )


def test_an_urgent_right_that_a_statute_gives_names_nobody() -> None:
    """There is no nämnd above it."""
    row = Delegation(
        id="lag", statute="Lag 1 §", receivers=given("x", "ordforanden").receivers, matters=["inkop"], urgent_only=True
    )
    assert duties(row, "ordforanden", urgent=True) == ()


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (APPEALED, "Beslutet anmäls inte. Därför protokollförs det särskilt."),
        (
            {},
            "Beslutet anmäls inte. Om det kan överklagas genom laglighetsprövning protokollförs det särskilt.",
        ),
    ],
)
@pytest.mark.parametrize(
    ("who", "law"), [("chefen", "KL 7 kap. 8 §, 6 kap. 40 § första stycket"), ("au", "KL 6 kap. 40 § första stycket")]
)
def test_what_is_not_reported_is_recorded_separately(who: str, law: str, facts: Any, text: str) -> None:  # noqa: ANN401 - facts of any form
    """By the paragraph on the taker."""
    row = given("namnden", who, reporting=told(Frequency.NOT_REPORTED))
    (recorded, appeal) = duties(
        row, who, facts={**dict.fromkeys(OTHER_TRAITS, False), **dict.fromkeys(facts, True)}, closed=False
    )
    assert (recorded.kind, recorded.law, recorded.text()) == ("protokollförs särskilt", law, text)
    assert appeal.text().endswith("börjar när det särskilda protokollet tillkännages.")


OTHER_TRAITS = (
    "mal-inriktning-omfattning-kvalitet",
    "framstallning-till-fullmaktige",
    "yttrande-over-overklagat-beslut",
    "principiell-eller-storre-vikt",
    "medborgarforslag",
    "delegationsforbud-i-annan-lag",
    "fullmaktiges-arende",
)


def test_what_is_neither_reported_nor_appealed_has_no_record() -> None:
    """Only how it is appealed is told."""
    (appeal,) = duties(given("namnden", "chefen", reporting=told(Frequency.NOT_REPORTED)), "chefen", facts={})
    assert (appeal.law, appeal.text()) == ("KL 13 kap. 3 §", OTHER)


def test_what_may_not_be_appealed_has_no_time() -> None:
    """A statute says so."""
    row = given("namnden", "chefen", reporting=told(Frequency.NOT_REPORTED))
    assert duties(row, "chefen", facts={"far-inte-overklagas": True}) == ()


def test_an_unknown_way_of_appeal_is_told_with_an_if() -> None:
    """In both languages."""
    (appeal,) = [
        duty
        for duty in rs.may_decide(region(), "namnden", "inkop", on=DAY, facts={"fullmaktiges-arende": False}).duties
        if duty.kind == "överklagande"
    ]
    assert appeal.text().startswith(
        "Om beslutet överklagas genom laglighetsprövning: tiden för överklagande är tre veckor."
    )
    assert appeal.text("en").startswith("If the decision is appealed by laglighetsprövning: the time for appeal")


def test_an_organ_decides_in_its_own_minutes() -> None:
    """What it owns, and what fullmäktige gave it."""
    owned = rs.may_decide(region(), "namnden", "inkop", on=DAY, facts=APPEALED, closed=True).duties
    row = given("rf", "namnden", matters=["bidrag"], reporting=told(Frequency.YEARLY, "rf"))
    model = region(row, matter("bidrag", "rf"))
    received = rs.may_decide(model, "namnden", "bidrag", on=DAY, facts=APPEALED, closed=True).duties
    assert [duty.text() for duty in (*owned, received[-1])] == [FROM_OWN, FROM_OWN]


@pytest.mark.parametrize("reporting", [None, Reporting(), told(Frequency.MONTHLY)])
def test_where_the_scheme_is_silent_the_namnd_settles_it(reporting: Reporting | None) -> None:
    """Nothing said, not stated, and to nobody."""
    report, appeal = duties(given("namnden", "chefen", reporting=reporting), "chefen")
    assert (report.to, report.text()) == (
        (),
        "Ordningen säger inte om beslutet anmäls. Det är nämnden som bestämmer det.",
    )
    assert appeal.text() == FROM_REPORT


@pytest.mark.parametrize(
    ("reports_to", "to"),
    [(ReportsTo.COMMITTEE, ("namnden",)), (ReportsTo.HEAD, ("chefen",)), (ReportsTo.BOTH, ("chefen", "namnden"))],
)
def test_a_right_passed_on_is_reported_by_the_policy_where_the_scheme_is_silent(
    reports_to: ReportsTo, to: tuple[str, ...]
) -> None:
    """Which is printed."""
    policies = Policies(subdelegate_reports_to=reports_to)
    report, _ = duties(
        given("chefen", "handlaggaren"), "handlaggaren", given("namnden", "chefen", may_pass_on=True), policies=policies
    )
    assert report.to == to
    assert report.text().endswith(f"Beslut på vidaredelegation anmäls till: {reports_to.value}.")


def test_a_statute_that_says_nothing_of_reports_asks_for_none() -> None:
    """Nor is it known when the time for appeal begins."""
    row = Delegation(id="lag", statute="Lag 1 §", receivers=given("x", "chefen").receivers, matters=["inkop"])
    assert duties(row, "chefen") == ()
    assert [duty.text() for duty in duties(row, "chefen", facts={})] == [OTHER]


def test_a_duty_is_a_row() -> None:
    """With plain values."""
    (report, _) = duties(given("namnden", "chefen", reporting=told(Frequency.MONTHLY, "namnden")), "chefen")
    assert report.to_records() == [
        {
            "kind": "anmäls",
            "to": ["namnden"],
            "often": "varje månad",
            "law": "KL 7 kap. 8 §",
            "text": "Beslutet anmäls till vårdnämnden varje månad.",
        }
    ]


def test_whoever_may_not_has_no_duties() -> None:
    """Nor is there anybody to call the matter up."""
    answer = rs.may_decide(region(), "handlaggaren", "inkop", on=DAY, closed=True)
    assert (answer.duties, answer.called_up_by, answer.steps) == ((), (), ())


def test_the_matter_is_called_up_by_whom_the_delegations_name_and_by_the_namnd() -> None:
    """Along the whole chain."""
    model = region(
        given("namnden", "chefen", may_pass_on=True, called_up_by=["au"]),
        given("chefen", "handlaggaren", called_up_by=["chefen"]),
    )
    answer = rs.may_decide(model, "handlaggaren", "inkop", on=DAY, closed=True)
    assert answer.called_up_by == ("au", "chefen", "namnden")
    assert "Arbetsutskottet, vårdchefen och vårdnämnden kan ta över ärendet innan det är beslutat." in answer.text(
        width=100
    )


def test_what_fullmaktige_gave_is_called_up_by_nobody() -> None:
    """Fullmäktige would have to recall it."""
    row = given("rf", "namnden", matters=["bidrag"])
    answer = rs.may_decide(region(row, matter("bidrag", "rf")), "namnden", "bidrag", on=DAY, closed=True)
    assert (answer.allowed, answer.called_up_by) == (True, ())


def test_a_trait_that_the_matter_states_counts() -> None:
    """As if the caller had said so."""
    model = region(given("namnden", "chefen", reporting=told(Frequency.NOT_REPORTED)))
    model = model.with_(evolve(model["inkop"], traits=[Trait(id="laglighetsprovning", holds=True)]))
    kinds = [duty.kind for duty in rs.may_decide(model, "chefen", "inkop", on=DAY, closed=True).duties]
    assert kinds == ["protokollförs särskilt", "överklagande"]
