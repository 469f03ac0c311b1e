"""What a wrong call raises."""

from __future__ import annotations

import copy
import pickle

import pytest

from regionstyrning.errors import (
    DuplicateId,
    InvalidValue,
    MissingExtra,
    NotPicklable,
    NoTruthValue,
    SteeringError,
    UnknownId,
    hint,
)

RAISED = (
    UnknownId("Goal", "tillganlighet", ["tillganglighet"]),
    DuplicateId((("goals", 1, "a", "stands twice"),)),
    InvalidValue("lang", "unknown language 'de'"),
    NoTruthValue("Answer", "complete"),
    MissingExtra("save as TOML", "toml"),
    NotPicklable("the question", "it is a lambda"),
)


def test_hint_names_the_nearest() -> None:
    """A hint ends a message with the nearest known name."""
    assert hint("gaols", ["organs", "goals"]) == ". Did you mean 'goals'?"


def test_hint_is_silent_when_nothing_is_near() -> None:
    """Where no name is near, nothing is guessed."""
    assert hint("gaols", ["matters"]) == ""


def test_unknown_id_says_what_was_looked_for() -> None:
    """The message names the kind, the id as written and the nearest id."""
    error = UnknownId("Goal", "tillganlighet", ["tillganglighet"])
    assert str(error) == "no Goal has the id 'tillganlighet'. Did you mean 'tillganglighet'?"


def test_unknown_id_carries_its_fields() -> None:
    """A program can read the kind and the id."""
    error = UnknownId("region", "vastmanland")
    assert (error.kind, error.id) == ("region", "vastmanland")


def test_unknown_id_is_a_key_error() -> None:
    """Who asks a mapping for a key may catch what mappings raise."""
    assert isinstance(UnknownId("Goal", "a"), KeyError)


def test_duplicate_id_names_each_fault() -> None:
    """Every fault is told with catalogue, position and id."""
    error = DuplicateId((("goals", 1, "a", "stands twice"), ("organs", 0, "Å", "is malformed")))
    assert str(error) == "goals[1] 'a': stands twice; organs[0] 'Å': is malformed"


def test_invalid_value_carries_its_field() -> None:
    """A program can read which field was wrong."""
    assert InvalidValue("lang", "unknown language 'de'").field == "lang"


def test_no_truth_value_names_the_attribute_to_read() -> None:
    """Who tests an answer for truth is told what to read."""
    assert str(NoTruthValue("Answer", "complete")) == "Answer is neither true nor false. Read its attribute 'complete'"


def test_missing_extra_says_how_to_install_it() -> None:
    """The message holds the command that mends it."""
    error = MissingExtra("save as TOML", "toml")
    assert str(error) == "save as TOML needs the extra 'toml': pip install 'regionstyrning[toml]'"


def test_missing_extra_carries_its_fields() -> None:
    """A program can read the feature and the extra."""
    error = MissingExtra("save as TOML", "toml")
    assert (error.feature, error.extra) == ("save as TOML", "toml")


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_every_exception_is_a_steering_error(error: Exception) -> None:
    """One except clause catches all that this library raises."""
    assert isinstance(error, SteeringError)


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_every_exception_survives_pickling(error: SteeringError) -> None:
    """A worker process can send an exception home with its class, words and fields."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
def test_every_exception_can_be_copied(error: SteeringError) -> None:
    """A copy says the same."""
    assert str(copy.copy(error)) == str(error)
