"""glossary: what is wrong in a glossary file beyond what keeps it from being read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.glossary.columns import CONCEPT_COLUMNS
from workbench.glossary.lint_concepts import concept_problems
from workbench.glossary.lint_rows import row_problems
from workbench.glossary.rows import Problem, Row, parse, read_text, value_problems


def lint(path: Path) -> list[Problem]:
    """Everything wrong in a glossary file, in the order of its lines.

    Raises:
        WorkbenchError: the file cannot be read or is not UTF-8.
    """
    from workbench.glossary.lint_readings import reading_problems

    text = read_text(path)
    return sorted({*lint_text(text), *reading_problems(parse(text).rows)})


def lint_text(text: str) -> list[Problem]:
    """`lint` of the text of a glossary file, all but its pinyin, which takes the dictionary a second."""
    table = parse(text)
    problems = [*table.problems, *value_problems(table.rows)]
    for row in table.rows:
        problems.extend(row_problems(row))
    problems.extend(_scattered(table.rows))
    problems.extend(_same_chinese(table.rows))
    together = _together(table.rows)
    concepts = frozenset(together)
    for rows in together.values():
        problems.extend(_differing(rows))
        problems.extend(concept_problems(rows, concepts))
    return sorted(set(problems))


def _together(rows: Iterable[Row]) -> dict[str, list[Row]]:
    together: dict[str, list[Row]] = {}
    for row in rows:
        together.setdefault(row.concept, []).append(row)
    return together


def _scattered(rows: Sequence[Row]) -> Iterable[Problem]:
    """Rows of one concept stand together, so that a reader sees all of it."""
    begun: set[str] = set()
    before = ""
    for row in rows:
        if row.concept != before and row.concept in begun:
            yield Problem(row.line, "concept", f"`{row.concept}` begins further up; put its rows together")
        begun.add(row.concept)
        before = row.concept


def _differing(rows: Sequence[Row]) -> Iterable[Problem]:
    """What is said of a concept is said on its first row."""
    for row in rows[1:]:
        for column in CONCEPT_COLUMNS:
            cell, first = row.cell(column), rows[0].cell(column)
            if cell and cell != first:
                said = f"has `{first}`" if first else "has nothing"
                place = f"the concept's first row (line {rows[0].line})"
                yield Problem(row.line, column, f"`{cell}`, but {place} {said}")


def _same_chinese(rows: Iterable[Row]) -> Iterable[Problem]:
    """Two concepts may share their Chinese only where each says which context is meant."""
    owners: dict[str, Row] = {}
    seen: set[str] = set()
    for row in rows:
        if row.concept in seen:
            continue
        seen.add(row.concept)
        for zh in {row.cell("zh"), *row.cell("zh_variants").split("|")} - {""}:
            owner = owners.setdefault(zh, row)
            if owner is not row and not (owner.cell("context") and row.cell("context")):
                yield Problem(
                    row.line,
                    "zh",
                    f"{zh} is also in the concept `{owner.concept}` (line {owner.line}); "
                    "join them, or give both a context",
                )
