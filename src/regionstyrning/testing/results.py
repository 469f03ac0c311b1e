"""What became of cases: passed or not, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law.policies import NAMES
from regionstyrning.model.records import as_tuple
from regionstyrning.testing.authority_questions import policies_of
from regionstyrning.testing.case_coverage import CaseCoverage, coverage_of
from regionstyrning.testing.kinds import Reasons
from regionstyrning.testing.questions import QUESTIONS
from regionstyrning.text.escaping import one_line
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.answers import Step
    from regionstyrning.testing.case_files import Case
    from regionstyrning.testing.replies import Reply
    from regionstyrning.text.sentences import Language

_DIFFERS = Sentence("{name}: väntade {expected}, fann {found}", "{name}: expected {expected}, found {found}")
_ASKED = Sentence("Fråga: {question}", "Question: {question}")
_RESTS = Sentence("Fallet vilar på: {reading}", "The case rests on: {reading}")
_IMPOSSIBLE = Sentence("Frågan går inte att ställa: {why}", "The question cannot be asked: {why}")
_COUNTED = Sentence("{passed} av {count} fall håller.", "{passed} of {count} cases hold.")
_WORDS = {True: Sentence("håller", "holds"), False: Sentence("håller inte", "does not hold")}
_HEADERS = {"sv": ["fall", "", "var"], "en": ["case", "", "where"]}


@frozen(kw_only=True)
class CaseResult(Readable):
    """
    What became of a case (utfall av ett fall).

    Attributes:
        case: The case.
        wrong: For each expectation that does not hold its key, what was expected and what was found.
        reply: The answer, or None if the question could not be asked.
        why: Why it could not.
        scheme: The model whose delegations and paragraphs the case may touch.
    """

    _read: ClassVar[str] = "passed"

    case: Case
    wrong: tuple[tuple[str, Any, Any], ...] = field(default=(), converter=as_tuple)
    reply: Reply | None = None
    why: str | None = None
    scheme: SteeringModel = field(repr=False)

    @property
    def passed(self) -> bool:
        """Whether everything expected holds."""
        return self.reply is not None and not self.wrong

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the answer."""
        return () if self.reply is None else self.reply.steps

    @property
    def refused(self) -> tuple[Step, ...]:
        """What the answer considered and turned down."""
        return () if self.reply is None else self.reply.refused

    @property
    def touched(self) -> frozenset[str]:
        """Ids of records, and paragraphs, that the answer rests on."""
        return frozenset() if self.reply is None else self.reply.touched

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """
        The case and, if it does not hold, what differs, what was asked and what was answered.

        Args:
            lang: Swedish or English.
            width: Longest line, in columns.
        """
        lines = folded(one_line(f"{self.case.title} ({self.case.where}): {_WORDS[self.passed].say(lang)}"), width)
        if not self.passed:
            lines += [piece for line in self._differences(lang) for piece in folded(one_line(line), width, "", "  ")]
            lines += ["", *self._told(lang, width)]
        return "\n".join(lines).rstrip()

    def to_records(self) -> list[dict[str, Any]]:
        """One row: title, question, file, line, on, passed, wrong, steps, refused, rests_on."""
        on = self.case.on
        return [
            {
                "title": self.case.title,
                "question": self.case.question,
                "file": self.case.where.file,
                "line": self.case.where.line,
                "on": None if on is None else on.isoformat(),
                "passed": self.passed,
                "wrong": [_DIFFERS.say(name=name, expected=e, found=f) for name, e, f in self._shown()],
                "steps": [step.text() for step in self.steps],
                "refused": [step.text() for step in self.refused],
                "rests_on": self.case.told.get("rests_on"),
            }
        ]

    def _shown(self) -> list[tuple[str, str, str]]:
        return [(name, written(expected), written(found)) for name, expected, found in self.wrong]

    def _differences(self, lang: Language) -> list[str]:
        lines = [_DIFFERS.say(lang, name=name, expected=e, found=f) for name, e, f in self._shown()]
        if self.why is not None:
            lines.append(_IMPOSSIBLE.say(lang, why=self.why))
        lines.append(_ASKED.say(lang, question=", ".join(self._asked())))
        if "rests_on" in self.case.told:
            lines.append(_RESTS.say(lang, reading=self._reading(lang)))
        return lines

    def _reading(self, lang: Language) -> str:
        """What the case rests on: a setting with its value, or how sure it is."""
        name: str = self.case.told["rests_on"]
        return policies_of(self.case.told).told(name, lang) if name in NAMES else name

    def _asked(self) -> list[str]:
        asked = (self.case.question, *QUESTIONS[self.case.question].arguments, "on")
        return [f"{name} = {written(self.case.told[name])}" for name in asked if name in self.case.told]

    def _told(self, lang: Language, width: int) -> list[str]:
        if self.reply is None:
            return []
        return [piece for line in self.reply.told(lang) for piece in _kept(line, width)]


def _kept(line: str, width: int) -> list[str]:
    """A line of an answer, with the spaces that it begins with."""
    bare = line.lstrip(" ")
    indent = line[: len(line) - len(bare)]
    return folded(bare, width, indent, f"{indent}  ")


def written(value: Any) -> str:  # noqa: ANN401 - whatever a case file holds
    """
    A value as a case file writes it.

    >>> written([["a", "b"], []])
    '[["a", "b"], []]'
    """
    match value:
        case None:
            text = "–"
        case bool():
            text = str(value).lower()
        case str():
            text = f'"{value}"'
        case Reasons():
            text = written(value.words)
        case list() | tuple():
            text = f"[{', '.join(map(written, value))}]"
        case dict():
            text = f"{{ {', '.join(f'{name} = {written(each)}' for name, each in value.items())} }}"
        case _:
            text = str(value)
    return text


@frozen(kw_only=True)
class CaseResults(Readable):
    """
    What became of the cases of one or several files (utfall av fall).

    Attributes:
        results: One a case, in the order of files and cases.
    """

    _read: ClassVar[str] = "passed"

    results: tuple[CaseResult, ...] = field(converter=as_tuple)

    @property
    def passed(self) -> bool:
        """Whether every case holds."""
        return not self.failed

    @property
    def failed(self) -> tuple[CaseResult, ...]:
        """Those that do not hold."""
        return tuple(result for result in self.results if not result.passed)

    @property
    def coverage(self) -> CaseCoverage:
        """Which delegations, prohibitions and paragraphs the cases touched, and which not."""
        return coverage_of((result.scheme, result.touched) for result in self.results)

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """
        A table of the cases, then those that do not hold, one by one.

        Args:
            lang: Swedish or English.
            width: Longest line, in columns.
        """
        counts = {"count": len(self.results), "passed": len(self.results) - len(self.failed)}
        headline = _COUNTED.say(lang, **counts)
        rows = [[each.case.title, _WORDS[each.passed].say(lang), str(each.case.where)] for each in self.results]
        table = text_table(_HEADERS[lang], rows, width)
        return "\n\n".join([headline, table, *(each.text(lang, width=width) for each in self.failed)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a case, as of `CaseResult`."""
        return [row for result in self.results for row in result.to_records()]
