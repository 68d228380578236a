"""Chế độ báo cáo: which reports are due, how their periods are counted, and the days off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton

from models.calendars import FREQUENCY_WORDS, calendar_in
from models.facts import DaySwap
from models.plans import Duty
from models.shown import day_text
from ui.grid import Sheet
from ui.models.columns import Column
from ui.models.line_table import Line, LineTable
from ui.pages.parts import GAP, second
from ui.plan.forms import CalendarForm, DaySwapForm, WithdrawForm
from ui.plan.tab import PlanTab
from ui.session import Session
from ui.settings.office import REPLACE_SHORTER
from ui.settings.office import change as change_setting

if TYPE_CHECKING:
    from models.desk import Desk
    from models.duties import ReportingPeriod

HOW = "Chế độ in trong kế hoạch giữ nguyên; kế hoạch không in cách tính kỳ nên cơ quan chọn, kỳ đã khóa thì không đổi."
NO_DUTY = "Kế hoạch này chưa có chế độ báo cáo nào. Báo cáo đột xuất vẫn lập được ở trang Báo cáo."
DIRECTIONS = {"outgoing": "Xã gửi đi", "incoming": "Đơn vị gửi về xã", "inspection": "Kiểm tra"}
NO_DAY = "chưa quy định hạn gửi"
REPLACES = "Báo cáo &dài thay báo cáo ngắn đến hạn cùng lúc"


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty, the calendar that holds this year, and its next period."""

    duty: Duty
    calendar: str
    following: ReportingPeriod | None


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day off, or one that is worked instead; `swap` is the officer's own."""

    day: date
    name: str
    kind: str
    swap: DaySwap | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """What the tab shows."""

    duties: tuple[DutyLine, ...]
    days: tuple[DayLine, ...]
    replaces: bool


def calendar_words(calendar: str) -> str:
    """Say how periods are counted."""
    kind, _, day = calendar.partition(":")
    words = {"calendar": "tháng dương lịch", "decree": "Nghị định 09/2019 (chốt ngày 14)"}
    return words.get(kind, f"chốt ngày {day} hằng tháng")


def _name(line: DutyLine) -> str:
    return f"{line.duty.name}\n{DIRECTIONS[line.duty.direction]}"


def _frequency(line: DutyLine) -> str:
    return FREQUENCY_WORDS[line.duty.frequency]


def _calendar(line: DutyLine) -> str:
    return calendar_words(line.calendar)


def _printed(line: DutyLine) -> str:
    return line.duty.as_printed or NO_DAY


def _recipients(line: DutyLine) -> str:
    by = f"\nNgười làm: {line.duty.by}" if line.duty.by else ""
    return ", ".join(line.duty.to) + by


def _following(line: DutyLine) -> str:
    period = line.following
    if period is None:
        return ""
    send = f"gửi {day_text(period.send_by)}" if period.send_by else NO_DAY
    return f"{period.span.short()}\nchốt {day_text(period.closing)}\n{send}"


DUTY_COLUMNS: tuple[Column[DutyLine], ...] = (
    Column("Chế độ báo cáo", _name, width=19, stretch=2),
    Column("Tần suất", _frequency, width=7, align="center"),
    Column("Cách tính kỳ", _calendar, width=12, stretch=1),
    Column("Kế hoạch in", _printed, width=18, stretch=2),
    Column("Nơi nhận, người làm", _recipients, width=18, stretch=2),
    Column("Kỳ tới", _following, width=15),
)


def _day(line: DayLine) -> str:
    return day_text(line.day)


def _day_name(line: DayLine) -> str:
    return line.name


def _kind(line: DayLine) -> str:
    return line.kind


DAY_COLUMNS: tuple[Column[DayLine], ...] = (
    Column("Ngày", _day, width=12, align="center"),
    Column("Loại", _kind, width=16),
    Column("Tên gọi", _day_name, width=30, stretch=1),
)


class DutiesTab(PlanTab):
    """The duties above, the days off of the year below."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, HOW)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.replaces = QCheckBox(REPLACES)
        self.tools.addWidget(self.replaces)
        self.tools.addStretch(1)
        self.calendar = self.tool("Đổi &cách tính kỳ…", self._on_calendar)
        self.duties: LineTable[DutyLine] = LineTable(DUTY_COLUMNS, self)
        self.table = Sheet(self.duties, self)
        self.table.setAccessibleName("Các chế độ báo cáo")
        self.body.addWidget(self.table, 3)
        self.year = second(wrap=False)
        self.add, self.withdraw = QPushButton("Thêm ngày &hoán đổi…"), QPushButton("&Bỏ ngày hoán đổi…")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.year)
        row.addStretch(1)
        for button in (self.add, self.withdraw):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.body.addLayout(row)
        self.days: LineTable[DayLine] = LineTable(DAY_COLUMNS, self)
        self.day_table = Sheet(self.days, self)
        self.day_table.setAccessibleName("Ngày nghỉ và ngày hoán đổi")
        self.body.addWidget(self.day_table, 2)

    def _connect(self) -> None:
        self.replaces.clicked.connect(self._on_replaces)
        self.table.activated.connect(self._on_calendar)
        self.table.selectionModel().currentChanged.connect(self._on_chosen)
        self.day_table.selectionModel().currentChanged.connect(self._on_chosen)
        self.add.clicked.connect(self._on_add)
        self.withdraw.clicked.connect(self._on_withdraw)

    def _shown_year(self) -> int:
        period = self._session.period
        return period.span.year if period else self._session.today().year

    def read(self) -> Callable[[Desk], _Read]:
        """Read duties and days."""
        return partial(_read, self._session.today(), self._shown_year())

    def show_read(self, read: _Read) -> None:
        """Show duties and days."""
        self.duties.show([Line(line.duty.id, line) for line in read.duties])
        self.days.show([Line(line.day.isoformat(), line) for line in read.days])
        self.replaces.setChecked(read.replaces)
        self.year.setText(f"Ngày nghỉ năm {self._shown_year()}")
        self.notice.say("" if read.duties else NO_DUTY)
        for widget in (self.table, self.replaces, self.calendar):
            widget.setVisible(bool(read.duties))
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        self.calendar.setEnabled(self.table.currentIndex().isValid())
        chosen = self._chosen_day()
        self.withdraw.setEnabled(chosen is not None and chosen.swap is not None)

    def _chosen_day(self) -> DayLine | None:
        index = self.day_table.currentIndex()
        return self.days.line_at(index.row()) if index.isValid() and index.row() < self.days.rowCount() else None

    @Slot()
    @Slot(QModelIndex)
    def _on_calendar(self, _index: QModelIndex | None = None) -> None:
        index = self.table.currentIndex()
        line = self.duties.line_at(index.row()) if index.isValid() else None
        if line is not None:
            form = CalendarForm(self, line.duty, line.calendar, self._session.today().year, self._session)
            form.accepted.connect(self.read_anew)
            form.open()

    @Slot(bool)
    def _on_replaces(self, on: bool) -> None:
        change_setting(self._session, REPLACE_SHORTER, "1" if on else "0").on_end(self.read_anew).start()

    @Slot()
    def _on_add(self) -> None:
        self.ask_with(DaySwapForm(self))

    @Slot()
    def _on_withdraw(self) -> None:
        chosen = self._chosen_day()
        if chosen is not None and chosen.swap is not None:
            sentence = f"{chosen.kind} ngày {day_text(chosen.day)}: {chosen.name}"
            form = WithdrawForm(self, sentence, chosen.swap, self._session)
            form.accepted.connect(self.read_anew)
            form.open()


def _read(today: date, year: int, desk: Desk) -> _Read:
    """Read duties with their next periods, and the days off of a year, on the lane."""
    calendars = desk.calendars()
    periods = (*desk.periods(today.year), *desk.periods(today.year + 1))
    lines = []
    for duty in desk.plan.duties:
        coming = (one for one in periods if one.duty.id == duty.id and (one.send_by or one.closing) >= today)
        following = min(coming, key=lambda one: one.closing, default=None)
        lines.append(DutyLine(duty, calendar_in(calendars[duty.id], today.year), following))
    swaps = {swap.day: swap for swap in desk.facts().day_swaps if swap.day.year == year}
    return _Read(tuple(lines), _days(desk, year, swaps), desk.settings().get(REPLACE_SHORTER) != "0")


def _days(desk: Desk, year: int, swaps: dict[date, DaySwap]) -> tuple[DayLine, ...]:
    own = [DayLine(day, swap.name, "Làm bù" if swap.working else "Nghỉ bù", swap) for day, swap in swaps.items()]
    public = [
        DayLine(day, name, "Nghỉ lễ, Tết")
        for day, name in desk.holidays.names.items()
        if day.year == year and day not in swaps
    ]
    return tuple(sorted((*own, *public), key=lambda line: line.day))
