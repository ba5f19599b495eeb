"""Reads the settings as they are written, so that every value is still text and has its line. MkDocs reads them as well."""

import os
from pathlib import Path

import yaml

from psychoed.reading.file import File, read_file
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.read import Read
from psychoed.reading.yaml.messages import syntax_fault, unclosed
from psychoed.reading.yaml.reader import key_faults
from psychoed.reading.yaml.tree import Tree, child, place

DEEPEST_SETTING = 100


def read_settings(file: Path, root: Path, below: tuple[Path, ...] = ()) -> Read[list[Tree]]:
    """Return the settings file, then the ones it inherits. `below`: those that inherit this one."""
    tree, problems, _ = read_settings_file(file, root)
    if tree is None:
        return Read([], problems)
    inherited = child(tree.root, "INHERIT")
    above = file.parent / inherited[1].value if inherited and isinstance(inherited[1], yaml.ScalarNode) else None
    if above is None or not above.is_file() or above in (file, *below):  # MkDocs refuses what leads nowhere
        return Read([tree], problems)
    more = read_settings(above, root, (file, *below))
    return Read([tree, *more.value], problems + more.problems)


def read_settings_file(file: Path, root: Path) -> Read[Tree | None]:
    inside = file.is_relative_to(root)
    source = read_file(file, root) if inside else File(file.name, file.read_text("utf-8", "replace"))
    found = settings_tree(source) if isinstance(source, File) else source
    if isinstance(found, Problem):
        return Read(None, (found,))
    faults = list(key_faults(found.root, 1))
    problems = tuple(why.problem(found.path, place(node.start_mark)) for node, why in faults)
    names_all = all(isinstance(node, yaml.ScalarNode) for node, _ in faults)  # other keys name nothing
    return Read(found if names_all else None, problems)


def settings_tree(source: File) -> Tree | Problem:
    """Return settings as a tree whose places know the file, since settings of several files are read as one."""
    try:
        loader = yaml.BaseLoader(source.text)
        loader.name = source.path
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark, why = syntax_fault(error, source.text)
        return why.problem(source.path, place(mark))
    except RecursionError:
        return problem_at(source.path, Position(), "settings are nested without end", "bring them further out")
    if not isinstance(node, yaml.MappingNode):
        return problem_at(source.path, Position(), "there are no settings here", "write them as `key: value` lines")
    if holds_itself(node, set(), set()):
        return problem_at(
            source.path, Position(), "a setting repeats itself without end", "write it out, without * and &"
        )
    for mark, why in unclosed(node):
        return why.problem(source.path, place(mark))
    return Tree(source.path, with_environment(node, {}))


def with_environment(node: yaml.Node, done: dict[yaml.Node, yaml.Node]) -> yaml.Node:
    """Return settings with what `!ENV` names taken from the environment, as MkDocs reads it: the first name that is set,
    else the last entry of a list. `done`: what was read before, since one node may stand in many places."""
    if node not in done:
        done[node] = read_environment(node, done)
    return done[node]


def read_environment(node: yaml.Node, done: dict[yaml.Node, yaml.Node]) -> yaml.Node:
    if node.tag == "!ENV":
        return yaml.ScalarNode("tag:yaml.org,2002:str", said_by_environment(node), node.start_mark, node.end_mark)
    if isinstance(node, yaml.SequenceNode):
        node.value = [with_environment(one, done) for one in node.value]
    elif isinstance(node, yaml.MappingNode):
        node.value = [(key, with_environment(value, done)) for key, value in node.value]
    return node


def said_by_environment(node: yaml.Node) -> str:
    entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = [str(entry.value) for entry in entries]
    otherwise = names.pop() if len(names) > 1 else ""
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


def holds_itself(node: yaml.Node, above: set[int], clear: set[int]) -> bool:
    """Return True if a name (&) stands for something that holds that name (*), or all is nested too deep to be read.
    `clear`: what was looked at and does not."""
    if id(node) in above or len(above) > DEEPEST_SETTING:
        return True
    if id(node) in clear or isinstance(node, yaml.ScalarNode):
        return False
    within = node.value if isinstance(node, yaml.SequenceNode) else [one for pair in node.value for one in pair]
    above.add(id(node))
    found = any(holds_itself(one, above, clear) for one in within)
    above.discard(id(node))
    clear.add(id(node))
    return found
