"""bench: valid TMX files are damaged at random and read, for as long as one likes.

`python bench/tmx_fuzz.py [--minutes 5] [--seed N] [--json]` changes bytes, tags, attributes, references and
encodings. A file has to give units or one sentence that says what is wrong with it; any other exception, a
sentence of two lines, a reading that takes too long or memory that grows is a finding. Reading from the
events of the parser alone has to give the same units as reading what has the usual shape at once.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from made_up import CLAUSES
from report import finish, machine
from tmx_process import held
from workbench.exchange.tmx import TmxHeader, write_tmx
from workbench.exchange.tmx_feeding import Feed
from workbench.exchange.tmx_reading import TmxReader
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.faults import WorkbenchError
from workbench.model.units import NO_DETAILS, TranslationUnit, UnitDetails

MOST_SECONDS, MOST_GROWTH = 5.0, 30.0  # for one file; MB over the whole run
MOST_FINDINGS = 10
KEPT_BACK = 500  # files before memory counts: the first ones load what is loaded late
ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs")
PIECES = tuple(
    piece.encode()
    for piece in (
        *("<tu>", "</tu>", "<tuv>", "</tuv>", "<seg>", "</seg>", "<body>", "</body>", "<hi x='1'>", "</hi>"),
        *('<bpt i="1">', "</bpt>", '<ept i="1"/>', "<ph/>", "<sub>", "</sub>", "<ut/>", '<it pos="end"/>'),
        *(
            "<prop>",
            '<prop type="x-source-raw">"',
            "</prop>",
            "<note>",
            "</note>",
            "<!--",
            "-->",
            "<?p",
            "?>",
        ),
        *("<![CDATA[", "]]>", "&amp;", "&#13;", "&#0;", "&#x1F600;", "&nbsp;", "&", "<", ">", '"', "'"),
        *("\0", "\x0b", "\r", "\ufffe", ' xml:lang="en"', ' lang="ZH_cn"', ' srclang="*all*"', "\x85"),
        *("<!DOCTYPE tmx [", '<!ENTITY a "b">', "]>", "x" * 3000, "<hi>" * 70, "</hi>" * 70),
    )
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Damage and read until the time is over."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="one object on the last line")
    chosen = parser.parse_args(arguments)
    counts: Counter[str] = Counter()
    findings, slowest, growth = try_all(chosen.seed, 60 * chosen.minutes, counts)
    if slowest > MOST_SECONDS:
        findings.append(f"a file took {slowest:.1f} s")
    if growth > MOST_GROWTH:
        findings.append(f"memory grew by {growth:.0f} MB")
    print(", ".join(f"{count:,} {what}" for what, count in counts.items()))
    print(f"slowest file {slowest * 1000:.0f} ms, memory grew by {growth:.1f} MB")
    report = {
        "bench": "tmx-fuzz",
        "machine": machine(),
        "counts": counts,
        "slowest": slowest,
        "growth": growth,
    }
    finish(report, as_json=chosen.json, missed=findings)


def try_all(seed: int, seconds: float, counts: Counter[str]) -> tuple[list[str], float, float]:
    """What is wrong with which file; the seconds of the slowest, and by how many MB memory grew."""
    chance = random.Random(seed)
    findings: list[str] = []
    slowest = start = 0.0
    until = time.monotonic() + seconds
    with tempfile.TemporaryDirectory(prefix="workbench-fuzz-") as scratch:
        path = Path(scratch) / "f.tmx"
        while time.monotonic() < until and len(findings) < MOST_FINDINGS:
            number = counts["files"]
            path.write_bytes(damaged(chance))
            began = time.process_time()
            try:
                found = one(path, counts)
            except Exception:
                print(f"file {number} of seed {seed}, kept as {keep(path, seed, number)}:")
                raise
            slowest = max(slowest, time.process_time() - began)
            counts["files"] += 1
            if number == KEPT_BACK:
                start = held()
            if found:
                findings.append(f"file {number} of seed {seed}, kept as {keep(path, seed, number)}: {found}")
    return findings, slowest, held() - start if start else 0.0


def keep(path: Path, seed: int, number: int) -> Path:
    """Keep a file to look at; where."""
    kept = Path(f"fuzz-{seed}-{number}.tmx")
    kept.write_bytes(path.read_bytes())
    return kept


def one(path: Path, counts: Counter[str]) -> str:
    """Read one file in every manner; what is wrong with that, empty for nothing."""
    outcome = read(path, keep_whole=False)
    kept = read(path, keep_whole=True)
    with patch.object(Feed, "_between_units", lambda _: False):
        slowly = read(path, keep_whole=True)
    counts["refused" if isinstance(outcome, str) else "read"] += 1
    for each in (outcome, kept, slowly):
        if isinstance(each, str) and ("\n" in each or not each):
            return f"not one sentence: {each!r}"
    if kept != slowly:
        return f"at once {kept!r:.300} but from events {slowly!r:.300}"
    if not isinstance(outcome, str) and outcome != kept:
        return "keeping what is whole gives other units of a whole file"
    counts["units"] += 0 if isinstance(kept, str) else len(kept)
    return ""


def read(path: Path, *, keep_whole: bool) -> list[TranslationUnit] | str:
    """The units, or what is said of the file."""
    reader = TmxReader(path, keep_whole=keep_whole, targets="one", longest=2_000)
    try:
        units = list(reader)
    except WorkbenchError as error:
        return str(error)
    for unit in units:  # what was read can be written
        "".join(write_tmx([unit], TmxHeader("fuzz"))).encode()
    reader.said()
    return units


def damaged(chance: random.Random) -> bytes:
    """A file, perhaps damaged in up to six places."""
    text = "".join(
        write_tmx(units(chance), TmxHeader("fuzz", source_language=chance.choice(["zh-CN", "*all*"])))
    )
    if chance.random() < 0.3:
        text = text.replace("\n", chance.choice(["\r\n", "", "\n\n"]))
    encoding = chance.choice(ENCODINGS)
    if chance.random() < 0.7:
        text = text.replace("UTF-8", encoding.replace("utf-8-sig", "utf-8"), 1)
    data = bytearray(text.encode(encoding, "xmlcharrefreplace"))
    changes: tuple[Callable[[bytearray, random.Random], None], ...] = (_put, _flip, _cut, _double, _swap)
    for _ in range(chance.choice((0, 0, 1, 1, 1, 2, 3, 6))):
        chance.choice(changes)(data, chance)
    if chance.random() < 0.15:
        del data[chance.randrange(len(data)) :]
    return bytes(data)


def _put(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(PIECES)


def _flip(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.randint(1, 40)]


def _double(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    piece = data[at : at + chance.randint(1, 400)]
    data[at:at] = piece * chance.randint(1, 3)


def _swap(data: bytearray, chance: random.Random) -> None:
    """One tag in place of another."""
    first, second = chance.choice(PIECES), chance.choice(PIECES)
    at = data.find(first, chance.randrange(len(data)))
    if at >= 0:
        data[at : at + len(first)] = second


def units(chance: random.Random) -> Iterator[TranslationUnit]:
    """Some units, of all kinds."""
    plain = chance.random() < 0.5  # all of one shape, as most programs write them
    for number in range(chance.randint(0, 12)):
        zh, en = chance.choice(CLAUSES)
        details = UnitDetails(
            target_note="n", source_props=(("x-a", "b"),), attributes=(("datatype", "html"),)
        )
        target = _coded(en + chance.choice(["", " R&D", "\r\n", "<x>"]), chance)
        yield TranslationUnit(
            id=str(number),
            source=_coded(zh, chance),
            target=target if plain or chance.random() < 0.9 else None,
            changed="2026-11-22T08:09:10Z" if plain or chance.random() < 0.5 else "",
            changed_by="lin" if plain else chance.choice(["", "lin"]),
            note="" if plain else chance.choice(["", "", "why & how"]),
            props=(("x-document", "a.docx"),) if chance.random() < 0.5 else (),
            details=details if not plain and chance.random() < 0.1 else NO_DETAILS,
        )


def _coded(text: str, chance: random.Random) -> CodedText:
    datas = ("", "<b>", '<?tmx?><hi type="b">', "<?tmx?></hi>", "<?tmx?><ut>x<sub>y</sub></ut>", "&amp;")
    places = sorted(chance.randint(0, len(text)) for _ in range(chance.choice((0, 0, 1, 2, 2, 4))))
    kinds = tuple(CodeKind)
    return CodedText(
        text,
        tuple(
            InlineCode(at, chance.randint(1, 3), chance.choice(kinds), chance.choice(datas)) for at in places
        ),
    )


if __name__ == "__main__":
    main()
