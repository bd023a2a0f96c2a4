"""tests of project: a stretch of a row stands alone with its codes and italics."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.coded import CodedText, CodeKind, InlineCode, parse_coded, print_coded
from workbench.project.excerpt import english_excerpt, excerpt
from workbench.project.stretches import trimmed

BOLD = parse_coded("The river ⟨1⟩runs clear⟨/1⟩. ⟨2⟩The egrets are back.⟨/2⟩ ⟨3/⟩We go on.")


def printed(coded: CodedText, sentence: str) -> str:
    start = coded.text.index(sentence)
    return print_coded(excerpt(coded, start, start + len(sentence)))


def test_codes_go_with_their_sentence_at_offsets_of_the_excerpt() -> None:
    assert printed(BOLD, "The river runs clear.") == "The river ⟨1⟩runs clear⟨/1⟩."
    assert printed(BOLD, "The egrets are back.") == "⟨2⟩The egrets are back.⟨/2⟩⟨3/⟩"
    assert printed(BOLD, "We go on.") == "We go on."


def test_a_code_that_opens_in_the_space_between_opens_the_next_sentence() -> None:
    coded = parse_coded("One. ⟨1⟩ Two.⟨/1⟩")
    assert printed(coded, "One.") == "One."
    assert printed(coded, "Two.") == "⟨1⟩Two.⟨/1⟩"


def test_codes_around_a_row_go_with_its_first_and_last_sentence() -> None:
    coded = parse_coded("⟨1/⟩ 河水变清。白鹭回来。⟨2/⟩")
    assert printed(coded, "河水变清。") == "⟨1/⟩河水变清。"
    assert printed(coded, "白鹭回来。") == "白鹭回来。⟨2/⟩"


def test_a_pair_that_the_cut_parts_leaves_half_on_each_side() -> None:
    coded = parse_coded("⟨1⟩河水变清。白鹭回来。⟨/1⟩")
    assert printed(coded, "河水变清。") == "⟨1⟩河水变清。"
    assert printed(coded, "白鹭回来。") == "白鹭回来。⟨/1⟩"


def test_italics_that_the_cut_parts_are_closed_and_opened_again() -> None:
    coded = parse_coded("*The river runs ⟨1⟩clear⟨/1⟩. The ⟨2⟩egrets⟨/2⟩ are back.* We go on.")
    middle = coded.text.index("The egrets")
    assert print_coded(english_excerpt(coded, 0, middle - 1)) == "*The river runs ⟨1⟩clear⟨/1⟩.*"
    rest = english_excerpt(coded, middle, coded.text.index(" We"))
    assert print_coded(rest) == "*The ⟨2⟩egrets⟨/2⟩ are back.*"


def test_italics_inside_a_sentence_and_a_lone_asterisk_stay_as_they_are() -> None:
    coded = CodedText("He read *County Notes* there. It cost 3 * 4 yuan. Then 5 * 6 yuan.")
    first, second = coded.text.index(" It"), coded.text.index(" Then")
    assert english_excerpt(coded, 0, first).text == "He read *County Notes* there."
    assert english_excerpt(coded, first + 1, second).text == "It cost 3 * 4 yuan."


@given(
    st.lists(st.text("河水 .ab*", min_size=1).filter(str.strip), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(CodeKind))),
)
def test_excerpts_that_cover_a_text_hold_each_of_its_codes_once(
    parts: list[str], places: list[tuple[int, CodeKind]]
) -> None:
    text = "".join(parts)
    offsets = sorted(min(offset, len(text)) for offset, _ in places)
    codes = tuple(
        InlineCode(at, n + 1, kind) for n, (at, (_, kind)) in enumerate(zip(offsets, places, strict=True))
    )
    coded = CodedText(text, codes)
    seen: list[InlineCode] = []
    start = 0
    for part in parts:
        cut = excerpt(coded, *trimmed(text, (start, start + len(part))))
        assert cut.text == part.strip()
        assert all(0 <= code.offset <= len(cut.text) for code in cut.codes)
        seen += cut.codes
        start += len(part)
    assert [code.number for code in seen] == [code.number for code in codes]
