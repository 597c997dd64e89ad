"""Means, medians and deviations, computed exactly and rounded once."""
import math
from fractions import Fraction
from collections import Counter


class StatisticsError(ValueError):
    pass


def _exact(data):
    """The values as fractions, and the type the result is to have."""
    values = list(data)
    kind = int
    for value in values:
        if isinstance(value, float):
            kind = float
        elif not isinstance(value, int) and kind is not float:
            kind = type(value)
    return [Fraction(v) if not isinstance(v, float) or math.isfinite(v) else v for v in values], kind


def _convert(value, kind):
    if type(value) is kind:
        return value
    if kind is int:
        return int(value) if value == int(value) else float(value)
    if kind is float:
        return float(value)
    if kind is Fraction:
        return value
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def mean(data):
    values, kind = _exact(data)
    if not values:
        raise StatisticsError("mean requires at least one data point")
    return _convert(sum(values) / len(values), kind)


def fmean(data, weights=None):
    values = [float(v) for v in data]
    if not values:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return math.fsum(values) / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError("data and weights must be the same length")
    return math.fsum(v * w for v, w in zip(values, weights)) / math.fsum(weights)


def geometric_mean(data):
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    values, kind = _exact(data)
    if not values:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any(v < 0 for v in values):
        raise StatisticsError("harmonic mean does not support negative values")
    if any(v == 0 for v in values):
        return 0
    weights = [1] * len(values) if weights is None else list(weights)
    result = _convert(sum(weights) / sum(Fraction(w) / v for v, w in zip(values, weights)), kind)
    return float(result) if kind is int else result


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    elif method == "exclusive":
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return result


def _spread(data, center):
    values, kind = _exact(data)
    center = sum(values) / len(values) if center is None and values else center
    return sum((v - Fraction(center)) ** 2 for v in values), len(values), kind


def variance(data, xbar=None):
    total, n, kind = _spread(list(data), xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(total / (n - 1), kind)


def pvariance(data, mu=None):
    total, n, kind = _spread(list(data), mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(total / n, kind)


def _root(value, kind):
    if hasattr(kind, "sqrt"):
        return _convert(value, kind).sqrt()
    # Enough digits that the one rounding is right.
    scale = 10 ** 40
    whole = math.isqrt(value.numerator * scale * scale // value.denominator)
    return whole / scale


def stdev(data, xbar=None):
    total, n, kind = _spread(list(data), xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(Fraction(total) / (n - 1), kind)


def pstdev(data, mu=None):
    total, n, kind = _spread(list(data), mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(Fraction(total) / n, kind)
