"""A small region to judge: one goal with one indicator, or as many as a test asks for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from regionstyrning.evaluators import Attainment
from regionstyrning.model import (
    Contribution,
    ContributionKind,
    Direction,
    Goal,
    Ground,
    Indicator,
    Join,
    JoinKind,
    Level,
    LevelKind,
    Meaning,
    MeasureKind,
    ModelStatus,
    Outcome,
    Perspective,
    PerspectiveKind,
    Scale,
    ScaleReads,
    ScaleStep,
    SteeringModel,
    Structure,
    Target,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from regionstyrning.evaluators import Verdict
    from regionstyrning.model import Condition

AS_OF = date(2025, 6, 1)
YEAR = 2024

GRADES = Scale(
    id="betyg",
    title="Ja, delvis eller nej",
    reads=ScaleReads.LEVEL,
    steps=[
        ScaleStep(word="Ja", sign="+", rank=3, means=[Meaning.MET]),
        ScaleStep(word="Delvis", rank=2, means=[Meaning.PARTLY_MET]),
        ScaleStep(word="Nej", rank=1, means=[Meaning.NOT_MET]),
        ScaleStep(word="Gul", colour="gul", means=[Meaning.PARTLY_MET, Meaning.NOT_MET]),
        ScaleStep(word="Grå", means=[Meaning.NOT_YET, Meaning.CANNOT_BE_ASSESSED]),
        ScaleStep(word="Väntar", means=[Meaning.NOT_YET]),
    ],
)
RANKS = Scale(
    id="rang",
    title="Plats bland andra",
    reads=ScaleReads.RANK,
    steps=[ScaleStep(word="Grön", rank=2), ScaleStep(word="Röd", rank=1)],
)
CHANGES = Scale(
    id="riktning",
    title="Utveckling",
    reads=ScaleReads.DEVELOPMENT,
    steps=[
        ScaleStep(word="Bättre", rank=3, means=[Meaning.BETTER]),
        ScaleStep(word="Lika", rank=2, means=[Meaning.UNCHANGED]),
        ScaleStep(word="Sämre", rank=1, means=[Meaning.WORSE]),
    ],
)

STRUCTURE = Structure(
    id="styrmodell",
    title="Styrmodell",
    levels=[
        Level(id="vision", title="Vision", kind=LevelKind.VISION),
        Level(id="omrade", title="Område", kind=LevelKind.PERSPECTIVE),
        Level(id="mal", title="Mål", kind=LevelKind.GOAL, judged_by=[Ground.MEASURES]),
        Level(id="oppet", title="Öppet mål", kind=LevelKind.GOAL),
        Level(id="under", title="Mål av mål", kind=LevelKind.GOAL, judged_by=[Ground.LEVEL_UNDER]),
        Level(
            id="samst",
            title="Det sämsta",
            kind=LevelKind.GOAL,
            judged_by=[Ground.MEASURES, Ground.LEVEL_UNDER],
            join=Join(kind=JoinKind.WORST, text="Det sämsta avgör."),
        ),
        Level(
            id="vagt",
            title="Vägt mål",
            kind=LevelKind.GOAL,
            judged_by=[Ground.MEASURES],
            join=Join(kind=JoinKind.WEIGHTED),
        ),
        Level(id="helhet", title="Samlat mål", kind=LevelKind.GOAL, judged_by=[Ground.OVERALL]),
        Level(id="pengar", title="Finansiellt mål", kind=LevelKind.FINANCIAL, judged_by=[Ground.MEASURES]),
        Level(id="arbete", title="Uppdrag", kind=LevelKind.WORK),
    ],
    perspectives=[Perspective(id="vard", title="Vård", kind=PerspectiveKind.FIELD, level="omrade")],
    scales=[GRADES, RANKS, CHANGES],
)

UP = Direction.UP
DOWN = Direction.DOWN


def model(**catalogues: Any) -> SteeringModel:  # noqa: ANN401 - any catalogue
    """A fictional region that has what it is given."""
    of_its_own = {
        "id": "liten",
        "title": "Lilla regionen",
        "as_of": AS_OF,
        "status": ModelStatus.FICTIONAL,
        "structures": [STRUCTURE],
    }
    return SteeringModel(**{**of_its_own, **catalogues})


def indicator(id: str = "i", **more: Any) -> Indicator:  # noqa: ANN401 - any field
    """A measure in numbers."""
    return Indicator(**{"id": id, "title": f"Mått {id}", "kind": MeasureKind.QUANTITATIVE, **more})


def goal(id: str = "g", level: str = "mal", **more: Any) -> Goal:  # noqa: ANN401 - any field
    """A goal."""
    return Goal(**{"id": id, "title": f"Mål {id}", "level": level, **more})


def link(lower: str, upper: str, kind: ContributionKind = ContributionKind.MEASURES, **more: Any) -> Contribution:  # noqa: ANN401 - any field
    """A link upwards."""
    return Contribution(lower=lower, upper=upper, kind=kind, **more)


def target(condition: Condition, year: int | None = YEAR, **more: Any) -> Target:  # noqa: ANN401 - any field
    """A target of the indicator ``i``."""
    return Target(**{"indicator": "i", "year": year, "condition": condition, **more})


def outcome(year: int = YEAR, value: object = None, **more: Any) -> Outcome:  # noqa: ANN401 - any field
    """An outcome of the indicator ``i``: a number, or a grade if it is a text."""
    if isinstance(value, str):
        more = {"grade": value, **more}
    elif value is not None:
        more = {"value": Decimal(str(value)), **more}
    return Outcome(**{"indicator": "i", "year": year, **more})


def outcomes(values: Mapping[int, object], **more: Any) -> list[Outcome]:  # noqa: ANN401 - any field
    """An outcome for each year."""
    return [outcome(year, value, **more) for year, value in values.items()]


def one(
    condition: Condition,
    values: Mapping[int, object],
    *,
    settings: Attainment | None = None,
    **more: Any,  # noqa: ANN401 - any field of the indicator
) -> Verdict:
    """The verdict on an indicator with one target for 2024 and an outcome for each year."""
    region = model(indicators=[indicator(**more)], targets=[target(condition)], outcomes=outcomes(values))
    return judged(region, settings=settings)["i"]


def judged(region: SteeringModel, *, settings: Attainment | None = None, year: int | None = None) -> Verdict:
    """The verdict on a region for the last year that had ended."""
    return (settings or Attainment())(region, as_of=AS_OF, year=year)


def texts(verdict: Verdict) -> list[str]:
    """What it gives as its reasons."""
    return [reason.text() for reason in verdict.reasons]


def seen(*values: object) -> tuple[object, ...]:
    """Values to compare with others of any type."""
    return values
