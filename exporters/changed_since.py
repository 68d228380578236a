"""What changed since a report was sent: its kept content held against what the report says now, place by place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from exporters.kept_content import FRAME, Content, KeptLine, KeptRow, KeptTable, content, read_content
from exporters.report import report_document
from models.declared_rows import labels_of
from models.desk import Desk
from models.duties import ReportingPeriod
from models.errors import AppError, NotFound
from models.office import Office, signed_by
from models.reports import Signing
from models.store import archive, report_rows
from models.store.report_rows import Issue

DifferenceKind = Literal["frame", "words", "cell", "row", "column"]
LONGEST_LABEL = 60
LONGEST_NUMBER = 8
_SENTENCE_END = re.compile(r"(?<=[.;])\s+")


@dataclass(frozen=True, slots=True)
class Difference:
    """One change: where it stands as people say it, what was sent, what it says now.

    Of a cell `row` is the row's place, `name` what the row is about, `column` the words over it.
    """

    kind: DifferenceKind
    where: str
    before: str
    after: str
    row: str = ""
    name: str = ""
    column: str = ""


def changed_since(kept: Content, now: Content, labels: Mapping[str, str] | None = None) -> tuple[Difference, ...]:
    """Return what changed, first the words, then table by table; `labels` name the plan's rows by their keys."""
    found = [*_words(kept.lines, now.lines)]
    tables = {table.label: table for table in now.tables}
    for old in kept.tables:
        found += _table(old, tables.pop(old.label, KeptTable(old.label, old.heads, ())), labels or {})
    for new in tables.values():
        found += _table(KeptTable(new.label, new.heads, ()), new, labels or {})
    return tuple(found)


def changed_since_issue(desk: Desk, period: ReportingPeriod, number: str = "") -> tuple[Issue, tuple[Difference, ...]]:
    """Hold an issued report, the newest or the one of a number, against the report made now with the same signing."""
    issue = issue_of(desk, period, number)
    kept, present = kept_content_of(desk, issue), desk.report(period)
    signing = _signing(issue, present.office)
    present = replace(present, signing=signing, replaces=desk.replaced(period, issue.number))
    now = content(report_document(present), present.office, signing)
    return issue, changed_since(kept, now, labels_of(desk.plan, present.facts))


def _signing(issue: Issue, office: Office) -> Signing:
    """Return the signing of an issue; whose position cannot sign in the present frame signs in the usual one."""
    try:
        signed_by(office, issue.position)
    except AppError:
        return Signing(issue.number, issue.date, issue.signer)
    return Signing(issue.number, issue.date, issue.signer, issue.position)


def issue_of(desk: Desk, period: ReportingPeriod, number: str = "") -> Issue:
    """Return the newest issue of a period's report, or the one of a number."""
    issues = report_rows.issues(desk.store, period.key)
    found = [issue for issue in issues if number.strip() in ("", issue.number)]
    if not found:
        named = f" số {number.strip()}" if issues else ""
        raise NotFound(f"Báo cáo {period.span.short()}{named} chưa phát hành. Hãy kiểm tra lại kỳ và số báo cáo.")
    return found[0]


def kept_content_of(desk: Desk, issue: Issue) -> Content:
    """Read the content that was kept with an issue."""
    file = report_rows.kept_content(desk.store, issue.id)
    if file is None:
        raise AppError(
            f"Báo cáo số {issue.number} được phát hành bằng bản Sổ 57 cũ, chưa giữ nội dung để so sánh. "
            "Hãy so sánh bằng mắt với tệp đã gửi (so57 issued)."
        )
    return read_content(archive.read(archive.files_folder(desk.store.path), file.kept))


# --- words


def _words(before: Sequence[KeptLine], after: Sequence[KeptLine]) -> Iterator[Difference]:
    old_words, new_words = ([(line.place, line.text) for line in lines] for lines in (before, after))
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    for tag, first, last, new_first, new_last in matcher.get_opcodes():
        if tag != "equal":
            for old, new in _paired(before[first:last], after[new_first:new_last]):
                yield _line(old, new)


def _paired(before: Sequence[KeptLine], after: Sequence[KeptLine]) -> Iterator[tuple[KeptLine | None, KeptLine | None]]:
    """Pair paragraphs of one place in their order; what has no partner was added or taken out."""
    for where in dict.fromkeys(line.place for line in (*before, *after)):
        old = [line for line in before if line.place == where]
        new = [line for line in after if line.place == where]
        yield from zip_longest(old, new)


def _line(old: KeptLine | None, new: KeptLine | None) -> Difference:
    where = (old or new or KeptLine("", "", "")).place
    before, after = _changed_sentences(old.text if old else "", new.text if new else "")
    return Difference("frame" if where == FRAME else "words", where[:1].upper() + where[1:], before, after)


def _changed_sentences(before: str, after: str) -> tuple[str, str]:
    """Return only those sentences of two paragraphs that differ."""
    old, new = _SENTENCE_END.split(before), _SENTENCE_END.split(after)
    left, right = Counter(old) - Counter(new), Counter(new) - Counter(old)
    if not left and not right:  # the same sentences in another order
        return before, after
    return " ".join(part for part in old if part in left), " ".join(part for part in new if part in right)


# --- tables


def _table(old: KeptTable, new: KeptTable, labels: Mapping[str, str]) -> Iterator[Difference]:
    shared = [head for head in old.heads if head in new.heads]
    yield from (Difference("column", f"{old.label}, cột {h}", h, "", column=h) for h in old.heads if h not in shared)
    yield from (Difference("column", f"{old.label}, cột {h}", "", h, column=h) for h in new.heads if h not in shared)
    rows = _by_name(new.rows)
    for name, row in _by_name(old.rows).items():
        where = f"{old.label}, {_row_name(row, labels)}"
        partner = rows.pop(name, None)
        if partner is None:
            yield Difference("row", where, _whole(row), "", row=where)
        else:
            yield from _cells(where, row, partner, old.heads, new.heads)
    for row in rows.values():
        where = f"{old.label}, {_row_name(row, labels)}"
        yield Difference("row", where, "", _whole(row), row=where)


def _cells(
    where: str, row: KeptRow, partner: KeptRow, heads: Sequence[str], new_heads: Sequence[str]
) -> Iterator[Difference]:
    now = dict(zip(new_heads, partner.cells, strict=True))
    for head, text in zip(heads, row.cells, strict=True):
        if head in now and now[head] != text:
            yield Difference("cell", f"{where}, cột {head}", text, now[head], where, _about(row), head)


def _by_name(rows: Sequence[KeptRow]) -> dict[tuple[str, int], KeptRow]:
    """Return rows by their key, or by their words where they have none; the same a second time is another row."""
    seen: Counter[str] = Counter()
    found = {}
    for row in rows:
        name = row.key or _whole(row)
        found[name, seen[name]] = row
        seen[name] += 1
    return found


def _row_name(row: KeptRow, labels: Mapping[str, str]) -> str:
    """Return how a row is named: `dòng V.4`, else by its first words."""
    first = next((cell for cell in row.cells if cell.strip()), "")
    label = labels.get(row.key) or first
    if len(label) > LONGEST_LABEL:
        return f"dòng “{label[:LONGEST_LABEL].rpartition(' ')[0]}…”"
    return f"dòng {label}" if label[:1].isdigit() or label[:1].isupper() else label


def _about(row: KeptRow) -> str:
    """Return what a row is about: its first words that are more than a number."""
    return next((cell for cell in row.cells if len(cell) > LONGEST_NUMBER), "")


def _whole(row: KeptRow) -> str:
    return " | ".join(cell for cell in row.cells if cell.strip())
