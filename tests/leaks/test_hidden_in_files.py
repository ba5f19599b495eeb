"""Staff words hidden in files of the kinds that a site may hold: the copy that is published is without them, or they are found."""

import binascii
import warnings
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pymupdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.woff2 import WOFF2FlavorData
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

from media import box, element, id3, mp3, mp4, ogg, pdf, photo, webm
from planted import NOTE, clinic_with_notes, is_told, told_of
from psychoed.reading.media.opened import open_file
from psychoed.reading.media.words import words_in_file

SAID, WORDS = NOTE.encode(), NOTE.split()
AS_NAME = f"/{NOTE.replace(' ', '_')}"


def zipped() -> bytes:
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", NOTE)
    return into.getvalue()


def picture(form: str, **more: object) -> bytes:
    into = BytesIO()
    Image.new("RGB", (16, 16), "teal").save(into, form, **more)
    return into.getvalue()


def profile() -> bytes:
    """A color profile whose copyright is the note."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    text = NOTE.encode("utf-16-be")
    said = (
        b"mluc"
        + bytes(4)
        + (1).to_bytes(4)
        + (12).to_bytes(4)
        + b"enUS"
        + len(text).to_bytes(4)
        + (28).to_bytes(4)
        + text
    )
    made += bytes(-len(made) % 4)
    entry = made.index(b"cprt", 128)
    made[entry + 4 : entry + 12] = len(made).to_bytes(4) + len(said).to_bytes(4)
    made += said
    made[:4] = len(made).to_bytes(4)
    return bytes(made)


def segment(mark: int, said: bytes) -> bytes:
    return bytes([0xFF, mark]) + (len(said) + 2).to_bytes(2) + said


def in_jpeg(mark: int, said: bytes) -> bytes:
    plain = picture("JPEG")
    return plain[:2] + segment(mark, said) + plain[2:]


def in_png(chunk: bytes) -> bytes:
    plain, head = picture("PNG"), 33
    return plain[:head] + (len(chunk) - 4).to_bytes(4) + chunk + binascii.crc32(chunk).to_bytes(4) + plain[head:]


def note_on_page(document: pikepdf.Pdf, **said: object) -> pikepdf.Object:
    note = document.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([10, 10, 200, 200]), **said))
    document.pages[0].obj.Annots = Array([note])
    return note


def stamp(document: pikepdf.Pdf) -> None:
    """A stamp whose look says the note letter by letter, and whose text says something else."""
    drawn = b"BT /F 9 Tf [" + b" 20 ".join(b"(%c)" % letter for letter in SAID) + b"] TJ ET"
    look = document.make_stream(drawn, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 190, 190]))
    note_on_page(document, Subtype=Name.Stamp, Contents=String("Seen"), AP=Dictionary(N=look), F=2)


def in_drawing(said: bytes) -> Callable[[pikepdf.Pdf], None]:
    return lambda document: document.pages[0].contents_add(document.make_stream(said))


def in_form(**said: object) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        field = note_on_page(document, Subtype=Name.Widget, T=String("a"), **said)
        document.Root.AcroForm = Dictionary(Fields=Array([field]))

    return change


def at_root(**said: object) -> Callable[[pikepdf.Pdf], None]:
    def change(document: pikepdf.Pdf) -> None:
        for key, one in said.items():
            document.Root[f"/{key}"] = one

    return change


def named_color(document: pikepdf.Pdf) -> None:
    change = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
    color = Array([Name.Separation, Name(AS_NAME), Name.DeviceGray, change])
    document.pages[0].obj.Resources.ColorSpace = Dictionary(C=color)


def printed_with(document: pikepdf.Pdf) -> None:
    kind = Dictionary(Type=Name.OutputIntent, S=Name("/GTS_PDFA1"), OutputConditionIdentifier=String("a"))
    kind.DestOutputProfile = document.make_stream(profile(), N=3)
    document.Root.OutputIntents = Array([kind])


def layer_switched_off() -> bytes:
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_textbox((50, 50, 300, 400), NOTE, oc=document.add_ocg("a", on=False))
        return document.tobytes()


def font(form: str, *, beside: bool) -> bytes:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0)), pen.lineTo((500, 0)), pen.lineTo((0, 500)), pen.closePath()
    made = FontBuilder(1000)
    made.setupGlyphOrder([".notdef", "A"])
    made.setupCharacterMap({65: "A"})
    glyph = pen.glyph()
    made.setupGlyf({".notdef": glyph, "A": glyph})
    made.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "A", "styleName": "Regular", "description": "Ours" if beside else NOTE})
    made.setupOS2(), made.setupPost()
    made.font.flavor = form
    if beside:
        made.font.flavorData = WOFF2FlavorData()
        made.font.flavorData.metaData = f"<metadata>{NOTE}</metadata>".encode()
    into = BytesIO()
    made.font.save(into)
    return into.getvalue()


def film(*inside: bytes) -> bytes:
    return element("1a45dfa3", element("4282", b"webm")) + element("18538067", *inside)


def subtitles() -> bytes:
    """Captions inside a film, of three words each, with their lengths and looks between."""
    said = [" ".join(WORDS[at : at + 3]).encode() for at in range(0, len(WORDS), 3)]
    return b"".join(len(one).to_bytes(2) + one + box(b"styl", b"\0\1\2\3") for one in said)


def drawn(*places: tuple[int, int, str]) -> bytes:
    """A PDF whose words are drawn one by one, each at its place across and down."""
    with pymupdf.open() as document:
        page = document.new_page()
        for across, down, said in places:
            page.insert_text((across, down), said, fontsize=10)
        return document.tobytes()


def beside_a_column() -> Iterator[tuple[int, int, str]]:
    """The note in a column of a few words, drawn line by line together with the column beside it."""
    for at in range(0, len(WORDS), 3):
        yield 50, 100 + 5 * at, " ".join(WORDS[at : at + 3])
        yield 200, 100 + 5 * at, "Our garden is open"


def document(**parts: str) -> bytes:
    """A document of Word or Excel with these parts, whose names are written with two low lines for each slash."""
    into = BytesIO()
    with ZipFile(into, "w", ZIP_DEFLATED) as archive:
        for name, said in {"[Content_Types]": "<Types/>", **parts}.items():
            archive.writestr(f"{name.replace('__', '/')}.xml", said)
    return into.getvalue()


def typed_in_word() -> str:
    """The note with what Word keeps of an index between its words."""
    runs = (f"<r><t>{word} </t></r><r><instrText>XE {n} entry</instrText></r>" for n, word in enumerate(WORDS))
    return f"<document><p>{''.join(runs)}</p></document>"


def cells(across: int) -> dict[str, str]:
    """The note as Excel keeps it, a word a cell, with so many in a row and a number behind each row."""
    known = sorted(set(WORDS))
    named = [f"<c t='s'><v>{known.index(word)}</v></c>" for word in WORDS]
    rows = ("".join(named[at : at + across]) for at in range(0, len(named), across))
    said = "".join(f"<row>{row}<c><v>7</v></c></row>" for row in rows)
    texts = "".join(f"<si><t>{word}</t></si>" for word in known)
    return {"xl__sharedStrings": f"<sst>{texts}</sst>", "xl__worksheets__sheet1": f"<worksheet>{said}</worksheet>"}


JPEG_EXIF = Image.Exif()
JPEG_EXIF.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + NOTE.encode("utf-16-le")
JPEG_EXIF[0x9C9C] = NOTE.encode("utf-16-le")
CAMERA = Image.Exif()
CAMERA[0x010F], CAMERA[0x010E] = "A maker", NOTE
CAMERA.get_ifd(0x8769)[0x927C] = SAID * 9
CAMERA.get_ifd(0x8825).update({1: "N", 2: (52.0, 30.0, 0.0)})
XMP, MORE_XMP = b"http://ns.adobe.com/xap/1.0/\0" + SAID, b"http://ns.adobe.com/xmp/extension/\0" + SAID
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x78\x1c\x02\x78\0\x70" + SAID
OWN_PROFILE = {"icc_profile": profile()}
LYRICS = b"LYRICSBEGININD00003110LYR%05d%s" % (len(SAID), SAID)
UTF_16 = f"<FEFF{NOTE.encode('utf-16-be').hex()}>".encode()
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{}<rect width='9' height='9'/></svg>"
WITHOUT = {
    "EXIF of other programs": ("a.jpg", picture("JPEG", exif=JPEG_EXIF)),
    "notes of a camera's maker": ("f.jpg", picture("JPEG", exif=CAMERA)),
    "second photo behind the first": ("g.jpg", in_jpeg(0xE2, b"MPF\0" + bytes(40)) + picture("JPEG", exif=CAMERA)),
    "film behind a photo": ("h.jpg", picture("JPEG", exif=CAMERA) + mp4()),
    "notes of a program for photos": ("i.jpeg", b"\xff\xd8" + segment(0xE1, XMP) + segment(0xE1, MORE_XMP) + in_jpeg(0xED, IPTC)[2:]),
    "heat camera": ("j.jpg", in_jpeg(0xE1, b"FLIR\0" + SAID)),
    "EXIF of a PNG": ("b.png", picture("PNG", exif=CAMERA)),
    "EXIF of a WebP": ("b.webp", picture("WEBP", exif=CAMERA)),
    "EXIF of an AVIF": ("c.avif", picture("AVIF", exif=CAMERA)),
    "comment of a photo": ("b.jpg", in_jpeg(0xFE, SAID)),
    "notes of an agency": ("c.jpg", in_jpeg(0xED, IPTC)),
    "behind a photo": ("d.jpg", picture("JPEG") + SAID),
    "archive behind a photo": ("e.jpg", picture("JPEG") + zipped()),
    "piece of a PNG that nobody knows": ("a.png", in_png(b"noTe" + SAID)),
    "comment of a GIF": ("a.gif", picture("GIF", comment=SAID)),
    "behind a GIF": ("b.gif", picture("GIF") + SAID),
    "XMP of a WebP": ("a.webp", picture("WEBP", xmp=SAID)),
    "XMP of an AVIF": ("a.avif", picture("AVIF", xmp=SAID)),
    "free room of an AVIF": ("b.avif", picture("AVIF") + box(b"free", SAID)),
    "notes of a drawing program": ("a.svg", SVG.format(f"<metadata>{NOTE}</metadata><g data-a='{NOTE}'/>").encode()),
    "head of a drawing": ("b.svg", f'<!DOCTYPE svg [<!ENTITY n "{NOTE}">]>{SVG.format("")}'.encode()),
    "form of a second kind": ("a.pdf", pdf(at_root(AcroForm=Dictionary(XFA=String(NOTE))))),
    "archive behind a PDF": ("b.pdf", pdf(lambda _: None) + zipped()),
    "tags in UTF-16": ("a.mp3", b"ID3\3\0\0\0\0\1\x7f" + (b"TIT2\0\0\0\xcd\0\0\1" + NOTE.encode("utf-16"))[:255].ljust(255, b"\0") + mp3()),
    "words of a song": ("b.mp3", mp3() + LYRICS + b"%06dLYRICS200" % len(LYRICS)),
    "free room of a film": ("a.m4a", mp4() + box(b"free", SAID)),
    "chapters beside a film": ("a.mp4", mp4() + box(b"moov", box(b"udta", box(b"chpl", bytes(9), SAID)))),
    "comments of sound": ("a.ogg", ogg([f"METADATA_BLOCK_PICTURE={NOTE}", f"LYRICS={NOTE}"])),
    "what made a film": ("a.webm", film(element("1549a966", element("5741", SAID), element("4d80", SAID)))),
    "empty room of a film": ("b.webm", film(element("ec", SAID))),
    "file in a film": ("c.webm", film(element("1941a469", element("61a7", element("465c", zlib.compress(SAID)))))),
}  # fmt: skip
FOUND = {
    **{f"color profile of {form}": (f"p.{form}", picture(name, **OWN_PROFILE)) for form, name in {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}.items()},
    "title of a drawing": ("c.svg", SVG.format(f"<title>{NOTE}</title>").encode()),
    "what no reader of a drawing is shown": ("d.svg", SVG.format(f"<switch><text systemLanguage='x'>{NOTE}</text></switch>").encode()),
    "name of a font in a drawing": ("e.svg", SVG.format(f"<text font-family='{NOTE}'>A</text>").encode()),
    "style of a drawing": ("f.svg", SVG.format(f"<style>text::after {{ content: '{NOTE}' }}</style>").encode()),
    "note on a page": ("c.pdf", pdf(lambda document: note_on_page(document, Subtype=Name.Text, Contents=String(NOTE)))),
    "look of a hidden stamp": ("d.pdf", pdf(stamp)),
    "answer in a form": ("e.pdf", pdf(in_form(FT=Name.Tx, V=String(NOTE)))),
    "tooltip": ("f.pdf", pdf(in_form(FT=Name.Tx, TU=String(NOTE)))),
    "choices of a form, a word each": ("g.pdf", pdf(in_form(FT=Name.Ch, Opt=Array([String(word) for word in WORDS])))),
    "remark in what is drawn": ("h.pdf", pdf(in_drawing(b"\n% " + SAID + b"\n"))),
    "what is read in place of a drawing": ("i.pdf", pdf(in_drawing(b"/Span <</ActualText (%s)>> BDC EMC" % SAID))),
    "the same in UTF-16": ("j.pdf", pdf(in_drawing(b"/Span <</ActualText %s>> BDC EMC" % UTF_16))),
    "beyond the page": ("k.pdf", pdf(in_drawing(b"BT /helv 9 Tf 1 0 0 1 -2000 5000 Tm (%s) Tj ET" % SAID))),
    "layer that is switched off": ("l.pdf", layer_switched_off()),
    "name of a layer": ("m.pdf", pdf(at_root(OCProperties=Dictionary(OCGs=Array([Dictionary(Name=String(NOTE))]), D=Dictionary())))),
    "names of pages": ("n.pdf", pdf(at_root(PageLabels=Dictionary(Nums=Array([0, Dictionary(P=String(NOTE))]))))),
    "name of a color": ("o.pdf", pdf(named_color)),
    "color profile of a PDF": ("p.pdf", pdf(printed_with)),
    "key of a PDF": ("q.pdf", pdf(lambda document: document.docinfo.__setitem__(AS_NAME, "a"))),
    "place in a PDF": ("r.pdf", pdf(at_root(Names=Dictionary(Dests=Dictionary(Names=Array([String(NOTE), Array([])])))))),
    "column of a PDF, drawn across": ("s.pdf", drawn(*beside_a_column())),
    "words drawn from the end": ("t.pdf", drawn(*((50 + 90 * (n % 5), 100 + 14 * (n // 5), word) for n, word in [*enumerate(WORDS)][::-1]))),
    "letters drawn from the end, far apart": ("u.pdf", drawn(*((50 + 12 * (n % 40), 100 + 14 * (n // 40), one) for n, one in [*enumerate(NOTE)][::-1]))),
    "words below each other, drawn anyhow": ("v.pdf", drawn(*((300, 60 + 14 * n, WORDS[n]) for n in [*range(0, len(WORDS), 2), *range(1, len(WORDS), 2)]))),
    "entries of an index in Word": ("a.docx", document(word__document=typed_in_word())),
    "words of Excel along a row": ("a.xlsx", document(**cells(6))),
    "words of Excel down a column": ("b.xlsx", document(**cells(1))),
    "archive behind a sound": ("c.mp3", mp3() + zipped()),
    "packed behind a sound": ("d.mp3", mp3() + zlib.compress(SAID, wbits=31)),
    "tags in the middle of a sound": ("e.mp3", mp3() + id3(TIT2=NOTE) + mp3()),
    "box that nobody knows": ("b.mp4", mp4() + box(b"note", SAID)),
    "packed box that nobody knows": ("c.mp4", mp4() + box(b"note", zlib.compress(SAID))),
    "archive behind a film": ("d.mp4", mp4() + zipped()),
    "captions in a film": ("e.mp4", mp4() + box(b"mdat", subtitles())),
    "captions in a film, in UTF-16": ("f.mp4", mp4() + box(b"mdat", b"\xfe\xff" + NOTE.encode("utf-16-be"))),
    "behind a sound": ("b.ogg", ogg([]) + SAID),
    "archive behind an Ogg": ("c.ogg", ogg([]) + zipped()),
    "name of a track": ("d.webm", film(element("1654ae6b", element("ae", element("536e", SAID))))),
    "chapters of a film": ("e.webm", film(element("1043a770", element("45b9", element("b6", element("80", element("85", SAID))))))),
    "archive behind a WebM": ("f.webm", webm() + zipped()),
    "what a font says of itself": ("a.woff2", font("woff2", beside=False)),
    "what lies beside a font": ("b.woff2", font("woff2", beside=True)),
}  # fmt: skip
PUBLISHED = {path: open_file(path, data) for path, data in {**WITHOUT, **FOUND}.values()}


@pytest.mark.parametrize("route", WITHOUT)
def test_the_copy_is_without_it(route):
    path, _ = WITHOUT[route]
    opened = PUBLISHED[path]
    assert opened.fault is None
    assert opened.copy is not None
    assert NOTE not in words_in_file(path, opened.copy)
    assert b"grips" not in opened.copy


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    files = dict(FOUND.values())
    planted = {path: PUBLISHED[path].copy or data for path, data in files.items()}
    return told_of(clinic_with_notes(tmp_path_factory.mktemp("clinic")), planted)


@pytest.mark.parametrize("route", FOUND)
def test_it_is_refused_or_found(told, route):
    path, _ = FOUND[route]
    assert PUBLISHED[path].fault or is_told(path, told), told[path]


def test_a_photo_whose_notes_are_broken_is_opened_without_a_word_of_the_library():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        path, data = WITHOUT["second photo behind the first"]
        assert open_file(path, data).copy


def test_a_photo_keeps_its_colors_when_it_loses_its_words():
    assert (open_file("a.jpg", photo()).copy or b"").count(b"ICC_PROFILE") == 1
