"""The builder's rules: word lists, and what they say about one statement and its neighbours."""
