"""Imported by the process that readers are forked from: the models are loaded there once, and shared by all readers."""

from indexer.attribution.model import load_model
from indexer.parsing.language import load_identifier

load_model()
load_identifier()
