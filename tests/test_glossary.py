"""The glossary and the public names say the same."""

from __future__ import annotations

import re
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name

import pytest

from regionstyrning import evaluators, model

TEXT = (Path(__file__).parent.parent / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in TEXT[TEXT.index("|---|") :].splitlines()[1:]
    if line.startswith("|")
]
CODE_OF = {term: code.strip("`") for term, _, code, _ in ROWS}
WORD_OF = {term: word for term, word, _, _ in ROWS}
ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"

NAMING = {
    "fullmäktige": "assembly",
    "styrelse": "board",
    "nämnd": "committee",
    "utskott": "subcommittee",
    "förvaltning": "administration",
    "befattning": "position",
    "ärende": "matter",
    "ärendegrupp": "matter",
    "delegation": "delegation",
    "vidaredelegera": "pass on",
    "styrdokument": "steering document",
    "mål": "goal",
    "målperspektiv": "perspective",
    "indikator": "indicator",
    "målvärde": "target",
    "utfall": "outcome",
    "måluppfyllelse": "attainment",
    "planeringshorisont": "planning horizon",
    "balanskrav": "balance requirement",
    "resultatreserv": "result reserve",
    "röda tråden": "goal chain",
}


def resolved(code: str) -> object:
    """What a name of the third column stands for; a field of a class by its slot."""
    first, _, rest = code.partition(".")
    if first == "regionstyrning":
        return resolve_name(code) if rest.startswith("law.") else getattr(import_module("regionstyrning"), rest)
    found = getattr(model if hasattr(model, first) else evaluators, first)
    return getattr(found, rest) if rest else found


def bracketed(cls: type) -> list[str]:
    """The Swedish terms that the opening line of a class gives in brackets."""
    brackets = re.search(r"\(([^)]+)\)", (cls.__doc__ or "").strip().splitlines()[0])
    return brackets[1].split(", ") if brackets else []


def values() -> list[tuple[str, Enum]]:
    """The terms for values of an enum, with the value."""
    found = [(term, resolved(code)) for term, code in CODE_OF.items()]
    return [(term, member) for term, member in found if isinstance(member, Enum)]


def test_there_are_enough_terms() -> None:
    """At least eighty Swedish terms have an English word."""
    assert len(ROWS) >= 80


def test_every_row_has_four_cells() -> None:
    """Term, word, name and meaning, and none of them empty."""
    assert [row for row in ROWS if len(row) != 4 or not all(row)] == []


def test_no_term_stands_twice() -> None:
    """One Swedish term has one English word."""
    assert len(CODE_OF) == len(ROWS)


def test_terms_stand_in_alphabetical_order() -> None:
    """With å, ä and ö last, as in Swedish."""
    terms = [term for term, _, _, _ in ROWS]
    assert terms == sorted(terms, key=lambda term: [ALPHABET.find(sign) for sign in term])


@pytest.mark.parametrize("term", CODE_OF)
def test_every_name_leads_somewhere(term: str) -> None:
    """The third column can be read off the library."""
    assert resolved(CODE_OF[term]) is not None


CLASSES = {
    name: getattr(room, name)
    for room in (model, evaluators)
    for name in room.__all__
    if isinstance(getattr(room, name), type)
}


@pytest.mark.parametrize("name", CLASSES)
def test_every_term_that_a_class_names_is_in_the_glossary_with_that_class(name: str) -> None:
    """What stands in brackets in its docstring is its Swedish term."""
    terms = bracketed(CLASSES[name])
    assert {term: CODE_OF.get(term) for term in terms} == dict.fromkeys(terms, name)


@pytest.mark.parametrize(("term", "word"), NAMING.items())
def test_the_words_that_names_are_made_of_are_kept(term: str, word: str) -> None:
    """These terms were given their word once and for all."""
    assert WORD_OF[term] == word


def test_the_word_for_a_class_is_its_name() -> None:
    """SteeringDocument is a steering document, and WorkState the work that has a state."""
    named = {
        term: re.sub(r"(?<!^)(?=[A-Z])", " ", code.rpartition(".")[2]).lower()
        for term, code in CODE_OF.items()
        if isinstance(resolved(code), type)
    }
    assert {term: WORD_OF[term] for term in named} == {**named, "uppdrag": "work"}


def test_the_word_for_a_value_is_its_name() -> None:
    """ASSEMBLY is assembly; of what is granted, returned or kept as reserve the noun is given."""
    nouns = {"ansvarsfrihet": "discharge", "återremiss": "return", "resultatreserv": "result reserve"}
    named = {term: member.name.lower().replace("_", " ") for term, member in values()}
    assert {term: WORD_OF[term] for term in named} == {**named, **nouns}


def test_the_term_for_a_value_is_the_value() -> None:
    """What is written in the files is the Swedish term; of what an organ does it is the verb."""
    verbs = {"ansvarsfrihet": "beviljar ansvarsfrihet", "återremiss": "återremitterar"}
    assert {term: member.value for term, member in values()} == {**{term: term for term, _ in values()}, **verbs}
