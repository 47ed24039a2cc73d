"""Everything SQL: the one file, its migrations, and every statement sent to it."""
