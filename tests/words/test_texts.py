"""What counts as words that somebody reads, and who that is."""

from psychoed.reading.file import File
from psychoed.reading.yaml.reader import read_yaml
from psychoed.words.texts import texts
from written import library, page, sheet


def test_each_text_knows_its_reader():
    note = sheet("  - type: text\n    text: Words.", clinician_note="A note.", audience="staff")
    pages = [page("Words."), page("Words.", "staff/a.md", audience="staff")]
    assert [(text.place, text.audience) for text in texts(library(*pages, note))] == [
        ("page", "client"),
        ("page", "staff"),
        ("sheet", "staff"),
        ("note", "clinician"),
    ]


def test_a_list_of_data_is_read_entry_by_entry():
    tree, _ = read_yaml(
        File("data/glossary.yml", "- id: a\n  term: A\n  means: Of ketamine.\n- id: b\n  means: Of b.\n")
    )
    whole = library(lists={"glossary": (tree,)})
    found = [(text.passages[0].text, text.passages[0].start.line, text.about_ketamine) for text in texts(whole)]
    assert found == [("Of ketamine.", 3, True), ("Of b.", 5, False)]
