"""project: the pattern that a text to find stands for, and how SQLite narrows the rows down for it."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Literal

from workbench.model.faults import WorkbenchError

_ASCII_RUN = re.compile("[\x20-\x7e]+")
_CJK = "[\u3000-\u9fff]"
_CASELESS = re.compile(rf"(?:\\[dDwWsSbB\W]|{_CJK}|[0-9_]|[^\\\w-]|(?<={_CJK})-(?={_CJK}))*")
"""A pattern without letters that have capitals: to look through Chinese for it is several times as fast."""
_LIKE_SIGNS = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


@lru_cache(maxsize=32)
def compiled(
    text: str,
    *,
    regex: bool = True,
    case: bool = False,
    words: bool = False,
    side: Literal["source", "target"] = "target",
) -> re.Pattern[str]:
    """What finds a text.

    Args:
        text: a regular expression, or with `regex` unset a plain text.
        case: tell capitals from small letters.
        words: only where no letter or digit of a Latin word stands beside it; hanzi have no such borders.
        side: on the source side a plain text is folded, for it is held against the folded source.

    Raises:
        WorkbenchError: the regular expression is not one.
    """
    from workbench.text.fold import fold

    wanted = text if regex else re.escape(fold(text) if side == "source" else text)
    letter = "[0-9A-Za-zÀ-ɏ]"
    if words:
        wanted = f"(?<!{letter})(?:{wanted})(?!{letter})"
    try:
        with warnings.catch_warnings():  # a set that begins with [ is one here, whatever it may mean one day
            warnings.simplefilter("ignore", FutureWarning)
            return re.compile(wanted, 0 if case or _CASELESS.fullmatch(wanted) else re.IGNORECASE)
    except (OverflowError, RecursionError) as error:
        raise WorkbenchError(f"“{text[:40]}” is too big for a regular expression.") from error
    except re.error as error:
        where = "" if error.pos is None else f" at character {error.pos + 1}"
        raise WorkbenchError(
            f"“{text}” is not a regular expression{where}: {error.msg}; read it as plain text."
        ) from error


def narrowing(column: str, text: str, *, case: bool) -> tuple[str, list[str], bool]:
    """A condition of SQL that every row with a plain text in a column passes.

    SQLite looks through a hundred thousand rows in a tenth of the time that Python takes to read them. It
    knows the capitals of ASCII only: of other texts the longest ASCII part narrows the rows down.

    Args:
        text: as it stands in the column: for the folded source, folded.

    Returns:
        The condition, its values, and whether no other row passes it.
    """
    if case or text.lower() == text.upper():
        return f"instr({column}, ?) > 0", [text], True
    like = f"{column} LIKE ? ESCAPE '\\'"
    if text.isascii():
        return like, [f"%{text.translate(_LIKE_SIGNS)}%"], True
    run = max(_ASCII_RUN.findall(text), key=len, default="")
    return (like, [f"%{run.translate(_LIKE_SIGNS)}%"], False) if run else ("1", [], False)
