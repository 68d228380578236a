"""What the writer and the reader of a collection form agree on: names of sheets, marks and fields."""

from __future__ import annotations

FORMAT, VERSION = "so57-phieu", "1"
SHEET, HIDDEN = "Phiếu", "so57"
FIELDS_MARK = "#cot"
"""Stands in the hidden column of a hidden row over each table: its cells name the fields of the columns."""
HEADS_MARK = "#dau"
"""Stands in the hidden column beside the heads that the unit reads."""
FILLED_BY, PHONE = "#nguoi-lap", "#dien-thoai"
"""Stand in the hidden column of the rows in which the unit says who filled the form in."""
HEAD = ("format", "version", "form", "plan", "period", "unit")
"""The names in the first column of the hidden sheet, each with its value beside it; then the row keys follow."""
ROWS = "rows"
LONGEST_CELL = 32_767
"""How many UTF-16 units a cell of Excel holds."""
MOST_ROWS = 5_000
MOST_COLUMNS = 60
