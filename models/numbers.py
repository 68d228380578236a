"""Numbers as Vietnamese officers write them: decimal comma, dots between thousands, rounded half up."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from fractions import Fraction

from models.errors import AmbiguousNumber, BadNumber
from models.text import one_line

_GROUP = r"(?:\.\d{3})"
_COMMA_DECIMAL = re.compile(rf"\d+,\d+|[1-9]\d{{0,2}}{_GROUP}+,\d+")
_GROUPED = re.compile(rf"[1-9]\d{{0,2}}{_GROUP}{{2,}}")
_AMBIGUOUS = re.compile(rf"[1-9]\d{{0,2}}{_GROUP}")
_DOT_DECIMAL = re.compile(r"\d+\.\d+")
_WHOLE = re.compile(r"\d+")
_SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_LONGEST = 40


def parse_number(text: str) -> Decimal:
    """Read a typed number: '8,5', '1.234,5', '1.234.567', '1 234,5', '-0,3'; '8.5' is 8,5.

    '1.234' may be 1234 or 1,234 and raises AmbiguousNumber; '0.123' is 0,123, since no group of thousands
    begins with 0. A per cent sign is not part of a number: see split_unit.
    """
    clean = one_line(text).replace("\u2212", "-")
    sign, digits = ("-", clean[1:].lstrip()) if clean.startswith("-") else ("", clean)
    if len(digits) > _LONGEST or not digits.isascii():
        raise _bad(text)
    if _AMBIGUOUS.fullmatch(digits):
        raise _ambiguous(text, sign, digits)
    plain = _plain_digits(digits)
    if plain is None:
        raise _bad(text)
    return Decimal(sign + plain)


def _plain_digits(digits: str) -> str | None:
    """Return unsigned digits with a decimal dot, or None when they are no number."""
    if _SPACED.fullmatch(digits):
        return digits.replace(" ", "").replace(",", ".")
    if _COMMA_DECIMAL.fullmatch(digits):
        return digits.replace(".", "").replace(",", ".")
    if _GROUPED.fullmatch(digits):
        return digits.replace(".", "")
    if _WHOLE.fullmatch(digits) or _DOT_DECIMAL.fullmatch(digits):
        return digits
    return None


def split_unit(text: str) -> tuple[str, str]:
    """Split a trailing per cent sign from a typed figure: '84,9 %' -> ('84,9', '%')."""
    clean = one_line(text)
    return (clean[:-1].rstrip(), "%") if clean.endswith("%") else (clean, "")


def parse_plain(text: str) -> Decimal:
    """Read a number of JSON or of the store: digits with a decimal dot and nothing else."""
    if len(text) > _LONGEST or not text.isascii() or not _PLAIN.fullmatch(text):
        raise BadNumber(
            f"“{_shown(text)}” không phải là số viết theo kiểu máy (chữ số và dấu chấm thập phân, ví dụ 84.9)."
        )
    return Decimal(text)


def round_half_up(value: Fraction | Decimal | int, places: int) -> Decimal:
    """Round to that many decimals, a half away from zero, without passing through binary fractions."""
    doubled = abs(Fraction(value)) * 10**places * 2
    units = (doubled.numerator + doubled.denominator) // (2 * doubled.denominator)
    with localcontext() as context:
        context.prec = max(context.prec, len(str(units)) + 1)
        return Decimal(-units if value < 0 else units).scaleb(-places)


def format_number(value: Decimal | Fraction | int, places: int | None = None) -> str:
    """Return a number as printed: '1.452', '84,9'; no trailing zeros.

    Without `places` a decimal is shown whole and an endless fraction to two decimals.
    """
    if places is None:
        places = _places(value)
    rounded = round_half_up(value, places)
    sign = "-" if rounded < 0 else ""
    whole, _, rest = f"{rounded.copy_abs():f}".partition(".")
    rest = rest.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    return sign + grouped + (f",{rest}" if rest else "")


def _places(value: Decimal | Fraction | int) -> int:
    """Return how many decimals a number is shown with when nobody set them."""
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0
    return 0 if Fraction(value).denominator == 1 else 2


def to_text(value: Decimal) -> str:
    """Return the stored form: plain digits with a dot, every typed decimal kept (84.90)."""
    return f"{value:f}"


def padded(count: int) -> str:
    """Return a count as official text writes it: '05', '11', but '0'."""
    return str(count) if count == 0 else f"{count:02d}"


def _shown(text: str) -> str:
    """Return the officer's text short enough to be quoted in a sentence."""
    clean = one_line(text)
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - 1] + "…"


def _bad(text: str) -> BadNumber:
    return BadNumber(
        f"“{_shown(text)}” không phải là số; hãy viết như 8,5 hoặc 1.234,5 (dấu phẩy thập phân, dấu chấm hàng nghìn)."
    )


def _ambiguous(text: str, sign: str, digits: str) -> AmbiguousNumber:
    """Return the question that a lone group of thousands raises, with both readings."""
    thousands, decimals = sign + digits.replace(".", ""), sign + digits
    with_comma = decimals.replace(".", ",")
    return AmbiguousNumber(
        f"“{_shown(text)}” có thể là {thousands} hoặc {with_comma}; hãy viết {thousands} nếu dấu chấm ngăn hàng nghìn, "
        f"{with_comma} nếu là số thập phân.",
        (thousands, decimals),
    )
