"""text: the two writing systems, as pure functions on strings."""
