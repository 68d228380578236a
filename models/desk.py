"""One open store as the office uses it: its plan, periods, figures in, reports out, periods closed and reopened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from models import desk_ad_hoc, desk_facts
from models.actuals import Actual, Origin, Progress
from models.ad_hoc import AdHocReport, duty_of, period_of
from models.assignments import tasks_beside
from models.calendars import Holidays, holidays
from models.declared_rows import labels_of
from models.duties import ReportingPeriod, find_duty, find_period, periods_of_year
from models.entries import figure_after, figure_without, occurrence_to_record, progress_after, progress_without
from models.errors import AppError, PeriodLocked
from models.facts import Fact, Facts
from models.figure_lines import FIELD_WORDS, FigureLine
from models.office import Office, office_from
from models.plans import Duty, IndicatorRow, Plan, TaskRow
from models.reports import Records, Report, Signing, build_report
from models.shown import figure_words
from models.status import Beginning, Status, in_work, periods_due, status_on
from models.store import (
    ad_hoc_rows,
    drafting_rows,
    fact_rows,
    figure_rows,
    kept_frame,
    plan_rows,
    report_rows,
    setting_rows,
)
from models.store.connection import Store
from models.store.transaction import Change

if TYPE_CHECKING:
    from models.checks import Warning
    from models.recording import ResolvedLine

CLEARED_WORDS = {**FIELD_WORDS, "figure": "số liệu", "reached": "đánh giá"}
"""What `clear` can empty: the fields of a line, the figure whatever its kind, the judgement by hand."""


class Desk:
    """The current plan of an open store and what is done with it. Everything is read anew, so nothing goes stale."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def plan(self) -> Plan:
        """Return the current plan."""
        return plan_rows.load_current(self.store)

    @property
    def holidays(self) -> Holidays:
        """Return the public holidays, with the days that the yearly notices swap."""
        return holidays().with_swaps(fact_rows.day_swaps(self.store))

    def settings(self) -> Mapping[str, str]:
        """Return all settings of the store."""
        return setting_rows.settings(self.store)

    def calendars(self) -> Mapping[str, str]:
        """Return the calendar of each duty: the office's choice, or what the plan file starts with."""
        return {duty.id: duty.calendar for duty in self.plan.duties} | dict(setting_rows.calendars(self.store))

    def check_calendar(self, duty_id: str, calendar: str) -> tuple[str, ...]:
        """Return what another calendar of a duty would hide; PeriodLocked where it would move a locked period."""
        from models.calendar_changes import check_change

        return check_change(self, duty_id, calendar)

    def ad_hoc_reports(self) -> tuple[AdHocReport, ...]:
        """Return the reports that no rule asks for, withdrawn ones too, in the order in which they were asked for."""
        return ad_hoc_rows.ad_hoc_reports(self.store)

    def duty(self, duty_id: str) -> Duty:
        """Return the duty of that id, the plan's or an ad hoc report's; NotFound says which ones the plan has."""
        asked = next((one for one in self.ad_hoc_reports() if one.key == duty_id), None)
        return duty_of(asked, self.plan, self.calendars()) if asked else find_duty(self.plan, duty_id)

    def office(self) -> Office:
        """Return the frame of this office's reports."""
        return office_from(self.plan, self.settings())

    def periods(self, year: int) -> tuple[ReportingPeriod, ...]:
        """Return every reporting period of a year, by closing day."""
        replaces = self.settings().get(setting_rows.REPLACE_SHORTER) != "0"
        calendars, days_off = self.calendars(), self.holidays
        found = periods_of_year(self.plan.duties, year, calendars, days_off, replace_shorter=replaces)
        asked = (one for one in self.ad_hoc_reports() if one.closing.year == year and not one.withdrawn)
        more = [period_of(one, self.plan, calendars, days_off) for one in asked]
        return tuple(sorted((*found, *more), key=lambda period: period.closing)) if more else found

    def period(self, text: str, duty: str | None = None) -> ReportingPeriod:
        """Return the period named by a span, with its duty where several fit, or that of an ad hoc report (dx-1)."""
        asked = desk_ad_hoc.named(self.ad_hoc_reports(), text, duty)
        if asked is not None:
            return period_of(asked, self.plan, self.calendars(), self.holidays)
        return find_period(self.plan, text, duty, self.calendars(), self.holidays)

    def records(self) -> Records:
        """Return all figures and progress at one moment."""
        with self.store.snapshot():
            return self._read_records()

    def _read_records(self) -> Records:
        return Records(figure_rows.figures(self.store), figure_rows.progress(self.store))

    def facts(self) -> Facts:
        """Return what the officer has added to the plan."""
        return fact_rows.facts(self.store)

    def declare(self, fact: Fact, *, who: str, at: datetime, why: str = "") -> Fact:
        """Record a fact that fits the plan and return it as recorded."""
        asked = (duty_of(one, self.plan, self.calendars()) for one in self.ad_hoc_reports())
        plan = replace(self.plan, duties=(*self.plan.duties, *asked))  # a figure may be set for an ad hoc report too
        return desk_facts.declare(self.store, plan, fact, who=who, at=at, why=why)

    def withdraw(self, fact: Fact, *, who: str, at: datetime, why: str = "") -> None:
        """Take a fact away."""
        desk_facts.withdraw(self.store, self.plan, fact, who=who, at=at, why=why)

    def words(self, period: ReportingPeriod) -> Mapping[str, str]:
        """Return what the officer wrote for a period, by section of the outline."""
        return report_rows.narratives(self.store, period.key)

    def report(
        self, period: ReportingPeriod, *, signing: Signing | None = None, draft: bool = False, for_leaders: bool = False
    ) -> Report:
        """Return the frozen snapshot of a period's report."""
        with self.store.snapshot():
            settings, records, words = self.settings(), self._read_records(), self.words(period)
            facts = desk_facts.of_period(self.store, period.key)
            outline = drafting_rows.outline(self.store, period.duty.id)
            written_over = drafting_rows.written_over(self.store, period.key)
            explanations = drafting_rows.explanations(self.store, period.key)
            issued = kept_frame.as_issued(self.store, period.key)
            replaces = self.replaced(period, signing.number if signing else "")
        report = build_report(
            self.plan,
            period,
            records,
            issued.office if issued else office_from(self.plan, settings, period.duty),
            words,
            signing=signing,
            sample=settings.get(setting_rows.SAMPLE) == "1",
            draft=draft or for_leaders,
            facts=facts,
        )
        return replace(
            report,
            outline=(issued and issued.outline) or outline,
            written_over=written_over,
            explanations=explanations,
            for_leaders=for_leaders,
            two_digits=_two_digits(settings, issued),
            replaces=replaces,
        )

    def replaced(self, period: ReportingPeriod, number: str) -> Signing | None:
        """Return number and day of the issued report that the one of that number, or the next one, takes the place of.

        A report without a number is the standing issue's, or after a reopening the one to come.
        """
        issues = report_rows.issues(self.store, period.key)
        if not number and issues and report_rows.is_issued(self.store, period.key):
            number = issues[0].number
        own = [place for place, issue in enumerate(issues) if issue.number == number]
        older = next((issue for issue in issues[own[-1] + 1 if own else 0 :]), None)
        return None if older is None else Signing(older.number, older.date)

    def warnings(self, report: Report) -> tuple[Warning, ...]:
        """Return what does not fit in a report, in printed order."""
        from models.checks import warnings_of

        return warnings_of(report)

    def record(
        self,
        period: ReportingPeriod,
        lines: Sequence[FigureLine],
        *,
        who: str,
        at: datetime,
        origin: Origin = "typed",
        label: str = "",
        also: Callable[[Change], None] | None = None,
    ) -> int:
        """Record lines of figures in one change set and return how many; wrong lines refuse the whole.

        `label` names the change as undo offers it; without one it is named by what it records. `also` writes what
        belongs to the same change, with or without lines.
        """
        from models.recording import resolve

        self.check_open(period)
        facts = self.facts()
        last_day = min(period.closing, at.date())  # nothing is done on a day that has not come
        resolved = resolve(self.plan, lines, tasks_beside(self.plan, facts), last_day)
        if not resolved and also is None:
            return 0
        records = self.records()
        name = label or self._label(period, resolved)
        with self.store.change(name, who=who, at=at, origin=origin) as change:
            for item in resolved:
                self._record_one(change, period, item, records, facts)
            if also is not None:
                also(change)
        return len(resolved)

    def _record_one(
        self, change: Change, period: ReportingPeriod, item: ResolvedLine, records: Records, facts: Facts
    ) -> None:
        if isinstance(item.row, TaskRow):
            self._record_progress(change, period, item.line, item.row, records, facts)
        else:
            self._record_figure(change, period, item.line, item.row, records)

    def _record_figure(
        self, change: Change, period: ReportingPeriod, line: FigureLine, row: IndicatorRow, records: Records
    ) -> None:
        old = _own_figure(records, row, period)
        new = figure_after(line, row, period, old)
        if new is None:
            figure_rows.erase(change, row.key, old.start if old else period.start, period.closing)
        else:
            figure_rows.save(change, new)

    def _record_progress(
        self, change: Change, period: ReportingPeriod, line: FigureLine, row: TaskRow, records: Records, facts: Facts
    ) -> None:
        occurrence, old = self._own_progress(records, row, period, facts)
        new = progress_after(line, occurrence, period, old, row.key)
        if new is None:
            figure_rows.erase_progress(change, row.key, occurrence, period.start, period.closing)
        else:
            figure_rows.save_progress(change, new)

    def _own_progress(
        self, records: Records, row: TaskRow, period: ReportingPeriod, facts: Facts
    ) -> tuple[str, Progress | None]:
        """Return the occurrence that a period's record belongs to, and the record that is there already."""
        if row.since is not None and row.since > period.closing:
            raise AppError(
                f"Nhiệm vụ {labels_of(self.plan, facts)[row.key]} có từ {row.since:%d/%m/%Y} nên không ghi tiến độ "
                f"cho kỳ {period.span.short()}. Hãy chọn kỳ sau ngày đó."
            )
        own = records.progress.get(row.key, ())
        occurrence = occurrence_to_record(self.plan, row, own, period, facts)
        span = (occurrence, period.start, period.closing)
        return occurrence, next((r for r in own if (r.occurrence, r.start, r.as_of) == span), None)

    def clear(self, period: ReportingPeriod, row_key: str, field: str, *, who: str, at: datetime) -> None:
        """Empty one field of a row's record of the period ("figure": the figure itself); what else it says stays."""
        self.check_open(period)
        facts = self.facts()
        row = next(row for row in (*self.plan.rows(), *tasks_beside(self.plan, facts)) if row.key == row_key)
        name, words = labels_of(self.plan, facts)[row_key], CLEARED_WORDS[field]
        records = self.records()
        own: Actual | Progress | None
        if isinstance(row, TaskRow):
            _, own = self._own_progress(records, row, period, facts)
        else:
            own = _own_figure(records, row, period)
        if own is None:
            raise AppError(
                f"Kỳ {period.span.short()} chưa ghi {words} cho {name}; nội dung đang thấy là của kỳ khác. "
                "Hãy sửa ở kỳ đã ghi."
            )
        with self.store.change(f"xóa {words} của {name}", who=who, at=at) as change:
            if isinstance(own, Progress):
                figure_rows.save_progress(change, progress_without(own, field))
            else:
                figure_rows.save(change, figure_without(own, field))

    def _label(self, period: ReportingPeriod, resolved: Sequence[ResolvedLine]) -> str:
        """Name the change as undo offers it: `nhập 85,2% cho V.4`, or how many rows."""
        if len(resolved) > 1:
            return f"nhập {len(resolved)} dòng cho {period.span.short()}"
        row, line = resolved[0].row, resolved[0].line
        name, given = labels_of(self.plan, self.facts())[row.key], line.given()
        if line.state == "erase":
            return f"xóa số liệu của {name}"
        if isinstance(row, IndicatorRow) and "done" not in given:
            shown = figure_after(line, row, period, None)
            if shown is not None and not shown.is_blank():
                return f"nhập {figure_words(row, shown)} cho {name}"
        return f"nhập {', '.join(words for field, words in FIELD_WORDS.items() if field in given)} cho {name}"

    def write(self, period: ReportingPeriod, section: str, text: str, *, who: str, at: datetime) -> None:
        """Record the officer's words for a section of the outline."""
        heading = drafting_rows.outline(self.store, period.duty.id).heading(section)
        self.check_unissued(period)
        named = f"“{heading.title}”" if heading.is_own else section
        label = f"viết phần {named}, {period.span.short()}"
        with self.store.change(label, who=who, at=at) as change:
            report_rows.save_narrative(change, period.key, section, text)

    def check_open(self, period: ReportingPeriod) -> None:
        """Raise PeriodLocked when the period was issued or closed."""
        if report_rows.is_locked(self.store, period.key):
            raise PeriodLocked(
                f"Kỳ {period.span.short()} đã khóa nên không sửa được. Hãy mở lại kỳ và ghi rõ lý do rồi làm lại."
            )

    def check_unissued(self, period: ReportingPeriod) -> None:
        """Raise PeriodLocked when the report was issued: until then its words may be written, figures closed or not."""
        if report_rows.is_issued(self.store, period.key):
            raise PeriodLocked(
                f"Báo cáo {period.span.short()} đã phát hành nên không sửa được. "
                "Hãy mở lại kỳ và ghi rõ lý do rồi làm lại."
            )

    def check_sent_from_here(self, period: ReportingPeriod) -> None:
        """Refuse what units report to this office: it is theirs to submit and to sign."""
        if period.duty.direction == "incoming":
            raise AppError(
                f"{period.duty.name} là báo cáo của các đơn vị gửi về nên ở đây không trình, không phát hành. "
                "Hãy lập mẫu báo cáo rồi gửi cho từng đơn vị."
            )

    def close_period(self, period: ReportingPeriod, *, why: str, who: str, at: datetime) -> None:
        """Lock a period that has begun; before its closing day, and with grave warnings, only with a reason."""
        self.check_open(period)
        self._check_over(period, at.date(), why)
        grave = [warning for warning in self.warnings(self.report(period)) if warning.grave]
        if grave and not why.strip():
            raise AppError(
                f"Kỳ {period.span.short()} còn {len(grave)} cảnh báo nặng ({grave[0].sentence}) "
                "Hãy sửa số liệu, hoặc ghi lý do rồi khóa kỳ."
            )
        with self.store.change(f"khóa kỳ {period.span.short()}", who=who, at=at, why=why) as change:
            report_rows.lock_period(change, period.key, period.start, period.closing)

    def _check_over(self, period: ReportingPeriod, on: date, why: str) -> None:
        if on < period.start:
            raise AppError(
                f"Kỳ {period.span.short()} đến ngày {period.start:%d/%m/%Y} mới bắt đầu nên chưa khóa được. "
                "Hãy kiểm tra lại kỳ."
            )
        if on < period.closing and not why.strip():
            raise AppError(
                f"Kỳ {period.span.short()} đến ngày {period.closing:%d/%m/%Y} mới chốt số liệu. "
                "Hãy chờ đến ngày đó, hoặc ghi lý do khóa sớm rồi làm lại."
            )

    def check_reopening(self, period: ReportingPeriod, why: str) -> None:
        """Say why a period cannot be reopened: no reason is given, or it is not locked."""
        if not why.strip():
            raise AppError(f"Mở lại kỳ {period.span.short()} phải có lý do. Hãy ghi lý do rồi làm lại.")
        if not report_rows.is_locked(self.store, period.key):
            raise AppError(f"Kỳ {period.span.short()} chưa khóa nên không cần mở lại.")

    def reopen_period(self, period: ReportingPeriod, *, why: str, who: str, at: datetime) -> None:
        """Unlock a period with a reason."""
        self.check_reopening(period, why)
        with self.store.change(f"mở lại kỳ {period.span.short()}", who=who, at=at, why=why) as change:
            report_rows.reopen_period(change, period.key)

    def locked(self) -> frozenset[str]:
        """Return the keys of the periods that are closed or issued."""
        return frozenset(key for key, state in report_rows.period_states(self.store).items() if state.locked)

    def issued(self) -> frozenset[str]:
        """Return the keys of the periods whose report was issued and not reopened since."""
        return frozenset(key for key, state in report_rows.period_states(self.store).items() if state.issued)

    def beginning(self) -> Beginning:
        """Return from when the office keeps its reports in this store."""
        return desk_facts.beginning(self.store)

    def due(self, on: date) -> tuple[ReportingPeriod, ...]:
        """Return for each outgoing duty the period that the office works on that day, the soonest first."""
        periods = [period for year in range(on.year - 1, on.year + 2) for period in self.periods(year)]
        return periods_due(periods, self.issued(), on, self.beginning())

    def status(self, on: date) -> Status:
        """Sum up what the office owes on a day."""
        due = self.due(on)
        period = in_work(due, on)
        report = self.report(period) if period else None
        return status_on(on, due, report, self.warnings(report) if report else ())


def _two_digits(settings: Mapping[str, str], issued: kept_frame.AsIssued | None) -> bool:
    """Tell whether counts under ten are written 05: as in the report that was issued, else as the office sets."""
    if issued is not None and issued.two_digits is not None:
        return issued.two_digits
    return settings.get(setting_rows.TWO_DIGITS) != "0"


def _own_figure(records: Records, row: IndicatorRow, period: ReportingPeriod) -> Actual | None:
    """Return the record that a period's figure belongs to: that of its very days, of a state any that closes there.

    One figure serves every period that closes on its day: a second one beside it would say something else.
    """
    closing_there = [record for record in records.figures.get(row.key, ()) if record.as_of == period.closing]
    exact = next((record for record in closing_there if record.start == period.start), None)
    return closing_there[-1] if exact is None and row.measure == "state" and closing_there else exact
