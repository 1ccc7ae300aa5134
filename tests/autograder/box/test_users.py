"""No two boxes have the same user, and none has one that is somebody."""

import os
import pwd

from autograder.box.users import own_user


def test_each_box_has_a_user_of_its_own_as_long_as_it_lives() -> None:
    with own_user() as one, own_user() as other:
        if os.geteuid() != 0:  # only root could become another
            assert one is other is None
            return
        assert one != other
        assert {one, other}.isdisjoint(entry.pw_uid for entry in pwd.getpwall())
