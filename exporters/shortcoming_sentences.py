"""Section III where the officer wrote nothing: the difficulties recorded with the rows, each cause once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.appendix_layouts import indicators_label, tasks_label
from exporters.document import Paragraph, Run, Source
from exporters.period_words import in_span
from exporters.prose import Prose, cause, counted, keyed, name_in_sentence
from exporters.task_sentences import capitalised, last_record
from models.evaluation import Verdict
from models.progress import TaskState
from models.reports import IndicatorLine, Report, TaskLine

MOST_NAMED = 10
MOST_TOGETHER = 3
KEY = "III/shortcomings"
Line = IndicatorLine | TaskLine


def shortcoming_sentences(report: Report) -> list[Paragraph]:
    """Return one difficulty within a sentence, several as a list, those of what is low or late first.

    Rows that suffer from the same cause share an item. Figures are not repeated: section II has them.
    """
    found = _by_cause(report)
    if not found:
        return []
    begin = f"{in_span(report.period.span)}, việc thực hiện"
    if len(found) == 1:
        ((words, lines),) = found.items()
        names = _together([f"{_noun(line)} {name_in_sentence(line.row.name)}" for line in lines], " và ")
        told = _told(report, f"{names} gặp khó khăn", words, lines)
        return keyed(KEY, [Prose().say(f"{begin} ").join([told]).say(".").paragraph()])
    head = Prose().say(f"{begin} Kế hoạch còn {counted(len(found), 'khó khăn, vướng mắc')}:").lead_in()
    items = [_item(report, words, lines) for words, lines in found.items()]
    return keyed(KEY, [head, *items[:MOST_NAMED], *_rest(report, len(items) - MOST_NAMED)])


def _rest(report: Report, left: int) -> list[Paragraph]:
    if left <= 0:
        return []
    where = f"{indicators_label(report.plan)}, {tasks_label(report.plan)}"
    return [Prose().say(f"- Và {counted(left, 'khó khăn, vướng mắc')} khác (chi tiết tại {where}).").paragraph()]


def _by_cause(report: Report) -> dict[str, list[Line]]:
    """Return the rows of each cause."""
    found: dict[str, list[Line]] = {}
    lines: Sequence[Line] = (*report.indicators, *report.tasks)
    for line in sorted(lines, key=lambda line: not _falls_short(line)):
        for words in _causes(line):
            found.setdefault(words, []).append(line)
    return found


def _falls_short(line: Line) -> bool:
    if isinstance(line, IndicatorLine):
        return line.evaluation.verdict in (Verdict.BELOW, Verdict.ENDED_MISSED)
    return line.status.state is TaskState.OVERDUE or bool(line.status.debts)


def _causes(line: Line) -> Iterator[str]:
    """Yield what was recorded in the period and, of what is late, the last word on it."""
    records = (line.current,) if isinstance(line, IndicatorLine) else (line.in_period, last_record(line))
    yield from dict.fromkeys(cause(one.difficulty) for one in records if one is not None and one.difficulty.strip())


def _noun(line: Line) -> str:
    return "chỉ tiêu" if isinstance(line, IndicatorLine) else "nhiệm vụ"


def _item(report: Report, words: str, lines: Sequence[Line]) -> Paragraph:
    """Say `- Số hóa hồ sơ, kết quả …: máy quét hỏng từ ngày 06/10.`."""
    told = _told(report, _together([name_in_sentence(line.row.name) for line in lines]), words, lines)
    return Prose().say("- ").join([capitalised(told)]).say(".").paragraph()


def _told(report: Report, which: str, words: str, lines: Sequence[Line]) -> tuple[Run, ...]:
    source = Source(lines[0].row.key, report.period.key, "difficulty")
    return Prose().say(f"{which}: ").say(words, source).runs()


def _together(names: Sequence[str], before_last: str = "; ") -> str:
    """Name the rows of one cause; of many only the first."""
    left = len(names) - MOST_TOGETHER
    if left > 0:
        return f"{'; '.join(names[:MOST_TOGETHER])} và {counted(left, 'nội dung')} khác"
    return before_last.join(part for part in ("; ".join(names[:-1]), names[-1]) if part)
