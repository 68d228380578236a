"""Where a line of the overview or of the check list leads: the page, and the rows it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from models.to_do import ToDo, ToDoKind

if TYPE_CHECKING:
    from models.duties import ReportingPeriod
    from ui.window import MainWindow

FIGURES, INDICATORS, TASKS, REPORT, CHECKING = "Nhập số liệu", "Chỉ tiêu", "Nhiệm vụ", "Báo cáo", "Kiểm tra"
PLAN = "Kế hoạch"
ENTERED = ("figure", "percent")
"""The fields in which a row's entry begins."""


class Leading(QObject):
    """The ways between the pages of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot(object)
    def follow(self, to_do: ToDo) -> None:
        """Go where something can be done, to the rows it speaks of."""
        if to_do.kind is ToDoKind.REPORT and to_do.period is not None:
            self.go_to_report(to_do.period)
        elif to_do.kind is ToDoKind.WARNING:
            self._window.go_to(CHECKING)
        elif to_do.kind is ToDoKind.NO_FIGURE:
            self.go_to_figures()
            self._window.figures.filters.choose("missing")
        elif to_do.kind is ToDoKind.UNDECLARED and self._is_of_beginning(to_do):
            self._window.go_to(PLAN)
            self._window.plan.show_first()
        else:
            self._window.go_to(TASKS)
            self._window.tasks.show_keys(to_do.keys, to_do.sentence)

    def _is_of_beginning(self, to_do: ToDo) -> bool:
        """Tell whether what waits to be declared passed before the store began."""
        from models.first_lines import speaks_of_beginning

        standing = self._window.session.standing
        return standing is not None and speaks_of_beginning(standing.report, to_do.keys)

    @Slot(object)
    def go_to_report(self, period: ReportingPeriod) -> None:
        """Go to the report of a period."""
        if period != self._window.session.period:
            self._window.session.choose_period(period)
        self._window.go_to(REPORT)

    @Slot()
    def go_to_figures(self) -> None:
        """Go to where figures are entered."""
        self._window.go_to(FIGURES)
        self._window.figures.tabs.setCurrentIndex(0)
        self._window.figures.indicators.setFocus()

    @Slot(str)
    def go_to_figure(self, key: str) -> None:
        """Go to where the figure of a row is entered."""
        window = self._window
        self.go_to_figures()
        window.figures.filters.choose("all")
        for grid in (window.figures.indicators, window.figures.tasks):
            place = next((index for field in ENTERED if (index := grid.lines.place_of(key, field)).isValid()), None)
            if place is not None:
                window.figures.tabs.setCurrentWidget(grid)
                grid.setCurrentIndex(place)
                grid.scrollTo(place, grid.ScrollHint.PositionAtCenter)
                grid.setFocus()

    @Slot(str)
    def go_to_row(self, key: str) -> None:
        """Go to a row of the plan and choose it."""
        window = self._window
        store = window.session.store
        is_indicator = store is not None and any(row.key == key for row in store.plan.indicator_rows)
        window.go_to(INDICATORS if is_indicator else TASKS)
        (window.indicators if is_indicator else window.tasks).choose_row(key)
