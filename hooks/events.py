"""The hook that mkdocs.yml names: the events of the door, under their own names."""

from psychoed.door.hook import *  # noqa: F403
