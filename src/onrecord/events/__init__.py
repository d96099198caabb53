"""Events: what happened, to whom, when and where. Nothing looks for them yet; records leave them out."""
