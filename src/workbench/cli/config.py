"""cli: `workbench config`."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def command() -> None:
    """Say where settings and data are kept, and what is set."""


@command.command()
def path() -> None:
    """Print the path of the settings file, whether it is there or not."""
    click.echo(_settings())


@command.command()
def show() -> None:
    """Print every place, and the settings file where there is one."""
    from platformdirs import user_data_path, user_state_path

    from workbench.glossary.bundled import personal_path, policy_path

    places = {
        "settings": _settings(),
        "data": user_data_path("workbench", appauthor=False),
        "state": user_state_path("workbench", appauthor=False),
        "personal glossary": personal_path(),
        "bundled glossary": policy_path(),
    }
    for name, place in places.items():
        click.echo(f"{name:<18}  {place}{'' if place.exists() else '  (not there yet)'}")
    if _settings().is_file():
        click.echo("\n" + _settings().read_text("utf-8").rstrip())


def _settings() -> Path:
    from platformdirs import user_config_path

    return user_config_path("workbench", appauthor=False) / "config.toml"
