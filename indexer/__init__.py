"""Article files in, an index out: find, read, date, attribute, write. Only this package opens article files."""

import gc
import os

# Files are read by as many processes as there are cores. That each multiplied its small matrices on all of them would
# make it several times slower; it must be said before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Reading a text makes tokens and mentions by the thousand that hold each other. Looking for garbage after every few
# hundred of them takes a twentieth of the time.
gc.set_threshold(20_000)
