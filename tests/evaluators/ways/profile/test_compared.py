"""A region's ratios ranked against those of its peers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import regionstyrning as rs
from regionstyrning.errors import UnknownId
from regionstyrning.evaluators import Aspect, Peer, ProfileRatio, financial_profile, peer_of
from regionstyrning.evaluators.ways.profile import ASPECTS
from tests.printed_accounts import R, amount, printed, seen

YEAR = 2025
AS_OF = date(2026, 6, 1)
RESULT = Aspect(id="resultat", title="Resultat", ratios=[ProfileRatio(ratio="resultatandel")])
DEBT = Aspect(id="skuld", title="Skuld", ratios=[ProfileRatio(ratio="resultatandel", more_is_stronger=False)])
MODEL = printed({YEAR: {R: "30", "skatteintakter": "800", "generella-statsbidrag-och-utjamning": "200"}})
"""A region whose result is three per cent of taxes and grants."""


def peers(*values: str) -> list[Peer]:
    """Constructed peers, each with a result of its own."""
    return [Peer(title=f"Region {place}", values=[("resultatandel", Decimal(v))]) for place, v in enumerate(values)]


@pytest.mark.parametrize(
    ("others", "place", "of", "points"),
    [
        (("1", "2"), 1, 3, 5),
        (("1", "4"), 2, 3, 3),
        (("4", "5"), 3, 3, 1),
        (("3", "3"), 1, 3, 3),
        (("3", "4", "1", "2"), 2, 5, Decimal("3.5")),
    ],
)
def test_points_follow_the_place(others: tuple[str, ...], place: int, of: int, points: Decimal) -> None:
    """From 5 for the strongest to 1 for the weakest; those of the same value share."""
    (mark,) = financial_profile(MODEL, peers(*others), as_of=AS_OF, year=YEAR, aspects=[RESULT]).marks
    assert seen(mark.place, mark.of, mark.points) == (place, of, points)


def test_less_may_be_stronger() -> None:
    """Of a debt the lowest is the first."""
    (mark,) = financial_profile(MODEL, peers("4", "5"), as_of=AS_OF, year=YEAR, aspects=[DEBT]).marks
    assert seen(mark.place, mark.points) == (1, 5)


def test_a_mark_in_words() -> None:
    """In both languages."""
    (mark,) = financial_profile(MODEL, peers("1", "4"), as_of=AS_OF, year=YEAR, aspects=[RESULT]).marks
    assert [mark.text("sv"), mark.text("en")] == [
        "3,0 procent: plats 2 av 3, 3,0 poäng av 5.",
        "3.0 per cent: place 2 of 3, 3.0 points of 5.",
    ]


def test_without_a_value_of_its_own_a_region_has_no_place() -> None:
    """Why is told."""
    (mark,) = financial_profile(printed({}), peers("1"), as_of=AS_OF, year=YEAR, aspects=[RESULT]).marks
    assert (mark.points, mark.place) == (None, None)
    assert "går inte att räkna ut" in mark.text()


def test_without_a_value_of_any_other_there_is_no_place_either() -> None:
    """The value is told."""
    (mark,) = financial_profile(MODEL, [Peer(title="Tom")], as_of=AS_OF, year=YEAR, aspects=[RESULT]).marks
    assert mark.text() == "3,0 procent; ingen annan har ett värde."


def test_an_aspect_has_the_mean_of_its_ratios() -> None:
    """If all of them have points."""
    two = Aspect(id="två", title="Två", ratios=[ProfileRatio(ratio="resultatandel"), ProfileRatio(ratio="soliditet")])
    profile = financial_profile(MODEL, peers("1"), as_of=AS_OF, year=YEAR, aspects=[RESULT, two])
    assert seen(profile.points("Resultat"), profile.points("Två")) == (5, None)


def test_a_ratio_that_nobody_knows_is_refused() -> None:
    """Its id names nothing."""
    strange = Aspect(id="x", title="X", ratios=[ProfileRatio(ratio="soliditett")])
    with pytest.raises(UnknownId, match="soliditet"):
        financial_profile(MODEL, (), as_of=AS_OF, year=YEAR, aspects=[strange])


def test_another_model_may_be_a_peer() -> None:
    """By its own accounts; what it lacks is left out."""
    found = peer_of(MODEL, YEAR)
    assert (found.title, seen(*found.values)) == ("Lilla regionen", (("resultatandel", 3),))


def test_the_profile_as_a_table() -> None:
    """Every ratio with its place, whom it is compared with, and what points are not."""
    model = rs.load_region("exempel")
    others = [Peer(title="Norrsund", values=[(each.ratio, Decimal(3)) for aspect in ASPECTS for each in aspect.ratios])]
    profile = financial_profile(model, others, as_of=model.as_of, year=YEAR)
    told = profile.text("en")
    assert told.startswith("Financial profile of Region Exempel 2025\n")
    assert told.endswith("Compared with Norrsund.\nPoints tell a place among others, not whether a goal is met.")
    assert [len(profile.marks), len(profile.aspects), len(profile.to_records())] == [8, 4, 8]


def test_a_profile_where_all_is_known_gives_no_reasons() -> None:
    """Below the table stands only whom it is compared with."""
    told = financial_profile(MODEL, peers("1"), as_of=AS_OF, year=YEAR, aspects=[RESULT]).text()
    assert told.split("\n\n")[2:] == [
        "Jämförs med Region 0.\nPoängen säger plats bland andra, inte om något mål är nått."
    ]


def test_what_has_no_value_tells_why_below_the_table() -> None:
    """A dash for what is not known, and the reason."""
    profile = financial_profile(printed({}), (), as_of=AS_OF, year=YEAR, aspects=[RESULT])
    table, why, below = profile.text().split("\n\n")[1:]
    assert "–      –      –" in table
    assert why.replace("\n  ", " ") == (
        "- Årets resultat som andel av skatter och bidrag 2025 (utfall) går inte att räkna ut: tal saknas för Årets "
        "resultat, Skatteintäkter och Generella statsbidrag och utjämning."
    )
    assert below.startswith("Inga att jämföra med är angivna; profilen säger plats bland andra.")


def test_what_no_other_has_a_value_of_tells_so_below_the_table() -> None:
    """The region's own value stands in the table, without a place."""
    others = [Peer(title="Tom")]
    _, why, _ = financial_profile(MODEL, others, as_of=AS_OF, year=YEAR, aspects=[RESULT]).text("en").split("\n\n")[1:]
    assert why.replace("\n  ", " ") == (
        "- Årets resultat som andel av skatter och bidrag: 3.0 per cent; none of the others has a value."
    )


def test_without_any_others_no_reason_is_needed_for_a_missing_place() -> None:
    """That there is nobody to compare with is said once."""
    told = financial_profile(MODEL, (), as_of=AS_OF, year=YEAR, aspects=[RESULT]).text()
    assert told.split("\n\n")[2].startswith("Inga att jämföra med är angivna")


def test_the_amounts_of_a_later_day_do_not_count() -> None:
    """As of a day before the report is known."""
    later = amount(R, "99", YEAR, on=date(2026, 12, 1))
    (mark,) = financial_profile(MODEL.with_(later), peers("1"), as_of=AS_OF, year=YEAR, aspects=[RESULT]).marks
    assert mark.value == 3
