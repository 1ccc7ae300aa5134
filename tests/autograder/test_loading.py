"""Nothing is collected while modules are loaded, and all as ever afterwards."""

import gc
import weakref
from contextlib import suppress

from autograder.loading import loading


class Circle:
    """Refers to itself, so that only the collector finds it unused."""

    def __init__(self) -> None:
        self.me = self


def test_garbage_is_collected_again_however_loading_ended() -> None:
    with suppress(ImportError), loading():
        assert not gc.isenabled()
        raise ImportError
    try:
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        later = weakref.ref(Circle())
        gc.collect()
        assert later() is None
    finally:
        gc.unfreeze()
