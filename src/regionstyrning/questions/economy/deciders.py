"""Who decided on a deficit, and what: whether it is fullmäktige, whose it is to make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from regionstyrning.model.documents import Decision, DecisionKind
from regionstyrning.model.organisation import Organ, OrganKind, Position
from regionstyrning.questions.economy.telling import shown
from regionstyrning.text.numbers import SPACE
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TOLD = Sentence(
    "{title}: det är {who} som har beslutat, och bara fullmäktige kan; det räknas inte.",
    "{title}: {who} has decided it, and only fullmäktige can; it is not counted.",
)


_DECIDED = {
    "said": Sentence("{title} ({who} {day}{paragraph}): {what}.", "{title} ({who} {day}{paragraph}): {what}."),
    "not-counted": Sentence(
        "{title} ({who} {day}{paragraph}): {what}; räknas inte, för bara fullmäktige kan besluta det.",
        "{title} ({who} {day}{paragraph}): {what}; not counted, since only fullmäktige can decide it.",
    ),
    "no-day": Sentence("okänd dag", "day not known"),
    DecisionKind.WAIVES: Sentence("{amount} ska inte återställas", "{amount} not to be restored"),
    DecisionKind.PROLONGS: Sentence("{amount} återställs senast {until}", "{amount} to be restored by {until}"),
    DecisionKind.ADOPTS: Sentence("åtgärdsplan för {amount}", "plan of action for {amount}"),
    "until": Sentence("åtgärdsplan för {amount}, till {until}", "plan of action for {amount}, until {until}"),
    "amount": Sentence("{value} mnkr", "{value} mnkr"),
    "no-amount": Sentence("ett belopp som inte är angivet", "an amount that is not stated"),
}


@frozen(kw_only=True, eq=False)
class DeficitDecision(Readable):
    """
    What is decided on a deficit (beslut om underskott).

    Attributes:
        decision: The decision: one that waives or prolongs, or that adopts a plan of action.
        who: The organ that took it, as the model names it.
        counted: Whether it counts; another's than fullmäktige's does not.
    """

    _read: ClassVar[str] = "decision"

    decision: Decision
    who: str
    counted: bool = True

    def text(self, lang: Language = "sv") -> str:
        """What is decided, by whom and when, in a sentence."""
        each = self.decision
        until = each.until_year or (each.until and each.until.isoformat())
        key = "amount" if each.amount_mnkr is not None else "no-amount"
        amount = _DECIDED[key].say(lang, value=shown(each.amount_mnkr, lang))
        what = _DECIDED["until" if each.kind is DecisionKind.ADOPTS and until else each.kind]
        day = each.on.isoformat() if each.on is not None else each.on_text or _DECIDED["no-day"].say(lang)
        return _DECIDED["said" if self.counted else "not-counted"].say(
            lang,
            title=each.title,
            who=self.who,
            day=day,
            paragraph="" if each.paragraph is None else f", {each.paragraph.replace(' ', SPACE)}",
            what=what.say(lang, amount=amount, until=until or ""),
        )

    def to_records(self) -> list[dict[str, Any]]:
        """One row: record, kind, by, who, on, paragraph, year, mnkr, until, title, reason, counted."""
        each = self.decision
        return [
            {
                "record": each.id,
                "kind": each.kind.value,
                "by": each.by,
                "who": self.who,
                "on": each.on,
                "paragraph": each.paragraph,
                "year": each.year,
                "mnkr": each.amount_mnkr,
                "until": each.until_year,
                "title": each.title,
                "reason": each.reason,
                "counted": self.counted,
            }
        ]


@frozen(kw_only=True, eq=False)
class DecidedByAnother(Readable):
    """
    A decision on a deficit that is not fullmäktige's, and changes nothing (annans beslut).

    Attributes:
        decision: The decision.
        who: The organ or post that took it, as the model names it.
    """

    _read: ClassVar[str] = "decision"

    decision: Decision
    who: str

    def text(self, lang: Language = "sv") -> str:
        """That it is not counted, in a sentence."""
        return _TOLD.say(lang, title=self.decision.title, who=self.who)

    def to_records(self) -> list[dict[str, Any]]:
        """One row, as of any decision on a deficit."""
        return DeficitDecision(decision=self.decision, who=self.who, counted=False).to_records()


def decided_by_another(model: SteeringModel, decision: Decision) -> DecidedByAnother | None:
    """
    A decision that only fullmäktige can make, if another made it.

    Args:
        model: The model.
        decision: A decision that waives or prolongs a deficit, or adopts a plan of action.

    Returns:
        None for a decision by fullmäktige, and where the model does not say what kind of organ made it.

    Source:
        KL 11:12–13.
    """
    by = model.by_id.get(decision.by)
    if not isinstance(by, Organ | Position) or (isinstance(by, Organ) and by.kind is OrganKind.ASSEMBLY):
        return None
    return DecidedByAnother(decision=decision, who=by.title)


def on_deficit(model: SteeringModel, decision: Decision) -> DeficitDecision:
    """A decision on a deficit, with the organ that took it as the model names it."""
    who = getattr(model.by_id.get(decision.by), "title", decision.by)
    return DeficitDecision(decision=decision, who=who, counted=decided_by_another(model, decision) is None)
