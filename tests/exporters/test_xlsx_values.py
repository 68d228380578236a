"""Number formats that show a value exactly as it is printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from exporters.xlsx_values import text_format


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("84,9", Decimal("84.90"), "#,##0.0"),
        ("84,95", Decimal("84.95"), "#,##0.00"),
        ("1.452", 1452, "#,##0"),
        ("1.234.567,5", Decimal("1234567.5"), "#,##0.0"),
        ("0", 0, "#,##0"),
        ("-0,3", Decimal("-0.3"), "#,##0.0"),
        ("2026", 2026, "0"),
        ("05", 5, "00"),
        ("84,9%", Decimal("84.9"), '#,##0.0"%"'),
        ("Ước 33,3", Decimal(100) / 3, '"Ước "#,##0.0'),
        ("04/10/2026", date(2026, 10, 4), "dd/mm/yyyy"),
        ("tháng 10/2026", date(2026, 10, 4), None),
        ("Đạt", 1, None),
        ("84,9", Decimal("84.8"), None),
        ("giảm -3", Decimal(-3), None),
        ('"3"', 3, None),
        ("", 0, None),
        ("5", None, None),
    ],
)
def test_a_value_is_shown_as_its_text_or_not_at_all(text: str, value: Any, expected: str | None) -> None:
    assert text_format(text, value) == expected
