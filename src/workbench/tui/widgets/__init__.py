"""tui: widgets, one a file, each with its CSS."""
