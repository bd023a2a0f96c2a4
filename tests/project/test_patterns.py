"""tests of project: a regular expression taken apart rules no row out in which Python finds it."""

from __future__ import annotations

import re
import sqlite3
import sys
import time
import unicodedata
import warnings

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from workbench.project.pattern_bytes import DIGIT_BYTES, byte_run
from workbench.project.pattern_small import in_small
from workbench.project.pattern_sql import ASCII_BESIDES, narrowing_pattern, whole_pattern
from workbench.project.pattern_sure import sure_pattern
from workbench.project.scanning import LONG, rows_read
from workbench.project.search_pattern import compiled
from workbench.project.session import Session
from workbench.project.stopping import StopError
from workbench.project.text_looks import TextLook, rows_with

LETTERS = "aksiAKSIzéÉıſKİßΣς河水0٣9 \n%_*?[]\\-\x1f,."
PIECES = (
    *(re.escape(letter) for letter in LETTERS), "ks", "SI", "河水", ".", r"\d", r"\w", r"\s", r"\D", r"\W",
    r"\b", r"\B", "^", "$", r"\A", r"\Z", "[a-k]", "[A-K]", "[^a-s]", "[^A-S]", "[0-9]", r"[\d,]", "[A-Z]",
    "[A-z]", "[é-ﾝ]", "[一-龥]", "[KS]", "[sk-]", "[]a]", r"\1", "{", "}", "{}", "{,}", "-", "]", "(?i:a)",
    "(?#k)", r"\x6b", "(?>a|ak)", r"[\]\-]", "[[]", r"\n",
)  # fmt: skip
COUNTS = (
    "",
    "",
    "",
    "*",
    "+",
    "?",
    "{2}",
    "{1,}",
    "{,2}",
    "{2,3}",
    "*?",
    "+?",
    "??",
    "?+",
    "*+",
    "{0}",
    "{3}+",
)
GROUPS = ("({})", "(?:{})", "(?P<k>{})", "(?={})", "(?!{})", "(?<={})", "(?<!{})")


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Parts behind one another, alternatives of them, and each of these in brackets."""
    counted = st.tuples(parts, st.sampled_from(COUNTS)).map("".join)
    way = st.lists(counted, max_size=4).map("".join)
    ways = st.lists(way, min_size=1, max_size=3).map("|".join)
    return st.one_of(
        counted, ways, st.tuples(st.sampled_from(GROUPS), ways).map(lambda two: two[0].format(two[1]))
    )


PATTERNS = st.recursive(st.sampled_from(PIECES), joined, max_leaves=8)
TEXTS = st.lists(st.text(LETTERS, max_size=12), min_size=1, max_size=12)


def python_s(pattern: str, *, case: bool) -> re.Pattern[str]:
    """The pattern as Python takes it; examples that are none are passed over."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(pattern, 0 if case else re.IGNORECASE)
    except (re.error, OverflowError):
        assume(False)
        raise


def table_of(texts: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, target TEXT, note TEXT)")
    both = ((row, text, text[::-1]) for row, text in enumerate(texts, 1))
    connection.executemany("INSERT INTO rows VALUES (?, ?, ?)", both)
    return connection


def passing(connection: sqlite3.Connection, asked: tuple[str, list[str]]) -> set[int]:
    return {row for (row,) in connection.execute(f"SELECT id FROM rows WHERE {asked[0]}", asked[1])}


@settings(max_examples=400, deadline=None)
@given(PATTERNS, TEXTS, st.booleans())
@example("(ab|cd|ef|gh|ij|kl|mn|op|qr)x", ["abx", "x"], True)
@example("a(?:b|c){3}", ["ab", "abbb"], True)
@example("ks", ["KS", "ſ", "Kſ"], False)
@example("i", ["İ", "i"], True)
@example("a?+ab", ["ab", "aab"], True)
@example("k.*s", ["k\ns", "KxS", "ks"], False)
@example("河[^水]s", ["河水s", "河\nS", "河ſ"], False)
@example(r"a\w{2}k(?=s)", ["aéßks", "aa_k", "a河水Ks"], False)
def test_no_row_is_lost_and_none_is_added(pattern: str, texts: list[str], case: bool) -> None:
    found = python_s(pattern, case=case)
    wanted = {row for row, text in enumerate(texts, 1) if found.search(text)}
    connection = table_of(texts)
    assert wanted <= passing(connection, narrowing_pattern("target", pattern, case=case))
    if (whole := whole_pattern("target", pattern, case=case)) is not None:
        assert passing(connection, whole) == wanted
    if (sure := sure_pattern("target", pattern, case=case)) is not None:
        assert passing(connection, sure) <= wanted
    look = TextLook("target", found)
    assert rows_with(connection, [look]) == wanted
    assert rows_with(connection, [look, TextLook("note", found)], frozenset(range(1, 99))) == wanted | {
        row for row, text in enumerate(texts, 1) if found.search(text[::-1])
    }


@settings(max_examples=300, deadline=None)
@given(PATTERNS, st.text(LETTERS, max_size=20))
def test_small_letters_and_runs_of_bytes_agree_with_the_pattern(pattern: str, text: str) -> None:
    found = python_s(pattern, case=False).search(text) is not None
    small = in_small(pattern)
    if small and not set(ASCII_BESIDES) & set(text):
        assert any(way.search(text.encode().lower().decode()) for way in small) == found
    for case in (False, True):
        run = byte_run(pattern, case=case)
        if run is not None and python_s(pattern, case=case).search(text):
            assert run.run in text.encode().translate(run.table)


@pytest.mark.parametrize(
    ("pattern", "asked"),
    [
        (r"reser\w+oirs", ["%re_er%o_r%"]),
        ("修建.座", ["%修建_座%"]),
        (r"(roads?|dams) of", ["%road% of%", "%dam_ of%"]),
        (r"\bthe (?=river)", ["%the %"]),
        (r"\d{4}年", ["%年%"]),
        (r"\d{4}", []),
        (r"x*|河", []),
    ],
)
def test_what_sqlite_is_asked_first(pattern: str, asked: list[str]) -> None:
    assert narrowing_pattern("target", pattern, case=False)[1] == asked


@pytest.mark.parametrize(
    ("pattern", "case", "sure"),
    [
        ("修建.座", False, ("(target GLOB ?)", ["*修建[^\n]座*"])),
        ("Reform.*up", False, ("((lower(target) GLOB ?) AND instr(target, char(10)) = 0)", ["*reform*up*"])),
        (r"第\d{1,2}次", True, ("(target GLOB ? OR target GLOB ?)", ["*第[0-9]次*", "*第[0-9][0-9]次*"])),
        (r"taxes \w+", True, ("(target GLOB ?)", ["*taxes [0-9A-Z_a-z一-龥]*"])),
        (r"\d{4}年", False, None),
        (r"\bdam", False, None),
    ],
)
def test_what_sqlite_is_sure_of(pattern: str, case: bool, sure: tuple[str, list[str]] | None) -> None:
    assert sure_pattern("target", pattern, case=case) == sure


def test_plain_matches_are_told_without_reading_and_the_others_are_read() -> None:
    connection = table_of(["修建一座大桥", "修建\n座", "大桥", *["修建两座大桥"] * 30])
    look = TextLook("target", re.compile("修建.座"))
    read: list[str] = []
    connection.set_trace_callback(read.append)
    assert rows_with(connection, [look]) == {1, *range(4, 34)}
    assert "id IN (SELECT value FROM json_each('[2]'))" in read[-1]


def test_a_few_texts_are_all_that_an_expression_says() -> None:
    asked = whole_pattern("target", "水库|河流", case=True)
    assert asked == ("(target GLOB ? OR target GLOB ?)", ["*水库*", "*河流*"])
    assert whole_pattern("target", "水.库", case=True) is None
    assert whole_pattern("target", r"\bdam", case=False) is None


def test_digits_and_capitals_are_looked_for_as_bytes() -> None:
    digits, capitals = byte_run(r"\d{4}\b", case=False), byte_run("[A-Z]{3}", case=True)
    assert digits is not None
    assert digits.run == b"1111"
    assert "１９７８年".encode().translate(digits.table).count(b"1") >= 8
    assert capitals is not None
    assert b"GDP".translate(capitals.table) == capitals.run
    assert byte_run("[A-Z]{3}", case=False) is None


def test_what_unicode_says_of_letters_and_digits_is_what_is_taken_for_granted() -> None:
    every = [chr(code) for code in range(0x80, sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
    ascii_too = re.compile("[\x00-\x7f]", re.IGNORECASE)
    assert [sign for sign in every if ascii_too.match(sign)] == sorted(ASCII_BESIDES)
    for sign, letter in ASCII_BESIDES.items():
        assert re.fullmatch(letter, sign, re.IGNORECASE)
    digits = [sign for sign in every if unicodedata.category(sign) == "Nd"]
    assert {byte for sign in digits for byte in sign.encode()} <= DIGIT_BYTES


def test_a_long_project_is_read_by_two_and_can_be_stopped(session: Session) -> None:
    store = session.store
    first = store.segments(store.find_ids("1 = 1"))[0]
    with store.transaction():
        store.connection.execute("UPDATE rows SET id = ? WHERE id = ?", (LONG * 2, first.id))
    look = TextLook("source_fold", compiled("河流.*", case=False))
    assert len(rows_with(store.connection, [look])) == 2
    assert rows_read(store.connection, lambda _, first, last: [last], stretch=LONG) == {
        LONG + 1,
        LONG * 2 + 1,
    }

    def stop(done: int, of: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        rows_with(store.connection, [look], progress=stop)


def test_reading_a_few_rows_is_told_and_can_be_stopped_in_a_short_project_too() -> None:
    connection = table_of(["修建\n座"] * 500)
    told: list[tuple[int, int]] = []
    look = TextLook("target", re.compile("修建.座|座修"))
    assert rows_with(connection, [look], progress=lambda done, of: told.append((done, of))) == frozenset()
    assert told == [(0, 500), (200, 500), (400, 500)]


def test_what_goes_wrong_in_another_thread_is_raised_where_the_rows_are_asked_for(session: Session) -> None:
    store = session.store
    with store.transaction():
        store.connection.execute("UPDATE rows SET id = ? WHERE id = 1", (LONG * 2,))
    here = store.connection

    def read(connection: sqlite3.Connection, first: int, last: int) -> list[int]:
        if connection is not here:
            raise MemoryError
        time.sleep(0.001)
        return [first]

    with pytest.raises(MemoryError):
        rows_read(here, read, stretch=100)


@pytest.mark.parametrize("pattern", ["水[" + "河" * 900 + "]{1,9}的", "a" + r"\w{200}" * 20, "2\ufffd+\\d"])
def test_what_sqlite_could_not_take_is_not_asked_of_it(pattern: str) -> None:
    assert sure_pattern("target", pattern, case=False) is None
