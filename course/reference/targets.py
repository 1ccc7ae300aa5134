"""Targets: figures that the models are held against, as data."""
