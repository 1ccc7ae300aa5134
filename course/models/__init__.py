"""The science of the course, one module a notion.

- :mod:`electrochemistry`: equilibrium and reversal potentials
- :mod:`neuron`: the Hodgkin-Huxley axon
- :mod:`release`: calcium and quanta
- :mod:`dendrite`: spread of a potential along a passive dendrite
- :mod:`cleft`: glutamate in the synaptic cleft
- :mod:`receptors`: receptors with one bound, open state
- :mod:`magnesium_block`: the NMDA receptor's second condition
- :mod:`short_term_plasticity`: depression and facilitation of a synapse
- :mod:`uptake`: clearance by saturable transport
- :mod:`adaptation`: tolerance and rebound: a slow process that opposes a drive
- :mod:`receptor_theory`: from receptors to response: efficacy, reserve, competition
- :mod:`fitting`: least squares with standard errors
- :mod:`occupancy`: how much of a target a drug occupies
- :mod:`tapering`: stepwise ends of a drug's use
- :mod:`terminal_loss`: dopamine when its terminals die
- :mod:`group_overlap`: what a difference between groups says about one person
- :mod:`evidence_statistics`: risks, ratios and their intervals
- :mod:`hazards`: why people stop: competing causes
- :mod:`channel_block`: block of open channels, trapped when they close
- :mod:`potency`: the many IC50s of one blocker
- :mod:`windup`: why the tenth tap hurts more than the first
- :mod:`sensitisation`: pain that outlives its cause: a switch
- :mod:`effect_site`: delay between a sampled plasma curve and its effect
- :mod:`slow_relief`: relief that outlasts the drug
- :mod:`opioid_hyperalgesia`: opioids that relieve pain and recruit it
- :mod:`haemodynamics`: ketamine and the circulation
- :mod:`antidepressant_hypotheses`: three reasons for an effect that lasts
- :mod:`monitoring`: rules for watching pressure and oxygen
- :mod:`blockade`: how deep and how long an antagonist blocks
- :mod:`adherence`: how much of the time tablets or injections cover
- :mod:`conditioning`: cues that share one prediction error
- :mod:`prediction_error`: the dopamine teaching signal, and a drug in it
- :mod:`competing_pathways`: what use, abstinence and blocked use teach
- :mod:`spike_timing`: which spike came first
- :mod:`opponent_process`: pleasure, its opponent and a moving set-point
- :mod:`receptor_regulation`: receptors under a lasting antagonist
- :mod:`regimen`: what is given, when and how; reads as a clinician writes it
- :mod:`compartments`: compartment models of any shape, and a regimen in them
- :mod:`disposition`: a sampled compartment and those it exchanges with
- :mod:`absorption`: a depot from which a dose enters
- :mod:`metabolites`: what a drug becomes
- :mod:`linear_kinetics`: their exact solution, equal and very unequal rates included
- :mod:`effect_site_model`: the exact delay between a model's blood and the effect
- :mod:`exposure`: half-lives, clearance, volumes, areas and peaks
- :mod:`accumulation`: repeated doses: how high, how soon
- :mod:`bateman`: one dose absorbed into one compartment
- :mod:`bioavailability`: how much of a dose arrives
- :mod:`depot`: release over weeks, and flip-flop
- :mod:`pharmacogenetics`: how genes for an enzyme set a level
- :mod:`drugs`: the course's drugs as compartment models
- :mod:`stimulants`: two ways to more dopamine: block the pump, or run it backwards
- :mod:`autoreceptor_feedback`: serotonin, its pump and the autoreceptors that watch it
- :mod:`allostery`: the GABA-A receptor as two shapes, and its modulators
- :mod:`reversal`: flumazenil: a rescue that ends before the drug does
- :mod:`inhibitory_synapse`: from inhibitory current to potential
- :mod:`status_epilepticus`: inhibition that fails while a seizure lasts
- :mod:`circuits`: excitation and inhibition near rest
- :mod:`wilson_cowan`: excitation and inhibition far from rest: rhythm
- :mod:`reflex`: the stretch reflex and its clonus

Arrays in, arrays out; a number in, a number out. Units stand in the names of the arguments.
Defaults come from the cards of :mod:`course.reference`. What makes no sense (a negative
concentration, NaN) is a ``ValueError`` that names the argument, its range and what was given.
"""
