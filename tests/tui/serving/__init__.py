"""tests: the served editor."""
