"""exchange: the raw parts of a TMX unit become a translation unit."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from workbench.exchange.tmx_codes import Element, elements_of, numbered
from workbench.exchange.tmx_events import Coded, Events, Extra
from workbench.exchange.tmx_text import RAW_NOTE, RAW_SOURCE, RAW_TARGET, iso_date, valid
from workbench.model.coded import CodedText
from workbench.model.units import NO_DETAILS, TranslationUnit, UnitDetails

MOST_NESTED = 64
"""Inline elements in one another; a unit with more is left out."""
UNIT_ATTRIBUTES = ("o-encoding", "datatype", "creationtool", "creationtoolversion", "o-tmf")
"""What else the DTD lets a unit and a variant say of themselves, beside what `TranslationUnit` has."""
Props = tuple[tuple[str, str], ...]
_RAW = (RAW_SOURCE, RAW_TARGET, RAW_NOTE)
_USUAL = frozenset({"tuid", "segtype", "creationdate", "changedate", "changeid", "creationid", "srclang"})
_NO_EXTRA = Extra({}, (), ())


def coded_texts(raw: Sequence[str | Coded]) -> list[CodedText] | None:
    """The texts of the variants that are read; None where their codes are nested too deep."""
    texts: list[str] = []
    variants: list[list[Element]] = []
    for each in raw:
        if isinstance(each, str):
            texts.append(each)
            variants.append([])
            continue
        text, elements, deepest = elements_of(*each)
        if deepest > MOST_NESTED:
            return None
        texts.append(text)
        variants.append(elements)
    return [CodedText(text, codes) for text, codes in zip(texts, numbered(variants), strict=True)]


def unit_of(
    events: Events, source_at: int, target_at: int, texts: Sequence[CodedText], languages: tuple[str, str]
) -> TranslationUnit:
    """The unit that has just ended.

    What says who made or changed it, and when, is the target's own word before the unit's, and that before
    the source's.

    Args:
        source_at: index of the source among the variants; `target_at` likewise, -1 for none.
        texts: the source, and the target where there is one.
    """
    own = events.unit.get
    source, target = texts[0], texts[1] if len(texts) > 1 else None
    source_extra = events.extras[source_at]
    target_extra = events.extras[target_at] if target_at >= 0 else None
    note = ""
    props: Props = ()
    if events.notes:
        note = "\n".join(events.notes)
    if events.props:
        props = tuple(events.props)
        if any(name in _RAW for name, _ in props):
            source, target, note = _restored_all(dict(props), source, target, note)
            props = tuple(each for each in props if each[0] not in _RAW)
    if source_extra is None and target_extra is None and events.unit.keys() <= _USUAL:
        return TranslationUnit(
            own("tuid", ""),
            source,
            target,
            languages[0],
            languages[1],
            own("segtype", ""),
            iso_date(own("creationdate", "")),
            iso_date(own("changedate", "")),
            own("changeid", ""),
            note,
            props,
            own("creationid", ""),
        )
    return _detailed(events, (source, target), (source_extra, target_extra), languages, note, props)


def _detailed(
    events: Events,
    texts: tuple[CodedText, CodedText | None],
    extras: tuple[Extra | None, Extra | None],
    languages: tuple[str, str],
    note: str,
    props: Props,
) -> TranslationUnit:
    source, target = (extra or _NO_EXTRA for extra in extras)
    places = (target.attributes, events.unit, source.attributes)

    def told(name: str) -> str:
        return next((place[name] for place in places if place.get(name)), "")

    details = UnitDetails(
        told("usagecount"),
        iso_date(told("lastusagedate")),
        "\n".join(source.notes),
        "\n".join(target.notes),
        source.props,
        target.props,
        _further(events.unit),
        _further(source.attributes),
        _further(target.attributes),
    )
    return TranslationUnit(
        events.unit.get("tuid", ""),
        texts[0],
        texts[1],
        languages[0],
        languages[1],
        events.unit.get("segtype", ""),
        iso_date(told("creationdate")),
        iso_date(told("changedate")),
        told("changeid"),
        note,
        props,
        told("creationid"),
        NO_DETAILS if details == NO_DETAILS else details,
    )


def _further(given: Mapping[str, str]) -> Props:
    return tuple((name, given[name]) for name in UNIT_ATTRIBUTES if given.get(name))


def _restored_all(
    raw: Mapping[str, str], source: CodedText, target: CodedText | None, note: str
) -> tuple[CodedText, CodedText | None, str]:
    return (
        _restored(source, raw.get(RAW_SOURCE)),
        None if target is None else _restored(target, raw.get(RAW_TARGET)),
        _restored(CodedText(note), raw.get(RAW_NOTE)).text,
    )


def _restored(coded: CodedText, raw: str | None) -> CodedText:
    """The text as it was before control characters were taken out, unless it was changed since."""
    if raw is None:
        return coded
    try:
        text = json.loads(raw)
    except (ValueError, RecursionError):  # not ours, or changed by hand: the text itself counts
        return coded
    same = isinstance(text, str) and valid(text) == coded.text
    return CodedText(text, coded.codes) if same and not _halves(text) else coded


def _halves(text: str) -> bool:
    """Whether half a surrogate pair stands in it, which no file can hold."""
    return any("\ud800" <= character <= "\udfff" for character in text)
