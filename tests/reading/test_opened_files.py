"""What is published of a file that somebody added: its dots, its words, its sound, and nothing that hides beside them."""

import base64
import zlib
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pymupdf
import pytest
from lxml import etree
from PIL import Image, PngImagePlugin

from media import CREDIT, NOTE, id3, mp3, mp4, ogg, pdf, photo, profile, webm
from psychoed.model.allowed_files import DOCUMENTS, IN_EVERY_SITE, IN_THE_THEME
from psychoed.reading.cache import Cache
from psychoed.reading.media.jpeg import bare_jpeg
from psychoed.reading.media.ogg import OggPage, write_sum
from psychoed.reading.media.opened import OPENERS, open_file
from psychoed.reading.media.outcome import Opened
from psychoed.reading.media.words import words_in_file
from psychoed.reading.web.css import addresses_in_css

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def opened(name: str, data: bytes, **how: bool) -> Opened:
    found = open_file(name, data, **how)
    assert Opened.unpacked(found.packed()) == found
    return found


@pytest.mark.parametrize(("ending", "form"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP"), ("avif", "AVIF")])
def test_a_photo_keeps_its_dots_and_colors_and_loses_the_rest(ending, form):
    more = {"comment": NOTE} if form == "JPEG" else {"xmp": f"<x>{NOTE}</x>".encode()} if form == "WEBP" else {}
    found = opened(f"a.{ending}", photo(form, **more) + b"<script>" + NOTE.encode())
    assert found.fault is None
    assert found.lost[:2] == ("the place where it was taken", "facts of the camera or the program")
    assert NOTE not in words_in_file(f"a.{ending}", found.copy)
    with Image.open(BytesIO(found.copy)) as copy:
        assert copy.size == (20, 40), "it is turned as the camera said"
        assert copy.format == form
        assert not copy.getexif()
        assert copy.info["icc_profile"] == profile()
        assert max(abs(a - b) for a, b in zip(copy.convert("RGB").getpixel((5, 5)), (0, 128, 128), strict=True)) < 4


def test_a_picture_keeps_its_credit_where_the_settings_say_so():
    found = opened("a.jpg", photo(), credit=True)
    assert dict(Image.open(BytesIO(found.copy)).getexif()) == {0x013B: CREDIT}


def test_a_picture_loses_what_stands_in_its_chunks():
    said, into = PngImagePlugin.PngInfo(), BytesIO()
    said.add_itxt("Comment", NOTE, zip=True)
    said.add(b"prVt", NOTE.encode())
    Image.new("P", (8, 8)).save(into, "PNG", pnginfo=said)
    found = opened("a.png", into.getvalue())
    assert found.lost == ("comments",)
    assert NOTE not in words_in_file("a.png", found.copy)
    assert Image.open(BytesIO(found.copy)).mode == "P"


def test_a_moving_picture_moves_on():
    frames, into = [Image.new("RGB", (8, 8), color) for color in ("red", "green", "blue")], BytesIO()
    frames[0].save(into, "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0, comment=NOTE)
    copy = Image.open(BytesIO(opened("a.gif", into.getvalue()).copy))
    assert (copy.n_frames, copy.info["loop"], copy.info.get("comment")) == (3, 0, None)


def test_a_heavy_photo_gets_advice_with_the_size_that_would_do():
    into = BytesIO()
    Image.effect_noise((2400, 1800), 90).convert("RGB").save(into, "JPEG", quality=60)
    advice = opened("a.jpg", into.getvalue()).advice
    assert advice.what.startswith("“a.jpg” weighs ")
    assert advice.rule == "file-weight"
    assert advice.what.endswith("MB and is 2,400 dots wide")
    assert advice.instead.startswith("1,600 × 1,200 dots would do: saved so as a JPEG it has ")


def locked() -> bytes:
    with pymupdf.open() as document:
        document.new_page()
        return document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw="user")


def drawn(picture: Image.Image, form: str) -> bytes:
    into = BytesIO()
    picture.save(into, form)
    return into.getvalue()


REFUSED = {
    "noise.png": (bytes(range(256)) * 400, "does not hold what its ending says"),
    "other.jpg": (photo("PNG"), "does not hold what its ending says"),
    "cut.jpg": (photo(size=(400, 300))[:-900], "breaks off before its end"),
    "page.pdf": (b"<html>", "cannot be opened"),
    "locked.pdf": (locked(), "cannot be opened"),
    "wide.png": (drawn(Image.new("1", (20_000, 9_100)), "PNG"), "has far too many dots"),
    "song.mp3": (b"PK\3\4" + bytes(2000), "does not hold what its ending says"),
    "film.mp4": (b"<script>", "does not hold what its ending says"),
    "film.webm": (b"\x1aE\xdf\xa3" + bytes(60) + b"matroska", "does not hold what its ending says"),
    "says.vtt": (b"1\n00:01 --> 00:02\nHello", "holds no captions"),
    "a.woff2": (b"wOF2" + bytes(80), "does not hold what its ending says"),
    "a.docx": (b"PK\3\4", "does not hold what its ending says"),
    "a.css": ("a { b: c }".encode("utf-16"), "does not hold what its ending says"),
    "empty.png": (b" \n", "is empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_what_it_says_is_refused(name):
    data, said = REFUSED[name]
    assert said in opened(name, data).fault.what


def drawing(inner: str) -> Opened:
    return opened("a.svg", SVG.format(inner).encode())


DRAWN = {
    "script": ("<g><script>x()</script></g>", "a program"),
    "script of HTML": ('<h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script>', "a program"),
    "script of no known namespace": ('<q:Script xmlns:q="http://x.example/">x()</q:Script>', "a program"),
    "handler": ('<rect onclick="x()"/>', "a program (in “onclick”)"),
    "foreign object": ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
    "HTML": ('<i:iframe xmlns:i="http://www.w3.org/1999/xhtml"/>', "<iframe> of HTML"),
    "set": ('<a xlink:href="#a"><set attributeName="href" to="javascript:x()"/></a>', "<set>"),
    "animation": ('<rect><animate attributeName="x" values="0;9"/></rect>', "<animate>"),
    "script link": ('<a xlink:href=" java&#10;script:x()"><text>x</text></a>', "a link to “javascript:x()”"),
    "data page": ('<image href="data:text/html;base64,PGI+"/>', "a file that is no picture"),
    "drawing in a drawing": ('<image href="data:image/svg+xml;base64,PGI+"/>', "a file that is no picture"),
    "other file": ('<use href="other.svg#a"/>', "something of another file"),
    "other site": ('<image xlink:href="//x.example/a.png"/>', "something of another file"),
    "import": ("<style>@im\\port url(//x.example/a.css);</style>", "a style that loads “//x.example/a.css”"),
    "style": ('<rect style="fill: u\\72l(//x.example/a)"/>', "a style that loads"),
    "fill": ('<rect fill="url(//x.example/a#b)"/>', "a style that loads"),
    "base": ('<g xml:base="//x.example/"/>', "an address for all others"),
    "style behind an element": ("<style>a{}<desc/>@import url(//x.example/a.css);</style>", "something else within"),
    "style behind a note": ("<style>a{}<metadata/>@import url(//x.example/a.css);</style>", "something else within"),
    "style by a text": ('<style>a { fill: src("//x.example/a") }</style>', "a style that loads"),
    "words of HTML": (
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>',
        "<foreignObject>",
    ),
    "broken picture": ('<image href="data:image/jpeg;base64,/9j/"/>', "a picture that is broken"),
}


@pytest.mark.parametrize("what", DRAWN)
def test_a_drawing_that_runs_or_asks_is_refused_at_its_line(what):
    inner, said = DRAWN[what]
    fault = drawing(f"\n{inner}").fault
    assert f"the drawing “a.svg” holds {said}" in fault.what
    assert fault.what.endswith("(line 2)")


HALVES = ('@im/**/port "//x.example/a.css";', "a { fill: u/**/rl(//x.example/a) }", "a { content: '/*' } b { fill: u/* ' */rl(//x.example/a) }")  # fmt: skip


@pytest.mark.parametrize("css", HALVES)
def test_what_a_comment_parts_in_a_style_stays_parted(css):
    copy = etree.fromstring(drawing(f"<style>{css}</style>").copy)
    assert list(addresses_in_css(copy[0].text)) == []


FROM_PROGRAMS = {
    "Illustrator": '<switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/" width="1" height="1"><i:pgfRef xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/" xlink:href="#pgf"/></foreignObject><g><path d="M0,0h10"/></g></switch>',
    "Figma": '<foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml" style="backdrop-filter:blur(2px);clip-path:url(#a)"/></foreignObject><path d="M0,0h10"/>',
    "Inkscape": '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#fff"/><path d="M0,0h10" style="-inkscape-font-specification:\'Sans\'"/>',
}  # fmt: skip


@pytest.mark.parametrize("program", FROM_PROGRAMS)
def test_a_drawing_of_a_program_is_published_without_its_own_parts(program):
    copy = etree.fromstring(drawing(FROM_PROGRAMS[program]).copy)
    assert copy.find(".//{*}path") is not None
    assert copy.find(".//{*}foreignObject") is None
    assert copy.find(".//{*}namedview") is None


def test_an_svg_that_browsers_do_not_know_says_how_it_begins():
    fault = opened("a.svg", b'<svg width="9"><rect/></svg>').fault
    assert fault.instead == 'begin it with <svg xmlns="http://www.w3.org/2000/svg">'


def test_a_drawing_with_entities_is_refused():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>' + SVG.format("<text>&b;</text>")
    assert "entity" in opened("a.svg", bomb.encode()).fault.what


def test_a_drawing_loses_comments_and_what_programs_wrote():
    inner = f"""<!-- {NOTE} --><metadata><x>{NOTE}</x></metadata><title>A door</title>
<i:guide xmlns:i="http://ink.example/" x="{NOTE}"/><g data-note="{NOTE}" i:label="{NOTE}" xmlns:i="http://ink.example/">
<style>/* {NOTE} */ rect {{ fill: url(#a) }}</style><linearGradient id="a"/><rect width="9" height="9" fill="url(#a)"/>
<text>one<!-- {NOTE} --> two</text></g>"""
    copy = drawing(inner).copy.decode()
    assert NOTE not in copy
    assert "ink.example" not in copy
    assert "<title>A door</title>" in copy
    assert "one two" in copy
    assert 'fill="url(#a)"' in copy


def test_a_photo_in_a_drawing_loses_its_place():
    inner = f'<image width="9" href="data:image/jpeg;base64,{base64.b64encode(photo()).decode()}"/>'
    found = drawing(inner)
    assert found.lost == ("the facts beside the pictures in it",)
    assert b"Exif" not in base64.b64decode(found.copy.partition(b"base64,")[2].partition(b'"')[0])


def action(kind: str, **more: object) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), **more)


def on_page(document: pikepdf.Pdf, note: pikepdf.Dictionary) -> None:
    note["/Rect"] = pikepdf.Array([0, 0, 9, 9])
    document.pages[0].obj["/Annots"] = document.make_indirect(pikepdf.Array([document.make_indirect(note)]))


def opening(document, one):
    document.Root.OpenAction = one


def link(document, one):
    on_page(document, pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=one))


def attach(document):
    document.attachments["note.txt"] = pikepdf.AttachedFileSpec(document, NOTE.encode())


def with_picture(document, data, **more):
    kind = {
        "Type": pikepdf.Name.XObject,
        "Subtype": pikepdf.Name.Image,
        "Width": 40,
        "Height": 20,
        "BitsPerComponent": 8,
    }
    picture = document.make_stream(data, **kind, ColorSpace=pikepdf.Name.DeviceRGB, **more)
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Ours=picture)
    document.pages[0].contents_add(b"q 100 0 0 50 0 0 cm /Ours Do Q")


JS = {"JS": pikepdf.String(f"app.alert('{NOTE}')")}
ACTING = {
    "script at the start": (lambda d: opening(d, action("JavaScript", **JS)), "a script"),
    "script by name": (
        lambda d: d.Root.__setitem__("/Names", pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array(["a", action("JavaScript", **JS)])))),
        "a script",
    ),
    "script of a page": (lambda d: d.pages[0].obj.__setitem__("/AA", pikepdf.Dictionary(O=action("JavaScript", **JS))), "a script"),
    "script behind a link": (
        lambda d: link(d, action("GoTo", D=pikepdf.Array([0]), Next=action("JavaScript", **JS))),
        "a script",
    ),
    "program": (lambda d: link(d, action("Launch", F=pikepdf.String(NOTE))), "a link that starts a program"),
    "sending form": (lambda d: link(d, action("SubmitForm", F=pikepdf.String(NOTE))), "a form that sends what is typed"),
    "loading form": (lambda d: link(d, action("ImportData", F=pikepdf.String(NOTE))), "a form that loads answers"),
    "other file": (lambda d: link(d, action("GoToR", F=pikepdf.String(NOTE))), "a link to a file of one computer"),
    "film": (lambda d: on_page(d, pikepdf.Dictionary(Subtype=pikepdf.Name.RichMedia, Contents=NOTE)), "a film, a sound or an attached file"),
    "attached": (attach, "an attached file"),
    "script address": (lambda d: link(d, action("URI", URI=pikepdf.String(f" javascript:{NOTE}"))), "a script"),
    "parted script address": (lambda d: link(d, action("URI", URI=pikepdf.String(f"\x01java\tscript:{NOTE}"))), "a script"),
    "program by its address": (lambda d: link(d, action("URI", URI=pikepdf.String(f"search-ms:{NOTE}"))), "a link to a file or a program of one computer"),
    "file of an office": (lambda d: link(d, action("URI", URI=pikepdf.String(rf"\\office\{NOTE}"))), "a link to a file or a program of one computer"),
    "program behind an unknown kind": (lambda d: link(d, action("New", Next=action("Launch", F=pikepdf.String(NOTE)))), "a link that changes or plays something"),
    "program behind no kind": (lambda d: link(d, pikepdf.Dictionary(Next=action("Launch", F=pikepdf.String(NOTE)))), "a link that changes or plays something"),
    "picture of another file": (lambda d: with_picture(d, b"", F=pikepdf.String(NOTE)), "a picture of another file"),
}  # fmt: skip


@pytest.mark.parametrize("what", ACTING)
def test_a_pdf_loses_what_acts_by_itself(what):
    change, said = ACTING[what]
    found = opened("a.pdf", pdf(change))
    assert said in found.lost
    words = words_in_file("a.pdf", found.copy)
    assert "Welcome." in words
    assert NOTE not in words


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("packed", [False, True])
def test_a_photo_in_a_pdf_loses_its_place_and_keeps_its_dots(packed, progressive):
    data = photo(progressive=progressive, comment=NOTE)
    filters = ["/FlateDecode", "/DCTDecode"] if packed else ["/DCTDecode"]
    filters = pikepdf.Array([pikepdf.Name(one) for one in filters])
    found = opened("a.pdf", pdf(lambda d: with_picture(d, zlib.compress(data) if packed else data, Filter=filters)))
    assert found.lost == ("what a camera wrote beside a picture",)
    with pikepdf.open(BytesIO(found.copy)) as document:
        copy = document.pages[0].obj.Resources.XObject.Ours.read_raw_bytes()
    assert b"Exif" not in copy
    assert NOTE.encode() not in copy
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(copy)) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info["icc_profile"] == profile()


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", photo()[:-9], b"\x89PNG"])
def test_what_is_no_whole_photo_stays_as_it_is(data):
    assert bare_jpeg(data) == data


def test_a_pdf_keeps_its_links_its_first_page_and_its_bytes_each_time():
    def harmless(document):
        opening(document, pikepdf.Array([document.pages[0].obj, pikepdf.Name.Fit]))
        link(document, action("URI", URI=pikepdf.String("https://clinic.example/")))

    one, two = (opened("a.pdf", pdf(harmless)) for _ in range(2))
    assert one.lost == ()
    assert one.copy == two.copy or b"clinic.example" in words_in_file("a.pdf", one.copy).encode()
    with pikepdf.open(BytesIO(one.copy)) as document:
        assert "/OpenAction" in document.Root


def test_a_locked_pdf_is_published_open_and_without_what_was_deleted():
    with pymupdf.open() as document:
        document.new_page().insert_text((50, 50), "Welcome.")
        data = document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw="")
    copy = opened("a.pdf", data).copy
    assert b"/Encrypt" not in copy
    assert "Welcome." in words_in_file("a.pdf", copy)


def test_sound_and_its_captions_are_published():
    assert opened("a.mp3", mp3()) == Opened()
    captions = opened(
        "a.vtt", f"WEBVTT - {NOTE}\nX-client: {NOTE}\n\nNOTE\n{NOTE}\n\n00:01.000 --> 00:02.000\nBreathe in.\n".encode()
    )
    assert captions.copy == b"WEBVTT\n\n00:01.000 --> 00:02.000\nBreathe in.\n"


TAGGED = {
    "a.mp3": id3(TIT2=NOTE, TPE1=CREDIT, COMM=f"eng\0{NOTE}") + mp3() + b"TAG" + NOTE.encode().ljust(125, b"\0"),
    "a.m4a": mp4(),
    "a.mp4": mp4(),
    "a.ogg": ogg([f"ARTIST={CREDIT}", f"DESCRIPTION={NOTE}" + " again" * 60]),
    "a.webm": webm(),
}


@pytest.mark.parametrize("name", TAGGED)
def test_sound_and_film_lose_their_tags_and_keep_their_sound(name):
    found = opened(name, TAGGED[name])
    place = ("the place where it was taken",) if name.endswith(("m4a", "mp4")) else ()
    assert (found.fault, found.lost) == (None, (*place, "tags such as a title, a name or a comment"))
    said = words_in_file(name, found.copy)
    assert NOTE not in said
    assert CREDIT not in said
    assert "013.4" not in said
    assert mp3() == found.copy or len(found.copy) == len(TAGGED[name])
    assert opened(name, found.copy) == Opened()


@pytest.mark.parametrize("name", [name for name in TAGGED if name != "a.webm"])
def test_sound_and_film_keep_their_credit_where_the_settings_say_so(name):
    copy = opened(name, TAGGED[name], credit=True).copy
    said = words_in_file(name, copy)
    assert CREDIT in said
    assert NOTE not in said


def test_a_sum_of_a_page_of_sound_is_that_of_its_form():
    page = bytearray(b"OggS\0\2" + bytes(8) + b"\1" + bytes(11) + b"\0")
    write_sum(page, OggPage(0, 0, len(page), b"", b""))
    assert sum_of(page) == int.from_bytes(page[22:26], "little")


def sum_of(page: bytearray) -> int:
    """The sum bit by bit, as RFC 3533 describes it."""
    value = 0
    for byte in page[:22] + bytes(4) + page[26:]:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


def test_comments_and_styles_that_load_leave_captions():
    cues = "00:01.000 --> 00:02.000\nBreathe.\nNOTE how it feels.\n"
    said = f"WEBVTT\n\nSTYLE\n::cue {{ color: red /* {NOTE} */ }}\n\nSTYLE\n::cue {{ background: url(//x.example/a) }}\n\n{cues}"
    assert opened("a.vtt", said.encode()).copy == f"WEBVTT\n\nSTYLE\n::cue {{ color: red   }}\n\n{cues}".encode()


def test_a_document_with_macros_is_refused():
    into = BytesIO()
    with ZipFile(into, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/vbaProject.bin", b"x")
    assert "holds a program" in opened("a.docx", into.getvalue()).fault.what


def test_every_kind_that_a_site_may_hold_is_opened():
    documents = {f".{kind}" for kind in DOCUMENTS}
    assert {*OPENERS} - {""} == IN_EVERY_SITE | IN_THE_THEME | documents


def test_what_was_opened_once_is_not_opened_again(tmp_path):
    first = open_file("a.jpg", photo(), Cache(tmp_path))
    (kept,) = tmp_path.iterdir()
    Cache(tmp_path).keep(kept.name, Opened(b"kept").packed())
    assert first.lost
    assert open_file("a.jpg", photo(), Cache(tmp_path)).copy == b"kept"
