"""The banks written here: a folder of their own beside the banks that come with the quiz."""

import shutil
from pathlib import Path

from quiz.bank import Bank, read_bank, recover, write_bank

_ASIDE = ".set-aside"


class Shelf:
    """Banks in a folder, each published, replaced and taken down whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self) -> dict[str, Bank]:
        """Read every published bank, by name. Raises BankError for the first that does not hold."""
        recover(self.folder)
        names = sorted(file.parent.name for file in self.folder.glob("[!.]*/bank.toml"))
        return {name: read_bank(self.folder / name) for name in names}

    def publish(self, bank: Bank) -> Bank:
        """Write a bank in place of the one of its name, and return it as a reader finds it.

        Raises BankError when it does not hold, OSError when the disk refuses; in both cases what
        stood there before still stands.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        write_bank(bank, self.folder / bank.name)
        return read_bank(self.folder / bank.name)

    def take_down(self, name: str) -> None:
        """Set a bank aside, its files kept. Raises FileNotFoundError for a name not here."""
        aside = self.folder / _ASIDE
        aside.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(aside / name, ignore_errors=True)
        (self.folder / name).rename(aside / name)
