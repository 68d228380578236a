"""Việc khác: what is done with a report less often, in one menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from ui.report.life_card import ISSUED_ONES

if TYPE_CHECKING:
    from ui.report.life import Life
    from ui.standing import Standing


class MoreMenu(QMenu):
    """The acts on a report beside its next steps; what cannot be done now is grey."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.remarks = self.addAction("Ý &kiến của lãnh đạo…")
        self.leaders_copy = self.addAction("&Bản trình lãnh đạo…")
        self.close_period = self.addAction("K&hóa kỳ…")
        self.correction = self.addAction("Công văn đính &chính…")
        self.addSeparator()
        self.retype = self.addAction("&Nhập lại lên hệ thống tỉnh…")
        self.whole_set = self.addAction("&Xuất cả bộ hồ sơ…")
        self.addSeparator()
        self.register = self.addAction("&Sổ theo dõi báo cáo…")
        self.ad_hoc = self.addAction("Báo cáo đ&ột xuất, chuyên đề…")
        self.show_state(None, None)

    def show_state(self, standing: Standing | None, life: Life | None) -> None:
        """Let only what can be done now be chosen."""
        is_out = life is not None and life.state in ISSUED_ONES
        self.remarks.setEnabled(life is not None)
        self.leaders_copy.setEnabled(life is not None and not is_out)
        self.close_period.setEnabled(standing is not None and not standing.locked)
        self.correction.setEnabled(life is not None and life.was_issued)
        for action in (self.retype, self.whole_set):
            action.setEnabled(standing is not None)
