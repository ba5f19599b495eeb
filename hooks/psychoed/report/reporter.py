"""Tells whoever builds what was found: in the terminal, beside the lines of a pull request, and in a file for machines."""

import logging
import os
import sys
from collections.abc import Iterable
from itertools import groupby

from psychoed.reading.problem import Problem
from psychoed.report.formats import Findings, annotations, write_report
from psychoed.report.terminal import Outcome, closing, heading_of, in_color, line_of


class Reporter:
    """What one build has found so far, and where it is reported."""

    def __init__(self, log: logging.Logger) -> None:
        self.log = log
        self.found = Findings(())
        self.color = in_color(sys.stderr, os.environ)

    def tell(self, problems: Iterable[Problem], advice: Iterable[Problem]) -> Findings:
        """Log Problems as errors, so that a strict build fails on them with and without --quiet, and Advice, which
        never fails one."""
        found = Findings.of(problems, advice)
        for path, of_file in groupby(found.problems, lambda problem: problem.path):
            listed = list(of_file)
            above = f"{heading_of(path, len(listed))}\n" if self.color else ""
            for problem in listed:
                self.log.error("%s%s", above, line_of(problem, color=self.color))
                above = ""
        for one in found.advice:
            self.log.info("Advice: %s", line_of(one, color=self.color))
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(*annotations(found), sep="\n")
        self.found = Findings.of([*self.found.problems, *found.problems], [*self.found.advice, *found.advice])
        return found

    def conclude(self, outcome: Outcome) -> None:
        """Say the last words on what was found, and write the report for machines."""
        for line in closing(self.found, outcome, color=self.color):
            self.log.error("%s", line)
        try:
            if file := write_report(self.found, os.environ):
                self.log.info("The report is in %s.", file)
        except OSError as error:
            self.log.error("The report cannot be written (%s); name a file in a folder that is there.", error)
