"""documents: where paragraphs begin, as the likeliest reading of all lines together.

Every line has a shape: first, middle or last line of a paragraph, a paragraph of one line, or a display line
(heading, title, credit) or its continuation. What a line shows (room left in the column, last mark, blank
lines, indent) is likely or unlikely for a shape; the sequence of shapes that explains the file best is found
by dynamic programming, its rates are then counted in the file, and it is found again with them. So a blank
line counts for as much as blank lines have earned in this file: nothing where one follows every line.

The starting rates below are those of Chinese prose at large.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import exp, log

from workbench.documents.evidence import BINS, Opening, Seen


class Shape(IntEnum):
    """What a line is in the flow."""

    FIRST = 0
    MIDDLE = 1
    LAST = 2
    SINGLE = 3
    DISPLAY = 4
    MORE = 5  # a display line's continuation


STARTS = (Shape.FIRST, Shape.SINGLE, Shape.DISPLAY)
_NEVER = -1e9
_NEAR = 0.985  # share of lines running on whose slack a typesetter can explain

#                   mid  closed comma  soft asking final
_ENDS_INSIDE = (0.800, 0.030, 0.1000, 0.015, 0.005, 0.050)
_ENDS_BODY = (0.012, 0.015, 0.0008, 0.030, 0.050, 0.892)
_ENDS_DISPLAY = (0.800, 0.100, 0.0100, 0.030, 0.040, 0.020)
#                     plain marked lower  barred
_OPENS_NEW = (0.870, 0.120, 0.010, 0.00001)
_OPENS_INSIDE = (0.974, 0.006, 0.700, 0.01000)
#              unknown flush indented other
_DEPTH_FIRST = (1.0, 0.04, 0.90, 0.06)
_DEPTH_LATER = (1.0, 0.95, 0.02, 0.03)
_DEPTH_DISPLAY = (1.0, 0.35, 0.30, 0.35)


@dataclass(frozen=True, slots=True)
class Rates:
    """What is counted in the file; all values are probabilities.

    Attributes:
        slack: of each bin of slack, for a line that runs on.
        blanks_body: of no, one, more blank lines before a paragraph that follows a paragraph.
        blanks_display: the same before or after a display line. `blanks_inside`: inside a paragraph.
        starts: of a paragraph of several lines, of one line, of a display line, once one begins.
        end: that a line after the first is the last.
    """

    slack: tuple[float, ...]
    blanks_body: tuple[float, ...]
    blanks_display: tuple[float, ...]
    blanks_inside: tuple[float, ...]
    starts: tuple[float, float, float]
    end: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The likeliest shapes, how sure each boundary is (0 to 1, before each line), and how well all fits."""

    shapes: tuple[Shape, ...]
    confidence: tuple[float, ...]
    score: float


def first_rates(seen: Sequence[Seen]) -> Rates:
    """Rates to begin with; where most lines have a blank before them, blanks begin with no say."""
    slack = _physical([exp(-abs(_slack(at)) / 0.6) for at in range(BINS + 1)])
    blank = sum(line.blanks > 0 for line in seen[1:]) / max(1, len(seen) - 1)
    if blank > 0.5:
        double = sum(line.blanks > 1 for line in seen[1:]) / max(1, len(seen) - 1)
        even = (1.02 - blank, max(0.02, blank - double), double + 0.01)
        more = (even[0], even[1], even[2] + 0.3 * (double > 0.02))
        return Rates(slack, more, more, even, (0.62, 0.2, 0.18), 0.2)
    return Rates(slack, (0.2, 0.7, 0.1), (0.15, 0.7, 0.15), (0.9, 0.09, 0.01), (0.62, 0.2, 0.18), 0.2)


def counted_rates(seen: Sequence[Seen], shapes: Sequence[Shape], before: Rates) -> Rates:
    """The rates in a file read this way; `before` has the weight of a few lines, against chance."""
    slack = [0.0] * (BINS + 1)
    body, display, inside = [0.0] * 3, [0.0] * 3, [0.0] * 3
    starts = [0.0] * 3
    lasts = later = 0
    for at, (line, shape) in enumerate(zip(seen, shapes, strict=True)):
        if shape is Shape.MIDDLE and line.slack >= 0:
            slack[line.slack] += 1
        elif shape is Shape.FIRST and line.first_slack >= 0:
            slack[line.first_slack] += 1
        lasts += shape is Shape.LAST
        later += shape in (Shape.MIDDLE, Shape.LAST)
        if shape in STARTS:
            starts[STARTS.index(shape)] += 1
        if at and not line.cut:
            near_display = Shape.DISPLAY in (shape, shapes[at - 1]) or shapes[at - 1] is Shape.MORE
            kind = inside if shape not in STARTS else display if near_display else body
            kind[line.blanks] += 1
    smooth = [
        0.25 * slack[max(0, at - 1)] + 0.5 * slack[at] + 0.25 * slack[min(BINS, at + 1)]
        for at in range(BINS + 1)
    ]
    head, one, shown = _blend(starts, before.starts, 10)
    return Rates(
        _physical([count + 3 * rate for count, rate in zip(smooth, before.slack, strict=True)]),
        _blend(body, before.blanks_body, 3),
        _blend(display, before.blanks_display, 3),
        _blend(inside, before.blanks_inside, 6),
        (head, one, shown),
        (lasts + 4 * before.end) / (later + 4),
    )


def _slack(which: int) -> float:
    return which / 2 - 5.0


def _physical(weights: Sequence[float]) -> tuple[float, ...]:
    """Rates of slack from counts, held to what a typesetter can do.

    A line that runs on leaves no room for what comes next, and hangs over by some marks at most: beyond that
    the rates fall off whatever was counted, or a file once misread would teach that anything goes.
    """
    near = [weight if -3.0 <= _slack(at) <= 1.0 else 0.0 for at, weight in enumerate(weights)]
    far = [exp(-1.2 * max(0.0, -3.0 - _slack(at), _slack(at) - 1.0)) for at in range(len(weights))]
    far = [rate * (not inside) for rate, inside in zip(far, near, strict=True)]
    whole, beyond = sum(near), sum(far)
    return tuple(
        _NEAR * inside / whole + (1 - _NEAR) * rate / beyond + 1e-5
        for inside, rate in zip(near, far, strict=True)
    )


def _blend(counts: Sequence[float], before: Sequence[float], weight: float) -> tuple[float, ...]:
    total = sum(counts) + weight * sum(before)
    return tuple((count + weight * rate) / total for count, rate in zip(counts, before, strict=True))


def read_shapes(seen: Sequence[Seen], rates: Rates) -> Reading:
    """The likeliest shapes of all lines under `rates`."""
    if not seen:
        return Reading((), (), 0.0)
    scores = _Scores(seen, rates)
    forward, back = _forward(scores)
    backward = _backward(scores)
    last = max(
        (Shape.LAST, Shape.SINGLE, Shape.DISPLAY, Shape.MORE), key=lambda s: forward[-1][s] + backward[-1][s]
    )
    best = forward[-1][last] + backward[-1][last]
    shapes = [last]
    for at in range(len(seen) - 1, 0, -1):
        shapes.append(back[at][shapes[-1]])
    shapes.reverse()
    return Reading(tuple(shapes), tuple(_confidence(forward, backward)), best)


def _confidence(forward: list[list[float]], backward: list[list[float]]) -> list[float]:
    """How much better the best reading with a boundary before a line is than that without, or inversely."""
    result: list[float] = []
    for ahead, behind in zip(forward, backward, strict=True):
        whole = [one + other for one, other in zip(ahead, behind, strict=True)]
        starting = max(whole[shape] for shape in STARTS)
        running = max(whole[Shape.MIDDLE], whole[Shape.LAST], whole[Shape.MORE])
        result.append(1 / (1 + exp(-min(abs(starting - running), 30.0))))
    return result


class _Scores:
    """Logarithms of all that is weighed, by line."""

    def __init__(self, seen: Sequence[Seen], rates: Rates) -> None:
        self.seen = seen
        self._slack = [log(rate) for rate in rates.slack]
        self.fresh = [log(rate) for rate in rates.starts]
        self.end, self.run = log(rates.end), log(1 - rates.end)
        self._blanks = [
            [log(rate) for rate in row]
            for row in (rates.blanks_body, rates.blanks_display, rates.blanks_inside)
        ]
        self._rows: dict[tuple[object, ...], list[float]] = {}
        self.shown = [self._shape_row(at) for at in range(len(seen))]

    def _shape_row(self, at: int) -> list[float]:
        line = self.seen[at]
        past = self.seen[max(0, at - 1)]
        # What runs on to a second line has filled the first, is set no wider there, and was not complete.
        odd = line.em > past.em + 1.0 or past.em < 0.5 * line.column or past.label
        key = (line.slack, line.first_slack, line.em, line.column, line.label, line.depth, odd)
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = self._weigh(line, odd)
        return row

    def _weigh(self, line: Seen, odd: bool) -> list[float]:
        even = log(0.5 / max(line.column, 1.0))
        over = log(0.02) if line.em > line.column + 2.5 else 0.0
        narrow = 0.0 if line.em <= line.column - 1.0 else log(0.1)
        text, label = (log(0.002), log(0.3)) if line.label else (log(0.998), log(0.7))
        first, later, display = (
            log(table[line.depth]) for table in (_DEPTH_FIRST, _DEPTH_LATER, _DEPTH_DISPLAY)
        )
        return [
            self._slack_of(line.first_slack) + text + first,
            self._slack_of(line.slack) + text + later,
            even + over + text + later,
            even + over + text + first,
            even + over + narrow + label + display,
            even + over + narrow + display + (log(0.1) if odd else 0.0) + text,
        ]

    def _slack_of(self, which: int) -> float:
        return self._slack[which] if which >= 0 else log(1e-6)

    def crossing(self, at: int) -> tuple[float, float, float, float, float, float]:
        """Between line at-1 and line at: body to body, body to display, display to body, display to display,
        inside a paragraph, inside a display."""
        line, past = self.seen[at], self.seen[at - 1].ending
        body, display, inside = (row[line.blanks] for row in self._blanks)
        new = log(_OPENS_NEW[line.opening]) + (log(0.02) if line.within else log(0.98))
        same = log(_OPENS_INSIDE[line.opening]) + (log(0.12) if line.within else log(0.88))
        # A plain line right under a display line is its second line rather than a display line of its own.
        stacked = 0.0 if line.label or line.opening is Opening.MARKED else log(0.3)
        if line.cut:
            same = _NEVER
            body = display = 0.0
        after_body, after_display = log(_ENDS_BODY[past]) + new, log(_ENDS_DISPLAY[past]) + new
        held = log(_ENDS_INSIDE[past]) + same + inside
        return (
            after_body + body,
            after_body + display,
            after_display + display,
            after_display + display + stacked,
            held,
            held,
        )


_MORE, _NO_MORE = log(0.2), log(0.8)


def _forward(scores: _Scores) -> tuple[list[list[float]], list[list[Shape]]]:
    fresh, shown = scores.fresh, scores.shown
    row = [_NEVER] * 6
    for place, shape in enumerate(STARTS):
        row[shape] = fresh[place] + shown[0][shape]
    # A page may begin inside a paragraph.
    row[Shape.MIDDLE] = log(0.03) + shown[0][Shape.MIDDLE]
    row[Shape.LAST] = log(0.01) + shown[0][Shape.LAST]
    rows, back = [row], [[Shape.FIRST] * 6]
    for at in range(1, len(shown)):
        bb, bd, db, dd, held, shown_on = scores.crossing(at)
        body = Shape.LAST if row[2] >= row[3] else Shape.SINGLE
        display = Shape.DISPLAY if row[4] >= row[5] else Shape.MORE
        run = Shape.FIRST if row[0] >= row[1] else Shape.MIDDLE
        by_body, by_display, on = row[body], row[display] + _NO_MORE, row[run] + held
        to_body = (by_body + bb, body) if by_body + bb >= by_display + db else (by_display + db, display)
        to_show = (by_body + bd, body) if by_body + bd >= by_display + dd else (by_display + dd, display)
        now = shown[at]
        row = [
            to_body[0] + fresh[0] + now[0],
            on + scores.run + now[1],
            on + scores.end + now[2],
            to_body[0] + fresh[1] + now[3],
            to_show[0] + fresh[2] + now[4],
            row[display] + _MORE + shown_on + now[5],
        ]
        rows.append(row)
        back.append([to_body[1], run, run, to_body[1], to_show[1], display])
    return rows, back


def _backward(scores: _Scores) -> list[list[float]]:
    """Best score of all lines after each, by the shape it has."""
    fresh, shown, seen = scores.fresh, scores.shown, scores.seen
    past = seen[-1].ending
    body, display = log(_ENDS_BODY[past]), log(_ENDS_DISPLAY[past]) + _NO_MORE
    row = [_NEVER, _NEVER, body, body, display, display]
    rows = [row]
    for at in range(len(shown) - 1, 0, -1):
        bb, bd, db, dd, held, shown_on = scores.crossing(at)
        now = shown[at]
        new = max(fresh[0] + now[0] + row[0], fresh[1] + now[3] + row[3])
        show = fresh[2] + now[4] + row[4]
        on = held + max(scores.run + now[1] + row[1], scores.end + now[2] + row[2])
        ends = max(bb + new, bd + show)
        after = max(
            _NO_MORE + max(db + new, dd + show),
            _MORE + shown_on + now[5] + row[5],
        )
        row = [on, on, ends, ends, after, after]
        rows.append(row)
    rows.reverse()
    return rows
