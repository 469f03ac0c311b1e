"""The questions about meetings, votes and the days of an appeal, as cases ask them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from regionstyrning.law.appeal_clock import appeal_clock
from regionstyrning.law.appeals import BOARD, Posted
from regionstyrning.law.meetings import answered_by, meeting_days
from regionstyrning.law.votes import Wish, most_substitutes, quorum, votes_needed
from regionstyrning.model.contents import Content
from regionstyrning.model.organisation import OrganKind
from regionstyrning.testing.kinds import DAY, LAW, ROWS, TABLE, TEXT, TEXTS, TRUTH, WHOLE, Reasons, same
from regionstyrning.testing.law_questions import ANNOUNCEMENTS, BY, deadline_reply, law_of
from regionstyrning.testing.replies import Question, Reply
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.law.held import LawRule
    from regionstyrning.law.votes import Quorum, Votes
    from regionstyrning.model.steering_model import SteeringModel

_SILENT = Sentence("Lagen säger inget om det, eller hålls inte.", "The law says nothing of it, or is not held.")
_SUBSTITUTES = Sentence("Högst {most} ersättare.", "At most {most} substitutes.")
_HALF_A_SEAT = Sentence(
    "Högst hälften av {seats} platser; hur en halv plats avrundas hålls inte.",
    "At most half of {seats} seats; how half a seat is rounded is not held.",
)


def _meeting_days(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """The days around a meeting of fullmäktige."""
    answer = meeting_days(
        law_of(model, told),
        told["meeting_days"],
        until=told.get("until"),
        treats=[Content(each) for each in told.get("treats", ())],
        first_after_election=told.get("first_after_election", False),
    )
    cited = [each.rule.cited for each in answer.days]
    return Reply(
        found={"days": [[str(each.on), each.matter.value] for each in answer.days], "law": Reasons(cited)},
        touched=frozenset(cited),
        told=lambda lang: [answer.text(lang)],
    )


def _answered_by(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """By when a motion or a medborgarförslag is to be decided."""
    raised, by = told["answered_by"], OrganKind(told.get("by", OrganKind.ASSEMBLY.value))
    return deadline_reply(answered_by(law_of(model, told), raised, by=by), raised, told)


def _quorum(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """How many must be present for a body to decide."""
    body, more = OrganKind(told["body"]), {name: told[name] for name in ("present", "disqualified") if name in told}
    on = told.get("on", model.as_of)
    answer = quorum(law_of(model, told), body, told["quorum"], on=on, **more)
    return _counted(answer, {"quorate": None if answer is None else answer.quorate})


def _votes_needed(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """How many of those present it takes to put a matter off, or to hold an extra election."""
    body, wish, on = OrganKind(told["body"]), Wish(told["votes_needed"]), told.get("on", model.as_of)
    again, election = (told.get(name, False) for name in ("again", "an_election"))
    found = votes_needed(law_of(model, told), body, wish, told["present"], on=on, again=again, election=election)
    return _counted(found, {})


def _counted(answer: Quorum | Votes | None, more: Mapping[str, Any]) -> Reply:
    rules: Iterable[LawRule] = () if answer is None else answer.rules
    cited = [rule.cited for rule in rules]
    return Reply(
        found={
            "least": None if answer is None else answer.least,
            "set": answer is not None,
            **more,
            "law": Reasons(cited),
        },
        touched=frozenset(cited),
        told=lambda lang: [_SILENT.say(lang) if answer is None else answer.text(lang)],
    )


def _most_substitutes(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """The most substitutes that a party's seats may have; not known where half of them is no whole number."""
    law, seats = law_of(model, told), told["most_substitutes"]
    most = most_substitutes(law, seats, on=told.get("on", model.as_of))
    whole = None if most is None or most % 1 else int(most)
    sentence = _SILENT if most is None else _HALF_A_SEAT if whole is None else _SUBSTITUTES
    cited = law.rule("kl/5-8").cited
    return Reply(
        found={"most": whole, "law": Reasons([cited])},
        touched=frozenset([cited]),
        told=lambda lang: [sentence.say(lang, most=whole, seats=seats)],
    )


def _appeal_clock(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """The days from a meeting to the end of the time for appeal."""
    answer = appeal_clock(
        law_of(model, told),
        meeting=told.get("meeting"),
        approved=told.get("approved"),
        announced=[Posted(**each) for each in told["appeal_clock"]],
        boards=told.get("boards", [BOARD]),
    )
    by = [each for each in (answer.approve_by, answer.announce_by) if each is not None]
    cited = [rule.cited for rule in (*(each.rule for each in by), *answer.time.laws)]
    (row,) = answer.to_records()
    until = {"approved_until": row["approve_by"], "announced_until": row["announce_by"]}
    late = {"late": answer.announced_late is not None, "approved_late": answer.approved_late is not None}
    return Reply(
        found={**row, **until, **late, "law": Reasons(cited)},
        touched=frozenset(cited),
        told=lambda lang: [answer.text(lang)],
    )


_SETTINGS = {"policies": TABLE}
_BODIES = {kind.value: kind for kind in OrganKind}

MEETING_QUESTIONS = (
    Question(
        name="meeting_days",
        subject=DAY,
        arguments={"until": DAY, "treats": TEXTS, "first_after_election": TRUTH, **_SETTINGS},
        expected={"days": same(ROWS), "law": LAW},
        ask=_meeting_days,
    ),
    Question(
        name="answered_by",
        subject=DAY,
        arguments={"by": TEXT, "done": DAY, **_SETTINGS},
        expected=BY,
        known={"by": _BODIES},
        ask=_answered_by,
    ),
    Question(
        name="quorum",
        subject=WHOLE,
        arguments={"body": TEXT, "present": WHOLE, "disqualified": WHOLE, **_SETTINGS},
        required=("body",),
        expected={"least": same(WHOLE), "set": same(TRUTH), "quorate": same(TRUTH), "law": LAW},
        known={"body": _BODIES},
        ask=_quorum,
    ),
    Question(
        name="votes_needed",
        subject=TEXT,
        arguments={"body": TEXT, "present": WHOLE, "again": TRUTH, "an_election": TRUTH, **_SETTINGS},
        required=("body", "present"),
        expected={"least": same(WHOLE), "set": same(TRUTH), "law": LAW},
        known={"votes_needed": {wish.value: wish for wish in Wish}, "body": _BODIES},
        ask=_votes_needed,
    ),
    Question(
        name="most_substitutes",
        subject=WHOLE,
        arguments=_SETTINGS,
        expected={"most": same(WHOLE), "law": LAW},
        ask=_most_substitutes,
    ),
    Question(
        name="appeal_clock",
        subject=ANNOUNCEMENTS,
        arguments={"meeting": DAY, "approved": DAY, "boards": TEXTS, **_SETTINGS},
        expected={
            "approved_until": same(DAY),
            "announced_until": same(DAY),
            "approved_late": same(TRUTH),
            "late": same(TRUTH),
            "missing_boards": same(TEXTS),
            "starts": same(DAY),
            "last_day": same(DAY),
            "runs_out": same(TRUTH),
            "may_be_taken_down": same(DAY),
            "law": LAW,
        },
        ask=_appeal_clock,
    ),
)
"""One row a question."""
