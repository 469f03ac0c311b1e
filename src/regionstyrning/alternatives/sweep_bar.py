"""How far a sweep has come, as a line that fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from typing import TextIO

    from regionstyrning.text.sentences import Language

_COUNT = Sentence("{done} av {total}", "{done} of {total}")
_CELLS = 40


@define
class ProgressBar:
    """
    A bar that fills as something gets done, in a terminal or below the cell of a notebook.

    It is called with how much is done and how much there is, and writes its line over the last one.
    Its signs are ASCII, which every terminal can show.

    Attributes:
        stream: Where to write, such as ``sys.stderr``.
        lang: Swedish or English.
    """

    stream: TextIO
    lang: Language = "sv"
    _shown: str = field(default="", init=False)

    def __call__(self, done: int, total: int) -> None:
        """
        Show how much is done; when all is, the line is ended.

        Args:
            done: How many.
            total: Of how many.
        """
        filled = _CELLS * done // total if total else _CELLS
        count = _COUNT.say(self.lang, done=str(done).rjust(len(str(total))), total=total)
        line = f"[{'#' * filled}{'.' * (_CELLS - filled)}] {count}"
        if line != self._shown:
            self.stream.write(f"\r{line}" if done < total else f"\r{line}\n")
            self.stream.flush()
        self._shown = line if done < total else ""
