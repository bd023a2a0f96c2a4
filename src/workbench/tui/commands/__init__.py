"""tui: what the editor can do, one table of commands and the functions behind it."""
