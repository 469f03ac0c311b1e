"""What is awkward in Region Blekinge's sources: verdicts without numbers, slips, and readings that differ."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from regionstyrning.model import OpenPoint
from tests.regions.facts import printed, shipped

region = partial(shipped, "blekinge")


def test_a_verdict_without_a_number_is_held_as_a_grade_on_three_words() -> None:
    """Three ordered words, and the middle one for January to August 2022."""
    found = [each for each in region().judgements if each.part is not None]
    scale = region()["styrmodell-2019"].scales[0]
    words = [(step.word, step.rank) for step in scale.steps]
    assert words == [("tillfredsställande", 3), ("inte helt tillfredsställande", 2), ("otillfredsställande", 1)]
    assert [(each.grade, each.scale) for each in found] == [("inte helt tillfredsställande", scale.id)]


def test_published_totals_are_held_as_totals_and_zeros_of_ours_are_marked() -> None:
    """3+7+1, 3+7+0, 1+5+0 and 0+6+0 with a derived zero last; for the year 2022 only "samtliga"."""
    found = [
        (each.year, [(total.count, total.share_percent, total.derived) for total in each.totals], each.total_of)
        for each in region().judgements
        if each.totals
    ]
    zero = (0, None, True)
    assert found == [
        (2019, [(3, None, False), (7, None, False), (1, None, False)], 11),
        (2020, [(3, None, False), (7, None, False), zero], 10),
        (2021, [(1, None, False), (5, None, False), zero], 6),
        (2022, [(0, None, False), (6, None, False), zero], 6),
        (2022, [(0, None, False), (None, Decimal(100), False), zero], None),
    ]


def test_no_goals_are_made_up_for_the_ten_of_2020() -> None:
    """The judgement is about no record, and the names are an open point."""
    found = [each.about for each in region().judgements if each.year == 2020]
    assert (found, region()["oppen-inriktningsmal-2020"].kind.value) == ([()], "saknas")


def test_an_older_body_judged_in_percent() -> None:
    """Landstinget 2012: targets of 100 and 25 percent, outcomes of 89 and 0, three classes nobody is put in."""
    targets = [(each.indicator, each.condition.value) for each in region().targets]
    outcomes = [(each.indicator, each.value, each.grade) for each in region().outcomes]
    words = [step.word for step in region()["fore-2019"].scales[0].steps]
    assert targets == [("vardgarantin-2012", Decimal(100)), ("levnadsvanor-2012", Decimal(25))]
    assert outcomes == [("vardgarantin-2012", Decimal(89), None), ("levnadsvanor-2012", Decimal(0), None)]
    assert words == ["Uppfyllt", "Delvis uppfyllt", "Inte uppfyllt"]


def test_one_document_has_two_names_on_the_same_page() -> None:
    """Budget 2024 med planer 2025-2026, and regionplanen in the next section: the open point says so."""
    point: OpenPoint = region()["oppen-regionplanen"]
    assert (region()["budget-2024"].names, point.about, len(point.rivals)) == (("regionplanen",), "budget-2024", 2)


def test_a_printed_horizon_and_a_told_one_differ() -> None:
    """2024 to 2026 by the title, mandatperioden by the text: both are kept, the title preferred."""
    point: OpenPoint = region()["oppen-mandatperioden"]
    preferred = [rival.text for rival in point.rivals if rival.preferred]
    assert region()["budget-2024"].horizon.days.last.year == 2026
    assert (preferred, point.raw) == (["2024–2026, efter titeln"], "under mandatperioden")


def test_a_laws_name_that_lacks_a_letter_is_kept_as_it_stands() -> None:
    """The slip is the raw text, the whole name the preferred reading."""
    point: OpenPoint = region()["oppen-lagens-namn"]
    assert point.raw is not None
    assert [rival.text for rival in point.rivals] == [point.raw + "r"]


def test_every_row_of_the_result_budget_is_shipped_as_printed() -> None:
    """Eleven rows, in order, as written and as numbers."""
    rows = printed("blekinge", "resultatbudget")["rader"]
    expected = [(title, text, Decimal(text.replace(" ", "").replace(",", "."))) for title, text in rows]
    place = "Budget 2023, tabellen"
    found = [each for each in region().amounts if each.sources[0].place == place]
    assert [(each.title, each.text, each.value) for each in found] == expected


def of_budget_2023() -> dict[str, Decimal]:
    """The figures of the result budget by printed title."""
    found = [each for each in region().amounts if each.sources[0].place == "Budget 2023, tabellen"]
    return {each.title: each.value or Decimal(0) for each in found}


def test_the_first_sum_of_the_result_budget_is_a_tenth_off() -> None:
    """-6 320,2 is printed, the parts make -6 320,3, and both readings are held."""
    value = of_budget_2023()
    parts = sum(value[each] for each in ("Verksamhetens intäkter", "Verksamhetens kostnader", "Avskrivningar"))
    rivals = region()["oppen-resultatbudget-summa"].rivals
    assert (value["Verksamhetens nettoresultat"], parts) == (Decimal("-6320.2"), Decimal("-6320.3"))
    assert [each.value for rival in rivals for each in rival.amounts] == [parts]


def test_a_row_of_the_result_budget_bears_the_name_of_another() -> None:
    """Resultat efter finansiella poster is the financial net, so it is on no line but in the rival reading."""
    value = of_budget_2023()
    point: OpenPoint = region()["oppen-resultatbudget-radnamn"]
    net = value["Finansiella intäkter"] + value["Finansiella kostnader"]
    row = region()[point.about or ""]
    rival_lines = [each.line for rival in point.rivals for each in rival.amounts]
    assert (row.value, row.line, rival_lines) == (net, None, ["resultat-efter-finansiella-poster"])
    assert value["Verksamhetens resultat"] + net == value["Resultat"]


def test_one_year_has_several_results_each_under_its_own_label() -> None:
    """Outcomes of 2019 to 2021 for the whole region, by label."""
    titles = {"Positivt resultat", "Överskott", "Balanskravsresultat", "Verksamhetens resultat"}
    found = [
        (each.year, each.title, each.value)
        for each in region().amounts
        if each.year in range(2019, 2022) and each.title in titles
    ]
    assert sorted(found) == [
        (2019, "Positivt resultat", Decimal("61.8")),
        (2019, "Verksamhetens resultat", Decimal(-31)),
        (2020, "Balanskravsresultat", Decimal(24)),
        (2020, "Verksamhetens resultat", Decimal(64)),
        (2020, "Överskott", Decimal(114)),
        (2021, "Verksamhetens resultat", Decimal(141)),
        (2021, "Överskott", Decimal(387)),
    ]


def test_the_same_surplus_is_preliminary_first_and_final_later() -> None:
    """30 mnkr for 2022, in February and in April 2023."""
    found = [(str(each.on), each.stage.value, each.value) for each in region().amounts if each.title == "Överskott"]
    assert [each for each in found if each[0].startswith("2023")] == [
        ("2023-02-01", "preliminärt utfall", Decimal(30)),
        ("2023-04-05", "utfall", Decimal(30)),
    ]


def test_sums_printed_once_for_several_years_have_a_reading_as_one_sum() -> None:
    """Folkhälsolyft and arbetsskor: yearly in the records, once in the rival."""
    found = {
        id: [(len(rival.without), [each.last_year for each in rival.amounts]) for rival in region()[id].rivals]
        for id in ("oppen-folkhalsolyftet", "oppen-arbetsskorna")
    }
    assert found == {
        "oppen-folkhalsolyftet": [(0, []), (3, [2025])],
        "oppen-arbetsskorna": [(0, []), (2, [2025])],
    }


def test_the_board_may_borrow_up_to_a_ceiling() -> None:
    """273 million kronor during 2024, given by the decision on the budget."""
    right = region()["styrelsens-ratt-att-lana-2024"]
    decision = region()[right.decision or ""]
    assert (right.giver, right.receivers[0].organ) == ("regionfullmaktige", "regionstyrelsen")
    assert (right.limits[0].value, decision.amount_mnkr) == (Decimal(273_000_000), Decimal(273))


def test_two_counts_of_one_strategy_are_an_open_point() -> None:
    """Växtplats Blekinge: four utvecklingsområden are held, two strategiska områden stand in the raw text."""
    goals = [each.title for each in region().goals if each.document == "vaxtplats-blekinge"]
    assert goals == ["hållbar samhällsplanering", "hög livskvalitet", "god kompetensförsörjning", "växande näringsliv"]
    assert region()["oppen-vaxtplats"].raw == "fyra utvecklingsområden … Två strategiska områden"


def test_the_goals_said_of_each_perspective_are_not_linked_to_the_four() -> None:
    """Two readings, none preferred, and no contribution to a perspective."""
    point: OpenPoint = region()["oppen-overgripande-mal-2024"]
    uppers = {each.upper for each in region().contributions if each.lower.startswith("inriktningsmal-2024-")}
    assert ([rival.preferred for rival in point.rivals], uppers) == ([False, False], {"vision"})


def test_insatsomraden_printed_twice_are_held_twice_with_the_slip_as_a_rival() -> None:
    """Three under the first goal, two of them seen under the second."""
    links = [(each.lower[-1], each.upper[-1]) for each in region().contributions if "insatsomrade" in each.lower]
    away = region()["oppen-insatsomraden-2019"].rivals[1].without
    assert (sorted(links), len(away)) == ([("1", "1"), ("1", "2"), ("2", "1"), ("2", "2"), ("3", "1")], 2)


def test_commissions_are_work_and_no_goals() -> None:
    """Seven named in the plan of 2022, five in the budget of 2025, on a level of work."""
    found = [each.document for each in region().goals if each.level == "riktat-uppdrag"]
    assert [found.count("regionplan-2022-2024"), found.count("budget-2025")] == [7, 5]
    assert region()["styrmodell-2019"].level("riktat-uppdrag").kind.value == "arbete"


def test_the_goals_are_the_goals_for_good_economic_management() -> None:
    """No separate list: the level counts as a whole, and no way of joining is stated."""
    structure = region()["styrmodell-2019"]
    assert ([each.id for each in structure.levels if each.geh], structure.geh.join) == (["inriktningsmal"], None)


def test_discharge_is_decided_for_each_organ() -> None:
    """In April 2021 it was granted to all but one, whose case was sent back."""
    found = [
        (each.kind.value, each.about, each.part)
        for each in region().decisions
        if str(each.on) == "2021-04-07" and each.about != "arsredovisning-2020"
    ]
    assert found == [
        ("beviljar ansvarsfrihet", "regionstyrelsen", None),
        ("beviljar ansvarsfrihet", None, "övriga nämnder"),
        ("återremitterar", "halso-och-sjukvardsnamnden", None),
    ]
