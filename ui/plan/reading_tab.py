"""Dòng và cách hiểu: every row as printed and as understood, and all that the officer declared about rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QStackedWidget

from models.plans import IndicatorRow
from ui.declaring_forms import (
    AnnualTargetForm,
    CameTrueForm,
    ExtensionForm,
    NoBasisForm,
    PrintedCell,
    ReadingForm,
    StillInForceForm,
)
from ui.grid import Sheet
from ui.models.line_table import LineTable
from ui.plan.forms import LeadForm, SupplierForm, WithdrawForm
from ui.plan.reading_columns import (
    DECLARED_COLUMNS,
    FACT_KINDS,
    READING_COLUMNS,
    Declared,
    declared_rows,
    reading_rows,
)
from ui.plan.tab import PlanTab
from ui.session import Session

if TYPE_CHECKING:
    from datetime import date

    from models.desk import Desk
    from models.row_readings import RowReading

HOW = (
    "Biểu mẫu in đúng chữ của kế hoạch; đánh giá, cảnh báo và nhắc hạn theo cách hiểu. Sửa chữ in của dòng thuộc về "
    "phần soạn kế hoạch sẽ có sau."
)
VIEWS = ("Tất cả", "Chưa hiểu được", "Cán bộ đã đặt", "Đã khai báo")
ALL, UNKNOWN, BY_OFFICER, DECLARED = range(4)
NONE_LEFT = {
    UNKNOWN: "Mọi mục tiêu và thời gian của kế hoạch đều đã hiểu được.",
    BY_OFFICER: "Cán bộ chưa đặt cách hiểu nào. Chọn một dòng rồi bấm “Sửa cách hiểu…” khi sổ hiểu chưa đúng.",
    DECLARED: "Chưa khai báo gì thêm. Chọn một dòng rồi bấm “Khai báo thêm” để ghi mục tiêu năm, gia hạn…",
    ALL: "Kế hoạch này chưa có dòng nào.",
}


@dataclass(frozen=True, slots=True)
class _Read:
    """What the tab shows."""

    readings: tuple[RowReading, ...]
    declared: tuple[Declared, ...]


class ReadingTab(PlanTab):
    """The table of rows, or that of declarations, and what can be declared about the chosen row."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, HOW)
        self._read_last: _Read | None = None
        self._build()

    def _build(self) -> None:
        self.view = QComboBox()
        self.view.addItems(VIEWS)
        self.view.setAccessibleName("Xem các dòng")
        label = QLabel("&Xem:")
        label.setBuddy(self.view)
        self.tools.addWidget(label)
        self.tools.addWidget(self.view)
        self.tools.addStretch(1)
        self.edit = self.tool("Sửa &cách hiểu…", self._on_edit, "Đặt cách hiểu một mục tiêu hay thời gian, có lý do")
        self.add = self.tool("Khai &báo thêm", _nothing)
        self.add.setMenu(self._menu())
        self.withdraw = self.tool("Bỏ k&hai báo…", self._on_withdraw)
        self.rows: LineTable[RowReading] = LineTable(READING_COLUMNS, self)
        self.sheet = Sheet(self.rows, self)
        self.sheet.setAccessibleName("Các dòng của kế hoạch và cách hiểu")
        self.facts: LineTable[Declared] = LineTable(DECLARED_COLUMNS, self)
        self.declared = Sheet(self.facts, self)
        self.declared.setAccessibleName("Những điều đã khai báo")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sheet)
        self.stack.addWidget(self.declared)
        self.body.addWidget(self.stack, 1)
        self.body.addStretch()
        self.view.currentIndexChanged.connect(self._on_view)
        self.sheet.selectionModel().currentChanged.connect(self._on_chosen)
        self.sheet.activated.connect(self._on_activated)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self.of_indicators = [
            self._action(menu, "Mục tiêu &năm…", self._on_annual_target),
            self._action(menu, "&Chưa có cơ sở đánh giá…", self._on_no_basis),
            self._action(menu, "Đơn &vị cung cấp số liệu…", self._on_supplier),
        ]
        self.of_tasks = [
            self._action(menu, "&Gia hạn…", self._on_extension),
            self._action(menu, "Điều kiện đã &có…", self._on_came_true),
            self._action(menu, "&Sản phẩm còn hiệu lực…", self._on_still_in_force),
        ]
        self.lead = self._action(menu, "Giao chủ &trì…", self._on_lead)
        return menu

    def _action(self, menu: QMenu, words: str, done: Callable[[], None]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(done)
        return action

    # --- what is shown

    def read(self) -> Callable[[Desk], _Read]:
        """Read rows and declarations."""
        return partial(_read, self._session.today())

    def show_read(self, read: _Read) -> None:
        """Show rows and declarations; the choice stays."""
        self._read_last = read
        store = self._session.store
        if store is not None:
            self.rows.show(reading_rows(store.plan, read.readings))
        self.facts.show(declared_rows(read.declared))
        counts = (len(read.readings), *(len(self._keys(view)) for view in (UNKNOWN, BY_OFFICER)), len(read.declared))
        for place, (words, count) in enumerate(zip(VIEWS, counts, strict=True)):
            self.view.setItemText(place, f"{words} ({count})")
        self._on_view()

    def _keys(self, view: int) -> frozenset[str]:
        readings = self._read_last.readings if self._read_last else ()
        wanted = {UNKNOWN: "is_unknown", BY_OFFICER: "set_by_officer"}
        return frozenset(one.row.key for one in readings if view not in wanted or getattr(one, wanted[view]))

    @Slot()
    def _on_view(self) -> None:
        view = self.view.currentIndex()
        if self._read_last is None:
            return
        keys = self._keys(view)
        self.sheet.show_only(None if view == ALL else keys)
        self.stack.setCurrentWidget(self.declared if view == DECLARED else self.sheet)
        is_empty = not (self._read_last.declared if view == DECLARED else keys)
        self.stack.setVisible(not is_empty)
        unknown = len(self._keys(UNKNOWN))
        hint = f"Có {unknown} dòng chưa hiểu được: chọn “Chưa hiểu được” ở ô Xem rồi bấm “Sửa cách hiểu…”."
        self.notice.say(NONE_LEFT[view] if is_empty else hint if unknown and view == ALL else "")
        self.withdraw.setVisible(view == DECLARED)
        self.edit.setVisible(view != DECLARED)
        self.add.setVisible(view != DECLARED)
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        """Offer what can be declared about the chosen row."""
        chosen = self.chosen()
        self.edit.setEnabled(chosen is not None and bool(chosen.cells))
        self.add.setEnabled(chosen is not None)
        is_indicator = chosen is not None and isinstance(chosen.row, IndicatorRow)
        for action in self.of_indicators:
            action.setEnabled(is_indicator)
        for action in self.of_tasks:
            action.setEnabled(chosen is not None and not is_indicator)
        self.of_tasks[1].setEnabled(chosen is not None and bool(chosen.waiting))
        self.lead.setEnabled(chosen is not None and not chosen.row.lead)
        self.withdraw.setEnabled(self.facts.rowCount() > 0)

    def chosen(self) -> RowReading | None:
        """Return the row in use, None on a heading."""
        index = self.sheet.currentIndex()
        return self.rows.line_at(index.row()) if index.isValid() and index.row() < self.rows.rowCount() else None

    # --- what is done

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_edit()

    @Slot()
    def _on_edit(self) -> None:
        chosen = self.chosen()
        if chosen is not None and chosen.cells:
            first = sorted(chosen.cells, key=lambda cell: not cell.is_unknown)
            cells = [PrintedCell(cell.column, cell.title, cell.printed, cell.understood) for cell in first]
            self.ask_with(ReadingForm(self, chosen.name, chosen.row.key, cells))

    @Slot()
    def _on_annual_target(self) -> None:
        if (chosen := self.chosen()) is not None:
            self.ask_with(AnnualTargetForm(self, chosen.name, chosen.row.key, self._session.today().year))

    @Slot()
    def _on_no_basis(self) -> None:
        if (chosen := self.chosen()) is not None:
            self.ask_with(NoBasisForm(self, chosen.name, chosen.row.key))

    @Slot()
    def _on_supplier(self) -> None:
        if (chosen := self.chosen()) is not None and (store := self._session.store) is not None:
            self.ask_with(SupplierForm(self, chosen.name, chosen.row.key, store.plan))

    @Slot()
    def _on_extension(self) -> None:
        if (chosen := self.chosen()) is not None:
            self.ask_with(ExtensionForm(self, chosen.name, chosen.row.key, chosen.occurrences))

    @Slot()
    def _on_came_true(self) -> None:
        if (chosen := self.chosen()) is not None:
            self.ask_with(CameTrueForm(self, chosen.name, chosen.row.key, chosen.waiting))

    @Slot()
    def _on_still_in_force(self) -> None:
        if (chosen := self.chosen()) is not None:
            self.ask_with(StillInForceForm(self, chosen.name, chosen.row.key, chosen.occurrences))

    @Slot()
    def _on_lead(self) -> None:
        if (chosen := self.chosen()) is not None and (store := self._session.store) is not None:
            self.ask_with(LeadForm(self, chosen.name, chosen.row.key, store.plan, chosen.lead))

    @Slot()
    def _on_withdraw(self) -> None:
        index = self.declared.currentIndex()
        found = self.facts.line_at(index.row()) if index.isValid() else None
        if found is not None:
            form = WithdrawForm(self, found.sentence, found.fact, self._session)
            form.accepted.connect(self.read_anew)
            form.open()


def _read(on: date, desk: Desk) -> _Read:
    """Read rows and declarations, on the lane."""
    from models import desk_facts
    from models.fact_words import FactWords
    from models.row_readings import row_readings

    facts = desk.facts()
    words = FactWords(desk.plan, facts)
    declared = tuple(
        Declared(name, fact, words.sentence(fact))
        for name, fact in desk_facts.declared(desk.store).items()
        if type(fact) in FACT_KINDS
    )
    return _Read(row_readings(desk.plan, facts, on), declared)


def _nothing() -> None:
    """Do nothing: the button opens its menu."""
