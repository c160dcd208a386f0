"""Pure: bytes or text in, values out. Nothing here opens a file, a socket or a session."""
