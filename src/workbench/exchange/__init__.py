"""exchange: the forms that other tools read."""
