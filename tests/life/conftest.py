"""The acts of month 10/2026, each carried out once; what an act leaves behind is looked at by the tests.

An act asks for the one before it, so that any test alone still sees the whole life until then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from exporters.changed_since import Difference, changed_since_issue
from exporters.correction import correction_document
from exporters.cover_letter import CoverLetter, cover_letter
from exporters.issue import WrittenFile, write_files
from exporters.issuing import issue_report
from exporters.leaders_copy import leaders_document
from exporters.ready import obstacles
from exporters.report import report_document
from exporters.written_over import Unit, units
from importers.figure_files import read_figures
from importers.plan_files import load_plan
from models.desk import Desk
from models.errors import AppError
from models.readiness import Obstacle
from models.register import Entry, register
from models.report_desk import ReportDesk
from models.report_work import Step
from models.reports import Report, Signing
from models.retyping import RetypedRow, retyped_rows, to_enter
from models.store import backup
from models.store.connection import Store
from models.store.report_rows import Issue

WHO = "Lò Thị Lan"
CHAIR = "Chủ tịch"
NOTABLE = "II.1/notable"
KEY = "bao-cao-thang/2026-10"
ADDRESSED = ("UBND tỉnh Sơn La (qua Sở Khoa học và Công nghệ)", "Đảng ủy xã Thuận Châu")
FIRST = Signing("215", date(2026, 11, 4), "Đỗ Ngọc Quang", "CHỦ TỊCH")
SECOND = Signing("221", date(2026, 11, 9), "Đỗ Ngọc Quang", "CHỦ TỊCH")
WHY = "Công an xã đếm lại tài khoản định danh"


@dataclass(frozen=True, slots=True)
class Play:
    """The store of one life, its desks, and the folder where files are laid."""

    desk: Desk
    own: ReportDesk
    folder: Path

    def by(self, day: int) -> Any:
        """Return who acts, and when in November 2026."""
        return {"who": WHO, "at": datetime(2026, 11, day, 9)}

    def figures(self, span: str, day: int, *lines: str) -> None:
        """Record a file of figures in a month."""
        path = self.folder / "số liệu.csv"
        path.write_text("\n".join(("key,value,difficulty", *lines)), encoding="utf-8")
        self.desk.record(self.desk.period(span), read_figures(path), origin="import", **self.by(day))

    def report(self, *, leaders: bool = False) -> Report:
        """Return the draft as it stands."""
        return self.desk.report(self.own.period, draft=True, for_leaders=leaders)

    def draft(self, name: str) -> list[Path]:
        """Write the draft in three formats."""
        return paths(write_files(report_document(self.report()), self.folder / name))

    def unit(self, key: str = NOTABLE) -> Unit:
        """Return one sentence that writes itself."""
        return next(unit for unit in units(self.report()) if unit.key == key)

    def write_over(self, text: str, day: int) -> Unit:
        """Write over the notable results as they write themselves now."""
        self.own.overwrite(NOTABLE, text, self.unit().text, **self.by(day))
        return self.unit()

    def obstacles(self, day: int) -> tuple[Obstacle, ...]:
        """Return what stands against issuing on a day of November."""
        return obstacles(self.desk, self.own.period, date(2026, 11, day))

    def changed(self, number: str = "") -> tuple[Difference, ...]:
        """Return what changed since the report was issued."""
        return changed_since_issue(self.desk, self.own.period, number)[1]

    def entry(self, day: int) -> Entry:
        """Return the report's line of the register on a day of November."""
        return next(one for one in register(self.desk, 2026, date(2026, 11, day)) if one.period.key == KEY)

    def retyped(self) -> tuple[RetypedRow, ...]:
        """Return the table of figures to be typed in elsewhere."""
        return retyped_rows(self.desk.report(self.own.period), self.own.entered(), self.desk.settings())

    def issue(self, signing: Signing) -> Issue:
        """Issue the report on the day of signing."""
        assert signing.day is not None
        return issue_report(self.desk, self.own.period, signing, **self.by(signing.day.day))


def paths(files: tuple[WrittenFile, ...]) -> list[Path]:
    """Return where the files were written."""
    return [file.path for file in files]


@pytest.fixture(scope="package")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """Open a store begun in September; that month was written and issued."""
    folder = tmp_path_factory.mktemp("thang")
    plan = load_plan("thuan-chau")
    with Store.create(folder / "sổ.so57", plan, who=WHO, at=datetime(2026, 9, 1, 8)) as store:
        desk = Desk(store)
        found = Play(desk, ReportDesk(desk, desk.period("2026-10")), folder)
        found.figures("2026-09", 1, "ct-V.7,76.2,", "ct-V.4,96.8,")
        for section, text in (("III", "Máy quét **hay hỏng**."), ("V", "Đề nghị tỉnh cấp máy quét.")):
            desk.write(desk.period("2026-09"), section, text, **found.by(1))
        yield found


@pytest.fixture(scope="package")
def drafted(play: Play) -> Report:
    """Record October's figures, take September's words over, add a heading and write beneath it."""
    play.figures("2026-10", 1, "ct-V.7,81.5,", "ct-V.4,84.9,máy quét hỏng từ ngày 06/10", "ct-III.3,2,")
    play.own.carry(**play.by(1))
    outline, heading = play.own.outline.added("Mô hình hay", after="II")
    play.own.save_outline(outline, **play.by(1))
    play.desk.write(play.own.period, heading, "Bản Nà Lĩnh có **tổ công nghệ số**.", **play.by(1))
    return play.report()


@pytest.fixture(scope="package")
def overwritten(play: Play, drafted: Report) -> Unit:
    """Write over the notable results."""
    return play.write_over("Nổi bật: tài khoản định danh đạt 81,5%.", 2)


@dataclass(frozen=True, slots=True)
class Drafts:
    """A sentence as it stands, and the draft's files."""

    unit: Unit
    files: list[Path]
    grave: list[str]


@pytest.fixture(scope="package")
def stale(play: Play, overwritten: Unit) -> Drafts:
    """Let the figure change under the sentence that was written over."""
    play.figures("2026-10", 2, "ct-V.7,82.3,")
    grave = [one.sentence for one in play.obstacles(2) if one.grave]
    return Drafts(play.unit(), play.draft("cũ"), grave)


@pytest.fixture(scope="package")
def rewritten(play: Play, stale: Drafts) -> Drafts:
    """Write the sentence anew."""
    unit = play.write_over("Nổi bật: tài khoản định danh đạt 82,3%.", 2)
    return Drafts(unit, play.draft("mới"), [one.sentence for one in play.obstacles(2) if one.grave])


@pytest.fixture(scope="package")
def for_leaders(play: Play, rewritten: Drafts) -> list[Path]:
    """Explain a row, lay the leaders' copy out and submit it."""
    play.own.explain("ct-V.4", "Đã thuê máy quét từ ngày 25/10.", **play.by(2))
    document = leaders_document(play.report(leaders=True), play.own.remarks())
    play.own.take_step(Step("submitted", date(2026, 11, 2), CHAIR), **play.by(2))
    return paths(write_files(document, play.folder / "trình"))


@pytest.fixture(scope="package")
def returned(play: Play, for_leaders: list[Path]) -> tuple[Obstacle, ...]:
    """Let the leader remark on the draft and return it."""
    play.own.remark("m1", CHAIR, date(2026, 11, 3), "Ghi rõ số thành viên.", **play.by(3))
    play.own.take_step(Step("returned", date(2026, 11, 3), CHAIR, "xem ý kiến"), **play.by(3))
    return play.obstacles(3)


@pytest.fixture(scope="package")
def answered(play: Play, returned: tuple[Obstacle, ...]) -> tuple[Obstacle, ...]:
    """Mend the draft, answer, write the section that stood dotted, and submit again."""
    for section, text in (("m1", "Bản Nà Lĩnh có **tổ công nghệ số** gồm 07 thành viên."), ("I", "Đã họp giao ban.")):
        play.desk.write(play.own.period, section, text, **play.by(3))
    (remark,) = play.own.remarks()
    play.own.answer(remark.id, "Đã ghi 07 thành viên.", **play.by(3))
    play.own.take_step(Step("submitted", date(2026, 11, 3), CHAIR), **play.by(3))
    return play.obstacles(3)


@pytest.fixture(scope="package")
def closed(play: Play, answered: tuple[Obstacle, ...]) -> str:
    """Close the figures; return what stops a further one."""
    play.desk.close_period(play.own.period, why="", **play.by(3))
    refused = refusal_of(lambda: play.figures("2026-10", 3, "ct-V.7,90,"))
    play.desk.write(play.own.period, "I", "Đã họp giao ban ngày 05/10.", **play.by(3))
    return refused


def refusal_of(act: Callable[[], object]) -> str:
    """Return the sentence with which an act is refused."""
    with pytest.raises(AppError) as refused:
        act()
    return refused.value.sentence


@pytest.fixture(scope="package")
def issued(play: Play, closed: str) -> Issue:
    """Issue the report."""
    return play.issue(FIRST)


@pytest.fixture(scope="package")
def refused(play: Play, issued: Issue) -> list[str]:
    """Try to change what was issued; return what is said."""
    own, by = play.own, play.by(4)
    acts = (
        lambda: play.figures("2026-10", 4, "ct-V.7,90,"),
        lambda: play.desk.write(own.period, "III", "Khác.", **by),
        lambda: own.overwrite(NOTABLE, "Khác.", "Cũ.", **by),
        lambda: own.restore(NOTABLE, **by),
        lambda: own.explain("ct-V.7", "Khác.", **by),
        lambda: own.take_step(Step("submitted", issued.date, CHAIR), **by),
    )
    return [refusal_of(act) for act in acts]


@pytest.fixture(scope="package")
def sent(play: Play, issued: Issue, refused: list[str]) -> tuple[CoverLetter, Entry]:
    """Write the email, send it, and type a figure into the province's system."""
    cover = cover_letter(play.desk, play.own.period)
    for recipient in ADDRESSED:
        play.own.sent(recipient, date(2026, 11, 4), "email", **play.by(4))
    play.own.enter(to_enter(play.retyped(), ["V.7", "V.4"], date(2026, 11, 5)), **play.by(5))
    return cover, play.entry(5)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was seen after the figure was corrected: before it, since it, the note, the tables."""

    untouched: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    rows: tuple[RetypedRow, ...]
    entry: Entry
    note: list[Path]
    backup: Path


@pytest.fixture(scope="package")
def corrected(play: Play, sent: tuple[CoverLetter, Entry]) -> Corrected:
    """Reopen the period, correct a figure and the sentence over it, and write the correction note."""
    untouched = play.changed()
    kept = backup.before_reopening(play.desk.store, datetime(2026, 11, 8, 9))
    play.desk.reopen_period(play.own.period, why=WHY, **play.by(8))
    play.figures("2026-10", 8, "ct-V.7,80.1,")
    play.write_over("Nổi bật: tài khoản định danh đạt 80,1%.", 8)
    note = write_files(correction_document(play.desk, play.own.period, date(2026, 11, 8)), play.folder / "đính chính")
    return Corrected(untouched, play.changed(), play.retyped(), play.entry(8), paths(note), kept)


@pytest.fixture(scope="package")
def reissued(play: Play, corrected: Corrected) -> Issue:
    """Issue the corrected report under another number."""
    return play.issue(SECOND)
