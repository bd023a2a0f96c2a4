"""glossary: what the English around a caret asks of a term: its form, a capital, an article.

Only what a grammar has no doubt of is asked for: a preposition takes the -ing form of a verb, `have` its
participle, `many` the plural of a noun. Everything else leaves a term as the termbase has it.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Need(StrEnum):
    """The form a verb is to have at a caret."""

    AS_IT_IS = "as it is"
    ING = "-ing"
    AFTER_HAVE = "after have"
    AFTER_BE = "after be"
    THIRD = "third person"


_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d+(?:,\d{3})*(?:\.\d+)?")
_TAIL = re.compile(r"(?:^|[.!?;:,—–()“”\"])\s*([^.!?;:,—–()“”\"]*)$")

_BEFORE_ING_WORDS = """about after against at before besides by despite for from in into of on through
toward towards upon via when while with without keep keeps kept keeping avoid avoids avoided avoiding
involve involves involved include includes included including"""
_BEFORE_ING: Final = frozenset(_BEFORE_ING_WORDS.split())
_TO_THEN_ING_WORDS = """accustomed addition approach commitment commitments committed conducive contribute
contributed contributes contributing contribution dedicated dedication devoted devotion forward key keys
obstacle obstacles opposed opposition regard respect view"""
_TO_THEN_ING: Final = frozenset(_TO_THEN_ING_WORDS.split())
_HAVE_WORDS = "have has had having we've they've i've you've we’ve they’ve i’ve you’ve"
_HAVE: Final = frozenset(_HAVE_WORDS.split())
_BE: Final = frozenset(("am", "is", "are", "was", "were", "be", "been", "being"))
_ADVERB_WORDS = "not also already always never ever further now long since still thus once"
_ADVERBS: Final = frozenset(_ADVERB_WORDS.split())
_SINGULAR_SUBJECTS: Final = frozenset(("he", "she", "it"))
_BEFORE_SUBJECT_WORDS = "and but that as because since if so when where while although though which whether"
_BEFORE_SUBJECT: Final = frozenset(_BEFORE_SUBJECT_WORDS.split())
_NO_S_AFTER_WORDS = """suggest suggests suggested demand demands demanded propose proposes proposed require
requires required recommend recommends recommended insist insists insisted urge urges urged request requests
requested"""
_NO_S_AFTER: Final = frozenset(_NO_S_AFTER_WORDS.split())
_SUBJECT_SENTENCE = re.compile(
    r"(?:China|Beijing|Tianjin|Hebei|(?:The|Our|This) (?:country|government|nation|Party|region|city|province"
    r"|plan|report|meeting|document|project|policy|move|measure|system|area))"
)

_PLURAL_WORDS = """many several these those various numerous few countless multiple hundreds thousands
millions dozens scores two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
million billion trillion"""
_PLURAL: Final = frozenset(_PLURAL_WORDS.split())
_PLURAL_OF_WORDS = """number series variety range group host batch dozens hundreds thousands millions
scores tens majority couple set array handful cluster string network"""
_PLURAL_OF: Final = frozenset(_PLURAL_OF_WORDS.split())
_ADJECTIVE_WORDS = """new major important key large small big other different such national local regional
provincial municipal central pilot modern similar more additional advanced young old good great main
leading chinese foreign domestic international first state-level high-quality high-level strategic public
rural urban"""
_ADJECTIVES: Final = frozenset(_ADJECTIVE_WORDS.split())
_ONE_OF_THESE_WORDS = "the these those its their our his her china's china’s"
_ONE_OF_THESE: Final = frozenset(_ONE_OF_THESE_WORDS.split())
_COUNTING_NAMES_WORDS = """no no. number article chapter section phase stage part type class grade level
page volume january february march april may june july august september october november december jan feb
mar apr jun jul aug sept oct nov dec year"""
_COUNTING_NAMES: Final = frozenset(_COUNTING_NAMES_WORDS.split())

_DETERMINER_WORDS = """the a an this that these those its their our his her my your each every any some no
another what which whose many several both either neither few all one"""
_DETERMINERS: Final = frozenset(_DETERMINER_WORDS.split())

_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Nos?|vs|cf|al|approx|pp?|vol|e\.g|i\.e|U\.[SKN]|[A-Z])\.\s*$"
)
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s*[“‘\"(\[]*$")
_ONLY_A_LEAD = re.compile(r"\s*(?:(?:\(?(?:\d{1,2}|[ivx]{1,4}|[A-Za-z])[.)]|[-•■*—–])\s*)?[“‘\"(\[]*")
_CONTINUES = re.compile(r"\s*[-–]?[A-Za-z0-9]")
_FOLLOWERS_WORDS = """of in for to on with at by from under between among toward towards without across
over through against as into and or but nor that which who whose where when while is are was were has have
had will would must should can could may might do does did be not than because if so also"""
_FOLLOWERS: Final = frozenset(_FOLLOWERS_WORDS.split())


def at_sentence_start(before: str) -> bool:
    """Whether what is written behind `before` opens a sentence; a list number before it is no text."""
    line = before.rpartition("\n")[2]
    if _ONLY_A_LEAD.fullmatch(line):
        return True
    return bool(_SENTENCE_END.search(line)) and not _ABBREVIATION.search(line)


def verb_need(before: str) -> Need:
    """The form that a verb behind `before` must have; what leaves it open asks for nothing."""
    words = _clause(before)
    while words and (words[-1] in _ADVERBS or (words[-1].endswith("ly") and len(words[-1]) > 4)):
        words.pop()
    if not words:
        return Need.AS_IT_IS
    last, earlier = words[-1], words[-2] if len(words) > 1 else ""
    if last == "to":
        return Need.ING if earlier in _TO_THEN_ING else Need.AS_IT_IS
    if last in _BEFORE_ING and not (last == "in" and earlier == "in"):
        return Need.ING
    if last in _HAVE:
        return Need.AFTER_HAVE
    if last in _BE:
        return Need.AFTER_BE
    return Need.THIRD if _third_person(before, words) else Need.AS_IT_IS


def _third_person(before: str, words: list[str]) -> bool:
    """Whether a singular subject stands last, and opens its clause so plainly that it can be nothing else."""
    if words[-1] in _SINGULAR_SUBJECTS:
        opening = words[:-1]
        return not opening or (opening[-1] in _BEFORE_SUBJECT and _NO_S_AFTER.isdisjoint(opening))
    sentence = re.split(r"(?<=[.!?])\s+", before.strip())[-1]
    return bool(_SUBJECT_SENTENCE.fullmatch(sentence))


def wants_plural(before: str, after: str) -> bool:
    """Whether a count noun at the caret must be plural: behind `many`, `these`, figures, `one of the`.

    Args:
        before: English before the caret.
        after: English behind it; where it goes on with a word that may be a noun, the term only describes
            that one, and no plural is asked for.
    """
    following = _WORD.match(after.lstrip())
    if _CONTINUES.match(after) and (following is None or following.group().lower() not in _FOLLOWERS):
        return False
    words = _clause(before)
    for _ in range(2):
        if words and words[-1] in _ADJECTIVES:
            words.pop()
    if not words:
        return False
    last, earlier = words[-1], words[-2] if len(words) > 1 else ""
    if last in _ONE_OF_THESE and words[-3:-1] == ["one", "of"]:
        return True
    if last == "of":
        return earlier in _PLURAL_OF
    if last in _PLURAL:
        return earlier not in _COUNTING_NAMES
    return last[0].isdigit() and _is_amount(last, earlier)


def _is_amount(figure: str, earlier: str) -> bool:
    """Whether a figure counts what follows: no year, no day, not number one of anything."""
    if earlier in _COUNTING_NAMES:
        return False
    value = float(figure.replace(",", ""))
    is_year = "," not in figure and value.is_integer() and 1000 <= value < 2200
    return value > 1 and not is_year


def takes_article(before: str) -> bool:
    """Whether an article may follow `before`: no article, number or possessive stands there yet."""
    words = _clause(before)
    if not words:
        return True
    last = words[-1]
    return not (
        last in _DETERMINERS or last in _PLURAL or last[0].isdigit() or re.search(r"['’]s$|s['’]$", last)
    )


def _clause(before: str) -> list[str]:
    """The words, in lower case, from the last mark on up to the caret; none where a mark stands last."""
    tail = _TAIL.search(before)
    return [] if tail is None else [word.lower() for word in _WORD.findall(tail[1])]
