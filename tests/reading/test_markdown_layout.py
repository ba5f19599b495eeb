"""Lists, boxes, quotation marks and the like are drawn as their author meant them, whatever program taught them to write."""

import re

import pytest

from article_markdown import page_html
from psychoed.reading.markdown.layout import as_laid_out
from psychoed.reading.web.html import without_html_comments


def drawn(text: str) -> str:
    """HTML without what stands between its tags."""
    return re.sub(r"\s*\n\s*", "\n", page_html(text)).replace(">\n", ">").replace("\n<", "<")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("- a\n  - b\n    - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("- a\n  1. b\n  2. c\n- d", "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"),
        ("Words\n- a\n- b", "<p>Words</p><ul><li>a</li><li>b</li></ul>"),
        ("Born in\n1986. A year", "<p>Born in\n1986. A year</p>"),
        ("Words\n3. a\n4. b", '<p>Words</p><ol start="3"><li>a</li><li>b</li></ol>'),
        ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
        ("1. a\n1. b", "<ol><li>a</li><li>b</li></ol>"),
        ("1. a\n3. b\n4. c", '<ol><li>a</li><li value="3">b</li><li>c</li></ol>'),
        ("• a\n•b\n·\tc", "<ul><li>a</li><li>b</li><li>c</li></ul>"),
        ("- a\n1. b\n- c", "<ul><li>a</li></ul><ol><li>b</li></ol><ul><li>c</li></ul>"),
        ("    - a\n    - b", "<ul><li>a</li><li>b</li></ul>"),
        (
            "- [ ] a\n- [x] b",
            '<ul><li class="task-list-item">☐ a</li><li class="task-list-item">☑ b</li></ul>',
        ),
        ("a\n: b\nc\n: d", "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>"),
        ("!!! note\n  a", '<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div>'),
        ("> [!TIP] b\n> a\nc", '<div class="admonition tip"><p class="admonition-title">b</p><p>a\nc</p></div>'),
        (
            "a\n| b |\n| - |\n| c |",
            "<p>a</p><table><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>",
        ),
        ("## a {1 to 5}", '<h2 id="a-1-to-5">a {1 to 5}</h2>'),
        ("## C#\n#a", '<h2 id="c">C#</h2><p>#a</p>'),
        ("a {.b} {c}", "<p>a {.b} {c}</p>"),
        ("a\\\nb \\~ \\$ C:\\d", "<p>a<br />b ~ $ C:\\d</p>"),
        ("~~a~~ H~2~O x^2^ ==b==", "<p><del>a</del> H<sub>2</sub>O x<sup>2</sup> <mark>b</mark></p>"),
        ("~5 to ~10", "<p>~5 to ~10</p>"),
        ("a <!-- b --> c\n<!-- d -->\ne", "<p>a  c\ne</p>"),
        ("`<!-- a -->`", "<p><code>&lt;!-- a --&gt;</code></p>"),
        ("[TOC]", "<p>[TOC]</p>"),
        ("Call <tel:555-0142>.", '<p>Call <a href="tel:555-0142">555-0142</a>.</p>'),
    ],
)
def test_it_is_drawn_as_it_was_meant(text: str, html: str):
    assert drawn(text) == html


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("'tis, rock 'n' roll, the '90s", "’tis, rock ’n’ roll, the ’90s"),
        ("6'2\" tall, in 6'2\" x 5'", "6′2″ tall, in 6′2″ x 5’"),
        ("\"**Bold**\"s and *it*'s [a](b.md)'s", '“<strong>Bold</strong>”s and <em>it</em>’s <a href="b.md">a</a>’s'),
        ("She said: \"'Yes,' I thought.\"", "She said: “‘Yes,’ I thought.”"),
        ('("a"), \'b\' "c"\'s <b>"d"</b>', "(“a”), ‘b’ “c”’s <b>“d”</b>"),
        ("5--10 -- or --- so...", "5–10 – or — so…"),
        ('`"a" -- \'b\'` \\"c\\"', '<code>"a" -- \'b\'</code> "c"'),
    ],
)
def test_straight_marks_are_turned(typed: str, said: str):
    assert page_html(typed) == f"<p>{said}</p>"


@pytest.mark.parametrize("text", ["- a\n    - b\n\n        c\n\n1. d", "> a\n>\n> - b", "```\n- a\n```"])
def test_what_is_laid_out_stays_so(text: str):
    assert as_laid_out(as_laid_out(text)) == as_laid_out(text)


@pytest.mark.parametrize("piece", [">", "> ", "- ", "1. ", "!!! a\n    ", "<div>", "`", "<!--", "{.a ", "\"'"])
def test_no_text_breaks_the_layout(piece: str):
    page_html(piece * 2000)


def test_no_comment_of_a_template_stands_in_a_page():
    page = "<p>a<!-- b --></p><script>'<!-- c -->'</script><!--\nd -->"
    assert without_html_comments(page) == "<p>a</p><script>'<!-- c -->'</script>"
