"""Writes Tests/TensorPrimitivesTests/SpecialValues.txt: values and derivatives of the element-wise functions.

They are mpmath's to 400 digits; special cases are C99's, complex ones those of Python's cmath. Numbers below the least
normal one are left out: XLA:CPU takes them for zeros. Derivatives are left open (-) where a function has none, and where
the rounding of the argument alone would change them by more than the tolerance.

    python3 Utilities/generate/special_values.py        (it needs mpmath)
"""
import cmath
import math
import pathlib
import struct

import mpmath as mp
from mpmath import mpf

mp.mp.dps = 400
INF, NAN = math.inf, math.nan
PI = mp.pi
ONE = mpf(1)


def single(x):
    """The nearest float32, as a float."""
    if math.isinf(x) or math.isnan(x):
        return x
    return struct.unpack("f", struct.pack("f", x))[0]


def next32(x, up):
    bits = struct.unpack("i", struct.pack("f", x))[0]
    return struct.unpack("f", struct.pack("i", bits + (1 if up == (x > 0) else -1)))[0]


def clamped(function, limit):
    """A function that has long reached its end at the limit."""
    return lambda x: function(min(max(mpf(x), -limit), limit))


exp = clamped(mp.exp, mpf(10) ** 6)
expm1 = clamped(mp.expm1, mpf(10) ** 6)
sinh, cosh, tanh = (clamped(f, mpf(10) ** 6) for f in (mp.sinh, mp.cosh, mp.tanh))
erf, erfc = (clamped(f, mpf(60)) for f in (mp.erf, mp.erfc))


def phi(x):
    return exp(-x * x / 2) / mp.sqrt(2 * PI)


def Phi(x):
    return erfc(-x / mp.sqrt(2)) / 2


def sigmoid(x):
    return 1 / (1 + exp(-x))


def sech2(x):
    return 1 / cosh(x) ** 2


def softplus(x):
    return mpf(x) if x > 2000 else mp.log1p(exp(x))


def lgamma(x):
    if x > 0:
        return mp.loggamma(x).real if x < 1e15 else (x - mpf(1) / 2) * mp.log(x) - x + mp.log(2 * PI) / 2
    return mp.log(PI / abs(mp.sin(PI * x))) - lgamma(1 - x) if x > -1e12 else None


def digamma(x):
    if x > 1e12:
        return mp.log(x) - 1 / (2 * x) - 1 / (12 * x * x)
    if x < -1e12:
        return None
    return mp.digamma(x)


def polygamma(n, x):
    if x > 1e12:
        y = mp.factorial(n - 1) / x ** n + mp.factorial(n) / (2 * x ** (n + 1))
        return y if n % 2 else -y
    if x < -1e6:
        return None
    return mp.polygamma(n, x)


def gamma(x):
    if x > 200:
        return INF
    if x < -400:
        return mpf(0)
    return mp.gamma(x)


def gamma_slope(x):
    if x > 200:
        return INF
    if x < -400:
        return mpf(0)
    return mp.gamma(x) * mp.digamma(x)


def sinc(x):
    return mp.sin(PI * x) / (PI * x)


def sinc_slope(x):
    if abs(x) < mpf(10) ** -100:
        return -PI * PI * x / 3
    u = PI * x
    return PI * (u * mp.cos(u) - mp.sin(u)) / u**2


def erfinv(x):
    return mp.erfinv(x) if abs(x) < 1 else INF * x


def with_lower_precision(f, digits=60):
    def g(x):
        with mp.workdps(digits):
            return f(x)
    return g


def erfinv_(x):
    # Newton on erfc, which keeps the digits near 1.
    with mp.workdps(60):
        t = abs(x)
        if t < 0.5:
            y = t * mp.sqrt(PI) / 2
            for _ in range(8):
                y -= (erf(y) - t) / (2 / mp.sqrt(PI) * exp(-y * y))
        else:
            with mp.workdps(400):
                c = 1 - t
            y = mp.sqrt(-mp.log(c * mp.sqrt(-mp.log(c) * PI + 1)))
            for _ in range(60):
                step = (mp.log(erfc(y)) - mp.log(c)) / (-2 / mp.sqrt(PI) * exp(-y * y) / erfc(y))
                y -= step
                if abs(step) < mpf(10) ** -50 * y:
                    break
        return y if x > 0 else -y


def gelu_tanh(x):
    u = mp.sqrt(2 / PI) * (x + mpf("0.044715") * x**3)
    return x * sigmoid(2 * u)


def gelu_tanh_slope(x):
    u = mp.sqrt(2 / PI) * (x + mpf("0.044715") * x**3)
    du = mp.sqrt(2 / PI) * (1 + 3 * mpf("0.044715") * x**2)
    return sigmoid(2 * u) + x * 2 * du * sigmoid(2 * u) * sigmoid(-2 * u)


ALPHA = mpf("1.6732632423543772848170429916717")
SCALE = mpf("1.0507009873554804934193349852946")
L2, L10 = mp.log(2), mp.log(10)
ROOT_PI = mp.sqrt(PI)
SKIP = object()

# name: (value, derivative, domain, ends {x: (value, derivative)}, further points)
EVERYWHERE = lambda x: True
POSITIVE = lambda x: x > 0
UNIT = lambda x: -1 < x < 1
NOT_POLE = lambda x: x > 0 or x != math.floor(x)


def unary():
    t = {}

    def add(name, value, slope, domain=EVERYWHERE, ends=None, more=()):
        t[name] = (value, slope, domain, ends or {}, more, name)

    add("exp", exp, exp, ends={-INF: (0, 0), INF: (INF, INF)}, more=[-87, -103, -740, 709, -800])
    add("expm1", expm1, exp, ends={-INF: (-1, 0), INF: (INF, INF)}, more=[-37])
    add("exp2", lambda x: exp(x * mp.log(2)), lambda x: exp(x * mp.log(2)) * L2, ends={-INF: (0, 0), INF: (INF, INF)}, more=[127, -126, 1023, 1023.9, 127.9])
    add("log", mp.log, lambda x: 1 / x, POSITIVE, {0.0: (-INF, INF), INF: (INF, 0)})
    add("log2", lambda x: mp.log(x) / L2, lambda x: 1 / x / L2, POSITIVE, {0.0: (-INF, INF), INF: (INF, 0)})
    add("log10", lambda x: mp.log(x) / L10, lambda x: 1 / x / L10, POSITIVE, {0.0: (-INF, INF), INF: (INF, 0)})
    add("log1p", mp.log1p, lambda x: 1 / (1 + x), lambda x: x > -1, {-1: (-INF, INF), INF: (INF, 0)})
    add("sqrt", mp.sqrt, lambda x: 1 / (2 * mp.sqrt(x)), POSITIVE, {0.0: (0, INF), INF: (INF, 0)})
    add("rsqrt", lambda x: 1 / mp.sqrt(x), lambda x: -1 / (2 * mp.sqrt(x) ** 3), POSITIVE, {0.0: (INF, -INF), INF: (0, 0)})
    add("cbrt", lambda x: mp.cbrt(abs(x)) * mp.sign(x), lambda x: 1 / (3 * mp.cbrt(abs(x)) ** 2), EVERYWHERE, {0.0: (0, INF), INF: (INF, 0), -INF: (-INF, 0)})
    add("reciprocal", lambda x: 1 / x, lambda x: -1 / x**2, lambda x: x != 0, {0.0: (INF, -INF), -INF: (-0.0, 0), INF: (0, 0)})
    add("square", lambda x: x * x, lambda x: 2 * x, EVERYWHERE, {-INF: (INF, -INF), INF: (INF, INF), 0.0: (0, 0)})
    add("sin", mp.sin, mp.cos, more=[3.14159265, 6.2831853, 1.57079633, 1e6, 12345.678])
    add("cos", mp.cos, lambda x: -mp.sin(x), more=[3.14159265, 1.57079633, 1e6, 12345.678])
    add("tan", mp.tan, lambda x: 1 / mp.cos(x) ** 2, more=[3.14159265, 1.57079633, -1.57079633, 1e6])
    add("asin", mp.asin, lambda x: 1 / mp.sqrt((1 - x) * (1 + x)), UNIT, {1: (PI / 2, INF), -1: (-PI / 2, INF)})
    add("acos", mp.acos, lambda x: -1 / mp.sqrt((1 - x) * (1 + x)), UNIT, {1: (0, -INF), -1: (PI, -INF)})
    add("atan", mp.atan, lambda x: 1 / (1 + x * x), ends={-INF: (-PI / 2, 0), INF: (PI / 2, 0)})
    add("sinh", sinh, cosh, ends={-INF: (-INF, INF), INF: (INF, INF)})
    add("cosh", cosh, sinh, ends={-INF: (INF, -INF), INF: (INF, INF)})
    add("tanh", tanh, sech2, ends={-INF: (-1, 0), INF: (1, 0)}, more=[9, 15, 40, -40, 350])
    add("asinh", mp.asinh, lambda x: 1 / mp.sqrt(1 + x * x), ends={-INF: (-INF, 0), INF: (INF, 0)})
    add("acosh", mp.acosh, lambda x: 1 / mp.sqrt((x - 1) * (x + 1)), lambda x: x > 1, {1: (0, INF), INF: (INF, 0)})
    add("atanh", mp.atanh, lambda x: 1 / ((1 - x) * (1 + x)), UNIT, {1: (INF, INF), -1: (-INF, INF)})
    add("sinc", sinc, sinc_slope, lambda x: x != 0, {0.0: (1, 0), INF: (0, 0), -INF: (0, 0)},
        more=[4, 1.0001, 1.9999, 17.0003, 100.001, 0.02, 0.05, 1.43, 2.459, 1000.0001, 1000.5])
    add("erf", erf, lambda x: 2 / ROOT_PI * exp(-x * x), ends={-INF: (-1, 0), INF: (1, 0)}, more=[4, 6, 9, 26])
    add("erfc", erfc, lambda x: -2 / ROOT_PI * exp(-x * x), ends={-INF: (2, 0), INF: (0, 0)}, more=[4, 6, 9, 26])
    add("erfInv", erfinv_, lambda x: ROOT_PI / 2 * exp(erfinv_(x) ** 2), lambda x: UNIT(x) and x != 0,
        {1: (INF, INF), -1: (-INF, INF), 0.0: (0, ROOT_PI / 2)}, more=[0.99999, 0.999999, 0.9999999, -0.9999999])
    add("lgamma", lgamma, digamma, NOT_POLE,
        {0.0: (INF, SKIP), -1: (INF, SKIP), -2: (INF, SKIP), -3: (INF, SKIP), INF: (INF, INF), -INF: (INF, SKIP)},
        more=[1.001, 1.9999, 2.0001, 2.000001, 1.000001, -2.4570246, -2.7476826, -9.5, -30.2, -3.9999, -170.4])
    add("digamma", digamma, lambda x: polygamma(1, x), NOT_POLE, {INF: (INF, 0)}, more=[1.46, 1.4616321, 1.461, -0.504083, -3.2, -9.99, -30.2])
    for n in (0, 1, 2, 3, 7):
        add(f"polygamma{n}", (lambda n: lambda x: polygamma(n, x) if n else digamma(x))(n),
            (lambda n: lambda x: polygamma(n + 1, x))(n), NOT_POLE,
            {INF: (0 if n else INF, 0)}, more=[1.46, -0.504083, -3.2, -9.99, -30.2, 1e6])
    add("gamma", gamma, gamma_slope, NOT_POLE, {INF: (INF, INF), 0.0: (INF, SKIP)},
        more=[1.4616321, 28.7, 34.5, 35.1, 170.5, -28.69, -3.9999, -100.5])
    add("factorial", lambda x: gamma(x + 1), lambda x: gamma_slope(x + 1), lambda x: x >= 0, {INF: (INF, INF)},
        more=[4, 29, 33.1, 170])
    add("entr", lambda x: -x * mp.log(x), lambda x: -mp.log(x) - 1, POSITIVE, {0.0: (0, INF), INF: (-INF, -INF)}, more=[0.36788, 1.0001])
    add("logit", lambda x: mp.log(x / (1 - x)), lambda x: 1 / (x * (1 - x)), lambda x: 0 < x < 1,
        {0.0: (-INF, INF), 1: (INF, INF)}, more=[0.4999, 0.5001, 0.2, 0.76])
    add("ndtr", Phi, phi, ends={-INF: (0, 0), INF: (1, 0)}, more=[-5.5, -13, -11.545, -37])
    add("sigmoid", sigmoid, lambda x: sigmoid(x) * sigmoid(-x), ends={-INF: (0, 0), INF: (1, 0)}, more=[-87, -88.5, 40, -745])
    add("logSigmoid", lambda x: -softplus(-x), lambda x: sigmoid(-x), ends={-INF: (-INF, 1), INF: (-0.0, 0)})
    add("softplus", softplus, sigmoid, ends={-INF: (0, 0), INF: (INF, 1)})
    add("softSign", lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2, ends={-INF: (-1, 0), INF: (1, 0)})
    add("silu", lambda x: x * sigmoid(x), lambda x: sigmoid(x) * (1 + x * sigmoid(-x)),
        ends={-INF: (0, 0), INF: (INF, 1)}, more=[-1.2784645, -88, -95])
    add("mish", lambda x: x * tanh(softplus(x)),
        lambda x: tanh(softplus(x)) + x * sech2(softplus(x)) * sigmoid(x),
        ends={-INF: (0, 0), INF: (INF, 1)}, more=[-1.1924, -88, -95])
    add("gelu", lambda x: x * Phi(x), lambda x: Phi(x) + x * phi(x), ends={-INF: (0, 0), INF: (INF, 1)},
        more=[-0.7517915, -6, -9, -13, -37])
    add("geluTanh", gelu_tanh, gelu_tanh_slope, ends={-INF: (0, 0), INF: (INF, 1)}, more=[-0.7524, -6, -9, -8])
    add("elu", lambda x: x if x > 0 else expm1(x), lambda x: ONE if x > 0 else exp(x),
        ends={-INF: (-1, 0), INF: (INF, 1)})
    add("celu", lambda x: x if x > 0 else expm1(x / 2) * 2, lambda x: ONE if x > 0 else exp(x / 2),
        lambda x: x != 0, {-INF: (-2, 0), INF: (INF, 1), 0.0: (0, SKIP)})
    add("selu", lambda x: SCALE * (x if x > 0 else ALPHA * expm1(x)),
        lambda x: SCALE * (ONE if x > 0 else ALPHA * exp(x)), lambda x: x != 0,
        {-INF: (-SCALE * ALPHA, 0), INF: (INF, SCALE), 0.0: (0, SKIP)})
    add("squareplus", lambda x: (x + mp.sqrt(x * x + 4)) / 2 if x > 0 else 2 / (mp.sqrt(x * x + 4) - x),
        lambda x: (1 + x / mp.sqrt(x * x + 4)) / 2 if x > 0 else 2 / (mp.sqrt(x * x + 4) * (mp.sqrt(x * x + 4) - x)),
        ends={-INF: (0, 0), INF: (INF, 1)})
    add("hardSilu", lambda x: x * min(max(x + 3, 0), 6) / 6,
        lambda x: ONE if x > 3 else mpf(0) if x < -3 else (2 * x + 3) / 6, lambda x: abs(x) != 3,
        {-INF: (0, 0), INF: (INF, 1), 3: (3, SKIP), -3: (0, SKIP)})
    add("hardSigmoid", lambda x: min(max(x + 3, mpf(0)), mpf(6)) / 6, lambda x: ONE / 6 if abs(x) < 3 else mpf(0),
        lambda x: abs(x) != 3, {-INF: (0, 0), INF: (1, 0), 3: (1, SKIP), -3: (0, SKIP)})
    add("sparsePlus", lambda x: mpf(0) if x <= -1 else x if x >= 1 else (x + 1) ** 2 / 4,
        lambda x: mpf(0) if x <= -1 else ONE if x >= 1 else (x + 1) / 2, ends={-INF: (0, 0), INF: (INF, 1)})
    add("log1mexp", lambda x: mp.log(-expm1(-x)), lambda x: 1 / expm1(x), POSITIVE,
        {0.0: (-INF, INF), INF: (-0.0, 0)}, more=[0.6931, 0.6932])
    add("abs", abs, lambda x: mpf(-1 if x < 0 else 1), lambda x: x != 0, {0.0: (0, SKIP), -INF: (INF, -1), INF: (INF, 1)})
    add("integerPower3", lambda x: x**3, lambda x: 3 * x**2, EVERYWHERE, {-INF: (-INF, INF), INF: (INF, INF)})
    add("integerPower-2", lambda x: x**-2, lambda x: -2 * x**-3, lambda x: x != 0, {0.0: (INF, -INF), -INF: (0, 0), INF: (0, 0)})
    add("deg2rad", lambda x: x * PI / 180, lambda x: PI / 180, EVERYWHERE, {-INF: (-INF, PI / 180), INF: (INF, PI / 180)})
    return t


ORDINARY = [1e-30, 1e-18, 1e-10, 1e-5, 1e-3, 0.1, 0.25, 0.5, 0.7, 0.9, 0.99, 0.9999, 1, 1.0001, 1.5, 2, 3, 3.3, 5, 10,
            20, 30, 50, 88, 100, 300, 1e3, 1e5, 1e10, 1e19, 1e30]


def points(more, narrow):
    tiny = [3e-38] if narrow else [5e-308, 1e-160]
    near = [next32(1.0, True), next32(1.0, False)] if narrow else [math.nextafter(1, 2), math.nextafter(1, 0)]
    great = [3e38] if narrow else [709, 711, 1e160, 1e300]
    sizes = tiny + ORDINARY + near + great + [INF]
    found = [0.0, -0.0]
    for x in [s * x for x in sizes for s in (1, -1)] + list(more):
        x = single(x) if narrow else float(x)
        if x not in found and not (narrow and math.isinf(x) and x not in (INF, -INF)):
            found.append(x)
    return found + [NAN]


def text(y):
    if y is SKIP or y is None:
        return "-"
    if isinstance(y, (mp.mpc,)):
        return "nan"
    if not isinstance(y, float):
        if mp.isnan(y):
            return "nan"
        if abs(y) > mpf("1.8e308"):
            return "inf" if y > 0 else "-inf"
        y = float(y)
    return "%.17g" % y


ODD = set("expm1 log1p sqrt cbrt sin tan asin atan sinh tanh asinh atanh erf erfInv softSign deg2rad".split())


def name_of(entry):
    return entry[5]


OUTSIDE = {
    "entr": lambda x: -INF,
    "factorial": lambda x: 0,
    # At the negative integers: poles with one sign.
    "lgamma": lambda x: INF,
    "polygamma1": lambda x: INF if x > -INF else SKIP,
    "polygamma3": lambda x: INF if x > -INF else SKIP,
    "polygamma7": lambda x: INF if x > -INF else SKIP,
}


def row(entry, x):
    value, slope, domain, ends, _, _ = entry
    if math.isnan(x):
        return NAN, SKIP
    if x in ends:
        y, dy = ends[x]
        if x == 0 and math.copysign(1, x) < 0:
            # What the function is at -0: C's rules where there are some, not the derivative.
            odd = name_of(entry) in ODD
            return (-0.0 if odd else SKIP), SKIP
        return y, dy
    if math.isinf(x) or not domain(x):
        return OUTSIDE.get(entry[5], lambda x: NAN)(x), SKIP
    if x == 0 and name_of(entry) in ODD:
        return x, slope(mpf(0))
    z = mpf(x)
    y = value(z)
    if y is None:
        return SKIP, SKIP
    return y, slope(z)



def finite(*xs): return all(math.isfinite(x) for x in xs)
def nan(*xs): return any(math.isnan(x) for x in xs)

def c_pow(x, y):
    try:
        if not finite(x, y) or x == 0 or y == 0:
            if x == 0 and y < 0:
                odd = math.isfinite(y) and y == math.floor(y) and math.fmod(y, 2) != 0
                return math.copysign(INF, x) if odd else INF
            return math.pow(x, y)
        if x < 0 and y != math.floor(y):
            return NAN
        t = mpf(y) * mp.log(abs(mpf(x)))
        s = -1 if x < 0 and math.fmod(y, 2) != 0 else 1
        return s * exp(t)
    except OverflowError:
        return INF

def pow_(x, y):
    z = c_pow(x, y)
    if not finite(x, y) or nan(float(z)) : return z, SKIP, SKIP
    X, Y = mpf(x), mpf(y)
    if x == 0:
        if y == 0: return z, 0.0, SKIP
        if y == 1: return z, 1.0, SKIP if y<=0 else 0.0
        if y > 1: return z, 0.0, 0.0
        return z, SKIP, SKIP
    if y == 0:
        return z, 0.0, (mp.log(X) if x > 0 else SKIP)
    dx = Y / X * z
    return z, dx, (mp.log(X) * z if x > 0 else SKIP)

def atan2_(y, x):
    if nan(x,y): return NAN, SKIP, SKIP
    z = math.atan2(y, x)
    if finite(x,y) and (x or y):
        X, Y = mpf(x), mpf(y)
        if x and y: z = mp.atan2(Y, X)
        r = X*X + Y*Y
        return z, X / r, -Y / r
    if finite(x,y): return z, SKIP, SKIP
    return z, 0.0, 0.0

def hypot_(x, y):
    if math.isinf(x) or math.isinf(y): return INF, SKIP, SKIP
    if nan(x,y): return NAN, SKIP, SKIP
    X, Y = mpf(x), mpf(y)
    r = mp.sqrt(X*X+Y*Y)
    if r == 0: return 0.0, SKIP, SKIP
    return r, X/r, Y/r

def logaddexp_(base):
    k = mp.log(base) if base else ONE
    def f(x, y):
        if nan(x,y): return NAN, SKIP, SKIP
        if x == y and math.isinf(x): return x, SKIP, SKIP
        if INF in (x, y): return INF, (1.0 if x == INF else 0.0), (1.0 if y == INF else 0.0)
        if x == -INF: return y, 0.0, 1.0
        if y == -INF: return x, 1.0, 0.0
        X, Y = mpf(x)*k, mpf(y)*k
        m = max(X, Y)
        return (m + mp.log1p(exp(-abs(X-Y))))/k, sigmoid(X-Y), sigmoid(Y-X)
    return f

def xlogy_(x, y):
    if nan(x,y): return NAN, SKIP, SKIP
    if x == 0:
        if y > 0 and y < INF: return 0.0, mp.log(mpf(y)), 0.0
        return (0.0, SKIP, SKIP)
    if y < 0: return NAN, SKIP, SKIP
    if not finite(x, y) or y == 0:
        l = -INF if y == 0 else INF if y == INF else float(mp.log(y))
        return x * l, SKIP, SKIP
    X, Y = mpf(x), mpf(y)
    return X*mp.log(Y), mp.log(Y), X/Y

def xlog1py_(x, y):
    if nan(x,y): return NAN, SKIP, SKIP
    if x == 0:
        if y > -1 and y < INF: return 0.0, mp.log1p(mpf(y)), 0.0
        return (0.0, SKIP, SKIP)
    if y < -1: return NAN, SKIP, SKIP
    if not finite(x, y) or y == -1:
        l = -INF if y == -1 else INF if y == INF else float(mp.log1p(mpf(y)))
        return x * l, SKIP, SKIP
    X, Y = mpf(x), mpf(y)
    return X*mp.log1p(Y), mp.log1p(Y), X/(1+Y)

def rel_entr_(x, y):
    if nan(x,y): return NAN, SKIP, SKIP
    if x > 0 and y > 0:
        if not finite(x, y): return SKIP, SKIP, SKIP
        X, Y = mpf(x), mpf(y)
        return X*mp.log(X/Y), mp.log(X/Y)+1, -X/Y
    if x == 0 and y >= 0: return 0.0, SKIP, SKIP
    return INF, SKIP, SKIP

def kl_div_(x, y):
    if nan(x,y): return NAN, SKIP, SKIP
    if x > 0 and y > 0:
        if not finite(x, y): return SKIP, SKIP, SKIP
        X, Y = mpf(x), mpf(y)
        return X*mp.log(X/Y)-X+Y, mp.log(X/Y), 1-X/Y
    if x == 0 and y >= 0: return abs(y), SKIP, SKIP
    return INF, SKIP, SKIP

def lg(x): return lgamma(x)
def betaln_(a, b):
    if nan(a,b): return NAN, SKIP, SKIP
    if a <= 0 or b <= 0 or not finite(a,b): return SKIP, SKIP, SKIP
    A, B = mpf(a), mpf(b)
    l, s = max(A,B), min(A,B)
    # accurate log-gamma differences by high precision
    def L(x):
        if x < 1e15: return mp.loggamma(x).real
        t = (x-mpf(1)/2)*mp.log(x)-x+mp.log(2*PI)/2
        # Stirling series
        for k in range(1, 12):
            t += mp.bernoulli(2*k)/(2*k*(2*k-1)*x**(2*k-1))
        return t
    def D(x):
        if x < 1e12: return mp.digamma(x)
        t = mp.log(x)-1/(2*x)
        for k in range(1, 12): t -= mp.bernoulli(2*k)/(2*k*x**(2*k))
        return t
    return L(A)+L(B)-L(A+B), D(A)-D(A+B), D(B)-D(A+B)

def mod_(x, y):
    if nan(x,y) or math.isinf(x) or y == 0: return NAN, SKIP, SKIP
    r = math.fmod(x, y)
    if r and (r < 0) != (y < 0): r = mpf(r) + mpf(y) if math.isfinite(y) else r + y
    return r, SKIP, SKIP
def fmod_(x, y):
    if nan(x,y) or math.isinf(x) or y == 0: return NAN, SKIP, SKIP
    return math.fmod(x, y), SKIP, SKIP
def floordiv_(x, y):
    if nan(x,y) or not finite(x,y) or y == 0: return SKIP, SKIP, SKIP
    return mp.floor(mpf(x)/mpf(y)), SKIP, SKIP
def div_(x, y):
    if nan(x,y): return NAN, SKIP, SKIP
    if not finite(x,y) or y == 0 or x == 0:
        if y == 0:
            if x == 0: return NAN, SKIP, SKIP
            return math.copysign(INF, x)*math.copysign(1,y), SKIP, SKIP
        return (NAN if math.isinf(x) and math.isinf(y) else x / y), SKIP, SKIP
    X, Y = mpf(x), mpf(y)
    return X/Y, 1/Y, -X/Y/Y


BINARY = dict(
    power=pow_, atan2=atan2_, hypot=hypot_, logAddExp=logaddexp_(0), logAddExp2=logaddexp_(2), xlogy=xlogy_,
    xlog1py=xlog1py_, relativeEntropy=rel_entr_, klDivergence=kl_div_, betaln=betaln_, remainder=mod_, fmod=fmod_,
    divide=div_)

# C99's special values by cmath; where it says OverflowError, the direction of infinity by mpmath.
def via(cm, mpf_):
    def f(z):
        try:
            return cm(z)
        except OverflowError:
            w = mpf_(mp.mpc(z))
            def part(t):
                return INF*mp.sign(t) if abs(t) > mpf("1.8e308") else float(t)
            return complex(float(part(w.real)), float(part(w.imag)))
        except ValueError:
            return None
    return f
COMPLEX = {n: via(getattr(cmath, n), getattr(mp, n)) for n in "sqrt log exp sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh".split()}
def complex_log(z):
    if z == 0: return complex(-INF, math.atan2(z.imag, z.real))
    return cmath.log(z)
COMPLEX["log"] = complex_log
COMPLEX["log10"] = lambda z: complex(complex_log(z).real / math.log(10), complex_log(z).imag / math.log(10))
def mpc2(w):
    def part(t):
        return INF*float(mp.sign(t)) if abs(t) > mpf("1.8e308") else float(t)
    return complex(part(w.real), part(w.imag))
def fin(z): return math.isfinite(z.real) and math.isfinite(z.imag)
def simple(f):
    def g(z):
        if not fin(z): return None
        return f(mp.mpc(z))
    return g
def clog1p(z):
    if not fin(z) or z == -1: return None
    w = mp.mpc(z)
    im = mp.arg(1+w)
    if z.imag == 0: im = math.copysign(math.pi if z.real < -1 else 0.0, z.imag)
    return mp.mpc(mp.log(abs(1+w)), im)
COMPLEX["log1p"] = clog1p
COMPLEX["expm1"] = simple(lambda z: mp.mpc(mp.expm1(z.real)*mp.cos(z.imag) - 2*mp.sin(z.imag/2)**2, mp.exp(z.real)*mp.sin(z.imag)) if z.real < 1e4 else None)
COMPLEX["reciprocal"] = simple(lambda z: 1/z if z != 0 else None)
COMPLEX["abs"] = lambda z: complex(mpmag(z), 0)
def crsqrt(z):
    if not fin(z) or z == 0: return None
    if z.imag == 0: return complex(1/math.sqrt(z.real), 0) if z.real > 0 else complex(0, -math.copysign(1/math.sqrt(-z.real), z.imag))
    return 1/mp.sqrt(mp.mpc(z))
COMPLEX["rsqrt"] = crsqrt
COMPLEX["angle"] = lambda z: complex(math.atan2(z.imag, z.real) if not (math.isnan(z.real) or math.isnan(z.imag)) else NAN, 0)
def mpmag(z):
    if math.isinf(z.real) or math.isinf(z.imag): return INF
    return math.hypot(z.real, z.imag)


def open_if_rounded(function, x, y, digits):
    """Left open where an error of the argument in its last place changes the result by more than a part of 1e-5."""
    if x == 0 or not isinstance(y, mp.mpf) or not mp.isfinite(y) or y == 0:
        return y
    step = mpf(10) ** -150
    moved = function(mpf(x) * (1 + step))
    if not isinstance(moved, mp.mpf):
        return y
    return SKIP if abs((moved - y) / step) * mpf(2) ** -digits > abs(y) * mpf(10) ** -5 else y


# What is computed in float64, or by other means to all digits.
STRICT = {"sinc", "polygamma1", "polygamma2", "polygamma3", "asin", "acos", "acosh", "atanh"}


def block(lines, name, dtype, rows):
    """A function's columns, one a line."""
    rows = [row for row in rows if any(cell != "-" for cell in row[1])]
    lines.append(f"{name} {dtype}")
    for columns in (0, 1):
        lines.extend(" ".join(column) for column in zip(*(row[columns] for row in rows)))


def short(y, dtype):
    if y is SKIP or y is None:
        return "-"
    whole = text(y)
    if whole in ("-", "nan", "inf", "-inf", "0", "-0"):
        return whole
    return ("%.9g" if dtype == "float32" else "%.14g") % float(whole)


def exact(x, dtype):
    """The shortest text of this number."""
    if dtype == "float32" and math.isfinite(x):
        for digits in range(1, 10):
            if single(float(f"%.{digits}g" % x)) == x:
                return f"%.{digits}g" % x
    return repr(x)


def unary_lines(lines):
    for name, entry in unary().items():
        for dtype, narrow in (("float32", True), ("float64", False)):
            rows = []
            for x in points(entry[4], narrow):
                y, dy = row(entry, x)
                if name not in STRICT and math.isfinite(x) and not math.isnan(x):
                    dy = open_if_rounded(entry[1], x, dy, 22 if narrow else 50)
                    if not narrow:
                        y = open_if_rounded(entry[0], x, y, 50)
                if isinstance(dy, mp.mpf) and narrow and 0 < abs(dy) < mpf("1e-35"):
                    dy = SKIP
                # Only at 0 the sign of a zero is told.
                cells = [short(y, dtype), short(dy, dtype)]
                if x != 0:
                    cells = ["0" if cell == "-0" else cell for cell in cells]
                rows.append(([exact(x, dtype)], cells))
            block(lines, name, dtype, rows)


def binary_lines(lines):
    for name, function in BINARY.items():
        for dtype, narrow in (("float32", True), ("float64", False)):
            sizes = [1e-30, 0.5, 1.0, 3.5, 1e30] + ([1e18] if narrow else [1e160]) + [INF]
            xs = [0.0, -0.0] + [sign * (single(x) if narrow else x) for x in sizes for sign in (1, -1)] + [NAN]
            rows = []
            for x in xs:
                for y in xs:
                    results = function(x, y)
                    if name in ("logAddExp", "logAddExp2") and results[0] in (0.0, -0.0):
                        results = (0.0, *results[1:])
                    rows.append(([exact(x, dtype), exact(y, dtype)], [short(r, dtype) for r in results]))
            block(lines, name, dtype, rows)


# Derivatives along the real axis; of sign and abs, which have no complex one, what a step of 1 changes.
COMPLEX["square"] = simple(lambda z: z * z)
COMPLEX["integerPower3"] = simple(lambda z: z**3)
COMPLEX["integerPower-2"] = simple(lambda z: 1 / z**2 if z != 0 else None)
COMPLEX["sign"] = simple(lambda z: z / abs(z) if z != 0 else None)
COMPLEX["sigmoid"] = simple(lambda z: 1 / (1 + mp.exp(-z)) if abs(z.real) < 1e4 and z.real > -50 else None)


def root_of_difference(a, b):
    return 1 / (mp.sqrt(a) * mp.sqrt(b))


COMPLEX_SLOPES = dict(
    sqrt=lambda z: 1 / (2 * mp.sqrt(z)), log=lambda z: 1 / z, log10=lambda z: 1 / (z * L10), log1p=lambda z: 1 / (1 + z),
    exp=mp.exp, expm1=mp.exp, sin=mp.cos, cos=lambda z: -mp.sin(z), tan=lambda z: 1 / mp.cos(z) ** 2, sinh=mp.cosh,
    cosh=mp.sinh, tanh=lambda z: 1 / mp.cosh(z) ** 2, asin=lambda z: root_of_difference(1 - z, 1 + z),
    acos=lambda z: -root_of_difference(1 - z, 1 + z), atan=lambda z: 1 / (1 + z * z),
    asinh=lambda z: root_of_difference(1 - 1j * z, 1 + 1j * z), acosh=lambda z: root_of_difference(z - 1, z + 1),
    atanh=lambda z: 1 / (1 - z * z), reciprocal=lambda z: -1 / z**2, rsqrt=lambda z: -1 / (2 * mp.sqrt(z) * z),
    square=lambda z: 2 * z, sigmoid=lambda z: mp.exp(-z) / (1 + mp.exp(-z)) ** 2,
    abs=lambda z: mp.mpc(z.real / abs(z)), angle=lambda z: mp.mpc(-z.imag / abs(z) ** 2),
    sign=lambda z: 1j * z / abs(z) * (-z.imag / abs(z) ** 2))
COMPLEX_SLOPES["integerPower3"] = lambda z: 3 * z**2
COMPLEX_SLOPES["integerPower-2"] = lambda z: -2 / z**3


def complex_slope(name, a, b):
    """Left open on branch cuts, at poles, and where it is out of the range of float32."""
    on_axis = a == 0 or b == 0
    if on_axis or not fin(complex(a, b)) or abs(a) > 1e4 and name in ("exp", "expm1", "sinh", "cosh", "tanh", "sigmoid"):
        return SKIP
    if name in ("sin", "cos", "tan") and abs(b) > 1e4 or name == "sigmoid" and a < -50:
        return SKIP
    return in_range(COMPLEX_SLOPES[name](mp.mpc(a, b)))


def in_range(w):
    size = abs(w)
    return w if mpf("1e-37") < size < mpf("3e38") else SKIP


def complex_cells(w):
    """The two parts; those that are nothing beside the other are left to the size of the error of both."""
    if w is SKIP or w is None:
        return ["-", "-"]
    if isinstance(w, mp.mpc):
        w = mpc2(w)
    return [short(w.real, "float32"), short(w.imag, "float32")]


def complex_lines(lines):
    sizes = [single(x) for x in (0.0, 1e-30, 1e-5, 0.3, 1.0, 30.0, 100.0, 1e30)] + [INF]
    xs = [sign * x for x in sizes for sign in (1, -1)]
    points = [(a, b) for a in xs for b in xs]
    # Near the unit circle, near poles and branch points, where parts cancel, and at the ends of float32.
    more = [(0.6, 0.8), (-0.28, 0.96), (0.99999, 1e-3), (1.00001, 1e-4), (1e-4, 0.99999), (-0.9999, 1e-5), (1e-5, 1.00001),
            (1e20, 1e20), (-1e20, 1e20), (2e38, 2e38), (2e38, -1e-30), (1e-20, 1e-20), (3e-23, -4e-23), (1e19, 2e19), (1e-37, 2e-37)]
    points += [(single(a), single(b)) for a, b in more]
    for name, function in COMPLEX.items():
        rows = []
        for a, b in points:
            w = function(complex(a, b))
            if w is None:
                continue
            rows.append(([exact(a, "float32"), exact(b, "float32")], complex_cells(w) + complex_cells(complex_slope(name, a, b))))
        block(lines, name, "complex64", rows)


def complex_times(z, w):
    return z * w, w, z


def complex_divided(z, w):
    return (z / w, 1 / w, -z / w / w) if w != 0 else None


def complex_power(z, w):
    if z == 0:
        return None
    log = mp.log(z)
    value = mp.exp(w * log) if abs(w * log) < 1e5 else None
    return value is not None and (value, w * value / z, log * value) or None


COMPLEX_BINARY = dict(multiply=complex_times, divide=complex_divided, power=complex_power)


def complex_binary_lines(lines):
    parts = [1e-30, 1e-3, 0.7, 30.0, 1e19, 2e38]
    xs = [complex(single(a), single(s * b)) for a in parts for b in parts for s in (1, -1)][::6] + [
        complex(-0.5, 0.25), complex(-1e25, 1e25), complex(1e25, 1e25), 1 + 0j, 1j, -2 + 0j, complex(1e-25, -1e-25)]
    ys = xs + [2 + 0j, -1 + 0j, 0.5 + 0j, 3j, complex(0.1, -0.2)]
    for name, function in COMPLEX_BINARY.items():
        rows = []
        for z in xs:
            for w in ys:
                if name == "power" and abs(w) > 50:
                    continue
                results = function(mp.mpc(z), mp.mpc(w))
                if results is None:
                    continue
                # Angles are those of numbers off the cut.
                results = [in_range(r) if r != 0 else r for r in results]
                if name == "power" and results[1] is not SKIP and abs(results[1]) < mpf("1e-35"):
                    # It is a product with what is below the least normal number.
                    results[1] = SKIP
                if name == "power" and results[2] is not SKIP and abs(results[2]) < mpf("1e-35"):
                    results[2] = SKIP
                cells = [cell for r in results for cell in complex_cells(r)]
                rows.append(([exact(x, "float32") for x in (z.real, z.imag, w.real, w.imag)], cells))
        block(lines, name, "complex64", rows)


if __name__ == "__main__":
    lines = ["# Made by Utilities/generate/special_values.py; edit that instead."]
    unary_lines(lines)
    binary_lines(lines)
    complex_lines(lines)
    complex_binary_lines(lines)
    path = pathlib.Path(__file__).resolve().parents[2] / "Tests/TensorPrimitivesTests/SpecialValues.txt"
    path.write_text("\n".join(lines) + "\n")
