"""tests/glossary: a term stands in the English as grammar needs it, and is otherwise left alone."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.glossary.inflecting import carried_over, indefinite, inflected, with_fitting_article
from workbench.glossary.inflecting_heads import noun_head, verb_heads
from workbench.model.terms import Rendering


def noun(en: str, article: str = "a") -> Rendering:
    return Rendering(en, article=article, pos="noun")


def verb(en: str) -> Rendering:
    return Rendering(en, pos="verb")


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        ("China set up many ", "", "pilot zones"),
        ("These ", " are new", "pilot zones"),
        ("There are 22 ", " in China", "pilot zones"),
        ("It has 1,200 ", ".", "pilot zones"),
        ("This is one of the ", "", "pilot zones"),
        ("We will build a number of ", "", "pilot zones"),
        ("We built several new ", "", "pilot zones"),
        ("two million ", "", "pilot zones"),
        ("We built a ", "", "pilot zone"),
        ("In 2014 ", "", "pilot zone"),
        ("In Phase 3 ", "", "pilot zone"),
        ("In Phase 3, ", "", "pilot zone"),
        ("On March 5 ", "", "pilot zone"),
        ("They wrote many ", " rules", "pilot zone"),
        ("They wrote many ", "-wide rules", "pilot zone"),
        ("Many are in the ", "", "pilot zone"),
        ("there are many; the ", "", "pilot zone"),
    ],
)
def test_a_noun_is_in_the_plural_where_something_counts_it(before: str, after: str, written: str) -> None:
    assert inflected(noun("pilot zone"), before, after) == written


@pytest.mark.parametrize(
    ("rendering", "written"),
    [
        (noun("community with a shared future"), "communities with a shared future"),
        (noun("new pattern of development"), "new patterns of development"),
        (noun("scientific and technological breakthrough"), "scientific and technological breakthroughs"),
        (noun("deputy to the National People's Congress"), "deputies to the National People's Congress"),
        (noun("SOE"), "SOEs"),
        (noun("Five-Year Plan"), "Five-Year Plans"),
        (noun("function nonessential to Beijing's role"), "functions nonessential to Beijing's role"),
        (noun("Pearl River Delta", "the"), "Pearl River Delta"),
        (noun("high-quality development", ""), "high-quality development"),
        (noun("weak links", ""), "weak links"),
        (noun("reform and opening up", ""), "reform and opening up"),
        (noun("land set aside for greenery", ""), "land set aside for greenery"),
        (noun("procurator-general of the court"), "procurators-general of the court"),
        (noun("project overseen by the leader"), "project overseen by the leader"),
        (noun("be loyal to the Party", ""), "be loyal to the Party"),
        (noun("building a clean government", ""), "building a clean government"),
        (noun("one core with two wings", ""), "one core with two wings"),
        (noun("mileage open to traffic"), "mileages open to traffic"),
        (Rendering("people-centered", pos="adjective"), "people-centered"),
        (Rendering("pilot zone"), "pilot zone"),
    ],
)
def test_only_the_head_of_a_count_noun_takes_the_plural(rendering: Rendering, written: str) -> None:
    assert inflected(rendering, "we have many ", "") == written


@pytest.mark.parametrize(
    ("before", "written"),
    [
        ("China won by ", "ensuring and improving wellbeing"),
        ("We are committed to ", "ensuring and improving wellbeing"),
        ("It is the key to ", "ensuring and improving wellbeing"),
        ("In addition to steadily ", "ensuring and improving wellbeing"),
        ("We have ", "ensured and improved wellbeing"),
        ("It has also ", "ensured and improved wellbeing"),
        ("The city is ", "ensuring and improving wellbeing"),
        ("They said that it ", "ensures and improves wellbeing"),
        ("China ", "ensures and improves wellbeing"),
        ("They proposed that it ", "ensure and improve wellbeing"),
        ("Let it ", "ensure and improve wellbeing"),
        ("It is necessary to ", "ensure and improve wellbeing"),
        ("We must not ", "ensure and improve wellbeing"),
        ("We will, by all means, ", "ensure and improve wellbeing"),
        ("Done. ", "Ensure and improve wellbeing"),
    ],
)
def test_the_verbs_take_the_form_that_the_words_before_ask_for(before: str, written: str) -> None:
    assert inflected(verb("ensure and improve wellbeing"), before, "") == written


@pytest.mark.parametrize(
    ("before", "rendering", "written"),
    [
        ("Functions will be ", "relocate", "relocated"),
        ("Functions will be ", "relocate out of Beijing", "relocate out of Beijing"),
        ("we have ", "do things well and see them through", "done things well and seen them through"),
        ("by ", "do things well and see them through", "doing things well and seeing them through"),
        ("by ", "deepen reform and opening up", "deepening reform and opening up"),
        ("by ", "promote growth and plan", "promote growth and plan"),
        ("without ", "be translated into results", "being translated into results"),
        ("by ", "steadily advance reform", "steadily advancing reform"),
        ("by ", "personally planned, deployed", "personally planned, deployed"),
        ("by ", "dredge", "dredging"),
        ("by ", "liquidize assets", "liquidizing assets"),
        ("by ", "threshold for access", "threshold for access"),
        ("by ", "completion of the work", "completion of the work"),
        ("by ", "study hard and exercise the right", "studying hard and exercising the right"),
        ("by ", "serve all and exercise governance", "serve all and exercise governance"),
    ],
)
def test_a_verb_phrase_that_can_be_read_in_two_ways_stays(before: str, rendering: str, written: str) -> None:
    assert inflected(verb(rendering), before, "") == written


@pytest.mark.parametrize(
    ("before", "written"),
    [
        ("", "Top-level design"),
        ("Over. ", "Top-level design"),
        ("Over.” ", "Top-level design"),
        ("Over. “", "Top-level design"),
        ("“", "Top-level design"),
        ("1. ", "Top-level design"),
        ("Mr. ", "top-level design"),
        ("in the U.S. ", "top-level design"),
        ("a “", "top-level design"),
        ("with: ", "top-level design"),
    ],
)
def test_a_sentence_opens_with_a_capital(before: str, written: str) -> None:
    assert inflected(noun("top-level design"), before, "") == written


def test_a_word_with_its_own_capitals_keeps_its_first_letter() -> None:
    assert inflected(noun("eID card"), "", "") == "eID card"


@pytest.mark.parametrize(
    ("before", "rendering", "written"),
    [
        ("we need ", noun("plan"), "a plan"),
        ("we need ", noun("overall plan"), "an overall plan"),
        ("we need ", noun("overall plan", "the"), "the overall plan"),
        ("we need ", noun("overall planning", ""), "overall planning"),
        ("we need many ", noun("overall plan"), "overall plans"),
        ("we need the ", noun("overall plan"), "overall plan"),
        ("we need China's ", noun("overall plan", "the"), "overall plan"),
        ("we need a ", noun("overall plan", "the"), "overall plan"),
        ("", noun("overall plan", "the"), "The overall plan"),
    ],
)
def test_an_article_stands_there_once_and_only_when_asked_for(
    before: str, rendering: Rendering, written: str
) -> None:
    assert inflected(rendering, before, "", article=True) == written
    without = inflected(rendering, before, "")
    assert not without.lower().startswith(("a ", "an ", "the "))


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("hour", "an"),
        ("SOE", "an"),
        ("UN body", "a"),
        ("university", "a"),
        ("uninhabited island", "an"),
        ("unimportant matter", "an"),
        ("unanimous vote", "a"),
        ("urban area", "an"),
        ("useful tool", "a"),
        ("one-stop shop", "a"),
        ("European plan", "a"),
        ("8 percent rise", "an"),
        ("11,000-ton ship", "an"),
        ("1,100-ton ship", "a"),
        ("18th congress", "an"),
        ("“open” door", "an"),
    ],
)
def test_a_or_an_goes_by_the_sound(text: str, article: str) -> None:
    assert indefinite(text) == article


def test_an_article_that_stands_before_a_word_is_set_right_for_it() -> None:
    assert with_fitting_article("It is a ", "overall plan") == "It is an "
    assert with_fitting_article("An ", "new plan") == "A "
    assert with_fitting_article("in plan a", "overall plan") == "in plan a"
    assert with_fitting_article("the ", "overall plan") == "the "


@pytest.mark.parametrize(
    ("found", "old", "new", "put_in"),
    [
        ("Non-capital functions", "non-capital function", "nonessential role", "Nonessential roles"),
        ("promoting growth", "promote growth", "drive growth", "driving growth"),
        ("taken the lead", "take the lead", "go first", "gone first"),
        ("took the lead", "take the lead", "go first", "went first"),
        ("supports growth", "support growth", "promote growth", "promotes growth"),
        ("plans", "plan", "project", "projects"),
        ("promotes", "promote", "drive", "drives"),
        ("weak link", "weak links", "areas of weakness", "area of weakness"),
        ("programmes", "program", "plan", "plans"),
        ("big-city", "big city", "large town", "large-town"),
        ("The Five Zones", "the five zones", "five areas in town", "Five Areas in Town"),
        ("NEW GROWTH", "new growth", "high growth", "HIGH GROWTH"),
        ("China's regions'", "China's region", "China's area", "China's areas'"),
        ("region’s", "region", "zone", "zone’s"),
        ("weak and small links", "weak link", "short board", "short boards"),
        ("high-quality development", "high quality development", "good growth", "good growth"),
    ],
)
def test_a_new_rendering_takes_the_form_the_old_one_had(found: str, old: str, new: str, put_in: str) -> None:
    assert carried_over(found, old, new) == put_in


def test_what_stands_before_tells_a_participle_and_a_sentence_start() -> None:
    assert carried_over("promoted", "promote", "drive", before="It has ") == "driven"
    assert carried_over("promoted", "promote", "drive", before="China ") == "drove"
    assert carried_over("Third Front", "Third Front", "inland bases", before="Over. ") == "Inland bases"
    assert carried_over("Third Front", "Third Front", "inland bases", before="in the ") == "inland bases"


WORDS = [
    "reform",
    "Beijing",
    "and",
    "plan",
    "promote",
    "zone",
    "of",
    "many",
    "wellbeing,",
    "people's",
    "SOE",
    "x",
]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@given(st.text(), words, st.one_of(words, st.text()))
def test_nothing_changes_where_old_and_new_are_the_same(found: str, before: str, old: str) -> None:
    assert carried_over(found, old, old, before) == found


@given(st.text(), words, words)
def test_a_rendering_keeps_its_number_of_words_in_any_form(found: str, old: str, new: str) -> None:
    assume(old != new)
    assert len(carried_over(found, old, new).replace("-", " ").split()) == len(new.replace("-", " ").split())


@given(
    words,
    st.sampled_from(["noun", "verb", "", "adjective"]),
    st.one_of(st.sampled_from(["many ", "by ", "it has ", "is ", "it ", "", "x. ", "two "]), st.text()),
    st.one_of(st.just(""), st.text()),
)
def test_words_that_are_no_head_are_never_touched(en: str, pos: str, before: str, after: str) -> None:
    written = inflected(Rendering(en, pos=pos), before, after).split(" ")
    given_words = en.split(" ")
    assert len(written) == len(given_words)
    changed = [at for at, (old, new) in enumerate(zip(given_words, written, strict=True)) if old != new]
    inflected_ones = [at for at in changed if given_words[at].lower() != written[at].lower()]
    heads: dict[str, set[int | None]] = {
        "noun": {noun_head(given_words)},
        "verb": {*verb_heads(given_words, sure=True)},
    }
    assert heads.get(pos, set()).issuperset(inflected_ones)
    assert set(changed) - set(inflected_ones) <= {0}


@given(words, st.text(), st.text())
def test_an_article_comes_before_the_words_and_changes_nothing_else(en: str, before: str, after: str) -> None:
    plain = inflected(Rendering(en, article="a", pos="noun"), before, after)
    asked = inflected(Rendering(en, article="a", pos="noun"), before, after, article=True)
    assert asked.lower().removeprefix("an ").removeprefix("a ") == plain.lower()
