"""What Jinja made of a template is kept, and made anew where it is damaged or the template has changed."""

from pathlib import Path

import jinja2

from psychoed.door.templates import KeptTemplates
from psychoed.reading.cache import Cache


def drawn(folder: Path, cache: Cache) -> str:
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(folder), bytecode_cache=KeptTemplates(cache))
    return env.get_template("page.html").render(name="Elm")


def test_it_is_kept_by_its_words(tmp_path):
    cache, page = Cache(tmp_path / "made"), tmp_path / "page.html"
    page.write_text("Dear {{ name }}", "utf-8")
    assert drawn(tmp_path, cache) == "Dear Elm"
    (entry,) = cache.folder.iterdir()
    before = entry.read_bytes()
    assert drawn(tmp_path, cache) == "Dear Elm"
    assert [file.read_bytes() for file in cache.folder.iterdir()] == [before]
    page.write_text("Hello {{ name }}", "utf-8")
    assert drawn(tmp_path, cache) == "Hello Elm"
    assert len([*cache.folder.iterdir()]) == 2


def test_a_damaged_one_is_made_anew(tmp_path):
    cache = Cache(tmp_path / "made")
    (tmp_path / "page.html").write_text("Dear {{ name }}", "utf-8")
    drawn(tmp_path, cache)
    (entry,) = cache.folder.iterdir()
    for wrong in (b"", entry.read_bytes()[:-9], b"\x00" * 400):
        entry.write_bytes(wrong)
        assert drawn(tmp_path, cache) == "Dear Elm"
