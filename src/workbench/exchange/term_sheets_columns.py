"""exchange: which column of a table of terms holds what, by the names that tools and people give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.model.faults import WorkbenchError

LEFT_OUT: Final = "-"
"""What a mapping gives a column that is not to be read."""
FORBIDDEN: Final = "forbidden"
"""A column of yes and no, which says that a rendering is to be avoided."""
DEFINITION, EXAMPLE = "definition", "example"
"""Columns without a place of their own; they go to the note, behind their name."""

_NAMES: Final[Mapping[str, str]] = {
    "zh": "zh|zho|chi|cmn|chinese|chinese term|mandarin|simplified|simplified chinese|chinese simplified|"
    "zh cn|zh hans|zh sg|chinese (prc)|chinese (simplified)|中文|"
    "汉语|漢語|简体|简体中文|中文术语|中文名称|华语",
    "en": "en|eng|english|english term|英文|英语|英語|英译|英譯|英文译名|英文术语|英文名称|en us|en gb",
    "zh_variants": "zh variants|variants|variant|synonyms|synonym|traditional|zh tw|zh hk|"
    "zh hant|traditional chinese|chinese traditional|chinese (taiwan)|chinese (traditional)|"
    "繁体|繁體|繁体中文|繁體中文|异名|别名|同义词",
    "pinyin": "pinyin|reading|pronunciation|拼音|汉语拼音|漢語拼音",
    "article": "article|冠词",
    "short_form": "short form|abbreviation|abbr|acronym|简称|缩写|略语",
    "status": "status|usage status|term status|administrative status|状态|狀態|术语状态",
    "attestation": "attestation|reliability|可靠性",
    "kind": "kind|type|term type|类型|類型",
    "domain": "domain|subject|subject field|subject area|field|area|category|topic|entry subject|"
    "领域|領域|类别|類別|分类|学科|主题",
    "register": "register|语域",
    "authority": "authority|reference|ref|出处|出處|来源|來源|依据",
    "year_from": "year from|from year|since|起始年|年份|year",
    "year_to": "year to|to year|until|截止年",
    "source_url": "source url|url|link|网址|網址|链接",
    "checked_on": "checked on|accessed|access date|核查日期|查阅日期",
    "pos": "pos|part of speech|word class|词性|詞性",
    "valency": "valency|collocation|搭配",
    "first_mention": "first mention|首次出现",
    "risk": "risk|risk note|风险",
    "note": "note|notes|comment|comments|remark|remarks|usage note|term info|备注|備註|说明|說明|注释|附注",
    DEFINITION: "definition|explanation|meaning|定义|定義|释义|釋義|解释",
    EXAMPLE: "context|example|examples|example sentence|例句|例子|语境|上下文",
    FORBIDDEN: "forbidden|prohibited|do not use|禁用",
}
_LOOSE: Final[Mapping[str, str]] = {
    "zh": "source|source term|source text|src|term|headword|entry|"
    "原文|源文|源语言|源術語|源术语|术语|術語|词条|词语",
    "en": "target|target term|target text|tgt|translation|rendering|equivalent|"
    "译文|譯文|译名|譯名|目标|目标语言|"
    "目标术语|翻译|翻譯|对应词",
}
"""Names that say a side only where no column is named by its language."""
_LAST: Final[Mapping[str, str]] = {"authority": "source|sources"}
"""A name that says a side, or where a term was found if another column is that side."""
_ASIDE: Final = re.compile(r"\s?(?:\d+|\([^()]*\))$")
"""A number or a word in brackets behind a name: English 2, Target (US)."""
_MANY: Final = frozenset({"en", "zh_variants", "note", DEFINITION, EXAMPLE})
"""What several columns may hold."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    Attributes:
        holds: what each column holds, by its index from 0.
        unread: names of the columns that hold nothing we know.
        width: cells of a row.
        own: whether they are named as a glossary names them, so that nothing need be guessed.
    """

    holds: Mapping[int, str]
    width: int
    unread: tuple[str, ...] = ()
    own: bool = False


def columns_of(
    header: Sequence[str], known: Sequence[str], mapping: Mapping[str, str] | None = None
) -> Columns | None:
    """The columns of a header; None where it names no Chinese or no English.

    Args:
        header: cells of the row that may be one.
        known: the columns of a glossary, which need no translation.
        mapping: what columns hold by the user's word, by their names.
    """
    names = [plain(cell) for cell in header]
    own = {"zh", "en"} <= set(header) and not {"concept", "attestation", "zh_variants"}.isdisjoint(header)
    holds: dict[int, str] = {}
    for at, name in enumerate(names):
        said = {plain(column): value for column, value in (mapping or {}).items()}.get(name)
        if said is not None:
            holds[at] = said
        elif header[at].strip() in known and (own or header[at].strip() != "context"):
            holds[at] = header[at].strip()
    _add(holds, names, _NAMES)
    if "zh" not in holds.values() and "zh_variants" in holds.values() and "en" in holds.values():
        at = next(at for at, held in holds.items() if held == "zh_variants")
        holds[at] = "zh"  # traditional is the only Chinese there is
    _add(holds, names, _LOOSE)
    _add(holds, names, _LAST)
    if not {"zh", "en"} <= set(holds.values()):
        return None
    unread = tuple(header[at].strip() for at, name in enumerate(names) if name and at not in holds)
    return Columns({at: held for at, held in holds.items() if held != LEFT_OUT}, len(header), unread, own)


def _add(holds: dict[int, str], names: Sequence[str], known: Mapping[str, str]) -> None:
    """Give columns that hold nothing yet what their names say; a second one only where several may."""
    meanings = {name: column for column, said in known.items() for name in said.split("|")}
    for at, name in enumerate(names):
        held = meanings.get(name) or meanings.get(_ASIDE.sub("", name), "")
        if held == "zh" and "zh" in holds.values() and known is _NAMES:
            held = "zh_variants"
        elif known is _LOOSE and held in holds.values():
            continue
        if held and at not in holds and (held in _MANY or held not in holds.values()):
            holds[at] = held


def columns_beside(header: Sequence[str], source: int, target: int) -> Columns:
    """The columns where script alone told the two sides; the others by their names."""
    names = [plain(cell) for cell in header]
    holds = {source: "zh", target: "en"}
    beside = {held: said for held, said in _NAMES.items() if held not in ("zh", "en")}
    _add(holds, names, beside)
    unread = tuple(header[at].strip() for at, name in enumerate(names) if name and at not in holds)
    return Columns(holds, len(header), unread)


def plain(name: str) -> str:
    """A name in small letters; `Zh_CN` is `zh cn`, marks at its ends do not count."""
    return " ".join(re.sub(r"[_\-/]+", " ", name.strip().strip(":：*#").casefold()).split())


def checked_mapping(pairs: Iterable[str], known: Sequence[str]) -> dict[str, str]:
    """`COL=NAME` pairs as a mapping.

    Raises:
        WorkbenchError: a pair has no `=`, or its name is none of a glossary's columns.
    """
    mapping: dict[str, str] = {}
    for pair in pairs:
        column, sign, name = pair.rpartition("=")
        if not sign or not column.strip():
            raise WorkbenchError(f"--map {pair}: write it as COLUMN=NAME, such as Fachgebiet=domain.")
        if name.strip() not in (*known, DEFINITION, EXAMPLE, FORBIDDEN, LEFT_OUT):
            raise WorkbenchError(
                f"--map {pair}: a glossary has no `{name}`; use one of {', '.join(known)} or -."
            )
        mapping[column] = name.strip()
    return mapping
