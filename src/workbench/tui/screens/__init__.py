"""tui: screens and dialogs."""
