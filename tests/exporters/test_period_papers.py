"""What belongs to a period: its report as issued or as it stands, and a form for every unit."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from exporters.document import Document
from exporters.issuing import issue_report
from exporters.named_files import NamedFile
from exporters.period_papers import papers_of, set_name
from models.desk import Desk
from models.reports import Signing
from models.store.connection import Store
from tests.exporters.five_plans import plan as plan_of
from tests.models.rows import thuan_chau

AT = datetime(2026, 12, 20, 9, 0)
WHO = "A Lan"


def test_a_report_stands_as_it_is_until_it_is_issued_then_as_it_was_kept(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a.so57", thuan_chau(), who=WHO, at=AT) as store:
        desk = Desk(store)
        period = desk.period("2026-10")
        ((folder, content),) = papers_of(desk, period)
        assert (folder, isinstance(content, Document)) == ("bao-cao", True)
        signing = Signing("5", date(2026, 11, 4), "Đỗ Ngọc Quang", "Chủ tịch")
        issued = issue_report(desk, period, signing, why="thử", who=WHO, at=AT)
        kept = [content for _, content in papers_of(desk, period, ("pdf", "xlsx"))]
        assert [file.name for file in kept if isinstance(file, NamedFile)] == [file.name for file in issued.files[1:]]
        assert set_name(desk, period) == "thuan-chau_bao-cao-thang_2026-10_bo-ho-so"


def test_the_forms_of_all_units_belong_to_the_year_that_they_report_on(tmp_path: Path) -> None:
    with Store.create(tmp_path / "b.so57", plan_of("xop"), who=WHO, at=AT) as store:
        desk = Desk(store)
        folders = [folder for folder, _ in papers_of(desk, desk.period("bao-cao-nam/2026"))]
        assert folders == ["bao-cao", *["mau-don-vi"] * 11]
        of_units = papers_of(desk, desk.period("bao-cao-nam-don-vi/2026"))
        assert [folder for folder, _ in of_units] == ["mau-don-vi"] * 11
        stems = {content.stem for _, content in of_units if isinstance(content, Document)}
        assert len(stems) == 11
