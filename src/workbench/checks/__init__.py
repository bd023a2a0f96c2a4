"""checks: what is wrong in the English, one family a file."""
