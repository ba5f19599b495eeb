"""A clinic's own templates stand before those of the package, on paper and on screen."""

from pathlib import Path

from psychoed.build.print_templates import print_templates
from psychoed.build.project import Project
from psychoed.reading.shipped import shipped
from psychoed.views.web.html import environment

OVERRIDES = Path(__file__).parents[2] / "overrides"


def project(root: Path, *theme: Path) -> Project:
    return Project(root, root / "mkdocs.yml", root / "content", "", "en", staff=False, theme=theme)


def test_templates_of_a_copy_of_the_project_are_used_where_they_are():
    assert shipped("theme") == OVERRIDES
    assert print_templates(project(OVERRIDES.parent, OVERRIDES)) == OVERRIDES / "print"


def test_paper_takes_the_clinics_own_files_and_the_others_of_the_package(tmp_path):
    own = tmp_path / "overrides"
    (own / "print").mkdir(parents=True)
    (own / "print" / "article.typ").write_text("// ours\n", "utf-8")
    folder = print_templates(project(tmp_path, own, OVERRIDES))
    assert folder.is_relative_to(tmp_path), "Typst reads nothing outside of the folder"
    assert (folder / "article.typ").read_text("utf-8") == "// ours\n"
    assert (folder / "page.typ").read_bytes() == (OVERRIDES / "print" / "page.typ").read_bytes()
    (own / "print" / "article.typ").unlink()
    assert print_templates(project(tmp_path, own, OVERRIDES)) == folder
    assert (folder / "article.typ").read_bytes() == (OVERRIDES / "print" / "article.typ").read_bytes()


def test_pages_take_the_clinics_own_blocks(tmp_path):
    (tmp_path / "blocks").mkdir()
    (tmp_path / "blocks" / "problems.html").write_text("ours", "utf-8")
    templates = environment([tmp_path, OVERRIDES])
    assert templates.get_template("problems.html").render() == "ours"
    assert templates.get_template("sheet.html")
