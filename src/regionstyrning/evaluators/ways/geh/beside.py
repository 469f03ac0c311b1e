"""What stands beside the verdict: law, guidelines, auditors, the region's own words, and what was decided."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.evaluators.occasions.published import who
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.wording import clause, when, written
from regionstyrning.evaluators.ways.geh import saying as told
from regionstyrning.law import law_for
from regionstyrning.model.contents import Content
from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.geh import GehPart
from regionstyrning.model.judgements import Capacity, Form, Side
from regionstyrning.questions.economy.layout import BALANCE
from regionstyrning.questions.economy.year_law import year_law
from regionstyrning.questions.threads import title_of
from regionstyrning.text.sentences import LANGUAGES, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.verdicts.verdict import Reason
    from regionstyrning.law import Policies
    from regionstyrning.model.judgements import Judgement
    from regionstyrning.text.sentences import Sentence

_PARAGRAPHS = {
    GehPart.FINANCIAL: ("kl/11-6-1", "lkbr/11-8"),
    GehPart.OPERATIONAL: ("kl/11-6-2", "lkbr/11-8"),
    None: ("kl/11-1", "kl/11-1-aldre"),
}
_SIDES = {Side.FINANCIAL: GehPart.FINANCIAL, Side.OPERATIONAL: GehPart.OPERATIONAL, Side.WHOLE: None}
_DISCHARGED = (DecisionKind.GRANTS_DISCHARGE, DecisionKind.REFUSES_DISCHARGE, DecisionKind.REMARKS)


def law_of(occasion: Occasion, part: GehPart | None, policies: Policies) -> Reason:
    """The paragraphs that a part is judged by, in the law of the fiscal year; None for the whole."""
    about = occasion.model.id
    if part is GehPart.BALANCE:
        cited = year_law(occasion.facts, occasion.year, policies).cited(BALANCE)
    else:
        ids = _PARAGRAPHS[part]
        rules = (rule for rule in law_for(occasion.facts, policies).of_year(occasion.year) if rule.id in ids)
        cited = "; ".join(rule.cited for rule in rules)
    if not cited:
        return because(about, told.NO_LAW, missing=True, year=occasion.year)
    return because(about, told.LAW, law=cited)


def guidelines(occasion: Occasion) -> Iterator[Reason]:
    """The adopted guidelines for god ekonomisk hushållning on the day of the plan, or that none are known."""
    kinds = {
        kind.id
        for kind in (() if occasion.structure is None else occasion.structure.document_kinds)
        if Content.GEH_GUIDELINES in kind.contains
    }
    held = sorted((each for each in occasion.plan.documents if each.kind in kinds), key=lambda each: each.id)
    for each in held:
        yield because(each.id, told.GUIDELINE, source=next(iter(each.sources), None), title=each.title)
    if not held:
        yield because(occasion.model.id, told.NO_GUIDELINE, missing=True)


def said_of(occasion: Occasion, goals: Iterable[str]) -> dict[GehPart | None, list[Reason]]:
    """
    What auditors, the region itself and others have said for the year, by the side that it is about.

    It is shown as it was said. None of it is mapped onto another, or onto what is computed.

    Args:
        occasion: When and by what it is judged.
        goals: Ids of the goals that count.
    """
    counted = frozenset(goals)
    reports = _reports(occasion)
    whole = {occasion.facts.legal_person, *reports}
    found: defaultdict[GehPart | None, list[Reason]] = defaultdict(list)
    held = [each for each in occasion.facts.judgements if each.year == occasion.year and each.side in _SIDES]
    for each in sorted(held, key=_said):
        about = set(each.about)
        if about & whole or (len(about) > 1 and about <= counted):
            found[_SIDES[each.side]].append(_words(occasion, each))
    return dict(found)


def _reports(occasion: Occasion) -> set[str]:
    """The documents that report, by the structure."""
    kinds = {
        kind.id for kind in (() if occasion.structure is None else occasion.structure.document_kinds) if kind.reports
    }
    return {each.id for each in occasion.facts.documents if each.kind in kinds}


def _words(occasion: Occasion, each: Judgement) -> Reason:
    sentence: Sentence = told.WHO.get(each.capacity, told.OTHERS) if each.form is Form.OPINION else told.FORM
    by = who(occasion, each)
    period = when(occasion.year, each.part)
    dated = [by if each.part is None else f"{by}, {written(period, lang)}" for lang in LANGUAGES]
    if each.subject is not None:
        subject = clause(each.subject)
        dated = [told.ABOUT.say(lang, who=one, subject=subject) for lang, one in zip(LANGUAGES, dated, strict=True)]
    said_by = verbatim(*dated)
    source, form = next(iter(each.sources), None), each.form.value.capitalize()
    return because(each.id, sentence, source=source, who=said_by, words=clause(each.words), form=form)


def discharged(occasion: Occasion) -> Iterator[Reason]:
    """Whom fullmäktige has granted or refused discharge, or directed a remark at: facts of another kind."""
    found: defaultdict[DecisionKind, list[str]] = defaultdict(list)
    for decision in sorted(occasion.facts.decisions, key=lambda each: each.id):
        if decision.kind in _DISCHARGED and decision.year == occasion.year and decision.about is not None:
            found[decision.kind].append(title_of(occasion.facts, decision.about))
    for kind in _DISCHARGED:
        if found[kind]:
            whom = "; ".join(found[kind])
            what = kind.value.capitalize()
            yield because(occasion.model.id, told.DISCHARGE, what=what, year=occasion.year, whom=whom)


def _said(judgement: Judgement) -> tuple[int, date, str]:
    """The region's own words before the auditors' and others', each by day."""
    order = list(Capacity)
    return order.index(judgement.capacity), judgement.on or date.min, judgement.id
