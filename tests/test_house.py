"""The house stands: its floors import only downwards, in no circle, and one door alone knows the site generator."""

from pathlib import Path

import pytest

from house import FLOORS, circle, modules, room_of, site_generators_known, upward

PACKAGE = Path(__file__).parents[1] / "hooks" / "psychoed"
ENTRANCE = {"psychoed", "psychoed.__main__"}
"""What stands beside the rooms: the package itself, and what runs it."""


def test_every_module_stands_in_a_room():
    assert {name for name in modules(PACKAGE) if room_of(name) not in FLOORS} == ENTRANCE


def test_floors_import_only_downwards():
    assert upward(PACKAGE) == []


def test_no_modules_import_each_other_in_a_circle():
    assert circle(PACKAGE) == []


def test_only_the_door_knows_the_site_generator():
    assert {room_of(name) for name in site_generators_known(PACKAGE)} == {"door"}


def test_every_module_says_what_it_is():
    assert [name for name, tree in modules(PACKAGE).items() if not tree.body or not is_said(tree.body[0])] == []


def is_said(statement: object) -> bool:
    return isinstance(getattr(getattr(statement, "value", None), "value", None), str)


@pytest.fixture
def crooked(tmp_path: Path) -> Path:
    """A house with every fault that is looked for."""
    package = tmp_path / "psychoed"
    for file, text in {
        "model/high.py": "def f():\n    from psychoed.views.page import draw\n",
        "views/page.py": "import mkdocs.utils\nfrom psychoed.views import sheet\n",
        "views/sheet.py": "import psychoed.views.page\n",
        "views/typed.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import psychoed.views.checked\n",
        "views/checked.py": "import psychoed.views.typed\n",
    }.items():
        (package / file).parent.mkdir(parents=True, exist_ok=True)
        (package / file).write_text(text)
    return package


def test_a_crooked_house_is_seen(crooked: Path):
    assert upward(crooked) == [
        "psychoed.model.high imports psychoed.views.page",
        "psychoed.model.high imports psychoed.views.page.draw",
    ]
    assert set(circle(crooked)) == {"psychoed.views.page", "psychoed.views.sheet"}
    assert site_generators_known(crooked) == {"psychoed.views.page"}
