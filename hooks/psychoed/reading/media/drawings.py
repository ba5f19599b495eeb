"""Drawings (SVG) are read by namespace against a list of what may stand in one: no programs, no other files, no comments."""

import base64
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from psychoed.reading.media.drawing_styles import style_fault, without_style_comments
from psychoed.reading.media.outcome import Opened, not_what_it_says, weight
from psychoed.reading.media.pictures import open_picture
from psychoed.reading.problem import Fault

SVG, XLINK, XML_NAMES = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
HEAVY_DRAWING = 300_000
DRAWING_ELEMENTS = """
    a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
    feTurbulence filter g image line linearGradient marker mask path pattern polygon polyline radialGradient rect stop
    style svg switch symbol text textPath title tspan use view
"""
"""Elements of SVG that a drawing may hold."""
KEPT_ELEMENTS = frozenset(DRAWING_ELEMENTS.split())
DROPPED = frozenset({"metadata"})
"""What programs write for themselves, and no reader sees."""
DRAWING_ATTRIBUTES = """
    accumulate alignment-baseline alt amplitude azimuth baseFrequency baseline-shift bias class clip clip-path clip-rule
    clipPathUnits color color-interpolation color-interpolation-filters color-rendering cursor cx cy d diffuseConstant
    direction display divisor dominant-baseline dx dy edgeMode elevation enable-background exponent fill fill-opacity
    fill-rule filter filterUnits flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style
    font-variant font-weight fr fx fy gradientTransform gradientUnits height href id image-rendering in in2 intercept
    isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength lang lengthAdjust letter-spacing lighting-color
    limitingConeAngle marker marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type
    maskContentUnits maskUnits mix-blend-mode mode numOctaves offset opacity operator order orient overflow paint-order
    pathLength patternContentUnits patternTransform patternUnits pointer-events points pointsAtX pointsAtY pointsAtZ
    preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY rel result role rotate rx ry scale seed
    shape-rendering slope spacing spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style
    surfaceScale systemLanguage tabindex tableValues target targetX targetY text-anchor text-decoration text-rendering
    textLength title transform transform-origin type unicode-bidi values vector-effect version viewBox visibility width
    word-spacing white-space writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z aria-hidden aria-label
    aria-labelledby aria-describedby
"""
"""Attributes that a copy keeps. Those of programs, such as inkscape:label, are dropped."""
KEPT_ATTRIBUTES = frozenset(DRAWING_ATTRIBUTES.split())
PICTURE_DATA = re.compile(r"data:image/(png|jpe?g|gif|webp);base64,(.*)", re.IGNORECASE | re.DOTALL)
SAVE_PLAIN = "save it again as plain SVG"


def open_drawing(name: str, data: bytes) -> Opened:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        at = f" from line {error.lineno} on" if isinstance(error, etree.XMLSyntaxError) else ""
        return Opened(fault=Fault(f"the drawing “{name}” cannot be read{at}", SAVE_PLAIN))
    if local_name(root) != "svg":
        return Opened(fault=Fault(f"“{name}” does not hold a drawing", SAVE_PLAIN))
    if etree.QName(root).namespace is None:
        what = f"browsers show nothing of “{name}”, which does not say that it is SVG"
        return Opened(fault=Fault(what, f'begin it with <svg xmlns="{SVG}">'))
    drop_empty_frames(root)
    fault = first_fault(root)
    if fault is None:
        drop_what_programs_wrote(root)
        lost = ("the facts beside the pictures in it",) if pictures_cleaned(root) else ()
        fault = first_fault(root)  # of the copy: what was dropped may have parted two halves
    if fault:
        return Opened(fault=Fault(f"the drawing “{name}” holds {fault.what}", fault.instead))
    etree.cleanup_namespaces(root)
    copy: bytes = etree.tostring(root, encoding="utf-8")
    return Opened(copy, lost=lost, advice=drawing_weight(name, len(copy)))


def first_fault(root: Any) -> Fault | None:
    """Return the first fault in a drawing, with its line."""
    for element in root.iter():
        if fault := element_fault(element):
            line = f" (line {element.sourceline})" if element.sourceline else ""
            return fault._replace(what=f"{fault.what}{line}")
    return None


def drop_empty_frames(root: Any) -> None:
    """Take out frames for HTML that show nothing: Illustrator puts its own form into one, and Figma a blur."""
    for frame in list(root.iter(f"{{{SVG}}}foreignObject")):
        inside = [one for one in frame.iterdescendants() if isinstance(one.tag, str)]
        shown = any(etree.QName(one).localname != "div" and is_html_or_svg(one) for one in inside)
        if not shown and not "".join(frame.itertext()).strip():
            drop(frame)


def is_html_or_svg(element: Any) -> bool:
    return "www.w3.org" in str(etree.QName(element).namespace or "www.w3.org")


def local_name(element: Any) -> str:
    """Return the name of an element of SVG; empty for one of another namespace."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return str(name.localname) if name.namespace in (SVG, None) else ""


def element_fault(element: Any) -> Fault | None:
    """Return why a drawing that holds this is not published."""
    if isinstance(element, etree._Entity):
        return Fault("text that stands elsewhere in the file (an entity)", SAVE_PLAIN)
    if not isinstance(element.tag, str):
        return None
    name, plain = local_name(element), str(etree.QName(element).localname)
    if plain.lower() in ("script", "handler", "listener"):
        return Fault("a program", SAVE_PLAIN)
    if not name:  # a program's own notes, which the copy is without
        return Fault(f"<{plain}> of HTML", SAVE_PLAIN) if "xhtml" in str(etree.QName(element).namespace) else None
    if name not in KEPT_ELEMENTS | DROPPED and not is_in_notes(element):
        moves = name.startswith("animate") or name in ("set", "discard", "mpath")
        return Fault(f"<{name}>", "take out what moves or changes by itself" if moves else SAVE_PLAIN)
    if name == "style" and len(element):
        return Fault("something else within its styles", SAVE_PLAIN)
    if name == "style" and (wrong := style_fault(element.text or "")):
        return wrong
    if name in ("image", "feImage") and (wrong := embedded_fault(element)):
        return wrong
    return next((fault for key, value in element.attrib.items() if (fault := attribute_fault(name, key, value))), None)


def is_in_notes(element: Any) -> bool:
    """Return True for what stands inside the notes of a program, all of which are dropped."""
    return any(not local_name(one) or local_name(one) in DROPPED for one in element.iterancestors())


def attribute_fault(element: str, key: str, value: str) -> Fault | None:
    name = str(etree.QName(key).localname)
    if name.lower().startswith("on") and len(name) > 2 and etree.QName(key).namespace is None:
        return Fault(f"a program (in “{name}”)", SAVE_PLAIN)
    if name == "href":
        return address_in_drawing_fault(element, re.sub(r"[\x00-\x20]+", "", value))
    if name == "base" and etree.QName(key).namespace == XML_NAMES:
        return Fault("an address for all others (xml:base)", SAVE_PLAIN)
    return style_fault(value) if "(" in value or name == "style" else None


def address_in_drawing_fault(element: str, address: str) -> Fault | None:
    """Return what is wrong with what a link or a picture in a drawing names."""
    if address.startswith("#"):
        return None
    if element == "a":
        scheme = re.match(r"([a-z][a-z0-9+.-]*):", address, re.IGNORECASE)
        plain = not scheme or scheme[1].lower() in ("https", "mailto", "tel", "sms")
        return None if plain else Fault(f"a link to “{address[:40]}”", "link to an https: address")
    if element in ("image", "feImage") and PICTURE_DATA.match(address):
        return None
    if address.lower().startswith("data:"):
        return Fault("a file that is no picture (data:)", "embed only PNG, JPEG, GIF or WebP")
    return Fault(f"something of another file, “{address[:60]}”", "put all of it into this file")


def drop_what_programs_wrote(root: Any) -> None:
    """Take away elements and attributes of other namespaces, metadata, and comments of styles."""
    for element in list(root.iter()):
        name = local_name(element)
        if not name or name in DROPPED:
            drop(element)
            continue
        for key in list(element.attrib):
            space, plain = etree.QName(key).namespace, etree.QName(key).localname
            known = plain in KEPT_ATTRIBUTES if space is None else (space == XLINK and plain in ("href", "title"))
            if not known and not (space == XML_NAMES and plain in ("lang", "space")):
                del element.attrib[key]
        if name == "style":
            element.text = without_style_comments(element.text or "")
        if style := element.get("style"):
            element.set("style", without_style_comments(style))


def drop(element: Any) -> None:
    """Take an element out, and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def pictures_cleaned(root: Any) -> bool:
    """Put clean copies in the place of the pictures that a drawing holds. Return True if they lost something."""
    lost = False
    for element in root.iter(f"{{{SVG}}}image", f"{{{SVG}}}feImage"):
        for key, kind, opened in list(embedded(element)):
            element.set(key, f"data:image/{kind};base64,{base64.b64encode(opened.copy or b'').decode()}")
            lost = lost or bool(opened.lost)
    return lost


def embedded_fault(element: Any) -> Fault | None:
    """Return why a picture inside a drawing cannot be shown."""
    broken = any(opened.fault for _, _, opened in embedded(element))
    return Fault("a picture that is broken", "put the picture in again") if broken else None


def embedded(element: Any) -> Iterator[tuple[str, str, Opened]]:
    """Yield each picture that an element holds, opened, with its attribute and its kind."""
    for key, value in element.attrib.items():
        if found := PICTURE_DATA.match(re.sub(r"\s+", "", value)):
            kind = found[1].lower()
            try:
                yield key, kind, open_picture(f"picture.{kind}", base64.b64decode(found[2]))
            except Exception:  # a decoder may raise anything at bytes that were made to break it
                yield key, kind, not_what_it_says(f"picture.{kind}")


def drawing_weight(name: str, size: int) -> Fault | None:
    if size <= HEAVY_DRAWING:
        return None
    instead = "simplify its paths, or save it as a PNG or WebP, 1,600 dots wide"
    return Fault(f"the drawing “{name}” weighs {weight(size)}", instead, "file-weight")
