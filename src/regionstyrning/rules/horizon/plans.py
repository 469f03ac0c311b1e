"""Whether a plan spans what its kind does, and fits the plan that it builds on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.catalogues import Name
from regionstyrning.model.documents import DocumentStatus, SteeringDocument
from regionstyrning.model.findings import Severity
from regionstyrning.questions.editions import years_text
from regionstyrning.questions.threads import title_of
from regionstyrning.rules.documents import STRUCTURE, kind_of
from regionstyrning.rules.horizon.looked_at import days_by_id, is_whole
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.dates import Validity
    from regionstyrning.model.structure import DocumentKind

_SHORT_OF_ITS_BASE = Sentence(
    "{title} omfattar {years} ({count} år) men bygger på {other} ({others}); ett dokument av slaget {kind} omfattar "
    "{wanted} år.",
    "{title} spans {years} (years: {count}) but builds on {other} ({others}); a document of the kind {kind} spans "
    "{wanted} years.",
)

_UNSAID = Sentence(
    "{title} ({years}) räcker längre än {other} ({others}), det enda gällande dokument som ett dokument av slaget "
    "{kind} kan bygga på; vad det bygger på är inte angivet.",
    "{title} ({years}) reaches further than {other} ({others}), the only document in force that a document of the "
    "kind {kind} can build on; what it builds on is not stated.",
)


@rule(
    "horizon.stays-inside-its-base",
    severity=Severity.WARNING,
    source="Bibliotekets läsning: en plan kan inte räcka längre än den plan som den bygger på.",
    each="documents",
    sentence=Sentence(
        "{title} ({years}) räcker utanför {other} ({others}), som den bygger på.",
        "{title} ({years}) reaches outside {other} ({others}), which it builds on.",
    ),
    mending=Sentence("Rätta horisonten eller vad den bygger på.", "Correct the horizon or what it builds on."),
)
def stays_inside_its_base(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """
    A document's horizon must lie inside the horizon of the document of the required kind that it builds on.

    Also when that is no longer in force: what is left of it keeps its days. One that does not say what it
    builds on is held against the only plan in force of the kinds that it must build on, if it ends later; what
    amends a plan, or is a part of one, builds on what that builds on.
    """
    kind = kind_of(held, document)
    if kind is None or document.horizon is None or not (document.based_on or is_whole(document)):
        return
    own, unsaid = document.horizon.days, not document.based_on
    for base, days in _meant(document, kind, held) if unsaid else _bases(document, kind, held):
        if _outlives(own, days) if unsaid else _reaches_outside(own, days):
            words = {"title": document.title, "other": title_of(held.model, base), "kind": kind.title.lower()}
            spans = {"years": years_text(own), "others": years_text(days)}
            yield Hit((document.id, base), {**words, **spans}, sentence=_UNSAID if unsaid else None)


@rule(
    "horizon.spans-the-years-of-its-kind",
    severity=Severity.NOTE,
    lawful=True,
    source=STRUCTURE,
    each="documents",
    sentence=Sentence(
        "{title} omfattar {years} ({count} år); ett dokument av slaget {kind} omfattar {wanted} år.",
        "{title} spans {years} (years: {count}); a document of the kind {kind} spans {wanted} years.",
    ),
    mending=Sentence("Rätta horisonten, eller strukturen.", "Correct the horizon, or the structure."),
)
def spans_the_years_of_its_kind(document: SteeringDocument, held: Held) -> Iterator[Hit]:
    """
    A plan should span as many years as the structure says of its kind.

    It is told under every profile, since a plan that ends before the one it builds on leads
    nowhere for the years that are left. What amends a plan, or is a part of one, may be about some of its years.
    """
    kind = kind_of(held, document)
    count = None if document.horizon is None else document.horizon.span_years
    if kind is None or document.horizon is None or None in {kind.horizon_years, count} or kind.horizon_years == count:
        return
    if not is_whole(document):
        return
    words = {
        "title": document.title,
        "years": years_text(document.horizon.days),
        "count": str(count),
        "kind": kind.title.lower(),
        "wanted": str(kind.horizon_years),
    }
    base, days = next(_bases(document, kind, held), (None, None))
    if base is None or days is None:
        yield Hit((document.id,), words)
    else:
        more = {"other": title_of(held.model, base), "others": years_text(days)}
        yield Hit((document.id, base), {**words, **more}, sentence=_SHORT_OF_ITS_BASE)


def _bases(document: SteeringDocument, kind: DocumentKind, held: Held) -> Iterator[tuple[str, Validity]]:
    """The documents of the required kinds that it builds on, by id, with the days of their horizons."""
    for id in document.based_on:
        base, days = held.model.by_id.get(id), days_by_id(held, id)
        if _kind_id(base) in kind.based_on and days is not None:
            yield id, days


def _kind_id(base: object) -> str | None:
    """Id of the kind of a document, in force or only referred to."""
    if isinstance(base, Name):
        return base.document_kind
    return base.kind if isinstance(base, SteeringDocument) else None


def _meant(document: SteeringDocument, kind: DocumentKind, held: Held) -> Iterator[tuple[str, Validity]]:
    """The plan in force of the kinds that it must build on, if there is but one, with the days of its horizon."""
    plans = [
        each
        for each in held.model.documents
        if each.kind in kind.based_on and each.status is DocumentStatus.ADOPTED and each.id != document.id
        if is_whole(each)
    ]
    if len(plans) == 1 and plans[0].horizon is not None:
        yield plans[0].id, plans[0].horizon.days


def _outlives(own: Validity, base: Validity) -> bool:
    """Whether it ends later, and does not begin before: what begins before was made from another plan."""
    before = base.first is not None and (own.first is None or own.first < base.first)
    return not before and own.last is not None and base.last is not None and own.last > base.last


def _reaches_outside(own: Validity, base: Validity) -> bool:
    """Whether an end that is known lies beyond one that is known."""
    before = own.first is not None and base.first is not None and own.first < base.first
    return before or (own.last is not None and base.last is not None and own.last > base.last)


RULES: tuple[Rule, ...] = (stays_inside_its_base, spans_the_years_of_its_kind)
