"""What a rule is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import Factory, field, frozen

from regionstyrning.errors import UnknownId
from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.findings import Severity

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.threads import Threads
    from regionstyrning.text.sentences import Sentence


@frozen(kw_only=True)
class Held:
    """
    What a rule looks at: a model as it held on a day, with what is worked out of it once.

    Attributes:
        model: The model as it held.
        threads: Its goals, indicators and perspectives with their links.
        known: The same with what is history by the day, for rules about what was done.
    """

    model: SteeringModel
    threads: Threads
    known: SteeringModel = field(default=Factory(lambda held: held.model, takes_self=True))


@frozen
class Hit:
    """
    What a rule found: the records it is about, the one to mend first, and the words of its sentence.

    Attributes:
        records: Ids.
        words: A word for each name in the rule's sentences.
        source: What it rests on, where that is nearer at hand than the rule's own source.
        sentence: What is the matter, where the rule has more than one thing to say.
    """

    records: tuple[str, ...]
    words: dict[str, str] = field(factory=dict)
    source: str | None = None
    sentence: Sentence | None = None


Check = Callable[..., Iterator[Hit]]


@frozen(kw_only=True)
class Rule:
    """
    A check with what is said when it is broken (regel).

    Attributes:
        id: ``family.what-must-hold``.
        title: What must hold, from the first line of the check's docstring.
        severity: How grave it is to break it.
        source: What it rests on: a paragraph, an audit, or the library's own reading.
        sentence: What is the matter, with names in braces.
        mending: What would mend it, with the same names.
        lawful: Whether it is part of the profile ``bas``: what breaks law or leads nowhere.
        each: The catalogue whose records it looks at one by one; None if it looks at the model.
        check: A generator of hits over one record and what is held, or over what is held.
    """

    id: str
    title: str
    severity: Severity
    source: str
    sentence: Sentence
    mending: Sentence
    lawful: bool = False
    each: str | None = None
    check: Check


def rule(  # noqa: PLR0913 - each is a part of a rule
    id: str,
    *,
    severity: Severity,
    source: str,
    sentence: Sentence,
    mending: Sentence,
    lawful: bool = False,
    each: str | None = None,
) -> Callable[[Check], Rule]:
    """
    Make a rule of a generator.

    Args:
        id: ``family.what-must-hold``.
        severity: How grave it is to break it.
        source: What it rests on.
        sentence: What is the matter, in both languages, with names in braces for the hit's words.
        mending: What would mend it.
        lawful: Whether it is part of the profile ``bas``.
        each: A catalogue, for a generator over ``(record, held)``; without it, over ``(held)``.

    Raises:
        UnknownId: if no catalogue has the name ``each``.
        TypeError: if the severity is no `Severity`, such as its word; and when it is put on a generator
            without a docstring, whose first line is the rule's title.
    """
    given: object = severity  # whatever a type checker has not seen
    if not isinstance(given, Severity):
        known = ", ".join(f"Severity.{each.name}" for each in Severity)
        message = f"expected one of {known} as the severity of {id!r}, found {given!r}"
        raise TypeError(message)
    if each is not None and each not in CATALOGUES:
        kind = "catalogue"
        raise UnknownId(kind, each, CATALOGUES)

    def made(check: Check) -> Rule:
        said = (check.__doc__ or "").strip()
        if not said:
            message = f"expected a docstring on the check of {id!r}. Its first line says what must hold"
            raise TypeError(message)
        title = said.splitlines()[0]
        more: dict[str, Any] = {"lawful": lawful, "each": each, "check": check}
        return Rule(id=id, title=title, severity=severity, source=source, sentence=sentence, mending=mending, **more)

    return made
