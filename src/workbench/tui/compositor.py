"""tui: FrontFirst, a compositor that asks a widget for its lines only where something of it is seen.

Textual asks everything that lies within what changed, also the screen and the containers that the rows cover
whole, cuts all of their lines and throws them away: half of what it takes to paint a row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

_Line = dict[int, Strip | None]


class FrontFirst(Compositor):
    """Puts the same lines together as the one it is made from."""

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """The strips of each line that is to be painted, by the cells in which they begin."""
        nothing: _Line = {}
        chops: list[_Line] = [nothing] * len(self.cuts)
        lacking: dict[int, int] = {}  # of how many stretches of a line nothing is known yet
        for y in range(max(0, crop.y), min(crop.bottom, len(chops))):
            if is_rendered_line(y):
                chops[y] = dict.fromkeys(self.cuts[y][:-1])
                lacking[y] = len(chops[y])
        for widget, (region, clip) in self.visible_widgets.items():  # from the front to the back
            if not lacking:
                break
            seen = region.intersection(clip)
            lines = [y for y in seen.line_range if y in lacking] if crop.overlaps(clip) else ()
            if lines and any(self._has_room(chops[y], seen) for y in lines):
                strips = widget.render_lines(seen.translate(-region.offset))
                for y, strip in zip(seen.line_range, strips, strict=False):
                    if y in lacking:
                        lacking[y] -= self._fill(chops[y], y, strip, seen)
                        if not lacking[y]:
                            del lacking[y]
        return cast("Sequence[Mapping[int, Strip]]", chops)

    @staticmethod
    def _has_room(line: _Line, seen: Region) -> bool:
        """Whether something is still to be painted within the columns of a region."""
        first, last = seen.column_span
        return any(strip is None and first <= cut < last for cut, strip in line.items())

    def _fill(self, line: _Line, y: int, strip: Strip, seen: Region) -> int:
        """Put a strip where nothing is in front of it; into how many stretches it went."""
        first, last = seen.column_span
        cuts = [cut for cut in self.cuts[y] if first <= cut <= last]
        filled = 0
        for cut, part in zip(cuts, strip.divide([cut - first for cut in cuts[1:]]), strict=False):
            if line[cut] is None:
                line[cut] = part
                filled += 1
        return filled
