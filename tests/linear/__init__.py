"""tests: the editor for screen readers."""
