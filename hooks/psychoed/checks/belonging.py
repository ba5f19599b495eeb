"""Where sheets, articles and packets belong is listed in data/, and what is listed there can be shown."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.pages import files_of
from psychoed.model.article import Article, Home
from psychoed.model.belonging import CALLED, Belonging, Phase, is_own_picture
from psychoed.model.file_addresses import addresses_of
from psychoed.reading.problem import Problem, problem_at, suggestion
from psychoed.reading.yaml.tree import Entry, Keys, Tree

RULES = (Rule("belonging", "fixed", "phases, groups, topics and roles are listed in data/, and can be shown"),)


def check_belonging(library: Library, content: Path) -> Iterator[Problem]:
    for name, listed in library.belongings.items():
        for entry in listed.values():
            yield from faults_of_entry(name, entry, listed, content)
            if not entry.value.title and name != "groups" and library.words:  # no page shows the title of a group
                at, what = entry.at.position(("id",)), f"the {CALLED[name]} “{entry.value.id}” has no title"
                yield problem_at(entry.at.path, at, what, "add `title:` and the words that readers see")
    for source in library.pages.values():
        if isinstance(source.page, Article) and source.page.picture:
            yield from no_picture(source.page.picture, source.tree, ("picture",), content)
        if isinstance(source.page, Home):
            for number, door in enumerate(source.page.doors):
                yield from no_picture(door.picture, source.tree, ("doors", number, "picture"), content)


def faults_of_entry(
    name: str, entry: Entry[Belonging], listed: Mapping[str, object], content: Path
) -> Iterator[Problem]:
    one, tree = entry.value, entry.at
    if one.before is not None and (one.before == one.id or one.before not in listed):
        others = [id_ for id_ in listed if id_ != one.id]
        what = f"“{one.before}” is not another {CALLED[name]}"
        yield problem_at(tree.path, tree.position(("before",)), what, suggestion(one.before, others))
    if isinstance(one, Phase):
        yield from no_picture(one.picture, tree, ("picture",), content)


def no_picture(picture: str, tree: Tree, keys: Keys, content: Path) -> Iterator[Problem]:
    if not is_own_picture(picture) or (content / picture).is_file():
        return
    if picture not in addresses_of(files_of(content)):
        instead = "write the path from content/, or the name of a drawing of the theme"
        yield problem_at(tree.path, tree.position(keys), f"there is no picture content/{picture}", instead)
