"""lexicon: one sense of a dictionary entry, taken apart into what translates the word and what explains it.

CC-CEDICT's senses are prose: `(coll.) to take a risk (esp. in business); fig. to gamble`, `abbr. for` another
headword. A translation holds `risk` and `gamble`; it never holds `coll`, `fig` or `abbr`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LITERALLY = 0.5  # a set phrase is seldom translated word by word
RARELY = 0.5  # old, regional and vulgar senses
SURNAME = 0.3
EXPLAINED = 0.1  # what says how a word is used, or what it is the name of
TAIL, TAIL_OF_NAME = 0.5, 0.12  # behind the first comma
BRACKETS = 0.1
ABBREVIATION = 0.5  # in brackets behind the full name
NARROWER = 0.3  # behind `esp.`
LATER = 0.3  # how much less each further sense of an entry counts
BESIDE_OWN = 0.3  # a reference where the sense says something itself
_REFERENCES = {
    "variant": 1.0, "abbr": 1.0, "abbreviation": 1.0, "short": 1.0, "contraction": 1.0, "contracted": 1.0,
    "same": 1.0, "equivalent": 1.0, "synonym": 1.0, "see": 1.0, "original": 1.0, "used": 0.5, "part": 0.3,
}  # fmt: skip
"""A word of what leads to another headword, and how much of that one's translations count here."""

_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_HEADWORD = rf"[A-Za-z0-9○·，]*[{_HAN}][A-Za-z0-9○·，{_HAN}]*"
_PLACE = rf"(?:{_HEADWORD}\|)?({_HEADWORD})(?:\[[^\]]*\])?"
_KINDS = (
    "old|archaic|ancient|erhua|Japanese|euphemistic|popular|nonstandard|Cantonese|Taiwanese|common|erroneous"
    "|simplified|dialectal|colloquial|a|an|the"
)
_LEADS = (
    rf"(?:(?:{_KINDS}) )*variant (?:of|for)|abbr(?:\.|eviation) (?:for|of|to)|short for"
    r"|contract(?:ion|ed form) of|same as|equivalent to|synonym of|antonym of|opposite of"
    r"|also see|see(?: also)?|cf\.|also (?:written|called|known as)|used in|usu\. written"
    r"|now written|original form of|part of|in"
)
_REFERENCE = re.compile(rf",? ?\(?\b(?P<lead>{_LEADS}) {_PLACE}(?:,? (?:and|or) {_PLACE})*\)?")
_MENTION = re.compile(rf"\(?{_PLACE}\)?")
_SAYS_NOTHING = re.compile(
    r"(?:\([^()]*\) ?)*(?:CL:|(?:also|old|Taiwan|Beijing|variant|Mainland) pr\.|pr\. "
    r"|also (?:written|called|known as|transliterated))"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CAPITALS = re.compile(r"\b[A-Z][A-Z&0-9-]*[A-Z0-9]\b")
_NO_NAME_WORDS = "PRC TCM AD BC TV UK US USA ROC CL WWII II III IV"
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
_RARE = re.compile(
    r"\((?:archaic|old|dialect|slang|Internet slang|vulgar|classical|Tw|obsolete|neologism|derog\.|jocular"
    r"|Cantonese|Taiwanese|loanword)"
)
_LABEL = re.compile(
    r"(?:idiom|bird species|Tw|fig|lit|literary|loanword|name|coll|old|math|comput|dialect|slang|chem"
    r"|bound form|onom|medic|med\.|TCM|arch|Buddh|physics|geol|Internet slang|botany|sport|music|law\b"
    r"|military|linguist|financ|anatomy|derog|Cantonese|honorific|brand|PRC|used |astron|grammar|polite"
    r"|electr|golf|formal|statist|neologism|humble|classical|geometry|vulgar|biochem|agric|esp\.|jocular|meteor"
    r"|attributive|euphem|suffix|prefix|psych|theat|gaming|soccer|baseball|taxonomy|account|photogr|punct|textile|mechanic"
    r"|commerce|physiol|philosophy|phonetic|print|gymnast|martial|typogr|pharm|elec\.|zool|biol|econom"
    r"|place name|proverb|abbr|from |lit\. and|e\.g|i\.e|c\. ?\d|CL:|also |in the |in former|etc\b|Japanese)"
    r"|[^A-Za-z]*$"
)
_EXPLAINS = re.compile(
    r"(?:classifier|(?:also )?used (?!to it)|indicat|refer(?:s|ring)? to|auxiliary|grammatical"
    r"|express(?:es|ing)|placed|(?:(?:final|modal|interrogative|aspect\w*|nominal|noun|verb|structural|question"
    r"|diminutive) )*(?:particle|marker|suffix|prefix) (?:for|of|to|used|indicat|express|follow|introduc"
    r"|similar|equiv|corresp|intensif|placed|form|added|attached|denot|mean)"
    r"|interjection|onomatopo|phonetic |occurs|an? component in|component in|(?:Kangxi )?radical "
    r"|name (?:of|for)|word used|term (?:for|used)|place name|personal name|transliteration|ideographic|mark "
    r"|bound form|a? ?kind of|a? ?type of|one of the|the name of|generic term|general term|title of)",
    re.IGNORECASE,
)
_KIND_OF_NAME = re.compile(
    r"\b(?:city|county|district|town(?:ship)?|prefecture|province|region|municipality|capital|banner|league"
    r"|suburb|village|state|area|port|river|lake|mountains?|mt|islands?|temple|school|company|brand|newspaper"
    r"|dynasty|king|emperor|novel|poe[mt]|writer|author|politician|actor|actress|singer|general|leader"
    r"|president|minister|ruler|founder)"
    r"(?= (?:of|in|on|near|at|from|by|to|between|under|during|who|and|with)\b)",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r"\b(?:e\.g\.|eg|cf\.?) .*")
_NARROWS = re.compile(r"(?<=\w)[, ]+(?:esp\.|especially|usu\.|i\.e\.|incl\.|including|such as) ")
_MANNER = re.compile(r"(lit|fig)\.? ")
_SURNAME = re.compile(r"(?:Japanese |common |double-character |two-character |a )*surname ")


@dataclass(slots=True)
class Sense:
    """What one sense says.

    Attributes:
        phrases: English phrases with how much each counts, 1 for a plain translation.
        references: headwords, as written, whose translations are this word's too, with how much they count.
    """

    phrases: list[tuple[str, float]] = field(default_factory=list)
    references: list[tuple[str, float]] = field(default_factory=list)

    def add(self, phrase: str, counts: float) -> None:
        """Note a phrase, if there is anything to read in it."""
        if any(map(str.isalnum, phrase)):
            self.phrases.append((phrase, counts))


def read_sense(text: str) -> Sense:
    """Take a sense apart.

    Args:
        text: one sense of an entry, as the dictionary has it.
    """
    sense = Sense()
    if _SAYS_NOTHING.match(text):
        return sense
    counts = RARELY if _RARE.search(text) else 1.0
    if not text.isascii():
        text = _without_references(text, sense, counts)
    for gloss in text.split(";"):
        _read_gloss(gloss, counts, sense)
    if sense.phrases:
        sense.references = [(headword, BESIDE_OWN * share) for headword, share in sense.references]
    return sense


def _without_references(text: str, sense: Sense, counts: float) -> str:
    def noted(match: re.Match[str]) -> str:
        lead = match["lead"].lower()
        share = next((share for word, share in _REFERENCES.items() if word in lead), 0.0)
        if share and "abbr. to" not in lead:
            sense.references.append((match[2], share * counts))
        return " "

    return _MENTION.sub(" ", _REFERENCE.sub(noted, text))


def _read_gloss(gloss: str, counts: float, sense: Sense) -> None:
    """One of several ways to say the same."""
    if "(" in gloss:
        gloss, inside = _apart(gloss)
        _read_brackets(inside, counts, sense)
    gloss = gloss.strip(" ,.")
    if manner := _MANNER.match(gloss):
        gloss = gloss[manner.end() :]
        counts *= LITERALLY if manner[1] == "lit" else 1.0
    if "." in gloss or "," in gloss or "such as" in gloss:
        gloss = _EXAMPLES.sub("", gloss)
        if narrower := _NARROWS.search(gloss):
            sense.add(gloss[narrower.end() :], counts * NARROWER)
            gloss = gloss[: narrower.start()]
    if surname := _SURNAME.match(gloss):
        sense.add(gloss[surname.end() :], counts * SURNAME)
    elif _EXPLAINS.match(gloss):
        sense.add(gloss, counts * EXPLAINED)
    else:
        _read_plain(gloss, counts, sense)


def _apart(gloss: str) -> tuple[str, list[str]]:
    """A gloss without its brackets, and what stood in them."""
    inside: list[str] = []
    for _ in range(2):  # brackets in brackets
        inside += _BRACKETS.findall(gloss)
        gloss = _BRACKETS.sub(" ", gloss)
    return gloss.replace("(", " ").replace(")", " "), inside


def _read_brackets(inside: list[str], counts: float, sense: Sense) -> None:
    for part in inside:
        names = [name for name in _CAPITALS.findall(part) if name not in _NO_NAMES]
        for name in names:
            sense.add(name, counts * ABBREVIATION)
        if not names and not _LABEL.match(part) and not any(map(str.isdigit, part)):
            sense.add(part, counts * BRACKETS)


def _read_plain(gloss: str, counts: float, sense: Sense) -> None:
    """A translation; behind the comma, or behind the kind of thing that a name names, it is explained."""
    head, _, tail = gloss.partition(", ")
    share = TAIL
    if gloss[:1].isupper():
        share = TAIL_OF_NAME
        if kind := _KIND_OF_NAME.search(head):
            head, tail = head[: kind.end()], f"{head[kind.end() :]}, {tail}"
    sense.add(head, counts)
    sense.add(tail, counts * share)
