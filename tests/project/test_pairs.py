"""tests of project: the sentences of a translated row in pairs, by its anchors and by the aligner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.strategies import texts
from workbench.align.engine import Alignment
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead
from workbench.model.coded import CodedText
from workbench.model.segments import Anchor, Kind, Origin, OriginKind, Segment, State
from workbench.project.pairs import SentencePair, document_pairs, sentence_pairs
from workbench.project.stretches import PairOrigin, stretches
from workbench.project.structure import sound_anchors

ROWS = (
    (
        "清河县把防汛备汛放在突出位置。汛期前，全县排查整治隐患136处，加固堤防28公里；"
        "各乡镇组建应急队伍，实行24小时值班。群众的安全感明显增强。",
        "Qinghe County has put flood preparedness first. Before the rainy season it found and removed 136 "
        "hazards and strengthened 28 km of dikes. Every township set up an emergency team. Each keeps watch "
        "around the clock. People feel much safer.",
    ),
    (
        "去年以来，我们关停污染企业12家，新增绿地300公顷。河水变清了，白鹭回来了。"
        "外出的年轻人也陆续返乡创业，办起民宿和合作社。",
        "Since last year we have shut down 12 polluting firms and added 300 hectares of green space, the "
        "river runs clear again, and the egrets are back. Young people who had left are coming home too. "
        "They run guesthouses and cooperatives.",
    ),
    (
        "教育是民生之基。全县新建幼儿园9所，改造乡村学校21所。“再穷不能穷教育。”一位老校长这样说。"
        "三年来，财政教育支出年均增长8.5%。",
        "Education is the foundation of people's lives. The county has built 9 kindergartens and renovated "
        "21 village schools. Over the past three years, education spending has grown by 8.5 percent a year.",
    ),
)
HEADING = ("推动。城乡。融合发展", "Integrate. Town and Country")


def row(
    source: str,
    target: str,
    *anchors: tuple[int, int],
    state: State = State.CONFIRMED,
    kind: Kind = Kind.PARAGRAPH,
    number: int = 1,
) -> Segment:
    return Segment(
        id=number,
        rank=number,
        document=1,
        kind=kind,
        source=CodedText(source),
        target=CodedText(target),
        anchors=tuple(Anchor(*anchor) for anchor in anchors),
        state=state,
    )


def anchored(segment: Segment, *ends: tuple[str, str]) -> Segment:
    """With an anchor behind each of these words and marks."""
    source, target = segment.source.text, segment.target.text
    found = [Anchor(source.index(zh) + len(zh), target.index(en) + len(en)) for zh, en in ends]
    return replace(segment, anchors=tuple(found))


def read(segment: Segment, pairs: Sequence[SentencePair]) -> list[tuple[str, str, str]]:
    """Source, target and origin of the pairs."""
    source, target = segment.source.text, segment.target.text
    return [(source[slice(*p.source)], target[slice(*p.target)], p.origin.value) for p in pairs]


def test_without_anchors_the_aligner_pairs_the_sentences(lexicon: Lexicon) -> None:
    segment = row(*ROWS[0])
    pairs = sentence_pairs(segment, lexicon)
    assert read(segment, pairs) == [
        ("清河县把防汛备汛放在突出位置。", "Qinghe County has put flood preparedness first.", "aligner"),
        (
            "汛期前，全县排查整治隐患136处，加固堤防28公里；",
            "Before the rainy season it found and removed 136 hazards and strengthened 28 km of dikes.",
            "aligner",
        ),
        (
            "各乡镇组建应急队伍，实行24小时值班。",
            "Every township set up an emergency team. Each keeps watch around the clock.",
            "aligner",
        ),
        ("群众的安全感明显增强。", "People feel much safer.", "aligner"),
    ]
    assert all(0 < pair.confidence <= 1 for pair in pairs)


def test_an_anchor_cuts_an_english_sentence_where_the_chinese_one_ends(lexicon: Lexicon) -> None:
    segment = anchored(row(*ROWS[1]), ("300公顷。", "green space,"), ("白鹭回来了。", "egrets are back."))
    assert read(segment, sentence_pairs(segment, lexicon)) == [
        (
            "去年以来，我们关停污染企业12家，新增绿地300公顷。",
            "Since last year we have shut down 12 polluting firms and added 300 hectares of green space,",
            "anchor",
        ),
        (
            "河水变清了，白鹭回来了。",
            "the river runs clear again, and the egrets are back.",
            "anchor",
        ),
        (
            "外出的年轻人也陆续返乡创业，办起民宿和合作社。",
            "Young people who had left are coming home too. They run guesthouses and cooperatives.",
            "anchor",
        ),
    ]


def test_what_anchors_close_is_certain_and_the_aligner_decides_the_rest(lexicon: Lexicon) -> None:
    segment = anchored(row(*ROWS[0]), ("突出位置。", "preparedness first."))
    pairs = sentence_pairs(segment, lexicon)
    assert [pair.origin for pair in pairs] == ["anchor", "aligner", "aligner", "aligner"]
    assert pairs[0].confidence == 1
    merged = anchored(row(*ROWS[0]), ("24小时值班。", "around the clock."))
    read_merged = read(merged, sentence_pairs(merged, lexicon))
    assert [origin for *_, origin in read_merged] == ["aligner", "aligner", "aligner", "anchor"]
    assert read_merged[3][:2] == ("群众的安全感明显增强。", "People feel much safer.")


def by_aligner(segment: Segment, score: int = 95, inserted: str | None = None) -> Segment:
    """A draft as `align --to project` makes it."""
    origin = Origin(OriginKind.ALIGNED, score, segment.target.text if inserted is None else inserted)
    return replace(segment, state=State.DRAFT, origin=origin)


@pytest.mark.parametrize("state", [State.DRAFT, State.CONFIRMED])
def test_anchors_of_the_aligner_part_a_row_and_make_no_pair_certain(lexicon: Lexicon, state: State) -> None:
    ends = ("突出位置。", "preparedness first."), ("28公里；", "of dikes."), ("24小时值班。", "the clock.")
    segment = replace(by_aligner(anchored(row(*ROWS[0]), *ends)), state=state)
    assert all(part.is_open for part in stretches(segment))
    pairs = sentence_pairs(segment, lexicon)
    assert {pair.origin for pair in pairs} == {PairOrigin.ALIGNER}
    assert all(pair.confidence < 1 for pair in pairs)
    for pair in pairs:
        for anchor in segment.anchors:
            sides = (anchor.source_end <= pair.source[0], anchor.target_end <= pair.target[0])
            assert len(set(sides)) == 1


@pytest.mark.parametrize(("score", "kind"), [(41, Kind.PARAGRAPH), (96, Kind.HEADING)])
def test_a_whole_row_from_the_aligner_is_as_sure_as_the_aligner_was(score: int, kind: Kind) -> None:
    segment = by_aligner(row("全县新增就业1.2万人。", "The county added 12,000 jobs.", kind=kind), score)
    (found,) = document_pairs([segment], lambda: pytest.fail("nothing is left to the aligner"))
    assert [(pair.origin, pair.confidence) for pair in found.pairs] == [(PairOrigin.ALIGNER, score / 100)]
    (confirmed,) = stretches(replace(segment, state=State.CONFIRMED))
    assert (confirmed.origin, confirmed.confidence) == (PairOrigin.WHOLE, 1.0)


@pytest.mark.parametrize(
    ("english", "inserted"),
    [("It is done. Good.", None), ("The county added 12,000 jobs.", "The county added jobs.")],
)
def test_a_whole_row_from_the_aligner_is_asked_anew_when_more_or_other_english_stands_there(
    english: str, inserted: str | None
) -> None:
    (part,) = stretches(by_aligner(row("全县新增就业1.2万人。", english), inserted=inserted))
    assert part.is_open


def test_an_anchor_that_passes_over_a_chinese_sentence_makes_one_pair_of_both() -> None:
    segment = row("三地共治一条河。水质好转，岸线变绿。群众满意。", "All of it is done. Good.", (18, 18))
    assert [(part.source, part.origin) for part in stretches(segment)] == [
        (((0, 18),), PairOrigin.ANCHOR),
        (((18, 23),), PairOrigin.ANCHOR),
    ]


def test_an_anchor_before_the_closing_marks_takes_them_along() -> None:
    source, target = (
        "他说：“河水变清。”白鹭回来了。",
        "He said, “The river runs clear.”[^1] The egrets are back.",
    )
    segment = anchored(row(source, target), ("变清。”", "clear"))
    first, second = stretches(segment)
    assert target[slice(*first.target[0])] == "He said, “The river runs clear.”[^1]"
    assert target[slice(*second.target[0])] == "The egrets are back."


def test_behind_the_last_anchor_the_rest_of_the_sentence_belongs_to_it_and_another_one_to_nobody(
    lexicon: Lexicon,
) -> None:
    segment = row(
        "河水变清。群众满意。", "The river is clear. People are happy with it. So are we.", (5, 19), (10, 36)
    )
    (found,) = document_pairs([segment], lambda: lexicon)
    assert read(segment, found.pairs)[-1] == ("群众满意。", "People are happy with it.", "anchor")
    assert (found.omitted, found.added) == (0, 1)


@pytest.mark.parametrize(
    "segment",
    [
        row(*HEADING, kind=Kind.HEADING),
        row(
            "全县新增就业1.2万人，失业率保持在较低水平。",
            "The county added 12,000 jobs. Unemployment is low.",
        ),
        row("河水变清。白鹭回来。", "The river runs clear and the egrets are back."),
    ],
    ids=["heading", "one Chinese sentence", "one English sentence"],
)
def test_a_heading_and_a_row_of_one_sentence_on_a_side_are_whole(segment: Segment) -> None:
    (whole,) = stretches(segment)
    assert whole.origin is PairOrigin.WHOLE
    assert whole.source == ((0, len(segment.source.text)),)
    assert whole.target == ((0, len(segment.target.text)),)


def test_in_a_draft_one_english_sentence_may_be_the_first_of_several(lexicon: Lexicon) -> None:
    source = ROWS[0][0]
    segment = row(source, "Qinghe County has put flood preparedness first. ", state=State.DRAFT)
    others = [row(*texts, number=number) for number, texts in enumerate(ROWS[1:], 2)]
    found = document_pairs([*others, segment], lambda: lexicon)[-1]
    assert read(segment, found.pairs)[0][:2] == (
        "清河县把防汛备汛放在突出位置。",
        "Qinghe County has put flood preparedness first.",
    )
    assert (len(found.pairs), found.omitted) == (1, 3)


def test_a_draft_that_stops_behind_an_anchor_leaves_the_rest_without_english(lexicon: Lexicon) -> None:
    source = ROWS[0][0]
    target = "Qinghe County has put flood preparedness first. "
    segment = anchored(row(source, target, state=State.DRAFT), ("突出位置。", "first."))
    (found,) = document_pairs([segment], lambda: lexicon)
    assert [pair.origin for pair in found.pairs] == ["anchor"]
    assert (found.omitted, found.added) == (3, 0)


def test_what_the_english_leaves_out_is_counted_and_no_pair(lexicon: Lexicon) -> None:
    segments = [row(*texts, number=number) for number, texts in enumerate(ROWS, 1)]
    found = document_pairs(segments, lambda: lexicon)[2]
    paired = "".join(zh for zh, _, _ in read(segments[2], found.pairs))
    assert found.row == 3
    assert "老校长" not in paired
    assert found.omitted >= 1
    assert found.added == 0


@pytest.mark.parametrize(("state", "pairs"), [(State.CONFIRMED, 2), (State.DRAFT, 1)])
def test_what_is_left_on_both_sides_of_a_settled_row_is_a_pair_that_is_not_sure(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch, state: State, pairs: int
) -> None:
    left = Bead(range(1, 2), range(1, 1), 0.7), Bead(range(2, 2), range(1, 3), 0.5)
    beads = (Bead(range(1), range(1), 0.9), *left)
    monkeypatch.setattr("workbench.align.engine.Aligner.align", lambda *_: Alignment(beads))
    segment = row("河水变清。白鹭回来。", "The river is clear. Look up. Egrets!", state=state)
    (found,) = document_pairs([segment], lambda: lexicon)
    assert len(found.pairs) == pairs
    if state is State.CONFIRMED:
        assert read(segment, found.pairs)[1] == ("白鹭回来。", "Look up. Egrets!", "aligner")
        assert found.pairs[1].confidence == pytest.approx(0.3)
        assert (found.omitted, found.added) == (0, 0)
    else:
        assert (found.omitted, found.added) == (1, 2)


def test_what_anchors_decide_needs_no_dictionary() -> None:
    segment = row("河水变清。白鹭回来。", "The river is clear. Egrets are back.", (5, 19))
    (found,) = document_pairs([segment], lambda: pytest.fail("the dictionary was loaded"))
    assert len(found.pairs) == 2


def test_rows_together_keep_their_borders_and_are_surer_than_alone(lexicon: Lexicon) -> None:
    segments = [row(*texts, number=number) for number, texts in enumerate((*ROWS, *ROWS), 1)]
    together = document_pairs(segments, lambda: lexicon)
    assert [found.row for found in together] == [1, 2, 3, 4, 5, 6]
    for segment, found in zip(segments, together, strict=True):
        assert found.pairs[0].source[0] == 0
        assert found.pairs[-1].source[1] == len(segment.source.text)
    alone = [pair.confidence for segment in segments for pair in sentence_pairs(segment, lexicon)]
    sure = [pair.confidence for found in together for pair in found.pairs]
    assert sum(sure) / len(sure) > sum(alone) / len(alone)


def test_an_untranslated_row_has_no_pairs(lexicon: Lexicon) -> None:
    assert sentence_pairs(row(ROWS[0][0], " ", state=State.UNTRANSLATED), lexicon) == ()


ZH = st.sampled_from([part + "。" for zh, _ in ROWS for part in zh.split("。") if part])
EN = st.sampled_from([part + "." for _, en in ROWS for part in en.split(". ") if part])
PROSE = st.tuples(st.lists(ZH, max_size=6).map("".join), st.lists(EN, max_size=6).map(" ".join))
PLACES = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 600)), max_size=5)


@given(
    st.lists(st.tuples(st.one_of(PROSE, st.tuples(texts, texts)), PLACES, st.booleans()), max_size=3),
)
def test_pairs_lie_in_order_in_the_text_and_never_overlap(
    lexicon: Lexicon, made: list[tuple[tuple[str, str], list[tuple[int, int]], bool]]
) -> None:
    segments = []
    for number, (sides, places, settled) in enumerate(made, 1):
        anchors = sound_anchors([Anchor(*place) for place in sorted(places)], *map(len, sides))
        state = State.CONFIRMED if settled else State.DRAFT
        segments.append(replace(row(*sides, number=number, state=state), anchors=anchors))
    for segment, found in zip(segments, document_pairs(segments, lambda: lexicon), strict=True):
        source, target = 0, 0
        for pair in found.pairs:
            assert source <= pair.source[0] < pair.source[1] <= len(segment.source.text)
            assert target <= pair.target[0] < pair.target[1] <= len(segment.target.text)
            assert 0 <= pair.confidence <= 1
            assert segment.source.text[slice(*pair.source)].strip()
            source, target = pair.source[1], pair.target[1]


@given(st.lists(st.tuples(ZH, EN, st.sampled_from([". ", ", ", " "])), min_size=2, max_size=6), st.booleans())
def test_the_pairs_of_a_row_with_all_its_anchors_are_the_anchors_own(
    lexicon: Lexicon, made: list[tuple[str, str, str]], last_is_set: bool
) -> None:
    source = target = ""
    anchors: list[tuple[int, int]] = []
    spans: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for zh, en, gap in made:
        start = len(source), len(target)
        source, target = source + zh, target + en.rstrip(".") + gap.rstrip()
        spans.append(((start[0], len(source)), (start[1], len(target))))
        anchors.append((len(source), len(target)))
        target += " "
    segment = row(source, target, *(anchors if last_is_set else anchors[:-1]))
    pairs = sentence_pairs(segment, lexicon)
    assert [(pair.source, pair.target) for pair in pairs] == spans
    assert {(pair.origin, pair.confidence) for pair in pairs} == {(PairOrigin.ANCHOR, 1.0)}
