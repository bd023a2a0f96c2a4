"""tui: serving, the editor in a browser."""
