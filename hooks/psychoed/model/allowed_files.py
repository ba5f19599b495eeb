"""Which kinds of file a site may hold: those of every site, and ordinary documents that extra.files in the settings adds."""

import re
from typing import NamedTuple

from pydantic import Field

from psychoed.model.base import Model
from psychoed.model.validation.messages import validate
from psychoed.reading.problem import Problem, problem_at, suggestion
from psychoed.reading.read import Read
from psychoed.reading.yaml.tree import Tree, setting

SHOWN = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg", ".ico")
HEARD = (".mp3", ".m4a", ".ogg", ".mp4", ".webm", ".vtt")
IN_EVERY_SITE = frozenset({*SHOWN, *HEARD, ".pdf", ".css", ".woff2", ".woff", ".webmanifest"})
"""Endings of files that content/ may hold beside pages."""
BY_NAME = frozenset({"robots.txt", "humans.txt", "security.txt", "CNAME"})
"""Files that hosts and search engines look for, whatever the settings say of their endings."""
IN_THE_THEME = frozenset({".js", ".ttf", ".otf", ".txt"})
"""What overrides/ may hold beside that: it is the work of whoever makes the theme, licenses of programs among it."""
NEVER_COPIED = frozenset({".html", ".typ", ".py", ".pyc", ".md"})
"""Templates and code of overrides/, from which pages and PDFs are made and which no site gets."""
DOCUMENT_KINDS = "csv docx epub ics odp ods odt pptx rtf tsv txt vcf xlsx"
DOCUMENTS = frozenset(DOCUMENT_KINDS.split())
"""Kinds that the settings may add."""
SERVER_KINDS = "asp aspx cgi fcgi jsp jspx phar php php3 php4 php5 php7 php8 phps phtml shtm shtml"
RUN_BY_SERVERS = frozenset(SERVER_KINDS.split())
"""Programs that some servers run wherever their ending stands in a name, as in page.php.png and page.asp;.png."""
RUNNING_KINDS = (
    "bash bat chm class cmd com cpl dll docm dotm exe gadget hta htc htm html htx jar js jse mjs msc msi msix pif pl potm "
    "ppam ppsm pptm ps1 py rb reg scf scr sct sh sldm stm svgz swf vb vbe vbs wasm wsf wsh xaml xht xhtm xhtml xla xlam "
    "xlsb xlsm xltm xsl xslt xul"
)
RUNS = RUN_BY_SERVERS | frozenset(RUNNING_KINDS.split())
"""Programs, and pages of their own that a browser or a server would run: no setting allows them."""


class FileSettings(Model):
    """extra.files in the settings."""

    also: tuple[str, ...] = Field((), max_length=len(DOCUMENTS))
    """Kinds of document that the site offers beside the usual kinds, by the ends of their names, such as docx."""
    credit: bool = False
    """True: the copies of pictures keep who made them and who holds the rights."""


class AllowedFiles(NamedTuple):
    """Endings, in small letters with their dot, and what copies of pictures keep."""

    endings: frozenset[str] = IN_EVERY_SITE
    credit: bool = False

    def may_hold(self, name: str) -> bool:
        """Return True if a site may hold a file of this name."""
        return name in BY_NAME or ending_of(name) in self.endings


def ending_of(name: str) -> str:
    """Return the end of a file's name as it says its kind; empty where there is none."""
    bare, dot, ending = name.lower().rpartition(".")
    return f".{ending}" if bare and dot else ""


def would_run(name: str) -> bool:
    """Return True if a browser, a server or a computer may run a file of this name."""
    parts = re.split(r"[.;:]+", name.lower().rstrip(". "))[1:]
    return bool(parts) and (parts[-1] in RUNS or not RUN_BY_SERVERS.isdisjoint(parts))


def allowed_files(settings: list[Tree]) -> Read[AllowedFiles]:
    """Return which files may be published. `settings`: mkdocs.yml and what it inherits."""
    said = setting(settings, "extra", "files")
    if said is None or said[1].value == "":
        return Read(AllowedFiles())
    tree = Tree(*said)
    found, problems = validate(FileSettings, tree)
    kinds = found.also if found else ()
    wrong = [kind_problem(tree, n, kind) for n, kind in enumerate(kinds) if kind.lower().lstrip(".") not in DOCUMENTS]
    more = {f".{kind.lower().lstrip('.')}" for kind in kinds} & {f".{kind}" for kind in DOCUMENTS}
    return Read(AllowedFiles(IN_EVERY_SITE | more, bool(found and found.credit)), (*problems, *wrong))


def kind_problem(tree: Tree, number: int, kind: str) -> Problem:
    """Return why a kind of file cannot be added."""
    bare, at = kind.lower().lstrip("."), tree.position(("also", number))
    if bare in RUNS:
        what = f"“{kind}” files run by themselves or are pages of their own, and no site may hold them"
        return problem_at(tree.path, at, what, "take it out")
    if f".{bare}" in IN_EVERY_SITE:
        return problem_at(tree.path, at, f"every site may hold “{kind}” files already", "take it out")
    return problem_at(
        tree.path, at, f"“{kind}” is no kind of document that a site may offer", suggestion(bare, DOCUMENTS)
    )
