"""The second clinic's library in a frame on its own website, which lies on another origin."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from browsing import served
from fixture import SECOND_CLINIC
from sites import Build, built, copied, edit

AROUND = """<!doctype html><title>Our website</title><link rel="icon" href="data:,">
<script>const heard = []; addEventListener("message", event => heard.push(event.data));</script>
<iframe src="{library}{page}" title="Worksheet" style="width:100%;height:20rem;border:0"></iframe>
<script async src="{library}assets/js/fit-frame.js"></script>
"""


class Framed(NamedTuple):
    site: Build
    library: str
    clinic: str
    folder: Path


@contextmanager
def second_clinic(root: Path, folder: Path) -> Iterator[Framed]:
    """Its public edition, built into `root`, and its website, whose pages lie in `folder`."""
    copied(root)
    shutil.copytree(SECOND_CLINIC, root, dirs_exist_ok=True)
    with served(folder) as clinic:
        edit(root / "mkdocs.yml", "    require_review:", f'    embed_on: ["{clinic.rstrip("/")}"]\n    require_review:')
        site = built(root, "--strict")
        with served(site.site) as library:
            page = AROUND.format(library=library, page="worksheets/a-side-of-me/embed/")
            (folder / "index.html").write_text(page, "utf-8")
            yield Framed(site, library, clinic, folder)
