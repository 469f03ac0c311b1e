"""What an answer rests on beside the paragraphs: practice, settings, and the provision that speaks of just this."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from regionstyrning import may_decide
from regionstyrning.law import STANDARD
from regionstyrning.model import Deputy, LegalForm, Organ, OrganKind, Position, PositionKind, Receiver, Trait
from regionstyrning.model.dates import Validity
from tests.questions.authority.making import DAY, given, matter, region

SINCE_2020 = Validity(first=date(2020, 1, 1))

NEIGHBOUR = (
    Organ(id="grannen", title="Region Granne", kind=OrganKind.LEGAL_PERSON, legal_form=LegalForm.REGION),
    Organ(id="grannens-kansli", title="Kansliet", kind=OrganKind.ADMINISTRATION, part_of="grannen"),
    Position(id="granntjansten", title="Granntjänsten", kind=PositionKind.EMPLOYEE, organ="grannens-kansli"),
)


def test_a_right_that_has_outlived_the_term_names_the_setting() -> None:
    """In the steps, with the practice it rests on; not while the term it was given in lasts."""
    model = region(given("namnden", "chefen", validity=SINCE_2020))
    told = {
        day: [step.text() for step in may_decide(model, "chefen", "inkop", on=day, closed=True).steps if step.law]
        for day in (date(2022, 12, 31), date(2023, 1, 1))
    }
    survives = "En delegation till en befattning består efter ett val: ja."
    assert survives not in told[date(2022, 12, 31)]
    assert survives in told[date(2023, 1, 1)]
    (step,) = (each for each in may_decide(model, "chefen", "inkop", on=DAY).steps if each.text() == survives)
    assert step.law == "Praxis om ny mandatperiod"
    assert step.text("en") == "A delegation to a post survives an election: yes."


def test_without_that_setting_the_right_ends_with_the_term() -> None:
    """And no step names it."""
    model = region(given("namnden", "chefen", validity=SINCE_2020))
    ended = evolve(STANDARD, delegation_survives_new_term=False)
    assert may_decide(model, "chefen", "inkop", on=DAY, closed=True, policies=ended).refused[0].reasons == ("day",)


def test_a_deputy_rests_on_practice() -> None:
    """The step in which it steps in says so."""
    model = region(given("namnden", "chefen", deputies=[Deputy(position="vikarien")]))
    answer = may_decide(model, "vikarien", "inkop", on=DAY, facts=["franvaro:chefen"], closed=True)
    assert [step.law for step in answer.steps if step.record == "vikarien"] == ["Praxis om ersättare"]


def test_the_provision_that_speaks_of_the_case_is_named_before_the_general_one() -> None:
    """A citizen proposal that fullmäktige hands to a nämnd; an ordinary matter by the general provision."""
    row = given("rf", "namnden", matters=["forslag", "vanligt"])
    proposal = Trait(id="medborgarforslag", holds=True)
    model = region(matter("forslag", "rf", traits=[proposal]), matter("vanligt", "rf"), row)
    laws = {
        id: [
            step.law
            for step in may_decide(model, "namnden", id, on=DAY, closed=True).steps
            if step.record == "rf-namnden"
        ]
        for id in ("forslag", "vanligt")
    }
    assert laws == {"forslag": ["KL 5 kap. 23 § andra stycket"], "vanligt": ["KL 5 kap. 2 §"]}


def test_a_refusal_names_the_provision_that_speaks_of_such_a_taker() -> None:
    """Someone employed by another region, without an agreement."""
    model = region(*NEIGHBOUR, given("namnden", "granntjansten"))
    (refusal,) = may_decide(model, "granntjansten", "inkop", on=DAY, closed=True).refused
    assert refusal.law == "KL 9 kap. 37 §"


def test_what_is_let_be_by_a_setting_names_the_setting() -> None:
    """The other party's head passes the right on, which a setting allows."""
    head = Position(
        id="grannchefen",
        title="Grannchefen",
        kind=PositionKind.HEAD,
        organ="grannens-kansli",
        heads=["grannens-kansli"],
    )
    model = region(
        *NEIGHBOUR,
        head,
        given("namnden", "grannchefen", may_pass_on=True),
        given("grannchefen", "granntjansten"),
    )
    facts = ["avtal-om-samverkan", "forvaltningschef-i-namndens-omrade"]
    allowed = evolve(STANDARD, pass_on_under_agreement=True)
    answers = [
        may_decide(model, "granntjansten", "inkop", on=DAY, facts=facts, closed=True, policies=policies)
        for policies in (STANDARD, allowed)
    ]
    setting = "Chefen hos en avtalspart får föra rätten vidare: ja."
    assert [answer.allowed for answer in answers] == [False, True]
    assert [setting in [step.text() for step in answer.steps] for answer in answers] == [False, True]


def test_a_bar_that_is_there_by_a_setting_names_the_setting() -> None:
    """An automated function in a matter on valfrihetssystem before 2024."""
    function = Organ(id="roboten", title="Roboten", kind=OrganKind.AUTOMATED, part_of="forvaltningen")
    choice = [Trait(id=id, holds=True) for id in ("auktorisation-eller-valfrihet", "valfrihetssystem")]
    model = region(
        function,
        matter("val", traits=choice),
        given("namnden", receivers=[Receiver(organ="roboten")], id="rad", matters=["val"]),
    )
    (refusal,) = may_decide(model, "roboten", "val", on=date(2023, 6, 1), closed=True).refused
    assert "så läst: ”Valfrihetssystem var stängt för automatiserade beslut också före 2024: ja”" in refusal.text()


def test_what_an_organ_has_given_rests_in_a_case_that_it_takes_over() -> None:
    """Further down the chain too, by practice; the organ itself decides, and others' rights stand."""
    model = region(
        given("namnden", "chefen", may_pass_on=True),
        given("chefen", "enhetschefen"),
    )
    taken = {"overtaget:namnden": True}
    said = {
        who: may_decide(model, who, "inkop", on=DAY, facts=taken, closed=True).allowed
        for who in ("namnden", "chefen", "enhetschefen")
    }
    assert said == {"namnden": True, "chefen": False, "enhetschefen": False}
    (refusal,) = may_decide(model, "enhetschefen", "inkop", on=DAY, facts=taken, closed=True).refused
    assert (refusal.reasons, refusal.law) == (("taken-over",), "Praxis om övertagande")
    by_another = {"overtaget:rs": True}
    assert may_decide(model, "chefen", "inkop", on=DAY, facts=by_another, closed=True).allowed is True
    assert may_decide(model, "chefen", "inkop", on=DAY, facts={"overtaget:namnden": False}, closed=True).allowed is True


def test_nothing_is_cited_that_is_not_in_force_on_the_day() -> None:
    """Before 2018 the paragraphs of the present kommunallag are in neither steps, refusals, doubts nor duties."""
    model = region(given("namnden", "chefen", may_pass_on=True), given("chefen", "handlaggaren"), given("rf", "rs"))
    day = date(2017, 12, 31)
    for who in ("namnden", "chefen", "handlaggaren", "rs", "rf"):
        for barred in ((), (who,) if who in {"chefen", "handlaggaren"} else ()):
            answer = may_decide(model, who, "inkop", on=day, disqualified=barred)
            told = [step.law for step in (*answer.steps, *answer.refused)] + [duty.law for duty in answer.duties]
            assert [law for law in told if law is not None and law.startswith(("KL", "LEH", "Praxis"))] == []
            assert answer.allowed is (False if barred or who in {"rs", "rf"} else None)
