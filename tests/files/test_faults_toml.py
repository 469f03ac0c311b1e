"""What is said of each kind of fault in TOML, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.faulty import in_toml

if TYPE_CHECKING:
    from pathlib import Path

GOAL = '[[goals]]\nid = "a"\ntitle = "A"\nlevel = "mal"\n'
INDICATOR = '[[indicators]]\nid = "i"\ntitle = "I"\nkind = "kvantitativ"\n'
TARGET = "[[indicators.targets]]\nyear = 2025\n"

IN_TOML = [
    pytest.param(
        GOAL + 'titel = "A"',
        "region.toml:10: unknown key 'titel', did you mean 'title'? @ goals 'a'",
        id="an unknown key",
    ),
    pytest.param(
        '[[ratios]]\nid = "a"\ntitle = "A"\nxyz = 1',
        "region.toml:9: unknown key 'xyz', expected one of "
        "'sources', 'note', 'proposed', 'id', 'title', 'formula', 'unit' @ ratios 'a'",
        id="an unknown key that nothing is near",
    ),
    pytest.param(
        GOAL + 'owners = [\n  { organ = "rs" },\n  { orgn = "rs" },\n]',
        "region.toml:12: owners[1]: unknown key 'orgn', did you mean 'organ'? @ goals 'a'",
        id="an unknown key inside",
    ),
    pytest.param(
        '[[ratios]]\nid = "a"\ntitle = "A"\nunit = "Mkr"',
        "region.toml:9: unit: unknown value 'Mkr', did you mean 'mnkr'? @ ratios 'a'",
        id="a value that is nearest but for its capital",
    ),
    pytest.param(
        '[[goal]]\nid = "a"',
        "region.toml:6: unknown key 'goal', did you mean 'goals'?",
        id="an unknown catalogue",
    ),
    pytest.param(
        INDICATOR + TARGET + 'indicator = "i"\ncondition = { kind = "ska utarbetas" }',
        "region.toml:12: targets[0]: unknown key 'indicator', expected one of 'sources', 'note', 'proposed', 'year', "
        "'part', 'scope', 'gender', 'condition', 'horizon', 'document', 'set_by', 'validity' @ indicators 'i'",
        id="a nested record that says what it stands in",
    ),
    pytest.param(
        '[[goals]]\nid = "a"\nlevel = "mal"',
        "region.toml:6: missing key 'title', expected a text @ goals 'a'",
        id="a missing key",
    ),
    pytest.param(
        '[[ratios]]\ntitle = "A"',
        "region.toml:6: missing key 'id', expected a text @ ratios[0]",
        id="a missing id",
    ),
    pytest.param(
        '[[indicators]]\nid = "i"\ntitle = "I"',
        "region.toml:6: missing key 'kind', expected one of 'kvantitativ', 'graderad', 'kluster' @ indicators 'i'",
        id="a missing key that takes one of some values",
    ),
    pytest.param(
        '[[delegations]]\nid = "d"',
        "region.toml:6: missing key 'matters', expected a list @ delegations 'd'",
        id="a missing list",
    ),
    pytest.param(
        INDICATOR + TARGET,
        "region.toml:10: targets[0]: missing key 'condition', expected a table @ indicators 'i'",
        id="a missing table",
    ),
    pytest.param(
        '[[ratios]]\nid = "a"\ntitle = 80',
        "region.toml:8: title: expected a text, found the number 80 @ ratios 'a'",
        id="a wrong type",
    ),
    pytest.param(
        INDICATOR + 'parts_count = "80"',
        "region.toml:10: parts_count: expected a whole number, found the text '80' @ indicators 'i'",
        id="a text for a number",
    ),
    pytest.param(
        INDICATOR + "by_gender = 1",
        "region.toml:10: by_gender: expected true or false, found the number 1 @ indicators 'i'",
        id="a number for a truth",
    ),
    pytest.param(
        INDICATOR + "parts_count = true",
        "region.toml:10: parts_count: expected a whole number, found true @ indicators 'i'",
        id="a truth for a number",
    ),
    pytest.param(
        INDICATOR + "parts_count = 2.0",
        "region.toml:10: parts_count: expected a whole number, found the number 2.0 @ indicators 'i'",
        id="a decimal for a whole number",
    ),
    pytest.param(
        INDICATOR + f"parts_count = {2**64}",
        "region.toml:10: parts_count: expected a whole number that fits in 64 bits, "
        "found the number 18446744073709551616 @ indicators 'i'",
        id="a whole number of too many digits",
    ),
    pytest.param(
        INDICATOR + TARGET + 'condition = { kind = "över", value = "80" }',
        "region.toml:12: targets[0].condition.value: expected a number, found the text '80' @ indicators 'i'",
        id="a decimal as text",
    ),
    pytest.param(
        INDICATOR + TARGET + 'condition = { kind = "över", value = nan }',
        "region.toml:12: targets[0].condition.value: expected a number, found the number NaN @ indicators 'i'",
        id="a decimal that is no number",
    ),
    pytest.param(
        INDICATOR + TARGET + 'condition = { kind = "över", value = -inf }',
        "region.toml:12: targets[0].condition.value: expected a number, found the number -Infinity @ indicators 'i'",
        id="a decimal without end",
    ),
    pytest.param(
        INDICATOR + TARGET + 'condition = { kind = "över", value = 1e70 }',
        "region.toml:12: targets[0].condition.value: expected a number of at most 60 digits, "
        "found the number 1E+70 @ indicators 'i'",
        id="a decimal of too many digits",
    ),
    pytest.param(
        '[[publications]]\nid = "p"\ntitle = "P"\npublished = 2025-01-01T08:00:00',
        "region.toml:9: published: expected a date without a time, such as 2025-12-31, "
        "found the date-time 2025-01-01 08:00:00 @ publications 'p'",
        id="a date-time for a day",
    ),
    pytest.param(
        '[[publications]]\nid = "p"\ntitle = "P"\npublished = 08:00:00',
        "region.toml:9: published: expected a date without a time, such as 2025-12-31, "
        "found the time 08:00:00 @ publications 'p'",
        id="a time for a day",
    ),
    pytest.param(
        '[[publications]]\nid = "p"\ntitle = "P"\npublished = "2025-01-01"',
        "region.toml:9: published: expected a date without a time, such as 2025-12-31, "
        "found the text '2025-01-01' @ publications 'p'",
        id="a text for a day",
    ),
    pytest.param(
        '[[ratios]]\nid = "a"\ntitle = 2025-01-01',
        "region.toml:8: title: expected a text, found the date 2025-01-01 @ ratios 'a'",
        id="a day for a text",
    ),
    pytest.param(
        GOAL + "validity = { first = 2025-01-01, last = 2024-12-31 }",
        "region.toml:10: validity: first 2025-01-01 comes after last 2024-12-31, "
        "expected first to be the earlier or the same @ goals 'a'",
        id="an end before the start",
    ),
    pytest.param(
        GOAL + '[goals.horizon]\nkind = "åren"\nlast_year = 2025\nfirst_year = 2027',
        "region.toml:13: horizon: first_year 2027 comes after last_year 2025, "
        "expected first_year to be the earlier or the same @ goals 'a'",
        id="a year before another",
    ),
    pytest.param(
        '[[organs]]\nid = "rf"\ntitle = "RF"\nkind = "fullmäktige"\n'
        "meetings = [{ on = 2026-04-29, until = 2026-04-28 }]",
        "region.toml:10: meetings[0]: on 2026-04-29 comes after until 2026-04-28, "
        "expected on to be the earlier or the same @ organs 'rf'",
        id="a meeting that ends before it begins",
    ),
    pytest.param(
        INDICATOR + TARGET + 'condition = { kind = "mellan", low = 10, high = 9.5 }',
        "region.toml:12: targets[0].condition: low 10 comes after high 9.5, "
        "expected low to be the earlier or the same @ indicators 'i'",
        id="a band turned round",
    ),
    pytest.param(
        GOAL + 'horizon = { kind = "åren", first = 2026-01-01, last_year = 2025 }',
        "region.toml:10: horizon: first 2026-01-01 is after last 2025-12-31, "
        "expected first to be the earlier or the same @ goals 'a'",
        id="days that a year contradicts",
    ),
    pytest.param(
        GOAL + 'horizon = { kind = "åren", first_year = 0, last_year = 2025 }',
        "region.toml:10: horizon: first_year 0, expected 1 to 9999 @ goals 'a'",
        id="a year that no calendar has",
    ),
    pytest.param(
        INDICATOR + '[[indicators.outcomes]]\nyear = 2025\nvalue = 1\nmissing = "ny"',
        "region.toml:10: outcomes[0]: expected exactly one of value, grade and missing @ indicators 'i'",
        id="a value and a reason for none",
    ),
    pytest.param(
        INDICATOR + TARGET + 'condition = { kind = "över" }',
        "region.toml:12: targets[0].condition: "
        "a condition of kind 'över' needs value or by_year or reference @ indicators 'i'",
        id="a condition that lacks its limit",
    ),
    pytest.param(
        '[[structures]]\nid = "s"\ntitle = "S"\n[structures.geh]\n'
        'parts = [{ part = "balanskrav" }, { part = "balanskrav" }]',
        "region.toml:9: geh: the part 'balanskrav' stands more than once, expected each part once @ structures 's'",
        id="a part of the whole that is named twice",
    ),
    pytest.param(
        '[[organs]]\nid = "rf"\ntitle = "RF"\nkind = "fullmaktige"',
        "region.toml:9: kind: unknown value 'fullmaktige', did you mean 'fullmäktige'? @ organs 'rf'",
        id="an unknown value",
    ),
    pytest.param(
        GOAL + 'kind = "xyz"',
        "region.toml:10: kind: unknown value 'xyz', expected one of 'finansiellt', 'verksamhet' @ goals 'a'",
        id="an unknown value that nothing is near",
    ),
    pytest.param(
        GOAL + "kind = 1",
        "region.toml:10: kind: expected one of 'finansiellt', 'verksamhet', found the number 1 @ goals 'a'",
        id="a number for one of some values",
    ),
    pytest.param(
        GOAL + 'continues = "b"',
        "region.toml:10: continues: expected a list, found the text 'b' @ goals 'a'",
        id="a text for a list",
    ),
    pytest.param(
        GOAL + 'validity = "2025"',
        "region.toml:10: validity: expected a table, found the text '2025' @ goals 'a'",
        id="a text for a table",
    ),
    pytest.param(
        GOAL + "[goals.owners]\norgan = 1",
        "region.toml:10: owners: expected a list, found a table @ goals 'a'",
        id="a table for a list",
    ),
    pytest.param(
        '[goals]\nid = "a"',
        "region.toml:6: goals: expected a list, found a table; write [[goals]]",
        id="a table for a catalogue",
    ),
    pytest.param(
        'goals = "a"',
        "region.toml:6: goals: expected a list, found the text 'a'",
        id="a text for a catalogue",
    ),
    pytest.param(
        "goals = [\n[],\n]",
        "region.toml:7: expected a table, found a list @ goals[0]",
        id="a list for a record",
    ),
    pytest.param(
        'source = "p"',
        "region.toml:6: source: expected a table, found the text 'p'",
        id="a text for a source",
    ),
    pytest.param(
        'source = { publication = "p", plats = "s. 1" }\n' + GOAL,
        "region.toml:6: source: unknown key 'plats', did you mean 'place'?",
        id="a fault in the source of all records",
    ),
    pytest.param(
        "[sources]\npublication = 1",
        "region.toml:6: sources: expected a list, found a table",
        id="a table for the sources of all records",
    ),
    pytest.param(
        '[[ratios]]\nid = "Å b"\ntitle = "A"',
        "region.toml:7: the id 'Å b' is of the wrong form, "
        "expected lower-case letters a to z, digits and single hyphens @ ratios 'Å b'",
        id="an id of the wrong form",
    ),
    pytest.param(
        GOAL + '[[ratios]]\nid = "a"\ntitle = "A"',
        "region.toml:11: the id 'a' stands already at region.toml:7 @ ratios 'a'",
        id="an id that stands twice",
    ),
    pytest.param(
        INDICATOR + 2 * (TARGET + 'condition = { kind = "ska utarbetas" }\n'),
        "region.toml:13: targets[1]: 'target/i/2025' stands already at region.toml:10 @ indicators 'i'",
        id="a natural key that stands twice",
    ),
    pytest.param(
        '[[organs]]\nid = "rs"\ntitle = "RS"\nkind = "styrelse"\nroles = [\n'
        '{ id = "b", title = "B", kind = "styrelse" },\n{ id = "b", title = "C", kind = "nämnd" },\n]',
        "region.toml:12: roles[1]: the id 'b' stands already at region.toml:11 @ organs 'rs'",
        id="an id that stands twice in a record",
    ),
    pytest.param(
        '[[structures]]\nid = "s"\ntitle = "S"\n[[structures.levels]]\nid = "Mål"\ntitle = "Mål"\nkind = "mål"',
        "region.toml:10: levels[0]: the id 'Mål' is of the wrong form, "
        "expected lower-case letters a to z, digits and single hyphens @ structures 's'",
        id="an id of the wrong form in a record",
    ),
    pytest.param(
        GOAL + '[[structures]]\nid = "s"\ntitle = "S"\n'
        '[[structures.perspectives]]\nid = "a"\ntitle = "A"\nkind = "önskan"\nlevel = "mal"',
        "region.toml:14: perspectives[0]: the id 'a' belongs already to a record at region.toml:7, "
        "expected another for the perspective @ structures 's'",
        id="a perspective with the id of a record",
    ),
    pytest.param(
        '[[structures]]\nid = "s"\ntitle = "S"\n[[structures.levels]]\nid = "indikator"\ntitle = "I"\nkind = "mål"',
        "region.toml:10: levels[0]: the id 'indikator' stands for indicators in links, "
        "expected another id for the level @ structures 's'",
        id="a level with the word for indicators",
    ),
]


@pytest.mark.parametrize(("text", "said"), IN_TOML)
def test_a_fault_in_toml(tmp_path: Path, text: str, said: str) -> None:
    """One fault is told in one line."""
    assert in_toml(tmp_path, text) == [said]
