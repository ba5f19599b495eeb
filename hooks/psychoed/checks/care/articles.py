"""What an article owes its reader: a note before hard topics, a way to stop, and the reader's rights, and the clinic's own rules (T1, T4, T8)."""

from collections.abc import Iterator

from psychoed.checks.care.ketamine import leads_to
from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, Source
from psychoed.model.care import Care
from psychoed.model.patterns import first_match, without_matches
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.words.passages import Passage, passages

RULES = (
    Rule("content-note", "problem", "a page that names something hard has a content note"),
    Rule("stop-rule", "problem", "an exercise says when to stop"),
    Rule("rights", "advice", "a page on a ketamine session says that one may say no"),
    Rule("clinic-rules", "problem", "pages for the session and the day after quote the clinic's rules"),
)


def check_articles_care(library: Library) -> Iterator[Problem]:
    care = library.care
    if care is None:
        return
    for source in library.pages.values():
        page = source.article
        if page and page.audience == "client":
            texts = list(passages(source.body, source.tree.path, source.body_line))
            if page.content_note is None:
                yield from no_note(texts, care)
            if library.asks_for("rights", source):
                yield from no_right(source, texts, care)
            if library.asks_for("stop-rule", source) and care.pause_page not in leads_to(source):
                yield from no_stop_rule(texts, care)
    yield from unquoted_rules(library, care)


def no_note(texts: list[Passage], care: Care) -> Iterator[Problem]:
    """Yield one Problem a page, at the first hard topic. The stop rule and what belongs to it need no note."""
    for passage in texts:
        if care.stop_rule.search(passage.text):
            continue
        text = without_matches(care.no_note, passage.text)
        for topic in care.hard_topics:
            if found := topic.says.search(text):
                what = f"“{found[0]}” speaks of {topic.name}, and the page has no content note"
                instead = "add `content_note:` above the text, one line that says what is named"
                yield problem_at(passage.path, passage.at(found.start()), what, instead, "content-note")
                return


def no_stop_rule(texts: list[Passage], care: Care) -> Iterator[Problem]:
    if any(care.stop_rule.search(passage.text) for passage in texts):
        return
    for passage in texts:
        if found := first_match(care.exercise, passage.raw):
            what = "an exercise begins here, and the page does not say when to stop"
            instead = f"add the stop rule (“Stop if you feel unreal…”), or link to {care.pause_page}"
            yield problem_at(passage.path, passage.at(found.start()), what, instead, "stop-rule")
            return


def no_right(source: PageSource, texts: list[Passage], care: Care) -> Iterator[Problem]:
    if not any(first_match(care.rights, passage.text) for passage in texts):
        what = "nothing on this page says that the reader may say no"
        instead = "add a line such as “You can say no, or not today, without giving a reason”"
        yield problem_at(source.tree.path, place_of_text(source), what, instead, "rights")


def unquoted_rules(library: Library, care: Care) -> Iterator[Problem]:
    for quoting in care.quotings:
        found = library.by_path.get(quoting.page)
        for name in quoting.settings if found else ():
            if found and name not in quoted_in(found):
                what = f"the page does not say the clinic's {name.replace('_', ' ')}"
                at = place_of_text(found)
                yield problem_at(found.tree.path, at, what, f"quote it as {{{{ clinic.{name} }}}}", "clinic-rules")


def quoted_in(source: Source) -> set[str]:
    if isinstance(source, PageSource):
        return settings_in(source.body)
    return {name for _, text in source.tree.texts() for name in settings_in(text)}


def settings_in(text: str) -> set[str]:
    names = [found.name for found in read_markdown(text).braces if found.whole]
    return {name.removeprefix("clinic.") for name in names if name.startswith("clinic.")}


def place_of_text(source: Source) -> Position:
    """Return the first line of a page's text, or of a sheet's blocks."""
    if isinstance(source, PageSource):
        return Position(source.body_line)
    return source.tree.position(("blocks",), of_key=True)
