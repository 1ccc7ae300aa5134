"""The box: where a student's notebook runs, and nothing of value is within reach.

From the outside in: :mod:`~autograder.box.sandbox` starts a confined process in one of two tiers;
:mod:`~autograder.box.server` is that process, warm with libraries, which forks one resident for
each submission and clears everything up after it; :mod:`~autograder.box.resident` runs the cells,
has copies of itself parked, and answers the examiner's questions; :mod:`~autograder.box.shell`
and :mod:`~autograder.box.recorder` run a cell as Jupyter would and keep what it shows.
"""
