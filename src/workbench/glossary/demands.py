"""glossary: which of the terms in a Chinese text its English is held to.

Demanded are institutions, offices, documents and formulas, and what a project has settled on; each once a
paragraph. All else is offered and never demanded, and so is what has no published rendering.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from workbench.glossary.offices import is_name, is_office
from workbench.model.terms import Attestation, Concept, Status, TermHit, TermKind

DEMANDED_KINDS: Final = frozenset((TermKind.INSTITUTION, TermKind.TITLE, TermKind.DOCUMENT, TermKind.FORMULA))
_QUOTED: Final = re.compile(r"“([^“”]*)”|「([^「」]*)」|《([^《》]*)》|〈([^〈〉]*)〉")
_SPEECH: Final = re.compile(r"[，。；！？：]")
_GOES_ON: Final = re.compile(
    r"(?:党组|原|前)?副?(?:部长|委员长|主任|局长|院长|署长|厅长|会长|行长|省长|市长|县长|区长|书记|长(?![三江期效征城远])"
    r"|系统|机关报|发言人)"
)
_BODY_ENDS: Final = frozenset("部委局")
_NO_BODY: Final = re.compile(r"[门队]|员(?!会)")
_OWN_BODY: Final = re.compile(
    r"[^，。；：！？]{0,16}?(?:办(?![理法案好学公事]|实)|办公|厅|部(?![署分门队])|局(?![势面部])|室|院(?!士)|校|处(?![理罚分])|组(?![织成])"
    r"|委(?!托)|会(?![议见同商谈])|社(?!会)|所(?![有以需])|中心(?!任务)|党组|机构|集团|司令)"
)
_ABROAD: Final = re.compile(
    r"(?:[美英法德韩泰俄日][国方]?|俄罗斯|日本|印度尼西亚|印尼|印度|越南|越共|老挝|柬埔寨|缅甸|马来西亚|新加坡|菲律宾|巴基斯坦"
    r"|朝鲜|蒙古国|哈萨克斯坦|乌兹别克斯坦|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|阿富汗|伊朗|伊拉克|沙特|阿联酋|以色列"
    r"|巴勒斯坦|土耳其|埃及|南非|尼日利亚|肯尼亚|埃塞俄比亚|坦桑尼亚|阿尔及利亚|摩洛哥|意大利|西班牙|葡萄牙|希腊|荷兰"
    r"|比利时|瑞士|瑞典|挪威|丹麦|芬兰|波兰|匈牙利|捷克|塞尔维亚|乌克兰|白俄罗斯|奥地利|爱尔兰|欧盟|欧洲|加拿大|墨西哥"
    r"|巴西|阿根廷|智利|秘鲁|古巴|委内瑞拉|哥伦比亚|澳大利亚|新西兰|联合国|东盟|该国|外国|对方国?)$"
)
_NATIONAL: Final = re.compile(r"国家|中国|中央|全国|国务院|最高|中共|中华")
_PLACE: Final = re.compile(
    r"[省市区县州盟旗镇]$|(?:北京|上海|天津|重庆|广东|浙江|江苏|山东|河北|福建|四川|湖北|湖南|河南)$"
)
_OUTER_MARKS: Final = "“”「」《》〈〉‘’『』"


def is_demanded(concept: Concept) -> bool:
    """Whether the English of a paragraph that has this concept is to name it."""
    if not concept.fixed and concept.kind not in DEMANDED_KINDS:
        return False
    preferred = [one for one in concept.renderings if one.status is Status.PREFERRED]
    if not concept.usable or any(one.attestation is Attestation.PROPOSED for one in preferred):
        return concept.fixed and bool(concept.usable)
    if concept.fixed:
        return True
    if concept.kind is TermKind.TITLE and not any(is_office(one.en) for one in concept.usable):
        return False  # the title of a piece rather than of a person
    if concept.kind is TermKind.DOCUMENT and not any(is_name(one.en) for one in concept.usable):
        return False  # a sort of document rather than one
    if concept.kind is TermKind.INSTITUTION and all(one.en.islower() for one in concept.usable):
        return False  # a sort of institution
    return bool(preferred)


def whole_hits(source: str, hits: Sequence[TermHit]) -> list[TermHit]:
    """The hits without what only looks like a body or office of the state.

    None are 财政部 in 财政部门, 联合国 in 联合国家移民管理局, the commission of a city that is called like
    the national one, and the premier of another country.
    """
    return [hit for hit in hits if not _looks_like_one(source, hit)]


def _looks_like_one(source: str, hit: TermHit) -> bool:
    if hit.concept.kind not in (TermKind.INSTITUTION, TermKind.TITLE):
        return False
    if hit.term[-1:] in _BODY_ENDS and _NO_BODY.match(source, hit.end):
        return True
    if hit.term[-1:] == "国" and source[hit.end : hit.end + 1] == "家":
        return True
    before = source[: hit.start]
    if _ABROAD.search(before):
        return True
    local = hit.concept.kind is TermKind.INSTITUTION and not _NATIONAL.match(hit.term)
    return local and hit.term != hit.concept.zh and bool(_PLACE.search(before))


def demanded_hits(source: str, hits: Sequence[TermHit]) -> Iterable[TermHit]:
    """The first demanded hit of each concept, in order; nested ones are not demanded but for formulas.

    Left out is a term that is only a part of the name in its quotation or title marks.
    """
    inside = _marked(source)
    seen: set[tuple[str, str]] = set()
    for hit in with_formulas(hits):
        key = (hit.concept.glossary, hit.concept.id)
        if key in seen or not is_demanded(hit.concept) or _part_of_a_name(hit, inside):
            continue
        seen.add(key)
        yield hit


def with_formulas(hits: Sequence[TermHit]) -> Iterable[TermHit]:
    """The hits, and the formulas in what is not demanded itself: 两个确立 in a set phrase about it."""
    for hit in hits:
        yield hit
        if not is_demanded(hit.concept):
            yield from (one for one in hit.nested if one.concept.kind is TermKind.FORMULA)


def office_behind(source: str, hit: TermHit) -> str:
    """The office that follows the name of its body, 长 behind 外交部; else empty.

    The body stands there for its office: the foreign minister need not bring the ministry.
    """
    office = _GOES_ON.match(source, hit.end) if hit.concept.kind is TermKind.INSTITUTION else None
    return office.group() if office else ""


def stands_alone(source: str, hit: TermHit) -> bool:
    """Whether no body of its own follows the name: 国务院已作出部署, not 国务院某办公室."""
    return not _OWN_BODY.match(source, hit.end)


def _marked(source: str) -> list[tuple[int, int]]:
    """What stands in title marks, or in quotation marks as a name rather than as speech."""
    found = []
    for match in _QUOTED.finditer(source):
        inner = match.group()[1:-1]
        if match.group()[0] in "《〈" or not (_SPEECH.search(inner) or len(inner) > 16):
            found.append((match.start() + 1, match.end() - 1))
    return found


def _part_of_a_name(hit: TermHit, inside: Iterable[tuple[int, int]]) -> bool:
    plain = len(hit.term.strip(_OUTER_MARKS))
    return any(
        start <= hit.start and hit.end <= end + 1 and plain < end - start
        for start, end in inside
        if hit.start < end and start < hit.end
    )
