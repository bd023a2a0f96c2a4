"""cli: docs/cli.md, written from the table and the commands themselves: `python -m workbench.cli.page`."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from workbench.cli.commands import sections
from workbench.cli.running import cli

HEAD = """# The command line

This page is made from the commands (`python -m workbench.cli.page docs/cli.md`); do not edit it by hand.

PROJECT is a folder or the name of a project opened before; `workbench` alone lists them. FILE and TEXT
accept `-` for standard input. Rows, lines and columns count from 1; offsets into a text count code points
from 0, and an end is the offset after the last one. `--to` says the form of a file, `--format` that of a
report; `--json` is short for the form that programs read, which [formats.md](formats.md) describes.

| exit code | |
|---|---|
| 0 | done |
| 1 | something was found (`check`, `doctor`, `glossary lint`) |
| 2 | wrong usage or bad input; one sentence on standard error says what, where, and how to mend it |
| 130 | interrupted (ctrl+c) |
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    root = click.Context(cli, info_name="workbench")
    for heading, entries in sections().items():
        parts.append(f"## {heading}\n")
        for entry in entries:
            command = cli.get_command(root, entry.name)
            if command is None:
                raise LookupError(entry.name)
            parts.extend(_described(command, root, entry.name))
    return "\n".join(parts)


def _described(command: click.Command, above: click.Context, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=above)
    yield f"### `{' '.join([context.command_path, *_arguments(command, context)])}`\n"
    yield inspect.cleandoc(command.help or "") + "\n"
    options = [param for param in command.params if isinstance(param, click.Option)]
    if options:
        yield "| option | |\n|---|---|\n" + "".join(map(_option_row, options))
    if isinstance(command, click.Group):
        for under in command.list_commands(context):
            found = command.get_command(context, under)
            if found is not None:
                yield from _described(found, context, under)


def _arguments(command: click.Command, context: click.Context) -> list[str]:
    return [param.make_metavar(context) for param in command.params if isinstance(param, click.Argument)]


def _option_row(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    if isinstance(option.type, click.Choice):
        names += " " + " \\| ".join(f"`{choice}`" for choice in option.type.choices)
    elif not option.is_flag:
        names += f" {option.metavar or 'TEXT'}"
    needed = " Required." if option.required else ""
    default = f" Default: {option.default}." if option.show_default else ""
    return f"| {names} | {option.help or ''}{default}{needed} |\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m workbench.cli.page docs/cli.md")
    Path(sys.argv[1]).write_text(page(), "utf-8")
