"""The detail pane of a row of the plan: what it asks, what was achieved, its evidence, its story."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from models.errors import AppError
from ui import messages
from ui.detail import detail_work
from ui.detail.evidence_list import EvidenceList
from ui.detail.indicator_detail import IndicatorDetail
from ui.detail.task_detail import TaskDetail
from ui.gateway import Runner
from ui.pages.parts import MARGIN
from ui.session import Session

if TYPE_CHECKING:
    from models.row_told import Story

LEAST, MOST = 320, 420
NOTHING = "Chọn một chỉ tiêu hoặc nhiệm vụ để xem chi tiết, minh chứng và lịch sử của dòng đó."
NO_PERIOD = "Kế hoạch này chưa có kỳ báo cáo nên chưa có chi tiết để xem."
HEADING = "Đây là tiêu đề của một nhóm dòng. Hãy chọn một dòng bên dưới nó."


class DetailPane(QWidget):
    """What is known of the chosen row; read on the lane while the pane is seen."""

    row_asked = Signal(str)
    """The key of another row of the plan."""

    def __init__(self, session: Session, files: Runner, settings: QSettings) -> None:
        super().__init__()
        self._session, self._files, self._settings = session, files, settings
        self._key: str | None = None
        self._latest = 0
        self._is_stale = True
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.empty = QLabel(NOTHING)
        self.empty.setProperty("kind", "second")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(MARGIN)
        self.evidence = EvidenceList(self._session, self._files)
        self._rooms = (QVBoxLayout(), QVBoxLayout())
        self.indicator = IndicatorDetail(self._session, self._rooms[0])
        self.task = TaskDetail(self._session, self._rooms[1])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.areas = [self._scrolled(detail) for detail in (self.indicator, self.task)]
        for area in self.areas:
            self.stack.addWidget(area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def _scrolled(self, detail: QWidget) -> QScrollArea:
        """Return a detail in an area that scrolls up and down only."""
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inner.addWidget(detail)
        inner.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _connect(self) -> None:
        self._session.period_chosen.connect(self._on_period)
        self._session.standing_changed.connect(self._on_standing)
        self._session.closed.connect(self._on_closed)
        for detail in (self.indicator, self.task):
            detail.withdrawn.connect(self._on_withdraw)

    # --- which row

    def show_row(self, key: str | None) -> None:
        """Show a row of the plan, or say that none is chosen."""
        if key == self._key and not self._is_stale:
            return
        self._key, self._is_stale = key, True
        if self.isVisible():
            self._read()

    @property
    def key(self) -> str | None:
        """Return the key of the row that is shown."""
        return self._key

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was chosen or changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    @Slot(object)
    def _on_period(self, period: object) -> None:
        """Show nothing of another period or store until it is read."""
        self._is_stale = True
        self._say(NO_PERIOD if period is None else NOTHING)

    @Slot(object)
    def _on_standing(self, standing: object) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    @Slot()
    def _on_closed(self) -> None:
        self._key = None
        self._say(NOTHING)

    # --- reading

    def _read(self) -> None:
        standing = self._session.standing
        self._latest += 1
        if self._key is None or standing is None:
            self._say(NOTHING if self._session.period is not None else NO_PERIOD)
            return
        self._is_stale = False
        work = partial(detail_work.read_story, standing.report, self._key, partial(self._is_latest, self._latest))
        task = self._session.ask(self, work).on_success(partial(self._on_read, self._latest))
        task.on_failure(partial(self._on_not_read, self._latest)).start()

    def _is_latest(self, number: int) -> bool:
        return number == self._latest

    def _on_read(self, number: int, story: Story | None) -> None:
        if number != self._latest:
            return
        if story is None:
            self._say(HEADING)
            return
        from models.indicator_story import IndicatorStory

        if isinstance(story, IndicatorStory):
            place, changed = 0, self.indicator.story is None or self.indicator.story.row.key != story.row.key
            self._put_evidence(place)
            self.indicator.show_story(story)
        else:
            place, changed = 1, self.task.story is None or self.task.story.row.key != story.row.key
            self._put_evidence(place)
            self.task.show_story(story)
        self.evidence.show_row(story.row.key, self._session.period)
        self.stack.setCurrentWidget(self.areas[place])
        if changed:
            self.areas[place].verticalScrollBar().setValue(0)

    def _put_evidence(self, place: int) -> None:
        """Move the one list of evidence into the detail that is shown."""
        if self._rooms[place].indexOf(self.evidence) < 0:
            self._rooms[place].addWidget(self.evidence)

    def _on_not_read(self, number: int, error: AppError) -> None:
        """Say why; a store that was closed meanwhile has nothing to say."""
        if number == self._latest and self._session.standing is not None:
            self._is_stale = True
            self._say(error.sentence)

    def _say(self, sentence: str) -> None:
        self._latest += 1
        self.empty.setText(sentence)
        self.stack.setCurrentWidget(self.empty)
        self.evidence.show_row(None, None)

    # --- what is done here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the pane as evidence of the row."""
        self.evidence.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped to the evidence."""
        self.evidence.dropEvent(event)

    @Slot(object)
    def _on_withdraw(self, fact: object) -> None:
        from models.facts import Fact

        if isinstance(fact, Fact):
            task = self._session.change(partial(detail_work.withdraw, fact))
            task.on_failure(partial(messages.show, self)).start()
