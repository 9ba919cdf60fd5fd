"""``python -m webui``: serve the archive."""

import sys

from search.interrupts import ended_by_interrupts

if __name__ == "__main__":
    with ended_by_interrupts(130):
        from webui.server import main

    sys.exit(main(sys.argv[1:]))
