"""The documents hold together: no code block is passed over, no link leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "changelog.d/README.md"]
    + [path for path in ROOT.glob("docs/**/*.md") if "_build" not in path.parts]
)
RUN = {"python", "console", "toml", "json", "py"}
SHOWN = {"sh", "text", "mermaid"}

_FENCE = re.compile(r"^(?P<fence>```+|~~~+)(?P<language>.*)\n(?:.*\n)*?(?P=fence)$", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?://|#)(?P<target>[^)#\s]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_block_says_what_it_is(document: Path) -> None:
    """A code block names its language: one that is run, one that is only shown, or a directive."""
    found = {block["language"] for block in _FENCE.finditer(document.read_text(encoding="utf-8"))}
    assert {language for language in found if not language.startswith("{")} - RUN - SHOWN == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files(document: Path) -> None:
    """A link within the repository leads to a file or folder that is there."""
    text = _FENCE.sub("", document.read_text(encoding="utf-8"))
    targets = {link["target"] for link in _LINK.finditer(text)}
    assert {target for target in targets if not (document.parent / target).exists()} == set()


def test_every_page_that_tells_how_is_found_from_the_first_page() -> None:
    """README links to all of them: the index of the documents is made for another reader."""
    linked = {link["target"] for link in _LINK.finditer((ROOT / "README.md").read_text(encoding="utf-8"))}
    assert {page for page in ROOT.glob("docs/howto/*.md") if str(page.relative_to(ROOT)) not in linked} == set()
