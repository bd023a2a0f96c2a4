"""exchange: reading XLIFF 1.2 (also Trados's sdlxliff and memoQ's mqxliff) and 2.x, as a stream.

Rules: the XLIFF 1.2 and 2.1 specifications. lxml reads without network, outside DTD or expansion; a file that
declares an entity is refused. What has been read is let go, so a file of any size takes little memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from workbench.exchange.xliff_codes import local_name
from workbench.exchange.xliff_units import XliffPair, pairs_of_trans_unit, pairs_of_unit
from workbench.model.faults import WorkbenchError
from workbench.model.units import TranslationUnit

if TYPE_CHECKING:
    from lxml.etree import _Element, iterparse

DOCUMENT = "x-file"
"""The property that names the document a unit stands in: one XLIFF file may hold several."""

_UNITS = ("trans-unit", "unit")
_AROUND = ("file", "group")
_EVENTS = ("start", "end")
_TAGS = tuple(f"{{*}}{name}" for name in ("xliff", *_AROUND, *_UNITS))


class _Named(Protocol):
    name: str


class _Declarations(Protocol):
    """The part of a document type that stands in the file itself."""

    def iterentities(self) -> Iterator[_Named]: ...


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a `file` or a `group` says of all that is in it."""

    original: str = ""
    source: str = ""
    target: str = ""
    translate: bool = True


class XliffReader:
    """One file, to be iterated once.

    Args:
        path: the file.
        source: language to read as source, with or without a country. A file of the opposite direction is
            read the other way round.
        target: likewise.

    Attributes:
        skipped: how many units were left out, by reason; complete when all have been read. A unit that is not
            translated is not left out: it comes with the target None.
    """

    def __init__(self, path: Path, *, source: str = "zh", target: str = "en") -> None:
        self.path = path
        self.skipped: Counter[str] = Counter()
        self._languages = source, target
        self._scopes = [_Scope()]
        self._namespace = self._version = ""

    def __iter__(self) -> Iterator[TranslationUnit]:
        """The units in order.

        Raises:
            WorkbenchError: not XLIFF, cut off, or not to be trusted; says file, line and what to do.
        """
        from lxml import etree

        safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
        try:
            with self.path.open("rb") as file:
                yield from self._read(etree.iterparse(file, _EVENTS, tag=_TAGS, **safe))
        except etree.XMLSyntaxError as error:
            raise WorkbenchError(
                f"{self.path}, line {error.lineno or 1}: not well-formed XML"
                f" ({_said(error.msg)}); the file may be cut off: get it again from its sender."
            ) from error
        except OSError as error:
            raise WorkbenchError(f"{self.path} cannot be read ({error.strerror or error}).") from error
        if not self._version:
            raise WorkbenchError(f"{self.path} is not XLIFF: no <xliff> stands in it.")

    def _read(self, events: iterparse) -> Iterator[TranslationUnit]:
        for event, element in events:
            name = local_name(element)
            if not self._version:
                self._begin(element, name)
            if element.tag != f"{self._namespace}{name}" or name == "xliff":
                continue  # a tool's own element may have the same name
            if event == "start" and name in _AROUND:
                self._scopes.append(self._inside(element))
            elif event == "end":
                if name in _UNITS:
                    yield from self._units(element)
                else:
                    self._scopes.pop()
                _let_go(element)

    def _begin(self, root: _Element, name: str) -> None:
        _refuse_entities(root, self.path)
        top = root.getroottree().getroot()
        if name != "xliff" or top is not root:
            raise WorkbenchError(f"{self.path} is not XLIFF: its first element is <{local_name(top)}>.")
        self._namespace = str(root.tag)[: -len(name)]
        self._version = root.get("version") or "without a version"
        if self._version[:2] not in ("1.", "2."):
            raise WorkbenchError(
                f"{self.path} is XLIFF {self._version}; versions 1 and 2 can be read:"
                " export it as one of them."
            )
        self._scopes = [_Scope(source=root.get("srcLang") or "", target=root.get("trgLang") or "")]

    def _inside(self, element: _Element) -> _Scope:
        above = self._scopes[-1]
        said = element.get("translate")
        return _Scope(
            element.get("original") or above.original,
            element.get("source-language") or above.source,
            element.get("target-language") or above.target,
            above.translate if said is None else said != "no",
        )

    def _units(self, element: _Element) -> Iterator[TranslationUnit]:
        scope = self._inside(element)
        found = pairs_of_trans_unit if local_name(element) == "trans-unit" else pairs_of_unit
        languages, turned = self._direction(scope)
        for pair in found(element):
            if not scope.translate:
                self.skipped["marked as not to be translated"] += 1
            elif not languages:
                self.skipped["in other languages"] += 1
            elif turned and not pair.target.text.strip():
                self.skipped["not translated"] += 1
            else:
                yield _unit(pair, scope.original, languages, turned=turned)

    def _direction(self, scope: _Scope) -> tuple[tuple[str, str] | tuple[()], bool]:
        """Source and target language of the units to come, none where they are others; whether to turn them.

        A file that does not name its target language is taken for what is asked for.
        """
        wanted, other = self._languages
        source, target = scope.source or wanted, scope.target or other
        if _same(source, wanted) and _same(target, other):
            return (source, target), False
        if _same(source, other) and _same(scope.target or wanted, wanted):
            return (scope.target or wanted, source), True
        return (), False


def _unit(pair: XliffPair, original: str, languages: tuple[str, str], *, turned: bool) -> TranslationUnit:
    source, target = (pair.target, pair.source) if turned else (pair.source, pair.target)
    props = (("x-state", pair.state), ("x-origin", pair.origin), (DOCUMENT, original))
    return TranslationUnit(
        id=pair.id,
        source=source,
        target=target if target.text.strip() else None,
        source_language=languages[0],
        target_language=languages[1],
        created=pair.created,
        changed=pair.changed,
        changed_by=pair.changed_by,
        note=pair.note,
        props=tuple((name, value) for name, value in props if value),
    )


def _same(one: str, other: str) -> bool:
    """Whether two codes are one language, its country and script apart; an empty one stands for any."""
    plain = [code.strip().lower().replace("_", "-").partition("-")[0] for code in (one, other)]
    return plain[0] == plain[1] or not all(plain)


def _refuse_entities(root: _Element, path: Path) -> None:
    declared = cast("_Declarations | None", root.getroottree().docinfo.internalDTD)
    for entity in () if declared is None else declared.iterentities():
        raise WorkbenchError(
            f"{path} declares the entity “{entity.name}”, which can hide an attack;"
            " ask for a file without it."
        )


def _let_go(element: _Element) -> None:
    """Empty an element that is done, and take out what stands before it."""
    element.clear()
    above = element.getparent()
    while above is not None and element.getprevious() is not None:
        del above[0]


def _said(message: str | None) -> str:
    """What the parser says, without the place, which is said already."""
    return (message or "no element").partition(", line ")[0]
