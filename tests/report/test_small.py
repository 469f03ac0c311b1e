"""What is rare in the shipped regions is told as well."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from regionstyrning.model import (
    Action,
    CycleStep,
    GehRule,
    Goal,
    Indicator,
    IndicatorRole,
    MeasureKind,
    Missing,
    MonthDay,
    OpenPoint,
    OpenPointKind,
    Organ,
    OrganKind,
    Outcome,
    Owner,
    Ownership,
    OwnershipKind,
    Publication,
    Reading,
    Source,
    SteeringModel,
    Target,
    above,
)
from regionstyrning.model.dates import years
from regionstyrning.report import report
from tests.threaded import MEASURES, bare, goal, link, region


def told(model: SteeringModel) -> str:
    """The report of a model."""
    return report(model)


def changed(model: SteeringModel, **structure: Any) -> SteeringModel:  # noqa: ANN401 - any field of the record
    """The model with another structure."""
    return evolve(model, structures=[evolve(model.structures[0], **structure)])


BOARD = Organ(id="namnden", title="Nämnden", kind=OrganKind.COMMITTEE)


def point(about: str | None) -> OpenPoint:
    """Something open."""
    return OpenPoint(id="oppen", title="Något är oklart", kind=OpenPointKind.AMBIGUOUS, about=about)


def test_a_goal_with_many_threads_says_that_some_are_not_shown() -> None:
    """Five are."""
    uppers = [goal(f"over-{number}", "mal") for number in range(6)]
    links = [link("mitt", each.id) for each in uppers]
    text = told(bare(goal("mitt", "namndmal"), *uppers, *links))
    assert "- Röd tråd: det finns fler vägar än de 5 som visas" in text


def test_a_goal_in_no_document_says_none() -> None:
    """The line is left out."""
    assert "Står i" not in told(bare(Goal(id="fri", title="Fritt", level="mal")))


def test_a_measure_that_is_only_watched_may_lack_outcomes_too() -> None:
    """Both are said."""
    watched = Indicator(id="foljs", title="Följs", kind=MeasureKind.QUANTITATIVE, role=IndicatorRole.WATCHED)
    assert "Måttet följs bara och har inget målvärde. Inget utfall är känt." in told(bare(watched))


def test_a_target_says_which_other_document_set_it() -> None:
    """Where that is not the indicator's own."""
    measure = Indicator(id="matt", title="Mått", kind=MeasureKind.QUANTITATIVE)
    target = Target(indicator="matt", year=2026, condition=above(75), document="annan-plan")
    text = told(bare(measure, target))
    assert "\nMålvärde 2026: över 75 (enligt annan-plan).\n" in text


def test_an_outcome_without_a_cell_says_why_it_is_missing() -> None:
    """In words, never zero."""
    measure = Indicator(id="matt", title="Mått", kind=MeasureKind.QUANTITATIVE)
    assert "\nUtfall 2025: saknas: sekretess.\n" in told(
        bare(measure, Outcome(indicator="matt", year=2025, missing=Missing.SECRET))
    )


def test_what_has_no_name_is_called_by_what_it_is_about() -> None:
    """A link by its ends, an outcome by its indicator and year."""
    measure = Indicator(id="matt", title="Mått", kind=MeasureKind.QUANTITATIVE)
    outcome = Outcome(indicator="matt", year=2025, value=Decimal(3))
    tied = link("mitt", "over")
    goals = (goal("mitt", "namndmal"), goal("over", "mal"))
    texts = [told(bare(measure, outcome, tied, *goals, point(about))) for about in (outcome.id, tied.id, None)]
    lines = [[line for line in text.splitlines() if line.startswith("- **Något är oklart.**")] for text in texts]
    assert lines == [
        ["- **Något är oklart.** Gäller: Mått 2025."],
        ["- **Något är oklart.** Gäller: Mitt → Over."],
        ["- **Något är oklart.**"],
    ]


def test_a_structure_may_say_which_goals_count_without_a_rule() -> None:
    """And a rule may stand without words."""
    counted = evolve(region().structures[0].levels[2], geh=True)
    with_levels = told(changed(region(), levels=[counted], geh=None))
    with_rule = told(changed(region(), geh=GehRule()))
    assert (
        "Räknas: alla mål på nivån mål." in with_levels,
        "Regionen anger ingen regel för hur helheten bedöms." in with_levels,
        "Regionen anger ingen regel för hur helheten bedöms." in with_rule,
    ) == (True, False, True)


def test_hostile_titles_stay_text() -> None:
    """No table, tag, link or heading comes out of a file."""
    text = told(bare(goal("ont", "mal", title="a | b\n# c <script> [x](y)")))
    assert r"#### Mål: a \| b # c \<script> \[x\](y)" in text


def test_days_of_a_goal_and_of_a_target_are_said() -> None:
    """Where they have some of their own."""
    days = years(2025, None)
    measure = Indicator(id="matt", title="Mått", kind=MeasureKind.QUANTITATIVE)
    target = Target(indicator="matt", year=2026, condition=above(75), validity=days)
    text = told(bare(Goal(id="tid", title="Tid", level="mal", validity=days), measure, target))
    assert ("Tid: från 2025-01-01." in text, "Målvärde 2026: över 75 (från 2025-01-01)." in text) == (True, True)


def test_work_under_no_goal_is_told_by_who_carries_it() -> None:
    """With what it serves, where that is no goal; and its measures after it."""
    loose = Goal(id="losa", title="Ordna arkivet", level="uppdrag", label="U 1", owners=[Owner(organ="namnden")])
    under = Goal(id="under", title="Sortera kartor", level="uppdrag")
    measure = Indicator(id="matt", title="Hyllmeter", kind=MeasureKind.QUANTITATIVE)
    links = [link("under", "losa"), link("matt", "losa", kind=MEASURES)]
    text = told(bare(BOARD, loose, under, measure, *links))
    start = text.index("### Uppdrag och annat arbete")
    assert text[start : text.index("**Mått: Hyllmeter**")].split("\n\n") == [
        "### Uppdrag och annat arbete",
        "Bärs av: ingen är angiven",
        "- Sortera kartor – bidrar till ”U 1 Ordna arkivet”",
        "Bärs av: Nämnden",
        "- **U 1** Ordna arkivet",
        "U 1 Ordna arkivet mäts så:",
        "",
    ]


def test_work_that_serves_two_goals_is_told_once() -> None:
    """Under the other it is named."""
    goals = (goal("ett", "mal"), goal("tva", "mal"))
    work = Goal(id="jobb", title="Jobbet", level="uppdrag", when="i år")
    text = told(bare(*goals, work, link("jobb", "ett"), link("jobb", "tva")))
    assert [line for line in text.splitlines() if "Jobbet" in line and line.startswith("  - ")] == [
        "  - Jobbet (i år)",
        "  - Jobbet (se ovan)",
    ]


def test_what_has_only_an_id_is_called_by_it() -> None:
    """A tie by its ends, the rest by the id."""
    tie = Ownership(id="band", owner="namnden", owned="bolaget", kind=OwnershipKind.OWNS)
    company = Organ(id="bolaget", title="Bolaget AB", kind=OrganKind.LEGAL_PERSON)
    assert [
        "Gäller: Nämnden → Bolaget AB." in told(bare(BOARD, company, tie, point(tie.id))),
        "Gäller: fri." in told(bare(Goal(id="fri", title="fri", level="mal"), point("fri"))),
    ] == [True, True]


def test_what_most_measures_share_is_said_once() -> None:
    """And what differs is said of the one that differs."""
    shared = [
        Indicator(
            id=f"m{number}",
            title=f"M {number}",
            kind=MeasureKind.QUANTITATIVE,
            document="planen",
            owners=[Owner(organ="namnden")],
        )
        for number in range(3)
    ]
    other = Indicator(id="annat", title="Annat", kind=MeasureKind.QUANTITATIVE)
    text = told(bare(BOARD, *shared, other))
    assert [
        "Där inget annat sägs står måtten i planen och bärs måtten av Nämnden." in text,
        "**Mått: M 1** (kvantitativ)." in text,
        "**Mått: Annat** (kvantitativ; bärs av ingen som anges; dokumentet anges inte)." in text,
    ] == [True, True, True]


def test_the_document_of_all_targets_is_said_once() -> None:
    """Of the measure, where it is not its own."""
    measure = Indicator(id="matt", title="Mått", kind=MeasureKind.QUANTITATIVE)
    targets = [Target(indicator="matt", year=year, condition=above(75), document="annan-plan") for year in (2026, 2027)]
    text = told(bare(measure, *targets))
    assert "(kvantitativ; målvärden enligt annan-plan)." in text
    assert "\nMålvärde 2026: över 75. Målvärde 2027: över 75.\n" in text


def test_a_reading_is_told_once_and_a_place_is_named_once() -> None:
    """Two sources of one place are one reference; the note stands in the list of readings."""
    said = [
        Source(publication="planboken", place="s. 4", quote="så är det"),
        Source(publication="planboken", place="s. 4", reading=Reading.INFERRED, note="Ägaren"),
        Source(publication="planboken", place="s. 5", reading=Reading.DISPUTED),
    ]
    text = told(bare(Publication(id="planboken", title="Planboken"), goal("mitt", "mal", sources=said)))
    assert "Källa: K1, s. 4: ”så är det” (delvis tolkad, L1); K1, s. 5 (omtvistad)." in text
    assert "\n- L1: Ägaren\n" in text


def test_ids_in_notes_are_told_as_titles() -> None:
    """A word with a hyphen that is no id stays."""
    text = told(bare(goal("det-andra", "mal"), goal("mitt", "mal", note="Se det-andra och covid-19.")))
    assert "Anmärkning: Se ”Det-andra” och covid-19." in text


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (2, MonthDay(month=2, day=27), "senast 27 februari; varje år"),
        (4, MonthDay(month=5, day=31), "april, senast 31 maj; varje år"),
        (4, MonthDay(month=5), "april–maj; varje år"),
        (None, MonthDay(month=5, day=31), "senast 31 maj; varje år"),
        (11, None, "november; varje år"),
    ],
)
def test_a_step_says_from_which_month_and_by_which_day(first: int | None, last: MonthDay | None, said: str) -> None:
    """In the words of a calendar."""
    step = CycleStep(id="steg", title="Steget", action=Action.DECIDES, first_month=first, last=last)
    assert f"| Steget | beslutar | {said} |" in told(changed(region(), cycle=[step]))


def test_what_a_source_says_of_a_perspective_stands_at_it() -> None:
    """Places alone stand in the table of perspectives."""
    said = evolve(region().structures[0].perspectives[0], sources=[Source(publication="planboken", quote="vården")])
    text = told(bare(goal("mitt", "mal"), link("mitt", "vard")))
    quoted = told(changed(bare(goal("mitt", "mal"), link("mitt", "vard")), perspectives=[said]))
    assert ("- Källa: K1: ”vården”" in text, "- Källa: K1: ”vården”" in quoted) == (False, True)


def test_a_watched_measure_with_a_target_is_said_to_be_watched() -> None:
    """Without one a sentence says it."""
    watched = Indicator(id="foljs", title="Följs", kind=MeasureKind.QUANTITATIVE, role=IndicatorRole.WATCHED)
    target = Target(indicator="foljs", year=2026, condition=above(75), scope="RVN")
    text = told(bare(watched, target))
    assert "**Mått: Följs** (kvantitativ; följs bara). Inget utfall är känt." in text
    assert "\nGäller RVN. Målvärde 2026: över 75.\n" in text
