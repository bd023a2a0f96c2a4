"""project: how a word that was begun goes on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.project.completion import LEAST_OFFERED, Completer, Vocabulary, WordCount
from workbench.project.session import Session
from workbench.project.stopping import StopError

COUNTS = {"governance": 40, "government": 90, "Beijing": 30, "Development": 5, "development": 60, "govern": 2}


def completer() -> Completer:
    made = Completer()
    made.vocabulary = Vocabulary(COUNTS)
    return made


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("The gov", "ernment"),
        ("Gov", "ernment"),
        ("governa", "nce"),
        ("govern", "ment"),
        ("Bei", "jing"),
        ("bei", ""),
        ("dev", "elopment"),
        ("g", ""),
        ("government", ""),
        ("governmen", ""),
        ("", ""),
        ("gov ", ""),
        ("gov,", ""),
        ("GOV", ""),
        ("12gov", ""),
    ],
)
def test_the_commonest_word_that_begins_so_is_offered(typed: str, rest: str) -> None:
    assert completer().offer(typed, len(typed)) == rest


def test_inside_a_word_nothing_is_offered_and_before_a_mark_it_is() -> None:
    assert completer().offer("govx", 3) == ""
    assert completer().offer("gov, then", 3) == "ernment"


def test_what_was_written_lately_comes_before_what_is_written_often() -> None:
    made = completer()
    made.used("The governance of lakes; governesses")
    assert made.offer("gov", 3) == "ernance"


def test_terms_of_the_sentence_come_first_and_go_on_over_several_words() -> None:
    made = completer()
    terms = ("coordinated development of the region", "governing body")
    assert made.offer("The Coordinated dev", 19, terms) == "elopment of the region"
    assert made.offer("gov", 3, terms) == "erning body"
    assert made.offer("gover of gov", 12, ("of government",)) == "ernment"
    assert made.offer("uncoordinated dev", 17, terms) == "elopment"


@given(st.text(st.sampled_from("goveraBD -’京1")), st.integers(0, 30))
def test_what_is_offered_only_ever_adds_at_the_end_of_a_word(text: str, caret: int) -> None:
    caret = min(caret, len(text))
    offered = completer().offer(text, caret, ("government body", "Beijing"))
    if offered:
        assert len(offered) >= LEAST_OFFERED
        assert text[caret - 1].isalpha()
        assert not text[caret : caret + 1].isalnum()


@given(
    st.dictionaries(st.text("abcé", min_size=1, max_size=8), st.integers(1, 99)), st.text("abcé", min_size=1)
)
def test_the_best_is_what_looking_at_every_word_finds(counts: dict[str, int], begun: str) -> None:
    fitting = [word for word in counts if word.startswith(begun) and len(word) >= len(begun) + LEAST_OFFERED]
    best = Vocabulary(counts).best(begun)
    assert (best in fitting) if fitting else not best
    assert not fitting or counts[best] == max(counts[word] for word in fitting)


def test_words_are_counted_with_what_they_are_worth() -> None:
    count = WordCount()
    count.add("Rivers and rivers and well-being")
    count.add("rivers", worth=4)
    words = count.vocabulary()
    assert [words.count(word) for word in ("rivers", "Rivers", "well-being", "and")] == [5, 1, 1, 0]


def test_the_words_of_the_rows_and_of_the_memory_are_known(session: Session) -> None:
    row = session.row_numbered(2)
    assert row is not None
    session.type(row, "Riparian woodland is restored. " * 400)
    assert session.vocabulary().best("ripar") == ""
    assert session.vocabulary().best("Ripar") == "Riparian"
    session.confirm(row)
    session.catch_up()
    session.clear_target(row)
    assert session.vocabulary().best("wood") == "woodland"


def test_reading_the_words_can_be_stopped(session: Session) -> None:
    row = session.row_numbered(2)
    assert row is not None
    session.type(row, "Riparian woodland is restored.")

    def stop(_done: int, _of: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        session.vocabulary(stop)
