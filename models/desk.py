"""One open store as the office uses it: its plan, periods, figures in, reports out, periods closed and reopened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property

from models.actuals import Origin
from models.calendars import Holidays, holidays
from models.checks import Warning, check_figure, check_progress
from models.duties import ReportingPeriod, find_period, periods_of_year
from models.entries import figure_after, occurrence_to_record, progress_after
from models.errors import AppError, PeriodLocked
from models.figure_lines import FigureLine
from models.office import Office, office_from
from models.plans import IndicatorRow, Plan, TaskRow
from models.recording import ResolvedLine, resolve
from models.reports import WORD_SECTIONS, Records, Report, Signing, build_report
from models.shown import figure_text, with_unit
from models.status import Status, in_work, periods_due, status_on
from models.store import figure_rows, plan_rows, report_rows, setting_rows
from models.store.connection import Store
from models.store.transaction import Change


class Desk:
    """The current plan of an open store and what is done with it. Everything is read anew, so nothing goes stale."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def plan(self) -> Plan:
        """Return the current plan."""
        return plan_rows.load_current(self.store)

    @cached_property
    def holidays(self) -> Holidays:
        """Return the public holidays."""
        return holidays()

    def settings(self) -> Mapping[str, str]:
        """Return all settings of the store."""
        return setting_rows.settings(self.store)

    def calendars(self) -> Mapping[str, str]:
        """Return the calendar of each duty: the office's choice, or what the plan file starts with."""
        return {duty.id: duty.calendar for duty in self.plan.duties} | dict(setting_rows.calendars(self.store))

    def office(self) -> Office:
        """Return the frame of this office's reports."""
        return office_from(self.plan, self.settings())

    def periods(self, year: int) -> tuple[ReportingPeriod, ...]:
        """Return every reporting period of a year, by closing day."""
        return periods_of_year(self.plan.duties, year, self.calendars(), self.holidays)

    def period(self, text: str, duty: str | None = None) -> ReportingPeriod:
        """Return the period named by a span, with its duty where several fit."""
        return find_period(self.plan, text, duty, self.calendars(), self.holidays)

    def records(self) -> Records:
        """Return all figures and progress at one moment."""
        with self.store.snapshot():
            return Records(figure_rows.figures(self.store), figure_rows.progress(self.store))

    def words(self, period: ReportingPeriod) -> Mapping[str, str]:
        """Return what the officer wrote for a period, by section of the outline."""
        return report_rows.narratives(self.store, period.key)

    def report(self, period: ReportingPeriod, *, signing: Signing | None = None) -> Report:
        """Return the frozen snapshot of a period's report."""
        settings = self.settings()
        return build_report(
            self.plan,
            period,
            self.records(),
            office_from(self.plan, settings),
            self.words(period),
            signing=signing,
            sample=settings.get(setting_rows.SAMPLE) == "1",
        )

    def warnings(self, report: Report) -> tuple[Warning, ...]:
        """Return what does not fit in a report, in printed order."""
        found: list[Warning] = []
        for line in report.indicators:
            if line.current is not None:
                found.extend(check_figure(line.row, line.current, line.previous, line.label))
        for task in report.tasks:
            found.extend(check_progress(task.row, task.status, task.label))
        return tuple(found)

    def record(
        self,
        period: ReportingPeriod,
        lines: Sequence[FigureLine],
        *,
        who: str,
        at: datetime,
        origin: Origin = "typed",
    ) -> int:
        """Record lines of figures in one change set and return how many; wrong lines refuse the whole."""
        self.check_open(period)
        resolved = resolve(self.plan, lines)
        if not resolved:
            return 0
        records = self.records()
        with self.store.change(self._label(period, resolved), who=who, at=at, origin=origin) as change:
            for item in resolved:
                self._record_one(change, period, item, records)
        return len(resolved)

    def _record_one(self, change: Change, period: ReportingPeriod, item: ResolvedLine, records: Records) -> None:
        if isinstance(item.row, TaskRow):
            self._record_progress(change, period, item.line, item.row, records)
        else:
            self._record_figure(change, period, item.line, item.row, records)

    def _record_figure(
        self, change: Change, period: ReportingPeriod, line: FigureLine, row: IndicatorRow, records: Records
    ) -> None:
        own = records.figures.get(row.key, ())
        old = next((r for r in own if (r.start, r.as_of) == (period.start, period.closing)), None)
        new = figure_after(line, row, period, old)
        if new is None:
            figure_rows.erase(change, row.key, period.start, period.closing)
        else:
            figure_rows.save(change, new)

    def _record_progress(
        self, change: Change, period: ReportingPeriod, line: FigureLine, row: TaskRow, records: Records
    ) -> None:
        own = records.progress.get(row.key, ())
        occurrence = occurrence_to_record(self.plan, row, own, period)
        span = (occurrence, period.start, period.closing)
        old = next((r for r in own if (r.occurrence, r.start, r.as_of) == span), None)
        new = progress_after(line, occurrence, period, old, row.key)
        if new is None:
            figure_rows.erase_progress(change, row.key, *span)
        else:
            figure_rows.save_progress(change, new)

    def _label(self, period: ReportingPeriod, resolved: Sequence[ResolvedLine]) -> str:
        """Name the change as undo offers it: `nhập 85,2% cho V.4`, or how many rows."""
        if len(resolved) > 1:
            return f"nhập {len(resolved)} dòng cho {period.span.short()}"
        item = resolved[0]
        what = "tiến độ"
        if isinstance(item.row, IndicatorRow):
            shown = figure_after(item.line, item.row, period, None)
            what = "số liệu" if shown is None else with_unit(figure_text(item.row, shown), item.row.unit)
            what = what or "ghi chú"
        return f"nhập {what} cho {self.plan.labels()[item.row.key]}"

    def write(self, period: ReportingPeriod, section: str, text: str, *, who: str, at: datetime) -> None:
        """Record the officer's words for a section of the outline."""
        if section not in WORD_SECTIONS:
            sections = ", ".join(WORD_SECTIONS)
            raise AppError(f"Báo cáo không có phần “{section}” để viết. Các phần viết tay: {sections}.")
        self.check_open(period)
        label = f"viết phần {section}, {period.span.short()}"
        with self.store.change(label, who=who, at=at) as change:
            report_rows.save_narrative(change, period.key, section, text)

    def check_open(self, period: ReportingPeriod) -> None:
        """Raise PeriodLocked when the period was issued or closed."""
        if report_rows.is_locked(self.store, period.key):
            raise PeriodLocked(
                f"Kỳ {period.span.short()} đã khóa nên không sửa được. Hãy mở lại kỳ và ghi rõ lý do rồi làm lại."
            )

    def close_period(self, period: ReportingPeriod, *, why: str, who: str, at: datetime) -> None:
        """Lock a period; grave warnings need a reason."""
        self.check_open(period)
        grave = [warning for warning in self.warnings(self.report(period)) if warning.grave]
        if grave and not why.strip():
            raise AppError(
                f"Kỳ {period.span.short()} còn {len(grave)} cảnh báo nặng ({grave[0].sentence}) "
                "Hãy sửa số liệu, hoặc ghi lý do rồi khóa kỳ."
            )
        with self.store.change(f"khóa kỳ {period.span.short()}", who=who, at=at, why=why) as change:
            report_rows.lock_period(change, period.key, period.start, period.closing)

    def reopen_period(self, period: ReportingPeriod, *, why: str, who: str, at: datetime) -> None:
        """Unlock a period with a reason."""
        if not why.strip():
            raise AppError(f"Mở lại kỳ {period.span.short()} phải có lý do. Hãy ghi lý do rồi làm lại.")
        with self.store.change(f"mở lại kỳ {period.span.short()}", who=who, at=at, why=why) as change:
            report_rows.reopen_period(change, period.key)

    def issued(self) -> frozenset[str]:
        """Return the keys of the periods whose report was issued."""
        return frozenset(issue.period_key for issue in report_rows.issues(self.store))

    def due(self, on: date) -> tuple[ReportingPeriod, ...]:
        """Return for each outgoing duty the period that the office works on that day, the soonest first."""
        periods = [period for year in range(on.year - 1, on.year + 2) for period in self.periods(year)]
        return periods_due(periods, self.issued(), on)

    def status(self, on: date) -> Status:
        """Sum up what the office owes on a day."""
        due = self.due(on)
        period = in_work(due, on)
        report = self.report(period) if period else None
        return status_on(on, due, report, self.warnings(report) if report else ())
