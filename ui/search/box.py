"""The search box: results as one types, Enter goes there, Esc closes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.pages.parts import GAP, MARGIN, second
from ui.search.places import Place, find, of_store
from ui.session import Session

TITLE = "Tìm"
HINT = "Số hoặc tên chỉ tiêu, nhiệm vụ, văn bản; kỳ (10/2026, quý 3); trang; lệnh"
KEYS = "↑ ↓ chọn · Enter đi đến · Esc đóng"
NOTHING = "Không tìm thấy “{}”. Thử gõ ít chữ hơn; gõ không dấu cũng được."
PLACE = Qt.ItemDataRole.UserRole
USUAL = (620, 420)
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchBox(QDialog):
    """Searches what the window has (pages, commands) at once, what the store has as soon as it was read."""

    chosen = Signal(object)
    """A Place."""

    def __init__(self, session: Session, own: Sequence[Place], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._places = tuple(own)
        self.setWindowTitle(TITLE)
        self.resize(*USUAL)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(HINT)
        self.typed.setAccessibleName(HINT)
        self.typed.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("found")
        self.list.setAccessibleName("Kết quả tìm")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told = second(KEYS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self.typed)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)

    def _connect(self) -> None:
        self.typed.textChanged.connect(self._search)
        self.typed.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is known already, and read the store."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self._search()
        if self._session.store is not None:
            read = partial(of_store, today=self._session.today())
            self._session.ask(self, read).on_success(self._add).start()

    def _add(self, places: tuple[Place, ...]) -> None:
        self._places += places
        self._search()

    @Slot()
    def _search(self) -> None:
        text = self.typed.text().strip()
        found = find(self._places, text)
        self.list.clear()
        for place in found:
            item = QListWidgetItem(f"{place.said}   ({place.kind.value})")
            item.setData(PLACE, place)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.told.setText(NOTHING.format(text) if text and not found else KEYS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the words are typed, and Enter go there."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _MOVING:
            self.list.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None:
                self._on_item(item)
            return True
        return super().eventFilter(watched, event)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        place = item.data(PLACE)
        self.accept()
        self.chosen.emit(place)
