"""The table: one line a goal, what it took here and elsewhere, and whether it was met."""

from dataclasses import dataclass, field
from statistics import median


@dataclass
class Line:
    goal: str
    ours: str
    theirs: str = ""
    ratio: str = ""
    met: bool | None = None  # None: shown for information


@dataclass
class Results:
    lines: list[Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, goal: str, ours: str, theirs: str = "", ratio: str = "", met: bool | None = None) -> None:
        self.lines.append(Line(goal, ours, theirs, ratio, met))

    def against(self, goal: str, ours: list[float], theirs: list[float], most: float | None = None) -> None:
        """The median of ours is at most so many times the median of theirs; no goal without `most`."""
        ratio = median(ours) / median(theirs)
        met = None if most is None else ratio <= most
        self.add(goal, seconds(median(ours)), seconds(median(theirs)), f"{ratio:.3f}", met)

    def within(self, goal: str, ours: list[float], most: float) -> None:
        """The median of these seconds is at most so many."""
        self.add(goal, seconds(median(ours)), met=median(ours) <= most)

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    def all_met(self) -> bool:
        return all(line.met is not False for line in self.lines)

    def print(self) -> None:
        rows = [("GOAL", "OURS", "THEIRS", "RATIO", "")]
        words = {True: "met", False: "missed", None: ""}
        rows += [(line.goal, line.ours, line.theirs, line.ratio, words[line.met]) for line in self.lines]
        widths = [max(len(row[column]) for row in rows) for column in range(5)]
        print()
        for row in rows:
            cells = [row[0].ljust(widths[0]), *(row[column].rjust(widths[column]) for column in (1, 2, 3)), row[4]]
            print("  ".join(cells).rstrip())
        for note in self.notes:
            print(f"\n{note}")


def seconds(number: float) -> str:
    if number >= 0.1:
        return f"{number:.3f} s"
    return f"{number * 1e3:.3f} ms"
