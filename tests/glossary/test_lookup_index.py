"""tests/glossary: the index finds what the plain search finds, in its order, and reads initials further."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.glossary.lookup import lookup
from workbench.glossary.lookup_index import LookupIndex
from workbench.model.terms import Concept, Rendering

_ZH = st.text("京津冀協协同展非首都功能 A", min_size=1, max_size=5).filter(str.strip)
_PINYIN = st.lists(st.sampled_from(["jīng", "jīn", "jì", "xiān", "xiáng", "lǜ", "an", "·"]), max_size=5)
_EN = st.lists(st.sampled_from(["the", "Region", "co-ordinated", "Jing", "jj", "an", "x2"]), max_size=4)
_CONCEPTS = st.lists(
    st.builds(
        lambda zh, variants, pinyin, en, short: Concept(
            zh, zh, (Rendering(" ".join(en), short_form=" ".join(short)),), tuple(variants), " ".join(pinyin)
        ),
        _ZH,
        st.lists(_ZH, max_size=2),
        _PINYIN,
        _EN,
        _EN,
    ),
    max_size=8,
)
_QUERIES = st.one_of(
    _ZH,
    st.text("jingxal v", max_size=6),
    _EN.map(" ".join),
    st.sampled_from(["jjj", "jjx", "xian", "jing jin", "co", "the reg"]),
)


@given(_CONCEPTS, _QUERIES)
def test_what_the_plain_search_finds_comes_first_and_in_its_order(
    concepts: list[Concept], query: str
) -> None:
    expected = [id(one) for one in lookup(concepts, query)]
    found = [id(concepts[at]) for at in LookupIndex(concepts).find(query)]
    assert found[: len(expected)] == expected


def test_the_first_initials_find_a_longer_term_behind_all_others() -> None:
    whole = Concept("region", "京津冀", (Rendering("Beijing-Tianjin-Hebei region"),), pinyin="Jīng Jīn Jì")
    longer = Concept("plan", "京津冀协同", (Rendering("plan"),), pinyin="Jīng Jīn Jì xié tóng")
    index = LookupIndex([longer, whole])
    assert index.find("jjj") == [1, 0]
    assert index.find("jj") == []
