"""The framed view: a page once more at <page>/embed/, without bar and foot, for a frame on the clinic's own website."""

import re

OWN_ADDRESS = re.compile(r'(\s(?:href|src|poster)=")(?!#|/|[a-z][a-z0-9+.-]*:)')
CHOICE_OF_PICTURES = re.compile(r'(?<=\ssrcset=")[^"]*')
LINK = re.compile(r'<a (?![^>]*\btarget=)(?=[^>]*\bhref="(?!#|tel:|sms:|mailto:))')


def embed_path(page: str) -> str:
    """Where the framed view of a built page such as kat/before/index.html lies."""
    return f"{page.removesuffix('index.html')}embed/index.html"


def one_folder_down(html: str) -> str:
    """A page's HTML for a place one folder below it. Its links open beside, so that nothing typed here is lost."""
    html = CHOICE_OF_PICTURES.sub(lambda found: re.sub(r"(^|,)\s*", r"\1 ../", found[0]).strip(), html)
    return LINK.sub('<a target="_blank" ', OWN_ADDRESS.sub(r"\1../", html))
