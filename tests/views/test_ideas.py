"""The drawing of an article's idea stands on its page and on its handout, told to those who do not see it."""

from pathlib import Path

import lxml.etree
import pytest

from psychoed.model.belonging import IDEAS
from psychoed.views.web.pages import about_page
from small_site import the_library

OVERRIDES = Path(__file__).parents[2] / "overrides"
STYLE = (OVERRIDES / "assets" / "css" / "ideas.css").read_text("utf-8")
PAPER = (OVERRIDES / "print" / "article.typ").read_text("utf-8")


def test_each_drawing_is_listed_and_told():
    assert sorted(file.stem for file in (OVERRIDES / "print" / "ideas").iterdir()) == sorted(IDEAS)
    assert sorted(the_library().words["ideas"]) == sorted(IDEAS)


@pytest.mark.parametrize("name", IDEAS)
def test_page_and_paper_know_each_shape_of_it(name):
    """A shape without a color of its own would be a black block."""
    drawing = lxml.etree.fromstring((OVERRIDES / "print" / "ideas" / f"{name}.html").read_bytes())
    shapes = list(drawing)
    assert shapes
    for shape in shapes:
        classes = shape.get("class").split()
        assert any(f".{one}" in STYLE for one in classes), classes
        filled = [one for one in classes if one != "edge"]
        assert filled
        assert all(f"{one}:" in PAPER or f'line("{one}"' in PAPER for one in filled), classes


def test_the_article_says_which_and_what_it_shows():
    library = the_library()
    drawn = about_page(library.pages["parts/a-word-for-it.md"], library)["picture"]
    assert drawn == {"name": "step-back", "alt": library.words["ideas"]["step-back"]}
    own = about_page(library.pages["self/steady-enough.md"], library)["picture"]
    assert own == {"file": "assets/dots.svg", "alt": "Three dots of different sizes."}
    assert about_page(library.pages["parts/sides-of-you.md"], library)["picture"] == {}
