"""How a region steers, apart from what it wants this year."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning.model import (
    DocumentKind,
    Ground,
    HorizonKind,
    Level,
    LevelKind,
    Link,
    OrganKind,
    Perspective,
    PerspectiveKind,
    PositionKind,
    Stream,
    Structure,
)
from regionstyrning.model.references import reference_fields
from tests.model.small import from_day, model, structure, until_day


def level(id: str, kind: LevelKind = LevelKind.GOAL) -> Level:
    """A level that says no more."""
    return Level(id=id, title=id.capitalize(), kind=kind)


@pytest.mark.parametrize("names", [("mal",), ("inriktningsmal", "insatsomrade", "namndsmal", "mal", "aktivitet")])
def test_a_structure_has_any_number_of_levels_under_its_own_names(names: tuple[str, ...]) -> None:
    """One level is a structure, and so are five."""
    held = Structure(id="s", title="S", levels=[level(name) for name in names])
    assert tuple(each.id for each in held.levels) == names


def test_depth_may_be_uneven() -> None:
    """A nämndsmål may hang on a mål or right on a fokusområde."""
    rule = Link(lower="namndsmal", upper=["mal", "fokusomrade"], required=True)
    assert rule.upper == ("mal", "fokusomrade")


def test_a_level_is_set_by_kinds_of_organ_in_kinds_of_document() -> None:
    """Fullmäktige sets the mål in the regionplan."""
    held = Level(id="mal", title="Mål", kind=LevelKind.GOAL, set_by=[OrganKind.ASSEMBLY], in_documents=["regionplan"])
    assert (held.set_by, held.in_documents) == ((OrganKind.ASSEMBLY,), ("regionplan",))


def test_a_level_is_set_by_kinds_of_post() -> None:
    """The head of a förvaltning sets the aktiviteter, and no organ does."""
    held = Level(id="aktivitet", title="Aktivitet", kind=LevelKind.WORK, set_by_posts=[PositionKind.HEAD])
    assert (held.set_by, held.set_by_posts) == ((), (PositionKind.HEAD,))


def test_a_link_is_required_or_only_allowed() -> None:
    """A nämnd goal must hang on something, an aktivitet may."""
    must = Link(lower="namndsmal", upper=["mal"], required=True)
    may = Link(lower="aktivitet", upper=["namndsmal"])
    assert (must.required, may.required) == (True, False)


def test_a_link_may_be_required_from_above() -> None:
    """Every mål must have an indicator under it, which asks nothing of the indicators."""
    rule = Link(lower="indikator", upper=["mal"], required_under=True)
    assert (rule.required_under, rule.required) == (True, False)


@pytest.mark.parametrize(
    "ground",
    [Ground.MEASURES, Ground.LEVEL_UNDER, Ground.WORK_DONE, Ground.OVERALL],
)
def test_a_level_says_what_it_is_judged_by(ground: Ground) -> None:
    """Its measures, the level under it, the work done, or an overall judgement that no measure decides."""
    held = Level(id="mal", title="Mål", kind=LevelKind.GOAL, judged_by=[ground])
    assert held.judged_by == (ground,)


def test_a_level_may_be_judged_by_several_things_at_once() -> None:
    """Measures and work done are weighed together."""
    held = Level(id="mal", title="Mål", kind=LevelKind.GOAL, judged_by=[Ground.MEASURES, Ground.WORK_DONE])
    assert held.judged_by == (Ground.MEASURES, Ground.WORK_DONE)


def test_a_level_may_leave_open_what_it_is_judged_by() -> None:
    """A region that does not say gives no ground."""
    assert level("mal").judged_by == ()


def test_a_level_of_work_is_told_apart_from_a_level_of_goals() -> None:
    """An uppdrag is done or not, it is not attained."""
    assert level("uppdrag", LevelKind.WORK).kind is not level("mal").kind


def test_a_financial_goal_stands_on_a_level_that_requires_no_link() -> None:
    """Beside the målområden there is a level of its own that no link rule is about."""
    held = structure(
        levels=[level("malomrade", LevelKind.PERSPECTIVE), level("mal"), level("finansiellt-mal", LevelKind.FINANCIAL)],
        links=[Link(lower="mal", upper=["malomrade"], required=True)],
    )
    assert [each.id for each in held.levels if each.id not in {link.lower for link in held.links}] == [
        "malomrade",
        "finansiellt-mal",
    ]


@pytest.mark.parametrize(
    ("title", "kind", "value"),
    [
        ("Invånarperspektivet", PerspectiveKind.ANGLE, "synvinkel"),
        ("Länets bästa vård", PerspectiveKind.WISH, "önskan"),
        ("Minskade vårdköer", PerspectiveKind.PRIORITY, "prioritering"),
        ("Strategi för god ekonomi", PerspectiveKind.WAY_TO_ACT, "handlingssätt"),
        ("Kollektivtrafik", PerspectiveKind.FIELD, "verksamhetsfält"),
    ],
)
def test_what_a_top_grouping_is_to_its_region_is_data(title: str, kind: PerspectiveKind, value: str) -> None:
    """Perspektiv, målområde, fokusområde and strategi stand in one place and are told apart by kind."""
    held = Perspective(id="topp", title=title, kind=kind, level="malomrade")
    assert held.kind.value == value


def test_perspectives_may_be_sorted_under_headings() -> None:
    """A målområde belongs to kärnverksamhet without a level for it."""
    held = Perspective(
        id="kultur", title="Kultur", kind=PerspectiveKind.FIELD, level="malomrade", group="kärnverksamhet"
    )
    assert held.group == "kärnverksamhet"


def test_two_versions_of_a_structure_use_the_same_ids() -> None:
    """A level and a perspective keep their ids when the structure is renewed."""
    old = structure("modell-2019", ("vard",), validity=until_day(date(2022, 12, 31)))
    new = structure("modell-2023", ("vard",), validity=from_day(date(2023, 1, 1)))
    held = model(structures=[old, new])
    assert [each.level("mal") is None for each in held.structures] == [False, False]


def test_one_structure_is_in_force_a_day() -> None:
    """The old one holds to its last day and the new one from its first."""
    old = structure("modell-2019", validity=until_day(date(2022, 12, 31)))
    new = structure("modell-2023", validity=from_day(date(2023, 1, 1)))
    held = model(structures=[new, old])
    assert [held.structure_on(day) for day in (date(2022, 12, 31), date(2023, 1, 1))] == [old, new]


def test_the_later_of_two_structures_goes_first() -> None:
    """A structure of unknown age gives way to one that began on a day."""
    undated = structure("modell-odaterad")
    dated = structure("modell-2023", validity=from_day(date(2023, 1, 1)))
    assert model(structures=[dated, undated]).structure_on(date(2024, 1, 1)) == dated


def test_no_structure_may_be_in_force() -> None:
    """Before the first one there is none, and none is made up."""
    held = model(structures=[structure(validity=from_day(date(2023, 1, 1)))])
    assert held.structure_on(date(2022, 12, 31)) is None


def test_goals_quality_and_economy_are_streams_side_by_side() -> None:
    """A level may belong to kvalitetsstyrning and not to målstyrning."""
    held = structure(
        streams=[
            Stream(id="malstyrning", title="Målstyrning"),
            Stream(id="kvalitetsstyrning", title="Kvalitetsstyrning"),
        ],
        levels=[level("mal"), Level(id="uppdrag", title="Uppdrag", kind=LevelKind.WORK, stream="kvalitetsstyrning")],
    )
    assert [each.id for each in held.levels if each.stream == "kvalitetsstyrning"] == ["uppdrag"]


def test_a_kind_of_document_says_who_adopts_it_and_what_it_builds_on() -> None:
    """Each nämnd has a one-year verksamhetsplan, built on the regionplan of fullmäktige."""
    kind = DocumentKind(
        id="verksamhetsplan",
        title="Verksamhetsplan",
        adopted_by=[OrganKind.COMMITTEE],
        belongs_to=[OrganKind.COMMITTEE],
        based_on=["regionplan"],
        horizon=HorizonKind.CALENDAR_YEAR,
        horizon_years=1,
    )
    assert (kind.adopted_by, kind.based_on, kind.horizon_years) == ((OrganKind.COMMITTEE,), ("regionplan",), 1)


def test_a_kind_of_document_keeps_its_other_names() -> None:
    """The top plan has been called landstingsplan, regionplan and budget med planer."""
    kind = DocumentKind(id="budget", title="Budget med planer", names=["landstingsplan", "regionplan"])
    assert kind.names == ("landstingsplan", "regionplan")


def test_a_structure_names_its_levels_and_perspectives_by_id() -> None:
    """What is not there is None."""
    held = structure(perspectives=("vard",))
    found = (held.level("mal"), held.perspective("vard"), held.level("vard"), held.perspective("mal"))
    assert [each is None for each in found] == [False, False, True, True]


def test_a_structure_names_no_record_of_its_region() -> None:
    """It refers to nothing but publications and its own parts, so that another region can be set into it."""
    assert {target for field in reference_fields(Structure) for target in field.targets} == {"publications"}
