"""What leaves the quiz as a file: one room for each format."""
