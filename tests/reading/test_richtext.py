"""Author's Markdown becomes a small tree, and what cannot be drawn is refused."""

import pytest

from psychoed.reading.markdown.richtext import (
    Element,
    elements,
    flat_text,
    inline,
    parse,
    plain_text,
    quoted,
    why_not_drawable,
)


def outline(text: str) -> str:
    """The tree as tags around words."""

    def written(nodes) -> str:
        return "".join(
            node
            if isinstance(node, str)
            else f"<{node.tag}{' ' + node.href if node.href else ''}>{written(node.kids)}</{node.tag}>"
            for node in nodes
        )

    return written(parse(text))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Plain words", "<p>Plain words</p>"),
        ("*soft* and **loud**", "<p><em>soft</em> and <strong>loud</strong></p>"),
        ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"),
        ("[more](parts/a.md#b)", "<p><a parts/a.md#b>more</a></p>"),
        ("Two\nlines", "<p>Two lines</p>"),
        ("Two  \nlines", "<p>Two<br></br>lines</p>"),
        ("One\n\nTwo", "<p>One</p><p>Two</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("- a\n    - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("snake_case_word and 2 * 3 * 4", "<p>snake_case_word and 2 * 3 * 4</p>"),
        (r"\- not a list", "<p>- not a list</p>"),
        ("a < b & c > d", "<p>a < b & c > d</p>"),
        ("<b>raw</b>", "<p><b>raw</b></p>"),
        ("&amp; &nbsp;x", "<p>& \u00a0x</p>"),
        ("[note]: kept", "<p>[note]: kept</p>"),
        ("", ""),
    ],
)
def test_text_becomes_this_tree(text, tree):
    assert outline(text) == tree


def test_raw_html_is_text_and_no_element():
    assert [node.tag for node in elements(parse("<script>x</script> <!-- y -->"))] == ["p"]


def test_a_line_has_no_paragraph_around_it():
    assert inline("a *b*") == ("a ", Element("em", ("b",)))


def test_words_alone():
    assert flat_text(parse("**a** [b](c.md)\n\n- d")) == "a bd"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("How **much**?", "How much?"),
        ("See [this page](parts/a.md)", "See this page"),
        ("  spaces  ", "spaces"),
        (r"\*starred\*", "*starred*"),
    ],
)
def test_a_label_is_plain(text, label):
    assert plain_text(text) == label


def test_a_quoted_setting_is_shown_as_it_is_written():
    says = "*Ask* [us] <b> & `now` #1 {x} | 50_50 \\ !"
    assert plain_text(quoted("Call: {{ clinic.phone }}", {"clinic.phone": says})) == f"Call: {says}"
    assert [node.tag for node in elements(parse(quoted("{{clinic.phone}}", {"clinic.phone": says})))] == ["p"]


def test_an_unknown_setting_stays():
    assert plain_text(quoted("{{ clinic.fax }}", {"clinic.phone": "1"})) == "{{ clinic.fax }}"


@pytest.mark.parametrize("text", ["words", "*a*", "**a**", "[a](b.md)", "5 < 6", "a\nb"])
def test_a_line_may_hold(text):
    assert why_not_drawable(text, one_line=True) is None


@pytest.mark.parametrize("text", ["- a\n- b", "1. a", "a\n\n- b"])
def test_a_list_stands_in_prose_and_never_in_a_line(text):
    assert why_not_drawable(text, one_line=False) is None
    assert "list" in why_not_drawable(text, one_line=True).partition(" where one line is expected|")[0]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("# a", "a heading"),
        ("a\n---", "a heading"),
        ("> a", "a quotation"),
        ("`a`", "code"),
        ("a\n\n    b", "an indented block"),
        ("![a](b.png)", "an image"),
        ("a\n\n---\n\nb", "a ruled line"),
        ("<br>", "HTML"),
        ("<!-- a", "HTML"),
        ("[](a.md)", "a link has no words"),
    ],
)
def test_what_cannot_be_drawn_is_named(text, named):
    assert named in why_not_drawable(text, one_line=False).partition("|")[0]


@pytest.mark.parametrize("text", ["*" * 400, "[" * 1000, "- " * 2000, ">" * 4000, "*a **b " * 500, "[a](" * 1000])
def test_no_text_breaks_the_reader(text):
    why_not_drawable(text, one_line=False)
