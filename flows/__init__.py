"""The shell: configuration, network, decisions, messages, the command and the Prefect flows."""
