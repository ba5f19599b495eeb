"""How strongly a claim is said: labels of evidence, the words they allow, and the other side of each benefit (C3–C6)."""

from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PageSource
from psychoed.model.article import Article, Evidence
from psychoed.model.claims import ClaimFamily, Claims
from psychoed.model.language import SentenceRules
from psychoed.model.patterns import first_match, without_matches
from psychoed.reading.problem import Problem, problem_at
from psychoed.words.passages import Passage, Section, Sentence, sections, sentences

RULES = (
    Rule("evidence-ceiling", "problem", "no label of evidence is stronger than the research allows"),
    Rule("evidence-words", "problem", "no claim is said more strongly than its label"),
    Rule("evidence-label", "problem", "a page that says what helps has a label for it under `evidence`"),
    Rule("benefit-limit", "advice", "a section that names a benefit names a risk or a limit too"),
    Rule("model-frame", "advice", "an idea of a model is said to be one, in its section"),
)
LADDER: tuple[Evidence, ...] = ("none-found", "idea", "early", "some", "strong")
"""From weak to strong."""


def check_evidence(library: Library) -> Iterator[Problem]:
    claims = library.claims
    if claims is None:
        return
    for source in library.pages.values():
        page = source.article
        if page:
            yield from too_high_labels(source, page, claims, f"{library.folder_of_language}/claims.yml")
        if page and page.audience == "client":
            labels = labels_of(page, claims)
            for section in sections(source):
                yield from one_sided(section, claims)
                yield from unframed(section, claims)
                for passage in section.passages:
                    yield from said_too_strongly(passage, labels, claims, library.sentence_rules)


def kind_of_claim(text: str, claims: Claims) -> ClaimFamily | None:
    """Return the kind of claim that a text is about."""
    return next((one for one in claims.families if all(about.search(text) for about in one.about)), None)


def too_high_labels(source: PageSource, page: Article, claims: Claims, file: str) -> Iterator[Problem]:
    for claim, label in page.evidence.items():
        family = kind_of_claim(claim, claims)
        if family and LADDER.index(label) > LADDER.index(family.at_most):
            at = source.tree.position(("evidence", claim))
            what = f"“{label}” is more than the research allows for “{claim}”"
            instead = f"write {family.at_most}, or read the research again and raise “{family.name}” in {file}"
            yield problem_at(source.tree.path, at, what, instead, "evidence-ceiling")


def labels_of(page: Article, claims: Claims) -> dict[str, Evidence]:
    """Return the label of each kind of claim on this page."""
    found = [(kind_of_claim(claim, claims), label) for claim, label in page.evidence.items()]
    return {family.name: label for family, label in found if family}


def said_too_strongly(
    passage: Passage, labels: dict[str, Evidence], claims: Claims, rules: SentenceRules | None
) -> Iterator[Problem]:
    if passage.kind == "heading" or not kind_of_claim(passage.text, claims):  # most are about something else
        return
    for sentence in sentences(passage, rules):
        family = kind_of_claim(sentence.text, claims)
        if family:
            label = min(labels.get(family.name, family.at_most), family.at_most, key=LADDER.index)
            yield from too_strong(passage, sentence, label, claims)
            if family.name not in labels:
                yield from unlabelled(passage, sentence, family, claims)


def too_strong(passage: Passage, sentence: Sentence, label: Evidence, claims: Claims) -> Iterator[Problem]:
    rule = claims.labels.get(label)
    found = first_match(rule.refuses, without_matches(claims.no_claims, sentence.text)) if rule else None
    if rule and found and not first_match(rule.unless, passage.text):
        at = passage.at(sentence.begin + found.start())
        what = f"“{' '.join(found[0].split())}” says more than the label “{label}” of this claim allows"
        yield problem_at(passage.path, at, what, f"say it as {rule.write}", "evidence-words")


def unlabelled(passage: Passage, sentence: Sentence, family: ClaimFamily, claims: Claims) -> Iterator[Problem]:
    if found := first_match(claims.benefits, without_matches(claims.no_claims, sentence.text)):
        at = passage.at(sentence.begin + found.start())
        what = f"“{' '.join(found[0].split())}” is a claim without a label of evidence"
        instead = f"under `evidence:` above the text, add a line `{family.name}: {family.at_most}`"
        yield problem_at(passage.path, at, what, instead, "evidence-label")


def one_sided(section: Section, claims: Claims) -> Iterator[Problem]:
    """Yield one Advice a section, at its first benefit."""
    for passage in section.passages:
        found = first_match(claims.benefits, passage.text)
        if found and not first_match(claims.limits, section.text):
            what = f"“{' '.join(found[0].split())}” stands without its risk or limit in this section"
            instead = "say also for whom, how long, or what can go wrong"
            yield problem_at(passage.path, passage.at(found.start()), what, instead, "benefit-limit")
            return


def unframed(section: Section, claims: Claims) -> Iterator[Problem]:
    """Yield one Advice a section, at the first idea of a model that is said as a fact."""
    for passage in section.passages:
        found = first_match(claims.model_statements, passage.text)
        if found and not first_match(claims.model_frames, section.text):
            what = f"“{' '.join(found[0].split())}” is an idea of a model, said as a fact"
            yield problem_at(
                passage.path, passage.at(found.start()), what, "add “in this model” or “IFS suggests”", "model-frame"
            )
            return
