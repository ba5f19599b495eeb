"""Faults of links, pictures and references in the text of a page, one kind each, and what is said of them."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from psychoed.checks.registry import OF_LINKS, Given, run_checks
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.library.pages import read_page
from psychoed.reading.file import File

PROJECT = Path(__file__).parents[2]
FRONT = """---
title: A page
summary: What it is about.
main_message: One thing.
audience: AUDIENCE
group: parts
---
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'

WRONG = (
    (
        "a page that is not there",
        "See [that](nothing-of-the-kind.md).",
        (
            "1:12: there is no page “nothing-of-the-kind.md”; write the path from this page, such as ../parts/protectors.md [broken-link]",
        ),
    ),
    (
        "a page with a letter wrong",
        "See [that](protecters.md).",
        ("1:12: there is no page “protecters.md”; did you mean “protectors.md”? [broken-link]",),
    ),
    (
        "a page in another folder",
        "See [that](index.md).",
        ("1:12: there is no page “index.md”; did you mean “../index.md”? [broken-link]",),
    ),
    (
        "a page in capitals",
        "See [that](Protectors.md).",
        ("1:12: “Protectors.md” differs from the file in capitals; write protectors.md [broken-link]",),
    ),
    (
        "a folder in capitals",
        "See [that](../Parts/protectors.md).",
        ("1:12: “../Parts/protectors.md” differs from the file in capitals; write protectors.md [broken-link]",),
    ),
    (
        "a way out of the site",
        "See [that](../../README.md).",
        (
            "1:12: “../../README.md” leads out of the site; write the path from this page, such as ../parts/protectors.md [broken-link]",
        ),
    ),
    (
        "a page as the site names it",
        "See [that](../parts/protectors/).",
        ("1:12: “../parts/protectors/” is not how Markdown names a page; write protectors.md [link-form]",),
    ),
    (
        "a page as HTML",
        "See [that](protectors.html).",
        ("1:12: “protectors.html” is not how Markdown names a page; write protectors.md [link-form]",),
    ),
    (
        "a page as its index",
        "See [that](../parts/protectors/index.html).",
        ("1:12: “../parts/protectors/index.html” is not how Markdown names a page; write protectors.md [link-form]",),
    ),
    (
        "a page without its ending",
        "See [that](protectors).",
        ("1:12: “protectors” is not how Markdown names a page; write protectors.md [link-form]",),
    ),
    (
        "a path from the top of the server",
        "See [that](/parts/protectors/).",
        ("1:12: “/parts/protectors/” begins at the top of the web server; write protectors.md [link-form]",),
    ),
    (
        "a path from the top that leads nowhere",
        "See [that](/nothing).",
        (
            "1:12: “/nothing” begins at the top of the web server; write the path from this page, with ../ for each folder up [link-form]",
        ),
    ),
    (
        "a path from content",
        "See [that](parts/protectors.md).",
        ("1:12: there is no page “parts/protectors.md”; did you mean “protectors.md”? [broken-link]",),
    ),
    (
        "a path with content",
        "See [that](../content/parts/protectors.md).",
        ("1:12: there is no page “../content/parts/protectors.md”; did you mean “protectors.md”? [broken-link]",),
    ),
    (
        "backslashes",
        "See [that](..\\parts\\protectors.md).",
        ("1:12: backslashes stand in “..\\parts\\protectors.md”; write ../parts/protectors.md [link-form]",),
    ),
    (
        "a space",
        "See [that](my page.md).",
        ("1:12: a space stands in “my page.md”; name the file with hyphens, and link to that [link-form]",),
    ),
    (
        "a space in angle brackets",
        "See [that](<my page.md>).",
        ("1:13: a space stands in “my page.md”; name the file with hyphens, and link to that [link-form]",),
    ),
    (
        "a file that is not there",
        "Take [this](../files/form.pdf).",
        (
            "1:13: there is no page or file “../files/form.pdf”; write the path from this page, such as ../parts/protectors.md [broken-link]",
        ),
    ),
    (
        "a page of the staff edition",
        "See [that](../staff/notes.md).",
        (
            "1:12: “../staff/notes.md” is in the staff edition only; take the link out of this public page [broken-link]",
        ),
    ),
    (
        "a definition that leads nowhere",
        "See [that][one].\n\n[one]: nothing-of-the-kind.md",
        (
            "3:8: there is no page “nothing-of-the-kind.md”; write the path from this page, such as ../parts/protectors.md [broken-link]",
        ),
    ),
    (
        "two faults in a line",
        "See [that](nothing-of-the-kind.md), [this](http://clinic.org).",
        (
            "1:12: there is no page “nothing-of-the-kind.md”; write the path from this page, such as ../parts/protectors.md [broken-link]",
            "1:44: “http://clinic.org” can be read and changed on its way; write https://clinic.org [insecure-link]",
        ),
    ),
    (
        "in a list, a table and a quotation",
        "- [one](no-1.md)\n\n> [two](no-2.md)\n\n| a |\n|---|\n| [three](no-3.md) |",
        (
            "1:9: there is no page “no-1.md”; write the path from this page, such as ../parts/protectors.md [broken-link]",
            "3:9: there is no page “no-2.md”; write the path from this page, such as ../parts/protectors.md [broken-link]",
            "7:11: there is no page “no-3.md”; write the path from this page, such as ../parts/protectors.md [broken-link]",
        ),
    ),
    (
        "a link around a picture",
        "[![A door](../door.svg)](no-4.md)",
        (
            "1:26: there is no page “no-4.md”; write the path from this page, such as ../parts/protectors.md [broken-link]",
        ),
    ),
    (
        "an empty address",
        "See [that]().",
        ("1:12: the link has no address; write where it leads, or take it out [link-form]",),
    ),
    (
        "an address of spaces",
        "See [that]( ).",
        ("1:13: the link has no address; write where it leads, or take it out [link-form]",),
    ),
    (
        "a lone number sign",
        "See [that](#).",
        ("1:12: the link “#” leads nowhere; write the page or the heading it is for [link-form]",),
    ),
    (
        "a mistyped https",
        "See [that](htps://clinic.org).",
        ("1:12: “htps:” is not a kind of address a reader can open; did you mean “https:”? [link-form]",),
    ),
    (
        "a mistyped scheme in capitals",
        "See [that](HTPPS://clinic.org).",
        ("1:12: “HTPPS:” is not a kind of address a reader can open; did you mean “https:”? [link-form]",),
    ),
    (
        "one slash",
        "See [that](https:/clinic.org).",
        ("1:12: “https:/clinic.org” is mistyped; write https://clinic.org [link-form]",),
    ),
    (
        "no slash",
        "See [that](https:clinic.org).",
        ("1:12: “https:clinic.org” is mistyped; write https://clinic.org [link-form]",),
    ),
    (
        "three slashes",
        "See [that](https:///clinic.org).",
        ("1:12: “https:///clinic.org” is mistyped; write https://clinic.org [link-form]",),
    ),
    (
        "no colon",
        "See [that](https//clinic.org).",
        ("1:12: “https//clinic.org” is mistyped; write https://clinic.org [link-form]",),
    ),
    (
        "a semicolon",
        "See [that](https;//clinic.org).",
        ("1:12: “https;//clinic.org” is mistyped; write https://clinic.org [link-form]",),
    ),
    (
        "the scheme twice",
        "See [that](https://https://clinic.org).",
        ("1:12: “https://https://clinic.org” names its scheme twice; write https:// once [link-form]",),
    ),
    (
        "backslashes behind the scheme",
        "See [that](https:\\\\clinic.org).",
        ("1:12: “https:\\\\clinic.org” is mistyped; write https://clinic.org [link-form]",),
    ),
    (
        "a site without a name",
        "See [that](https://).",
        ("1:12: “https://” names no site; write https:// and the name of the site [link-form]",),
    ),
    (
        "a site without its ending",
        "See [that](https://clinic).",
        ("1:12: “clinic” is not the name of a site; write it whole, such as https://www.clinic.example [link-form]",),
    ),
    (
        "a space in a web address",
        "See [that](https://clinic.org/my page).",
        (
            "1:12: “https://clinic.org/my page” holds a space or a backslash; copy the address again from your browser [link-form]",
        ),
    ),
    (
        "http",
        "See [that](http://clinic.org/page).",
        (
            "1:12: “http://clinic.org/page” can be read and changed on its way; write https://clinic.org/page [insecure-link]",
        ),
    ),
    (
        "http in a bracket",
        "See <http://clinic.org>.",
        ("1:6: “http://clinic.org” can be read and changed on its way; write https://clinic.org [insecure-link]",),
    ),
    (
        "a mistyped address in a bracket",
        "See <htps://clinic.org>.",
        ("1:6: “htps:” is not a kind of address a reader can open; did you mean “https:”? [link-form]",),
    ),
    (
        "no scheme",
        "See [that](www.clinic.org).",
        ("1:12: “www.clinic.org” is taken for a file of this site; write https://www.clinic.org [link-form]",),
    ),
    (
        "no scheme and no www",
        "See [that](clinic.org/page).",
        ("1:12: “clinic.org/page” is taken for a file of this site; write https://clinic.org/page [link-form]",),
    ),
    (
        "the scheme of the page",
        "See [that](//clinic.org/page).",
        ("1:12: “//clinic.org/page” lacks its scheme; write https://clinic.org/page [link-form]",),
    ),
    (
        "one computer",
        "See [that](http://localhost:8000/parts/).",
        (
            "1:12: “http://localhost:8000/parts/” can be opened on one computer only; write the address that your readers have [link-form]",
        ),
    ),
    (
        "one house",
        "See [that](https://192.168.1.7/).",
        (
            "1:12: “https://192.168.1.7/” can be opened on one computer only; write the address that your readers have [link-form]",
        ),
    ),
    (
        "a file of one computer",
        "See [that](file:///home/me/page.md).",
        ("1:12: “file:” addresses are not allowed; link to a page or a file [unsafe-address]",),
    ),
    (
        "a drive of one computer",
        "See [that](C:/Users/me/page.md).",
        (
            "1:12: “C:/Users/me/page.md” is a place on one computer; copy the file to content/ and link to it there [link-form]",
        ),
    ),
    (
        "a program",
        "See [that](javascript:alert).",
        ("1:12: “javascript:” addresses are not allowed; link to a page or a file [unsafe-address]",),
    ),
    (
        "a program in disguise",
        "See [that](JaVa&#115;cript:alert).",
        ("1:12: “javascript:” addresses are not allowed; link to a page or a file [unsafe-address]",),
    ),
    (
        "a program in a bracket",
        "See <javascript:alert(1)>.",
        ("1:6: “javascript:” addresses are not allowed; link to a page or a file [unsafe-address]",),
    ),
    (
        "a file inside an address",
        "See [that](data:text/html;base64,PHNjcmlwdD4=).",
        ("1:12: “data:” addresses are not allowed; link to a page or a file [unsafe-address]",),
    ),
    (
        "an old program",
        "See [that](vbscript:msgbox).",
        ("1:12: “vbscript:” addresses are not allowed; link to a page or a file [unsafe-address]",),
    ),
    (
        "an unknown scheme",
        "See [that](gopher://clinic.org).",
        (
            "1:12: “gopher:” is not a kind of address a reader can open; write https:, mailto:, tel: or sms: [link-form]",
        ),
    ),
    (
        "a picture inside an address",
        "![A door](data:image/png;base64,AAAA)",
        ("1:11: “data:” addresses are not allowed; link to a page or a file [unsafe-address]",),
    ),
    (
        "a mail address without its scheme",
        "Write [to us](us@clinic.org).",
        ("1:15: “us@clinic.org” is a mail address; write mailto:us@clinic.org [link-form]",),
    ),
    (
        "half a mail address",
        "Write [to us](mailto:us.clinic.org).",
        ("1:15: “mailto:us.clinic.org” is not a mail address; write it as mailto:name@clinic.example [link-form]",),
    ),
    (
        "an empty mail address",
        "Write [to us](mailto:).",
        ("1:15: “mailto:” is not a mail address; write it as mailto:name@clinic.example [link-form]",),
    ),
    (
        "mail misspelled",
        "Write [to us](malto:us@clinic.org).",
        ("1:15: “malto:” is not a kind of address a reader can open; did you mean “mailto:”? [link-form]",),
    ),
    (
        "quotation marks",
        "See [that](“https://clinic.org”).",
        ("1:12: quotation marks stand in the address “https://clinic.org”; write https://clinic.org [link-form]",),
    ),
    (
        "a definition with a mistyped scheme",
        "See [that][one].\n\n[one]: htp://clinic.org",
        ("3:8: “htp:” is not a kind of address a reader can open; did you mean “https:”? [link-form]",),
    ),
    (
        "a reference that nothing defines",
        "See [that][one].",
        (
            "1:5: nothing says where “[one]” leads; write a line [one]: and the address, or put the address in parentheses [undefined-reference]",
        ),
    ),
    (
        "a reference with a letter wrong",
        "See [that][protector].\n\n[protectors]: protectors.md",
        ("1:5: nothing says where “[protector]” leads; did you mean “protectors”? [undefined-reference]",),
    ),
    (
        "a reference that names itself",
        "See [that][].",
        (
            "1:5: nothing says where “[that]” leads; write a line [that]: and the address, or put the address in parentheses [undefined-reference]",
        ),
    ),
    (
        "a picture that nothing defines",
        "![A door][one]",
        (
            "1:2: nothing says where “[one]” leads; write a line [one]: and the address, or put the address in parentheses [undefined-reference]",
        ),
    ),
    (
        "a definition that nothing uses",
        "Words.\n\n[one]: protectors.md",
        ("3:1: no link uses “[one]:”; take the line out, or write [words][one] [unused-reference]",),
    ),
    (
        "two definitions of one name",
        "See [that][one].\n\n[one]: protectors.md\n[One]: protectors.md",
        ("4:1: “[One]:” stands here twice; keep one of the two [unused-reference]",),
    ),
    (
        "a footnote that nothing cites",
        "Words.\n\n[^S-SEEN2020]: A book.",
        ("3:1: nothing cites the footnote “[^S-SEEN2020]:”; take it out [unused-reference]",),
    ),
    (
        "a footnote that the build writes",
        "Words.[^S-SEEN2020]\n\n[^S-SEEN2020]: A book.",
        (
            "3:1: the footnote “[^S-SEEN2020]:” is written out here; take the line out; the build writes it from data/sources.yml [unused-reference]",
        ),
    ),
    (
        "a footnote without a name",
        "Words.[^]",
        (
            "1:7: “[^]” names no source; write the id of a source without spaces, as in [^S-FDA2023] [undefined-reference]",
        ),
    ),
    (
        "a footnote with a space",
        "Words.[^S-SEEN 2020]",
        (
            "1:7: “[^S-SEEN 2020]” names no source; write the id of a source without spaces, as in [^S-FDA2023] [undefined-reference]",
        ),
    ),
    (
        "a citation without its sign",
        "Words.[S-SEEN2020]",
        ("1:7: this citation lacks its ^; write it as [^S-…] [link-marks]",),
    ),
    (
        "a citation with its sign outside",
        "Words.^[S-SEEN2020]",
        ("1:7: the ^ of this footnote stands outside its brackets; write it as [^S-…] [link-marks]",),
    ),
    (
        "a space between",
        "See [that] (protectors.md).",
        (
            "1:11: a space parts the words of this link from its address; write [words](address), without a space between [link-marks]",
        ),
    ),
    (
        "a line break between",
        "See [that]\n(protectors.md).",
        (
            "1:11: a space parts the words of this link from its address; write [words](address), without a space between [link-marks]",
        ),
    ),
    (
        "brackets and parentheses swapped",
        "See (that)[protectors.md].",
        (
            "1:11: the brackets and parentheses of this link are swapped; write [words](address), without a space between [link-marks]",
        ),
    ),
    (
        "a parenthesis that is never closed",
        "See [that](protectors.md and more.",
        ("1:5: the address of this link is never closed; add the closing parenthesis [link-marks]",),
    ),
    (
        "a bracket that is never closed",
        "See [that(protectors.md) and more.",
        (
            "1:5: the brackets of this link are never closed; write [words](address), without a space between [link-marks]",
        ),
    ),
    (
        "braces",
        "See [that]{protectors.md}.",
        (
            "1:11: braces stand around the address of this link; write [words](address), without a space between [link-marks]",
        ),
    ),
    (
        "a link of a wiki",
        "See [[protectors]].",
        ("1:5: this is how another program writes a link; write [words](address) [link-marks]",),
    ),
    (
        "a space behind the exclamation mark",
        "! [A door](../door.svg)",
        ("1:2: a space stands behind the exclamation mark of this picture; take it out [link-marks]",),
    ),
    (
        "round brackets around the words of a picture",
        "!(A door)(../door.svg)",
        ("1:2: round brackets stand around the words of this picture; write ![words](address) [link-marks]",),
    ),
    (
        "no words",
        "See [](protectors.md).",
        ("1:5: the link to “protectors.md” has no words; write what the reader finds there [link-words]",),
    ),
    (
        "a space for words",
        "See [ ](protectors.md).",
        ("1:5: the link to “protectors.md” has no words; write what the reader finds there [link-words]",),
    ),
    (
        "a picture without an address",
        "![A door]()",
        ("1:11: the picture has no address; write where it leads, or take it out [link-form]",),
    ),
    (
        "a picture with a letter wrong",
        "![A door](../dor.svg)",
        ("1:11: there is no picture “../dor.svg”; did you mean “../door.svg”? [broken-link]",),
    ),
    (
        "a picture with another ending",
        "![A door](../door.png)",
        ("1:11: there is no picture “../door.png”; did you mean “../door.svg”? [broken-link]",),
    ),
    (
        "a page as a picture",
        "![A door](protectors.md)",
        (
            "1:11: “protectors.md” is not a picture; write the path of a file with one of .avif, .gif, .jpeg, .jpg, .png, .svg, .webp [link-form]",
        ),
    ),
    (
        "a picture without words",
        "![](../door.svg)",
        ("1:1: this picture has no words for readers who do not see it; say in a few words what it shows [alt-text]",),
    ),
    (
        "a file name for words",
        "![door.svg](../door.svg)",
        ("1:1: “door.svg” does not say what the picture shows; say in a few words what it shows [alt-text]",),
    ),
    (
        "a word that says nothing",
        "![Image](../door.svg)",
        ("1:1: “Image” does not say what the picture shows; say in a few words what it shows [alt-text]",),
    ),
    (
        "a picture in HTML without words",
        '<img src="../../door.svg">',
        ("1:1: this picture has no words for readers who do not see it; say in a few words what it shows [alt-text]",),
    ),
    (
        "a picture in HTML without an address",
        '<img src="" alt="A door">',
        ("1:11: the link has no address; write where it leads, or take it out [link-form]",),
    ),
    (
        "a source in HTML",
        '<a href="protectors.md">that</a>',
        (
            "1:10: “protectors.md” in HTML stays as it is, and the site has no .md pages; write [words](protectors.md) [link-form]",
        ),
    ),
    (
        "an empty address in HTML",
        '<a href="">that</a>',
        ("1:10: the link has no address; write where it leads, or take it out [link-form]",),
    ),
    (
        "a program in HTML",
        '<a href="javascript:alert(1)">that</a>',
        ("1:10: “javascript:” addresses are not allowed; link to a page or a file [unsafe-address]",),
    ),
    (
        "a program in HTML over two lines",
        '<a href="java\nscript:alert(1)">that</a>',
        ("1:10: “javascript:” addresses are not allowed; link to a page or a file [unsafe-address]",),
    ),
    (
        "http in HTML",
        '<a href="http://clinic.org">that</a>',
        ("1:10: “http://clinic.org” can be read and changed on its way; write https://clinic.org [insecure-link]",),
    ),
    (
        "a set of pictures in HTML",
        '<img alt="A door" src="../../door.svg" srcset="http://clinic.org/door.svg 2x">',
        ("1:40: <img> loads something from another site; copy the file to content/, or link to it [unsafe-html]",),
    ),
    (
        "an empty place",
        "See [that](protectors.md#).",
        (
            "1:12: “protectors.md#” names no place behind its #; write the name of a heading, or take the # out [link-form]",
        ),
    ),
    (
        "a name and a password",
        "See [that](https://me:secret@clinic.org/).",
        (
            "1:12: “https://me:secret@clinic.org/” holds a name or a password; take what stands before the @ out [link-form]",
        ),
    ),
    (
        "a space in an address in a bracket",
        "See <https://clinic.org/my page>.",
        (
            "1:6: “https://clinic.org/my page” holds a space or a backslash; copy the address again from your browser [link-form]",
        ),
    ),
    (
        "a link inside a link",
        "See [that [page](protectors.md) here](../index.md).",
        (
            "1:11: the link to “protectors.md” stands inside the words of another; let one of them end before the other begins [link-marks]",
        ),
    ),
    (
        "a picture whose address is forgotten",
        "![A door]",
        ("1:1: this picture has no address; write it in parentheses behind the words [link-marks]",),
    ),
    (
        "words in lone brackets",
        "See [about protectors] for more.",
        (
            "1:5: the brackets around “about protectors” lead nowhere; write (address) behind them, or \\[ where you mean the bracket itself [lone-brackets]",
        ),
    ),
    (
        "a file to be put in",
        '--8<-- "protectors.md"',
        ("1:1: nothing is put in here when the site is built; write the words themselves [link-marks]",),
    ),
    (
        "a comment that is never closed",
        "Words.\n\n<!-- a comment",
        ("3:1: a comment begins here and never ends; write --> behind it [unsafe-html]",),
    ),
    (
        "an address in a bracket without its scheme",
        "See <www.clinic.org>.",
        (
            "1:5: “<www.clinic.org” is not HTML that a page may hold; take it out, or write &lt; for the sign itself [unsafe-html]",
        ),
    ),
    (
        "a wrong picture size",
        "![A door](../door.svg =100x20)",
        ("1:11: a space stands in “../door.svg =100x20”; name the file with hyphens, and link to that [link-form]",),
    ),
    (
        "a link in HTML without an address",
        "<a>that</a>",
        ('1:1: this link has no address; write <a href="…">, or a link in Markdown [link-form]',),
    ),
    (
        "a picture in HTML without a source",
        '<img alt="A door">',
        ('1:1: this picture has no address; write <img src="…">, or a picture in Markdown [link-form]',),
    ),
    (
        "a misspelled attribute in HTML",
        '<a hrf="../protectors/">that</a>',
        ("1:4: “hrf” is not allowed in <a>; did you mean “href”? [unsafe-html]",),
    ),
    (
        "a title that is never closed",
        'See [that](protectors.md "title).',
        ('1:12: a space stands in “protectors.md "title”; name the file with hyphens, and link to that [link-form]',),
    ),
    (
        "a title without its quotation marks",
        "See [that](protectors.md title).",
        ("1:12: a space stands in “protectors.md title”; name the file with hyphens, and link to that [link-form]",),
    ),
    (
        "a path from the top in HTML",
        '<a href="/parts/">that</a>',
        (
            "1:10: “/parts/” begins at the top of the web server; write the path from this page, with ../ for each folder up [link-form]",
        ),
    ),
    (
        "a program behind a link",
        'See [that](protectors.md){: onclick="x()" }.',
        ("1:29: “onclick” in {: … } would run or load something by itself; take it out [unsafe-html]",),
    ),
    (
        "an address behind a link",
        'See [that](protectors.md){: href="javascript:x" }.',
        (
            "1:29: “href” is not allowed in {: … }; take it out [unsafe-html]",
            "1:34: “javascript:” addresses are not allowed; link to a page or a file [unsafe-address]",
        ),
    ),
)
RIGHT = (
    ("a picture in capitals", "![A door](../Door.svg)"),
    (
        "a page",
        "See [that](protectors.md), [a place](protectors.md#x), [home](../index.md), [a sheet](../worksheets/valid.md).",
    ),
    ("a paper", "Take [this](../worksheets/valid/valid-a4.pdf), [or this](../packets/first/first-letter.pdf)."),
    ("a reference", 'See [that][one], [one] and [One][].\n\n[one]: <protectors.md> "Protectors"'),
    ("a web address", "See [that](https://clinic.org/a_(b)?c=d#e), <https://clinic.org> or <us@clinic.org>."),
    ("a mail address", "Write [to us](mailto:us@clinic.org?subject=A%20page)."),
    ("a picture", "![A door](../door.svg) and a link around it: [![A door](../door.svg)](protectors.md)."),
    ("code", "`[a](b.md)` and ``[a](b.md) ` ``\n\n```\n[a](b.md)\n```\n\n    [a](b.md)"),
    ("a list that goes on", "- One\n\n    [that](protectors.md)"),
    ("a comment", "<!-- [a](b.md) <script> -->"),
    ("escaped signs", "\\[a](b.md) and [a\\] b](protectors.md) and \\<b>."),
    ("brackets in a sentence", "They said [it] (and more). [x] 3 < 4, a <- b, 1 <2. - [ ] (later)"),
    ("a picture that is only for looks", '<img src="../../door.svg" alt="">'),
    ("places", '## One {#one}\n\n<a id="two"></a>Words.{: .quote #three }'),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with one page, one sheet, a page for staff, and a picture."""
    root = tmp_path_factory.mktemp("site")
    shutil.copytree(PROJECT / "tests" / "problems" / "base", root, dirs_exist_ok=True)
    shutil.copy(PROJECT / "data" / "strings.en.yml", root / "data")
    (root / "content" / "door.svg").write_text(DRAWING)
    (root / "content" / "staff").mkdir()
    (root / "content" / "staff" / "notes.md").write_text(FRONT.replace("AUDIENCE", "staff") + "Notes.\n")
    return root


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    return load_library(root, root / "mkdocs.yml", "en")[0]


def messages(body: str, library: Library, root: Path) -> tuple[str, ...]:
    """What is said of a page with this text; lines are counted from its beginning."""
    front = FRONT.replace("AUDIENCE", "client")
    page = read_page(File("content/parts/page.md", f"{front}{body}\n")).value
    assert page
    whole = replace(library, pages={**library.pages, "parts/page.md": page})
    found = sorted(run_checks(OF_LINKS, Given(whole, root / "content")))
    assert {problem.path for problem in found} <= {"content/parts/page.md"}
    lines = front.count("\n")
    return tuple(f"{one.line - lines}:{one.column}: {one.what}; {one.instead} [{one.rule}]" for one in found)


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_this_fault_is_named(body: str, expected: tuple[str, ...], library: Library, root: Path):
    assert messages(body, library, root) == expected


@pytest.mark.parametrize("body", [case[1] for case in RIGHT], ids=[case[0] for case in RIGHT])
def test_nothing_is_said_of_what_is_right(body: str, library: Library, root: Path):
    assert messages(body, library, root) == ()


def test_every_kind_is_a_case_with_a_message():
    assert len(WRONG) >= 60
    assert all(expected for _, _, expected in WRONG)


def test_a_page_of_the_staff_edition_may_lead_to_another(library: Library, root: Path):
    text = FRONT.replace("AUDIENCE", "staff") + "See [the notes](notes.md).\n"
    page = read_page(File("content/staff/more.md", text)).value
    assert page
    whole = replace(library, pages={**library.pages, "staff/more.md": page})
    assert not run_checks(OF_LINKS, Given(whole, root / "content"))
