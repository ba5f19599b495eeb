"""Long details of a clinic leave every sheet that quotes them on the pages that it plans, in the edition for staff too,
where a note for clinicians stands at its head."""

from dataclasses import replace

import pytest

from fixture import PROJECT, sheets_in
from psychoed.checks.paper import check_layout
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.reading.yaml.tree import Entry
from psychoed.views.paper.addresses import one_site
from psychoed.views.paper.documents import Documents
from psychoed.views.paper.printer import SPACINGS, Printer
from psychoed.views.papers import variants

LONG = {
    "name": "Northgate Center for Psychotherapy and Integrative Care",
    "phone": "+44 20 7946 0777",
    "hours": "Monday, Tuesday and Thursday 8.30 to 7, Wednesday and Friday 9 to 4, and the first Saturday of each month 10 to noon",
    "after_hours": "Leave a message with your name and your number, slowly, and one of us calls back before noon on the next working day.",
    "food_rule": "Do not eat for eight hours before your session. Our team calls you the day before and tells you the exact time to stop.",
    "drink_rule": "You may drink clear water until two hours before your session, and no alcohol, coffee, tea or juice on the day itself.",
    "medicine_rule": "Our prescriber goes through your medicines with you and writes down which to take on the day. Do not change one on your own.",
    "driving_rule": "Do not drive, cycle or use machines until the day after your session and a full night’s sleep, or later if our team says so.",
    "companion_rule": "Another adult whom you trust collects you from our front door, brings you home, and stays with you until the next morning.",
    "decision_rule": "Put off big decisions, contracts, large purchases and hard talks for at least a week, and speak with your therapist first.",
    "on_call": "At night, on weekends and on holidays a nurse of our practice answers at 020 7946 0777, and calls a doctor where one is needed.",
    "visit_rule": "Before you leave we book your next therapy visit within three days. Call us if you need to see somebody sooner than that.",
}  # fmt: skip


@pytest.fixture(scope="module")
def of_clinic() -> Library:
    library, _ = load_library(PROJECT, PROJECT / "mkdocs.staff.yml", "en")
    assert library.clinic
    clinic = library.clinic.value.model_copy(update=LONG)
    return replace(library, clinic=Entry(clinic, library.clinic.at))


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer(PROJECT / "overrides" / "print", PROJECT, staff=True)


def quotes_a_detail(sheet: str) -> bool:
    return any("clinic." in file.read_text("utf-8") for file in (PROJECT / "worksheets").rglob(f"{sheet}.yml"))


@pytest.mark.parametrize("sheet", [*filter(quotes_a_detail, sheets_in(PROJECT))])
def test_a_sheet_with_long_details_fits_its_pages(of_clinic, printer, sheet):
    documents = Documents(PROJECT / "content", of_clinic, one_site("https://library.northgate.example.org/"), str)
    source = of_clinic.sheets[sheet]
    for paper in variants(of_clinic)[:2]:
        document = documents.sheet(source)
        tries = (printer.print(printer.inputs(document, of_clinic, paper, spacing)) for spacing in SPACINGS)
        found = ([str(one) for one in check_layout(source, paper, one, of_clinic.quotes())] for one in tries)
        assert [] in found
