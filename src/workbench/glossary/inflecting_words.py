"""glossary: the forms of single English words: plural and singular of nouns, the five forms of verbs.

The rules are those of school grammar (R. Quirk et al., A Comprehensive Grammar of the English Language, 1985,
sections 3.2-3.20 for verbs, 5.73-5.103 for nouns); what they do not reach stands in lists.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Form(StrEnum):
    """A form of a word other than the one dictionaries give."""

    PLURAL = "plural"
    THIRD = "third person"
    ING = "-ing"
    PAST = "past"
    PARTICIPLE = "participle"


_IRREGULAR_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bind bound bound|bite bit bitten|blow blew blown
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built
buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|come came come
cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden
forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown
hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt
keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let
lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken
offset offset offset|overcome overcame overcome|overhear overheard overheard|oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|pay paid paid|put put put
read read read|rebuild rebuilt rebuilt|redo redid redone|remake remade remade|repay repaid repaid
reset reset reset|rethink rethought rethought|rewrite rewrote rewritten|rid rid rid|ride rode ridden
ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold
send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|split split split
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum
swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought
throw threw thrown|tread trod trodden|undergo underwent undergone|understand understood understood
undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wear wore worn
weave wove woven|win won won|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|write wrote written"""
_VERBS: Final = {
    base: (past, participle)
    for line in _IRREGULAR_VERBS.replace("\n", "|").split("|")
    if line
    for base, past, participle in [line.split()]
}

_NOUNS_TOO_WORDS = """
bet broadcast cast cost cut felt forecast hit hurt lead left let offset put quit read reset rid run set shed
shut split spread thought upset"""
_PARTICIPLES: Final = frozenset(
    form for forms in _VERBS.values() for form in forms if form not in _NOUNS_TOO_WORDS.split()
)

_DOUBLING_WORDS = """
abet abhor acquit admit allot begin commit compel concur confer control corral defer demur
deter dispel distil emit enrol equip excel expel extol format forget forbid fulfil impel incur infer input
instil intermit kidnap occur offset omit outbid outfit output overlap patrol permit prefer program propel
put rebut recap recur refer refit regret remit repel reset retrofit run rerun submit transfer transmit upset
worship"""
_DOUBLING: Final = frozenset(_DOUBLING_WORDS.split())
_ONE_SYLLABLE = re.compile(r"[^aeiou]*(?:qu)?[aeiou][bdfgklmnprtvz]")

_IRREGULAR_NOUNS = """
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|life lives|wife wives
leaf leaves|half halves|knife knives|wolf wolves|thief thieves|shelf shelves|loaf loaves|self selves
calf calves|crisis crises|basis bases|analysis analyses|thesis theses|hypothesis hypotheses|axis axes
emphasis emphases|oasis oases|synthesis syntheses|diagnosis diagnoses|phenomenon phenomena
criterion criteria|medium media|stimulus stimuli|nucleus nuclei|fungus fungi|alumnus alumni
curriculum curricula|bacterium bacteria|stratum strata|hero heroes|echo echoes|veto vetoes|potato potatoes
tomato tomatoes|cargo cargoes|torpedo torpedoes|embargo embargoes|quiz quizzes"""
_PLURALS: Final = {
    singular: plural
    for line in _IRREGULAR_NOUNS.replace("\n", "|").split("|")
    if line
    for singular, plural in [line.split()]
}
_SINGULARS: Final = {plural: singular for singular, plural in _PLURALS.items()}
_SAME_WORDS = """aircraft spacecraft hovercraft watercraft series species means headquarters crossroads works
offspring sheep deer fish people police cattle livestock personnel data"""
UNCHANGING: Final = frozenset(_SAME_WORDS.split())
"""Nouns that have no other plural, or are plural already."""

_SINGULAR_S_WORDS = """news economics politics physics mathematics ethics logistics statistics electronics
genetics athletics gymnastics robotics informatics logics dynamics mechanics photonics analytics thanks
gas bus lens canvas atlas bias alias campus status focus bonus surplus virus consensus census corpus nexus
apparatus prospectus impetus radius genius chaos ethos cosmos"""
_SINGULAR_S: Final = frozenset(_SINGULAR_S_WORDS.split())
_ADDS_ES = re.compile(r"(?:ss|sh|ch|x|zz)es$")


_MEN_WORDS = """fisherman chairman spokesman congressman craftsman businessman layman policeman serviceman
salesman statesman"""
_MEN: Final = frozenset(_MEN_WORDS.split())
_NO_MEN: Final = frozenset(("human", "german", "roman", "talisman", "shaman"))


def plural(noun: str) -> str:
    """The plural of a noun in lower case; of a compound with hyphens that of its last part."""
    lead, last = _parted(noun)
    if last == "general" and lead:  # procurators-general
        return f"{plural(lead[:-1])}-{last}"
    if last in UNCHANGING or last.endswith("people"):
        return noun
    if last in _PLURALS:
        return lead + _PLURALS[last]
    if (
        len(last) > 3
        and last.endswith("man")
        and last not in ("human", "german", "roman", "talisman", "shaman")
    ):
        return lead + last[:-3] + "men"
    return lead + _with_s(last)


def singular(noun: str) -> str:
    """The singular of a noun that is in the plural; a noun that is not comes back as it is."""
    lead, last = _parted(noun)
    if not is_plural(last) or last in UNCHANGING or last.endswith("people"):
        return noun
    if last in _SINGULARS:
        return lead + _SINGULARS[last]
    if last.endswith("men"):
        return lead + last[:-2] + "an"
    if last.endswith("ies") and len(last) > 4 and last != "movies":
        return lead + last[:-3] + "y"
    return lead + (last[:-2] if _ADDS_ES.search(last) or last[:-2] in _SINGULAR_S else last[:-1])


def is_plural(noun: str) -> bool:
    """Whether a noun in lower case looks like a plural; those that have one form only are taken for one."""
    last = _parted(noun)[1]
    if last in UNCHANGING or last.endswith("people") or last in _SINGULARS:
        return True
    if last.endswith("men") and last[:-2] + "an" in _MEN:
        return True
    ends_so = len(last) > 2 and last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return ends_so and last not in _SINGULAR_S


def third_person(verb: str) -> str:
    """What a verb is after he, she or it: `applies`."""
    return {"be": "is", "have": "has"}.get(verb) or _with_s(verb, verb=True)


def ing(verb: str) -> str:
    """The -ing form of a verb: `running`, `making`, `lying`."""
    lead, last = _parted(verb)
    if last.endswith("ie"):
        return lead + last[:-2] + "ying"
    if last.endswith("e") and len(last) > 2 and not last.endswith(("ee", "oe", "ye")):
        return lead + last[:-1] + "ing"
    return lead + _before_vowel(last) + "ing"


def past(verb: str) -> str:
    """The past of a verb; `be` stays, for it has two."""
    lead, last = _parted(verb)
    if last == "be":
        return verb
    return lead + _VERBS[last][0] if last in _VERBS else lead + _ed(last)


def participle(verb: str) -> str:
    """The past participle of a verb."""
    lead, last = _parted(verb)
    if last == "be":
        return f"{lead}been"
    return lead + _VERBS[last][1] if last in _VERBS else lead + _ed(last)


def is_participle(word: str) -> bool:
    """Whether a word in lower case is an irregular participle that is no noun as well: led, overseen."""
    return word in _PARTICIPLES


def in_form(word: str, form: Form) -> str:
    """A word in lower case in one of its forms."""
    return _FORMS[form](word)


_FORMS: Final = {
    Form.PLURAL: plural,
    Form.THIRD: third_person,
    Form.ING: ing,
    Form.PAST: past,
    Form.PARTICIPLE: participle,
}


def _parted(word: str) -> tuple[str, str]:
    """What stands before the last part of a compound with hyphens, and that part."""
    at = word.rfind("-") + 1
    return word[:at], word[at:]


def _with_s(word: str, *, verb: bool = False) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    if re.search(r"(?:s|sh|ch|x|z)$", word) and not word.endswith(("stomach", "monarch", "epoch")):
        return word + ("zes" if word.endswith("z") and not word.endswith(("zz", "tz")) else "es")
    return word + ("es" if verb and re.search(r"[^aeiou]o$", word) else "s")


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return _before_vowel(verb) + "ed"


def _before_vowel(verb: str) -> str:
    """A verb as it stands before -ing and -ed: its last consonant doubled where the stress is on it."""
    if verb in _DOUBLING or _ONE_SYLLABLE.fullmatch(verb):
        return verb + verb[-1]
    return verb + "k" if re.search(r"[iy]c$|traffic$", verb) else verb
