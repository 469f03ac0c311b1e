"""What is assumed, and what may turn out otherwise."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import (
    Assumption,
    Assumptions,
    Correlation,
    Driver,
    Shock,
    cost_shock,
    growth_shock,
    missed_budgets,
    pension_shock,
    planned,
    sensitivity,
)
from regionstyrning.alternatives.drivers import MEANINGS, NEEDED, Form, entering, moving, stated
from regionstyrning.alternatives.shocks import mixing
from regionstyrning.errors import InvalidValue, NoTruthValue
from regionstyrning.model import AmountStage, Publication, Source
from regionstyrning.text.numbers import SPACE
from tests.alternatives.small import ACCOUNTS, USUAL, YEAR, assumed, region
from tests.printed_accounts import amount, printed


@pytest.mark.parametrize(("year", "value"), [(2025, None), (2026, "3.5"), (2027, "3.1"), (2040, "3.1")])
def test_a_value_holds_until_another_stands(year: int, value: str | None) -> None:
    """Before the first year that is given nothing is assumed."""
    found = Assumption(driver=Driver.COSTS, values={2027: "3.1", 2026: "3.5"})
    assert found.value(year) == (None if value is None else Decimal(value))


@pytest.mark.parametrize("value", ["tre", "NaN", Decimal("Infinity")])
def test_values_are_finite_numbers(value: str | Decimal) -> None:
    """What is no number is refused, with what was found."""
    with pytest.raises(InvalidValue, match="expected a finite number"):
        Assumption(driver=Driver.COSTS, values={2026: value})


@pytest.mark.parametrize("driver", [Driver.DEPRECIATION, Driver.INTEREST])
def test_a_cost_that_is_a_share_has_no_minus_sign(driver: Driver) -> None:
    """The sign that its line has in the accounts is a slip here, told with what it is and what was found."""
    with pytest.raises(InvalidValue, match=r"in percent: expected 0 or more for 2027, found -6$") as caught:
        Assumption(driver=driver, values={2026: 5, 2027: -6})
    assert caught.value.field == "values"
    assert f"'{driver.value}' is {MEANINGS[driver].told.en.lower()}" in str(caught.value)
    assert Assumption(driver=driver, values={2026: 0}).value(2026) == 0


@pytest.mark.parametrize("driver", [each for each in Driver if each not in {Driver.DEPRECIATION, Driver.INTEREST}])
def test_what_may_fall_may_be_negative(driver: Driver) -> None:
    """Growth, amounts, returns and what is of a single year may all be below zero."""
    assert Assumption(driver=driver, values={2026: -6}).value(2026) == -6


def test_floats_are_refused() -> None:
    """A float's digits are not those that were written."""
    with pytest.raises(TypeError, match=r"found the float 3\.5"):
        Assumption(driver=Driver.COSTS, values={2026: 3.5})  # type: ignore[arg-type] # what is refused


def test_an_assumption_says_something() -> None:
    """An assumption without a value is refused."""
    with pytest.raises(InvalidValue, match="no value is given for 'kostnadsindex'"):
        Assumption(driver=Driver.COSTS, values={})


def test_years_are_years() -> None:
    """A year that no calendar has is refused."""
    with pytest.raises(InvalidValue, match="values 0, expected 1 to 9999"):
        Assumption(driver=Driver.COSTS, values={0: 1})


def test_one_assumption_a_driver() -> None:
    """Two assumptions of one thing contradict each other."""
    twice = Assumption(driver=Driver.COSTS, values={2026: 1})
    with pytest.raises(InvalidValue, match="'kostnadsindex' stand more than once"):
        Assumptions(items=[twice, twice])


def test_one_shock_a_name() -> None:
    """Two shocks of one name would draw the same numbers."""
    with pytest.raises(InvalidValue, match="'tillväxt' stand more than once"):
        Assumptions(items=[], shocks=[growth_shock(1), growth_shock(2)])


def test_opening_lines_are_lines() -> None:
    """A figure to begin with stands on a line of the layout."""
    with pytest.raises(InvalidValue, match="no line has the id 'kapital'"):
        Assumptions(items=[], opening={"kapital": 1})


@pytest.mark.parametrize(
    ("line", "value", "said"),
    [
        ("summa-tillgangar", 10, "no year ahead starts from 'summa-tillgangar'"),
        ("verksamhetens-kostnader", 11_000, "'verksamhetens-kostnader' is printed below zero, found 11000"),
        ("investeringar", -500, "'investeringar' is printed above zero, found -500"),
    ],
)
def test_an_opening_value_that_nothing_starts_from_is_refused(line: str, value: int, said: str) -> None:
    """A line that changes nothing ahead, and a sign that the line never has, are slips."""
    with pytest.raises(InvalidValue, match=said):
        Assumptions(items=[], opening={line: value})


@pytest.mark.parametrize("line", ["verksamhetens-kostnader", "investeringar", "eget-kapital", "avskrivningar"])
def test_an_opening_value_of_nothing_has_no_sign(line: str) -> None:
    """Zero is a figure to begin with on any line."""
    assert Assumptions(items=[], opening={line: 0}).opening == ((line, Decimal(0)),)


def test_replacing() -> None:
    """An assumption takes the place of the one about the same driver, and others stay."""
    found = assumed().with_(Assumption(driver=Driver.COSTS, values={2026: "9"}), fills_reserves=False)
    assert (found.value(Driver.COSTS, 2026), found.value(Driver.TAX_BASE, 2026)) == (Decimal(9), Decimal("3.5"))
    assert found.fills_reserves is False


def _planned_and_own() -> Assumptions:
    """A plan of four years, with something else from its third on, in two steps."""
    values = {2026: "3.5", 2027: "3.6", 2028: "3.7", 2029: "3.8"}
    source = Source(publication="plan", place="3.2")
    plan = Assumptions(items=[Assumption(driver=Driver.COSTS, values=values, source=source)])
    own = plan.with_(Assumption(driver=Driver.COSTS, values={2028: 9, 2029: 8}, text="ett räkneexempel"))
    return own.with_(Assumption(driver=Driver.COSTS, values={2029: 7}))


def test_what_is_assumed_from_a_year_on_leaves_the_years_before() -> None:
    """The years before the first of a new assumption keep what was assumed of them."""
    found = _planned_and_own()
    values = [(2026, "3.5"), (2027, "3.6"), (2028, "9"), (2029, "7")]
    assert found[Driver.COSTS].all_values == tuple((year, Decimal(value)) for year, value in values)
    assert [found.value(Driver.COSTS, year) for year in (2025, 2027, 2028, 2031)] == [
        None,
        Decimal("3.6"),
        Decimal(9),
        Decimal(7),
    ]


def test_each_value_keeps_where_it_is_said() -> None:
    """A table has a row for each place, a record its own, and a line in short all values."""
    found = _planned_and_own()
    rows = [(row["year"], row["publication"], row["text"]) for row in found.to_records() if row["driver"]]
    assert rows == [(2026, "plan", None), (2027, "plan", None), (2028, None, "ett räkneexempel"), (2029, None, None)]
    told = [" ".join(line.split()) for line in found.text(width=200).splitlines()]
    assert [line.partition("priser ")[2].replace(SPACE, " ") for line in told if "löner" in line] == [
        "2026: 3,5 %; 2027: 3,6 % plan, 3.2",
        "2028: 9 % ett räkneexempel",
        "2029: 7 % eget antagande",
    ]
    assert (
        found.in_short("en").replace(SPACE, " ") == "cost index +3.5 % 2026, +3.6 % 2027, +9 % 2028 and +7 % from 2029"
    )


def test_an_assumption_with_what_is_earlier_is_put_in_whole() -> None:
    """What is taken out of some assumptions and put into others keeps its own earlier years."""
    taken = _planned_and_own()[Driver.COSTS]
    older = Assumptions(items=[Assumption(driver=Driver.COSTS, values={2024: 1, 2027: 2})])
    held = older.with_(taken)[Driver.COSTS].all_values
    values = [(2024, "1"), (2026, "3.5"), (2027, "3.6"), (2028, "9"), (2029, "7")]
    assert held == tuple((year, Decimal(value)) for year, value in values)
    assert taken.before(2026) is None
    again = Assumption(driver=Driver.COSTS, values={2026: 1}).after(taken)
    assert again.all_values == ((2026, Decimal(1)),)


@pytest.mark.parametrize(
    ("driver", "year", "said"),
    [
        (Driver.INCOME, 2026, "expected earlier values of 'kostnadsindex', found 'verksamhetens intäkter'"),
        (Driver.COSTS, 2027, "expected earlier values of years before 2027, found 2027"),
    ],
)
def test_what_is_earlier_is_about_the_same_and_before(driver: Driver, year: int, said: str) -> None:
    """Else one year would have two values."""
    earlier = Assumption(driver=driver, values={year: 1})
    with pytest.raises(InvalidValue, match=said):
        Assumption(driver=Driver.COSTS, values={2027: 1}, earlier=earlier)


def test_figures_rest_on_what_is_said_of_their_year() -> None:
    """A figure of a year names where what is assumed of that year is said, and so does its step."""
    source = Source(publication="plan", place="3.2")
    plan = assumed().with_(Assumption(driver=Driver.TAX_BASE, values={2026: "3.5"}, source=source))
    later = plan.with_(Assumption(driver=Driver.TAX_BASE, values={2027: "2.5"}, text="ett räkneexempel"))
    steps = [each for each in rs.project(region(), later, 2).steps if each.record == "skatteintakter"]
    assert [each.source for each in steps] == [source, None]
    assert [each.text().partition("; ")[2].replace(SPACE, " ") for each in steps] == [
        "skatteunderlag 3,5 (plan, 3.2)",
        "skatteunderlag 2,5 (ett räkneexempel)",
    ]


def test_all_years_of_an_assumption_are_made_higher() -> None:
    """How much an assumption matters counts what is earlier too, as if one had said it in one place."""
    whole = assumed().with_(Assumption(driver=Driver.COSTS, values={2026: 3, 2027: 2}))
    parts = assumed().with_(Assumption(driver=Driver.COSTS, values={2026: 3}))
    parts = parts.with_(Assumption(driver=Driver.COSTS, values={2027: 2}))
    assert sensitivity(region(), whole, 3).to_records() == sensitivity(region(), parts, 3).to_records()


def test_what_is_lacking() -> None:
    """What a year needs and nobody assumes is named, in order."""
    assert Assumptions(items=[]).lacking(2026) == NEEDED
    assert assumed().lacking(2026) == ()
    assert assumed().lacking(2025) == tuple(driver for driver in MEANINGS if driver in USUAL)


def test_looking_up() -> None:
    """An assumption is found by its driver, and only if there is one."""
    assert assumed()[Driver.COSTS].driver is Driver.COSTS
    with pytest.raises(KeyError):
        assumed()[Driver.SAVINGS]


def test_assumptions_have_no_truth_value() -> None:
    """As all that is read."""
    with pytest.raises(NoTruthValue, match="items"):
        bool(assumed())


def _everything() -> Assumptions:
    """Something of all that can be assumed."""
    source = Source(publication="plan", place="3.2")
    stated_ones = [
        Assumption(driver=Driver.COSTS, values={2024: "3.5", 2026: "3.1"}, source=source, on=date(2023, 9, 27)),
        Assumption(driver=Driver.SAVINGS, values={2027: 250}, document="planen", text="fram till 2027"),
    ]
    market = Shock(
        name="m", size=Decimal(9), drivers=[(Driver.UNREALISED, Decimal(1)), (Driver.SAVINGS, Decimal("0.5"))]
    )
    pair = Correlation(first="tillväxt", second="m", value=Decimal("-0.25"), source=source)
    return Assumptions(
        items=stated_ones,
        opening={"eget-kapital": -1500},
        shocks=[growth_shock("1.25", source=source), market, pension_shock(1)],
        correlations=[pair],
        fills_reserves=False,
        goals_of_activity_met=True,
        last_targets_go_on=True,
    )


def test_all_that_is_assumed_is_told(snapshot: object) -> None:
    """With where it is said: figures, opening values, shocks, how they go together, choices."""
    assert [_everything().text(width=120), _everything().text("en", width=120)] == snapshot


def test_all_that_is_assumed_in_one_line() -> None:
    """Growth with its sign, values alike after each other once, and what is chosen otherwise than usual."""
    some = Assumptions(
        items=[
            Assumption(driver=Driver.COSTS, values={2026: "3.5", 2027: "3.50", 2028: "3.1", 2029: "-1"}),
            Assumption(driver=Driver.DEPRECIATION, values={2026: "5", 2027: "5.255"}),
            Assumption(driver=Driver.SAVINGS, values={2027: 250}),
        ],
        opening={"eget-kapital": 2500},
        shocks=[growth_shock("1.2")],
        uses_reserves=False,
    )
    assert some.in_short("en").replace(SPACE, " ") == (
        "cost index +3.5 % 2026–2027, +3.1 % 2028 and −1 % from 2029; depreciation 5 % 2026 and 5.26 % from 2027; "
        "savings 250 mnkr from 2027; opening eget kapital 2,500 mnkr; shock tillväxt, standard deviation 1.2 "
        "percentage points; reserves are used for negative results: no"
    )


def test_choices_are_told_where_nothing_else_is_assumed(snapshot: object) -> None:
    """What holds unless something else is said is told too."""
    assert Assumptions(items=[]).text(width=120) == snapshot


def test_records_of_all_that_is_assumed(snapshot: object) -> None:
    """One row a value, whatever it is about."""
    columns = ("kind", "name", "driver", "year", "value", "unit", "place", "text")
    assert [tuple(row[each] for each in columns) for row in _everything().to_records()] == snapshot


def test_what_a_plan_does_not_print_is_named() -> None:
    """A line that is missing in a plan year goes on as before, and the answer says so; one's own takes its place."""
    left_out = {"finansiella-intakter", "investeringar"}
    short = {line: value for line, value in ACCOUNTS.items() if line not in left_out}
    plans = {YEAR + 1: ACCOUNTS, YEAR + 2: short, YEAR + 3: ACCOUNTS}
    model = region(
        *(
            amount(line, value, year, stage=AmountStage.BUDGET if year == YEAR + 1 else AmountStage.PLAN)
            for year, lines in plans.items()
            for line, value in lines.items()
        ),
        *(amount(line, value, YEAR - 1) for line, value in ACCOUNTS.items()),
    )
    some = planned(model)
    assert some.not_printed == (
        (Driver.INVESTMENTS, "investeringar", YEAR + 2),
        (Driver.RETURN, "finansiella-intakter", YEAR + 2),
    )
    told = "Budget och plan har ingen rad för Finansiella intäkter 2027: det som gällde före antas gälla vidare."
    assert told in rs.project(model, some, 3).text(width=500)
    assert told in rs.simulate(model, some.with_(shocks=[growth_shock(1)]), 3, 5, 1).text(width=500)
    own = some.with_(Assumption(driver=Driver.RETURN, values={2026: "2"}))
    assert [driver for driver, _, _ in own.not_printed] == [Driver.INVESTMENTS]
    assert "ingen rad för Finansiella intäkter" not in rs.project(model, own, 3).text(width=500)


@pytest.mark.parametrize("driver", Driver)
def test_what_enters_is_what_was_stated(driver: Driver) -> None:
    """A figure comes back as it was said, and a shock of it is as large as said."""
    assert stated(driver, entering(driver, Decimal("3.7"))) == pytest.approx(3.7)
    assert entering(driver, Decimal(2)) + moving(driver, Decimal(1)) == pytest.approx(entering(driver, Decimal(3)))
    assert MEANINGS[driver].form in Form


@pytest.mark.parametrize("size", ["-1", "NaN", "Infinity"])
def test_sizes_of_shocks(size: str) -> None:
    """A standard deviation is zero or more."""
    with pytest.raises(InvalidValue, match="expected a standard deviation of zero or more"):
        cost_shock(size)


def test_a_shock_moves_something() -> None:
    """A shock without a driver is refused."""
    with pytest.raises(InvalidValue, match="the shock 'x' moves nothing"):
        Shock(name="x", size=1, drivers=[])


@pytest.mark.parametrize("value", ["1.1", "-2", "NaN"])
def test_correlations_are_correlations(value: str) -> None:
    """A correlation lies between minus one and one."""
    with pytest.raises(InvalidValue, match="expected a correlation from -1 to 1"):
        Correlation(first="a", second="b", value=Decimal(value))


def _three() -> list[Shock]:
    return [Shock(name=name, size=1, drivers=[(Driver.COSTS, Decimal(1))]) for name in "abc"]


def _pairs(*values: str) -> list[Correlation]:
    names = (("a", "b"), ("a", "c"), ("b", "c"))
    pairs = zip(names, values, strict=True)
    return [Correlation(first=first, second=second, value=Decimal(value)) for (first, second), value in pairs]


@pytest.mark.parametrize("values", [("0.5", "0.2", "-0.3"), ("1", "0.4", "0.4"), ("1", "1", "1"), ("0", "0", "0")])
def test_rows_multiply_to_what_is_wanted(values: tuple[str, str, str]) -> None:
    """The weights of any two shocks multiply to their correlation, and of one to one."""
    rows = [[*row, 0.0, 0.0][:3] for row in mixing(_three(), _pairs(*values))]
    wanted = [sum(x * y for x, y in zip(rows[i], rows[j], strict=True)) for i, j in ((0, 1), (0, 2), (1, 2))]
    assert wanted == pytest.approx([float(value) for value in values])
    assert [sum(x * x for x in row) for row in rows] == pytest.approx([1, 1, 1])


@pytest.mark.parametrize("values", [("1", "0.4", "0.3"), ("0.9", "0.9", "-0.9")])
def test_correlations_that_contradict_one_another(values: tuple[str, str, str]) -> None:
    """What no numbers can do is refused."""
    with pytest.raises(InvalidValue, match="contradict one another"):
        Assumptions(items=[], shocks=_three(), correlations=_pairs(*values))


def test_a_correlation_with_itself_is_one() -> None:
    """Whatever is said of a shock and itself, it goes with itself."""
    assert mixing(_three()[:1], [Correlation(first="a", second="a", value=Decimal(0))]) == ((1.0,),)


def test_correlations_name_shocks() -> None:
    """A correlation with a shock that is not there is refused."""
    with pytest.raises(InvalidValue, match="no shock is named 'b', expected one of 'a'"):
        mixing(_three()[:1], _pairs("1", "1", "1")[:1])


def test_what_the_plan_implies_says_where() -> None:
    """Each assumption of the plan has its document and day, and says how it was come to."""
    found = planned(rs.load_region("exempel"))
    plan, report = "Regionplan och budget 2026–2028", "Årsredovisning 2025"
    assert {(each.document, each.title, each.on, each.text) for each in found.items} == {
        ("regionplan-2026-2028", plan, date(2025, 11, 25), "härlett ur budget och plan"),
        ("arsredovisning-2025", report, date(2026, 4, 28), "som mellan 2024 och 2025"),
    }
    assert "regionplan-2026-2028" not in found.text()
    assert f"{plan}; 2025-11-25; härlett ur budget och plan\n" in found.text(width=999)
    assert {row["document"] for row in found.to_records() if row["document"]} == {each.document for each in found.items}


def test_a_published_plan_has_its_day() -> None:
    """A figure in a publication is said on the day when that was published; in an unknown document on none."""
    published = Publication(id="planen", title="Planen", published=date(2025, 9, 1))
    plan = [
        amount("skatteintakter", "7650", 2026, stage=AmountStage.PLAN, document="planen"),
        amount("generella-statsbidrag-och-utjamning", "2050", 2026, stage=AmountStage.PLAN, document="okand"),
    ]
    found = planned(region(published, *plan))
    assert [(each.driver, each.title, each.on) for each in found.items] == [
        (Driver.TAX_BASE, "Planen", date(2025, 9, 1)),
        (Driver.GRANTS, None, None),
    ]
    assert "  okand; härlett ur budget och plan" in found.text(width=999)


def test_what_is_said_in_a_publication_has_its_title_and_place() -> None:
    """A person reads the title of the publication and the place in it."""
    published = Publication(id="planen", title="Planen", published=date(2025, 9, 1))
    source = Source(publication="planen", place="s. 12")
    plan = amount("skatteintakter", "7650", 2026, stage=AmountStage.PLAN, document="planen", sources=[source])
    found = planned(region(published, plan))
    assert found[Driver.TAX_BASE].source == source
    assert "  Planen, s. 12; 2025-09-01; härlett ur budget och plan" in found.text(width=999)


def test_without_plan_or_accounts() -> None:
    """What cannot be derived is not assumed."""
    assert planned(printed({})).items == ()
    assert planned(printed({}, legal_person=None)).items == ()
    assert planned(region()).items == ()


def test_a_plan_that_says_little() -> None:
    """From a plan with taxes alone only their growth follows."""
    plan = [
        amount("skatteintakter", value, year, stage=AmountStage.PLAN)
        for year, value in ((2026, "7650"), (2027, "7803"))
    ]
    found = planned(region(*plan))
    assert [(each.driver, each.values) for each in found.items] == [
        (Driver.TAX_BASE, ((2026, Decimal(2)), (2027, Decimal(2))))
    ]
    assert found[Driver.TAX_BASE].text == "härlett ur budget och plan"


def test_a_plan_that_follows_from_its_parts() -> None:
    """A figure that follows from others has no source of its own, and is used all the same."""
    lines = {
        "verksamhetens-nettokostnader": "-9500",
        "verksamhetens-kostnader": "-11300",
        "avskrivningar": "-310",
        "skatteintakter": "7700",
    }
    found = planned(region(*(amount(line, value, 2026, stage=AmountStage.BUDGET) for line, value in lines.items())))
    assert found.value(Driver.INCOME, 2026) == Decimal("5.5")
    assert found[Driver.INCOME].document is None
    assert found.value(Driver.DEPRECIATION, 2026) == 100 * Decimal(310) / 6000


def test_how_far_budgets_were_missed() -> None:
    """The size is the root mean square of what outcomes differed by, and needs two years."""
    budgets = [
        amount(line, value, year, stage=AmountStage.BUDGET)
        for year, line, value in (
            (2024, "skatteintakter", "7030"),
            (2025, "skatteintakter", "7460"),
            (2025, "verksamhetens-nettokostnader", "-9200"),
        )
    ]
    outcome = amount("skatteintakter", "7000", 2024)
    sizes = {each.name: each.size for each in missed_budgets(region(outcome, *budgets))}
    first, second = 100 * Decimal(30) / 7000, 100 * Decimal(40) / 7500
    assert sizes == {"tillväxt": ((first**2 + second**2) / 2).sqrt()}
    assert missed_budgets(printed({}, legal_person=None)) == ()
