"""Settings that would end in the middle of a build are named with their place, before anything is built."""

import pytest

from sites import built
from small_project import small_project

WRONG = {
    "theme: {name: mkdocs}": "15: our pages cannot be drawn with the theme “mkdocs”; write `name: material`",
    "theme: readthedocs": "8: our pages cannot be drawn with the theme “readthedocs”; write `name: material`",
    "  edition: Staff": "12: “edition” cannot be “Staff”; did you mean “staff”?",
    "extra_css: [3]": "12: not every style sheet is a path; write each as in assets/css/ours.css",
}


@pytest.mark.parametrize("said", WRONG)
def test_it_is_said_where_it_stands(tmp_path, said):
    root = small_project(tmp_path)
    settings = root / "mkdocs.yml"
    before = settings.read_text("utf-8")
    settings.write_text(f"{before}{said}\n", "utf-8")
    done = built(root, "--strict")
    assert done.code == 1
    assert "Traceback" not in done.output
    assert f"mkdocs.yml:{len(before.splitlines()) + 1}:{WRONG[said]}" in done.output
