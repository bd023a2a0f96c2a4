"""cli: `workbench config`."""

from __future__ import annotations

import click


@click.group()
def command() -> None:
    """Say where settings and data are kept, and what is set."""


@command.command()
def path() -> None:
    """Print the path of the settings file, whether it is there or not."""
    from workbench.tui.keymap import settings_path

    click.echo(settings_path())


@command.command()
def show() -> None:
    """Print every place, and the settings file where there is one."""
    from platformdirs import user_data_path, user_state_path

    from workbench.glossary.bundled import personal_path, policy_path
    from workbench.tui.keymap import read_keymap, settings_path

    settings = settings_path()
    places = {
        "settings": settings,
        "data": user_data_path("workbench", appauthor=False),
        "state": user_state_path("workbench", appauthor=False),
        "personal glossary": personal_path(),
        "bundled glossary": policy_path(),
    }
    for name, place in places.items():
        click.echo(f"{name:<18}  {place}{'' if place.exists() else '  (not there yet)'}")
    if settings.is_file():
        click.echo("\n" + settings.read_text("utf-8").rstrip())
        for problem in read_keymap().problems:
            click.echo(problem, err=True)


@command.command()
def keys() -> None:
    """Print every command's id with its keys; those changed in the settings are marked with *.

    In the settings: [keys], then a line such as  confirm-stay = "f12".
    """
    from workbench.tui.commands.command import long_key, menu_keys
    from workbench.tui.commands.mending_table import MENDING_COMMANDS
    from workbench.tui.commands.table import BY_ID, COMMANDS
    from workbench.tui.keymap import read_keymap

    keymap = read_keymap()
    for each in keymap.applied((*COMMANDS, *(one for one in MENDING_COMMANDS if one.id not in BY_ID))):
        sign = "*" if each.id in keymap.keys else " "
        ways = [*map(long_key, each.keys), *([menu_keys(each.menu)] if each.menu else [])]
        click.echo(f"{sign} {each.id:<24}  {', '.join(ways):<22}  {each.title}")
    for problem in keymap.problems:
        click.echo(problem, err=True)
