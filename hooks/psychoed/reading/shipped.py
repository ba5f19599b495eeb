"""Where the files lie that the package brings along: the theme, the default lists of data/, and the texts to begin with."""

from pathlib import Path

FOLDER = "psychoed/"
"""Begins the paths of the package's own files in messages."""
PACKAGE = Path(__file__).parents[1]
IN_A_COPY = {"theme": "overrides", "texts": ""}
"""What is called otherwise in a copy of the project, which is no installed package."""


def shipped(name: str) -> Path:
    """Return where a file or folder is that the package brings, such as data/en/wording.yml or theme."""
    if (PACKAGE / "theme").is_dir():
        return PACKAGE / name
    first, _, rest = name.partition("/")
    return PACKAGE.parents[1] / IN_A_COPY.get(first, first) / rest


def is_shipped(path: str) -> bool:
    """Return True if this path of a message is that of a file of the package, which nobody here wrote."""
    return path.startswith(FOLDER)
