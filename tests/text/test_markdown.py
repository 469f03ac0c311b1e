"""Text is made harmless in Markdown, and reads as it was written."""

from __future__ import annotations

import pytest

from regionstyrning.text.markdown import bullets, for_markdown, markdown_table


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[x](y) ![z](w)", r"\[x\](y) !\[z\](w)"),
        ("<script>a</script> <!-- b", r"\<script>a\</script> \<!-- b"),
        ("`kod` *a* _b_ ~c~ $d$", r"\`kod\` \*a\* \_b\_ \~c\~ \$d\$"),
        ("a | b", r"a \| b"),
        ("&lt;b&gt; R&D & &#60;", r"\&lt;b\&gt; R&D & \&#60;"),
        ("se https://a.se och www.b.se", r"se https\://a.se och www\.b.se"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("> 75", r"\> 75"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("<14 % och 2-3 #4", "<14 % och 2-3 #4"),
        ("2.1.1", r"2\.1.1"),
        ("a\n\n# b", "a # b"),
        ("a\\", "a\\\\"),
    ],
)
def test_nothing_in_a_text_means_something_to_markdown(text: str, written: str) -> None:
    """Signs are escaped where they would, and left where they would not."""
    assert for_markdown(text) == written


def test_a_cell_stays_in_its_cell() -> None:
    """What means something only where a line begins is left as it is."""
    assert markdown_table(["a"], [[">75"], ["x | y\nz"]]).splitlines()[2:] == ["| >75 |", r"| x \| y z |"]


def test_an_empty_column_is_left_out() -> None:
    """A table shows what is known."""
    assert markdown_table(["a", "b"], [["1", ""], ["2", ""]]) == "| a |\n| --- |\n| 1 |\n| 2 |"


def test_no_rows_are_no_table() -> None:
    """Nor a heading for one."""
    assert markdown_table(["a"], []) == ""


def test_a_list_stands_in_a_list() -> None:
    """By two spaces each."""
    assert bullets(["a", "b"], 1) == "  - a\n  - b"
