"""Show that the plan file uses each word of the plan's text once: `python -m tests.proofread PLAN [TEXT]`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from importers.plan_files import load_plan
from models.errors import AppError
from models.plans import Plan
from tests.proofreading.bodies import BODIES, Body
from tests.proofreading.comparing import compare
from tests.proofreading.filed import file_words, heads_of, mends, printed_once
from tests.proofreading.printed import (
    text_words,
    without_body,
    without_heads,
    without_marks,
    without_text_before_appendices,
)
from tests.proofreading.sentences import check_sentences
from tests.proofreading.words import Finding

TEXTS = Path(__file__).resolve().parents[2] / "shared" / "plans"


def proofread(plan: Plan, text: str) -> list[Finding]:
    """Return everything of the text that is not used once, in place, by the plan file, and what the file adds."""
    words, marks = without_marks(text)
    body = BODIES.get(plan.id)
    rows, body_text = without_body(words, body) if body else without_text_before_appendices(text, words)
    rows, heads = without_heads(rows, heads_of(plan))
    explained = [*body_text, *marks, *heads, *mends(plan), *printed_once(plan)]
    quoted = check_sentences(plan, text) if body else []
    return [*explained, *compare(rows, file_words(plan, body or Body(()))), *quoted]


def main(arguments: Sequence[str]) -> int:
    """Print the findings; 1 when a word is unexplained, 2 for a wrong call."""
    if not 1 <= len(arguments) <= 2:
        print("Usage: python3 dev.py proofread PLAN [TEXT]")
        return 2
    path = Path(arguments[1]) if len(arguments) == 2 else TEXTS / f"{arguments[0]}.txt"
    if not path.is_file():
        print(f"No text of the plan at {path}. Name it: python3 dev.py proofread {arguments[0]} TEXT")
        return 2
    try:
        plan = load_plan(arguments[0])
    except AppError as error:
        print(error.sentence)
        return 2
    text = path.read_text(encoding="utf-8")
    return _print(proofread(plan, text), len(text_words(text)))


def _print(findings: Sequence[Finding], words: int) -> int:
    """Print the findings and their sum; 1 when one of them has no reason."""
    for one in findings:
        print(f"{one.place}: {one.words}\n    {one.reason or 'UNEXPLAINED'}")
    unexplained = sum(not one.reason for one in findings)
    print(f"{words} words read, {len(findings)} findings, {unexplained} unexplained.")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
