"""A page's thing with the details of the chosen row at its right, which F4 shows and hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.gateway import Runner
from ui.row_memory import RowMemory
from ui.session import Session

if TYPE_CHECKING:
    from ui.detail.pane import DetailPane

WIDE = 1200
"""From this width of the window on the details are shown unless they were hidden."""
USUAL = 350
LEAST_BESIDE = 300
SHOWN, HIDDEN = "shown", "hidden"


class DetailSide(QSplitter):
    """The pane is made when it is shown first; whether it is shown, and how wide, is remembered."""

    row_asked = Signal(str)
    shown_changed = Signal(bool)

    def __init__(self, session: Session, files: Runner, settings: QSettings, memory: RowMemory) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session, self._files, self._settings, self._memory = session, files, settings, memory
        self.pane: DetailPane | None = None
        self._key: str | None = None
        self._told: str | None = None
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._on_moved)

    def beside(self, widget: QWidget) -> None:
        """Put a page's thing at the left."""
        widget.setMinimumWidth(LEAST_BESIDE)
        self.addWidget(widget)
        self.setStretchFactor(0, 1)

    def is_shown(self) -> bool:
        """Tell whether the details are shown."""
        return self.pane is not None and not self.pane.isHidden()

    def show_row(self, key: str | None) -> None:
        """Show the details of a row; while they are hidden they are not read."""
        self._key = key
        self._tell()

    def set_shown(self, shown: bool) -> None:
        """Show the details or hide them, and remember it."""
        self._memory.keep("detail", SHOWN if shown else HIDDEN)
        self._apply(shown)

    def forget_row(self) -> None:
        """Let go of the row: another store has others of the same keys."""
        self._key, self._told = None, None
        if self.pane is not None:
            self.pane.show_row(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the details as they were."""
        super().showEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the details by themselves only where there is room."""
        super().resizeEvent(event)
        if self.isVisible():
            self._follow()

    def _follow(self) -> None:
        remembered = self._memory.text("detail")
        self._apply(remembered == SHOWN if remembered else self.window().width() >= WIDE)

    def _apply(self, shown: bool) -> None:
        if shown == self.is_shown():
            return
        if shown:
            self._made().show()
            self._tell()
        elif self.pane is not None:
            self.pane.hide()
        self.shown_changed.emit(shown)

    def _made(self) -> DetailPane:
        if self.pane is None:
            from ui.detail.pane import DetailPane

            self.pane = DetailPane(self._session, self._files, self._settings)
            self.pane.row_asked.connect(self.row_asked)
            self.addWidget(self.pane)
            self.setStretchFactor(1, 0)
            state = self._memory.state("splitter")
            if state is None or not self.restoreState(state):
                self.setSizes([max(self.width() - USUAL, LEAST_BESIDE), USUAL])
        return self.pane

    def _tell(self) -> None:
        if self.pane is not None and self.is_shown() and self._told != self._key:
            self._told = self._key
            self.pane.show_row(self._key)

    @Slot(int, int)
    def _on_moved(self, _: int, __: int) -> None:
        self._memory.keep_state("splitter", self.saveState())
