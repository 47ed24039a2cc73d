"""What a request works with: the settings, the banks, the store, the day and chance."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from flask import abort, current_app

from quiz.bank import Bank
from quiz.secret_keys import SecretKeys
from quiz.settings import Settings
from quiz.store.attempts import kept_bank
from quiz.store.database import Store
from quiz.web.guessing import Guesses
from quiz.web.hub import Hub


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
    guesses: Guesses = field(default_factory=Guesses)
    _kept: dict[str, Bank] = field(default_factory=dict)

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


def services() -> Services:
    """Return the services of the app that handles this request."""
    found: Services = current_app.extensions["says_who"]
    return found
