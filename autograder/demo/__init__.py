"""A simulated class that goes through the whole loop of a real nbgrader course.

``python -m autograder.demo`` releases lessons, lets 24 students fetch, answer and hand them in
through a real exchange, collects, grades, marks the free responses as a person would, hands
feedback out, and compares every mark with what the answer bank promises.
"""
