"""How parts are joined to a whole."""

from __future__ import annotations

from enum import Enum

from attrs import frozen


class JoinKind(Enum):
    """How parts are joined to a whole (sammanvägning)."""

    ALL = "alla"
    ANY = "någon"
    WORST = "sämsta"
    BEST = "bästa"
    MAJORITY = "majoritet"
    COUNT = "antal"
    MEAN = "medelvärde"
    WEIGHTED = "viktat medelvärde"


@frozen(kw_only=True)
class Join:
    """
    The rule that turns several parts into one whole (sammanvägningsregel), where one is stated.

    ``alla`` takes the common grade only if every part has it: all yes is yes, any no is no.

    Attributes:
        kind: The rule.
        at_least: How many parts must be met, for ``antal``.
        text: The rule as written.
    """

    kind: JoinKind
    at_least: int | None = None
    text: str | None = None
