"""glossary: which words of an English rendering carry its inflection: the head of a noun phrase, its verbs.

The head of a noun phrase is the word before the first preposition, else the last one: `community with a
shared future`, `non-capital function`. The heads of a verb phrase are its first verb and those joined to it.
Where a phrase could be read in two ways there is no head, and nothing is inflected.
"""

from __future__ import annotations

import re
from typing import Final

from workbench.glossary.inflecting_words import is_participle, is_plural

_PREPOSITION_WORDS = """
of in for to on with at by from under between among amongst toward towards without across over through
against as within into onto via beyond around outside inside before after during about upon out off
regarding concerning featuring involving including centered that which who whose where per facing covering
linking connecting governing serving based"""
PREPOSITIONS: Final = frozenset(_PREPOSITION_WORDS.split())
"""What ends the head of a noun phrase: prepositions and the words that begin a clause."""

_BEHIND_NOUN_WORDS = """
adjacent available close concerned conducive critical due eligible equal essential key necessary
nonessential open related relevant responsible similar specific subject suitable unique vital"""
_BEHIND_NOUN: Final = frozenset(_BEHIND_NOUN_WORDS.split())
_NO_HEAD_WORDS = "up down away back aside together apart forward instead not to"
_NO_HEAD: Final = frozenset(_NO_HEAD_WORDS.split())
_ADJECTIVE_ENDING = re.compile(r"(?:al|ic|ive|ous|ed|ful|ern|ary|able|ible|ory|ile|ant|ent)$")
_DETERMINER_WORDS = (
    "a an the this these its our their his her one one's oneself itself themselves all every each"
)
_DETERMINERS: Final = frozenset(_DETERMINER_WORDS.split())
_NUMBER_WORDS = "one two three four five six seven eight nine ten"
_NUMBERS: Final = frozenset(_NUMBER_WORDS.split())
_VERB_ENDING = re.compile(r"(?:ize|ise|ify|ate)$")
_JOINERS: Final = frozenset({"and", "or", "but", "/", "&"})

_MASS_WORDS = """
access adherence advice agriculture aid aquaculture assistance autonomy biodiversity capita care coal
commerce compliance confidence connectivity conservation cooperation coordination corruption credit culture
cyberspace data democracy development discipline disclosure ecology education efficiency electricity
emancipation enforcement engagement equality equipment equity evidence feedback fragmentation funding
furniture goodwill governance growth guarantee guidance happiness hardware harmony health healthcare help
homework housing hygiene implementation inclusion inflation inflow information informatization
infrastructure inspiration insurance integration integrity intelligence intensity interconnectivity
irrigation jurisprudence justice knowledge labor labour leadership learning legislation legitimacy leisure
leverage literacy livelihood logistics luck luggage machinery management manpower marketization materialism
matter mining misconduct mobility modernity modernization momentum morale morality music nationalism news
opposition oversight participation patience peace pollution poverty precision prestige pride privacy
procurement production productivity progress propaganda prosperity protection protectionism public
publicity rail recognition reconciliation reconstruction recycling rejuvenation reliance relief relocation
research resilience resolve restructuring reunification revitalization rhetoric safety salvation sanitation
science scrutiny security segmentation self-confidence self-reform self-reliance service-orientation sewage
software solidarity sovereignty sportsmanship stability stamina steel storage subsistence supervision
supply surveillance sustainability teamwork throughput tourism trade traffic training transparency
transport transportation travel turnover unemployment unity upgrading urbanization vigilance vigor vitality
wastewater wealth weather welfare well-being wellbeing work workforce"""
_MASS: Final = frozenset(_MASS_WORDS.split())
_MASS_ENDING = re.compile(r"(?:ness|ism|isation|ization|ware|hood|ship|ing)$")
_COUNTED_WORDS = """
building meeting ruling gathering hearing briefing saying teaching finding organization organisation
civilization civilisation neighborhood neighbourhood relationship partnership township scholarship
championship internship"""
_COUNTED: Final = frozenset(_COUNTED_WORDS.split())

_VERB_WORDS = """
abandon abide abolish absorb accelerate accept accomplish accumulate achieve acquire act adapt add address
adhere adjust adopt advance advocate affirm agree align allocate allow amend amplify analyze announce
answer anticipate appeal apply appoint appraise approve arrange ascend ask assert assess assign assist
assume attach attain attend attract attribute avoid awaken balance ban be bear become begin blossom bolster
boost brave break breathe bridge bring broaden build bypass call carry catch celebrate cement channel chart
cherish choose clamp clarify clean cleanse clear cleave climb close coexist collaborate combat combine come
commemorate commence commend commission commit compete complete comply comprehend compromise conceive
concentrate conclude condemn conduct confer confirm confiscate conform confront connect conquer conserve
consider consist consolidate constrain construct consult contain contest continue contribute convene
convert convey convict cooperate coordinate correct crack create cross crush cultivate curb cure cut dare
deal decide decline decongest decouple decrease dedicate deepen defend define defuse delegate deliver
demolish demonstrate deny depart depend deploy deprive derive deter determine develop devise devote
differentiate dig direct discard discover discuss dismantle dispel disperse disrupt dissolve distribute
diversify divide divorce do dominate double download draft draw dredge drive earn ease eat echo educate
elect elevate eliminate emancipate embark embody embrace emerge emphasize employ empower enable enact
encourage endeavor endorse endure enforce engage enhance enjoy enlarge enrich ensure enter entrust equalize
equip eradicate err establish evaluate evolve examine exceed excel exclude execute exercise exert expand
expedite exploit explore expose extend facilitate fall fight fill find finish fit focus follow forestall
forge form formulate foster free fulfill fund further gain galvanize gather generate get give go govern
grant grasp grow guarantee guard guide handle harness hasten have hear heed help highlight hire hold honor
host identify ignite implement impose improve include incorporate increase induce industrialize inform
inherit initiate innovate insist inspect inspire institute integrate intensify intervene introduce invest
investigate invigorate invite involve issue join jump justify keep kick know launch lay lead learn leave
lend let level liberalize liberate lift list live look lower maintain make manage mark maximize measure
mediate meet merge minimize mitigate mobilize moderate modernize modify monitor motivate move name narrow
need nominate note number nurture obey oblige observe obstruct obtain occupy offer offset open operate
oppose optimize organize outline overcome overhaul oversee own participate pass pave pay penetrate perfect
perform persevere persist pioneer plan plant pool pose practice praise prepare preserve preside press
prevail prevent prioritize proceed proclaim produce prohibit promise promote propel propose prosecute
protect prove provide publicize punish purify pursue push put quicken quote raise rank ratify reach realize
reap rebalance rebuild recall receive reclaim recognize record recover recruit rectify recycle redress
reduce refine reform refrain regard regulate reinforce reinvigorate reject rejuvenate release relieve
relocate rely remain remedy remember remind remove renew renovate reorganize repair replace report request
require rescue reshape resist resolve respect respond restore restrain restrict restructure resume retain
return reunify reverse revise revitalize revive reward right ring root run safeguard save scale screen
secure see seek seize select sell send serve set settle shape share sharpen shed shield shift shorten
shoulder show sign simplify slash slow smooth solve sort sow spare spark speak spearhead speed spread spur
stabilize stand standardize start stay steer stem step stick stimulate stipulate stop streamline strengthen
stress strike strive struggle study submit subsidize succeed suffer supervise supplement support suppress
surge surmount surpass survey suspend sustain swear tackle take talk tap target taste tear tell test think
throw tighten toughen trace transcend transfer transform translate transmit treat trigger triple trust turn
uncover underline undermine understand undertake unearth unify unite unleash unlock update upend upgrade
uphold urge use utilize value visit vitalize voice vote wage walk warm warn waste watch weigh welcome widen
win wipe withdraw withstand work write yield zone"""
_VERBS: Final = frozenset(_VERB_WORDS.split())
_NOUN_TOO_WORDS = """
act address advance appeal balance ban bear blossom boost brave break bridge call cement change channel
clean clear close command commission compromise conduct contest control cross cure cut dare deal decline
demand design divorce double download draft drive ease echo employ exercise exploit fall fight finish fit
focus form free fund further gain grant guarantee guard guide handle help highlight hold honor host
increase influence institute invest issue jump kick launch lead level lift list live look lower mark
measure moderate move name narrow need note number offer offset open order outline overhaul own pass pay
perfect plan plant pool practice praise press progress promise push quote rank reach record reform regard
release remedy repair report request rescue respect return reverse reward right ring rise root run save
scale screen secure shape share shift show sign slow smooth sort spark speed spread spur stand start stay
stem step stick stop stress strike struggle study supplement support surge survey tackle talk tap target
taste tear test throw trace trade train transfer treat trigger triple trust turn update upgrade urge use
value visit voice vote wage walk warm waste watch welcome win work yield zone"""
_NOUN_TOO: Final = frozenset(_NOUN_TOO_WORDS.split())
_NO_VERB_ENDING = re.compile(
    r"(?:tion|sion|ment|ity|ness|ism|ance|ence|ship|ive|ical|ous|ful|less|ing|ed|ment|able|ible|[^s]s)$"
)
_NO_VERB_WORDS = """
a air all an as at bad basic beautiful better big both broad by children common crime cultural culture
danger deep deeper disaster domestic down each ecology economic education efficiency energy equal every
everyone fair farmers faster food for from full global good great green harm health her high his in
industry international its justice key law legal life local long loss main major modern more national
nature new not of old on order others our out party peace people political poor poverty primary profit
public quality real reality rich risks rules rural science secondary short small social society solid sound
state strong technology the their then these this through to trade true up urban water well whole wide with
women workers young"""
_NO_VERB: Final = frozenset(_NO_VERB_WORDS.split())


def is_noun_too(word: str) -> bool:
    """Whether a verb in lower case may as well be a noun: `plan`, `support`."""
    return word in _NOUN_TOO


def noun_head(words: list[str]) -> int | None:
    """The number of the word of a noun phrase that takes the plural; None where that is not sure.

    Args:
        words: of the phrase, as they stand; those joined by hyphens are one.
    """
    lower = [word.lower() for word in words]
    end = next((at for at, word in enumerate(lower) if word in PREPOSITIONS and at), len(words))
    if 1 < end < len(words) and lower[end - 1] in _BEHIND_NOUN:
        end -= 1  # functions nonessential to
    if not end or any(not word or word[-1] in ",;:" for word in lower[:end]):
        return None
    head = lower[end - 1]
    if lower[0] in _NUMBERS or _opens_with_verb(lower) or (end < len(words) and is_participle(head)):
        return None  # one core with two wings, building a clean government, a project overseen by
    if head in _NO_HEAD or (re.search(r"(?:ed|ing)$", head) and head not in _COUNTED):
        return None  # land set aside for, authorities concerned, planning for
    joined = [at for at, word in enumerate(lower[:end]) if word in _JOINERS]
    if any(not at or not _ADJECTIVE_ENDING.search(lower[at - 1]) for at in joined) or end - 1 in joined:
        return None  # reform and opening; but: scientific and technological innovation
    return end - 1 if re.fullmatch(r"[A-Za-z]+(?:-[A-Za-z]+)*", words[end - 1]) else None


def _opens_with_verb(lower: list[str]) -> bool:
    """Whether a phrase is a verb and its object after all: rule the country, building a clean government."""
    if lower[0] == "be":
        return True
    verb = lower[0] in _VERBS or lower[0].endswith("ing")
    return verb and len(lower) > 1 and lower[1] in _DETERMINERS


def is_counted(noun: str) -> bool:
    """Whether a noun in lower case may take a plural that it does not have yet."""
    last = noun.rpartition("-")[2]
    if is_plural(last) or last in _MASS:
        return False
    return last in _COUNTED or not _MASS_ENDING.search(last)


def verb_heads(words: list[str], *, sure: bool = False) -> tuple[int, ...]:
    """The numbers of the words of a verb phrase that take its form; none where they are not sure.

    Args:
        words: of the phrase, as they stand; its first verb may have adverbs in -ly before it.
        sure: it is known for a verb phrase, so that a first word in no list is taken for a verb.
    """
    lower = [word.lower() for word in words]
    first = next((at for at, word in enumerate(lower) if not word.endswith("ly") or word in _VERBS), None)
    if first is None or not _opens_verb_phrase(lower[first:], sure):
        return ()
    heads = [first]
    for at in range(first + 1, len(lower)):
        joined = lower[at - 1] in _JOINERS or lower[at - 1].endswith((",", ";"))
        word = _bare(lower, at) if joined else -1
        if word < 0 or word in heads:
            continue
        verdict = _as_verb(lower, word, after_verb=word == at and at - 2 == heads[-1])
        if verdict is None:
            return ()
        if verdict:
            heads.append(word)
    return tuple(heads)


def _opens_verb_phrase(lower: list[str], sure: bool) -> bool:
    word = lower[0].rstrip(",")
    if word in _VERBS:
        return True
    if not sure or not word.isalpha() or word in _NO_VERB or _NO_VERB_ENDING.search(word):
        return False
    alone = len(lower) == 1 or lower[1] in _DETERMINERS
    return alone or bool(_VERB_ENDING.search(word))


def _bare(lower: list[str], at: int) -> int:
    """The word from `at` on that is no adverb and no joiner; -1 where there is none."""
    while at < len(lower) and (
        lower[at] in _JOINERS or (lower[at].endswith("ly") and lower[at] not in _VERBS)
    ):
        at += 1
    return at if at < len(lower) else -1


def _as_verb(lower: list[str], at: int, *, after_verb: bool) -> bool | None:
    """Whether a word behind `and` or a comma is a verb; None where it may be one or not.

    Args:
        lower: the words, in lower case.
        at: number of the word.
        after_verb: only the joiner stands between it and a verb: `ensure and improve`.
    """
    word = lower[at].rstrip(",;")
    if "-" in word:
        return False
    plain = after_verb or word not in _NOUN_TOO
    taking_object = lower[at + 1 : at + 2] and lower[at + 1] in _DETERMINERS
    if word in _VERBS and (plain or taking_object or lower[at - 1].endswith("ly")):
        return True
    if word in _NOUN_TOO or word in _VERBS:
        return None
    return False if word in _NO_VERB or _NO_VERB_ENDING.search(word) else None
