"""linear: the editor for screen readers: one row at a time, in plain lines, on the same session."""
