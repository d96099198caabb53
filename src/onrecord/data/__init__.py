"""Word lists and tables, each row with its source."""
