"""What a revisor asks of what is said of goals: the family *audit*, its second part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.findings import Severity
from regionstyrning.model.goals import Goal
from regionstyrning.model.judgements import Capacity, Side
from regionstyrning.model.scales import Meaning
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions.threads import serves, title_of
from regionstyrning.rules.audit import assembly_goals
from regionstyrning.rules.recorded import criticised
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.rules.words import in_a_row
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.model.judgements import Judgement

ONE_SCALE = "Region Blekinges delårs- och årsredovisningar 2019–2022: varje mål bedöms, på en skala."
NOT_MET = "Revisorernas granskning 2023, Region Jämtland Härjedalen: låg måluppfyllelse, för få beslutade åtgärder."
OVERSIGHT = "Revisorernas granskningar 2021 och 2023, Region Jämtland Härjedalen: uppsikten var inte tillräcklig."
FOUR = "Så granskas regionen, Region Halland: fyra frågor om varje organ, varje år (KL 12:1)."
AGREE = "Region Västernorrlands fullmäktige 2020-04-29: sammanfattningen av måluppfyllelsen ska stämma med delarna."

_QUESTIONS = {
    Side.PURPOSEFUL: ("om verksamheten är ändamålsenlig", "whether the activity is fit for purpose"),
    Side.ECONOMICALLY_SATISFACTORY: (
        "om verksamheten är ekonomiskt tillfredsställande",
        "whether the activity is economically satisfactory",
    ),
    Side.ACCOUNTS: ("om räkenskaperna är rättvisande", "whether the accounts are true and fair"),
    Side.INTERNAL_CONTROL: ("om den interna kontrollen är tillräcklig", "whether internal control is sufficient"),
}


@rule(
    "audit.goals-are-judged",
    severity=Severity.WARNING,
    source=ONE_SCALE,
    sentence=Sentence(
        "{document} bedömer {judged} av fullmäktiges {all} mål, inte {missing}. Vilar på modellens egna bedömningar.",
        "{document} judges {judged} of fullmäktige's {all} goals, not {missing_en}. Rests on the model's own "
        "judgements.",
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
            named = in_a_row("missing", (title_of(held.model, id) for id in missing))
            words = {"document": title_of(held.model, document), **named}
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


@rule(
    "audit.the-four-questions-are-answered",
    severity=Severity.NOTE,
    source=FOUR,
    sentence=Sentence(
        "För {year} har modellen revisorernas svar om {organ}, men inte på {missing}. Vilar på modellens egna "
        "bedömningar.",
        "For {year} the model has answers of the auditors about {organ}, but not on {missing_en}. Rests on the "
        "model's own judgements.",
    ),
    mending=Sentence("Lägg till svaren, om de finns.", "Add the answers, if there are any."),
)
def the_four_questions_are_answered(held: Held) -> Iterator[Hit]:
    """The auditors should answer all four of their questions about an organ, in the last year they answer any."""
    answers: defaultdict[tuple[str, int], set[Side]] = defaultdict(set)
    for judgement in held.model.judgements:
        if judgement.capacity is Capacity.AUDITORS and judgement.side in _QUESTIONS and judgement.year is not None:
            for id in judgement.about:
                answers[id, judgement.year].add(judgement.side)
    last = dict(sorted(answers))
    organs = {organ.id for organ in held.model.organs}
    for id, year in sorted(last.items()):
        answered = answers[id, year] | answers.get((held.model.legal_person or "", year), set())
        missing = [asked for side, asked in _QUESTIONS.items() if side not in answered]
        if id in organs and missing:
            words = {"organ": title_of(held.model, id), "year": str(year)}
            swedish = listed(swedish for swedish, _ in missing)
            yield Hit((id,), {**words, "missing": swedish, "missing_en": listed((each for _, each in missing), "en")})


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


RULES: tuple[Rule, ...] = (
    goals_are_judged,
    goals_are_judged_on_one_scale,
    not_met_has_measures,
    oversight_leads_to_decisions,
    totals_agree_with_their_parts,
    the_four_questions_are_answered,
)
