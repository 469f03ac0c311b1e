"""Whether the editions of a plan follow one another, and build on the final one."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from regionstyrning.model import horizons
from regionstyrning.model.documents import DocumentStatus, SteeringDocument
from regionstyrning.model.findings import Severity
from regionstyrning.questions.editions import MADE_AGAIN, belongs_to, years_text
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.documents import kind_of
from regionstyrning.rules.horizon.looked_at import days_by_id, is_whole
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.dates import Validity


@rule(
    "horizon.editions-leave-no-gap",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: mellan två utgåvor av en plan ska inga år vara utan plan.",
    each="documents",
    sentence=Sentence(
        "{title} ({years}) ersätter {other} ({others}); ingen utgåva täcker {gap}.",
        "{title} ({years}) replaces {other} ({others}); no edition covers {gap}.",
    ),
    mending=Sentence("Lägg till den utgåva som saknas.", "Add the edition that is missing."),
)
def editions_leave_no_gap(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """Between the horizon of a plan and that of the one it replaces should be no gap."""
    if document.horizon is None:
        return
    replaced = [(id, days) for id in document.replaces if (days := days_by_id(held, id)) is not None]
    if any(horizons.gap(document.horizon, days) is None for _, days in replaced):
        return  # one of those that it replaces reaches it
    for id, days in replaced:
        between = horizons.gap(document.horizon, days)
        words = {"title": document.title, "other": title_of(held.model, id)}
        spans = {"years": document.horizon.days, "others": days, "gap": between or days}
        yield Hit((document.id, id), {**words, **{name: years_text(each) for name, each in spans.items()}})


@rule(
    "horizon.editions-do-not-overlap",
    severity=Severity.WARNING,
    source="Bibliotekets läsning: av två planer av samma slag för samma organ och år ska det gå att säga vilken som "
    "gäller.",
    sentence=Sentence(
        "{title} och {other} gäller båda {years} för {organ}, och ingen av dem ersätter, ändrar eller kompletterar "
        "den andra.",
        "{title} and {other} are both in force for {years} for {organ}, and neither replaces, amends or supplements "
        "the other.",
    ),
    mending=Sentence("Ange hur de förhåller sig.", "Say how they stand to each other."),
)
def editions_do_not_overlap(held: Held) -> Iterator[Hit]:
    """Of two plans of one kind for one organ and the same years one must replace, amend or supplement the other."""
    for organ, editions in _editions(held):
        for (one, days), (other, others) in combinations(editions, 2):
            both = horizons.shared(days, others)
            if both is not None and not _are_tied(one, other):
                words = {"title": one.title, "other": other.title, "years": years_text(both)}
                yield Hit((one.id, other.id), {**words, "organ": title_of(held.model, organ)})


@rule(
    "horizon.builds-on-the-final-plan",
    severity=Severity.NOTE,
    source="Bibliotekets läsning: när den slutliga planen finns ska det som bygger på den preliminära stämmas av.",
    sentence=Sentence(
        "{title} bygger på {other}, men {final} har antagits för samma år.",
        "{title} builds on {other}, but {final} has been adopted for the same years.",
    ),
    mending=Sentence("Stäm av mot den slutliga planen.", "Compare it with the final plan."),
)
def builds_on_the_final_plan(held: Held) -> Iterator[Hit]:
    """What builds on a preliminary plan should build on the final one once that exists."""
    documents = sorted(held.model.documents, key=lambda each: each.id)
    finals = [(draft, final) for final in documents for draft in _drafts_of(final, held)]
    by_draft: defaultdict[str, list[SteeringDocument]] = defaultdict(list)
    for draft, final in finals:
        by_draft[draft].append(final)
    for document in documents:
        for draft in document.based_on:
            for final in by_draft[draft]:
                if document.id not in {final.id, draft}:
                    words = {"title": document.title, "other": title_of(held.model, draft), "final": final.title}
                    yield Hit((document.id, draft, final.id), words)


def _drafts_of(final: SteeringDocument, held: Held) -> Iterator[str]:
    """Ids of what it is adopted in place of, for the same years: a preliminary edition, or one that was revised."""
    if final.status is DocumentStatus.ADOPTED and final.horizon is not None:
        yield from (id for id in final.replaces if id != final.id and days_by_id(held, id) == final.horizon.days)


def _editions(held: Held) -> Iterator[tuple[str, list[tuple[SteeringDocument, Validity]]]]:
    """
    For each organ the adopted plans of each kind that is made again and again, with the days they span.

    An annex, and what amends or supplements a plan, is no edition of its own.
    """
    found: defaultdict[tuple[str, str], list[tuple[SteeringDocument, Validity]]] = defaultdict(list)
    for document in sorted(held.model.documents, key=lambda each: each.id):
        kind, organ = kind_of(held, document), belongs_to(document)
        if document.status is not DocumentStatus.ADOPTED or document.horizon is None or not is_whole(document):
            continue
        if organ is not None and kind is not None and kind.horizon in MADE_AGAIN:
            found[organ, kind.id].append((document, document.horizon.days))
    yield from ((organ, editions) for (organ, _), editions in sorted(found.items(), key=lambda each: each[0]))


def _are_tied(one: SteeringDocument, other: SteeringDocument) -> bool:
    """Whether one says how it stands to the other."""
    return any(second.id in {*first.replaces, *first.based_on} for first, second in ((one, other), (other, one)))


RULES: tuple[Rule, ...] = (editions_leave_no_gap, editions_do_not_overlap, builds_on_the_final_plan)
