"""How a document comes from an address, inside the limits."""
