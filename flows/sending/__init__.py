"""How a message gets to a destination, and what became of it."""
