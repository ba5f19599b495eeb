"""The language of the site: as the settings name it, and as the theme that ours extends knows it."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from psychoed.door.defaults import settings_said

TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def language_of(config: MkDocsConfig) -> str:
    """Return the language of the pages, such as en-GB."""
    theme = settings_said(config).get("theme")
    said = theme.get("language") if isinstance(theme, dict) else None
    return str(said or "en")


def settle_language(config: MkDocsConfig) -> None:
    """Name the nearest language to the theme below ours that it has words for, since it ends without them.

    None of its words is shown: those of our pages are in data/strings.<language>.yml.
    """
    language = language_of(config)
    nearest = (language, language.partition("-")[0], "en")
    config.theme["language"] = next(one for one in nearest if one == "en" or is_known(one, config))


def is_known(language: str, config: MkDocsConfig) -> bool:
    name = f"partials/languages/{language}.html"
    return bool(TAG.fullmatch(language)) and any(Path(folder, name).is_file() for folder in config.theme.dirs)
