"""What of a model held on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.model import (
    Adoption,
    Amount,
    AmountStage,
    Capacity,
    Decision,
    DecisionKind,
    DocumentStatus,
    HorizonKind,
    Judgement,
    Matter,
    Name,
    OpenPoint,
    OpenPointKind,
    Outcome,
    Ownership,
    OwnershipKind,
    PlanningHorizon,
    Position,
    PositionKind,
    Publication,
    Ratio,
    Stage,
    SteeringDocument,
    SteeringModel,
    Validity,
)
from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.dating import as_of_day, known_by_day
from regionstyrning.model.references import references_of
from tests.model.small import (
    delegation,
    document,
    from_day,
    goal,
    indicator,
    link,
    model,
    organ,
    structure,
    target,
    until_day,
)

BEFORE = date(2024, 6, 18)
DAY = date(2024, 6, 19)
AFTER = date(2024, 6, 20)

OLD = document("plan-1", adopted=date(2020, 1, 1))
NEW = document("plan-2", adopted=DAY, replaces=["plan-1"])


def outcome(known_on: date | None) -> Outcome:
    """What an indicator was in 2023."""
    return Outcome(indicator="hme", year=2023, value=Decimal(75), known_on=known_on)


def test_the_day_asked_for_is_the_day_of_the_model() -> None:
    """Questions that name no day mean it."""
    assert model(goals=[goal("a")]).at(DAY).as_of == DAY


def test_a_model_from_which_nothing_falls_away_keeps_its_records() -> None:
    """Only its day is another."""
    whole = model(goals=[goal("a")])
    assert whole.at(DAY) == evolve(whole, as_of=DAY)


def test_a_model_asked_about_its_own_day_may_be_itself() -> None:
    """If nothing falls away there is nothing to make anew."""
    whole = model(goals=[goal("a")])
    assert whole.at(whole.as_of) is whole


@pytest.mark.parametrize("name", ["organs", "positions", "ownerships", "goals", "indicators"])
def test_a_record_with_a_validity_holds_by_it(name: str) -> None:
    """To its last day and not after."""
    days = until_day(DAY)
    records = {
        "organs": organ("a", validity=days),
        "positions": Position(id="a", title="A", kind=PositionKind.HEAD, organ="b", validity=days),
        "ownerships": Ownership(id="a", owner="b", owned="c", kind=OwnershipKind.OWNS, validity=days),
        "goals": goal("a", validity=days),
        "indicators": indicator("a", validity=days),
    }
    whole = model(**{name: [records[name]]})
    assert [len(getattr(whole.at(day), name)) for day in (DAY, AFTER)] == [1, 0]


def test_a_goal_holds_with_the_document_it_stands_in() -> None:
    """When its plan is replaced, the goals of the new plan hold."""
    whole = model(documents=[OLD, NEW], goals=[goal("a", document="plan-1"), goal("b", document="plan-2")])
    assert [[each.id for each in whole.at(day).goals] for day in (BEFORE, DAY)] == [["a"], ["b"]]


def test_an_indicator_holds_with_its_document_and_its_targets_with_it() -> None:
    """A target of a measure that is no longer in use asks nothing."""
    whole = model(documents=[OLD, NEW], indicators=[indicator("hme", document="plan-1")], targets=[target("hme")])
    later = whole.at(DAY)
    assert (later.indicators, later.targets) == ((), ())


def test_outcomes_stay_when_their_indicator_has_gone() -> None:
    """A fact is a fact, and its measure stays as a name."""
    whole = model(
        documents=[OLD, NEW],
        indicators=[indicator("hme", document="plan-1", title="HME")],
        outcomes=[outcome(date(2024, 2, 20))],
    )
    later = whole.at(DAY)
    assert (later.outcomes, later["hme"]) == (whole.outcomes, Name(id="hme", title="HME", catalogue="indicators"))


def test_a_link_holds_with_the_document_that_says_so() -> None:
    """The goals stay and what tied them falls."""
    whole = model(documents=[OLD, NEW], goals=[goal("a"), goal("b")], contributions=[link("a", "b", document="plan-1")])
    later = whole.at(DAY)
    assert (len(later.goals), later.contributions) == (2, ())


def test_a_link_holds_by_its_own_days() -> None:
    """To its last day."""
    whole = model(goals=[goal("a"), goal("b")], contributions=[link("a", "b", validity=until_day(DAY))])
    assert [len(whole.at(day).contributions) for day in (DAY, AFTER)] == [1, 0]


def test_a_link_falls_with_its_lower_end() -> None:
    """What contributes is gone, and so is its contribution."""
    whole = model(goals=[goal("a", validity=until_day(DAY)), goal("b")], contributions=[link("a", "b")])
    assert whole.at(AFTER).contributions == ()


def test_a_link_stays_when_its_upper_end_falls() -> None:
    """It hangs on what no longer holds, which is a name now and a finding to a rule."""
    whole = model(goals=[goal("a"), goal("b", validity=until_day(DAY))], contributions=[link("a", "b")])
    later = whole.at(AFTER)
    assert (len(later.contributions), later["b"]) == (1, Name(id="b", title="B", catalogue="goals"))


def test_a_link_from_a_perspective_falls_with_the_structure_that_has_it() -> None:
    """The new structure lacks the målområde, and what it contributed to does not have it any more."""
    whole = model(
        structures=[
            structure("forr", ("vard",), validity=until_day(BEFORE)),
            structure("nu", ("halsa",), validity=from_day(DAY)),
        ],
        goals=[goal("vision")],
        contributions=[link("vard", "vision"), link("halsa", "vision")],
    )
    assert [[each.lower for each in whole.at(day).contributions] for day in (BEFORE, DAY)] == [["vard"], ["halsa"]]


def test_a_former_perspective_stays_as_a_name_for_what_hangs_on_it() -> None:
    """Its title can still be read."""
    whole = model(
        structures=[
            structure("forr", ("vard", "kultur"), validity=until_day(BEFORE)),
            structure("nu", validity=from_day(DAY)),
        ],
        goals=[goal("a")],
        contributions=[link("a", "vard")],
    )
    assert whole.at(DAY).names == (Name(id="vard", title="Vard", catalogue="perspectives"),)


def test_a_perspective_that_both_structures_have_is_no_name() -> None:
    """It stands in the structure of the day."""
    whole = model(
        structures=[
            structure("forr", ("vard",), validity=until_day(BEFORE)),
            structure("nu", ("vard",), validity=from_day(DAY)),
        ],
        goals=[goal("a")],
        contributions=[link("a", "vard")],
    )
    assert (whole.at(DAY).names, len(whole.at(DAY).contributions)) == ((), 1)


@pytest.mark.parametrize(("day", "expected"), [(date(2019, 1, 1), []), (BEFORE, ["forr"]), (DAY, ["nu"])])
def test_one_structure_holds_a_day(day: date, expected: list[str]) -> None:
    """And none before the first."""
    whole = model(
        structures=[
            structure("forr", validity=Validity(first=date(2020, 1, 1), last=BEFORE)),
            structure("nu", validity=from_day(DAY)),
        ]
    )
    assert [each.id for each in whole.at(day).structures] == expected


def test_a_target_holds_with_its_document() -> None:
    """The measure stays, and what the replaced plan asked of it falls."""
    whole = model(
        documents=[OLD, NEW],
        indicators=[indicator("hme")],
        targets=[target("hme", document="plan-1"), target("hme", document="plan-2")],
    )
    assert [each.document for each in whole.at(DAY).targets] == ["plan-2"]


def test_a_right_holds_with_the_document_it_stands_in() -> None:
    """The new scheme of delegation replaces the old."""
    whole = model(documents=[OLD, NEW], delegations=[delegation("d-1", document="plan-1")])
    assert [len(whole.at(day).delegations) for day in (BEFORE, DAY)] == [1, 0]


def test_a_right_holds_from_the_decision_that_gave_it() -> None:
    """Not before it was taken."""
    given = Decision(kind=DecisionKind.ADOPTS, by="hsn", on=DAY, title="Delegation")
    whole = model(decisions=[given], delegations=[delegation("d-1", decision=given.id)])
    assert [len(whole.at(day).delegations) for day in (BEFORE, DAY)] == [0, 1]


@pytest.mark.parametrize("name", ["decisions", "outcomes", "judgements", "amounts"])
def test_a_fact_holds_from_the_day_it_was_known(name: str) -> None:
    """Asked about an earlier day nobody knew it."""
    facts = {
        "decisions": Decision(kind=DecisionKind.APPROVES, by="rf", on=DAY, title="Årsredovisning"),
        "outcomes": outcome(DAY),
        "judgements": Judgement(about=["hsn"], capacity=Capacity.AUDITORS, words="delvis", on=DAY),
        "amounts": Amount(line="ram", title="Ram", year=2024, stage=AmountStage.FORECAST, organ="hsn", on=DAY),
    }
    whole = model(**{name: [facts[name]]})
    assert [len(getattr(whole.at(day), name)) for day in (BEFORE, DAY)] == [0, 1]


def test_a_fact_of_an_unknown_day_stays() -> None:
    """Nobody knows that it was not known."""
    assert len(model(outcomes=[outcome(None)]).at(date(2023, 1, 1)).outcomes) == 1


def test_an_outcome_is_not_known_before_what_it_measures_has_begun() -> None:
    """No year has an outcome before its first day."""
    assert model(outcomes=[outcome(None)]).at(date(2022, 12, 31)).outcomes == ()


@pytest.mark.parametrize("stage", [Stage.PLAN, Stage.FORECAST])
def test_what_is_planned_or_forecast_may_be_known_before(stage: Stage) -> None:
    """That is what it is for."""
    ahead = evolve(outcome(None), stage=stage)
    assert model(outcomes=[ahead]).at(date(2022, 12, 31)).outcomes == (ahead,)


def test_a_fact_without_a_day_is_known_from_that_of_its_document() -> None:
    """What the auditors wrote was not known before their report was, even if it is in force later."""
    report = document("revisionsberattelse", adopted=DAY, in_force=from_day(date(2025, 1, 1)))
    said = Judgement(about=["hsn"], capacity=Capacity.AUDITORS, words="delvis", document="revisionsberattelse")
    whole = model(documents=[report], judgements=[said])
    assert [len(whole.at(day).judgements) for day in (BEFORE, DAY)] == [0, 1]


def test_a_figure_is_known_from_the_day_of_its_publication() -> None:
    """A press item prints it on a day."""
    whole = model(
        publications=[Publication(id="nyhet", title="Nyhet", published=DAY)],
        amounts=[Amount(line="ram", title="Ram", year=2024, stage=AmountStage.FORECAST, organ="hsn", document="nyhet")],
    )
    assert [len(whole.at(day).amounts) for day in (BEFORE, DAY)] == [0, 1]


def test_an_open_point_about_a_fact_falls_with_it() -> None:
    """What was not known was not open either."""
    point = OpenPoint(id="p", title="Öppet", kind=OpenPointKind.AMBIGUOUS, about=outcome(DAY).id)
    whole = model(outcomes=[outcome(DAY)], open_points=[point])
    assert [len(whole.at(day).open_points) for day in (BEFORE, DAY)] == [0, 1]


def test_an_open_point_about_a_former_goal_falls_with_it() -> None:
    """It touches nothing that holds."""
    point = OpenPoint(id="p", title="Öppet", kind=OpenPointKind.AMBIGUOUS, about="a")
    whole = model(goals=[goal("a", validity=until_day(DAY))], open_points=[point])
    assert (whole.at(AFTER).open_points, whole.at(AFTER).names) == ((), ())


def test_an_open_point_about_no_record_stays() -> None:
    """It is open whatever holds."""
    point = OpenPoint(id="p", title="Öppet", kind=OpenPointKind.NOT_STATED)
    whole = model(goals=[goal("a", validity=until_day(DAY))], open_points=[point])
    assert whole.at(AFTER).open_points == (point,)


def test_what_is_undated_stays() -> None:
    """Publications, matters and key ratios have no days."""
    whole = model(
        publications=[Publication(id="nyhet", title="Nyhet", published=AFTER)],
        matters=[Matter(id="inkop", title="Inköp")],
        ratios=[Ratio(id="kvot", title="Kvot")],
        goals=[goal("a", validity=until_day(BEFORE)), goal("b")],
    )
    later = whole.at(DAY)
    assert (len(later.publications), len(later.matters), len(later.ratios), len(later.goals)) == (1, 1, 1, 1)


def test_a_record_that_is_only_referred_to_stays_as_a_name() -> None:
    """An organ that has ended is still the one that adopted a plan."""
    adopted = SteeringDocument(
        id="plan", title="Plan", adopted=Adoption(organ="landstingsfullmaktige", on=date(2020, 1, 1))
    )
    whole = model(documents=[adopted], organs=[organ("landstingsfullmaktige", validity=until_day(BEFORE))])
    assert whole.at(DAY).names == (Name(id="landstingsfullmaktige", title="LANDSTINGSFULLMAKTIGE", catalogue="organs"),)


def test_what_nothing_refers_to_leaves_no_name() -> None:
    """It is gone from the model of the day."""
    assert model(goals=[goal("a", validity=until_day(BEFORE))]).at(DAY).names == ()


def test_a_record_without_a_title_leaves_its_id_as_title() -> None:
    """A right that is handed on and has ended is known by its id."""
    whole = model(delegations=[delegation("d-1", validity=until_day(BEFORE)), delegation("d-2", builds_on="d-1")])
    assert whole.at(DAY).names == (Name(id="d-1", title="d-1", catalogue="delegations"),)


def test_the_legal_person_stays_as_a_name() -> None:
    """The model itself refers to it."""
    whole = model(organs=[organ("landstinget", validity=until_day(BEFORE))], legal_person="landstinget")
    assert [name.id for name in whole.at(DAY).names] == ["landstinget"]


def test_names_stand_in_order_of_id() -> None:
    """The order of records does not show in them."""
    gone = [goal(id, validity=until_day(BEFORE)) for id in ("c", "a", "b")]
    whole = model(goals=[*gone, goal("d", continues=["b", "c", "a"])])
    assert [name.id for name in whole.at(DAY).names] == ["a", "b", "c"]


def test_a_name_stays_as_long_as_something_refers_to_it() -> None:
    """On a later day too, when other records have fallen away."""
    whole = model(
        goals=[goal("a", validity=until_day(BEFORE)), goal("b", continues=["a"]), goal("c", validity=until_day(DAY))]
    )
    assert [name.id for name in whole.at(DAY).at(AFTER).names] == ["a"]


def test_what_is_added_to_a_former_document_does_not_hold() -> None:
    """The plan is only a name in the model of the day, and a new goal in it falls with it."""
    later = model(documents=[OLD, NEW]).at(DAY)
    assert later.with_(goal("a", document="plan-1")).at(AFTER).goals == ()


def test_a_link_that_wrongly_starts_at_an_organ_falls_no_second_time() -> None:
    """The organ that it names is a name after the first, and the link holds as before."""
    whole = model(organs=[organ("a", validity=until_day(BEFORE))], goals=[goal("b")], contributions=[link("a", "b")])
    once = as_of_day(whole, DAY)
    assert as_of_day(once, DAY) == once


DAYS = st.sampled_from([BEFORE, DAY, AFTER, date(2023, 12, 31), date(2025, 6, 1)])
VALIDITIES = st.none() | st.builds(from_day, DAYS) | st.builds(until_day, DAYS)
DOCUMENTS = ("plan-1", "plan-2", "plan-3")
PLACES = (*DOCUMENTS, "a", "b", "hme", "rs", "vard", "halsa", "outcome/hme/2023/-/-/-/slutlig", "okand")
ANY = st.sampled_from(PLACES)


@st.composite
def small_models(draw: st.DrawFn) -> SteeringModel:
    """Few records that refer to each other in every way, right or wrong, with and without days."""
    of_plans = st.lists(st.sampled_from((*DOCUMENTS, "okand")), max_size=2, unique=True)
    some = draw(st.sampled_from((None, *DOCUMENTS)))
    documents = [
        document(
            id,
            draw(st.none() | DAYS),
            kind="regionplan",
            status=draw(st.sampled_from(DocumentStatus)),
            in_force=draw(VALIDITIES),
            horizon=draw(st.none() | st.just(PlanningHorizon(kind=HorizonKind.YEARS, first_year=2024, last_year=2024))),
            replaces=draw(of_plans),
            based_on=draw(of_plans),
            part_of=draw(st.none() | ANY),
        )
        for id in DOCUMENTS
    ]
    ends = st.lists(st.tuples(ANY, ANY), max_size=4, unique=True)
    decisions = [
        Decision(
            kind=kind, by="rs", on=draw(st.none() | DAYS), about=draw(ANY), until=draw(st.none() | DAYS), title="x"
        )
        for kind in draw(st.lists(st.sampled_from(DecisionKind), max_size=3, unique=True))
    ]
    held = st.sampled_from([None, *(decision.id for decision in decisions)])
    return model(
        documents=documents,
        structures=[
            structure("forr", ("vard",), validity=draw(VALIDITIES)),
            structure("nu", draw(st.sampled_from([("vard",), ("vard", "halsa"), ()])), validity=draw(VALIDITIES)),
        ],
        organs=[organ("rs", validity=draw(VALIDITIES))],
        goals=[goal(id, document=some, validity=draw(VALIDITIES)) for id in ("a", "b")],
        indicators=[indicator("hme", document=draw(st.none() | ANY), validity=draw(VALIDITIES))],
        contributions=[link(low, high, validity=draw(VALIDITIES)) for low, high in draw(ends)],
        targets=[target(draw(ANY), document=draw(st.none() | ANY), validity=draw(VALIDITIES))],
        outcomes=[outcome(draw(st.none() | DAYS))],
        delegations=[delegation("d-1", decision=draw(held), document=draw(st.none() | ANY))],
        decisions=decisions,
        open_points=[OpenPoint(id="p", title="Öppet", kind=OpenPointKind.SLIP, about=draw(st.none() | ANY))],
    )


@given(small_models(), DAYS)
def test_the_day_asked_for_is_always_the_day_of_the_model(whole: SteeringModel, day: date) -> None:
    """Whatever falls away."""
    assert whole.at(day).as_of == day


@pytest.mark.full
@given(small_models(), DAYS)
def test_the_day_of_the_day_is_the_day(whole: SteeringModel, day: date) -> None:
    """Asked twice about one day the model says what it said once."""
    once = as_of_day(whole, day)
    assert as_of_day(once, day) == once


@given(small_models(), DAYS)
def test_no_record_is_added_or_changed(whole: SteeringModel, day: date) -> None:
    """What holds on a day is a part of what the model has, record by record."""
    held = as_of_day(whole, day)
    assert [each for name in CATALOGUES for each in getattr(held, name) if each not in getattr(whole, name)] == []


@given(small_models(), DAYS)
def test_what_is_referred_to_is_a_record_or_a_name_as_before(whole: SteeringModel, day: date) -> None:
    """No reference that led somewhere leads nowhere afterwards."""
    held = as_of_day(whole, day)
    places = {perspective.id for each in whole.structures for perspective in each.perspectives}
    known = {perspective.id for each in held.structures for perspective in each.perspectives}
    named = {id for record in held.records() for _, id in references_of(record)}
    assert {id for id in named if (id in whole or id in places) and id not in held and id not in known} == set()


@pytest.mark.full
@given(small_models(), DAYS)
def test_the_order_of_records_changes_nothing(whole: SteeringModel, day: date) -> None:
    """The same records hold and the same names are left, in whatever order they were written."""
    backwards = evolve(whole, **{name: reversed(records) for name, records in whole.catalogues().items()})
    held, other = as_of_day(whole, day), as_of_day(backwards, day)
    assert evolve(other, **{name: reversed(records) for name, records in other.catalogues().items()}) == held


def test_what_is_history_is_known() -> None:
    """The plan that was replaced, the organ that has ended and the structure before; what comes later is not."""
    whole = model(
        documents=[OLD, NEW, document("plan-3", adopted=AFTER), document("odaterad")],
        organs=[organ("hsn", validity=until_day(BEFORE)), organ("ny", validity=from_day(AFTER)), organ("rf")],
        structures=[structure("s2", validity=from_day(DAY)), structure("s1", validity=until_day(BEFORE))],
        goals=[goal("a", document="plan-1"), goal("b", document="plan-2")],
    )
    known = known_by_day(whole, DAY)
    found = {
        name: [each.id for each in getattr(known, name)] for name in ("documents", "organs", "structures", "goals")
    }
    assert found == {
        "documents": ["plan-1", "plan-2", "odaterad"],
        "organs": ["hsn", "rf"],
        "structures": ["s1", "s2"],
        "goals": ["b"],
    }


def test_what_is_known_is_no_longer_a_name() -> None:
    """The plan that is replaced is a name in the model of the day, and a document in what is known."""
    whole = model(documents=[OLD, NEW])
    found = [[name.id for name in each.names] for each in (whole.at(DAY), known_by_day(whole, DAY))]
    assert found == [["plan-1"], []]


def test_what_is_known_where_nothing_is_history_is_what_holds() -> None:
    """There is nothing to put beside it, and what was found once is kept."""
    whole = model(documents=[OLD, NEW])
    assert known_by_day(whole, BEFORE) is whole.at(BEFORE)
    assert known_by_day(whole, DAY) is known_by_day(whole, DAY)


def test_a_plan_in_force_is_known_whatever_its_day_of_adoption() -> None:
    """What holds is known."""
    early = document("plan-3", adopted=AFTER, in_force=from_day(BEFORE))
    whole = model(documents=[OLD, NEW, early])
    assert [each.id for each in known_by_day(whole, DAY).documents] == ["plan-1", "plan-2", "plan-3"]
