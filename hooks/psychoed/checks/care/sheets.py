"""What a worksheet owes the person who fills it in: a way to stop, to do less, to wait, and to end gently (T2–T4, T7)."""

from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import SheetSource
from psychoed.model.belonging import CareRule
from psychoed.model.blocks.reading import Pause
from psychoed.model.care import Care
from psychoed.model.patterns import first_match
from psychoed.reading.problem import Problem, problem_at
from psychoed.words.passages import Passage
from psychoed.words.subjects import needs_named, read_by_clients

RULES = (
    Rule("way-out", "advice", "an exercise says how to do less"),
    Rule("gate", "advice", "an exercise on parts, or a long one, first asks whether today is a good day"),
    Rule("ordinary-end", "advice", "a sheet ends with something ordinary"),
)


def check_worksheets_care(library: Library) -> Iterator[Problem]:
    care = library.care
    if care is None:
        return
    for sheet in library.sheets.values():
        if sheet.worksheet.staff_only:
            continue
        texts, asked = list(read_by_clients(sheet)), care_asked_of(sheet, library)
        if "stop-rule" in asked:
            yield from no_pause(sheet)
        if "way-out" in asked:
            yield from no_way_out(sheet, texts, care)
        if "gate" in asked:
            yield from no_gate(sheet, texts, care)
        if "ordinary-end" in asked:
            yield from no_ordinary_end(sheet, texts, care)


def care_asked_of(sheet: SheetSource, library: Library) -> set[CareRule]:
    """Return the care that a sheet owes: what its phase and topics ask for, and what comes with inner work and with length."""
    asked = {rule for one in library.belongs_to(sheet) for rule in one.asks_for}
    if care := library.care:
        if any(first_match(care.inner_work, passage.text) for passage in read_by_clients(sheet)):
            asked |= {"stop-rule", "way-out"}
        if "stop-rule" in asked and sheet.worksheet.minutes >= care.long_exercise:
            asked.add("gate")
    return asked


def needs_whole_stop(sheet: SheetSource, library: Library) -> bool:
    """Return True if the stop box of a sheet is whole: where it asks first for a good day, belongs to sessions with medicine or
    to safety, or names a danger. Elsewhere it is a band of a few lines."""
    weighs = any(one.review == "safety" for one in library.belongs_to(sheet))
    names_danger = bool(needs_named(sheet, library.care))
    return weighs or names_danger or not {"gate", "ketamine"}.isdisjoint(care_asked_of(sheet, library))


def no_pause(sheet: SheetSource) -> Iterator[Problem]:
    if not any(isinstance(block, Pause) for block in sheet.worksheet.blocks):
        at = sheet.tree.position(("blocks",), of_key=True)
        what = "the sheet asks for inner work and does not say when to stop"
        yield problem_at(sheet.tree.path, at, what, "add a block - type: pause before the first question", "stop-rule")


def no_way_out(sheet: SheetSource, texts: list[Passage], care: Care) -> Iterator[Problem]:
    if not any(first_match(care.ways_out, passage.text) for passage in texts):
        at = sheet.tree.position(("blocks",), of_key=True)
        what = "nothing on the sheet says how to do less"
        yield problem_at(sheet.tree.path, at, what, "add a hint such as “One row is enough” or “Skip this”", "way-out")


def no_gate(sheet: SheetSource, texts: list[Passage], care: Care) -> Iterator[Problem]:
    if not any(first_match(care.gates, passage.text) for passage in texts):
        at = sheet.tree.position(("blocks",), of_key=True)
        what = "nothing on the sheet asks whether today is a good day for it"
        instead = "begin with a checklist “Before I begin”: slept, eaten, can stop"
        yield problem_at(sheet.tree.path, at, what, instead, "gate")


def no_ordinary_end(sheet: SheetSource, texts: list[Passage], care: Care) -> Iterator[Problem]:
    """Yield an Advice where nothing ordinary stands anywhere in the last block."""
    last = len(sheet.worksheet.blocks) - 1
    ending = [passage for passage in texts if passage.keys[:2] == ("blocks", last)]
    if not any(first_match(care.endings, passage.text) for passage in ending):
        at = sheet.tree.position(("blocks", last))
        what = "the sheet does not end with something ordinary"
        instead = "close with a line such as “The ordinary thing I will do now”"
        yield problem_at(sheet.tree.path, at, what, instead, "ordinary-end")
