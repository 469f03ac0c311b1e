"""What is said of the region and done with effect: findings, open points, judgements, decisions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.model.findings import Severity
from regionstyrning.model.judgements import Side
from regionstyrning.questions import coverage
from regionstyrning.report.pages import Part, chapter, paragraphs, plain
from regionstyrning.report.words import asked_words, figure_words, part_words, source_words
from regionstyrning.rules import check
from regionstyrning.text.markdown import bullets, for_markdown, heading, markdown_table
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.documents import Decision
    from regionstyrning.model.findings import Finding
    from regionstyrning.model.judgements import Judgement, Total
    from regionstyrning.model.open_points import OpenPoint, Rival
    from regionstyrning.report.pages import Subject

_CARRIERS = Sentence("Vem som bär vad", "Who carries what")
_EXPLAINED = Sentence(
    "Antal mål och uppdrag som organet bär under varje perspektiv."
    " Ett mål under flera räknas i vart och ett, men en gång i summan.",
    "How many goals and commissions the body carries under each perspective."
    " One under several counts in each, but once in the total.",
)
_ORGAN = Sentence("Organ", "Body")
_TOTAL = Sentence("Summa", "Total")
_NOWHERE = Sentence("Utan perspektiv", "No perspective")
_NOBODY = Sentence("Ingen", "Nobody")
_BY_NOBODY = Sentence("Detta bär ingen, så långt källorna säger:", "Nobody carries these, as far as the sources say:")
_UNSURE = Sentence("Det som gör svaret osäkert:", "What leaves the answer in doubt:")

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

_JUDGED = Sentence("Bedömningar och beslut", "Judgements and decisions")
_JUDGEMENTS = Sentence("Bedömningar", "Judgements")
_DECISIONS = Sentence("Beslut", "Decisions")
_WHEN = Sentence("När", "When")
_YEAR = Sentence("För år", "For year")
_WHO = Sentence("Vem", "Who")
_OF_WHAT = Sentence("Om", "Of")
_FORM = Sentence("Form", "Form")
_WORDS = Sentence("Vad som sades", "What was said")
_SOURCE = Sentence("Källa", "Source")
_WHAT = Sentence("Beslut", "Decision")
_KIND = Sentence("Slag", "Kind")
_REASON = Sentence("Skäl och belopp", "Reason and amount")
_BECAUSE = Sentence("Skäl: {reason}", "Reason: {reason}")
_GRADE = Sentence("Betyg: {grade}", "Grade: {grade}")
_OUT_OF = Sentence("av {count}", "of {count}")


def carriers_chapter(subject: Subject) -> str:
    """A table of bodies and perspectives, and what nobody carries."""
    covered = coverage(subject.held)
    columns = [*covered.columns, *([None] if any(cell.column is None for cell in covered.cells) else [])]
    organs = dict.fromkeys(cell.organ for cell in covered.cells)
    goals: dict[tuple[str | None, str | None], set[str]] = {}
    for cell in covered.cells:
        goals.setdefault((cell.organ, cell.column), set()).update(cell.goals)
    rows = []
    for organ in organs:
        counts = [len(goals.get((organ, column), ())) for column in columns]
        whole = set[str]().union(*(goals.get((organ, column), ()) for column in columns))
        name = subject.say(_NOBODY) if organ is None else subject.title(organ)
        rows.append([name, *(str(count or "") for count in counts), str(len(whole))])
    names = [subject.say(_NOWHERE) if column is None else subject.title(column) for column in columns]
    heads = [subject.say(_ORGAN), *names, subject.say(_TOTAL)]
    if not rows:
        return chapter(subject, _CARRIERS)
    nobody = bullets(plain(subject.title(id) for id in covered.nobody))
    doubts = bullets(plain(covered.what_is_missing(subject.lang)))
    opening = paragraphs(
        [
            subject.say(_EXPLAINED),
            markdown_table(heads, rows),
            nobody and paragraphs([subject.say(_BY_NOBODY), nobody]),
            doubts and paragraphs([subject.say(_UNSURE), doubts]),
        ]
    )
    return chapter(subject, _CARRIERS, opening=opening)


def findings_chapter(subject: Subject) -> str:
    """What the rules of the stricter profile say, gravest first."""
    found = check(subject.model, on=subject.held.as_of, rules="strang")
    told = [subject.say(_FOUND), *([] if found else [subject.say(_CLEAN)])]
    in_order = sorted(found, key=lambda each: (each.severity.rank, each.rule, each.source or "", each.order))
    for severity, findings in groupby(in_order, key=lambda finding: finding.severity):
        told.append(heading(subject.say(_SEVERITIES[severity]), 3))
        for _, some in groupby(findings, key=lambda finding: (finding.rule, finding.source)):
            told.append(_by_rule(subject, tuple(some)))
    return chapter(subject, _FINDINGS, opening=paragraphs(told))


def _by_rule(subject: Subject, findings: tuple[Finding, ...]) -> str:
    """What one rule says: its ground and what would mend it once, then each finding."""
    mends = dict.fromkeys(filter(None, (finding.how_to_mend(subject.lang) for finding in findings)))
    head = [subject.say(_RULE, rule=findings[0].rule)]
    head += [subject.say(_RESTS, source=findings[0].source.rstrip("."))] if findings[0].source else []
    head += [subject.say(_MEND, mend=mend.rstrip(".")) for mend in mends] if len(mends) == 1 else []
    lines = []
    for finding in findings:
        mend = finding.how_to_mend(subject.lang) if len(mends) > 1 else None
        said = finding.text(subject.lang)
        lines.append(for_markdown(f"{said} {subject.say(_MEND, mend=mend)}" if mend else said))
    return paragraphs([for_markdown(". ".join(head) + "."), bullets(lines)])


def open_points_chapter(subject: Subject) -> str:
    """Each open point with its readings, the one that the records follow first."""
    points = sorted(subject.held.open_points, key=lambda point: (subject.title(point.about or ""), point.id))
    told = [_open_point(subject, point) for point in points]
    return chapter(subject, _OPEN, opening=paragraphs([subject.say(_OPENED), *told]) if told else "")


def _open_point(subject: Subject, point: OpenPoint) -> str:
    lines = []
    if point.about is not None:
        lines.append(for_markdown(subject.say(_ABOUT, title=subject.title(point.about))))
    if point.raw:
        lines.append(for_markdown(subject.say(_RAW, raw=point.raw.strip("”"))))
    rivals = sorted(point.rivals, key=lambda rival: not rival.preferred)
    lines += [_rival(subject, rival) for rival in rivals]
    lines += [for_markdown(subject.say(_NOTE, note=point.note))] if point.note else []
    lines += [subject.sources(point.sources)] if point.sources else []
    title = f"**{for_markdown(point.title)}** ({point.kind.value})"
    return paragraphs([title, bullets(lines)])


def _rival(subject: Subject, rival: Rival) -> str:
    facts = [asked_words(target.condition, subject.lang) for target in rival.targets]
    facts += [outcome.text or figure_words(outcome, subject.lang) for outcome in rival.outcomes]
    facts += [
        f"{amount.title} {amount.year}: {number(amount.value, subject.lang)} {amount.unit.value}"
        for amount in rival.amounts
        if amount.value is not None
    ]
    said = f"{rival.text} [{'; '.join(facts)}]" if facts else rival.text
    told = subject.say(_FOLLOWED if rival.preferred else _RIVAL, text=said)
    sources = "; ".join(source_words(subject.model, source, subject.lang) for source in rival.sources)
    return for_markdown(f"{told} – {sources}" if sources else told)


def judgements_chapter(subject: Subject) -> str:
    """What was said of the region and what was decided, in order of time."""
    judgements = sorted(subject.held.judgements, key=lambda each: (_day(each), each.id))
    decisions = sorted(subject.held.decisions, key=lambda each: (_decided(each), each.id))
    said = [_judgement(subject, each) for each in judgements]
    done = [_decision(subject, each) for each in decisions]
    return chapter(
        subject,
        _JUDGED,
        Part(
            title=subject.say(_JUDGEMENTS),
            body=subject.table((_WHEN, _YEAR, _WHO, _OF_WHAT, _FORM, _WORDS, _SOURCE), said),
        ),
        Part(
            title=subject.say(_DECISIONS),
            body=subject.table((_WHEN, _WHO, _KIND, _WHAT, _OF_WHAT, _REASON, _SOURCE), done),
        ),
    )


def _day(judgement: Judgement) -> str:
    return judgement.on.isoformat() if judgement.on is not None else str(judgement.year or "")


def _judgement(subject: Subject, each: Judgement) -> list[str]:
    who = subject.title(each.by) if each.by else (each.by_text or "")
    about = "; ".join(filter(None, (*map(subject.title, each.about), each.subject)))
    side = "" if each.side is Side.WHOLE else each.side.value
    words = [f"”{each.words.strip('”')}”"]
    words += [subject.say(_GRADE, grade=each.grade)] if each.grade and each.grade != each.words else []
    words += [subject.say(_BECAUSE, reason=each.reason)] if each.reason else []
    words += ["; ".join(_totals(subject, each))] if each.totals else []
    words += [each.note] if each.note else []
    year = str(each.year or "") + (f" ({part_words(each.part, subject.lang)})" if each.part else "")
    capacity = ", ".join(filter(None, (each.capacity.value, each.instance)))
    form = ", ".join(filter(None, (each.form.value, each.stage and each.stage.value)))
    day = "" if each.on is None else each.on.isoformat()
    return [
        day,
        year,
        f"{who} ({capacity})" if who else capacity,
        f"{about} ({side})" if about and side else about or side,
        form,
        ". ".join(word.rstrip(".") for word in words) + ".",
        subject.places(each.sources[:1]),
    ]


def _totals(subject: Subject, each: Judgement) -> Iterator[str]:
    for total in each.totals:
        yield _total(subject, total)
    if each.total_of is not None:
        yield subject.say(_OUT_OF, count=each.total_of)


def _total(subject: Subject, total: Total) -> str:
    figures = [] if total.count is None else [str(total.count)]
    if total.share_percent is not None:
        figures.append(f"{number(total.share_percent, subject.lang)} %")
    return f"{total.word}: {', '.join(figures)}"


def _decided(decision: Decision) -> str:
    return decision.on.isoformat() if decision.on is not None else (decision.on_text or str(decision.year or ""))


def _decision(subject: Subject, each: Decision) -> list[str]:
    minutes = ", ".join(filter(None, (each.paragraph, each.diary_number)))
    when = each.on.isoformat() if each.on is not None else (each.on_text or "")
    reasons = [subject.say(_BECAUSE, reason=each.reason)] if each.reason else []
    reasons += [] if each.amount_mnkr is None else [f"{number(each.amount_mnkr, subject.lang)} mnkr"]
    reasons += [subject.say(_GRADE, grade=each.grade)] if each.grade else []
    reasons += [each.note] if each.note else []
    about = [subject.title(each.about)] if each.about else []
    about += [each.part] if each.part else []
    about += [str(each.year)] if each.year else []
    return [
        when,
        subject.title(each.by),
        each.kind.value,
        f"{each.title} ({minutes})" if minutes else each.title,
        ", ".join(about),
        "; ".join(reasons),
        subject.places(each.sources[:1]),
    ]
