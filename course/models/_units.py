"""Conversions between the units that stand in the names of arguments."""

import math

LN2 = math.log(2)
S_PER_MIN = 60.0
MIN_PER_H = 60.0
H_PER_D = 24.0
D_PER_WEEK = 7.0
D_PER_MONTH = 28.0  # between doses: a monthly injection is given every four weeks
NG_ML_PER_MG_L = 1000.0  # one µg/L is one ng/mL
L_H_PER_ML_MIN = MIN_PER_H / NG_ML_PER_MG_L
