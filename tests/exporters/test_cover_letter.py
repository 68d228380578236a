"""The email of a report: the very files that were kept, official words, nobody's address made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from exporters.cover_letter import cover_letter
from exporters.email_draft import email_draft
from exporters.issuing import issue_report
from models.desk import Desk
from models.errors import AppError, BadFile, NotFound
from models.mail_settings import LIMIT, SENDER, TEXT, TO_PREFIX
from models.reports import Signing
from models.store import archive, report_rows, setting_rows
from models.store.connection import Store
from tests.exporters.five_plans import plan as plan_of
from tests.models.rows import thuan_chau

AT = datetime(2026, 11, 3, 9, 0)
WHO = "Lò Thị Mai"
PROVINCE, PARTY = "UBND tỉnh Sơn La (qua Sở Khoa học và Công nghệ)", "Đảng ủy xã Thuận Châu"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Open a new store of Thuận Châu's plan."""
    with Store.create(tmp_path / "sổ.so57", thuan_chau(), who=WHO, at=AT) as store:
        yield Desk(store)


def put(desk: Desk, **settings: str) -> None:
    names = {
        "party": TO_PREFIX + PARTY,
        "province": TO_PREFIX + PROVINCE,
        "text": TEXT,
        "limit": LIMIT,
        "sender": SENDER,
    }
    with desk.store.change("đặt", who=WHO, at=AT) as change:
        for name, value in settings.items():
            setting_rows.save_setting(change, names[name], value)


def issue(desk: Desk, number: str = "5") -> report_rows.Issue:
    signing = Signing(number, date(2026, 11, 4), "Đỗ Ngọc Quang", "Chủ tịch")
    return issue_report(desk, desk.period("2026-10"), signing, why="thử", who=WHO, at=AT)


def read(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=default)


def test_the_issued_files_go_out_byte_for_byte(desk: Desk) -> None:
    issued = issue(desk)
    cover = cover_letter(desk, desk.period("2026-10"))
    found = {
        one.get_filename(): one.get_payload(decode=True) for one in read(email_draft(cover.letter)).iter_attachments()
    }
    folder = archive.files_folder(desk.store.path)
    assert found == {file.name: archive.read(folder, file.kept) for file in issued.files}
    assert cover.name == "thuan-chau_bao-cao-thang_2026-10.eml"


def test_subject_and_text_name_the_report(desk: Desk) -> None:
    issue(desk)
    letter = cover_letter(desk, desk.period("2026-10"), ("pdf",)).letter
    about = "về kết quả thực hiện Kế hoạch triển khai Nghị quyết số 57-NQ/TW tháng 10 năm 2026"
    assert letter.subject == f"Báo cáo số 05/BC-UBND ngày 04/11/2026 {about}"
    head, told, close = letter.text.split("\n\n")
    assert head == f"Kính gửi: {PROVINCE}; {PARTY}"
    assert told.startswith(f"UBND xã Thuận Châu trân trọng gửi Báo cáo số 05/BC-UBND ngày 04/11/2026 {about} ")
    assert "(kèm theo 01 tệp: thuan-chau_bao-cao-thang_2026-10.pdf; tổng dung lượng " in told
    assert close == "Trân trọng./.\n"


def test_addresses_are_those_that_were_set_and_the_others_are_named(desk: Desk) -> None:
    issue(desk)
    put(desk, party="a@xa.vn\nb@xa.vn", sender="vp@xa.vn")
    cover = cover_letter(desk, desk.period("2026-10"))
    assert (cover.letter.to, cover.letter.sender) == (("a@xa.vn", "b@xa.vn"), "vp@xa.vn")
    assert cover.without_address == (PROVINCE,)
    assert cover.hints()[1:] == (f"Chưa có địa chỉ thư của: {PROVINCE}. Hãy điền vào thư trước khi gửi.",)


def test_an_address_of_two_recipients_stands_once_and_the_limit_is_the_office_s(desk: Desk) -> None:
    issue(desk)
    put(desk, party="a@xa.vn", province="a@xa.vn", limit="3")
    cover = cover_letter(desk, desk.period("2026-10"))
    assert (cover.letter.to, cover.without_address, cover.limit_mb) == (("a@xa.vn",), (), 3)
    assert len(cover.hints()) == 1


def test_the_office_s_own_words(desk: Desk) -> None:
    issue(desk)
    put(desk, text="Gửi {Nơi nhận}: {số tệp} tệp")
    assert cover_letter(desk, desk.period("2026-10"), ("docx",)).letter.text == f"Gửi {PROVINCE}; {PARTY}: 01 tệp\n"


def test_a_report_that_is_not_issued_goes_out_as_a_draft_only_when_asked(desk: Desk) -> None:
    period = desk.period("2026-10")
    with pytest.raises(AppError, match=r"tháng 10/2026 chưa phát hành .* hoặc chọn gửi bản dự thảo"):
        cover_letter(desk, period)
    cover = cover_letter(desk, period, ("pdf",), draft=True)
    assert cover.letter.subject.startswith("Dự thảo Báo cáo về kết quả thực hiện Kế hoạch")
    assert " trân trọng gửi dự thảo Báo cáo về kết quả " in cover.letter.text
    assert [file.name for file in cover.letter.files] == ["thuan-chau_bao-cao-thang_2026-10_du-thao.pdf"]


def test_a_reopened_report_is_not_sent_as_the_issued_one(desk: Desk) -> None:
    issue(desk)
    desk.reopen_period(desk.period("2026-10"), why="sai số", who=WHO, at=AT)
    with pytest.raises(AppError, match="chưa phát hành"):
        cover_letter(desk, desk.period("2026-10"))


def test_a_kept_file_that_was_changed_or_is_not_kept_is_not_sent(desk: Desk) -> None:
    issued, period = issue(desk), desk.period("2026-10")
    with pytest.raises(NotFound, match=r"không có tệp odt được giữ\. Các dạng đang giữ: docx, pdf, xlsx"):
        cover_letter(desk, period, ("docx", "odt"))
    with pytest.raises(NotFound, match="không có tệp content"):
        cover_letter(desk, period, (report_rows.CONTENT,))
    archive.place(archive.files_folder(desk.store.path), issued.files[1].kept.sha256).write_bytes(b"khac")
    with pytest.raises(BadFile, match="đã bị thay đổi"):
        cover_letter(desk, period, ("pdf",))


def test_an_inspection_goes_to_those_it_is_about_and_units_forms_are_no_letter(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a.so57", plan_of("phu-thai"), who=WHO, at=AT) as store:
        desk = Desk(store)
        duty = next(duty for duty in desk.plan.duties if duty.direction == "inspection")
        letter = cover_letter(desk, desk.period("2026-H1", duty.id), ("docx",), draft=True).letter
        assert letter.text.startswith(f"Kính gửi: {'; '.join(duty.to)}\n")
    with Store.create(tmp_path / "b.so57", plan_of("xop"), who=WHO, at=AT) as store:
        desk = Desk(store)
        with pytest.raises(AppError, match="là báo cáo của các đơn vị gửi về nên không có thư gửi đi"):
            cover_letter(desk, desk.period("bao-cao-nam-don-vi/2026"), draft=True)
