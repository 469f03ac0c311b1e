"""How verdicts fall out, and how things change."""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """How a verdict falls out (utfall av bedömning)."""

    MET = "uppfyllt"
    PARTLY_MET = "delvis uppfyllt"
    NOT_MET = "inte uppfyllt"
    CANNOT_BE_ASSESSED = "kan inte bedömas"
    NOT_DUE = "avgörs senare"
    NOT_JUDGED = "bedöms inte"

    __hash__ = object.__hash__  # there is one of each, and Enum's own is slow where many are ranked


ORDERED = (Status.NOT_MET, Status.PARTLY_MET, Status.MET)
"""The statuses that can be compared, from the worst."""

RANK = {status: place for place, status in enumerate(ORDERED)}

OF_SEVERAL = {
    Status.MET: "uppfyllda",
    Status.PARTLY_MET: "delvis uppfyllda",
    Status.NOT_MET: "inte uppfyllda",
}
"""The Swedish words that are others of several; English has the same."""

IN_ENGLISH = {
    Status.MET: "met",
    Status.PARTLY_MET: "partly met",
    Status.NOT_MET: "not met",
    Status.CANNOT_BE_ASSESSED: "cannot be assessed",
    Status.NOT_DUE: "not due",
    Status.NOT_JUDGED: "not judged",
}


class Development(Enum):
    """How something has changed since what it is compared with (utveckling)."""

    BETTER = "bättre"
    UNCHANGED = "oförändrat"
    WORSE = "sämre"
    NO_COMPARISON = "ingen jämförelse"


DEVELOPED = {
    Development.BETTER: "better",
    Development.UNCHANGED: "unchanged",
    Development.WORSE: "worse",
    Development.NO_COMPARISON: "no comparison",
}
