"""The science of the course, one module a notion.

===========================  ====================================================
:mod:`electrochemistry`      equilibrium and reversal potentials
:mod:`neuron`                the Hodgkin-Huxley axon
:mod:`release`               calcium and quanta
:mod:`cleft`                 glutamate in the synaptic cleft
:mod:`receptors`             receptors with one bound, open state
:mod:`magnesium_block`       the NMDA receptor's second condition
:mod:`short_term_plasticity`  depression and facilitation of a synapse
:mod:`uptake`                clearance by saturable transport
:mod:`adaptation`            tolerance and rebound: a slow process that opposes a drive
:mod:`receptor_theory`       from receptors to response: efficacy, reserve, competition
:mod:`fitting`               least squares with standard errors
:mod:`occupancy`             how much of a target a drug occupies
:mod:`tapering`              stepwise ends of a drug's use
:mod:`terminal_loss`         dopamine when its terminals die
:mod:`group_overlap`         what a difference between groups says about one person
:mod:`evidence_statistics`   risks, ratios and their intervals
:mod:`hazards`               why people stop: competing causes
===========================  ====================================================

Arrays in, arrays out; a number in, a number out. Units stand in the names of the arguments.
Defaults come from the cards of :mod:`course.reference`. What makes no sense (a negative
concentration, NaN) is a ``ValueError`` that names the argument, its range and what was given.
"""
