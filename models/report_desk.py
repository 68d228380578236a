"""The desk of one report: outline, words, sentences written over, remarks, steps, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from models.declared_rows import labels_of
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import AppError, NotFound
from models.outline import Outline
from models.report_life import ReportState, report_state
from models.report_work import STEP_WORDS, Entered, Remark, Sending, SentBy, Step, StepKind, WrittenOver
from models.reports import Signing
from models.store import dispatch_rows, drafting_rows, report_rows
from models.store.report_rows import Issue

_PERSON_WORDS: Mapping[StepKind, str] = {"submitted": "nhận dự thảo trình", "returned": "trả lại dự thảo"}


@dataclass(frozen=True, slots=True)
class Carried:
    """The words of the duty's last written period, offered where nothing was written yet: by section."""

    period: ReportingPeriod
    words: Mapping[str, str]


class ReportDesk:
    """What is done with the report of one period besides its figures; each act is one change set."""

    def __init__(self, desk: Desk, period: ReportingPeriod) -> None:
        self.desk = desk
        self.store = desk.store
        self.period = period

    @property
    def outline(self) -> Outline:
        """Return the outline of this duty's reports."""
        return drafting_rows.outline(self.store, self.period.duty.id)

    def save_outline(self, outline: Outline, *, who: str, at: datetime, label: str = "") -> None:
        """Keep the outline for this and the next reports of the duty."""
        label = label or f"sửa đề cương {self.period.duty.name}"
        with self.store.change(label, who=who, at=at) as change:
            drafting_rows.save_outline(change, self.period.duty.id, outline)

    def overwrite(self, key: str, text: str, over: str, *, who: str, at: datetime) -> None:
        """Replace an automatic paragraph by the officer's words; `over` is what wrote itself at that moment."""
        self.desk.check_unissued(self.period)
        if not over.strip():
            raise NotFound(f"Báo cáo {self.period.span.short()} không có câu tự viết nào mang mã {key} để viết đè.")
        with self.store.change(self._label(f"viết lại câu {key}"), who=who, at=at) as change:
            drafting_rows.save_written_over(change, self.period.key, WrittenOver(key, text.strip(), over))

    def restore(self, key: str, *, who: str, at: datetime) -> None:
        """Let an automatic paragraph write itself again."""
        self.desk.check_unissued(self.period)
        with self.store.change(self._label(f"trả lại câu tự viết {key}"), who=who, at=at) as change:
            if not drafting_rows.erase_written_over(change, self.period.key, key):
                raise NotFound(f"Câu {key} đang tự viết theo số liệu, không có câu viết đè để bỏ.")

    def explain(self, row_key: str, text: str, *, who: str, at: datetime) -> None:
        """Explain a row to the leaders, in a column that the issued form never has; empty words take it away."""
        self.desk.check_unissued(self.period)
        labels = labels_of(self.desk.plan, self.desk.facts())
        if row_key not in labels:
            raise NotFound(f"Kế hoạch không có dòng nào mang mã “{row_key}” để giải trình. Hãy xem lại mã của dòng.")
        with self.store.change(self._label(f"giải trình dòng {labels[row_key]}"), who=who, at=at) as change:
            drafting_rows.save_explanation(change, self.period.key, row_key, text.strip())

    def carried(self) -> Carried | None:
        """Return the words of the last period that has any, where a printed section has none of its own yet.

        A section that the officer emptied stays empty.
        """
        before = self._last_written()
        if before is None:
            return None
        own, earlier = self.desk.words(self.period), self.desk.words(before)
        printed = (numbered.heading.id for numbered in self.outline.numbered())
        offered = {section: earlier[section] for section in printed if section in earlier and section not in own}
        offered = {section: text for section, text in offered.items() if text.strip()}
        return Carried(before, offered) if offered else None

    def carry(self, sections: Iterable[str] | None = None, *, who: str, at: datetime) -> tuple[str, ...]:
        """Take over the words offered, of all sections or of these; return the sections."""
        self.desk.check_unissued(self.period)
        offered = self.carried()
        words = dict(offered.words) if offered else {}
        wanted = tuple(words) if sections is None else tuple(sections)
        missing = [section for section in wanted if section not in words]
        if missing or not wanted:
            raise NotFound(self._why_not_carried(missing[0]) if missing else self._nothing_carried())
        with self.store.change(self._label("lấy lại lời văn kỳ trước"), who=who, at=at) as change:
            for section in wanted:
                report_rows.save_narrative(change, self.period.key, section, words[section])
        return wanted

    def _why_not_carried(self, section: str) -> str:
        """Say why the words of a section are not offered: each reason asks for something else."""
        heading, own = self.outline.heading(section), self.desk.words(self.period)
        if section in own:
            how = "đã có lời văn" if own[section].strip() else "đã được để trống"
            return f"Mục {section} của {self.period.span.short()} {how} nên không lấy lại lời kỳ trước. Hãy sửa lời đó."
        if all(numbered.heading != heading for numbered in self.outline.numbered()):
            return f"Mục {section} đang tắt trong đề cương. Hãy bật mục đó rồi lấy lại lời văn."
        before = self._last_written()
        named = before.span.short() if before else "Kỳ trước"
        return f"{named[0].upper()}{named[1:]} không có lời văn của mục {section} để lấy lại. Hãy viết mới."

    def _nothing_carried(self) -> str:
        if (before := self._last_written()) is None:
            return "Chưa có kỳ trước nào có lời văn để lấy lại. Hãy viết mới."
        return f"Mọi lời văn của {before.span.short()} đều đã có lời thay trong kỳ này, không còn mục nào để lấy lại."

    def _last_written(self) -> ReportingPeriod | None:
        keys = [key for key in report_rows.written_periods(self.store) if key.startswith(f"{self.period.duty.id}/")]
        earlier = [self.desk.period(key) for key in keys if key != self.period.key]
        earlier = [period for period in earlier if period.closing < self.period.closing]
        return max(earlier, key=lambda period: period.closing, default=None)

    def state(self) -> ReportState:
        """Tell where the report stands."""
        issue, key = self.standing_issue(), self.period.key
        written = (
            self.desk.words(self.period),
            drafting_rows.written_over(self.store, key),
            report_rows.issues(self.store, key),
        )
        return report_state(
            begun=any(written),
            steps=dispatch_rows.standing_steps(self.store, key),
            issue_id=issue.id if issue else None,
            sendings=self.sendings(),
        )

    def standing_issue(self) -> Issue | None:
        """Return the issue that stands: the last one, unless the period was reopened since."""
        issues = report_rows.issues(self.store, self.period.key)
        return issues[0] if issues and report_rows.is_issued(self.store, self.period.key) else None

    def signing(self) -> Signing | None:
        """Return number, day and signer of the issue that stands, for copies of what was issued."""
        issue = self.standing_issue()
        return None if issue is None else Signing(issue.number, issue.date, issue.signer, issue.position)

    def steps(self) -> tuple[Step, ...]:
        """Return all steps of the period's drafts, oldest first, also of a draft before a reopening."""
        return dispatch_rows.steps(self.store, self.period.key).get(self.period.key, ())

    def take_step(self, step: Step, *, who: str, at: datetime) -> None:
        """Record that the draft was submitted, or returned for correction; only a submitted one is returned."""
        self.desk.check_sent_from_here(self.period)
        self.desk.check_unissued(self.period)
        step = replace(step, person=step.person.strip(), note=step.note.strip())
        if not step.person:
            raise AppError(f"Hãy ghi ai {_PERSON_WORDS[step.kind]} rồi làm lại.")
        if step.kind == "returned" and self.state() is not ReportState.SUBMITTED:
            raise AppError("Dự thảo chưa trình nên không có gì để trả lại. Hãy ghi bước trình trước.")
        last = next(reversed(dispatch_rows.standing_steps(self.store, self.period.key)), None)
        if last is not None and step.on < last.on:
            raise AppError(
                f"Ngày {STEP_WORDS[step.kind]} {step.on:%d/%m/%Y} đứng trước ngày {STEP_WORDS[last.kind]} "
                f"{last.on:%d/%m/%Y}. Hãy ghi lại ngày."
            )
        with self.store.change(self._label(STEP_WORDS[step.kind]), who=who, at=at) as change:
            dispatch_rows.add_step(change, self.period.key, step)

    def remarks(self) -> tuple[Remark, ...]:
        """Return the leaders' remarks, oldest first."""
        return dispatch_rows.remarks(self.store, self.period.key)

    def remark(self, section: str, said_by: str, on: date, text: str, *, who: str, at: datetime) -> int:
        """Record a leader's remark and return its number."""
        if not (said_by.strip() and text.strip()):
            raise AppError("Ý kiến cần có người cho ý kiến và nội dung. Hãy ghi đủ rồi lưu lại.")
        if section:
            self.outline.heading(section)
        with self.store.change(self._label("ghi ý kiến lãnh đạo"), who=who, at=at) as change:
            return dispatch_rows.add_remark(change, self.period.key, section, said_by.strip(), on, text.strip())

    def answer(self, remark_id: int, answer: str, *, who: str, at: datetime) -> None:
        """Record how a remark was answered."""
        if remark_id not in {remark.id for remark in self.remarks()}:
            raise NotFound(f"Kỳ này không có ý kiến số {remark_id}. Hãy xem lại danh sách ý kiến của lãnh đạo.")
        with self.store.change(self._label(f"trả lời ý kiến số {remark_id}"), who=who, at=at) as change:
            dispatch_rows.answer_remark(change, remark_id, answer.strip())

    def sendings(self) -> tuple[Sending, ...]:
        """Return the real sendings, oldest first."""
        return dispatch_rows.sendings(self.store, self.period.key).get(self.period.key, ())

    def sent(self, recipient: str, on: date, how: SentBy, *, note: str = "", who: str, at: datetime) -> None:
        """Record that the issued report was really sent: not before the day it was signed, not on a day to come."""
        issue = self.standing_issue()
        if issue is None:
            raise AppError("Báo cáo chưa phát hành nên chưa ghi được việc gửi. Hãy phát hành báo cáo trước.")
        if not recipient.strip():
            raise AppError("Hãy ghi nơi nhận báo cáo.")
        if on < issue.date:
            raise AppError(
                f"Ngày gửi {on:%d/%m/%Y} đứng trước ngày ký {issue.date:%d/%m/%Y}. Hãy kiểm tra lại ngày gửi."
            )
        if on > at.date():
            raise AppError(
                f"Ngày gửi {on:%d/%m/%Y} còn ở sau hôm nay ({at:%d/%m/%Y}). Hãy ghi lại sau khi đã gửi thật."
            )
        sending = Sending(issue.id, recipient.strip(), on, how, note.strip())
        with self.store.change(self._label(f"ghi việc gửi cho {recipient.strip()}"), who=who, at=at) as change:
            dispatch_rows.add_sending(change, self.period.key, sending)

    def entered(self) -> tuple[Entered, ...]:
        """Return the figures that were retyped into another system."""
        return dispatch_rows.entered(self.store, self.period.key)

    def enter(self, figures: Iterable[Entered], *, who: str, at: datetime) -> None:
        """Record figures as retyped on a day, each as it is shown now."""
        with self.store.change(self._label("ghi số liệu đã nhập lên hệ thống"), who=who, at=at) as change:
            for figure in figures:
                dispatch_rows.save_entered(change, self.period.key, figure)

    def take_back_entered(self, row_key: str, field: str, *, who: str, at: datetime) -> None:
        """Take back that a figure was retyped."""
        with self.store.change(self._label("bỏ ghi số liệu đã nhập lên hệ thống"), who=who, at=at) as change:
            if not dispatch_rows.erase_entered(change, self.period.key, row_key, field):
                raise NotFound("Số liệu này chưa được ghi là đã nhập nên không có gì để bỏ.")

    def _label(self, act: str) -> str:
        return f"{act}, {self.period.span.short()}"
