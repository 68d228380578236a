"""The context menu of a table of rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.models.arranging import Sorting
from ui.row_sheet import RowSheet

if TYPE_CHECKING:
    from ui.pages.rows import RowsPage


def row_menu(page: RowsPage, table: RowSheet) -> QMenu:
    """Return the menu for the row in use; it goes when it closes."""
    menu = QMenu(page)
    menu.aboutToHide.connect(menu.deleteLater)
    has_line = table.current_key() is not None
    detail = menu.addAction("&Xem chi tiết\tEnter")
    detail.triggered.connect(page.show_detail)
    figure = menu.addAction("&Nhập số liệu kỳ này")
    figure.triggered.connect(page.ask_figure)
    for action in (detail, figure):
        action.setEnabled(has_line)
    copied = menu.addAction("&Chép dòng\tCtrl+C")
    copied.triggered.connect(table.copy_rows)
    menu.addSeparator()
    _add_sorting(menu.addMenu("&Sắp xếp theo"), page, table)
    return menu


def _add_sorting(menu: QMenu, page: RowsPage, table: RowSheet) -> None:
    """Offer what a click on a head does, for those who use keys."""
    now = table.rows.sorting
    printed = menu.addAction("Thứ tự in")
    printed.triggered.connect(partial(page.sort, None))
    _check(printed, now is None)
    for column in table.rows.row_columns:
        if column.order is not None and column.id != "number":
            action = menu.addAction(column.title)
            action.triggered.connect(partial(page.sort, Sorting(column.id)))
            _check(action, now is not None and now.column == column.id)


def _check(action: QAction, on: bool) -> None:
    action.setCheckable(True)
    action.setChecked(on)
