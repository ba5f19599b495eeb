"""What the site generator's own reader of settings finds wrong with them, in plain words and at their place.

It reads them once more here, since it gives each only the name of a setting and words for those who write programs.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from psychoed.door.refused_settings import refused_settings
from psychoed.reading.problem import Fault, Position, Problem, problem_at, suggestion
from psychoed.reading.yaml.tree import Tree, file_of, place, setting

NAME_OF_FOLDER = "write the name of a folder that is there, or take the line out"
PATH_OF_FILE = "write the path of a file that is there, or take the line out"
PAGES_APART = "give the pages and the site a folder each, such as docs_dir: content and site_dir: site"
# What it says, then what is wrong, and what to write instead; (1) is what the first brackets hold.
IN_PLAIN_WORDS = (
    (r"The path '(.+?)' isn't an existing (?:directory|folder|dir)", "there is no folder (1)", NAME_OF_FOLDER),
    (r"The path '(.+?)' isn't an existing", "there is no file (1)", PATH_OF_FILE),
    (r"The path set in custom_dir \('(.+?)'\)", "there is no folder (1)", NAME_OF_FOLDER),
    (r"Unrecognised theme name: '(.+?)'\. .*are: (.+)", "there is no theme “(1)”", "{}"),
    (r"At least one of 'name' or", "“theme” has no name", "write name: psychoed below it"),
    (r'The "(.+?)" plugin is not installed', "there is no plugin “(1)” here", "{}"),
    (r"Failed to load extension '(.+?)'\.(?s:.*)ModuleNotFound", "there is no Markdown extension “(1)” here", "take it out, or install it"),
    (r"Failed to load extension '(.+?)'\.\n.*?(\w+: [^\n]+)\Z", "the Markdown extension “(1)” cannot be used ((2))", "mend what stands below it, or take it out"),
    (r"should not be the parent directory", "this is the folder that holds the settings themselves", PAGES_APART),
    (r"should not be within the", "one of the folders for pages and for the site holds the other", PAGES_APART),
    (r"of format 'IP:PORT'|is not a valid port|does not appear to be an IPv4", "this is not where a preview can be", "write it as dev_addr: 127.0.0.1:8000"),
    (r"Required configuration", "“{name}” is empty", "write its value behind the colon"),
    (r"(?:Expected type|Expected one of|Expected a|Expected boolean|Invalid type|must be a string|Invalid Plugins|Invalid Markdown|Invalid config)", "", ""),
)  # fmt: skip
WANTED = {
    "nav": "a list of pages: - Home: index.md",
    "theme": "keys below it, such as name: psychoed",
    "plugins": "a list with a dash before each: - psychoed",
    "markdown_extensions": "a list with a dash before each",
    "extra": "keys below it, such as clinic:",
    "extra_css": "a list with a dash before each: - assets/css/ours.css",
    "extra_javascript": "a list with a dash before each: - assets/js/ours.js",
    "hooks": "a list with a dash before each: - hooks/ours.py",
    "watch": "a list with a dash before each: - folder",
    "exclude_docs": "`exclude_docs: |`, and below it one path a line",
    "not_in_nav": "`not_in_nav: |`, and below it one path a line",
    "draft_docs": "`draft_docs: |`, and below it one path a line",
    "validation": "keys below it, each with warn, info or ignore",
    "strict": "true or false",
    "use_directory_urls": "true or false, or take the line out",
}
"""By setting what is written there; of all others it is a text."""


def faults_of_options(said: list[Tree], file: Path, settled: Collection[str] = ()) -> Iterator[Problem]:
    """Yield what keeps the site generator from reading these settings, and what keeps our pages from being made with them.
    `settled`: settings of which what is wrong was said."""
    config = MkDocsConfig(config_file_path=str(file))
    try:
        with file.open("rb") as opened:
            config.load_file(opened)
    except MkDocsException as error:
        what = f"the settings cannot be read ({first_line(error)})"
        yield problem_at(file.name, Position(), what, "undo your last change")
        return
    errors = [(name, error) for name, error in errors_of(config) if name not in settled]
    yield from (option_fault(said, file, name, error) for name, error in errors)
    if not errors and not settled:
        yield from refused_settings(config)


def errors_of(config: MkDocsConfig) -> Iterator[tuple[str, Exception]]:
    """Yield the settings that cannot be read. The site generator ends at the first; what it compares them for afterwards
    has one cause."""
    options, wrong = dict(config._schema), False
    for name, option in options.items():
        try:
            option.pre_validation(config, key_name=name)
            config[name] = option.validate(config.get(name))
        except Exception as error:  # plugins and extensions may raise whatever they like
            wrong = True
            yield name, error
    for name, option in options.items() if not wrong else ():
        try:
            option.post_validation(config, key_name=name)
        except Exception as error:
            yield name, error
            return


def first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).split("\n")[0]


def option_fault(said: list[Tree], file: Path, name: str, error: Exception) -> Problem:
    """Return what is wrong with one setting."""
    path, node = setting(said, name) or (file.name, None)
    fault, quoted = plain_fault(name, node, str(error), file.parent)
    at = next((one for one in scalars_below(node) if one.value == quoted), node) if node else None
    return fault.problem((file_of(at.start_mark) if at else "") or path, place(at.start_mark if at else None))


def plain_fault(name: str, node: yaml.Node | None, error: str, root: Path) -> tuple[Fault, str]:
    """Return what an error says in plain words, and the text of the settings that it is about."""
    for pattern, what, instead in IN_PLAIN_WORDS:
        if found := re.search(pattern, error):
            words = [*found.groups(), "", ""]
            about = words[0] or ""
            if what:
                short = about.removeprefix(f"{root}/")
                what = what.replace("{name}", name).replace("(1)", short).replace("(2)", words[1] or "")
                return Fault(what, instead.format(instead_of_missing(about, words[1]))), short
            return shape_fault(name, node, error), ""
    return Fault(f"“{name}” cannot be read ({error.strip().partition(chr(10))[0]})", "mend it, or take it out"), ""


def instead_of_missing(name: str, listed: str | None) -> str:
    """Return what to write in place of a theme or a plugin that is not here."""
    if name == "psychoed":
        return "install psychoed: python -m pip install -r requirements.txt"
    return suggestion(name, (listed or "search, psychoed").split(", "), "take it out, or install it")


def shape_fault(name: str, node: yaml.Node | None, error: str) -> Fault:
    """Return that a text stands where a list is wanted, and the like."""
    part = re.search(r"Sub-option '(\w+)'|option '([\w.]+)'", error)
    if part:
        what = f"“{part[1] or part[2]}” below “{name}” cannot be what stands there"
        return Fault(what, "compare it with the documentation of MkDocs, or take it out")
    return Fault(f"“{name}” {written_shape(node)}", f"write {WANTED.get(name, 'a text, in double quotes')}")


def written_shape(node: yaml.Node | None) -> str:
    if isinstance(node, yaml.ScalarNode):
        return f"is “{node.value}”" if node.value else "is empty"
    return "is a list" if isinstance(node, yaml.SequenceNode) else "has keys below it"


def scalars_below(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the node itself, or all keys and texts below it."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for one in node.value if not isinstance(node, yaml.ScalarNode) else ():
        for part in one if isinstance(one, tuple) else (one,):
            yield from scalars_below(part)
