"""What lands in the folders of a clinic and what of it is published: one build with all of it."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pymupdf
import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from PIL import Image
from playwright.sync_api import Error

from browsing import Watch, in_a_browser, served
from media import NOTE, leaflet, mp3, pdf, photo
from psychoed.build.webfonts import web_fonts
from psychoed.model.allowed_files import IN_EVERY_SITE
from psychoed.reading.media.words import words_in_file
from sites import Build, built
from small_project import small_project

RECORDED = Path(__file__).parent / "media"
"""A second of sound and of film, with a title, and with the place and the encoder in those that have one."""
LEAFLETS = [f"leaflet-{number}.pdf" for number in range(1, 11)]
WRITTEN = Path(__file__).parent / "leaflets"
"""Ten leaflets as a clinic writes them."""
PHOTOS = {
    "garden.jpg": "JPEG",
    "meadow.jpeg": "JPEG",
    "garden.png": "PNG",
    "garden.webp": "WEBP",
    "garden.avif": "AVIF",
}
VIEWER = ("chrome-extension://", "chrome://resources/")
"""How Chromium calls its own viewer of PDFs."""
ELSEWHERE = "http://127.0.0.2/"
RUNS = f'<script>document.title = "ran"; fetch("{ELSEWHERE}")</script>'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
PLAYS = """address => new Promise(done => {
    const film = document.createElement("video");
    film.addEventListener("loadeddata", () => done(film.duration > 0.5));
    film.addEventListener("error", () => done(false));
    film.preload = "auto";
    film.src = address;
})"""
TEXT = """
<figure>
<img src="../../assets/garden.jpg" alt="A garden">
<figcaption>Ours</figcaption>
</figure>

<audio controls src="../../assets/breath.mp3"><track src="../../assets/breath.vtt" kind="captions" srclang="en" label="English" default></audio>

"""


CALLED_BY_PEOPLE = {
    "IMG_1234.JPG": "img_1234.jpg",
    "Garden photo (1).jpeg": "garden-photo-1.jpeg",
    "Fotos 2024/Foto U\u0308bung.PNG": "fotos-2024/foto-ubung.png",  # as macOS writes it
    "Leaflet #3 (final).pdf": "leaflet-3-final.pdf",
    "Breath & rest.MP3": "breath-rest.mp3",
}
"""What cameras and people call files, and where the site has them."""
LINKS_TO_THEM = """
![A garden](../assets/img_1234.JPG) ![A garden](<../assets/Garden photo (1).jpeg>)
![A garden](../assets/Garden%20photo%20(1).jpeg) ![A garden](../assets/Garden photo (1).jpeg "Ours")
![A garden][blue]

[The third leaflet](<../assets/Leaflet #3 (final).pdf#page=1>)

<audio controls src="../../assets/Breath &amp; rest.MP3"></audio>

[blue]: <../assets/Fotos 2024/Foto Übung.PNG>
"""


def zipped(**parts: str) -> bytes:
    into = BytesIO()
    with ZipFile(into, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return into.getvalue()


def moving() -> bytes:
    frames, into = [Image.new("RGB", (8, 8), color) for color in ("red", "green")], BytesIO()
    frames[0].save(into, "GIF", save_all=True, append_images=frames[1:], comment=NOTE)
    return into.getvalue()


def as_icon() -> bytes:
    into = BytesIO()
    Image.new("RGB", (16, 16), "teal").save(into, "ICO")
    return into.getvalue()


def font(form: str) -> bytes:
    """A font of the theme, as small as one letter."""
    source = next(iter(web_fonts())).source
    letters, into = Subsetter(), BytesIO()
    with TTFont(source) as whole:
        letters.populate(text="a")
        letters.subset(whole)
        whole.flavor = form
        whole.save(into)
    return into.getvalue()


def good_files() -> Iterator[tuple[str, bytes]]:
    yield from ((name, leaflet(number)) for number, name in enumerate(LEAFLETS))
    yield from ((name, photo(form)) for name, form in PHOTOS.items())
    yield "dots.gif", moving()
    yield "plain.svg", SVG.format(f"<!-- {NOTE} --><rect width='9' height='9'/>").encode()
    yield "breath.mp3", mp3()
    yield from ((file.name, file.read_bytes()) for file in sorted(RECORDED.iterdir()))
    yield "breath.vtt", f"WEBVTT\n\nNOTE {NOTE}\n\n00:00.000 --> 00:02.000\nBreathe in.\n".encode()
    yield "ours.css", b"/* ours */ .ours { color: inherit }"
    yield "ours.webmanifest", b'{"name": "Harbor Clinic", "start_url": "/"}'
    yield "ours.ico", as_icon()
    yield from ((f"ours.{form}", font(form)) for form in ("woff", "woff2"))


def with_script(document: pikepdf.Pdf) -> None:
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.alert('{NOTE}')"))
    document.Root.OpenAction = script
    document.attachments["note.txt"] = pikepdf.AttachedFileSpec(document, NOTE.encode())


REFUSED = {
    "noise.png": bytes(range(256)) * 4000,
    "page.jpg": b"<html>" + RUNS.encode(),
    "runs.svg": SVG.format(RUNS).encode(),
    "runs-too.svg": SVG.format(f"<rect onload=\"fetch('{ELSEWHERE}')\"/>").encode(),
    "page.html": RUNS.encode(),
    "page.xht": RUNS.encode(),
    "page.shtml": RUNS.encode(),
    "page.phtml": RUNS.encode(),
    "style.xsl": b"<x/>",
    "ours.js": b"x()",
    "help.hta": RUNS.encode(),
    "page.php.png": photo("PNG"),
    "cards.svgz": b"\x1f\x8b",
}
LEFT_OUT = {
    "notes.docx": zipped(**{"word/document.xml": f"<w>{NOTE}</w>"}),
    "rota.xlsx": zipped(x=NOTE),
    "notes.txt": NOTE.encode("utf-16"),
    "clients.csv": NOTE.encode(),
    "diary.ics": f"SUMMARY:{NOTE}".encode(),
    "mail.eml": NOTE.encode(),
    "feed.xml": f"<x>{NOTE}</x>".encode(),
    "notes.rtf": rb"{\rtf1 " + NOTE.encode() + b"}",
    "all.zip": zipped(a=NOTE),
    "notes.md.gz": b"\x1f\x8b",
    "help.lnk": NOTE.encode(),
    "answers.json": NOTE.encode(),
    "letter": NOTE.encode(),
    "Client list.docx": NOTE.encode(),
}
BACKUPS = {
    name: NOTE.encode()
    for name in ("index.md.bak", "index.md.orig", "index.md~", "~$notes.docx", "desktop.ini", "Thumbs.db", "a.tmp")
}
HIDDEN_WORDS = {
    "scripted.pdf": pdf(with_script),
    "long.png": photo("PNG") + NOTE.encode(),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    root = small_project(tmp_path_factory.mktemp("added"))
    assets, theme = root / "content" / "assets", root / "overrides" / "assets"
    assets.mkdir(exist_ok=True)
    for name, data in (dict(good_files()) | REFUSED | LEFT_OUT | BACKUPS | HIDDEN_WORDS).items():
        (assets / name).write_bytes(data)
    for name, data in BACKUPS.items():
        (theme / name).write_bytes(data)
    for name, data in LEFT_OUT.items():
        (theme / f"theme-{name}").write_bytes(data)
    (root / "content" / "linked.txt").symlink_to("/etc/hostname")
    (assets / "Fotos 2024").mkdir()
    for name in CALLED_BY_PEOPLE:
        kind = name.rpartition(".")[2].lower()
        (assets / name).write_bytes(
            {"pdf": leaflet(11), "mp3": mp3()}.get(kind) or photo("PNG" if kind == "png" else "JPEG")
        )
    shutil.copytree(WRITTEN, root / "content" / "leaflets")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nnot_in_nav: leaflets/*.md\n")
    page = root / "content" / "parts" / "protectors.md"
    links = "\n".join(f"- [Leaflet {number}](../assets/{name})" for number, name in enumerate(LEAFLETS))
    page.write_text(page.read_text("utf-8") + TEXT + links + "\n" + LINKS_TO_THEM, "utf-8")
    return built(root)


def messages_on(name: str, output: str) -> list[str]:
    return [line for line in output.splitlines() if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w.])", line)]


def test_ordinary_files_are_published_and_only_their_metadata_is_spoken_of(site):
    assert site.code == 0, site.output
    assert (site.site / "assets" / "js" / "sheet" / "keeping.js").is_file()
    assert "overrides/assets/js" not in site.output
    for name, _ in good_files():
        assert (site.site / "assets" / name).is_file(), name
        assert all(line.endswith("[metadata]") for line in messages_on(name, site.output)), name
    (said,) = [line for line in site.output.splitlines() if "[metadata]" in line and "content/assets" in line]
    assert "the place where it was taken" in said


def test_leaflets_are_published_and_nothing_is_said_of_them(site):
    names = sorted(file.stem for file in WRITTEN.glob("*.md"))
    assert len(names) == 10
    for name in names:
        assert site.page(f"leaflets/{name}/").xpath("//article//p"), name
        assert (site.site / "leaflets" / name / f"{name}-letter.pdf").is_file(), name
    assert [line for line in site.output.splitlines() if "content/leaflets/" in line] == []


def test_files_called_by_cameras_and_people_are_published_and_linked(site):
    for name, published in CALLED_BY_PEOPLE.items():
        assert (site.site / "assets" / published).is_file()
        assert all(line.endswith("[metadata]") for line in messages_on(name, site.output))
    page = site.page("parts/protectors/")
    named = [*page.xpath("//article//img/@src"), *page.xpath("//audio/@src"), *page.xpath("//article//a/@href")]
    linked = [address.removeprefix("../../assets/") for address in named]
    assert linked.count("garden-photo-1.jpeg") == 3
    assert {"img_1234.jpg", "fotos-2024/foto-ubung.png", "leaflet-3-final.pdf#page=1", "breath-rest.mp3"} <= {*linked}


@pytest.mark.parametrize("name", [*REFUSED, *LEFT_OUT])
def test_everything_else_is_left_out_with_one_message(site, name):
    assert not (site.site / "assets" / name).exists()
    assert len(messages_on(f"content/assets/{name}:1:1", site.output)) == 1
    assert not list(site.site.rglob(f"theme-{name}"))
    if name in LEFT_OUT:
        assert len(messages_on(f"overrides/assets/theme-{name}:1:1", site.output)) == 1


def test_backups_are_left_out_without_a_word_but_a_summary(site):
    published = {file.name for file in site.site.rglob("*")}
    assert not published & {*BACKUPS}
    assert not [name for name in BACKUPS if messages_on(name, site.output)]
    assert f"Left out, as usual: {2 * len(BACKUPS)} files of editors and systems" in site.output


def test_a_link_to_another_place_is_not_followed(site):
    assert not (site.site / "linked.txt").exists()


def test_no_hidden_words_are_in_any_file(site):
    files = [file for file in site.site.rglob("*") if file.is_file()]
    assert {"scripted.pdf", "long.png", "protectors-letter.pdf"} <= {file.name for file in files}
    assert [file for file in files if NOTE in words_in_file(file.name, file.read_bytes())] == []


def test_a_photo_on_paper_has_no_place_either(site):
    with pymupdf.open(site.site / "parts" / "protectors" / "protectors-letter.pdf") as document:
        pictures = [document.extract_image(one[0])["image"] for page in document for one in page.get_images()]
    assert len(pictures) >= 3, "a picture on a line of its own is drawn too"
    assert not [one for one in pictures if b"Exif" in one]


@in_a_browser
def test_every_kind_of_file_opens_and_runs_and_asks_nothing(site, browser):
    kinds = {file.suffix: file for file in sorted((site.site / "assets").rglob("*")) if file.is_file()}
    files = [*kinds.values(), *(site.site / "assets" / name for name, _ in good_files() if name.endswith(".svg"))]
    assert {*IN_EVERY_SITE} <= {*kinds}
    with served(site.site) as origin, browser.new_context() as context:
        page = context.new_page()
        watch = Watch(page)
        page.goto(f"{origin}parts/protectors/", wait_until="load")
        sizes = page.locator("article img").evaluate_all("all => all.map(one => [one.naturalWidth, one.naturalHeight])")
        assert [20, 40] in sizes, "the photo is turned"
        page.wait_for_function("document.querySelector('audio').readyState > 0")
        page.wait_for_function("document.querySelector('track').track.cues?.length === 1")
        for name in sorted(file.name for file in RECORDED.iterdir()):
            assert page.evaluate(PLAYS, f"{origin}assets/{name}"), name
        for file in files:
            try:
                page.goto(origin + file.relative_to(site.site).as_posix())
            except Error as error:
                assert "Download is starting" in str(error)  # noqa: PT017  # what the browser does not show
            assert page.title() != "ran"
        assert [url for url in watch.elsewhere(origin) if not url.startswith(VIEWER)] == []
