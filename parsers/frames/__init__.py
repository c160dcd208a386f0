"""Who does what to whom: verbs, nouns and particles of dealing, with their sides."""
