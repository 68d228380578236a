"""Whether a report may be issued (đủ điều kiện phát hành): what still stands against it, grave or only a hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.checks import Warning
from models.evaluation import Verdict
from models.findings import Finding
from models.numbers import padded
from models.progress import TaskState
from models.report_work import Remark
from models.reports import IndicatorLine, Report
from models.shown import day_text

MOST_NAMED = 3


class ObstacleKind(StrEnum):
    """What can stand against issuing a report."""

    WARNING = "warning"
    RECORD = "record"
    STALE = "stale"
    REMARK = "remark"
    NO_FIGURE = "no_figure"
    EMPTY = "empty"
    UNDECLARED = "undeclared"
    DOTTED = "dotted"
    FRAME = "frame"
    NOT_CLOSED = "not_closed"
    FUTURE_DAY = "future_day"
    MERGED = "merged"
    NOT_SUBMITTED = "not_submitted"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that stands against issuing: of which row or section, in one sentence that says what to do.

    A grave one would send something wrong, so issuing in spite of it needs a reason; the others never hinder.
    """

    kind: ObstacleKind
    sentence: str
    grave: bool = False
    row_key: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the report itself does not hold: remarks, whether it was submitted, and how its words stand.

    `findings` are those of what was recorded; `dotted` the sections without words; `stale` the written-over sentences
    whose figures have changed since, each with its section and words. `places` names sections as people do: mục II.1.
    `merged_into` is how the longer report is called that is sent instead of this one; `signed` the day of signing.
    """

    findings: Sequence[Finding] = ()
    remarks: Sequence[Remark] = ()
    submitted: bool = False
    dotted: Sequence[str] = ()
    stale: Sequence[tuple[str, str]] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    merged_into: str = ""
    signed: date | None = None

    def place(self, section: str) -> str:
        """Return how a sentence names a section."""
        return self.places.get(section, f"mục {section}")


def obstacles_of(report: Report, warnings: Iterable[Warning], told: Told, on: date) -> tuple[Obstacle, ...]:
    """Return all that stands against issuing a report on a day, the grave first."""
    found = [
        *_warned(warnings, told.findings),
        *_stale(told),
        *_open_remarks(told),
        *_empty(report),
        *_rows(report),
        *(_dotted(section, told.place(section)) for section in told.dotted),
        *_frame(report),
        *_days(report, told, on),
        *_steps(told),
    ]
    return tuple(sorted(found, key=lambda obstacle: not obstacle.grave))


def refusal(obstacles: Iterable[Obstacle]) -> str:
    """Return why a report is not issued without a reason: the first grave obstacles; empty where there is none."""
    grave = _dots_together([obstacle for obstacle in obstacles if obstacle.grave])
    if not grave:
        return ""
    left = len(grave) - MOST_NAMED
    named = " ".join(grave[:MOST_NAMED]) + (f" Còn {left} điều khác." if left > 0 else "")
    return (
        f"Báo cáo chưa đủ điều kiện phát hành, còn {len(grave)} vướng mắc quan trọng. {named} "
        "Hãy xử lý, hoặc ghi lý do phát hành khi còn vướng mắc rồi làm lại."
    )


def _dots_together(grave: Sequence[Obstacle]) -> list[str]:
    """Return the sentences; those of dotted sections are one, so that they leave room for the others."""
    dotted = [one for one in grave if one.kind is ObstacleKind.DOTTED]
    if len(dotted) < 2:
        return [one.sentence for one in grave]
    first = f"Có {padded(len(dotted))} mục chưa có lời nên đang để dòng chấm; hãy viết, hoặc tắt các mục đó."
    return [first if one is dotted[0] else one.sentence for one in grave if one not in dotted[1:]]


def _warned(warnings: Iterable[Warning], findings: Iterable[Finding]) -> Iterator[Obstacle]:
    for warning in warnings:
        if warning.grave or warning.kind == "done_day":
            yield Obstacle(ObstacleKind.WARNING, warning.sentence, warning.grave, warning.row_key)
    for finding in findings:
        if finding.grave:
            yield Obstacle(ObstacleKind.RECORD, finding.sentence, grave=True, row_key=finding.key)


def _stale(told: Told) -> Iterator[Obstacle]:
    for section, text in told.stale:
        where = _capital(told.place(section))
        sentence = f"{where}: {_quoted(text)} không còn khớp số liệu mới; hãy sửa lại câu, hoặc trả về câu tự viết."
        yield Obstacle(ObstacleKind.STALE, sentence, grave=True, section=section)


def _quoted(text: str) -> str:
    """Name a sentence by its first words; one that was left out has none."""
    if not text.strip():
        return "câu đã bỏ"
    words = text.split()
    return f"câu viết lại “{' '.join(words[:8])}{'…' if len(words) > 8 else ''}”"


def _capital(place: str) -> str:
    return place[:1].upper() + place[1:]


def _open_remarks(told: Told) -> Iterator[Obstacle]:
    for remark in told.remarks:
        if not remark.answer.strip():
            place = f" về {told.place(remark.section)}" if remark.section else ""
            sentence = (
                f"Ý kiến số {remark.id} của {remark.said_by}{place} chưa được trả lời; "
                "hãy sửa dự thảo rồi ghi đã tiếp thu thế nào."
            )
            yield Obstacle(ObstacleKind.REMARK, sentence, grave=True, section=remark.section)


def _empty(report: Report) -> Iterator[Obstacle]:
    """Name a report of which nothing at all was recorded: a form, not yet a report."""
    if report.indicators and not any(_has_figure(line) or _is_told(line) for line in report.indicators):
        sentence = (
            f"Cả {padded(len(report.indicators))} chỉ tiêu đều chưa có số liệu nào; "
            "hãy nhập số liệu của kỳ, hoặc ghi vì sao chưa có."
        )
        yield Obstacle(ObstacleKind.EMPTY, sentence, grave=True)


def _has_figure(line: IndicatorLine) -> bool:
    return line.current is not None and not line.current.is_blank()


def _is_told(line: IndicatorLine) -> bool:
    return line.current is not None and bool(line.current.difficulty or line.current.note)


def _rows(report: Report) -> Iterator[Obstacle]:
    for line in report.indicators:
        if line.evaluation.verdict is Verdict.NO_FIGURE:
            asked = "đã ghi lý do" if _is_told(line) else "hãy nhập, hoặc ghi vì sao chưa có"
            sentence = f"Chỉ tiêu {line.label} chưa có số liệu kỳ này; {asked}."
            yield Obstacle(ObstacleKind.NO_FIGURE, sentence, row_key=line.row.key)
    for task in report.tasks:
        if task.status.state is TaskState.UNDECLARED or task.status.undeclared:
            sentence = f"Nhiệm vụ {task.cited} chưa khai báo phần việc đã qua; hãy khai báo đã làm đến đâu."
            yield Obstacle(ObstacleKind.UNDECLARED, sentence, row_key=task.row.key)


def _dotted(section: str, place: str) -> Obstacle:
    sentence = f"{_capital(place)} chưa có lời nên đang để dòng chấm; hãy viết, hoặc tắt mục này."
    return Obstacle(ObstacleKind.DOTTED, sentence, grave=True, section=section)


def _frame(report: Report) -> Iterator[Obstacle]:
    """Name what the frame of the paper lacks and the issuing does not ask for."""
    office = report.office
    number = office.plan_number.strip()
    parts = {
        "người ký": office.signer or report.signing.signer,
        "số của Kế hoạch": "" if number.startswith("/") else number,
        "ký hiệu văn bản": office.symbol,
        "địa danh": office.place,
        "nơi nhận": office.recipients,
    }
    for name, value in parts.items():
        if not value:
            sentence = f"Khung văn bản chưa có {name}; hãy bổ sung trong cài đặt của cơ quan."
            yield Obstacle(ObstacleKind.FRAME, sentence)


def _days(report: Report, told: Told, on: date) -> Iterator[Obstacle]:
    """Name what is too early on a day: a period that goes on, a paper signed on a day to come."""
    closing = report.period.closing
    if on < closing:
        sentence = f"Kỳ báo cáo đến ngày {day_text(closing)} mới chốt số liệu; hãy phát hành sau ngày đó."
        yield Obstacle(ObstacleKind.NOT_CLOSED, sentence, grave=True)
    if told.signed is not None and told.signed > on:
        sentence = f"Ngày ký {day_text(told.signed)} còn ở sau hôm nay ({day_text(on)}); hãy kiểm tra lại ngày ký."
        yield Obstacle(ObstacleKind.FUTURE_DAY, sentence, grave=True)


def _steps(told: Told) -> Iterator[Obstacle]:
    if told.merged_into:
        sentence = f"Kỳ này đã gộp vào báo cáo {told.merged_into}; chỉ phát hành riêng khi cấp trên yêu cầu."
        yield Obstacle(ObstacleKind.MERGED, sentence)
    if not told.submitted:
        sentence = "Chưa ghi việc trình dự thảo; nếu đã trình, hãy ghi ngày và người nhận."
        yield Obstacle(ObstacleKind.NOT_SUBMITTED, sentence)
