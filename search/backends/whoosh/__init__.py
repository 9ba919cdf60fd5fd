"""The Whoosh engine: Whoosh writes and keeps the index of record, numpy reads columns made from it."""
