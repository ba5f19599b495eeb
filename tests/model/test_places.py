"""Every character of a YAML text is found again in the author's file."""

from pathlib import Path

import pytest

from psychoed.library.load import load_library
from psychoed.reading.file import File
from psychoed.reading.yaml.reader import read_yaml

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "tests" / "fixture" / "worksheets").glob("*.yml")), *sorted((ROOT / "data").rglob("*.yml"))]
WRITTEN = """a: plain words
b: "double \\"quotes\\" \\u00e9 and a\\n break"
c: 'it''s in single ones'
d: |
  one line

  and another
e: >-   # a comment
  folded
  text
f: plain
  and continued
g: "broken \\
   over lines"
h: [one, 'two']
i: |

    after an empty line
# a comment
"""


@pytest.mark.parametrize(
    "text", [WRITTEN, *(file.read_text("utf-8") for file in FILES)], ids=["all ways", *(file.name for file in FILES)]
)
def test_each_character_is_found_where_it_is_typed(text: str):
    lines = text.split("\n")
    tree, _ = read_yaml(File("a.yml", text))
    assert tree
    for keys, placed in tree.placed_texts():
        for offset, sign in enumerate(placed.text):
            if not sign.isspace() and sign != "é":
                line, column = placed.at(offset)
                assert lines[line - 1][column - 1] in (sign, "\\"), (keys, offset)


def test_settings_that_inherit_others_are_read_as_mkdocs_reads_them(tmp_path: Path):
    """Keys are joined at every depth, and each place is in the file that says it."""
    (tmp_path / "mkdocs.yml").write_text(
        "extra:\n  clinic:\n    name: One\n    phone: ''\n  checks: {all-caps: off}\n", "utf-8"
    )
    near = tmp_path / "mkdocs.staff.yml"
    near.write_text("INHERIT: mkdocs.yml\nextra:\n  edition: staff\n  clinic:\n    name: Two\n    fax: 1\n", "utf-8")
    library, problems = load_library(tmp_path, near, "en")
    assert library.staff
    assert library.levels["all-caps"].value == "off"
    said = {f"{one.path}:{one.line}: {one.what}" for one in problems if "mkdocs" in one.path}
    assert "mkdocs.staff.yml:6: “fax” is not a key here" in said
    assert "mkdocs.yml:4: “phone” is empty" in said
    assert not any("“name”" in one for one in said)
