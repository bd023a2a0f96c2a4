"""tests of text: radicals from a PDF, and the hanzi they stand for."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.fold import fold
from workbench.text.radicals import Radical, radicals_in, without_radicals

SIGNS = "".join(
    map(
        chr,
        [*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)],
    )
)


def test_a_line_from_a_pdf_reads_as_hanzi() -> None:
    assert without_radicals("⽤⼾和⻔店⼈员到⻄部⻘年城") == "用户和门店人员到西部青年城"
    assert radicals_in("共⼈") == (Radical(1, "⼈", "人"),)


def test_the_door_is_traditional_beside_traditional_characters_alone() -> None:
    assert without_radicals("⼾籍") == "户籍"
    assert without_radicals("⼾口與權利") == "戶口與權利"


def test_the_green_of_a_font_of_today_is_no_old_form() -> None:
    assert without_radicals("⾭年") == "青年"


def test_hanzi_that_only_stand_in_the_block_of_compatibility_ideographs_stay() -> None:
    assert without_radicals("﨑 﨎") == "﨑 﨎"


def test_every_kangxi_radical_becomes_a_hanzi() -> None:
    for code in range(0x2F00, 0x2FD6):
        (found,) = radicals_in(chr(code))
        assert unicodedata.name(found.hanzi).startswith("CJK UNIFIED IDEOGRAPH")


@given(st.text(alphabet="改革人户與," + SIGNS, max_size=20))
def test_mending_keeps_the_length_and_the_match_key_and_is_done_once(text: str) -> None:
    mended = without_radicals(text)
    assert len(mended) == len(text)
    assert radicals_in(mended) == ()
    assert fold(mended.replace("青", "靑")) == fold(text.replace("青", "靑").replace("⻘", "靑"))
    untouched = [a for a, b in zip(text, mended, strict=True) if a == b]
    assert not any(radicals_in(sign) for sign in untouched)
