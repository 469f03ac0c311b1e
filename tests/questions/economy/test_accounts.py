"""Accounts as views of printed amounts: units, sums, rivals, and what stands beside the lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from regionstyrning.errors import InvalidValue, UnknownId
from regionstyrning.files import load_region
from regionstyrning.model import (
    AmountStage,
    OpenPoint,
    OpenPointKind,
    Part,
    Precision,
    Publication,
    Rival,
    Source,
    Unit,
)
from regionstyrning.questions.economy import accounts
from tests.printed_accounts import EQUITY, RJ, A, R, amount, printed, seen

EXEMPEL = load_region("exempel")
ASSETS, FIXED, CURRENT = "summa-tillgangar", "anlaggningstillgangar", "omsattningstillgangar"
INCOME, COSTS, DEPRECIATION = "verksamhetens-intakter", "verksamhetens-kostnader", "avskrivningar"
NET = "verksamhetens-nettokostnader"


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_the_accounts_of_exempel_close(year: int) -> None:
    """Nine sums are tried, and each is exactly the sum of its lines."""
    checks = accounts(EXEMPEL, year).checks
    assert seen(len(checks), {check.difference for check in checks}) == (9, {0})


@pytest.mark.parametrize(
    ("unit", "value"), [(Unit.MNKR, "12.5"), (Unit.TKR, "0.0125"), (Unit.SEK, "0.0000125"), (Unit.PERCENT, None)]
)
def test_units(unit: Unit, value: str | None) -> None:
    """Tkr and kronor are made mnkr exactly; a percentage is no money."""
    view = accounts(printed({2025: {R: "12.5"}}, unit=unit), 2025)
    assert view.value(R) == (None if value is None else Decimal(value))


def test_what_was_converted_is_told() -> None:
    """A figure printed in another unit says which, in both languages."""
    view = accounts(printed({2025: {R: "12500"}}, unit=Unit.SEK), 2025)
    assert ("tryckt 12\N{NO-BREAK SPACE}500 kronor" in view.text(), "printed 12,500 kronor" in view.text("en")) == (
        True,
        True,
    )


def test_the_first_stage_with_a_figure_is_shown() -> None:
    """Outcome before preliminary, forecast, budget and plan; a stage that is asked for is shown as it is."""
    model = printed({}, amount(R, "1", 2025, stage=AmountStage.PLAN), amount(R, "2", 2025, stage=AmountStage.FORECAST))
    stages = [accounts(model, 2025).scope.stage, accounts(model, 2025, AmountStage.PLAN).scope.stage]
    assert (stages, accounts(model, 2024).scope.stage) == (
        [AmountStage.FORECAST, AmountStage.PLAN],
        AmountStage.OUTCOME,
    )


def test_group_part_organ_and_document_are_views_of_their_own() -> None:
    """None of them is mixed with the region's own year, and a sum over several years is in none."""
    part = Part(first_month=1, last_month=8)
    model = printed(
        {2025: {R: "1"}},
        amount(R, "2", 2025, group=True),
        amount(R, "3", 2025, part=part),
        amount(R, "4", 2025, organ="rf"),
        amount(R, "5", 2025, document="bok"),
        amount(R, "6", 2025, last_year=2027),
    )
    views = (
        accounts(model, 2025, document=None),
        accounts(model, 2025, group=True),
        accounts(model, 2025, part=part),
        accounts(model, 2025, organ="rf"),
        accounts(model, 2025, document="bok"),
    )
    assert seen(*(view.value(R) for view in views)) == (1, 2, 3, 4, 5)
    assert [view.on for view in views[1:3]] == [date(2025, 12, 31), date(2025, 8, 31)]
    assert views[2].text().startswith("Räkenskaper januari–augusti 2025, utfall, mnkr\n")


def test_whose_accounts_must_be_known() -> None:
    """An organ that is not there is refused, and so is a model without a legal person."""
    with pytest.raises(UnknownId, match="no record has the id 'rff'"):
        accounts(printed({}), 2025, organ="rff")
    with pytest.raises(InvalidValue, match="names no legal person"):
        accounts(printed({}, legal_person=None), 2025)
    with pytest.raises(InvalidValue, match="year 0"):
        accounts(printed({}), 0)


def test_what_is_not_printed_may_follow() -> None:
    """A sum follows from its parts, a part from the sum, and what follows may be used again."""
    view = accounts(printed({2025: {ASSETS: "100", CURRENT: "40", "avsattningar": "30"}}), 2025)
    assert seen(view.value(FIXED), view.rest["summa-eget-kapital-avsattningar-och-skulder"]) == (60, 100)
    assert "inte tryckt; följer av de andra" in view.text()
    assert [row["line"] for row in view.to_records() if row["remark"] == "följer av de andra"] == list(view.rest)


def test_a_sum_that_does_not_close_is_told_and_not_mended() -> None:
    """The printed figure stands, with the difference."""
    view = accounts(printed({2025: {ASSETS: "105", FIXED: "60", CURRENT: "40"}}), 2025)
    assert seen(view.value(ASSETS), view.missing) == (
        105,
        ("Summa tillgångar stämmer inte med sina delar: tryckt 105, summan 100, skillnad 5 mnkr.",),
    )


@pytest.mark.parametrize(
    ("lines", "closes", "text"),
    [
        ({ASSETS: "100.0", FIXED: "60.0", CURRENT: "40.0"}, True, "Summa tillgångar är summan av sina delar."),
        (
            {ASSETS: "100.1", FIXED: "60.0", CURRENT: "40.0"},
            True,
            "Summa tillgångar skiljer 0,1 mnkr från sina delar, inom avrundningen.",
        ),
        (
            {ASSETS: "101.0", FIXED: "60.0", CURRENT: "40.0"},
            False,
            "Summa tillgångar stämmer inte med sina delar: tryckt 101,0, summan 100,0, skillnad 1,0 mnkr.",
        ),
        (
            {ASSETS: "101.0", FIXED: "60.0"},
            None,
            (
                "Summa tillgångar kan inte prövas: inget är tryckt för Omsättningstillgångar; "
                "skillnaden mot det tryckta är 41,0 mnkr."
            ),
        ),
    ],
)
def test_checks(lines: dict[str, str], closes: bool | None, text: str) -> None:
    """Rounding of the last digit is tolerated and said; what cannot be tried says why."""
    (check,) = accounts(printed({2025: lines}), 2025).checks
    (row,) = check.to_records()
    assert (check.closes, check.text(), row["closes"]) == (closes, text, closes)


def test_an_approximate_figure_cannot_be_tried() -> None:
    """What is only about as much need not close."""
    about = amount(CURRENT, "50", 2025, precision=Precision.ABOUT, text="omkring 50")
    view = accounts(printed({2025: {ASSETS: "100", FIXED: "60"}}, about), 2025)
    (check,) = view.checks
    assert (check.closes, check.text("en")) == (
        None,
        "Summa tillgångar cannot be tried: one of the figures is only approximate.",
    )
    assert "ungefärligt: omkring 50" in view.text()


def test_a_lump_stands_for_its_lines_in_a_sum() -> None:
    """It is shown beside the lines, makes the sum close, and is no line's figure."""
    lump = amount(None, "-7796", 2025, lump=[INCOME, COSTS])
    view = accounts(printed({2025: {DEPRECIATION: "-221", NET: "-8017"}}, lump), 2025)
    assert (view.checks[0].closes, view.value(INCOME), "flera rader i en" in view.text()) == (True, None, True)


def test_a_line_that_the_layout_lacks_may_explain_a_difference() -> None:
    """It is told beside the sum, and not counted into it."""
    view = accounts(
        printed({2025: {ASSETS: "110", FIXED: "60", CURRENT: "40"}}, amount(None, "10", 2025, title="Bidrag")), 2025
    )
    assert view.checks[0].text().endswith("skillnad 10 mnkr; lika mycket står på raden Bidrag.")
    assert (view.unplaced[0].amount.title, "en rad som uppställningen saknar" in view.text()) == ("Bidrag", True)


def test_figures_of_another_document_make_no_sum() -> None:
    """A sum is held against the lines that are printed with it."""
    model = printed({2025: {ASSETS: "100"}}, amount(FIXED, "60", 2025, document="statistik"))
    assert accounts(model, 2025).checks == ()


def test_a_figure_that_cannot_be_read() -> None:
    """It is shown as it is, and nothing is made up in its place."""
    view = accounts(printed({2025: {ASSETS: "100", FIXED: "60"}}, amount(CURRENT, None, 2025)), 2025)
    assert (view.value(CURRENT), view.rest.get(CURRENT), view.range_of(CURRENT)) == (None, None, None)
    assert "går inte att läsa" in view.text()


def test_accounts_are_what_was_printed_first() -> None:
    """A later print is told as another day's; of forecasts and budgets the last one counts."""
    days = (date(2026, 3, 1), date(2027, 3, 1))
    values = zip(days, ("10", "12"), strict=True)
    model = printed({}, *(amount(R, value, 2025, on=day) for day, value in values))
    budgets = printed({}, *(amount(R, str(day.year), 2028, on=day, stage=AmountStage.BUDGET) for day in days))
    view = accounts(model, 2025)
    assert seen(view.value(R), accounts(budgets, 2028).value(R)) == (10, 2027)
    assert [row["remark"] for row in view.to_records()] == ["tryckt", "annan dag"]


def test_the_day_may_be_the_publications() -> None:
    """Without a day of its own a figure was known when it was published."""
    old = Publication(id="forst", title="Först", published=date(2026, 2, 1))
    new = Publication(id="sedan", title="Sedan", published=date(2026, 3, 1))
    model = printed({}, amount(R, "12", 2025, document="sedan"), amount(R, "10", 2025, document="forst"), old, new)
    assert accounts(model, 2025).value(R) == 10


def test_two_figures_of_one_day_are_rivals() -> None:
    """Each is a reading; the first by its id is followed, and it is said. The same value twice is one."""
    model = printed(
        {2025: {R: "10"}}, amount(R, "12", 2025, title="Resultat"), amount(R, "10", 2025, title="Årets resultat igen")
    )
    view = accounts(model, 2025)
    assert (view.range_of(R), view.missing) == (
        (Decimal(10), Decimal(12)),
        ("Årets resultat har flera läsningar: 12, 10. Den första följs.",),
    )


def test_about_as_much_is_no_rival() -> None:
    """A figure that is only approximate gives way to the one that is exact."""
    about = amount(R, "12", 2025, title="Drygt", precision=Precision.JUST_OVER)
    view = accounts(printed({2025: {R: "12.3"}}, about), 2025)
    assert (view.range_of(R), view.missing) == ((Decimal("12.3"), Decimal("12.3")), ())


def test_open_points_give_readings() -> None:
    """A rival reads another figure, takes one away, or is of another year; the preferred one is what is recorded."""
    base = printed({2025: {R: "10", A: "-1"}})
    rivals = [
        Rival(text="som tryckt", preferred=True, amounts=[amount(R, "99", 2025)]),
        Rival(
            text="skrivfel", amounts=[amount(R, "11", 2025), amount(R, "7", 2024)], without=[amount(R, "10", 2025).id]
        ),
        Rival(text="gäller koncernen", without=[amount(A, "-1", 2025).id, "rf"]),
    ]
    point = OpenPoint(id="oppen", title="Talen", kind=OpenPointKind.SLIP, rivals=rivals)
    view = accounts(base.with_(point), 2025)
    assert view.missing == (
        "Årets resultat har flera läsningar: 10, 11 (skrivfel). Den första följs.",
        "Realisationsvinster har flera läsningar: −1, – (gäller koncernen). Den första följs.",
    )
    assert (view.range_of(A), view.range_of(EQUITY)) == (None, None)


def test_steps_have_source_and_paragraph() -> None:
    """Each figure says where it stands and which paragraph its line rests on."""
    source = Source(publication="bok", place="s. 3")
    publication = Publication(id="bok", title="Årsredovisning")
    view = accounts(printed({}, amount(R, "10", 2025, sources=[source]), publication), 2025)
    (step,) = view.steps
    assert (step.law, step.source, step.text()) == ("LKBR 5 kap. 2 § (2019–)", source, "Årets resultat: 10 mnkr")


def test_a_line_that_nobody_knows_stands_beside() -> None:
    """An unknown id of a line is no line of the layout."""
    view = accounts(printed({}, amount("arets-resultatet", "10", 2025)), 2025)
    assert seen(view.lines, [each.value for each in view.unplaced]) == ((), [10])


def test_half_of_a_split_line_counts_in_the_sum() -> None:
    """Gains may be printed without losses."""
    view = accounts(printed({2025: {R: "10", "orealiserade-vinster": "-4", A: "0", RJ: "6"}}), 2025)
    check = next(check for check in view.checks if check.line == RJ)
    assert seen(check.difference, check.closes) == (0, True)
