"""cli: a table of source and target, as `check` reads it."""

from __future__ import annotations

from pathlib import Path

from workbench.cli.inputs import read_bytes
from workbench.model.coded import CodedText
from workbench.model.faults import WorkbenchError
from workbench.model.segments import Segment


def is_table(what: str) -> bool:
    """Whether an argument names a table and not a project."""
    return what == "-" or Path(what).suffix.lower() == ".tsv" or Path(what).is_file()


def read_pairs(file: str) -> list[Segment]:
    """The rows of a tab-separated table; a row's id is its number, the header not counted.

    Args:
        file: a path, or - for standard input. Its first line names the columns, among them source and
            target; cells are written as in `export --to tsv`. Empty lines are passed over.

    Raises:
        WorkbenchError: it cannot be read, lacks a column, or has a row with more or fewer cells.
    """
    from workbench.documents.encoding import decode
    from workbench.documents.reading import split_lines
    from workbench.documents.writing import unescape_cell

    data, name = read_bytes(file)
    if file != "-" and Path(file).suffix.lower() != ".tsv":
        raise WorkbenchError(f"{name} is neither a project folder nor a .tsv table; name one of them.")
    lines = split_lines(decode(data, name)[0])
    header = lines[0].split("\t")
    for column in ("source", "target"):
        if column not in header:
            raise WorkbenchError(
                f"{name}, line 1: there is no column “{column}”; the first line names the columns."
            )
    source, target = header.index("source"), header.index("target")
    pairs: list[Segment] = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if not line:
            continue
        if len(cells) != len(header):
            raise WorkbenchError(
                f"{name}, line {number}: {len(cells)} cells under {len(header)} columns; "
                "write a tab inside a cell as \\t."
            )
        texts = (CodedText(unescape_cell(cells[column])) for column in (source, target))
        pairs.append(Segment(len(pairs) + 1, len(pairs) + 1, 1, source=next(texts), target=next(texts)))
    return pairs
