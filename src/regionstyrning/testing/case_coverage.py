"""Which parts of a delegation scheme, and of the law, no case touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.law import law_for
from regionstyrning.model.records import as_tuple
from regionstyrning.model.statutes import Act, Effect
from regionstyrning.testing.replies import stands_in_the_way
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.law import LawRule
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

DELEGATION, PROHIBITION, PARAGRAPH = "delegation", "förbud", "paragraf"
KINDS = (DELEGATION, PROHIBITION, PARAGRAPH)

_ABOUT_DECIDING = frozenset(
    {
        Act.DELEGATE,
        Act.PASS_ON,
        Act.DECIDE,
        Act.TAKE_PART,
        Act.REPORT,
        Act.APPEAL,
        Act.EXECUTE,
        Act.RECALL,
        Act.TAKE_OVER,
    }
)
_WHOLE_PARAGRAPH = re.compile(r".*?§§?")

_NONE = Sentence("Inget fall rör en modell med delegationer.", "No case touches a model with delegations.")
_COUNTED = {
    DELEGATION: Sentence("{touched} av {count} delegationer", "{touched} of {count} delegations"),
    PROHIBITION: Sentence("{touched} av {count} förbud", "{touched} of {count} prohibitions"),
    PARAGRAPH: Sentence("{touched} av {count} paragrafer", "{touched} of {count} paragraphs"),
}
_HEADLINE = Sentence("{title} [{id}]: fallen rör {counts}.", "{title} [{id}]: the cases touch {counts}.")
_LEFT = {
    DELEGATION: Sentence("Delegationer som inget fall rör", "Delegations that no case touches"),
    PROHIBITION: Sentence("Förbud som inget fall rör", "Prohibitions that no case touches"),
    PARAGRAPH: Sentence("Paragrafer som inget fall rör", "Paragraphs that no case touches"),
}
_TITLE = {"sv": "vad den säger", "en": "what it says"}


@frozen(kw_only=True)
class SchemePart:
    """
    A part of a scheme or of the law that a case may touch (del).

    Attributes:
        kind: Delegation, prohibition or paragraph.
        id: The id of the delegation, or the paragraph.
        title: What it is called, or what it says.
        names: What an answer may call it by.
        touched: Whether a case touched it.
    """

    kind: str
    id: str
    title: str
    names: tuple[str, ...] = field(converter=as_tuple)
    touched: bool = False


@frozen(kw_only=True)
class SchemeCoverage:
    """
    What of one model the cases touched (täckning av en modell).

    Attributes:
        id: Id of the model.
        title: Its title.
        parts: Its delegations, and the law of its own day, in order.
    """

    id: str
    title: str
    parts: tuple[SchemePart, ...] = field(converter=as_tuple)

    def of(self, kind: str) -> list[SchemePart]:
        """The parts of a kind."""
        return [part for part in self.parts if part.kind == kind]


@frozen(kw_only=True)
class CaseCoverage(Readable):
    """
    Which delegations, prohibitions and paragraphs cases touched (täckning).

    A prohibition or paragraph is one about deciding, in force on the model's own day. A
    delegation or paragraph is touched when an answer names it, a prohibition when it stands in the way.

    Attributes:
        schemes: One a model that has delegations, by id.
    """

    _read: ClassVar[str] = "schemes"

    schemes: tuple[SchemeCoverage, ...] = field(converter=as_tuple)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """
        Counts, and then what no case touched.

        Args:
            lang: Swedish or English.
            width: Longest line, in columns.
        """
        blocks = [block for scheme in self.schemes for block in _blocks(scheme, lang, width)]
        return "\n\n".join(blocks or [_NONE.say(lang)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a part: model, kind, id, title, touched."""
        return [
            {"model": scheme.id, "kind": part.kind, "id": part.id, "title": part.title, "touched": part.touched}
            for scheme in self.schemes
            for part in scheme.parts
        ]


def _blocks(scheme: SchemeCoverage, lang: Language, width: int) -> Iterator[str]:
    parts = {kind: scheme.of(kind) for kind in KINDS}
    counts = ", ".join(
        _COUNTED[kind].say(lang, touched=sum(part.touched for part in each), count=len(each))
        for kind, each in parts.items()
    )
    yield "\n".join(folded(_HEADLINE.say(lang, title=scheme.title, id=scheme.id, counts=counts), width))
    for kind, each in parts.items():
        left = [[part.id, part.title] for part in each if not part.touched]
        if left:
            yield f"{_LEFT[kind].say(lang)}\n\n{text_table(['id', _TITLE[lang]], left, width)}"


def coverage_of(touches: Iterable[tuple[SteeringModel, frozenset[str]]]) -> CaseCoverage:
    """
    What cases touched, gathered by model.

    Args:
        touches: For each case the model that its scheme is read from, and the ids of records and
            the paragraphs that its answer rests on.
    """
    schemes: dict[str, SteeringModel] = {}
    touched: dict[str, set[str]] = {}
    for model, names in touches:
        schemes.setdefault(model.id, model)
        touched.setdefault(model.id, set()).update(names)
    return marked((scheme_of(model) for model in schemes.values()), touched)


def marked(schemes: Iterable[SchemeCoverage], touched: Mapping[str, Iterable[str]]) -> CaseCoverage:
    """
    Schemes with a mark on each part that was touched.

    Args:
        schemes: Those that cases asked about.
        touched: By id of the model, ids of records and paragraphs.
    """
    found = []
    for scheme in schemes:
        names = frozenset(touched.get(scheme.id, ()))
        parts = [evolve(part, touched=not names.isdisjoint(part.names)) for part in scheme.parts]
        if scheme.of(DELEGATION):
            found.append(evolve(scheme, parts=parts))
    return CaseCoverage(schemes=sorted(found, key=lambda scheme: scheme.id))


def scheme_of(model: SteeringModel) -> SchemeCoverage:
    """All that a case may touch in a model, and nothing touched."""
    return SchemeCoverage(id=model.id, title=model.title, parts=_parts(model))


def _parts(model: SteeringModel) -> Iterator[SchemePart]:
    for each in sorted(model.delegations, key=lambda delegation: delegation.id):
        yield SchemePart(kind=DELEGATION, id=each.id, title=_title_of(each, model), names=[each.id])
    rules = [
        rule
        for rule in law_for(model).rules.values()
        if rule.provision.act in _ABOUT_DECIDING and rule.in_force(model.as_of)
    ]
    for rule in rules:
        if rule.provision.effect in {Effect.PROHIBITS, Effect.RESERVES}:
            yield SchemePart(
                kind=PROHIBITION, id=rule.id, title=rule.provision.title, names=[stands_in_the_way(rule.cited)]
            )
    by_paragraph: dict[str, list[LawRule]] = {}
    for rule in rules:
        by_paragraph.setdefault(_paragraph(rule), []).append(rule)
    for paragraph, those in by_paragraph.items():
        names = [paragraph, *(name for rule in those for name in (rule.id, rule.cited))]
        yield SchemePart(kind=PARAGRAPH, id=paragraph, title=those[0].provision.title, names=names)


def _title_of(delegation: Delegation, model: SteeringModel) -> str:
    """Its row and title, or the matters and who receives them."""
    label = f"{delegation.label}: " if delegation.label is not None else ""
    if delegation.title is not None:
        return f"{label}{delegation.title}"
    matters = ", ".join(_named(model, id) for id in delegation.matters)
    receivers = ", ".join(
        each.office or _named(model, each.position or each.organ or "") for each in delegation.receivers
    )
    return f"{label}{matters} – {receivers}"


def _named(model: SteeringModel, id: str) -> str:
    return str(getattr(model.by_id.get(id), "title", id))


def _paragraph(rule: LawRule) -> str:
    """The whole paragraph, without the point of it."""
    whole = _WHOLE_PARAGRAPH.match(rule.cited)
    return rule.cited if whole is None else whole[0]
