"""When a krisledningsnämnd may act, and who may end it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.documents import Decision, DecisionKind
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import Organ, OrganKind, Position, PositionKind
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from datetime import date

CRISIS = "krisledning"

_ENDS = {OrganKind.ASSEMBLY, OrganKind.BOARD}
_PRESIDES = {PositionKind.CHAIR, PositionKind.VICE_CHAIR}


@rule(
    "delegation.takes-over-in-function",
    severity=Severity.ERROR,
    lawful=True,
    source="Lag (2006:544) 2 kap. 3–4 §§.",
    each="decisions",
    sentence=Sentence(
        "{organ} övertog {matter} den {day} utan att vara en krisledningsnämnd i funktion.",
        "{organ} took over {matter} on {day} without being a krisledningsnämnd in function.",
    ),
    mending=Sentence(
        "Rätta dagen, eller lägg till beslutet om att nämnden träder i funktion.",
        "Correct the day, or add the decision to enter into function.",
    ),
)
def takes_over_in_function(decision: Decision, held: Held) -> Iterator[Hit]:
    """Only a krisledningsnämnd in function may take over the matters of other nämnder."""
    if decision.kind is not DecisionKind.TAKES_OVER or decision.on is None:
        return
    if not (_is_crisis(held, decision.by) and _in_function(held, decision.by, decision.on)):
        words = {"organ": title_of(held.model, decision.by), "day": str(decision.on)}
        matter = decision.matter or ""
        yield Hit((decision.id, decision.by), words | {"matter": title_of(held.model, matter) or decision.title})


@rule(
    "delegation.the-chair-starts-the-crisis-committee",
    severity=Severity.ERROR,
    lawful=True,
    source="Lag (2006:544) 2 kap. 3 §: ordföranden, eller vice ordföranden vid förfall, beslutar.",
    each="decisions",
    sentence=Sentence(
        "{by} lät {organ} träda i funktion, men det gör nämndens ordförande.",
        "{by} let {organ} enter into function, but its chair does that.",
    ),
    mending=Sentence("Rätta vem som beslutade.", "Correct who decided."),
)
def the_chair_starts_the_crisis_committee(decision: Decision, held: Held) -> Iterator[Hit]:
    """Its own chair or vice chair must decide that a krisledningsnämnd enters into function."""
    if decision.kind is DecisionKind.ENTERS_FUNCTION and _is_crisis(held, decision.about):
        post = held.model.by_id.get(decision.by)
        presides = isinstance(post, Position) and post.kind in _PRESIDES and post.organ == decision.about
        if not presides and decision.by != decision.about:
            yield Hit((decision.id, decision.by), _words(held, decision))


@rule(
    "delegation.those-who-may-end-the-crisis-committee",
    severity=Severity.ERROR,
    lawful=True,
    source="Lag (2006:544) 2 kap. 6 §: styrelsen eller fullmäktige får besluta att verksamheten upphör.",
    each="decisions",
    sentence=Sentence(
        "{by} får inte besluta att {organ} upphör med sin verksamhet.",
        "{by} may not decide to end the activity of {organ}.",
    ),
    mending=Sentence("Låt styrelsen eller fullmäktige besluta.", "Leave it to the board or fullmäktige."),
)
def those_who_may_end_the_crisis_committee(decision: Decision, held: Held) -> Iterator[Hit]:
    """Only the board, fullmäktige or the nämnd itself may end the activity of a krisledningsnämnd."""
    if decision.kind is DecisionKind.LEAVES_FUNCTION and _is_crisis(held, decision.about):
        organ = held.model.by_id.get(decision.by)
        ends = isinstance(organ, Organ) and organ.kind in _ENDS
        if not ends and decision.by != decision.about:
            yield Hit((decision.id, decision.by), _words(held, decision))


def _is_crisis(held: Held, id: str | None) -> bool:
    organ = held.model.by_id.get(id or "")
    return isinstance(organ, Organ) and CRISIS in organ.tasks


def _in_function(held: Held, organ: str, day: date) -> bool:
    """Whether the last decision about it by the day let it enter into function."""
    kinds = {DecisionKind.ENTERS_FUNCTION, DecisionKind.LEAVES_FUNCTION}
    acts = [
        (each.on, each.kind is DecisionKind.ENTERS_FUNCTION)
        for each in held.model.decisions
        if each.about == organ and each.kind in kinds and each.on is not None and each.on <= day
    ]
    return max(acts, default=(day, False))[1]


def _words(held: Held, decision: Decision) -> dict[str, str]:
    return {"by": title_of(held.model, decision.by), "organ": title_of(held.model, decision.about or "")}


RULES: tuple[Rule, ...] = (
    takes_over_in_function,
    the_chair_starts_the_crisis_committee,
    those_who_may_end_the_crisis_committee,
)
