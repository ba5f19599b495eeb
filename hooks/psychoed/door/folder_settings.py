"""What the settings of a clinic's folder say, for commands that print without a build."""

import logging
from pathlib import Path

from mkdocs.config import load_config

from psychoed.build.project import Project
from psychoed.door.current_build import project_of
from psychoed.door.defaults import complete


def project_in(settings: Path) -> Project:
    """Return the folder as the settings at this path describe it."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    config = load_config(str(settings))
    complete(config)
    return project_of(config, preview=False)
