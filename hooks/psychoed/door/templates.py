"""What every template may show, and the files of the theme that ours name by themselves."""

from collections.abc import Iterable
from fnmatch import fnmatch

import jinja2

from psychoed.build.policy import page_policy
from psychoed.door.current_build import CurrentBuild
from psychoed.door.navigation import opening
from psychoed.views.packet import packet_lists
from psychoed.views.web.pages import site_wide
from psychoed.views.web.preview import problems_html

THEME_FILES = {
    "style": "assets/stylesheets/main.*.min.css",
    "worker": "assets/javascripts/workers/search.*.min.js",
}
"""By the names that templates use; their own change with the version of the theme."""


def furnish(build: CurrentBuild, env: jinja2.Environment, paths: Iterable[str]) -> None:
    """Give the templates what they show. `paths`: the files of the site."""
    edition = build.edition
    build.env = env
    env.filters["opening"] = opening
    if not edition.library.ready:
        return
    env.globals.update(
        site_wide(edition.library),
        packets=packet_lists(edition.library),
        language=build.project.language,
        staff=build.project.staff,
        offline=build.project.offline,
        about={},
        theme_files=theme_files(paths),
    )
    if not build.preview:  # which reloads itself by a script inside the page
        env.globals["policy"] = page_policy()
    elif edition.problems:
        env.globals["problems"] = problems_html(edition.problems, build.blocks, alone=False)


def theme_files(paths: Iterable[str]) -> dict[str, str]:
    """Return the paths of the theme's files in the site."""
    given = sorted(paths)
    return {name: next(path for path in given if fnmatch(path, pattern)) for name, pattern in THEME_FILES.items()}
