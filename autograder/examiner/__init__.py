"""The examiner: runs test cells in a trusted process, on values that a student's process gives.

:mod:`~autograder.examiner.names` reads from the instructor's notebook whose each name is;
:mod:`~autograder.examiner.namespace` looks names up accordingly while a test runs;
:mod:`~autograder.examiner.link` asks the student's process, and
:mod:`~autograder.examiner.handles` stand for what stays in it;
:mod:`~autograder.examiner.room` is the process itself.
"""
