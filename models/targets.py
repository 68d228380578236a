"""A printed target as understood: a comparison, its numbers and its unit, or words judged by hand.

How plans are read: a bare "80" means at least 80; a range is reached at its lower end; "Top 20" and
"< 10" in a ranking are ranks, lower is better; "Duy trì" carries the last target; ">00" is printed
and not judged; "Báo cáo" asks for a report, known by its number; what is assigned each year waits for that year's
decision. What is no number stays text and is judged by hand; what holds numbers that cannot be
read is UNKNOWN, so that the officer is asked and nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from models.errors import BadNumber
from models.numbers import format_number, parse_number
from models.plans import IndicatorRow
from models.text import fold, one_line
from models.words import NOT_UNDERSTOOD, PRINTED_ONLY


class Comparison(StrEnum):
    """How a figure is held against a target."""

    AT_LEAST = "at_least"
    ABOVE = "above"
    EQUAL = "equal"
    AT_MOST = "at_most"
    BELOW = "below"
    ABOUT = "about"
    RANGE = "range"
    RANK = "rank"
    PARTS = "parts"
    TEXT = "text"
    REPORT = "report"
    ASSIGNED = "assigned"
    KEEP = "keep"
    UNJUDGED = "unjudged"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Target:
    """A target as printed and as understood.

    `low` is the number to reach (of a range its lower end, of a rank the worst place that counts), `high` only
    a range's upper end, `unit` "%" or "". `scope` keeps the words after the number ("GRDP", "đối với …").
    PARTS has one target for each part and is reached when all are.
    """

    printed: str
    comparison: Comparison
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    scope: str = ""
    parts: tuple[Target, ...] = ()


NUMERIC = frozenset(
    {
        Comparison.AT_LEAST,
        Comparison.ABOVE,
        Comparison.EQUAL,
        Comparison.AT_MOST,
        Comparison.BELOW,
        Comparison.ABOUT,
        Comparison.RANGE,
        Comparison.RANK,
        Comparison.PARTS,
    }
)
ONE_NUMBER = NUMERIC - {Comparison.PARTS}
"""What one number answers; the parts of PARTS may each have their own figure, told in words and judged by hand."""
LOWER_IS_BETTER = frozenset({Comparison.AT_MOST, Comparison.BELOW, Comparison.RANK})

_SIGNS = {
    ">=": Comparison.AT_LEAST,
    "=>": Comparison.AT_LEAST,
    "≥": Comparison.AT_LEAST,
    "ít nhất": Comparison.AT_LEAST,
    "tối thiểu": Comparison.AT_LEAST,
    "<=": Comparison.AT_MOST,
    "=<": Comparison.AT_MOST,
    "≤": Comparison.AT_MOST,
    "không quá": Comparison.AT_MOST,
    "tối đa": Comparison.AT_MOST,
    ">": Comparison.ABOVE,
    "trên": Comparison.ABOVE,
    "hơn": Comparison.ABOVE,
    "<": Comparison.BELOW,
    "dưới": Comparison.BELOW,
    "=": Comparison.EQUAL,
    "đúng": Comparison.EQUAL,
    "≈": Comparison.ABOUT,
    "~": Comparison.ABOUT,
    "khoảng": Comparison.ABOUT,
}
_AFTER = {"trở lên": Comparison.AT_LEAST, "trở xuống": Comparison.AT_MOST}
_PHRASES = {
    Comparison.TEXT: "đánh giá theo lời văn của kế hoạch",
    Comparison.REPORT: "có báo cáo, ghi số và ký hiệu",
    Comparison.ASSIGNED: "theo mục tiêu cấp trên giao từng năm",
    Comparison.KEEP: "duy trì mục tiêu trước",
    Comparison.UNJUDGED: PRINTED_ONLY,
    Comparison.UNKNOWN: NOT_UNDERSTOOD,
}
_FIXED = {fold(phrase): comparison for comparison, phrase in _PHRASES.items()} | {
    "": Comparison.UNKNOWN,
    "duy tri": Comparison.KEEP,
    "bao cao": Comparison.REPORT,
}

_LEAD = r"(?:phấn đấu )?(?:đạt |duy trì |bố trí )?"
_SIGN = r"(?P<sign>[<>=]=|=[<>]|[<>=≥≤≈~]|ít nhất|tối thiểu|không quá|tối đa|trên|hơn|dưới|đúng|khoảng)"
_DIGITS = r"\d+(?:[.,]\d+)*"
_SCOPE = r"(?P<scope>[ (].*)?"
_ONE = re.compile(
    rf"{_LEAD}(?:{_SIGN} ?)?(?P<low>{_DIGITS}) ?(?P<unit>%)?(?: (?P<after>trở lên|trở xuống))?{_SCOPE}", re.I
)
_RANGE = re.compile(
    rf"{_LEAD}(?:từ )?(?P<low>{_DIGITS}) ?(?P<unit>%)? ?(?:[-–—]|đến) ?(?P<high>{_DIGITS}) ?(?P<unit_high>%)?{_SCOPE}",
    re.I,
)
_TOP = re.compile(
    rf"(?:phấn đấu )?(?:đứng |nằm |thuộc |xếp |vào )?(?:trong )?top (?P<low>\d+){_SCOPE}",
    re.I,
)
_NOT_JUDGED = re.compile(r"[>≥]=? ?0{2,} ?%?")
_ASSIGNED = re.compile(r"(?:(?:dat|bang|toi thieu|theo) )*(?:muc tieu|chi tieu) [a-z ]+ giao (?:hang|tung) nam")
_BETWEEN_PARTS = re.compile(rf"(?: và |; ?)(?=(?:{_SIGN.replace('?P<sign>', '?:')} ?)?\d)", re.I)
_LONE_NUMBER = re.compile(rf"(?<!\w){_DIGITS}(?!\w)|[<>=≥≤≈~%]")
# Words that would turn the comparison round or add a second one.
_NOT_IN_SCOPE = re.compile(r"\d|[<>=≥≤≈~]|\b(?:trở|hoặc|tối đa|tối thiểu|ít nhất|không quá)\b", re.I)
_RANK_NAMES = ("xep hang", "thu hang", "thu bac")


@lru_cache(maxsize=4096)
def parse_target(printed: str, name: str = "", unit: str = "") -> Target:
    """Understand a printed target; never raise, keep `printed` exactly.

    `name` and `unit` are the row's: they tell a ranking ("Xếp hạng …", "Thứ bậc") and a percentage printed bare.
    """
    text = one_line(printed).rstrip(" .;,")
    ranking = fold(unit).startswith(_RANK_NAMES) or fold(name).startswith(_RANK_NAMES)
    default_unit = "%" if unit.strip().startswith("%") else ""
    fixed = _FIXED.get(fold(text))
    if fixed is not None:
        return Target(printed, fixed)
    if _ASSIGNED.fullmatch(fold(text)):
        return Target(printed, Comparison.ASSIGNED)
    if _NOT_JUDGED.fullmatch(text):
        return Target(printed, Comparison.UNJUDGED)
    return (
        _parts(printed, text, default_unit)
        or _top(printed, text)
        or _range(printed, text, default_unit)
        or _one(printed, text, default_unit, ranking)
        or Target(printed, Comparison.UNKNOWN if _LONE_NUMBER.search(text) else Comparison.TEXT)
    )


def _parts(printed: str, text: str, default_unit: str) -> Target | None:
    """Read `> 95% đối với A và > 90% đối với B`: each part needs words that say whom it is for."""
    pieces = _BETWEEN_PARTS.split(text)
    if len(pieces) < 2:
        return None
    parts = tuple(_one(piece, piece, default_unit, ranking=False) for piece in pieces)
    found = tuple(part for part in parts if part is not None and part.scope)
    return Target(printed, Comparison.PARTS, parts=found) if len(found) == len(pieces) else None


def _top(printed: str, text: str) -> Target | None:
    """Read `Top 20 …`, `Phấn đấu đứng top 20 toàn tỉnh`."""
    match = _TOP.fullmatch(text)
    low = _number(match["low"]) if match else None
    scope = _scope(match) if match else None
    return Target(printed, Comparison.RANK, low, scope=scope) if low and scope is not None else None


def _range(printed: str, text: str, default_unit: str) -> Target | None:
    """Read `80% - 90%`, `50–55% GRDP`."""
    match = _RANGE.fullmatch(text)
    low, high = (_number(match["low"]), _number(match["high"])) if match else (None, None)
    scope = _scope(match) if match else None
    if match is None or low is None or high is None or low > high or scope is None:
        return None
    unit = "%" if match["unit"] or match["unit_high"] else default_unit
    return Target(printed, Comparison.RANGE, low, high, unit, scope)


def _one(printed: str, text: str, default_unit: str, ranking: bool) -> Target | None:
    """Read a number with at most one comparison: `≥ 0,23%`, `trên 3,5%`, `90`, `80% trở lên`."""
    match = _ONE.fullmatch(text)
    low = _number(match["low"]) if match else None
    scope = _scope(match) if match else None
    if match is None or low is None or scope is None or (match["sign"] and match["after"]):
        return None
    sign, after = (match["sign"] or "").lower(), (match["after"] or "").lower()
    comparison = _SIGNS.get(sign) if sign else _AFTER.get(after, Comparison.AT_LEAST)
    if comparison is None or not (low or sign or after):
        # A bare 0 would be reached by every figure, which no plan means; a sign may be in a foreign letter.
        return None
    if ranking and not match["unit"]:
        return _rank(printed, low, comparison, bool(sign or after), scope)
    return Target(printed, comparison, low, None, "%" if match["unit"] else default_unit, scope)


def _rank(printed: str, low: Decimal, comparison: Comparison, explicit: bool, scope: str) -> Target | None:
    """Read a place of a ranking: `< 10` is place 9 or better, `10` and `≤ 10` are place 10 or better."""
    if comparison is Comparison.BELOW:
        low -= 1
    elif explicit and comparison is not Comparison.AT_MOST:
        return None
    return Target(printed, Comparison.RANK, low, scope=scope) if low >= 1 and low == int(low) else None


def _number(digits: str) -> Decimal | None:
    """Read a number of the plan; None where it is ambiguous (1.234) or none."""
    try:
        return parse_number(digits)
    except BadNumber:
        return None


def _scope(match: re.Match[str]) -> str | None:
    """Return the words after the number; None when they hold another number or comparison."""
    words = (match["scope"] or "").strip()
    return None if _NOT_IN_SCOPE.search(words) else words


def reached(target: Target, amount: Fraction) -> bool:
    """Tell whether the figure reaches the target; False where no number can tell (text, not judged, not understood)."""
    low, comparison = target.low, target.comparison
    if comparison is Comparison.PARTS:
        return all(reached(part, amount) for part in target.parts)
    if low is None:
        return False
    bound = Fraction(low)
    if comparison is Comparison.ABOVE:
        return amount > bound
    if comparison is Comparison.BELOW:
        return amount < bound
    if comparison is Comparison.EQUAL:
        return amount == bound
    return amount <= bound if comparison in LOWER_IS_BETTER else amount >= bound


def exceeded(target: Target, amount: Fraction) -> bool:
    """Tell whether the figure is strictly better than the number of an upward target, of a range its upper end.

    Never for a target of 100 % of a percentage, nor for ranks, upper limits and rough numbers, which are just reached.
    """
    if target.comparison not in (Comparison.AT_LEAST, Comparison.ABOVE, Comparison.RANGE):
        return False
    bound = target.low if target.high is None else target.high
    return bound is not None and amount > Fraction(bound) and not (target.unit == "%" and bound >= 100)


def unit_of(row: IndicatorRow) -> str:
    """Return what a row's figures are measured in for calculations: "%" where unit or targets say so, else its unit.

    Thuận Châu's appendix has no column for units; its targets print the sign.
    """
    unit = row.unit.strip()
    if unit:
        return "%" if unit.startswith("%") else unit
    printed = (parse_target(words, row.name) for words in row.targets.values())
    return "%" if any(target.unit == "%" for target in printed) else ""


def describe(target: Target) -> str:
    """Say in Vietnamese what is understood; parsing the answer gives the same target but for `printed`."""
    if target.comparison is Comparison.PARTS:
        return " và ".join(describe(part) for part in target.parts)
    if target.low is None:
        return _PHRASES[target.comparison]
    low = _written(target.low, target.unit)
    words = {
        Comparison.AT_LEAST: f"ít nhất {low}",
        Comparison.ABOVE: f"trên {low}",
        Comparison.EQUAL: f"đúng {low}",
        Comparison.AT_MOST: f"không quá {low}",
        Comparison.BELOW: f"dưới {low}",
        Comparison.ABOUT: f"khoảng {low}",
        Comparison.RANK: f"trong top {low}",
    }
    if target.high is not None:
        return f"từ {low} đến {_written(target.high, target.unit)} {target.scope}".rstrip()
    return f"{words[target.comparison]} {target.scope}".rstrip()


def _written(number: Decimal, unit: str) -> str:
    """Return a number without dots between thousands, since 1.234 alone could be read as two numbers."""
    return format_number(number).replace(".", "") + unit
