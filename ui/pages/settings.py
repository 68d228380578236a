"""Cài đặt: who keeps the store, letterhead and email, backups and their way back, how the window looks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.gateway import Runner
from ui.pages.parts import MARGIN, Card, PageHead, page_layout
from ui.session import Session
from ui.settings.copies import Copies
from ui.settings.look_card import FoldersCard, LookCard
from ui.settings.office import OfficeCard, WritingCard, read_settings
from ui.settings.safety_card import SafetyCard, SoundnessCard

if TYPE_CHECKING:
    from ui.pages.frame import FrameDialog

TITLE = "Cài đặt"
LINE = "Mọi điều đặt ở đây được lưu ngay."


class SettingsPage(QWidget):
    """Cards in two columns."""

    theme_chosen = Signal(str)

    def __init__(self, session: Session, files: Runner, settings: QSettings, copies: Copies) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._copies = copies
        self._frame: FrameDialog | None = None
        self.office = OfficeCard(session)
        self.writing = WritingCard(session)
        self.look = LookCard(settings)
        self.folders = FoldersCard(settings)
        self.safety = SafetyCard(session, files, settings, copies)
        self.soundness = SoundnessCard(session)
        self._build()
        self._connect()

    def _build(self) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(MARGIN)
        columns.addLayout(_column(self.office, self.writing, self.look), 1)
        columns.addLayout(_column(self.safety, self.soundness, self.folders), 1)
        inside = QWidget()
        inside.setObjectName("calmInside")
        inside.setLayout(columns)
        area = QScrollArea()
        area.setObjectName("calm")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = page_layout(self)
        layout.addWidget(PageHead(TITLE, LINE))
        layout.addWidget(area, 1)

    def _connect(self) -> None:
        self._session.standing_changed.connect(self._on_standing)
        self.look.theme_chosen.connect(self.theme_chosen)
        self.office.frame_asked.connect(self._on_frame)
        self.office.mail_asked.connect(self._on_mail)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what holds."""
        super().showEvent(event)
        if not event.spontaneous():
            self._read()
            self._copies.read()

    @Slot()
    def _on_standing(self) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        if self._session.store is not None:
            self.folders.show_folders(self._session.store.path)
            self._session.ask(self, read_settings).on_success(self._show).start()

    def _show(self, settings: Mapping[str, str]) -> None:
        self.office.show_settings(settings)
        self.writing.show_settings(settings)

    @Slot()
    def _on_frame(self) -> None:
        from ui.pages.frame import FrameDialog

        if self._frame is None:
            self._frame = FrameDialog(self._session, self._files, self)
        self._frame.show()
        self._frame.activateWindow()

    @Slot()
    def _on_mail(self) -> None:
        from ui.settings.mail import read_mail

        self._session.ask(self, read_mail).on_success(self._show_mail).start()

    def _show_mail(self, shown: Mapping[str, str]) -> None:
        from ui.settings.mail import MailForm

        MailForm(self._session, shown, self).open()


def _column(*cards: Card) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(MARGIN)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column
