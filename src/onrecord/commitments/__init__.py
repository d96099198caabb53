"""Commitments: who owes what to whom. Nothing looks for them yet; records leave them out."""
