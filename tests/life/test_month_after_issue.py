"""Month 10/2026 once it has its number: sent, retyped, reopened, corrected, issued anew; archive and log tell it."""

from __future__ import annotations

import itertools
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from exporters.correction import correction_of
from exporters.cover_letter import CoverLetter
from exporters.email_draft import email_draft
from exporters.register import issue_words, notes, sending_lines
from models.changes import ChangeSet
from models.desk import Desk
from models.register import Entry
from models.report_life import ReportState
from models.store import archive, backup
from models.store.change_rows import recent
from models.store.connection import Store
from models.store.report_rows import Issue, file_state, issues
from models.store.restore import restore
from models.store.soundness import check
from models.store.undoing import undo
from tests.life.conftest import KEY, WHO, WHY, Corrected, Play, refusal_of
from tests.life.reading import all_words

STORY = (
    "nhập 3 dòng cho tháng 10/2026",
    "lấy lại lời văn kỳ trước, tháng 10/2026",
    "sửa đề cương Báo cáo tháng",
    "viết phần “Mô hình hay”, tháng 10/2026",
    "viết lại câu II.1/notable, tháng 10/2026",
    "nhập 82,3% cho V.7",
    "viết lại câu II.1/notable, tháng 10/2026",
    "giải trình dòng V.4, tháng 10/2026",
    "trình, tháng 10/2026",
    "ghi ý kiến lãnh đạo, tháng 10/2026",
    "trả lại để sửa, tháng 10/2026",
    "viết phần “Mô hình hay”, tháng 10/2026",
    "viết phần I, tháng 10/2026",
    "trả lời ý kiến số 1, tháng 10/2026",
    "trình, tháng 10/2026",
    "khóa kỳ tháng 10/2026",
    "viết phần I, tháng 10/2026",
    "phát hành báo cáo tháng 10/2026 số 215",
    "ghi việc gửi cho UBND tỉnh Sơn La (qua Sở Khoa học và Công nghệ), tháng 10/2026",
    "ghi việc gửi cho Đảng ủy xã Thuận Châu, tháng 10/2026",
    "ghi số liệu đã nhập lên hệ thống, tháng 10/2026",
    "mở lại kỳ tháng 10/2026",
    "nhập 80,1% cho V.7",
    "viết lại câu II.1/notable, tháng 10/2026",
    "phát hành báo cáo tháng 10/2026 số 221",
)


def test_the_email_carries_the_kept_files_byte_for_byte(
    play: Play, issued: Issue, sent: tuple[CoverLetter, Entry]
) -> None:
    message = message_from_bytes(email_draft(sent[0].letter), policy=default)
    assert (message["X-Unsent"], message["Subject"][:40]) == ("1", "Báo cáo số 215/BC-UBND ngày 04/11/2026 v")
    folder = archive.files_folder(play.desk.store.path)
    enclosed = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert enclosed == {file.name: archive.read(folder, file.kept) for file in issued.files}


def test_the_register_says_that_it_was_sent_in_time(sent: tuple[CoverLetter, Entry]) -> None:
    entry = sent[1]
    assert (entry.words, entry.in_time, entry.owed) == ("Đã gửi", True, False)
    assert sending_lines(entry) == ["04/11/2026, thư điện tử"]


def test_nothing_has_changed_until_the_period_is_reopened(corrected: Corrected) -> None:
    assert corrected.untouched == ()


def test_only_what_follows_from_the_correction_has_changed(corrected: Corrected) -> None:
    assert [(one.where, one.before, one.after) for one in corrected.changed] == [
        ("Mục II.1", "Nổi bật: tài khoản định danh đạt 82,3%.", "Nổi bật: tài khoản định danh đạt 80,1%."),
        ("Phụ lục I, dòng V.7, cột Kết quả kỳ này", "82,3", "80,1"),
        ("Phụ lục I, dòng V.7, cột Tỷ lệ so với mục tiêu (%)", "102,9", "100,1"),
    ]


def test_the_retyping_table_says_which_row_is_another_one_now(corrected: Corrected) -> None:
    assert {row.label: row.state for row in corrected.rows if row.figure} == {
        "III.3": "chưa nhập",
        "V.4": "đã nhập ngày 05/11/2026",
        "V.7": "đã nhập ngày 05/11/2026, số liệu đã thay đổi",
    }


def test_a_report_being_mended_is_not_called_late(corrected: Corrected) -> None:
    entry = corrected.entry
    assert (entry.state, entry.reopened) == (ReportState.DRAFT, True)
    said = list(notes(entry, datetime(2026, 11, 8).date()))
    assert said == ["Gửi đúng hạn", "Đã mở lại để sửa sau khi phát hành"]


def test_the_correction_note_says_what_was_and_what_is_and_why(corrected: Corrected) -> None:
    for words in all_words(corrected.note):
        assert "Tại Báo cáo số 215/BC-UBND ngày 04/11/2026" in words
        assert f"Lý do: {WHY}." in words
        assert "Kết quả kỳ này: 82,3" in words
        assert "Kết quả kỳ này: 80,1" in words
    assert [path.suffix for path in corrected.note] == [".docx", ".pdf", ".xlsx"]


def test_both_reports_stand_in_the_list_and_their_files_are_whole(play: Play, issued: Issue, reissued: Issue) -> None:
    store = play.desk.store
    assert [issue.number for issue in issues(store, KEY)] == ["221", "215"]
    assert {file_state(store, file) for issue in (issued, reissued) for file in issue.files} == {
        archive.FileState.UNCHANGED
    }
    names = {issue.number: [file.kept.sha256 for file in issue.files] for issue in (issued, reissued)}
    assert not set(names["215"]) & set(names["221"])


def test_the_register_tells_both_numbers_and_which_one_was_sent(play: Play, reissued: Issue) -> None:
    entry = play.entry(9)
    assert issue_words(entry) == "221/BC-UBND ngày 09/11/2026, Đỗ Ngọc Quang ký"
    assert sending_lines(entry) == ["04/11/2026, thư điện tử (số 215/BC-UBND)"]
    said = list(notes(entry, reissued.date))
    assert said == ["Gửi đúng hạn", "Thay báo cáo số 215/BC-UBND ngày 04/11/2026"]
    assert (entry.words, entry.owed) == ("Đã phát hành, chưa gửi", True)


def test_the_correction_now_compares_the_two_reports(play: Play, corrected: Corrected, reissued: Issue) -> None:
    assert play.changed() == ()
    assert play.changed("215") == corrected.changed
    found = correction_of(play.desk, play.own.period)
    assert found.replaced_by is not None
    assert (found.corrected.number, found.replaced_by.number, found.why) == ("215", "221", WHY)
    assert found.differences == corrected.changed


def story(play: Play) -> list[ChangeSet]:
    """Return what was done since October's first figure, oldest first, up to the second issue."""
    told = itertools.dropwhile(lambda one: one.label != STORY[0], reversed(recent(play.desk.store, 99)))
    return list(itertools.islice(told, len(STORY)))


def test_the_log_tells_the_story_in_order_with_who_and_why(play: Play, reissued: Issue) -> None:
    told = story(play)
    assert tuple(one.label for one in told) == STORY
    assert {one.who for one in told} == {WHO}
    assert {one.label: one.why for one in told if one.why} == {"mở lại kỳ tháng 10/2026": WHY}
    assert [one.at for one in told] == sorted(one.at for one in told)


def test_what_was_issued_is_not_undone(play: Play, reissued: Issue) -> None:
    store, by = play.desk.store, play.by(10)
    first = next(one.id for one in story(play) if one.label.endswith("số 215"))
    for refused in (refusal_of(lambda: undo(store, **by)), refusal_of(lambda: undo(store, first, **by))):
        assert "đã khóa kỳ hoặc phát hành báo cáo nên không hoàn tác được" in refused
    figure, words = (next(one.id for one in story(play) if one.label == STORY[at]) for at in (0, 3))
    assert [undo(store, number, **by).change_set_id for number in (figure, words)] == [None, None]
    assert play.changed() == ()


def test_a_backup_restored_elsewhere_holds_it_all(play: Play, reissued: Issue, tmp_path: Path) -> None:
    kept = backup.on_request(play.desk.store, datetime(2026, 11, 10, 9), play.folder)
    restore(kept, tmp_path / "máy khác.so57", datetime(2026, 11, 11, 9))
    with Store.open(tmp_path / "máy khác.so57", write=False) as store:
        other = Play(Desk(store), play.own.__class__(Desk(store), play.own.period), tmp_path)
        assert check(store) == []
        assert issues(store) == issues(play.desk.store)
        assert (other.own.steps(), other.own.remarks()) == (play.own.steps(), play.own.remarks())
        assert (other.entry(10), other.changed("215")) == (play.entry(10), play.changed("215"))
        assert [one.label for one in story(other)] == list(STORY)


def test_the_backup_before_reopening_holds_the_report_as_it_was_sent(corrected: Corrected, tmp_path: Path) -> None:
    restore(corrected.backup, tmp_path / "trước.so57", datetime(2026, 11, 11, 9))
    with Store.open(tmp_path / "trước.so57", write=False) as store:
        desk = Desk(store)
        assert desk.issued() == {KEY}
        line = next(one for one in desk.report(desk.period("2026-10")).indicators if one.row.key == "ct-V.7")
        assert line.current is not None
        assert str(line.current.value) == "82.3"


def test_the_store_is_sound(play: Play, reissued: Issue) -> None:
    assert check(play.desk.store) == []
