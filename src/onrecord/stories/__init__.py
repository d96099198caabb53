"""Stories: what many articles say together. Nothing is here yet."""
