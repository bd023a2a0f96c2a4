"""documents: bytes become text, in the encoding they are found to be in.

Chinese files come as UTF-8, as UTF-16 from older editors, as GB18030 (which holds GBK and GB 2312) and as
Big5. A byte order mark decides; then strict decoding; between GB18030 and Big5 the share of characters that
are common in running text. English as Word saves it (Windows-1252: curly quotes, dashes, accented names) is
told from both by where its high bytes stand, since a quote and the letter after it also spell a rare hanzi.
charset-normalizer is asked last, and its word is taken only where it is sure.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from workbench.model.faults import WorkbenchError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (a Word or Excel file is one)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_LOOKED_AT = 200_000  # bytes by which an encoding is judged
_COMMON = frozenset(
    "的一是不了在人有我他這这中大來来上國国個个到說说们們為为子和你地出道也時时年得就那要下以生會会自着去之過过家學学對对"
    "可她里後后小麼么心多天而能好都然沒没日於于起還还發发成事只作當当想看文無无開开手十用主行方又如前所本見见經经頭头面公"
    "同三已老從从動动兩两長长知民樣样現现分將将外但身些與与高意進进把法此實实回二理美點点月明其種种聲声全工己話话兒儿者向"
    "情部正名定女問问力機机給给等幾几很業业最間间新什打便位因重被走電电四第門门相次東东政海口使教西再平真聽听世氣气信北少"
    "關关並并內内加化由卻却代軍军產产入先山五太水萬万市眼體体別别處处總总才場场師师書书比住員员九笑性通目華华報报立馬马命"
    "張张活難难神數数件安表原車车白應应路期叫死常提感金何更反合放做系計计或司利受光王果親亲界及今京務务制解各任至清物臺台"
    "象記记邊边共風风戰战幹干接它許许八特覺觉望直服毛林題题建南度統统色字請请交愛爱讓让認认算論论百吃義义科怎元社術术結结"
    "六功指思非流每青管夫連连遠远資资隊队跟帶带花快條条院變变聯联言權权往展該该領领傳传近留紅红治決决周保達达辦办運运武半"
    "候七必城父強强步完革深區区即求品士轉转量空甚眾众技輕轻程告江語语英基派滿满式李息寫写呢識识極极令黃黄德收臉脸錢钱党黨"
    "倒未持取設设始版雙双歷历越史商千片容研像找友孩站廣广改議议形委早房音火際际則则首單单據据導导影失拿網网香似斯專专石若"
    "，。、；：？！“”‘’（）《》「」『』　—…"
)

_HIGH = re.compile(r"[^\x00-\x7f]")
_JUDGED = 20_000  # signs beyond ASCII by which English is told from Chinese, wherever in the file they stand
# Where each sign of Windows-1252 may stand in English: alone among ASCII, or beside a quote or a dash.
# The second byte of a hanzi is often a high one, or one of @ \ ^ ` { | } ~, which no word goes on with.
_AFTER = r"(?<![^\x00-\x7f\xa0‘’“”–—…])"
_BEFORE = r"(?![^\x00-\x7f\xa0‘’“”–—…™®] | [@\\^`{|}~0-9])"
_IN_PLACE = re.compile(
    rf"""
      [‘’“”–—…] (?![@\\^`{{|}}~])
    | {_AFTER} (?<![0-9]) [ß-öø-ÿšœž] (?![A-Z]) {_BEFORE}
    | {_AFTER} (?<![a-z0-9]) [À-ÖØ-ÞŠŒŽŸ] {_BEFORE}
    | [£€¥] (?=[\s\d.]) | (?<=\d) [£€¢°] (?![a-z])
    | (?<=[\dm]) [²³] (?![A-Za-z]) | (?<![A-Za-z]) [¼½¾] (?![A-Za-z])
    | [§¶©±×] (?=[\s\d]) | [®™] (?![A-Za-z]) | (?<!\S) [•·] (?=\s)
    | \xa0 | (?<=[a-z]) \xad (?=[a-z])
    """,
    re.VERBOSE,
)
_RUN = re.compile(r"[^\x00-\x7f]+")
# The accented letters that stand under the same byte in Central European Windows-1250.
_SHARED = frozenset("ÁÂÄÇÉËÍÎÓÔÖÚÜÝßáâäçéëíîóôöúüýŠŽšž")
_ENGLISH = frozenset(("the", "of", "and", "that", "with", "from", "this", "which", "were", "been", "their"))


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Text and the encoding it was found in.

    Args:
        data: the whole file.
        name: what to call it in an error.

    Returns:
        The text without a byte order mark, and the encoding: utf-8, utf-8-sig, utf-16, utf-16-le, utf-16-be,
        utf-32, cp1252, gb18030, big5, or what charset-normalizer found.

    Raises:
        WorkbenchError: it is empty, not text, or in no encoding that can be told.
    """
    if not data.strip():
        raise WorkbenchError(f"{name} is empty: there is nothing to translate in it.")
    for start, what in _BINARY:
        if data.startswith(start):
            raise WorkbenchError(f"{name} is {what}, not plain text; save or export it as .txt first.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding, name), name), encoding
    return _unmarked(data, name)


def _unmarked(data: bytes, name: str) -> tuple[str, str]:
    wide = _wide(data)
    if wide:
        return _checked(_strict(data, wide, name), name), wide
    if b"\0" in data:
        raise WorkbenchError(f"{name} is not text: it holds zero bytes; export it as plain text first.")
    text = _try(data, "utf-8")
    if text is not None:
        return _checked(text, name), "utf-8"
    western = _try(data, "cp1252")
    if western is not None and _english(western) and not _chinese(data):
        return _checked(western, name), "cp1252"
    for encoding in _east_asian(data):
        text = _try(data, encoding)
        if text is not None and _readable(text):
            return _checked(text, name), encoding
    return _asked(data, name)


def _wide(data: bytes) -> str:
    """utf-16-le or utf-16-be where unmarked data reads as that; else empty.

    Chinese in UTF-16 has few zero bytes; its sign is that line breaks, spaces and common characters appear
    under one byte order alone.
    """
    sample = data[: _LOOKED_AT - _LOOKED_AT % 2]
    if len(data) % 2 or len(sample) < 4:
        return ""
    if b"\0" not in sample and _try(data, "utf-8") is not None:
        return ""
    scored: list[tuple[float, str]] = []
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _try(sample, encoding, cut=True)
        if text is not None:
            usual = sum(
                sign in _COMMON or (sign.isascii() and (sign.isprintable() or sign in "\r\n\t"))
                for sign in text
            )
            scored.append((usual / max(1, len(text)), encoding))
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] > 0.3 and "\0" not in sample.decode(best[1], "ignore") else ""


def _east_asian(data: bytes) -> list[str]:
    """gb18030 and big5, the likelier first."""
    sample = data[:_LOOKED_AT]
    scores = {}
    for encoding in ("gb18030", "big5"):
        text = sample.decode(encoding, "replace")
        beyond = [sign for sign in text if sign >= "\x80"]
        usual = sum(sign in _COMMON for sign in beyond) - 5 * beyond.count("\ufffd")
        scores[encoding] = usual / max(1, len(beyond))
    return sorted(scores, key=lambda encoding: -scores[encoding])


def _readable(text: str) -> bool:
    """Whether what was decoded has common characters at all, so that noise is not taken for GB18030."""
    beyond = [sign for sign in text[:_LOOKED_AT] if sign >= "\x80"]
    return sum(sign in _COMMON for sign in beyond) >= 0.15 * len(beyond)


def _english(text: str) -> bool:
    """Whether text read as Windows-1252 is ASCII words with quotes, dashes and accents where these belong.

    One sign in five may be out of place. A letter that Windows-1250 writes otherwise (è there is č) counts
    only beside English words, for alone it may as well be Central European.
    """
    places = [found.start() for found in islice(_HIGH.finditer(text), _JUDGED)]
    if sum(_IN_PLACE.match(text, place) is not None for place in places) < 0.8 * len(places):
        return False
    letters = [sign for sign in text if sign.isalpha()]
    accented = [sign for sign in letters if not sign.isascii()]
    if len(accented) > 0.25 * len(letters) or not letters:
        return False
    if _SHARED.issuperset(accented):
        return True
    words = re.findall(r"[a-z]+", text.lower())
    return sum(word in _ENGLISH for word in words) > 0.04 * len(words)


def _chinese(data: bytes) -> bool:
    """Whether `data` is Chinese with common characters; a hanzi stuck to an English word is none."""
    readings = (_try(data, encoding) for encoding in ("gb18030", "big5"))
    return any(text is not None and _sense(text) >= 0.3 for text in readings)


def _sense(text: str) -> float:
    """Share of the signs beyond ASCII that are common ones and no fragment of a Latin word.

    One or two signs that touch a Latin letter are such a fragment: "protégé—" reads as prot間闂.
    """
    good = seen = 0
    for run in islice(_RUN.finditer(text), _JUDGED):
        signs, around = run[0], text[max(0, run.start() - 1) : run.start()] + text[run.end() : run.end() + 1]
        seen += len(signs)
        if len(signs) > 2 or not any(sign.isalpha() for sign in around):
            good += sum(sign in _COMMON for sign in signs)
    return good / max(1, seen)


def _asked(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_LOOKED_AT]).best()
    text = _try(data, best.encoding) if best is not None and best.chaos < 0.1 else None
    if best is None or text is None:
        raise WorkbenchError(
            f"{name} is in no encoding that can be told (tried UTF-8, UTF-16, GB18030, Big5); "
            "save it as UTF-8 and try again."
        )
    return _checked(text, name), best.encoding


def _try(data: bytes, encoding: str, *, cut: bool = False) -> str | None:
    """Decoded text, or None where `data` is not in `encoding`; with `cut` it may end inside a character."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        return decoder.decode(data, final=not cut)
    except UnicodeDecodeError:
        return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise WorkbenchError(
            f"{name} begins as {encoding} but byte {error.start + 1} cannot be read as that; "
            "save it as UTF-8 and try again."
        ) from error


def _checked(text: str, name: str) -> str:
    """`text` without a stray mark at its start, if it is text."""
    bare = text.removeprefix("\ufeff")
    if not bare.strip():
        raise WorkbenchError(f"{name} is empty: there is nothing to translate in it.")
    odd = sum(sign < " " and sign not in "\t\n\r\f\v\x1a" for sign in bare[:_LOOKED_AT])
    if odd > 0.01 * min(len(bare), _LOOKED_AT):
        raise WorkbenchError(
            f"{name} is not text: it is full of control characters; export it as plain text first."
        )
    return bare
