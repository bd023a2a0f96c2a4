"""tests of exchange: TMX files for the doctor, whole and broken, and what he says of them."""

from __future__ import annotations

from pathlib import Path

from workbench.exchange.doctor.examining import Doctor
from workbench.exchange.doctor.faults import Fault

HEADER = (
    '<header creationtool="T" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"'
    ' srclang="zh-CN" datatype="plaintext"/>'
)


def unit(chinese: str = "改革开放", english: str = "reform and opening up", attributes: str = "") -> str:
    """A unit of two sides; texts as they are written in the file."""
    return (
        f'<tu{attributes}><tuv xml:lang="zh-CN"><seg>{chinese}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{english}</seg></tuv></tu>'
    )


def tmx(*units: str, header: str = HEADER, version: str = "1.4", encoding: str = "UTF-8") -> str:
    """A file; its units begin on line 6."""
    body = "".join(f"{one}\n" for one in units or (unit(),))
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
        f'<tmx version="{version}">\n{header}\n<body>\n{body}</body>\n</tmx>\n'
    )


def examined(content: str | bytes, folder: Path) -> list[Fault]:
    """What the doctor finds."""
    found: list[Fault] = []
    Doctor(_file(content, folder), found.append).examine()
    return found


def repaired(
    content: str | bytes, folder: Path, *, drop_duplicates: bool = False
) -> tuple[str, list[Fault], Doctor]:
    """The file anew, the findings with what was done, and the doctor with his tally."""
    found: list[Fault] = []
    doctor = Doctor(_file(content, folder), found.append, drop_duplicates=drop_duplicates)
    return "".join(doctor.repaired()), found, doctor


def checks(faults: list[Fault]) -> list[str]:
    """The names of findings, in order."""
    return [fault.rule.check for fault in faults]


def places(faults: list[Fault], check: str) -> list[tuple[int, int]]:
    """Line and column of the findings of one name."""
    return [(fault.line, fault.column) for fault in faults if fault.rule.check == check]


def _file(content: str | bytes, folder: Path) -> Path:
    path = folder / "memory.tmx"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return path
