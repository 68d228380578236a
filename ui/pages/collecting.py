"""Thu thập: a form for each unit, filled in with Excel alone, taken in row by row."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QSettings, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QWidget

from models.collecting_desk import FormState, Standing, UnitStanding, proposed_answer_by
from ui.collection import work
from ui.collection.columns import UNIT_COLUMNS, unit_rows
from ui.collection.making import Making
from ui.collection.receiving import Receiving
from ui.collection.reminding import Reminding
from ui.gateway import Runner
from ui.grid import Sheet
from ui.models.line_table import LineTable
from ui.pages.parts import GAP, Notice, PageHead, page_layout
from ui.session import Session

if TYPE_CHECKING:
    from models.errors import AppError

EXPLAINED = "Mỗi đơn vị nhận một phiếu Excel chỉ có dòng của mình. Phiếu điền xong kéo thả vào trang này để nhận."
NO_PERIOD = "Kế hoạch này chưa có chế độ báo cáo định kỳ nên chưa có kỳ để thu thập."
NOBODY = (
    "Kỳ này không có chỉ tiêu, nhiệm vụ nào có cơ quan chủ trì cần báo cáo. "
    "Nếu kế hoạch để trống cơ quan chủ trì, hãy khai báo rồi lập phiếu."
)
LOCKED = "Kỳ này đã khóa nên không lập và không nhận phiếu. Muốn nhận thêm phải mở lại kỳ và ghi lý do."


class CollectingPage(QWidget):
    """The units of a period and their forms; read on the lane while the page is seen."""

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__()
        self._session = session
        self._is_stale = True
        self._standing: Standing | None = None
        self._officer = ""
        self.making = Making(session, files, settings, self)
        self.receiving = Receiving(session, files, settings, self)
        self.reminding = Reminding(session, files, settings, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.head = PageHead("Thu thập", EXPLAINED)
        self.notice = Notice()
        self.lines: LineTable[UnitStanding] = LineTable(UNIT_COLUMNS, self)
        self.table = Sheet(self.lines, self)
        self.table.setAccessibleName("Đơn vị và phiếu thu thập")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.take = QPushButton("&Nhận phiếu…")
        self.make_all = QPushButton("&Lập phiếu cho tất cả…")
        self.make_some = QPushButton()
        self.remind = QPushButton()
        tools = QHBoxLayout()
        tools.setSpacing(GAP)
        for button in (self.take, self.make_all, self.make_some, self.remind):
            tools.addWidget(button)
        tools.addStretch(1)
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addLayout(tools)
        layout.addWidget(self.notice)
        layout.addWidget(self.table, 1)
        layout.addStretch()

    def _connect(self) -> None:
        self._session.period_chosen.connect(self._on_period)
        self._session.standing_changed.connect(self._on_standing)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.take.clicked.connect(self._on_take)
        self.make_all.clicked.connect(self._on_make_all)
        self.make_some.clicked.connect(self._on_make_some)
        self.remind.clicked.connect(self._on_remind)
        for part in (self.making, self.receiving, self.reminding):
            part.told.connect(self._session.told)
        self._on_period(self._session.period)

    # --- what is shown

    @Slot(object)
    def _on_period(self, period: object) -> None:
        """Show nothing of another period or store until it is read."""
        self._is_stale = True
        self._standing = None
        self._show()
        self.notice.say(NO_PERIOD if period is None else "")

    @Slot(object)
    def _on_standing(self, _: object) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale and self._session.standing is not None:
            self._read()

    def _read(self) -> None:
        if self._session.period is None:
            return
        self._is_stale = False
        read = partial(work.read_standing, self._session.period, self._session.today())
        self._session.ask(self, read).on_success(self._on_read).on_failure(self._on_not_read).start()

    def _on_read(self, read: tuple[Standing, str]) -> None:
        standing, officer = read
        if standing.period == self._session.period:
            self._standing, self._officer = standing, officer
            self.notice.say(LOCKED if standing.locked else "" if standing.units else NOBODY)
            self._show()

    def _on_not_read(self, error: AppError) -> None:
        self._is_stale = True
        if self._session.standing is not None:
            self.notice.say(error.sentence)

    def _show(self) -> None:
        own = self._standing
        chosen = self._chosen()
        self.lines.show(unit_rows(own.units) if own else [])
        self.table.setVisible(bool(own and own.units))
        period = f" {own.period.span.short()}" if own else ""
        self.head.title.setText(f"Thu thập{period}" + (f": {own.words}" if own and own.words else ""))
        if own and not chosen and self.table.isVisible():
            self.table.clearSelection()
        self._on_selection()

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, *_: object) -> None:
        own, chosen = self._standing, self._chosen()
        is_open = own is not None and bool(own.units) and not own.locked
        late = self._to_remind()
        self.take.setEnabled(own is not None and not own.locked)
        self.make_all.setEnabled(is_open)
        self.make_some.setEnabled(is_open and bool(chosen))
        whom = _called([unit.unit for unit in chosen])
        self.make_some.setText(f"Lập phiếu cho {whom}…" if chosen else "Lập phiếu cho đơn vị đã chọn…")
        self.remind.setEnabled(is_open and bool(late))
        self.remind.setText(f"&Đôn đốc {_called([unit.unit for unit in late])}…" if late else "&Đôn đốc…")

    def _chosen(self) -> list[UnitStanding]:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        found = (self.lines.line_at(row) for row in rows)
        return [unit for unit in found if unit is not None]

    def _to_remind(self) -> list[UnitStanding]:
        """Return the chosen units that have a form and have not sent it; without a choice all of them."""
        own = self._standing
        units = self._chosen() or (list(own.units) if own else [])
        return [unit for unit in units if unit.state in (FormState.WAITING, FormState.LATE)]

    # --- what is done

    @Slot()
    def _on_take(self) -> None:
        if self._session.period is not None:
            self.receiving.begin(self._session.period)

    @Slot()
    def _on_make_all(self) -> None:
        own = self._standing
        if own is not None:
            self._make(None, f"{len(own.units)} đơn vị")

    @Slot()
    def _on_make_some(self) -> None:
        units = [unit.unit for unit in self._chosen()]
        self._make(units, _called(units))

    def _make(self, units: list[str] | None, whom: str) -> None:
        own = self._standing
        if own is not None:
            answer_by = proposed_answer_by(own.period, self._session.today())
            self.making.begin(own.period, units, whom, answer_by, self._officer)

    @Slot()
    def _on_remind(self) -> None:
        own = self._standing
        forms = [unit.form for unit in self._to_remind() if unit.form is not None]
        if own is not None and forms:
            self.reminding.begin(own.period, forms, self.making.contact(self._officer))

    # --- files dropped onto the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, where the period still takes any."""
        if self.take.isEnabled() and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped forms in."""
        if self._session.period is not None:
            event.acceptProposedAction()
            self.receiving.take(self._session.period, _files(event))


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _called(units: list[str]) -> str:
    """Name one unit where it is short, else say how many."""
    return units[0] if len(units) == 1 and len(units[0]) <= 24 else f"{len(units)} đơn vị"
