"""Several regions' structures set side by side, made from their models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.cycle import Action
from regionstyrning.model.structure import LevelKind
from regionstyrning.questions.threads import level_word
from regionstyrning.report.words import counted_geh, days_words, join_words, kind_horizon_words, setters
from regionstyrning.text.markdown import markdown_table
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from regionstyrning.model import OrganKind, SteeringModel
    from regionstyrning.model.structure import DocumentKind, Level, Structure
    from regionstyrning.text.sentences import Language

_ASPECT = Sentence("Fråga", "Question")
_MODEL = Sentence("Styrmodell", "Steering model")
_VALID = Sentence("Giltig", "In force")
_STREAMS = Sentence("Styrströmmar", "Streams")
_WORD = Sentence("Eget ord", "Own word")
_KIND = Sentence("Slag", "Kind")
_NUMBER = Sentence("Antal", "Number")
_TITLES = Sentence("Namn", "Names")
_MUST = Sentence("Måste hänga på", "Must hang on")
_MUST_CARRY = Sentence("Måste ha under sig", "Must carry")
_ADOPTED_BY = Sentence("Antas av {organ}", "Adopted by {organ}")
_NOT_SAID = Sentence("Vem som antar sägs inte", "Who adopts is not said")
_REPORTS = Sentence("Rapporter", "Reports")
_FOLLOWED = Sentence("Steg som rapporterar eller följer upp", "Steps that report or follow up")
_SCALES = Sentence("Bedömningsskala", "Judging scale")
_JUDGED = Sentence("Mål bedöms efter", "Goals are judged by")
_COUNTS = Sentence("Räknas", "Counts")
_RULE = Sentence("Regionens regel", "The region's rule")
_JOIN = Sentence("Helheten vägs samman", "The whole is joined")
_RESERVES = Sentence("Reserver", "Reserves")
_BASED = Sentence("på {kinds}", "on {kinds}")
_EMPTY = "–"


@frozen
class _Row:
    """A question asked of every structure."""

    head: str
    ask: Callable[[Structure], Iterable[str]]


def side_by_side(models: Sequence[SteeringModel], lang: Language = "sv") -> dict[str, str]:
    """
    Set the structures in force of several regions beside one another, each on its model's own day.

    Args:
        models: Those without a structure in force are left out.
        lang: Swedish or English, for what we say; the regions' own words stay as they are.

    Returns:
        Markdown tables by name, ``models``, ``levels``, ``links``, ``perspectives``, ``documents``, ``follow-up``
        and ``geh``: a row a question, a column a region, a dash where the model says nothing.

    >>> side_by_side([model])["perspectives"].splitlines()[2]
    '| Eget ord | Målområde |'
    """
    pairs = [(model, model.structure_on(model.as_of)) for model in models]
    kept = [(model, structure) for model, structure in pairs if structure is not None]
    heads = [_ASPECT.say(lang), *(model.title for model, _ in kept)]

    def table(rows: Iterable[_Row]) -> str:
        asked = [[row.head, *("; ".join(row.ask(structure)) or _EMPTY for _, structure in kept)] for row in rows]
        return markdown_table(heads, [row for row in asked if any(cell != _EMPTY for cell in row[1:])])

    structures = [structure for _, structure in kept]
    return {
        "models": table(_models(lang)),
        "levels": table(_levels()),
        "links": table(_links(lang)),
        "perspectives": table(_perspectives(lang)),
        "documents": table(_documents(structures, lang)),
        "follow-up": table(_follow_up(lang)),
        "geh": table(_geh(lang)),
    }


def _models(lang: Language) -> list[_Row]:
    return [
        _Row(_MODEL.say(lang), lambda structure: [structure.title]),
        _Row(
            _VALID.say(lang),
            lambda structure: [days_words(structure.validity, lang)] if structure.validity is not None else [],
        ),
        _Row(_STREAMS.say(lang), lambda structure: [stream.title for stream in structure.streams]),
    ]


def _levels() -> list[_Row]:
    def of_kind(kind: LevelKind) -> Callable[[Structure], Iterable[str]]:
        return lambda structure: [_level(structure, level) for level in structure.levels if level.kind is kind]

    return [_Row(kind.value, of_kind(kind)) for kind in LevelKind]


def _level(structure: Structure, level: Level) -> str:
    kinds = {kind.id: kind.title for kind in structure.document_kinds}
    told = [", ".join(setters(level)), ", ".join(kinds.get(id, id) for id in level.in_documents)]
    facts = ": ".join(filter(None, told))
    return f"{level.title} ({facts})" if facts else level.title


def _links(lang: Language) -> list[_Row]:
    def ends(structure: Structure, lower: str, uppers: Iterable[str]) -> str:
        return f"{level_word(structure, lower, lang)} → {'/'.join(level_word(structure, id, lang) for id in uppers)}"

    return [
        _Row(
            _MUST.say(lang),
            lambda structure: [ends(structure, link.lower, link.upper) for link in structure.links if link.required],
        ),
        _Row(
            _MUST_CARRY.say(lang),
            lambda structure: [
                f"{'/'.join(level_word(structure, id, lang) for id in link.upper)} ← "
                f"{level_word(structure, link.lower, lang)}"
                for link in structure.links
                if link.required_under
            ],
        ),
    ]


def _perspectives(lang: Language) -> list[_Row]:
    return [
        _Row(
            _WORD.say(lang),
            lambda structure: [level.title for level in structure.levels if level.kind is LevelKind.PERSPECTIVE],
        ),
        _Row(_KIND.say(lang), lambda structure: dict.fromkeys(each.kind.value for each in structure.perspectives)),
        _Row(
            _NUMBER.say(lang),
            lambda structure: [str(len(structure.perspectives))] if structure.perspectives else [],
        ),
        _Row(_TITLES.say(lang), lambda structure: [each.title for each in structure.perspectives]),
    ]


def _documents(structures: Sequence[Structure], lang: Language) -> list[_Row]:
    """A row for each set of kinds of organ that adopts plans, in the order the structures tell of them."""
    plans = [kind for structure in structures for kind in structure.document_kinds if not kind.reports]
    adopters = dict.fromkeys(kind.adopted_by for kind in plans)

    def by(adopter: tuple[OrganKind, ...]) -> Callable[[Structure], Iterable[str]]:
        return lambda structure: [
            _document(structure, kind, lang)
            for kind in structure.document_kinds
            if kind.adopted_by == adopter and not kind.reports
        ]

    heads = {
        adopter: _ADOPTED_BY.say(lang, organ=", ".join(organ.value for organ in adopter))
        if adopter
        else _NOT_SAID.say(lang)
        for adopter in adopters
    }
    return [_Row(heads[adopter], by(adopter)) for adopter in sorted(adopters, key=lambda each: not each)]


def _document(structure: Structure, kind: DocumentKind, lang: Language) -> str:
    kinds = {each.id: each.title for each in structure.document_kinds}
    based = [_BASED.say(lang, kinds=", ".join(kinds.get(id, id) for id in kind.based_on))] if kind.based_on else []
    told = ", ".join(filter(None, (kind_horizon_words(kind, lang), *based)))
    return f"{kind.title} ({told})" if told else kind.title


def _follow_up(lang: Language) -> list[_Row]:
    return [
        _Row(_REPORTS.say(lang), lambda structure: [kind.title for kind in structure.document_kinds if kind.reports]),
        _Row(
            _FOLLOWED.say(lang),
            lambda structure: [
                step.title for step in structure.cycle if step.action in {Action.REPORTS, Action.FOLLOWS_UP}
            ],
        ),
        _Row(
            _SCALES.say(lang),
            lambda structure: [" / ".join(step.word for step in scale.steps) for scale in structure.scales],
        ),
        _Row(
            _JUDGED.say(lang),
            lambda structure: dict.fromkeys(
                ground.value for level in structure.levels if level.kind is LevelKind.GOAL for ground in level.judged_by
            ),
        ),
    ]


def _geh(lang: Language) -> list[_Row]:
    return [
        _Row(_COUNTS.say(lang), lambda structure: counted_geh(structure, lang)),
        _Row(_RULE.say(lang), lambda structure: [structure.geh.text] if structure.geh and structure.geh.text else []),
        _Row(
            _JOIN.say(lang),
            lambda structure: (
                [join_words(structure.geh.join)] if structure.geh is not None and structure.geh.join is not None else []
            ),
        ),
        _Row(_RESERVES.say(lang), lambda structure: [reserve.title for reserve in structure.reserves]),
    ]
