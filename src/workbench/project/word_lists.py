"""project: words that are right though no dictionary has them: the translator's own, and the project's.

A list is a text file, one word a line; what follows a # is a remark. A word in small letters is right in
capitals too; Xiongan is right as it stands.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically
from workbench.text.spelling import spelt_words

FILE_NAME: Final = "words.txt"


def personal_words() -> Path:
    """The list of the person at the keyboard, which need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("workbench", appauthor=False) / FILE_NAME


def project_words(folder: Path) -> Path:
    """The list of a project's folder, which need not exist yet."""
    return folder / FILE_NAME


def read_words(path: Path) -> frozenset[str]:
    """The words of a list; none where there is no file.

    Raises:
        WorkbenchError: it is there and cannot be read.
    """
    return frozenset(word for line in _text(path).splitlines() if (word := _word(line)))


def add_word(path: Path, word: str) -> bool:
    """Add a word to a list, below those it has; the file and its folder are made where they are missing.

    Returns:
        False where the list has it already.

    Raises:
        WorkbenchError: it is no word, or the file cannot be read or written.
    """
    if [spelt.whole for spelt in spelt_words(word)][:1] != [word.replace("’", "'")]:
        raise WorkbenchError(f"{path}: {word!r} is no word to be spelt; add letters only, without blanks.")
    word = word.replace("’", "'")
    if word in read_words(path):
        return False
    text = _text(path)
    if text and not text.endswith("\n"):
        text += "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkbenchError(f"{path.parent} cannot be made ({error}); mend that folder.") from error
    write_atomically(path, f"{text}{word}\n")
    return True


def _word(line: str) -> str:
    return line.partition("#")[0].strip().replace("’", "'")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbenchError(f"{path} cannot be read ({error}); it must be text in UTF-8.") from error
