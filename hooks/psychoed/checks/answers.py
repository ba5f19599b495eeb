"""Every answer of a sheet has a name of its own: it names the field on screen, in storage and in the PDF."""

from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import STAFF_FOLDER, SheetSource
from psychoed.model.blocks.base import Answer
from psychoed.model.worked_out import AnswersOfSheet
from psychoed.model.worksheet import Worksheet
from psychoed.reading.problem import Fault, Position, Problem, problem_at, suggestion
from psychoed.reading.yaml.tree import Keys, Tree

ANSWER_NAMES = Rule("answer-names", "fixed", "every answer of a sheet has a name of its own")
WORKED_OUT = Rule("worked-out", "fixed", "a result is made of answers that have numbers")
PAGE_ADDRESS = Rule("page-address", "fixed", "no two pages have the same address")
OPTIONS_TWICE = Rule("option-twice", "problem", "no option stands twice in a question", problem_from="0.3.0")
TITLE_TWICE = Rule("title-twice", "advice", "no two sheets have the same title")
STAFF_PAGES = Rule("staff-folder", "fixed", "pages for staff and clinicians lie in content/staff/")


def check_answers(library: Library) -> Iterator[Problem]:
    for sheet in library.sheets.values():
        yield from names_used_twice(sheet)


def names_used_twice(sheet: SheetSource) -> Iterator[Problem]:
    """Yield one Problem for each block whose answers have a name that is taken."""
    header = {answer.name for answer in sheet.worksheet.header()}
    seen, reported = set(header), set[Keys]()
    for keys, name in answer_names(sheet.worksheet):
        if name in seen and keys not in reported:
            what = f"the answer “{name}” has the name of another one"
            if name in header:
                what = f"the answer “{name}” is the line at the top of every sheet"
            at = sheet.tree.position(keys)
            yield problem_at(sheet.tree.path, at, what, "give this block an `id` that no other block has")
            reported.add(keys)
        seen.add(name)


def answer_names(worksheet: Worksheet) -> Iterator[tuple[Keys, str]]:
    """Yield the name of each answer in reading order, with the keys that lead to the `id` it is made from."""
    for number, block in enumerate(worksheet.blocks):
        yield from ((("blocks", number, *keys), answer.name) for keys, answer in block.named_answers())


def check_worked_out(library: Library) -> Iterator[Problem]:
    """Yield a Problem for each part of a result that is no answer, has no number, or is worked out only later."""
    for sheet in library.sheets.values():
        answers, above, seen = AnswersOfSheet.read(sheet.worksheet), set[str](), set[Keys]()
        for keys, answer in sheet.worksheet.named_answers():
            for n, (name, _) in enumerate(answer.worked.of if answer.worked else ()):
                part = (*keys[:-1], "of", n)
                fault = fault_of_part(name, answer, answers, above) if part not in seen else None
                if fault:
                    seen.add(part)
                    yield fault.problem(sheet.tree.path, sheet.tree.position(part))
            above.add(answer.name)


def fault_of_part(name: str, answer: Answer, answers: AnswersOfSheet, above: set[str]) -> Fault | None:
    """Return what is wrong with what an answer is worked out from."""
    found = answers.meant(name)
    if not found:
        known = [*answers.by_id, *answers.by_name]
        return Fault(f"“{name}” is no answer of this sheet", suggestion(name, known, "write the `id` of a block"))
    if any(one.worked and one.name not in above for one in found):
        return Fault(
            f"“{name}” is itself worked out, and not above this", "name answers, or results that stand above it"
        )
    if answer.worked and answer.worked.how != "count" and all(one.numbers is None for one in found):
        return Fault(f"the answers to “{name}” are no numbers", "add `values` to its options, or name other answers")
    return None


def check_options(library: Library) -> Iterator[Problem]:
    """Yield a Problem for each option, word or row that a question has already: its answers look the same."""
    for sheet in library.sheets.values():
        for keys, said in repeated_entries(sheet.tree):
            what = f"“{said}” stands here twice"
            yield problem_at(sheet.tree.path, sheet.tree.position(keys), what, "take one out", OPTIONS_TWICE.id)


def repeated_entries(tree: Tree) -> Iterator[tuple[Keys, str]]:
    seen: dict[Keys, set[str]] = {}
    for keys, text in tree.texts():
        if len(keys) >= 2 and keys[-2] in ("options", "words") and isinstance(keys[-1], int):
            said = " ".join(text.split())
            if said.casefold() in seen.setdefault(keys[:-1], set()):
                yield keys, said
            seen[keys[:-1]].add(said.casefold())


def check_titles(library: Library) -> Iterator[Problem]:
    """Yield an Advice for each sheet that is called as another one: in lists nobody can tell them apart."""
    first: dict[str, SheetSource] = {}
    for sheet in library.sheets.values():
        other = first.setdefault(sheet.title.casefold(), sheet)
        if other is not sheet:
            what = f"{other.tree.path} has this title as well"
            at = sheet.tree.position(("title",))
            yield problem_at(sheet.tree.path, at, what, "give one of the two another title", TITLE_TWICE.id)


def check_page_addresses(library: Library) -> Iterator[Problem]:
    """Yield a Problem where a page that is made of a worksheet or a packet has the address of one that lies in
    content/."""
    for source in library.sources():
        page = library.pages.get(source.path)
        if page and page is not source:
            what = f"this page has the address of {source.tree.path}"
            yield problem_at(page.tree.path, Position(), what, "give one of the two another name")


def check_staff_pages(library: Library) -> Iterator[Problem]:
    """Yield a Problem for each page for staff or clinicians outside content/staff/, which an engine that ignores hooks
    would publish."""
    for source in library.pages.values():
        if source.audience != "client" and not source.path.startswith(STAFF_FOLDER):
            at = source.tree.position(("audience",))
            what = f"a page for {source.audience} readers stands among the public pages"
            yield problem_at(source.tree.path, at, what, "move the file to content/staff/")
