"""Who may take part in a matter: vectors D127–D144 of the law, and what is not known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from regionstyrning.law import Law, Policies, packaged
from regionstyrning.law.appeals import may_appeal
from regionstyrning.law.disqualification import may_take_part
from regionstyrning.model import OrganKind

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

LAW = Law(statutes=packaged().statutes)
NOW = date(2026, 11, 21)
COMMITTEE, BOARD, ASSEMBLY = OrganKind.COMMITTEE, OrganKind.BOARD, OrganKind.ASSEMBLY

COMPANY = {"stallforetradare-for-berord": True}


@pytest.mark.parametrize(
    ("organ", "facts", "day", "allowed", "bar"),
    [
        pytest.param(COMMITTEE, ["part-i-saken"], NOW, False, "kl/6-28-1-part", id="D127"),
        pytest.param(COMMITTEE, {"berord-i-inte-ovasentlig-utstrackning": False}, NOW, True, None, id="D128"),
        pytest.param(COMMITTEE, ["ombud-for-berord"], NOW, False, "kl/6-28-2-ombud", id="D129"),
        pytest.param(COMMITTEE, ["tillsyn-over-verksamhet-man-ar-knuten-till"], NOW, False, "kl/6-28-3", id="D130"),
        pytest.param(COMMITTEE, {**COMPANY, "andel-procent": 50}, NOW, True, "kl/6-28-2-stallforetradare", id="D131"),
        pytest.param(COMMITTEE, {**COMPANY, "andel-procent": 49}, NOW, False, "kl/6-28-2-stallforetradare", id="D132"),
        pytest.param(
            COMMITTEE,
            {**COMPANY, "andel-procent": 100, "myndighetsutovning-mot-enskild": True},
            NOW,
            False,
            "kl/6-28-2-stallforetradare",
            id="D133",
        ),
        pytest.param(COMMITTEE, ["handlagt-i-annan-namnd"], NOW, True, "kl/6-28-4-annan-namnd", id="D134"),
        pytest.param(
            COMMITTEE, ["part-i-saken", "ingen-annan-utan-olagligt-uppskov"], NOW, True, "kl/6-28-1-part", id="D136"
        ),
        pytest.param(
            COMMITTEE,
            ["annan-sarskild-omstandighet", "opartiskhet-saknar-betydelse"],
            NOW,
            True,
            "kl/6-28-4",
            id="D137",
        ),
        pytest.param(ASSEMBLY, ["stallforetradare-for-berord"], NOW, True, None, id="D138"),
        pytest.param(ASSEMBLY, ["ror-personligen"], NOW, False, "kl/5-47", id="D139"),
        pytest.param(
            ASSEMBLY,
            ["ansvarsfrihet-for-egen-verksamhet", "anmarkning-kan-riktas-mot-ledamoten"],
            NOW,
            False,
            "kl/5-48-ansvarsfrihet",
            id="D140",
        ),
        pytest.param(
            ASSEMBLY,
            ["ansvarsfrihet-for-egen-verksamhet", "anmarkning-kan-riktas-mot-ledamoten", "bara-overlaggningen"],
            NOW,
            True,
            "kl/5-48-ansvarsfrihet",
            id="D140-debate",
        ),
        pytest.param(
            COMMITTEE,
            ["personalforetradare", "forhandlat-for-arbetstagarna"],
            NOW,
            True,
            "kl/6-28-4-facket",
            id="D141",
        ),
        pytest.param(
            COMMITTEE,
            {"berord-i-inte-ovasentlig-utstrackning": True, "synnerlig-nytta-eller-skada": False},
            date(2022, 7, 1),
            False,
            "kl/6-28-1-berord",
            id="D142",
        ),
        pytest.param(
            COMMITTEE,
            {"berord-i-inte-ovasentlig-utstrackning": True, "synnerlig-nytta-eller-skada": False},
            date(2022, 6, 30),
            True,
            None,
            id="D143",
        ),
        pytest.param(
            COMMITTEE, ["synnerlig-nytta-eller-skada"], date(2022, 6, 30), False, "kl/6-28-aldre-1-nytta", id="older"
        ),
        pytest.param(
            BOARD,
            {**COMPANY, "andel-procent": 50},
            date(2020, 1, 1),
            True,
            "kl/6-28-aldre-2",
            id="older-half-owned",
        ),
        pytest.param(
            OrganKind.AUDITORS,
            {**COMPANY, "andel-procent": 100},
            NOW,
            False,
            "kl/6-28-2-stallforetradare",
            id="auditor",
        ),
    ],
)
def test_vector(
    organ: OrganKind, facts: dict[str, bool | int] | list[str], day: date, allowed: bool, bar: str | None
) -> None:
    """Whether someone may take part follows the law of the day, with the paragraph that bars or gives way."""
    answer = may_take_part(LAW, organ, on=day, facts=facts, closed=True)
    assert (allowed, bar) == (answer.allowed, next((each.rule.id for each in answer.bars), None))


def test_being_present_is_taking_part() -> None:
    """Someone who is jävig may not be present either (D135), says the provision that is cited."""
    assert LAW.rule("kl/6-30").provision.title.startswith("Den som är jävig får inte delta eller närvara")


@pytest.mark.parametrize(("facts", "allowed"), [(["beslut-om-jav"], False), ([], True)])
def test_appeal_of_jav_alone(facts: list[str], allowed: bool) -> None:
    """A decision on jäv is not appealed alone (D144)."""
    assert allowed is may_appeal(LAW, on=NOW, facts=facts, closed=True).allowed


def test_unknown_share() -> None:
    """Whether a company's board member may take part hangs on the region's share."""
    facts = {**COMPANY, "myndighetsutovning-mot-enskild": False}
    answer = may_take_part(LAW, COMMITTEE, on=NOW, facts=facts)
    assert (answer.allowed, "andel-procent" in answer.depends_on) == (None, True)


def test_firm_no_hangs_on_nothing() -> None:
    """A bar that nothing unknown can take away makes a firm no."""
    out = {"opartiskhet-saknar-betydelse": False, "ingen-annan-utan-olagligt-uppskov": False}
    facts = {**out, "javsfragan-kan-annars-inte-avgoras": False, "part-i-saken": True}
    answer = may_take_part(LAW, COMMITTEE, on=NOW, facts=facts)
    assert (answer.allowed, answer.depends_on) == (False, ())


def test_predecessor_bars() -> None:
    """What the act of 1991 bars is barred in 2017, though the law of that day is not held in full."""
    answer = may_take_part(LAW, COMMITTEE, on=date(2017, 5, 2), facts=["ombud-for-berord"], closed=True)
    assert (answer.allowed, answer.bars[0].rule.cited) == (False, "1991 års KL 6 kap. 25 § 4 p")


@pytest.mark.parametrize(
    ("law", "organ", "day", "text"),
    [
        pytest.param(
            LAW,
            COMMITTEE,
            date(2017, 5, 2),
            "Det går inte att säga: lagen den 2017-05-02 hålls inte i sin helhet, först från 2018-01-01.",
            id="predecessor",
        ),
        pytest.param(
            Law(statutes=packaged().statutes, policies=Policies(old_disqualification_wording=False)),
            COMMITTEE,
            date(2020, 5, 2),
            "Det går inte att säga: ingen bestämmelse om det hålls för 2020-05-02.",
            id="wording-not-held",
        ),
    ],
)
def test_law_that_is_not_held(law: Law, organ: OrganKind, day: date, text: str) -> None:
    """Without the wording of the day nobody is let through."""
    answer = may_take_part(law, organ, on=day, closed=True)
    assert (answer.allowed, answer.complete, answer.text()) == (None, False, text)


@pytest.mark.parametrize(
    ("facts", "lang", "text"),
    [
        (["part-i-saken"], "sv", "Nej, KL 6 kap. 28 § första stycket 1 p hindrar det."),
        (["part-i-saken"], "en", "No, KL 6 kap. 28 § första stycket 1 p bars it."),
        ([], "sv", "Ja, inget i lagen hindrar det."),
        (
            {**COMPANY, "andel-procent": 100},
            "sv",
            "Ja, inget i lagen hindrar det (KL 6 kap. 28 § första stycket 2 p ger vika för KL 6 kap. 31 §).",
        ),
    ],
)
def test_text(facts: dict[str, bool | int] | list[str], lang: Language, text: str) -> None:
    """The answer is one sentence with the paragraphs."""
    assert text == may_take_part(LAW, COMMITTEE, on=NOW, facts=facts, closed=True).text(lang)


def test_text_of_what_it_hangs_on() -> None:
    """An answer that depends names the facts."""
    answer = may_take_part(LAW, ASSEMBLY, on=NOW, facts={"ror-personligen": False, "bara-overlaggningen": False})
    expected = "Det beror på ansvarsfrihet-for-egen-verksamhet och revisorsval-for-egen-verksamhet."
    assert expected == answer.text()


def test_setting_is_printed() -> None:
    """An answer by a wording that was not seen names the setting that it rests on."""
    answer = may_take_part(LAW, COMMITTEE, on=date(2022, 6, 30), facts=["synnerlig-nytta-eller-skada"], closed=True)
    expected = (
        "Nej, KL 6 kap. 28 § första stycket 1 p hindrar det. "
        "Före den 1 juli 2022 gällde de fem äldre jävspunkterna: ja."
    )
    assert (answer.rests_on, answer.text()) == (("old_disqualification_wording",), expected)


def test_records() -> None:
    """Each provision that bars, may bar or gave way is a row."""
    answer = may_take_part(LAW, COMMITTEE, on=NOW, facts={**COMPANY, "andel-procent": 100}, closed=True)
    assert answer.to_records() == [
        {
            "rule": "kl/6-28-2-stallforetradare",
            "paragraph": "KL 6 kap. 28 § första stycket 2 p",
            "effect": "förbjuder",
            "stands": False,
            "depends_on": [],
            "lifted_by": ["kl/6-31"],
        }
    ]
