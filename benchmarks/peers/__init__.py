"""One module an engine: the same fields, the same answers, each by the means that its own documentation recommends."""
