"""Feature names and what is right in; weights as arrays out. The only place that uses SciPy and scikit-learn."""

from collections.abc import Iterable, Sequence

import numpy as np
from lessons import Choice
from scipy import sparse
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from donnant.extract.learnt.model import SIZE
from donnant.extract.learnt.words import slot_of

Array = np.ndarray


def matrix(rows: Iterable[Iterable[str]], size: int = SIZE) -> sparse.csr_matrix:
    """One row of ones for each set of features."""
    indices: list[int] = []
    ends = [0]
    for features in rows:
        indices.extend(slot_of(feature, size) for feature in features)
        ends.append(len(indices))
    return sparse.csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(ends) - 1, size))


def fit_ranker(choices: Sequence[Choice], penalty: float) -> Array:
    """Weights by which the right candidates outscore the others: a conditional logit, by L-BFGS."""
    table = matrix(row for choice in choices for row in choice.rows)
    used = np.unique(table.indices)
    table = table[:, used].tocsr()
    counts = np.array([len(choice.rows) for choice in choices])
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    owner = np.repeat(np.arange(len(choices)), counts)
    right = np.zeros(table.shape[0])
    for start, choice in zip(starts, choices, strict=True):
        right[start + np.array(choice.right)] = 1.0

    def loss(weights: Array) -> tuple[float, Array]:
        scores = table @ weights
        most = np.maximum.reduceat(scores, starts)
        shares = np.exp(scores - most[owner])
        total = np.add.reduceat(shares, starts)
        good = np.maximum(np.add.reduceat(shares * right, starts), 1e-300)
        value = np.sum(np.log(total) - np.log(good)) + penalty / 2 * weights @ weights
        slope = table.T @ (shares / total[owner] - shares * right / good[owner]) + penalty * weights
        return float(value), slope

    best = minimize(loss, np.zeros(len(used)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return _spread(best.x, used)


def fit_judge(rows: Iterable[Iterable[str]], right: Sequence[bool], strength: float, size: int = SIZE) -> Array:
    """Weights by which claims are told from what only looks like one: logistic regression."""
    table = matrix(rows, size)
    used = np.unique(table.indices)
    judge = LogisticRegression(C=strength, solver="lbfgs", max_iter=400, fit_intercept=False)
    judge.fit(table[:, used], np.array(right))
    return _spread(judge.coef_[0], used, size)


def _spread(weights: Array, used: Array, size: int = SIZE) -> Array:
    """Weights at the places of their features, rounded so that a machine's last bits do not show."""
    array = np.zeros(size, dtype=np.float16)
    array[used] = np.round(weights, 2)
    return array
