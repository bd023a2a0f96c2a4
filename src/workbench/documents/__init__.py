"""documents: a file becomes paragraphs; a translation becomes a file again."""
