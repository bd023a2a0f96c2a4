"""cli: the option --format that says the form of a report, and its alias --json."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from typing import Any

import click

Function = Callable[..., Any]


def report_format(*forms: str) -> Callable[[Function], Function]:
    """Give a command `--format FORM` and `--json`, passed on as `form`.

    Args:
        forms: text first, which is the default, then the form that --json stands for.
    """

    def decorate(function: Function) -> Function:
        @click.option(
            "--format", "form", type=click.Choice(forms), default=forms[0], help="The form of the report."
        )
        @click.option("--json", "as_json", is_flag=True, help=f"The same as --format {forms[1]}.")
        @functools.wraps(function)
        def with_form(*args: Any, form: str, as_json: bool, **options: Any) -> Any:
            return function(*args, form=forms[1] if as_json else form, **options)

        return with_form

    return decorate


def print_object(plain: Mapping[str, Any]) -> None:
    """A JSON object over several lines, Chinese as it is."""
    click.echo(json.dumps(plain, ensure_ascii=False, indent=2))


def print_line(plain: Mapping[str, Any]) -> None:
    """A JSON object on a line of its own."""
    click.echo(json.dumps(plain, ensure_ascii=False))
