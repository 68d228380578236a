"""The form of the settings for emails: whose address is which, the sender, the words, how large an email may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from models.mail_settings import LIMIT, PLACES, SENDER, TEXT, TO_PREFIX
from ui.form_dialog import Form
from ui.session import Session

if TYPE_CHECKING:
    from models.desk import Desk

TITLE = "Thư điện tử"
EXPLAINED = (
    "Dùng khi soạn thư gửi báo cáo; Sổ 57 không tự gửi thư. Một nơi nhận có thể có nhiều địa chỉ, cách nhau bằng dấu "
    "phẩy. Trong lời thư điền được: {}."
)
VERB = "Lưu cài đặt thư"
LABEL = "đặt cài đặt thư điện tử"
WORDS = {SENDER: "Địa chỉ người gửi", LIMIT: "Một thư tối đa (MB)", TEXT: "Lời thư"}
TEXT_LINES = 5


class MailForm(Form):
    """All settings of emails; they are saved together as one change."""

    def __init__(self, session: Session, shown: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent, TITLE, EXPLAINED.format(", ".join(f"{{{place}}}" for place in PLACES)), VERB)
        self._session = session
        self._shown = shown
        self.boxes: dict[str, QLineEdit | QPlainTextEdit] = {}
        self.setMinimumWidth(560)
        addresses = [key for key in shown if key.startswith(TO_PREFIX)]
        for key in (*addresses, SENDER, LIMIT, TEXT):
            self._add(key, WORDS.get(key, key.removeprefix(TO_PREFIX)))

    def _add(self, key: str, words: str) -> None:
        text = self._shown[key]
        box: QLineEdit | QPlainTextEdit
        if key == TEXT:
            box = QPlainTextEdit(text)
            box.setTabChangesFocus(True)
            box.setFixedHeight(TEXT_LINES * box.fontMetrics().lineSpacing() + 12)
        else:
            box = QLineEdit(text.replace("\n", ", "))
        box.setAccessibleName(words)
        self.boxes[key] = box
        self.fields.addRow(words, box)
        self.fields.labelForField(box).setProperty("kind", "second")

    def give(self) -> None:
        """Save what was changed."""
        typed = {
            key: box.text() if isinstance(box, QLineEdit) else box.toPlainText() for key, box in self.boxes.items()
        }
        work: Callable[[Desk, str, datetime], None] = partial(save_mail, typed)
        self._session.change(work).on_success(self._on_saved).on_failure(self.show_refused).start()

    def _on_saved(self, _: object) -> None:
        self.accept()


def read_mail(desk: Desk) -> Mapping[str, str]:
    """Read every setting of emails with what holds: the office's own, else the default."""
    from models.mail_settings import mail_defaults

    own = desk.settings()
    of_plan = [name for duty in desk.plan.duties for name in duty.to]
    defaults = mail_defaults(of_plan + [name for report in desk.ad_hoc_reports() for name in report.recipients])
    defaults |= {key: "" for key in own if key.startswith(TO_PREFIX)}
    return {key: own.get(key, text) for key, text in defaults.items()}


def save_mail(typed: Mapping[str, str], desk: Desk, who: str, at: datetime) -> None:
    """Save all settings of emails that were changed in one change set; an empty one brings its default back."""
    from models.mail_settings import clean_mail
    from models.store import setting_rows

    held = read_mail(desk)
    wanted = {key: clean_mail(key, text) if text.strip() else "" for key, text in typed.items()}
    with desk.store.change(LABEL, who=who, at=at) as change:
        for key, text in wanted.items():
            if text == held.get(key, ""):
                continue
            if text:
                setting_rows.save_setting(change, key, text)
            else:
                setting_rows.erase_setting(change, key)
