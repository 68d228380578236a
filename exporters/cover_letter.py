"""The email that goes with a report: whom it greets, what it says is enclosed, and who has no address yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.email_draft import Letter, size_sentences, size_words
from exporters.issue import FORMATS
from exporters.named_files import NamedFile, files_of, issued_files
from exporters.opening import report_cited
from exporters.period_words import about as about_period
from exporters.prose import capital_first
from exporters.report import report_document
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import AppError
from models.mail_settings import MailSettings, filled, mail_settings
from models.numbers import padded
from models.office import Office, addressees_of
from models.report_desk import ReportDesk
from models.reports import Report, Signing
from models.store.report_rows import Issue

REPORT = "Báo cáo"
NOBODY = "Quý cơ quan"


@dataclass(frozen=True, slots=True)
class CoverLetter:
    """A letter ready to be written, its file's name, and what to tell the officer before it is opened."""

    letter: Letter
    name: str
    without_address: tuple[str, ...]
    limit_mb: int

    def hints(self) -> tuple[str, ...]:
        """Return the size, and the recipients whose address the officer has to type in."""
        missing = (f"Chưa có địa chỉ thư của: {', '.join(self.without_address)}. Hãy điền vào thư trước khi gửi.",)
        return (*size_sentences(self.letter, self.limit_mb), *(missing if self.without_address else ()))


def cover_letter(
    desk: Desk, period: ReportingPeriod, formats: Sequence[str] = FORMATS, *, draft: bool = False
) -> CoverLetter:
    """Write the email for the issued report of a period with the very files that were kept, or for its draft."""
    if period.duty.direction == "incoming":
        raise AppError(
            f"{period.duty.name} là báo cáo của các đơn vị gửi về nên không có thư gửi đi. "
            "Hãy xuất mẫu báo cáo rồi gửi cho từng đơn vị."
        )
    issue = None if draft else _issue_to_send(desk, period)
    report = desk.report(period, draft=draft)
    files = issued_files(desk.store, issue, formats) if issue else files_of(report_document(report), formats)
    return _letter(period, report.office, _paper(report, issue), files, mail_settings(desk.settings()))


def _issue_to_send(desk: Desk, period: ReportingPeriod) -> Issue:
    issue = ReportDesk(desk, period).standing_issue()
    if issue is None:
        raise AppError(
            f"Báo cáo {period.span.short()} chưa phát hành nên chưa có tệp để gửi. "
            "Hãy phát hành báo cáo, hoặc chọn gửi bản dự thảo."
        )
    return issue


def _letter(
    period: ReportingPeriod, office: Office, paper: str, files: Sequence[NamedFile], mail: MailSettings
) -> CoverLetter:
    recipients = addressees_of(office, period.duty) or period.duty.to
    about = about_period(period)
    words = {
        "nơi nhận": "; ".join(recipients) or NOBODY,
        "cơ quan": office.issuer,
        "văn bản": paper,
        "trích yếu": about,
        "số tệp": padded(len(files)),
        "tệp kèm": ", ".join(file.name for file in files),
        "dung lượng": size_words(sum(len(file.content) for file in files)),
    }
    addresses = dict.fromkeys(address for name in recipients for address in mail.addresses_of(name))
    text = filled(mail.text, words).rstrip("\n") + "\n"
    return CoverLetter(
        letter=Letter(mail.sender, tuple(addresses), f"{capital_first(paper)} {about}", text, tuple(files)),
        name=f"{files[0].name.rpartition('.')[0]}.eml",
        without_address=tuple(name for name in recipients if not mail.addresses_of(name)),
        limit_mb=mail.limit_mb,
    )


def _paper(report: Report, issue: Issue | None) -> str:
    """Return how the letter names the report: `Báo cáo số 05/BC-UBND ngày 04/11/2026`, or that it is a draft.

    Who gets a report anew is told which one it replaces.
    """
    if issue is None:
        return f"dự thảo {REPORT}"
    named = report_cited(report.office, Signing(issue.number, issue.date))
    return f"{named} (thay thế {report_cited(report.office, report.replaces)})" if report.replaces else named
