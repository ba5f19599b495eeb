"""Runs the command: `python -m psychoed` where it is installed, `python hooks/psychoed` in a copy of the project."""

import sys
from pathlib import Path

if not __package__:  # this folder was named, and holds modules that are called as others are: it is no place to look
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from psychoed.commands.main import main

main(prog_name="psychoed")
