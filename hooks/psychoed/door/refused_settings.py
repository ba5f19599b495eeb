"""Settings that the site generator lets through, and that would end in the middle of its build. They are named with their place."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from psychoed.build.site_folder import EDITION_NAMES
from psychoed.door.templates import THEME_FILES
from psychoed.reading.problem import Position, Problem, problem_at, suggestion
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import place, setting


def refuse_settings(config: MkDocsConfig, *, deploys: bool = False) -> None:
    """End the build where there are any. `deploys`: what is built is put on the web at once."""
    problems = list(refused_settings(config))
    if config.extra.get("edition") == "staff" and deploys:
        what = "the staff edition is not for the web"
        problems.append(refused(config, ("extra", "edition"), what, "put it where only staff can open it"))
    if problems:
        raise Abort("\n".join(map(str, problems)))


def refused_settings(config: MkDocsConfig) -> Iterator[Problem]:
    """Yield all of them."""
    edition = config.extra.get("edition")
    if edition not in (None, *EDITION_NAMES):
        what, near = f"“edition” cannot be “{edition}”", suggestion(str(edition), EDITION_NAMES)
        yield refused(config, ("extra", "edition"), what, near)
    if not all(any(any(Path(folder).glob(name)) for folder in config.theme.dirs) for name in THEME_FILES.values()):
        what = f"our pages cannot be drawn with the theme “{config.theme.name}”"
        yield refused(config, ("theme", "name"), what, "write `name: material` or `name: psychoed` below `theme:`")
    if not all(isinstance(path, str) for path in config.extra_css):
        yield refused(config, ("extra_css",), "not every style sheet is a path", "write each as in assets/css/ours.css")


def refused(config: MkDocsConfig, keys: tuple[str, ...], what: str, instead: str) -> Problem:
    """Return what is wrong with the setting under these keys, at its place."""
    file = Path(config.config_file_path).resolve()
    said = read_settings(file, file.parent).value
    path, node = setting(said, *keys) or setting(said, keys[0]) or (file.name, None)
    return problem_at(path, start_of(node), what, instead)


def start_of(node: yaml.Node | None) -> Position:
    return place(node.start_mark) if node else Position()
