"""lexicon: what a Chinese word may be in English, from CC-CEDICT and the termbase."""
