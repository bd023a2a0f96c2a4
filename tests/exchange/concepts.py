"""tests: concepts of every kind, as hypothesis draws them: whatever a glossary file can hold."""

from __future__ import annotations

from hypothesis import strategies as st

from workbench.model.terms import Attestation, Concept, Rendering, Status, TermKind

ALPHABET = st.one_of(
    st.sampled_from("国情改革abc e:;=+-@'\"\\,<&>|/–1"),
    st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs")),
)


def one_line(text: str) -> str:
    return " ".join(text.split())


TEXTS = st.text(ALPHABET, max_size=12).map(one_line)
FULL = TEXTS.filter(bool)
ITEMS = FULL.map(lambda text: one_line(text.replace("|", ""))).filter(bool)
NAMED = st.builds(
    lambda name, text: one_line(f"{name}: {text}"),
    st.sampled_from(["note", "source", "years", "pinyin", "kind", "concept", "short form", "definition"]),
    TEXTS,
)
YEARS = st.none() | st.integers(1000, 2999)
ADDRESSES = TEXTS | st.sampled_from(["https://example.org/a?b=1&c=2", "http://例子.cn/", "https://"])

RENDERINGS = st.builds(
    Rendering,
    en=FULL,
    article=st.sampled_from(["", "the", "a", "an"]),
    short_form=TEXTS,
    status=st.sampled_from(Status),
    attestation=st.sampled_from(Attestation),
    register=TEXTS,
    authority=TEXTS,
    year_from=YEARS,
    year_to=YEARS,
    source_url=ADDRESSES,
    checked_on=st.sampled_from(["", "2024-02-29"]),
    pos=st.sampled_from(["", "noun", "verb", "noun phrase", "other"]),
    valency=TEXTS,
    note=TEXTS | NAMED,
)
CONCEPTS = st.builds(
    Concept,
    id=FULL,
    zh=FULL,
    renderings=st.lists(RENDERINGS, min_size=1, max_size=3).map(tuple),
    zh_variants=st.lists(ITEMS, max_size=3, unique=True).map(tuple),
    pinyin=TEXTS,
    kind=st.sampled_from(TermKind),
    domain=TEXTS,
    members=st.lists(ITEMS, max_size=4).map(tuple),
    abbreviation_of=TEXTS,
    first_mention=TEXTS,
    context=TEXTS | NAMED,
    risk=TEXTS,
).filter(lambda one: one.zh not in one.zh_variants)
TERMBASES = st.lists(CONCEPTS, min_size=1, max_size=4, unique_by=lambda one: one.id)
