"""Faults that only the built site shows, one kind a page, in a site that MkDocs builds once for all of them."""

import re
import shutil
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pikepdf
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from psychoed.build.edition import Project
from psychoed.build.judge_site import problems_of_site
from psychoed.checks.registry import OF_LINKS, Given, run_checks
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.reading.problem import Problem

pytestmark = pytest.mark.xdist_group("site-links")  # the site of all cases is built once, by one worker

TESTS = Path(__file__).parents[1]
FRONT = """---
title: A page
summary: What it is about.
main_message: One thing.
audience: client
group: parts
---
"""
TEMPLATE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title>
<link rel="stylesheet" href="{{ 'site.css' | url }}"></head>
<body><nav>{% for one in nav.pages %}<a href="{{ one.url | url }}">A page</a>{% endfor %}</nav>
<article>{{ page.content }}</article><aside id="help">Help</aside></body></html>
"""
LONELY = "a page that nothing leads to"
REFUSED_ONLY = {"HTML: a handler"}
WRONG = (
    (
        "an anchor of the page",
        "See [that](#nowhere).",
        (
            "1:12: there is no place “#nowhere” on the page it leads to; write the name of a heading there, in small letters with hyphens [broken-link]",
        ),
    ),
    (
        "an anchor of another page",
        "See [that](protectors.md#nowhere).",
        (
            "1:12: there is no place “#nowhere” on the page it leads to; write the name of a heading there, in small letters with hyphens [broken-link]",
        ),
    ),
    (
        "an anchor with a letter wrong",
        "## The inner critic\n\nSee [that](#the-inner-critc).",
        (
            "3:12: there is no place “#the-inner-critc” on the page it leads to; did you mean “#the-inner-critic”? [broken-link]",
        ),
    ),
    (
        "an anchor in capitals",
        "## The inner critic\n\nSee [that](#The-Inner-Critic).",
        (
            "3:12: there is no place “#The-Inner-Critic” on the page it leads to; did you mean “#the-inner-critic”? [broken-link]",
        ),
    ),
    (
        "an anchor of a reference",
        "See [that][one].\n\n[one]: protectors.md#nowhere",
        (
            "3:8: there is no place “#nowhere” on the page it leads to; write the name of a heading there, in small letters with hyphens [broken-link]",
        ),
    ),
    (
        "a draft",
        "See [that](draft.md).",
        ("1:12: “draft.md” is a draft or a page of the staff edition; take the link out of this page [broken-link]",),
    ),
    (
        "a page as its own site",
        "See [that](https://clinic.example/help/parts/gone/).",
        (
            "1:12: “https://clinic.example/help/parts/gone/” leads to nothing on this site; write another address, or take it out [broken-link]",
        ),
    ),
    (
        "an anchor on its own site",
        "See [that](https://clinic.example/help/parts/protectors/#nowhere).",
        (
            "1:12: there is no place “#nowhere” on the page it leads to; write the name of a heading there, in small letters with hyphens [broken-link]",
        ),
    ),
    (
        "HTML: a page",
        '<a href="../gone/">that</a>',
        ("1:10: “../gone/” leads to nothing on this site; write another address, or take it out [broken-link]",),
    ),
    (
        "HTML: a page in capitals",
        '<a href="../Protectors/">that</a>',
        ("1:10: “../Protectors/” differs from the file in capitals; write ../protectors/ [broken-link]",),
    ),
    (
        "HTML: a way out of the site",
        '<a href="../../../../out/">that</a>',
        (
            "1:10: “../../../../out/” leads out of the site; write the way from this page, with one ../ for each folder up [broken-link]",
        ),
    ),
    (
        "HTML: an anchor",
        '<a href="../protectors/#nowhere">that</a>',
        (
            "1:10: there is no place “#nowhere” on the page it leads to; write the name of a heading there, in small letters with hyphens [broken-link]",
        ),
    ),
    (
        "HTML: an area",
        '<map name="m"><area href="../gone-2/" alt="x"></map>',
        (
            "1:1: <map> is not allowed in a page; write it in Markdown, &lt; for the sign itself, or allow it under extra.html in mkdocs.yml [unsafe-html]",
            "1:15: <area> is not allowed in a page; write it in Markdown, &lt; for the sign itself, or allow it under extra.html in mkdocs.yml [unsafe-html]",
        ),
    ),
    (
        "HTML: a picture",
        '<img src="../../dor.svg" alt="A door">',
        ("1:11: “../../dor.svg” leads to nothing on this site; did you mean ../../door.svg? [broken-link]",),
    ),
    (
        "HTML: a set of pictures",
        '<img src="../../door.svg" srcset="../../door.svg 1x, ../../door-2.svg 2x" alt="A door">',
        ("1:35: “../../door-2.svg” leads to nothing on this site; did you mean ../../door.svg? [broken-link]",),
    ),
    (
        "HTML: a source",
        '<picture><source srcset="../../wide.svg"><img src="../../door.svg" alt="A door"></picture>',
        ("1:26: “../../wide.svg” leads to nothing on this site; did you mean ../../door.svg? [broken-link]",),
    ),
    (
        "HTML: a frame",
        '<iframe src="../gone-3/" title="x"></iframe>',
        ("1:1: <iframe> is not allowed in a page; link to the page instead [unsafe-html]",),
    ),
    (
        "HTML: a frame of another site",
        '<iframe src="https://clinic.org/" title="x"></iframe>',
        ("1:1: <iframe> is not allowed in a page; link to the page instead [unsafe-html]",),
    ),
    (
        "HTML: an object",
        '<object data="../../gone.pdf"></object>',
        ("1:1: <object> is not allowed in a page; link to the file instead [unsafe-html]",),
    ),
    (
        "HTML: an embed",
        '<embed src="../../gone.swf">',
        ("1:1: <embed> is not allowed in a page; link to the file instead [unsafe-html]",),
    ),
    (
        "HTML: a film",
        '<video src="../../gone.mp4" poster="../../gone.png" controls></video>',
        (
            "1:13: “../../gone.mp4” leads to nothing on this site; did you mean ../../door.mp4? [broken-link]",
            "1:37: “../../gone.png” leads to nothing on this site; write another address, or take it out [broken-link]",
        ),
    ),
    (
        "HTML: a sound",
        '<audio src="../../gone.mp3" controls></audio>',
        ("1:13: “../../gone.mp3” leads to nothing on this site; write another address, or take it out [broken-link]",),
    ),
    (
        "HTML: subtitles",
        '<video src="../../door.mp4" controls><track src="../../gone.vtt"></video>',
        ("1:50: “../../gone.vtt” leads to nothing on this site; write another address, or take it out [broken-link]",),
    ),
    (
        "HTML: a style",
        "<style>p { background: url(../../gone-4.png) }</style>",
        ("1:1: <style> is not allowed in a page; give it a class of overrides/assets/css [unsafe-html]",),
    ),
    (
        "HTML: an imported style",
        '<style>@import "../../gone.css";</style>',
        ("1:1: <style> is not allowed in a page; give it a class of overrides/assets/css [unsafe-html]",),
    ),
    (
        "HTML: a style attribute",
        '<p style="background: url(../../gone-5.png)">x</p>',
        (
            "1:4: “style” in <p> is refused by the site's security policy; give it a class of overrides/assets/css [unsafe-html]",
        ),
    ),
    (
        "HTML: a style sheet",
        '<link rel="stylesheet" href="../../gone-6.css">',
        ("1:1: <link> is not allowed in a page; take it out [unsafe-html]",),
    ),
    (
        "HTML: a script",
        '<script src="../../gone.js"></script>',
        ("1:1: <script> is not allowed in a page; take it out [unsafe-html]",),
    ),
    (
        "HTML: a form",
        '<form action="../gone-7/"></form>',
        ("1:1: <form> is not allowed in a page; make it a worksheet [unsafe-html]",),
    ),
    (
        "HTML: a drawing",
        '<svg><use href="../../door.svg#gone"></use></svg>',
        (
            "1:1: <svg> is not allowed in a page; write it in Markdown, &lt; for the sign itself, or allow it under extra.html in mkdocs.yml [unsafe-html]",
            "1:6: <use> is not allowed in a page; write it in Markdown, &lt; for the sign itself, or allow it under extra.html in mkdocs.yml [unsafe-html]",
        ),
    ),
    (
        "HTML: a drawing on the page",
        '<svg><use xlink:href="#gone-8"></use></svg>',
        (
            "1:1: <svg> is not allowed in a page; write it in Markdown, &lt; for the sign itself, or allow it under extra.html in mkdocs.yml [unsafe-html]",
            "1:6: <use> is not allowed in a page; write it in Markdown, &lt; for the sign itself, or allow it under extra.html in mkdocs.yml [unsafe-html]",
        ),
    ),
    (
        "HTML: a color of a drawing",
        '<svg><path fill="url(#gone-9)"/></svg>',
        (
            "1:1: <svg> is not allowed in a page; write it in Markdown, &lt; for the sign itself, or allow it under extra.html in mkdocs.yml [unsafe-html]",
            "1:6: <path> is not allowed in a page; write it in Markdown, &lt; for the sign itself, or allow it under extra.html in mkdocs.yml [unsafe-html]",
        ),
    ),
    (
        "HTML: sent on",
        '<meta http-equiv="refresh" content="0; url=../gone-10/">',
        ("1:1: <meta> is not allowed in a page; take it out [unsafe-html]",),
    ),
    (
        "HTML: sent in a circle",
        '<meta http-equiv="refresh" content="0; url=./">',
        ("1:1: <meta> is not allowed in a page; take it out [unsafe-html]",),
    ),
    (
        "HTML: a social picture",
        '<meta property="og:image" content="https://clinic.example/help/gone-11.png">',
        ("1:1: <meta> is not allowed in a page; take it out [unsafe-html]",),
    ),
    (
        "HTML: a social picture without its site",
        '<meta property="og:image" content="../../door.svg">',
        ("1:1: <meta> is not allowed in a page; take it out [unsafe-html]",),
    ),
    (
        "HTML: a quotation",
        '<blockquote cite="../gone-12/">x</blockquote>',
        ("1:19: “../gone-12/” leads to nothing on this site; write another address, or take it out [broken-link]",),
    ),
    (
        "HTML: a base",
        '<base href="../../nowhere/"><a href="x/">x</a>',
        ("1:1: <base> is not allowed in a page; take it out [unsafe-html]",),
    ),
    (
        "HTML: a label",
        '<label for="gone">x</label>',
        ("1:1: <label> is not allowed in a page; take it out [unsafe-html]",),
    ),
    (
        "HTML: labelled by",
        '<p aria-labelledby="gone">x</p>',
        (
            "1:21: “aria-labelledby” names “gone”, which is not on this page; name something that is there, or take it out [missing-id]",
        ),
    ),
    (
        "HTML: described by",
        '<p aria-describedby="one two">x</p><i id="two">y</i>',
        (
            "1:22: “aria-describedby” names “one”, which is not on this page; name something that is there, or take it out [missing-id]",
        ),
    ),
    (
        "HTML: controls",
        '<button aria-controls="gone">x</button>',
        ("1:1: <button> is not allowed in a page; take it out [unsafe-html]",),
    ),
    (
        "HTML: headers",
        '<table><tr><th id="a">x</th><td headers="a b">y</td></tr></table>',
        (
            "1:42: “headers” names “b”, which is not on this page; name something that is there, or take it out [missing-id]",
        ),
    ),
    (
        "HTML: a list",
        '<input list="gone">',
        ("1:1: <input> is not allowed in a page; make it a worksheet [unsafe-html]",),
    ),
    (
        "HTML: a form by name",
        '<input form="gone">',
        ("1:1: <input> is not allowed in a page; make it a worksheet [unsafe-html]",),
    ),
    (
        "HTML: a map",
        '<img src="../../door.svg" alt="A door" usemap="#gone">',
        ("1:40: “usemap” is not allowed in <img>; take it out [unsafe-html]",),
    ),
    (
        "HTML: two places of one name",
        '<p id="twice">x</p>\n\n<p id="twice">y</p>',
        ("3:8: two places of this page are called “#twice”; give one of them another name [duplicate-id]",),
    ),
    (
        "two headings of one name",
        "## One {#same}\n\nWords.\n\n## Two {#same}\n\nWords.",
        ("5:10: two places of this page are called “#same”; give one of them another name [duplicate-id]",),
    ),
    (
        "a heading that the page itself has",
        "## Help\n\nWords.",
        ("1:1: two places of this page are called “#help”; give one of them another name [duplicate-id]",),
    ),
    (
        "a page of a PDF",
        "See [that](../two-pages.pdf#page=3).",
        ("1:12: there is no page 3 in two-pages.pdf; it has 2 [broken-link]",),
    ),
    (
        "page nought of a PDF",
        "See [that](../two-pages.pdf#page=0).",
        ("1:12: there is no page 0 in two-pages.pdf; it has 2 [broken-link]",),
    ),
    (
        "HTML: a page of a PDF",
        '<a href="../../two-pages.pdf#page=99">that</a>',
        ("1:10: there is no page 99 in two-pages.pdf; it has 2 [broken-link]",),
    ),
    (
        "HTML: a handler",
        '<p onclick="x()">x</p>',
        ("1:4: “onclick” in <p> would run or load something by itself; take it out [unsafe-html]",),
    ),
    (
        "HTML: http",
        '<a href="http://clinic.org/">that</a>',
        ("1:10: “http://clinic.org/” can be read and changed on its way; write https://clinic.org/ [insecure-link]",),
    ),
    (
        "a page that nothing leads to",
        "Words.",
        (
            "-6:1: no page leads here; link to it, name it under `related` of another page, or add it to `nav` in mkdocs.yml [unreached-page]",
        ),
    ),
)


@dataclass(frozen=True)
class Small:
    """A small project, its library, and what the checks of its sources say."""

    root: Path
    library: Library
    said: list[Problem]

    @property
    def site(self) -> Path:
        return self.root / "site"

    @cached_property
    def problems(self) -> list[Problem]:
        settings = self.root / "mkdocs.yml"
        project = Project(self.root, settings, self.root / "content", "https://clinic.example/help/", "en", staff=False)
        unsafe = {one.path for one in self.said if one.rule == "unsafe-html"}
        return problems_of_site(self.site, project, self.library, self.said, unsafe=unsafe)

    def messages(self, path: str) -> tuple[str, ...]:
        """What both say of a page; lines are counted from the beginning of its text."""
        lines = FRONT.count("\n")
        found = sorted({one for one in [*self.said, *self.problems] if one.path == path})
        return tuple(f"{one.line - lines}:{one.column}: {one.what}; {one.instead} [{one.rule}]" for one in found)


def page_of(name: str) -> str:
    return f"parts/{re.sub('[^a-z0-9]+', '-', name.lower()).strip('-')}.md"


def written(root: Path) -> Path:
    """The sources of the site. Nothing in it is wrong but the cases."""
    shutil.copytree(TESTS / "problems" / "base", root, dirs_exist_ok=True)
    shutil.copytree(TESTS.parent / "data", root / "data", dirs_exist_ok=True)
    content = root / "content"
    (content / "door.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><path id="frame"/></svg>')
    (content / "door.mp4").write_bytes(b"film")
    (content / "site.css").write_text("body { background: url('door.svg') }")
    (content / "parts" / "draft.md").write_text(f"{FRONT}A draft.\n")
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.add_blank_page()
        pdf.save(content / "two-pages.pdf")
    (root / "overrides").mkdir()
    for name in ("main.html", "home.html"):
        (root / "overrides" / name).write_text(TEMPLATE)
    return root


def made(root: Path, pages: list[str]) -> Small:
    config = load_config(
        str(root / "mkdocs.yml"),
        site_url="https://clinic.example/help/",
        site_dir=str(root / "site"),
        theme={"name": None, "custom_dir": str(root / "overrides")},
        nav=["index.md", "parts/protectors.md", *pages],
        draft_docs="draft.md",
        plugins=[],
        validation={
            "nav": {"omitted_files": "warn"},
            "links": dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), "warn"),
        },
        markdown_extensions=["attr_list", "footnotes", "sane_lists", "smarty", "tables"],
    )
    build(config)
    library, problems = load_library(root, root / "mkdocs.yml", "en")
    assert not problems
    return Small(root, library, run_checks(OF_LINKS, Given(library, root / "content")))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    root = written(tmp_path_factory.mktemp("small"))
    for name, body, _ in WRONG:
        (root / "content" / page_of(name)).write_text(f"{FRONT}{body}\n")
    return made(root, [page_of(name) for name, _, _ in WRONG if name != LONELY])


@pytest.fixture(scope="module")
def alone(small: Small) -> Small:
    """The same, as if the checks of the sources had said nothing."""
    return replace(small, said=[])


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.mark.parametrize(("name", "expected"), [(case[0], case[2]) for case in WRONG], ids=[case[0] for case in WRONG])
def test_this_fault_is_named_once_in_the_source(name: str, expected: tuple[str, ...], small: Small):
    assert small.messages(f"content/{page_of(name)}") == expected


@pytest.mark.parametrize(
    "name", [case[0] for case in WRONG if case[0].startswith("HTML: ") and case[0] not in REFUSED_ONLY]
)
def test_the_built_site_alone_shows_it(name: str, alone: Small):
    told = [said for said in alone.messages(f"content/{page_of(name)}") if "[unsafe-html]" not in said]
    site = [one for one in alone.problems if one.path.startswith(f"site/{page_of(name).removesuffix('.md')}/")]
    assert told or site


def test_nothing_is_said_of_other_files(small: Small):
    assert {one.path for one in small.problems} <= {f"content/{page_of(name)}" for name, _, _ in WRONG}


def test_nothing_is_said_of_a_clean_site(fresh: Path):
    assert made(fresh, []).problems == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("gone.css", "“gone.css” leads to nothing on this site; did you mean site.css?"),
        ("site.CSS", "“site.CSS” differs from the file in capitals; write site.css"),
        (
            "https://clinic.org/site.css",
            "“https://clinic.org/site.css” is loaded from another site; copy the file to content/, or link to it",
        ),
    ],
)
def test_a_fault_of_a_template_is_said_once_and_of_the_template(address: str, said: str, fresh: Path):
    for name in ("main.html", "home.html"):
        (fresh / "overrides" / name).write_text(TEMPLATE.replace("site.css", address))
    found = made(fresh, []).problems
    assert [str(one).partition(" [")[0] for one in found] == [f"overrides/home.html:3:34: {said}"]


def test_a_fault_of_the_settings_is_said_of_the_settings(fresh: Path):
    template = TEMPLATE.replace("site.css' | url", "site.css' | url").replace(
        "</head>", '<link rel="icon" href="{{ config.extra.icon | url }}"></head>'
    )
    for name in ("main.html", "home.html"):
        (fresh / "overrides" / name).write_text(template)
    settings = fresh / "mkdocs.yml"
    settings.write_text(settings.read_text() + '  icon: "icons/gone.png"\n')
    line = settings.read_text().count("\n")
    assert [(one.path, one.line, one.column) for one in made(fresh, []).problems] == [("mkdocs.yml", line, 10)]


def test_a_fault_of_a_style_sheet_is_said_of_it(fresh: Path):
    (fresh / "content" / "site.css").write_text(
        "/* url(no.png) */\n@import 'more.css';\nbody { background: url(gone/door.png) }"
    )
    found = made(fresh, []).problems
    assert [(one.path, one.line) for one in found] == [("content/site.css", 2), ("content/site.css", 3)]


def test_a_fault_of_a_drawing_is_said_of_it(fresh: Path):
    (fresh / "content" / "door.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg">\n<use href="#gone"/></svg>')
    assert [(one.path, one.line) for one in made(fresh, []).problems] == [("content/door.svg", 2)]


def test_hidden_files_and_links_to_other_places_are_named(fresh: Path):
    small = made(fresh, [])
    (small.site / ".env").write_text("secret")
    (small.site / "more").symlink_to(fresh / "data")
    assert [one.path for one in small.problems if one.rule == "hidden-file"] == ["site/.env", "site/more"]


def test_a_program_that_the_check_of_the_sources_missed_is_refused_all_the_same(fresh: Path):
    (fresh / "overrides" / "main.html").write_text(
        TEMPLATE.replace("{{ page.content }}", '{{ page.content }}<p onclick="x()">One</p>')
    )
    found = made(fresh, []).problems
    assert [str(one) for one in found] == [
        "content/parts/protectors.md:1:1: the attribute “onclick” is on this page; take it out"
    ]


def test_pages_that_send_readers_round_in_a_circle_are_named(fresh: Path):
    small = made(fresh, [])
    for one, other in (("one", "two"), ("two", "one"), ("three", "one")):
        (small.site / one).mkdir()
        (small.site / one / "index.html").write_text(f'<meta http-equiv="refresh" content="0; url=../{other}/">')
    (small.site / "index.html").write_text(
        '<a href="one/">One</a><a href="three/">Three</a><a href="parts/protectors/">Parts</a>'
    )
    assert [str(one).partition(";")[0] for one in small.problems] == [
        "site/one/index.html:1:1: “../two/” sends readers round in a circle",
        "site/two/index.html:1:1: “../one/” sends readers round in a circle",
    ]


def test_nobody_is_blamed_for_a_page_that_its_own_fault_keeps_off_the_site(fresh: Path):
    (fresh / "content" / "parts" / "page.md").write_text(f"{FRONT}See [that page](draft.md).\n")
    small = made(fresh, ["parts/page.md"])
    fault = Problem("content/parts/draft.md", 1, 1, "a fault", "mend it")
    assert [one.path for one in small.problems] == ["content/parts/page.md"]
    assert replace(small, said=[fault]).problems == []


OF_MKDOCS = (
    "gone.md", "Protectors.md", "../../out.md", "/parts/protectors/", "../parts/", "protectors/", "protectors", "gone.png",
    "#gone", "protectors.md#gone", "../index.md#gone", "?gone",
)  # fmt: skip


def test_what_mkdocs_warns_of_is_said_here_too(fresh: Path, caplog: pytest.LogCaptureFixture):
    pages = [f"parts/link-{number}.md" for number in range(len(OF_MKDOCS))]
    for page, address in zip(pages, OF_MKDOCS, strict=True):
        (fresh / "content" / page).write_text(f"{FRONT}See [that page]({address}).\n")
    (fresh / "content" / "parts" / "lonely.md").write_text(f"{FRONT}Words.\n")
    with caplog.at_level("WARNING", "mkdocs"):
        small = made(fresh, pages)
    warned = {
        found
        for record in caplog.records
        for found in re.findall(r"parts/[\w-]+\.md", record.getMessage())
        if "link" in found or "lonely" in found
    }
    said = {one.path.removeprefix("content/") for one in [*small.said, *small.problems]}
    assert len(warned) > 6
    assert warned <= said
