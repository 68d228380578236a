"""Khai báo ban đầu: what was done before the store began, declared in one grid like a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QWidget

from models.facts import DeclaredFrom
from models.shown import day_text
from ui.declaring_forms import DayBox, DeclaringForm
from ui.models.line_table import LineTable
from ui.plan.first_columns import FIRST_COLUMNS, first_rows
from ui.plan.first_grid import FirstGrid
from ui.plan.tab import PlanTab
from ui.session import Session

if TYPE_CHECKING:
    from models.desk import Desk
    from models.first_lines import FirstLine, FirstLines

HOW = "Dòng chưa khai báo không bị coi là quá hạn. Gõ thẳng vào ô; Ctrl+V dán từ Excel, Ctrl+D điền xuống."
NO_PERIOD = (
    "Trước ngày bắt đầu dùng sổ chưa có kỳ báo cáo nào nên không có gì phải khai báo. Nếu kế hoạch bắt đầu sớm hơn, "
    "hãy bấm “Đổi ngày bắt đầu…”."
)
NO_DUTY = "Kế hoạch này chưa có chế độ báo cáo nên chưa có kỳ để ghi khai báo ban đầu."
ALL_DECLARED = "Đã khai báo xong. Bấm “Phải khai báo” hoặc “Tất cả” để xem lại."
NOTHING_WANTED = "Không có dòng nào đến hạn trước ngày bắt đầu dùng sổ. Bấm “Tất cả” nếu vẫn muốn ghi thêm."
KINDS = {"left": "Chưa khai báo", "wanted": "Phải khai báo", "all": "Tất cả"}
_ONE_DAY = timedelta(days=1)


class BeginningForm(DeclaringForm):
    """Asks from which day on the store knows what happened."""

    def __init__(self, parent: QWidget, found: FirstLines | None) -> None:
        explained = (
            "Từ ngày này sổ ghi mọi việc. Việc đến hạn trước ngày này là chưa khai báo, không phải quá hạn; số liệu và "
            "kết quả trước đó được ghi cho kỳ chốt cuối cùng trước ngày này."
        )
        super().__init__(parent, "Ngày bắt đầu dùng sổ", explained, "Đổi ngày bắt đầu")
        self.day = DayBox(found.day if found else None)
        self.fields.addRow("&Bắt đầu từ:", self.day)
        self.day.selectAll()

    def fact(self) -> DeclaredFrom:
        """Return the day."""
        return DeclaredFrom(self.day.wanted("ngày bắt đầu dùng sổ"))


class FirstTab(PlanTab):
    """The grid with its filter, how many rows are left, and the day on which the store begins."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, HOW)
        self._found: FirstLines | None = None
        self._kept: frozenset[str] = frozenset()
        self._build()

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        self.buttons: Mapping[str, QPushButton] = {kind: self._filter(words) for kind, words in KINDS.items()}
        self.buttons["left"].setChecked(True)
        self._group.buttonToggled.connect(self._on_filter)
        self.left = QLabel()
        self.tools.addStretch(1)
        self.tools.addWidget(self.left)
        self.begin = self.tool("Đổi ngày &bắt đầu…", self._on_begin)
        self.lines: LineTable[FirstLine] = LineTable(FIRST_COLUMNS, self)
        self.grid = FirstGrid(self.lines, self._session)
        self.grid.setAccessibleName("Khai báo ban đầu")
        self.body.addWidget(self.grid, 1)
        self.body.addStretch()

    def _filter(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setCheckable(True)
        button.setProperty("kind", "filter")
        self._group.addButton(button)
        self.tools.addWidget(button)
        return button

    def read(self) -> Callable[[Desk], FirstLines | None]:
        """Read all rows as they stood before the beginning."""
        from models.first_lines import first_lines

        return first_lines

    def show_read(self, read: FirstLines | None) -> None:
        """Show the rows; those that were shown as undeclared stay in sight until another kind is asked for."""
        same = self._found is not None and read is not None and self._found.base == read.base
        self._found = read
        self._kept = self._kept if same else frozenset()
        self.grid.setVisible(read is not None)
        for button in self.buttons.values():
            button.setVisible(read is not None)
        if read is None:
            self._say_none()
            return
        self._tell(read)
        store = self._session.store
        if store is not None:
            self.lines.show(first_rows(store.plan, read.lines))
        self._apply_filter()

    def _say_none(self) -> None:
        has_duties = self._session.store is not None and bool(self._session.store.plan.duties)
        self.notice.say(NO_PERIOD if has_duties else NO_DUTY)
        self.line.setText(HOW)
        self.left.clear()
        self.lines.show(())

    def _tell(self, found: FirstLines) -> None:
        left, total = found.count()
        base = found.base
        how = "" if found.given else " (ngày lập sổ)"
        self.line.setText(
            f"Sổ bắt đầu từ {day_text(found.day)}{how}; tình hình trước đó được ghi cho {base.span.short()}, đến hết "
            f"ngày {day_text(base.closing)}. {HOW}"
        )
        self.left.setText(f"còn {left}/{total} chưa khai báo" if total else "")
        counts = {"left": left, "wanted": total, "all": len(found.lines)}
        for kind, button in self.buttons.items():
            button.setText(f"{KINDS[kind]} ({counts[kind]})")

    @Slot(object, bool)
    def _on_filter(self, button: QPushButton, on: bool) -> None:
        if on:
            self._kept = frozenset()
            self._apply_filter()

    def _apply_filter(self) -> None:
        if self._found is None:
            return
        kind = next(kind for kind, button in self.buttons.items() if button.isChecked())
        lines = self._found.lines
        if kind == "all":
            self._kept = frozenset(line.row.key for line in lines)
        else:
            self._kept |= {line.row.key for line in lines if line.wanted and (kind == "wanted" or not line.declared)}
        self.grid.show_only(None if kind == "all" else self._kept)
        self.grid.setVisible(bool(self._kept))
        self.notice.say("" if self._kept else ALL_DECLARED if self._found.count()[1] else NOTHING_WANTED)

    @Slot()
    def _on_begin(self) -> None:
        self.ask_with(BeginningForm(self, self._found))
