"""Texts as clinics write them, and what is said of them: only what their author would change."""

import shutil
from pathlib import Path

from psychoed.checks.registry import rules_of
from psychoed.checks.rules import by_level
from small_site import read, small_site

ORDINARY = Path(__file__).parent / "ordinary"
TRUE = {
    ("directions.md", 17, "all-caps"),
    ("pain-group.md", 40, "sentence-length"),
    ("rebates.md", 35, "sentence-length"),
}
NO_CLAIMS = [
    "Dr. Osei treats anxiety, OCD and trauma.",
    "We are licensed to diagnose and treat mental health disorders.",
    "She has a special interest in the treatment of eating disorders.",
    "For therapy to be effective, sessions are private and one to one.",
    "There may be a risk of serious harm to you or somebody else.",
    "Your therapist asks about your health, medicines and risk.",
    "Therapy has benefits and risks.",
    "Have fewer cups of coffee, and reduce screen time.",
    "What works for one person may not work for another.",
    "Evenings work better for some families, so ask us.",
    "The heating works again.",
    "Ben works for the county, and Ruth works for Mind.",
    "If your sleep does not improve, see your doctor.",
    "We improved our waiting room.",
    "Your plan pays 80% after the deductible.",
    "Rate how sad you feel (0–100%).",
    "*Anxious, 80%.* Later 40%.",
    "You can take part in research at the university.",
    "My studies at college took four years, and the study is upstairs.",
    "Is online therapy safe?",
    "Get home safe.",
    "The visits were approved by your plan.",
    "Nurse Kim helps with forms, and our team helps people find housing.",
    "**Evidence for:** I was late. **Evidence against:** She smiled.",
    "Bring evidence of income.",
    "Charity no. 1098765, NPI: 1234567893, ABN 12 345 678 901.",
    "Your claim number: 1234567890.",
    "Text JOIN to our front desk.",
    "Text the word HELLO to our front desk, or reply with the word “STOP”.",
    "Set a timer, and use ACCEPTS.",
    "Posters of the National Domestic Abuse Helpline hang in the hall.",
    "There are risks, such as dropped calls.",
    "You may think: “Nothing reduces my stress. The treatment is not effective.”",
]
CLAIMS = [
    "Trials have found that CBT-I helps most people sleep.",
    "About 60 in 100 children recover.",
    "After a break the risk of overdose is higher.",
    "Some tablets are not safe with alcohol.",
    "There is good evidence for it.",
    "The evidence for CBT is strong.",
    "One in four people has panic attacks.",
    "Depression fell by 40%.",
    "It treats depression.",
    "“Ketamine reduced my pain in a week,” says a client.",
    "Studies show that mindfulness reduces anxiety.",
    "Research suggests that exercise improves mood.",
    "Nine out of ten people feel better after six sessions.",
    "EMDR is an effective treatment for trauma.",
    "There is little evidence that supplements help.",
    "Most people who take sertraline have side effects.",
    "Melatonin is safe for children.",
    "The risk of relapse is higher in the first year.",
    "Light boxes treat winter depression.",
    "A trial compared yoga with tablets.",
    "Ketamine relieves depression within hours.",
    "Exposure works better than talking for panic.",
    "Poor sleep raises the risk of depression.",
    "It is approved for depression that did not improve with two medicines.",
    "Breathing exercises reduce blood pressure.",
]
OTHERS = [
    ("She committed suicide.", "sui-commit"),
    ("He made a failed suicide attempt.", "sui-outcome"),
    ("Call 555-0142 at night.", "typed-phone"),
    ("Ring 0131 496 0222 or text us on 07700 900461.", "typed-phone"),
    ("Call 988 at any time.", "typed-phone"),
    ("Fax your form to (03) 5550 0123.", "typed-phone"),
    ("Our NPI is 1234567893, and our phone 1234567890.", "typed-phone"),
    ("Call your provider: 503-555-0168.", "typed-phone"),
    ("In an urgent case 503-555-0168 is open all night.", "typed-phone"),
    ("Take 50 mg in the morning.", "kat-dose"),
    ("A dose of 0.5 mg/kg is usual.", "kat-dose"),
    ("Stop taking your antidepressants before the session.", "kat-stopmeds"),
    ("NEVER drink on that day.", "all-caps"),
    ("Text us. PLEASE DO NOT WAIT.", "all-caps"),
    ("You can do it!", "exclamation"),
    ("Click [here](protectors.md).", "link-says-nothing"),
    ("This is a miracle cure.", "claim-cure"),
    ("**Unclosed words here.", "unclosed-emphasis"),
    ("See [NAME OF DOCTOR].", "all-caps"),
    ("The psychotic patient in room 4 was manipulative.", "stig-manip"),
]


def problems_of(root: Path) -> list[tuple[str, int, str]]:
    library, found = read(root)
    problems, _ = by_level(found, rules_of(library), library)
    return [(one.path.rpartition("/")[2], one.line, one.rule) for one in problems]


def written(root: Path, sentences: list[str]) -> list[tuple[str, int, str]]:
    small_site(root)
    front = "---\ntitle: A page\nsummary: Words.\nmain_message: Words.\naudience: client\ngroup: help\n---\n"
    (root / "content" / "parts" / "page.md").write_text(front + "\n\n".join(sentences), "utf-8")
    return [(path, (line - 8) // 2, rule) for path, line, rule in problems_of(root)]


def test_only_what_an_author_would_change_is_named(tmp_path):
    small_site(tmp_path)
    shutil.copytree(ORDINARY, tmp_path / "content" / "help")
    assert set(problems_of(tmp_path)) == TRUE


def test_everyday_sentences_need_no_source(tmp_path):
    named = [(NO_CLAIMS[number], rule) for _, number, rule in written(tmp_path, NO_CLAIMS)]
    assert named == []


def test_what_must_be_caught_is_caught(tmp_path):
    named = {(number, rule) for _, number, rule in written(tmp_path, [one for one, _ in OTHERS])}
    assert [one for number, one in enumerate(OTHERS) if (number, one[1]) not in named] == []


def test_claims_need_one(tmp_path):
    named = {number for _, number, rule in written(tmp_path, CLAIMS) if rule == "claim-source"}
    assert [sentence for number, sentence in enumerate(CLAIMS) if number not in named] == []
