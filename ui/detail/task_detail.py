"""A task in the detail pane: its times, deliverable, what was done in every period, declared and changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.row_story import CellRead
from models.task_story import ProgressTold, TaskStory
from ui.declaring_forms import CameTrueForm, ExtensionForm, PrintedCell, ReadingForm, StillInForceForm, open_form
from ui.detail.indicator_detail import FIRST_PERIODS
from ui.detail.parts import ENDLESS, HuggingSheet, Section, words_label
from ui.detail.row_parts import DeclaredPart, HeadPart, HistoryPart
from ui.detail.story_columns import RECORD_COLUMNS, TIME_COLUMNS, cell_lines, record_lines
from ui.detail.told_dialog import ToldDialog
from ui.models.line_table import LineTable
from ui.models.verdicts import status_colour, status_text
from ui.pages.parts import MARGIN, second
from ui.session import Session

NO_RECORDS = "Chưa ghi tiến độ ở kỳ nào. Nhập ở trang Nhập số liệu."
NO_TIMES = "Kế hoạch không in thời gian cho nhiệm vụ này."


class TaskDetail(QWidget):
    """All that is told of a task; evidence stands in the room between."""

    withdrawn = Signal(object)

    def __init__(self, session: Session, evidence: QVBoxLayout) -> None:
        super().__init__()
        self._session = session
        self.story: TaskStory | None = None
        self._build(evidence)
        self.change_reading.clicked.connect(self._on_reading)
        self.extend.clicked.connect(self._on_extend)
        self.came_true.clicked.connect(self._on_came_true)
        self.still.clicked.connect(self._on_still)
        self.records.activated.connect(self._on_record)
        self.all_periods.clicked.connect(self._on_all_periods)
        self.declared.withdrawn.connect(self.withdrawn)

    def _build(self, evidence: QVBoxLayout) -> None:
        self.head = HeadPart()
        self.declared, self.history = DeclaredPart(), HistoryPart()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.head)
        layout.addWidget(self._times_part())
        layout.addWidget(self.declared)
        layout.addWidget(self._deliverable_part())
        layout.addWidget(self._records_part())
        layout.addLayout(evidence)
        layout.addWidget(self.history)

    def _times_part(self) -> Section:
        part = Section("Thời gian thực hiện")
        self.cells: LineTable[CellRead] = LineTable(TIME_COLUMNS, self)
        self.times = HuggingSheet(self.cells, "Thời gian thực hiện", highest=ENDLESS)
        self.no_times, self.now = second(NO_TIMES), words_label()
        self.change_reading, self.extend = QPushButton("Sửa cách &hiểu…"), QPushButton("&Gia hạn…")
        self.came_true = QPushButton("Điều &kiện đã có…")
        part.body.addWidget(self.times)
        part.body.addWidget(self.no_times)
        part.body.addWidget(self.now)
        part.add_buttons(self.change_reading, self.extend)
        part.add_buttons(self.came_true)
        return part

    def _deliverable_part(self) -> Section:
        part = Section("Sản phẩm")
        self.deliverable = words_label()
        self.still = QPushButton("Sản phẩm còn hiệ&u lực…")
        self.still.setToolTip("Dùng khi văn bản của năm trước còn hiệu lực cho lần thực hiện này.")
        part.body.addWidget(self.deliverable)
        part.add_buttons(self.still)
        return part

    def _records_part(self) -> Section:
        part = Section("Tiến độ các kỳ")
        self.record_lines: LineTable[ProgressTold] = LineTable(RECORD_COLUMNS, self)
        self.records = HuggingSheet(self.record_lines, "Tiến độ các kỳ")
        self.records.setToolTip("Nhấn Enter hoặc bấm đúp để xem các nội dung trước đây.")
        self.no_records = second(NO_RECORDS)
        part.body.addWidget(self.records)
        part.body.addWidget(self.no_records)
        self.all_periods = QPushButton()
        part.add_buttons(self.all_periods)
        return part

    def show_story(self, story: TaskStory) -> None:
        """Show a task."""
        self.story = story
        self.head.show_head(story.head, status_text(story.status), status_colour(story.status))
        self.cells.show(cell_lines(story.times))
        self.times.setVisible(bool(story.times))
        self.no_times.setVisible(not story.times)
        self.now.setText("\n".join(_now(story)))
        self.now.setVisible(bool(self.now.text()))
        self.change_reading.setEnabled(bool(story.times) and story.can_read)
        self.extend.setEnabled(bool(story.can_extend) and story.can_declare)
        self.came_true.setVisible(bool(story.waits) and story.can_declare)
        self.still.setEnabled(story.can_declare)
        self.deliverable.setText("\n".join(_deliverable(story)))
        self._show_records(story, FIRST_PERIODS)
        self.declared.show_declared(story.declared)
        self.history.show_changes(story.history)

    def _show_records(self, story: TaskStory, most: int) -> None:
        """Show what was done in the last periods."""
        self.record_lines.show(record_lines(story.records[:most]))
        self.records.setVisible(bool(story.records))
        self.no_records.setVisible(not story.records)
        self.all_periods.setText(f"Xem cả {len(story.records)} kỳ")
        self.all_periods.setVisible(len(story.records) > most)

    def _named(self, story: TaskStory) -> str:
        return f"nhiệm vụ {story.head.label}"

    @Slot()
    def _on_reading(self) -> None:
        if self.story is not None:
            cells = [PrintedCell(one.column, one.title, one.printed, one.understood) for one in self.story.times]
            open_form(ReadingForm(self, self._named(self.story), self.story.row.key, cells), self._session)

    @Slot()
    def _on_extend(self) -> None:
        if self.story is not None:
            form = ExtensionForm(self, self._named(self.story), self.story.row.key, self.story.can_extend)
            open_form(form, self._session)

    @Slot()
    def _on_came_true(self) -> None:
        if self.story is not None:
            form = CameTrueForm(self, self._named(self.story), self.story.row.key, self.story.waits)
            open_form(form, self._session)

    @Slot()
    def _on_still(self) -> None:
        if self.story is not None:
            open_form(StillInForceForm(self, self._named(self.story), self.story.row.key), self._session)

    @Slot()
    def _on_all_periods(self) -> None:
        if self.story is not None:
            self._show_records(self.story, len(self.story.records))

    @Slot(QModelIndex)
    def _on_record(self, index: QModelIndex) -> None:
        told = self.record_lines.line_at(index.row())
        if told is not None and self.story is not None:
            says = [part for part in (told.state, told.deliverable) if part]
            says += [f"{title}: {words}" for title, words in told.said]
            title = f"Tiến độ {told.period.lower()} của {self._named(self.story)}"
            ToldDialog(self, title, says, told.story).open()


def _now(story: TaskStory) -> Iterator[str]:
    """Yield which round is judged now, and what is left from earlier ones."""
    status = story.status
    if status.deadline_words:
        due = f" (hạn {status.deadline:%d/%m/%Y})" if status.deadline else ""
        yield f"Đang xét: {status.deadline_words}{due}."
    yield from (f"Còn nợ: {debt}." for debt in story.debts)


def _deliverable(story: TaskStory) -> Iterator[str]:
    yield f"Phải có: {story.deliverable}." if story.deliverable else "Kế hoạch không ghi sản phẩm."
    made = next((one for one in story.records if one.deliverable), None)
    if made is not None:
        yield f"Đã có: {made.deliverable} (ghi ở {made.period.lower()})."
