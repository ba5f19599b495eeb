"""Words that templates say in English, since the language of the site has no words of its own for them yet."""

from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.lists import laid_over
from psychoed.model.strings import key_path, missing_words
from psychoed.reading.problem import Position, Problem, problem_at

RULES = (Rule("untranslated", "advice", "templates speak the language of the site"),)
ENGLISH = "data/strings.en.yml"


def check_translation(library: Library) -> Iterator[Problem]:
    """Yield one Advice for all of them: a new version of the package may bring many."""
    tree = laid_over([tree for tree in library.listed("strings") if tree.path != ENGLISH])
    if tree is None or library.language.partition("-")[0] == "en":
        return
    missing = list(missing_words(tree))
    if missing:
        what = f"{len(missing)} of the words of templates are said in English, “{key_path(missing[0])}” first"
        yield problem_at(tree.path, Position(), what, f"copy them from {ENGLISH} and translate them", "untranslated")
