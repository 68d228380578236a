"""Errors that carry a Vietnamese sentence: what happened, to what, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class AppError(Exception):
    """Say to the officer, in one complete sentence, what could not be done and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class BadFile(AppError):
    """A file from outside is broken, foreign, or not what it should be."""


class NotFound(AppError):
    """A plan, row, period or file that was asked for does not exist."""


class AmbiguousRequest(AppError):
    """A request that fits more than one thing (a period of two duties, a number of two rows)."""


class StoreError(AppError):
    """The store cannot be opened, read or written."""


class StoreBusy(StoreError):
    """Another program holds the store."""


class NewerStore(StoreError):
    """The store was written by a newer version of the app."""


class PeriodLocked(StoreError):
    """The period was issued or closed; it has to be reopened with a reason first."""


class FolderError(AppError):
    """A folder or file cannot be written (read-only, full, open in another program)."""


class BadNumber(AppError):
    """Text that is no number as Vietnamese officers write it."""


class AmbiguousNumber(BadNumber):
    """Text such as 1.234 that may mean two numbers; `choices` holds both as plain decimals."""

    def __init__(self, sentence: str, choices: tuple[str, str]) -> None:
        super().__init__(sentence)
        self.choices = choices


@dataclass(frozen=True, slots=True)
class LineProblem:
    """One wrong line of a file of figures: its number (1 = first line of the file) and why."""

    line: int
    reason: str


class BadFigures(AppError):
    """A file of figures with wrong lines; nothing of it is recorded."""

    def __init__(self, sentence: str, problems: Sequence[LineProblem]) -> None:
        super().__init__(sentence)
        self.problems = tuple(problems)
