"""How much of a period is filled in: a slim bar with its words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from models.reports import IndicatorLine
from models.status import figures_told
from ui.pages.parts import second

_HEIGHT = 6
_WIDTH = 180


class Completeness(QWidget):
    """Tells how many of the indicators that are judged now have a figure."""

    def __init__(self) -> None:
        super().__init__()
        self.words = second(wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_HEIGHT)
        self.bar.setMinimumWidth(_WIDTH)
        self.bar.setObjectName("completeness")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addStretch(1)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addStretch(1)

    def show_lines(self, lines: Iterable[IndicatorLine]) -> None:
        """Count the figures of a period; a plan without indicators to judge has no bar."""
        told, judged = figures_told(lines)
        words = f"{told}/{judged} chỉ tiêu có số liệu"
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, max(judged, 1))
        self.bar.setValue(told)
        self.setVisible(judged > 0)
