"""What held in Region Blekinge on a day: the plan, its goals, the organs and the steps of the year."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.regions.facts import shipped

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel

ELEVEN = [
    "ett attraktivt Blekinge",
    "en god och jämlik hälsa",
    "god tillgänglighet",
    "ett hållbart näringsliv",
    "god kvalitet i Region Blekinges tjänster och samverkansprocesser",
    "en digitaliserad verksamhet",
    "ett engagerat medarbetarskap",
    "säkrad kompetensförsörjning nu och i framtiden",
    "En hållbar verksamhet",
    "ekonomi med god kostnadskontroll",
    "långsiktig ekonomisk planering",
]
SIX = [
    "Ett attraktivt Blekinge",
    "God tillgänglighet",
    "God kvalitet",
    "Engagerade medarbetare med rätt kompetens",
    "Ett hållbart Blekinge",
    "Långsiktig ekonomisk planering med god kostnadskontroll",
]
FIVE = [
    "Växtplats Blekinge, hållbar utveckling och stärkt folkhälsa",
    "God vård och bra tillgänglighet",
    "God kvalitet och en resurseffektiv organisation",
    "Attraktiv arbetsgivare och tillitsbaserat ledarskap",
    "Hållbar långsiktig ekonomisk planering med god kostnadskontroll",
]
FOUR = [
    "ett Blekinge som växer med fler Blekingebor och god kompetensförsörjning",
    "en tillgänglig verksamhet med hög kvalitet",
    "en attraktiv arbetsgivare med medarbetare som trivs och utvecklas",
    "en ansvarsfull och resurseffektiv ekonomi med budget i balans",
]
PLANS = {
    "regionplan-2019-2021": (2019, ELEVEN),
    "regionplan-2021-2023": (2021, SIX),
    "regionplan-2022-2024": (2022, SIX),
    "regionplan-2023-2025": (2023, FIVE),
    "budget-2024": (2024, FOUR),
    "budget-2025": (2025, FOUR),
}
region = partial(shipped, "blekinge")


def on(day: date) -> SteeringModel:
    """The region as it held on a day."""
    return region().at(day)


def goals(model: SteeringModel) -> list[tuple[str | None, str]]:
    """The inriktningsmål that stand, each with its plan."""
    return [(each.document, each.title) for each in model.goals if each.level == "inriktningsmal"]


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize(("month", "day"), [(1, 1), (6, 30), (12, 31)])
def test_a_day_has_the_goals_of_the_plan_in_force(plan: str, month: int, day: int) -> None:
    """From the first to the last day of the year: that plan's goals in the order printed, and no other's."""
    year, titles = PLANS[plan]
    assert goals(on(date(year, month, day))) == [(plan, title) for title in titles]


@pytest.mark.parametrize("plan", PLANS)
def test_one_plan_is_in_force_at_a_time(plan: str) -> None:
    """A plan that is decided for next year does not count before it begins."""
    held = on(date(PLANS[plan][0], 12, 31)).documents
    assert [each.id for each in held if each.kind == "budget-med-planer"] == [plan]


def test_in_2020_no_goals_are_known() -> None:
    """The planeringsdirektiv stands, and the judgement of ten goals is known the year after."""
    model = on(date(2020, 6, 30))
    assert (goals(model), [each.id for each in model.documents if "2020" in each.id]) == (
        [],
        ["planeringsdirektiv-2020"],
    )
    assert [each.total_of for each in on(date(2021, 4, 7)).judgements if each.year == 2020] == [10]


def test_goals_go_on_from_the_plan_before_where_the_words_do() -> None:
    """A link that someone reads, not one and the same goal: two may become one."""
    found = {each.id: each.continues for each in region().goals if each.continues}
    years = {2021: 2019, 2022: 2021, 2023: 2022, 2024: 2023, 2025: 2024}
    carried = {
        (year, goal): [int(id.rsplit("-", 1)[1]) for id in found.get(f"inriktningsmal-{year}-{goal}", ())]
        for year in years
        for goal in range(1, 7)
        if f"inriktningsmal-{year}-{goal}" in found
    }
    assert carried == {
        (2021, 1): [1],
        (2021, 2): [3],
        (2021, 3): [5],
        (2021, 4): [7, 8],
        (2021, 6): [10, 11],
        **{(2022, goal): [goal] for goal in range(1, 7)},
        (2023, 2): [2],
        (2023, 3): [3],
        (2023, 5): [6],
        (2024, 2): [2, 3],
        (2024, 3): [4],
        **{(2025, goal): [goal] for goal in range(1, 5)},
    }
    assert all(id.startswith(f"inriktningsmal-{years[int(key.split('-')[1])]}-") for key in found for id in found[key])


def test_the_perspectives_stand_still_while_the_goals_change() -> None:
    """The same five in the same order in 2019 and 2024, angles all of them."""
    days = (date(2019, 6, 30), date(2024, 6, 30))
    found = [[(each.title, each.kind.value) for each in on(day).structures[0].perspectives] for day in days]
    titles = ["invånare och samhälle", "kvalitet och process", "kompetens", "miljö och hållbarhet", "ekonomi"]
    assert found == [[(title, "synvinkel") for title in titles]] * 2


def test_in_2019_the_goals_are_spread_four_two_two_one_two() -> None:
    """Over the perspectives in their order."""
    model = on(date(2019, 6, 30))
    uppers = [each.upper for each in model.contributions if each.kind.value == "bryter ned"]
    assert [uppers.count(each.id) for each in model.structures[0].perspectives] == [4, 2, 2, 1, 2]


def test_a_perspective_may_lack_a_goal_of_its_own() -> None:
    """In the plan of 2023 only two of five are seen over a goal."""
    uppers = {each.upper for each in on(date(2023, 6, 30)).contributions if each.kind.value == "bryter ned"}
    assert uppers == {"perspektiv-invanare-och-samhalle", "perspektiv-kvalitet-och-process"}


def test_plans_build_on_the_budget_down_to_the_plan_of_work() -> None:
    """Budget with plan years, verksamhetsplan, handlingsplan: as kinds, and as the documents of 2024."""
    structure = on(date(2024, 6, 30)).structures[0]
    kinds = {each.id: each.based_on for each in structure.document_kinds}
    documents = {each.id: each.based_on for each in on(date(2024, 6, 30)).documents}
    assert (kinds["handlingsplan"], kinds["verksamhetsplan"]) == (("verksamhetsplan",), ("budget-med-planer",))
    assert documents["handlingsplaner-2024"] == ("verksamhetsplaner-2024",)
    assert documents["verksamhetsplaner-2024"] == ("budget-2024",)


def test_what_was_done_is_reported_in_five_kinds_of_report() -> None:
    """Month, tertial, part year, the nämnd's year and the region's, the last built on the one before."""
    kinds = [each for each in region()["styrmodell-2019"].document_kinds if each.reports]
    ids = ["manadsrapport", "tertialrapport", "delarsrapport", "verksamhetsberattelse", "arsredovisning"]
    assert [each.id for each in kinds[:5]] == ids
    assert kinds[4].based_on == ("verksamhetsberattelse",)


def test_the_month_of_the_budget_moves() -> None:
    """November in 2021, December in 2022 and 2023, June in 2024."""
    steps = [each for each in region()["styrmodell-2019"].cycle if each.validity is not None]
    days = [date(year, 6, 30) for year in range(2021, 2025)]
    found = [
        [each.first_month for each in steps if each.id.startswith("steg-budget-") and each.validity.covers(day)]
        for day in days
    ]
    assert found == [[11], [12], [12], [6]]


def test_a_plan_of_three_years_is_replaced_after_one() -> None:
    """The budget of 2025 is decided in June 2024 and known from then, but begins with its year."""
    days = (date(2024, 12, 31), date(2025, 1, 1))
    known = [each.title for each in on(days[0]).decisions if each.about == "budget-2025"]
    held = [["budget-2024" in on(day).by_id, "budget-2025" in {each.id for each in on(day).documents}] for day in days]
    assert known == ["Budget för 2025, med planer för 2026 och 2027"]
    assert held == [[True, False], [True, True]]


def test_one_administration_serves_every_committee_from_its_day() -> None:
    """On 30 April 2024 none is known by name; on 1 May there is one, with six areas and a stab."""
    organs = [
        [
            each
            for each in on(day).organs
            if each.kind.value == "förvaltning" or each.part_of == "gemensamma-forvaltningen"
        ]
        for day in (date(2024, 4, 30), date(2024, 5, 1))
    ]
    committees = {each.id for each in on(date(2024, 5, 1)).organs if each.kind.value in {"nämnd", "styrelse"}}
    assert [len(each) for each in organs] == [0, 8]
    assert set(organs[1][0].serves) == committees


def test_a_region_follows_two_bodies_at_the_turn_of_2018() -> None:
    """Landstinget and the kommunalförbund until 31 December, the region from 1 January."""
    days = (date(2018, 12, 31), date(2019, 1, 1))
    found = [[each.id for each in on(day).organs if each.kind.value == "juridisk person"] for day in days]
    assert found == [["landstinget-blekinge", "kommunalforbundet-region-blekinge"], ["region-blekinge"]]
    assert region()["region-blekinge"].succeeds == ("landstinget-blekinge", "kommunalforbundet-region-blekinge")


def test_before_2019_another_way_of_steering_held() -> None:
    """Its own levels, kinds and scale, and the plan of the kommunalförbund for the year."""
    model = on(date(2018, 6, 30))
    plans = [each.id for each in model.documents if each.kind == "budget-och-verksamhetsplan"]
    assert ([each.id for each in model.structures], plans) == (["fore-2019"], ["budget-och-verksamhetsplan-2018"])
    assert [each.level for each in model.goals] == ["rus-omrade"] * 4


def test_in_2012_two_goals_had_measures() -> None:
    """Each with one indicator that says what was reached."""
    model = on(date(2012, 6, 30))
    links = [(each.lower, each.upper) for each in model.contributions]
    assert links == [
        ("vardgarantin-2012", "landstingsmal-2012-vardgarantin"),
        ("levnadsvanor-2012", "landstingsmal-2012-levnadsvanor"),
    ]


def test_what_is_printed_later_is_not_known_before() -> None:
    """The forecasts of 2024 by day: none in February, one in March, three after the tertial."""
    days = (date(2024, 2, 29), date(2024, 3, 12), date(2024, 6, 30))
    found = [[each for each in on(day).amounts if each.year == 2024 and each.stage.value == "prognos"] for day in days]
    assert [len(each) for each in found] == [0, 1, 3]


def test_asked_twice_the_day_gives_the_same() -> None:
    """What held on the day that is asked about is what held."""
    model = on(date(2023, 6, 30))
    assert model.at(date(2023, 6, 30)) == model
