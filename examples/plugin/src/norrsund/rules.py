"""Rules of its own; asked by ``check(model, rules="norrsund")``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.findings import Severity
from regionstyrning.rules import Hit, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model import Goal
    from regionstyrning.rules import Held

LONGEST = 40


@rule(
    "norrsund.goals-are-short",
    severity=Severity.NOTE,
    source="Norrsunds skrivregel: ett mål ryms på en rad.",
    each="goals",
    sentence=Sentence("{title} är {length} tecken långt.", "{title} is {length} characters long."),
    mending=Sentence("Skriv det kortare.", "Write it shorter."),
)
def goals_are_short(goal: Goal, held: Held) -> Iterator[Hit]:  # noqa: ARG001 - every rule is given what is held
    """A goal's title fits on a line."""
    if len(goal.title) > LONGEST:
        yield Hit((goal.id,), {"title": goal.title, "length": str(len(goal.title))})


RULES = (goals_are_short,)
