"""What publishing a draft changes: the statements that come, change and leave."""

from dataclasses import dataclass
from typing import Self

from quiz.bank import Bank


@dataclass(frozen=True)
class Changes:
    """How many statements that can be asked come, change and leave."""

    come: int
    change: int
    leave: int

    @classmethod
    def between(cls, before: Bank | None, after: Bank) -> Self:
        """Return what changes when ``after`` is served in place of ``before``, or of nothing."""
        old = before.served if before else {}
        new = after.served
        both = old.keys() & new.keys()
        return cls(
            come=len(new.keys() - old.keys()),
            change=sum(old[name] != new[name] for name in both),
            leave=len(old.keys() - new.keys()),
        )

    @property
    def words(self) -> str:
        """The changes in a sentence."""
        parts = [
            f"{count} {'statement' if count == 1 else 'statements'} {verb}{'s' * (count == 1)}"
            for count, verb in ((self.come, "come"), (self.change, "change"), (self.leave, "leave"))
            if count
        ]
        if not parts:
            return "No statement comes, changes or leaves."
        *others, last = parts
        return f"{', '.join(others)} and {last}." if others else f"{last}."
