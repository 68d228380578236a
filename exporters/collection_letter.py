"""The email that reminds a unit of its form, with the form enclosed once more, ready to be looked over and sent."""

from __future__ import annotations

from datetime import datetime

from exporters.collection_form import form_bytes, form_name
from exporters.cover_letter import CoverLetter
from exporters.email_draft import Letter
from exporters.named_files import NamedFile
from models.collecting import FormSheet
from models.mail_settings import MailSettings
from models.shown import day_text


def reminder_text(form: FormSheet, made: datetime) -> str:
    """Return the words of a reminder, which may also be sent by Zalo."""
    by = f" trước hết ngày {day_text(form.answer_by)}" if form.answer_by is not None else ""
    late = form.answer_by is not None and form.answer_by < made.date()
    state = f"Phiếu lẽ ra gửi về{by}, nay đã quá hạn." if late else f"Đề nghị gửi phiếu về{by}."
    asked = f"{len(form.rows)} chỉ tiêu, nhiệm vụ do đơn vị chủ trì"
    return (
        f"Kính gửi: {form.unit}\n\n"
        f"{form.office.issuer} chưa nhận được phiếu thu thập số liệu {form.period.span.words()} của đơn vị "
        f"({asked}). {state} Phiếu được gửi kèm lại; "
        f"nếu đơn vị đã gửi thì xin bỏ qua lời nhắc này.\n\n"
        f"Nơi nhận phiếu: {form.contact or form.office.issuer}.\n\nTrân trọng./.\n"
    )


def reminder_letter(form: FormSheet, mail: MailSettings, made: datetime) -> CoverLetter:
    """Return the reminder of one unit with its form."""
    file = NamedFile(form_name(form), "xlsx", form_bytes(form, made))
    addresses = mail.addresses_of(form.unit)
    subject = f"Đôn đốc gửi phiếu thu thập số liệu {form.period.span.words()}"
    return CoverLetter(
        letter=Letter(mail.sender, addresses, subject, reminder_text(form, made), (file,)),
        name=f"{form_name(form).removesuffix('.xlsx')}.eml",
        without_address=() if addresses else (form.unit,),
        limit_mb=mail.limit_mb,
    )
