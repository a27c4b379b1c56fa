"""Looking back: the list of recorded calls, and one call with its flags, its words and its sound."""
