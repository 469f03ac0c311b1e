"""What is Region Västernorrland's own as it is shipped: its commissions, its result budget and its slips."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import partial

from regionstyrning.model import Reading
from tests.regions.facts import printed, shipped

region = partial(shipped, "vasternorrland")


def test_readings_of_ours_are_marked() -> None:
    """What is read into a text says so; the plan's own roles do not."""
    marked = {each.id for each in region().ownerships if each.sources[0].reading is Reading.INFERRED}
    assert marked == {each.id for each in region().ownerships}
    assert region()["regionstyrelsen"].sources[0].reading is Reading.STATED


def test_the_twenty_six_commissions_are_told_apart_by_goal_and_role() -> None:
    """3+3, 4+1, 2+2, 1+1, 5+1 and 1+2 by mål, role A before role B."""
    goals = [each for each in region().goals if each.level == "sarskilt-uppdrag"]
    links = {link.lower: link.upper for link in region().contributions if link.upper.startswith("mal-")}
    found = Counter((links[each.id], each.owners[0].role) for each in goals)
    counts = {
        "mal-1-1": (3, 3),
        "mal-1-2": (4, 1),
        "mal-2-1": (2, 2),
        "mal-2-2": (1, 1),
        "mal-3-1": (5, 1),
        "mal-3-2": (1, 2),
    }
    assert found == {
        (goal, role): count
        for goal, pair in counts.items()
        for role, count in zip(("leda-och-samordna", "namnd"), pair, strict=True)
    }


def test_work_is_no_attainment() -> None:
    """A commission stands on a level of work, and only two are told to be under way, by a reading of ours."""
    level = region()["styrmodell-2022"].level("sarskilt-uppdrag")
    running = [each for each in region().goals if each.level == level.id and each.state is not None]
    words = [[source.quote for source in each.sources if source.reading is Reading.INFERRED] for each in running]
    assert (level.kind.value, [each.id for each in running]) == ("arbete", ["uppdrag-1-1-b1", "uppdrag-1-1-b2"])
    assert words == [
        ["den pågående utvecklingen av processen kring ägarstyrning"],
        ["den pågående utvecklingen av arbetssätt för att säkerställa regionstyrelsens uppsiktsplikt"],
    ]


def test_the_board_answers_for_five_legal_persons() -> None:
    """None of them with a stated share."""
    owned = {each.owned: (each.answers, each.share_percent) for each in region().ownerships}
    assert owned == dict.fromkeys(
        ("norra-sjukvardsregionforbundet", "inera", "lof", "skr", "norrlandsforbundet"), ("regionstyrelsen", None)
    )


def test_every_cell_of_the_result_budget_is_shipped_as_printed() -> None:
    """Eleven rows of five columns, in order, as written and as numbers; a dash is no number."""
    table = printed("vasternorrland", "resultatbudget")
    stages = {"Bokslut": "utfall", "Budget": "budget", "Plan": "plan"}
    columns = [(stages[column.split()[0]], int(column.split()[1])) for column in table["kolumner"]]
    expected = [
        (row[0], stage, year, text, None if text == "-" else Decimal(text.replace(" ", "")))
        for row in table["rader"]
        for text, (stage, year) in zip(row[1:], columns, strict=True)
    ]
    found = [each for each in region().amounts if each.document == "regionplan-2022-2024"]
    assert [(each.title, each.stage.value, each.year, each.text, each.value) for each in found] == expected


def test_the_result_budget_adds_up_but_for_one_printed_sum() -> None:
    """Result after financial items is the sum above it, except in the budget of 2021, which is an open point."""
    of_plan = [each for each in region().amounts if each.document == "regionplan-2022-2024"]
    value = {(each.line, each.year): each.value or Decimal(0) for each in of_plan}
    above = ("verksamhetens-resultat", "finansiella-intakter", "finansiella-kostnader")
    total = "resultat-efter-finansiella-poster"
    wrong = [year for year in range(2020, 2025) if sum(value[line, year] for line in above) != value[total, year]]
    assert (wrong, "oppen-budget-2021-summa" in region()) == ([2021], True)


def test_the_same_year_is_planned_differently_by_day() -> None:
    """Every printed result of 2024, in order of day, with its stage."""
    titles = {"Budgeterat resultat", "Budgeterat underskott", "Beräknat resultat", "Samlat underskott"}
    found = [
        (str(each.on), each.stage.value, each.value)
        for each in region().amounts
        if each.year == 2024 and (each.title in titles or each.title == "Prognos över årets resultat")
    ]
    assert sorted(found) == [
        ("2022-11-15", "förslag", Decimal(-319)),
        ("2022-11-30", "plan", Decimal(-319)),
        ("2023-11-23", "budget", Decimal(-851)),
        ("2024-02-15", "prognos", Decimal(-799)),
        ("2024-05-22", "prognos", Decimal(-938)),
        ("2024-06-18", "prognos", Decimal(-939)),
    ]


def test_all_five_slips_are_open_points() -> None:
    """The reference to itself, the misspelt name, the two names, the mixed roles and the full stop."""
    slips = {
        "oppen-hanvisning-till-sig-sjalv": "felaktig hänvisning",
        "oppen-forvaltningens-namn": "skrivfel",
        "oppen-effektivare-administration": "motsägelse",
        "oppen-bestallningen-av-primarvard": "motsägelse",
        "oppen-punkt-i-malomrade-2": "skrivfel",
    }
    assert {id: region()[id].kind.value for id in slips} == slips
