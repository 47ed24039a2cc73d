"""Says Who? — a quiz about what a text offers for its statements."""
