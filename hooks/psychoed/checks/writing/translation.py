"""Words of templates that a clinic's own file does not hold yet, or holds and needs no longer."""

from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.lists import laid_over
from psychoed.model.strings import key_path, missing_words, unused_words
from psychoed.reading.problem import Position, Problem, problem_at

UNTRANSLATED = Rule("untranslated", "advice", "templates speak the language of the site")
UNUSED = Rule("unused-words", "advice", "a clinic's own words of templates are those that templates ask for")
ENGLISH = "data/strings.en.yml"


def check_translation(library: Library) -> Iterator[Problem]:
    """Yield one Advice for all of them: a new version of the package may bring many."""
    tree = laid_over([tree for tree in library.listed("strings") if tree.path != ENGLISH])
    if tree is None or library.language.partition("-")[0] == "en":
        return
    missing = list(missing_words(tree))
    if missing:
        what = f"{len(missing)} of the words of templates are said in English, “{key_path(missing[0])}” first"
        yield problem_at(tree.path, Position(), what, f"copy them from {ENGLISH} and translate them")


def check_unused_words(library: Library) -> Iterator[Problem]:
    """Yield one Advice for all of a file: a new version of the package may ask for fewer words than the one before."""
    for tree in library.listed("strings"):
        if unused := list(unused_words(tree)):
            what = f"no template asks any more for {len(unused)} of these words, “{key_path(unused[0])}” first"
            at = tree.position(unused[0], of_key=True)
            yield problem_at(tree.path, at, what, "take them out")
