"""exchange: TBX as concepts: v3 in the styles DCA and DCT, v2 (martif), the XML of MultiTerm, leniently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.exchange.sheets_encoding import encoding_of
from workbench.exchange.tbx_entries import concept_of
from workbench.exchange.tbx_facts import ENTRIES
from workbench.model.faults import WorkbenchError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.model.terms import Concept

_LARGEST: Final = 512 * 1024 * 1024
_OURS: Final = re.compile(rb"<note>kind: [a-z]+</note>")
_STATUSES: Final = re.compile(rb"administrativeStatus|normativeAuthorization|[sS]tatus\W")
_DECLARED: Final = b"<!ENTITY"


@dataclass(frozen=True, slots=True)
class TbxTerms:
    """What was read.

    Attributes:
        concepts: in the order of the file.
        entries: how many entries the file has.
        left: what has no place in a concept, and how often it stands in the file.
        ours: whether Workbench wrote it, so that its ids and its empty fields mean what they say.
        statuses: whether it says which terms are preferred; else that is read out of their order.
    """

    concepts: tuple[Concept, ...]
    entries: int
    left: Counter[str] = field(default_factory=Counter)
    ours: bool = False
    statuses: bool = False


def read_tbx(path: Path) -> TbxTerms:
    """Read a file of any of these forms; what its elements mean goes by their names, not by its header.

    Nothing outside the file is loaded: no DTD, no schema, no entity.

    Raises:
        WorkbenchError: it cannot be read, is no XML, declares entities, or has no entry.
    """
    data = _bytes(path)
    left: Counter[str] = Counter()
    concepts: list[Concept] = []
    ids: dict[str, str] = {}
    entries = 0
    for entry in _entries(path, data):
        entries += 1
        concept = concept_of(entry, left)
        if concept is not None:
            concepts.append(concept)
            ids.setdefault((entry.get("id") or "").strip(), concept.id)
    if not entries:
        raise WorkbenchError(f"{path}: no entry of a termbase is in it; is it TBX?")
    plain = data.replace(b"\0", b"")  # UTF-16 has a zero beside each letter of a tag
    return TbxTerms(
        tuple(_joined(concepts, ids)),
        entries,
        left,
        ours=_OURS.search(plain) is not None,
        statuses=_STATUSES.search(plain) is not None,
    )


def _joined(concepts: list[Concept], ids: dict[str, str]) -> Iterator[Concept]:
    """The concepts with the ids of concepts where an entry points at another."""
    for concept in concepts:
        target = concept.abbreviation_of
        yield replace(concept, abbreviation_of=ids.get(target, target)) if target else concept


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise WorkbenchError(f"{path}: larger than 512 MB; split it.")
        data = path.read_bytes()
    except OSError as error:
        raise WorkbenchError(f"{path}: cannot be read ({error.strerror or error}).") from error
    if _DECLARED in data[:100_000].replace(b"\0", b""):
        raise WorkbenchError(f"{path}: declares entities, which a termbase has no need of; take them out.")
    return data


def _entries(path: Path, data: bytes) -> Iterator[_Element]:
    """The entries one by one, each gone when the next is asked for.

    A file that is in another encoding than it says, which old tools write, is read in the one it is in.
    """
    from lxml import etree

    try:
        yield from _parsed(data, None)
    except etree.XMLSyntaxError as error:
        if "ncod" not in str(error):
            raise WorkbenchError(
                f"{path}:{error.lineno or 1}: not well-formed XML ({error.msg}); export it again."
            ) from error
        yield from _parsed_as_it_is(path, data)


def _parsed(data: bytes, encoding: str | None) -> Iterator[_Element]:
    from lxml import etree

    tags = [f"{{*}}{name}" for name in ENTRIES]
    for _, entry in etree.iterparse(
        BytesIO(data),
        tag=tags,
        encoding=encoding,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    ):
        yield entry
        entry.clear(keep_tail=False)


def _parsed_as_it_is(path: Path, data: bytes) -> Iterator[_Element]:
    from lxml import etree

    try:
        yield from _parsed(data.decode(encoding_of(path)).encode(), "utf-8")
    except (etree.XMLSyntaxError, UnicodeError) as error:
        raise WorkbenchError(f"{path}: not in the encoding it says; save it as UTF-8.") from error
