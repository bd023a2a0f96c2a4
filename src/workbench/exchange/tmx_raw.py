"""exchange: a TMX unit as it was read, before its languages are chosen and its codes understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.exchange.tmx_codes import Event

Props = tuple[tuple[str, str], ...]
PropList = list[tuple[str, str]]


class Eventful(NamedTuple):
    """A segment with inline elements: the pieces of all text in it, and the elements as events."""

    texts: tuple[str, ...]
    events: tuple[Event, ...]


class Cut(NamedTuple):
    """A segment with simple codes: its plain text, where they stand in it, and they as they are written.

    Of `offsets` there may be more than codes.
    """

    text: str
    offsets: tuple[int, ...]
    codes: tuple[str, ...]


RawText = str | Eventful | Cut


class Extra(NamedTuple):
    """What a variant has beside its language and its text; the language stands in the attributes too."""

    attributes: Mapping[str, str]
    props: Props
    notes: tuple[str, ...]


NAMED = ("tuid", "segtype", "creationdate", "changedate", "changeid", "creationid")
"""The attributes that most units have, and no others."""
_NOTHING: Mapping[str, str] = {}


class RawUnit(NamedTuple):
    """One unit. Its variants have `languages` as the file writes them, `texts` and `extras`, in one order.

    `named` are the values of `NAMED`; `attributes` is empty where the unit has no others than these.
    """

    named: tuple[str, ...]
    languages: tuple[str, ...]
    texts: tuple[RawText, ...]
    extras: tuple[Extra | None, ...]
    props: Props
    notes: tuple[str, ...] = ()
    attributes: Mapping[str, str] = _NOTHING


class Run(NamedTuple):
    """Units of one shape, as columns: each has one text in each of two languages, and no other attributes.

    `named` are columns for the values of `NAMED`. `size` is how many characters of the file it is.
    """

    languages: tuple[str, str]
    named: Sequence[Sequence[str]]
    first: Sequence[str | Cut]
    second: Sequence[str | Cut]
    props: Sequence[Props]
    size: int

    def units(self) -> Iterator[RawUnit]:
        """The same one by one."""
        none = (None, None)
        columns = zip(zip(*self.named, strict=True), self.first, self.second, self.props, strict=True)
        for named, first, second, props in columns:
            yield RawUnit(named, self.languages, (first, second), none, props)


class Header:
    """The header of a file: attributes, notes and properties, and its user-defined encodings."""

    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self.props: PropList = []
        self.notes: list[str] = []
        self.encodings: list[tuple[dict[str, str], list[dict[str, str]]]] = []
