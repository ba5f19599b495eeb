"""data/kinds.yml, the author's guide: it shows every kind of block, and what it shows works on page and paper."""

import re
from collections import Counter
from io import BytesIO

import lxml.html
import pytest
from jinja2 import Environment, FileSystemLoader
from pypdf import PdfReader, PdfWriter

from accessible import complaints
from printed import OVERRIDES, PAPERS, out_of_place, printed, sheet_of
from psychoed.library.library import Library
from psychoed.library.sources import SheetSource
from psychoed.model.blocks.tables import Week
from psychoed.model.guide import SHEET_HEAD
from psychoed.model.kinds import KINDS
from psychoed.reading.media.drawing_styles import without_style_comments
from psychoed.views.web.html import blocks_html, environment
from small_site import the_library

pytestmark = pytest.mark.xdist_group("guide")  # each paper is printed once, by one worker


@pytest.fixture(scope="module")
def library() -> Library:
    return the_library()


@pytest.fixture(scope="module")
def every_kind(library) -> SheetSource:
    """One sheet of all examples, each of which an author may paste below the others."""
    return sheet_of(SHEET_HEAD + "".join(kind.value.example for kind in library.kinds.values()))


@pytest.fixture(scope="module", params=PAPERS)
def paper(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def pdf(every_kind, paper) -> bytes:
    return printed(every_kind, paper)


def test_it_shows_every_kind_of_block(library):
    assert set(library.kinds) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_page_gives_its_block_the_class_of_the_kind(library, kind):
    sheet = sheet_of(SHEET_HEAD + library.kinds[kind.name].value.example)
    html = blocks_html(sheet, library, environment([OVERRIDES]), lambda href: href, staff=False)
    assert kind.function in classes_in(html)


def classes_in(html: str) -> set[str]:
    return set(" ".join(lxml.html.fromstring(f"<div>{html}</div>").xpath("//@class")).split())


def test_every_class_of_a_kind_in_the_stylesheets_is_one(library):
    styles = "".join(file.read_text("utf-8") for file in (OVERRIDES / "assets" / "css").glob("*.css"))
    named = set(re.findall(r"\.([a-z-]+-block)\b", styles))
    assert named <= {kind.function for kind in KINDS.values()}


def css_classes(css: str) -> set[str]:
    return set(re.findall(r"\.([a-z][\w-]*)", without_style_comments(css)))


def styles_of(html: str) -> set[str]:
    """Return the names of the style sheets that a worksheet with these blocks loads."""
    templates = Environment(loader=FileSystemLoader(OVERRIDES))
    templates.filters["url"] = str
    linked = templates.get_template("partials/sheet-styles.html").render(page={"content": html})
    return set(re.findall(r"css/([\w-]+)\.css", linked))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_sheet_loads_every_style_that_its_blocks_have(library, kind):
    sheet = sheet_of(SHEET_HEAD + library.kinds[kind.name].value.example)
    html = blocks_html(sheet, library, environment([OVERRIDES]), lambda href: href, staff=False)
    classes = {
        file.stem: css_classes(file.read_text("utf-8"))
        for file in (OVERRIDES / "assets" / "css").glob("*.css")
        if file.stem in ("worksheet", "blocks", "tables", "drawing", "drawing-lists", "family")
    }
    loaded = styles_of(html)
    known = set[str]().union(*(classes[name] for name in loaded))
    missed = {name: (classes[name] - known) & classes_in(html) for name in classes.keys() - loaded}
    assert {name: missing for name, missing in missed.items() if missing} == {}


def test_no_two_examples_name_an_answer_alike(every_kind):
    names = Counter(answer.name for answer in every_kind.worksheet.answers())
    assert [name for name, count in names.items() if count > 1] == []


def test_page_has_every_answer_under_its_name(library, every_kind):
    html = blocks_html(every_kind, library, environment([OVERRIDES]), lambda href: href, staff=False)
    fields = lxml.html.fromstring(html).xpath("//*[@name][not(ancestor::template)]")
    values = {name: [one.get("value") for one in fields if one.get("name") == name] for name in names_of(fields)}
    answers = [answer for block in every_kind.worksheet.blocks for answer in block.answers()]
    assert list(values) == [answer.name for answer in answers]
    assert [values[answer.name] for answer in answers if answer.kind == "one"] == [
        list(answer.values) for answer in answers if answer.kind == "one"
    ]
    assert all(len(values[answer.name]) == 1 for answer in answers if answer.kind != "one")


def names_of(fields) -> list[str]:
    return list(dict.fromkeys(field.get("name") for field in fields))


def test_pdf_has_every_answer_and_takes_it(every_kind, pdf):
    given = {answer.name: words_for(answer) for answer in every_kind.worksheet.answers()}
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, given, auto_regenerate=False)
    filled = BytesIO()
    writer.write(filled)
    found = {name: str(field.value) for name, field in PdfReader(filled).get_fields().items()}
    assert found == given


def words_for(answer) -> str:
    return {"tick": "/on", "one": f"/{answer.values[-1] if answer.values else ''}"}.get(answer.kind, answer.name)


def test_fields_of_the_pdf_follow_each_other_as_they_are_read(every_kind, pdf):
    """Large print parts the days of a week in two tables, and so their order."""
    fields = PdfReader(BytesIO(pdf)).trailer["/Root"]["/AcroForm"]["/Fields"]
    weeks = {one.name for block in every_kind.worksheet.blocks if isinstance(block, Week) for one in block.answers()}
    names = [field.get_object()["/T"] for field in fields]
    assert [name for name in names if name not in weeks] == [
        answer.name for answer in every_kind.worksheet.answers() if answer.name not in weeks
    ]


def test_every_field_lies_on_its_page_and_leaves_room_to_write(pdf, paper):
    assert list(out_of_place(pdf, paper)) == []


def test_checker_for_screen_readers_finds_no_fault(pdf, tmp_path):
    (tmp_path / "every-kind.pdf").write_bytes(pdf)
    assert complaints(tmp_path / "every-kind.pdf") == []
