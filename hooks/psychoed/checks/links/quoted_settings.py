"""Settings that a text quotes as {{ clinic.phone }}: each must exist, and stand where it is filled in."""

from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import in_body
from psychoed.model.clinic import SESSION_RULES
from psychoed.reading.markdown.braces import Braces
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.richtext import elements, parse
from psychoed.reading.problem import Fault, Problem, nearest, problem_at
from psychoed.reading.yaml.tree import Tree
from psychoed.words.subjects import about_ketamine

RULES = (Rule("quotes", "fixed", "what stands in {{ … }} is a setting, and is filled in where it stands"),)
WHAT_TO_QUOTE = (
    "write clinic. and a key of extra.clinic in mkdocs.yml, fact. and an id of data/dated-facts.yml, "
    "list. and an id of data/care-lists.yml, "
    "help.primary or help.emergency"
)


def check_quoted_settings(library: Library) -> Iterator[Problem]:
    for tree in library.written():
        yield from settings_in_tree(tree, library)
    for source in library.pages.values():
        yield from typed_above_the_text(source.tree)
        for found in read_markdown(source.body).braces:
            if fault := setting_fault(found, library) or list_among_words(found, source.body):
                yield fault.problem(source.tree.path, in_body(source, found.at))


def settings_in_tree(tree: Tree, library: Library) -> Iterator[Problem]:
    for _, text in tree.placed_texts():
        for found in read_markdown(text.text).braces:
            if fault := setting_fault(found, library) or list_among_words(found, text.text):
                yield fault.problem(tree.path, text.at(found.at))


def setting_fault(found: Braces, library: Library) -> Fault | None:
    name = found.name
    short = found.typed.strip().split("\n")[0][:40]
    if not found.whole:
        return Fault(f"“{short}” is one half of a setting", "write it as {{ clinic.phone }}, on one line")
    if name in library.quotes() or reported_elsewhere(name, library):
        return None
    if is_unset_rule(name, library):
        key, instead = name.removeprefix("clinic."), "under extra.clinic in mkdocs.yml, or take the quote out"
        return Fault(f"the clinic has not written its “{key}”", f"add `{key}: …` {instead}")
    close = nearest(name, library.quotes()) or nearest(f"clinic.{name}", library.quotes())
    return Fault(
        f"“{short}” is not a setting that can be quoted", f"did you mean “{close}”?" if close else WHAT_TO_QUOTE
    )


def list_among_words(found: Braces, text: str) -> Fault | None:
    """Return what is wrong with a list that would begin in the middle of a paragraph."""
    before, _, after = text[: found.at], found.typed, text[found.at + len(found.typed) :]
    alone = not before.rsplit("\n\n", 1)[-1].strip() and not after.split("\n\n", 1)[0].strip()
    if alone or not found.name.startswith("list."):
        return None
    return Fault("a list stands among other words", "give {{ … }} a paragraph of its own")


def reported_elsewhere(name: str, library: Library) -> bool:
    """Return True if what it quotes has a Problem of its own."""
    kind, _, key = name.partition(".")
    missing = {
        "clinic": library.clinic is None or (is_unset_rule(name, library) and names_ketamine(library)),
        "fact": not library.words or bool(library.unread & {key, "data/dated-facts.yml"}),
        "list": bool(library.unread & {key.partition(".")[0], "data/care-lists.yml"}),
        "help": library.help is None or not library.help.value.shown(),
    }
    return missing.get(kind, False)


def is_unset_rule(name: str, library: Library) -> bool:
    key = name.removeprefix("clinic.")
    return key in SESSION_RULES and library.clinic is not None and getattr(library.clinic.value, key) is None


def names_ketamine(library: Library) -> bool:
    """Return True if something is about ketamine: then each rule that is missing has a Problem of its own."""
    return any(about_ketamine(source, library) for source in library.sources())


def typed_above_the_text(tree: Tree) -> Iterator[Problem]:
    """Yield what readers would see as typed: the front matter of a page is shown without its Markdown, and nothing is
    filled in there."""
    for keys, placed in tree.placed_texts():
        text = placed.text
        if found := next(iter(read_markdown(text).braces), None):
            what = "settings are not filled in above the text"
            yield problem_at(tree.path, placed.at(found.at), what, "write it in words")
        elif any(element.tag in ("em", "strong", "a") for element in elements(parse(text))):
            what = "Markdown stands above the text, where readers would see it as typed"
            yield problem_at(tree.path, tree.position(keys), what, "write plain words")
