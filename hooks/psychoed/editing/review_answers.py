"""Reads a review form that has come back, from the filled PDF or from the file beside it, and says what is missing."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pikepdf

from psychoed.editing.pages import Refused
from psychoed.library.library import TemplateWords
from psychoed.library.today import is_to_come
from psychoed.model.review_form import Answered, PageAnswer, ReviewForm, one_line
from psychoed.model.validation.messages import validate
from psychoed.reading.file import File, read_file
from psychoed.reading.yaml.reader import read_yaml

OF_FORM = "review-"
"""How the names of the fields begin that are about the whole form."""
AT_VERSION = "@"
"""What stands between a page and the version of its text, in the name of the field that holds its answers."""
VALUES = dict(zip(("agreed", "changes", "not"), get_args(Answered)[1:], strict=True))
"""What the PDF stores of an answer, and what the form calls it."""
SIGNED_BY_HAND = frozenset({"/Ink", "/Stamp", "/FreeText"})
"""What programs leave on a page where somebody signs by hand."""
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class PdfField(NamedTuple):
    """A field of a PDF: the name of the one that holds it, its own, and what was filled in."""

    above: str
    name: str
    value: str


def read_review_form(file: Path) -> ReviewForm:
    """Return what the file says, or refuse one that is no form of ours."""
    if not file.is_file():
        raise Refused(f"there is no file “{file}”; write the name of the filled PDF, or of the form beside it")
    if file.suffix.lower() == ".pdf":
        return form_in_pdf(file)
    if file.suffix.lower() not in (".yml", ".yaml", ".json"):
        raise Refused(f"“{file.name}” is neither a PDF nor a form; write the name of a .pdf, .yml or .json file")
    read = read_file(file.resolve(), file.resolve().parent)
    if not isinstance(read, File):
        raise Refused(str(read))
    tree, problems = read_yaml(read)
    form, more = validate(ReviewForm, tree) if tree else (None, [])
    if form is None:
        raise Refused("\n".join(map(str, [*problems, *more])))
    return form


def form_in_pdf(file: Path) -> ReviewForm:
    try:
        with pikepdf.open(BytesIO(file.read_bytes())) as pdf:
            found, drawn = list(fields_in(pdf)), signed_by_hand(pdf)
    except pikepdf.PasswordError:
        raise Refused(f"“{file.name}” is locked with a password; save it again without one") from None
    except pikepdf.PdfError:
        raise Refused(f"“{file.name}” cannot be opened as a PDF; ask for the file again") from None
    about = {one.name.removeprefix(OF_FORM): one.value for one in found if one.name.startswith(OF_FORM)}
    if not found:
        raise Refused(
            f"“{file.name}” has no form in it: it may have been printed into a new PDF; ask for the file as it was saved,"
            " or write the answers into the form beside the packet (review-packet --form)"
        )
    if not about:
        raise Refused(f"“{file.name}” is no review packet; make one with psychoed review-packet")
    if drawn:
        about["signature"] = about.get("signature") or about.get("name", "")
    pages = tuple(pages_answered(found))
    return ReviewForm(pages=pages, **{key: about.get(key, "") for key in ("name", "role", "date", "signature")})


def pages_answered(found: list[PdfField]) -> Iterator[PageAnswer]:
    for above in dict.fromkeys(one.above for one in found if AT_VERSION in one.above):
        said = {one.name: one.value for one in found if one.above == above}
        page, _, version = above.rpartition(AT_VERSION)
        answer = VALUES.get(said.get("answer", ""), "")
        yield PageAnswer.model_validate(
            {"page": f"{page}.md", "version": version, "answer": answer, "remarks": said.get("remarks", "")}
        )


def fields_in(pdf: pikepdf.Pdf) -> Iterator[PdfField]:
    """Yield the fields with what is filled in, each once."""
    form: Any = pdf.Root.get("/AcroForm", {})
    for one in form.get("/Fields", ()):
        yield from fields_below(one, "")


def fields_below(field: Any, above: str) -> Iterator[PdfField]:
    name = str(field.get("/T", ""))
    kids = list(field.get("/Kids", ()))
    named = [kid for kid in kids if "/T" in kid]
    if named:
        for kid in named:
            yield from fields_below(kid, f"{above}.{name}" if above else name)
        return
    yield PdfField(above, name, filled_in(field, kids))


def filled_in(field: Any, kids: list[Any]) -> str:
    """Return what was typed or chosen. Some programs mark only the point that was chosen."""
    value = field.get("/V")
    chosen = [value, *(kid.get("/AS") for kid in kids)] if field.get("/FT") == "/Btn" else [value]
    said = (str(one) for one in chosen if one is not None)
    return next((one.removeprefix("/") for one in said if one not in ("/Off", "")), "")


def signed_by_hand(pdf: pikepdf.Pdf) -> bool:
    """Return True if somebody has drawn on the last page, where the signature belongs, or signed the file itself."""
    form: Any = pdf.Root.get("/AcroForm", {})
    notes: Any = pdf.pages[-1].get("/Annots", ()) if len(pdf.pages) else ()
    signed = any(field.get("/FT") == "/Sig" and "/V" in field for field in form.get("/Fields", ()))
    return signed or any(str(note.get("/Subtype")) in SIGNED_BY_HAND for note in notes)


def unsigned(form: ReviewForm, words: TemplateWords, today: date) -> Iterator[str]:
    """Yield what is missing so that it counts: nothing says “reviewed” that nobody signed."""
    for key, is_called, instead in (
        ("name", "name", "the clinician writes it under the answers"),
        ("role", "profession or license", "the clinician writes it below the name"),
        ("signature", "signature", "the clinician types the name there again, or signs by hand"),
    ):
        if not one_line(getattr(form, key)):
            yield f"the form has no {is_called}; {instead}"
    day = day_written(form.date, words)
    if not one_line(form.date):
        yield "the form has no day; write the day of the review, as 2026-11-30"
    elif day is None:
        yield f"“{one_line(form.date)}” is not read as a day; write it as 2026-11-30"
    elif is_to_come(day, today):
        yield f"{day} is still to come; write the day of the review"


def day_written(text: str, words: Mapping[str, Any]) -> date | None:
    """Return the day that somebody wrote: as 2026-11-30, or with the name of the month. Of 11/12/2026 nobody knows."""
    if iso := ISO_DAY.fullmatch(one_line(text)):
        return day_of(*map(int, iso.groups()))
    parts = re.findall(r"\w+", text)
    names = [part.casefold() for part in parts if not part[0].isdigit()]
    numbers = [int(found[0]) for part in parts if (found := re.match(r"\d+", part))]
    months = [
        n for n, month in enumerate(words["months"], 1) for name in names
        if len(name) >= min(3, len(month)) and str(month).casefold().startswith(name)
    ]  # fmt: skip
    if len(months) != 1 or len(numbers) != 2 or max(numbers) < 1000:
        return None
    return day_of(max(numbers), months[0], min(numbers))


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
