"""model: what flows between the rooms, as frozen dataclasses without behaviour of their own."""
