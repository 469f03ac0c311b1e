"""Findings as SARIF 2.1.0, the format that code-hosting sites and editors show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from string import Formatter
from typing import Any
from urllib.parse import quote

from attrs import frozen

from regionstyrning.export.file_rules import FILE_RULES
from regionstyrning.model.findings import Finding, Severity, Where
from regionstyrning.rules import Rule
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Language, Sentence

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_LANGUAGES = {"sv": "sv-SE", "en": "en"}
_RESTS_ON = {"sv": "Vilar på: {source}", "en": "Rests on: {source}"}
_FINGERPRINT = "regionstyrning/v1"
_MADE_IN_PASSING = {"hint", "holder"}
"""Words of a sentence that are filled in only where there is something to say."""


def sarif(  # noqa: PLR0913 - each tells of the run
    findings: Iterable[Finding],
    *,
    rules: Iterable[Rule] = (),
    folder: str = "",
    main: str = "region.toml",
    name: str = "check",
    lang: Language = "sv",
) -> dict[str, Any]:
    """
    Findings as one SARIF run.

    Args:
        findings: Findings of a model or faults of its files, in any order.
        rules: The rules that were asked; they are listed also when nothing breaks them.
        folder: The model's folder as seen from the root of the sources, ``""`` if it is the root.
        main: The model's main file, relative to the folder; findings without a place stand on its first line.
        name: What tells this run from runs about other models, such as the model's id.
        lang: Language of messages and rules.

    Returns:
        Plain values to be written as JSON, sorted, without times and absolute paths, so that the
        same findings give the same bytes. Alerts keep their identity when lines move.

    >>> sarif([])["runs"][0]["results"]
    []
    """
    placed = sorted((_Placed(finding, finding.where or Where(main, 1)) for finding in findings), key=_Placed.order)
    described = _described(placed, rules, lang)
    place = {id: index for index, id in enumerate(described)}
    marks = _fingerprints(placed)
    results = [_result(each, place, mark, folder, lang) for each, mark in zip(placed, marks, strict=True)]
    driver = {
        "name": "regionstyrning",
        "version": version("regionstyrning"),
        "rules": list(described.values()),
    }
    run = {
        "tool": {"driver": driver},
        "language": _LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"regionstyrning/{name}/"},
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


@frozen
class _Placed:
    """A finding and the place that it is shown at, looked up once."""

    finding: Finding
    where: Where

    def order(self) -> tuple[Any, ...]:
        return (*self.finding.order, self.where.file, self.where.line or 0)


def _described(placed: Sequence[_Placed], rules: Iterable[Rule], lang: Language) -> dict[str, dict[str, Any]]:
    """A description of every rule by its id: those asked, and those that only findings tell of."""
    described = {rule.id: _descriptor(rule.id, rule, lang, None if lang == "sv" else rule.title) for rule in rules}
    for each in placed:
        id = each.finding.rule
        if id not in described:
            must_hold = FILE_RULES.get(id)
            described[id] = _descriptor(id, each.finding, lang, None if must_hold is None else must_hold.say(lang))
    return dict(sorted(described.items()))


def _descriptor(id: str, told: Rule | Finding, lang: Language, title: str | None) -> dict[str, Any]:
    """What a rule asks; without a title, by the sentence that tells how it is broken."""
    short = title or pattern(told.sentence, lang)
    full = short if told.source is None else f"{short} {_RESTS_ON[lang].format(source=told.source)}"
    return {
        "id": id,
        "name": "".join(word.capitalize() for word in id.replace(".", "-").split("-")),
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": short if told.mending is None else pattern(told.mending, lang)},
        "defaultConfiguration": {"level": _LEVELS[told.severity]},
        "properties": {"tags": [id.partition(".")[0]]},
    }


def pattern(sentence: Sentence, lang: Language) -> str:
    """
    A sentence with an ellipsis for each name in it.

    >>> from regionstyrning.text.sentences import Sentence
    >>> pattern(Sentence("{title} saknar ägare{hint}.", ""), "sv")
    '… saknar ägare.'
    """
    wording = sentence.sv if lang == "sv" else sentence.en
    names = {name for _, name, _, _ in Formatter().parse(wording) if name is not None}
    told = wording.format_map({name: "" if name in _MADE_IN_PASSING else "…" for name in names})
    return told.replace("….", "…")


def _result(each: _Placed, place: Mapping[str, int], mark: str, folder: str, lang: Language) -> dict[str, Any]:
    finding, where = each.finding, each.where
    physical = {
        "artifactLocation": {"uri": _uri(folder, where.file), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": where.line or 1},
    }
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.records:
        location["logicalLocations"] = [{"fullyQualifiedName": id, "kind": "object"} for id in finding.records]
    said = filter(None, (finding.text(lang), finding.how_to_mend(lang)))
    return {
        "ruleId": finding.rule,
        "ruleIndex": place[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": " ".join(map(one_line, said))},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: mark},
    }


def _uri(folder: str, file: str) -> str:
    path = file if folder in {"", "."} else f"{folder.rstrip('/')}/{file}"
    return quote(path, safe="/", errors="surrogateescape")


def _fingerprints(placed: Iterable[_Placed]) -> Iterable[str]:
    """A mark for each finding, made of its rule, file and records but no line; equal ones are numbered."""
    met: Counter[tuple[str, ...]] = Counter()
    for each in placed:
        words = dict(each.finding.words)
        key = (
            each.finding.rule,
            each.where.file,
            words.get("field", ""),
            words.get("holder", ""),
            *each.finding.records,
        )
        met[key] += 1
        yield sha256("\n".join([*key, str(met[key])]).encode(errors="backslashreplace")).hexdigest()[:32]
