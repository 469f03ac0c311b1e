"""What an answer on the right to decide does not know."""

from __future__ import annotations

from datetime import date

import regionstyrning as rs
from regionstyrning.model import Delegation, Nature, Receiver
from tests.questions.authority.making import DAY, given, matter, region


def missing(
    *records: object, who: str | None = None, on: date = DAY, read_until: date | None = None
) -> tuple[str, ...]:
    """What is not known of who may decide a purchase, or of whether one may."""
    model = region(*records, read_until=read_until)
    if who is not None:
        return rs.may_decide(model, who, "inkop", on=on, closed=True).missing
    return rs.who_may_decide(model, "inkop", on=on, closed=True).missing


def test_nothing_is_missing_where_all_is_known() -> None:
    """The answer is complete."""
    answer = rs.who_may_decide(region(given("namnden", "chefen")), "inkop", on=DAY, closed=True)
    assert (answer.missing, answer.complete) == ((), True)


def test_delegations_that_point_at_nothing_are_told() -> None:
    """Giver, receiver and what it builds on; of such matters only."""
    rows = (
        given("namnden", "spoket", builds_on="borta"),
        given("valnaden", "chefen", id="fran-ingen"),
        given("namnden", "gasten", matters=["annat"]),
    )
    assert missing(*rows, matter("annat")) == (
        "Delegationen namnden-spoket pekar på borta, som inte finns.",
        "Delegationen namnden-spoket pekar på spoket, som inte finns.",
        "Delegationen fran-ingen pekar på valnaden, som inte finns.",
    )


def test_a_day_after_the_sources_were_read_is_told() -> None:
    """What has happened since is not known."""
    said = "Källorna är lästa till och med 2026-02-28; vad som har hänt därefter är inte känt."
    assert [missing(read_until=date(2026, 2, 28)), missing(read_until=DAY)] == [(said,), ()]


def test_an_office_is_told_when_everyone_is_asked_about() -> None:
    """And not when one post is; nor is a post that has an office beside it."""
    row = Delegation(
        id="rad",
        giver="namnden",
        receivers=[
            Receiver(office="Kanslichef"),
            Receiver(position="chefen", office="Vårdchef"),
            Receiver(organ="au", office="AU"),
        ],
        matters=["inkop"],
    )
    said = "Ordningen namnger Kanslichef, som inte är någon befattning i modellen (rad)."
    assert [missing(row), missing(row, who="chefen")] == [(said,), ()]
    refused = rs.who_may_decide(region(row), "inkop", on=DAY, closed=True).refused
    assert [each.who for each in refused] == ["Kanslichef"]


def test_execution_that_a_statute_gives_is_no_rival() -> None:
    """Only a right to decide stands beside the nämnd's."""
    row = Delegation(
        id="lag", statute="Lag 1 §", receivers=[Receiver(position="chefen")], matters=["inkop"], nature=Nature.EXECUTION
    )
    assert missing(row, given("namnden", "vikarien")) == ()


def test_what_is_missing_stands_under_the_answer() -> None:
    """In both languages."""
    answer = rs.may_decide(region(read_until=date(2026, 1, 1)), "namnden", "inkop", on=DAY, closed=True)
    assert "\n\nInte känt\n- Källorna är lästa till och med 2026-01-01;" in answer.text()
    assert "\n\nNot known\n- The sources are read up to 2026-01-01;" in answer.text("en")
    everyone = rs.who_may_decide(region(read_until=date(2026, 1, 1)), "inkop", on=DAY, closed=True)
    assert "\n\nInte känt\n- Källorna" in everyone.text()
    assert "\n\nInte känt\n- Källorna" in everyone.explain()
