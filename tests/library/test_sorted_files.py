"""What lies beside pages is sorted by its name before it is opened."""

from pathlib import Path

from psychoed.library.added_files import added_to_content, added_to_theme
from psychoed.model.allowed_files import AllowedFiles

FILES = {
    ".nojekyll": "",
    ".well-known/security.txt": "Contact: mailto:a@clinic.example",
    ".git/config": "x",
    "robots.txt": "User-agent: *",
    "page.md": "x",
    "notes.txt": "x",
    "_redirects": "/a /b",
    "google0123abcd.html": "google-site-verification",
    "photo.asp;.jpg": "x",
    "notes.md.bak": "x",
    "ours.js": "x()",
}


def test_hosts_find_what_they_look_for_and_nothing_else_is_published(tmp_path: Path):
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    found = added_to_content(tmp_path, AllowedFiles())
    assert {*found.published} == {".nojekyll", ".well-known/security.txt", "robots.txt"}
    programs = {"ours.js", "google0123abcd.html", "photo.asp;.jpg"}
    assert {*found.left_out} == {"notes.txt", "_redirects", *programs}
    assert found.programs == programs
    assert "your host" in found.left_out["_redirects"].instead
    assert "DNS" in found.left_out["google0123abcd.html"].instead
    assert found.backups == ("notes.md.bak",)
    assert "ours.js" in added_to_theme(tmp_path, AllowedFiles()).published
