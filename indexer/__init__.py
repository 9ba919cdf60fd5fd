"""Article files in, an index out: find, read, date, attribute, write. Only this package opens article files."""

import os

# Files are read by as many processes as there are cores. That each multiplied its small matrices on all of them would
# make it several times slower; it must be said before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
