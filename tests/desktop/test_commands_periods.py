"""Check `so57 periods`, `status`, `close`, `reopen`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.cli import COULD_NOT, DONE
from desktop.sample import make_sample_store
from models.store import backup
from tests.desktop.conftest import AT, Call

KEYS = ["key", "duty", "direction", "frequency", "start", "closing", "due", "send_by", "to", "by", "issuer"]
Sheet = Callable[..., Path]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "minh-hoa.so57"
    make_sample_store(path, at=AT)
    return path


@contextmanager
def no_new_backup(store: Path) -> Iterator[None]:
    """Check that what is refused makes no backup, since each one pushes an older one out."""
    folder = backup.backups_folder(store)
    before = set(folder.glob("*"))
    yield
    assert set(folder.glob("*")) == before


def test_periods_for_programs(so57: Call, store: Path) -> None:
    periods = so57("periods", "--year", "2026", "--store", store, "--json").data
    assert len(periods) == 12 + 4 + 2 + 1
    assert all(list(period) == KEYS for period in periods)
    (october,) = (period for period in periods if period["key"] == "bao-cao-thang/2026-10")
    assert october == {
        "key": "bao-cao-thang/2026-10",
        "duty": "bao-cao-thang",
        "direction": "outgoing",
        "frequency": "month",
        "start": "2026-10-01",
        "closing": "2026-10-31",
        "due": "2026-11-04",
        "send_by": "2026-11-04",
        "to": october["to"],
        "by": "Phòng Văn hóa - Xã hội",
        "issuer": "UBND xã Thuận Châu",
    }
    assert isinstance(october["to"], list)


def test_periods_stand_by_closing_day_and_each_span_has_its_key(so57: Call, store: Path) -> None:
    periods = so57("periods", "--year", "2026", "--store", store, "--json").data
    spans = {period["key"].partition("/")[2] for period in periods}
    assert {"2026-10", "2026-Q3", "2026-H1", "2026"} <= spans
    assert [period["closing"] for period in periods] == sorted(period["closing"] for period in periods)


def test_periods_for_people(so57: Call, store: Path) -> None:
    lines = so57("periods", "--year", "2026", "--store", store).out.splitlines()
    assert "bao-cao-thang/2026-10      từ 01/10/2026, chốt 31/10/2026, hạn gửi 04/11/2026" in lines
    assert any("hạn gửi 04/07/2026 (gửi trước: 03/07/2026)" in line for line in lines)
    old = [line.split()[0] for line in lines if line.endswith("; trước ngày dùng sổ")]
    assert ("bao-cao-6-thang/2026-H1" in old, "bao-cao-thang/2026-10" in old) == (True, False)


def test_status_for_programs(so57: Call, sample: Path) -> None:
    status = so57("status", "--on", "2026-11-02", "--store", sample, "--json").data
    assert list(status) == ["due", "late", "missing", "warnings"]
    (month,) = (period for period in status["due"] if period["duty"] == "bao-cao-thang")
    assert (month["key"], month["days_left"]) == ("bao-cao-thang/2026-10", 2)
    assert list(month) == [*KEYS, "days_left"]
    named = [*status["late"], *status["missing"], *status["warnings"]]
    assert {line["period"] for line in named} == {"bao-cao-thang/2026-10"}
    assert all(line["key"] for line in named)


def test_status_names_late_tasks_and_missing_figures(so57: Call, sample: Path) -> None:
    status = so57("status", "--on", "02/11/2026", "--store", sample, "--json").data
    words = so57("status", "--on", "02/11/2026", "--store", sample).out
    assert status["late"]
    assert status["missing"]
    for line in status["late"]:
        assert f"Quá hạn: nhiệm vụ {line['label']} (" in words
    for line in status["missing"]:
        assert f"Chưa có số liệu: chỉ tiêu {line['label']} (" in words
    for warning in status["warnings"]:
        assert warning["sentence"] in words


def test_status_names_reports_as_officers_do(so57: Call, store: Path) -> None:
    so57("declare", "from", "01/06/2026", "--store", store)
    lines = so57("status", "--on", "02/11/2026", "--store", store).out.splitlines()
    named = {line.partition(":")[0] for line in lines}
    assert {"Báo cáo tháng 10/2026", "Báo cáo quý III/2026", "Báo cáo 6 tháng đầu năm 2026"} <= named
    assert "Báo cáo năm 2025" not in named
    assert "Kỳ đang làm: Báo cáo tháng 10/2026" in lines


@pytest.mark.parametrize(
    ("day", "left"),
    [("01/11/2026", "còn 3 ngày"), ("04/11/2026", "hạn gửi là hôm nay"), ("05/11/2026", "quá hạn gửi 1")],
)
def test_status_counts_the_days(so57: Call, store: Path, day: str, left: str) -> None:
    lines = so57("status", "--on", day, "--store", store).out.splitlines()
    assert any(line.startswith("Báo cáo tháng 10/2026") and left in line for line in lines)


@pytest.mark.parametrize("day", ["01/01/2000", "31/12/2100"])
def test_status_at_the_ends_of_time(so57: Call, store: Path, day: str) -> None:
    assert so57("status", "--on", day, "--store", store).code == DONE


def test_issued_report_is_no_longer_due(so57: Call, store: Path) -> None:
    issue = ["--number", "215", "--date", "04/11/2026", "--signer", "Lò Văn A", "--why", "thử", "--store", store]
    so57("issue", "--period", "2026-10", *issue)
    due = so57("status", "--on", "05/11/2026", "--store", store, "--json").data["due"]
    assert "bao-cao-thang/2026-11" in [period["key"] for period in due]


@pytest.mark.parametrize("span", [("2026-10",), ("bao-cao-thang/2026-10",), ("2026-10", "--duty", "bao-cao-thang")])
def test_period_is_named_in_three_ways(so57: Call, store: Path, span: tuple[str, ...]) -> None:
    assert so57("close", "--period", *span, "--store", store) == (DONE, "Đã khóa kỳ tháng 10/2026.\n", "")


def test_span_of_two_duties_is_refused_with_the_keys(so57: Call, tmp_path: Path) -> None:
    plan = so57("plan", "thuan-chau", "--json").data
    plan["duties"].append({**plan["duties"][0], "id": "bao-cao-dang-uy"})
    file, store = tmp_path / "kh.json", tmp_path / "a.so57"
    file.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    so57("new", "--store", store, "--plan", file)
    answer = so57("close", "--period", "2026-10", "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert "bao-cao-thang/2026-10, bao-cao-dang-uy/2026-10" in answer.err
    assert so57("close", "--period", "2026-10", "--duty", "bao-cao-dang-uy", "--store", store).code == DONE


@pytest.mark.parametrize(
    ("span", "sentence"),
    [
        (("10/2026",), "Không hiểu kỳ báo cáo “10/2026”. Hãy ghi kỳ như 2026-10 (tháng)"),
        (("2026-9M",), "không có báo cáo nào theo 9 tháng"),
        (("khác/2026-10",), "không có chế độ báo cáo “khác”. Các chế độ báo cáo: bao-cao-thang"),
        (("bao-cao-thang/2026-10", "--duty", "bao-cao-quy"), "không khớp nhau"),
    ],
)
def test_period_that_does_not_exist_is_one_sentence(
    so57: Call, store: Path, span: tuple[str, ...], sentence: str
) -> None:
    answer = so57("close", "--period", *span, "--store", store)
    assert (answer.code, answer.out, answer.err.count("\n")) == (COULD_NOT, "", 1)
    assert sentence in answer.err


def test_closed_period_takes_nothing_until_it_is_reopened(so57: Call, store: Path, sheet: Sheet) -> None:
    file, at = sheet("key,value", "ct-V.4,85"), ("--period", "2026-10", "--store", store)
    assert so57("close", *at).code == DONE
    with no_new_backup(store):
        for command in (["record", file], ["close"]):
            answer = so57(command[0], *at, *command[1:])
            assert (answer.code, answer.out) == (COULD_NOT, "")
            assert answer.err.startswith("Kỳ tháng 10/2026 đã khóa nên không sửa được. Hãy mở lại kỳ")
    assert so57("write", *at, "--section", "I", file).code == DONE  # words are written until the report is issued
    assert so57("reopen", *at, "--why", "sai số liệu").out == "Đã mở lại kỳ tháng 10/2026.\n"
    assert so57("record", *at, file).code == DONE


def test_reopening_needs_a_reason_and_a_locked_period(so57: Call, store: Path) -> None:
    at = ("--period", "2026-10", "--store", store)
    with no_new_backup(store):
        assert "chưa khóa nên không cần mở lại" in so57("reopen", *at, "--why", "x").err
    so57("close", *at)
    with no_new_backup(store):
        for why in ([], ["--why", "  "]):
            assert "phải có lý do" in so57("reopen", *at, *why).err


def test_grave_warning_asks_for_a_reason_at_closing(so57: Call, store: Path, sheet: Sheet) -> None:
    at = ("--period", "2026-10", "--store", store)
    recorded = so57("record", *at, sheet("key,value", "ct-V.4,120"))
    assert "Cảnh báo: Chỉ tiêu V.4" in recorded.out
    refused = so57("close", *at)
    assert (refused.code, refused.out) == (COULD_NOT, "")
    assert "cảnh báo nặng" in refused.err
    assert so57("close", *at, "--why", "theo số liệu của tỉnh").code == DONE


def test_a_period_to_come_is_not_closed(so57: Call, store: Path) -> None:
    answer = so57("close", "--period", "2099-10", "--why", "lý do", "--store", store)
    assert (answer.code, answer.out) == (COULD_NOT, "")
    assert "đến ngày 01/10/2099 mới bắt đầu" in answer.err
