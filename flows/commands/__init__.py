"""What `gigawatch` does beyond polling: its sub-commands and what they show."""
