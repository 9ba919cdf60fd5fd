"""``python -m indexer``."""

import sys

from indexer.forking import prepare_readers

if __name__ == "__main__":
    if sys.argv[1:2] == ["rebuild"]:
        prepare_readers()  # before anything else: to load parsers and models takes longer than all that comes first

    # Only here: reading processes import this module under another name, and need nothing of the command line.
    from indexer.cli import main

    main()
