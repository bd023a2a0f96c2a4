"""exchange: the raw parts of a TMX unit become a translation unit."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import repeat

from workbench.exchange.tmx_codes import Element, elements_of, numbered
from workbench.exchange.tmx_many import maker_of_many
from workbench.exchange.tmx_raw import NAMED, Cut, Eventful, Extra, Props, RawText, RawUnit, Run
from workbench.exchange.tmx_shapes import elements_of_cut
from workbench.exchange.tmx_text import (
    RAW_NOTE,
    RAW_SOURCE,
    RAW_TARGET,
    UNIT_ATTRIBUTES,
    iso_date,
    iso_dates,
    valid,
)
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.units import NO_DETAILS, TranslationUnit, UnitDetails

MOST_NESTED = 64
"""Inline elements in one another; a unit with more is left out."""
_RAW = (RAW_SOURCE, RAW_TARGET, RAW_NOTE)
_NO_EXTRA = Extra({}, (), ())
_MOST_KEPT = 1_000
_many_units = maker_of_many(TranslationUnit)
_many_texts = maker_of_many(CodedText)
_many_codes = maker_of_many(InlineCode)
Columns = tuple[tuple[int, ...], tuple[CodeKind, ...], tuple[str, ...]]
"""Numbers, kinds and data of the codes of a segment."""


class Coder:
    """Makes coded texts of raw ones. Units with the same codes have the same numbers: these are kept."""

    def __init__(self) -> None:
        self._kept: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Columns, Columns]] = {}

    def texts(self, source: RawText, target: RawText) -> tuple[CodedText, CodedText] | None:
        """Source and target; None where their codes are nested too deep."""
        if isinstance(source, Eventful) or isinstance(target, Eventful):
            return _from_events(source, target)
        return self._pair(source, target)

    def _pair(self, source: str | Cut, target: str | Cut) -> tuple[CodedText, CodedText]:
        if isinstance(source, str) and isinstance(target, str):
            return CodedText(source), CodedText(target)
        one, other = _as_cut(source), _as_cut(target)
        codes = self._codes(one, other)
        return CodedText(one.text, codes[0]), CodedText(other.text, codes[1])

    def units(self, run: Run, source: int, languages: tuple[str, str]) -> list[TranslationUnit]:
        """The units of a run, of which the source is the first text (0) or the second (1)."""
        names, segtypes, created, changed, changed_by, created_by = run.named
        first, second = (run.first, run.second) if source == 0 else (run.second, run.first)
        sources, targets = self._columns(first, second)
        return _many_units(
            names,
            sources,
            targets,
            repeat(languages[0]),
            repeat(languages[1]),
            segtypes,
            iso_dates(created),
            iso_dates(changed),
            changed_by,
            repeat(""),
            run.props,
            created_by,
            repeat(NO_DETAILS),
        )

    def _columns(
        self, first: Sequence[str | Cut], second: Sequence[str | Cut]
    ) -> tuple[list[CodedText], list[CodedText]]:
        texts = [*first, *second]
        plain = [each if isinstance(each, str) else each.text for each in texts]
        codes: list[tuple[InlineCode, ...]] = [()] * len(texts)
        half = len(first)
        for at, (one, other) in enumerate(zip(first, second, strict=True)):
            if not (isinstance(one, str) and isinstance(other, str)):
                codes[at], codes[half + at] = self._codes(_as_cut(one), _as_cut(other))
        coded = _many_texts(plain, codes)
        return coded[:half], coded[half:]

    def _codes(self, one: Cut, other: Cut) -> tuple[tuple[InlineCode, ...], tuple[InlineCode, ...]]:
        kept = self._kept.get((one.codes, other.codes)) or self._numbered(one, other)
        return (
            tuple(_many_codes(one.offsets, *kept[0])),
            tuple(_many_codes(other.offsets, *kept[1])),
        )

    def _numbered(self, *cuts: Cut) -> tuple[Columns, Columns]:
        found = numbered([elements_of_cut(each) for each in cuts])
        one, other = (
            (
                tuple(code.number for code in codes),
                tuple(code.kind for code in codes),
                tuple(code.data for code in codes),
            )
            for codes in found
        )
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[cuts[0].codes, cuts[1].codes] = one, other
        return one, other


def _as_cut(text: str | Cut) -> Cut:
    return Cut(text, (), ()) if isinstance(text, str) else text


def _from_events(*raw: RawText) -> tuple[CodedText, CodedText] | None:
    texts: list[str] = []
    variants: list[list[Element]] = []
    for each in raw:
        if isinstance(each, Eventful):
            text, elements, deepest = elements_of(each.texts, each.events)
            if deepest > MOST_NESTED:
                return None
        elif isinstance(each, Cut):
            text, elements = each.text, elements_of_cut(each)
        else:
            text, elements = each, []
        texts.append(text)
        variants.append(elements)
    one, other = (CodedText(text, codes) for text, codes in zip(texts, numbered(variants), strict=True))
    return one, other


def unit_of(
    raw: RawUnit,
    source_at: int,
    target_at: int,
    texts: tuple[CodedText, CodedText],
    languages: tuple[str, str],
) -> TranslationUnit:
    """A raw unit as a translation unit.

    Who made or changed it, and when, is the target's word before the unit's, and that before the source's.

    Args:
        source_at: index of the source among the variants; `target_at` likewise, -1 for none, and then the
            second of `texts` does not count.
    """
    source, target = texts[0], texts[1] if target_at >= 0 else None
    note = "\n".join(raw.notes) if raw.notes else ""
    props = raw.props
    for name, _ in props:
        if name in _RAW:
            source, target, note = _restored_all(dict(props), source, target, note)
            props = tuple(each for each in props if each[0] not in _RAW)
            break
    extras = raw.extras[source_at], raw.extras[target_at] if target_at >= 0 else None
    if raw.attributes or extras[0] or extras[1]:
        return _detailed(raw, (source, target), extras, languages, note, props)
    name, segtype, created, changed, changed_by, created_by = raw.named
    return TranslationUnit(
        name,
        source,
        target,
        languages[0],
        languages[1],
        segtype,
        iso_date(created),
        iso_date(changed),
        changed_by,
        note,
        props,
        created_by,
    )


def _detailed(
    raw: RawUnit,
    texts: tuple[CodedText, CodedText | None],
    extras: tuple[Extra | None, Extra | None],
    languages: tuple[str, str],
    note: str,
    props: Props,
) -> TranslationUnit:
    source, target = (extra or _NO_EXTRA for extra in extras)
    own = raw.attributes or dict(zip(NAMED, raw.named, strict=True))
    places = (target.attributes, own, source.attributes)

    def told(name: str) -> str:
        return next((place[name] for place in places if place.get(name)), "")

    details = UnitDetails(
        told("usagecount"),
        iso_date(told("lastusagedate")),
        source_note="\n".join(source.notes),
        target_note="\n".join(target.notes),
        source_props=source.props,
        target_props=target.props,
        attributes=_further(own),
        source_attributes=_further(source.attributes),
        target_attributes=_further(target.attributes),
    )
    return TranslationUnit(
        own.get("tuid", ""),
        texts[0],
        texts[1],
        languages[0],
        languages[1],
        own.get("segtype", ""),
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
