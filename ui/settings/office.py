"""The cards of the officer and of how counts and letters are written: saved when a field is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton

from ui.gateway import Task
from ui.pages.parts import GAP, Card, second
from ui.session import Session

if TYPE_CHECKING:
    from models.desk import Desk

OFFICER, TWO_DIGITS, REPLACE_SHORTER, LETTER_SYMBOL = "officer", "style.two_digits", "replace_shorter", "letter.symbol"
LABELS = {
    OFFICER: "ghi tên cán bộ giữ sổ",
    LETTER_SYMBOL: "đặt ký hiệu công văn",
    TWO_DIGITS: "đổi cách viết số đếm",
    REPLACE_SHORTER: "đổi cách thay báo cáo ngắn bằng báo cáo dài",
}
"""What undo calls a change of each setting."""


class OfficeCard(Card):
    """Who keeps the store, and the way to letterhead and email."""

    frame_asked = Signal()
    mail_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("Cán bộ và cơ quan")
        self._session = session
        self._kept = ""
        self._build()
        self._connect()

    def _build(self) -> None:
        label = second("Họ tên cán bộ giữ sổ, được ghi vào lịch sử mỗi thay đổi")
        self.officer = QLineEdit()
        self.officer.setAccessibleName(label.text())
        self.officer.setPlaceholderText(self._session.surroundings.user)
        label.setBuddy(self.officer)
        self.frame = QPushButton("Khuôn văn bản…")
        self.frame.setToolTip("Cơ quan ban hành, ký hiệu, địa danh, người ký, nơi nhận")
        self.mail = QPushButton("Thư điện tử…")
        self.mail.setToolTip("Địa chỉ nơi nhận, người gửi, lời thư, giới hạn dung lượng")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.frame)
        row.addWidget(self.mail)
        row.addStretch(1)
        self.body.addWidget(label)
        self.body.addWidget(self.officer)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.officer.editingFinished.connect(self._on_officer)
        self.frame.clicked.connect(self.frame_asked)
        self.mail.clicked.connect(self.mail_asked)
        self._session.leaving.connect(self._on_officer)

    def show_settings(self, settings: Mapping[str, str]) -> None:
        """Show what holds, unless something is being typed."""
        self._kept = settings.get(OFFICER, "")
        if not self.officer.hasFocus() or not self.officer.isModified():
            self.officer.setText(self._kept)

    @Slot()
    def _on_officer(self) -> None:
        name = " ".join(self.officer.text().split())
        if self.officer.isModified() and name != self._kept:
            self._kept = name
            change(self._session, OFFICER, name).start()
        self.officer.setModified(False)


class WritingCard(Card):
    """How counts are written, which report stands for which, and the symbol of letters."""

    def __init__(self, session: Session) -> None:
        super().__init__("Cách viết")
        self._session = session
        self._kept = ""
        self.two_digits = QCheckBox("Viết số đếm dưới 10 có hai chữ số (05 chỉ tiêu)")
        self.replace = QCheckBox("Báo cáo dài thay báo cáo ngắn đến hạn cùng lúc")
        label = second("Ký hiệu công văn")
        self.symbol = QLineEdit()
        self.symbol.setAccessibleName(label.text())
        label.setBuddy(self.symbol)
        for widget in (self.two_digits, self.replace, label, self.symbol):
            self.body.addWidget(widget)
        self.two_digits.clicked.connect(self._on_two_digits)
        self.replace.clicked.connect(self._on_replace)
        self.symbol.editingFinished.connect(self._on_symbol)
        session.leaving.connect(self._on_symbol)

    def show_settings(self, settings: Mapping[str, str]) -> None:
        """Show what holds."""
        from models.store.setting_rows import LETTER_SYMBOL_DEFAULT

        self.two_digits.setChecked(settings.get(TWO_DIGITS, "1") != "0")
        self.replace.setChecked(settings.get(REPLACE_SHORTER, "1") != "0")
        self._kept = settings.get(LETTER_SYMBOL, LETTER_SYMBOL_DEFAULT)
        if not self.symbol.hasFocus() or not self.symbol.isModified():
            self.symbol.setText(self._kept)

    @Slot()
    def _on_two_digits(self) -> None:
        change(self._session, TWO_DIGITS, _switched(self.two_digits)).start()

    @Slot()
    def _on_replace(self) -> None:
        change(self._session, REPLACE_SHORTER, _switched(self.replace)).start()

    @Slot()
    def _on_symbol(self) -> None:
        text = "".join(self.symbol.text().split())
        if self.symbol.isModified() and text != self._kept:
            self._kept = text
            change(self._session, LETTER_SYMBOL, text).start()
        self.symbol.setModified(False)


def _switched(box: QCheckBox) -> str:
    return "1" if box.isChecked() else "0"


def change(session: Session, key: str, text: str) -> Task[None]:
    """Return the task that sets a setting; an empty text brings its default back."""
    work: Callable[[Desk, str, datetime], None] = partial(save, key, text)
    return session.change(work)


def save(key: str, text: str, desk: Desk, who: str, at: datetime) -> None:
    """Set a setting, or take it away; whoever gives his name is the first to be logged under it."""
    from models.store import setting_rows

    by = text if key == OFFICER and text else who
    label = f"{LABELS[key]}: {text}" if text and key in (OFFICER, LETTER_SYMBOL) else LABELS[key]
    with desk.store.change(label, who=by, at=at) as changes:
        if text:
            setting_rows.save_setting(changes, key, text)
        else:
            setting_rows.erase_setting(changes, key)


def read_settings(desk: Desk) -> Mapping[str, str]:
    """Read all settings of the store."""
    return desk.settings()
