"""An article on paper: whatever a page may hold is printed, and its links lead where those of the page do."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from article_markdown import drawn_html
from printed import documents, the_printer
from psychoed.library.pages import read_page
from psychoed.reading.file import File
from psychoed.views.papers import variants
from small_site import the_library

FRONT = "---\ntitle: A page\nsummary: What.\nmain_message: One.\naudience: client\ngroup: parts\n---\n"
HELD = {
    "a link to a heading above": "## One thing\n\nWords.\n\nSee [it](#one-thing).",
    "a place in HTML": '<p id="here">Words.</p>\n\nSee [it](#here).',
    "an anchor alone": '<a id="here"></a>Words, and [it](#here).',
    "a place of which there are two": '<p id="here">One.</p>\n\n<p id="here">Two.</p>\n\nSee [it](#here).',
    "a link that leads nowhere": "See [it](#).",
    "a table without a head": "<table><tr><th>A</th><td>B</td></tr><tr><td>C</td></tr></table>",
    "a table of Markdown": "| A | B |\n| --- | --- |\n| C | D |",
    "a small number": "Words<sup>2</sup> and <sup>*two*</sup>.",
    "a picture that is not there": '<figure>\n<img src="../gone.png" alt="A door">\n<figcaption>A</figcaption>\n</figure>',
    "details": "<details>\n<summary>More</summary>\nWords.\n</details>",
}


def printed(body: str) -> PdfReader:
    source = read_page(File("content/parts/one.md", FRONT + body + "\n")).value
    assert source
    document = documents(drawn_html).article(source)
    inputs = the_printer().inputs(document, the_library(), variants(the_library())[0])
    return PdfReader(BytesIO(the_printer().print(inputs).pdf))


def test_the_main_message_stands_at_the_top():
    words = printed("## First").pages[0].extract_text()
    assert words.index("One.") < words.index("First")


def test_the_help_line_for_a_danger_that_is_named_stands_above_the_text():
    danger = "Call if you are scared at home."
    words = printed(danger).pages[0].extract_text()
    line = "National Domestic Violence Hotline"
    assert words.index("1-800-799-7233") < words.index(danger)
    assert line in words
    assert line not in printed("Words.").pages[0].extract_text()


@pytest.mark.parametrize("body", HELD.values(), ids=HELD)
def test_it_is_printed(body: str):
    assert "A page" in printed(body).pages[0].extract_text()


def addresses(pdf: PdfReader) -> list[str]:
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", ())]
    return [note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("sides-of-you.md#managers", "https://clinic.example/parts/sides-of-you/#managers"),
        ("../packets/first-days.md", "https://clinic.example/packets/first-days/"),
        (
            "sides-of-you/sides-of-you-a4.pdf#page=1",
            "https://clinic.example/parts/sides-of-you/sides-of-you-a4.pdf#page=1",
        ),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_a_link_leads_where_that_of_the_page_does(typed: str, address: str):
    assert address in addresses(printed(f"See [that]({typed})."))
