"""Whether a verdict hangs on the method, and what would turn it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.evaluators.asked.excerpt import excerpt
from regionstyrning.evaluators.asked.flips import LIMIT, VALUE, WEIGHT, Flip, knobs, smallest_flip
from regionstyrning.evaluators.occasions.plans import year_ended
from regionstyrning.evaluators.targets.targets import TARGET
from regionstyrning.evaluators.verdicts.statuses import IN_ENGLISH, Status
from regionstyrning.evaluators.verdicts.verdict import OUTCOME, Verdict
from regionstyrning.evaluators.ways.evaluate import evaluate
from regionstyrning.evaluators.ways.named import every_way
from regionstyrning.model.dates import period_named
from regionstyrning.model.goals import Contribution
from regionstyrning.model.indicators import Outcome, Stage
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.threads import title_of
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import LANGUAGES, Sentence, verbatim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.evaluators.ways.named import Evaluator
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_AGREE = Sentence(
    "{count} av {of} sätt att bedöma ger samma status som {name} ({share} %).",
    "{count} of {of} ways to judge give the same status as {name} ({share} %).",
)
_FLIP = Sentence(
    "Statusen blir {status} om {what} {title} ändras från {before} till {after}.",
    "The status becomes {status} if the {what} {title} changes from {before} to {after}.",
)
_NO_FLIP = Sentence(
    "Ingen ändring av ett enda tal som har prövats ger en annan status.",
    "No change of a single number that was tried gives another status.",
)
_NO_NUMBERS = Sentence(
    "Inget utfall och ingen gräns har prövats, eftersom bedömningen inte har några bland sina delar.",
    "No outcome and no limit was tried, since the verdict has none among its parts.",
)
_WHAT = {
    VALUE: Sentence("utfallet för", "outcome of"),
    LIMIT: Sentence("gränsen för", "limit of"),
    WEIGHT: Sentence("vikten för", "weight of"),
}
_CENT = Decimal("0.01")


@frozen(kw_only=True)
class Firmness(Readable):
    """
    How firm a verdict is (säkerhet i bedömningen).

    Attributes:
        about: Id of the goal.
        title: Its title.
        on: The day asked.
        year: The year judged.
        name: The way of judging that the others are compared with, and whose verdict is turned.
        verdicts: The verdict on the goal under every evaluator that judges it, by name.
        flips: The smallest change that turns it of an outcome, of a limit and of a weight, the
            smallest first; those of which none does are left out.
    """

    _read: ClassVar[str] = "status"

    about: str
    title: str
    on: date
    year: int
    name: str
    verdicts: tuple[tuple[str, Verdict], ...] = field(converter=as_tuple)
    flips: tuple[Flip, ...] = field(default=(), converter=as_tuple)

    @property
    def status(self) -> Status:
        """The status that the others are compared with."""
        return dict(self.verdicts)[self.name].status

    @property
    def agreeing(self) -> tuple[str, ...]:
        """The evaluators that give it that status."""
        return tuple(name for name, verdict in self.verdicts if verdict.status is self.status)

    @property
    def agree_percent(self) -> Decimal:
        """Which share of the evaluators they are, 0 to 100."""
        return Decimal(100) * len(self.agreeing) / len(self.verdicts)

    def text(self, lang: Language = "sv") -> str:
        """The verdict under each evaluator, how many agree, and what would turn it."""
        lines = [one_line(f"{self.title} [{self.about}]")]
        lines += [f"- {name}: {_said(verdict.status, lang)}" for name, verdict in self.verdicts]
        words = {"count": len(self.agreeing), "of": len(self.verdicts), "name": self.name}
        lines.append(_AGREE.say(lang, share=number(self.agree_percent.quantize(_CENT), lang), **words))
        lines += [_told(flip, lang) for flip in self.flips] or [self._no_flip.say(lang)]
        return "\n".join(lines)

    @property
    def _no_flip(self) -> Sentence:
        parts = dict(self.verdicts)[self.name].everything()
        return _NO_FLIP if any(each.kind in {OUTCOME, TARGET} for each in parts) else _NO_NUMBERS

    def to_records(self) -> list[dict[str, Any]]:
        """One row an evaluator: about, year, evaluator, status, agrees; turned_by, from and to of the first."""
        flip = self.flips[0] if self.flips else None
        return [
            {
                "about": self.about,
                "year": self.year,
                "evaluator": name,
                "status": verdict.status.value,
                "agrees": verdict.status is self.status,
                "turned_by": flip.record if flip is not None and name == self.name else None,
                "from": flip.before if flip is not None and name == self.name else None,
                "to": flip.after if flip is not None and name == self.name else None,
            }
            for name, verdict in self.verdicts
        ]


def _said(status: Status, lang: Language) -> str:
    return status.value if lang == "sv" else IN_ENGLISH[status]


def _told(flip: Flip, lang: Language) -> str:
    return one_line(
        _FLIP.say(
            lang,
            status=_said(flip.status, lang),
            what=_WHAT[flip.what].say(lang),
            title=flip.title.say(lang),
            before=number(flip.before, lang),
            after=number(flip.after, lang),
        )
    )


def firmness(
    model: SteeringModel,
    goal: str,
    *,
    as_of: date,
    year: int | None = None,
    evaluators: Mapping[str, Evaluator] | None = None,
) -> Firmness:
    """
    See whether a verdict hangs on how it is judged, and what would turn it.

    The smallest change is sought number by number: each is moved both ways, by ever longer steps and to both sides
    of every limit, until the status is another, and then back by halves to the last decimal that counts. Both sides
    of every turn have been judged. Changes are compared in percent of the number changed.

    Args:
        model: The whole model.
        goal: Id of a goal, an indicator or a perspective.
        as_of: The day: nothing known later counts.
        year: The year judged; the last that had ended, if none is named.
        evaluators: The ways to judge, by name, the one to compare with first; if none are named, those of the
            library and of plugins, ``attainment`` first.

    Returns:
        Only evaluators that judge the goal count.

    Raises:
        UnknownId: if the first says nothing of the goal; it names the nearest.
    """
    judged = year_ended(as_of) if year is None else year
    ways = dict(every_way() if evaluators is None else evaluators)
    wholes = evaluate(model, as_of=as_of, year=judged, evaluators=ways)
    name, first = next(iter(wholes.items()))
    own = first[goal]
    others = [(each, whole[goal]) for each, whole in wholes.items() if each != name and goal in whole]
    verdicts = [(name, own), *((each, verdict) for each, verdict in others if verdict.status is not Status.NOT_JUDGED)]
    return Firmness(
        about=goal,
        title=own.title,
        on=as_of,
        year=judged,
        name=name,
        verdicts=verdicts,
        flips=[
            evolve(flip, title=_title(model, flip.record))
            for flip in sorted(_flips(model, own, ways[name], as_of, judged), key=_by_share)
        ],
    )


def _title(model: SteeringModel, id: str) -> Sentence:
    """What a person reads of an outcome, a target or a link: of what, and for whom and when."""
    record: Any = model[id]
    if isinstance(record, Contribution):
        link = f"{title_of(model, record.lower)} → {title_of(model, record.upper)}"
        return verbatim(link, link)
    gender = None if record.gender is None else record.gender.value
    stage = record.stage.value if isinstance(record, Outcome) and record.stage is not Stage.FINAL else None
    title = title_of(model, record.indicator)
    told = []
    for lang in LANGUAGES:
        period = None if record.year is None else period_named(record.year, record.part, lang)
        named = ", ".join(filter(None, (period, record.scope, gender, stage)))
        told.append(title + (f" ({named})" if named else ""))
    return verbatim(*told)


def _by_share(flip: Flip) -> tuple[Decimal, str]:
    return flip.share_percent, flip.record


def _flips(model: SteeringModel, own: Verdict, evaluator: Evaluator, as_of: date, year: int) -> Iterator[Flip]:
    """The smallest of each kind."""

    def judge(changed: SteeringModel) -> Verdict:
        return evaluator(changed, as_of=as_of, year=year)[own.about]

    small = excerpt(model, own.about)
    held = small if _same(judge(small), own) else model  # an evaluator may look at what stands elsewhere
    found: dict[str, Flip] = {}
    for knob in knobs(held, own):
        least = found.get(knob.what)
        within = None if least is None else least.share_percent
        flip = smallest_flip(knob, lambda changed: judge(changed).status, own.status, within)
        if flip is not None and (least is None or _by_share(flip) < _by_share(least)):
            found[knob.what] = flip
    yield from found.values()


def _same(one: Verdict, other: Verdict) -> bool:
    return (one.status, one.low, one.high) == (other.status, other.low, other.high)
