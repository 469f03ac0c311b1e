"""Who carries which goals, and what nobody carries."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from regionstyrning import coverage
from regionstyrning.errors import InvalidValue, NoTruthValue
from regionstyrning.model import OrganKind, Owner, Perspective, PerspectiveKind, Validity
from regionstyrning.questions import Cell, Coverage, Step
from regionstyrning.text.sentences import LANGUAGES, Language
from regionstyrning.text.widths import width_of
from tests.threaded import AGAINST, DAY, SAID, STRUCTURE, bare, goal, link, plan, region


def cells(answer: Coverage) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """Organ, column and goals of every cell."""
    return [(cell.organ, cell.column, cell.goals) for cell in answer.cells]


def test_goals_stand_under_the_perspective_that_they_lead_up_to() -> None:
    """By organ, each goal with all that owns it."""
    assert cells(coverage(region())) == [
        ("hsn", "vard", ("rekrytera", "vardkoer")),
        ("rf", "vard", ("tillganglighet",)),
    ]


def test_vision_and_values_are_no_goals_to_carry() -> None:
    """Nobody needs to own the vision."""
    assert coverage(region()).nobody == ()


def test_a_goal_without_owner_is_carried_by_nobody() -> None:
    """None stands for nobody, and comes last."""
    model = region().with_(goal("ny"), link("ny", "vard"))
    assert cells(coverage(model))[-1] == (None, "vard", ("ny",))


def test_what_nobody_carries_is_told() -> None:
    """Each goal once, in order of id."""
    perspectives = (*STRUCTURE.perspectives, evolve(STRUCTURE.perspectives[0], id="kraft"))
    structure = evolve(STRUCTURE, perspectives=perspectives)
    goals = goal("b"), goal("a"), link("b", "vard"), link("b", "kraft"), link("a", "kraft")
    assert coverage(bare(*goals, structures=[structure])).nobody == ("a", "b")


def test_a_goal_under_no_perspective_stands_in_none() -> None:
    """None stands for none, and comes last."""
    model = region().with_(goal("ny", owners=[Owner(organ="rf")]))
    assert cells(coverage(model))[1:] == [("rf", "vard", ("tillganglighet",)), ("rf", None, ("ny",))]


def test_a_goal_under_two_perspectives_stands_in_both() -> None:
    """Links are many to many."""
    structure = evolve(STRUCTURE, perspectives=(*STRUCTURE.perspectives, evolve(STRUCTURE.perspectives[0], id="kraft")))
    model = region().with_(structure, link("tillganglighet", "kraft"))
    assert [cell.column for cell in coverage(model).cells if cell.organ == "rf"] == ["vard", "kraft"]


def test_columns_stand_as_printed() -> None:
    """Perspectives in the order of the structure."""
    perspectives = [
        Perspective(id=id, title=id.upper(), kind=PerspectiveKind.FIELD, level="malomrade") for id in ("b", "a")
    ]
    model = bare(structures=[evolve(STRUCTURE, perspectives=perspectives)])
    assert coverage(model).columns == ("b", "a")


def test_a_perspective_that_nothing_hangs_under_is_a_column_too() -> None:
    """That it is empty is worth seeing."""
    assert (coverage(bare()).columns, coverage(bare()).cells) == (("vard",), ())


def test_columns_may_be_the_uppermost_goals() -> None:
    """Those of the first level of goals, and financial goals, in order of id."""
    model = region().with_(goal("resultat", "ekonomi"), goal("annat"))
    assert coverage(model, by="goal").columns == ("annat", "resultat", "tillganglighet")


def test_a_goal_stands_under_itself() -> None:
    """Where the columns are goals."""
    assert cells(coverage(region(), by="goal")) == [
        ("hsn", "tillganglighet", ("rekrytera", "vardkoer")),
        ("rf", "tillganglighet", ("tillganglighet",)),
    ]


def test_organs_are_those_that_carry_something() -> None:
    """In order of id."""
    assert coverage(region()).organs == ("hsn", "rf")


def test_a_goal_of_several_owners_is_carried_by_each() -> None:
    """Organ and post, role and kind."""
    owners = [Owner(organ="rf"), Owner(position="direktor"), Owner(organ="rs", role="driftnamnd")]
    model = bare(*region().organs, *region().positions, goal("a", owners=owners), link("a", "vard"))
    assert coverage(model).organs == ("hsn", "rf", "rs")


def test_a_goal_shared_by_a_kind_is_carried_by_each() -> None:
    """All nämnder, the styrelse in its role as one too."""
    shared = goal("a", owners=[Owner(kind=OrganKind.COMMITTEE)])
    assert coverage(bare(*region().organs, shared)).organs == ("hsn", "rs")


def test_what_works_against_a_perspective_is_not_under_it() -> None:
    """It does not help to reach what it asks."""
    model = bare(goal("a"), link("a", "vard", AGAINST))
    assert cells(coverage(model)) == [(None, None, ("a",))]


def test_goals_that_go_round_are_counted_once() -> None:
    """A flawed model is answered too."""
    model = bare(goal("a"), goal("b"), link("a", "b"), link("b", "a"), link("b", "vard"))
    assert cells(coverage(model)) == [(None, "vard", ("a", "b"))]


def test_a_goal_on_a_level_that_the_structure_lacks_is_counted() -> None:
    """Nobody has said that it is none."""
    assert coverage(bare(goal("a", "okand"))).nobody == ("a",)


def test_without_a_structure_all_stands_under_none() -> None:
    """And every record of that catalogue is counted."""
    assert cells(coverage(bare(goal("a", "vision"), structures=()))) == [(None, None, ("a",))]


def test_without_a_structure_there_are_no_columns() -> None:
    """Neither perspectives nor uppermost goals."""
    model = bare(goal("a"), structures=())
    assert (coverage(model).columns, coverage(model, by="goal").columns) == ((), ())


def test_the_day_decides_who_carries() -> None:
    """The goal ends with the year."""
    model = region().with_(goal("ny", validity=Validity(last=date(2026, 12, 31))))
    assert [coverage(model, on=date(year, 12, 31)).nobody for year in (2026, 2027)] == [("ny",), ()]


def test_the_answer_says_what_was_asked() -> None:
    """Region, day and what the columns are."""
    answer = coverage(region(), on=date(2026, 2, 1), by="goal")
    assert (answer.about, answer.on, answer.by) == ("trad", date(2026, 2, 1), "goal")


def test_without_a_day_the_models_own_is_meant() -> None:
    """Never today."""
    assert coverage(region()).on == DAY


def test_columns_are_perspectives_or_goals() -> None:
    """Anything else is a wrong call."""
    with pytest.raises(InvalidValue) as caught:
        coverage(region(), by="organ")
    assert str(caught.value) == "by is 'organ', expected 'perspective' or 'goal'"


def test_an_owner_that_is_gone_is_told() -> None:
    """The cell still stands, as written."""
    hsn = evolve(region()["hsn"], validity=Validity(last=date(2025, 12, 31)))
    answer = coverage(region().with_(hsn))
    told = ("Hälso- och sjukvårdsnämnden står som ägare men finns inte den dagen.",)
    assert (answer.organs, answer.missing) == (("hsn", "rf"), told)


def test_a_broken_link_is_told() -> None:
    """The goal may hang under something that is not there."""
    model = region().with_(link("rekrytera", "ingenting"))
    assert len(coverage(model).missing) == 1


def test_an_undated_document_is_told() -> None:
    """Its goals may not hold that day."""
    model = region().with_(plan("hsn-planen", adopted=None, based_on=["regionplanen"]))
    assert coverage(model).missing == ("Ingen känd första dag för Hsn-planen; det räknas som gällande.",)


def test_that_no_structure_is_in_force_is_told() -> None:
    """Then nobody knows which perspectives there are."""
    assert list(coverage(bare(structures=())).what_is_missing("en")) == [
        "No structure is in force on 2026-03-01, so what is required is not known."
    ]


def test_a_whole_region_is_complete() -> None:
    """Nothing was passed over."""
    assert coverage(region()).complete is True


def test_each_cell_is_a_step() -> None:
    """With the source of its organ."""
    model = region().with_(evolve(region()["hsn"], sources=[SAID]), goal("x"))
    assert [(step.record, step.source) for step in coverage(model).steps] == [
        ("hsn", SAID),
        ("rf", None),
        ("trad", None),
    ]


@pytest.mark.parametrize(
    ("organ", "hangs", "sv"),
    [
        ("rf", True, "Mål som Regionfullmäktige bär under God vård: 1."),
        ("rf", False, "Mål som Regionfullmäktige bär utan att de hänger under något: 1."),
        (None, True, "Mål som ingen bär under God vård: 1."),
        (None, False, "Mål som ingen bär och som inte hänger under något: 1."),
    ],
)
def test_a_step_is_a_sentence(organ: str | None, hangs: bool, sv: str) -> None:
    """Also for nobody and for none."""
    assert one_step(organ, hangs=hangs).text() == sv


@pytest.mark.parametrize(
    ("organ", "hangs", "en"),
    [
        ("rf", True, "Goals that Regionfullmäktige carries under God vård: 1."),
        ("rf", False, "Goals that Regionfullmäktige carries and that hang under nothing: 1."),
        (None, True, "Goals that nobody carries under God vård: 1."),
        (None, False, "Goals that nobody carries and that hang under nothing: 1."),
    ],
)
def test_a_step_is_a_sentence_in_english(organ: str | None, hangs: bool, en: str) -> None:
    """On request."""
    assert one_step(organ, hangs=hangs).text("en") == en


def one_step(organ: str | None, *, hangs: bool) -> Step:
    """The step of a region with one goal."""
    owners = [] if organ is None else [Owner(organ=organ)]
    links = [link("a", "vard")] if hangs else []
    return coverage(bare(*region().organs, goal("a", owners=owners), *links)).steps[0]


def test_cells_are_rows() -> None:
    """With ids, titles and how many."""
    assert coverage(region()).to_records()[0] == {
        "organ": "hsn",
        "organ_title": "Hälso- och sjukvårdsnämnden",
        "column": "vard",
        "column_title": "God vård",
        "count": 2,
        "goals": ["rekrytera", "vardkoer"],
    }


def test_nobody_and_none_have_words_in_rows() -> None:
    """Their ids are None."""
    row = coverage(bare(goal("a"))).to_records()[0]
    assert (row["organ"], row["organ_title"], row["column"], row["column_title"]) == (None, "ingen", None, "utan")


def test_coverage_is_a_table_with_totals() -> None:
    """Columns are numbered and told below."""
    model = region().with_(goal("ny"))
    assert coverage(model).text().splitlines() == [
        "Vem som bär vilka mål den 2026-03-01.",
        "",
        "organ                        1  utan  summa",
        "---------------------------  -  ----  -----",
        "Hälso- och sjukvårdsnämnden  2        2",
        "Regionfullmäktige            1        1",
        "ingen                           1     1",
        "summa                        3  1     4",
        "",
        "1  God vård",
        "",
        "Antal mål som organet äger. Ett mål under flera kolumner räknas i var och en,",
        "men en gång i summan.",
        "",
        "Ingen bär:",
        "- Ny [ny]",
    ]


def test_coverage_is_a_table_in_english() -> None:
    """The region's own words stay as they are; what is not known stands last."""
    model = bare(goal("a"), link("a", "vard"), plan("planen", adopted=None), goal("b", document="planen"))
    assert coverage(model).text("en").splitlines() == [
        "Who carries which goals on 2026-03-01.",
        "",
        "organ   1  none  total",
        "------  -  ----  -----",
        "nobody  1  1     2",
        "total   1  1     2",
        "",
        "1  God vård",
        "",
        "Number of goals that the organ owns. A goal under several columns counts in",
        "each, but once in the total.",
        "",
        "Nobody carries:",
        "- A [a]",
        "- B [b]",
        "",
        "- No known first day for Planen; it is taken to be in force.",
    ]


def test_a_goal_under_two_columns_counts_once_in_the_total() -> None:
    """But once under each."""
    structure = evolve(STRUCTURE, perspectives=(*STRUCTURE.perspectives, evolve(STRUCTURE.perspectives[0], id="kraft")))
    model = bare(goal("a"), link("a", "vard"), link("a", "kraft"), structures=[structure])
    assert coverage(model).text().splitlines()[5].split() == ["summa", "1", "1", "1"]


def test_an_empty_column_has_no_goals_in_all() -> None:
    """Its total is nought, which is worth seeing."""
    assert coverage(bare()).text().splitlines()[2:5] == ["organ  1  summa", "-----  -  -----", "summa  0  0"]


def test_without_columns_there_is_nothing_to_tell_below() -> None:
    """Only the total is left."""
    lines = coverage(bare(structures=())).text().splitlines()
    assert lines[2:6] == ["organ  summa", "-----  -----", "summa  0", ""]


def test_many_columns_stand_in_several_tables() -> None:
    """Ten in each, and all in the total."""
    model = bare(*(goal(f"m{number:02}", owners=[Owner(organ="rf")]) for number in range(24)))
    lines = coverage(model, by="goal").text().splitlines()
    assert [line.split()[-2:] for line in lines if line.startswith("rf")] == [["1", "24"]] * 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_fit_a_terminal(lang: Language) -> None:
    """However many columns there are and however long their titles."""
    long = "Ett mycket långt mål om att alla invånare ska få vård i rätt tid på rätt plats " * 3
    organ = evolve(region()["rf"], title=long)
    goals = [goal(f"m{number:03}", title=long, owners=[Owner(organ="rf")]) for number in range(120)]
    answer = coverage(bare(organ, *goals, goal("x", "uppdrag")), by="goal")
    assert max(map(width_of, answer.text(lang).splitlines())) <= 80
    assert max(map(width_of, answer.text(lang, width=100).splitlines())) <= 100


def test_titles_cannot_steer_the_terminal() -> None:
    """Neither those of organs nor those of columns."""
    organ = evolve(region()["rf"], title="\x1b[31mR")
    model = bare(organ, goal("a", title="\x1b[31mA", owners=[Owner(organ="rf")]))
    assert "\x1b" not in coverage(model, by="goal").text()


def test_a_page_has_the_headline_as_its_caption() -> None:
    """Above the rows."""
    assert (
        coverage(region())._repr_html_().startswith("<table><caption>Vem som bär vilka mål den 2026-03-01.</caption>")
    )


def test_titles_are_escaped_on_a_page() -> None:
    """They may hold anything."""
    organ = evolve(region()["rf"], title="<b>")
    html = coverage(bare(organ, goal("a", owners=[Owner(organ="rf")])))._repr_html_()
    assert ("<b>" in html, "&lt;b&gt;" in html) == (False, True)


def test_coverage_is_neither_true_nor_false() -> None:
    """One reads its cells."""
    with pytest.raises(NoTruthValue) as caught:
        bool(coverage(region()))
    assert caught.value.read == "cells"


def test_answers_about_one_model_are_equal() -> None:
    """The same question of the same model."""
    model = region()
    assert coverage(model) == coverage(model.at(DAY))


def test_answers_by_different_columns_are_not_equal() -> None:
    """They are different questions."""
    model = region()
    assert coverage(model) != coverage(model, by="goal")


def test_goals_of_a_cell_take_any_iterable() -> None:
    """As the tuple fields of records do."""
    assert Cell(organ=None, column=None, goals=["a"]).goals == ("a",)
