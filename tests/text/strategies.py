"""tests: made-up texts of both writing systems, with everything in them that is hard to wrap, fold or cut."""

from __future__ import annotations

from hypothesis import strategies as st

HANZI = "京津冀协同发展首都功能的在是大城市病國發⼈⻓〇𠀋"
LATIN = "abcXYZ019.,:;!?-'/()[]\"% "
MARKS = "，。、；：？！“”‘’（）《》「」…—·％．２０"
COMBINED = "e\u0301n\u0303❤\ufe0f👩\u200d🌾🇨🇳👍🏽葛\U000e0100"

characters = st.sampled_from(HANZI + LATIN + MARKS + COMBINED + "  \u3000\u00a0\n")
plain_texts = st.text(st.sampled_from(HANZI + MARKS + LATIN), max_size=120)
latin_texts = st.text(st.sampled_from(LATIN + "     —’“”"), max_size=200)
mixed_texts = st.text(characters, max_size=120)
texts = st.one_of(plain_texts, latin_texts, mixed_texts, st.text(max_size=60))
"""Any text at all, mostly of the kinds that occur."""
