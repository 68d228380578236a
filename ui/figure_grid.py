"""A grid of a period's rows: what is typed is read, asked about where it is unclear, and saved at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Slot

from models.duties import ReportingPeriod
from models.errors import AmbiguousNumber, AppError
from models.figure_lines import FigureLine
from models.plans import IndicatorRow, TaskRow
from ui import messages
from ui.block_grid import BlockGrid
from ui.models.line_table import LineTable
from ui.session import Session

AGAIN = "Sửa lại"


@dataclass(frozen=True, slots=True)
class _Edit:
    """A cell that was typed in, and the period that was shown then."""

    row: IndicatorRow | TaskRow
    field: str
    period: ReportingPeriod


class FigureGrid(BlockGrid):
    """A grid whose edits go to the store."""

    def __init__(self, model: LineTable[Any], session: Session) -> None:
        super().__init__(model, session)
        model.typed.connect(self._on_typed)

    @Slot(str, str, object)
    def _on_typed(self, key: str, field: str, typed: object) -> None:
        period, line = self._session.period, self.lines.content_of(key)
        if period is not None and line is not None:
            self._take(_Edit(line.row, field, period), typed)

    def _take(self, edit: _Edit, typed: object) -> None:
        """Read what was typed and save it. What is said about it waits until the editor has closed."""
        from ui.typed_cells import line_for

        try:
            line = line_for(edit.row, edit.field, typed)
        except AmbiguousNumber as error:
            QTimer.singleShot(0, self, partial(self._ask_which, edit, str(typed), error))
        except AppError as error:
            QTimer.singleShot(0, self, partial(self._refuse, edit, error))
        else:
            self._save(edit, line)

    def _save(self, edit: _Edit, line: FigureLine | None) -> None:
        key, field, session = edit.row.key, edit.field, self._session
        task = session.record(line, edit.period) if line else session.clear(key, field, edit.period)
        task.on_end(partial(self.lines.written, key, field)).on_failure(partial(self._refuse, edit)).start()

    def _ask_which(self, edit: _Edit, typed: str, error: AmbiguousNumber) -> None:
        """Ask which of two numbers is meant: 1.234 is 1234 or 1,234."""
        choices = [choice.replace(".", ",") for choice in error.choices]
        answers = {choice: partial(self._take, edit, choice) for choice in choices}
        question = f"“{typed.strip()}” có thể đọc thành hai số khác nhau. Hãy chọn số cần ghi."
        messages.ask(self, question, answers | {AGAIN: partial(self._give_back, edit)})

    def _refuse(self, edit: _Edit, error: AppError) -> None:
        self._give_back(edit)
        messages.show(self, error)

    def _give_back(self, edit: _Edit) -> None:
        """Show the old value again and put the choice there."""
        self.lines.give_back(edit.row.key, edit.field)
        self.setCurrentIndex(self.lines.place_of(edit.row.key, edit.field))
