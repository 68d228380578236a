"""`so57 plans`, `so57 plan`: the plans that come with the app, and one plan whole."""

from __future__ import annotations

import click

from desktop.command_words import Command
from desktop.commands.common import answer, json_option
from importers.plan_files import built_in_plans, load_plan
from models.plan_format import plan_to_dict
from models.plans import Plan


@click.command("plans", cls=Command)
@json_option
def plans_command(as_json: bool) -> None:
    """Liệt kê các kế hoạch có sẵn."""
    plans = [load_plan(name) for name in built_in_plans()]
    if as_json:
        answer([{"id": p.id, "commune": p.commune, "province": p.province, "title": p.document.title} for p in plans])
        return
    for plan in plans:
        click.echo(f"{plan.id}: {plan.issuer}, tỉnh {plan.province} ({_counts(plan)})")


@click.command("plan", cls=Command)
@click.argument("plan", metavar="MÃ|TỆP")
@json_option
def plan_command(plan: str, as_json: bool) -> None:
    """In một kế hoạch (mã có sẵn hoặc tệp kế hoạch); --json in đúng tệp kế hoạch."""
    loaded = load_plan(plan)
    if as_json:
        answer(plan_to_dict(loaded))
        return
    click.echo(f"{loaded.issuer}: {loaded.document.title}")
    click.echo(_counts(loaded))
    labels = loaded.labels()
    for row in loaded.rows():
        click.echo(f"{row.key:<14} {labels[row.key]:<10} {row.name.partition(chr(10))[0]}")


def _counts(plan: Plan) -> str:
    return f"{len(plan.indicators())} chỉ tiêu, {len(plan.tasks())} nhiệm vụ"
