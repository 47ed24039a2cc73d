"""What the tests stand on: visitors that lint what they see, a real server, a real browser."""
