"""Running rules over a model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from regionstyrning import check, load, load_region
from regionstyrning.errors import UnknownId
from regionstyrning.model import Goal, Owner, Severity, SteeringModel, Validity, Where
from regionstyrning.rules import PROFILES, RULES, Held, Hit, rule, rules_of
from regionstyrning.text.sentences import Sentence
from tests.threaded import DAY, bare, goal, link, region

RF = Owner(organ="rf")

REGION = """format = 2
id = "liten"
title = "Liten"
as_of = 2026-03-01
status = "fictional"

[[goals]]
id = "a"
title = "Mål A"
level = "mal"

[[goals]]
id = "b"
title = "Mål B"
level = "mal"
validity = { last = 2025-12-31 }
"""
MORE = """
[[goals]]
id = "c"
title = "Mål C"
level = "mal"

[[goals.contributions]]
upper = "nowhere"
kind = "bidrar till"
"""


@rule(
    "house.has-a-note",
    severity=Severity.WARNING,
    source="Vår egen ordning.",
    each="goals",
    sentence=Sentence("{title} saknar anteckning.", "{title} has no note."),
    mending=Sentence("Anteckna något.", "Note something."),
)
def has_a_note(record: Goal, held: Held) -> Iterator[Hit]:
    """
    Every goal has a note.

    More is not asked.
    """
    if record.note is None:
        yield Hit((record.id,), {"title": f"{record.title} i {held.model.title}"})


@rule(
    "house.has-goals",
    severity=Severity.NOTE,
    source="Vår egen ordning.",
    sentence=Sentence("Inga mål.", "No goals."),
    mending=Sentence("Lägg till ett.", "Add one."),
)
def has_goals(held: Held) -> Iterator[Hit]:
    """A region has goals."""
    if not held.model.goals:
        yield Hit(())


@rule(
    "house.every-goal-errs",
    severity=Severity.ERROR,
    source="Vår egen ordning.",
    each="goals",
    sentence=Sentence("{title}.", "{title}."),
    mending=Sentence("Ta bort målet.", "Remove the goal."),
)
def every_goal_errs(record: Goal, held: Held) -> Iterator[Hit]:
    """No goal is right, twice over, and each in its own way."""
    yield Hit((record.id,), {"title": "andra"})
    yield Hit((record.id,), {"title": "första"}, f"KL, som {held.model.id} läser den")


def small() -> SteeringModel:
    """A region with two goals and nothing else."""
    return bare(goal("b"), goal("a", note="x"))


def test_a_rule_of_ones_own_is_passed_in() -> None:
    """Made by the decorator, and looking at each record of a catalogue."""
    assert [finding.text() for finding in check(small(), rules=[has_a_note])] == [
        "B i Trådens region saknar anteckning."
    ]


def test_a_rule_may_look_at_the_whole_model() -> None:
    """Its findings may name no record."""
    found = check(bare(), rules=[has_goals])
    assert [(finding.rule, finding.records, finding.where) for finding in found] == [("house.has-goals", (), None)]


def test_rules_may_come_from_any_iterable() -> None:
    """As they are asked for once."""
    assert len(check(small(), rules=iter([has_a_note, has_goals]))) == 1


def test_rules_of_one_catalogue_are_asked_side_by_side() -> None:
    """Each of its records is met by all of them."""
    assert len(check(small(), rules=[has_a_note, every_goal_errs])) == 5


def test_no_rules_find_nothing() -> None:
    """Whatever the model."""
    assert check(bare(goal("a")), rules=()) == ()


def test_findings_are_sorted_by_severity_rule_records_and_words() -> None:
    """The gravest first."""
    found = check(small(), rules=[has_a_note, every_goal_errs])
    assert [(each.severity.name, each.records, each.words[0][1]) for each in found] == [
        ("ERROR", ("a",), "andra"),
        ("ERROR", ("a",), "första"),
        ("ERROR", ("b",), "andra"),
        ("ERROR", ("b",), "första"),
        ("WARNING", ("b",), "B i Trådens region"),
    ]


def test_a_finding_rests_on_what_its_rule_rests_on() -> None:
    """Unless something is nearer at hand."""
    found = check(bare(goal("a")), rules=[every_goal_errs])
    assert [finding.source for finding in found] == ["Vår egen ordning.", "KL, som trad läser den"]


def test_a_finding_says_what_would_mend_it() -> None:
    """In the words of its rule."""
    assert check(small(), rules=[has_a_note])[0].mend == "Anteckna något."


def test_only_what_is_in_force_is_checked() -> None:
    """The goal ends with the year."""
    model = bare(goal("a", validity=Validity(last=date(2026, 12, 31))))
    assert [len(check(model, on=date(year, 12, 31), rules=[has_a_note])) for year in (2026, 2027)] == [1, 0]


def test_without_a_day_the_models_own_is_meant() -> None:
    """Never today."""
    model = bare(goal("a", validity=Validity(last=DAY)))
    assert len(check(model, rules=[has_a_note])) == 1


def test_bas_is_meant_if_no_rules_are_named() -> None:
    """What breaks law or leads nowhere."""
    model = bare(goal("a"), link("a", "nowhere"))
    assert check(model) == check(model, rules="bas")


def test_an_unknown_profile_names_the_nearest() -> None:
    """It is a wrong call."""
    with pytest.raises(UnknownId) as caught:
        check(region(), rules="sträng")
    assert str(caught.value) == "no profile has the id 'sträng'. Did you mean 'strang'?"


def test_strang_is_every_rule() -> None:
    """Also what a revisor would remark on."""
    assert rules_of("strang") == RULES


def test_bas_is_the_rules_that_break_law_or_lead_nowhere() -> None:
    """Each says so itself."""
    assert rules_of("bas") == tuple(each for each in RULES if each.lawful)


def test_all_of_bas_is_in_strang() -> None:
    """Who asks for more gets no less."""
    assert set(PROFILES["bas"]) < set(PROFILES["strang"])


def test_rules_stand_for_themselves() -> None:
    """In the order they are given."""
    assert rules_of([has_goals, has_a_note]) == (has_goals, has_a_note)


def test_a_whole_region_keeps_every_rule() -> None:
    """Nothing is found in it, but that few of its goals have measures, and one measure no direction."""
    found = {finding.rule for finding in check(region(), rules="strang")}
    assert found == {"audit.organs-goals-are-measurable", "audit.indicators-have-a-direction"}


def test_a_model_made_by_hand_knows_no_files() -> None:
    """Its records are written nowhere."""
    assert [finding.where for finding in check(small(), rules=[has_a_note])] == [None]


def test_a_finding_about_a_model_read_from_toml_says_where(tmp_path: Path) -> None:
    """File and line of the record to mend first, looked up when asked."""
    (tmp_path / "region.toml").write_text(REGION, encoding="utf-8")
    (tmp_path / "mal.toml").write_text(MORE, encoding="utf-8")
    found = check(load(tmp_path), rules=[has_a_note])
    assert [finding.where for finding in found] == [Where("region.toml", 7), Where("mal.toml", 2)]


def test_a_finding_about_a_link_says_where_the_link_is_written(tmp_path: Path) -> None:
    """It may stand inside its goal."""
    (tmp_path / "region.toml").write_text(REGION, encoding="utf-8")
    (tmp_path / "mal.toml").write_text(MORE, encoding="utf-8")
    found = check(load(tmp_path))
    assert [(finding.records[1], finding.where) for finding in found] == [("nowhere", Where("mal.toml", 7))]


def test_a_finding_about_the_region_itself_says_where(tmp_path: Path) -> None:
    """In the file that says which region it is."""
    (tmp_path / "region.toml").write_text(REGION.replace("status", 'legal_person = "x"\nstatus', 1), encoding="utf-8")
    assert [finding.where for finding in check(load(tmp_path))] == [Where("region.toml", 2)]


def test_a_finding_about_another_day_says_where(tmp_path: Path) -> None:
    """Also for what the model's own day has left behind."""
    (tmp_path / "region.toml").write_text(REGION, encoding="utf-8")
    found = check(load(tmp_path), on=date(2025, 12, 31), rules=[has_a_note])
    assert [finding.where for finding in found] == [Where("region.toml", 7), Where("region.toml", 12)]


def test_a_finding_about_a_changed_model_does_not_say_where(tmp_path: Path) -> None:
    """Its records are no longer those of the file."""
    (tmp_path / "region.toml").write_text(REGION, encoding="utf-8")
    changed = evolve(load(tmp_path), title="Annan")
    assert check(changed, rules=[has_a_note])[0].where is None


def test_rules_are_asked_by_their_ids() -> None:
    """Alone, or several together with rules; whoever errs is told the nearest."""
    (owned,) = rules_of("linkage.has-an-owner")
    assert owned.id == "linkage.has-an-owner"
    assert rules_of(["linkage.has-an-owner", has_a_note]) == (owned, has_a_note)
    with pytest.raises(UnknownId) as alone:
        check(region(), rules="linkage.has-owner")
    assert str(alone.value) == "no rule or profile has the id 'linkage.has-owner'. Did you mean 'linkage.has-an-owner'?"
    with pytest.raises(UnknownId) as among:
        check(region(), rules=["linkage.has-owner"])
    assert str(among.value) == "no rule has the id 'linkage.has-owner'. Did you mean 'linkage.has-an-owner'?"


def test_what_is_no_rule_is_refused() -> None:
    """Whoever gives something else is told where the rules are."""
    with pytest.raises(TypeError) as raised:
        check(region(), rules=[5])  # type: ignore[list-item]
    assert str(raised.value) == (
        "expected rules or their ids, found 5. The library's own are in regionstyrning.rules.RULES"
    )


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_like_others(day: date) -> None:
    """A cycle reaches into the years before and after, and there may be none."""
    model = load_region("exempel")
    always = [evolve(each, validity=None) for each in model.structures]
    found = {finding.rule for finding in check(model.with_(*always), on=day, rules="strang")}
    assert "linkage.hangs-on-what-is-above" in found
