"""The story of one figure or record: what it says, and every value that stood there before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from models.row_history import ToldChange
from ui.pages.parts import GAP, MARGIN, second

WIDTH, HEIGHT = 520, 360
NEVER_TYPED = "Chưa ai ghi trực tiếp: số này được cộng từ phần của các đơn vị hoặc được ấn định."


class ToldDialog(QDialog):
    """Shows how something came about, the newest change first."""

    def __init__(self, parent: QWidget, title: str, says: Sequence[str], story: Sequence[ToldChange]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(WIDTH, HEIGHT)
        self.story = QPlainTextEdit("\n\n".join(change.words() for change in story) or NEVER_TYPED)
        self.story.setReadOnly(True)
        self.story.setAccessibleName("Các lần thay đổi, mới nhất ở trên")
        self.story.setTabChangesFocus(True)
        close = QPushButton("Đóng")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        for line in says:
            layout.addWidget(second(line))
        layout.addWidget(self.story, 1)
        layout.addLayout(buttons)
        close.setFocus()
