"""Hold the models against the targets: ``python -m course.validate``."""
