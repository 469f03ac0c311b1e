"""What must be reported of decisions taken on delegation, to whom and when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.law import STANDARD, Policies
from regionstyrning.law.holidays import next_working_day
from regionstyrning.model.delegation import Delegation, Frequency, Nature
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.authority.due import Due
from regionstyrning.questions.authority.duties import LEGALITY, RECORDED, reporting_rule
from regionstyrning.questions.authority.report_days import (
    MONTHS,
    falls_due,
    reported_to,
    reports_in,
    shown_by,
    stands_in,
)
from regionstyrning.questions.authority.told import as_list, section
from regionstyrning.questions.authority.wording import EITHER, both, cited, laws_once, name_of, title_of
from regionstyrning.text.numbers import counted
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import LANGUAGES, Sentence
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.authority.chains import Authority
    from regionstyrning.text.sentences import Language

_HEAD = Sentence("Beslut på delegation att anmäla {first}–{last}", "Decisions on delegation to report {first}–{last}")
_NOTHING = Sentence("Inget att anmäla.", "Nothing to report.")
_HEADERS = {"sv": ["senast", "till", "vad", "anmält"], "en": ["by", "to", "what", "reported"]}
_DONE = Sentence("ja", "yes")
_NOT_SHOWN = Sentence("framgår inte", "not shown")
_NEXT = Sentence("nästa möte", "next meeting")
_PERIOD = Sentence("Beslut under {period}: {matters}", "Decisions during {period}: {matters}")
_MEETING = Sentence("Beslut sedan förra sammanträdet: {matters}", "Decisions since the last meeting: {matters}")
_TAKEN = Sentence("{title}, beslutat {day} av {by}", "{title}, decided {day} by {by}")
_LONGEST_REST = timedelta(days=10)
"""More days than any run of holidays has."""

_APART = Sentence(
    "{title}, beslutat {day} av {by}, protokollförs särskilt", "{title}, decided {day} by {by}, is recorded separately"
)
_QUARTER = Sentence("kvartal {number} {year}", "quarter {number} {year}")
_NO_MEETING = Sentence("Ingen källa säger när {organ} sammanträder.", "No source says when {organ} meets.")
_SILENT = Sentence(
    "{rows} säger inte om och när beslut anmäls ({ids}).", "{rows}: whether decisions are reported is not said ({ids})."
)
_ROWS = {"sv": ("delegation", "delegationer"), "en": ("delegation", "delegations")}


@frozen(kw_only=True)
class Duties(Readable):
    """
    What is to be reported between two days (skyldigheter under en tid).

    Attributes:
        first: First day.
        last: Last day.
        steps: What falls due, by day, organ and frequency; last what has no known day.
    """

    _read: ClassVar[str] = "steps"

    first: date
    last: date
    steps: tuple[Due, ...]
    _authority: Authority = field(repr=False, eq=False)
    _silent: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not known, each in a Swedish sentence."""
        return tuple(self.what_is_missing())

    @property
    def complete(self) -> bool:
        """Whether nothing was missing."""
        return not self.missing

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """Meetings whose day is not known, and delegations that say nothing of reporting."""
        for organ in dict.fromkeys(step.organ for step in self.steps if step.on is None):
            yield _NO_MEETING.say(lang, organ=name_of(self._authority, organ))
        if self._silent:
            yield _SILENT.say(lang, rows=counted(len(self._silent), *_ROWS[lang]), ids=", ".join(self._silent))

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """A table by day, then what is not known."""
        head = _HEAD.say(lang, first=self.first.isoformat(), last=self.last.isoformat())
        rows = [self._row(step, lang) for step in self.steps]
        lines = [*folded(head, width), "", text_table(_HEADERS[lang], rows, width) if rows else _NOTHING.say(lang)]
        lines += section("missing", as_list(self.what_is_missing(lang), width), lang)
        return "\n".join(lines)

    def _row(self, step: Due, lang: Language) -> list[str]:
        day = _NEXT.say(lang) if step.on is None else step.on.isoformat()
        done = "" if step.decision is None else (_DONE if step.done else _NOT_SHOWN).say(lang)
        return [day, title_of(self._authority, step.organ), step.text(lang), done]

    def to_records(self) -> list[dict[str, Any]]:
        """One row a step, as of `Due`."""
        return [row for step in self.steps for row in step.to_records()]


def duties(model: SteeringModel, first: date, last: date, *, policies: Policies = STANDARD) -> Duties:
    """
    List what must be reported of decisions on delegation in some days, and to whom.

    A report by the month, quarter or year is taken to be due on the last day of that time, which
    is a reading of ours. An organ's meetings are those that are stated and those of its recorded
    decisions: a step of the yearly cycle has a last day, but no day.

    Args:
        model: Any model.
        first: First day.
        last: Last day.
        policies: Whether the region's own last days move from holidays; as a standard they do not.

    Returns:
        A step for each organ or post and day, of all delegations that stand then and are
        reported so; and one for each recorded decision on delegation that falls due, or whose
        day is not known and that no recorded decision shows to be reported. It is shown by a
        decision of the organ that is about the decision. A decision that is not to be reported is
        recorded separately on its day, unless it cannot be tried by laglighetsprövning.

    Raises:
        InvalidValue: if the first day is after the last, or one of them is no day.

    Source:
        KL 6:40, 7:8.

    >>> [step.organ for step in duties(model, date(2026, 3, 1), date(2026, 3, 31)).steps][:3]
    ['rs', 'hsn', 'hsn']
    """
    for name, day in (("first", first), ("last", last)):
        if type(day) is not date:
            message = f"expected a day, found {day!r}"
            raise InvalidValue(name, message)
    if first > last:
        message = f"first day {first} is after last day {last}"
        raise InvalidValue("first", message)
    authority = authority_of(model, policies)
    steps = [*_reports(authority, first, last), *_apart(authority, first, last)]
    steps.sort(key=lambda step: (step.on is None, step.on or last, step.organ, step.often.value, step.decision or ""))
    silent = tuple(
        each.id for each in _decisive(authority) if not reported_to(each)[1] and stands_in(authority, each, first, last)
    )
    return Duties(first=first, last=last, steps=tuple(steps), authority=authority, silent=silent)


def _decisive(authority: Authority) -> Iterator[Delegation]:
    """Delegations of a right to decide that are not left out of reporting, by id."""
    for delegation in sorted(authority.model.delegations, key=lambda each: each.id):
        reporting = delegation.reporting
        told_not = reporting is not None and reporting.often is Frequency.NOT_REPORTED
        if delegation.nature is Nature.DECISION and delegation.giver is not None and not told_not:
            yield delegation


def _standing(authority: Authority, first: date, last: date) -> Iterator[Due]:
    groups: dict[tuple[date | None, date, str, Frequency], list[Delegation]] = {}
    for delegation in _decisive(authority):
        often, to = reported_to(delegation)
        for organ in to:
            for since, day in reports_in(authority, organ, often, first, last):
                if stands_in(authority, delegation, since, day or last):
                    groups.setdefault((day, since, organ, often), []).append(delegation)
    for (day, since, organ, often), delegations in groups.items():
        matters = dict.fromkeys(id for each in delegations for id in each.matters)
        words = {
            lang: (_MEETING if often is Frequency.NEXT_MEETING else _PERIOD).say(
                lang,
                period=_period(since, often, lang),
                matters=", ".join(name_of(authority, id) for id in matters),
            )
            for lang in LANGUAGES
        }
        yield _due(authority, day, organ, often, delegations, both(words))


def _period(since: date, often: Frequency, lang: str) -> str:
    match often:
        case Frequency.MONTHLY:
            return f"{since:%Y-%m}"
        case Frequency.QUARTERLY:
            return _QUARTER.say(lang, number=(since.month + 2) // 3, year=since.year)
        case _:
            return str(since.year)


def _recorded(authority: Authority, first: date, last: date) -> Iterator[Due]:
    by_id = {each.id: each for each in _decisive(authority)}
    for decision in authority.model.decisions:
        delegation = by_id.get(decision.delegation or "")
        taken = decision.on
        if delegation is None or taken is None or taken > last:
            continue
        often, to = reported_to(delegation)
        for organ in to:
            day = falls_due(authority, organ, often, taken)
            shown = shown_by(authority, decision, organ)
            if (day is None and shown is None) or (day is not None and first <= day <= last):
                words = (
                    ("title", decision.title),
                    ("day", taken.isoformat()),
                    ("by", name_of(authority, decision.by)),
                )
                yield evolve(
                    _due(authority, day, organ, often, [delegation], words),
                    sentence=_TAKEN,
                    decision=decision.id,
                    shown_by=shown,
                )


def _reports(authority: Authority, first: date, last: date) -> list[Due]:
    """What is to be reported by some day of those asked about, also one that it was moved to."""
    found = [*_standing(authority, first, last), *_recorded(authority, first, last)]
    if authority.law.policies.shift_authority_deadlines and first > date.min + _LONGEST_REST:
        before = first - _LONGEST_REST, first - timedelta(days=1)
        found += [
            step
            for step in (*_standing(authority, *before), *_recorded(authority, *before))
            if step.on is not None and step.often in MONTHS
        ]
    moved = (_moved(authority, step) for step in found)
    return [step for step in moved if step.on is None or first <= step.on <= last]


def _moved(authority: Authority, step: Due) -> Due:
    """A last day on a holiday is the next working day, where the setting says so."""
    if step.on is None or step.often not in MONTHS or not authority.law.policies.shift_authority_deadlines:
        return step
    day = next_working_day(step.on)
    return step if day == step.on else evolve(step, on=day, moved_from=step.on)


def _apart(authority: Authority, first: date, last: date) -> Iterator[Due]:
    """Decisions that are not to be reported: each is recorded separately, if it may be tried for its lawfulness."""
    for decision in authority.model.decisions:
        taken, delegation = decision.on, authority.model.by_id.get(decision.delegation or "")
        if taken is None or not first <= taken <= last or not isinstance(delegation, Delegation):
            continue
        trait = None if decision.matter is None else authority.matters.traits(decision.matter).get(LEGALITY)
        told_not = delegation.reporting is not None and delegation.reporting.often is Frequency.NOT_REPORTED
        rule = reporting_rule(authority, delegation, decision.by, "-protokoll")
        if told_not and rule is not None and rule.in_force(taken) and (trait is None or trait.holds):
            words = (("title", decision.title), ("day", taken.isoformat()), ("by", name_of(authority, decision.by)))
            yield Due(
                on=taken,
                organ=decision.by,
                often=Frequency.NOT_REPORTED,
                delegations=(delegation.id,),
                decision=decision.id,
                law=rule.cited,
                source=next(iter(delegation.sources), None),
                sentence=_APART,
                words=words,
                kind=RECORDED,
            )


def _due(  # noqa: PLR0913, PLR0917 - what a report is made of
    authority: Authority,
    day: date | None,
    organ: str,
    often: Frequency,
    delegations: list[Delegation],
    words: tuple[tuple[str, str], ...],
) -> Due:
    laws = []
    for each in delegations:
        taker = next((receiver.position or receiver.organ for receiver in each.receivers), None)
        law = cited(reporting_rule(authority, each, taker or ""))
        laws += [] if law is None else [law]
    return Due(
        on=day,
        organ=organ,
        often=often,
        delegations=tuple(each.id for each in delegations),
        law=", ".join(laws_once(sorted(laws))) or None,
        source=next((source for each in delegations for source in each.sources), None),
        sentence=EITHER,
        words=words,
    )
