"""Whether a decision on a deficit is fullmäktige's, whose it is to make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.documents import Decision
from regionstyrning.model.organisation import Organ, OrganKind, Position
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TOLD = Sentence(
    "{title}: det är {who} som har beslutat, och bara fullmäktige kan; det räknas inte.",
    "{title}: {who} has decided it, and only fullmäktige can; it is not counted.",
)


@frozen(kw_only=True)
class DecidedByAnother:
    """
    A decision on a deficit that is not fullmäktige's, and changes nothing (annans beslut).

    Attributes:
        decision: The decision.
        who: The organ or post that took it, as the model names it.
    """

    decision: Decision
    who: str

    def text(self, lang: Language = "sv") -> str:
        """That it is not counted, in a sentence."""
        return _TOLD.say(lang, title=self.decision.title, who=self.who)


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
