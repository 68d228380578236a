"""Check cells as the text that somebody would have typed."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from types import SimpleNamespace

import pytest

from importers.sheet_cells import UnreadableCell, cell_text


def said(value: object, number_format: str | None = "General", data_type: str = "n") -> str:
    return cell_text(SimpleNamespace(value=value, number_format=number_format, data_type=data_type))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "có"),
        (False, "không"),
        (12, "12"),
        (84.9, "84,9"),
        (0.1 + 0.2, "0,3"),
        (1500.0, "1500"),
        (1e20, "100000000000000000000"),
        (Decimal("8.50"), "8,5"),
        (datetime(2026, 9, 5), "05/09/2026"),
        (date(2026, 9, 5), "05/09/2026"),
        ("Hoa\u0300", "Hoà"),
        ("a_x000D_\nb", "a\nb"),
    ],
)
def test_what_a_cell_says(value: object, text: str) -> None:
    assert said(value) == text


def test_a_cell_in_per_cent_says_so() -> None:
    assert said(0.849, "0.0%") == "84,9%"
    assert said(12, None) == "12"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (time(8, 30), "không ghi chữ hay số"),
        (float("inf"), "không ghi một số"),
        (float("nan"), "không ghi một số"),
        (10**400, "không ghi một số"),
        ("a\x01", "ký tự không đọc được"),
        ("a" * 32_768, "32.767 ký tự"),
    ],
)
def test_what_cannot_be_read_says_why(value: object, reason: str) -> None:
    with pytest.raises(UnreadableCell, match=reason):
        said(value)


def test_an_error_value_is_no_text() -> None:
    with pytest.raises(UnreadableCell):
        said("#N/A", data_type="e")
