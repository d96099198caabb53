"""Whether a party of one article is one of another. Pure functions: the archive asks, and keeps the answers."""
