"""Names that are taken already: replaced, numbered as Windows does (` (2)`), or refused with a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Literal

from models.errors import AppError, FolderError

Existing = Literal["replace", "number", "refuse"]
EXISTING_WORDS: Mapping[Existing, str] = {"replace": "ghi đè", "number": "đánh số tên mới", "refuse": "không ghi"}
MOST_NAMED = 3


def stem_for(folder: Path, stem: str, suffixes: Sequence[str], existing: Existing) -> str:
    """Return the stem under which all of these are written: files that belong together keep one number."""
    taken = _taken(folder, stem, suffixes)
    if not taken or existing == "replace":
        return stem
    if existing == "refuse":
        raise FolderError(
            f"Trong “{folder}” đã có {_named(taken)} nên chưa ghi gì. "
            "Hãy chọn thư mục khác, hoặc cho ghi thành tên mới có đánh số."
        )
    numbered = (f"{stem} ({number})" for number in count(2))
    return next(name for name in numbered if not _taken(folder, name, suffixes))


def check_existing(text: str, choices: Sequence[Existing] = tuple(EXISTING_WORDS)) -> Existing:
    """Return what is to be done with a name that is taken; an AppError names the choices."""
    wanted = text.strip().lower()
    for choice in choices:
        if wanted == choice:
            return choice
    named = ", ".join(f"{choice} ({EXISTING_WORDS[choice]})" for choice in choices)
    raise AppError(f"Không có cách “{text}” cho tên tệp đã có. Hãy chọn: {named}.")


def _taken(folder: Path, stem: str, suffixes: Sequence[str]) -> list[str]:
    return [stem + suffix for suffix in suffixes if (folder / (stem + suffix)).exists()]


def _named(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" và {more} tệp khác" if more > 0 else "")
