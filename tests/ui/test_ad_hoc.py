"""A report that was asked for once stands among the periods of the window and is worked on like any other."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.desk_ad_hoc import ask_for
from models.store.connection import Store
from tests.models.asked_reports import ASKED, AT, WHO
from tests.ui.driving import open_store, settle
from ui.window import MainWindow


def test_it_is_chosen_from_the_list_and_laid_out(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with Store.open(path) as store:
        ask_for(store, ASKED, who=WHO, at=AT)
    open_store(qtbot, window, path)
    periods = window.bar.period
    named = [periods.itemText(row) for row in range(periods.count())]
    (row,) = (row for row, name in enumerate(named) if "tình hình an toàn thông tin" in name)
    assert named[row] == (
        "Từ 05/10/2026 đến 20/11/2026 · đột xuất về tình hình an toàn thông tin · chốt 20/11 · gửi 27/11"
    )
    periods.setCurrentIndex(row)
    periods.activated.emit(row)
    settle(qtbot, window)
    window.go_to("Báo cáo")
    settle(qtbot, window)
    assert window.report.head.title.text() == "Báo cáo đột xuất về tình hình an toàn thông tin"
