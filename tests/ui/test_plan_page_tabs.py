"""The other tabs of the page Kế hoạch: readings, declarations, duties, days off, units, tasks outside the plan."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from models.facts import (
    AnnualTarget,
    CameTrue,
    DaySwap,
    Direction,
    Extension,
    Facts,
    Lead,
    NoBasis,
    Paper,
    Reading,
    StillInForce,
    Supplier,
)
from models.store import fact_rows, setting_rows
from models.store.connection import Store
from tests.ui.driving import answer, fill, modal, open_store, press, push, settle, text
from ui.declaring_forms import (
    AnnualTargetForm,
    CameTrueForm,
    DeclaringForm,
    ExtensionForm,
    NoBasisForm,
    ReadingForm,
    StillInForceForm,
)
from ui.grid import Sheet
from ui.pages.frame import FrameDialog
from ui.pages.plan import PlanPage
from ui.plan.forms import (
    CalendarForm,
    DaySwapForm,
    DirectionForm,
    ExtraTaskForm,
    LeadForm,
    SupplierForm,
    WithdrawForm,
)
from ui.plan.tab import PlanTab
from ui.window import MainWindow


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, path: Path) -> PlanPage:
    open_store(qtbot, window, path, "Kế hoạch")
    return window.plan


def show(qtbot: QtBot, window: MainWindow, tab: PlanTab) -> None:
    window.plan.show_tab(tab)
    settle(qtbot, window)


def choose(table: Sheet, key: str) -> None:
    row = next(row for row in range(table.lines.rowCount()) if table.lines.key_at(row) == key)
    table.setCurrentIndex(table.lines.index(row, 1))


def facts(path: Path) -> Facts:
    with Store.open(path, write=False) as store:
        return fact_rows.facts(store)


def setting(path: Path, key: str) -> str:
    with Store.open(path, write=False) as store:
        return setting_rows.setting(store, key)


def sent(qtbot: QtBot, window: MainWindow, form: DeclaringForm) -> None:
    push(qtbot, form.do)
    settle(qtbot, window)


def test_a_reading_is_set_with_a_reason_and_the_form_stays_until_it_is_understood(
    qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path
) -> None:
    tab = page.readings
    show(qtbot, window, tab)
    choose(tab.sheet, "ct-so-hoa")
    push(qtbot, tab.edit)
    form = modal(qtbot, ReadingForm)
    assert (form.printed.text(), form.now.text()) == ("“95%”", "ít nhất 95%")
    form.column.setCurrentIndex(1)
    form.understood.setText("nhiều hơn 5 lần 10")
    push(qtbot, form.do)
    assert "Vẫn chưa hiểu" in answer(qtbot, "Đóng")
    form.understood.setText("≥ 98%")
    push(qtbot, form.do)
    assert "phải có lý do" in answer(qtbot, "Đóng")
    form.why.setPlainText("Quyết định 12")
    sent(qtbot, window, form)
    assert facts(path).readings == (Reading("ct-so-hoa", "2030", "≥ 98%", "Quyết định 12"),)
    tab.view.setCurrentIndex(2)
    assert tab.view.currentText() == "Cán bộ đã đặt (1)"
    assert "Mốc 2030: ít nhất 98%" in str(tab.rows.index(tab.sheet.currentIndex().row(), 3).data())
    window.undo.trigger()
    settle(qtbot, window)
    assert (facts(path).readings, tab.stack.isVisible()) == ((), False)


def test_what_a_row_can_be_declared_about_follows_the_row(qtbot: QtBot, window: MainWindow, page: PlanPage) -> None:
    tab = page.readings
    show(qtbot, window, tab)
    choose(tab.sheet, "ct-5g")
    assert [one.isEnabled() for one in (*tab.of_indicators, *tab.of_tasks, tab.lead)] == [True] * 3 + [False] * 3 + [
        True
    ]
    choose(tab.sheet, "nv-kh")
    assert [one.isEnabled() for one in (*tab.of_indicators, *tab.of_tasks, tab.lead)] == [False] * 3 + [
        True,
        False,
        True,
        False,
    ]


def test_facts_of_an_indicator_are_declared_and_withdrawn(
    qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path
) -> None:
    tab = page.readings
    show(qtbot, window, tab)
    choose(tab.sheet, "ct-5g")
    tab.of_indicators[0].trigger()
    target = modal(qtbot, AnnualTargetForm)
    target.target.setText("≥ 45%")
    target.number.setText("12/QĐ-UBND")
    target.paper_day.setText("5/1/2026")
    sent(qtbot, window, target)
    tab.of_indicators[1].trigger()
    basis = modal(qtbot, NoBasisForm)
    basis.why.setPlainText("chưa ai công bố")
    sent(qtbot, window, basis)
    tab.of_indicators[2].trigger()
    supplier = modal(qtbot, SupplierForm)
    supplier.unit.setCurrentText("Bản Bó")
    supplier.first.setText("1/1/2026")
    sent(qtbot, window, supplier)
    tab.lead.trigger()
    lead = modal(qtbot, LeadForm)
    lead.unit.setCurrentText("Công an xã")
    sent(qtbot, window, lead)
    found = facts(path)
    assert found.annual_targets == (AnnualTarget("ct-5g", 2026, "≥ 45%", Paper("12/QĐ-UBND", date(2026, 1, 5))),)
    assert found.no_basis == (NoBasis("ct-5g", "chưa ai công bố"),)
    assert found.suppliers == (Supplier("ct-5g", "Bản Bó", date(2026, 1, 1)),)
    assert Lead("ct-5g", "Công an xã") in found.each()
    tab.view.setCurrentIndex(3)
    assert tab.view.currentText() == "Đã khai báo (4)"
    tab.declared.setCurrentIndex(tab.facts.index(0, 1))
    push(qtbot, tab.withdraw)
    form = modal(qtbot, WithdrawForm)
    form.why.setPlainText("giao nhầm")
    push(qtbot, form.do)
    settle(qtbot, window)
    assert facts(path).annual_targets == ()
    assert window.undo.text() == "Hoàn tác: bỏ khai báo mục tiêu năm 2026 của chỉ tiêu 1"


def test_times_of_a_task_are_declared(qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path) -> None:
    tab = page.readings
    show(qtbot, window, tab)
    choose(tab.sheet, "nv-kh")
    tab.of_tasks[0].trigger()
    extension = modal(qtbot, ExtensionForm)
    push(qtbot, extension.do)
    assert "Chưa ghi hạn mới" in answer(qtbot, "Đóng")
    extension.deadline.setText("30/11/2026")
    extension.number.setText("90/UBND")
    extension.why.setPlainText("chờ tỉnh")
    sent(qtbot, window, extension)
    tab.of_tasks[2].trigger()
    still = modal(qtbot, StillInForceForm)
    still.number.setText("5/KH-UBND")
    sent(qtbot, window, still)
    found = facts(path)
    assert found.extensions == (Extension("nv-kh", "deadline", date(2026, 11, 30), Paper("90/UBND")),)
    assert found.still_in_force == (StillInForce("nv-kh", "deadline", Paper("5/KH-UBND")),)


def test_a_condition_that_came_true_is_declared_in_its_form(qtbot: QtBot, window: MainWindow, page: PlanPage) -> None:
    form = CameTrueForm(page, "nhiệm vụ 2", "nv-2", ("2025", "2026"))
    qtbot.addWidget(form)
    form.occurrence.setCurrentIndex(2)
    form.on.setText("1/10/2026")
    form.deadline.setText("31/12/2026")
    with qtbot.waitSignal(form.given) as given:
        form.give()
    assert given.args == [CameTrue("nv-2", "2026", date(2026, 10, 1), date(2026, 12, 31), Paper()), ""]


def test_tasks_outside_the_plan_are_added_mended_and_withdrawn(
    qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path
) -> None:
    tab = page.extras
    show(qtbot, window, tab)
    assert tab.tasks.notice.isVisible()
    push(qtbot, tab.tasks.add)
    form = modal(qtbot, ExtraTaskForm)
    form.name.setPlainText("Rà soát trạm phát sóng")
    form.deadline.setText("khi rảnh")
    push(qtbot, form.do)
    assert "Chưa hiểu thời hạn “khi rảnh”" in answer(qtbot, "Đóng")
    form.deadline.setText("30/11/2026")
    sent(qtbot, window, form)
    choose(tab.tasks.table, "task-1")
    push(qtbot, tab.tasks.edit)
    form = modal(qtbot, ExtraTaskForm)
    assert form.deadline.text() == "30/11/2026"
    form.lead.setCurrentText("Công an xã")
    sent(qtbot, window, form)
    (task,) = facts(path).extra_tasks
    assert (task.key, task.name, task.lead) == ("ps-1", "Rà soát trạm phát sóng", "Công an xã")
    push(qtbot, tab.tasks.withdraw)
    push(qtbot, modal(qtbot, WithdrawForm).do)
    settle(qtbot, window)
    assert (facts(path).extra_tasks, tab.tasks.notice.isVisible()) == ((), True)


def test_documents_of_direction_are_added_and_mended(
    qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path
) -> None:
    tab = page.extras
    show(qtbot, window, tab)
    push(qtbot, tab.directions.add)
    form = modal(qtbot, DirectionForm)
    form.number.setText("215/KH-UBND")
    push(qtbot, form.do)
    assert "phải có số, ngày và trích yếu" in answer(qtbot, "Đóng")
    form.day.setText("12/10/2026")
    form.about.setPlainText("phủ sóng 5G")
    sent(qtbot, window, form)
    choose(tab.directions.table, "direction-1")
    tab.directions.table.activated.emit(QModelIndex())
    form = modal(qtbot, DirectionForm)
    assert form.number.isReadOnly()
    form.about.setPlainText("phủ sóng 5G và 6G")
    sent(qtbot, window, form)
    assert facts(path).directions == (Direction(Paper("215/KH-UBND", date(2026, 10, 12), "phủ sóng 5G và 6G")),)
    push(qtbot, tab.directions.withdraw)
    modal(qtbot, WithdrawForm).reject()


def test_a_calendar_is_chosen_with_its_closing_day(
    qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path
) -> None:
    tab = page.duties
    show(qtbot, window, tab)
    assert "chốt 30/11/2026" in str(tab.duties.index(0, 5).data())
    push(qtbot, tab.calendar)
    form = modal(qtbot, CalendarForm)
    assert not form.closing.isEnabled()
    form.kind.setCurrentIndex(2)
    form.closing.setValue(20)
    push(qtbot, form.do)
    settle(qtbot, window)
    assert setting(path, "calendar.thang") == "own:20"
    assert str(tab.duties.index(0, 2).data()) == "chốt ngày 20 hằng tháng"
    tab.replaces.click()
    settle(qtbot, window)
    assert setting(path, "replace_shorter") == "0"


def test_swapped_days_stand_among_the_days_off(qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path) -> None:
    tab = page.duties
    show(qtbot, window, tab)
    push(qtbot, tab.add)
    form = modal(qtbot, DaySwapForm)
    form.day.setText("4/11/2026")
    push(qtbot, form.do)
    assert "phải có tên gọi" in answer(qtbot, "Đóng")
    form.name.setText("Nghỉ bù")
    sent(qtbot, window, form)
    assert facts(path).day_swaps == (DaySwap(date(2026, 11, 4), False, "Nghỉ bù"),)
    choose(tab.day_table, "2026-09-02")
    assert not tab.withdraw.isEnabled()
    choose(tab.day_table, "2026-11-04")
    push(qtbot, tab.withdraw)
    push(qtbot, modal(qtbot, WithdrawForm).do)
    settle(qtbot, window)
    assert facts(path).day_swaps == ()


def test_addresses_are_typed_beside_their_units(qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path) -> None:
    tab = page.agencies
    show(qtbot, window, tab)
    fill(qtbot, tab.table, "Phòng VH-XH", "mail", "vhxh")
    assert "không phải là địa chỉ thư" in answer(qtbot, "Đóng")
    settle(qtbot, window)
    fill(qtbot, tab.table, "Phòng VH-XH", "mail", "vhxh@xa.gov.vn")
    settle(qtbot, window)
    assert setting(path, "mail.to.Phòng VH-XH") == "vhxh@xa.gov.vn"
    assert text(tab.table, "Phòng VH-XH", "mail") == "vhxh@xa.gov.vn"


def test_rows_without_a_lead_are_given_to_a_unit(qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path) -> None:
    tab = page.agencies
    show(qtbot, window, tab)
    assert tab.count.text().startswith("3 dòng không in cơ quan chủ trì, trong đó 3 dòng chưa giao")
    choose(tab.unled_table, "ct-bai")
    push(qtbot, tab.give)
    form = modal(qtbot, LeadForm)
    form.unit.setCurrentText("Phòng VH-XH")
    sent(qtbot, window, form)
    assert facts(path).leads == {"ct-bai": "Phòng VH-XH"}
    assert "trong đó 2 dòng chưa giao" in tab.count.text()


def test_the_frame_is_opened_from_the_document(qtbot: QtBot, window: MainWindow, page: PlanPage) -> None:
    show(qtbot, window, page.document)
    assert "142/KH-UBND" in page.document.text.toPlainText()
    push(qtbot, page.document.frame)
    (form,) = page.findChildren(FrameDialog)
    assert form.isVisible()
    settle(qtbot, window)
    form.close()


def test_escape_leaves_a_form_and_changes_nothing(qtbot: QtBot, window: MainWindow, page: PlanPage, path: Path) -> None:
    show(qtbot, window, page.duties)
    push(qtbot, page.duties.add)
    modal(qtbot, DaySwapForm)
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert facts(path).each() == ()
