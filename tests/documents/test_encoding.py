"""tests: the encodings Chinese files come in, and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.encoding import decode
from workbench.model.faults import WorkbenchError

TEXT = "云岭县的路修好了，村民们说：“路通了，心就定了。”\n今年上半年，全县新增农村公路126公里。\n"
TRADITIONAL = "雲嶺縣的路修好了，村民們說：「路通了，心就定了。」\n今年上半年，全縣新增農村公路126公里。\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_simplified_text_is_read_in_each_encoding(encoding: str, found: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == (TEXT, found)


@pytest.mark.parametrize(
    ("encoding", "found"), [("big5", "big5"), ("gb18030", "gb18030"), ("utf-16-be", "utf-16-be")]
)
def test_traditional_text_is_told_from_simplified(encoding: str, found: str) -> None:
    assert decode(TRADITIONAL.encode(encoding), "a.txt") == (TRADITIONAL, found)


def test_a_big_endian_mark_is_obeyed() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt") == (TEXT, "utf-16")


@pytest.mark.parametrize("text", ["A road to the hills.\n", "No. 126", "ab"])
def test_english_is_never_taken_for_utf16(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, "utf-8")


@pytest.mark.parametrize("text", ["A road to the hills.\n", "Two\r\nlines\r\n"])
def test_english_in_utf16_without_a_mark_is_read(text: str) -> None:
    assert decode(text.encode("utf-16-le"), "a.txt")[0] == text


@pytest.mark.parametrize("data", [b"", b"  \r\n ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_named(data: bytes) -> None:
    with pytest.raises(WorkbenchError, match=r"^a\.txt is empty"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04aaaa",
        b"\x7fELF\x02\x01\x01\0\0\0",
        bytes(range(256)) * 8,
        b"abc\0\0\0def\0\0\0\xff\xff" * 40,
        b"\x01\x02\x03\x04\x05\x06\x07" * 40,
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(WorkbenchError, match=r"^a\.txt is "):
        decode(data, "a.txt")


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_one_sentence(data: bytes) -> None:
    try:
        text, encoding = decode(data, "a.txt")
    except WorkbenchError as error:
        assert str(error).startswith("a.txt ")
        assert "\n" not in str(error)
    else:
        assert text.strip()
        assert encoding


@given(st.text(st.sampled_from(TEXT), min_size=20, max_size=200).filter(lambda text: text.strip()))
def test_utf8_comes_back_whole(text: str) -> None:
    assert decode(text.encode(), "a.txt")[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "Copying somebody else’s model is no use.\n",
        "He didn’t go.",
        "Régis stayed in Kraków.",
        "“The naïve résumé,” said Müller — “isn’t mine.”\r\n",
        "A village—like ours—was paid £500 for ½ of it, at 20°C…",
        "The house of Molière’s brother and that of Brontë’s",
        "plain words. " * 20_000 + "Word’s",
    ],
)
def test_english_as_word_saves_it_is_no_chinese(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == (text, "cp1252")


ENGLISH = [
    "the",
    "roads",
    "of",
    "every",
    "village",
    "model",
    "county’s",
    "didn’t",
    "they’ll",
    "we’ve",
    "“quoted”",
    "‘tis’",
    "1990s",
    "20°C",
    "£500",
]
NAMES = [
    "Müller",
    "Zoë",
    "café",
    "résumé",
    "naïve",
    "José",
    "André",
    "Brontë",
    "Émile",
    "Kraków",
    "Régis",
    "façade",
    "déjà",
    "protégé",
    "François",
    "Søren",
    "Björk",
    "Ångström",
]
BREAKS = [" ", " ", " ", ", ", "—", " – ", "… ", ".” “", ".\r\n", "’ ‘"]


@given(
    st.lists(st.tuples(st.sampled_from(ENGLISH + NAMES), st.sampled_from(BREAKS)), min_size=1, max_size=40)
)
def test_english_with_quotes_dashes_and_names_comes_back(parts: list[tuple[str, str]]) -> None:
    text = "“It’s the end of that road and of this—" + "".join(word + gap for word, gap in parts) + "end"
    assert decode(text.encode("cp1252"), "a.txt") == (text, "cp1252")


SIMPLIFIED = (
    "国家的发展要以人民为中心，把改革和建设放在首位。政策农村经济县路水电教学医疗工作会议全面实行法治力量"
)
FULL_FORM = (
    "國家的發展要以人民為中心，把改革和建設放在首位。政策農村經濟縣路水電教學醫療工作會議全面實行法治力量"
)
LATIN = ["WTO", "5G", "GDP", "model", "village", "APEC 2014", "the", "e-government", "No. 1", "R&D"]


def mixed(hanzi: str) -> st.SearchStrategy[str]:
    """Runs of hanzi, some of them one sign long, with and without spaces between them and Latin words."""
    run = st.text(st.sampled_from(hanzi), min_size=1, max_size=6)
    part = st.tuples(
        run, st.sampled_from(["", " "]), st.sampled_from(LATIN), st.sampled_from(["", " ", "\n"])
    )
    rest = st.lists(part, min_size=1, max_size=30)
    return rest.map(lambda parts: hanzi[:14] + "\n" + "".join("".join(each) for each in parts))


@given(mixed(SIMPLIFIED))
def test_simplified_chinese_among_latin_words_comes_back(text: str) -> None:
    assert decode(text.encode("gb18030"), "a.txt") == (text, "gb18030")


@given(mixed(FULL_FORM), st.sampled_from(["gb18030", "big5"]))
def test_full_form_chinese_among_latin_words_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == (text, encoding)


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
@pytest.mark.parametrize(
    "text",
    [
        "The term 人大 is kept as it is.",
        "A model county (在) of the 人 and 力",
        "the county’s “own” road—here…",
    ],
)
def test_english_saved_on_a_chinese_system_keeps_its_signs(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == (text, encoding)


@pytest.mark.parametrize(
    "text",
    [
        "Příliš žluťoučký kůň úpěl ďábelské ódy a zase znovu.",
        "Życie jest piękne, ale był też ból i łzy w oczach.",
    ],
)
def test_central_european_is_not_read_as_western(text: str) -> None:
    assert decode(text.encode("cp1250"), "a.txt") == (text, "cp1250")
