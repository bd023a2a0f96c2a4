"""project: conditions of a filter that look for a text: what SQL says of them, and what has to be read."""

from __future__ import annotations

from workbench.project.filter_values import ANY, TEXTS
from workbench.project.pattern_sql import whole_pattern
from workbench.project.records import Cell, storable
from workbench.project.row_filter import Condition, Field
from workbench.project.search_pattern import compiled, narrowing
from workbench.project.text_looks import TextLook
from workbench.text.fold import fold


def looks_for_text(condition: Condition) -> bool:
    """Whether a condition asks for a text, and not for a word that stands for something."""
    plain_any = condition.values == (ANY,) and not condition.regex and not condition.case
    return condition.field in TEXTS and not (condition.field is Field.NOTE and plain_any)


def text_sql(condition: Condition) -> tuple[str, list[Cell]] | None:
    """A condition of SQL that says which rows pass; None where their texts have to be read."""
    asked = [_column_sql(condition, column) for column in _columns(condition)]
    told = [one for one in asked if one is not None]
    if len(told) < len(asked):
        return None
    sql = " OR ".join(sql for sql, _ in told)
    values: list[Cell] = [value for _, given in told for value in given]
    return (f"NOT ({sql})" if condition.negated else f"({sql})"), values


def text_looks(condition: Condition) -> list[TextLook]:
    """The looks at columns of which one has to find something in a row.

    Raises:
        WorkbenchError: the text is no regular expression.
    """
    return [_look(condition, column) for column in _columns(condition)]


def _columns(condition: Condition) -> tuple[str, ...]:
    sides = {Field.NOTE: ("note",), Field.SOURCE: ("source_fold",), Field.TARGET: ("target",)}
    return sides.get(condition.field, ("source_fold", "target"))


def _column_sql(condition: Condition, column: str) -> tuple[str, list[str]] | None:
    """The condition for one column; None where SQL cannot say it."""
    text, case = condition.values[0], condition.case
    if condition.regex:
        return whole_pattern(column, text, case=case)
    text = fold(storable(text)) if column == "source_fold" else storable(text)
    sql, values, exact = narrowing(column, text, case=case) if text else ("0", [], True)
    return (sql, values) if exact else None


def _look(condition: Condition, column: str) -> TextLook:
    text, case = condition.values[0], condition.case
    side = "source" if column == "source_fold" else "target"
    pattern = compiled(text, regex=condition.regex, case=case, side=side)
    return TextLook(column, pattern)
