"""Check `so57 declare`, `declared`: every kind in, listed for people and programs, undone; the past recorded."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE, WRONG_CALL
from desktop.commands.declaring import declare_command
from models.desk import Desk
from models.fact_words import KINDS
from models.store.connection import Store
from tests.desktop.conftest import Call

PAPER = ("--number", "12/QĐ-UBND", "--date", "05/01/2026")
CALLS = {
    "annual-target": ("ct-V.4", "--year", "2026", "--target", "≥ 90%", *PAPER),
    "came-true": ("nv-I.4.3", "--on", "01/10/2026", "--deadline", "30/11/2026", *PAPER),
    "extension": ("nv-I.1.1", "--deadline", "31/12/2025", "--why", "chờ tỉnh", *PAPER),
    "still-in-force": ("nv-I.1.2", "--occurrence", "2026", *PAPER),
    "direction": ("--about", "đẩy mạnh số hóa", *PAPER),
    "override": ("ct-V.4", "--period", "2026-Q3", "--value", "84,9", "--why", "đếm lại"),
    "supplier": ("ct-V.4", "--unit", "Bản Lạnh", "--from", "01/01/2026", "--to", "31/12/2026"),
    "reading": ("ct-V.4", "--column", "2030", "--understood", "trên 95%", "--why", "in mờ"),
    "no-basis": ("ct-V.5", "--why", "chưa ai công bố"),
    "day-swap": ("22/08/2026", "--working", "--name", "Làm bù"),
    "lead": ("ct-V.4", "--unit", "Phòng VH-XH"),
    "task": ("--name", "Rà soát", "--lead", "Công an xã", "--deliverable", "Báo cáo", "--deadline", "30/11/2026"),
    "from": ("01/01/2026",),
}


@pytest.fixture
def declare(so57: Call, store: Path) -> Call:
    return lambda *arguments: so57("declare", *arguments, "--store", store)


@pytest.mark.parametrize("kind", CALLS)
def test_every_kind_is_declared_listed_and_undone(so57: Call, store: Path, declare: Call, kind: str) -> None:
    answer = declare(kind, *CALLS[kind])
    assert (answer.code, answer.err) == (DONE, "")
    (line,) = so57("declared", "--store", store).out.splitlines()
    (fact,) = so57("declared", "--store", store, "--json").data
    assert answer.out == f"Đã khai báo. {fact['sentence']}.\n"
    assert line == f"[{fact['id']}] {fact['sentence']}"
    assert (fact["id"], fact["kind"]) == (f"{kind}-1", kind)
    assert so57("undo", "--store", store).code == DONE
    assert so57("declared", "--store", store).out == "Sổ chưa có khai báo nào.\n"


@pytest.mark.parametrize("kind", CALLS)
def test_every_kind_is_withdrawn_and_comes_back(so57: Call, store: Path, declare: Call, kind: str) -> None:
    declare(kind, *CALLS[kind])
    listed = so57("declared", "--store", store).out
    answer = so57("withdraw", f"{kind}-1", "--why", "ghi nhầm", "--store", store)
    assert answer == (DONE, f"Đã bỏ khai báo. {listed.partition('] ')[2].strip()}.\n", "")
    assert so57("declared", "--store", store).out == "Sổ chưa có khai báo nào.\n"
    assert so57("undo", "--store", store).code == DONE
    assert so57("declared", "--store", store).out == listed


def test_what_is_left_keeps_its_number(so57: Call, store: Path, declare: Call) -> None:
    declare("lead", "ct-V.4", "--unit", "Công an xã")
    declare("lead", "ct-V.5", "--unit", "Trạm Y tế")
    so57("withdraw", "lead-1", "--store", store)
    assert [fact["id"] for fact in so57("declared", "--store", store, "--json").data] == ["lead-2"]
    answer = so57("withdraw", "lead-1", "--store", store)
    assert answer.code == COULD_NOT
    assert "Sổ không có khai báo nào mang mã “lead-1”" in answer.err


def test_parts_of_a_figure_by_unit(so57: Call, store: Path, declare: Call) -> None:
    declare("supplier", *CALLS["supplier"])
    month = ("--unit", "Bản Lạnh", "--period", "2026-10")
    declare("part", "ct-V.4", *month, "--numerator", "3", "--denominator", "4")
    *_, part = so57("declared", "--store", store, "--json").data
    assert (part["kind"], part["start"], part["as_of"]) == ("part", "2026-10-01", "2026-10-31")
    assert (part["value"], part["numerator"], part["denominator"]) == (None, "3", "4")
    assert "không phát sinh" in declare("part", "ct-V.4", *month, "--nothing").out
    assert len(so57("declared", "--store", store, "--json").data) == 2


def test_there_is_a_command_for_every_kind(so57: Call) -> None:
    told = so57("declare", "--help").out
    assert set(declare_command.commands) == set(KINDS.values())
    assert all(re.search(rf"^  {name} +\S", told, re.MULTILINE) for name in declare_command.commands)
    assert "..." not in told.replace("...\n\n", "")
    for name in declare_command.commands:
        page = so57("declare", name, "--help").out
        assert page.startswith(f"Cách dùng: so57 declare {name}")
        assert not re.search(r"\b(Options|Show|required|default|Usage)\b", page)


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("lead", "ct-V.4"), WRONG_CALL, "Thiếu --unit. Xem cách dùng: so57 declare lead --help"),
        (("leed",), WRONG_CALL, "Không có lệnh “leed”. Có phải là lead? Xem cách dùng: so57 declare --help"),
        (
            ("lead", "ct-X", "--unit", "A"),
            COULD_NOT,
            "Kế hoạch không có chỉ tiêu hay nhiệm vụ nào mang mã hoặc số “ct-X”",
        ),
        (("day-swap", "22/08/2026"), COULD_NOT, "Hãy ghi một trong hai"),
        (("override", "ct-V.4", "--period", "2026-Q3", "--value", "1.234"), COULD_NOT, "có thể là 1234 hoặc 1,234"),
        (("override", "ct-V.4", "--period", "2026-Q3", "--value", "1"), COULD_NOT, "phải có lý do"),
    ],
)
def test_a_wrong_declaration_is_told_in_one_sentence(
    so57: Call, store: Path, declare: Call, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = declare(*arguments)
    assert (answer.code, answer.out) == (code, "")
    assert sentence in answer.err
    assert so57("declared", "--store", store, "--json").data == []


def test_a_row_is_named_by_its_printed_number(declare: Call) -> None:
    lead = declare("lead", " v.4 ", "--unit", "Công an xã")
    assert "chỉ tiêu V.4" in lead.out
    assert "nhiệm vụ I.1.1" in declare("still-in-force", "I.1.1", "--number", "5/KH-UBND").out
    twice = declare("lead", "VIII.1.1", "--unit", "Công an xã")
    assert (twice.code, "nv-VIII.1.1 (nhiệm vụ “" in twice.err) == (COULD_NOT, True)
    assert "không có chỉ tiêu nào mang mã hoặc số “I.1.1”" in declare("no-basis", "I.1.1", "--why", "x").err


def test_words_that_set_no_time_are_refused(so57: Call, store: Path, declare: Call) -> None:
    for words in ("khi nào xong", "khi rảnh", "sau này"):
        answer = declare("task", "--name", "Rà soát", "--deadline", words)
        assert (answer.code, answer.out) == (COULD_NOT, "")
        assert f"Chưa hiểu thời hạn “{words}”" in answer.err
        assert "quý IV/2026" in answer.err
    assert declare("task", "--name", "Rà soát", "--deadline", "Khi tỉnh ban hành Đề án").code == DONE


def test_progress_and_history_of_a_task_outside_the_plan(
    so57: Call, store: Path, declare: Call, sheet: Callable[..., Path]
) -> None:
    declare("task", *CALLS["task"])
    file = sheet("key,percent,text", "ps-1,70,Đã rà 5 trạm")
    assert so57("record", "--period", "2026-10", file, "--store", store).out == "Đã ghi 1 dòng cho kỳ tháng 10/2026.\n"
    assert "nhập nội dung, tỷ lệ hoàn thành cho phát sinh 1" in so57("history", "ps-1", "--store", store).out


def test_a_task_outside_the_plan_begins_on_a_day(so57: Call, store: Path, declare: Call) -> None:
    answer = declare("task", "--name", "Rà soát", "--since", "05/11/2026")
    assert answer.out == "Đã khai báo. Nhiệm vụ phát sinh ps-1: Rà soát, từ 05/11/2026.\n"
    (fact,) = so57("declared", "--store", store, "--json").data
    assert fact["since"] == "2026-11-05"


def test_swapped_days_move_the_day_to_send(so57: Call, store: Path, declare: Call) -> None:
    declare("day-swap", "04/11/2026", "--off", "--name", "Nghỉ bù")
    periods = so57("periods", "--year", "2026", "--store", store, "--json").data
    (october,) = (period for period in periods if period["key"] == "bao-cao-thang/2026-10")
    assert (october["due"], october["send_by"]) == ("2026-11-04", "2026-11-03")


@pytest.mark.parametrize("span", ["2025-12", "2025", "2024-Q4"])
def test_what_was_done_before_the_book_began_is_recorded(
    so57: Call, store: Path, sheet: Callable[..., Path], span: str
) -> None:
    """The first declaration (khai báo ban đầu): done, document, day and last figure of spans long past."""
    lines = ("key,value,done,deliverable_number,deliverable_date", "ct-V.4,84,,,", "nv-I.1.1,,x,142/KH-UBND,04/06/2025")
    assert so57("record", "--period", span, sheet(*lines), "--store", store).code == DONE
    with Store.open(store, write=False) as opened:
        desk = Desk(opened)
        period, records = desk.period(span), desk.records()
    (figure,), (done,) = records.figures["ct-V.4"], records.progress["nv-I.1.1"]
    assert (figure.start, figure.as_of) == (done.start, done.as_of) == (period.start, period.closing)
    assert (done.occurrence, done.done, str(done.done_on)) == ("2025", True, "2025-06-04")
