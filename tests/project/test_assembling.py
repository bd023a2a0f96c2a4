"""tests of project: English put together from sentences: its text, its score, its anchors."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.coded import CodedText, CodeKind, InlineCode
from workbench.model.matches import GAP, Match, MatchKind
from workbench.model.memory_units import MemoryUnit
from workbench.model.segments import Segment
from workbench.project.assembling import assembled
from workbench.project.proposals import InsertMode, Proposal, inserted, spliced
from workbench.project.sentence_matches import SentenceMatches, sentence_queries
from workbench.project.structure import sound_anchors

ENGLISH = st.text("abc .", min_size=1, max_size=12).filter(str.strip)
SCORES = st.none() | st.tuples(st.integers(50, 101), ENGLISH)
SENTENCES = st.lists(st.tuples(st.integers(1, 20), st.integers(0, 2), SCORES), min_size=1, max_size=6)


def match_of(similarity: int, english: str) -> Match:
    target = CodedText(english)
    return Match(MemoryUnit(CodedText("好"), target), "m", MatchKind.FUZZY, similarity, (), 1, 2, (), target)


def sentences(drawn: list[tuple[int, int, tuple[int, str] | None]]) -> list[SentenceMatches]:
    """Sentences of the given lengths with so many spaces behind each."""
    at, made = 0, []
    for length, spaces, found in drawn:
        end = at + length
        matches = () if found is None else (match_of(*found),)
        made.append(SentenceMatches((at, end), end + spaces, matches))
        at = end + spaces
    return made


@given(SENTENCES)
def test_the_score_is_that_of_the_covered_share_and_every_gap_is_marked(
    drawn: list[tuple[int, int, tuple[int, str] | None]],
) -> None:
    made = assembled(sentences(drawn))
    if made is None:
        assert all(found is None for _, _, found in drawn)
        return
    reached = sum(length * min(100, found[0]) for length, _, found in drawn if found)
    assert made.score == reached // sum(length for length, _, _ in drawn)
    assert 0 < made.score <= 100
    texts = [found[1] if found else GAP for _, _, found in drawn]
    assert made.text == " ".join(texts)
    assert [made.text[slice(*span)] for span in made.target_spans] == texts
    source = sum(length + spaces for length, spaces, _ in drawn)
    assert sound_anchors(made.anchors, source, len(made.text)) == made.anchors


def test_codes_of_the_parts_stand_where_their_part_stands() -> None:
    coded = CodedText("a b", (InlineCode(2, 1, CodeKind.ALONE),))
    plain, marked = match_of(100, "x"), match_of(100, "")
    marked = Match(marked.unit, "m", MatchKind.EXACT, 100, (), 0, 1, (), coded)
    made = assembled([SentenceMatches((0, 1), 1, (plain,)), SentenceMatches((1, 2), 2, (marked,))])
    assert made is not None
    assert made.target == CodedText("x a b", (InlineCode(4, 1, CodeKind.ALONE),))


def test_two_sentences_as_one_take_the_place_of_those_without_a_match_only() -> None:
    first, second = SentenceMatches((0, 4), 4, ()), SentenceMatches((4, 8), 8, ())
    third = SentenceMatches((8, 9), 9, (match_of(100, "z"),))
    joined = SentenceMatches((0, 8), 8, (match_of(90, "x and y"),))
    made = assembled([first, second, third], [joined])
    assert made is not None
    assert made.text == "x and y z"
    assert made.score == (90 * 8 + 100) // 9


def test_a_row_of_one_sentence_is_looked_up_whole_alone() -> None:
    assert sentence_queries(Segment(1, 1, 1, source=CodedText("一句话。")), "", "") == ()


@given(st.text("ab。！ ", max_size=30), st.none() | st.text("ab。", max_size=6))
def test_sentences_are_parts_of_the_source_in_order_and_know_their_neighbours(
    text: str, before: str | None
) -> None:
    segment = Segment(1, 1, 1, source=CodedText(text))
    queries = sentence_queries(segment, before, before)
    ends = [0]
    for asked in queries:
        start, end = asked.span
        assert asked.query.source.text == text[start:end] == text[start:end].strip() != ""
        assert ends[-1] <= start < end <= asked.end
        ends.append(asked.end)
    for left, right in pairwise(queries):
        assert left.query.after == right.query.source.text
        assert right.query.before == left.query.source.text
    if queries:
        assert queries[0].query.before == queries[-1].query.after or before
        assert (queries[0].query.before is None) == (before is None)


@given(
    st.text("ab ", max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from(CodeKind)), max_size=4),
    st.integers(0, 12),
    st.integers(0, 12),
    st.text("xy", max_size=5),
)
def test_splicing_replaces_the_text_and_keeps_codes_inside_it_and_in_order(
    text: str, codes: list[tuple[int, CodeKind]], first: int, second: int, piece: str
) -> None:
    places = sorted(min(at, len(text)) for at, _ in codes)
    coded = CodedText(
        text,
        tuple(InlineCode(at, n, kind) for n, (at, (_, kind)) in enumerate(zip(places, codes, strict=True))),
    )
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    made = spliced(coded, start, end, CodedText(piece))
    assert made.text == text[:start] + piece + text[end:]
    offsets = [code.offset for code in made.codes]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(made.text) for offset in offsets)
    outside = {code.number for code in coded.codes if not start < code.offset < end}
    assert outside <= {code.number for code in made.codes}


@given(st.text("ab. ", max_size=20), st.integers(-2, 25), st.sampled_from(InsertMode), ENGLISH, st.booleans())
def test_whatever_goes_in_leaves_a_sound_draft_and_a_caret_inside_it(
    typed: str, caret: int, mode: InsertMode, english: str, sentence: bool
) -> None:
    segment = Segment(1, 1, 1, source=CodedText("第一句。第二句。第三句。"), target=CodedText(typed))
    proposal = Proposal(CodedText(english), 90, (4, 8) if sentence else None, 8 if sentence else 0)
    after, where = inserted(segment, proposal, caret, mode)
    assert 0 <= where <= len(after.target.text)
    assert sound_anchors(after.anchors, 12, len(after.target.text)) == after.anchors
    if mode is InsertMode.DIFFERENCE:
        assert _is_subsequence("".join(typed.split()), after.target.text)
    else:
        assert english.strip() in after.target.text


def _is_subsequence(short: str, long: str) -> bool:
    signs = iter(long)
    return all(sign in signs for sign in short)
