"""Words and syllables of English, and the school grade of Flesch and Kincaid that is made from them."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d[\d.,:/]*")
VOWELS = re.compile(r"[aeiouy]+")
SPOKEN = re.compile(
    r"(?<![tcg])ia(?!ge|r$|rly$)|[ct]iat|(?<![tcgxs])iou|io(?!n|u)"  # media, associate, curious, violent
    r"|(?<![tc])ie(?=nc|nt)|scie|ie(?=t|rs?$|st$)|[aeou]ing|[aeiou]y(?=[aeiou])(?!ed$)"  # client, easier, being, beyond
    r"|(?<![qg])ua(?![dr])|(?<![qg])ue(?=[ln])|eo(?![pun])|oe(?=[mt])"  # usual, cruel, video, poem
    r"|(?<=[aeiouy][^aeiouy])eas?$|creat(?!u)|reac(?!h)|reas(?=su)|suici"  # idea, create, react
    r"|[st]h?ms?$|(?<=[dst])n[’']t$"  # rhythm, didn't
)
"""Where there is one syllable more than runs of vowels."""
SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$"  # make, whole, and not little
    r"|(?:[^aeiouylscxzgh]|[aeiouy]l|(?<![sc])h)es$|(?:[^aeiouytdl]|[aeiouy]ll?)ed$"  # times, called
    r"|(?<=[^aeiouyl])e(?=(?:ly|ful|fully|less|ness|ments?)$)|(?<=ic)a(?=lly$)"  # lonely, basically
    r"|(?<=[^aeiouyl])e(?=(?:where|times?|body|thing|one|how|what|work|self|selves|line|page)$)"  # something
)
"""Where there is one less."""
EXCEPTIONS = {
    "anesthesia": 4, "anyone": 3, "australia": 3, "behavior": 3, "behavioral": 4, "behaviour": 3, "business": 2,
    "businesses": 3, "chocolate": 2, "conscience": 2, "coordinate": 4, "critique": 2, "diabetes": 4, "dialogue": 3,
    "entire": 3, "entirely": 4, "evening": 2, "everybody": 4, "everyday": 3, "everything": 3, "everywhere": 3,
    "eye": 1, "february": 4, "firefighter": 3, "fluid": 2, "forehead": 2, "hundred": 2, "ideation": 4, "imagery": 3,
    "intuitive": 4, "january": 4, "lifestyle": 2, "lion": 2, "lying": 2, "maybe": 2, "medium": 3, "naked": 2,
    "recipe": 3, "rely": 2, "rewire": 3, "ruin": 2, "sacred": 2, "safety": 2, "sodium": 3, "someone": 2,
    "technique": 2, "terrifying": 4, "therefore": 2, "tired": 2, "tongue": 1, "trademark": 2, "triage": 2, "tying": 2,
    "vegetable": 3, "verifying": 4, "voicemail": 2, "wednesday": 2, "whereas": 2, "whoever": 3, "wicked": 2,
}  # fmt: skip
"""Words that these patterns get wrong, without their plural s."""


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """How many syllables an English word has; a number counts as one."""
    word = re.sub(r"[’']s?$", "", word.lower())
    for form in (word, word.removesuffix("s")):
        if form in EXCEPTIONS:
            return EXCEPTIONS[form]
    count = len(VOWELS.findall(word)) + len(SPOKEN.findall(word)) - len(SILENT.findall(word))
    return max(1, count)


def grade(words: int, sentences: int, spoken: int) -> float:
    """The grade of Flesch and Kincaid (1975) of so many words, sentences and syllables."""
    return 0.39 * words / sentences + 11.8 * spoken / words - 15.59
