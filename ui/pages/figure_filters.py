"""Which rows of a period are shown: those without a figure, those to fill in, all, those that warn; and whose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from models.evaluation import Verdict
from models.progress import DONE_STATES, TaskState
from models.reports import IndicatorLine, TaskLine
from ui.pages.parts import GAP

if TYPE_CHECKING:
    from models.plans import Plan

NOT_NOW = (Verdict.NOT_BEGUN, Verdict.ENDED_REACHED, Verdict.ENDED_MISSED, Verdict.ENDED_UNKNOWN)
ALL_UNITS = "Tất cả"
Kind = Literal["missing", "needed", "all", "warned"]
_WORDS: Mapping[Kind, tuple[str, str]] = {
    "missing": ("Còn thiếu", "Dòng cần nhập mà kỳ này chưa ghi gì"),
    "needed": (
        "Cần nhập",
        "Bỏ qua chỉ tiêu chưa đến giai đoạn, chỉ tiêu đã kết thúc và nhiệm vụ đã hoàn thành từ kỳ trước",
    ),
    "all": ("Tất cả", "Mọi dòng của kế hoạch"),
    "warned": ("Cảnh báo", "Dòng có số liệu cần xem lại"),
}
_NONE_LEFT: Mapping[Kind, str] = {
    "missing": "Không còn dòng nào thiếu số liệu. Bấm “Cần nhập” hoặc “Tất cả” để xem các dòng đã ghi.",
    "needed": "Không có dòng nào cần nhập ở đây. Bấm “Tất cả” để xem mọi dòng.",
    "all": "Không có dòng nào của đơn vị này ở đây. Chọn đơn vị khác để xem.",
    "warned": "Không có cảnh báo nào ở đây.",
}
_UNIT_WIDTH = 22


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for: a kind of row, and the unit that leads it; an empty one is any."""

    kind: Kind = "needed"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows of one table by kind, and the units that lead each of them."""

    kinds: Mapping[Kind, frozenset[str]]
    units: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, kind: Kind, unit: str) -> frozenset[str]:
        """Return the keys of the rows of a kind, those of one unit where it is named."""
        found = self.kinds[kind]
        return frozenset(key for key in found if unit in self.units[key]) if unit else found


class Leads:
    """The units that the cells of a plan name, each read once: reading all of them takes longer than a key press."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._read: dict[str, tuple[str, ...]] = {}

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the units that a cell names."""
        from models.units import units_in

        if text not in self._read:
            self._read[text] = units_in(self._plan, text)
        return self._read[text]


def sort_lines(lines: Iterable[IndicatorLine | TaskLine], warned: frozenset[str], units: Leads) -> Sorted:
    """Sort the rows of a table."""
    own = tuple(lines)
    leads = {line.row.key: units.named_in(line.row.lead or line.lead) for line in own}
    kinds: dict[Kind, frozenset[str]] = {
        "missing": frozenset(line.row.key for line in own if _is_missing(line)),
        "needed": frozenset(line.row.key for line in own if _is_needed(line)),
        "all": frozenset(leads),
        "warned": warned & frozenset(leads),
    }
    return Sorted(kinds, leads)


def _is_needed(line: IndicatorLine | TaskLine) -> bool:
    if isinstance(line, IndicatorLine):
        return line.evaluation.verdict not in NOT_NOW
    return line.status.state not in DONE_STATES or line.in_period is not None


def _is_missing(line: IndicatorLine | TaskLine) -> bool:
    if isinstance(line, IndicatorLine):
        return line.evaluation.verdict is Verdict.NO_FIGURE
    return line.in_period is None and line.status.state not in DONE_STATES | {TaskState.WAITING}


class FigureFilters(QWidget):
    """A button for each kind of row with how many there are, and the units."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, frozenset[str]] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        self.buttons: dict[Kind, QPushButton] = {}
        self._group = QButtonGroup(self)
        for place, (kind, (words, tip)) in enumerate(_WORDS.items(), 1):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("kind", "filter")
            button.setToolTip(f"{tip} (Alt+{place})")
            self._group.addButton(button)
            self.buttons[kind] = button
            layout.addWidget(button)
        self.buttons["needed"].setChecked(True)
        layout.addStretch(1)
        self._build_units(layout)

    def _build_units(self, layout: QHBoxLayout) -> None:
        self.unit = QComboBox()
        self.unit.addItem(ALL_UNITS, "")
        self.unit.setAccessibleName("Đơn vị chủ trì")
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMinimumContentsLength(_UNIT_WIDTH)
        self._unit_label = QLabel("Đơn &vị:")
        self._unit_label.setBuddy(self.unit)
        layout.addWidget(self._unit_label)
        layout.addWidget(self.unit)

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._on_toggled)
        self.unit.currentIndexChanged.connect(self._on_unit)

    # --- what is asked for

    @property
    def choice(self) -> Choice:
        """Return what is asked for."""
        kind = next(kind for kind, button in self.buttons.items() if button.isChecked())
        return Choice(kind, str(self.unit.currentData() or ""))

    def choose(self, kind: Kind, unit: str = "") -> None:
        """Ask for a kind of row, and for a unit's rows where one is named."""
        self.unit.setCurrentIndex(max(self.unit.findData(unit), 0))
        self.buttons[kind].setChecked(True)

    def offer(self, units: Iterable[str]) -> None:
        """Offer the units that lead rows; a plan that names none has nothing to choose."""
        offered = ["", *units]
        if offered == [self.unit.itemData(place) for place in range(self.unit.count())]:
            return
        chosen = self.choice.unit
        self.unit.blockSignals(True)
        self.unit.clear()
        for name in offered:
            self.unit.addItem(name or ALL_UNITS, name)
        self.unit.setCurrentIndex(max(self.unit.findData(chosen), 0))
        self.unit.blockSignals(False)
        for widget in (self.unit, self._unit_label):
            widget.setVisible(len(offered) > 1)

    def tell(self, rows: Sorted) -> None:
        """Say how many rows of each kind the table in view has."""
        unit = self.choice.unit
        for place, (kind, button) in enumerate(self.buttons.items(), 1):
            button.setText(f"{_WORDS[kind][0]} ({len(rows.of(kind, unit))})")
            button.setShortcut(f"Alt+{place}")  # a new text takes the old one away

    def none_left(self, rows: Sorted) -> str:
        """Return what is to be said where nothing is left to show."""
        choice = self.choice
        return "" if rows.of(choice.kind, choice.unit) else _NONE_LEFT[choice.kind]

    def forget(self) -> None:
        """Let go of the rows that were kept in sight."""
        self._kept.clear()

    def shown(self, table: str, rows: Sorted) -> frozenset[str]:
        """Return the keys to show in a table: a row that was just filled in stays until something else is asked for."""
        choice = self.choice
        self._kept[table] = self._kept.get(table, frozenset()) | rows.of(choice.kind, choice.unit)
        return self._kept[table]

    @Slot(object, bool)
    def _on_toggled(self, button: QPushButton, on: bool) -> None:
        if on:
            self._on_unit()

    @Slot()
    def _on_unit(self) -> None:
        self.forget()
        self.changed.emit()
