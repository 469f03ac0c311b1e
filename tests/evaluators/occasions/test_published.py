"""What others have said or decided stands beside the computed verdict."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.evaluators import Attainment, Status
from regionstyrning.model import (
    Capacity,
    Decision,
    DecisionKind,
    Join,
    JoinKind,
    Judgement,
    Meaning,
    Organ,
    OrganKind,
    Scale,
    ScaleReads,
    ScaleStep,
    Structure,
    Total,
    Validity,
    at_least,
)
from tests.evaluators.small import goal, indicator, judged, link, model, outcome, target, texts

if TYPE_CHECKING:
    from regionstyrning.model import Record, SteeringModel

MET, PARTLY, NOT_MET, UNKNOWN = Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED


def region(*more: Record) -> SteeringModel:
    """A goal with a measure that has met its target."""
    held = model(
        organs=[Organ(id="rs", title="Styrelsen", kind=OrganKind.BOARD)],
        goals=[goal()],
        indicators=[indicator()],
        contributions=[link("i", "g")],
        targets=[target(at_least(5))],
        outcomes=[outcome(2024, 9)],
    )
    return held.with_(*more)


def said(grade: str | None = "Nej", **more: Any) -> Judgement:  # noqa: ANN401 - any field
    """What the board has said of the goal."""
    of_its_own = {"about": ["g"], "by": "rs", "capacity": Capacity.OWN, "year": 2024, "on": date(2025, 4, 1)}
    return Judgement(**{**of_its_own, "words": "Inte nått.", "scale": "betyg", "grade": grade, **more})


def decided(**more: Any) -> Decision:  # noqa: ANN401 - any field
    """What the board has set by hand."""
    of_its_own = {
        "kind": DecisionKind.SETS_VERDICT,
        "by": "rs",
        "on": date(2025, 4, 1),
        "about": "g",
        "year": 2024,
        "grade": "Delvis",
        "reason": "Måttet fångar inte allt.",
        "title": "Satt för hand",
    }
    return Decision(**{**of_its_own, **more})


def test_a_published_word_stands_beside() -> None:
    """It is told and never replaces what is computed."""
    verdict = judged(region(said()))["g"]
    assert verdict.status is MET
    assert verdict.published == (said().id,)
    assert texts(verdict)[-1] == "Publicerat av Styrelsen om 2024 (2025-04-01): Inte nått."


def test_the_regions_own_words_may_come_first() -> None:
    """Under the setting that says so; what was computed is told."""
    settings = Attainment(words="first")
    verdict = judged(region(said()), settings=settings)["g"]
    assert (verdict.status, texts(verdict)[0]) == (NOT_MET, "Regionens eget ord är Nej. Uträknat: uppfyllt.")
    assert judged(region(), settings=settings)["g"].status is MET


@pytest.mark.parametrize(
    ("decision", "status", "told"),
    [
        (
            decided(),
            PARTLY,
            "Styrelsen har 2025-04-01 satt bedömningen till Delvis: Måttet fångar inte allt. Uträknat: uppfyllt.",
        ),
        (
            decided(year=None),
            PARTLY,
            "Styrelsen har 2025-04-01 satt bedömningen till Delvis: Måttet fångar inte allt. Uträknat: uppfyllt.",
        ),
        (decided(until=date(2025, 12, 31)), PARTLY, None),
        (decided(until_year=2025), PARTLY, None),
        (decided(until=date(2025, 5, 1)), MET, "En bedömning satt för hand till Delvis upphörde 2025-05-01."),
        (decided(until_year=2024), MET, "En bedömning satt för hand till Delvis upphörde 2024-12-31."),
        (decided(grade="Lila"), MET, "En bedömning satt för hand till Lila står inte på någon känd skala."),
        (decided(grade=None), MET, "En bedömning satt för hand till – står inte på någon känd skala."),
        (decided(year=2023), MET, None),
        (decided(on=date(2025, 7, 1)), MET, None),
        (decided(about=None), MET, None),
    ],
)
def test_a_verdict_may_be_set_by_hand_for_a_time(decision: Decision, status: Status, told: str | None) -> None:
    """Never silently lost when it has ended, and never silently kept."""
    verdict = judged(region(decision))["g"]
    assert verdict.status is status
    assert verdict.set_by == (decision.id if status is PARTLY else None)
    assert told is None or told in texts(verdict)


def test_the_last_decision_counts() -> None:
    """What the first one set is told as what was there."""
    verdict = judged(region(decided(), decided(on=date(2025, 5, 1), grade="Nej", reason=None)))["g"]
    assert verdict.status is NOT_MET
    assert texts(verdict)[0] == "Styrelsen har 2025-05-01 satt bedömningen till Nej: –. Uträknat: delvis uppfyllt."


def total(word: str, count: int | None = None, share: int | None = None) -> Total:
    """How many got a word."""
    return Total(word=word, count=count, share_percent=None if share is None else Decimal(share))


TWO_OF_FOUR = [total("Ja", 2), total("Delvis", 1), total("Nej", 1)]


@pytest.mark.parametrize(
    ("totals", "more", "low", "high"),
    [
        (TWO_OF_FOUR, {}, 50, 50),
        ([total("Ja", 2)], {"total_of": 4}, 50, 100),
        ([total("Ja", 2), total("Grå", 2)], {}, 50, 100),
        ([total("Ja", 2), total("Gul", 2)], {}, 50, 50),
        ([total("Ja", share=75)], {}, 75, 100),
        ([total("Ja", share=75), total("Nej", share=25)], {}, 75, 75),
        ([total("uppnådda", 4)], {"scale": None}, 0, 100),
        ([total("uppnådda", 0)], {}, None, None),
    ],
)
def test_totals_are_shared_out_in_percent(totals: list[Total], more: dict[str, Any], low: int, high: int) -> None:
    """What is ambiguous, unknown or not told counts only at the top; they give no status by themselves."""
    judgement = said(None, about=[], subject="Målen", totals=totals, **more)
    verdict = judged(region(judgement))[judgement.id]
    assert verdict.status is UNKNOWN
    assert [verdict.low, verdict.high] == [low, high]
    assert "Bara antalen är publicerade, och ingen regel för helheten är känd." in texts(verdict)


def test_the_words_are_counted_as_printed() -> None:
    """With their share, where it can be told."""
    judgement = said(None, totals=[total("Ja", 1), total("Nej", 2), total("Delvis", share=10), total("Gul")])
    assert texts(judged(region(judgement))[judgement.id])[:4] == [
        "Ja: 1, cirka 33,33 procent.",
        "Nej: 2, cirka 66,67 procent.",
        "Delvis: 10 procent.",
        "Gul: – procent.",
    ]


@pytest.mark.parametrize(
    ("totals", "more", "join", "status"),
    [
        (TWO_OF_FOUR, {}, Join(kind=JoinKind.COUNT, at_least=2), MET),
        (TWO_OF_FOUR, {}, Join(kind=JoinKind.MAJORITY), PARTLY),
        (TWO_OF_FOUR, {}, Join(kind=JoinKind.MEAN), UNKNOWN),
        (TWO_OF_FOUR, {"total_of": 9}, Join(kind=JoinKind.ALL), UNKNOWN),
        ([total("Nej", 20_000)], {}, Join(kind=JoinKind.ALL), UNKNOWN),
        ([total("Ja", 2), total("Nej", share=10)], {}, Join(kind=JoinKind.ALL), UNKNOWN),
    ],
)
def test_a_rule_gives_totals_a_status(totals: list[Total], more: dict[str, Any], join: Join, status: Status) -> None:
    """Where every part was counted; no parts are made up to reach the total."""
    judgement = said(None, about=[], subject="Målen", totals=totals, **more)
    verdict = judged(region(judgement), settings=Attainment(join=join))
    assert verdict[judgement.id].status is status


def test_ambiguous_words_may_be_left_out_of_a_total() -> None:
    """They count neither above nor below the line."""
    judgement = said(None, totals=[total("Ja", 1), total("Nej", 1), total("Gul", 2)], total_of=4)
    verdict = judged(region(judgement), settings=Attainment(ambiguous="leave out"))[judgement.id]
    assert [verdict.low, verdict.high] == [50, 50]


def test_a_total_needs_no_subject() -> None:
    """The words stand as its title."""
    judgement = said(None, about=[], totals=TWO_OF_FOUR)
    assert judged(region(judgement))[judgement.id].title == "Inte nått."


def test_a_word_may_be_on_a_scale_of_another_structure() -> None:
    """The latest structure that has the scale tells what it means."""
    old, new = (
        Structure(
            id=f"s-{year}",
            title="Tidigare",
            validity=Validity(first=date(year, 1, 1), last=date(year, 12, 31)),
            scales=[
                Scale(
                    id="gammal", title="Gammal", reads=ScaleReads.LEVEL, steps=[ScaleStep(word="Bra", means=[meaning])]
                )
            ],
        )
        for year, meaning in ((2010, Meaning.NOT_MET), (2011, Meaning.MET))
    )
    judgement = said("Bra", scale="gammal")
    verdict = judged(region(new, old, judgement), settings=Attainment(words="first"))
    assert verdict["g"].status is MET
    assert judged(region(said("Bra", scale="ny")), settings=Attainment(words="first"))["g"].status is MET
