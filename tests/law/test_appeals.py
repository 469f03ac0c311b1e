"""When the time for appeal starts and ends: vectors D33 and D145–D165 of the law."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from regionstyrning.errors import InvalidValue
from regionstyrning.law import Law, Policies, packaged
from regionstyrning.law.appeals import Posted, administrative_appeal_time, appeal_time, may_appeal
from regionstyrning.law.lawfulness import lawful
from regionstyrning.law.minutes import announce_by, approve_by, next_meeting
from regionstyrning.law.standing import known_facts, standing
from regionstyrning.model import Act, Effect, PositionKind

if TYPE_CHECKING:
    from regionstyrning.text.sentences import Language

LAW = Law(statutes=packaged().statutes)
SHIFTED = Law(statutes=packaged().statutes, policies=Policies(shift_authority_deadlines=True))


@pytest.mark.parametrize(
    ("posted", "last"),
    [
        pytest.param(date(2026, 11, 11), date(2026, 12, 2), id="ANM-2"),
        pytest.param(date(2026, 10, 28), date(2026, 11, 18), id="D145"),
        pytest.param(date(2026, 11, 2), date(2026, 11, 23), id="D147"),
        pytest.param(date(2026, 12, 3), date(2026, 12, 28), id="D148"),
        pytest.param(date(2026, 12, 10), date(2027, 1, 4), id="D149"),
        pytest.param(date(2026, 12, 16), date(2027, 1, 7), id="D150"),
        pytest.param(date(2026, 12, 15), date(2027, 1, 5), id="D151"),
        pytest.param(date(2026, 11, 14), date(2026, 12, 7), id="D152"),
    ],
)
def test_last_day(posted: date, last: date) -> None:
    """The last day is three weeks after the announcement, moved from a holiday."""
    time = appeal_time(LAW, [Posted(first=posted)])
    assert (posted, last, True) == (time.starts, time.last_day, time.runs_out)


def test_received_before_the_law_is_held() -> None:
    """Of a decision received before förvaltningslagen is held nothing is said."""
    time = administrative_appeal_time(LAW, received=date(1999, 3, 16))
    assert (time.last_day, time.runs_out) == (None, None)


@pytest.mark.parametrize(
    ("arrived", "expected"), [(date(2026, 11, 18), True), (date(2026, 11, 19), False)], ids=["D155", "D146"]
)
def test_in_time(arrived: date, expected: bool) -> None:
    """An appeal that arrives on the last day, at the court or the region, is tried; one the day after is not."""
    assert expected is appeal_time(LAW, [Posted(first=date(2026, 10, 28))]).in_time(arrived)


def test_time_never_starts() -> None:
    """A decision neither notified nor recorded has no time that could run out (D33)."""
    time = appeal_time(LAW, [])
    assert (time.starts, time.last_day, time.runs_out, time.in_time(date(2027, 1, 21))) == (None, None, False, True)


@pytest.mark.parametrize(
    ("taken_down", "runs_out"),
    [(date(2026, 11, 25), False), (date(2026, 12, 2), False), (date(2026, 12, 3), True), (None, True)],
)
def test_taken_down(taken_down: date | None, runs_out: bool) -> None:
    """The time does not run out if the announcement was not up the whole last day (D153)."""
    time = appeal_time(LAW, [Posted(first=date(2026, 11, 11), taken_down=taken_down)])
    assert (date(2026, 12, 2), runs_out) == (time.last_day, time.runs_out)


def test_posted_again() -> None:
    """An announcement posted anew after it was taken down starts the time anew."""
    first = Posted(first=date(2026, 11, 11), taken_down=date(2026, 11, 25))
    time = appeal_time(LAW, [Posted(first=date(2026, 11, 26)), first])
    assert (time.starts, time.runs_out) == (date(2026, 11, 26), True)


def test_several_boards() -> None:
    """For a gemensam nämnd the time counts from when it stands on all boards (D154)."""
    posted = [Posted(first=date(2026, 11, 11), board="X"), Posted(first=date(2026, 11, 16), board="Y")]
    time = appeal_time(LAW, posted, boards=["X", "Y"])
    assert (time.last_day, "kl/13-5-gemensam" in [rule.id for rule in time.laws]) == (date(2026, 12, 7), True)


def test_one_board_is_missing() -> None:
    """The time has not started while one participant's board lacks the announcement."""
    assert appeal_time(LAW, [Posted(first=date(2026, 11, 11), board="X")], boards=["X", "Y"]).starts is None


def test_law_before_2018() -> None:
    """Of a decision announced before 2018 nothing is said: the act of 1991 applies (ANM-10)."""
    time = appeal_time(LAW, [Posted(first=date(2017, 12, 29))])
    assert (time.last_day, time.runs_out, time.in_time(date(2018, 1, 10))) == (None, None, None)


@pytest.mark.parametrize(
    ("received", "given", "public", "last"),
    [
        (date(2026, 11, 2), date(2026, 10, 26), False, date(2026, 11, 23)),
        (date(2026, 11, 2), date(2026, 10, 26), True, date(2026, 11, 16)),
        (None, date(2026, 10, 26), False, None),
    ],
    ids=["D162", "public-party", "not-received"],
)
def test_administrative_appeal(received: date | None, given: date, public: bool, last: date | None) -> None:
    """Förvaltningsbesvär counts from the day received; for det allmänna from the day given."""
    assert last == administrative_appeal_time(LAW, received=received, given=given, for_the_public=public).last_day


def test_handed_in_to_the_authority() -> None:
    """Förvaltningsbesvär is handed in to the authority that decided."""
    rule = administrative_appeal_time(LAW, received=date(2026, 11, 2)).laws[0]
    assert (rule.id, rule.provision.appealed) == ("fl/44", "hos den beslutande myndigheten")


def test_final() -> None:
    """A decision outside the delegation is final once the time has run out (D164)."""
    time = appeal_time(LAW, [Posted(first=date(2026, 10, 28))])
    assert [time.final_by(date(2026, 11, 18)), time.final_by(date(2026, 11, 19))] == [False, True]


@pytest.mark.parametrize(
    ("facts", "allowed"),
    [
        (["ren-verkstallighet"], False),
        (["ren-beredning"], False),
        (["sarskild-overklagandeordning"], False),
        ([], True),
    ],
)
def test_what_may_be_appealed(facts: list[str], allowed: bool) -> None:
    """Pure execution and preparation cannot be appealed (D163), nor what another act sends elsewhere."""
    assert allowed is may_appeal(LAW, on=date(2026, 11, 21), facts=facts, closed=True).allowed


@pytest.mark.parametrize(("against", "allowed"), [(False, True), (True, False)])
def test_executed_before_final(against: bool, allowed: bool) -> None:
    """A decision may be executed before it is final unless särskilda skäl speak against it (D165)."""
    facts = {"sarskilda-skal-mot-verkstallighet": against}
    assert allowed is lawful(LAW, Act.EXECUTE, on=date(2026, 11, 21), facts=facts).allowed


@pytest.mark.parametrize(
    ("facts", "required"),
    [
        pytest.param({"laglighetsprovning": True, "anmalt": False}, True, id="D160"),
        pytest.param({"laglighetsprovning": False, "anmalt": False}, False, id="D161"),
        pytest.param({"laglighetsprovning": True, "anmalt": True}, False, id="notified"),
    ],
)
def test_recorded_separately(facts: dict[str, bool], required: bool) -> None:
    """A decision that is not notified is recorded separately if laglighetsprövning is open."""
    for id in ("kl/6-40-protokoll", "kl/7-8-protokoll"):
        assert required is standing(LAW.rule(id).provision, known_facts(facts, LAW.traits))[0]


def test_extent_must_be_decided() -> None:
    """The nämnd decides to what extent decisions are notified, of organs and of employees (D159)."""
    required = LAW.on(date(2026, 11, 21), Act.REPORT, Effect.REQUIRES)
    told = {rule.id for rule in required if (rule.provision.reported or "").endswith("som nämnden bestämmer")}
    assert {"kl/6-40", "kl/7-8"} <= told


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ([date(2026, 12, 8), date(2026, 11, 10)], date(2026, 11, 10)),
        ([date(2026, 11, 2), date(2026, 10, 20)], None),
    ],
)
def test_urgent_decisions_are_reported_next(meetings: list[date], expected: date | None) -> None:
    """An urgent decision of 2026-11-02 is reported at the first meeting after it (D158)."""
    assert expected == next_meeting(date(2026, 11, 2), meetings)


def test_minutes_are_approved_in_fourteen_days() -> None:
    """Minutes of 2026-10-20 are approved by 2026-11-03, so 2026-11-04 is late (D156)."""
    deadline = approve_by(LAW, date(2026, 10, 20))
    assert deadline is not None
    assert (deadline.last_day, deadline.rule.cited) == (date(2026, 11, 3), "KL 5 kap. 69 §")


@pytest.mark.parametrize(("law", "last"), [(LAW, date(2026, 11, 14)), (SHIFTED, date(2026, 11, 16))])
def test_approval_is_announced_in_two_days(law: Law, last: date) -> None:
    """An approval of Thursday 2026-11-12 is announced by the Saturday; by Monday if own days move (D157)."""
    deadline = announce_by(law, date(2026, 11, 12))
    assert deadline is not None
    assert (deadline.counted_to, deadline.moved_to, deadline.last_day) == (
        date(2026, 11, 14),
        date(2026, 11, 16),
        last,
    )


def test_announced_late_counts_from_the_announcement() -> None:
    """A late announcement still starts the time (D157)."""
    assert appeal_time(LAW, [Posted(first=date(2026, 11, 16))]).starts == date(2026, 11, 16)


def test_deadline_before_2018() -> None:
    """Of minutes before 2018 nothing is said."""
    assert approve_by(LAW, date(2017, 11, 1)) is None


@pytest.mark.parametrize(
    ("posted", "lang", "text"),
    [
        (
            [Posted(first=date(2026, 12, 3))],
            "sv",
            (
                "Sista dag är 2026-12-28, räknat från 2026-12-03 "
                "(KL 13 kap. 5 §, Lag (1930:173) 1 § och Lag (1930:173) 2 §)."
            ),
        ),
        ([], "en", "The time has not started (KL 13 kap. 5 § and KL 8 kap. 10 § första stycket 3 p)."),
        (
            [Posted(first=date(2026, 11, 11), taken_down=date(2026, 11, 25))],
            "sv",
            "Tiden löper inte ut: det togs ned innan 2026-12-02 var över (KL 13 kap. 5 § och Lag (1930:173) 1 §).",
        ),
        ([Posted(first=date(2017, 12, 29))], "sv", "Lagen för 2017-12-29 hålls inte."),
    ],
)
def test_text(posted: list[Posted], lang: Language, text: str) -> None:
    """The time is told in one sentence with the paragraphs."""
    assert text == appeal_time(LAW, posted).text(lang)


def test_records() -> None:
    """The time is one row."""
    assert appeal_time(LAW, [Posted(first=date(2026, 11, 11))]).to_records() == [
        {
            "starts": date(2026, 11, 11),
            "last_day": date(2026, 12, 2),
            "counted_to": date(2026, 12, 2),
            "runs_out": True,
            "laws": ["kl/13-5", "lag-1930-173/1"],
        }
    ]


@pytest.mark.parametrize(
    ("kind", "rule", "facts", "barred"),
    [
        pytest.param("självförvaltningsorgan", "kl/8-4-aterkalla", {"sarskilda-skal": True}, False, id="D85"),
        pytest.param("partssammansatt organ", "kl/7-20-aterkalla", {"synnerliga-skal": False}, True, id="D86"),
        pytest.param("nämnd", "praxis/fattat-beslut", {"beslutet-ar-fattat": True}, True, id="D31"),
    ],
)
def test_taking_back(kind: str, rule: str, facts: dict[str, bool], barred: bool) -> None:
    """A task is taken back for the reasons that the law asks for; a decision already taken is not."""
    provision = LAW.rule(rule).provision
    assert [kind] == [each.value for each in provision.organ_kinds] or not provision.organ_kinds
    assert barred is standing(provision, known_facts(facts, LAW.traits))[0]


def test_employees_are_takers() -> None:
    """The provision on employees' reports speaks of all kinds of employees."""
    expected = {PositionKind.DIRECTOR, PositionKind.HEAD, PositionKind.EMPLOYEE, PositionKind.STATUTORY}
    assert expected == set(LAW.rule("kl/7-8").provision.position_kinds)


def test_a_time_that_does_not_end_in_the_calendar_is_refused() -> None:
    """Also where it is a later board that it stands on, or an appellant who receives the decision."""
    late = date(9999, 12, 20)
    two = [Posted(first=date(2026, 11, 11), board="A"), Posted(first=late, board="B")]
    with pytest.raises(InvalidValue, match="9999-12-20, expected 9999-11-01 at the latest"):
        appeal_time(LAW, two, boards=["A", "B"])
    with pytest.raises(InvalidValue, match="9999-12-20"):
        administrative_appeal_time(LAW, received=late)
    assert appeal_time(LAW, [Posted(first=date(9999, 11, 1))]).last_day == date(9999, 11, 22)
