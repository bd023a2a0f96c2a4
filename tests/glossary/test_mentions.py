"""tests: the first mention of a concept is known, and stays known while rows change."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.glossaries import concept
from workbench.glossary.mentioned_first import MentionedFirst
from workbench.glossary.mentions import RUNNING, FirstMentions, Mention
from workbench.glossary.recognition import Recogniser
from workbench.model.coded import CodedText
from workbench.model.segments import Kind, Segment

CONCEPTS = (
    concept(
        "京津冀协同发展", "coordinated development of the Beijing-Tianjin-Hebei region", id="jjj-development"
    ),
    concept("京津冀", "Beijing-Tianjin-Hebei region", id="jjj"),
    concept("四个意识", "Four Consciousnesses", id="four"),
    replace(
        concept("中共中央", "CPC Central Committee", id="short"),
        abbreviation_of="long",
        first_mention="Central Committee of the Communist Party of China (CPC)",
    ),
    concept("中国共产党中央委员会", "Central Committee of the Communist Party of China", id="long"),
)


def row(
    number: int, source: str, target: str = "", kind: Kind = Kind.PARAGRAPH, document: int = 1
) -> Segment:
    return Segment(number, 10 * number, document, kind, CodedText(source), CodedText(target))


def reading(*rows: Segment) -> FirstMentions:
    english = {one.id: one.target.text for one in rows}
    mentions = FirstMentions(Recogniser(CONCEPTS), english.__getitem__)
    mentions.read(rows)
    return mentions


def test_a_headline_or_caption_is_no_first_mention() -> None:
    mentions = reading(
        row(1, "京津冀", kind=Kind.TITLE),
        row(2, "京津冀", kind=Kind.HEADING),
        row(3, "京津冀", kind=Kind.CAPTION),
        row(4, "推动京津冀"),
        row(5, "京津冀"),
    )
    assert mentions.first("jjj", 1) == Mention(4, 2, 5)
    assert [mentions.first_in(number) for number in (1, 4, 5)] == [{}, {"jjj": Mention(4, 2, 5)}, {}]
    assert mentions.before(5) == {"jjj"}
    assert mentions.before(4) == mentions.before(1) == frozenset()


def test_of_two_mentions_in_a_row_the_left_one_is_the_first() -> None:
    text = "四个意识，四个意识"
    mentions = reading(row(1, text))
    left, right = Recogniser(CONCEPTS).hits(text)
    assert (mentions.is_first(1, left), mentions.is_first(1, right)) == (True, False)
    assert not mentions.is_first(7, left)


def test_a_mention_inside_a_longer_term_counts() -> None:
    mentions = reading(row(1, "京津冀协同发展"), row(2, "京津冀"))
    assert mentions.first("jjj", 1) == Mention(1, 0, 3)


def test_an_abbreviation_is_known_once_its_long_form_was_read() -> None:
    mentions = reading(row(1, "中国共产党中央委员会"), row(2, "中共中央"))
    assert mentions.before(2) == {"short"}
    assert mentions.first_in(1).keys() == {"long", "short"}
    assert reading(row(1, "中共中央")).first("long", 1) is None


def test_each_document_has_first_mentions_of_its_own() -> None:
    mentions = reading(row(1, "京津冀"), row(2, "在京津冀", document=2))
    assert mentions.first("jjj", 2) == Mention(2, 1, 4)
    assert mentions.before(2) == frozenset()


def test_a_changed_row_moves_the_first_mention_and_says_so() -> None:
    mentions = reading(row(1, "今年"), row(2, "京津冀"), row(3, "京津冀"))
    assert mentions.change(row(1, "在京津冀")) == {"jjj"}
    assert mentions.first("jjj", 1) == Mention(1, 1, 4)
    assert mentions.change(row(3, "去年")) == frozenset()
    assert mentions.change(row(1, "京津冀", kind=Kind.HEADING)) == {"jjj"}
    assert mentions.drop(2) == {"jjj"}
    assert mentions.drop(2) == frozenset()
    assert mentions.first("jjj", 1) is None


def test_the_first_english_mention_may_be_in_a_later_row_than_the_chinese_one() -> None:
    rows = [
        row(1, "京津冀", "the three places"),
        row(2, "京津冀", "in the Beijing-Tianjin-Hebei Region"),
        row(3, "京津冀"),
    ]
    mentions = reading(*rows)
    assert mentions.first_english("jjj", 1) == Mention(2, 7, 35)
    assert mentions.rendered_before(3) == {"jjj"}
    assert mentions.rendered_before(2) == mentions.rendered_before(9) == frozenset()
    assert mentions.first_english("four", 1) is None
    assert FirstMentions(Recogniser(CONCEPTS)).first_english("jjj", 1) is None


def test_the_long_form_in_english_is_a_first_mention_of_the_abbreviation() -> None:
    english = "the Central Committee of the Communist Party of China (CPC) met"
    mentions = reading(row(1, "中共中央", english))
    assert mentions.first_english("short", 1) == Mention(1, 4, 53)


def test_new_english_in_a_row_is_seen_when_the_row_is_read_again() -> None:
    english = {1: ""}
    mentions = FirstMentions(Recogniser(CONCEPTS), english.__getitem__)
    mentions.read([row(1, "四个意识")])
    assert mentions.first_english("four", 1) is None
    english[1] = "the Four Consciousnesses"
    mentions.change(row(1, "四个意识", english[1]))
    assert mentions.first_english("four", 1) == Mention(1, 4, 24)


SOURCES = st.lists(
    st.sampled_from(["京津冀", "四个意识", "京津冀协同发展", "今年，", "中共中央"]), max_size=3
).map("".join)
KINDS = st.sampled_from([Kind.PARAGRAPH, Kind.HEADING])
CHANGES = st.lists(st.tuples(st.integers(1, 6), st.one_of(st.none(), SOURCES), KINDS), max_size=8)


@given(st.lists(SOURCES, max_size=6), CHANGES)
def test_after_any_changes_it_is_known_as_if_all_rows_were_read_again(
    sources: list[str], changes: list[tuple[int, str | None, Kind]]
) -> None:
    rows = {number: row(number, source) for number, source in enumerate(sources, 1)}
    mentions = reading(*rows.values())
    for number, source, kind in changes:
        if source is None:
            rows.pop(number, None)
            mentions.drop(number)
        else:
            rows[number] = row(number, source, kind=kind)
            mentions.change(rows[number])
    again = reading(*(rows[number] for number in sorted(rows)))
    for one in CONCEPTS:
        assert mentions.first(one.id, 1) == again.first(one.id, 1)
    for number in rows:
        assert mentions.before(number) == again.before(number)
        assert mentions.first_in(number) == again.first_in(number)


@given(st.lists(st.lists(st.tuples(SOURCES, KINDS), max_size=4), max_size=3))
def test_the_short_form_knows_the_same_first_mentions(documents: list[list[tuple[str, Kind]]]) -> None:
    rows = [
        row(10 * document + number, source, kind=kind, document=document)
        for document, lines in enumerate(documents, 1)
        for number, (source, kind) in enumerate(lines)
    ]
    running = ((one.document, one.id, one.source.text) for one in rows if one.kind in RUNNING)
    short = MentionedFirst(Recogniser(CONCEPTS), running)
    mentions = reading(*rows)
    for one in rows:
        assert short.first_in(one.id) == mentions.first_in(one.id).keys()
    assert short.first_in(99) == frozenset()
