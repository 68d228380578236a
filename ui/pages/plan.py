"""Kế hoạch: what the plan says, how it is understood, and all that the officer adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from ui.gateway import Runner
from ui.pages.parts import PageHead, page_layout
from ui.plan.agencies_tab import AgenciesTab
from ui.plan.document_tab import DocumentTab, written
from ui.plan.duties_tab import DutiesTab
from ui.plan.extras_tab import ExtrasTab
from ui.plan.first_tab import FirstTab
from ui.plan.reading_tab import ReadingTab
from ui.plan.tab import PlanTab
from ui.session import Session

if TYPE_CHECKING:
    from ui.pages.frame import FrameDialog
    from ui.standing import OpenStore

WHAT = "Kế hoạch như đã ban hành, cách sổ hiểu từng dòng, và những gì cán bộ khai báo thêm."
LAST_TAB = "plan/tab"


class PlanPage(QWidget):
    """The tabs; the one that was in view last comes back."""

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__()
        self._session, self._files, self._settings = session, files, settings
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = PageHead("Kế hoạch", WHAT)
        self.document = DocumentTab(self._session)
        self.agencies = AgenciesTab(self._session)
        self.duties = DutiesTab(self._session)
        self.readings = ReadingTab(self._session)
        self.first = FirstTab(self._session)
        self.extras = ExtrasTab(self._session)
        self._frame: FrameDialog | None = None
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Các phần của kế hoạch")
        tabs: dict[str, PlanTab] = {
            "Văn bản": self.document,
            "Đơn vị": self.agencies,
            "Chế độ báo cáo": self.duties,
            "Dòng và cách hiểu": self.readings,
            "Khai báo ban đầu": self.first,
            "Phát sinh, chỉ đạo": self.extras,
        }
        for name, tab in tabs.items():
            self.tabs.addTab(tab, name)
        layout = page_layout(self)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        place = self._settings.value(LAST_TAB, 0)
        self.tabs.setCurrentIndex(int(str(place)) if str(place).isdecimal() else 0)
        self.tabs.currentChanged.connect(self._on_tab)
        self.document.frame_asked.connect(self._on_frame)
        self._session.opened.connect(self._on_opened)
        if self._session.store is not None:
            self._on_opened(self._session.store)

    @Slot(object)
    def _on_opened(self, store: OpenStore) -> None:
        document, issuer = store.plan.document, store.plan.issuer
        number = f"Kế hoạch số {written(document.number)}" if document.number else "Kế hoạch"
        day = f" ngày {written(document.date)}" if document.date else ""
        self.head.line.setText(f"{number}{day} của {issuer}. {WHAT}" if issuer else WHAT)

    @Slot()
    def _on_frame(self) -> None:
        if self._frame is None:
            from ui.pages.frame import FrameDialog

            self._frame = FrameDialog(self._session, self._files, self)
        self._session.leaving.emit()
        self._frame.show()
        self._frame.activateWindow()

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        self._settings.setValue(LAST_TAB, place)

    def show_first(self) -> None:
        """Put in view what is still to be declared of the time before the store."""
        self.show_tab(self.first)
        self.first.buttons["left"].setChecked(True)
        self.first.grid.setFocus()

    def show_tab(self, tab: QWidget) -> None:
        """Put a tab in view."""
        self.tabs.setCurrentWidget(tab)
