"""One sheet, three forms: its YAML, its page and its PDFs carry the same fields, and every PDF can be filled in."""

from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from fixture import SHEETS
from papers import names_of_fields, opened
from psychoed.model.blocks.base import Answer
from sites import PDFS

TICKED = "/on"
pytestmark = pytest.mark.xdist_group("papers")  # whoever has read a PDF reads no other copy of it


def named(form) -> list[str]:
    """The name of each field of a form, that of a group of radio buttons once."""
    fields = form.xpath(".//*[@name]")
    radios = dict.fromkeys(field.get("name") for field in fields if field.get("type") == "radio")
    return [field.get("name") for field in fields if field.get("type") != "radio"] + list(radios)


def values_in_page(form, name: str) -> list[str]:
    return [radio.get("value") for radio in form.xpath(f".//input[@type='radio'][@name='{name}']")]


def points_of(field) -> list[str]:
    """The values that the buttons of a group stand for."""
    kids = [kid.get_object() for kid in field["/Kids"]]
    return [state for kid in kids for state in kid["/AP"]["/N"] if state != "/Off"]


def answered(answers: list[Answer]) -> dict[str, str]:
    """Something different for every field."""
    by_kind = {"tick": lambda _: TICKED, "one": lambda answer: f"/{answer.values[-1]}"}
    return {answer.name: by_kind.get(answer.kind, lambda one: f"my words on {one.name}")(answer) for answer in answers}


@pytest.fixture
def answers(library, sheet) -> list[Answer]:
    return list(library.sheets[sheet].worksheet.answers())


@pytest.fixture
def pdf(sheet_site, sheet, paper) -> Path:
    return sheet_site.pdf(sheet, paper)


@pytest.fixture
def reader(pdf) -> PdfReader:
    return opened(pdf)


@pytest.mark.parametrize("sheet", SHEETS)
def test_page_has_the_fields_of_the_sheet_each_once(sheet_site, sheet, answers):
    form = sheet_site.page(f"worksheets/{sheet}").get_element_by_id("sheet")
    assert Counter(named(form)) == Counter(answer.name for answer in answers)
    assert set(Counter(named(form)).values()) == {1}
    for answer in answers:
        assert values_in_page(form, answer.name) == list(answer.values)


@pytest.mark.parametrize(("sheet", "paper"), PDFS)
def test_pdf_has_the_fields_of_the_sheet_each_once(pdf, reader, answers):
    names = names_of_fields(pdf)
    assert Counter(names) == Counter(answer.name for answer in answers)
    assert set(Counter(names).values()) == {1}
    fields = reader.get_fields()
    assert set(fields) == set(names)
    for answer in answers:
        if answer.kind == "one":
            assert points_of(fields[answer.name]) == [f"/{value}" for value in answer.values]


@pytest.mark.parametrize(("sheet", "paper"), PDFS)
def test_every_widget_of_a_page_belongs_to_a_field_and_says_what_it_is_for(reader):
    fields = [field.get_object() for field in reader.trailer["/Root"]["/AcroForm"]["/Fields"]]
    known = {id_ for field in fields for id_ in ids_of(field)}
    widgets = [note for page in reader.pages for note in page.get("/Annots", ()) if note["/Subtype"] == "/Widget"]
    assert {widget.indirect_reference.idnum for widget in widgets} == known
    assert all(str(field.get("/TU", "")).strip() for field in [*fields, *widgets])


def ids_of(field) -> list[int]:
    return [kid.get_object().indirect_reference.idnum for kid in field.get("/Kids", [field])]


@pytest.mark.parametrize(("sheet", "paper"), PDFS)
def test_pdf_is_filled_in_and_read_back(reader, answers):
    given = answered(answers)
    writer = PdfWriter(clone_from=reader)
    for page in writer.pages:
        writer.update_page_form_field_values(page, given, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    filled = PdfReader(out)
    assert {name: str(field.value) for name, field in filled.get_fields().items()} == given
    shown = [
        note["/AS"] for page in filled.pages for note in page.get("/Annots", ()) if note.get("/AS", "/Off") != "/Off"
    ]
    assert Counter(shown) == Counter(value for value in given.values() if value.startswith("/"))
