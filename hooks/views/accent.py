"""The clinic's color as a style sheet of its own: the security policy refuses styles inside a page."""

from library.clinic import in_the_dark


def accent_css(colour: str) -> str:
    """The pen of the site: the clinic's color on light paper, and a lighter one in the dark."""
    return f":root {{ --pen: light-dark({colour}, {in_the_dark(colour)}); }}\n"
