"""The card that says where a report stands, with the next steps as buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from models.report_life import STATE_WORDS, ReportState
from ui import style
from ui.models.verdicts import BEHIND, MISSING, REACHED, UNDER_WAY
from ui.pages.parts import Card, second

if TYPE_CHECKING:
    from ui.report.life import Life
    from ui.standing import Standing

CLOSED = "Kỳ đã khóa."
NOT_ISSUED = "Báo cáo chưa phát hành."
HOW_TO_ISSUE = "Khi báo cáo đã ký: ghi số, ngày và người ký; đúng các tệp đó được giữ, kỳ được khóa."
SHAPES = {
    ReportState.NOT_BEGUN: MISSING,
    ReportState.DRAFT: UNDER_WAY,
    ReportState.SUBMITTED: UNDER_WAY,
    ReportState.RETURNED: BEHIND,
    ReportState.ISSUED: UNDER_WAY,
    ReportState.SENT: REACHED,
}
STEPS = ("Dự thảo", "Trình", "Phát hành", "Gửi")
_DONE = {
    ReportState.NOT_BEGUN: 0,
    ReportState.DRAFT: 0,
    ReportState.RETURNED: 0,
    ReportState.SUBMITTED: 2,
    ReportState.ISSUED: 3,
    ReportState.SENT: 4,
}
"""How many of the steps a report has behind it."""
_AT_WORK = (ReportState.DRAFT, ReportState.RETURNED)
NO_BREAK = "\N{NO-BREAK SPACE}"
ISSUED_ONES = (ReportState.ISSUED, ReportState.SENT)


class LifeCard(Card):
    """Where the report stands and what comes next; what the store has not told yet is not offered."""

    def __init__(self) -> None:
        super().__init__("Đường đi của báo cáo")
        self._standing: Standing | None = None
        self._life: Life | None = None
        self._build()

    def _build(self) -> None:
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setFont(style.bold(self.state.font()))
        self.steps, self.detail, self.issue_line = second(), second(), second()
        style.smaller(self.steps)
        self.submit = QPushButton("Trình lãnh đạo…")
        self.returned = QPushButton("Lãnh đạo trả lại…")
        self.remarks = QPushButton("Ý kiến…")
        self.ready = QPushButton("Kiểm tra trước khi ký…")
        self.issue = QPushButton("Phát hành…")
        self.sent = QPushButton("Đã gửi…")
        self.reopen = QPushButton("Mở lại kỳ…")
        self.more = QPushButton("Việc khác")
        self.more.setAccessibleDescription("Mở danh sách việc khác của báo cáo")
        labels = (self.state, self.steps, self.detail, self.issue_line)
        for widget in (*labels, *self.buttons()):
            self.body.addWidget(widget)
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
        self.show_life(None)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons in their order."""
        return (self.submit, self.returned, self.remarks, self.ready, self.issue, self.sent, self.reopen, self.more)

    def show_standing(self, standing: Standing | None) -> None:
        """Offer to issue a period that is open, or closed without having been issued."""
        self._standing = standing
        if standing is None:
            return
        self.issue.setVisible(not standing.issued)
        self.reopen.setVisible(standing.locked)
        if standing.locked:
            self.issue_line.setText(CLOSED if standing.issued else f"{CLOSED} {NOT_ISSUED}")
        else:
            self.issue_line.setText(HOW_TO_ISSUE)
        self._show_steps()

    def show_life(self, life: Life | None) -> None:
        """Say where the report stands; None while that is not known."""
        self._life = life
        for label in (self.state, self.steps, self.detail):
            label.setVisible(life is not None)
        if life is not None:
            self.state.setText(f"{SHAPES[life.state]} {STATE_WORDS[life.state]}")
            self.steps.setText(steps_text(life.state))
            self.detail.setText(life.detail)
        self._show_steps()

    def _show_steps(self) -> None:
        life = self._life
        state = life.state if life is not None else None
        is_out = state in ISSUED_ONES
        self.submit.setVisible(state is not None and not is_out and state is not ReportState.SUBMITTED)
        self.returned.setVisible(state is ReportState.SUBMITTED)
        self.sent.setVisible(is_out)
        self.ready.setVisible(state is not None and not is_out)
        self.remarks.setVisible(bool(life and life.open_remarks and not is_out))
        if life is not None:
            grave = len(life.grave)
            self.ready.setText(f"■ Kiểm tra trước khi ký ({grave})…" if grave else "Kiểm tra trước khi ký…")
            self.ready.setToolTip(f"Còn {grave} vướng mắc quan trọng" if grave else "Không còn vướng mắc quan trọng")
            self.remarks.setText(f"○ Ý kiến chưa trả lời ({life.open_remarks})…")


def steps_text(state: ReportState) -> str:
    """Return the way of a report with a shape for each step: done, under way, to come."""
    done = _DONE[state]
    shapes = [REACHED if place < done else MISSING for place in range(len(STEPS))]
    if state in _AT_WORK:
        shapes[0] = UNDER_WAY
    named = zip(shapes, STEPS, strict=True)
    return "  ".join(f"{shape} {step}".replace(" ", NO_BREAK) for shape, step in named)
