"""What is the matter with a case file: unknown keys, wrong values, questions that are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from attrs import evolve

from regionstyrning.files.faults.fault import Fault
from regionstyrning.files.faults.wording import any_of, found_words, joined, or_near, shown
from regionstyrning.law.policies import NAMES
from regionstyrning.testing.authority_questions import fits_policy, policy_words
from regionstyrning.testing.kinds import DAY, TABLE, TABLES, TEXT, TEXTS, Kind
from regionstyrning.testing.questions import COMMON, QUESTIONS, READINGS
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.files.faults.file import File
    from regionstyrning.files.form.authored import Path

TOP: Mapping[str, Kind] = {
    "title": TEXT,
    "base": TEXT,
    "without": TEXTS,
    "on": DAY,
    "model": TABLE,
    "cases": TABLES,
}

_ALL = {
    **COMMON,
    **{key: kind for question in QUESTIONS.values() for key, kind in question.keys.items()},
}


def question_of(told: Mapping[str, Any]) -> str:
    """The question that a case asks, of those that it may."""
    return next(name for name in QUESTIONS if name in told)


def faults_of(file: File) -> Iterator[Fault]:
    """
    All that is the matter with a case file, but for its model.

    Args:
        file: What the file holds.
    """
    document = file.document
    yield from _of_table(file, (), TOP, ("title", "cases"))
    if "base" not in document and "model" not in document:
        yield _missing(file, (), "base", "model")
    if "without" in document and "base" not in document:
        body = Sentence("without kräver base, som poster tas ur", "without needs base, from which records are taken")
        yield file.fault("file.contradiction", ("without",), body, {})
    cases = document.get("cases")
    if cases == []:
        yield file.fault("file.missing-key", ("cases",), Sentence("filen har inga fall", "the file has no cases"), {})
    titles: set[str] = set()
    for index, told in enumerate(cases if TABLES.fits(cases) else []):
        yield from _of_case(file, index, told)
        title = told.get("title")
        if type(title) is str and title in titles:
            body = Sentence("rubriken {found} har redan ett fall", "the title {found} has a case already")
            yield file.fault("file.contradiction", ("cases", index, "title"), body, {"found": shown(title)})
        titles.add(str(title))


def _of_case(file: File, index: int, told: dict[str, Any]) -> Iterator[Fault]:
    path = ("cases", index)
    asked = [name for name in QUESTIONS if name in told]
    if len(asked) != 1:
        yield from _of_table(file, path, _ALL, ("title",))
        yield _one_question(file, path, asked)
        return
    question = QUESTIONS[asked[0]]
    yield from _of_table(file, path, {**COMMON, **question.keys}, ("title", *question.required))
    if not question.expected.keys() & told.keys():
        yield _missing(file, path, *question.expected)
    yield from _of_policies(file, path, told.get("policies"))
    for name, known in {**question.known, "rests_on": READINGS}.items():
        if type(told.get(name)) is str and told[name] not in known:
            body = if_near(Sentence("okänt värde {found}", "unknown value {found}"), told[name], known)
            yield file.fault("file.unknown-value", (*path, name), body, {"found": shown(told[name])})


def _of_policies(file: File, path: Path, told: Any) -> Iterator[Fault]:  # noqa: ANN401 - whatever the file holds
    """Settings by name, each with a value of its own."""
    for name, value in told.items() if type(told) is dict else ():
        if name not in NAMES:
            body = or_near(Sentence("okänt val {found}", "unknown setting {found}"), name, NAMES)
            yield file.fault("file.unknown-value", (*path, "policies", name), body, {"found": shown(name)})
        elif not fits_policy(name, value):
            words = policy_words(name)
            body = joined(Sentence("okänt värde {found}, väntade ", "unknown value {found}, expected "), words)
            yield file.fault("file.unknown-value", (*path, "policies", name), body, {"found": shown(value)})


def if_near(body: Sentence, name: str, known: Iterable[str]) -> Sentence:
    """
    The sentence with the nearest known name after it, if there is one: of ids there are too many to list.

    Args:
        body: What is the matter.
        name: What was written.
        known: Names that would have been right.
    """
    near = get_close_matches(name, list(known), n=1)
    return or_near(body, name, near) if near else body


def _of_table(file: File, path: Path, kinds: Mapping[str, Kind], required: tuple[str, ...]) -> Iterator[Fault]:
    table = file.value(path)
    for key, value in table.items():
        if key not in kinds:
            body = or_near(Sentence("okänd nyckel {found}", "unknown key {found}"), key, kinds)
            yield evolve(file.fault("file.unknown-key", path, body, {"found": shown(key)}), path=(*path, key))
        elif not kinds[key].fits(value):
            words = Sentence("väntade ", "expected "), kinds[key].words, Sentence(", fann ", ", found ")
            body = joined(*words, found_words(value))
            yield file.fault("file.wrong-type", (*path, key), body, {"found": shown(value)})
    for key in required:
        if key not in table:
            body = joined(
                Sentence("nyckeln {found} saknas, väntade ", "missing key {found}, expected "), kinds[key].words
            )
            yield file.fault("file.missing-key", path, body, {"found": shown(key)})


def _missing(file: File, path: Path, *names: str) -> Fault:
    body = joined(Sentence("väntade något av ", "expected one of "), any_of(names))
    return file.fault("file.missing-key", path, body, {})


def _one_question(file: File, path: Path, asked: list[str]) -> Fault:
    if not asked:
        return _missing(file, path, *QUESTIONS)
    body = joined(Sentence("väntade en enda fråga, fann ", "expected one question only, found "), any_of(asked))
    return file.fault("file.contradiction", path, body, {})
