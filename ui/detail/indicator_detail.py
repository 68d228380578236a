"""An indicator in the detail pane: targets, path, figures of all periods, what was noted, declared and changed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.indicator_story import FigureTold, IndicatorStory
from models.row_story import CellRead
from ui.declaring_forms import AnnualTargetForm, PrintedCell, ReadingForm, open_form
from ui.detail.parts import ENDLESS, HuggingSheet, Section, words_label
from ui.detail.path_chart import PathChart
from ui.detail.row_parts import DeclaredPart, HeadPart, HistoryPart
from ui.detail.story_columns import CELL_COLUMNS, FIGURE_COLUMNS, SAID_COLUMNS, cell_lines, told_lines
from ui.detail.told_dialog import ToldDialog
from ui.models.line_table import LineTable
from ui.models.verdicts import verdict_colour, verdict_text
from ui.pages.parts import MARGIN, second
from ui.session import Session

MOST_NOTES = 6
FIRST_PERIODS = 24
"""Longer tables are laid out when they are asked for: twenty years of months take a while."""
LEGEND = "●\u00a0kết\u00a0quả   ◆\u00a0mục\u00a0tiêu   ◇\u00a0mục\u00a0tiêu\u00a0năm"
HINT = "   ┄\u00a0nhịp\u00a0(chỉ\u00a0là\u00a0gợi\u00a0ý)"
NO_FIGURES = "Chưa có số liệu của kỳ nào. Nhập ở trang Nhập số liệu."
NO_TARGETS = "Kế hoạch không in mục tiêu cho dòng này."


class IndicatorDetail(QWidget):
    """All that is told of an indicator; evidence stands in the room between."""

    withdrawn = Signal(object)

    def __init__(self, session: Session, evidence: QVBoxLayout) -> None:
        super().__init__()
        self._session = session
        self.story: IndicatorStory | None = None
        self._build(evidence)
        self.change_reading.clicked.connect(self._on_reading)
        self.annual_target.clicked.connect(self._on_annual_target)
        self.figures.activated.connect(self._on_figure)
        self.said.activated.connect(self._on_figure)
        self.all_periods.clicked.connect(self._on_all_periods)
        self.declared.withdrawn.connect(self.withdrawn)

    def _build(self, evidence: QVBoxLayout) -> None:
        self.head = HeadPart()
        self.declared, self.history = DeclaredPart(), HistoryPart()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MARGIN)
        layout.addWidget(self.head)
        layout.addWidget(self._targets_part())
        layout.addWidget(self.declared)
        layout.addWidget(self._figures_part())
        layout.addLayout(evidence)
        self.notes_part, self.notes = Section("Ghi chú theo kỳ"), words_label()
        self.notes_part.body.addWidget(self.notes)
        layout.addWidget(self.notes_part)
        layout.addWidget(self.history)

    def _targets_part(self) -> Section:
        part = Section("Mục tiêu")
        self.cells: LineTable[CellRead] = LineTable(CELL_COLUMNS, self)
        self.targets = HuggingSheet(self.cells, "Mục tiêu ở các mốc", highest=ENDLESS)
        self.no_targets = second(NO_TARGETS)
        self.change_reading = QPushButton("Sửa cách &hiểu…")
        self.annual_target = QPushButton("Mục tiêu &năm…")
        self.chart, self.legend = PathChart(), second()
        part.body.addWidget(self.targets)
        part.body.addWidget(self.no_targets)
        part.add_buttons(self.change_reading, self.annual_target)
        part.body.addWidget(self.chart)
        part.body.addWidget(self.legend)
        return part

    def _figures_part(self) -> Section:
        part = Section("Số liệu các kỳ")
        self.figure_lines: LineTable[FigureTold] = LineTable(FIGURE_COLUMNS, self)
        self.figures = HuggingSheet(self.figure_lines, "Số liệu các kỳ")
        self.said_lines: LineTable[FigureTold] = LineTable(SAID_COLUMNS, self)
        self.said = HuggingSheet(self.said_lines, "Kết quả các kỳ")
        self.figures.setToolTip("Nhấn Enter hoặc bấm đúp để xem các giá trị trước đây.")
        self.no_figures = second(NO_FIGURES)
        part.body.addWidget(self.figures)
        part.body.addWidget(self.said)
        part.body.addWidget(self.no_figures)
        self.all_periods = QPushButton()
        part.add_buttons(self.all_periods)
        return part

    def show_story(self, story: IndicatorStory) -> None:
        """Show an indicator."""
        self.story = story
        self.head.show_head(story.head, verdict_text(story.evaluation), verdict_colour(story.evaluation))
        self.cells.show(cell_lines(story.targets))
        self._show_or(self.targets, self.no_targets, bool(story.targets))
        self.change_reading.setEnabled(bool(story.targets))
        self.chart.show_path(story.path)
        self.legend.setText(LEGEND + (HINT if story.path.straight else ""))
        self.legend.setVisible(not self.chart.isHidden())
        self._show_figures(story, FIRST_PERIODS)
        noted = [
            f"{one.period}. {' '.join(_sentence(note) for note in one.notes)}" for one in story.figures if one.notes
        ]
        self.notes.setText("\n".join(noted[:MOST_NOTES]))
        self.notes_part.setVisible(bool(noted))
        self.declared.show_declared(story.declared)
        self.history.show_changes(story.history)

    def _show_figures(self, story: IndicatorStory, most: int) -> None:
        """Show the figures, or the words, of the last periods."""
        words, lines = story.in_words, told_lines(story.figures[:most])
        self.figure_lines.show(() if words else lines)
        self.said_lines.show(lines if words else ())
        self.all_periods.setText(f"Xem cả {len(story.figures)} kỳ")
        self.all_periods.setVisible(len(story.figures) > most)
        self.figures.setVisible(bool(story.figures) and not words)
        self.said.setVisible(bool(story.figures) and words)
        self.no_figures.setVisible(not story.figures)

    def _show_or(self, table: QWidget, words: QWidget, full: bool) -> None:
        table.setVisible(full)
        words.setVisible(not full)

    def _named(self, story: IndicatorStory) -> str:
        return f"chỉ tiêu {story.head.label}"

    @Slot()
    def _on_reading(self) -> None:
        if self.story is not None:
            cells = [PrintedCell(one.column, one.title, one.printed, one.understood) for one in self.story.targets]
            open_form(ReadingForm(self, self._named(self.story), self.story.row.key, cells), self._session)

    @Slot()
    def _on_annual_target(self) -> None:
        if self.story is not None:
            year = self._session.period.span.year if self._session.period else self._session.today().year
            open_form(AnnualTargetForm(self, self._named(self.story), self.story.row.key, year), self._session)

    @Slot()
    def _on_all_periods(self) -> None:
        if self.story is not None:
            self._show_figures(self.story, len(self.story.figures))

    @Slot(QModelIndex)
    def _on_figure(self, index: QModelIndex) -> None:
        told = (self.said_lines if self.story and self.story.in_words else self.figure_lines).line_at(index.row())
        if told is not None and self.story is not None:
            says = [f"{told.period}: {told.figure or 'chưa có số'}", *filter(None, (told.fraction, told.verdict))]
            title = f"Số liệu {told.period.lower()} của {self._named(self.story)}"
            ToldDialog(self, title, [*says, *told.notes], told.story).open()


def _sentence(words: str) -> str:
    return words if words.endswith((".", "…")) else f"{words}."
