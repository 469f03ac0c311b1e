"""Whether minutes are approved and announced in time: of the family *reporting*."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from regionstyrning.law.minutes import announce_by, approve_by
from regionstyrning.model.documents import Decision, DecisionKind
from regionstyrning.model.findings import Severity
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.law_words import in_words
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.law import Law
    from regionstyrning.law.minutes import Deadline

Counted: TypeAlias = "Callable[[Law, date], Deadline | None]"
"""From the day that is counted from to the last day."""


@rule(
    "reporting.minutes-are-approved-in-time",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 5 kap. 69 § och 6 kap. 35 §: protokollet justeras senast fjorton dagar efter sammanträdet.",
    each="decisions",
    sentence=Sentence(
        "{organ}: protokollet från {start} justerades den {done}; sista dagen var den {last}.",
        "{organ}: the minutes of {start} were approved on {done}; the last day was {last}.",
    ),
    mending=Sentence("Rätta dagen, eller justera i tid nästa gång.", "Correct the day, or approve in time next time."),
)
def minutes_are_approved_in_time(decision: Decision, held: Held) -> Iterator[Hit]:
    """The minutes of a meeting must be approved within the days that the law gives."""
    if decision.kind is DecisionKind.APPROVES_MINUTES:
        yield from _late(decision, held, approve_by)


@rule(
    "reporting.approval-is-announced-in-time",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 8 kap. 12 §: justeringen tillkännages senast andra dagen efter att den skedde.",
    each="decisions",
    sentence=Sentence(
        "{organ}: justeringen den {start} tillkännagavs den {done}; sista dagen var den {last}.",
        "{organ}: the approval of {start} was announced on {done}; the last day was {last}.",
    ),
    mending=Sentence("Rätta dagen, eller tillkännage i tid nästa gång.", "Correct it, or announce in time next time."),
)
def approval_is_announced_in_time(decision: Decision, held: Held) -> Iterator[Hit]:
    """The approval of minutes must be announced within the days that the law gives."""
    if decision.kind is DecisionKind.ANNOUNCES:
        yield from _late(decision, held, announce_by)


def _late(decision: Decision, held: Held, counted: Counted) -> Iterator[Hit]:
    """The last day is counted from the day of the decision that it is about: of the meeting, or of the approval."""
    before = held.model.keyed.get(decision.about or "")
    if not isinstance(before, Decision) or before.on is None or decision.on is None:
        return
    deadline = counted(links_of(held).authority.law, before.on)
    if deadline is not None and decision.on > deadline.last_day:
        days = {"start": str(before.on), "done": str(decision.on), "last": str(deadline.last_day)}
        words = {"organ": title_of(held.model, before.by)} | days
        yield Hit((decision.id, before.by), words, in_words(deadline.rule))


RULES: tuple[Rule, ...] = (minutes_are_approved_in_time, approval_is_announced_in_time)
