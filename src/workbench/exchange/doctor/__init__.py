"""exchange: the doctor, who finds what is wrong in a TMX file, says it, and saves what can be saved."""
