"""The pages of the window, by name; those that are not seen first are imported and built when they are asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QListWidget, QMainWindow, QStackedWidget, QWidget

from ui.gateway import Runner
from ui.leading import Leading
from ui.pages.figures import FiguresPage
from ui.pages.overview import OverviewPage
from ui.session import Session
from ui.settings.copies import Copies
from ui.surroundings import Surroundings

if TYPE_CHECKING:
    from ui.pages.checking import CheckingPage
    from ui.pages.collecting import CollectingPage
    from ui.pages.indicators import IndicatorsPage
    from ui.pages.plan import PlanPage
    from ui.pages.report import ReportPage
    from ui.pages.rows import RowsPage
    from ui.pages.settings import SettingsPage
    from ui.pages.tasks import TasksPage
    from ui.view_menu import ViewMenu

P = TypeVar("P", bound=QWidget)
R = TypeVar("R", bound="RowsPage")

PAGES = {
    "Tổng quan": "overview",
    "Nhập số liệu": "figures",
    "Chỉ tiêu": "indicators",
    "Nhiệm vụ": "tasks",
    "Thu thập": "collecting",
    "Báo cáo": "report",
    "Kiểm tra": "checking",
    "Kế hoạch": "plan",
    "Cài đặt": "settings_page",
}
"""The pages in the order of the list at the left: name, and the window's attribute that holds the page."""


class PagedWindow(QMainWindow):
    """A window over one store that holds its pages; what stands around them is its child's."""

    rail: QListWidget
    leading: Leading
    view: ViewMenu

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.session = Session(surroundings, self)
        self.files = Runner("files", self)
        self.settings = QSettings(str(surroundings.window_settings), QSettings.Format.IniFormat)
        self.copies = Copies(self.session, self.files, self.settings, self)
        self.pages = QStackedWidget()
        self.overview = self._added(OverviewPage(self.session))
        self.figures = self._added(FiguresPage(self.session))

    def _added(self, page: P) -> P:
        self.pages.addWidget(page)
        return page

    def _leading(self, page: R) -> R:
        """Add a page of rows, whose details and menus lead elsewhere."""
        page.row_asked.connect(self.leading.go_to_row)
        page.figure_asked.connect(self.leading.go_to_figure)
        return self._added(page)

    @cached_property
    def indicators(self) -> IndicatorsPage:
        """Return the page of Phụ lục I."""
        from ui.pages.indicators import IndicatorsPage

        return self._leading(IndicatorsPage(self.session, self.files, self.settings))

    @cached_property
    def tasks(self) -> TasksPage:
        """Return the page of Phụ lục II."""
        from ui.pages.tasks import TasksPage

        return self._leading(TasksPage(self.session, self.files, self.settings))

    @cached_property
    def collecting(self) -> CollectingPage:
        """Return the page of the forms that units fill in."""
        from ui.pages.collecting import CollectingPage

        return self._added(CollectingPage(self.session, self.files, self.settings))

    @cached_property
    def report(self) -> ReportPage:
        """Return the page of the period's report."""
        from ui.pages.report import ReportPage

        page = self._added(ReportPage(self.session, self.files, self.settings))
        page.side.row_asked.connect(self.leading.go_to_row)
        page.side.section_asked.connect(page.outline.go_to)
        page.side.figures_asked.connect(self.leading.go_to_figures)
        return page

    @cached_property
    def checking(self) -> CheckingPage:
        """Return the page of the check list."""
        from ui.pages.checking import CheckingPage

        page = self._added(CheckingPage(self.session))
        page.row_asked.connect(self.leading.go_to_row)
        return page

    @cached_property
    def plan(self) -> PlanPage:
        """Return the page of the plan itself."""
        from ui.pages.plan import PlanPage

        return self._added(PlanPage(self.session, self.files, self.settings))

    @cached_property
    def settings_page(self) -> SettingsPage:
        """Return the page of the settings."""
        from ui.pages.settings import SettingsPage

        page = self._added(SettingsPage(self.session, self.files, self.settings, self.copies))
        page.theme_chosen.connect(self.view.choose_theme)
        return page

    def names(self) -> tuple[str, ...]:
        """Return the names of the pages, in the order of the list at the left."""
        return tuple(PAGES)

    def page_named(self, name: str) -> QWidget:
        """Return a page by its name in the list at the left."""
        return cast("QWidget", getattr(self, PAGES[name]))

    def named_pages(self) -> dict[str, QWidget]:
        """Return the pages by their names, in the order of the list at the left."""
        return {name: self.page_named(name) for name in PAGES}

    def go_to(self, name: str) -> None:
        """Show a page."""
        self.rail.setCurrentRow(list(PAGES).index(name))

    def is_built(self, attribute: str) -> bool:
        """Tell whether a page that is built late stands already."""
        return attribute in vars(self)
