"""exchange: the doctor, who finds what is wrong in a TMX file, says it in words and saves what can be saved."""
