"""Questions to check oneself by ask about what was read: the right answer shows by nothing but what it says."""

from collections.abc import Iterator, Sequence

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PacketSource
from psychoed.model.packet import SelfCheck
from psychoed.reading.markdown.richtext import plain_text
from psychoed.reading.problem import Problem, problem_at

QUIZ_PATTERN = Rule("quiz-pattern", "advice", "the right answers of a reading path have no pattern in place or length")
RULES = (QUIZ_PATTERN,)
FEWEST = 4
"""Questions from which on a pattern is more than chance."""
MOST = 0.6
"""The share of right answers that may stand in the same place, or be the longest."""


def check_quizzes(library: Library) -> Iterator[Problem]:
    for source in library.packets.values():
        questions = source.packet.questions
        if len(questions) >= FEWEST:
            yield from pattern(source, questions)


def pattern(source: PacketSource, questions: Sequence[SelfCheck]) -> Iterator[Problem]:
    """Yield an Advice for each way in which somebody who has read nothing would find most of the answers."""
    at, count = source.tree.position(("questions",)), len(questions)
    places = [one.right for one in questions]
    place = max(sorted(set(places)), key=places.count)
    if places.count(place) > MOST * count:
        what = f"option {place} is right in {places.count(place)} of {count} questions"
        yield problem_at(
            source.tree.path, at, what, "move options, so that no place gives the answer away", QUIZ_PATTERN.id
        )
    longest = sum(is_longest(one) for one in questions)
    if longest > MOST * count:
        what = f"the right answer is the longest in {longest} of {count} questions"
        yield problem_at(source.tree.path, at, what, "shorten it, or say more in the wrong ones", QUIZ_PATTERN.id)


def is_longest(question: SelfCheck) -> bool:
    lengths = [len(plain_text(option.text)) for option in question.options]
    right = lengths.pop(question.right - 1)
    return right > max(lengths)
