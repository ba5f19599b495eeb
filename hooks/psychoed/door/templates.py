"""What every template may show, and the files of the theme that ours name by themselves."""

from collections.abc import Iterable
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from psychoed.build.policy import page_policy
from psychoed.door.current_build import CurrentBuild
from psychoed.door.navigation import opening
from psychoed.reading.cache import Cache, made_by
from psychoed.views.packet import packet_lists
from psychoed.views.web.pages import site_wide
from psychoed.views.web.preview import problems_html

THEME_FILES = {"style": "assets/stylesheets/main.*.min.css"}
"""By the names that templates use; their own change with the version of the theme."""


def furnish(build: CurrentBuild, env: jinja2.Environment, paths: Iterable[str]) -> None:
    """Give the templates what they show. `paths`: the files of the site."""
    edition = build.edition
    build.env = env
    env.bytecode_cache = KeptTemplates(build.project.cache())
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


class KeptTemplates(jinja2.BytecodeCache):
    """What Jinja makes of templates, which takes it a second: kept as everything is that is slow to make."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self.made_by = made_by(Path(__file__), packages=("jinja2", "mkdocs"))

    def key_of(self, bucket: Bucket) -> str:
        """Return a key that changes with the words of a template and with its path, which messages name."""
        return f"template-{sha256(f'{self.made_by} {bucket.key} {bucket.checksum}'.encode()).hexdigest()}"

    def load_bytecode(self, bucket: Bucket) -> None:
        if (data := self.cache.kept(self.key_of(bucket))) is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.cache.keep(self.key_of(bucket), bucket.bytecode_to_string())
