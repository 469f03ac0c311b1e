"""How a link from giver to taker stands to the law, apart from the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.organisation import OrganKind, PositionKind
from regionstyrning.model.statutes import Act, Tie

if TYPE_CHECKING:
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.bodies import Bodies

Kind = OrganKind | PositionKind


@frozen(kw_only=True)
class Pattern:
    """
    How a link stands to the law, apart from the case (länkens slag).

    Attributes:
        giver: What kind of organ or post gives; None for a statute.
        taker: What kind receives; None for an office or an unknown body.
        ties: How the taker stands to the giver, or to the nämnd above a giver that is a post.
        urgent: Whether it is for urgent matters only.
        above: For a giver that is a post, what allows it: the nämnd, a statute, another post.
        allowed: For the same, whether passing on was allowed; None if nothing is said.
        head: For the same, whether it is förvaltningschef within the nämnd's field; None if unknown.
        granted: What is stated of the matter as it is handed over.
        board: Id of the taker, for a styrelse: whether it decides in another nämnd's field is seen in the case.
    """

    giver: Kind | None
    taker: Kind | None
    ties: frozenset[Tie] = frozenset()
    urgent: bool = False
    above: str = ""
    allowed: bool | None = None
    head: bool | None = None
    granted: frozenset[str] = frozenset()
    board: str | None = None

    @property
    def act(self) -> Act:
        """Whether it gives a right or passes one on."""
        return Act.PASS_ON if self.above else Act.DELEGATE


def link_pattern(
    bodies: Bodies,
    delegation: Delegation,
    taker: str,
    base: Delegation | None = None,
    granted: frozenset[str] = frozenset(),
) -> Pattern:
    """
    How a link from giver to taker stands to the law.

    Args:
        bodies: How organs and posts stand to one another.
        delegation: The delegation.
        taker: Id of whoever receives, or steps in for a receiver.
        base: What the giver has received and hands on; looked at for a giver that is a post.
        granted: What is stated of the matter as it is handed over.
    """
    giver, kind = delegation.giver, bodies.kind(taker)
    if giver is None:
        return Pattern(giver=None, taker=kind, granted=granted)
    if giver not in bodies.positions or base is None:
        return Pattern(
            giver=bodies.kind(giver),
            taker=kind,
            ties=bodies.ties(giver, taker),
            board=taker if kind is OrganKind.BOARD else None,
            urgent=delegation.urgent_only,
            above="post" if giver in bodies.positions else "",
            granted=granted,
        )
    committee = base.giver
    head = committee is not None and bodies.heads_in_field(giver, committee)  # what a statute gives is in no field
    ties = bodies.ties(giver if committee is None else committee, taker)
    return Pattern(
        giver=bodies.kind(giver),
        taker=kind,
        ties=ties | {Tie.HEAD_IN_FIELD} if head else ties,
        urgent=delegation.urgent_only,
        above="statute" if committee is None else "post" if committee in bodies.positions else "committee",
        allowed=base.may_pass_on,
        head=head,
        granted=granted,
    )
