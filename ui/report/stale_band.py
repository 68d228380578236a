"""What stands under words whose figures moved: the mark, what changed, what now writes itself, and the two ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.report.parts import wrapping

if TYPE_CHECKING:
    from exporters.written_over import Unit

STALE = "▲ Số liệu đã đổi từ khi viết"
NO_MORE = "Nay số liệu không còn gì để viết, nên lời này không in trong báo cáo."
MOST_TOLD = 4


class StaleBand(QWidget):
    """Made only where a sentence needs it."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = wrapping("stale", STALE)
        self.changed, self.now = wrapping("second"), wrapping("second")
        self.keep = QPushButton("Giữ lời này")
        self.give_back = QPushButton("Trả lại câu tự viết")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.mark)
        layout.addWidget(self.changed)
        for button in (self.keep, self.give_back):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.now)

    def show_unit(self, unit: Unit, *, locked: bool) -> None:
        """Tell what moved; what is locked has no ways out."""
        self.changed.setText(_changed_words(unit))
        self.changed.setVisible(bool(self.changed.text()))
        self.now.setText(f"Nay tự viết: {unit.text}" if unit.text else NO_MORE)
        self.keep.setVisible(bool(unit.text) and not locked)
        self.give_back.setVisible(not locked)


def _changed_words(unit: Unit) -> str:
    """Say which figures changed, the first of them where there are many."""
    moved = [f"{was or '(không có)'} → {now or '(không còn)'}" for was, now in unit.changed]
    more = f" và {len(moved) - MOST_TOLD} chỗ khác" if len(moved) > MOST_TOLD else ""
    return f"Đã đổi: {'; '.join(moved[:MOST_TOLD])}{more}." if moved else ""
