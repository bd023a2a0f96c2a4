"""cli: the one table of commands; it feeds --help, docs/cli.md and the loading of a command when it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One command.

    Attributes:
        name: what a person types.
        module: the module of this room that holds its click command under the name `command`.
        help: one line.
        section: the heading it stands under.
    """

    name: str
    module: str
    help: str
    section: str


COMMANDS: tuple[Entry, ...] = (
    Entry("new", "new", "Make a project of one or more source files, and open it.", "Translate"),
    Entry("open", "opening", "Open a project in the editor.", "Translate"),
    Entry("serve", "serve", "Serve the editor of a project to a browser.", "Translate"),
    Entry("demo", "demo", "Open a copy of the bundled sample project.", "Translate"),
    Entry("pretranslate", "pretranslate", "Fill untranslated rows from translation memories.", "Translate"),
    Entry("align", "align", "Pair an old text and its translation, sentence by sentence.", "Keep the result"),
    Entry("export", "export", "Write a project's translation as a file.", "Keep the result"),
    Entry("queries", "queries", "Send the client questions, and read the answers.", "Keep the result"),
    Entry("check", "check", "Check translations; exit code 1 where something is found.", "Check and count"),
    Entry("doctor", "doctor", "Say what is wrong in a TMX file, and save what can be.", "Check and count"),
    Entry("stats", "stats", "Count a project, and how much of it is new.", "Check and count"),
    Entry("segments", "segments", "List the rows of a project.", "Look inside"),
    Entry("reflow", "reflow", "Show the true paragraphs of a hard-wrapped file.", "Look inside"),
    Entry("annotate", "annotate", "Add pinyin to a text.", "Read and convert"),
    Entry("convert", "convert", "Convert between simplified and traditional characters.", "Read and convert"),
    Entry("memory", "memory", "Import, export, search and count translation memories.", "Memory and terms"),
    Entry("glossary", "glossary", "List, find, add, export and check terms.", "Memory and terms"),
    Entry("config", "config", "Say where settings and data are kept.", "The rest"),
)


def sections() -> dict[str, list[Entry]]:
    """The table by heading, in order."""
    parted: dict[str, list[Entry]] = {}
    for entry in COMMANDS:
        parted.setdefault(entry.section, []).append(entry)
    return parted
