"""tui: what the editor says about a row and a project, as content for its panes and its header."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from textual.content import Content

from workbench.model.findings import Finding, Severity
from workbench.model.queries import Query
from workbench.model.segments import OriginKind, Segment, State
from workbench.project.operations import Operation, label_now
from workbench.project.reviewing import Role
from workbench.project.session import Session
from workbench.text.shown import shown
from workbench.tui.widgets.header import HeaderFacts

_WALKED = {"undo": "undone: ", "redo": "redone: "}


def header_facts(session: Session, *, plain: bool) -> HeaderFacts:
    """The line on top."""
    counts = session.counts()
    reviewing = session.role is Role.REVIEWER
    notices = ("read-only" if session.read_only else "", "reviewing" if reviewing else "")
    return HeaderFacts(
        name=session.config.name,
        title=session.config.title,
        confirmed=counts.by_state.get(State.REVIEWED, 0) if reviewing else counts.confirmed,
        total=counts.total,
        notice=" · ".join(filter(None, notices)),
        filtered=session.filter.text,
        saved=local_time(session.saved_at),
        plain=plain,
        word="reviewed" if reviewing else "confirmed",
    )


def findings_content(findings: Sequence[Finding]) -> Content:
    """The findings of a row, one below the other."""
    if not findings:
        return Content.styled("nothing found", "$faint")
    lines = []
    for finding in findings:
        color = {Severity.ERROR: "$error", Severity.WARNING: "$warning"}.get(finding.severity, "$secondary")
        lines.append(Content.styled(finding.severity.value, color) + Content(f" {shown(finding.message)}"))
    return Content("\n").join(lines)


def row_content(
    segment: Segment, number: int, history: Sequence[Operation] = (), *, bookmarked: bool = False
) -> Content:
    """What is known of a row besides its two texts."""
    mark = " · bookmarked" if bookmarked else ""
    parts = [
        Content.styled(f"{number} ", "bold")
        + Content(f"{segment.state.value} {segment.kind.value.replace('_', ' ')}{_origin(segment)}{mark}")
    ]
    if segment.lock is not None:
        why = f": {shown(segment.lock.why)}" if segment.lock.why else ""
        parts.append(Content.styled(f"locked by {shown(segment.lock.who)}{why}", "$warning"))
    if segment.comment:
        parts.append(Content.styled("comment ", "$error") + Content(shown(segment.comment)))
    if segment.note:
        parts.append(Content.styled("note ", "$accent") + Content(shown(segment.note)))
    if segment.original_source:
        parts.append(Content.styled("source was ", "$secondary") + Content(shown(segment.original_source)))
    if segment.changed_at:
        parts.append(Content.styled(f"changed {local_time(segment.changed_at)}{_by(segment)}", "$faint"))
    parts += [
        Content.styled(
            f"{local_time(done.at)} {_WALKED.get(done.kind, '')}{_label(done, segment, number)}", "$faint"
        )
        for done in history
    ]
    return Content("\n").join(parts)


def _label(done: Operation, segment: Segment, number: int) -> str:
    return shown(label_now(done.label, number) if done.row == segment.id else done.label)


def query_parts(query: Query) -> list[Content]:
    """Question, proposal and answer of a query, each with its name."""
    named = (
        ("question", query.text, "$accent"),
        ("proposal", query.proposal, "$secondary"),
        ("answer", query.answer, "$success"),
    )
    return [Content.styled(f"{name} ", ink) + Content(shown(text)) for name, text, ink in named if text]


def _by(segment: Segment) -> str:
    return f" by {shown(segment.changed_by)}" if segment.changed_by else ""


def _origin(segment: Segment) -> str:
    origin = segment.origin
    if origin.kind in (OriginKind.NONE, OriginKind.TYPED):
        return ""
    return f" · from {origin.kind.value}{f' {origin.score} %' if origin.score is not None else ''}"


def local_time(stamp: str, *, today: datetime | None = None) -> str:
    """An ISO 8601 time of UTC by the clock on the wall: 14:02 today, else with its date; empty stays."""
    if not stamp:
        return ""
    try:
        moment = datetime.fromisoformat(stamp.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return stamp
    now = today or datetime.now(UTC).astimezone()
    return moment.strftime("%H:%M" if moment.date() == now.date() else "%Y-%m-%d %H:%M")
