"""cli: the command group, which loads a command only when it runs, and what its errors look like."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from workbench import __version__
from workbench.cli.commands import COMMANDS, sections
from workbench.model.faults import WorkbenchError

BAD_INPUT = 2
INTERRUPTED = 130
CLOSED_PIPE = 141  # what a shell reports for a program ended by SIGPIPE


class LazyGroup(click.Group):
    """Commands by the table; the module of one is imported when it is asked for by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table."""
        del ctx
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, loaded now."""
        del ctx
        for entry in COMMANDS:
            if entry.name == cmd_name:
                module = importlib.import_module(f"workbench.cli.{entry.module}")
                found: click.Command = module.command
                return found
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table by section, without loading anything."""
        del ctx
        for heading, entries in sections().items():
            with formatter.section(heading):
                formatter.write_dl([(entry.name, entry.help) for entry in entries])

    def invoke(self, ctx: click.Context) -> object:
        """Run, and let a closed pipe (`| head`) end it quietly."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(CLOSED_PIPE) from None
        return result


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="workbench", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Translate Chinese into English in the terminal.

    PROJECT is a folder or the name of a project opened before. FILE and TEXT accept - for standard input.
    Without a command: the projects opened lately.
    """
    if ctx.invoked_subcommand is None:
        from workbench.cli.projects import list_projects

        list_projects()


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line.

    Args:
        arguments: what follows the program's name; that of this process by default.

    Returns:
        0 done, 1 findings, 2 usage or bad input (one sentence on standard error says what), 130 interrupted.
    """
    _write_utf8()
    try:
        code = cli.main(args=arguments, prog_name="workbench", standalone_mode=False)
    except click.UsageError as error:
        return _say(f"{error.format_message()} See `{_command_path(error)} --help`.")
    except click.ClickException as error:
        return _say(error.format_message())
    except WorkbenchError as error:
        return _say(str(error))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except OSError as error:
        if error.filename is None:
            raise
        return _say(f"{error.filename}: {error.strerror}.")
    return code if isinstance(code, int) else 0


def _say(sentence: str) -> int:
    print(f"workbench: {' '.join(sentence.split())}", file=sys.stderr)
    return BAD_INPUT


def _command_path(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "workbench"


def _write_utf8() -> None:
    """Pipes and files get UTF-8 whatever the locale says; a terminal keeps its own encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a test's stand-in has none
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")
