"""exchange: many objects of a frozen class at once, from columns.

A frozen dataclass sets every field through `object.__setattr__`, five times as slow as an open one. Where
millions are made, each is made as an open twin with the same slots, and becomes one of the frozen class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, make_dataclass
from typing import TypeVar

T = TypeVar("T")


def maker_of_many(frozen: type[T]) -> Callable[..., list[T]]:
    """What makes objects of `frozen`, a dataclass with slots, from as many iterables as it has fields.

    The shortest iterable says how many.

    Raises:
        TypeError: at once, where the class is no dataclass.
    """
    if not is_dataclass(frozen):
        raise TypeError(f"{frozen.__name__} is no dataclass")
    twin = make_dataclass(f"Open{frozen.__name__}", [field.name for field in fields(frozen)], slots=True)

    def many(*columns: Iterable[object]) -> list[T]:
        made = list(map(twin, *columns))
        for each in made:
            each.__class__ = frozen
        return made

    return many
