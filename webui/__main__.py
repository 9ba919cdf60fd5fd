"""``python -m webui``: serve the archive."""

import sys

from webui.server import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
