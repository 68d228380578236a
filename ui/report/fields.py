"""Fields that the forms of a report share: a day, a name with proposals, which formats."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QLineEdit

from ui.exporting import FORMATS
from ui.pages.parts import GAP

FEWEST_LETTERS = 12


class DayEdit(QDateEdit):
    """A day with its calendar."""

    def __init__(self, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setDisplayFormat("dd/MM/yyyy")
        self.setCalendarPopup(True)

    def day(self) -> date:
        """Return the day that was chosen."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def choose(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))


class NameBox(QComboBox):
    """A name that is typed or chosen among those known; long ones make no form wider than the screen."""

    def __init__(self, names: Iterable[str], name: str, hint: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_LETTERS)
        self.addItems(list(names))
        line = self.lineEdit()
        if isinstance(line, QLineEdit):
            line.setPlaceholderText(hint)

    def name(self) -> str:
        """Return the name."""
        return self.currentText().strip()


class FormatBoxes(QHBoxLayout):
    """A box for each format that a paper is written in."""

    def __init__(self, chosen: Iterable[str] = tuple(FORMATS)) -> None:
        super().__init__()
        self.setSpacing(GAP)
        self.boxes = {form: QCheckBox(name) for form, name in FORMATS.items()}
        for form, box in self.boxes.items():
            box.setChecked(form in tuple(chosen))
            self.addWidget(box)
        self.addStretch(1)

    def chosen(self) -> tuple[str, ...]:
        """Return the formats that are ticked, all of them where none is."""
        return tuple(form for form, box in self.boxes.items() if box.isChecked()) or tuple(FORMATS)
