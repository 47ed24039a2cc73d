"""What every room may raise to whoever starts the quiz."""


class StartError(Exception):
    """The quiz cannot start; the message is one plain sentence saying why."""
