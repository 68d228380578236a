"""The small forms: number, day and signer of a report to be issued; the reason for reopening a period."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from models.authority import DEPUTY
from models.errors import AppError
from models.office import Office, seat_of, signed_by
from models.reports import Signing
from ui.form_dialog import WIDTH, Form
from ui.pages.parts import MARGIN, second

REASON_LINES = 70


class IssueDialog(Form):
    """Asks for number, day and signer of the report."""

    given = Signal(object, str)
    """A Signing, and the reason for issuing in spite of what is left to mend."""

    def __init__(self, parent: QWidget, period: str, office: Office, day: date) -> None:
        explained = (
            f"Báo cáo {period} được làm lại với số, ngày và người ký dưới đây; đúng các tệp đó được giữ trong sổ, "
            "và kỳ được khóa. Sau này muốn sửa phải mở lại kỳ và ghi lý do."
        )
        super().__init__(parent, f"Phát hành báo cáo {period}", explained, "Phát hành")
        self.number = QLineEdit()
        self.number.setPlaceholderText("ví dụ 215")
        self.day = QDateEdit(QDate(day.year, day.month, day.day))
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setCalendarPopup(True)
        self._office = office
        self.signer = QLineEdit(office.signer)
        self.position = QComboBox()
        self.position.setEditable(True)
        self.position.addItems(positions(office))
        self.position.setCurrentIndex(0)
        self.above = second()
        self.position.currentTextChanged.connect(self._on_position)
        self.fields.addRow("Số báo cáo:", self.number)
        self.fields.addRow("Ngày ký:", self.day)
        self.fields.addRow("Người ký:", self.signer)
        self.fields.addRow("Chức vụ:", self.position)
        self.fields.addRow("In trên chữ ký:", self.above)
        self.grave = second()
        self.grave.setMinimumWidth(WIDTH - 2 * MARGIN)  # else its height is reckoned for a narrow one
        self.grave.hide()
        self.fields.addRow(self.grave)
        self.why = QLineEdit()
        self.why.setPlaceholderText("chỉ ghi khi còn vướng mắc mà vẫn phải phát hành")
        self.fields.addRow("Lý do:", self.why)
        self._on_position()

    def show_grave(self, words: str) -> None:
        """Say what still stands against issuing, over the reason that it needs; empty words hide it."""
        self.grave.setText(words)
        self.grave.setVisible(bool(words))
        self.adjustSize()

    def _chosen_position(self) -> str:
        """Return the position that was chosen; the office's own one stays as it is set."""
        position = self.position.currentText().strip()
        return "" if position.upper() == positions(self._office)[0].upper() else position

    @Slot()
    def _on_position(self) -> None:
        """Show what stands above the signature; one of several signers comes with his position."""
        chosen = self._chosen_position()
        names = {one.position: one.name for one in self._office.signers if one.name} | {"": self._office.signer}
        if chosen in names and self.signer.text() in names.values():
            self.signer.setText(names[chosen])
        try:
            self.above.setText("\n".join(signed_by(self._office, chosen)))
        except AppError as error:
            self.above.setText(error.sentence)

    def give(self) -> None:
        """Hand the signing on."""
        day = self.day.date()
        number, signer = (box.text().strip() for box in (self.number, self.signer))
        signing = Signing(number, date(day.year(), day.month(), day.day()), signer, self._chosen_position())
        self.given.emit(signing, self.why.text().strip())


def positions(office: Office) -> tuple[str, ...]:
    """Return the positions that may sign: the one by default, the head, his deputy, who signs KT., and all signers'."""
    own = office.authority[-1] if office.authority else ""
    head = seat_of(office).head or own.removeprefix(DEPUTY)
    known = (own, head, f"{DEPUTY}{head}", *(signer.position for signer in office.signers[1:]))
    return tuple(dict.fromkeys(position for position in known if position)) if own else ("",)


class WhyDialog(Form):
    """Asks for a reason."""

    given = Signal(str)

    def __init__(self, parent: QWidget, title: str, explained: str, verb: str) -> None:
        super().__init__(parent, title, explained, verb)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(REASON_LINES)
        self.fields.addRow("Lý do:", self.reason)

    def give(self) -> None:
        """Hand the reason on."""
        self.given.emit(self.reason.toPlainText().strip())


class ReasonDialog(WhyDialog):
    """Asks why a period is reopened."""

    def __init__(self, parent: QWidget, period: str) -> None:
        explained = (
            f"Kỳ {period} đã khóa. Sổ được sao lưu trước, rồi kỳ mở lại để sửa; lý do được ghi vào nhật ký. "
            "Báo cáo đã phát hành vẫn được giữ nguyên."
        )
        super().__init__(parent, f"Mở lại kỳ {period}", explained, "Mở lại kỳ")
