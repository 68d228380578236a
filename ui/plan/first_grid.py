"""The grid in which the officer declares what was done before the store began; each edit is one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Slot

from models.errors import AmbiguousNumber, AppError
from models.figure_lines import FigureLine
from models.first_declaring import clear_first, done_typed, record_first
from models.first_lines import FirstLine
from models.text import fold
from ui import messages
from ui.block_edits import refusal
from ui.block_grid import BlockGrid
from ui.models.line_table import LineTable
from ui.session import Session
from ui.typed_cells import line_for

if TYPE_CHECKING:
    from datetime import datetime

    from models.desk import Desk

AGAIN = "Sửa lại"
NOTHING = "Không có gì để ghi."


class FirstGrid(BlockGrid):
    """A grid whose edits are recorded before the beginning of the store, whatever period is shown."""

    def __init__(self, model: LineTable[FirstLine], session: Session) -> None:
        super().__init__(model, session)
        self.as_before.setVisible(False)
        self.as_before.setEnabled(False)
        model.typed.connect(self._on_typed)

    # --- one cell

    @Slot(str, str, object)
    def _on_typed(self, key: str, field: str, typed: object) -> None:
        """Read what was typed and save it. What is said about it waits until the editor has closed."""
        line: FirstLine | None = self.lines.content_of(key)
        if line is None:
            return
        try:
            given = read_cell(line, field, str(typed))
        except AmbiguousNumber as error:
            QTimer.singleShot(0, self, partial(self._ask_which, key, field, str(typed), error))
        except AppError as error:
            QTimer.singleShot(0, self, partial(self._refuse, key, field, error))
        else:
            self._save(key, field, given)

    def _save(self, key: str, field: str, given: FigureLine | None) -> None:
        write = partial(_clear, key, field) if given is None else partial(_record, [given], "")
        task = self._session.change(write).on_end(partial(self.lines.written, key, field))
        task.on_failure(partial(self._refuse, key, field)).start()

    def _ask_which(self, key: str, field: str, typed: str, error: AmbiguousNumber) -> None:
        """Ask which of two numbers is meant: 1.234 is 1234 or 1,234."""
        choices = [choice.replace(".", ",") for choice in error.choices]
        answers = {choice: partial(self._on_typed, key, field, choice) for choice in choices}
        question = f"“{typed.strip()}” có thể đọc thành hai số khác nhau. Hãy chọn số cần ghi."
        messages.ask(self, question, answers | {AGAIN: partial(self._give_back, key, field)})

    def _refuse(self, key: str, field: str, error: AppError) -> None:
        self._give_back(key, field)
        messages.show(self, error)

    def _give_back(self, key: str, field: str) -> None:
        """Show the old value again and put the choice there."""
        self.lines.give_back(key, field)
        self.setCurrentIndex(self.lines.place_of(key, field))

    # --- a block

    def _fill(self, cells: Iterable[tuple[int, int, str]], name: str, beyond: Iterable[str] = ()) -> None:
        """Record a block of cells, given as row, column and words; where one cannot be read, none is written."""
        given: dict[str, FigureLine] = {}
        problems: list[str] = []
        count = 0
        for row, column, words in cells:
            line = self.lines.line_at(row)
            if not words.strip() or line is None:
                continue
            try:
                read = self._read(line, column, words)
            except AppError as error:
                problems.append(f"{line.label}, cột {self.lines.columns[column].title}: {error.sentence}")
                continue
            given[read.key or ""] = _joined(given.get(read.key or ""), read)
            count += 1
        problems += beyond
        if problems:
            messages.show(self, AppError(refusal(problems)))
        else:
            self._record(tuple(given.values()), f"{name} {count} ô vào khai báo ban đầu", NOTHING)

    def _read(self, line: FirstLine, column: int, words: str) -> FigureLine:
        """Read one cell of a block; a day may come together with its figure."""
        own = self.lines.columns[column]
        is_day_of_figure = own.field == "done_on" and line.typable
        if not own.field or not (own.editable(line) or is_day_of_figure):
            raise AppError("ô này không ghi được.")
        read = read_cell(line, own.field, words)
        assert read is not None  # blank cells were left out
        return read

    def _record(self, lines: Sequence[FigureLine], label: str, nothing: str) -> None:
        if lines:
            self._session.change(partial(_record, lines, label)).start()
        else:
            self._session.told.emit(nothing)


def read_cell(line: FirstLine, field: str, typed: str) -> FigureLine | None:
    """Return what a cell's text gives, None where it empties the cell; AppError says what is wrong with it."""
    if not fold(typed).strip():
        return None
    if field == "done":
        return FigureLine(1, key=line.row.key, done=done_typed(typed))
    return line_for(line.row, field, typed)


def _joined(first: FigureLine | None, second: FigureLine) -> FigureLine:
    """Return one line that fills what both fill."""
    if first is None:
        return second
    given: dict[str, Any] = {
        one.name: getattr(second, one.name) for one in fields(second) if one.name in second.given()
    }
    return replace(first, **given)


def _record(lines: Sequence[FigureLine], label: str, desk: Desk, who: str, at: datetime) -> int:
    """Record lines of the first declaration, on the lane."""
    return record_first(desk, lines, who=who, at=at, label=label)


def _clear(key: str, field: str, desk: Desk, who: str, at: datetime) -> None:
    """Empty a cell of the first declaration, on the lane."""
    clear_first(desk, key, field, who=who, at=at)
