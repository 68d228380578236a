"""Phụ lục I as the plan prints it: every indicator with its targets at all milestones."""

from __future__ import annotations

from ui.models.line_table import LineTable
from ui.models.plan_columns import indicator_columns, itself, title, under_headings
from ui.pages.appendix import AppendixPage
from ui.session import Session
from ui.standing import OpenStore


class IndicatorsPage(AppendixPage):
    """The indicators of the plan."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Chỉ tiêu")

    def show_plan(self, store: OpenStore) -> None:
        """Show Phụ lục I."""
        plan = store.plan
        model = LineTable(indicator_columns(plan))
        self.show_table(model, f"{len(plan.indicators())} chỉ tiêu, in đúng như kế hoạch. {title(plan, 'indicators')}")
        model.show(under_headings(plan.indicator_rows, itself))
