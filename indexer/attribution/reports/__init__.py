"""Reports: a cue with its source and its content, and which of them are statements."""
