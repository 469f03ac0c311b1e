"""What a revisor asks of goals: the family *audit*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.findings import Severity
from regionstyrning.model.goals import Goal, GoalKind
from regionstyrning.model.indicators import Indicator
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions.owners import carriers
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.model.judgements import Judgement

GRANSKNING = "Revisorernas granskning av målstyrning, Region Jämtland Härjedalen, RS/782/2020"

SAID = Sentence("{sv}", "{en}")
"""A finding of this family rests on the model's own goals or on recorded criticism, and says which."""

_MEASURABLE = Sentence(
    "{measured} av {all} mål som {organ} har satt är mätbara (mått och målvärde); gränsen är {limit} procent. "
    "Vilar på modellens egna mål.",
    "{measured} of {all} goals that {organ} has set are measurable (measure and target); the limit is {limit} per "
    "cent. Rests on the model's own goals.",
)
_OWNED = Sentence(
    "{measured} av {all} mål som {organ} bär är mätbara (mått och målvärde); gränsen är {limit} procent. "
    "Vilar på modellens egna mål.",
    "{measured} of {all} goals that {organ} carries are measurable (measure and target); the limit is {limit} per "
    "cent. Rests on the model's own goals.",
)
_NOT_GEH = Sentence(
    "{title} hör inte till målen för god ekonomisk hushållning. Vilar på modellens egna mål.",
    "{title} does not belong to the goals for god ekonomisk hushållning. Rests on the model's own goals.",
)
_NO_FINANCIAL = Sentence(
    "{title} har inget finansiellt mål. Vilar på modellens egna mål.",
    "{title} has no financial goal. Rests on the model's own goals.",
)
_UNLABELLED = Sentence(
    "{title} räknas till god ekonomisk hushållning men är varken märkt som finansiellt eller som verksamhetsmål. "
    "Vilar på modellens egna mål.",
    "{title} counts for god ekonomisk hushållning but is marked neither financial nor operational. Rests on the "
    "model's own goals.",
)
_RECORDED = Sentence(
    "{who}{when}: {words} Vilar på den registrerade kritiken.", "{who}{when}: {words} Rests on the recorded criticism."
)

STRICTEST = 100
"""No audit in the sources gives a limit; the strictest is the library's choice, and every finding prints it."""


def measurable_goals(at_least_percent: int = STRICTEST) -> Rule:
    """
    A rule that asks for measure and target of the goals that fullmäktige sets.

    Args:
        at_least_percent: Share of measurable goals under which it is a finding, 0 to 100.
    """

    @rule(
        "audit.goals-are-measurable",
        severity=Severity.WARNING,
        source=f"{GRANSKNING}; gränsen är bibliotekets val",
        sentence=SAID,
        mending=Sentence("Ge målen mått och målvärden.", "Give the goals measures and targets."),
    )
    def goals_are_measurable(held: Held) -> Iterator[Hit]:
        """Enough of the goals that fullmäktige sets must have a measure and a target."""
        yield from _criticised(held, "audit.goals-are-measurable")
        goals = _assembly_goals(held)
        measured = [goal for goal in goals if _is_measurable(held, goal)]
        if len(measured) * 100 < at_least_percent * len(goals):
            missing = [goal.id for goal in goals if goal not in measured]
            words = {"measured": len(measured), "all": len(goals), "organ": "fullmäktige", "limit": at_least_percent}
            yield _hit(missing, _MEASURABLE, words)

    return goals_are_measurable


def organs_measurable_goals(at_least_percent: int = STRICTEST) -> Rule:
    """
    A rule that asks for measure and target of the goals that each organ carries.

    Args:
        at_least_percent: Share of measurable goals under which it is a finding, 0 to 100.
    """

    @rule(
        "audit.organs-goals-are-measurable",
        severity=Severity.WARNING,
        source=f"{GRANSKNING}; gränsen är bibliotekets val",
        sentence=SAID,
        mending=Sentence("Ge målen mått och målvärden.", "Give the goals measures and targets."),
    )
    def organs_goals_are_measurable(held: Held) -> Iterator[Hit]:
        """Enough of the goals that each organ carries must have a measure and a target."""
        yield from _criticised(held, "audit.organs-goals-are-measurable")
        carried: defaultdict[str, list[Goal]] = defaultdict(list)
        for goal in _goals_at(held, LevelKind.GOAL, LevelKind.FINANCIAL):
            for organ in carriers(held.model, goal):
                carried[organ].append(goal)
        for organ, goals in sorted(carried.items()):
            measured = [goal for goal in goals if _is_measurable(held, goal)]
            if len(measured) * 100 < at_least_percent * len(goals):
                missing = [goal.id for goal in goals if goal not in measured]
                title = title_of(held.model, organ)
                words = {"measured": len(measured), "all": len(goals), "organ": title, "limit": at_least_percent}
                yield _hit([organ, *missing], _OWNED, words)

    return organs_goals_are_measurable


@rule(
    "audit.goals-belong-to-geh",
    severity=Severity.WARNING,
    source=GRANSKNING,
    sentence=SAID,
    mending=Sentence(
        "Märk målet, eller låt nivån eller perspektivet räknas till god ekonomisk hushållning.",
        "Mark the goal, or let its level or perspective count for god ekonomisk hushållning.",
    ),
)
def goals_belong_to_geh(held: Held) -> Iterator[Hit]:
    """The goals that fullmäktige sets must belong with god ekonomisk hushållning."""
    yield from _criticised(held, "audit.goals-belong-to-geh")
    counted = _geh_goals(held)
    for goal in _assembly_goals(held):
        if goal.id not in counted:
            yield _hit([goal.id], _NOT_GEH, {"title": goal.title})


@rule(
    "audit.financial-goals-have-a-heading",
    severity=Severity.WARNING,
    source=GRANSKNING,
    sentence=SAID,
    mending=Sentence("Lägg till planens finansiella mål.", "Add the plan's financial goals."),
)
def financial_goals_have_a_heading(held: Held) -> Iterator[Hit]:
    """A plan that holds fullmäktige's goals must hold financial goals too."""
    yield from _criticised(held, "audit.financial-goals-have-a-heading")
    goals = _assembly_goals(held)
    financial = {goal.document for goal in held.model.goals if _is_financial(held, goal)}
    for document in sorted({goal.document for goal in goals if goal.document is not None}):
        if document not in financial:
            yield _hit([document], _NO_FINANCIAL, {"title": title_of(held.model, document)})


@rule(
    "audit.geh-goals-are-labelled",
    severity=Severity.WARNING,
    source=GRANSKNING,
    sentence=SAID,
    mending=Sentence("Märk målet som finansiellt eller verksamhet.", "Mark it as financial or operational."),
)
def geh_goals_are_labelled(held: Held) -> Iterator[Hit]:
    """A goal for god ekonomisk hushållning must be either financial or operational."""
    yield from _criticised(held, "audit.geh-goals-are-labelled")
    counted = _geh_goals(held)
    for goal in held.model.goals:
        if goal.id in counted and goal.kind is None and not _is_financial(held, goal):
            yield _hit([goal.id], _UNLABELLED, {"title": goal.title})


def _hit(records: Iterable[str], sentence: Sentence, words: Mapping[str, object], source: str | None = None) -> Hit:
    said = {"sv": sentence.say("sv", **words), "en": sentence.say("en", **words)}
    return Hit(tuple(records), said, source)


def _criticised(held: Held, rule: str) -> Iterator[Hit]:
    """What someone has said of the same, as recorded."""
    for judgement in held.model.judgements:
        if rule in judgement.rules:
            source = next(iter(judgement.sources), None)
            place = None if source is None else f"{title_of(held.model, source.publication)}, {source.place or ''}"
            words = {"who": _who(held, judgement), "when": _when(judgement), "words": f"{judgement.words.rstrip('.')}."}
            yield _hit([*judgement.about, judgement.id], _RECORDED, words, (place or "").rstrip(", ") or None)


def _who(held: Held, judgement: Judgement) -> str:
    if judgement.by is not None:
        return title_of(held.model, judgement.by)
    return judgement.by_text or judgement.capacity.value


def _when(judgement: Judgement) -> str:
    when = judgement.on or judgement.year
    return "" if when is None else f" ({when})"


def _goals_at(held: Held, *kinds: LevelKind) -> list[Goal]:
    structure = held.threads.structure
    levels = {level.id for level in (() if structure is None else structure.levels) if level.kind in kinds}
    return sorted((goal for goal in held.model.goals if goal.level in levels), key=lambda goal: goal.id)


def _assembly_goals(held: Held) -> list[Goal]:
    structure = held.threads.structure
    levels = () if structure is None else structure.levels
    own = {level.id for level in levels if OrganKind.ASSEMBLY in level.set_by}
    return [goal for goal in _goals_at(held, LevelKind.GOAL, LevelKind.FINANCIAL) if goal.level in own]


def _is_measurable(held: Held, goal: Goal) -> bool:
    measures = (held.threads.nodes[link.lower] for link in held.threads.down.get(goal.id, ()))
    aimed: set[str] = held.model.memo.get("aimed") or set()
    if "aimed" not in held.model.memo:
        aimed = held.model.memo["aimed"] = {
            target.indicator for target in held.model.targets if target.condition.kind is not ConditionKind.PENDING
        }
    return any(isinstance(measure, Indicator) and measure.id in aimed for measure in measures)


def _is_financial(held: Held, goal: Goal) -> bool:
    structure = held.threads.structure
    level = None if structure is None else structure.level(goal.level)
    return goal.kind is GoalKind.FINANCIAL or (level is not None and level.kind is LevelKind.FINANCIAL)


def _geh_goals(held: Held) -> set[str]:
    """Ids of the goals that count: by their level, by a perspective above them, or by a mark of their own."""
    structure = held.threads.structure
    if structure is None:
        return set()
    levels = {level.id for level in structure.levels if level.geh}
    perspectives = [perspective.id for perspective in structure.perspectives if perspective.geh]
    under = {id for perspective in perspectives for id in held.threads.reached(perspective, "down")}
    counts: Callable[[Goal], bool] = lambda goal: goal.geh or goal.level in levels or goal.id in under  # noqa: E731
    return {goal.id for goal in held.model.goals if goal.geh is not False and counts(goal)}


RULES: tuple[Rule, ...] = (
    measurable_goals(),
    goals_belong_to_geh,
    financial_goals_have_a_heading,
    geh_goals_are_labelled,
    organs_measurable_goals(),
)
