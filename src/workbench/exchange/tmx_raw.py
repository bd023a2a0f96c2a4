"""exchange: a TMX unit as it was read, before its languages are chosen and its codes understood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.exchange.tmx_codes import Event

Props = tuple[tuple[str, str], ...]


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
