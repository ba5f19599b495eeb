"""What VS Code writes for an author who names a kind of text is what the build can read."""

import json
import re
from pathlib import Path

import pytest

from fixture import PROJECT
from psychoed.editing.starters import FOLDER_OF_STARTERS
from small_site import read, small_site

OF_FOLDERS = FOLDER_OF_STARTERS / "files" / "snippets.json"
SNIPPETS = json.loads(OF_FOLDERS.read_text("utf-8"))
DAY = {"$CURRENT_YEAR": "2026", "$CURRENT_MONTH": "11", "$CURRENT_DATE": "02"}
FILES = {
    "Article": "content/parts/new.md",
    "Worksheet": "worksheets/new.yml",
    "Packet": "packets/new.yml",
    "Term": "data/glossary.yml",
}


def written(name: str) -> str:
    """What stands in the file when somebody takes the first choice everywhere."""
    text = "\n".join(SNIPPETS[name]["body"])
    for variable, value in DAY.items():
        text = text.replace(variable, value)
    defaults = dict(re.findall(r"\$\{(\d+)[:|]([^,}|]*)", text))
    text = re.sub(r"\$\{(\d+)\|([^,|]*)[^}]*\}|\$\{(\d+):([^}]*)\}", lambda found: found[2] or found[4], text)
    return re.sub(r"\$\{(\d+)\}", lambda found: defaults[found[1]], text).replace("$0", "")


def test_the_project_and_new_folders_have_the_same():
    assert (PROJECT / ".vscode" / "psychoed.code-snippets").read_text("utf-8") == OF_FOLDERS.read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_what_it_writes_can_be_read(name, tmp_path: Path):
    root = small_site(tmp_path)
    file = root / FILES[name]
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        written(name).replace("help/pause-and-ground.md", "parts/protectors.md").replace("self-check", "valid")
    )
    problems = read(root)[1]
    assert [str(one) for one in problems if one.fixed and one.path == FILES[name]] == []


@pytest.mark.parametrize("name", ["Review", "Change", "Later"])
def test_what_it_adds_can_be_read(name, tmp_path: Path):
    root = small_site(tmp_path)
    page = written("Article").replace("help/pause-and-ground.md", "parts/protectors.md")
    (root / "content/parts/new.md").write_text(page.replace("\nrelated:", f"\n{written(name)}\nrelated:"), "utf-8")
    problems = [str(one) for one in read(root)[1] if one.path == "content/parts/new.md"]
    assert [one for one in problems if "not a key" in one or "not a day" in one or "keys are expected" in one] == []
