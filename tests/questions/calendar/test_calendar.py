"""The year of a region: its own cycle beside the statutory year, and what was done."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from decimal import Decimal

import pytest
from attrs import evolve
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning as rs
from regionstyrning.errors import InvalidValue, NoTruthValue
from regionstyrning.law import STANDARD
from regionstyrning.law.deadlines import StatutoryDuty
from regionstyrning.law.holidays import day_off
from regionstyrning.model import Action, CycleStep, DecisionKind, MonthDay, SteeringModel, Structure
from regionstyrning.questions.calendar import DatedStep, State, StepKind
from regionstyrning.questions.calendar.order import remaining
from regionstyrning.questions.calendar.said import said_of
from regionstyrning.text.sentences import Language

MODEL = rs.load_region("exempel")
BLEKINGE = rs.load_region("blekinge")
HALLAND = rs.load_region("halland")
VASTERNORRLAND = rs.load_region("vasternorrland")
REAL = ("blekinge", "halland", "jamtland-harjedalen", "vasternorrland")
REGIONS = {id: rs.load_region(id) for id in ("exempel", *REAL)}
MOVING = evolve(STANDARD, shift_authority_deadlines=True)
SET_BY_OTHERS = frozenset(StepKind) - {StepKind.DELEGATION}
"""All but reports of decisions, which are told by the days that they fall due on."""


def named(steps: tuple[DatedStep, ...], title: str) -> DatedStep:
    """The one step with a title."""
    (found,) = (step for step in steps if step.title == title)
    return found


def fresh(model: SteeringModel) -> SteeringModel:
    """The same model, with nothing kept from what was asked of it before."""
    return evolve(model, as_of=model.as_of)


@given(
    st.integers(min_value=2000, max_value=2050),
    st.integers(min_value=0, max_value=3),
    st.sampled_from(("exempel", *REAL)),
)
def test_several_years_are_all_that_each_gives(year: int, more: int, region: str) -> None:
    """A calendar of years is the union of the calendars of each, asked anew and from the last."""
    model = REGIONS[region]
    whole = rs.calendar(fresh(model), year, until=year + more)
    parts = [rs.calendar(fresh(model), each) for each in range(year + more, year - 1, -1)]
    assert sorted(step.order for part in parts for step in part.steps) == [step.order for step in whole.steps]
    assert [step.id for step in whole.steps] == [step.id for step in sorted(whole.steps, key=lambda step: step.order)]
    assert {step for part in parts for step in part.refused} == set(whole.refused)
    by_id = {step.id: step for part in parts for step in part.steps}
    assert by_id == {step.id: step for step in whole.steps}


@given(st.integers(min_value=2019, max_value=2050), st.sampled_from(("exempel", *REAL)))
def test_moving_days_moves_only_what_falls_on_a_day_off(year: int, region: str) -> None:
    """With the setting each last day on a holiday moves to the next working day, and no other step changes at all."""
    model = REGIONS[region]
    plain, moved = (
        {step.id: step for step in rs.calendar(model, year, policies=policies).steps if step.kind in SET_BY_OTHERS}
        for policies in (STANDARD, MOVING)
    )
    assert plain.keys() == moved.keys()
    for id, before in plain.items():
        if before.day_off is None:
            assert (moved[id].on, moved[id].moved_from) == (before.on, None)
        else:
            assert (moved[id].on, moved[id].moved_from) == (before.moved_to, before.on)
        assert moved[id].after == before.after
        if before.kind is StepKind.OWN and before.day_off is None and before.deadline == moved[id].deadline:
            assert moved[id].slack_days == before.slack_days


EVERY_DAY = SteeringModel(
    id="dagar",
    title="En region med en sista dag varje dag",
    as_of=date(2026, 1, 1),
    structures=[
        Structure(
            id="s",
            title="S",
            cycle=[
                CycleStep(id=f"{month}-{day}", title="S", action=Action.DECIDES, last=MonthDay(month=month, day=day))
                for month in range(1, 13)
                for day in range(1, 29)
            ],
        )
    ],
)
_LAYOUTS = [
    (year, other)
    for year in range(2019, 2040)
    for other in range(year + 1, 2061)
    if (date(year, 1, 1).weekday(), isleap(year)) == (date(other, 1, 1).weekday(), isleap(other))
    and easter(year).replace(year=2000) != easter(other).replace(year=2000)
]
"""Years whose days fall on the same days of the week, with Easter on different days."""


@given(st.sampled_from(_LAYOUTS))
def test_a_holiday_that_moves_moves_only_what_falls_on_it_or_before_it(years: tuple[int, int]) -> None:
    """Between two years in which Easter alone differs, only last days that run into it move otherwise."""
    moved = [
        {
            step.record: step.on.replace(year=2000)
            for step in rs.calendar(EVERY_DAY, year, policies=MOVING).steps
            if step.kind is StepKind.OWN and step.on is not None and step.on.year == year
        }
        for year in years
    ]
    holy = {(easter(year) + timedelta(days=days)).replace(year=2000) for year in years for days in (-2, 0, 1, 39, 49)}
    others = {id for id in moved[0].keys() & moved[1].keys() if moved[0][id] != moved[1][id]}
    assert others
    for id in others:
        month, day = map(int, id.split("-"))
        first, last = date(2000, month, day), max(found[id] for found in moved)
        assert any(first <= each <= last for each in holy)


@pytest.mark.parametrize("region", ["exempel", *REAL])
@pytest.mark.parametrize("year", range(2018, 2027))
def test_every_date_traces_to_a_source_or_a_paragraph(region: str, year: int) -> None:
    """Of a real region each dated step names where it is said; of the fictional one a record of the model."""
    model = rs.load_region(region)
    for step in rs.calendar(model, year).steps:
        assert step.source is not None or step.law is not None or region == "exempel"


@pytest.mark.parametrize("region", ["exempel", *REAL])
def test_ids_are_told_apart_and_stay(region: str) -> None:
    """No two steps of some years have the same id, and loading again gives the same."""
    first = [step.id for step in rs.calendar(rs.load_region(region), 2018, until=2027).steps]
    again = [step.id for step in rs.calendar(rs.load_region(region), 2018, until=2027).steps]
    assert first == again
    assert len(set(first)) == len(first)


def test_an_own_day_stands_beside_the_laws() -> None:
    """The annual report is handed over fifteen days before the law's last day, and was done in time."""
    step = named(rs.calendar(MODEL, 2026).steps, "Årsredovisningen lämnas till fullmäktige och revisorerna")
    assert (step.on, step.deadline, step.slack_days, step.state) == (
        date(2026, 3, 31),
        date(2026, 4, 15),
        15,
        State.IN_TIME,
    )
    assert [(done.on, done.days_late) for done in step.done] == [(date(2026, 3, 24), -7)]


def test_a_day_off_is_told_and_moved_only_by_the_setting() -> None:
    """31 October 2026 is a Saturday and alla helgons dag."""
    title = "Styrelsen lägger förslag till regionplan och budget"
    plain = named(rs.calendar(MODEL, 2026).steps, title)
    moved = named(rs.calendar(MODEL, 2026, policies=MOVING).steps, title)
    assert (plain.on, plain.day_off, plain.moved_to) == (date(2026, 10, 31), "alla helgons dag", date(2026, 11, 2))
    assert (moved.on, moved.moved_from) == (date(2026, 11, 2), date(2026, 10, 31))
    assert (day_off(date(2026, 10, 31)), plain.moved_from) == ("alla helgons dag", None)


def test_election_years_differ() -> None:
    """In 2026 there is no preliminary plan, auditors are elected and plans wait for the new assembly."""
    election, other = rs.calendar(MODEL, 2026), rs.calendar(MODEL, 2025)
    assert [step.text() for step in election.refused] == [
        "Styrelsen antar preliminär regionplan: görs inte 2026, som är valår"
    ]
    assert [step.text("en") for step in other.refused] == [
        "Nyvalt fullmäktige väljer revisorer: done in years of election only"
    ]
    assert {step.title for step in election.steps if step.kind is StepKind.TERM} == {
        "Val till fullmäktige",
        "Det nyvalda fullmäktige tillträder; det antar budgeten",
    }


def test_a_report_that_was_returned_is_closed_by_its_approval() -> None:
    """Exempel's fullmäktige returned the interim report of 2024, and approved it a month later."""
    step = named(rs.calendar(MODEL, 2024).steps, "Fullmäktige behandlar delårsrapporten")
    assert [done.state for done in step.done] == [State.RETURNED, State.IN_TIME]
    assert (step.state, step.consequence) == (State.IN_TIME, None)


def test_a_report_that_was_returned_is_not_closed() -> None:
    """Seen the day after it was returned it is open, and the law's demand with it."""
    seen = evolve(MODEL, as_of=date(2024, 10, 30))
    step = named(rs.calendar(seen, 2024).steps, "Fullmäktige behandlar delårsrapporten")
    assert step.state is State.RETURNED
    assert step.consequence == (
        "Fullmäktige har då inte behandlat den slutligt; minst en delårsrapport behandlas "
        "(KL 11 kap. 16 § första stycket)."
    )


def test_discharge_that_was_returned_is_neither_granted_nor_refused() -> None:
    """Blekinge's hälso- och sjukvårdsnämnd in 2021; the others were granted."""
    (step,) = (step for step in rs.calendar(BLEKINGE, 2021).steps if step.record == "kl/5-24")
    assert {done.state for done in step.done} == {State.IN_TIME, State.RETURNED}


def test_a_part_is_settled_ahead_of_the_rest() -> None:
    """Blekinge set the tax rate on 8 November 2023 and the budget on 6 December, after the own and the law's day."""
    (step,) = (step for step in rs.calendar(BLEKINGE, 2023).steps if step.record == "kl/11-10")
    assert [(str(done.on), done.state, done.part) for done in step.done] == [
        ("2023-11-08", State.PART, "regionskatten"),
        ("2023-12-06", State.UNCERTAIN, None),
    ]
    assert (step.state, step.slack_days) == (State.UNCERTAIN, -31)


def test_the_tax_rate_is_set_by_what_the_decision_says_that_it_settles() -> None:
    """Whatever the part is called; without that it settles no duty."""
    (tax,) = (each for each in BLEKINGE.decisions if each.part == "regionskatten")
    said, silent = evolve(tax, title="Avgift"), evolve(tax, contains=())
    for decision, state in ((said, State.IN_TIME), (silent, State.NOT_SHOWN)):
        made = BLEKINGE.without(tax.id).with_(decision)
        own = named(rs.calendar(made, 2023).steps, "Regionskatt och avgifter för nästa år")
        (law,) = (step for step in rs.calendar(made, 2023).steps if step.duty is own.duty and step.kind is StepKind.LAW)
        assert (own.duty, own.state, law.state) == (StatutoryDuty.TAX_RATE_SET, state, state)


def test_a_budget_in_no_document_of_its_own_is_shown_by_its_decision() -> None:
    """Västernorrland's fullmäktige adopted the budgets for 2023 and 2024 in time."""
    for year, title in (
        (2022, "Budget och ekonomisk plan"),
        (2023, "Finansiering, skattesats, resultat- och balansbudget, kassaflödesanalys och investeringsplan"),
    ):
        step = named(rs.calendar(VASTERNORRLAND, year).steps, title)
        assert (step.duty, step.state, [done.on for done in step.done]) == (
            StatutoryDuty.BUDGET_ADOPTED,
            State.IN_TIME,
            [step.on],
        )


@pytest.mark.parametrize(
    ("year", "title", "state"), [(2019, "för 2018", State.SOME), (2024, "för 2023", State.NOT_SHOWN)]
)
def test_discharge_concerns_the_year_before(year: int, title: str, state: State) -> None:
    """Jämtland Härjedalen's fullmäktige refused it for the styrelse in April 2019; of 2024 no decision was read."""
    step = named(rs.calendar(REGIONS["jamtland-harjedalen"], year).steps, f"Ansvarsprövning {title}")
    assert (step.duty, step.about) == (StatutoryDuty.DISCHARGE, year - 1)
    assert step.state is state


def test_discharge_is_tried_at_the_meeting_of_the_annual_report() -> None:
    """Blekinge's was in April 2021, on a day that its decisions tell."""
    title = "Ansvarsfrihet för regionstyrelsen och nämnderna, ett beslut per organ"
    own, later = (named(rs.calendar(BLEKINGE, year).steps, title) for year in (2021, 2024))
    assert (own.on, own.about, own.slack_days) == (date(2021, 4, 7), 2020, 84)
    assert (later.on, later.at_meeting_of) == (None, "fullmäktige")


@pytest.mark.parametrize(
    ("lang", "told"), [("sv", "med 4 års mellanrum; från vilket år sägs inte"), ("en", "4 years apart; from which")]
)
def test_of_a_step_every_few_years_its_first_year_is_missing(lang: Language, told: str) -> None:
    """The vision of Region Exempel is looked over every four years."""
    step = named(rs.calendar(MODEL, 2026).steps, "Visionen ses över")
    assert told in said_of(MODEL, step, lang)[0]


def test_days_to_spare_are_bounds_where_only_the_month_is_stated() -> None:
    """A budget in June is at least 153 days ahead of the law's day, one in December at most 31 after it."""
    june = named(rs.calendar(HALLAND, 2024).steps, "Mål och budget")
    december = named(
        rs.calendar(BLEKINGE, 2023).steps, "Regionplan 2023-2025 respektive Budget 2024 med planer 2025-2026"
    )
    assert "minst 153 dagar före lagens sista dag" in said_of(HALLAND, june, "sv")[0]
    assert "högst 31 dagar EFTER lagens sista dag" in said_of(BLEKINGE, december, "sv")[0]


def test_what_follows_is_said_once_of_a_law_and_the_own_step() -> None:
    """Both are late by the same budget."""
    text = " ".join(rs.calendar(BLEKINGE, 2023).text().split())
    assert text.count("Skattesatsen fastställs ändå före utgången av november") == 1


def test_reasons_and_a_tax_rate_make_a_december_budget_timely() -> None:
    """With special reasons stated the later day of the law applies."""
    (adoption,) = (
        each for each in BLEKINGE.decisions if each.kind is DecisionKind.ADOPTS and each.about == "budget-2024"
    )
    model = BLEKINGE.with_(evolve(adoption, reason="Särskilda skäl"))
    (step,) = (step for step in rs.calendar(model, 2023).steps if step.record == "kl/11-10")
    assert step.state is State.IN_TIME


def test_the_outgoing_assembly_adopts_no_budget_in_an_election_year() -> None:
    """Halland's fullmäktige adopted the budget for 2023 in June 2022, and the newly elected one in November."""
    (step,) = (step for step in rs.calendar(HALLAND, 2022).steps if step.record == "kl/11-10")
    assert [done.state for done in step.done] == [State.OUTGOING, State.IN_TIME]
    before = rs.calendar(evolve(HALLAND, as_of=date(2022, 10, 1)), 2022)
    (open_,) = (step for step in before.steps if step.record == "kl/11-10")
    assert (open_.state, open_.consequence) == (
        State.OUTGOING,
        "Det nyvalda fullmäktige antar budgeten (KL 11 kap. 10 § andra stycket).",
    )


def test_what_waits_for_a_late_step_is_told() -> None:
    """Plans that come after their own day hold up the action plans that build on them."""
    structure = MODEL.structure_on(MODEL.as_of)
    assert structure is not None
    cycle = [
        evolve(step, last=MonthDay(month=12, day=1)) if step.id == "verksamhetsplaner-antas" else step
        for step in structure.cycle
    ]
    model = MODEL.with_(evolve(structure, cycle=cycle))
    for day, consequence in (
        (date(2025, 12, 13), "Det här väntar på det: Förvaltningarna fastställer handlingsplaner."),
        (MODEL.as_of, None),  # they are done
    ):
        step = named(rs.calendar(evolve(model, as_of=day), 2025).steps, "Nämnderna antar verksamhetsplaner")
        assert (step.state, step.consequence) == (State.LATE, consequence)


def test_one_calendar_joins_the_parts_of_a_model() -> None:
    """Reports of decisions, mandates that run out, measures, and decisions that no step foresaw."""
    kinds = {step.kind for step in rs.calendar(MODEL, 2026).steps}
    assert kinds == set(StepKind) - {StepKind.DEFICIT}


def test_a_deficit_is_restored_by_a_year() -> None:
    """Seen from 2024 the deficit of 2023 is to be restored by the end of 2026."""
    seen = evolve(MODEL, as_of=date(2024, 7, 1))
    (step,) = (step for step in rs.calendar(seen, 2026).steps if step.kind is StepKind.DEFICIT)
    assert (step.on, step.law) == (date(2026, 12, 31), "KL 11 kap. 12 §")
    assert step.title.startswith("Underskott är återställda: ")


def test_the_ends_of_a_deficit_have_as_many_decimals() -> None:
    """What is left of Jämtland Härjedalens deficit of 2021 lies between nothing and 118, printed with a decimal."""
    model = evolve(REGIONS["jamtland-harjedalen"], as_of=date(2022, 6, 1))
    printed = [evolve(each, value=each.value.quantize(Decimal("0.1"))) for each in model.amounts if each.value]
    titles = [
        step.title
        for each in (model, evolve(model, amounts=printed))
        for step in rs.calendar(each, 2022).steps
        if step.kind is StepKind.DEFICIT
    ]
    assert titles == [
        "Underskott är återställda: 0–118 mnkr efter 2021",
        "Underskott är återställda: 0,0–118,0 mnkr efter 2021",
    ]


def test_steps_are_chosen_by_day_and_organ() -> None:
    """What is due from a day on, what an organ does, and what falls in some days."""
    whole = rs.calendar(MODEL, 2026)
    due = whole.only(organ="rf", due=date(2026, 6, 1))
    assert {step.organs for step in due.steps} >= {("rf",)}
    assert all(step.overdue or (step.on is not None and step.on >= date(2026, 6, 1)) for step in due.steps)
    chosen = whole.only(first=date(2026, 9, 1)).only(last=date(2026, 9, 30))
    assert chosen.steps == whole.between(date(2026, 9, 1), date(2026, 9, 30))
    assert (chosen.refused, "KRITISK LINJE" in chosen.text()) == ((), False)
    assert {step.on for step in whole.between(date(2026, 9, 1), date(2026, 9, 30))} >= {date(2026, 9, 13)}
    assert len(whole.only().steps) == len(whole.steps)


def test_a_step_has_one_organ_or_several() -> None:
    """The styrelse proposes the budget; every nämnd has its own plan."""
    whole = rs.calendar(MODEL, 2026)
    assert named(whole.steps, "Styrelsen lägger förslag till regionplan och budget").organ == "rs"
    assert named(whole.steps, "Nämnderna antar verksamhetsplaner").organ is None


def test_the_critical_line_leads_to_the_action_plans() -> None:
    """In a year without an election it goes over the preliminary plan; days to spare stand beside each step."""
    path = rs.calendar(MODEL, 2025).path(2026)
    assert [(link.step.record, link.days) for link in path] == [
        ("planeringsunderlag", None),
        ("preliminar-plan", 51),
        ("budgetforslag", 133),
        ("regionplan-antas", 30),
        ("verksamhetsplaner-antas", 16),
        ("handlingsplaner-faststalls", 6),
    ]


def test_what_is_due_tells_the_critical_line_from_its_day_on() -> None:
    """On 1 November 2026 the first two of five steps are past; the rest follow from the third."""
    due = date(2026, 11, 1)
    year = rs.calendar(evolve(rs.load_region("exempel"), as_of=due), 2026)
    whole = year.path(2027)
    left = remaining(whole, due)
    assert [link.step.record for link in left] == [link.step.record for link in whole[2:]]
    assert [link.days for link in left] == [None, 16, 6]
    assert "KRITISK LINJE FÖR 2027 1 Fullmäktige antar regionplan och budget 30 november 2026 2 N" in " ".join(
        year.only(due=due).text().split()
    )
    assert remaining(whole, date(2027, 1, 1)) == ()


def test_work_on_one_budget_runs_over_three_years() -> None:
    """Blekinge's budget for 2024: adopted in 2023, plans by February 2024, accounts in 2025."""
    answer = rs.budget_work(BLEKINGE, 2024)
    assert answer.years == (2023, 2024, 2025)
    assert [link.step.record for link in answer.path] == ["steg-budget-december", "steg-verksamhetsplan-2024"]
    assert answer.to_records()[0]["about"] == 2024


def test_a_budget_of_another_kind_is_adopted_where_its_step_names_the_paragraph() -> None:
    """Västernorrland decided regionplan and budget as one on 18 June 2024: the law's day of November is kept too."""
    law = named(rs.calendar(VASTERNORRLAND, 2024).steps, "Fullmäktige har antagit budgeten för 2025")
    assert (law.kind, law.state, [done.days_late for done in law.done]) == (StepKind.LAW, State.IN_TIME, [None])
    assert [done.on for done in law.done] == [date(2024, 6, 18)]


def test_late_by_the_own_day_alone_is_in_time_by_the_laws() -> None:
    """Had the own day been 17 June, the decision of 18 June would be late by it, but not by the law."""
    early = MonthDay(month=6, day=17)
    structures = [
        evolve(
            structure,
            cycle=[
                evolve(step, last=early) if step.id == "steg-regionplan-och-budget-2024" else step
                for step in structure.cycle
            ],
        )
        for structure in VASTERNORRLAND.structures
    ]
    steps = rs.calendar(evolve(VASTERNORRLAND, structures=structures), 2024).steps
    own = named(steps, "Regionplan och budget för de kommande tre åren")
    law = named(steps, "Fullmäktige har antagit budgeten för 2025")
    assert (own.state, law.state, law.done[0].state) == (State.LATE, State.IN_TIME, State.IN_TIME)


def test_an_election_to_come_is_ahead() -> None:
    """Seen on 1 June 2026 the election of 2022 is done and that of September is ahead, and so due."""
    past, coming = (
        next(step for step in rs.calendar(MODEL, year).steps if step.kind is StepKind.TERM) for year in (2022, 2026)
    )
    assert (past.state, coming.state) == (State.DONE, State.AHEAD)
    assert coming in rs.calendar(MODEL, 2026).due(MODEL.as_of)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("sv", "steget nämner inget slags dokument; besluten visar inte om det gjordes"),
        ("en", "the step names no kind of document; decisions do not show whether it was done"),
    ],
)
def test_of_a_step_about_no_kind_of_document_nothing_is_claimed(lang: Language, told: str) -> None:
    """The styrelse decided on its companies in March 2026, but the step names no document to find that by."""
    step = named(rs.calendar(MODEL, 2026).steps, "Styrelsen prövar om bolagen hållit sig inom ändamål och befogenheter")
    assert step.state is State.NOT_SHOWN
    assert said_of(MODEL, step, lang) == [f"Regionstyrelsen · {told}"]


def test_what_is_said_of_two_documents_alike_is_said_once() -> None:
    """Two plans for 2024 of Västernorrland were adopted on days that nobody states."""
    step = named(rs.calendar(VASTERNORRLAND, 2023).steps, "Regionplan för de kommande tre åren")
    assert (len(step.done), said_of(VASTERNORRLAND, step, "sv")) == (
        2,
        ["Regionfullmäktige · varje år · gjort, okänd dag"],
    )


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_law_of_an_early_year_is_not_held(lang: str) -> None:
    """For a year before 2018 the answer says so, and that no structure has a cycle."""
    answer = rs.calendar(MODEL, 2000, until=2001)
    told = list(answer.what_is_missing(lang))  # type: ignore[arg-type]
    assert len(told) == 2
    assert told[0].startswith("Lagen för 2000–2001 hålls inte: KL" if lang == "sv" else "The law of 2000–2001 is not")
    assert not answer.complete
    assert rs.calendar(MODEL, 2026).complete


def test_a_year_with_nothing_says_so() -> None:
    """Without decisions, cycle and law there is nothing to date."""
    assert "Inget är daterat." in rs.calendar(MODEL, 1990).text()
    assert rs.calendar(MODEL, 1990).path(1991) == ()


@pytest.mark.parametrize(("year", "until"), [(1, None), (9999, None), (2026, 2025), (2026, 9999)])
def test_years_that_cannot_be(year: int, until: int | None) -> None:
    """The first and last year of the calendar have no year beside them, and years go forwards."""
    with pytest.raises(InvalidValue):
        rs.calendar(MODEL, year, until=until)


@pytest.mark.parametrize("year", [2, 9997])
def test_budget_years_that_cannot_be(year: int) -> None:
    """Work on a budget begins two years before it."""
    with pytest.raises(InvalidValue):
        rs.budget_work(MODEL, year)


def test_it_is_read_and_never_true_or_false() -> None:
    """Its steps are what one would have tested."""
    with pytest.raises(NoTruthValue, match="steps"):
        bool(rs.calendar(MODEL, 2026))
    with pytest.raises(NoTruthValue, match="state"):
        bool(rs.calendar(MODEL, 2026).steps[0])
    assert "<table>" in rs.calendar(MODEL, 2026)._repr_html_()
    assert rs.calendar(MODEL, 2026).to_records()[0].keys() >= {"on", "title", "slack_days", "moved_from", "state"}
