"""Kiểm tra trước khi ký: what stands against issuing a report; each line leads to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.grid import Sheet
from ui.models.columns import Column
from ui.models.line_table import Line, LineTable
from ui.models.verdicts import BEHIND, LATE
from ui.report.table_dialog import TableDialog

if TYPE_CHECKING:
    from models.readiness import Obstacle

HOW = "Nhấn Enter hoặc bấm đúp vào một dòng để đến chỗ xử lý. Còn điều quan trọng thì phát hành phải ghi lý do."
READY = "● Báo cáo đủ điều kiện phát hành: không còn gì phải xử lý."
GRAVE, OTHER = "Quan trọng", "Nên xem lại"


class ObstaclesDialog(TableDialog):
    """The list of what stands against issuing."""

    chosen = Signal(object)
    """An Obstacle."""

    def __init__(self, parent: QWidget, period: str, obstacles: Sequence[Obstacle]) -> None:
        lines: LineTable[Obstacle] = LineTable(OBSTACLE_COLUMNS)
        super().__init__(parent, f"Kiểm tra trước khi ký, báo cáo {period}", HOW, lines, Sheet(lines))
        lines.show([Line(str(place), one) for place, one in enumerate(obstacles)])
        if not obstacles:
            self.show_nothing(READY)
        self.table.activated.connect(self._on_activated)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        obstacle = self.lines.line_at(index.row())
        self.accept()
        self.chosen.emit(obstacle)


def _shape(one: Obstacle) -> str:
    return LATE if one.grave else BEHIND


def _sentence(one: Obstacle) -> str:
    return one.sentence


def _degree(one: Obstacle) -> str:
    return GRAVE if one.grave else OTHER


def _colour(one: Obstacle) -> str:
    return "late" if one.grave else "behind"


OBSTACLE_COLUMNS: tuple[Column[Obstacle], ...] = (
    Column("", _shape, width=3, align="center", colour=_colour),
    Column("Điều cần xử lý", _sentence, width=40, stretch=1),
    Column("Mức", _degree, width=14),
)
