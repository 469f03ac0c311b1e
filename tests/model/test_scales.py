"""The words that judgements are given in."""

from __future__ import annotations

from regionstyrning.model import Meaning, Scale, ScaleReads, ScaleStep

LIGHTS = Scale(
    id="trafikljus",
    title="Trafikljus",
    reads=ScaleReads.LEVEL,
    steps=[
        ScaleStep(word="uppnådd", colour="grön", rank=3, means=[Meaning.MET]),
        ScaleStep(word="inte helt uppnådd", colour="gul", rank=2, means=[Meaning.PARTLY_MET, Meaning.ON_TRACK]),
        ScaleStep(word="ej uppnådd", colour="röd", rank=1, means=[Meaning.NOT_MET]),
        ScaleStep(word="mäts senare", sign="–", means=[Meaning.NOT_YET]),
    ],
)


def test_one_sign_may_have_several_meanings() -> None:
    """Yellow stands for a goal not wholly met and for work that runs as planned."""
    assert LIGHTS.steps[1].means == (Meaning.PARTLY_MET, Meaning.ON_TRACK)


def test_a_step_may_stand_outside_the_order() -> None:
    """What is measured later is neither better nor worse than the others."""
    assert [step.word for step in LIGHTS.steps if step.rank is None] == ["mäts senare"]


def test_a_step_has_a_word_a_sign_or_a_colour() -> None:
    """A colour and a sign are told apart from the word."""
    assert [(step.colour, step.sign) for step in LIGHTS.steps] == [
        ("grön", None),
        ("gul", None),
        ("röd", None),
        (None, "–"),
    ]


def test_a_scale_may_read_development() -> None:
    """An arrow upwards says that something got better, not that a goal is met."""
    arrows = Scale(
        id="pilar",
        title="Pilar",
        reads=ScaleReads.DEVELOPMENT,
        steps=[ScaleStep(word="bättre", sign="↑", means=[Meaning.BETTER])],
    )
    assert (arrows.reads, arrows.steps[0].means) == (ScaleReads.DEVELOPMENT, (Meaning.BETTER,))


def test_a_scale_may_read_rank_among_others() -> None:
    """Green may mean among the best third of the regions, which stands for no attainment."""
    thirds = Scale(
        id="tredjedelar",
        title="Jämfört med andra regioner",
        reads=ScaleReads.RANK,
        steps=[ScaleStep(word="bästa tredjedelen", colour="grön", rank=3)],
    )
    assert (thirds.reads, thirds.steps[0].means) == (ScaleReads.RANK, ())
