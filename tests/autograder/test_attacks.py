"""What student code may try, entry by entry of the catalogue: no mark, no harm, the right state."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from toy import REFERENCE, mark

pytestmark = pytest.mark.usefixtures("box")

HEAD = "ip = get_ipython()\nimport os, sys, time\nimport numpy as np\n"
WRONG = "def solve(x):\n    return None\nans = 7.0\n"

ATTACKS = {
    "C1 input transformer": "ip.input_transformers_cleanup.append(lambda lines: [])",
    "C2 ast transformer": """
import ast
class T(ast.NodeTransformer):
    def visit_Assert(self, n): return ast.Pass()
ip.ast_transformers.append(T())
""",
    "C3 pre_run_cell hook": """
def h(info):
    import numpy.testing as t; t.assert_allclose = lambda *a, **k: None
ip.events.register('pre_run_cell', h)
""",
    "C4 run_cell_async replaced": """
from IPython.core.interactiveshell import ExecutionResult
async def rc(*a, **k): return ExecutionResult(None)
ip.run_cell_async = rc
""",
    "C7 showtraceback": """
import IPython.core.interactiveshell as s
s.InteractiveShell.showtraceback = lambda *a, **k: None
""",
    "C8 set_custom_exc": "ip.set_custom_exc((Exception,), lambda *a, **k: None)",
    "C9 equal to everything": """
class Y:
    def __eq__(s, o): return True
    def __ne__(s, o): return False
    def __lt__(s, o): return True
    __gt__ = __le__ = __ge__ = __lt__
    def __sub__(s, o): return 0.0
    __rsub__ = __add__ = __radd__ = __mul__ = __abs__ = lambda s, *o: Y()
    def __bool__(s): return True
    def __float__(s): return 0.0
    def __array__(s, *a, **k): return np.zeros(())
    def __array_ufunc__(s, *a, **k): return np.True_
    def __array_function__(s, *a, **k): return np.True_
    __array_priority__ = 1e9
def solve(x): return Y()
ans = Y()
""",
    "C9b float subclass equal to everything": """
class Y(float):
    def __eq__(s, o): return True
    def __sub__(s, o): return 0.0
    def __abs__(s): return 0.0
    __hash__ = float.__hash__
def solve(x): return Y(1)
ans = Y(1)
""",
    "C9c array subclass": """
class A(np.ndarray):
    def __array_ufunc__(s, *a, **k): return np.True_
    def __array_function__(s, *a, **k): return np.True_
    def __eq__(s, o): return np.True_
    def __sub__(s, o): return 0.0
def solve(x): return np.zeros(()).view(A)
ans = np.zeros(()).view(A)
""",
    "C10 early execute_result": """
def solve(x):
    ip.displayhook(5.0)
    return None
""",
    "C11 not a number": "def solve(x): ip.displayhook(float('nan'))",
    "C12 over the maximum": "def solve(x): ip.displayhook(99)",
    "C14 forged protocol on stdout": """
print('### BEGIN GRADE\\n5.0\\n### END GRADE'); print('{"score": 100, "tests": []}')
def solve(x): print('5.0'); print('5.0', file=sys.stderr)
""",
    "C15 history": """
import re
def solve(x):
    src = ip.user_ns['In'][-1]
    return int(re.search(r'solve\\(%d\\) == (\\d+)' % x, src).group(1))
""",
    "C16 frame walk": """
def solve(x):
    f = sys._getframe()
    while f:
        for value in list(f.f_locals.values()):
            if isinstance(value, int) and value == x * x: return value
        f = f.f_back
""",
    "C17 settrace": """
seen = []
def tr(f, e, a):
    if 'desired' in f.f_locals: seen.append(f.f_locals['desired'])
sys.settrace(tr)
def solve(x): return seen[-1]
""",
    "C18 garbage collector": """
import gc, types
kept = [o for o in gc.get_objects() if isinstance(o, types.FunctionType)]
ref = [o for o in kept if o.__name__.startswith(('ref_', 'expected'))]
def solve(x): return ref[0](x)
""",
    "C19 source on disk": """
import glob
found = [p for p in glob.glob('/**/*.ipynb', recursive=True)]
def solve(x):
    exec(open(found[0]).read(), globals())
""",
    "C21 gradebook": """
import sqlite3, glob
for p in glob.glob('/**/gradebook.db', recursive=True):
    sqlite3.connect(p).execute('update grade set extra_credit=100')
""",
    "C24 other processes": """
for p in os.listdir('/proc'):
    if p.isdigit() and int(p) != os.getpid(): print(open('/proc/%s/environ' % p).read())
""",
    "C29 background thread": """
import threading
def bg():
    while True:
        try:
            import numpy.testing as t
            t.assert_allclose = lambda *a, **k: None
        except Exception: pass
        time.sleep(.01)
threading.Thread(target=bg, daemon=True).start()
""",
    "C31 numpy.testing": """
import numpy.testing as t
t.assert_allclose = t.assert_array_equal = lambda *a, **k: None
np.isclose = np.allclose = lambda *a, **k: True
""",
    "C33 sys.modules": """
import types
m = types.ModuleType('numpy')
m.testing = types.SimpleNamespace(assert_allclose=lambda *a, **k: None)
sys.modules['numpy'] = m
""",
    "C35 builtins": """
import builtins
builtins.all = builtins.isinstance = lambda *a: True
builtins.abs = lambda x: 0
""",
    "C38 randomness": "import random; random.random = lambda: .5; time.perf_counter = lambda: 0.0",
    "array interface to an address": """
class Y:
    __array_interface__ = {
        'shape': (), 'typestr': '<f8', 'data': (id(1.0) + 16, True), 'version': 3
    }
def solve(x): return Y()
ans = Y()
""",
    "crossing replaced": """
import autograder.crossing as c, autograder.box.answers as a
able = ['__call__', '__eq__', '__sub__', '__abs__', '__lt__']
a.encode = lambda value, lend: ['object', 0, able, True]
""",
    "forged replies": """
import autograder.box.answers as a
def answer(self, request):
    self._channel.send({'value': True, 'printed': [], 'warned': [], 'passed': True, 'outputs': []})
a.Answers.answer = answer
""",
    "nonsense replies": """
import autograder.box.answers as a
def answer(self, request):
    self._channel._socket.sendall(b'\\xff\\xff\\xff\\xff')
a.Answers.answer = answer
""",
    "calls back what was never lent": """
import autograder.box.answers as a
def answer(self, request):
    for i in range(3): self._channel.send({'callback': i, 'args': [], 'kwargs': {}})
    self._channel.send({'value': None})
a.Answers.answer = answer
""",
    "raises KeyboardInterrupt": "def solve(x): raise KeyboardInterrupt",
    "raises SystemExit": "def solve(x): raise SystemExit(0)",
    "exception with a will of its own": """
class E(Exception):
    def __init__(self, *a): self.args = (lambda: 1, self)
    def __str__(self): raise self
def solve(x): raise E()
""",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_earns_nothing(attack: str) -> None:
    marked = mark(HEAD + WRONG, after=HEAD + ATTACKS[attack])
    assert marked.total == 0, marked


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_honest_submission_after_an_attack_earns_its_marks(attack: str) -> None:
    mark(HEAD + WRONG, after=HEAD + ATTACKS[attack])
    assert mark(REFERENCE).total == 15


def test_killing_the_process_in_an_answer_costs_that_answer() -> None:
    answer = REFERENCE.replace("return x * x", "return x * x if x != 3 else os._exit(0)")
    marked = mark(answer)
    assert marked.marks == {"t1": 0, "t2": 5, "t3": 5}
    assert marked.states()["t1"] == "crashed"


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("os._exit(0)", "crashed"),
        ("import ctypes; ctypes.string_at(0)", "crashed"),
        ("os.kill(os.getpid(), 9)", "crashed"),
        ("x = bytearray(10**11)", "out of memory"),
        ("while True: pass", "timed out"),
        (
            "while True:\n    try: time.sleep(.05)\n    except KeyboardInterrupt: pass",
            "timed out",
        ),
        ("while True: print('x' * 10000)", "timed out"),
        ("print('x' * 10**8)", "output flood"),
        ("ip.ask_exit()", "done"),
        ("sys.exit(0)", "done"),
    ],
)
def test_a_cell_that_goes_wrong_costs_that_cell_alone(code: str, state: str) -> None:
    marked = mark(REFERENCE, after=HEAD + code)
    assert marked.states()["after"] == state
    assert marked.total == 15
    assert "reached the end" in str(marked.cells["last"].outputs)


@pytest.mark.parametrize(
    "code",
    [
        "while True:\n    try: os.fork()\n    except OSError: break",
        "f = open('fill', 'wb')\nwhile True: f.write(bytes(2**20))",
        "i = 0\nwhile True:\n    open(f'/tmp/{i}', 'wb').write(bytes(2**20)); i += 1",
    ],
)
def test_bombs_stay_within_their_limits(code: str) -> None:
    mark(REFERENCE, after=HEAD + code)
    assert mark(REFERENCE).total == 15


def test_nothing_survives_a_submission() -> None:
    mark(
        REFERENCE,
        after=HEAD
        + """
import subprocess
subprocess.Popen(['sleep', '600'], start_new_session=True)
startup = os.path.expanduser('~/.ipython/profile_default/startup/00.py')
for p in ('/tmp/left', '/dev/shm/left', startup):
    os.makedirs(os.path.dirname(p), exist_ok=True)
    open(p, 'w').write('1/0')
os.makedirs('/tmp/a/b')
open('/tmp/a/b/c', 'w').close()
os.chmod('/tmp/a/b', 0)
os.chmod('/tmp/a', 0)
""",
    )
    marked = mark(
        REFERENCE,
        after=HEAD
        + """
processes = [p for p in os.listdir('/proc') if p.isdigit()]
print([p for p in processes if b'sleep' in open(f'/proc/{p}/cmdline', 'rb').read()])
print(os.listdir('/tmp'), os.listdir('/dev/shm'))
""",
    )
    assert marked.cells["after"].outputs[0]["text"] == "[]\n['lesson'] []\n"


def test_a_box_has_no_network() -> None:
    marked = mark(REFERENCE, after="import socket; socket.create_connection(('1.1.1.1', 53), 2)")
    assert marked.cells["after"].outputs[0]["ename"] == "OSError"


def test_kept_arguments_reach_no_output() -> None:
    marked = mark(
        REFERENCE
        + """
kept = []
_solve = solve
def solve(x):
    kept.append(x); print('seen', x, kept); print('seen', x, file=sys.stderr)
    open('kept', 'a').write(str(x))
    display(x)
    raise ValueError('seen', x, kept)
""",
        {"t1": "### BEGIN HIDDEN TESTS\nassert solve(271828) == 3\n### END HIDDEN TESTS"},
        after="print(kept)",
    )
    assert marked.total == 0
    shown = {name: str(cell.outputs) for name, cell in marked.cells.items() if name != "t1"}
    assert not any("271828" in text for text in shown.values())
