"""Who may decide a matter is told, and why or why not."""

from __future__ import annotations

from datetime import date

import pytest

import regionstyrning as rs
from tests.cli.running import as_json, refused, run, shown

DAY = date(2026, 3, 1)
PURCHASE = ("decide", "exempel", "inkop", "--on", "2026-03-01", "--amount", "2000000")


@pytest.mark.parametrize(
    "said",
    [
        "Divisionschef [divisionschef]           ja           2 000 000 kronor per avtal",
        "- RF → HSN → Hälso- och sjukvårdsdirektör → Divisionschef [KL 6 kap. 44 §,\n",
        "- Hälso- och sjukvårdsnämndens ordförande: rätten gäller bara när det brådskar.\n",
        "  sjukvårdsnämnden vid nästa sammanträde. [KL 6 kap. 40 § första stycket]\n",
    ],
)
def test_deciders_steps_refusals_and_duties_are_told(said: str) -> None:
    """Each with its paragraph, for a purchase of two million."""
    assert said in shown(*PURCHASE).replace("\N{NO-BREAK SPACE}", " ")


def test_the_answer_is_the_questions_own() -> None:
    """What the command says is what the library answers."""
    answer = rs.who_may_decide(rs.load_region("exempel"), "inkop", on=DAY, amount_sek=2_000_000)
    assert shown(*PURCHASE) == f"{answer.text()}\n"


def test_the_whole_answer_is_the_questions_own() -> None:
    """Every step and every refusal."""
    answer = rs.who_may_decide(rs.load_region("exempel"), "inkop", on=DAY, amount_sek=2_000_000)
    assert shown(*PURCHASE, "--explain") == f"{answer.explain()}\n"


def test_one_post_is_asked_about() -> None:
    """With its steps, refusals and duties."""
    answer = rs.may_decide(rs.load_region("exempel"), "divisionschef", "inkop", on=DAY, amount_sek=2_000_000)
    assert shown(*PURCHASE, "--who", "divisionschef") == f"{answer.text()}\n"


def test_one_post_is_told_whole_without_the_others() -> None:
    """Who asks about one gets the answer about that one, explained or not."""
    assert shown(*PURCHASE, "--who", "divisionschef", "--explain") == shown(*PURCHASE, "--who", "divisionschef")


@pytest.mark.parametrize(
    ("more", "status", "opening"),
    [
        (("--who", "divisionschef"), 0, "Ja: divisionschef"),
        (("--who", "enhetschef"), 1, "Nej: enhetschef"),
        (("--who", "omradeschef"), 1, "Det beror på: "),
        (("--who", "omradeschef", "--fact", "franvaro:divisionschef"), 0, "Ja: områdeschef"),
        (("--who", "omradeschef", "--fact", "franvaro:divisionschef=nej"), 1, "Nej: områdeschef"),
        (("--who", "omradeschef", "--closed"), 1, "Nej: områdeschef"),
        (("--who", "hsn-ordforande", "--urgent"), 0, "Ja: hälso- och sjukvårdsnämndens ordförande"),
        (("--who", "divisionschef", "--disqualified", "divisionschef"), 1, "Nej: divisionschef"),
        ((), 0, "Vem får besluta om inköp"),
    ],
)
def test_the_status_is_0_for_a_firm_yes_only(more: tuple[str, ...], status: int, opening: str) -> None:
    """A no and what depends on something give 1, and the text says which it is."""
    result = run(*PURCHASE, *more)
    assert (result.exit_code, result.stdout[: len(opening)]) == (status, opening)


def test_a_number_is_a_fact_too() -> None:
    """The prisbasbelopp that a caller gives is the one that counts."""
    asked = ("decide", "exempel", "direktupphandling", "--on", "2026-03-01", "--amount", "50000", "--who", "enhetschef")
    statuses = [run(*asked, *("--fact", f"prisbasbelopp-2026={value}")).exit_code for value in ("59200", "40000.5")]
    assert statuses == [0, 1]


def test_a_policy_is_chosen() -> None:
    """A yes-or-no setting and one with words of its own."""
    rows = as_json(*PURCHASE, "--policy", "splitting_barred=nej", "--policy", "subdelegate_reports_to=båda")
    assert rows["deciders"][0]["who"] == "hsn"


@pytest.mark.parametrize(
    ("matter", "said"),
    [("vardens-ledning", "Ingen i modellen får det."), ("smittskyddsatgarder", "Ingen får det med säkerhet.")],
)
def test_nobody_firm_gives_1(matter: str, said: str) -> None:
    """Execution is nobody's to decide, and an appointment in person is not known."""
    result = run("decide", "exempel", matter)
    assert (result.exit_code, said in result.stdout.splitlines()) == (1, True)


def test_the_answer_is_english_on_request() -> None:
    """Titles stay as they are."""
    text = shown(*PURCHASE, "--language", "en")
    assert ("Nearest of those who may not" in text, "Räckte" in text) == (True, False)


@pytest.mark.parametrize("more", [(), ("--explain",), ("--who", "divisionschef")])
def test_the_answer_fits_the_terminal(more: tuple[str, ...]) -> None:
    """In sixty columns too."""
    assert max(map(len, shown(*PURCHASE, *more, COLUMNS="60").splitlines())) <= 60


def test_everyone_is_given_to_a_program() -> None:
    """With steps, duties and refusals whole."""
    answer = rs.who_may_decide(rs.load_region("exempel"), "inkop", on=DAY, amount_sek=2_000_000)
    rows = as_json(*PURCHASE, "--language", "en")
    last = answer.deciders[-1]
    assert (rows["text"], len(rows["refused"])) == (answer.headline("en"), len(answer.refused))
    assert rows["deciders"][-1] == {
        **last.to_records()[0],
        "steps": [{**row, "text": step.text("en")} for step in last.steps for row in step.to_records()],
        "duties": [{**row, "text": duty.text("en")} for duty in last.duties for row in duty.to_records()],
        "called_up_by": list(last.called_up_by),
    }


def test_one_is_given_to_a_program() -> None:
    """With the answer in one sentence."""
    answer = rs.may_decide(rs.load_region("exempel"), "enhetschef", "inkop", on=DAY, amount_sek=2_000_000)
    rows = as_json(*PURCHASE, "--who", "enhetschef")
    assert rows == {
        **answer.to_records()[0],
        "complete": True,
        "missing": [],
        "steps": [],
        "refused": [row for step in answer.refused for row in step.to_records()],
        "duties": [],
        "called_up_by": [],
    }


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("inkp",), "no Matter has the id 'inkp'. Did you mean 'inkop'?"),
        (("inkop", "--who", "divisionchef"), "no organ or position has the id 'divisionchef'. Did you mean"),
        (("inkop", "--fact", "uphandling"), "no fact has the id 'uphandling'. Did you mean 'upphandling'?"),
        (("inkop", "--fact", "upphandling=nej"), "'inkop' states that 'upphandling' always holds"),
        (("inkop", "--fact", "antal=många"), "'många' is neither ja, nej nor a number"),
        (("inkop", "--fact", "antal=nan"), "'nan' is neither ja, nej nor a number"),
        (("inkop", "--amount", "-1"), "-1 is not in the range x>=0"),
        (
            ("inkop", "--policy", "xyz=ja"),
            "no policy has the name 'xyz', expected one of delegation_survives_new_term,",
        ),
        (("inkop", "--policy", "splitting=ja"), "no policy has the name 'splitting'. Did you mean 'splitting_barred'?"),
        (("inkop", "--policy", "splitting_barred=kanske"), "'kanske' is no value of 'splitting_barred', expected one"),
        (("inkop", "--policy", "subdelegate_reports_to=ja"), "expected one of nämnden, förvaltningschefen, båda"),
    ],
)
def test_wrong_use_is_refused(more: tuple[str, ...], said: str) -> None:
    """With status 2, and the nearest name where there is one."""
    assert said in refused("decide", "exempel", *more)
