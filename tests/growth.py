"""How the time of a piece of work grows with its input, told so that a busy machine does not change the answer."""

import gc
import time
from collections.abc import Callable
from typing import TypeVar

Input = TypeVar("Input")

# Work that grows with its input takes 16 times as long on 16 times as much, work that grows with its square 256 times.
FACTOR = 16
MOST = 80
ROUNDS = 5
# Below this a clock's own grain and a cold cache are all there is to see. Seconds.
LEAST = 0.002


def grows_with_its_input(make: Callable[[int], Input], work: Callable[[Input], object], small: int) -> bool:
    """Whether `work` on `make(16 * small)` takes at most 80 times as long as on `make(small)`.

    Counted in seconds of this process alone, the least of five rounds each, small and large in turn, without the
    garbage collector, which looks at all that other tests have left. Stops at the first rounds that suffice.
    """
    inputs = make(small), make(FACTOR * small)
    least = [float("inf"), float("inf")]
    gc.collect()
    gc.disable()
    try:
        for _ in range(ROUNDS):
            for which, made in enumerate(inputs):
                began = time.process_time()
                work(made)
                least[which] = min(least[which], time.process_time() - began)
            if least[1] <= MOST * max(least[0], LEAST):
                return True
    finally:
        gc.enable()
    return False
