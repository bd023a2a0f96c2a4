"""memory: the translation memory; its store, its index, matching and concordance."""
