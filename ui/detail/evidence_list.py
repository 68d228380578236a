"""The evidence of a row in a period: files dragged in, pasted or chosen; opened, named, taken away, shown in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QSizePolicy

from models.duties import ReportingPeriod
from models.errors import AppError
from models.evidence_files import KINDS, MOST_MEGABYTES, Evidence, size_words
from ui import messages
from ui.detail import evidence_work
from ui.detail.evidence_form import EvidenceForm
from ui.detail.evidence_preview import EvidencePreview
from ui.detail.parts import Section
from ui.gateway import Runner
from ui.pages.parts import second
from ui.session import Session

if TYPE_CHECKING:
    from models.evidence import Added

TITLE = "Minh chứng"
HOW = f"Kéo tệp vào đây, hoặc dán ảnh quét bằng Ctrl+V. Mỗi tệp tối đa {MOST_MEGABYTES} MB."
NONE_YET = f"Chưa có minh chứng cho kỳ này. {HOW}"
NOTHING_TO_PASTE = "Bộ nhớ tạm không có ảnh hay tệp nào. Hãy chép ảnh quét hoặc tệp rồi dán lại."
FILES = f"Tệp minh chứng ({' '.join('*' + suffix for suffix in KINDS)})"
ROW_ROLE = Qt.ItemDataRole.UserRole
MOST_LINES = 6


class EvidenceList(Section):
    """Works on one row and period; `counted` tells how many files there are whenever that is known anew."""

    counted = Signal(str, int)
    """Row key and number of files."""

    def __init__(self, session: Session, files: Runner) -> None:
        super().__init__(TITLE)
        self._session, self._files = session, files
        self._key: str | None = None
        self._period: ReportingPeriod | None = None
        self._folder: Path | None = None
        self._latest = 0
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.show_row(None, None)

    def _build(self) -> None:
        self.how, self.files = second(NONE_YET), QListWidget()
        self.files.setObjectName("evidence")
        self.files.setAccessibleName("Tệp minh chứng")
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.setWordWrap(True)
        self.files.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.files.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.add, self.paste = QPushButton("Thê&m tệp…"), QPushButton("&Dán ảnh, tệp")
        self.open, self.describe, self.remove = QPushButton("Mở"), QPushButton("Tên, ghi chú…"), QPushButton("Bỏ")
        self.open.setToolTip("Mở một bản sao bằng chương trình của máy (Enter).")
        self.remove.setToolTip("Bỏ tệp khỏi dòng này (Delete); hoàn tác được, tệp vẫn giữ trong sổ.")
        self.preview = EvidencePreview(self._files)
        self.body.addWidget(self.how)
        self.add_buttons(self.add, self.paste)
        self.body.addWidget(self.files)
        self.add_buttons(self.open, self.describe, self.remove)
        self.body.addWidget(self.preview)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.paste.clicked.connect(self._on_paste)
        self.files.currentItemChanged.connect(self._on_chosen)
        self.files.itemActivated.connect(self._on_open)
        for words, key, do in (
            ("Mở", "", self._on_open),
            ("Tên, ghi chú…", "F2", self._on_describe),
            ("Bỏ minh chứng này", "Delete", self._on_remove),
        ):
            action = QAction(words, self.files)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(do)
            self.files.addAction(action)
        self.open.clicked.connect(self._on_open)
        self.describe.clicked.connect(self._on_describe)
        self.remove.clicked.connect(self._on_remove)
        pasting = QShortcut(QKeySequence.StandardKey.Paste, self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self._on_paste)

    # --- what is shown

    def show_row(self, key: str | None, period: ReportingPeriod | None) -> None:
        """Show the evidence of a row in a period; nothing where none is chosen."""
        other = (key, period) != (self._key, self._period)
        self._key, self._period = key, period
        self._latest += 1
        ready = key is not None and period is not None
        for button in (self.add, self.paste):
            button.setEnabled(ready)
        if other:
            self._show(())
        if key is not None and period is not None and self._session.store is not None:
            from models.store.archive import files_folder

            self._folder = files_folder(self._session.store.path)
            task = self._session.ask(self, partial(evidence_work.read, key, period))
            task.on_success(partial(self._on_read, self._latest)).on_failure(self._on_not_read).start()

    def _on_read(self, number: int, found: tuple[Evidence, ...]) -> None:
        if number == self._latest and self._key is not None:
            self._show(found)
            self.counted.emit(self._key, len(found))

    def _on_not_read(self, error: AppError) -> None:
        """Say why; a store that was closed meanwhile has nothing to say."""
        if self._session.store is not None:
            self.how.setText(error.sentence)

    def _show(self, found: Sequence[Evidence]) -> None:
        chosen = self.chosen()
        self.files.blockSignals(True)
        self.files.clear()
        for own in found:
            item = QListWidgetItem(_line(own))
            item.setData(ROW_ROLE, own)
            item.setToolTip(_line(own))
            self.files.addItem(item)
            if chosen is not None and own.id == chosen.id:
                self.files.setCurrentItem(item)
        self.files.blockSignals(False)
        of = f" {self._period.span.short()}" if self._period is not None else ""
        self.title.setText(f"{TITLE}{of} ({len(found)})" if found else f"{TITLE}{of}")
        self.how.setText(HOW if found else NONE_YET)
        self.files.setVisible(bool(found))
        self._fit()
        self._on_chosen()

    def _fit(self) -> None:
        """Make the list as high as its lines, up to a few."""
        for row in range(self.files.count()):
            item = self.files.item(row)
            width = max(self.files.viewport().width(), 200) - 12
            lines = self.fontMetrics().boundingRect(0, 0, width, 1000, int(Qt.TextFlag.TextWordWrap), item.text())
            item.setSizeHint(QSize(0, lines.height() + 8))
        high = sum(self.files.item(row).sizeHint().height() for row in range(min(self.files.count(), MOST_LINES)))
        self.files.setFixedHeight(high + 4)

    def chosen(self) -> Evidence | None:
        """Return the file that is chosen."""
        item = self.files.currentItem()
        own = item.data(ROW_ROLE) if item is not None else None
        return own if isinstance(own, Evidence) else None

    @Slot()
    def _on_chosen(self) -> None:
        own = self.chosen()
        for button in (self.open, self.describe, self.remove):
            button.setVisible(self.files.count() > 0)
            button.setEnabled(own is not None)
        self.preview.show_evidence(self._folder, own)

    # --- files in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if self.add.isEnabled() and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def take(self, data: QMimeData) -> bool:
        """Add the files, or else the picture, that are dropped or pasted; tell whether there were any."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        picture = data.imageData() if data.hasImage() and not paths else None
        image = picture if isinstance(picture, QImage) and not picture.isNull() else None
        if not self.add.isEnabled() or not (paths or image):
            return False
        self._add(paths, image)
        return True

    @Slot()
    def _on_paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if self.add.isEnabled() and not (data is not None and self.take(data)):
            messages.tell(self, NOTHING_TO_PASTE)

    @Slot()
    def _on_add(self) -> None:
        messages.choose_files(self, "Chọn tệp minh chứng", Path.home(), FILES, self.add_files)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Add files of the disk."""
        self._add(paths, None)

    def _add(self, paths: Sequence[Path], picture: QImage | None) -> None:
        """Keep the files on their own thread, then add them to the row and period that are shown now."""
        if self._folder is None or self._key is None or self._period is None:
            return
        self._session.told.emit("Đang chép minh chứng vào sổ…")
        work = partial(evidence_work.lay_by, self._folder, paths, picture, self._session.today())
        done = partial(self._on_laid_by, self._key, self._period)
        self._files.task(self, work).on_success(done).on_failure(self._on_not_added).start()

    def _on_laid_by(self, key: str, period: ReportingPeriod, laid: evidence_work.Laid) -> None:
        files, refused = laid
        if not files:
            self._on_added(refused, None)
            return
        task = self._session.change(partial(evidence_work.add, key, period, files))
        task.on_success(partial(self._on_added, refused)).on_failure(self._on_not_added).start()

    def _on_added(self, refused: Sequence[str], added: Added | None) -> None:
        names = added.names if added is not None else ()
        sentences = [*refused, *(added.refused if added is not None else ())]
        self._session.told.emit(f"Đã thêm {len(names)} minh chứng." if names else "")
        if sentences:
            messages.tell(self, "\n".join(sentences))
        self.show_row(self._key, self._period)

    def _on_not_added(self, error: AppError) -> None:
        self._session.told.emit("")
        messages.show(self, error)

    # --- what is done with a file

    @Slot()
    def _on_open(self) -> None:
        own = self.chosen()
        if own is not None and self._folder is not None:
            work = partial(evidence_work.copy_to_open, self._folder, own)
            self._files.task(self, work).on_success(self._on_copied).start()

    def _on_copied(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            messages.tell(self, f"Máy không có chương trình mở “{path.name}”. Bản sao của tệp ở “{path}”.")

    @Slot()
    def _on_describe(self) -> None:
        own = self.chosen()
        if own is not None:
            form = EvidenceForm(self, own)
            form.given.connect(partial(self._describe, form, own.id))
            form.open()

    def _describe(self, form: EvidenceForm, evidence_id: int, name: str, note: str) -> None:
        task = self._session.change(partial(evidence_work.describe, evidence_id, name, note))
        task.on_success(partial(self._on_described, form)).on_failure(form.show_refused).start()

    def _on_described(self, form: EvidenceForm, _: object) -> None:
        form.accept()
        self.show_row(self._key, self._period)

    @Slot()
    def _on_remove(self) -> None:
        own = self.chosen()
        if own is not None:
            task = self._session.change(partial(evidence_work.remove, own.id))
            task.on_success(self._on_removed).start()

    def _on_removed(self, _: object) -> None:
        self._session.told.emit("Đã bỏ minh chứng; bấm Hoàn tác để lấy lại.")
        self.show_row(self._key, self._period)


def _line(own: Evidence) -> str:
    """Return what the list shows of a file."""
    note = f"\n{own.note}" if own.note else ""
    return f"{own.name} · {size_words(own.kept.size)} · đến {own.as_of:%d/%m/%Y}{note}"
