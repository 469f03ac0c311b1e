"""The catalogues of a model: their names and the class of their records."""

from __future__ import annotations

from attrs import frozen

from regionstyrning.model.dates import Validity
from regionstyrning.model.delegation import Delegation, Matter
from regionstyrning.model.documents import Decision, Publication, SteeringDocument
from regionstyrning.model.economy import Amount, Ratio
from regionstyrning.model.goals import Contribution, Goal
from regionstyrning.model.indicators import Indicator, Outcome, Target
from regionstyrning.model.judgements import Judgement
from regionstyrning.model.open_points import OpenPoint
from regionstyrning.model.organisation import Organ, Ownership, Position
from regionstyrning.model.records import Keyed, Record
from regionstyrning.model.statutes import Statute
from regionstyrning.model.structure import Structure

CATALOGUES: dict[str, type[Record]] = {
    "publications": Publication,
    "structures": Structure,
    "documents": SteeringDocument,
    "statutes": Statute,
    "decisions": Decision,
    "organs": Organ,
    "positions": Position,
    "ownerships": Ownership,
    "goals": Goal,
    "indicators": Indicator,
    "contributions": Contribution,
    "targets": Target,
    "outcomes": Outcome,
    "judgements": Judgement,
    "matters": Matter,
    "delegations": Delegation,
    "amounts": Amount,
    "ratios": Ratio,
    "open_points": OpenPoint,
}
"""The catalogues of a model and the class of their records, in the order they are read."""

KEYED: tuple[str, ...] = tuple(name for name, cls in CATALOGUES.items() if issubclass(cls, Keyed))
"""The catalogues of links and facts, known by their natural key."""

AUTHORED: tuple[str, ...] = tuple(name for name in CATALOGUES if name not in KEYED)
"""The catalogues of named things, with an authored id."""

CATALOGUE_OF: dict[type[object], str] = {cls: name for name, cls in CATALOGUES.items()}
"""The catalogue that a class of records stands in."""


@frozen(kw_only=True)
class Name:
    """
    What is left of a record that is only referred to (namn), in a model as it held on a day.

    Attributes:
        id: The record's id.
        title: Its title, or its id where it has none.
        catalogue: The catalogue that it stood in.
        days: The days that its horizon spanned, for a document or goal that had one.
        document_kind: Id of its kind, for a document that had one.
        preliminary: Whether it was a preliminary document.
    """

    id: str
    title: str
    catalogue: str
    days: Validity | None = None
    document_kind: str | None = None
    preliminary: bool = False
