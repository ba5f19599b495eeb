"""Plugins whose work is done here, although settings name them, as those of older folders do."""

from mkdocs.config.defaults import MkDocsConfig

REPLACED = "search"
"""The site generator's own search: this site has an index and a script of its own."""


def leave_out_search(config: MkDocsConfig) -> None:
    """Take the search of the site generator off all events that are still to come."""
    for name in [name for name in config.plugins if name.rpartition("/")[2] == REPLACED]:
        replaced = config.plugins.pop(name)
        for methods in config.plugins.events.values():
            methods[:] = [method for method in methods if getattr(method, "__self__", None) is not replaced]
