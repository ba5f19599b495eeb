"""Whether the middle of a web address names a site that readers can open: its name or number, and its port."""

import ipaddress
import re

from psychoed.reading.problem import Fault

HERE = re.compile(r"(?:localhost|.*\.(?:local|localhost|lan|internal|home|corp))$", re.I)
PART = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
"""A part of a site's name, between two dots."""
MISTYPED_ENDS = {"con": "com", "cmo": "com", "ocm": "com", "comm": "com", "ogr": "org", "orgg": "org", "nte": "net", "gvo": "gov", "ued": "edu"}  # fmt: skip


def address_fault(what: str, instead: str, rule: str = "link-form") -> Fault:
    """Return what is wrong with an address: most often its form."""
    return Fault(what, instead, rule)


def host_fault(typed: str, host: str) -> Fault | None:
    """Return what is wrong with the name of a site, or with the number it stands for."""
    bare = host.strip("[]")
    if ":" in host or host.startswith("[") or re.fullmatch(r"[\d.]+", host):
        try:
            number = ipaddress.ip_address(bare)
        except ValueError:
            return address_fault(
                f"“{host}” is not the number of a site", "write its name, such as https://www.clinic.example"
            )
        return only_here(typed) if not number.is_global and bare.split(":")[0] != "2001" else None
    if HERE.match(host):
        return only_here(typed)
    parts = host.removesuffix(".").split(".")
    if len(parts) < 2 or not all(PART.fullmatch(part) for part in parts):
        return address_fault(
            f"“{host}” is not the name of a site", "write it whole, such as https://www.clinic.example"
        )
    if re.fullmatch(r"w{2}|w{4,5}", parts[0]):
        return address_fault(f"“{host}” is mistyped", f"write {'.'.join(['www', *parts[1:]])}")
    if right := MISTYPED_ENDS.get(parts[-1].lower()):
        return address_fault(f"“{host}” is mistyped", f"write {'.'.join([*parts[:-1], right])}")
    return None


def only_here(typed: str) -> Fault:
    return address_fault(f"“{typed}” can be opened on one computer only", "write the address that your readers have")


def port_fault(typed: str, rest: str) -> Fault | None:
    """Return what is wrong with the port. `rest`: what follows the name of the site."""
    port = re.match(r":([^/?#]*)", rest)
    if port and not (port[1].isdecimal() and 0 < int(port[1]) < 65536):
        what = f"“{port[0]}” in “{typed}” is not the number of a port"
        return address_fault(what, "take it out")
    return None
