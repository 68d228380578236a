"""What the pane shows of every kind of row: its heading, what was declared, its history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from models.row_history import ToldChange
from models.row_story import Declared, Head
from ui import style
from ui.detail.parts import Section, words_label
from ui.pages.parts import GAP, second

FIRST_CHANGES = 5


class HeadPart(QWidget):
    """Number, name, section, state, who leads and who helps."""

    def __init__(self) -> None:
        super().__init__()
        self.above, self.name, self.state = second(), words_label(), words_label()
        self.name.setFont(style.bold(self.name.font()))
        self.more = second()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in (self.above, self.name, self.state, self.more):
            layout.addWidget(label)

    def show_head(self, head: Head, state: str, token: str) -> None:
        """Show how a row is named and how it stands; `token` names the colour of its state."""
        self.above.setText(" · ".join(part for part in (f"{head.kind} {head.label}", head.section) if part))
        self.name.setText(head.name)
        self.state.setText(state)
        self.state.setProperty("state", token)
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        lines = (
            ("Đơn vị tính", head.unit),
            ("Cơ quan chủ trì", head.lead or "kế hoạch chưa ghi"),
            ("Cơ quan phối hợp", head.coordinating),
            ("Ghi chú của kế hoạch", head.note),
        )
        self.more.setText("\n".join(f"{title}: {words}" for title, words in lines if words))


class DeclaredPart(Section):
    """What the officer declared of the row; each can be taken back."""

    withdrawn = Signal(object)
    """A fact."""

    def __init__(self) -> None:
        super().__init__("Đã khai báo bổ sung")
        self._facts: dict[QToolButton, object] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.body.addLayout(self._lines)

    def show_declared(self, declared: Sequence[Declared]) -> None:
        """Show the sentences, or nothing."""
        while (item := self._lines.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        self._facts.clear()
        for one in declared:
            self._lines.addWidget(self._line(one))
        self.setVisible(bool(declared))

    def _line(self, one: Declared) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(words_label(f"{one.sentence}."), 1)
        button = QToolButton()
        button.setText("Bỏ")
        button.setToolTip("Bỏ điều đã khai báo này; hoàn tác được.")
        button.setAccessibleName(f"Bỏ khai báo: {one.sentence}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._on_withdraw)
        self._facts[button] = one.fact
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    @Slot()
    def _on_withdraw(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton) and button in self._facts:
            self.withdrawn.emit(self._facts[button])


class HistoryPart(Section):
    """The changes of a row as sentences, the newest first; the older ones when they are asked for."""

    def __init__(self) -> None:
        super().__init__("Lịch sử thay đổi")
        self._changes: tuple[ToldChange, ...] = ()
        self.words: QLabel = words_label()
        self.more = QPushButton("Xem tất cả")
        self.body.addWidget(self.words)
        self.add_buttons(self.more)
        self.more.clicked.connect(self._on_more)

    def show_changes(self, changes: Sequence[ToldChange]) -> None:
        """Show the last changes."""
        self._changes = tuple(changes)
        self._show(self._changes[:FIRST_CHANGES])
        self.more.setVisible(len(changes) > FIRST_CHANGES)
        self.more.setText(f"&Xem cả {len(changes)} lần thay đổi")

    def _show(self, changes: Sequence[ToldChange]) -> None:
        self.words.setText("\n\n".join(change.words() for change in changes) or "Dòng này chưa có thay đổi nào.")

    @Slot()
    def _on_more(self) -> None:
        self._show(self._changes)
        self.more.hide()
