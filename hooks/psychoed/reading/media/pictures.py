"""Pictures are decoded and written anew from their dots alone: what was hidden beside them is not in the copy.

The color profile stays, and a photo that its camera marked as turned is turned.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps, ImageSequence, JpegImagePlugin, UnidentifiedImageError

from psychoed.reading.media.outcome import Opened, not_what_it_says, weight
from psychoed.reading.problem import Fault

FORMATS = {
    ".png": ("PNG",),
    ".jpg": ("JPEG", "MPO"),
    ".jpeg": ("JPEG", "MPO"),
    ".gif": ("GIF",),
    ".webp": ("WEBP",),
    ".avif": ("AVIF",),
    ".ico": ("ICO",),
}
"""By the ending of a name what the file may be. MPO: what some phones call .jpg, with a second picture behind the first."""
MOST_DOTS, MOST_DOTS_MOVING = 60_000_000, 400_000_000
HEAVY = 600_000
"""Bytes from which on a picture takes long to load on a phone."""
WIDE_ENOUGH = 1600
"""Dots that are enough for a picture across the page."""
ORIENTATION, ARTIST, COPYRIGHT, GPS = 0x0112, 0x013B, 0x8298, 0x8825
OF_THE_PICTURE = ("transparency", "icc_profile", "duration", "loop", "background", "disposal", "blend", "sizes")
"""What a copy keeps of all that a file says beside its dots."""
NO_WORDS = frozenset({
    *OF_THE_PICTURE, "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "adobe", "adobe_transform", "progressive",
    "progression", "gamma", "srgb", "chromaticity", "aspect", "version", "interlace", "timestamp", "default_image",
    "bits", "mp", "mpoffset", "extension", "exif", "xmp", "photoshop",
})  # fmt: skip


def open_picture(name: str, data: bytes, *, credit: bool = False) -> Opened:
    kind = name[name.rindex(".") :].lower()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of dots, which are counted below, and of notes that the copy does not have
        try:
            with Image.open(BytesIO(data), formats=FORMATS[kind]) as picture:
                return too_many_dots(name, picture) or cleaned_picture(name, data, picture, credit=credit)
        except UnidentifiedImageError:
            return not_what_it_says(name)
        except Image.DecompressionBombError:
            return Opened(fault=Fault(f"“{name}” has far too many dots", f"save it {WIDE_ENOUGH:,} dots wide"))
        except (OSError, SyntaxError, EOFError):
            return Opened(
                fault=Fault(f"“{name}” breaks off before its end, or is broken", "copy the whole file here again")
            )


def too_many_dots(name: str, picture: Image.Image) -> Opened | None:
    width, height = picture.size
    frames = getattr(picture, "n_frames", 1)
    if width * height <= MOST_DOTS and width * height * frames <= MOST_DOTS_MOVING:
        return None
    what = f"“{name}” has {width:,} × {height:,} dots" + (f" in {frames} pictures" if frames > 1 else "")
    return Opened(fault=Fault(what, f"save it {WIDE_ENOUGH:,} dots wide"))


def cleaned_picture(name: str, data: bytes, picture: Image.Image, *, credit: bool) -> Opened:
    picture.load()
    lost = tuple(dict.fromkeys(said_beside(picture)))
    kept = credit_of(picture) if credit else Image.Exif()
    copy = written_anew(picture, data, kept)
    return Opened(copy, lost=lost, advice=weight_advice(name, picture, len(copy)))


def said_beside(picture: Image.Image) -> Iterator[str]:
    """Yield what the file holds beside its dots, as people call it."""
    exif, info = picture.getexif(), picture.info
    if exif.get_ifd(GPS):
        yield "the place where it was taken"
    if set(exif) - {ORIENTATION, GPS}:
        yield "facts of the camera or the program"
    if {"xmp", "XML:com.adobe.xmp", "photoshop"} & set(info):
        yield "notes of a program"
    if any(isinstance(said, str | bytes) and name not in NO_WORDS for name, said in info.items()):
        yield "comments"
    if picture.format == "MPO":
        yield "a second picture"


def credit_of(picture: Image.Image) -> Image.Exif:
    """Return who made the picture and who holds the rights, and nothing else."""
    exif, kept = picture.getexif(), Image.Exif()
    said = {ARTIST: ("Author", "Artist"), COPYRIGHT: ("Copyright",)}
    for tag, names in said.items():
        found = exif.get(tag) or next((picture.info[name] for name in names if picture.info.get(name)), None)
        if isinstance(found, str):
            kept[tag] = found
    return kept


def written_anew(picture: Image.Image, data: bytes, exif: Image.Exif) -> bytes:
    """Return a file that holds these dots, and of all else only what they cannot be shown without."""
    form = "JPEG" if picture.format == "MPO" else str(picture.format)
    options = writing_options(form, picture, data)
    if len(exif):
        options["exif"] = exif
    if getattr(picture, "is_animated", False) and form in ("GIF", "PNG", "WEBP", "AVIF"):
        frames = [without_words(frame.copy()) for frame in ImageSequence.Iterator(picture)]
        durations = [frame.info.get("duration", 0) for frame in frames]
        first, options = frames[0], options | {"save_all": True, "append_images": frames[1:], "duration": durations}
    else:
        turned = picture.getexif().get(ORIENTATION, 1) != 1
        if turned:
            options |= {"quality": 90} if form == "JPEG" else {}
        upright = ImageOps.exif_transpose(picture) if turned else picture
        first = without_words(upright)
    into = BytesIO()
    first.save(into, form, **options)
    return into.getvalue()


def writing_options(form: str, picture: Image.Image, data: bytes) -> dict[str, Any]:
    """Return how a copy is written so that it looks as the picture does."""
    profile = {"icc_profile": picture.info["icc_profile"]} if has_profile(picture) else {"icc_profile": None}
    if form == "JPEG":
        kept: dict[str, Any] = {"quality": "keep"} if picture.format == "JPEG" else {"quality": 90}
        if isinstance(picture, JpegImagePlugin.JpegImageFile) and JpegImagePlugin.get_sampling(picture) >= 0:
            kept["subsampling"] = JpegImagePlugin.get_sampling(picture)
        return profile | kept | {"optimize": True, "progressive": "progressive" in picture.info}
    return profile | {
        "PNG": {"compress_level": 9},
        "GIF": {"optimize": False, "loop": picture.info["loop"]} if "loop" in picture.info else {},
        "WEBP": {"lossless": b"VP8L" in data[:64], "quality": 90, "loop": picture.info.get("loop", 0)},
        "AVIF": {"quality": 80},
        "ICO": {"sizes": picture.info.get("sizes", [picture.size])},
    }.get(form, {})


def has_profile(picture: Image.Image) -> bool:
    """Return True if the color profile is one, and no other bytes in its place."""
    if not picture.info.get("icc_profile"):
        return False
    try:
        ImageCms.ImageCmsProfile(BytesIO(picture.info["icc_profile"]))
    except (OSError, ImageCms.PyCMSError):
        return False
    return True


def without_words(picture: Image.Image) -> Image.Image:
    """Take away what the file said of the picture, which would be written again with it."""
    picture.info = {name: said for name, said in picture.info.items() if name in OF_THE_PICTURE}
    picture.info.pop("icc_profile", None)  # named in the options, where it is one
    return picture


def weight_advice(name: str, picture: Image.Image, size: int) -> Fault | None:
    """Return what would be lighter, tried on the picture itself."""
    if size <= HEAVY:
        return None
    what = f"“{name}” weighs {weight(size)} and is {picture.width:,} dots wide"
    if getattr(picture, "is_animated", False):
        return Fault(what, "save what moves as a short video (.mp4), or as one still picture", "file-weight")
    small, into = picture.convert("RGB"), BytesIO()
    small.thumbnail((WIDE_ENOUGH, WIDE_ENOUGH))
    small.save(into, "JPEG", quality=80)
    wide = f"{small.width:,} × {small.height:,} dots"
    return Fault(what, f"{wide} would do: saved so as a JPEG it has {weight(into.tell())}", "file-weight")
