"""Vietnamese words that several modules of the domain share."""

from __future__ import annotations

from datetime import date

NOT_UNDERSTOOD = "chưa hiểu được, cần cán bộ xác định"
PRINTED_ONLY = "chỉ in trong kế hoạch, không theo dõi"


def day(value: date) -> str:
    """Return a day as forms print it: 05/01/2026."""
    return f"{value:%d/%m/%Y}"


def years(first: int, last: int) -> str:
    """Return a span of years as plans print it: 'Năm 2025', 'Giai đoạn 2026 - 2030'."""
    return f"Năm {first}" if first == last else f"Giai đoạn {first} - {last}"
