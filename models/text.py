"""Vietnamese text: one Unicode form, folding for search, the order of the Vietnamese alphabet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: rank for rank, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_DIGITS, _FIRST_LETTER = 0, 1


def nfc(text: str) -> str:
    """Return the text in Unicode NFC, the only form that is stored and printed."""
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return the text in NFC with every run of white space as one space."""
    return " ".join(nfc(text).split())


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return lower-case text without diacritics (đ as d), for search and for comparing spellings."""
    parts = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(mark for mark in parts if not unicodedata.combining(mark))
    return nfc(bare.replace("đ", "d"))


SortKey = tuple[tuple[tuple[tuple[tuple[int, int], ...], int], ...], str]
"""For every word its letters and its tone, then the text itself."""


def sort_key(text: str) -> SortKey:
    """Return the key that sorts as Vietnamese dictionaries do: word by word, letters first, then tones.

    Tones: ngang, huyền, hỏi, ngã, sắc, nặng; where the mark sits (hóa, hoá) does not matter. Numbers stand
    before letters and count as a whole (`Thôn 2` before `Thôn 10`); marks such as hyphens do not count.
    """
    plain = one_line(text)
    words = (_word_key(word) for word in plain.casefold().split(" "))
    return tuple(word for word in words if word[0]), plain


def _word_key(word: str) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return a word's letters (and whole numbers) in alphabetical ranks, and its tone."""
    places: list[tuple[int, int]] = []
    tone = 0
    for part in re.findall(r"\d{1,18}|\D", word):
        if part[0].isdecimal():
            places.append((_DIGITS, int(part)))
            continue
        place, own_tone = _place(part)
        places.extend(place)
        tone = max(tone, own_tone)
    return tuple(places), tone


@lru_cache(maxsize=1024)
def _place(letter: str) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return a letter's place in the alphabet (none for a mark) and its tone; foreign letters stand last."""
    parts = unicodedata.normalize("NFD", letter)
    tone = max((_TONES.get(mark, 0) for mark in parts), default=0)
    base = nfc("".join(mark for mark in parts if mark not in _TONES))
    if base in _RANKS:
        return ((_FIRST_LETTER, _RANKS[base]),), tone
    foreign = base[:1].isalpha()
    return (((_FIRST_LETTER, len(_LETTERS) + ord(base[0])),) if foreign else ()), tone
