"""annotate: pinyin, script conversion and ruby."""
