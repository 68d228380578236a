"""The life of a report in the window: submitted, returned, remarked on, checked, closed, sent; and in the store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.desk import Desk
from models.report_desk import ReportDesk
from models.report_life import ReportState
from models.report_work import Remark, Sending, Step
from models.store import report_rows
from models.store.connection import Store
from tests.models.store.samples import PERIOD
from tests.ui.driving import answer, choose, fill, modal, open_store, press, push, settle, wait, write
from tests.ui.test_report import issue
from ui.dialogs import IssueDialog, ReasonDialog
from ui.pages.report import ReportPage
from ui.report.life_card import steps_text
from ui.report.obstacles_dialog import ObstaclesDialog
from ui.report.remarks_dialog import RemarksDialog
from ui.report.step_dialog import CloseDialog, SentDialog, StepDialog
from ui.window import MainWindow

LEADER = "Đỗ Ngọc Quang"


@pytest.fixture
def page(qtbot: QtBot, desk: MainWindow) -> ReportPage:
    """Give the report page of October with one figure."""
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "40")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    return desk.report


def kept(path: Path) -> tuple[ReportState, tuple[Step, ...], tuple[Remark, ...], tuple[Sending, ...]]:
    """Read what the store knows of October's report."""
    with Store.open(path, write=False) as store:
        desk = Desk(store)
        own = ReportDesk(desk, desk.period(PERIOD))
        return own.state(), own.steps(), own.remarks(), own.sendings()


def submit(qtbot: QtBot, page: ReportPage, person: str = LEADER, *, copy: bool = False) -> StepDialog:
    """Fill the form in and record."""
    push(qtbot, page.side.life.submit)
    form = modal(qtbot, StepDialog)
    form.person.setEditText(person)
    form.copy.setChecked(copy)
    push(qtbot, form.do)
    return form


def test_a_draft_is_submitted_and_returned(qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path) -> None:
    card = page.side.life
    assert card.state.text() == "○ Chưa lập"
    assert not card.returned.isVisible()
    submit(qtbot, page)
    settle(qtbot, desk)
    assert (card.state.text(), card.detail.text()) == ("◐ Đã trình", f"Trình {LEADER} ngày 01/11/2026.")
    assert not card.submit.isVisible()
    push(qtbot, card.returned)
    form = modal(qtbot, StepDialog)
    assert form.person.name() == LEADER
    form.note.setText("nêu rõ nguyên nhân")
    push(qtbot, form.do)
    settle(qtbot, desk)
    assert card.state.text() == "▲ Trả lại để sửa"
    assert card.detail.text().endswith("trả lại ngày 01/11/2026. nêu rõ nguyên nhân.")
    state, steps, _, _ = kept(path)
    assert (state, [step.kind for step in steps]) == (ReportState.RETURNED, ["submitted", "returned"])


def test_a_step_is_taken_back_by_the_windows_undo(qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path) -> None:
    submit(qtbot, page)
    settle(qtbot, desk)
    assert "trình" in desk.undo.text()
    desk.undo.trigger()
    settle(qtbot, desk)
    assert page.side.life.state.text() == "○ Chưa lập"
    assert kept(path)[1] == ()


def test_a_form_without_a_person_says_so_and_stays(qtbot: QtBot, page: ReportPage, path: Path) -> None:
    form = submit(qtbot, page, person=" ")
    assert "Hãy ghi ai nhận dự thảo trình" in answer(qtbot, "Đóng")
    assert modal(qtbot, StepDialog) is form
    press(qtbot, Qt.Key.Key_Escape)
    assert kept(path)[1] == ()


def test_the_leaders_copy_is_written_with_its_mark(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, tmp_path: Path
) -> None:
    submit(qtbot, page, copy=True)
    choose(qtbot, tmp_path)
    settle(qtbot, desk)
    wait(qtbot, lambda: "Đã ghi vào" in desk.told.text())
    (file,) = tmp_path.glob("*trinh-lanh-dao.docx")
    document = Document(str(file))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert "Giải trình\n(không phát hành)" in cells
    assert any("DỰ THẢO" in p.text for section in document.sections for p in section.footer.paragraphs)


def test_a_remark_is_added_and_answered(qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path) -> None:
    page.side.more.remarks.trigger()
    dialog = modal(qtbot, RemarksDialog)
    assert dialog.notice.label.text().startswith("Chưa ghi ý kiến nào")
    dialog.person.setEditText("Chủ tịch")
    dialog.section.setCurrentIndex(dialog.section.findData("III"))
    dialog.text.setFocus()
    write("Nêu nguyên nhân")
    press(qtbot, Qt.Key.Key_Return)
    wait(qtbot, dialog.table.isVisible)
    assert dialog.lines.text_at(0, 2) == "Mục III"
    dialog.reply.setFocus()
    write("Đã bổ sung")
    press(qtbot, Qt.Key.Key_Return)
    wait(qtbot, lambda: dialog.lines.text_at(0, 4) == "Đã bổ sung")
    push(qtbot, dialog.leave)
    settle(qtbot, desk)
    (remark,) = kept(path)[2]
    assert (remark.section, remark.said_by, remark.said_on) == ("III", "Chủ tịch", date(2026, 11, 1))
    assert (remark.text, remark.answer) == ("Nêu nguyên nhân", "Đã bổ sung")


def test_a_remark_without_words_is_refused_and_the_list_stays(qtbot: QtBot, page: ReportPage, path: Path) -> None:
    page.side.more.remarks.trigger()
    dialog = modal(qtbot, RemarksDialog)
    push(qtbot, dialog.add)
    assert "Ý kiến cần có người cho ý kiến và nội dung" in answer(qtbot, "Đóng")
    push(qtbot, modal(qtbot, RemarksDialog).leave)
    assert kept(path)[2] == ()


def test_an_open_remark_stands_in_the_way_and_leads_to_the_remarks(
    qtbot: QtBot, desk: MainWindow, page: ReportPage
) -> None:
    page.side.more.remarks.trigger()
    dialog = modal(qtbot, RemarksDialog)
    dialog.person.setEditText("Chủ tịch")
    dialog.text.setText("Nêu nguyên nhân")
    push(qtbot, dialog.add)
    wait(qtbot, dialog.table.isVisible)
    push(qtbot, dialog.leave)
    settle(qtbot, desk)
    card = page.side.life
    assert card.remarks.isVisible()
    assert card.remarks.text() == "○ Ý kiến chưa trả lời (1)…"
    push(qtbot, card.ready)
    found = modal(qtbot, ObstaclesDialog)
    sentences = [found.lines.text_at(row, 1) for row in range(found.lines.rowCount())]
    row = next(place for place, words in enumerate(sentences) if words.startswith("Ý kiến số 1"))
    found.table.setCurrentIndex(found.lines.index(row, 1))
    press(qtbot, Qt.Key.Key_Return)
    push(qtbot, modal(qtbot, RemarksDialog).leave)


def obstacle(qtbot: QtBot, page: ReportPage, begins: str) -> None:
    """Choose a line of the check before signing by Enter."""
    push(qtbot, page.side.life.ready)
    found = modal(qtbot, ObstaclesDialog)
    sentences = [found.lines.text_at(row, 1) for row in range(found.lines.rowCount())]
    row = next(place for place, words in enumerate(sentences) if words.startswith(begins))
    found.table.setCurrentIndex(found.lines.index(row, 1))
    press(qtbot, Qt.Key.Key_Return)


def test_what_stands_in_the_way_leads_to_its_row(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    assert page.side.life.ready.text().startswith("■ Kiểm tra trước khi ký (")
    obstacle(qtbot, page, "Chỉ tiêu 2 chưa có số liệu")
    wait(qtbot, desk.indicators.isVisible)
    table = desk.indicators.table
    assert table is not None
    assert table.lines.key_at(table.currentIndex().row()) == "ct-so-hoa"


def test_a_dotted_section_leads_to_its_words(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    obstacle(qtbot, page, "Mục III chưa có lời")
    desk.activateWindow()
    wait(qtbot, page.outline.boxes["III"].hasFocus)


def test_words_still_in_their_box_are_counted_by_the_check(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    page.outline.boxes["III"].setFocus()
    write("Thiếu máy quét.")
    page.side.life.ready.click()
    found = modal(qtbot, ObstaclesDialog)
    sentences = [found.lines.text_at(row, 1) for row in range(found.lines.rowCount())]
    assert not any(words.startswith("Mục III") for words in sentences)
    push(qtbot, found.leave)
    settle(qtbot, desk)


def test_the_frame_and_the_submitting_are_reached_from_the_check(
    qtbot: QtBot, desk: MainWindow, page: ReportPage
) -> None:
    obstacle(qtbot, page, "Chưa ghi việc trình dự thảo")
    push(qtbot, modal(qtbot, StepDialog).leave)
    desk.session.change_frame({"plan_number": "/KH-UBND"}, None).start()
    settle(qtbot, desk)
    obstacle(qtbot, page, "Khung văn bản chưa có số của Kế hoạch")
    wait(qtbot, page.side.frame_dialog.isVisible)
    page.side.frame_dialog.close()


def test_a_report_without_any_figure_leads_to_the_figures(qtbot: QtBot, desk: MainWindow) -> None:
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    obstacle(qtbot, desk.report, "Cả 03 chỉ tiêu đều chưa có số liệu")
    wait(qtbot, desk.figures.isVisible)


def test_the_figures_are_closed_and_the_words_stay_open(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path
) -> None:
    page.side.more.close_period.trigger()
    closing = modal(qtbot, CloseDialog)
    assert closing.grave.isHidden()
    push(qtbot, closing.do)
    wait(qtbot, lambda: not desk.bar.locked.isHidden())
    settle(qtbot, desk)
    assert not page.side.more.close_period.isEnabled()
    assert page.side.life.issue.isVisible()
    assert page.side.life.reopen.isVisible()
    assert "chưa phát hành" in page.side.issue_line.text()
    with Store.open(path, write=False) as store:
        assert (report_rows.is_locked(store, PERIOD), report_rows.is_issued(store, PERIOD)) == (True, False)
    push(qtbot, page.side.reopen)
    form = modal(qtbot, ReasonDialog)
    form.reason.setPlainText("khóa nhầm")
    push(qtbot, form.do)
    wait(qtbot, desk.bar.locked.isHidden)


def test_grave_warnings_ask_for_a_reason_at_closing(qtbot: QtBot, desk: MainWindow, path: Path) -> None:
    fill(qtbot, desk.figures.indicators, "ct-5g", "figure", "104")
    desk.go_to("Báo cáo")
    settle(qtbot, desk)
    desk.report.side.more.close_period.trigger()
    form = modal(qtbot, CloseDialog)
    assert "vượt quá 100%" in form.grave.text()
    push(qtbot, form.do)
    assert "cảnh báo nặng" in answer(qtbot, "Đóng")
    form = modal(qtbot, CloseDialog)
    form.reason.setPlainText("Sở đã xác nhận")
    push(qtbot, form.do)
    wait(qtbot, lambda: not desk.bar.locked.isHidden())
    with Store.open(path, write=False) as store:
        assert report_rows.period_states(store)[PERIOD].why == "Sở đã xác nhận"


def test_the_form_of_issuing_names_what_is_grave(qtbot: QtBot, page: ReportPage) -> None:
    push(qtbot, page.side.issue)
    form = modal(qtbot, IssueDialog)
    wait(qtbot, form.grave.isVisible)
    assert form.grave.text().startswith("■ Còn 4 vướng mắc quan trọng")
    assert "– và 1 điều khác." in form.grave.text()
    push(qtbot, form.leave)


def test_the_sending_is_recorded_with_day_and_way(qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path) -> None:
    issue(qtbot, page)
    wait(qtbot, page.side.life.sent.isVisible)
    assert page.side.life.detail.text().endswith("Chưa ghi việc gửi.")
    push(qtbot, page.side.life.sent)
    form = modal(qtbot, SentDialog)
    form.also.setText("Đảng ủy xã")
    form.how.setCurrentIndex(form.how.findData("hand"))
    push(qtbot, form.do)
    wait(qtbot, lambda: page.side.life.state.text() == "● Đã gửi")
    assert "Gửi UBND tỉnh; Đảng ủy xã ngày 01/11/2026, trao trực tiếp." in page.side.life.detail.text()
    state, _, _, sendings = kept(path)
    assert state is ReportState.SENT
    assert [(one.recipient, one.how) for one in sendings] == [("UBND tỉnh", "hand"), ("Đảng ủy xã", "hand")]


def test_a_sending_to_nobody_is_refused_and_the_form_stays(
    qtbot: QtBot, desk: MainWindow, page: ReportPage, path: Path
) -> None:
    issue(qtbot, page)
    wait(qtbot, page.side.life.sent.isVisible)
    push(qtbot, page.side.life.sent)
    form = modal(qtbot, SentDialog)
    form.recipients.item(0).setCheckState(Qt.CheckState.Unchecked)
    push(qtbot, form.do)
    assert "nơi nhận" in answer(qtbot, "Đóng")
    push(qtbot, modal(qtbot, SentDialog).leave)
    assert kept(path)[3] == ()


def test_another_period_shows_its_own_life(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    submit(qtbot, page)
    settle(qtbot, desk)
    assert desk.session.store is not None
    desk.session.choose_period(desk.session.store.periods[0])
    settle(qtbot, desk)
    assert page.side.life.state.text() == "○ Chưa lập"


def test_a_report_that_was_reopened_is_a_draft_again(qtbot: QtBot, desk: MainWindow, page: ReportPage) -> None:
    issue(qtbot, page)
    wait(qtbot, page.side.life.sent.isVisible)
    settle(qtbot, desk)
    push(qtbot, page.side.reopen)
    form = modal(qtbot, ReasonDialog)
    form.reason.setPlainText("Số liệu gửi muộn")
    push(qtbot, form.do)
    wait(qtbot, lambda: page.side.life.state.text() == "◐ Đang dự thảo")
    assert page.side.life.submit.isVisible()
    assert page.side.more.correction.isEnabled()


def test_the_steps_are_told_by_shape() -> None:
    plain = [steps_text(state).replace("\N{NO-BREAK SPACE}", " ") for state in ReportState]
    assert plain[0] == "○ Dự thảo  ○ Trình  ○ Phát hành  ○ Gửi"
    assert plain[1] == plain[3] == "◐ Dự thảo  ○ Trình  ○ Phát hành  ○ Gửi"
    assert plain[2] == "● Dự thảo  ● Trình  ○ Phát hành  ○ Gửi"
    assert plain[4:] == ["● Dự thảo  ● Trình  ● Phát hành  ○ Gửi", "● Dự thảo  ● Trình  ● Phát hành  ● Gửi"]


def test_the_column_is_never_wider_than_it_is(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.resize(911, 512)
    open_store(qtbot, window, path, "Báo cáo")
    side = window.report.side
    column = side.widget()
    assert column is not None
    assert column.minimumSizeHint().width() <= side.viewport().width()
