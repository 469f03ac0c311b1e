"""What looking up every reference of a model takes."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from regionstyrning.model.catalogues import CATALOGUES, KEYED
from regionstyrning.model.references import reference_fields

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel


def unknown_references(model: SteeringModel) -> set[str]:
    """Every id that a record names and that no record has."""
    known = set(model.by_id).union(each.id for structure in model.structures for each in structure.perspectives)
    fields = [(name, field) for name, cls in CATALOGUES.items() for field in reference_fields(cls)]
    named = set(chain.from_iterable(field.ids(getattr(model, name)) for name, field in fields)) - known
    # The ids of links and facts are made of their keys, which is slow, and seldom named.
    return named.difference(record.id for name in KEYED for record in getattr(model, name)) if named else named
