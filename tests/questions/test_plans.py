"""Which plans of an organ are in force on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from regionstyrning import UnknownId, load_region, plan_in_force
from regionstyrning.model import (
    Adoption,
    DocumentKind,
    DocumentStatus,
    HorizonKind,
    Organ,
    OrganKind,
    PlanningHorizon,
    Role,
    SteeringDocument,
    SteeringModel,
    Validity,
)
from regionstyrning.model.dates import years
from tests.model.small import model, structure
from tests.tangles import days, tangles

DAY = date(2025, 6, 1)
EXEMPEL = load_region("exempel")
HSN = Organ(id="hsn", title="HSN", kind=OrganKind.COMMITTEE)
KINDS = [
    DocumentKind(id="plan", title="Plan", belongs_to=[OrganKind.COMMITTEE]),
    DocumentKind(id="rapport", title="Rapport", reports=True),
]


def plan(id: str, first: int = 2025, last: int | None = 2027, **more: Any) -> SteeringDocument:  # noqa: ANN401 - any field
    """A plan of the nämnd, in force from its first year."""
    fields = {
        "kind": "plan",
        "organ": "hsn",
        "in_force": Validity(first=date(first, 1, 1)),
        "horizon": PlanningHorizon(kind=HorizonKind.ROLLING, first_year=first, last_year=last),
    }
    return SteeringDocument(**{"id": id, "title": id.capitalize(), **fields, **more})


def region(*documents: SteeringDocument, **more: Any) -> SteeringModel:  # noqa: ANN401 - any catalogue
    """A region with one nämnd and its documents."""
    given = {"organs": [HSN], "structures": [structure(document_kinds=KINDS)], "documents": documents}
    return model(**{**given, **more})


def asked(*documents: SteeringDocument, **more: Any) -> list[tuple[str, tuple[str, ...], str | None]]:  # noqa: ANN401 - any catalogue
    """Each plan with what it is beside and the years it comes first for."""
    rows = plan_in_force(region(*documents, **more), "hsn", on=DAY).to_records()
    return [(row["document"], tuple(row["beside"]), row["first_for"]) for row in rows]


def test_the_plan_of_the_day() -> None:
    """Not the one before it, nor the one to come."""
    documents = [plan("a", 2024), plan("b", replaces=["a"]), plan("c", 2026, replaces=["b"])]
    assert asked(*documents) == [("b", (), None)]


def test_what_was_replaced_is_history() -> None:
    """It is told as turned down, with what took its place."""
    answer = plan_in_force(region(plan("a", 2024), plan("b", replaces=["a", "b"])), "hsn", on=DAY)
    assert [step.text() for step in answer.refused] == ["A har ersatts av B."]
    assert answer.plans[0].replaces == ("a",)


def test_next_years_plan_is_for_years_to_come_until_they_begin() -> None:
    """Adopted in December it stands after this year's, which it has not replaced yet."""
    adopted = Adoption(organ="hsn", on=date(2024, 12, 10))
    documents = [plan("a", 2024, 2024), plan("b", in_force=None, adopted=adopted, replaces=["a"])]
    before, after = (plan_in_force(region(*documents), "hsn", on=date(*day)) for day in ((2024, 12, 20), (2025, 1, 1)))
    assert [(each.document, each.coming, each.replaces) for each in before.plans] == [("a", False, ()), ("b", True, ())]
    assert [(each.document, each.coming, each.replaces) for each in after.plans] == [("b", False, ("a",))]
    assert before.steps[1].text() == "B gäller den 2024-12-20 men avser 2025–2027."
    assert before.text("en").splitlines()[2:] == [
        "- A [a]",
        "    spans 2024 · in force from 2024-01-01",
        "- B [b]",
        "    spans 2025–2027 · in force from 2024-12-10 · to come",
    ]


def test_an_amendment_is_in_force_beside_what_it_amends_and_comes_first() -> None:
    """For the years that both span."""
    later = plan("tillagg", 2025, 2025, amends=["a"], in_force=Validity(first=date(2025, 3, 1)))
    assert asked(plan("a"), later) == [("tillagg", ("a",), "2025"), ("a", (), None)]


def test_an_amendment_of_another_organ_is_in_force_too() -> None:
    """Whoever adopted it; without a horizon it comes first for all that the plan spans."""
    more = plan("tillagg", organ="rf", supplements=["a"], horizon=None, in_force=Validity(first=date(2025, 3, 1)))
    assert asked(plan("a"), more) == [("tillagg", ("a",), "2025–2027"), ("a", (), None)]


def test_an_amendment_of_an_amendment_comes_before_both() -> None:
    """By any number of steps, the latest first; one that amends itself is not beside itself."""
    first = plan("b", amends=["a"], in_force=Validity(first=date(2025, 2, 1)))
    second = plan("c", amends=["b", "c"], in_force=Validity(first=date(2025, 3, 1)))
    assert [id for id, _, _ in asked(plan("a"), first, second)] == ["c", "b", "a"]


def test_an_amendment_for_other_years_comes_first_for_none() -> None:
    """It is in force beside the plan all the same."""
    assert asked(plan("a", 2025, 2025), plan("b", 2026, 2027, amends=["a"], in_force=None)) == [
        ("a", (), None),
        ("b", ("a",), None),
    ]


def test_what_amends_something_without_a_horizon_comes_first_for_no_years() -> None:
    """Nobody knows which years they share."""
    text = plan("text", organ="rf", horizon=None)
    assert asked(text, plan("a", amends=["text"])) == [("a", ("text",), None)]


def test_a_part_of_a_plan_is_in_force_beside_it() -> None:
    """An annex takes nothing from the plan."""
    assert asked(plan("a"), plan("bilaga", organ="rs", part_of="a")) == [("a", (), None), ("bilaga", ("a",), None)]


def test_reports_and_texts_without_a_horizon_are_no_plans() -> None:
    """A plan looks ahead."""
    assert asked(plan("a", kind="rapport"), plan("b", horizon=None), plan("c", organ="rs")) == []


def test_plans_stand_in_the_order_of_their_kinds() -> None:
    """As in the structure, what is of no kind there last."""
    documents = [plan("a", kind="annat"), plan("b", kind=None), plan("c")]
    assert [id for id, _, _ in asked(*documents)] == ["c", "b", "a"]


def test_a_preliminary_plan_is_told_as_such() -> None:
    """Until the final one exists."""
    answer = plan_in_force(region(plan("a", status=DocumentStatus.PRELIMINARY)), "hsn", on=DAY)
    assert answer.steps[0].text() == "A gäller den 2025-06-01 som preliminär, tills den slutliga finns."


def test_steps_tell_how_plans_stand_to_one_another() -> None:
    """Beside, and first for which years."""
    documents = [plan("a"), plan("b", 2025, 2025, amends=["a"]), plan("bilaga", part_of="a")]
    steps = plan_in_force(region(*documents), "hsn", on=DAY).steps
    assert {step.record: step.text("en") for step in steps} == {
        "a": "A is in force on 2025-06-01.",
        "b": "B is in force on 2025-06-01 beside A and comes first for 2025.",
        "bilaga": "Bilaga is in force on 2025-06-01 beside A.",
    }


def test_it_is_read_as_a_list() -> None:
    """Under each title what is known of it."""
    answer = plan_in_force(region(plan("a", 2024), plan("b", replaces=["a"])), "hsn", on=DAY)
    assert answer.text().splitlines() == [
        "Planer i kraft för HSN den 2025-06-01.",
        "",
        "- B [b]",
        "    omfattar 2025–2027 · i kraft från 2025-01-01 · ersätter A",
    ]


def test_a_plan_without_known_days_says_so() -> None:
    """It is taken to be in force."""
    open_plan = plan("a", in_force=None, horizon=PlanningHorizon(kind=HorizonKind.FAR_AIM, text="på sikt"))
    answer = plan_in_force(region(open_plan), "hsn", on=DAY)
    assert answer.missing == ("Ingen känd första dag för A; det räknas som gällande.",)
    assert answer.text("en").splitlines()[2:4] == ["- A [a]", ""]


def test_an_organ_that_should_have_a_plan_and_has_none() -> None:
    """The structure asks for one, of the organ itself or of a role of it."""
    board = Organ(id="hsn", title="RS", kind=OrganKind.BOARD, roles=[Role(id="n", title="n", kind=OrganKind.COMMITTEE)])
    answer = plan_in_force(region(organs=[board]), "hsn", on=DAY)
    told = "RS ska enligt strukturen ha ett dokument av slaget plan, men modellen har inget i kraft den 2025-06-01."
    assert answer.missing == (told,)
    assert answer.text("en", width=200).splitlines()[0] == "The model has no plan in force for RS on 2025-06-01."


def test_an_organ_that_does_not_exist_that_day() -> None:
    """It is told; the question may be asked of the model of the day too."""
    gone = Organ(id="hsn", title="HSN", kind=OrganKind.COMMITTEE, validity=Validity(last=date(2020, 1, 1)))
    whole = region(plan("a"), organs=[gone])
    expected = ("HSN finns inte den 2025-06-01.",)
    assert (plan_in_force(whole, "hsn", on=DAY).missing, plan_in_force(whole.at(DAY), "hsn", on=DAY).missing) == (
        expected,
        expected,
    )


def test_without_a_structure_nobody_knows_what_is_asked() -> None:
    """The plan is told all the same."""
    answer = plan_in_force(region(plan("a"), structures=()), "hsn", on=DAY)
    assert ([each.document for each in answer.plans], answer.complete) == (["a"], False)


def test_an_unknown_organ_is_refused() -> None:
    """With the nearest that there is."""
    with pytest.raises(UnknownId, match="no Organ has the id 'hns'"):
        plan_in_force(region(), "hns", on=DAY)


def test_the_addition_to_the_programme_of_exempel() -> None:
    """It holds beside the programme for the mandate period and comes first."""
    row = next(each for each in plan_in_force(EXEMPEL, "rf", on=DAY).plans if each.document.startswith("tillagg"))
    assert (row.beside, row.first_for) == (
        ("utforarprogram-2023-2026",),
        Validity(first=date(2022, 10, 15), last=date(2026, 10, 14)),
    )


def test_the_one_year_plan_of_2023() -> None:
    """Of the three in the list the one of the day."""
    answer = plan_in_force(load_region("vasternorrland"), "halso-och-sjukvardsnamnden", on=date(2023, 6, 1))
    assert [(each.document, each.days) for each in answer.plans] == [("hsn-verksamhetsplan-2023", years(2023, 2023))]


@pytest.mark.full
@given(tangles(), days)
def test_the_model_of_a_day_answers_as_the_whole_does(whole: SteeringModel, day: date) -> None:
    """On that day, of every organ."""
    held = whole.at(day)
    ids = [organ.id for organ in held.organs]
    of_the_day = [plan_in_force(held, id, on=day).to_records() for id in ids]
    assert of_the_day == [plan_in_force(whole, id, on=day).to_records() for id in ids]


def test_what_was_adopted_by_an_organ_is_its_own() -> None:
    """Where nothing else is said."""
    adopted = plan("a", organ=None, adopted=Adoption(organ="hsn", on=date(2024, 12, 1)))
    assert [id for id, _, _ in asked(adopted)] == ["a"]
