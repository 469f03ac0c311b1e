"""What is said of a file that cannot be read at all, or of a folder that lacks one."""

from __future__ import annotations

from attrs import frozen

from regionstyrning.files.faults.fault import Fault
from regionstyrning.text.sentences import Sentence

FORMAT = 2
"""The newest format of files, which `save` writes."""

SENTENCES = {
    "file.not-found": Sentence("filen eller mappen finns inte", "no such file or folder"),
    "file.missing-main": Sentence(
        "mappen saknar region.toml, som säger vilken region den beskriver",
        "the folder lacks region.toml, which says what region it describes",
    ),
    "file.unknown-ending": Sentence(
        "okänt slag av fil, väntade en mapp eller en fil på .toml eller .json",
        "unknown kind of file, expected a folder or a file that ends in .toml or .json",
    ),
    "file.outside-folder": Sentence(
        "länken leder ut ur mappen, väntade en fil i den", "the link leads out of the folder, expected a file in it"
    ),
    "file.not-a-file": Sentence("väntade en vanlig fil", "expected an ordinary file"),
    "file.not-readable": Sentence("går inte att läsa: {why}", "cannot be read: {why}"),
    "file.too-large": Sentence(
        "filen är för stor, väntade högst {why} MiB", "the file is too large, expected at most {why} MiB"
    ),
    "file.too-deep": Sentence("för djupt nästlad", "nested too deep"),
    "file.empty": Sentence("filen är tom", "the file is empty"),
    "file.not-utf8": Sentence("väntade text i UTF-8, fann byten {why}", "expected text in UTF-8, found the byte {why}"),
    "file.not-toml": Sentence("är inte TOML: {why}", "not TOML: {why}"),
    "file.not-json": Sentence("är inte JSON: {why}", "not JSON: {why}"),
    "file.control-character": Sentence(
        "ett styrtecken får inte stå i filen, fann byten {why}",
        "a control character may not stand in the file, found the byte {why}",
    ),
    "file.bad-day": Sentence(
        "{why} är ingen dag, väntade en som 2025-12-31", "{why} is no day, expected one such as 2025-12-31"
    ),
    "file.decimal-comma": Sentence(
        "{why} är inget tal i TOML, väntade punkt och inga mellanslag, som i 1234.5",
        "{why} is no number in TOML, expected a point and no spaces, as in 1234.5",
    ),
    "file.too-long-number": Sentence("ett tal är för stort för att läsas", "a number is too large to be read"),
    "file.not-loadable": Sentence("går inte att läsa in: {why}", "does not load: {why}"),
    "file.newer-format": Sentence(
        f"formatet {{why}} är nyare än det här biblioteket känner, väntade högst {FORMAT}; uppgradera regionstyrning",
        f"format {{why}} is newer than this library knows, expected at most {FORMAT}; upgrade regionstyrning",
    ),
    "file.unknown-format": Sentence(
        f"okänt format {{why}}, väntade {FORMAT}", f"unknown format {{why}}, expected {FORMAT}"
    ),
}


@frozen
class Unreadable(ValueError):
    """
    A file is not what it should be, as a whole.

    Attributes:
        rule: Id of the rule that it breaks.
        why: What is the matter.
        line: Where, if that is known.
    """

    rule: str
    why: str = ""
    line: int | None = None

    def fault(self, file: str) -> Fault:
        """
        The fault that it amounts to.

        Args:
            file: Path of the file, relative to the folder.
        """
        return Fault(rule=self.rule, file=file, sentence=SENTENCES[self.rule], words={"why": self.why}, line=self.line)
