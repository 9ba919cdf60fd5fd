"""Who said what: quotations, reports, and the speakers behind them."""

from indexer.attribution.attribute import attribute

__all__ = ["attribute"]
