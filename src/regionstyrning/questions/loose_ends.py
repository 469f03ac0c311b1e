"""What hangs loose, where the region's own structure requires that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.questions.answers import Answer, Step, told_below
from regionstyrning.questions.gaps import Gap, foundations, gaps_of
from regionstyrning.questions.missing import doubts_of_the_day, undated, unthreaded
from regionstyrning.questions.threads import first_source, threads
from regionstyrning.text.numbers import counted
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_NOTHING = Sentence("Inget hänger löst den {day}.", "Nothing hangs loose on {day}.")
_SOME = Sentence("{count} den {day}.", "{count} on {day}.")
_COUNTED = {"sv": ("lös ände", "lösa ändar"), "en": ("loose end", "loose ends")}
_EITHER = Sentence("{sv}", "{en}")


@frozen(kw_only=True)
class LooseEnds(Answer):
    """Everything that hangs loose on a day (lösa ändar)."""

    _read: ClassVar[str] = "ends"

    _held: SteeringModel = field(repr=False, hash=False)

    @cached_property
    def ends(self) -> tuple[Gap, ...]:
        """What hangs loose, in order of kind and id."""
        return gaps_of(self._held)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each loose end as a step, with the source of the record."""
        return tuple(
            Step(
                record=gap.record,
                source=first_source(self._held, gap.record),
                sentence=_EITHER,
                words=(("sv", gap.text("sv")), ("en", gap.text("en"))),
            )
            for gap in self.ends
        )

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """That no structure is in force, links that were passed over, documents whose first day nobody knows."""
        found = threads(self._held)
        yield from doubts_of_the_day(self._held, lang)
        yield from unthreaded(found, lang)
        built = foundations(self._held)
        yield from undated(self._held, found.documents().union(built, *built.values()), lang)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """A table of what hangs loose, and what is not known."""
        told = told_below(self.what_is_missing(lang), width)
        if threads(self._held).structure is None:  # nobody knows what is required, so nothing is said to be well
            return "\n".join(told[1:])
        if not self.ends:
            return "\n".join([_NOTHING.say(lang, day=self.on), *told])
        headline = _SOME.say(lang, count=counted(len(self.ends), *_COUNTED[lang]), day=self.on)
        headers = ["id", _COUNTED[lang][0]]
        table = text_table(headers, [[gap.record, gap.text(lang)] for gap in self.ends], width)
        return "\n".join([headline, "", table, *told])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a loose end, as of `Gap`."""
        return list(chain.from_iterable(gap.to_records() for gap in self.ends))


def loose_ends(model: SteeringModel, *, on: date | None = None) -> LooseEnds:
    """
    Find what hangs loose, where the region's own structure requires that it does not.

    Goals that nothing measures, indicators that measure nothing, goals without an owner, a
    nämnd's goals without a link upwards, fullmäktige's goals that no nämnd carries, perspectives
    without goals, documents that nothing is based on: each only if a link rule, level or kind
    of document of the structure in force says that it must not be so. A link that works against
    what it leads to meets no requirement.

    Args:
        model: Any model.
        on: The day; the model's own if left out.

    >>> loose_ends(model).ends
    ()
    """
    day = model.as_of if on is None else on
    return LooseEnds(about=model.id, on=day, held=model.at(day))
