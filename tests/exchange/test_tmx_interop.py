"""tests of exchange: programs that others wrote read our TMX, and we theirs, with every text equal."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange.tmx import TmxHeader, write_tmx
from workbench.exchange.tmx_reading import TmxReader
from workbench.exchange.tmx_text import holds
from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.units import TranslationUnit

HEADER = TmxHeader("0.1")
# translate-toolkit strips what XML calls white space at the ends of a text, and joins it inside.
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]).filter(holds), min_size=1, max_size=12
)
pairs = st.lists(st.tuples(texts, texts), min_size=1, max_size=5)


@given(pairs)
def test_translate_toolkit_reads_what_we_write(found: list[tuple[str, str]]) -> None:
    tmx = pytest.importorskip("translate.storage.tmx")
    codes = (InlineCode(0, 1, CodeKind.OPEN, "<b>"), InlineCode(1, 1, CodeKind.CLOSE, "</b>"))
    units = [
        TranslationUnit(str(n), CodedText(zh, codes), CodedText(en, codes), note="n")
        for n, (zh, en) in enumerate(found)
    ]
    for level in (1, 2):
        data = "".join(write_tmx(units, HEADER, level=1 if level == 1 else 2)).encode()
        read = tmx.tmxfile(io.BytesIO(data)).units
        assert [unit.getnotes() for unit in read] == ["n"] * len(found)
        if level == 1:  # it takes the codes of level 2 for text
            assert [(unit.source, unit.target) for unit in read] == found


@given(pairs)
def test_we_read_what_translate_toolkit_writes(
    tmp_path_factory: pytest.TempPathFactory, found: list[tuple[str, str]]
) -> None:
    tmx = pytest.importorskip("translate.storage.tmx")
    store = tmx.tmxfile(sourcelanguage="zh-CN")
    for zh, en in found:
        store.addtranslation(zh, "zh-CN", en, "en", comment="n")
    path = tmp_path_factory.mktemp("toolkit") / "toolkit.tmx"
    store.savefile(str(path))
    read = list(TmxReader(path))
    assert [(unit.source.text, unit.target and unit.target.text) for unit in read] == found
    assert all(unit.note == "n" for unit in read)


PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0"><source_lang>zh-CN</source_lang><target_lang>en</target_lang>
<sentence_seg>false</sentence_seg></project></omegat>"""
SOURCES = {
    "改革开放": "reform & opening up",
    "一带一路": "Belt and Road",
    "高质量发展": "high-quality “development”",
}


def test_omegat_reads_what_we_write_and_we_what_it_writes(tmp_path: Path) -> None:
    omegat = shutil.which("omegat") or shutil.which("OmegaT")
    if omegat is None:
        pytest.skip("OmegaT is not installed")
    for name in ("source", "target", "tm/enforce", "glossary", "dictionary", "omegat"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "omegat.project").write_text(PROJECT, "utf-8")
    (tmp_path / "source" / "a.txt").write_text("\n".join(SOURCES), "utf-8")
    units = [
        TranslationUnit(str(n), CodedText(zh), CodedText(en)) for n, (zh, en) in enumerate(SOURCES.items())
    ]
    (tmp_path / "tm/enforce/ours.tmx").write_text("".join(write_tmx(units, HEADER)), "utf-8")
    subprocess.run([omegat, str(tmp_path), "--mode=console-translate"], check=True, timeout=300)
    assert (tmp_path / "target" / "a.txt").read_text("utf-8").split("\n") == list(SOURCES.values())
    written = next(tmp_path.glob("*-level2.tmx"))
    assert {unit.source.text: unit.target and unit.target.text for unit in TmxReader(written)} == SOURCES
