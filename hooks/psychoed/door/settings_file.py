"""What is wrong with the settings before the site generator reads them: it ends at the first fault, often in words of its own."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig

from psychoed.checks.links.navigation import misshapen
from psychoed.door.option_faults import faults_of_options
from psychoed.library.load import READABLE
from psychoed.reading.problem import Position, Problem, nearest, problem_at, suggestion
from psychoed.reading.web.address import form_fault
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import Tree, child, file_of, place, setting

PARTS_OF_EXTRA = ("clinic", "checks", "reading", "edition", "more_nav", "today", "html")
BELOW_EXTRA = "indent it, with what belongs to it, below `extra:`"
ONE_FILE = "write the path of one file, such as INHERIT: mkdocs.yml"


def faults_of_settings(file: Path) -> list[Problem]:
    """Return every Problem that would end the build before it begins."""
    return [problem._replace(rule=READABLE, fixed=True) for problem in read_faults(file)]


def read_faults(file: Path) -> list[Problem]:
    if not file.exists():  # it may be taken away while a preview runs
        return [problem_at(file.name, Position(), "the file is missing", "put it back")]
    said, problems, _ = read_settings(file, file.parent)
    if problems or not said:
        return list(problems)
    inherited = [problem for tree in said for problem in faults_of_inheriting(tree, file.parent)]
    found = [problem for tree in said for problem in unknown_keys(tree)]
    found += [*faults_of_site(said, file), *faults_of_navigation(said)]
    settled = (
        {"site_name", "site_url", "nav", *(name for tree in said for name in names_meant(tree))} if found else set()
    )
    options = faults_of_options(said, file, settled) if not inherited else ()
    return sorted([*inherited, *found, *options])


def faults_of_navigation(said: list[Tree]) -> Iterator[Problem]:
    """Yield the parts of `nav` that are no list of entries, of which the site generator names only the first."""
    nav = setting(said, "nav")
    if nav and nav[1].value == "":
        what = "“nav” is empty"
        yield problem_at(nav[0], place(nav[1].start_mark), what, "list your pages below it, such as - Home: index.md")
    elif nav:
        yield from misshapen(*nav)


def faults_of_inheriting(tree: Tree, root: Path) -> Iterator[Problem]:
    inherited = child(tree.root, "INHERIT")
    if inherited is None:
        return
    at, above = place(inherited[1].start_mark), inherited[1]
    if not isinstance(above, yaml.ScalarNode) or not above.value:
        yield problem_at(tree.path, at, "“INHERIT” names no file", ONE_FILE)
    elif not (root / above.value).is_file():
        yield problem_at(tree.path, at, f"there is no file {above.value} to inherit", ONE_FILE)
    elif (root / above.value).resolve() == (root / tree.path).resolve():
        yield problem_at(tree.path, at, "this file inherits itself", "name another one, or take the line out")


def unknown_keys(tree: Tree) -> Iterator[Problem]:
    known = {*dict(MkDocsConfig._schema), "INHERIT"}
    for key, _ in tree.root.value:
        if key.value not in known:
            instead = suggestion(key.value, known, "take it out, or put it below `extra:`")
            instead = BELOW_EXTRA if key.value in PARTS_OF_EXTRA else instead
            yield problem_at(tree.path, place(key.start_mark), f"“{key.value}” is not a setting", instead)


def faults_of_site(said: list[Tree], file: Path) -> Iterator[Problem]:
    """Yield what is wrong with the name and the address of the site, wherever they are inherited from."""
    if setting(said, "site_name") is None and not any("site_name" in names_meant(tree) for tree in said):
        at = place(said[-1].root.start_mark)
        yield problem_at(said[-1].path, at, "“site_name” is missing", "add a line such as site_name: Elm Tree Practice")
    address = setting(said, "site_url")
    if address and isinstance(address[1], yaml.ScalarNode) and address[1].value:
        path, node = address
        if not node.value.lower().startswith(("https://", "http://")) or form_fault(node.value):
            what = f"“{node.value}” is not the address of a site"
            at = place(node.start_mark)
            yield problem_at(
                file_of(node.start_mark) or path, at, what, "write it whole, such as https://www.clinic.example/"
            )


def names_meant(tree: Tree) -> set[str]:
    """Return the settings as which misspelled keys of the file were likely meant, each of which has its own Problem."""
    known = dict(MkDocsConfig._schema)
    unknown = [key.value for key, _ in tree.root.value if key.value not in known]
    return {meant for key in unknown if (meant := nearest(key, sorted(known)))}
