"""A file of evidence shown in place: the pages of a PDF one by one, or a picture."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.errors import AppError
from models.evidence_files import Evidence
from ui.detail import evidence_work
from ui.detail.evidence_work import Shown
from ui.gateway import Runner
from ui.pages.parts import GAP, second

NARROWEST = 240
HIGHEST = 420
NOT_HERE = "Loại tệp này không xem được tại đây. Bấm Mở để xem bằng chương trình của máy."


class EvidencePreview(QWidget):
    """Draws what is chosen, on the files' thread."""

    def __init__(self, files: Runner) -> None:
        super().__init__()
        self._files = files
        self._shown: tuple[Path, Evidence] | None = None
        self._page = 0
        self._latest = 0
        self.picture, self.words = QLabel(), second()
        self.picture.setObjectName("evidencePicture")
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before, self.after = QPushButton("‹ Trang trước"), QPushButton("Trang sau ›")
        self.page = second(wrap=False)
        self.pages = QWidget()
        row = QHBoxLayout(self.pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.before)
        row.addWidget(self.page, 1, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for part in (self.picture, self.words, self.pages):
            layout.addWidget(part)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.hide()

    def show_evidence(self, files_folder: Path | None, own: Evidence | None) -> None:
        """Show a file, or nothing."""
        wanted = None if files_folder is None or own is None else (files_folder, own)
        if wanted is not None and self._shown is not None and wanted[1].kept == self._shown[1].kept:
            self._shown = wanted
            return
        self._shown, self._page = wanted, 0
        self._latest += 1
        self.setVisible(wanted is not None)
        self.pages.hide()
        self.picture.hide()
        self.words.setText("Đang vẽ…")
        self.words.show()
        self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            return
        self._latest += 1
        width = round(max(self.width(), NARROWEST) * self.devicePixelRatioF())
        work = partial(evidence_work.draw, *self._shown, self._page, width)
        task = self._files.task(self, work).on_success(partial(self._on_drawn, self._latest))
        task.on_failure(partial(self._on_not_drawn, self._latest)).start()

    def _on_drawn(self, number: int, shown: Shown) -> None:
        if number != self._latest or self._shown is None:
            return
        self._page = shown.page
        self.words.setText(NOT_HERE)
        self.words.setVisible(shown.image is None)
        self.picture.setVisible(shown.image is not None)
        if shown.image is not None:
            self._show_picture(QPixmap.fromImage(shown.image))
        self.pages.setVisible(shown.pages > 1)
        self.page.setText(f"{shown.page + 1}/{shown.pages}")
        self.before.setEnabled(shown.page > 0)
        self.after.setEnabled(shown.page < shown.pages - 1)

    def _show_picture(self, picture: QPixmap) -> None:
        ratio = self.devicePixelRatioF()
        if picture.height() > HIGHEST * ratio:
            picture = picture.scaledToHeight(round(HIGHEST * ratio), Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        self.picture.setPixmap(picture)
        self.picture.setFixedHeight(round(picture.height() / ratio) + 2)
        name = self._shown[1].name if self._shown else ""
        self.picture.setAccessibleName(f"Xem trước “{name}”")

    def _on_not_drawn(self, number: int, error: AppError) -> None:
        if number == self._latest:
            self.words.setText(error.sentence)

    @Slot()
    def _on_before(self) -> None:
        self._page -= 1
        self._draw()

    @Slot()
    def _on_after(self) -> None:
        self._page += 1
        self._draw()
