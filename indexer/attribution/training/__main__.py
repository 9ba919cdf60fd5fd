"""python -m indexer.attribution.training: learn every model anew."""

from __future__ import annotations

from indexer.attribution.training.train import main

if __name__ == "__main__":
    main()
