"""The files of the site: what is made from the library joins what the site generator found."""

import json
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel

from psychoed.build.edition import make_edition
from psychoed.build.policy import page_policy
from psychoed.checks.links.navigation import wrong_entries
from psychoed.door.current_build import CurrentBuild, log
from psychoed.door.navigation import leave_out, navigation_in_site, navigation_without
from psychoed.editing.waiting import newer_texts_page
from psychoed.library.sources import PacketSource, PageSource, SheetSource
from psychoed.model.file_addresses import address_in_site, file_address
from psychoed.reading.media.drawing_styles import without_style_comments
from psychoed.reading.media.outcome import Opened
from psychoed.views.web.moved import moved_pages
from psychoed.views.web.offline import with_links_to_files
from psychoed.views.web.preview import problems_html

LICENSE = "-LICENSE.txt"
"""Behind the name of a program of somebody else that the theme brings."""


def all_files(build: CurrentBuild, files: Files, config: MkDocsConfig) -> Files:
    """Read and check all that the clinic wrote, and add what is made from it."""
    build.edition = edition = make_edition(build.project, log.info)
    build.reporter.tell(edition.problems, edition.advice)
    if not edition.library.ready:
        return only_problems(build, files, config)
    publish_only(build, files, config)
    leave_comments_out(files)
    for path, data in edition.site_files().items():
        files.append(File.generated(config, path, content=data, inclusion=InclusionLevel.INCLUDED))
    for source in edition.library.sources():
        if not isinstance(source, PageSource):
            files.append(made_page(source, config))
    if build.preview and (page := newer_texts_page(build.project.root)):
        files.append(File.generated(config, "newer-texts.html", content=page))
        log.info("Texts of the package are newer than those here: see newer-texts.html, or run `psychoed texts`.")
    for path, html in moved_pages(edition.library, build.blocks, "" if build.preview else page_policy()).items():
        whole = with_links_to_files(html) if build.project.offline else html
        files.append(File.generated(config, path, content=whole, inclusion=InclusionLevel.INCLUDED))
    leave_out(edition.library.unread, files, config, preview=build.preview)
    config.nav = navigation_without(config.nav, wrong_entries(edition.whole, build.project.content))
    name_files_as_published(config)
    return files


def publish_only(build: CurrentBuild, files: Files, config: MkDocsConfig) -> None:
    """Keep off the site whatever is no page of the library and no file of a kind that a site may hold, and publish of the
    others the copies that hold nothing else."""
    project, edition = build.project, build.edition
    folders = {project.content.resolve(): "content"}
    if project.own_theme:
        folders[project.own_theme] = project.own_theme.name
    for file in list(files):
        found = folders.get(Path(file.src_dir).resolve()) if file.src_dir else None
        if not found or (file.is_documentation_page() and file.src_uri in edition.whole.paths):
            continue
        opened = edition.added[found].published.get(file.src_uri)
        if opened is None:
            files.remove(file)
        elif found == "content" and (address := file_address(file.src_uri)) != file.src_uri:
            files.remove(file)
            publish_at(address, opened, file, files, config)
        elif opened.copy is not None:
            file.content_bytes = opened.copy
    if backups := sum(len(added.backups) for added in edition.added.values()):
        log.info(
            "Left out, as usual: %s of editors and systems, such as backups.",
            f"{backups} files" if backups > 1 else "a file",
        )


def leave_comments_out(files: Files) -> None:
    """Publish style sheets, and the scripts of the theme, without their comments, which are for those who write them.
    A program of somebody else, beside which its license lies, stays as it came."""
    theirs = {f"{file.src_uri.removesuffix(LICENSE)}.js" for file in files if file.src_uri.endswith(LICENSE)}
    for file in files:
        if file.src_uri.endswith(".css") and not file.src_uri.endswith(".min.css"):
            file.content_bytes = changed_text(file, without_style_comments)
        elif file.src_uri.startswith("assets/js/") and file.src_uri.endswith(".js") and file.src_uri not in theirs:
            file.content_bytes = changed_text(file, without_line_comments)


def changed_text(file: File, change: Callable[[str], str]) -> bytes:
    return change(file.content_bytes.decode("latin-1")).encode("latin-1")  # any other byte stays what it is


def without_line_comments(script: str) -> str:
    """Return a script without the lines that are only a comment, but for those in a text that goes over several lines."""
    kept, in_text = [], False
    for line in script.splitlines(keepends=True):
        if in_text or not line.lstrip().startswith("//"):
            kept.append(line)
            in_text ^= line.count("`") % 2 == 1
    return "".join(kept)


def name_files_as_published(config: MkDocsConfig) -> None:
    """Have the settings name files by the addresses at which they are published."""
    config.nav = navigation_in_site(config.nav)
    for key in ("favicon", "logo"):
        if typed := config.theme.get(key):
            config.theme[key] = address_in_site(str(typed))


def publish_at(address: str, opened: Opened, file: File, files: Files, config: MkDocsConfig) -> None:
    """Publish a file under another name than its own, where no other one has it: then both have a Problem."""
    if files.get_file_from_path(address):
        return
    kept = {"content": opened.copy} if opened.copy is not None else {"abs_src_path": file.abs_src_path}
    files.append(File.generated(config, address, inclusion=file.inclusion, **kept))


def only_problems(build: CurrentBuild, files: Files, config: MkDocsConfig) -> Files:
    """Return a site of nothing but the Problems, for a preview: without the clinic's details or the template's words no
    page can be drawn."""
    build.reporter.conclude("nothing")
    if not build.preview:
        raise Abort("Nothing can be built before these are mended.")
    html = problems_html(build.edition.problems, build.blocks, alone=True)
    pages = [file.dest_uri for file in files.documentation_pages()]
    config.nav, config.theme.static_templates = [], set()
    return Files([File.generated(config, uri, content=html) for uri in {"index.html", "404.html", *pages}])


def made_page(source: SheetSource | PacketSource, config: MkDocsConfig) -> File:
    """Return a page that the site generator knows, so that links to it are checked; its content comes later."""
    template = "worksheet.html" if isinstance(source, SheetSource) else "packet.html"
    content = f"---\ntemplate: {template}\ntitle: {json.dumps(source.title, ensure_ascii=False)}\n---\n"
    return File.generated(config, source.path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
