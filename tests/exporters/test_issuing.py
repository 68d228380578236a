"""A report issued: kept to the byte, its period locked, and reopened only with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from exporters.cover_letter import cover_letter
from exporters.document import Paragraph
from exporters.explanations import RED
from exporters.issuing import issue_report
from exporters.report import report_document
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import AppError, PeriodLocked
from models.figure_lines import FigureLine
from models.report_desk import ReportDesk
from models.report_work import Step
from models.reports import Signing
from models.store import archive, change_rows, report_rows, setting_rows, soundness
from models.store.archive import FileState
from models.store.connection import Store
from tests.exporters.five_plans import plan
from tests.models.rows import thuan_chau

AT = datetime(2026, 11, 5, 9, 0)
WHO = "Lò Thị Mai"
SIGNING = Signing("215", date(2026, 11, 4), "Đỗ Ngọc Quang", "Chủ tịch")


@pytest.fixture
def desk(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Open a new store of Thuận Châu's plan."""
    with Store.create(tmp_path / "sổ.so57", thuan_chau(), who=WHO, at=AT) as store:
        yield Desk(store)


def whole(desk: Desk, span: str = "2026-10") -> ReportingPeriod:
    """Fill a period so that nothing grave stands against its report."""
    period = desk.period(span)
    desk.record(period, [FigureLine(line=1, key="ct-V.7", value=Decimal(75))], who=WHO, at=AT)
    for section in ("I", "III", "V"):
        desk.write(period, section, "UBND xã đã chỉ đạo.", who=WHO, at=AT)
    return period


def test_the_files_sent_are_kept_and_the_period_is_locked(desk: Desk) -> None:
    period = whole(desk)
    issue = issue_report(desk, period, SIGNING, who=WHO, at=AT)
    assert [file.format for file in issue.files] == ["docx", "pdf", "xlsx"]
    assert {report_rows.file_state(desk.store, file) for file in issue.files} == {FileState.UNCHANGED}
    kept = archive.read(archive.files_folder(desk.store.path), issue.files[1].kept)
    text = PdfReader(BytesIO(kept)).pages[0].extract_text()
    assert "215/BC-UBND" in text
    assert "ngày 04 tháng 11 năm 2026" in text
    with pytest.raises(PeriodLocked, match="tháng 10/2026 đã khóa"):
        desk.record(period, [FigureLine(line=1, key="ct-V.4", note="sửa")], who=WHO, at=AT)
    with pytest.raises(PeriodLocked):
        issue_report(desk, period, SIGNING, who=WHO, at=AT)


def test_reopening_needs_a_reason_and_the_issued_files_stay(desk: Desk) -> None:
    period = whole(desk)
    issue_report(desk, period, SIGNING, who=WHO, at=AT)
    with pytest.raises(AppError, match="phải có lý do"):
        desk.reopen_period(period, why=" ", who=WHO, at=AT)
    desk.reopen_period(period, why="Sở yêu cầu sửa số liệu", who=WHO, at=AT)
    desk.record(period, [FigureLine(line=1, key="ct-V.4", note="đã sửa")], who=WHO, at=AT)
    assert len(report_rows.issues(desk.store, period.key)) == 1


def test_a_number_of_another_report_of_the_year_needs_a_reason(desk: Desk) -> None:
    issue_report(desk, whole(desk), replace(SIGNING, number="5"), who=WHO, at=AT)
    november, again = desk.period("2026-11"), Signing("05", date(2026, 12, 3), "Đỗ Ngọc Quang")
    with pytest.raises(AppError, match="Số 05/BC-UBND đã dùng cho báo cáo tháng 10/2026 ngày 04/11/2026"):
        issue_report(desk, november, again, who=WHO, at=AT)
    with desk.store.change("ký hiệu riêng", who=WHO, at=AT) as change:
        setting_rows.save_setting(change, "office.bao-cao-quy.symbol", "BC-VHXH")
    for span, day in (("2026-Q4", datetime(2026, 12, 20)), ("2027-01", datetime(2027, 2, 3))):
        issue_report(desk, whole(desk, span), replace(again, day=day.date()), who=WHO, at=day)
    issue_report(desk, november, again, why="sổ văn bản ghi trùng", who=WHO, at=AT)
    assert len(report_rows.issues(desk.store)) == 4


def test_a_report_issued_anew_may_bear_its_own_number(desk: Desk) -> None:
    period = whole(desk)
    issue_report(desk, period, replace(SIGNING, day=date(2026, 11, 5)), who=WHO, at=AT)
    desk.reopen_period(period, why="ghi nhầm ngày ký", who=WHO, at=AT)
    assert issue_report(desk, period, SIGNING, who=WHO, at=AT).number == "215"


@pytest.mark.parametrize(
    "signing",
    [Signing("", date(2026, 11, 4), "A"), Signing("5", None, "A"), Signing("5", date(2026, 11, 4), " ")],
)
def test_number_day_and_signer_are_needed(desk: Desk, signing: Signing) -> None:
    with pytest.raises(AppError, match="cần đủ số, ngày và người ký"):
        issue_report(desk, desk.period("2026-10"), signing, who=WHO, at=AT)


def test_a_day_before_the_closing_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    with pytest.raises(AppError, match="đứng trước ngày chốt số liệu 31/10/2026"):
        issue_report(desk, desk.period("2026-10"), Signing("5", date(2026, 10, 30), "A"), who=WHO, at=AT)
    assert report_rows.issues(desk.store) == ()


@pytest.mark.parametrize("number", ["abc", "-3", "5/BC-UBND", "0"])
def test_only_the_number_itself_is_taken(desk: Desk, number: str) -> None:
    with pytest.raises(AppError, match="chỉ ghi phần số, ví dụ 215; ký hiệu BC-UBND được in sẵn"):
        issue_report(desk, desk.period("2026-10"), Signing(number, date(2026, 11, 4), "A"), who=WHO, at=AT)


def test_a_period_that_was_closed_first_can_be_issued(desk: Desk) -> None:
    period = whole(desk)
    desk.close_period(period, why="", who=WHO, at=AT)
    assert issue_report(desk, period, SIGNING, who=WHO, at=AT).number == "215"
    assert desk.issued() == {period.key}


def test_a_reopened_report_is_due_again(desk: Desk) -> None:
    period = whole(desk)
    issue_report(desk, period, SIGNING, who=WHO, at=AT)
    desk.reopen_period(period, why="Sở yêu cầu sửa số liệu", who=WHO, at=AT)
    assert period.key in [due.key for due in desk.due(date(2026, 11, 10))]


def test_a_grave_obstacle_needs_a_reason_that_is_kept(desk: Desk) -> None:
    period = whole(desk)
    desk.record(period, [FigureLine(line=1, key="ct-V.4", value=Decimal(104))], who=WHO, at=AT)
    with pytest.raises(AppError, match=r"còn 1 vướng mắc quan trọng\. Chỉ tiêu V\.4: kết quả 104% vượt quá 100%"):
        issue_report(desk, period, SIGNING, who=WHO, at=AT)
    assert report_rows.issues(desk.store) == ()
    issue_report(desk, period, SIGNING, why=" Sở đã xác nhận ", who=WHO, at=AT)
    assert change_rows.recent(desk.store, 1)[0].why == "Sở đã xác nhận"


def test_warnings_accepted_at_closing_are_not_asked_of_again(desk: Desk) -> None:
    period = whole(desk)
    desk.record(period, [FigureLine(line=1, key="ct-V.4", value=Decimal(104))], who=WHO, at=AT)
    desk.close_period(period, why="Sở đã xác nhận", who=WHO, at=AT)
    remark = ReportDesk(desk, period).remark("", "Chủ tịch", AT.date(), "Rút gọn", who=WHO, at=AT)
    with pytest.raises(AppError, match=r"còn 1 vướng mắc quan trọng\. Ý kiến số 1 của Chủ tịch"):
        issue_report(desk, period, SIGNING, who=WHO, at=AT)
    ReportDesk(desk, period).answer(remark, "Đã rút gọn", who=WHO, at=AT)
    assert issue_report(desk, period, SIGNING, who=WHO, at=AT).number == "215"


def test_nothing_of_the_leaders_copy_is_issued(desk: Desk) -> None:
    period = whole(desk)
    ReportDesk(desk, period).explain("ct-V.4", "Máy quét hỏng", who=WHO, at=AT)
    issue = issue_report(desk, period, SIGNING, who=WHO, at=AT)
    names = [file.name for file in issue.files]
    assert not any("du-thao" in name or "lanh-dao" in name for name in names)
    kept = archive.read(archive.files_folder(desk.store.path), issue.files[0].kept)
    with ZipFile(BytesIO(kept)) as parts:
        xml = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    for word in ("Giải trình", "Máy quét hỏng", "TÓM TẮT TRÌNH LÃNH ĐẠO", "DỰ THẢO", RED):
        assert word not in xml


def test_what_the_report_said_is_kept_and_checked_but_not_listed(desk: Desk) -> None:
    issue = issue_report(desk, whole(desk), SIGNING, who=WHO, at=AT)
    kept = report_rows.kept_content(desk.store, issue.id)
    assert kept is not None
    assert kept.name == "noi-dung.json"
    (listed,) = report_rows.issues(desk.store)
    assert [file.format for file in listed.files] == ["docx", "pdf", "xlsx"]
    assert kept in report_rows.kept_files(desk.store)
    archive.place(archive.files_folder(desk.store.path), kept.kept.sha256).unlink()
    assert any("noi-dung.json" in sentence for sentence in soundness.check(desk.store))


def test_a_paper_signed_on_a_day_to_come_needs_a_reason(desk: Desk) -> None:
    period, early = whole(desk), datetime(2026, 11, 3, 9, 0)
    with pytest.raises(AppError, match=r"Ngày ký 04/11/2026 còn ở sau hôm nay \(03/11/2026\)"):
        issue_report(desk, period, SIGNING, who=WHO, at=early)
    assert issue_report(desk, period, SIGNING, why="đồng hồ máy sai", who=WHO, at=early).number == "215"


def test_an_empty_form_is_not_issued_without_a_reason(desk: Desk) -> None:
    with pytest.raises(AppError, match="Có 03 mục chưa có lời nên đang để dòng chấm") as refused:
        issue_report(desk, desk.period("2026-10"), SIGNING, who=WHO, at=AT)
    assert "chỉ tiêu đều chưa có số liệu nào" in refused.value.sentence
    assert report_rows.issues(desk.store) == ()


def test_what_units_report_is_neither_submitted_nor_issued(tmp_path: Path) -> None:
    with Store.create(tmp_path / "x.so57", plan("xop"), who=WHO, at=AT) as store:
        desk = Desk(store)
        period = desk.period("bao-cao-nam-don-vi/2026")
        with pytest.raises(AppError, match="báo cáo của các đơn vị gửi về nên ở đây không trình, không phát hành"):
            issue_report(desk, period, replace(SIGNING, day=date(2026, 12, 20)), why="cứ phát hành", who=WHO, at=AT)
        with pytest.raises(AppError, match="không trình, không phát hành"):
            ReportDesk(desk, period).take_step(Step("submitted", AT.date(), "Chủ tịch"), who=WHO, at=AT)
        assert report_rows.issues(store) == ()


@pytest.mark.parametrize(
    ("signer", "position", "sentence"),
    [
        ("TS. Nguyễn Văn An", "", "không ghi học hàm, học vị"),
        ("nguyễn văn an", "", "chưa viết hoa. Hãy ghi “Nguyễn Văn An”"),
        ("Nguyễn Văn An", "Chủ tịch HĐND", "CHỦ TỊCH HĐND là chức vụ ở cơ quan khác"),
    ],
)
def test_who_cannot_sign_does_not_sign(desk: Desk, signer: str, position: str, sentence: str) -> None:
    with pytest.raises(AppError, match=sentence):
        issue_report(desk, whole(desk), replace(SIGNING, signer=signer, position=position), who=WHO, at=AT)
    assert report_rows.issues(desk.store) == ()


def test_the_report_issued_anew_says_which_one_it_replaces(desk: Desk) -> None:
    period, says = whole(desk), "Báo cáo này thay thế Báo cáo số 215/BC-UBND ngày 04/11/2026."
    issue_report(desk, period, SIGNING, who=WHO, at=AT)
    assert says not in said(desk, ReportDesk(desk, period).signing())
    desk.reopen_period(period, why="sai số", who=WHO, at=AT)
    assert said(desk).index(says) < len(said(desk)) - 1  # before the closing words
    again = replace(SIGNING, number="221", day=date(2026, 11, 5))
    issue_report(desk, period, again, who=WHO, at=AT)
    assert says in said(desk, ReportDesk(desk, period).signing())
    assert says in said(desk)
    assert cover_letter(desk, period).letter.subject.startswith(
        "Báo cáo số 221/BC-UBND ngày 05/11/2026 (thay thế Báo cáo số 215/BC-UBND ngày 04/11/2026) về"
    )


def said(desk: Desk, signing: Signing | None = None) -> list[str]:
    """Return the paragraphs of October's report."""
    section = report_document(desk.report(desk.period("2026-10"), signing=signing)).sections[0]
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]
