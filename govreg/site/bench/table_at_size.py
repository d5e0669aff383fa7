"""How are the figures of a register of many years shown?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .at_size import Cost
from .long_plan import LongPlan
from .long_runs import Run
from .made import Made
from .table import lined_up

HEADS = ("Page", "Role", "Queries", "KB", "Wall ms", "95 % ms", "CPU ms", "Ratio", "Goal")


@dataclass(frozen=True, slots=True)
class AtSize:
    """Everything that one run measured."""

    made: Made
    rounds: int
    costs: Sequence[tuple[Cost, float | None]]
    file_seconds: float
    floor_file_seconds: float
    file_memory: float
    a_second: float
    memory: float
    plan: LongPlan
    runs: Sequence[Run]


def in_words(found: AtSize) -> str:
    """Return the figures as Markdown."""
    made = found.made
    return "\n".join(
        [
            f"{made.partnerships:,} partnerships, {made.reviews:,} reviews, "
            f"{made.recommendations:,} recommendations, {made.actions:,} agreed actions, "
            f"{made.updates:,} updates, {made.history:,} rows of history in "
            f"{made.change_sets:,} change sets.",
            "",
            f"Medians of {found.rounds} rounds, each page in turn with the floor view.",
            "",
            *lined_up(HEADS, [_cells(cost, most) for cost, most in found.costs], words=2),
            "",
            f"Above the goal: {', '.join(_missed(found.costs)) or 'no page'}.",
            "",
            f"- The tracker as CSV: {found.file_seconds:.2f} s of processor time, "
            f"{found.file_seconds / found.floor_file_seconds:.1f} × the floor file of 10,000 rows "
            f"({found.floor_file_seconds:.2f} s), goal 3; the worker grew by "
            f"{found.file_memory:.1f} MiB.",
            f"- Four people at once: {found.a_second:.0f} tracker pages a second, goal 40.",
            f"- The most a worker held after everything: {found.memory:.0f} MiB, goal 200.",
            f"- An action plan of {found.plan.lines} lines, {found.plan.pages} pages: "
            f"{found.plan.building:.2f} s of processor time to build, "
            f"{found.plan.printing:.1f} s to print, goal 15.",
            *(
                f"- {run.name}: {run.did:,} in {run.seconds:.2f} s, goal {run.goal:g}"
                f"{f', {run.queries} queries' if run.queries else ''}."
                for run in found.runs
            ),
        ]
    )


def _missed(costs: Sequence[tuple[Cost, float | None]]) -> Iterator[str]:
    for cost, most in costs:
        if most is not None and cost.ratio > most:
            yield f"{cost.name} ({cost.role}) {cost.ratio:.1f}"


def _cells(cost: Cost, most: float | None) -> tuple[str, ...]:
    return (
        cost.name,
        cost.role,
        str(cost.queries or ""),
        f"{cost.kilobytes:.0f}" if cost.kilobytes else "",
        f"{cost.wall:.1f}",
        f"{cost.wall_95:.1f}",
        f"{cost.processor:.1f}",
        f"{cost.ratio:.1f}",
        f"{most:g}" if most else "",
    )
