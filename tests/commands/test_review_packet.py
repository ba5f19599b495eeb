"""What a clinician is sent to review, and what of the answers is written into the pages."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader, PdfWriter

from accessible import complaints
from psychoed.commands.main import main
from small_project import small_project
from small_site import small_site

PROTECTORS, SHEET = "content/parts/protectors.md", "worksheets/valid.yml"
SIGNED = {
    "review-name": "Łukasz Żółw",
    "review-role": "psycholog",
    "review-date": "2026-11-29",
    "review-signature": "Łukasz Żółw",
}
REVIEW = 'review: {by: "Łukasz Żółw, psycholog", on: 2026-11-29, due: 2029-11-29}\n'


def run(root: Path, *arguments: str, **more: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setenv("SOURCE_DATE_EPOCH", "1796040000")  # 2026-11-30
        return CliRunner().invoke(main, [*arguments], **more)


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the packet of a small clinic lies, with its form."""
    root = small_project(tmp_path_factory.mktemp("packet"))
    told = run(root, "review-packet", "protectors", "worksheets/valid.yml", "--form", "review.yml")
    assert told.exit_code == 0, told.output
    return root


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """The same texts, to be written into."""
    return small_site(tmp_path / "clinic")


def fields(packet: Path) -> list[str]:
    return [*(PdfReader(packet / "review-packet.pdf").get_fields() or ())]


def answers(packet: Path, *chosen: str) -> dict[str, str]:
    """What is chosen for each page, by the field."""
    names = [name for name in fields(packet) if name.endswith(".answer")]
    return {name: f"/{value}" for name, value in zip(names, chosen, strict=True) if value}


def filled_by_pypdf(packet: Path, into: Path, said: dict[str, str]) -> Path:
    writer = PdfWriter(clone_from=packet / "review-packet.pdf")
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, said, auto_regenerate=True)
    writer.write(into / "filled.pdf")
    return into / "filled.pdf"


def filled_by_pikepdf(packet: Path, into: Path, said: dict[str, str]) -> Path:
    with pikepdf.open(packet / "review-packet.pdf") as pdf:
        fill(pdf.Root.AcroForm.Fields, "", said)
        pdf.save(into / "filled.pdf")
    return into / "filled.pdf"


def fill(found: pikepdf.Object, above: str, said: dict[str, str]) -> None:
    for field in found:
        name = f"{above}{field.get('/T', '')}"
        if name in said:
            value = said[name]
            field.V = pikepdf.Name(value) if value.startswith("/") else value
        elif "/Kids" in field:
            fill(field.Kids, f"{name}.", said)


@pytest.mark.parametrize("filled", [filled_by_pypdf, filled_by_pikepdf])
def test_only_what_was_agreed_to_as_it_is_says_so(packet, clinic, filled: Callable[..., Path]):
    said = SIGNED | answers(packet, "agreed", "changes")
    said |= {
        name: "Say it shorter." for name in fields(packet) if name.startswith("worksheets/valid@") and "remarks" in name
    }
    before = (clinic / SHEET).read_bytes()
    told = run(clinic, "reviewed", str(filled(packet, clinic, said)), "--yes")
    assert told.exit_code == 0, told.output
    assert "worksheets/valid.md: agreed with changes, so that it is not marked\n    Say it shorter." in told.output
    assert REVIEW in (clinic / PROTECTORS).read_text("utf-8")
    assert (clinic / SHEET).read_bytes() == before


def test_a_page_that_changed_since_is_refused_and_the_others_are_marked(packet, clinic):
    sheet = clinic / SHEET
    sheet.write_text(sheet.read_text("utf-8").replace("What do you notice?", "What do you see?"), "utf-8")
    filled = filled_by_pikepdf(packet, clinic, SIGNED | answers(packet, "agreed", "agreed"))
    told = run(clinic, "reviewed", str(filled), "--yes")
    assert told.exit_code == 1
    assert "Not marked: worksheets/valid.md has changed since the packet was made; have it read again" in told.output
    assert "review:" in (clinic / PROTECTORS).read_text("utf-8")
    assert "review:" not in sheet.read_text("utf-8")


def test_a_form_that_is_written_again_changes_nothing(packet, clinic):
    filled = filled_by_pikepdf(packet, clinic, SIGNED | answers(packet, "agreed", "agreed"))
    assert run(clinic, "reviewed", str(filled), "--yes").exit_code == 0
    text = (clinic / SHEET).read_text("utf-8")
    assert text.index("sources:") < text.index(REVIEW) < text.index("blocks:")
    again = run(clinic, "reviewed", str(filled), "--yes")
    assert (again.exit_code, again.output) == (0, "Nothing is changed.\n")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"review-name": ""}, "the form has no name; the clinician writes it under the answers"),
        ({"review-role": " "}, "the form has no profession or license; the clinician writes it below the name"),
        ({"review-signature": ""}, "the form has no signature; the clinician types the name there again, or signs by hand"),
        ({"review-date": ""}, "the form has no day; write the day of the review, as 2026-11-30"),
        ({"review-date": "11/12/2026"}, "“11/12/2026” is not read as a day; write it as 2026-11-30"),
        ({"review-date": "2026-02-30"}, "“2026-02-30” is not read as a day; write it as 2026-11-30"),
        ({"review-date": "December 24, 2026"}, "2026-12-24 is still to come; write the day of the review"),
    ],
)  # fmt: skip
def test_nothing_says_reviewed_that_nobody_signed(packet, clinic, changed, message):
    filled = filled_by_pikepdf(packet, clinic, SIGNED | answers(packet, "agreed", "agreed") | changed)
    told = run(clinic, "reviewed", str(filled), "--yes")
    assert (told.exit_code, told.output) == (1, f"Error: {message}\nNothing is changed.\n")
    assert "review:" not in (clinic / PROTECTORS).read_text("utf-8")


def test_answers_on_paper_come_back_in_the_form_beside_it(packet, clinic):
    text = (packet / "review.yml").read_text("utf-8")
    for key, said in (("name", "Ann O'Neil"), ("role", "LMFT"), ("date", "29 Nov 2026"), ("signature", "Ann O'Neil")):
        text = text.replace(f'{key}: ""', f'{key}: "{said}"', 1)
    (clinic / "form.yml").write_text(text.replace('answer: ""', "answer: agreed", 1), "utf-8")
    told = run(clinic, "reviewed", "form.yml", input="y\n")
    assert told.exit_code == 0, told.output
    assert 'review: {by: "Ann O\'Neil, LMFT", on: 2026-11-29' in (clinic / PROTECTORS).read_text("utf-8")
    assert "review:" not in (clinic / SHEET).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("no.pdf", "%PDF-", "“no.pdf” cannot be opened as a PDF; ask for the file again"),
        ("a.docx", "PK", "“a.docx” is neither a PDF nor a form; write the name of a .pdf, .yml or .json file"),
        ("a.yml", "pages: [{page: a.md, version: x, answer: yes}]", "a.yml:1:42: “answer” cannot be “yes”"),
        ("a.json", '{"name": "A"}', "a.json:1:1: “pages” is missing"),
    ],
)
def test_what_is_no_form_is_refused_in_one_message(clinic, name, text, message):
    (clinic / name).write_text(text, "utf-8")
    told = run(clinic, "reviewed", name, "--yes")
    assert told.exit_code == 1
    assert told.output.startswith(f"Error: {message}")
    assert len(told.output.splitlines()) == 1


def test_a_pdf_that_lost_its_form_says_so(packet, clinic):
    with pikepdf.open(packet / "review-packet.pdf") as pdf:
        del pdf.Root.AcroForm
        pdf.save(clinic / "printed.pdf")
    told = run(clinic, "reviewed", "printed.pdf")
    assert told.output.startswith("Error: “printed.pdf” has no form in it: it may have been printed into a new PDF;")


def test_the_packet_shows_claims_beside_their_sources(packet):
    said = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(packet / "review-packet.pdf").pages)
    behind = said.partition("For the reviewer: Protectors")[2]
    assert "A protector means well." in behind.partition("For the reviewer")[0]
    assert complaints(packet / "review-packet.pdf") == []
