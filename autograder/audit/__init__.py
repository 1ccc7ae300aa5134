"""Everything an instructor must know of a lesson before it is released.

A lesson is read by :mod:`~autograder.audit.lesson`. Some families of checks only look
(:mod:`~autograder.audit.structure`, :mod:`~autograder.audit.prose`,
:mod:`~autograder.audit.tested_names`, :mod:`~autograder.audit.released`, and those that a course
switches on: :mod:`~autograder.audit.objectives`, :mod:`~autograder.audit.sources`,
:mod:`~autograder.audit.teaching`). Others run what the instructor wrote, in processes of their
own: :mod:`~autograder.audit.runs`, :mod:`~autograder.audit.answers`,
:mod:`~autograder.audit.mutation`, :mod:`~autograder.audit.delegation`, and
:mod:`~autograder.audit.copies` looks for models in what answers say.
:mod:`~autograder.audit.audit` has them done, :mod:`~autograder.audit.reports` puts together what
came of them, and :mod:`~autograder.audit.record` keeps it for programs.
"""
