"""What a revisor asks of how goals, budgets and organs are followed up: the family *audit*, its second half."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.findings import Severity
from regionstyrning.model.goals import Goal
from regionstyrning.model.judgements import Capacity
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.scales import Meaning
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions.threads import serves, title_of
from regionstyrning.rules.audit import assembly_goals
from regionstyrning.rules.documents import belongs_to
from regionstyrning.rules.recorded import criticised
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.economy import Amount
    from regionstyrning.model.judgements import Judgement
    from regionstyrning.model.organisation import Organ
    from regionstyrning.model.structure import DocumentKind

ONE_SCALE = (
    "Region Blekinges delårs- och årsredovisningar 2019–2022: varje mål som fullmäktige satt bedöms, på en skala."
)
NOT_MET = "Revisorernas granskning 2023, Region Jämtland Härjedalen: låg måluppfyllelse, för få beslutade åtgärder."
OVERSIGHT = "Revisorernas granskningar 2021 och 2023, Region Jämtland Härjedalen: uppsikten var inte tillräcklig."
DEFICIT = "Revisionsberättelsen 2019, Region Västernorrland: en nämnd med underskott ska besluta tillräckliga åtgärder."
CONTROL = "Revisorernas granskning 2021, Region Jämtland Härjedalen: riskanalys och internkontrollplan varje år."
DISCHARGE = "Region Blekinges fullmäktige 2021-04-07: varje organ får ett eget beslut om ansvarsfrihet."
AGREE = "Region Västernorrlands fullmäktige 2020-04-29: sammanfattningen av måluppfyllelsen ska stämma med delarna."

_DEVIATION = ("avvikelse mot budget", "budgetavvikelse")
"""How a nämnd's whole deviation is printed, where it is no line of the layout."""

_OUTCOMES = (AmountStage.OUTCOME, AmountStage.PRELIMINARY, AmountStage.FORECAST)
_DISCHARGED = {DecisionKind.GRANTS_DISCHARGE, DecisionKind.REFUSES_DISCHARGE, DecisionKind.RETURNS}
_MEASURES = {DecisionKind.DECIDES, DecisionKind.ADOPTS}
_ANSWERABLE = {OrganKind.BOARD, OrganKind.COMMITTEE}


@rule(
    "audit.goals-are-judged",
    severity=Severity.WARNING,
    source=ONE_SCALE,
    sentence=Sentence(
        "{document} bedömer {judged} av fullmäktiges {all} mål, inte {missing}. Vilar på modellens egna bedömningar.",
        "{document} judges {judged} of fullmäktige's {all} goals, not {missing}. Rests on the model's own judgements.",
    ),
    mending=Sentence("Bedöm de andra målen också.", "Judge the other goals too."),
)
def goals_are_judged(held: Held) -> Iterator[Hit]:
    """A report that judges some of fullmäktige's goals must judge all, or all that today's goals continue."""
    goals = assembly_goals(held)
    for document, about in sorted(_judged_in(held).items()):
        now = {goal.id: {goal.id} for goal in goals}
        before = {goal.id: set(goal.continues) for goal in goals if goal.continues}
        asked = now if about & now.keys() else before
        missing = [id for id, same in asked.items() if not same & about]
        if 0 < len(missing) < len(asked):
            named = listed([title_of(held.model, id) for id in missing])
            words = {"document": title_of(held.model, document), "missing": named}
            counts = {"judged": str(len(asked) - len(missing)), "all": str(len(asked))}
            yield Hit((document, *missing), {**words, **counts})


@rule(
    "audit.goals-are-judged-on-one-scale",
    severity=Severity.WARNING,
    source=ONE_SCALE,
    sentence=Sentence(
        "{document} bedömer mål på flera skalor: {scales}. Vilar på modellens egna bedömningar.",
        "{document} judges goals on several scales: {scales}. Rests on the model's own judgements.",
    ),
    mending=Sentence("Bedöm målen på en skala.", "Judge the goals on one scale."),
)
def goals_are_judged_on_one_scale(held: Held) -> Iterator[Hit]:
    """The goals that a report judges must be judged on one scale."""
    scales: defaultdict[str, set[str]] = defaultdict(set)
    for judgement in _own(held):
        if judgement.document is not None and judgement.scale is not None and _goals_of(held, judgement):
            scales[judgement.document].add(judgement.scale)
    for document, used in sorted(scales.items()):
        if len(used) > 1:
            yield Hit((document,), {"document": title_of(held.model, document), "scales": ", ".join(sorted(used))})


@rule(
    "audit.not-met-has-measures",
    severity=Severity.WARNING,
    source=NOT_MET,
    sentence=Sentence(
        "{title} är bedömt som {grade}, och modellen har inget beslut om åtgärder. Vilar på modellens egna "
        "bedömningar.",
        "{title} was judged {grade}, and the model has no decision on measures. Rests on the model's own judgements.",
    ),
    mending=Sentence("Besluta om åtgärder, eller lägg till beslutet.", "Decide on measures, or add the decision."),
)
def not_met_has_measures(held: Held) -> Iterator[Hit]:
    """A goal that is judged not met must have at least one decided measure: a decision on it, or work under it."""
    yield from criticised(held, "audit.not-met-has-measures")
    for id, judgement in sorted(_latest(held).items()):
        same = {id, *(goal.id for goal in held.model.goals if id in goal.continues)}
        decided = _decided(held, same, judgement.on) or any(_has_work(held, each) for each in same)
        if _says_not_met(held, judgement) and not decided:
            yield Hit((id, judgement.id), {"title": title_of(held.model, id), "grade": str(judgement.grade)})


@rule(
    "audit.oversight-leads-to-decisions",
    severity=Severity.WARNING,
    source=OVERSIGHT,
    sentence=Sentence(
        "{organ} har uppsikt över {other}, som har bedömt {title} som {grade}, men modellen har inget beslut av "
        "{organ} om det. Vilar på modellens egna bedömningar.",
        "{organ} oversees {other}, which has judged {title} as {grade}, but the model has no decision by {organ} on "
        "it. Rests on the model's own judgements.",
    ),
    mending=Sentence("Behandla avvikelsen, eller lägg till beslutet.", "Treat the deviation, or add the decision."),
)
def oversight_leads_to_decisions(held: Held) -> Iterator[Hit]:
    """A deviation that an organ reports must lead to a decision by the one that oversees it."""
    yield from criticised(held, "audit.oversight-leads-to-decisions")
    overseers = {other: organ.id for organ in held.model.organs for other in organ.oversees}
    for id, judgement in sorted(_latest(held).items()):
        overseer = overseers.get(judgement.by or "")
        if overseer is None or judgement.capacity is not Capacity.OWN or not _says_not_met(held, judgement):
            continue
        about = {id, *filter(None, (judgement.by, judgement.document))}
        if not _decided(held, about, judgement.on, by=overseer):
            named = {"organ": overseer, "other": str(judgement.by), "title": id}
            words = {name: title_of(held.model, each) for name, each in named.items()}
            yield Hit((overseer, id, judgement.id), {**words, "grade": str(judgement.grade)})


@rule(
    "audit.deficit-has-measures",
    severity=Severity.WARNING,
    source=DEFICIT,
    sentence=Sentence(
        "{organ} redovisar {value} mnkr mindre än sin budget {year} ({stage}), och modellen har inget beslut om åtgärder. "
        "Vilar på modellens egna belopp.",
        "{organ} reports {value_en} mnkr less than its budget {year} ({stage}), and the model has no decision on measures. "
        "Rests on the model's own figures.",
    ),
    mending=Sentence("Besluta om åtgärder, eller lägg till beslutet.", "Decide on measures, or add the decision."),
)
def deficit_has_measures(held: Held) -> Iterator[Hit]:
    """A nämnd with a deficit must have decided measures, in the last year that there are figures for."""
    yield from criticised(held, "audit.deficit-has-measures")
    last: dict[str, tuple[Amount, Decimal]] = {}
    for amount, value in _deviations(held):
        known = last.get(amount.organ)
        if known is None or _later(amount) > _later(known[0]):
            last[amount.organ] = amount, value
    for organ, (amount, value) in sorted(last.items()):
        if value < 0 and not any(
            each.about == organ and each.year == amount.year and each.kind in _MEASURES for each in held.model.decisions
        ):
            words = {
                "organ": title_of(held.model, organ),
                "value": number(-value),
                "value_en": number(-value, "en"),
                "stage": amount.stage.value,
            }
            yield Hit((organ, amount.id), {**words, "year": str(amount.year)})


@rule(
    "audit.internal-control-is-planned",
    severity=Severity.WARNING,
    source=CONTROL,
    sentence=Sentence(
        "Modellen har ingen {kind} i kraft för {organ}. Vilar på modellens egna dokument.",
        "The model has no {kind} in force for {organ}. Rests on the model's own documents.",
    ),
    mending=Sentence("Anta en internkontrollplan, eller lägg till den.", "Adopt a plan, or add it."),
)
def internal_control_is_planned(held: Held) -> Iterator[Hit]:
    """Each styrelse and nämnd must have a plan for internal control in force, where the structure has such plans."""
    yield from criticised(held, "audit.internal-control-is-planned")
    for kind in _control_plans(held):
        own = {belongs_to(document) for document in held.model.documents if document.kind == kind.id}
        for organ in _answerable(held):
            if organ.id not in own:
                yield Hit((organ.id,), {"organ": organ.title, "kind": kind.title.lower()})


@rule(
    "audit.each-organ-is-discharged",
    severity=Severity.NOTE,
    source=DISCHARGE,
    sentence=Sentence(
        "För {year} har modellen beslut om ansvarsfrihet för {some}, men inte för {missing}. Vilar på modellens egna "
        "beslut.",
        "For {year} the model has decisions on discharge for {some}, but not for {missing}. Rests on the model's own "
        "decisions.",
    ),
    mending=Sentence("Lägg till besluten, om de finns.", "Add the decisions, if there are any."),
)
def each_organ_is_discharged(held: Held) -> Iterator[Hit]:
    """Each styrelse and nämnd should have a decision of its own on discharge, in the last year that one has."""
    decided: defaultdict[int, set[str]] = defaultdict(set)
    for decision in held.model.decisions:
        if decision.kind in _DISCHARGED and decision.year is not None and decision.about is not None:
            decided[decision.year].add(decision.about)
    organs = _answerable(held)
    for year in [max(decided)] if decided else []:
        there = [organ for organ in organs if _begins(organ) <= date(year, 12, 31)]
        missing = [organ for organ in there if organ.id not in decided[year]]
        some = [organ.title for organ in there if organ.id in decided[year]]
        if some and missing:
            named = {"some": listed(some), "missing": listed([organ.title for organ in missing])}
            yield Hit(tuple(organ.id for organ in missing), {**named, "year": str(year)})


@rule(
    "audit.totals-agree-with-their-parts",
    severity=Severity.WARNING,
    source=AGREE,
    each="judgements",
    sentence=Sentence(
        "{who} har {count} {word} enligt summan men {parts} enligt delarna. Vilar på modellens egna bedömningar.",
        "{who} has {count} {word} by its total but {parts} by its parts. Rests on the model's own judgements.",
    ),
    mending=Sentence("Rätta summan eller delarna.", "Correct the total or the parts."),
)
def totals_agree_with_their_parts(judgement: Judgement, held: Held) -> Iterator[Hit]:
    """What a report says of its goals in sum must agree with what it says of each."""
    if not judgement.totals or not judgement.about:
        return
    parts: Counter[str] = Counter()
    for other in held.model.judgements:
        told = (other.document, other.year, other.part, other.scale)
        same = told == (judgement.document, judgement.year, judgement.part, judgement.scale)
        if same and other.grade is not None and not other.totals:
            parts[other.grade] += len(set(other.about) & set(judgement.about))
    whole = sum(parts.values()) == len(judgement.about)
    for total in judgement.totals:
        counted = parts[total.word]
        if total.count is not None and (counted > total.count or (whole and counted < total.count)):
            who = judgement.subject or title_of(held.model, judgement.document or judgement.about[0])
            words = {"who": who, "word": total.word, "count": str(total.count), "parts": str(counted)}
            yield Hit((judgement.id,), words)


def _own(held: Held) -> Iterator[Judgement]:
    """What organs have said of themselves."""
    return (each for each in held.model.judgements if each.capacity is Capacity.OWN)


def _goals_of(held: Held, judgement: Judgement) -> set[str]:
    """Ids of the goals it judges, those of plans that have run out too."""
    by_id = held.model.by_id
    found = {id: by_id.get(id) for id in judgement.about}
    return {id for id, each in found.items() if isinstance(each, Goal) or getattr(each, "catalogue", None) == "goals"}


def _judged_in(held: Held) -> dict[str, set[str]]:
    """Ids of the goals that each document judges."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for judgement in _own(held):
        if judgement.document is not None:
            found[judgement.document] |= _goals_of(held, judgement)
    return found


def _latest(held: Held) -> dict[str, Judgement]:
    """The last judgement with a grade of each goal, by its id."""
    graded = (each for each in held.model.judgements if each.grade is not None)
    ordered = sorted(graded, key=lambda each: (each.on or date.min, each.id))
    return {id: judgement for judgement in ordered for id in _goals_of(held, judgement)}


def _says_not_met(held: Held, judgement: Judgement) -> bool:
    """Whether its grade stands for nothing else on its scale."""
    scales = () if held.threads.structure is None else held.threads.structure.scales
    steps = (step for scale in scales if scale.id == judgement.scale for step in scale.steps)
    return any(step.word == judgement.grade and step.means == (Meaning.NOT_MET,) for step in steps)


def _decided(held: Held, about: set[str], since: date | None, by: str | None = None) -> bool:
    """Whether anyone, or one organ, has decided something about one of the records from a day on."""
    return any(
        each.about in about and by in {None, each.by} and (each.on or date.max) >= (since or date.min)
        for each in held.model.decisions
        if each.kind is not DecisionKind.SETS_VERDICT
    )


def _has_work(held: Held, goal: str) -> bool:
    """Whether something stands under the goal that is work."""
    structure = held.threads.structure
    work = {level.id for level in (() if structure is None else structure.levels) if level.kind is LevelKind.WORK}
    links = held.threads.down.get(goal, ())
    return any(serves(link) and held.threads.level[link.lower] in work for link in links)


def _deviations(held: Held) -> Iterator[tuple[Amount, Decimal]]:
    """What each nämnd had over or lacked, as printed or as its frame less its net costs."""
    committees = {organ.id for organ in _answerable(held)}
    figures = [each for each in held.model.amounts if each.organ in committees and each.value is not None]
    frames = {(each.organ, each.year): each.value for each in figures if each.line == "ram"}
    for amount in figures:
        value = amount.value or Decimal(0)
        if amount.stage not in _OUTCOMES or amount.part is not None:
            continue
        if amount.title.lower() in _DEVIATION:
            yield amount, value
        frame = frames.get((amount.organ, amount.year))
        if amount.line == "verksamhetens-nettokostnader" and frame is not None:
            yield amount, frame - abs(value)


def _later(amount: Amount) -> tuple[int, int, date, str]:
    """By year, then outcome before preliminary before forecast, then day."""
    return amount.year, -_OUTCOMES.index(amount.stage), amount.on or date.min, amount.id


def _answerable(held: Held) -> list[Organ]:
    """Styrelse and nämnder, by id."""
    return sorted((organ for organ in held.model.organs if organ.kind in _ANSWERABLE), key=lambda organ: organ.id)


def _begins(organ: Organ) -> date:
    first = None if organ.validity is None else organ.validity.first
    return first or date.min


def _control_plans(held: Held) -> list[DocumentKind]:
    """The kinds of document that are or hold a plan for internal control, by their names."""
    kinds = () if held.threads.structure is None else held.threads.structure.document_kinds
    return [kind for kind in kinds if any("internkontrollplan" in name.lower() for name in (kind.title, *kind.names))]


RULES: tuple[Rule, ...] = (
    goals_are_judged,
    goals_are_judged_on_one_scale,
    not_met_has_measures,
    oversight_leads_to_decisions,
    deficit_has_measures,
    internal_control_is_planned,
    each_organ_is_discharged,
    totals_agree_with_their_parts,
)
