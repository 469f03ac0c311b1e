"""
What hangs loose if a nämnd is gone.

An alternative is a function from model to model; the baseline stays as it is.
"""

from __future__ import annotations

from regionstyrning import check, load_region
from regionstyrning.model import OrganKind, SteeringModel


def without_organ(model: SteeringModel, organ: str) -> SteeringModel:
    """The same model with one organ less."""
    return model.without(organ)


baseline = load_region("exempel")
known = set(check(baseline))
committee = next(organ for organ in baseline.organs if organ.kind is OrganKind.COMMITTEE)
print(f"Utan {committee.title}:")
for finding in check(without_organ(baseline, committee.id)):
    if finding not in known:
        print(f"- {finding.text()}")
