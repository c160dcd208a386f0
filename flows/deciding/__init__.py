"""What is worth a message, to whom, when and why. Pure."""
