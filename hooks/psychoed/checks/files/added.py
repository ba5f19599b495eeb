"""Files beside pages: each is of a kind that a site may hold, and holds what its ending says."""

from collections.abc import Iterator, Mapping
from posixpath import basename

from psychoed.checks.rules import Rule
from psychoed.library.added_files import AddedFiles
from psychoed.reading.media.outcome import Opened
from psychoed.reading.problem import Position, Problem, problem_at

RULES = (
    Rule(
        "picture-file", "problem", "pictures, sound, PDFs and other files hold what their endings say, and run nothing"
    ),
    Rule("left-out", "advice", "content/ and the theme hold only what a site may hold"),
    Rule("metadata", "advice", "pictures and PDFs hold nothing beside what is seen"),
    Rule("file-weight", "advice", "pictures and films load fast on a phone"),
)


def check_added_files(added: Mapping[str, AddedFiles]) -> Iterator[Problem]:
    """Yield what is wrong with files that are no pages. `added`: by the name of the folder in which they lie."""
    for folder, found in added.items():
        for path, fault in found.refused.items():
            yield fault.problem(f"{folder}/{path}", Position(), "picture-file")
        for path, fault in found.left_out.items():
            yield fault.problem(f"{folder}/{path}", Position(), "file-name" if path in found.programs else "left-out")
        for path, opened in found.published.items():
            if opened.advice:
                yield opened.advice.problem(f"{folder}/{path}", Position())
        yield from metadata(folder, found.published)


def metadata(folder: str, published: Mapping[str, Opened]) -> Iterator[Problem]:
    """Yield one Advice for all files of which the site gets a copy without something."""
    lost = {path: opened.lost for path, opened in published.items() if opened.lost}
    if not lost:
        return
    first = next(iter(lost))
    others = len(lost) - 1
    what = f"“{basename(first)}” holds {in_words(lost[first])}"
    if others:
        also = list(dict.fromkeys(one for said in [*lost.values()][1:] for one in said if one not in lost[first]))
        what += f", and {others} other {'file' if others == 1 else 'files'} such things" + (
            f" or {in_words(also)}" if also else ""
        )
    instead = "the site gets copies without it; take it out of the files themselves if you hand them on"
    yield problem_at(f"{folder}/{first}", Position(), what, instead, "metadata")


def in_words(words: Mapping[str, object] | tuple[str, ...] | list[str]) -> str:
    said = list(words)
    return said[0] if len(said) == 1 else ", ".join(said[:-1]) + f" and {said[-1]}"
