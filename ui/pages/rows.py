"""A page of the plan's rows in a period: found by words, filtered, grouped and sorted; the pages Chỉ tiêu, Nhiệm vụ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPoint, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from ui.gateway import Runner
from ui.models.arranging import By, Sorting, arranged, next_sorting
from ui.models.line_table import Heading
from ui.models.plan_rows import Rows
from ui.models.row_filters import Asked, matching
from ui.pages.row_tools import FILTERS
from ui.pages.rows_frame import PRINTED, RowsFrame
from ui.row_menu import row_menu
from ui.row_sheet import RowSheet
from ui.session import Session
from ui.standing import OpenStore, Standing

if TYPE_CHECKING:
    from models.desk import Desk
    from models.errors import AppError
    from models.reports import Report
    from ui.row_reading import RowsRead

NO_PERIOD = "Kế hoạch này chưa có chế độ báo cáo định kỳ nên chưa có kỳ để xem. Đây là bảng như kế hoạch in."


class RowsPage(RowsFrame):
    """One table of a period, and the same rows as the plan prints them; what it shows is set by its children."""

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__(session, files, settings)
        self._standing: Standing | None = None
        self._read_rows: RowsRead | None = None
        self._rows: Rows[Any] = []
        self._only: frozenset[str] | None = None
        self._sought = ""
        self._is_stale = False
        self._restore()
        self._connect()
        if session.store is not None:
            self._on_opened(session.store)
            self._take(session.standing)

    # --- as it was left

    def _restore(self) -> None:
        """Stand as it was left."""
        memory = self._memory
        self.table.set_widths(memory.widths())
        self.tools.group_by(memory.text("group"))
        self.table.rows.sorted_by(self._known(memory.sorting()))
        for name in FILTERS:
            self.tools.filters[name].ask(memory.text(name))
        printed = memory.text("view") == PRINTED
        (self.as_printed if printed else self.by_period).setChecked(True)
        self._show_view()

    def _known(self, sorting: Sorting | None) -> Sorting | None:
        """Return an order that this page can make."""
        ids = {column.id for column in self.columns if column.order is not None}
        return sorting if sorting is not None and sorting.column in ids else None

    def _connect(self) -> None:
        session, table, tools = self._session, self.table, self.tools
        session.opened.connect(self._on_opened)
        session.period_chosen.connect(self._on_period)
        session.standing_changed.connect(self._on_standing)
        for button in (self.filtered.button, self.empty.button):
            button.clicked.connect(self.show_all)
        tools.changed.connect(self._on_asked)
        tools.cleared.connect(self.show_all)
        tools.arranged.connect(self._on_arranged)
        tools.left.connect(self._on_search_left)
        table.sorting_asked.connect(self.sort_by)
        table.widths_changed.connect(self._on_widths)
        table.chosen.connect(self._on_chosen)
        table.activated.connect(self._on_activated)
        table.menu_asked.connect(self._on_menu)
        table.verticalScrollBar().rangeChanged.connect(self._bring_choice_into_sight)
        self.printed.chosen.connect(self._on_chosen)
        self._switch.buttonClicked.connect(self._on_switched)
        self.detail.clicked.connect(self._on_detail)
        self.side.shown_changed.connect(self.detail.setChecked)
        self.side.row_asked.connect(self.row_asked)
        self._shortcut("F4", self.toggle_detail)
        self._shortcut("Ctrl+F", self._on_find)

    def _shortcut(self, keys: str, done: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(done)

    # --- what the kinds of rows differ in

    def lines_of(self, report: Report, drawn: Mapping[str, Any]) -> Rows[Any]:
        """Return the rows of a report."""
        raise NotImplementedError

    def read(self, report: Report, desk: Desk) -> RowsRead:
        """Read on the lane what the rows can be found by, and what is drawn in them."""
        raise NotImplementedError

    # --- what others ask of the page

    def show_keys(self, keys: frozenset[str], words: str) -> None:
        """Show only some rows, and say which; what stands outside the plan is told of."""
        self._go_to_rows()
        self.show_all()
        missing = len(keys.difference(row.key for row in self._rows))
        beside = f" ({missing} dòng ngoài kế hoạch xem ở trang Nhập số liệu)" if missing else ""
        self._only = keys
        self.filtered.say(f"Đang lọc: {words}{beside}")
        self._apply_filter()
        self.table.setFocus()

    def choose_row(self, key: str) -> None:
        """Choose a row and bring it into sight, whatever was filtered."""
        self._go_to_rows()
        self.show_all()
        self.table.unfold()
        self._sought = self._shown_key(key)
        self.table.choose(self._sought)
        self.table.setFocus()
        self._bring_choice_into_sight()

    @Slot()
    def show_all(self) -> None:
        """Show all rows again."""
        self._only, self._sought = None, ""
        self.filtered.say("")
        if self.tools.asked != Asked():
            self.tools.ask_nothing()  # which comes back here
            return
        self._keep_filters()
        self._apply_filter()

    @Slot(str)
    def sort_by(self, column: str) -> None:
        """Sort by a column, the other way round, and by the printed order again."""
        self.sort(next_sorting(self.table.rows.sorting, column))

    def sort(self, sorting: Sorting | None) -> None:
        """Sort the rows, or show them in their printed order."""
        self._memory.keep_sorting(sorting)
        self.table.rows.sorted_by(sorting)
        self._arrange()

    @Slot()
    def toggle_detail(self) -> None:
        """Show the details of the row in use, or hide them."""
        self._on_detail(not self.side.is_shown())

    # --- the store and its period

    @Slot(object)
    def _on_opened(self, store: OpenStore) -> None:
        self._store = store
        self._only, self._sought, self._rows = None, "", []
        self._is_printed_stale = True
        self.table.rows.folded.clear()
        self.table.rows.show(())
        self.side.forget_row()
        self.filtered.say("")
        self._on_period(store.period)
        if self.isVisible():
            self._draw()

    @Slot(object)
    def _on_period(self, period: object) -> None:
        self._standing, self._read_rows = None, None
        self.notice.say(NO_PERIOD if period is None and self._store is not None else "")
        for button in (self.by_period, self.detail):
            button.setEnabled(period is not None)
        self._show_view()

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self._take(standing)
        if self.isVisible():
            self._draw()

    def _take(self, standing: Standing | None) -> None:
        self._standing, self._is_stale = standing, standing is not None

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self._draw()
        QTimer.singleShot(0, self, self._take_keys)

    @Slot()
    def _take_keys(self) -> None:
        """Let the keys go to the rows rather than to the first button, where Qt lets them."""
        if self.by_period.hasFocus():
            (self.printed if self._is_printed() else self.table).setFocus()

    def _draw(self) -> None:
        """Show the rows as they stand at once; what takes longer to read follows."""
        if self._store is not None and self._is_printed_stale:
            self._draw_tabs(self._store.plan)
        if self._is_stale and self._standing is not None:
            self._is_stale = False
            report = self._standing.report
            drawn = self._read_rows.drawn if self._read_rows is not None else {}
            self._rows = self.lines_of(report, drawn)
            self._say_where()
            self._arrange()
            read = partial(self.read, report)
            self._session.ask(self, read).on_success(self._on_read).on_failure(self._on_not_read).start()
        self._draw_printed()

    @Slot(object)
    def _on_read(self, read: RowsRead) -> None:
        if self._standing is None or read.report is not self._standing.report:
            return
        self._read_rows, self._rows = read, read.rows
        options: dict[str, Mapping[str, str] | Sequence[str]] = {
            "section": read.sections,
            "unit": read.units,
            "state": read.states,
            "mark": read.marks,
        }
        self.tools.offer(options)
        self._arrange()

    def _on_not_read(self, error: AppError) -> None:
        """Say why; a store that was closed meanwhile has nothing to say."""
        self._is_stale = self._session.standing is not None
        if self._is_stale:
            self.notice.say(error.sentence)

    # --- the rows by period

    def _arrange(self) -> None:
        """Show the rows in the order that is asked for; what is chosen stays chosen."""
        chosen, table = self.table.current_key(), self.table
        read, sorting = self._read_rows, table.rows.sorting
        rows = self._rows
        if read is not None:
            column = next((own for own in self.columns if sorting is not None and own.id == sorting.column), None)
            order = column.order if column is not None else None
            by = By(order, sorting.descending) if sorting is not None and order is not None else None
            group = self.tools.grouped_by
            rows = arranged(rows, read.facets, group, read.units if group == "unit" else read.states, by)
        table.rows.show(rows)
        self._apply_filter()
        if chosen is not None and chosen != table.current_key() and table.choose(chosen):
            table.scrollTo(table.currentIndex())
        self._bring_choice_into_sight()

    def _apply_filter(self) -> None:
        """Hide what was not asked for, and say how much is left."""
        keys = self._only
        if self._read_rows is not None and self.tools.asked != Asked():
            found = matching(self._read_rows.facets, self.tools.asked)
            keys = found if keys is None else keys & found
        self.table.show_only(keys)
        whole = {row.key for row in self._rows if not isinstance(row, Heading)}
        shown = whole if keys is None else whole & keys
        self.tools.tell(len(shown), len(whole), filtered=keys is not None)
        self.empty.say(self._nothing_words(len(whole)) if not shown and self._standing is not None else "")
        self.empty.button.setVisible(bool(whole))

    def _nothing_words(self, whole: int) -> str:
        if not whole:
            return f"Kế hoạch này không có {self.noun} nào."
        asked = self.tools.asked_words()
        return f"Không có {self.noun} nào hợp với {asked}." if asked else f"Không có {self.noun} nào ở đây."

    def _shown_key(self, key: str) -> str:
        """Return the key of the row that stands here for a row of the plan."""
        rows = self._store.plan.indicator_rows if self._store is not None else ()
        return next((row.same_as for row in rows if row.key == key and row.same_as), key)

    def _go_to_rows(self) -> None:
        """Show the rows of the period."""
        self._tabs.setCurrentIndex(0)
        if self._session.period is not None:
            self.by_period.setChecked(True)
            self._show_view()

    @Slot()
    def _bring_choice_into_sight(self) -> None:
        """Scroll to the row that was sought, also when a table that is shown for the first time gets its size."""
        if not self._sought:
            return
        if self.table.current_key() == self._sought or self.table.choose(self._sought):
            self.table.scrollTo(self.table.currentIndex(), RowSheet.ScrollHint.PositionAtCenter)

    @Slot()
    def _on_asked(self) -> None:
        self._sought = ""
        self._keep_filters()
        self._apply_filter()

    def _keep_filters(self) -> None:
        for name in FILTERS:
            self._memory.keep(name, self.tools.filters[name].wanted)

    @Slot()
    def _on_arranged(self) -> None:
        self._memory.keep("group", self.tools.grouped_by)
        self._arrange()

    @Slot()
    def _on_widths(self) -> None:
        self._memory.keep_widths(self.table.widths)

    @Slot()
    def _on_search_left(self) -> None:
        (self.printed if self._is_printed() else self.table).setFocus()

    @Slot()
    def _on_find(self) -> None:
        self._go_to_rows()
        self.tools.focus_search()

    # --- the row in use

    @Slot()
    def _on_chosen(self) -> None:
        is_printed = self.views.currentWidget() is self.printed
        key = self.printed.current_key() if is_printed else self.table.current_key()
        self.side.show_row(self._shown_key(key) if key is not None else None)

    @Slot()
    def show_detail(self) -> None:
        """Show the details of the row in use."""
        self._on_detail(True)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if self.table.rows.heading_at(index.row()) is None:
            self.show_detail()
        else:
            self.table.toggle_fold()

    @Slot(bool)
    def _on_detail(self, shown: bool) -> None:
        self._on_chosen()
        self.side.set_shown(shown)
        if not shown:
            self.table.setFocus()

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        row_menu(self, self.table).popup(self.table.viewport().mapToGlobal(place))

    @Slot()
    def ask_figure(self) -> None:
        """Ask for the row in use where figures are entered."""
        key = self.table.current_key()
        if key is not None:
            self.figure_asked.emit(key)
