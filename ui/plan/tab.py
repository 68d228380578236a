"""What all tabs of the page Kế hoạch are: a widget that is read on the lane while it is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.errors import AppError
from ui.declaring_forms import DeclaringForm, open_form
from ui.gateway import Task
from ui.pages.parts import GAP, Notice, second
from ui.session import Session

if TYPE_CHECKING:
    from ui.lane_work import Write

T = TypeVar("T")


class PlanTab(QWidget):
    """A tab: a line that says what is here, a notice, tools, and what the subclass adds."""

    def __init__(self, session: Session, line: str) -> None:
        super().__init__()
        self._session = session
        self._is_stale = True
        self.line, self.notice, self.tools = second(line), Notice(), QHBoxLayout()
        self.tools.setSpacing(GAP)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, GAP, 0, 0)
        self.body.setSpacing(GAP)
        self.body.addWidget(self.line)
        self.body.addWidget(self.notice)
        self.body.addLayout(self.tools)
        session.opened.connect(self.read_anew)
        session.standing_changed.connect(self.read_anew)
        session.closed.connect(self.read_anew)

    def tool(self, words: str, done: Callable[[], None], tip: str = "") -> QPushButton:
        """Add a button to the tools."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.clicked.connect(done)
        self.tools.addWidget(button)
        return button

    # --- reading

    def read(self) -> Callable[[Any], object]:
        """Return what is read on the lane."""
        raise NotImplementedError

    def show_read(self, read: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    @Slot()
    def read_anew(self) -> None:
        """Read what the store holds now, at once where the tab is seen."""
        self._is_stale = True
        if self.isVisible() and self._session.store is not None:
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale and self._session.store is not None:
            self._ask()

    def _ask(self) -> None:
        self._is_stale = False
        self._session.ask(self, self.read()).on_success(self._on_read).on_failure(self._on_not_read).start()

    @Slot(object)
    def _on_read(self, read: object) -> None:
        if self._session.store is not None:
            self.show_read(read)

    def _on_not_read(self, error: AppError) -> None:
        self._is_stale = True
        if self._session.store is not None:
            self.notice.say(error.sentence)

    # --- writing

    def change(self, write: Write[T]) -> Task[T]:
        """Return a task that writes, after which the tab is read anew."""
        return self._session.change(write).on_end(self.read_anew)

    def ask_with(self, form: DeclaringForm) -> None:
        """Open a form whose fact is recorded; the tab is read anew when it was."""
        form.accepted.connect(self.read_anew)
        open_form(form, self._session)
