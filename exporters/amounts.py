"""Figures with their units inside sentences: rates, ranks, counts, and how they moved."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from exporters.prose import count_text
from models.numbers import format_number, round_half_up
from models.plans import IndicatorRow
from models.shown import fixed, places_of
from models.targets import unit_of
from models.text import fold

RANK = "thu bac"
POINTS = "điểm phần trăm"
NO_BREAK = "\u00a0"
_COMPARED = re.compile(r"([≥≤><=≈]) (?=\d)")


def is_rank(row: IndicatorRow) -> bool:
    """Tell whether the row's figures are places in a ranking, where the lower is the better."""
    return fold(row.unit) == RANK


def with_unit(number: str, unit: str) -> str:
    """Return a number with its unit as prose writes it: 84,9%, 45% dân số, 12 bài viết, thứ 18."""
    if fold(unit) == RANK:
        return f"thứ {number}"
    return f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}".rstrip()


def amount_words(number: str, unit: str) -> str:
    """Return a number with its unit in a sentence, what was counted written like all counts: 03 bài viết."""
    counted = number.isdigit() and unit and not unit.startswith("%") and fold(unit) != RANK
    return with_unit(count_text(int(number)) if counted else number, unit)


def target_with_unit(row: IndicatorRow, printed: str) -> str:
    """Return a printed target with the sign that the plan prints in its column of units: ≥ 70 becomes ≥ 70%."""
    bare = row.unit.startswith("%") and "%" not in printed and printed[-1:].isdigit()
    return unparted(f"{printed}{row.unit}" if bare else printed)


def unparted(printed: str) -> str:
    """Keep a comparison on one line with its number: no line of prose ends with the ≥ of ≥ 50%."""
    return _COMPARED.sub(rf"\1{NO_BREAK}", printed)


def change_words(
    row: IndicatorRow, now: Fraction, before: Fraction, joined: Callable[[str, str], str] = with_unit
) -> str:
    """Return how a figure moved: `tăng 4,0 điểm phần trăm`, `giảm 2 doanh nghiệp`, `tăng 2 bậc`; empty for nothing.

    `joined` writes the amount with its unit.
    """
    size = abs(now - before)
    if not round_half_up(size, places_of(row)):
        return ""
    if is_rank(row):
        return f"{'tăng' if now < before else 'giảm'} {joined(format_number(size), 'bậc')}"
    amount = f"{fixed(size, places_of(row))} {POINTS}" if unit_of(row) == "%" else joined(format_number(size), row.unit)
    return f"{'tăng' if now > before else 'giảm'} {amount}"
