"""Chỉ tiêu: every indicator of the plan in the period, and as the plan prints it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from models.plans import Plan
from models.reports import Report
from ui.models.indicator_view import INDICATOR_VIEW, indicator_lines
from ui.models.line_table import LineTable
from ui.models.plan_columns import indicator_columns, meanings, title
from ui.models.plan_rows import Rows, indicator_rows
from ui.pages.rows import RowsPage
from ui.row_reading import RowsRead, read_indicators

if TYPE_CHECKING:
    from models.desk import Desk


class IndicatorsPage(RowsPage):
    """The indicators of the plan."""

    name, noun, memory_name = "Chỉ tiêu", "chỉ tiêu", "indicators"
    mark_words = ("Mọi mốc", "Mốc của mục tiêu đang xét")
    columns = INDICATOR_VIEW

    def lines_of(self, report: Report, drawn: Mapping[str, Any]) -> Rows[Any]:
        """Return the indicators of a report."""
        return indicator_lines(report, drawn)

    def read(self, report: Report, desk: Desk) -> RowsRead:
        """Read the last figures."""
        return read_indicators(report, desk)

    def printed_table(self, plan: Plan) -> tuple[LineTable[Any], Rows[Any]]:
        """Return Phụ lục I, or the part of the text that has the indicators."""
        return LineTable(indicator_columns(plan)), indicator_rows(plan)

    def printed_words(self, plan: Plan) -> str:
        """Say how many indicators there are, and what the appendix is."""
        sentences = (_counted(plan), title(plan, "indicators"), meanings(plan, "indicators"))
        return " ".join(sentence for sentence in sentences if sentence)


def _counted(plan: Plan) -> str:
    """Say how many indicators there are, and how many rows where one is printed at several milestones."""
    count, printed = len(plan.indicators()), len(plan.printed_indicators())
    rows = f" (in thành {printed} dòng theo các mốc)" if printed > count else ""
    return f"{count} chỉ tiêu{rows}, in đúng như kế hoạch."
