"""Phát sinh, chỉ đạo: tasks outside the plan and documents of direction, added, mended and withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.facts import Direction
from models.plans import TaskRow
from models.shown import day_text
from ui.grid import Sheet
from ui.models.columns import Column
from ui.models.line_table import Line, LineTable
from ui.pages.parts import GAP, Notice, second
from ui.plan.forms import DirectionForm, ExtraTaskForm, WithdrawForm
from ui.plan.tab import PlanTab
from ui.session import Session

if TYPE_CHECKING:
    from models.desk import Desk

HOW = "Việc và văn bản nằm ngoài chữ in của kế hoạch, nhưng được nêu trong báo cáo."
NO_TASK = "Chưa có nhiệm vụ phát sinh. Bấm “Thêm nhiệm vụ…” khi được giao việc ngoài kế hoạch."
NO_DIRECTION = "Chưa ghi văn bản chỉ đạo nào. Bấm “Thêm văn bản…” để phần I của báo cáo nêu văn bản đó."


@dataclass(frozen=True, slots=True)
class _Read:
    """What the tab shows: facts by the name under which they are withdrawn, with their sentences."""

    tasks: tuple[Line[TaskRow], ...]
    directions: tuple[Line[Direction], ...]
    sentences: dict[str, str]


def _number(task: TaskRow) -> str:
    return task.number


def _name(task: TaskRow) -> str:
    return task.name


def _lead(task: TaskRow) -> str:
    return task.lead


def _deliverable(task: TaskRow) -> str:
    return task.deliverable


def _time(task: TaskRow) -> str:
    return "; ".join(task.schedule.values())


def _since(task: TaskRow) -> str:
    return day_text(task.since) if task.since else ""


def _paper(one: Direction) -> str:
    return one.paper.number


def _day(one: Direction) -> str:
    return day_text(one.paper.day) if one.paper.day else ""


def _about(one: Direction) -> str:
    return one.paper.about


def _issuer(one: Direction) -> str:
    return one.issuer or "UBND xã"


TASK_COLUMNS: tuple[Column[TaskRow], ...] = (
    Column("Số", _number, width=4, align="center"),
    Column("Nhiệm vụ phát sinh", _name, width=26, stretch=3),
    Column("Chủ trì", _lead, width=13, stretch=1),
    Column("Sản phẩm", _deliverable, width=11, stretch=1),
    Column("Thời hạn", _time, width=11, align="center"),
    Column("Có từ ngày", _since, width=10, align="center"),
)
DIRECTION_COLUMNS: tuple[Column[Direction], ...] = (
    Column("Số, ký hiệu", _paper, width=15),
    Column("Ngày", _day, width=10, align="center"),
    Column("Về việc", _about, width=30, stretch=1),
    Column("Cơ quan ban hành", _issuer, width=18),
)


class _Part(QWidget):
    """A table with its title, its empty state and its buttons."""

    def __init__(self, title: str, empty: str, columns: Sequence[Column[Any]], verbs: tuple[str, str, str]) -> None:
        super().__init__()
        self._empty = empty
        self.lines: LineTable[Any] = LineTable(columns, self)
        self.table = Sheet(self.lines, self)
        self.table.setAccessibleName(title)
        self.notice = Notice()
        self.add, self.edit, self.withdraw = (QPushButton(verb) for verb in verbs)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(second(title, wrap=False))
        row.addStretch(1)
        for button in (self.add, self.edit, self.withdraw):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(row)
        layout.addWidget(self.notice)
        layout.addWidget(self.table, 1)
        layout.addStretch()

    def show_lines(self, lines: Sequence[Line[Any]]) -> None:
        """Show the lines, or what to do where there are none."""
        self.lines.show(lines)
        self.table.setVisible(bool(lines))
        self.notice.say("" if lines else self._empty)
        self.edit.setEnabled(bool(lines))
        self.withdraw.setEnabled(bool(lines))

    def chosen(self) -> tuple[str, Any] | None:
        """Return the name and the content of the line in use."""
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= self.lines.rowCount():
            return None
        return self.lines.key_at(index.row()), self.lines.line_at(index.row())


class ExtrasTab(PlanTab):
    """Both tables, one above the other."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, HOW)
        self._sentences: dict[str, str] = {}
        self.tasks = _Part(
            "Nhiệm vụ phát sinh ngoài kế hoạch",
            NO_TASK,
            TASK_COLUMNS,
            ("Thêm &nhiệm vụ…", "&Sửa nhiệm vụ…", "Bỏ nhiệm vụ…"),
        )
        self.directions = _Part(
            "Văn bản chỉ đạo", NO_DIRECTION, DIRECTION_COLUMNS, ("Thêm &văn bản…", "Sửa văn &bản…", "Bỏ văn bản…")
        )
        self.body.addWidget(self.tasks, 1)
        self.body.addWidget(self.directions, 1)
        self.body.addStretch()
        self._connect()

    def _connect(self) -> None:
        self.tasks.add.clicked.connect(self._on_add_task)
        self.tasks.edit.clicked.connect(self._on_edit_task)
        self.tasks.table.activated.connect(self._on_edit_task)
        self.tasks.withdraw.clicked.connect(self._on_withdraw_task)
        self.directions.add.clicked.connect(self._on_add_direction)
        self.directions.edit.clicked.connect(self._on_edit_direction)
        self.directions.table.activated.connect(self._on_edit_direction)
        self.directions.withdraw.clicked.connect(self._on_withdraw_direction)

    def read(self) -> Callable[[Desk], _Read]:
        """Read tasks and documents."""
        return _read

    def show_read(self, read: _Read) -> None:
        """Show both tables."""
        self._sentences = read.sentences
        for part, lines in ((self.tasks, read.tasks), (self.directions, read.directions)):
            part.show_lines(lines)
            self.body.setStretchFactor(part, int(bool(lines)))
        self.body.setStretch(self.body.count() - 1, int(not (read.tasks or read.directions)))

    # --- tasks

    def _ask_task(self, old: TaskRow | None) -> None:
        store = self._session.store
        if store is not None:
            self.ask_with(ExtraTaskForm(self, store.plan, self._session.today(), old))

    @Slot()
    def _on_add_task(self) -> None:
        self._ask_task(None)

    @Slot()
    @Slot(QModelIndex)
    def _on_edit_task(self, _index: QModelIndex | None = None) -> None:
        if (chosen := self.tasks.chosen()) is not None:
            self._ask_task(chosen[1])

    @Slot()
    def _on_withdraw_task(self) -> None:
        self._withdraw(self.tasks)

    # --- documents

    @Slot()
    def _on_add_direction(self) -> None:
        self.ask_with(DirectionForm(self))

    @Slot()
    @Slot(QModelIndex)
    def _on_edit_direction(self, _index: QModelIndex | None = None) -> None:
        if (chosen := self.directions.chosen()) is not None:
            self.ask_with(DirectionForm(self, chosen[1]))

    @Slot()
    def _on_withdraw_direction(self) -> None:
        self._withdraw(self.directions)

    def _withdraw(self, part: _Part) -> None:
        chosen = part.chosen()
        if chosen is not None:
            form = WithdrawForm(self, self._sentences[chosen[0]], chosen[1], self._session)
            form.accepted.connect(self.read_anew)
            form.open()


def _read(desk: Desk) -> _Read:
    """Read tasks outside the plan and documents of direction, on the lane."""
    from models import desk_facts
    from models.fact_words import FactWords

    words = FactWords(desk.plan, desk.facts())
    found = desk_facts.declared(desk.store)
    return _Read(
        tuple(Line(name, fact) for name, fact in found.items() if isinstance(fact, TaskRow)),
        tuple(Line(name, fact) for name, fact in found.items() if isinstance(fact, Direction)),
        {name: words.sentence(fact) for name, fact in found.items()},
    )
