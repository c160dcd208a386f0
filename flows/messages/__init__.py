"""What people read: what was decided, laid out for each channel. Pure."""
