"""What must hold of a file, for formats that describe each rule beside what breaks it."""

from __future__ import annotations

from regionstyrning.text.sentences import Sentence

FILE_RULES = {
    "file.bad-day": Sentence(
        "En dag är en dag i kalendern, utan klockslag.", "A day is a day of the calendar, without a time."
    ),
    "file.bad-id": Sentence(
        "Ett id är gemener, siffror och bindestreck.", "An id is small letters, digits and hyphens."
    ),
    "file.bad-text": Sentence("En text består av hela tecken.", "A text consists of whole characters."),
    "file.contradiction": Sentence(
        "En posts fält går ihop med varandra.", "The fields of a record agree with each other."
    ),
    "file.control-character": Sentence(
        "En text står på sina rader, utan styrtecken.", "A text stands on its lines, without control characters."
    ),
    "file.decimal-comma": Sentence(
        "Ett tal i TOML har punkt före decimalerna.", "A number in TOML has a point before its decimals."
    ),
    "file.duplicate-id": Sentence("Ett id står för en enda post.", "An id stands for one record only."),
    "file.duplicate-key": Sentence("En nyckel finns en gång i sin tabell.", "A key stands once in its table."),
    "file.empty": Sentence("En fil har ett innehåll.", "A file has some content."),
    "file.missing-key": Sentence("En post har alla fält som krävs.", "A record has every field that is required."),
    "file.missing-main": Sentence("En mapp har filen region.toml.", "A folder has the file region.toml."),
    "file.more-faults": Sentence("Felen är inte fler än att alla visas.", "The faults are few enough to be told."),
    "file.newer-format": Sentence(
        "Filens format är ett som biblioteket känner.", "The format of the file is one that the library knows."
    ),
    "file.not-a-file": Sentence("Det som läses är en vanlig fil.", "What is read is an ordinary file."),
    "file.not-a-number": Sentence("Ett tal är ändligt.", "A number is finite."),
    "file.not-found": Sentence("Det som ska läsas finns.", "What is to be read exists."),
    "file.not-json": Sentence("En fil på .json är JSON.", "A file that ends in .json is JSON."),
    "file.not-loadable": Sentence("En modell går att läsa in.", "A model can be loaded."),
    "file.not-readable": Sentence("Filen får läsas.", "The file may be read."),
    "file.not-toml": Sentence("En fil på .toml är TOML.", "A file that ends in .toml is TOML."),
    "file.not-utf8": Sentence("En fil är text i UTF-8.", "A file is text in UTF-8."),
    "file.out-of-order": Sentence("En början kommer inte efter sitt slut.", "A beginning does not come after its end."),
    "file.outside-folder": Sentence("En mapps filer ligger i mappen.", "The files of a folder lie in the folder."),
    "file.too-deep": Sentence("Listor och tabeller är måttligt nästlade.", "Lists and tables are moderately nested."),
    "file.too-large": Sentence("En fil är måttligt stor.", "A file is moderately large."),
    "file.too-long-number": Sentence("Ett tal har måttligt många siffror.", "A number has moderately many digits."),
    "file.unknown-ending": Sentence(
        "En modell är en mapp, eller en fil på .toml eller .json.",
        "A model is a folder, or a file that ends in .toml or .json.",
    ),
    "file.unknown-format": Sentence("Filen säger vilket format den har.", "The file says which format it has."),
    "file.unknown-key": Sentence("En post har bara fält som den kan ha.", "A record has only fields that it can have."),
    "file.unknown-value": Sentence(
        "Ett värde är ett av dem som fältet kan ha.", "A value is one that the field can have."
    ),
    "file.wrong-type": Sentence("Ett värde är av fältets slag.", "A value is of the field's kind."),
}
"""What must hold, by rule. Why each is asked follows from what is told where it is broken."""
