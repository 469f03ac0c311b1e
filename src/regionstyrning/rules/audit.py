"""What a revisor asks of the goals themselves: the family *audit*, its first part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.findings import Severity
from regionstyrning.model.goals import Goal, GoalKind
from regionstyrning.model.indicators import Indicator, IndicatorRole, MeasureKind
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.structure import INDICATORS
from regionstyrning.questions.geh import goal_levels, goals_that_count, side_of
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.threads import serves, title_of
from regionstyrning.rules.recorded import criticised
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import in_a_row
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.structure import Level, Perspective

GRANSKNING = "Revisorernas granskning av målstyrning, Region Jämtland Härjedalen, RS/782/2020"
STYRMODELL = "Reviderad styrmodell för Region Jämtland Härjedalen, 2021, stycke 6"

STRICTEST = 100
"""No audit in the sources gives a limit; the strictest is the library's choice, and every finding prints it."""

_GIVE = Sentence("Ge målen mått och målvärden.", "Give the goals measures and targets.")


def measurable_goals(at_least_percent: int = STRICTEST) -> Rule:
    """
    A rule that asks for measure and target of the goals that fullmäktige sets.

    Args:
        at_least_percent: Share of measurable goals under which it is a finding, 0 to 100.
    """

    @rule(
        "audit.goals-are-measurable",
        severity=Severity.WARNING,
        source=f"{GRANSKNING}; gränsen är bibliotekets val.",
        sentence=Sentence(
            "{measured} av {all} mål som fullmäktige har satt är mätbara (mått och målvärde); gränsen är {limit} "
            "procent. Vilar på modellens egna mål.",
            "{measured} of {all} goals that fullmäktige has set are measurable (measure and target); the limit is "
            "{limit} per cent. Rests on the model's own goals.",
        ),
        mending=_GIVE,
    )
    def goals_are_measurable(held: Held) -> Iterator[Hit]:
        """Enough of the goals that fullmäktige sets must have a measure and a target."""
        yield from criticised(held, "audit.goals-are-measurable")
        yield from _too_few(held, (), assembly_goals(held), at_least_percent)

    return goals_are_measurable


def organs_measurable_goals(at_least_percent: int = STRICTEST) -> Rule:
    """
    A rule that asks for measure and target of the goals that each organ carries.

    Fullmäktige is left out: of the goals that it sets ``audit.goals-are-measurable`` asks the same.

    Args:
        at_least_percent: Share of measurable goals under which it is a finding, 0 to 100.
    """

    @rule(
        "audit.organs-goals-are-measurable",
        severity=Severity.WARNING,
        source=f"{GRANSKNING}; gränsen är bibliotekets val.",
        sentence=Sentence(
            "{measured} av {all} mål som {organ} bär är mätbara (mått och målvärde); gränsen är {limit} procent. "
            "Vilar på modellens egna mål.",
            "{measured} of {all} goals that {organ} carries are measurable (measure and target); the limit is "
            "{limit} per cent. Rests on the model's own goals.",
        ),
        mending=_GIVE,
    )
    def organs_goals_are_measurable(held: Held) -> Iterator[Hit]:
        """Enough of the goals that each organ under fullmäktige carries must have a measure and a target."""
        yield from criticised(held, "audit.organs-goals-are-measurable")
        carried: defaultdict[str, list[Goal]] = defaultdict(list)
        for goal in _goals_on(held, goal_levels(held.threads)):
            for organ in carriers(held.model, goal):
                if getattr(held.model.by_id.get(organ), "kind", None) is not OrganKind.ASSEMBLY:
                    carried[organ].append(goal)
        for organ, goals in sorted(carried.items()):
            yield from _too_few(held, (organ,), goals, at_least_percent)

    return organs_goals_are_measurable


@rule(
    "audit.goals-belong-to-geh",
    severity=Severity.WARNING,
    source=f"{GRANSKNING}.",
    sentence=Sentence(
        "{title} hör inte till målen för god ekonomisk hushållning. Vilar på modellens egna mål.",
        "{title} does not belong to the goals for god ekonomisk hushållning. Rests on the model's own goals.",
    ),
    mending=Sentence(
        "Märk målet, eller låt nivån eller perspektivet räknas till god ekonomisk hushållning.",
        "Mark the goal, or let its level or perspective count for god ekonomisk hushållning.",
    ),
)
def goals_belong_to_geh(held: Held) -> Iterator[Hit]:
    """The goals that fullmäktige sets must belong with god ekonomisk hushållning."""
    yield from criticised(held, "audit.goals-belong-to-geh")
    counted = {goal.id for goal in goals_that_count(held.model, held.threads)}
    for goal in assembly_goals(held):
        if goal.id not in counted:
            yield Hit((goal.id,), {"title": goal.title})


@rule(
    "audit.financial-goals-have-a-heading",
    severity=Severity.WARNING,
    source=f"{GRANSKNING}.",
    sentence=Sentence(
        "{title} har inget finansiellt mål. Vilar på modellens egna mål.",
        "{title} has no financial goal. Rests on the model's own goals.",
    ),
    mending=Sentence("Lägg till planens finansiella mål.", "Add the plan's financial goals."),
)
def financial_goals_have_a_heading(held: Held) -> Iterator[Hit]:
    """A plan that holds fullmäktige's goals must hold financial goals too."""
    yield from criticised(held, "audit.financial-goals-have-a-heading")
    kinds = ((goal.document, side_of(goal, held.threads)) for goal in held.model.goals)
    financial = {document for document, kind in kinds if kind is GoalKind.FINANCIAL}
    for document in sorted({goal.document for goal in assembly_goals(held) if goal.document is not None}):
        if document not in financial:
            yield Hit((document,), {"title": title_of(held.model, document)})


@rule(
    "audit.geh-goals-are-labelled",
    severity=Severity.WARNING,
    source=f"{GRANSKNING}.",
    sentence=Sentence(
        "{title} räknas till god ekonomisk hushållning men är varken märkt som finansiellt eller som "
        "verksamhetsmål. Vilar på modellens egna mål.",
        "{title} counts for god ekonomisk hushållning but is marked neither financial nor operational. Rests on "
        "the model's own goals.",
    ),
    mending=Sentence("Märk målet som finansiellt eller verksamhet.", "Mark it as financial or operational."),
)
def geh_goals_are_labelled(held: Held) -> Iterator[Hit]:
    """A goal for god ekonomisk hushållning must be either financial or operational."""
    yield from criticised(held, "audit.geh-goals-are-labelled")
    counted = {goal.id for goal in goals_that_count(held.model, held.threads)}
    for goal in _goals_on(held, goal_levels(held.threads)):
        if goal.id in counted and side_of(goal, held.threads) is None:
            yield Hit((goal.id,), {"title": goal.title})


@rule(
    "audit.perspectives-have-indicators",
    severity=Severity.NOTE,
    source=f"{STYRMODELL}: för varje strategi finns ett antal indikatorer.",
    each="structures",
    sentence=Sentence(
        "Modellen har ingen indikator under {title}. Vilar på modellens egna indikatorer.",
        "The model has no indicator under {title}. Rests on the model's own indicators.",
    ),
    mending=Sentence("Lägg till indikatorer, om det finns några.", "Add indicators, if there are any."),
)
def perspectives_have_indicators(structure: object, held: Held) -> Iterator[Hit]:
    """Each perspective should have indicators, of its own or of the goals under it."""
    del structure
    for perspective in _perspectives(held):
        under = held.threads.reached(perspective.id, "down", serving=True)
        if not any(held.threads.level[id] == INDICATORS for id in under):
            yield Hit((perspective.id,), {"title": perspective.title})


@rule(
    "audit.indicators-have-a-direction",
    severity=Severity.NOTE,
    source=f"{STYRMODELL}: en indikator visar en riktning.",
    each="indicators",
    sentence=Sentence(
        "Modellen säger inte åt vilket håll {title} ska gå. Vilar på modellens egna indikatorer.",
        "The model does not say which way {title} should go. Rests on the model's own indicators.",
    ),
    mending=Sentence("Ange riktning eller målvärde.", "State a direction or a target."),
)
def indicators_have_a_direction(indicator: Indicator, held: Held) -> Iterator[Hit]:
    """A measured indicator of a goal should say which way is better, in words or by its target."""
    asked = indicator.kind is MeasureKind.QUANTITATIVE and indicator.role is not IndicatorRole.WATCHED
    if asked and indicator.direction is None and indicator.id not in _aimed(held):
        yield Hit((indicator.id,), {"title": indicator.title})


@rule(
    "audit.perspectives-state-their-concerns",
    severity=Severity.NOTE,
    source=f"{STYRMODELL}: ekonomisk, social och miljömässig hållbarhet beaktas i arbetet med alla strategier.",
    sentence=Sentence(
        "Det som är läst av {title} säger inte att den beaktar {missing}, som alla ska. Vilar på modellens egna "
        "perspektiv.",
        "What has been read of {title} does not say that it takes account of {missing_en}, as all are to. Rests on the "
        "model's own perspectives.",
    ),
    mending=Sentence("Ange vad den beaktar (concerns), om den säger det.", "State it (concerns), if it is said."),
)
def perspectives_state_their_concerns(held: Held) -> Iterator[Hit]:
    """Each perspective should state every concern that the structure asks of all."""
    asked = () if held.threads.structure is None else held.threads.structure.concerns
    for perspective in _perspectives(held):
        missing = [concern for concern in asked if concern not in perspective.concerns]
        if missing:
            yield Hit((perspective.id,), {"title": perspective.title, **in_a_row("missing", missing)})


def assembly_goals(held: Held) -> list[Goal]:
    """The goals on levels that fullmäktige sets, by id."""
    return _goals_on(held, [level for level in goal_levels(held.threads) if OrganKind.ASSEMBLY in level.set_by])


def _too_few(held: Held, organ: tuple[str, ...], goals: Sequence[Goal], at_least_percent: int) -> Iterator[Hit]:
    missing = [goal.id for goal in goals if not _is_measurable(held, goal)]
    measured = len(goals) - len(missing)
    if measured * 100 < at_least_percent * len(goals):
        words = {"measured": str(measured), "all": str(len(goals)), "limit": str(at_least_percent)}
        titles = (title_of(held.model, id) for id in organ)
        yield Hit((*organ, *missing), {**words, "organ": " ".join(titles)})


def _perspectives(held: Held) -> tuple[Perspective, ...]:
    return () if held.threads.structure is None else held.threads.structure.perspectives


def _goals_on(held: Held, levels: Sequence[Level]) -> list[Goal]:
    ids = {level.id for level in levels}
    return sorted((goal for goal in held.model.goals if goal.level in ids), key=lambda goal: goal.id)


def _is_measurable(held: Held, goal: Goal) -> bool:
    links = held.threads.down.get(goal.id, ())
    return any(link.lower in _aimed(held) and serves(link) for link in links)


def _aimed(held: Held) -> set[str]:
    """Ids of the indicators with a target that says something."""
    found: set[str] | None = held.model.memo.get("aimed")
    if found is None:
        targets = (each for each in held.model.targets if each.condition.kind is not ConditionKind.PENDING)
        found = held.model.memo["aimed"] = {target.indicator for target in targets}
    return found


RULES: tuple[Rule, ...] = (
    measurable_goals(),
    goals_belong_to_geh,
    financial_goals_have_a_heading,
    geh_goals_are_labelled,
    organs_measurable_goals(),
    perspectives_have_indicators,
    indicators_have_a_direction,
    perspectives_state_their_concerns,
)
