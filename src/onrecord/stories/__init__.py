"""Stories: what many articles say together."""
