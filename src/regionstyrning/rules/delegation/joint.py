"""What the participants of a joint committee must do together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regionstyrning.model.documents import DecisionKind, SteeringDocument
from regionstyrning.model.findings import Severity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.delegation.links import links_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.questions.authority.bodies import Bodies

REGULATIONS = "reglemente"
"""The id of the kind of document."""


@rule(
    "delegation.every-participant-adopts-the-reglemente",
    severity=Severity.WARNING,
    lawful=True,
    source="KL 9 kap. 19 och 33 §§: reglementet antas av fullmäktige hos varje deltagare.",
    each="documents",
    sentence=Sentence(
        "{title} är antaget, men inte av fullmäktige i {participant}, som deltar i {organ}.",
        "{title} has been adopted, but not by fullmäktige of {participant}, which takes part in {organ}.",
    ),
    mending=Sentence(
        "Lägg till beslutet hos deltagaren, av slaget antar.", "Add the participant's decision, of the kind antar."
    ),
)
def every_participant_adopts_the_reglemente(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """The reglemente of a joint committee must be adopted by fullmäktige of every participant in the model."""
    bodies = links_of(held).authority.bodies
    organ = bodies.organs.get(document.organ or "")
    if organ is None or organ.kind is not OrganKind.JOINT_COMMITTEE or document.kind != REGULATIONS:
        return
    adopted = _adopted(document, held, bodies)
    if adopted and links_of(held).authority.law.rule("kl/9-33").in_force(held.model.as_of):
        host = bodies.employer(organ.id)
        taking_part = bodies.participants.get(organ.id, frozenset()) | ({host} if host else frozenset())
        known = {bodies.employer(assembly) for assembly in bodies.assemblies}
        for participant in sorted(id for id in taking_part - adopted if id in known):
            words = {"title": document.title, "organ": organ.title, "participant": title_of(held.model, participant)}
            yield Hit((document.id, participant), words)


def _adopted(document: SteeringDocument, held: Held, bodies: Bodies) -> set[str | None]:
    """The legal persons whose fullmäktige has adopted a document."""
    by = {each.by for each in held.model.decisions if each.kind is DecisionKind.ADOPTS and each.about == document.id}
    if document.adopted is not None and document.adopted.organ is not None:
        by.add(document.adopted.organ)
    return {bodies.employer(organ) for organ in by if organ in bodies.assemblies}


RULES: tuple[Rule, ...] = (every_participant_adopts_the_reglemente,)
