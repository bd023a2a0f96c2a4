"""tests: what the aligner learns from terms, a memory, paragraphs and the texts themselves."""

from __future__ import annotations

import random

import pytest

import workbench.align.engine
from workbench.align.engine import Aligner, Alignment, align
from workbench.lexicon.lexicon import Lexicon
from workbench.model.beads import Bead

from .prose import PLAN, sides

PLAN_ZH, PLAN_EN = sides(*PLAN)
PARAGRAPHS = [at // 8 for at in range(48)]


def partner(found: Alignment, target: int) -> list[int]:
    """The Chinese sentences in the bead of an English one."""
    (sources,) = (list(bead.source) for bead in found.beads if target in bead.target)
    return sources


PRACTICES = ["浦江经验", "一线工作法", "四下基层"]


@pytest.mark.parametrize("term", PRACTICES)
def test_the_termbase_says_which_of_three_practices_is_meant(term: str, lexicon: Lexicon) -> None:
    """Set phrases are rendered by what they mean, of which no dictionary has a word.

    The dictionary alone finds the same partner whichever is meant, so that it is wrong about two of three.
    """
    chinese = [f"要推广“{practice}”。" for practice in PRACTICES]
    english = ["The practice of resolving complaints where they arise must be spread."]
    taught = lexicon.with_terms([(term, ["resolving complaints where they arise"])])
    assert partner(align(chinese, english, taught), 0) == [PRACTICES.index(term)]


TEAS = [("青玉", "Jadeleaf"), ("碧螺", "Greensnail"), ("雪芽", "Snowbud")]
SAID_BEFORE = [
    ("{}上市了。", "{} is on the market."),
    ("农民种{}。", "Farmers grow {}."),
    ("今年{}丰收。", "{} had a bumper harvest this year."),
    ("{}的价格不错。", "The price of {} is good."),
    ("他只喝{}。", "He drinks nothing but {}."),
    ("合作社收购{}。", "The cooperative buys {}."),
    ("{}卖到了北京。", "{} is sold as far as Beijing."),
]


def memory_of(name: str, rendering: str) -> list[tuple[str, str]]:
    return [(zh.format(name), en.format(rendering)) for zh, en in SAID_BEFORE]


@pytest.mark.parametrize("tea", range(3))
def test_pairs_translated_before_say_how_a_name_was_rendered(tea: int, lexicon: Lexicon) -> None:
    """Without them one and the same is taken for the partner, whichever tea is meant."""
    chinese = [f"{name}今年卖得最好。" for name, _ in TEAS]
    english = [f"{TEAS[tea][1]} sold best this year."]
    assert partner(align(chinese, english, lexicon, memory=memory_of(*TEAS[tea])), 0) == [tea]


def test_a_memory_of_other_things_changes_nothing(lexicon: Lexicon) -> None:
    english = PLAN_EN[:20] + PLAN_EN[22:]
    with_memory = align(PLAN_ZH, english, lexicon, memory=memory_of(*TEAS[0]))
    plain = align(PLAN_ZH, english, lexicon)
    assert [(b.source, b.target) for b in with_memory.beads] == [(b.source, b.target) for b in plain.beads]


EXTRA = "All of this takes time and patience."


def crossings(lexicon: Lexicon, known: bool) -> int:
    """Of five remarks put before an article: how many are taken for part of the article before.

    Args:
        lexicon: the dictionary.
        known: whether the aligner is told that they stand in the paragraph of the article behind them.
    """
    crossing = 0
    for article in range(1, 6):
        place = 8 * article
        english = [*PLAN_EN[:place], EXTRA, *PLAN_EN[place:]]
        numbers = [*PARAGRAPHS[:place], article, *PARAGRAPHS[place:]]
        source, target = (PARAGRAPHS, numbers) if known else (None, None)
        found = align(PLAN_ZH, english, lexicon, source_paragraphs=source, target_paragraphs=target)
        crossing += place - 1 in partner(found, place)
    return crossing


def test_paragraphs_keep_what_the_translator_added_out_of_the_one_before(lexicon: Lexicon) -> None:
    assert crossings(lexicon, known=True) <= 1
    assert crossings(lexicon, known=False) >= 3


@pytest.mark.parametrize("seed", range(6))
def test_paragraphs_that_disagree_do_no_harm(seed: int, lexicon: Lexicon) -> None:
    """The English was typed anew, with paragraphs of its own."""
    chance = random.Random(seed)
    source, target = [[0], [0]]
    for numbers, odds in ((source, 0.4), (target, chance.choice([0.1, 0.5, 0.9]))):
        while len(numbers) < 48:
            numbers.append(numbers[-1] + (chance.random() < odds))
    found = align(PLAN_ZH, PLAN_EN, lexicon, source_paragraphs=source, target_paragraphs=target)
    assert [(b.source, b.target) for b in found.beads] == [
        (range(k, k + 1), range(k, k + 1)) for k in range(48)
    ]


VILLAGES = [("霖塘", "Lintang"), ("柏溪", "Baixi"), ("槐荫", "Huaiyin")]
FACTS = [
    ("{}的茶叶卖得最好。", "The tea of {} sells best."),
    ("去年{}修了两座桥。", "Two bridges were built in {} last year."),
    ("{}的孩子走读。", "The children of {} walk to school."),
    ("从{}进城要四十分钟。", "It takes forty minutes from {} to town."),
]
TOLD = [(zh.format(name), en.format(latin)) for zh, en in FACTS for name, latin in VILLAGES]
ASKED = [f"{name}还没有做到。" for name, _ in VILLAGES]


@pytest.mark.parametrize("village", range(3))
def test_a_gap_between_pins_is_aligned_with_what_the_whole_text_has_taught(
    village: int, lexicon: Lexicon
) -> None:
    """The names of villages are in no dictionary; the twelve sentences before the gap have told them."""
    chinese, english = [zh for zh, _ in TOLD] + ASKED, [en for _, en in TOLD]
    aligner = Aligner(chinese, [*english, f"{VILLAGES[village][1]} has yet to manage it."], lexicon)
    aligner.align()
    pins = [Bead(range(at, at + 1), range(at, at + 1), pinned=True) for at in range(12)]
    again = aligner.align(pins)
    assert again.beads[:12] == tuple(pins)
    assert partner(again, 12) == [12 + village]


def test_nothing_is_learnt_anew_when_pins_are_set(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader waits while the gaps are aligned again."""
    aligner = Aligner(PLAN_ZH, PLAN_EN, lexicon)
    aligner.align()
    monkeypatch.setattr(workbench.align.engine, "learnt", None)
    assert aligner.align([Bead(range(5, 6), range(5, 6), pinned=True)]).beads


def test_the_gap_alone_would_not_tell_the_villages_apart(lexicon: Lexicon) -> None:
    told = {
        name: partner(align(ASKED, [f"{name} has yet to manage it."], lexicon), 0) for _, name in VILLAGES
    }
    assert any(told[name] != [at] for at, (_, name) in enumerate(VILLAGES))
