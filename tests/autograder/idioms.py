"""Test idioms as instructors write them, each with a right and a wrong answer.

Each is marked as stock nbgrader marks it, except those that `refused` says why `audit` has to
refuse: with these the reference itself would not earn its points here.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Idiom:
    """A way to write a test."""

    name: str
    right: str
    wrong: str
    test: str
    in_place: bool = False
    refused: str = ""


IDIOMS = (
    Idiom(
        "plain assert",
        "def add(a, b): return a + b",
        "def add(a, b): return a - b",
        "assert add(2, 3) == 5",
    ),
    Idiom("a variable", "answer_x = 42", "answer_x = 41", "assert answer_x == 42"),
    Idiom(
        "partial credit",
        "def half(x): return x / 2",
        "def half(x): return 2.0",
        "score_h = 0.0\nif half(4) == 2.0: score_h += 1\nif half(3) == 1.5: score_h += 1.5\nscore_h",
    ),
    Idiom(
        "full credit as an integer",
        "def one(): return 1",
        "def one(): return 2",
        "4 if one() == 1 else 1",
    ),
    Idiom(
        "numpy testing",
        "import numpy as np\ndef grid(n): return np.linspace(0, 1, n)",
        "import numpy as np\ndef grid(n): return np.zeros(n)",
        "import numpy as np\nnp.testing.assert_allclose(grid(5), [0, .25, .5, .75, 1])",
    ),
    Idiom(
        "a library that only the answer imports",
        "import math\ndef area(r): return math.pi * r ** 2",
        "import math\ndef area(r): return r",
        "assert math.isclose(area(2), 4 * math.pi)",
    ),
    Idiom(
        "a name imported from a library",
        "from math import sqrt\ndef hyp(a, b): return sqrt(a * a + b * b)",
        "from math import sqrt\ndef hyp(a, b): return a",
        "assert abs(hyp(3, 4) - sqrt(25)) < 1e-12",
    ),
    Idiom(
        "an import that was asked for and not made",
        "import statistics",
        "pass",
        "assert statistics.mean([1, 2, 3]) == 2",
    ),
    Idiom(
        "a function passed in",
        "def integrate(f, a, b, n=1000):\n    h = (b - a) / n\n    return sum(f(a + (i + .5) * h) for i in range(n)) * h",
        "def integrate(f, a, b, n=1000): return 0",
        "assert abs(integrate(lambda t: t * t, 0, 1) - 1 / 3) < 1e-4",
    ),
    Idiom(
        "a function that is returned",
        "def adder(n):\n    def inner(x): return x + n\n    return inner",
        "def adder(n): return lambda x: x",
        "assert adder(3)(4) == 7 and callable(adder(1))",
    ),
    Idiom(
        "a decorator",
        "def twice(f):\n    def g(*a): return f(f(*a))\n    return g",
        "def twice(f): return f",
        "@twice\ndef inc(x): return x + 1\nassert inc(1) == 3",
    ),
    Idiom(
        "np.random.seed",
        "import numpy as np\ndef draw(n): return np.random.rand(n)",
        "import numpy as np\ndef draw(n): return np.zeros(n)",
        "import numpy as np\nnp.random.seed(3)\nwanted = np.random.rand(4)\nnp.random.seed(3)\nassert np.allclose(draw(4), wanted)",
    ),
    Idiom(
        "seeded twice",
        "import numpy as np\ndef walk(n): return np.cumsum(np.random.choice([-1, 1], n))",
        "import numpy as np\n_c = [0]\ndef walk(n):\n    _c[0] += 1\n    return np.full(n, _c[0])",
        "import numpy as np\nnp.random.seed(0); first = walk(50)\nnp.random.seed(0); second = walk(50)\nassert (first == second).all()",
    ),
    Idiom(
        "random.seed",
        "import random\ndef dice(n): return [random.randint(1, 6) for _ in range(n)]",
        "import random\ndef dice(n): return [1] * n",
        "import random\nrandom.seed(1)\nexpected_dice = [random.randint(1, 6) for _ in range(10)]\nrandom.seed(1)\nassert dice(10) == expected_dice",
    ),
    Idiom(
        "a generator object",
        "def noise(rng, n): return rng.normal(size=n)",
        "def noise(rng, n): return [0.0] * n",
        "import numpy as np\nassert np.allclose(noise(np.random.default_rng(5), 3), np.random.default_rng(5).normal(size=3))",
    ),
    Idiom(
        "redirect_stdout",
        "def greet(who): print('Hello,', who)",
        "def greet(who): print('Bye', who)",
        "import io\nfrom contextlib import redirect_stdout\nbuffer = io.StringIO()\nwith redirect_stdout(buffer):\n    greet('Ada')\nassert buffer.getvalue() == 'Hello, Ada\\n'",
    ),
    Idiom(
        "capture magic",
        "def shout(): print('HEY')",
        "def shout(): print('hey')",
        "%%capture heard\nshout()",
    ),
    Idiom(
        "an expected exception",
        "def root(x):\n    if x < 0: raise ValueError('negative')\n    return x ** .5",
        "def root(x): return abs(x) ** .5",
        "try:\n    root(-1)\nexcept ValueError as error:\n    assert 'negative' in str(error)\nelse:\n    raise AssertionError('no error')",
    ),
    Idiom(
        "unittest assertRaises",
        "def item(d, k): return d[k]",
        "def item(d, k): return d.get(k)",
        "import unittest\nwith unittest.TestCase().assertRaises(KeyError):\n    item({}, 'a')",
    ),
    Idiom(
        "numpy assert_raises",
        "def inverse(x): return 1 / x",
        "def inverse(x): return 0",
        "from numpy.testing import assert_raises\nassert_raises(ZeroDivisionError, inverse, 0)",
    ),
    Idiom(
        "an exception of the student's own",
        "class TooHot(Exception): pass\ndef heat(t):\n    if t > 100: raise TooHot(t)",
        "class TooHot(Exception): pass\ndef heat(t): pass",
        "try:\n    heat(101)\n    raise AssertionError\nexcept TooHot as hot:\n    assert hot.args == (101,)",
    ),
    Idiom(
        "an in-place change",
        "def bubble(items):\n    items.sort()",
        "def bubble(items):\n    return sorted(items)",
        "numbers = [3, 1, 2]\nbubble(numbers)\nassert numbers == [1, 2, 3]",
        in_place=True,
    ),
    Idiom(
        "an array changed in place",
        "def clip(a): a[a < 0] = 0",
        "def clip(a): a = a.clip(0)",
        "import numpy as np\nvalues = np.array([1., -2.])\nclip(values)\nassert values.tolist() == [1, 0]",
        in_place=True,
    ),
    Idiom(
        "arguments are left alone",
        "def smallest(items): return sorted(items)[0]",
        "def smallest(items):\n    items.sort()\n    return items[0]",
        "numbers2 = [3, 1, 2]\nassert smallest(numbers2) == 1\nassert numbers2 == [3, 1, 2]",
        in_place=True,
    ),
    Idiom(
        "a class",
        "class Account:\n    def __init__(self, balance=0): self.balance = balance\n    def deposit(self, x): self.balance += x\n    def __len__(self): return 3\n    def __str__(self): return f'{self.balance}'",
        "class Account:\n    def __init__(self, balance=0): self.balance = 0\n    def deposit(self, x): pass\n    def __len__(self): return 3\n    def __str__(self): return 'x'",
        "acc = Account(10)\nacc.deposit(5)\nassert acc.balance == 15 and str(acc) == '15' and len(acc) == 3 and isinstance(acc, Account)",
    ),
    Idiom(
        "an attribute that is set",
        "class Dog:\n    sound = 'wuff'\n    def speak(self): return self.sound",
        "class Dog:\n    sound = 'wuff'\n    def speak(self): return 'wuff'",
        "rex = Dog()\nrex.sound = 'grr'\nassert rex.speak() == 'grr'",
    ),
    Idiom(
        "inheritance",
        "class Shape: pass\nclass Square(Shape):\n    def area(self): return 4",
        "class Shape: pass\nclass Square:\n    def area(self): return 4",
        "assert issubclass(Square, Shape) and isinstance(Square(), Shape)",
    ),
    Idiom(
        "hasattr",
        "class Robot:\n    def move(self): return 1",
        "class Robot: pass",
        "assert hasattr(Robot, 'move') and hasattr(Robot(), 'move') and not hasattr(Robot(), 'fly')",
    ),
    Idiom(
        "an iterator",
        "def evens():\n    n = 0\n    while True:\n        yield n\n        n += 2",
        "def evens(): return iter([0, 1, 2, 3])",
        "from itertools import islice\nassert list(islice(evens(), 4)) == [0, 2, 4, 6]\nassert next(evens()) == 0",
    ),
    Idiom(
        "a context manager",
        "from contextlib import contextmanager\n@contextmanager\ndef opened():\n    yield 'inside'",
        "from contextlib import contextmanager\n@contextmanager\ndef opened():\n    yield None",
        "with opened() as thing:\n    assert thing == 'inside'",
    ),
    Idiom(
        "a name like a builtin's",
        "def sum(items): return 'mine'",
        "pass",
        "assert sum([1]) == 'mine'",
    ),
    Idiom(
        "deleting a name",
        "def helper_d(): return 1\ndef uses(): return helper_d() + 1",
        "def helper_d(): return 1\ndef uses(): return 2",
        "del helper_d\ntry:\n    uses()\nexcept NameError:\n    pass\nelse:\n    raise AssertionError('helper not used')",
    ),
    Idiom(
        "a function of the answer replaced",
        "def base_f(): return 1\ndef on_top(): return base_f() + 1",
        "def base_f(): return 1\ndef on_top(): return 2",
        "def base_f(): return 10\nassert on_top() == 11",
    ),
    Idiom(
        "a global that the function reads",
        "RATE = 2\ndef scaled(x): return RATE * x",
        "RATE = 2\ndef scaled(x): return 2 * x",
        "RATE = 5\nassert scaled(3) == 15",
    ),
    Idiom(
        "a global that the function changes",
        "counter = 0\ndef count():\n    global counter\n    counter += 1",
        "counter = 0\ndef count(): pass",
        "counter = 5\ncount(); count()\nassert counter == 7",
    ),
    Idiom(
        "a global list that the function fills",
        "log_list = []\ndef log(x): log_list.append(x)",
        "log_list = []\ndef log(x): pass",
        "log('a'); log('b')\nassert log_list == ['a', 'b']",
    ),
    Idiom(
        "a patched input",
        "def ask():\n    return int(input('n? ')) + 1",
        "def ask(): return 0",
        "input = lambda prompt='': '41'\nassert ask() == 42\ndel input",
    ),
    Idiom(
        "mock.patch of a builtin",
        "def ask_name(): return input().upper()",
        "def ask_name(): return ''",
        "from unittest import mock\nwith mock.patch('builtins.input', return_value='ada'):\n    assert ask_name() == 'ADA'",
        refused="the patch would have to be made in the student's process",
    ),
    Idiom(
        "a data frame",
        "import pandas as pd\ndef frame(): return pd.DataFrame({'a': [1, 2], 'b': ['x', 'y']})",
        "import pandas as pd\ndef frame(): return pd.DataFrame({'a': [1, 3], 'b': ['x', 'y']})",
        "import pandas as pd\npd.testing.assert_frame_equal(frame(), pd.DataFrame({'a': [1, 2], 'b': ['x', 'y']}))\nassert frame().shape == (2, 2) and list(frame().columns) == ['a', 'b']",
    ),
    Idiom(
        "a frame passed in",
        "def means(df): return df.groupby('g')['v'].mean()",
        "def means(df): return df['v']",
        "import pandas as pd\nresult_m = means(pd.DataFrame({'g': list('aab'), 'v': [1., 3., 5.]}))\nassert result_m.to_dict() == {'a': 2.0, 'b': 5.0}",
    ),
    Idiom(
        "a figure's labels",
        "import matplotlib.pyplot as plt\ndef draw_it():\n    fig, ax = plt.subplots()\n    ax.plot([1, 2, 3]); ax.set_xlabel('t'); plt.close(fig)\n    return ax",
        "import matplotlib.pyplot as plt\ndef draw_it():\n    fig, ax = plt.subplots(); plt.close(fig)\n    return ax",
        "axes = draw_it()\nassert axes.get_xlabel() == 't'\nassert len(axes.lines) == 1 and list(axes.lines[0].get_ydata()) == [1, 2, 3]",
    ),
    Idiom(
        "the current figure",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.title('hi'); kept_axes = plt.gca()",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]); kept_axes = plt.gca()",
        "import matplotlib.pyplot as plt\nassert kept_axes.get_title() == 'hi'",
    ),
    Idiom(
        "the type of a result",
        "def as_text(x): return str(x)",
        "def as_text(x): return x",
        "assert type(as_text(3)) is str and isinstance(as_text(3), str)",
    ),
    Idiom(
        "a tuple",
        "def minmax(a): return min(a), max(a)",
        "def minmax(a): return [min(a), max(a)]",
        "low, high = minmax([3, 1, 2])\nassert (low, high) == (1, 3) and isinstance(minmax([1]), tuple)",
    ),
    Idiom(
        "a dictionary",
        "def tally(s):\n    d = {}\n    for c in s: d[c] = d.get(c, 0) + 1\n    return d",
        "def tally(s): return {}",
        "assert tally('aab') == {'a': 2, 'b': 1}",
    ),
    Idiom(
        "a set",
        "def letters(s): return set(s)",
        "def letters(s): return list(s)",
        "assert letters('abca') == {'a', 'b', 'c'}",
    ),
    Idiom(
        "a named tuple",
        "from collections import namedtuple\nPoint2 = namedtuple('Point2', 'x y')\ndef origin(): return Point2(0, 1)",
        "from collections import namedtuple\nPoint2 = namedtuple('Point2', 'x y')\ndef origin(): return Point2(1, 1)",
        "assert origin().x == 0 and origin() == (0, 1)",
    ),
    Idiom(
        "keyword arguments",
        "def power(base, *, exponent=2): return base ** exponent",
        "def power(base, exponent=2, **k): return base * exponent",
        "assert power(3, exponent=3) == 27 and power(4) == 16",
    ),
    Idiom(
        "a docstring",
        "def documented():\n    'Say so.'",
        "def documented(): pass",
        "assert documented.__doc__ == 'Say so.' and documented.__name__ == 'documented'",
    ),
    Idiom(
        "the signature",
        "import inspect\ndef sig(a, b, c=3): pass",
        "import inspect\ndef sig(a): pass",
        "import inspect\nassert list(inspect.signature(sig).parameters) == ['a', 'b', 'c']",
    ),
    Idiom(
        "the source text",
        "import inspect\ndef comp(x): return [i for i in x]",
        "import inspect\ndef comp(x): return list(x)",
        "import inspect\nassert ' for ' in inspect.getsource(comp)",
        refused="source text stays in the student's process",
    ),
    Idiom(
        "recursion counted by a wrapper",
        "def fact(n): return 1 if n < 2 else n * fact(n - 1)",
        "def fact(n):\n    r = 1\n    for i in range(2, n + 1): r *= i\n    return r",
        "calls = []\nplain_fact = fact\ndef fact(n):\n    calls.append(n)\n    return plain_fact(n)\nassert fact(4) == 24 and len(calls) == 4",
    ),
    Idiom(
        "top-level await",
        "import asyncio\nasync def later(x):\n    await asyncio.sleep(0)\n    return x",
        "import asyncio\nasync def later(x): return None",
        "assert await later(3) == 3",
    ),
    Idiom(
        "a warning that is expected",
        "import warnings\ndef old():\n    warnings.warn('old', DeprecationWarning)\n    return 1",
        "def old(): return 1",
        "import warnings\nwith warnings.catch_warnings(record=True) as caught:\n    warnings.simplefilter('always')\n    old()\nassert len(caught) == 1 and issubclass(caught[0].category, DeprecationWarning)",
    ),
    Idiom(
        "a file that the answer writes",
        "def save():\n    with open('out.txt', 'w') as f: f.write('done')\n    return 'out.txt'",
        "def save(): return 'out.txt'",
        "save()\nassert open('out.txt').read() == 'done'",
        refused="the file is in the student's process",
    ),
    Idiom(
        "equality of the student's objects",
        "class Vec:\n    def __init__(s, x): s.x = x\n    def __eq__(s, o): return s.x == o.x\n    def __add__(s, o): return Vec(s.x + o.x)",
        "class Vec:\n    def __init__(s, x): s.x = x\n    def __add__(s, o): return s",
        "assert Vec(1) + Vec(2) == Vec(3)",
        refused="an object of the answer compares equal to nothing",
    ),
    Idiom(
        "complex numbers and infinities",
        "def roots(): return [1j, -1j, float('inf')]",
        "def roots(): return [1, -1, 0]",
        "assert roots()[0] == 1j and roots()[2] == float('inf')",
    ),
    Idiom(
        "unittest suite",
        "def neg(x): return -x",
        "def neg(x): return x",
        "import unittest\nclass T(unittest.TestCase):\n    def test_neg(self): self.assertEqual(neg(2), -2)\noutcome = unittest.TextTestRunner(stream=__import__('io').StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))\nassert outcome.wasSuccessful()",
    ),
    Idiom(
        "math on a result",
        "import numpy as np\ndef spectrum(n): return np.fft.rfft(np.ones(n))",
        "import numpy as np\ndef spectrum(n): return np.zeros(n, complex)",
        "import numpy as np\nassert np.isclose(abs(spectrum(8)[0]), 8) and spectrum(8).dtype == complex",
    ),
    Idiom(
        "a result used by a later test",
        "def token(): return 'abc'",
        "def token(): return 'x'",
        "seen_token = token()\nassert len(seen_token) == 3",
    ),
    Idiom(
        "a large integer",
        "def big(): return 2 ** 200",
        "def big(): return 2.0 ** 200",
        "assert big() == 2 ** 200 and isinstance(big(), int)",
    ),
    Idiom(
        "a string result with unicode",
        "def name_u(): return 'naïve ✓'",
        "def name_u(): return 'naive'",
        "assert name_u() == 'naïve ✓'",
    ),
    Idiom(
        "scipy calls the answer",
        "def parabola(x): return (x - 2) ** 2",
        "def parabola(x): return x ** 2",
        "from scipy.optimize import minimize_scalar\nassert abs(minimize_scalar(parabola).x - 2) < 1e-4",
    ),
    Idiom(
        "np.vectorize of the answer",
        "def step_f(x): return 1.0 if x > 0 else 0.0",
        "def step_f(x): return 0.0",
        "import numpy as np\nassert np.vectorize(step_f)(np.array([-1., 2.])).tolist() == [0.0, 1.0]",
    ),
)
