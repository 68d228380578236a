"""Where a found place leads, and what the window itself has to find: its pages and its commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QPushButton

from models.duties import ReportingPeriod
from ui.search.box import SearchBox
from ui.search.places import Kind, Place, place

if TYPE_CHECKING:
    from models.desk import Desk
    from ui.window import MainWindow

REPORT, SETTINGS, EXPORT = "Báo cáo", "Cài đặt", "Xuất báo cáo"


class Search(QObject):
    """The search over a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.box: SearchBox | None = None

    @Slot()
    def open(self) -> None:
        """Open the box over the window."""
        pages = [place(Kind.PAGE, name, name) for name in self._window.names()]
        commands = [place(Kind.COMMAND, name, name) for name in self.commands()]
        self.box = SearchBox(self._window.session, [*pages, *commands], self._window)
        self.box.chosen.connect(self.go)
        self.box.open()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what can be done from the box, by its name."""
        window = self._window
        found: dict[str, Callable[[], object]] = {}
        if window.session.store is not None:
            found |= {EXPORT: self._export, "Sao lưu ngay": self._back_up, "Chép ra USB…": self._copy_out}
        for action in window.commands():
            if action.isEnabled():
                found[action.text().replace("&", "")] = action.trigger
        return found

    @Slot(object)
    def go(self, found: Place) -> None:
        """Go to a place, or do what it is."""
        window, target = self._window, found.target
        QTimer.singleShot(0, self, self._give_focus)
        if found.kind is Kind.PAGE:
            window.go_to(str(target))
        elif found.kind is Kind.COMMAND:
            self.commands()[str(target)]()
        elif isinstance(target, ReportingPeriod):
            window.session.choose_year(target.span.year)
            window.session.choose_period(target)
        elif target is None:
            window.go_to(REPORT)
        elif "/" in str(target):
            work: Callable[[Desk], ReportingPeriod] = partial(_period, str(target))
            window.session.ask(self, work).on_success(window.leading.go_to_report).start()
        else:
            window.leading.go_to_row(str(target))

    @Slot()
    def _give_focus(self) -> None:
        """Give the keys to the list at the left where the page took none."""
        focus = self._window.focusWidget()
        if focus is None or not focus.isVisible():
            self._window.rail.setFocus()

    def _export(self) -> None:
        """Go to the report, where formats are chosen, with the keys on the button that exports."""
        self._window.go_to(REPORT)
        for button in self._window.report.findChildren(QPushButton):
            if button.text().startswith(EXPORT) and button.isVisible():
                button.setFocus()

    def _back_up(self) -> None:
        self._window.go_to(SETTINGS)
        self._window.settings_page.safety.make_now()

    def _copy_out(self) -> None:
        self._window.go_to(SETTINGS)
        self._window.settings_page.safety.copy_out()


def _period(key: str, desk: Desk) -> ReportingPeriod:
    return desk.period(key)
