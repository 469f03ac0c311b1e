"""A goal chain as two trees."""

from __future__ import annotations

import pytest
from attrs import evolve

from regionstyrning import goal_chain
from regionstyrning.model import ContributionKind, Link, Owner, Reading
from regionstyrning.questions.chain_text import MOST_DRAWN, MOST_LEVELS, word_of
from regionstyrning.text.sentences import LANGUAGES, Language
from regionstyrning.text.widths import width_of
from tests.threaded import AGAINST, MEASURES, SAID, STRUCTURE, bare, goal, indicator, ladder, link, plan, region, row


def test_a_thread_is_drawn_up_and_down() -> None:
    """With owner, document and source of everything on it."""
    model = region().without("rekrytera", link("rekrytera", "vardkoer").id)
    assert goal_chain(model, "tillganglighet").text().splitlines() == [
        "mål: Tillganglighet [tillganglighet]",
        "├─ ägare: Regionfullmäktige",
        "├─ dokument: Regionplanen",
        "├─ källa: Planboken, s. 4",
        "├─ uppåt",
        "│  └─ bidrar till målområde: God vård [vard]",
        "│     ├─ källa: Planboken, s. 4",
        "│     └─ bidrar till vision: Vision [vision]",
        "└─ nedåt",
        "   └─ bryts ned av nämndmål: Vardkoer [vardkoer]",
        "      ├─ ägare: Hälso- och sjukvårdsnämnden",
        "      ├─ dokument: Hsn-planen",
        "      └─ mäts av indikator: Vantetid [vantetid]",
        "         └─ dokument: Hsn-planen",
    ]


def test_a_thread_is_drawn_in_english() -> None:
    """The region's own words stay as they are."""
    assert goal_chain(region(), "vantetid").text("en").splitlines() == [
        "indicator: Vantetid [vantetid]",
        "├─ document: Hsn-planen",
        "└─ upwards",
        "   └─ measures nämndmål: Vardkoer [vardkoer]",
        "      ├─ owner: Hälso- och sjukvårdsnämnden",
        "      ├─ document: Hsn-planen",
        "      └─ breaks down mål: Tillganglighet [tillganglighet]",
        "         ├─ owner: Regionfullmäktige",
        "         ├─ document: Regionplanen",
        "         ├─ source: Planboken, s. 4",
        "         └─ contributes to målområde: God vård [vard]",
        "            ├─ source: Planboken, s. 4",
        "            └─ contributes to vision: Vision [vision]",
    ]


def test_something_alone_says_so() -> None:
    """Nothing hangs on it."""
    assert goal_chain(bare(goal("a", "uppdrag")), "a").text() == "uppdrag: A [a]\n└─ Inget hänger här."


def test_what_is_missing_is_drawn_last() -> None:
    """A gap is a part of the picture."""
    text = goal_chain(bare(goal("a")), "a").text()
    assert text.splitlines()[-1] == "└─ A saknar länk till målområde."


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_fit_a_terminal(lang: Language) -> None:
    """Long titles are folded under themselves."""
    long = "Ett mycket långt mål om att alla invånare ska få vård i rätt tid på rätt plats " * 3
    model = region().with_(goal("vardkoer", "namndmal", title=long, document="saknas", owners=[Owner(organ="hsn")]))
    chain = goal_chain(model, "vision")
    assert max(map(width_of, chain.text(lang).splitlines())) <= 80
    assert max(map(width_of, chain.text(lang, width=60).splitlines())) <= 60


def test_a_title_cannot_steer_the_terminal() -> None:
    """Signs that would are replaced."""
    assert "\x1b" not in goal_chain(bare(goal("a", title="\x1b[31mrött")), "a").text()


def test_branches_that_begin_alike_are_drawn_once() -> None:
    """Two indicators under one nämnd goal."""
    text = goal_chain(region(), "vision").text()
    assert text.count("[vardkoer]") == 1


def test_a_reading_of_ours_says_so() -> None:
    """A source that is inferred is marked."""
    model = bare(goal("a", sources=[evolve(SAID, reading=Reading.INFERRED)]))
    assert "källa: planboken, s. 4 (tolkad)" in goal_chain(model, "a").text()


def test_a_reading_of_ours_says_so_in_english() -> None:
    """A source that is disputed is marked."""
    model = bare(goal("a", sources=[evolve(SAID, reading=Reading.DISPUTED)]))
    assert "source: planboken, s. 4 (disputed)" in goal_chain(model, "a").text("en")


def test_a_source_without_a_place_is_its_publication() -> None:
    """Nothing more is known of it."""
    model = region().with_(goal("vision", "vision", sources=[evolve(SAID, place=None)]))
    assert "källa: Planboken\n" in goal_chain(model, "vision").text()


def test_no_more_paths_are_drawn_than_can_be_read() -> None:
    """What is left out is told."""
    assert f"├─ Bara {MOST_DRAWN} vägar uppåt är ritade." in goal_chain(ladder(9), "g0").text().splitlines()


def test_the_last_path_that_is_drawn_is_the_five_hundredth() -> None:
    """In order of the links."""
    sides = [f"s{number:03}" for number in range(MOST_DRAWN + 1)]
    text = goal_chain(bare(goal("a"), *map(goal, sides), *(link("a", each) for each in sides)), "a").text()
    assert (f"[{sides[-2]}]" in text, f"[{sides[-1]}]" in text) == (True, False)


def test_paths_down_that_are_not_drawn_are_told() -> None:
    """They are counted each way."""
    text = goal_chain(ladder(9), "g9").text("en")
    assert f"Only {MOST_DRAWN} paths downwards are drawn." in text


def test_paths_that_are_all_drawn_are_not_counted() -> None:
    """Two to the power of eight paths are fewer than five hundred."""
    assert "är ritade" not in goal_chain(ladder(8), "g0").text()


def test_a_deep_thread_ends_in_an_ellipsis() -> None:
    """After as many levels as are drawn."""
    text = goal_chain(row(MOST_LEVELS + 3), "g0").text()
    assert (f"[g{MOST_LEVELS}]" in text, f"[g{MOST_LEVELS + 1}]" in text, "…" in text) == (True, False, True)


def test_a_thread_of_as_many_levels_as_are_drawn_has_no_ellipsis() -> None:
    """Nothing goes on after the last."""
    assert "…" not in goal_chain(row(MOST_LEVELS + 1), "g0").text()


def test_a_level_that_the_structure_lacks_is_its_id() -> None:
    """A flawed model is drawn too."""
    assert goal_chain(bare(goal("a", "okand")), "a").text().startswith("okand: A [a]")


def test_without_a_structure_levels_are_their_ids() -> None:
    """And what is not known is told."""
    assert goal_chain(bare(goal("a"), structures=()), "a").text().splitlines() == [
        "mal: A [a]",
        "├─ Inget hänger här.",
        "└─ Ingen struktur gäller den 2026-03-01, så vad som krävs är okänt.",
    ]


def test_an_abbreviation_keeps_its_capitals() -> None:
    """Only the first letter of a word becomes small within a line."""
    levels = [evolve(level, title="HSN-mål") for level in STRUCTURE.levels]
    model = bare(goal("a"), structures=[evolve(STRUCTURE, levels=levels)])
    assert goal_chain(model, "a").text().startswith("HSN-mål: A [a]")


def test_the_word_for_a_kind_is_english_in_english() -> None:
    """With spaces between its words."""
    assert (word_of(AGAINST, "sv"), word_of(AGAINST, "en")) == ("motverkar", "works against")


@pytest.mark.parametrize("kind", ContributionKind)
def test_a_link_is_called_upwards_as_in_files(kind: ContributionKind) -> None:
    """The value of its kind is what is said of the lower."""
    assert word_of(kind, "sv") == kind.value


def test_a_link_is_called_otherwise_from_above() -> None:
    """A goal is measured; it does not measure."""
    assert (word_of(MEASURES, "sv", "down"), word_of(MEASURES, "en", "down")) == ("mäts av", "is measured by")


def test_a_page_shows_the_chain_as_a_table() -> None:
    """With the first line as its caption."""
    assert (
        goal_chain(region(), "vantetid")
        ._repr_html_()
        .startswith("<table><caption>indikator: Vantetid [vantetid]</caption>")
    )


def test_titles_are_escaped_on_a_page() -> None:
    """They may hold anything."""
    html = goal_chain(bare(goal("a", title="<b>")), "a")._repr_html_()
    assert ("<b>" in html, "&lt;b&gt;" in html) == (False, True)


def test_a_page_tells_what_is_missing() -> None:
    """Below the table."""
    html = goal_chain(bare(goal("a")), "a")._repr_html_()
    assert html.endswith("<ul><li>A saknar länk från nämndmål.</li><li>A saknar länk till målområde.</li></ul>")


def test_a_page_of_a_whole_thread_has_no_list() -> None:
    """Nothing is missing."""
    assert goal_chain(region(), "vantetid")._repr_html_().endswith("</table>")


def test_an_owner_named_by_role_is_drawn_with_it() -> None:
    """The styrelse as a nämnd of its own."""
    model = region().with_(goal("vardkoer", "namndmal", owners=[Owner(organ="rs", role="driftnamnd")]))
    assert "ägare: Regionstyrelsen (roll: driftnämnd)" in goal_chain(model, "vardkoer").text()


def test_a_document_that_is_nowhere_is_its_id() -> None:
    """A flawed model is drawn too."""
    assert "dokument: saknas" in goal_chain(bare(goal("a", document="saknas")), "a").text()


def test_a_link_rule_with_several_levels_names_them_all() -> None:
    """Any one of them would do."""
    rules = [Link(lower="indikator", upper=["mal", "namndmal", "ekonomi"], required=True)]
    model = bare(indicator("vantetid"), structures=[evolve(STRUCTURE, links=rules)])
    assert goal_chain(model, "vantetid").missing == ("Vantetid saknar länk till mål, nämndmål eller finansiellt mål.",)


def test_a_document_is_named_by_its_title() -> None:
    """Not by its id."""
    model = bare(
        indicator("vantetid", document="planen"), plan("planen", title="Plan 2026"), link("vantetid", "vard", MEASURES)
    )
    assert "dokument: Plan 2026" in goal_chain(model, "vard").text()
