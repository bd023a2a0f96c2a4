"""tests of memory: sources folded together are found by the same key as a source folded alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.store_folding import folds_of
from workbench.memory.store_keys import keys_of, keys_of_all
from workbench.text.fold import fold

_HARD = (
    "　 \u00a0\u2003中国語ａＢ１，。㈱…½㎡⼈⺠e\u0301\u200b\ufe0f가\u1100\u1161\u11a8が\u3099\ufdfa\0\u00a8ﬁ"
)
_TEXTS = st.text(max_size=20) | st.text(st.sampled_from(_HARD), max_size=12)


@given(sources=st.lists(_TEXTS, max_size=8))
def test_together_is_as_alone(sources: list[str]) -> None:
    assert folds_of(sources) == [fold(source) for source in sources]


@given(
    sources=st.lists(
        st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(["第3条", "五百人"])
    )
)
def test_keys_together_are_as_alone(sources: list[str]) -> None:
    keys = keys_of_all(sources)
    for at, source in enumerate(sources):
        alone = keys_of(source)
        assert keys.of(at) == (alone.fold, alone.mask_hash, alone.number_hash)


def test_a_batch_with_all_kinds_of_characters_is_folded_right() -> None:
    every = [
        chr(point) + chr(point + 1) for point in range(0x20, 0x30000, 41) if not 0xD7FF <= point <= 0xDFFF
    ]
    assert folds_of(every) == [fold(source) for source in every]
