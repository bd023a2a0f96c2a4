"""project: project.toml, what a person may set for a project."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeGuard

from workbench.memory.places import PERSONAL
from workbench.model.faults import WorkbenchError
from workbench.project.atomic import write_atomically

FILE_NAME = "project.toml"
TMX_NAME = "project.tmx"
_LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
UNITS = ("paragraph", "sentence")
FURNITURE = ("keep", "drop")
LEAST = "least"


class OtherKindError(WorkbenchError):
    """A folder is none of a translation: project.toml names another kind."""


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """What project.toml says of a memory under `[memory.NAME]`.

    Attributes:
        read_only: nothing is written to it from this project.
        penalty: points taken off every match of it.
    """

    read_only: bool = False
    penalty: int = 0


@dataclass(frozen=True, slots=True)
class ProjectConfig:
    """What project.toml says.

    Attributes:
        title: shown in the header and in exports.
        name: the folder's name when it was made.
        unit: paragraph or sentence, what a row is.
        date: of the text (YYYY-MM-DD), for relative dates and dated names; empty where not known.
        glossaries: further termbase files, relative to the folder.
        terms: renderings fixed for this project, Chinese to English.
        style: the client's conventions, by name.
        furniture: keep or drop, whether running heads and page numbers of the originals are rows.
        memories: translation memories in order: names in the user's memory folder, or .tm files of the
            project folder. The first that is not read-only takes what is confirmed.
        memory_settings: what is set for some of them, by name.
        matching: points of penalties by name, and `least`, the lowest similarity that is shown.
        references: texts that are searched with this project only, as `references/` holds them: a file name,
            or two of a pair as ZH=EN.
        filters: filters under names, in their text form.
    """

    title: str
    name: str
    source_language: str = "zh-CN"
    target_language: str = "en"
    unit: str = "paragraph"
    date: str = ""
    glossaries: tuple[str, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    style: Mapping[str, str] = field(default_factory=dict)
    furniture: str = "keep"
    memories: tuple[str, ...] = (PERSONAL,)
    memory_settings: Mapping[str, MemorySettings] = field(default_factory=dict)
    matching: Mapping[str, int] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    filters: Mapping[str, str] = field(default_factory=dict)

    @property
    def least(self) -> int:
        """The lowest similarity of a match that is shown, in per cent."""
        return self.matching.get(LEAST, 70)


def read_config(folder: Path) -> ProjectConfig:
    """Read project.toml.

    Raises:
        OtherKindError: it is that of an alignment.
        WorkbenchError: it is missing, is not TOML, holds a value of the wrong kind, or names a file
            outside the project folder.
    """
    path = folder / FILE_NAME
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except FileNotFoundError as error:
        raise WorkbenchError(
            f"{folder} is not a project: it has no {FILE_NAME}; make one with `new`."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise WorkbenchError(f"{path} cannot be read ({error}).") from error
    except RecursionError as error:
        raise WorkbenchError(f"{path} is nested too deep; make it again by hand.") from error
    except tomllib.TOMLDecodeError as error:
        raise WorkbenchError(f"{path} is not valid TOML ({error}); mend that line.") from error
    if data.get("kind", "translation") != "translation":
        raise OtherKindError(
            f"{folder} is an {data['kind']} and has no rows; `workbench open` shows it, and its menu makes a"
            " memory, a TMX or a project of it."
        )
    for key in ("source_language", "target_language"):
        if not _LANGUAGE.fullmatch(_text(data, key, "zh-CN", path)):
            raise WorkbenchError(f"{path}: {key} is {data[key]!r}; write a code such as zh-CN or en.")
    unit = _text(data, "unit", "paragraph", path)
    if unit not in UNITS:
        raise WorkbenchError(f"{path}: unit is {unit!r}; write paragraph or sentence.")
    furniture = _text(data, "furniture", "keep", path)
    if furniture not in FURNITURE:
        raise WorkbenchError(f"{path}: furniture is {furniture!r}; write keep or drop.")
    glossaries = _names(data, "glossaries", [], "client.tsv", path)
    for name in glossaries:
        inside(folder, name)
    memories = _names(data, "memories", [PERSONAL], PERSONAL, path)
    for name in memories:
        if name.endswith(".tm"):
            inside(folder, name)
    return ProjectConfig(
        title=_text(data, "title", folder.name, path),
        name=_text(data, "name", folder.name, path),
        source_language=_text(data, "source_language", "zh-CN", path),
        target_language=_text(data, "target_language", "en", path),
        unit=unit,
        date=_text(data, "date", "", path),
        glossaries=glossaries,
        terms=_table(data, "terms", path),
        style=_table(data, "style", path),
        furniture=furniture,
        memories=tuple(dict.fromkeys(memories)),
        memory_settings=_memory_settings(data, path),
        matching=_points(data, path),
        references=_names(data, "references", [], "report.zh.txt=report.en.txt", path),
        filters=_table(data, "filters", path),
    )


def write_config(folder: Path, config: ProjectConfig) -> None:
    """Write a new project.toml. An existing one is a person's own: it is left alone."""
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("A Workbench project. Edit by hand as you like; comments are kept."))
    for key in ("title", "name", "source_language", "target_language", "unit", "date"):
        document.add(key, tomlkit.item(getattr(config, key)))
    if config.furniture != "keep":
        document.add("furniture", tomlkit.item(config.furniture))
    document.add("glossaries", tomlkit.item(list(config.glossaries)))
    document.add("memories", tomlkit.item(list(config.memories)))
    if config.references:
        document.add("references", tomlkit.item(list(config.references)))
    for key in ("terms", "style"):
        table = tomlkit.table()
        for name, value in getattr(config, key).items():
            table.add(name, value)
        document.add(key, table)
    if not (folder / FILE_NAME).exists():
        write_atomically(folder / FILE_NAME, tomlkit.dumps(document))


def inside(folder: Path, name: str) -> Path:
    """The path of a file that project.toml names.

    Raises:
        WorkbenchError: it leads out of the project folder.
    """
    try:
        path = (folder / name).resolve()
    except (OSError, ValueError) as error:  # a loop of links, a NUL
        raise WorkbenchError(f"{folder / FILE_NAME}: {name!r} is no file name; mend it.") from error
    if not path.is_relative_to(folder.resolve()):
        raise WorkbenchError(
            f"{folder / FILE_NAME}: {name} lies outside the project folder; copy the file into it."
        )
    return path


def _text(data: Mapping[str, object], key: str, default: str, path: Path) -> str:
    value = data.get(key, default)
    if hasattr(value, "isoformat"):  # TOML has dates of its own
        value = value.isoformat()
    if not isinstance(value, str):
        raise WorkbenchError(f"{path}: {key} must be text in quotes, not {value!r}.")
    return value


def _table(data: Mapping[str, object], key: str, path: Path) -> Mapping[str, str]:
    value = data.get(key, {})
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise WorkbenchError(f'{path}: [{key}] must hold lines of the form name = "text".')
    return value


def _names(
    data: Mapping[str, object], key: str, default: list[str], such: str, path: Path
) -> tuple[str, ...]:
    value = data.get(key, default)
    if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
        raise WorkbenchError(f'{path}: {key} must be a list of names, such as ["{such}"].')
    return tuple(value)


def _memory_settings(data: Mapping[str, object], path: Path) -> Mapping[str, MemorySettings]:
    tables = data.get("memory", {})
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise WorkbenchError(f"{path}: write the settings of a memory under [memory.NAME].")
    found: dict[str, MemorySettings] = {}
    for name, table in tables.items():
        read_only, penalty = table.get("read_only", False), table.get("penalty", 0)
        odd = set(table) - {"read_only", "penalty"}
        if odd or not isinstance(read_only, bool) or not _is_points(penalty):
            raise WorkbenchError(
                f"{path}: [memory.{name}] may hold read_only = true or false and penalty = 0 to 100."
            )
        found[name] = MemorySettings(read_only, penalty)
    return found


def _points(data: Mapping[str, object], path: Path) -> Mapping[str, int]:
    table = data.get("matching", {})
    if not isinstance(table, dict) or not all(_is_points(value) for value in table.values()):
        raise WorkbenchError(f"{path}: [matching] must hold lines of the form name = 5, from 0 to 100.")
    if not 50 <= table.get(LEAST, 70) <= 100:
        raise WorkbenchError(f"{path}: [matching] {LEAST} is {table[LEAST]}; write 50 to 100.")
    return table


def _is_points(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100
