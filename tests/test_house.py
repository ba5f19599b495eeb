"""The house stands: its floors import only downwards, in no circle, one door alone knows the site generator, and each
name means one thing."""

from pathlib import Path

import pytest

from house import FLOORS, circle, first_words, modules, room_of, site_generators_known, two_homes, upward

PACKAGE = Path(__file__).parents[1] / "hooks" / "psychoed"
ENTRANCE = {"psychoed", "psychoed.__main__"}
"""What stands beside the rooms: the package itself, and what runs it."""
ONE_MEANING = {"RULES": "the rules that a module of checks looks after", "command": "the subcommand of its module"}
"""Names that several modules define, since each is the same thing there."""
NO_VERBS = frozenset({
    "A", "All", "An", "Any", "Each", "Every", "How", "If", "In", "No", "Of", "On", "One", "That", "The", "Their", "This",
    "What", "When", "Where", "Whether", "Which", "Who", "With", "Without",
})  # fmt: skip


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


def test_no_public_name_means_two_things():
    assert {name: homes for name, homes in two_homes(PACKAGE).items() if name not in ONE_MEANING} == {}


def test_what_a_function_does_begins_with_a_verb():
    assert [name for name, word in first_words(PACKAGE) if word in NO_VERBS or word.startswith("`")] == []


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
        "views/named.py": 'DEEP, _own = 1, 2\ndef draw():\n    """The page."""\n',
        "model/named.py": 'DEEP: int = 3\n_own = 4\nclass Inner:\n    def draw(self):\n        """Draw it."""\n',
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
    assert two_homes(crooked) == {"DEEP": ["psychoed.model.named", "psychoed.views.named"]}
    assert list(first_words(crooked)) == [("psychoed.model.named.draw", "Draw"), ("psychoed.views.named.draw", "The")]
