"""tests: the widgets, each by itself."""
