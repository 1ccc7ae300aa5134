"""Models too slow to run while a slider moves, computed once on a grid of its steps."""
