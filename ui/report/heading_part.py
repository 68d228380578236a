"""A heading of the outline with what stands beneath it: sentences that write themselves, the officer's words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.report.parts import mark, more_button
from ui.report.rich_words import RichWords

if TYPE_CHECKING:
    from ui.report.heading_views import HeadingView
    from ui.report.sentence_part import SentencePart

INDENT = 12
EMPTY_LINES = 3
TO_WRITE = "Gõ nội dung ở đây; lưu ngay khi rời ô."
TO_ADD = "Thêm lời nếu cần."
TO_REPLACE = "Gõ lời thay các câu trên."
OFF = "(đang tắt)"


class Act(StrEnum):
    """What can be done with a heading."""

    RENAME = "rename"
    ADD = "add"
    SWITCH = "switch"
    UP = "up"
    DOWN = "down"
    REMOVE = "remove"
    OWN_NAME = "own name"
    CARRY = "carry"


LABELS = {
    Act.RENAME: "Đổi &tên…",
    Act.ADD: "T&hêm mục bên dưới…",
    Act.SWITCH: "Tắt &mục",
    Act.UP: "Chuyển &lên",
    Act.DOWN: "Chuyển &xuống",
    Act.REMOVE: "&Bỏ mục",
    Act.OWN_NAME: "T&rả lại tên của mẫu",
    Act.CARRY: "Lấy lời &kỳ trước",
}
KEYS = {Act.RENAME: "F2", Act.ADD: "Ctrl+Shift+N", Act.UP: "Alt+Shift+Up", Act.DOWN: "Alt+Shift+Down"}
"""The keys of Word's own outline, where it has any; they hold while the focus is within the heading."""


class HeadingPart(QWidget):
    """One heading; switched off it is one grey line with the way to switch it on."""

    asked = Signal(str, str)
    """Act and the heading's id."""

    def __init__(self, view: HeadingView) -> None:
        super().__init__()
        self.view = view
        self.box = RichWords(view.id)
        self.sentences: list[SentencePart] = []
        self._locked = self._offered = False
        self._build()
        self._connect()
        self._tell()

    def _build(self) -> None:
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.title.setBuddy(self.box)
        self.switch_on = QPushButton("Bật mục")
        self.more = more_button("Việc với mục này")
        self.menu = QMenu("Việc với &mục này", self)
        self.box.about = self.menu
        self.more.setMenu(self.menu)
        self.actions_by: dict[Act, QAction] = {}
        for act in Act:
            action = self.actions_by[act] = QAction(LABELS[act], self)
            action.setData(act.value)
            action.setShortcut(KEYS.get(act, ""))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.menu.addAction(action)
            self.addAction(action)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        row.addWidget(self.switch_on)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(INDENT if self.view.heading.parent else 0, 0, 0, 6)
        self.inside.setSpacing(4)
        self.inside.addLayout(row)
        self.inside.addWidget(self.box)

    def _connect(self) -> None:
        self.menu.triggered.connect(self._on_act)
        self.switch_on.clicked.connect(self._on_switch_on)

    # --- what it shows

    def show_view(self, view: HeadingView) -> None:
        """Show the heading as it is now."""
        if view != self.view:
            self.view = view
            self._tell()

    def set_sentences(self, parts: Sequence[SentencePart]) -> None:
        """Put the sentences that write themselves under the heading, in their order; the same ones stay untouched."""
        if list(parts) == self.sentences:
            return
        for number, part in enumerate(parts, start=1):
            found = self.inside.itemAt(number)
            if found is None or found.widget() is not part:
                self.inside.removeWidget(part)
                self.inside.insertWidget(number, part)
        self.sentences = list(parts)
        self._tell_box()

    def lock(self, locked: bool) -> None:
        """Let nothing be changed any more, or again."""
        if locked != self._locked:
            self._locked = locked
            self._tell()

    def offer(self, offered: bool) -> None:
        """Offer last period's words, where there are any for this heading."""
        self._offered = offered
        self.actions_by[Act.CARRY].setVisible(offered)
        self._tell_box()

    def _tell(self) -> None:
        view, shown = self.view, self.view.shown
        self.title.setText(view.printed if shown else f"{view.printed} {OFF}")
        mark(self.title, "kind", "heading" if shown else "second")
        self.setAccessibleName(view.printed)
        self.box.setVisible(shown)
        self.more.setVisible(shown and not self._locked)
        self.switch_on.setVisible(not shown and not self._locked)
        self.switch_on.setAccessibleName(f"Bật mục {view.printed}")
        self.box.setAccessibleName(view.printed)
        self.box.setReadOnly(self._locked)
        self._tell_acts()
        self._tell_box()

    def _tell_acts(self) -> None:
        view, may = self.view, self.view.shown and not self._locked
        own = view.heading.is_own
        for act, sensible in {
            Act.RENAME: True,
            Act.ADD: True,
            Act.SWITCH: True,
            Act.UP: view.can_rise,
            Act.DOWN: view.can_sink,
            Act.REMOVE: view.can_go,
            Act.OWN_NAME: bool(view.heading.title) and not own,
            Act.CARRY: self._offered,
        }.items():
            self.actions_by[act].setEnabled(may and sensible)
        self.actions_by[Act.REMOVE].setVisible(own)
        self.actions_by[Act.OWN_NAME].setVisible(bool(view.heading.title) and not own)
        self.actions_by[Act.CARRY].setVisible(self._offered)

    def _tell_box(self) -> None:
        view, told = self.view, bool(self.sentences) or self.view.has_beneath
        self.box.set_lines(1 if told else EMPTY_LINES)
        self.box.setPlaceholderText(TO_REPLACE if told and view.gives_way else TO_ADD if told else TO_WRITE)
        self.actions_by[Act.CARRY].setEnabled(self._offered and self.view.shown and not self._locked)

    # --- what is asked

    @Slot(QAction)
    def _on_act(self, action: QAction) -> None:
        self.asked.emit(str(action.data()), self.view.id)

    @Slot()
    def _on_switch_on(self) -> None:
        self.asked.emit(Act.SWITCH.value, self.view.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the heading."""
        if self.view.shown and not self._locked:
            self.menu.popup(event.globalPos())
