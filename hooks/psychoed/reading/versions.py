"""Versions of this package: a folder that builds with one goes on building with the next.

A new demand is announced as Advice before it is a Problem: its rule says from which version on that is.
"""

from packaging.version import InvalidVersion, Version

from psychoed import __version__


def readable_version(version: str) -> str:
    """Return the version; raise ValueError if it is none."""
    try:
        return str(Version(version))
    except InvalidVersion as error:
        raise ValueError(f"“{version}” is not a version|write it as 0.3.0, in quotes") from error


def is_still_to_come(version: str) -> bool:
    """Return True if this is an older version than the one named; an empty name is of no version."""
    return bool(version) and Version(__version__) < Version(version)
