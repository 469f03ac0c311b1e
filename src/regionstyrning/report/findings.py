"""What the rules say of the region, and what the sources leave open."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.model.findings import Severity
from regionstyrning.model.open_points import OpenPointKind
from regionstyrning.questions.asked import asked_words
from regionstyrning.report.pages import Part, chapter, paragraphs, sentences
from regionstyrning.report.words import figure_words
from regionstyrning.rules import check
from regionstyrning.text.markdown import bullets, for_markdown, heading
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regionstyrning.model.findings import Finding
    from regionstyrning.model.open_points import OpenPoint, Rival
    from regionstyrning.report.pages import Subject

_FINDINGS = Sentence("Iakttagelser", "Findings")
_FOUND = Sentence(
    "Det som biblioteket anmärker på när modellen prövas som en revisor skulle:"
    " mot lagen, mot regionens egen styrmodell och mot vad revisionen har kritiserat.",
    "What the library remarks on when the model is tried as a revisor would:"
    " by law, by the region's own steering model and by what auditors have criticised.",
)
_CLEAN = Sentence("Inga iakttagelser.", "No findings.")
_MEND = Sentence("Åtgärd: {mend}", "Mending: {mend}")
_RESTS = Sentence("Grund: {source}", "Rests on: {source}")
_RULE = Sentence("Regel: {rule}", "Rule: {rule}")
_THESE = Sentence("{said} Det gäller {count}: {words}", "{said} This goes for {count}: {words}")
_SEVERITIES = {
    Severity.ERROR: Sentence("Fel", "Errors"),
    Severity.WARNING: Sentence("Varningar", "Warnings"),
    Severity.NOTE: Sentence("Upplysningar", "Notes"),
}

_OPEN = Sentence("Öppna punkter", "Open points")
_OPENED = Sentence(
    "Det som källorna lämnar öppet eller motsäger varandra om. Den läsart som modellen följer står först.",
    "What the sources leave open or contradict each other about. The reading that the model follows comes first.",
)
_ABOUT = Sentence("Gäller: {title}", "Concerns: {title}")
_RAW = Sentence("Så står det: ”{raw}”", "As it stands: ”{raw}”")
_FOLLOWED = Sentence("Läsart som modellen följer: {text}", "Reading that the model follows: {text}")
_RIVAL = Sentence("Läsart: {text}", "Reading: {text}")
_NOTE = Sentence("Anmärkning: {note}", "Note: {note}")
_KINDS = {
    OpenPointKind.CONTRADICTION: Sentence("Motsägelser", "Contradictions"),
    OpenPointKind.AMBIGUOUS: Sentence("Det som kan läsas på flera sätt", "What can be read in several ways"),
    OpenPointKind.WRONG_REFERENCE: Sentence("Felaktiga hänvisningar", "Wrong references"),
    OpenPointKind.SLIP: Sentence("Skrivfel", "Slips of the pen"),
    OpenPointKind.NOT_STATED: Sentence("Det som inte sägs eller inte är återfunnet", "What is not stated or not found"),
    OpenPointKind.ELSEWHERE: Sentence("Det som står i en bilaga", "What stands in an annex"),
}

FEWEST_TOGETHER = 3
"""From how many findings of one rule that differ in one word are told as one."""


def findings_chapter(subject: Subject) -> str:
    """What the rules of the stricter profile say, gravest first."""
    found = found_of(subject)
    told = [subject.say(_FOUND), *([] if found else [subject.say(_CLEAN)])]
    in_order = sorted(found, key=lambda each: (each.severity.rank, each.rule, each.source or "", each.order))
    for severity, findings in groupby(in_order, key=lambda finding: finding.severity):
        told.append(heading(subject.say(_SEVERITIES[severity]), 3))
        for _, some in groupby(findings, key=lambda finding: (finding.rule, finding.source)):
            told.append(_by_rule(subject, tuple(some)))
    return chapter(subject, _FINDINGS, opening=paragraphs(told))


def found_of(subject: Subject) -> tuple[Finding, ...]:
    """What the rules of the stricter profile say on the day."""
    memo = subject.held.memo
    if "findings" not in memo:
        memo["findings"] = check(subject.model, on=subject.held.as_of, rules="strang")
    found: tuple[Finding, ...] = memo["findings"]
    return found


def _by_rule(subject: Subject, findings: tuple[Finding, ...]) -> str:
    """What one rule says: its ground and what would mend it once, then each finding."""
    mends = dict.fromkeys(filter(None, (finding.how_to_mend(subject.lang) for finding in findings)))
    head = [subject.say(_RESTS, source=findings[0].source)] if findings[0].source else []
    head += [subject.say(_MEND, mend=mend) for mend in mends] if len(mends) == 1 else []
    head.append(subject.say(_RULE, rule=findings[0].rule))
    if len(mends) > 1:
        lines = [
            f"{finding.text(subject.lang)} {subject.say(_MEND, mend=finding.how_to_mend(subject.lang))}"
            for finding in findings
        ]
    else:
        lines = list(_together(subject, findings))
    return paragraphs([for_markdown(sentences(head)), bullets(map(for_markdown, lines))])


def _together(subject: Subject, findings: tuple[Finding, ...]) -> Iterator[str]:
    """Findings in sentences; those that differ in one word are told as one with a list."""
    names = (*dict.fromkeys(name for finding in findings for name, _ in finding.words), "")
    ways = {name: _apart_from(findings, name) for name in names}
    name = min(names, key=lambda each: len(ways[each]))
    for some in ways[name].values():
        if len(some) < FEWEST_TOGETHER or not name:
            yield from (finding.text(subject.lang) for finding in some)
            continue
        pattern = evolve(some[0], words=[(key, "…" if key == name else word) for key, word in some[0].words])
        said = pattern.text(subject.lang).replace("….", "…")
        words = "; ".join(dict(finding.words)[name] for finding in some)
        yield sentences([subject.say(_THESE, said=said, count=len(some), words=words)])


def _apart_from(findings: Iterable[Finding], name: str) -> dict[object, list[Finding]]:
    """Findings by their sentence and words, one word left out."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        rest = tuple((key, "" if key == name else word) for key, word in finding.words)
        groups.setdefault((finding.sentence, rest), []).append(finding)
    return groups


def open_points_chapter(subject: Subject) -> str:
    """Open points by kind, contradictions first, each with its readings, the one that the records follow first."""
    points = sorted(subject.held.open_points, key=lambda point: (subject.title(point.about or ""), point.id))
    parts = [
        Part(
            title=subject.say(title),
            body="\n".join(_open_point(subject, point) for point in points if point.kind is kind),
            silent=False,
        )
        for kind, title in _KINDS.items()
    ]
    return chapter(subject, _OPEN, *parts, opening=subject.say(_OPENED) if points else "")


def _open_point(subject: Subject, point: OpenPoint) -> str:
    title = subject.title(point.about) if point.about is not None else ""
    told = [subject.say(_ABOUT, title=title)] if title and title not in point.title else []
    told += [subject.say(_RAW, raw=point.raw.strip("”").strip())] if point.raw else []
    told += [subject.say(_NOTE, note=subject.named(point.note))] if point.note else []
    said = [
        f"**{for_markdown(point.title)}.**",
        for_markdown(sentences(told)),
        sentences([subject.sources(point.sources)]),
    ]
    rivals = sorted(point.rivals, key=lambda rival: not rival.preferred)
    lines = [bullets([" ".join(filter(None, said))]), bullets((_rival(subject, point, each) for each in rivals), 1)]
    return "\n".join(filter(None, lines))


def _rival(subject: Subject, point: OpenPoint, rival: Rival) -> str:
    """A reading, with the figures it would give, and its places where they are not those of the point."""
    facts = [asked_words(target.condition, subject.lang) for target in rival.targets]
    facts += [outcome.text or figure_words(outcome, subject.lang) for outcome in rival.outcomes]
    facts += [
        f"{amount.title} {amount.year}: {number(amount.value, subject.lang)} {amount.unit.value}"
        for amount in rival.amounts
        if amount.value is not None
    ]
    text = subject.named(rival.text)
    said = f"{text} ({'; '.join(facts)})" if facts else text
    told = subject.say(_FOLLOWED if rival.preferred else _RIVAL, text=said)
    here = {(each.publication, each.place) for each in point.sources}
    known = all((each.publication, each.place) in here and not each.note and not each.quote for each in rival.sources)
    return for_markdown(told if known else subject.at_end(told, rival.sources))
