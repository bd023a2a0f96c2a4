"""project: where a refrain recurs, the English that was chosen first for it is offered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.lexicon.lexicon import Lexicon
from workbench.model.coded import CodedText
from workbench.model.segments import Anchor, Segment, State
from workbench.project.dictionary import lexicon_with
from workbench.project.refrain_english import Rendered, agreed, english_of, english_words
from workbench.project.refrains import ProjectRefrains

HERE = Path(__file__).parent
REFRAIN = "推动江海联动发展不断迈上新台阶"
RIVER = "take the integrated development of river and sea to new heights"
FIRST = f"实践证明有路可走。我们要{REFRAIN}，让沿江群众过上好日子。"
FIRST_ENGLISH = f"A way has been found. We must {RIVER} and give the people along the river a good life."


def _row(row: int, source: str, target: str = "", state: State = State.UNTRANSLATED) -> Segment:
    return Segment(row, row, 1, source=CodedText(source), target=CodedText(target), state=state)


def refrains_of(rows: dict[int, Segment], lexicon: Lexicon) -> ProjectRefrains:
    """The refrains of some rows."""
    return ProjectRefrains.of(((row.id, row.source.text) for row in rows.values()), lexicon)


def _rows(*rows: Segment) -> dict[int, Segment]:
    return {row.id: row for row in rows}


ROWS = _rows(
    _row(1, REFRAIN),
    _row(2, FIRST, FIRST_ENGLISH, State.CONFIRMED),
    _row(3, f"{REFRAIN}，要把港口和腹地连成一体。"),
    _row(4, "三地共治河流。"),
    _row(5, f"站在新的起点，{REFRAIN}，使命光荣。"),
)


@pytest.fixture(scope="module")
def terms(indexed: Path) -> Lexicon:
    """The dictionary with the bundled terms, and those of a translator."""
    from workbench.glossary.bundled import policy_path, read_all
    from workbench.lexicon.index import load_lexicon

    load_lexicon(indexed / "workbench")
    return lexicon_with(read_all([policy_path()]))


def test_the_english_chosen_first_is_offered_at_every_other_place(terms: Lexicon) -> None:
    refrains = refrains_of(ROWS, terms)
    for row in (1, 3, 5):
        (offer,) = refrains.offers(row, ROWS.get)
        assert ROWS[row].source.text[offer.start : offer.end] == REFRAIN
        assert offer.english == RIVER
        assert (offer.row, offer.sentence) == (2, FIRST_ENGLISH[22:])
        assert len(offer.refrain.places) == 4
    assert refrains.offers(2, ROWS.get) == ()
    assert refrains.offers(4, ROWS.get) == ()
    assert refrains.rows_of(refrains.refrains[0]) == [1, 2, 3, 5]


def test_marks_stand_where_the_refrain_does(terms: Lexicon) -> None:
    refrains = refrains_of(ROWS, terms)
    (mark,) = refrains.marks(5)
    assert ROWS[5].source.text[mark.start : mark.end] == REFRAIN
    assert refrains.marks(4) == refrains.marks(99) == ()


def test_a_confirmed_row_counts_before_a_draft_that_stands_earlier(terms: Lexicon) -> None:
    draft = _row(1, REFRAIN, "River and sea climb higher", State.DRAFT)
    rows = {**ROWS, 1: draft}
    refrains = refrains_of(rows, terms)
    assert refrains.offers(3, rows.get)[0].row == 2
    unsettled = {**rows, 2: replace(rows[2], state=State.DRAFT)}
    assert refrains.offers(3, unsettled.get)[0].row == 1


def test_nothing_is_offered_where_the_text_was_changed_or_is_gone(terms: Lexicon) -> None:
    refrains = refrains_of(ROWS, terms)
    changed = {**ROWS, 3: replace(ROWS[3], source=CodedText("要把港口和腹地连成一体，统一规划、统一建设。"))}
    assert refrains.offers(3, changed.get) == ()
    without = {row: segment for row, segment in ROWS.items() if row != 2}
    assert refrains.offers(3, without.get) == ()


def test_the_sentence_is_found_by_the_anchors_of_the_translator(terms: Lexicon) -> None:
    anchored = replace(ROWS[2], anchors=(Anchor(9, 21), Anchor(len(FIRST), len(FIRST_ENGLISH))))
    rows = {**ROWS, 2: anchored}
    (offer,) = refrains_of(rows, terms).offers(3, rows.get)
    assert offer.english == RIVER


def test_where_the_words_are_not_sure_the_sentence_stands_alone(terms: Lexicon) -> None:
    free = "Onward and upward, as the saying goes along the Yangtze docks and lanes where old hands sit."
    rows = {**ROWS, 2: replace(ROWS[2], source=CodedText(FIRST[9:]), target=CodedText(free))}
    (offer,) = refrains_of(rows, terms).offers(3, rows.get)
    assert (offer.english, offer.sentence) == ("", free)


def test_a_part_of_a_refrain_is_offered_where_the_whole_has_no_english_yet(terms: Lexicon) -> None:
    longer = f"始终坚持{REFRAIN}的奋斗目标"
    rows = _rows(*[ROWS[2], _row(7, f"要{longer}。"), _row(8, f"应{longer}！"), ROWS[1], ROWS[5]])
    refrains = refrains_of(rows, terms)
    assert [offer.english for offer in refrains.offers(7, rows.get)] == [RIVER]


def test_what_two_translations_share_counts_more_than_what_one_seems_to_say() -> None:
    first = "We must take integrated development of river and sea to new heights and work hard."
    second = "The aim is to take integrated development of river and sea to new heights in five years."
    words = english_words(first)
    guess = Rendered(words[3].start, words[13].end, 0.5)
    found = agreed(first, guess, [second])
    assert first[found.start : found.end] == "take integrated development of river and sea to new heights"
    assert found.confidence >= 0.9
    assert agreed(first, guess, ["Nothing in common."]) == guess


def test_english_without_a_word_renders_nothing(terms: Lexicon) -> None:
    assert english_of("推动发展。", (0, 2), "…", terms) is None
    assert english_of("推动发展", (0, 4), "The growth", terms) == Rendered(4, 10, 1.0)


def _gold(name: str) -> list[tuple[str, tuple[int, int], str, tuple[int, int]]]:
    """Chinese, the span of the refrain in it, English, the span that renders it."""
    found: list[tuple[str, tuple[int, int], str, tuple[int, int]]] = []
    for line in (HERE / name).read_text("utf-8").splitlines():
        sides: list[tuple[str, tuple[int, int]]] = []
        for side in line.split("\t"):
            span = side.index("〔"), side.index("〕") - 1
            sides.append((side.replace("〔", "").replace("〕", ""), span))
        found.append((*sides[0], *sides[1]))
    return found


@pytest.mark.parametrize(
    ("name", "exact", "overlap"), [("refrain_gold.tsv", 0.75, 0.95), ("refrain_gold_held.tsv", 0.85, 0.96)]
)
def test_most_stretches_of_the_gold_are_found_to_the_word(
    name: str, exact: float, overlap: float, terms: Lexicon
) -> None:
    right, common = [], []
    for chinese, span, english, wanted in _gold(name):
        found = english_of(chinese, span, english, terms)
        assert found is not None
        words = english_words(english)
        ours = {n for n, word in enumerate(words) if found.start <= word.start < found.end}
        theirs = {n for n, word in enumerate(words) if wanted[0] <= word.start < wanted[1]}
        common.append(2 * len(ours & theirs) / (len(ours) + len(theirs)))
        right.append(not any(not words[n].is_stop for n in ours ^ theirs))
    assert sum(right) / len(right) >= exact
    assert sum(common) / len(common) >= overlap
