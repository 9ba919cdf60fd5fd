"""``python -m indexer``."""

import sys

from search.interrupts import ended_by_interrupts

if __name__ == "__main__":
    with ended_by_interrupts(6):
        if sys.argv[1:2] == ["rebuild"]:
            from indexer.forking import prepare_readers

            prepare_readers()  # before anything else: to load parsers and models takes longer than all that comes first

        # Only here: reading processes import this module under another name, and need nothing of the command line.
        from indexer.cli import main

    main()
