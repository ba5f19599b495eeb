"""What is written for staff stands in no public text: a note that was copied into an article is found before it is built."""

from collections.abc import Iterator
from pathlib import Path

from psychoed.checks.rules import Rule
from psychoed.checks.site.staff_words import PublicRun, StaffWords, shortened, staff_words
from psychoed.library.library import Library
from psychoed.reading.problem import Problem, problem_at
from psychoed.words.runs import LEAST_IN_ROW, Run

COPIED_NOTE = Rule("copied-note", "problem", "no sentence of a note for clinicians stands in a text for clients")
SHARED_WORDS = Rule("shared-words", "advice", "what is written for staff stands in no text for clients")
RULES = (COPIED_NOTE, SHARED_WORDS)
LEAST_SHARED, LEAST_OF_NOTE, LEAST_COPIED = 12, 9, 10
"""Words in a row that are the same in both by more than chance: of a page or sheet for staff, and of a note for
clinicians; and those of a note that somebody must have copied. A sentence of a note, or how it begins, may be shorter."""


def check_shared_words(whole: Library, content: Path) -> Iterator[Problem]:
    """Yield a Problem or Advice for each line of staff text that a public text holds, too, naming both places. What
    staff texts have in quotation marks is to be said to clients."""
    words = staff_words(whole, content)
    notes = {source.tree.path for source in whole.sources() if not source.staff_only}
    found: dict[tuple[str, int, str], list[PublicRun]] = {}
    for one in words.shared:  # but for the guide of data/, which is there to be copied
        path, line = words.runs.text_of(one.run.first).path, words.runs.place_of(one.run.first).line
        if not path.startswith("data/") and is_told(one.run, words, of_note=path in notes):
            place = one.path if path in notes and is_copied(one.run, words) else ""
            found.setdefault((path, line, place), []).append(one)
    for (path, line, place), all_places in found.items():
        told = {other for *key, other in found if key == [path, line] and not place}
        if places := [one for one in all_places if one.path not in told]:
            yield shared(places, words, of_note=path in notes)


def is_copied(run: Run, words: StaffWords) -> bool:
    """Return True if somebody must have copied these words: a whole sentence of a note, or enough of it."""
    return is_whole(run, words) or run.end - run.first >= LEAST_COPIED


def is_told(run: Run, words: StaffWords, *, of_note: bool) -> bool:
    """Return True if these words are the same by more than chance."""
    of_note_least = LEAST_IN_ROW if words.runs.begins_sentence(run.first) else LEAST_OF_NOTE
    least = of_note_least if of_note else LEAST_SHARED
    return run.end - run.first >= least and not words.runs.is_quoted(run.first, run.end)


def is_whole(run: Run, words: StaffWords) -> bool:
    return words.runs.begins_sentence(run.first) and words.runs.begins_sentence(run.end)


def shared(places: list[PublicRun], words: StaffWords, *, of_note: bool) -> Problem:
    public = max(places, key=lambda one: one.run.end - one.run.first)
    run = public.run
    path, at = words.runs.text_of(run.first).path, words.runs.place_of(run.first)
    said = words.runs.words(run.first, run.end)
    others = len({one.path for one in places}) - 1
    more = f" (and in {others} more public texts)" if others else ""
    what = "in the note for clinicians of" if of_note else "for staff in"
    rule = COPIED_NOTE if of_note and is_copied(run, words) else SHARED_WORDS
    instead = "take them out here, or say it in other words in one of the two"
    return problem_at(
        public.path,
        public.at,
        f"the words “{shortened(said)}” stand {what} {at.path or path}:{at.line}, too{more}",
        instead,
        rule.id,
    )
