"""Completes a clinic's settings with what the package sets for every clinic: defaults.yml beside this file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from psychoed.library.sources import STAFF_FOLDER
from psychoed.reading.markdown.dialect import NAME as DIALECT

FILE_LISTS = ("extra_css", "extra_javascript")
FILE_PATTERNS = ("exclude_docs", "not_in_nav")


def complete(config: MkDocsConfig) -> None:
    """Set what the settings leave out. Lists and patterns are added to, and what the settings write comes after."""
    written = written_settings(config)
    defaults = default_settings()
    theme = written.get("theme")
    for key in defaults["theme"].keys() - (theme if isinstance(theme, dict) else {}):
        config.theme[key] = defaults["theme"][key]
    add_markdown(config, defaults["markdown_extensions"])
    for key in FILE_LISTS:
        add_to_list(config, key, defaults[key])
    if config.extra.get("edition") != "staff":
        defaults["exclude_docs"] += f"{STAFF_FOLDER}\n"
    for key in FILE_PATTERNS:
        config[key] = option(config, key).validate(defaults[key] + (written.get(key) or ""))
    set_levels(config.validation, defaults["validation"], written.get("validation"))
    root = Path(config.config_file_path).parent
    folders = (str(root / name) for name in defaults["watch"] if (root / name).is_dir())
    config.watch = list(dict.fromkeys([*folders, *config.watch]))


def default_settings() -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
    return settings


def written_settings(config: MkDocsConfig) -> dict[str, Any]:
    """Return what the settings file and those that it inherits write, without the site generator's own defaults."""
    with open(config.config_file_path, "rb") as file:
        return dict(yaml_load(file, get_yaml_loader(config=config)))


def option(config: Config, key: str) -> Any:
    """Return the site generator's own definition of a setting."""
    return dict(config._schema)[key]


def add_markdown(config: MkDocsConfig, extensions: list[str | dict[str, dict[str, Any]]]) -> None:
    """Add the Markdown in which pages are written. The settings' own value of an option wins."""
    ours: dict[str, dict[str, Any]] = {}
    for one in extensions:
        ours |= one if isinstance(one, dict) else {one: {}}
    builtins = option(config, "markdown_extensions").builtins
    names = [*builtins, *ours, *(name for name in config.markdown_extensions if name != DIALECT), DIALECT]
    config.markdown_extensions = list(dict.fromkeys(names))
    for name, options in ours.items():
        if options:
            config.mdx_configs[name] = options | (config.mdx_configs.get(name) or {})


def add_to_list(config: MkDocsConfig, key: str, defaults: list[Any]) -> None:
    """Put the files that every page loads before those of the settings."""
    ours = option(config, key).validate(defaults)
    known = {str(one) for one in ours}
    config[key] = [*ours, *(one for one in config[key] if str(one) not in known)]


def set_levels(section: Config, defaults: Mapping[str, Any], written: Any) -> None:
    """Turn the site generator's own warnings on, but for those of which the settings say something."""
    written = written if isinstance(written, dict) else {}
    for key, level in defaults.items():
        if isinstance(level, dict):
            set_levels(section[key], level, written | (written.get(key) or {}))
        elif key not in written:
            section[key] = option(section, key).validate(level)
