"""The plan's indicators as it prints them: in columns, under milestones, or in sentences."""

from __future__ import annotations

from models.plans import Plan
from ui.models.line_table import LineTable
from ui.models.plan_columns import indicator_columns, meanings, title
from ui.models.plan_rows import indicator_rows
from ui.pages.appendix import AppendixPage
from ui.session import Session
from ui.standing import OpenStore


class IndicatorsPage(AppendixPage):
    """The indicators of the plan."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "Chỉ tiêu")

    def show_plan(self, store: OpenStore) -> None:
        """Show Phụ lục I, or the part of the text that has the indicators."""
        plan = store.plan
        model = LineTable(indicator_columns(plan))
        sentences = (_counted(plan), title(plan, "indicators"), meanings(plan, "indicators"))
        self.show_table(model, " ".join(sentence for sentence in sentences if sentence))
        model.show(indicator_rows(plan))


def _counted(plan: Plan) -> str:
    """Say how many indicators there are, and how many rows where one is printed at several milestones."""
    count, printed = len(plan.indicators()), len(plan.printed_indicators())
    rows = f" (in thành {printed} dòng theo các mốc)" if printed > count else ""
    return f"{count} chỉ tiêu{rows}, in đúng như kế hoạch."
