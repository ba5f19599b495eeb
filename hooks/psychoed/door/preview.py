"""What the preview shows where it cannot be built anew: the Problems, on every page that it has, until they are mended."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from psychoed.door.current_build import theme_folders
from psychoed.door.settings_file import faults_of_settings
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.yaml.settings import read_settings
from psychoed.views.web.html import environment
from psychoed.views.web.preview import problems_html

preview_log = logging.getLogger("mkdocs.hooks.library")


def follow_settings(server: LiveReloadServer, builder: Callable[[], None], config: MkDocsConfig) -> None:
    """Look at the settings before each build of the preview, and at those that they inherit whenever they change."""
    file = Path(config.config_file_path).resolve()
    blocks = environment(theme_folders(config))
    for tree in read_settings(file, file.parent).value:
        server.watch(str(file.parent / tree.path))

    def build() -> None:
        problems = faults_of_settings(file) or faults_of_build(builder, file)
        if problems:
            tell(problems)
            show_everywhere(Path(server.root), problems_html(problems, blocks, alone=True))

    server.builder = build


def faults_of_build(builder: Callable[[], None], file: Path) -> list[Problem]:
    """Build, and return what ended that before its end."""
    try:
        builder()
    except (Exception, SystemExit) as error:  # also of other plugins, and of templates of the clinic's own
        preview_log.debug("The build of the preview ended.", exc_info=error)
        what = f"the preview cannot be built ({str(error).strip() or type(error).__name__})"
        return [problem_at(file.name, Position(), what, "undo your last change, or mend what it names")]
    return []


def tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        preview_log.error("%s", problem)
    preview_log.error("The preview shows this until it is mended and saved.")


def show_everywhere(site: Path, html: str) -> None:
    """Write this over every page of the site, whichever somebody looks at."""
    for page in {site / "index.html", site / "404.html", *site.rglob("*.html")}:
        page.write_text(html, "utf-8")
