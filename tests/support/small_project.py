"""The small valid site as a project that the site generator builds in seconds: every kind of page, one of each."""

import shutil
from pathlib import Path

import yaml

from fixture import PROJECT
from small_site import BASE, small_site

OF_CLINICS = ("site_name", "site_url", "site_description", "nav", "not_in_nav", "extra")
"""Settings that each clinic writes for itself."""
SETTINGS = """INHERIT: engine.yml
site_name: Harbor Clinic
site_url: https://harbor.example/
docs_dir: content

nav:
  - Home: index.md
  - Parts work:
      - parts/index.md
      - parts/protectors.md
  - Worksheets: worksheets/index.md
  - Packets: packets/index.md

"""
FILES = {
    "content/parts/index.md": """---
template: topic.html
title: Parts work
summary: Getting to know your sides.
phases: [parts]
---

Begin with [the parts that protect you](protectors.md).
""",
    "content/worksheets/index.md": """---
template: library.html
title: Worksheets
summary: Every sheet in one place.
---
""",
    "data/care-lists.yml": """- id: sample-signs
  says: Signs that somebody looks out for.
  items:
    - says: The kettle is cold
    - says: The window is shut
""",
    "content/packets/index.md": """---
template: packets.html
title: Packets
summary: Pages and sheets that belong together.
---
""",
    "packets/start.yml": """title: A start
summary: Two things to begin with.
for: People who begin.
when: This week.
items:
  - article: parts/protectors.md
    why: It is short.
  - worksheet: valid
""",
}


def small_project(root: Path) -> Path:
    small_site(root, with_lists=True)  # with hooks of its own, it is where the package lies
    for part in ("hooks", "overrides"):
        shutil.copytree(PROJECT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for path, text in FILES.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, "utf-8")
    settings = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))
    (root / "engine.yml").write_text(
        yaml.safe_dump({key: said for key, said in settings.items() if key not in OF_CLINICS}), "utf-8"
    )
    extra = (BASE / "mkdocs.yml").read_text("utf-8").partition("\nextra:\n")[2]
    (root / "mkdocs.yml").write_text(f"{SETTINGS}extra:\n{extra}", "utf-8")
    return root
