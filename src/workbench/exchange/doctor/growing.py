"""exchange: tags become units and a header, whatever is missing between them.

A tag of the frame (tmx, header, body, tu, tuv, seg) is always taken at its word: what is still open and
cannot hold it is closed, what should be around it is opened. So one lost tag costs one unit at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workbench.exchange.doctor.dtd import called
from workbench.exchange.doctor.faults import Fault, short
from workbench.exchange.doctor.nodes import Node
from workbench.exchange.doctor.pieces import Piece, orphan_fault
from workbench.exchange.doctor.rules_tmx import TMX_RULES
from workbench.exchange.doctor.rules_xml import XML_RULES
from workbench.exchange.doctor.tags import EMPTY, Tag
from workbench.exchange.doctor.tokens import Kind, Token

_LEVEL = {"tmx": 0, "header": 1, "body": 1, "tu": 2, "tuv": 3, "seg": 4}
_INSIDE = 5
_AROUND = {"header": "tmx", "body": "tmx", "tu": "body", "tuv": "tu", "seg": "tuv"}
_ABOUT = {"note": 4, "prop": 4, "ude": 2, "map": 3}
_INLINE = frozenset({"bpt", "ept", "it", "ph", "hi", "sub", "ut"})
_KEPT = frozenset({"header", "tu"})
_DEEPEST = 200
_NOT_FIRST = "is not the first thing in the file"
_TOO_DEEP = f"more than {_DEEPEST} elements stand in each other"


class Grower:
    """Takes tokens and gives pieces.

    Args:
        faults: where goes what is wrong with the nesting, in the order of the text.
    """

    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults
        self._stack: list[Node] = []
        self._done: list[Piece] = []
        self._seen: set[str] = set()
        self._closed_early: Counter[str] = Counter()
        self._kept: Node | None = None
        self._pending: list[str] = []
        self._prefixes = {"xml", "xmlns"}
        self._ended = self._said_outside = False
        self.end = 0

    def grow(self, token: Token) -> list[Piece]:
        """Take a token; the pieces that are whole now."""
        self._take(token)
        self.end = token.end
        if not self._done:
            return []
        done, self._done = self._done, []
        return done

    def finish(self) -> Iterator[Piece]:
        """The end of the file: what is still open was cut off."""
        self._flush()
        if self._seen and (self._stack or not self._ended):
            inner = self._stack[-1].name if self._stack else "tmx"
            where = "before </tmx>" if inner == "tmx" else f"inside {called(inner)}"
            self._faults.append(Fault(XML_RULES["xml.truncated"], self.end, (where,)))
        while self._stack:
            node = self._stack.pop()
            if node.name in _KEPT:
                self._done.append(Piece(node, self.end, cut=True))
            else:
                node.closed = False
        yield from self._done

    @property
    def between_units(self) -> bool:
        """Whether the next that should come is a unit."""
        return len(self._stack) == 2 and self._stack[1].name == "body" and not self._done

    @property
    def unit_is_open(self) -> bool:
        """Whether the text that comes belongs to a unit or a header that has begun."""
        return self._kept is not None

    # ---- tokens

    def _take(self, token: Token) -> None:
        if token.kind is Kind.TEXT:
            self._text(token)
            return
        self._flush()
        if token.tag is not None:
            if token.kind is Kind.END:
                self._end(token.tag, token)
            else:
                self._start(token.tag, token)
        elif token.kind is Kind.DOCTYPE and self.unit_is_open:
            self._faults.append(Fault(XML_RULES["xml.less-than"], token.start, (short(token.raw, 20),)))
            self._text(Token(Kind.TEXT, token.start, token.raw, None, token.raw))
        elif token.kind is Kind.DOCTYPE:
            self._done.append(Piece(Node("#doctype", token.start, raw=token.raw), token.end))
        else:
            self._remark(token)

    def _start(self, tag: Tag, token: Token) -> None:
        name, start = tag.name, token.start
        if tag.written != name or tag.attributes:
            self._names(tag, start)
        if name in _LEVEL:
            if self._frame_twice(name, start):
                return
            self._make_room(name, start)
        elif name in _ABOUT and self._in_text():
            self._close_to(_ABOUT[name], start)
        elif name in _INLINE and self._top() == "tuv":
            self._open("seg", start)
        if len(self._stack) >= _DEEPEST and tag.kind != EMPTY:
            self._faults.append(Fault(XML_RULES["xml.tag"], start, (tag.written, _TOO_DEEP)))
            self._closed_early[name] += 1
            return
        node = _node(tag, token)
        if name == "tmx":
            self._done.append(Piece(node, token.end))
        self._attach(node)
        if node.empty:
            self._finished(node, token.end)
        else:
            self._push(node)

    def _end(self, tag: Tag, token: Token) -> None:
        name = tag.name
        at = next((n for n in range(len(self._stack) - 1, -1, -1) if self._stack[n].name == name), -1)
        if at < 0 or (name not in _LEVEL and name not in _ABOUT and self._crosses_frame(at)):
            self._stray(tag, token)
            return
        while len(self._stack) > at + 1:
            node = self._stack.pop()
            self._not_closed(node, token.start)
            self._finished(node, token.start)
        node = self._stack.pop()
        if tag.written != node.written:
            said = f"it ends <{node.written}>, which is another name"
            self._faults.append(Fault(XML_RULES["xml.tag"], token.start, (f"/{tag.written}", said)))
        self._ended = self._ended or name == "tmx"
        self._finished(node, token.end)

    def _text(self, token: Token) -> None:
        top = self._top()
        blank = not token.text.strip()
        if blank and top in ("", "tmx", "body", "header", "tu", "tuv", "ude", "map"):
            return
        if top == "tuv" and not self._stack[-1].elements("seg"):
            self._open("seg", token.start)
        if not self._stack or self._stack[-1].name in ("tmx", "body"):
            self._orphan(Node("#text", token.start, children=[token.text]), token.end)
            return
        self._pending.append(token.text)

    def _flush(self) -> None:
        """Text that came in parts, around a < that is no tag, becomes one."""
        if self._pending:
            self._stack[-1].children.append("".join(self._pending))
            self._pending.clear()

    def _remark(self, token: Token) -> None:
        declares = token.raw[:5].lower() == "<?xml" and token.raw[5:6].isspace()
        node = Node("#declaration" if declares else "#remark", token.start, raw=token.raw)
        if self.unit_is_open:
            if declares:
                self._faults.append(Fault(XML_RULES["xml.declaration"], token.start, (_NOT_FIRST,)))
            self._stack[-1].children.append(node)
        else:
            self._done.append(Piece(node, token.end))

    # ---- what is missing or too much

    def _names(self, tag: Tag, start: int) -> None:
        """Prefixes that nothing declares; names of TMX in another spelling."""
        names = [name for name, _ in tag.attributes]
        self._prefixes.update(name[6:] for name in names if name.startswith("xmlns:"))
        used = {name.partition(":")[0] for name in (tag.written, *names) if ":" in name}
        for prefix in sorted(used - self._prefixes):
            self._faults.append(Fault(XML_RULES["xml.prefix"], start, (prefix,)))
        local = tag.written.rpartition(":")
        if local[0] in self._prefixes:
            self._faults.append(Fault(TMX_RULES["tmx.namespace"], start, (f"The prefix “{local[0]}:”",)))
        if local[2] != tag.name and tag.name == local[2].lower():
            self._faults.append(Fault(TMX_RULES["tmx.case"], start, (f"<{tag.written}>",)))

    def _frame_twice(self, name: str, start: int) -> bool:
        """Whether this tag opens the frame a second time and is passed over: two files put together."""
        again = name in ("tmx", "body") and name in self._seen
        if again:
            self._close_to(1 if name == "tmx" else 2, start)
            self._closed_early[name] += 1
            if name == "tmx":
                self._said_outside = True
                self._faults.append(Fault(XML_RULES["xml.second-file"], start))
            elif not self._said_outside:
                self._faults.append(Fault(TMX_RULES["tmx.element-twice"], start, (name, "tmx")))
        self._seen.add(name)
        return again

    def _make_room(self, name: str, start: int) -> None:
        level = _LEVEL[name]
        self._close_to(level, start)
        around = _AROUND.get(name)
        if around is None or self._top() == around:
            return
        if around not in ("tmx", "body") or around not in self._seen:
            self._open(around, start)
        elif not self._said_outside:  # behind </body>, where no second body may be opened
            self._said_outside = True
            values = (f"<{name}>", "after the end of", f"<{name}>")
            self._faults.append(Fault(XML_RULES["xml.outside"], start, values))

    def _open(self, name: str, start: int) -> None:
        """Open what should be open here."""
        self._flush()
        self._seen.add(name)
        self._make_room(name, start)
        node = Node(name, start, written=name, closed=False)
        self._faults.append(Fault(XML_RULES["xml.not-opened"], start, (name, called(name)), node))
        self._attach(node)
        self._push(node)

    def _close_to(self, level: int, start: int) -> None:
        """Close what is open and deeper than an element of this level may stand."""
        while self._stack and self._level(self._stack[-1]) >= level:
            node = self._stack.pop()
            self._not_closed(node, start)
            self._finished(node, start)

    @staticmethod
    def _level(node: Node) -> int:
        return _LEVEL.get(node.name, _INSIDE)

    def _not_closed(self, node: Node, start: int) -> None:
        if not node.closed:
            return  # it was opened here, and is closed without a word too
        node.closed = False
        if node.raw and node.name[:1] != "#" and node.name not in _INLINE:
            if not self._in_text():
                self._closed_early[node.name] += 1
            return  # an element that TMX does not have is a fault already
        self._faults.append(Fault(XML_RULES["xml.not-closed"], start, (node.name, called(node.name)), node))

    def _stray(self, tag: Tag, token: Token) -> None:
        if self._closed_early[tag.name]:
            self._closed_early[tag.name] -= 1
            return
        inside = self._in_text()
        if inside and tag.name not in _LEVEL and tag.name not in _ABOUT and tag.name not in _INLINE:
            node = Node("#end", token.start, written=tag.written, raw=token.raw)
            self._stack[-1].children.append(node)
            return
        self._faults.append(Fault(XML_RULES["xml.stray-end"], token.start, (tag.written,)))

    def _crosses_frame(self, at: int) -> bool:
        return any(node.name in _LEVEL or node.name in _ABOUT for node in self._stack[at + 1 :])

    # ---- the tree

    def _top(self) -> str:
        return self._stack[-1].name if self._stack else ""

    def _in_text(self) -> bool:
        return any(node.name == "seg" or node.name in ("note", "prop") for node in self._stack)

    def _push(self, node: Node) -> None:
        self._stack.append(node)
        if node.name in _KEPT:
            self._kept = node

    def _attach(self, node: Node) -> None:
        if node.name in _KEPT or node.name in ("tmx", "body"):
            return
        if self.unit_is_open:
            self._stack[-1].children.append(node)

    def _finished(self, node: Node, end: int) -> None:
        if node.name in _KEPT:
            self._kept = None
            self._done.append(Piece(node, end))
        elif node.name in ("tmx", "body"):
            if node.empty and node.name == "tmx":
                self._ended = True
        elif not self.unit_is_open and all(other.name in ("tmx", "body") for other in self._stack):
            self._orphan(node, end)

    def _orphan(self, node: Node, end: int) -> None:
        self._faults.append(orphan_fault(node, self._top(), ended=self._ended))
        self._done.append(Piece(node, end))


def _node(tag: Tag, token: Token) -> Node:
    raw = "" if tag.name in _LEVEL or tag.name in _ABOUT else token.raw
    attributes = dict(tag.attributes)
    return Node(tag.name, token.start, attributes, written=tag.written, raw=raw, empty=tag.kind == EMPTY)
