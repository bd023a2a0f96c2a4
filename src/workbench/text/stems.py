"""text: English words by their stems, so that `develops`, `developing` and `development` are one.

The stems are Snowball's. Before they are taken, what no rule of endings can see is put right: irregular forms
(went is go, children is child, higher is high), and British spelling, which is brought to the American one.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Final

__all__ = ["american", "beginnings", "stem"]

_IRREGULAR = """
be am is are was were been being|have has had|do does did done|go goes went gone|say said|make made
take took taken|come came|see saw seen|know knew known|get got gotten|give gave given|find found
think thought thoughts|tell told|become became|leave left|feel felt|bring brought|begin began begun|keep kept
hold held|write wrote written|stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat
speak spoke spoken|lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built
understand understood|draw drew drawn|break broke broken|spend spent|rise rose risen|drive drove driven
buy bought|wear wore worn|choose chose chosen|throw threw thrown|seek sought|eat ate eaten|fight fought
teach taught|catch caught|sell sold|show shown|deal dealt|win won|lie lain|drink drank drunk|sing sang sung
swim swam swum|fly flew flown|forget forgot forgotten|hide hid hidden|ride rode ridden|shake shook shaken
steal stole stolen|strike struck stricken|swear swore sworn|tear tore torn|wake woke woken|weep wept
sleep slept|sweep swept|creep crept|bend bent|lend lent|hang hung|dig dug|stick stuck|shoot shot|shine shone
bite bitten|blow blew blown|freeze froze frozen|forgive forgave forgiven|arise arose arisen|awake awoke awoken
bear bore borne|overcome overcame|undertake undertook undertaken|withdraw withdrew withdrawn|uphold upheld
flee fled|feed fed|breed bred|lay laid|ring rang rung|sink sank sunk|shrink shrank shrunk|spring sprang sprung
swing swung|cling clung|fling flung|sting stung|spin spun|slide slid|kneel knelt|dream dreamt|burn burnt
learn learnt|smell smelt|mislead misled|mistake mistook mistaken|foresee foresaw foreseen|rebuild rebuilt
repay repaid|sew sewn|sow sown|prove proven|swell swollen|tread trod trodden|weave wove woven|stride strode
withstand withstood|withhold withheld|overthrow overthrew overthrown|oversee oversaw overseen
undergo underwent undergone|overtake overtook overtaken|forbid forbade forbidden|foretell foretold
man men|woman women|child children|foot feet|tooth teeth|mouse mice|goose geese|ox oxen|life lives
wife wives|leaf leaves|half halves|knife knives|wolf wolves|thief thieves|shelf shelves|loaf loaves
crisis crises|basis bases|analysis analyses|thesis theses|hypothesis hypotheses|phenomenon phenomena
criterion criteria|good better best|bad worse worst|high higher highest|great greater greatest
large larger largest|big bigger biggest|small smaller smallest|strong stronger strongest|long longer longest
low lower lowest|old older oldest elder eldest|young younger youngest|new newer newest|late later latest
early earlier earliest|wide wider widest|deep deeper deepest|close closer closest|near nearer nearest
few fewer fewest|broad broader broadest|fast faster fastest|easy easier easiest|happy happier happiest
poor poorer poorest|rich richer richest|weak weaker weakest|short shorter shortest|hard harder hardest
clear clearer clearest|full fuller fullest|firm firmer firmest|safe safer safest|fair fairer fairest
clean cleaner cleanest|bright brighter brightest|tall taller tallest
heavy heavier heaviest|thick thicker thickest
while whilst|among amongst|gray grey greys|plow plough ploughs ploughed|airplane aeroplane aeroplanes
fulfill fulfil|skillful skilful|judgment judgement judgements|aging ageing|jewelry jewellery|story storey
mustache moustache|skeptic sceptic sceptics|skeptical sceptical|mold mould|maneuver manoeuvre manoeuvres
practice practise practised practising|marvelous marvellous|installment instalment instalments
"""
_BASE = {
    form: base for line in _IRREGULAR.replace("\n", "|").split("|") if line for base, *forms in [line.split()]
    for form in forms
}  # fmt: skip

_OUR = re.compile(
    r"(lab|col|hon|fav|behavi|neighb|endeav|harb|hum|vap|rum|flav|splend|vig|arm|parl|val|ard|cand|clam|od|sav|tum"
    r"|ferv|rig|dishon|disfav|discol)our(?=s?$|ed$|ing|er|ab|al|it|hood|ful|less|ly$|y$)"
)
_RE = re.compile(r"(cent|theat|(?:kilo|milli|centi)?met|lit|fib|calib|somb|spect|lust)re(s|d)?$")
_CE = re.compile(r"(def|off|lic|pret)ence(?=s?$|less)")
_ISE = re.compile(r"(\w{3,}?i|\w{2,}?aly)s(?=(?:e[ds]?|ers?|ing|ation|ations|ational)$)")
_PROGRAMME = re.compile(r"programme(?=s?$)")
_ONLY_ISE_WORDS = """advertise advise appraise apprise braise bruise chastise chemise circumcise compromise
comprise concise cruise demise despise devise disguise enterprise excise exercise
expertise franchise improvise incise liaise malaise merchandise paradise porpoise praise
precise premise promise reprise revise supervise surmise surprise televise tortoise
treatise turquoise uprise sunrise moonrise fundraise likewise otherwise clockwise
counterclockwise lengthwise unwise crosswise"""
_ONLY_ISE = frozenset(_ONLY_ISE_WORDS.split())
"""What ends in -ise on both sides of the ocean."""


_PACKAGE: Final = "workbench_snowball"


@cache
def _snowball() -> Callable[[str], str]:
    # The English stemmer itself rather than snowballstemmer.stemmer("english"): that one gives way to
    # PyStemmer where it is installed, whose rules may be of another year. The package reads the stemmers of
    # all languages when it is imported, which takes three megabytes; so its folder stands here under a name
    # of ours, and of its modules only those are read that the English one needs.
    found = find_spec("snowballstemmer")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("snowballstemmer", name="snowballstemmer")
    package = ModuleType(_PACKAGE)
    package.__path__ = list(found.submodule_search_locations)
    sys.modules[_PACKAGE] = package
    stem_word: Callable[[str], str] = import_module(f"{_PACKAGE}.english_stemmer").EnglishStemmer().stemWord
    return stem_word


_ONE_AT_A_TIME = threading.Lock()
"""The stemmer keeps the word it works on in itself, and the editor's threads have one between them."""


def _american(word: str) -> str:
    if "our" in word:
        return _OUR.sub(r"\1or", word)
    if "is" in word or "lys" in word:
        return _with_z(word)
    if "re" in word:
        return _RE.sub(lambda match: f"{match[1]}er{'ed' if match[2] == 'd' else match[2] or ''}", word)
    if "ence" in word:
        return _CE.sub(r"\1ense", word)
    return _PROGRAMME.sub("program", word) if word.startswith("prog") else word


def _with_z(word: str) -> str:
    match = _ISE.match(word)
    if not match or f"{match[1]}se" in _ONLY_ISE:
        return word
    return f"{match[1]}z{word[match.end() :]}"


def american(word: str) -> str:
    """The American spelling of a word in lower case: labour is labor, analysed is analyzed.

    By rule, so that not every result is a word: prise becomes prize.
    """
    return _american(word)


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """The stem of an English word.

    Args:
        word: one word in lower case; what is no English word comes back much as it is.

    Returns:
        The stem by M. F. Porter's English (Porter2) rules, https://snowballstem.org, of the word's base form
        in American spelling.
    """
    plain = _american(_BASE.get(word, word))
    with _ONE_AT_A_TIME:
        return _snowball()(plain)


_BRITISH = re.compile(
    r"((?:lab|col|hon|fav|behavi|neighb|endeav|harb|hum|vap|rum|flav|splend|vig|arm|parl|val|ard|cand|clam|od|sav|tum"
    r"|ferv|rig|dishon|disfav|discol)o)r|((?:cent|theat|met|lit|fib|calib|somb|spect|lust))er"
    r"|(\w{2,}?[iy])z|((?:def|off|lic|pret)en)s"
)
"""What American spelling writes in its own way, in front of where British spelling parts from it."""


@lru_cache(maxsize=1 << 12)
def beginnings(word: str) -> tuple[str, ...]:
    """Beginnings of which every word with the stem of `word` has one; for a search that knows no stems.

    Args:
        word: one word in lower case.

    Returns:
        In order, none the beginning of another; irregular words make it several: `go`, `went`.
    """
    wanted = stem(word)
    regular = wanted[:-1] if len(wanted) > 2 else wanted
    if not wanted.isalpha():  # 5g, b2b: nothing to inflect
        regular = wanted
    elif wanted.endswith("ie"):  # lie, lying
        regular = wanted[:-2]
    if part := _BRITISH.match(wanted):
        regular = next(group for group in part.groups() if group is not None) or regular
    found = {regular, *(form for form in _BASE if stem(form) == wanted)}
    return tuple(
        sorted(one for one in found if not any(one != other and one.startswith(other) for other in found))
    )
