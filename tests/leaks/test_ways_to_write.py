"""Other ways to write the letters of a staff text, by somebody who means to and by what programs do: each is found in a site."""

import base64
import json
import re
import zlib

import pytest

from planted import NOTE, clinic_with_notes, is_told, told_of

WORDS = NOTE.split()
BARE = [re.sub(r"\W", "", word) for word in WORDS]
CYRILLIC = str.maketrans("aeopcxyiWhsAn", "аеорсхуіԜһѕАп")
GREEK = str.maketrans("ovuWT", "ονυԜΤ")
SMALL_CAPITALS = str.maketrans("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")
TWICE = "".join(f"%25{byte:02X}" for byte in NOTE.encode())
OCTAL = "".join(f"\\{ord(one):03o}" for one in NOTE)
PIECES = " ".join(f"'{word} '" for word in WORDS)
IN_ANY_ORDER = sorted(range(len(WORDS)), key=lambda at: at * 7 % len(WORDS))
MIXED = "".join(f"<text x='{at % 10}' y='{at // 10}'>{WORDS[at]}</text>" for at in IN_ANY_ORDER)
BASE64 = base64.b64encode(NOTE.encode()).decode()


def moved(to: int) -> str:
    """The letters as others, which stand in the same order from this one on."""
    return "".join(chr(to + ord(one.lower()) - ord("a")) if one.isalpha() else one for one in NOTE)


def captions(number: int) -> str:
    """Captions of so many words, as programs that listen make them."""
    said = [" ".join(WORDS[at : at + number]) for at in range(0, len(WORDS), number)]
    cues = (
        f"cue-{n}\n00:{n:02}.000 --> 00:{n + 1:02}.500 line:0 position:20%\n<v Ann>{one}\n"
        for n, one in enumerate(said)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


IN_PAGES = {
    "Cyrillic letters": NOTE.translate(CYRILLIC),
    "Greek letters": NOTE.translate(GREEK),
    "small capitals": NOTE.lower().translate(SMALL_CAPITALS),
    "full width": "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in NOTE),
    "bold letters of mathematics": moved(0x1D41A),
    "letters in circles": moved(0x24D0),
    "letters of flags": moved(0x1F1E6),
    "letters that are not shown": "".join(chr(0xE0000 + ord(one)) for one in NOTE),
    "struck out": "".join(f"{one}\u0336" for one in NOTE),
    "with accents": NOTE.replace("e", "é").replace("a", "á"),
    "with accents that stand apart": NOTE.replace("e", "e\u0301").replace("a", "a\u0308"),
    "joined words": NOTE.replace(" ", "\u2060"),
    "hyphens between letters": "-".join(NOTE),
    "ligatures": NOTE.replace("st", "\ufb06"),
    "set backwards by a sign": f"\u202e{NOTE[::-1]}\u202c",
    "set backwards by an element": f"<bdo dir=rtl>{NOTE[::-1]}</bdo>",
    "set backwards by a style": f"<i style='unicode-bidi: bidi-override; direction: rtl'>{NOTE[::-1]}</i>",
    "turned by a program": f"<script>x('{NOTE[::-1]}'.split('').reverse())</script>",
    "entities of entities": "".join(f"&amp;#{ord(one)};" for one in NOTE),
    "entities three times": "".join(f"&amp;amp;#x{ord(one):x};" for one in NOTE),
    "percent signs twice": f"<a href='?{TWICE}'>A</a>",
    "subject of a mail": f"<a href='mailto:a@b.example?subject={NOTE.replace(' ', '+').replace(',', '%2C')}'>A</a>",
    "words to be marked": f"<a href='a.html#:~:text={NOTE.replace(' ', '%20').replace(',', '%2C')}'>A</a>",
    "base64 in a comment of a style": f"<style>/* {BASE64} */</style>",
    "base64 of addresses": f"<a href='?{base64.urlsafe_b64encode(f'??>>{NOTE}'.encode()).decode()}'>A</a>",
    "base64 in short lines": "\n".join(re.findall(".{1,30}", BASE64)),
    "packed, in base64": base64.b64encode(zlib.compress(NOTE.encode(), wbits=31)).decode(),
    "bytes as numbers": f"<i data-a='{NOTE.encode().hex()}'>A</i>",
    "bytes as numbers with spaces": NOTE.encode().hex(" "),
    "numbers of letters": f"<script>x([{','.join(str(ord(one)) for one in NOTE)}])</script>",
    "numbers of letters, as a program has them": f"<script>x({','.join(hex(ord(one)) for one in NOTE)})</script>",
    "old escapes": f"<script>'{OCTAL}'</script>",
    "pieces of a program": f"<script>{'+'.join(json.dumps(f'{word} ') for word in WORDS)}</script>",
    "a number before each word": "".join(f"<li>{number}. {word}</li>" for number, word in enumerate(WORDS)),
    "a note above each word": "".join(f"<ruby>{word}<rt>{number}</rt></ruby> " for number, word in enumerate(WORDS)),
    "a cell for each word": "".join(f"<tr><td>{word}</td></tr>" for word in WORDS),
    "a link for each word": " ".join(f"<a href='{number}.html'>{word}</a>" for number, word in enumerate(WORDS)),
    "name of a place": f"<h2 id='{'_'.join(BARE)}'>A</h2>",
    "JSON in an attribute": f"<i data-a='{json.dumps([NOTE]).replace(' ', chr(92) + 'u0020')}'>A</i>",
    "data for search engines": f"<script type='application/ld+json'>{json.dumps({'about': [NOTE]})}</script>",
    "a comment for an old browser": f"<!--[if IE]><p>{NOTE}</p><![endif]-->",
    "no comment and no element": f"<?{NOTE}?><!{NOTE}>",
    "what a template holds": f"<template><p>{NOTE}</p></template>",
    "a page that leads on": f"<meta http-equiv=refresh content='0;url=../{'-'.join(BARE)}/'>",
}  # fmt: skip
IN_FILES = {
    "captions of three words": ("a.vtt", captions(3)),
    "captions of a word": ("b.vtt", captions(1)),
    "captions timed by the word": ("c.vtt", "WEBVTT\n\n00:01.000 --> 00:09.000\n" + "".join(f"<00:01.000><c>{word} </c>" for word in WORDS)),
    "name of a caption": ("d.vtt", f"WEBVTT\n\n{NOTE}\n00:01.000 --> 00:09.000\nBreathe.\n"),
    "a row for each word": ("a.csv", "\n".join(f"{number};{word}" for number, word in enumerate(WORDS))),
    "folded lines of a calendar": ("a.ics", "SUMMARY:" + "\r\n ".join(re.findall(".{1,20}", NOTE.replace(",", "\\,")))),
    "object of a document": ("a.rtf", r"{\rtf1{\object{\*\objdata " + NOTE.encode().hex() + "}}}"),
    "style classes": ("a.css", f".{'-'.join(BARE)} {{ color: inherit }}"),
    "pieces in a style": ("b.css", f"a::after {{ content: {PIECES} }}"),
    "a file in a style": ("c.css", f"a {{ background: url(\"data:image/svg+xml;utf8,%3Csvg%3E{NOTE.replace(' ', '%20')}%3C/svg%3E\") }}"),
    "where a program comes from": ("a.js.map", json.dumps({"sourcesContent": [f"// {NOTE}"]})),
    "for robots": ("robots.txt", f"# {NOTE}"),
    "names of folders": ("/".join(BARE).lower() + "/a.txt", "Welcome"),
    "texts of a drawing in any order": ("a.svg", f"<svg xmlns='http://www.w3.org/2000/svg'>{MIXED}</svg>"),
    "text of a drawing set backwards": ("b.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><text unicode-bidi='bidi-override'>{NOTE[::-1]}</text></svg>"),
}  # fmt: skip
ROUTES = {
    **{name: (f"{number}.html", f"<p>{text}</p>") for number, (name, text) in enumerate(IN_PAGES.items())},
    **IN_FILES,
}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    planted = {path: text.encode() for path, text in ROUTES.values()}
    return told_of(clinic_with_notes(tmp_path_factory.mktemp("clinic")), planted)


@pytest.mark.parametrize("route", ROUTES)
def test_it_is_found(told, route):
    path, _ = ROUTES[route]
    assert is_told(path, told), told[path]
