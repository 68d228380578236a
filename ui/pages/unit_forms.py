"""What units report to this office: a form for each of them, printed with what it leads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from exporters.prose import capital_first
from ui.exporting import FORMATS, Exporting
from ui.gateway import Runner
from ui.pages.parts import GAP, Card, second
from ui.session import Session
from ui.standing import Standing

if TYPE_CHECKING:
    from models.reports import Report

EXPLAINED = (
    "Mỗi đơn vị nhận một mẫu in sẵn chỉ tiêu, nhiệm vụ do mình chủ trì, để điền kết quả rồi gửi về xã. "
    "Đánh dấu đơn vị cần gửi mẫu."
)
NOBODY = "Kỳ này không có chỉ tiêu, nhiệm vụ nào do đơn vị chủ trì cần báo cáo."


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a unit in a period."""

    unit: str
    indicators: int
    tasks: int


class UnitForms(QWidget):
    """The units of whom something is asked, and their forms."""

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._report: Report | None = None
        self._folder: Path | None = None
        self.exporting = Exporting(session, files, settings, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.units = QListWidget()
        self.units.setAccessibleName("Đơn vị nhận mẫu báo cáo")
        self.line = second(EXPLAINED)
        self.every, self.none = QPushButton("Chọn tất cả"), QPushButton("Bỏ chọn tất cả")
        self.formats = {form: QCheckBox(name) for form, name in FORMATS.items()}
        self.export = QPushButton("Xuất mẫu báo cáo…")
        self.open_folder = QPushButton("Mở thư mục")
        self.open_folder.setEnabled(False)
        for box in self.formats.values():
            box.setChecked(True)
        card = Card("Đơn vị nhận mẫu")
        card.setSizePolicy(self.sizePolicy())
        card.body.addWidget(self.line)
        card.body.addWidget(self.units, 1)
        card.body.addLayout(_row(self.every, self.none))
        card.body.addLayout(_row(*self.formats.values(), self.export, self.open_folder))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card, 1)

    def _connect(self) -> None:
        self.every.clicked.connect(partial(self._tick, Qt.CheckState.Checked))
        self.none.clicked.connect(partial(self._tick, Qt.CheckState.Unchecked))
        self.units.itemChanged.connect(self._on_choice)
        for box in self.formats.values():
            box.toggled.connect(self._on_choice)
        self.export.clicked.connect(self._on_export)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.exporting.told.connect(self._session.told)
        self.exporting.done.connect(self._on_exported)

    # --- what is shown

    def show_standing(self, standing: Standing | None) -> None:
        """Ask which units report in the period that is shown; None where it is no report of units."""
        report = standing.report if standing else None
        same = report is not None and self._report is not None and report.period == self._report.period
        self._report = report
        if not same:
            self.units.clear()
            self._on_choice()
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """List the units when somebody looks."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        if self._report is not None and self.units.count() == 0:
            answered = partial(self._on_asked, self._report)
            self._files.task(self, partial(asked_units, self._report)).on_success(answered).start()

    def _on_asked(self, report: Report, asked: tuple[Asked, ...]) -> None:
        if self._report is None or self._report.period != report.period:
            return  # another period is shown by now
        self.units.clear()
        for own in asked:
            item = QListWidgetItem(_asked_words(own))
            item.setData(Qt.ItemDataRole.UserRole, own.unit)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.units.addItem(item)
        self.line.setText(EXPLAINED if asked else NOBODY)
        self._on_choice()

    def _tick(self, state: Qt.CheckState, *_: object) -> None:
        for place in range(self.units.count()):
            self.units.item(place).setCheckState(state)

    def _chosen(self) -> list[str]:
        items = (self.units.item(place) for place in range(self.units.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]

    @Slot()
    def _on_choice(self, *_: object) -> None:
        count = len(self._chosen())
        self.export.setText(f"Xuất mẫu của {count} đơn vị…" if count else "Xuất mẫu báo cáo…")
        self.export.setEnabled(bool(count) and any(box.isChecked() for box in self.formats.values()))

    # --- export

    @Slot()
    def _on_export(self) -> None:
        if self._report is not None:
            chosen = [form for form, box in self.formats.items() if box.isChecked()]
            self.exporting.begin(self._report.period, chosen, self._chosen())

    @Slot(object, object)
    def _on_exported(self, folder: Path, _: object) -> None:
        self._folder = folder
        self.open_folder.setEnabled(True)
        self.open_folder.setToolTip(str(folder))
        self._session.told.emit(f"Đã ghi mẫu báo cáo của {len(self._chosen())} đơn vị vào “{folder}”.")

    @Slot()
    def _on_open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def asked_units(report: Report) -> tuple[Asked, ...]:
    """Return the units of whom something is asked; for a thread beside the window's."""
    from exporters.unit_forms import report_of_unit, units_asked

    found = []
    for unit in units_asked(report):
        own = report_of_unit(report, unit)
        found.append(Asked(unit, len(own.indicators), len(own.tasks)))
    return tuple(found)


def _asked_words(asked: Asked) -> str:
    counts = ((asked.indicators, "chỉ tiêu"), (asked.tasks, "nhiệm vụ"))
    return f"{capital_first(asked.unit)}: " + ", ".join(f"{count} {what}" for count, what in counts if count)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
