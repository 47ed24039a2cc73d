"""What a request works with: the settings, the banks, the store, the day and chance."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from flask import abort, current_app

from quiz.bank import Bank
from quiz.secret_keys import SecretKeys
from quiz.settings import Settings
from quiz.shelf import Shelf
from quiz.store.attempts import kept_bank
from quiz.store.database import Store
from quiz.web.guessing import Guesses
from quiz.web.hub import Hub
from quiz.web.prints import Prints


@dataclass
class Services:
    """One for each app; shared by its threads."""

    settings: Settings
    store: Store
    banks: dict[str, Bank]
    keys: SecretKeys
    today: Callable[[], date]
    rng: random.Random
    hub: Hub
    shelf: Shelf
    own: frozenset[str] = frozenset()
    guesses: Guesses = field(default_factory=Guesses)
    prints: Prints = field(default_factory=Prints)
    _kept: dict[str, Bank] = field(default_factory=dict)
    _publishing: Lock = field(default_factory=Lock)

    def bank(self, name: str) -> Bank:
        """Return a bank as it is now; a stranger's name is a 404."""
        return self.banks.get(name) or abort(404)

    def bank_version(self, name: str, bank_hash: str) -> Bank:
        """Return the version of a bank that an attempt or a workshop began with."""
        now = self.banks.get(name)
        if now is not None and now.hash == bank_hash:
            return now
        if bank_hash not in self._kept:
            self._kept[bank_hash] = kept_bank(self.store, bank_hash)
        return self._kept[bank_hash]

    def publish(self, bank: Bank) -> None:
        """Write a bank into the data folder and serve it from now on, all at once."""
        with self._publishing:
            fresh = self.shelf.publish(bank)
            self.banks = {**self.banks, fresh.name: fresh}
            self.own |= {fresh.name}

    def take_down(self, name: str) -> None:
        """Serve one of the banks written here no longer; nothing of it is lost."""
        with self._publishing:
            self.shelf.take_down(name)
            self.banks = {n: bank for n, bank in self.banks.items() if n != name}
            self.own -= {name}


def services() -> Services:
    """Return the services of the app that handles this request."""
    found: Services = current_app.extensions["says_who"]
    return found
