"""glossary: the termbase, its loading, checking and recognising in Chinese."""
