"""What a hostile process leaves is emptied, and what was bound stays."""

import contextlib
import os
from pathlib import Path

from autograder.box.folders import empty, is_left, size_of


def test_everything_goes_whatever_its_rights_and_its_depth(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(outside)
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "c").touch()
    (folder / "a" / "b").chmod(0)
    (folder / "a").chmod(0)
    here = os.open(folder, os.O_RDONLY)
    for _ in range(3000):  # far longer than a path may be
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    os.mkfifo(folder / "pipe")
    assert is_left(folder)
    empty(folder)
    assert not is_left(folder)
    assert (outside / "kept").exists()


def test_no_mark_on_the_folder_itself_outlasts_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with contextlib.suppress(OSError):  # there are file systems without
        os.setxattr(tmp_path, "user.left", b"271828")
    os.utime(tmp_path, (4e9, 4e9))
    tmp_path.chmod(0)
    empty(tmp_path)
    assert not is_left(tmp_path)
    assert os.listxattr(tmp_path) == []
    assert tmp_path.stat().st_atime < 4e9
    assert tmp_path.stat().st_mode & 0o700 == 0o700


def test_what_is_bound_stays_and_so_does_the_way_there(tmp_path: Path) -> None:
    bound = tmp_path / "way" / "python"
    bound.mkdir(parents=True)
    (bound / "library").touch()
    (tmp_path / "way" / "left").touch()
    assert is_left(tmp_path, [bound])
    empty(tmp_path, [bound])
    assert not is_left(tmp_path, [bound])
    assert (bound / "library").exists()


def test_sizes_count_names_and_stop_where_there_is_enough(tmp_path: Path) -> None:
    assert size_of(str(tmp_path), 1 << 20) == 0
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "file").write_bytes(bytes(100_000))
    assert 100_000 <= size_of(str(tmp_path), 1 << 20) < 300_000
    for number in range(100):
        (tmp_path / f"{number}").touch()
    assert size_of(str(tmp_path), 1 << 21) > 900_000
    assert size_of(str(tmp_path / "nowhere"), 1) == 0
