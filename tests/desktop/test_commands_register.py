"""The register of a year's reports on the command line, and reports that no rule asks for."""

from pathlib import Path

from tests.desktop.conftest import Call

ASKED = (
    *("ad-hoc", "--kind", "Đột xuất", "--about", "Tình hình an toàn thông tin", "--to", "UBND tỉnh Sơn La"),
    *("--from", "05/10/2026", "--until", "20/11/2026", "--due", "29/11/2026"),
    *("--asked-by", "Công văn số 12/SKHCN ngày 01/10/2026 về việc báo cáo", "--note", "gấp"),
)
DAYS = "2026-10-05..2026-11-20"


def test_an_ad_hoc_report_is_recorded_and_listed(so57: Call, store: Path) -> None:
    told = so57(*ASKED, "--store", store)
    assert (told.code, told.err) == (0, "")
    name = "báo cáo đột xuất về tình hình an toàn thông tin"
    assert told.out == f"Đã ghi {name} với mã dx-1: chốt số liệu 20/11/2026, hạn gửi 29/11/2026.\n"
    listed = so57("ad-hoc", "--store", store).out
    assert listed == f"dx-1: B{name[1:]}, từ ngày 05/10/2026 đến ngày 20/11/2026, hạn gửi 29/11/2026\n"
    assert f"dx-1/{DAYS} từ 05/10/2026, chốt 20/11/2026" in so57("periods", "--year", "2026", "--store", store).out


def test_the_status_asks_for_it_until_its_day(so57: Call, store: Path) -> None:
    so57(*ASKED, "--store", store)
    due = so57("status", "--on", "2026-11-25", "--json", "--store", store).data["due"]
    assert next(one["days_left"] for one in due if one["duty"] == "dx-1") == 2  # 29/11 is a Sunday
    told = so57("status", "--on", "2026-11-25", "--store", store).out
    assert "Báo cáo đột xuất về tình hình an toàn thông tin (dx-1): từ 05/10/2026, chốt 20/11/2026" in told


def test_it_is_withdrawn_and_undone(so57: Call, store: Path) -> None:
    assert so57(*ASKED, "--store", store, "--json").data["key"] == f"dx-1/{DAYS}"
    gone = so57("ad-hoc", "--withdraw", "dx-1", "--why", "Sở rút yêu cầu", "--store", store)
    assert gone.out == "Đã thôi theo dõi báo cáo đột xuất về tình hình an toàn thông tin (dx-1).\n"
    assert so57("ad-hoc", "--store", store).out.endswith("hạn gửi 29/11/2026; không còn yêu cầu\n")
    assert so57("undo", "--store", store).code == 0
    assert so57("ad-hoc", "--json", "--store", store).data[0]["withdrawn"] is False
    assert so57("ad-hoc", "--withdraw", "dx-1", "--json", "--store", store).data == {"key": "dx-1", "withdrawn": True}


def test_wrong_calls_say_what_is_wrong(so57: Call, store: Path) -> None:
    assert so57("ad-hoc", "--store", store).out == "Sổ chưa ghi báo cáo đột xuất, chuyên đề nào.\n"
    assert "“tháng” phải là đột-xuất hoặc chuyên-đề" in so57("ad-hoc", "--kind", "tháng", "--store", store).err
    assert "Hãy ghi --from và --until" in so57("ad-hoc", "--about", "X", "--to", "Y", "--store", store).err
    assert "mang mã “dx-9”" in so57("ad-hoc", "--withdraw", "dx-9", "--store", store).err


def test_a_report_asked_for_without_a_day_to_send(so57: Call, store: Path) -> None:
    days = ("--from", "1/7/2026", "--until", "30/9/2026")
    told = so57("ad-hoc", "--kind", "chuyen-de", "--about", "5G", "--to", "Sở", *days, "--store", store).out
    assert told == "Đã ghi báo cáo chuyên đề về 5G với mã dx-1: chốt số liệu 30/09/2026.\n"
    assert so57("ad-hoc", "--store", store).out.endswith("chưa quy định hạn gửi\n")


def test_its_report_is_written_under_a_plain_name(so57: Call, store: Path, tmp_path: Path) -> None:
    so57(*ASKED, "--store", store)
    out = tmp_path / "báo cáo"
    assert so57("report", "--period", "dx-1", "--out", out, "--format", "pdf", "--store", store).code == 0
    assert [file.name for file in out.iterdir()] == ["thuan-chau_bao-cao-dot-xuat-1_2026-10-05_2026-11-20.pdf"]


def test_its_frame_is_its_own(so57: Call, store: Path) -> None:
    so57(*ASKED, "--store", store)
    assert so57("frame", "--duty", "dx-1", "--set", "symbol=BC-VHXH", "--store", store).code == 0
    assert "/BC-VHXH" in so57("frame", "dx-1", "--store", store).out
    assert "không có chế độ báo cáo “dx-9”" in so57("frame", "--duty", "dx-9", "--store", store).err


def test_the_register_tells_every_period(so57: Call, store: Path) -> None:
    so57(*ASKED, "--store", store)
    lines = so57("register", "2026", "--on", "2026-11-25", "--store", store).out.splitlines()
    assert len(lines) == 20
    asked = next(line for line in lines if line.startswith(f"dx-1/{DAYS}"))
    assert "hạn gửi 29/11/2026; chưa lập; Còn 2 ngày; Theo Công văn số 12/SKHCN ngày 01/10/2026" in asked
    assert sum("gộp vào báo cáo năm" in line for line in lines) == 3


def test_the_register_tells_what_was_issued_and_sent(so57: Call, store: Path) -> None:
    issue = ("--number", "5", "--date", "2026-11-03", "--signer", "Đỗ Ngọc Quang", "--why", "thử")
    assert so57("issue", "--period", "2026-10", *issue, "--store", store).code == 0
    entries = so57("register", "2026", "--on", "2026-11-25", "--json", "--store", store).data
    october = next(one for one in entries if one["key"] == "bao-cao-thang/2026-10")
    assert october["issue"] == {
        "number": "5",
        "symbol": "BC-UBND",
        "date": "2026-11-03",
        "signer": "Đỗ Ngọc Quang",
    }
    assert (october["state"], october["owed"], october["days_left"], october["sendings"]) == ("issued", True, -21, [])
    line = next(one for one in so57("register", "2026", "--store", store).out.splitlines() if "2026-10 " in one)
    assert "đã phát hành, chưa gửi; số 05/BC-UBND ngày 03/11/2026, Đỗ Ngọc Quang ký" in line


def test_the_register_is_written_as_files(so57: Call, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "sổ"
    told = so57("register", "2026", "--out", out, "--store", store)
    assert (told.code, told.out.count("Đã ghi")) == (0, 3)
    assert {file.name for file in out.iterdir()} == {
        f"thuan-chau_so-theo-doi-bao-cao_2026.{end}" for end in ("docx", "pdf", "xlsx")
    }
    quiet = so57("register", "2026", "--out", tmp_path / "hai", "--format", "pdf", "--json", "--store", store)
    assert len(quiet.data) == 19
