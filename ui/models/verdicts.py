"""Verdicts and states on the screen: a shape and the word, then a colour."""

from __future__ import annotations

from models.evaluation import Evaluation, Verdict
from models.progress import TaskState, TaskStatus, debt_words

REACHED, UNDER_WAY, BEHIND, LATE, MISSING = "●", "◐", "▲", "■", "○"

TOKENS = {REACHED: "reached", UNDER_WAY: "under_way", BEHIND: "behind", LATE: "late", MISSING: "missing"}
_VERDICTS = {
    Verdict.EXCEEDED: REACHED,
    Verdict.REACHED: REACHED,
    Verdict.ENDED_REACHED: REACHED,
    Verdict.UNDER_WAY: UNDER_WAY,
    Verdict.BELOW: BEHIND,
    Verdict.ENDED_MISSED: BEHIND,
}
_STATES = {
    TaskState.DONE: REACHED,
    TaskState.DONE_IN_TIME: REACHED,
    TaskState.DONE_LATE: REACHED,
    TaskState.IN_TIME: UNDER_WAY,
    TaskState.UNDER_WAY: UNDER_WAY,
    TaskState.CONTINUOUS: UNDER_WAY,
    TaskState.OVERDUE: LATE,
}


def verdict_shape(verdict: Verdict) -> str:
    """Return the shape of a verdict."""
    return _VERDICTS.get(verdict, MISSING)


def state_shape(state: TaskState) -> str:
    """Return the shape of a task's state."""
    return _STATES.get(state, MISSING)


def verdict_text(evaluation: Evaluation) -> str:
    """Return a verdict with its shape."""
    return f"{verdict_shape(evaluation.verdict)} {evaluation.words}"


def verdict_colour(evaluation: Evaluation) -> str:
    """Return the token of a verdict's colour."""
    return TOKENS[verdict_shape(evaluation.verdict)]


def status_text(status: TaskStatus) -> str:
    """Return a task's state with its shape, and what is left from an earlier stage."""
    words = [status.words, *(debt_words(debt) for debt in status.debts)]
    return f"{state_shape(status.state)} {'; '.join(words)}"


def status_colour(status: TaskStatus) -> str:
    """Return the token of a state's colour."""
    return TOKENS[state_shape(status.state)]
