"""Đơn vị: the units of the plan with what they lead, their email addresses, and the rows that nobody leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from models.errors import AppError
from models.plans import IndicatorRow, TaskRow
from ui import messages
from ui.grid import Grid, Sheet
from ui.models.columns import Column
from ui.models.line_table import Line, LineTable
from ui.pages.parts import GAP, second
from ui.plan.forms import LeadForm
from ui.plan.tab import PlanTab
from ui.session import Session

if TYPE_CHECKING:
    from datetime import datetime

    from models.agency_rows import AgencyRow, UnledRow
    from models.desk import Desk

HOW = (
    "Mọi cách viết của một tên đều là một đơn vị; biểu mẫu in đúng chữ của kế hoạch. Địa chỉ thư gõ thẳng vào ô, nhiều "
    "địa chỉ cách nhau bằng dấu phẩy."
)
NO_UNIT = "Kế hoạch này chưa nêu đơn vị nào. Giao chủ trì cho từng dòng ở bảng dưới để biết ai cung cấp số liệu."
MAIL = "mail"


@dataclass(frozen=True, slots=True)
class _Read:
    """What the tab shows."""

    agencies: tuple[AgencyRow, ...]
    unled: tuple[UnledRow, ...]


def _name(row: AgencyRow) -> str:
    return row.name


def _aliases(row: AgencyRow) -> str:
    return "; ".join(row.aliases)


def _leads(row: AgencyRow) -> str:
    return str(row.leads) if row.leads else ""


def _coordinates(row: AgencyRow) -> str:
    return str(row.coordinates) if row.coordinates else ""


def _mail(row: AgencyRow) -> str:
    return ", ".join(row.addresses)


AGENCY_COLUMNS: tuple[Column[AgencyRow], ...] = (
    Column("Đơn vị", _name, width=24, stretch=2),
    Column("Cách viết khác trong kế hoạch", _aliases, width=20, stretch=2),
    Column("Chủ trì (dòng)", _leads, width=7, align="right"),
    Column("Phối hợp (dòng)", _coordinates, width=8, align="right"),
    Column("Địa chỉ thư điện tử", _mail, width=20, stretch=1, field=MAIL),
)


def _label(row: UnledRow) -> str:
    return row.label


def _row_name(row: UnledRow) -> str:
    return row.row.name


def _declared(row: UnledRow) -> str:
    return row.lead or "○ chưa giao"


def _colour(row: UnledRow) -> str:
    return "" if row.lead else "missing"


UNLED_COLUMNS: tuple[Column[UnledRow], ...] = (
    Column("Dòng", _label, width=15),
    Column("Nội dung", _row_name, width=30, stretch=1, lines=4, tip=_row_name),
    Column("Chủ trì do cán bộ giao", _declared, width=24, colour=_colour),
)


class AgenciesTab(PlanTab):
    """The units above, the rows without a lead below."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, HOW)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.agencies: LineTable[AgencyRow] = LineTable(AGENCY_COLUMNS, self)
        self.table = Grid(self.agencies, self)
        self.table.setAccessibleName("Các đơn vị")
        self.body.addWidget(self.table, 3)
        self.count = second()
        self.give = QPushButton("Giao chủ &trì…")
        self.give.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.count, 1)
        row.addWidget(self.give)
        self.body.addLayout(row)
        self.unled: LineTable[UnledRow] = LineTable(UNLED_COLUMNS, self)
        self.unled_table = Sheet(self.unled, self)
        self.unled_table.setAccessibleName("Dòng mà kế hoạch không in cơ quan chủ trì")
        self.body.addWidget(self.unled_table, 2)
        self.body.addStretch()

    def _connect(self) -> None:
        self.agencies.typed.connect(self._on_typed)
        self.give.clicked.connect(self._on_give)
        self.unled_table.activated.connect(self._on_give)

    def read(self) -> Callable[[Desk], _Read]:
        """Read units and rows."""
        return _read

    def show_read(self, read: _Read) -> None:
        """Show units and rows."""
        self.agencies.show([Line(row.name, row) for row in read.agencies])
        self.unled.show([Line(row.row.key, row) for row in read.unled])
        self.table.setVisible(bool(read.agencies))
        self.notice.say("" if read.agencies else NO_UNIT)
        open_rows = sum(not row.lead for row in read.unled)
        self.count.setText(
            f"{len(read.unled)} dòng không in cơ quan chủ trì, trong đó {open_rows} dòng chưa giao cho đơn vị nào."
            if read.unled
            else "Dòng nào của kế hoạch cũng in cơ quan chủ trì."
        )
        self.unled_table.setVisible(bool(read.unled))
        self.give.setVisible(bool(read.unled))

    @Slot(str, str, object)
    def _on_typed(self, unit: str, field: str, typed: object) -> None:
        task = self.change(partial(_save_address, unit, str(typed)))
        task.on_end(partial(self.agencies.written, unit, field))
        task.on_failure(partial(self._refuse, unit, field)).start()

    def _refuse(self, unit: str, field: str, error: AppError) -> None:
        self.agencies.give_back(unit, field)
        QTimer.singleShot(0, self, partial(messages.show, self, error))

    @Slot()
    @Slot(QModelIndex)
    def _on_give(self, _index: QModelIndex | None = None) -> None:
        index, store = self.unled_table.currentIndex(), self._session.store
        chosen = self.unled.line_at(index.row()) if index.isValid() else None
        if chosen is not None and store is not None:
            kind = "chỉ tiêu" if isinstance(chosen.row, IndicatorRow) else "nhiệm vụ"
            assert isinstance(chosen.row, IndicatorRow | TaskRow)
            self.ask_with(LeadForm(self, f"{kind} {chosen.label}", chosen.row.key, store.plan, chosen.lead))


def _read(desk: Desk) -> _Read:
    """Read units and the rows without a lead, on the lane."""
    from models.agency_rows import agency_rows, unled_rows

    return _Read(agency_rows(desk.plan, desk.facts(), desk.settings()), unled_rows(desk.plan, desk.facts()))


def _save_address(unit: str, text: str, desk: Desk, who: str, at: datetime) -> None:
    """Keep the addresses of a unit, on the lane."""
    from models.agency_rows import save_address

    save_address(desk, unit, text, who=who, at=at)
