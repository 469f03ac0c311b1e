"""What was said of the region, and what was decided with effect."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.judgements import Capacity, Side
from regionstyrning.report.pages import Part, chapter, quoted, sentences
from regionstyrning.report.words import part_words
from regionstyrning.text.markdown import bullets, for_markdown
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.documents import Decision
    from regionstyrning.model.judgements import Judgement, Total
    from regionstyrning.report.pages import Subject

_JUDGED = Sentence("Bedömningar och beslut", "Judgements and decisions")
_JUDGEMENTS = Sentence("Bedömningar", "Judgements")
_DECISIONS = Sentence("Beslut", "Decisions")
_OF = Sentence("om {year}", "of {year}")
_NO_DAY = Sentence("utan dag", "no day")
_SAID = Sentence("{form} om {about}", "{form} of {about}")
_CONCERNS = Sentence("Gäller: {about}", "Concerns: {about}")
_BECAUSE = Sentence("Skäl: {reason}", "Reason: {reason}")
_GRADE = Sentence("Betyg: {grade}", "Grade: {grade}")
_OUT_OF = Sentence("av sammanlagt {count}", "of {count} in all")
_DECIDES = Sentence("beslutar", "decides")
_ITSELF = Sentence("eget omdöme", "its own words")


def judgements_chapter(subject: Subject) -> str:
    """What was said of the region and what was decided, in order of time."""
    judgements = sorted(subject.held.judgements, key=lambda each: (_day(each), _head(subject, each), each.id))
    decisions = sorted(subject.held.decisions, key=lambda each: (_decided(each), each.id))
    said = []
    for head, some in groupby(judgements, key=lambda each: _head(subject, each)):
        said += [bullets([for_markdown(f"{head}:")]), bullets(map(for_markdown, _told(subject, tuple(some))), 1)]
    return chapter(
        subject,
        _JUDGED,
        Part(title=subject.say(_JUDGEMENTS), body="\n".join(said)),
        Part(title=subject.say(_DECISIONS), body=bullets(for_markdown(_decision(subject, each)) for each in decisions)),
    )


def _day(judgement: Judgement) -> str:
    return judgement.on.isoformat() if judgement.on is not None else str(judgement.year or "")


def _head(subject: Subject, each: Judgement) -> str:
    """When it was said, of which year, and by whom."""
    year = " ".join(
        filter(None, ("" if each.part is None else part_words(each.part, subject.lang), str(each.year or "")))
    )
    day = subject.say(_NO_DAY) if each.on is None else each.on.isoformat()
    who = subject.title(each.by) if each.by else (each.by_text or "")
    capacity = subject.say(_ITSELF) if each.capacity is Capacity.OWN else each.capacity.value
    told = ", ".join(filter(None, (capacity if each.capacity is not Capacity.OTHER or not who else "", each.instance)))
    if who and told and (each.capacity is not Capacity.AUDITORS or each.instance):
        who = f"{who} ({told})"
    who = who or told
    return f"{day}{f', {subject.say(_OF, year=year)}' if year else ''} – {who}"


def _told(subject: Subject, judgements: tuple[Judgement, ...]) -> Iterator[str]:
    """One line each; what was said in the same words of several records, in the same place, is one line."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for each in judgements:
        about = "; ".join(filter(None, (*map(subject.title, each.about), each.subject))).rstrip(".")
        side = "" if each.side is Side.WHOLE else each.side.value
        what = f"{about} ({side})" if about and side else about or side
        form = f"{each.form.value} ({each.stage.value})" if each.stage else each.form.value
        words = " ".join(_words(subject, each))
        groups.setdefault((form, words, subject.places(each.sources)), []).append(what)
    for (form, words, places), some in groups.items():
        counts = Counter(filter(None, some))
        what = "; ".join(name if count == 1 else f"{name} ×{count}" for name, count in counts.items())
        said = f"{subject.say(_SAID, form=form, about=what) if what else form}: {words}"
        yield f"{said} – {places}" if places else said


def _words(subject: Subject, each: Judgement) -> Iterator[str]:
    """What was said, with grade, reason, totals and note, as sentences."""
    yield f"{quoted(each.words)}."
    if each.grade and each.grade != each.words:
        yield sentences([subject.say(_GRADE, grade=each.grade)])
    if each.reason:
        yield sentences([subject.say(_BECAUSE, reason=each.reason)])
    if each.totals:
        yield sentences([", ".join(_totals(subject, each))])
    if each.note:
        yield sentences([subject.named(each.note)])


def _totals(subject: Subject, each: Judgement) -> Iterator[str]:
    for total in each.totals:
        yield _total(subject, total)
    if each.total_of is not None:
        yield subject.say(_OUT_OF, count=each.total_of)


def _total(subject: Subject, total: Total) -> str:
    figures = [] if total.count is None else [str(total.count)]
    if total.share_percent is not None:
        figures.append(f"{number(total.share_percent, subject.lang)} %")
    return f"{total.word}: {' '.join(figures)}"


def _decided(decision: Decision) -> str:
    return decision.on.isoformat() if decision.on is not None else (decision.on_text or str(decision.year or ""))


def _decision(subject: Subject, each: Decision) -> str:
    """When, who did what, of what, for which amount and why."""
    minutes = ", ".join(filter(None, (each.paragraph, each.diary_number)))
    when = each.on.isoformat() if each.on is not None else (each.on_text or subject.say(_NO_DAY))
    title = f"{each.title} ({minutes})" if minutes else each.title
    about = [subject.title(each.about)] if each.about else []
    about += [each.part] if each.part else []
    about += [str(each.year)] if each.year else []
    about = [word for word in about if word not in each.title]
    kind = subject.say(_DECIDES) if each.kind is DecisionKind.DECIDES else each.kind.value
    told = [f"{when} – {subject.title(each.by)} {kind}: {title}"]
    told += [subject.say(_CONCERNS, about=", ".join(about))] if about else []
    told += [] if each.amount_mnkr is None else [f"{number(each.amount_mnkr, subject.lang)} mnkr"]
    told += [subject.say(_GRADE, grade=each.grade)] if each.grade else []
    told += [subject.say(_BECAUSE, reason=each.reason)] if each.reason else []
    told += [subject.named(each.note)] if each.note else []
    return subject.at_end(sentences(told), each.sources)
