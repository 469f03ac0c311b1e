"""What is true of the law that is shipped: dates, sources, readings, and the changes of the years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning.law
from regionstyrning.errors import UnknownId
from regionstyrning.law import STANDARD, Law, Policies, ReportsTo, law_for, packaged
from regionstyrning.law.policies import NAMES
from regionstyrning.model import (
    LINES,
    Act,
    Confidence,
    Effect,
    OrganKind,
    Provision,
    Reading,
    Statute,
    SteeringModel,
    Validity,
)

LAW = Law(statutes=packaged().statutes)
EVERY = tuple(provision for statute in packaged().statutes for provision in statute.provisions)
DAY = timedelta(days=1)
FOLDER = Path(regionstyrning.law.__file__).parent / "statutes"


@given(st.dates(min_value=date(2016, 1, 1), max_value=date(2035, 12, 31)))
def test_never_outside_its_days(day: date) -> None:
    """A provision is never applied before its start, after its end, or before its statute is held."""
    applied = {rule.id for act in Act for rule in LAW.on(day, act)}
    expected = {
        rule.id
        for rule in LAW.rules.values()
        for spans in ((rule.provision.validity, rule.statute.validity, Validity(first=rule.statute.held_from)),)
        if all(
            (span.first is None or day >= span.first) and (span.last is None or day <= span.last)
            for span in spans
            if span is not None
        )
    }
    assert expected == applied


@pytest.mark.parametrize("id", [rule.id for rule in LAW.rules.values() if rule.provision.validity is not None])
def test_first_and_last_day(id: str) -> None:
    """A wording is in force on its first and last day, and not on the days beside them."""
    rule = LAW.rule(id)
    validity = rule.provision.validity
    assert validity is not None
    first = max(filter(None, (validity.first, rule.statute.held_from)))
    assert [rule.in_force(first - DAY), rule.in_force(first)] == [False, True]
    if validity.last is not None:
        assert [rule.in_force(validity.last), rule.in_force(validity.last + DAY)] == [True, False]


@pytest.mark.parametrize("day", LAW.changes)
def test_law_changes_on_its_days(day: date) -> None:
    """On each day of change the provisions in force are others than the day before."""
    held = [{rule.id for rule in LAW.rules.values() if rule.in_force(each)} for each in (day - DAY, day)]
    assert held[0] != held[1]


@given(st.dates(min_value=date(2016, 1, 1), max_value=date(2035, 12, 31)))
def test_law_changes_on_no_other_days(day: date) -> None:
    """On a day that is no day of change the provisions in force are those of the day before."""
    if day not in LAW.changes:
        held = [{rule.id for rule in LAW.rules.values() if rule.in_force(each)} for each in (day - DAY, day)]
        assert held[0] == held[1]


@pytest.mark.parametrize("id", [rule.id for rule in LAW.yearly])
def test_first_and_last_fiscal_year(id: str) -> None:
    """A rule of accounts is applied to its first and last fiscal year, and not to those beside them."""
    rule = LAW.rule(id)
    first, last = rule.provision.first_year, rule.provision.last_year
    assert first is not None
    assert [rule.of_year(first - 1), rule.of_year(first)] == [False, True]
    if last is not None:
        assert [rule.of_year(last), rule.of_year(last + 1)] == [True, False]


def test_a_rule_without_fiscal_years_is_applied_to_none() -> None:
    """Rules on decisions ask for days alone."""
    assert (LAW.rule("kl/5-1").of_year(2025), LAW.rule("kl/5-1") in LAW.of_year(2025)) == (False, False)


@pytest.mark.parametrize(
    ("line", "boundary"),
    [
        ("orealiserade-vinster", {2018: False, 2019: True}),
        ("resultatreserv", {2023: False, 2024: True}),
        ("resultatutjamningsreserv", {2012: False, 2013: True, 2033: True, 2034: False}),
        ("anvandning-av-resultatutjamningsreserv", {2012: False, 2013: True, 2033: True, 2034: False}),
    ],
)
def test_lines_begin_and_end_with_fiscal_years(line: str, boundary: dict[int, bool]) -> None:
    """Unrealised gains are removed from 2019, and the older reserve is used to 2033."""
    assert {year: any(LAW.of_year(year, line=line)) for year in boundary} == boundary


def test_every_line_that_the_law_speaks_of_is_in_the_layout() -> None:
    """A provision names lines of the accounts by their ids."""
    assert {line for each in EVERY for line in each.lines} <= LINES.keys()


def test_every_statute_is_held_from_a_day() -> None:
    """Each statute says from which day it is held, and where it was read."""
    assert [statute.id for statute in packaged().statutes if statute.held_from is None or not statute.sources] == []


def test_every_provision_has_a_source_or_says_that_it_has_none() -> None:
    """A provision without a source is one that is recalled."""
    without = [each.id for each in EVERY if not each.sources and each.confidence is not Confidence.RECALLED]
    assert without == []


def test_every_derived_provision_says_why() -> None:
    """A reading of ours has its reasoning, or a source that it is read from."""
    without = [
        each.id
        for each in EVERY
        if each.confidence is Confidence.DERIVED
        and each.note is None
        and not any(source.reading is Reading.INFERRED for source in each.sources)
    ]
    assert without == []


def test_what_is_recalled_rests_on_a_policy() -> None:
    """What was not seen binds nobody except by a named setting."""
    free = [
        each.id
        for each in EVERY
        if each.confidence is Confidence.RECALLED and each.effect is not Effect.SETS and each.policy is None
    ]
    assert free == []


def test_every_policy_named_exists() -> None:
    """Each setting that a provision rests on is one of those that can be chosen."""
    assert {each.policy.partition("=")[0] for each in EVERY if each.policy} <= set(NAMES)


def test_every_policy_is_told() -> None:
    """Each setting prints its value in both languages."""
    assert [
        STANDARD.told(name, lang) for name in NAMES for lang in ("sv", "en") if ":" not in STANDARD.told(name, lang)
    ] == []


def test_policy_values_are_told() -> None:
    """A setting is printed as yes or no, or as the choice."""
    policies = Policies(subdelegate_reports_to=ReportsTo.BOTH, kl_2026_07=False)
    assert [
        policies.told("kl_2026_07"),
        policies.told("kl_2026_07", "en"),
        policies.told("subdelegate_reports_to"),
    ] == [
        "Kommunallagens ändringar den 1 juli 2026 räknas som gällande: nej.",
        "The changes of kommunallagen on 2026-07-01 count as in force: no.",
        "Beslut på vidaredelegation anmäls till: båda.",
    ]


def test_every_lift_leads_somewhere() -> None:
    """What a provision lifts is a provision of its own statute."""
    astray = [
        (statute.id, provision.id, id)
        for statute in packaged().statutes
        for provision in statute.provisions
        for id in provision.lifts
        if id not in {each.id for each in statute.provisions}
    ]
    assert astray == []


def test_every_name_is_explained() -> None:
    """The README explains each trait and fact that a provision asks for, and no other."""
    asked = {name for each in EVERY for name in (*each.traits, *(condition.fact for condition in each.conditions))}
    told = re.findall(r"^\| `([a-z0-9-]+)` \| \S", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(asked) == sorted(told)


def test_publications_are_used() -> None:
    """Each publication listed is a source of something."""
    used = {source.publication for each in EVERY for source in each.sources}
    used |= {source.publication for statute in packaged().statutes for source in statute.sources}
    used |= {source.publication for ratio in packaged().ratios for source in ratio.sources}
    assert {publication.id for publication in packaged().publications} == used


# --- What changed when: 2022-03, 2022-12, 2024-06 and 2026-11 ---

MONTHS = (date(2022, 3, 15), date(2022, 12, 15), date(2024, 6, 15), date(2026, 11, 15))


@pytest.mark.parametrize(
    ("id", "in_force"),
    [
        ("kl/6-37-automat", (False, True, True, True)),
        ("kl/6-38-2-1", (False, True, True, True)),
        ("kl/6-38-2-2", (False, True, True, True)),
        ("kl/6-38-2-3", (False, True, True, True)),
        ("kl/6-38-2-4-aldre", (False, True, False, False)),
        ("kl/6-38-2-4", (False, False, True, True)),
        ("kl/6-28-aldre-1-nytta", (True, False, False, False)),
        ("kl/6-28-1-berord", (False, True, True, True)),
        ("kl/11-14-rur", (True, True, False, False)),
        ("kl/11-14-rur-bruk", (False, False, True, True)),
        ("kl/11-14", (False, False, True, True)),
        ("kl/11-6a", (False, False, True, True)),
        ("kl/11-4", (True, True, False, False)),
        ("kl/5-3-privata", (True, True, True, False)),
        ("kl/5-3", (False, False, False, True)),
        ("kl/6-6-aldre", (True, True, True, False)),
        ("kl/6-6", (False, False, False, True)),
        ("kl/6-1-privata", (False, False, False, True)),
        ("kl/6-1-privata-rapport", (False, False, False, True)),
        ("kl/5-16", (True, True, True, False)),
        ("kl/5-16-presidium", (False, False, False, True)),
        ("kl/6-24", (True, True, True, False)),
        ("kl/6-24-2026", (False, False, False, True)),
        ("kl/8-16a", (False, False, True, True)),
    ],
)
def test_snapshot(id: str, in_force: tuple[bool, ...]) -> None:
    """Each wording is in force in the years that it should be."""
    assert in_force == tuple(LAW.rule(id).in_force(day) for day in MONTHS)


def test_cap_on_the_reserve() -> None:
    """The reserve has a cap of five per cent from 2024, and none before."""
    rule = LAW.rule("kl/11-14")
    (parameter,) = rule.provision.parameters
    assert [rule.number(parameter.name, day) for day in MONTHS] == [None, None, 5, 5]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("kl/6-1-privata", None),
        ("kl/5-16-presidium", "kl/5-16-fortsatt"),
        ("kl/6-24-2026", "kl/6-24-fortsatt"),
    ],
)
def test_changes_of_2026_are_a_policy(yes: str, no: str | None) -> None:
    """Without the changes of July 2026 the older wording goes on."""
    without = Law(statutes=packaged().statutes, policies=Policies(kl_2026_07=False))
    day = MONTHS[-1]
    assert yes not in without.rules
    assert no is None or (no not in LAW.rules and without.rule(no).in_force(day))


@pytest.mark.parametrize(
    ("to", "ends"),
    [(ReportsTo.COMMITTEE, "namnden"), (ReportsTo.HEAD, "chefen"), (ReportsTo.BOTH, "bada")],
)
def test_one_provision_on_reports_of_what_was_passed_on(to: ReportsTo, ends: str) -> None:
    """To whom decisions on a right passed on are reported follows the setting."""
    law = Law(statutes=packaged().statutes, policies=Policies(subdelegate_reports_to=to))
    assert [f"kl/7-8-vidare-{ends}"] == [id for id in law.rules if id.startswith("kl/7-8-vidare")]


@pytest.mark.parametrize(
    ("year", "kronor"),
    [
        (2018, 45500),
        (2019, 46500),
        (2020, 47300),
        (2021, 47600),
        (2022, 48300),
        (2023, 52500),
        (2024, 57300),
        (2025, 58800),
        (2026, 59200),
        (2027, None),
    ],
)
def test_price_base_amount(year: int, kronor: int | None) -> None:
    """Each year has its prisbasbelopp; one that is not held has none."""
    rule = LAW.rule("sfb/2-7")
    assert [kronor, kronor] == [rule.number("prisbasbelopp", day) for day in (date(year, 1, 1), date(year, 12, 31))]


def test_other_number() -> None:
    """A provision has only the numbers that it names."""
    assert LAW.rule("sfb/2-7").number("inkomstbasbelopp", date(2024, 1, 1)) is None


def test_citation() -> None:
    """A provision is cited with the statute's abbreviation, or its title."""
    bare = Law(
        statutes=[
            Statute(
                id="l", title="Ordning", provisions=[Provision(id="a", paragraph="1 §", title="x", effect=Effect.SETS)]
            )
        ]
    )
    assert [LAW.rule("kl/6-38-1-1").cited, bare.rule("l/a").cited] == [
        "KL 6 kap. 38 § första stycket 1 p",
        "Ordning 1 §",
    ]


def test_law_without_days() -> None:
    """A provision without days, in a statute without any, is in force on every day and never changes."""
    statute = Statute(
        id="l", title="Ordning", provisions=[Provision(id="a", paragraph="1 §", title="x", effect=Effect.SETS)]
    )
    law = Law(statutes=[statute])
    assert (law.changes, len(law.on(date(1900, 1, 1), Act.DECIDE))) == ((), 1)


def test_unknown_provision() -> None:
    """A provision that is not held is refused, with the nearest."""
    with pytest.raises(UnknownId, match="no provision has the id 'kl/6-38'"):
        LAW.rule("kl/6-38")


@pytest.mark.parametrize(("day", "held"), [(date(2017, 12, 31), False), (date(2018, 1, 1), True)])
def test_day_from_which_the_main_act_is_held(day: date, held: bool) -> None:
    """Before 2018 the law of the day is not held, and the statute says from which day it is."""
    statute = LAW.not_held(day)
    assert held is (statute is None)
    assert statute is None or statute.held_from == date(2018, 1, 1)


def test_model_adds_statutes() -> None:
    """A model adds statutes of its own and cannot change one that is shipped; the law is made once."""
    own = Statute(
        id="egen", title="Egen", provisions=[Provision(id="a", paragraph="1 §", title="x", effect=Effect.SETS)]
    )
    model = SteeringModel(id="m", title="M", as_of=MONTHS[-1], statutes=[own, Statute(id="kl", title="Falsk")])
    law = law_for(model)
    assert ("egen/a" in law.rules, "kl/5-1" in law.rules, law_for(model) is law) == (True, True, True)


def test_predecessor() -> None:
    """In 2017 a presidium was no delegate, reports were always made and styrelsen could not be given others' field."""
    day = date(2017, 12, 31)
    takers = {kind for rule in LAW.on(day, Act.DELEGATE, Effect.PERMITS) for kind in rule.provision.organ_kinds}
    barred = [
        rule.id
        for rule in LAW.on(day, Act.DELEGATE, Effect.PROHIBITS)
        if rule.provision.givers == (OrganKind.ASSEMBLY,)
    ]
    reported = [rule.provision.reported for rule in LAW.on(day, Act.REPORT)]
    assert (takers, barred, reported) == ({OrganKind.SUBCOMMITTEE}, ["kl-1991/saknar-6-8"], ["alltid till nämnden"])


def test_a_provision_without_fiscal_years_is_applied_to_none() -> None:
    """What holds by the day of a decision, such as whom a nämnd may let decide, says nothing of accounts."""
    law = Law(statutes=packaged().statutes)
    assert [law.rule("kl/6-38-1-1").of_year(year) for year in (2019, 2025)] == [False, False]
