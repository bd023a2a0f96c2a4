"""documents: a file is read and becomes a Document of paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from workbench.documents.encoding import decode
from workbench.documents.furniture import furniture as page_furniture
from workbench.documents.reflow import one_a_line
from workbench.documents.reflow import reflow as reflowed
from workbench.model.faults import WorkbenchError
from workbench.model.paragraphs import Document, DroppedLine

SUFFIXES = (".txt", ".text", ".md", ".markdown", "")
LARGEST_FILE = 20_000_000  # bytes; some 6 million hanzi, ten long novels
LONGEST_PARAGRAPH = 100_000  # characters; a row longer than that cannot be worked on


def read_document(
    path: Path | None,
    *,
    data: bytes | None = None,
    name: str = "",
    reflow: Literal["auto", "never"] = "auto",
    furniture: Literal["keep", "drop"] = "keep",
) -> Document:
    """Read a plain text or Markdown file as paragraphs.

    Args:
        path: the file; None where `data` is given (standard input, a copy in a project).
        data: its bytes, if they are at hand already.
        name: what to call it; else the file's name, else "standard input".
        reflow: auto joins the lines of hard-wrapped text into true paragraphs; never takes every line that is
            not blank as a paragraph.
        furniture: drop leaves out running heads and page numbers, so that a paragraph goes on over the end of
            a page, and names them in the document's `dropped`; keep reads them like other lines.

    Raises:
        WorkbenchError: it cannot be read, is of another form, empty, not text, larger than `LARGEST_FILE`
            bytes, or has a paragraph longer than `LONGEST_PARAGRAPH` characters.
    """
    shown = name or (path.name if path else "standard input")
    if path is not None and path.suffix.lower() not in SUFFIXES:
        raise WorkbenchError(_other_form(shown, path.suffix))
    raw = data if data is not None else _bytes_of(path, shown)
    if len(raw) > LARGEST_FILE:
        raise WorkbenchError(_too_large(shown, len(raw)))
    text, encoding = decode(raw, shown)
    lines = split_lines(text)
    for number, line in enumerate(lines, 1):
        _refuse_longest(len(line), number, shown)
    dropped = page_furniture(lines) if furniture == "drop" else frozenset()
    paragraphs = (reflowed if reflow == "auto" else one_a_line)(lines, dropped)
    for paragraph in paragraphs:
        _refuse_longest(len(paragraph.text), paragraph.start[0], shown)
    left_out = tuple(DroppedLine(at + 1, lines[at].strip()) for at in sorted(dropped))
    return Document(shown, encoding, paragraphs, left_out)


def split_lines(text: str) -> list[str]:
    """Lines as an editor counts them: broken at \\n, \\r\\n and \\r alone; a form feed stays in its line."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _bytes_of(path: Path | None, name: str) -> bytes:
    if path is None:
        raise WorkbenchError("No file was named to read; give a path, or - for standard input.")
    try:
        if path.is_dir():
            raise WorkbenchError(f"{name} is a folder, not a file; name the files in it that are to be read.")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise WorkbenchError(_too_large(name, size))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise WorkbenchError(f"{path} does not exist; check the path.") from error
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise WorkbenchError(f"{path} cannot be read ({reason}); check its path and permissions.") from error


def _other_form(name: str, suffix: str) -> str:
    return (
        f"{name} is a {suffix} file, and only plain text (.txt) and Markdown (.md) are read; "
        "save or export it as .txt in UTF-8 and read that."
    )


def _too_large(name: str, size: int) -> str:
    return (
        f"{name} has {size / 1e6:,.0f} MB, and at most {LARGEST_FILE // 1_000_000} MB a file are read; "
        "split it and add the parts one by one."
    )


def _refuse_longest(length: int, line: int, name: str) -> None:
    if length > LONGEST_PARAGRAPH:
        raise WorkbenchError(
            f"{name}, line {line}: a paragraph of {length:,} characters, and at most "
            f"{LONGEST_PARAGRAPH:,} are read; break it into lines."
        )
