"""exchange: what other tools call the status of a rendering, how it is known, and what kind of term it is.

Read are the picklists of TBX (ISO 30042:2008 annex A, ISO 30042:2019), what terminology tools write instead
of them, and what people write into tables, in English and Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from workbench.model.terms import Attestation, Status, TermKind

_STATUS: Final[Mapping[Status, str]] = {
    Status.PREFERRED: "preferred preferredterm standardized standardizedterm approved recommended valid main"
    " mandatory yes 首选 推荐 优先 规范 标准 已批准",
    Status.ADMITTED: "admitted admittedterm allowed acceptable accepted permitted legalterm regulatedterm"
    " alternative synonym ok 允许 可用 备选 可选 容许",
    Status.DEPRECATED: "deprecated deprecatedterm forbidden prohibited banned avoid notrecommended donotuse"
    " rejected disallowed notallowed blacklisted notpreferred invalid no 禁用 禁止 不推荐 避免 勿用 不可用",
    Status.SUPERSEDED: "superseded supersededterm obsolete outdated former old historic historical archaic"
    " 旧称 过时 已废止 废止 旧译",
}
_ATTESTATION: Final[Mapping[Attestation, str]] = {
    Attestation.OFFICIAL: "official published authoritative 官方 正式",
    Attestation.ESTABLISHED: "established common standard usual 通用 常用 通行",
    Attestation.PROPOSED: "proposed suggestion suggested draft new tentative 建议 拟 试译 暂译",
}
_KIND: Final[Mapping[TermKind, str]] = {
    TermKind.TERM: "term word concept 术语 词",
    TermKind.SETPHRASE: "setphrase phrase idiom set-phrase 固定搭配 成语 短语",
    TermKind.FORMULA: "formula slogan 提法 口号",
    TermKind.INSTITUTION: "institution organisation organization body agency 机构 组织",
    TermKind.TITLE: "title office post position 职务 头衔",
    TermKind.PERSON: "person name people 人名 人物",
    TermKind.PLACE: "place location toponym 地名 地点",
    TermKind.DOCUMENT: "document law publication 文件 文献",
}
_Words = Mapping[str, str]
_DECORATION: Final = re.compile(r"-?admn-?sts$|[\W_]+")


def bare(word: str) -> str:
    """A word of a picklist without what tools decorate it with: `preferredTerm-admn-sts`, preferredterm."""
    return _DECORATION.sub("", word.strip().casefold())


def _meanings(words: Mapping[Status, str] | Mapping[Attestation, str] | Mapping[TermKind, str]) -> _Words:
    return {bare(word): str(value) for value, said in words.items() for word in said.split()}


_MEANT: Final[Mapping[str, Mapping[str, str]]] = {
    "status": _meanings(_STATUS),
    "attestation": _meanings(_ATTESTATION),
    "kind": _meanings(_KIND),
}


def meant(column: str, word: str) -> str | None:
    """The value of a closed column that a word of another tool stands for; None where it is not known.

    Args:
        column: status, attestation or kind; other columns have no words of their own, and None is returned.
        word: as the file has it, in any case.
    """
    return _MEANT.get(column, {}).get(bare(word))
