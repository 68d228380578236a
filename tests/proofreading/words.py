"""Words of a text and of a plan file, and what a proofreading finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.text import nfc

TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark and where it stands: a line of the text, or a cell (and its row) of the plan file."""

    text: str
    place: str
    row: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of words that the text and the file do not share in place, and why (empty: unexplained)."""

    words: str
    place: str
    reason: str


def tokens(text: str) -> list[str]:
    """Cut a text into words and single marks, so that line breaks and spaces do not count."""
    return TOKEN.findall(nfc(text))


def words_of(text: str, place: str, row: str = "") -> list[Word]:
    """Return the words of a text that stands in one place."""
    return [Word(token, place, row) for token in tokens(text)]


def finding(words: Sequence[Word], reason: str) -> Finding:
    """Return what is said of words that stand together."""
    return Finding(" ".join(word.text for word in words), words[0].place, reason)


def place_of(wanted: Sequence[str], among: Sequence[str], start: int = 0) -> int | None:
    """Return where words stand one after the other from `start` on; None where they do not."""
    size = len(wanted)
    first = wanted[0]
    for at in range(start, len(among) - size + 1):
        if among[at] == first and list(among[at : at + size]) == list(wanted):
            return at
    return None


def texts(words: Iterable[Word]) -> list[str]:
    """Return the bare words."""
    return [word.text for word in words]
