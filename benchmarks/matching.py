"""Random histories of an agency's indicators: how many matches are right, wrong, doubtful, and is the score a share?

python benchmarks/matching.py [PAIRS [SEED]]   1,000 pairs of years with a seed that nothing was fitted on
python benchmarks/matching.py --budgets [PAIRS [SEED]]   the same of budget lines, re-coded ones too (`benchmarks/recodings.py`)
python benchmarks/matching.py --fit-budgets    weights of `extractor.archive.saksi_anggaran` from other budgets, printed
python benchmarks/matching.py --fit            weights of `extractor.archive.saksi` from other histories, printed
python benchmarks/matching.py --calibrate      tables of `extractor.archive.takaran` and `pecah` from yet others, printed

An indicator counts as right when it is joined to what it is (`renamed` for `same` included), or said to be new or gone, and that is
true; as doubtful when the program says so itself; else as wrong.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from benchmarks.histories import Pair, histories
from benchmarks.recodings import Budget, recodings
from extractor.archive.baris_anggaran import lines_of
from extractor.archive.kata import Likeness
from extractor.archive.mata_anggaran import budget_lines
from extractor.archive.mata_anggaran import witnesses as budget_witnesses
from extractor.archive.match import Jodoh, match, witnesses
from extractor.archive.saksi import WEIGHTS
from extractor.archive.saksi_anggaran import WEIGHTS as BUDGET_WEIGHTS

SEED, FIT_SEED, TABLE_SEED = 4_180_533, 61, 62
KEPT = ("same", "renamed")
BOUNDS = {
    "unit_same": (0.5, None),
    "unit_other": (None, -1.0),
    "sasaran": (0.5, None),
    "position": (0.3, None),
    "between": (0.0, None),
    "kegiatan_other": (None, -0.5),
}
BUDGET_BOUNDS = {
    "exact": (0.5, None), "spelling": (0.0, None), "code_same": (0.5, None), "level_other": (None, -1.0), "parent_same": (0.5, None),
    "parent_other": (None, 0.0), "level_shift": (0.0, None), "position": (0.2, 1.5),
}  # fmt: skip
FIXED = {"direction": -1.5, "ordinal": -2.0}
"""Witnesses of which the histories say little or nothing keep a weight that was set by hand."""
LEAST = 30
Sample = tuple[float, bool]
"""A strength (or a score), and whether what it stands for is true."""


def judge(pair: Pair, found: Sequence[Jodoh]) -> Counter[str]:
    """`right`, `wrong` (said to be sure) and `doubtful`, over every indicator of the later report and every gone one of the earlier."""
    said = {(j.left, j.right): j for j in found}
    of_right = {j.right: j for j in found if j.right is not None}
    of_left = {j.left: j for j in found if j.left is not None}
    count: Counter[str] = Counter()
    for i, j in pair.truth:
        own = said.get((i, j)) or (of_right.get(j) if j is not None else of_left.get(i or 0))
        if own is None:
            raise AssertionError(f"nothing said about {i}, {j}")
        if own.relasi == "doubtful":
            count["doubtful"] += 1
        else:
            count["right" if is_right(pair, own) and (own.left, own.right) == (i, j) else "wrong"] += 1
    return count


def is_right(pair: Pair, said: Jodoh) -> bool:
    """Is it true what is said, or (of a doubtful one) what is doubted?"""
    fate = pair.truth.get((said.left, said.right))
    if said.relasi in ("split", "merged"):
        return fate == said.relasi
    return fate in KEPT if said.left is not None and said.right is not None else fate is not None


def fit(count: int = 300) -> dict[str, float]:
    """Weights by logistic regression over all candidate pairs."""
    rows, hits = [], []
    for pair in histories(count, FIT_SEED):
        alike = Likeness([b.kata for b in (*pair.left, *pair.right)])
        for key, found in witnesses(pair.left, pair.right, alike).items():
            rows.append(list(found.features().values()))
            hits.append(pair.truth.get(key) in KEPT)
    bounds = [(FIXED[name], FIXED[name]) if name in FIXED else BOUNDS.get(name, (None, None)) for name in WEIGHTS]
    return _regression(rows, hits, WEIGHTS, bounds)


def fit_budgets(count: int = 600) -> dict[str, float]:
    """The same over budget lines."""
    rows, hits = [], []
    for budget in recodings(count, FIT_SEED):
        old, new = lines_of("a", budget.left), lines_of("b", budget.right)
        for (i, j), found in budget_witnesses([b.baris for b in old], [b.baris for b in new]).items():
            rows.append(list(found.features().values()))
            hits.append(budget.truth[new[j].mata[0].item.row] == old[i].mata[0].item.row)
    return _regression(rows, hits, BUDGET_WEIGHTS, [BUDGET_BOUNDS.get(name, (None, None)) for name in BUDGET_WEIGHTS])


def _regression(
    rows: Sequence[Sequence[float]],
    hits: Sequence[bool],
    start: Mapping[str, float],
    bounds: Sequence[tuple[float | None, float | None]],
) -> dict[str, float]:
    from scipy.optimize import minimize

    given, wanted = np.array(rows), np.array(hits, float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = given @ weights
        held = np.where(np.arange(len(weights)) > 0, 0.04 * weights, 0.0)
        slope = given.T @ (1 / (1 + np.exp(-z)) - wanted) + held
        return float(np.logaddexp(0, z).sum() - (wanted * z).sum() + (held * weights).sum() / 2), slope

    first = np.array(list(start.values()))
    best = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 10_000})
    return dict(zip(start, (round(float(w), 2) for w in best.x), strict=True))


def judge_budget(budget: Budget) -> Counter[str]:
    """`right`, `wrong` and `doubtful`, over every line of the later report and every one of the earlier that ended."""
    count: Counter[str] = Counter()
    went_on = {origin for origin in budget.truth.values() if origin is not None}
    for garis in budget_lines([("a", budget.left), ("b", budget.right)]):
        sides = {line.mata[0].stem: line.mata[0].item.row for line in garis.lines}
        later = sides.get("b")
        if later is not None and garis.alasan[-1].startswith("meragukan"):
            count["doubtful"] += 1
        elif later is not None:
            count["right" if budget.truth[later] == sides.get("a") else "wrong"] += 1
        elif sides["a"] not in went_on:
            count["right"] += 1
    return count


def measure_budgets(count: int, seed: int) -> Counter[str]:
    total: Counter[str] = Counter()
    for budget in recodings(count, seed):
        total += judge_budget(budget)
    return total


def strengths(count: int, seed: int) -> dict[str, list[Sample]]:
    """By table of `takaran`, or sort: what was said of generated histories, with its strength."""
    samples: dict[str, list[Sample]] = defaultdict(list)
    for pair in histories(count, seed):
        for jodoh in match(pair.left, pair.right):
            strength = jodoh.skor if jodoh.kekuatan is None else jodoh.kekuatan
            samples[jodoh.sort].append((strength, is_deserved(pair, jodoh)))
    return samples


def is_deserved(pair: Pair, said: Jodoh) -> bool:
    """Is it right, or a doubted split that is one?"""
    doubted = said.relasi == "doubtful" and said.kekuatan is None
    return is_right(pair, said) or (doubted and pair.truth.get((said.left, said.right)) in ("split", "merged"))


def isotonic(samples: Iterable[Sample], rising: bool) -> list[tuple[float, float]]:
    """Pooled adjacent violators: strengths and shares. Half a sample of each kind is added, blocks of few samples are left to the
    line between their neighbours."""
    blocks: list[list[float]] = []
    for at, right in sorted(samples):
        blocks.append([at, at, 1.0, float(right if rising else not right)])
        while len(blocks) > 1 and blocks[-2][3] / blocks[-2][2] >= blocks[-1][3] / blocks[-1][2]:
            low, high, weight, hits = blocks.pop()
            del low
            blocks[-1] = [blocks[-1][0], high, blocks[-1][2] + weight, blocks[-1][3] + hits]
    kept = [block for block in blocks if block[2] >= LEAST]
    middle = {0: 1.0, len(kept) - 1: 0.0}
    table = []
    for n, (low, high, weight, hits) in enumerate(kept):
        share = (hits + 0.5) / (weight + 1)
        at = low + (high - low) * middle.get(n, 0.5)
        table.append((round(at, 1), round(share if rising else 1 - share, 4)))
    return table


def reliability(samples: Iterable[Sample], edges: Sequence[float]) -> list[tuple[float, float, float, int]]:
    """Per bin of scores: lower edge, mean score, share of right ones, count. A bin of fewer than `LEAST` samples says nothing and joins
    the one above it, the last one the one below."""
    bins: dict[int, list[Sample]] = defaultdict(list)
    for score, right in samples:
        bins[sum(score >= edge for edge in edges)].append((score, right))
    for n in sorted(bins):
        near = min((m for m in bins if m > n), default=max((m for m in bins if m < n), default=n))
        if len(bins[n]) < LEAST and near != n:
            bins[min(n, near)] = bins.pop(n) + bins.pop(near)
            if near > n:
                bins[near] = bins.pop(n)
    return [
        (
            edges[n - 1] if n else 0.0,
            sum(s for s, _ in found) / len(found),
            sum(r for _, r in found) / len(found),
            len(found),
        )
        for n, found in sorted(bins.items())
    ]


def measure(count: int, seed: int) -> tuple[Counter[str], list[Sample]]:
    """Counts of `judge` over all pairs, and every score with whether it was deserved."""
    total: Counter[str] = Counter()
    scores: list[Sample] = []
    for pair in histories(count, seed):
        found = match(pair.left, pair.right)
        total += judge(pair, found)
        scores += [(j.skor, is_deserved(pair, j)) for j in found]
    return total, scores


def _show(total: Counter[str]) -> None:
    whole = sum(total.values())
    for name in ("right", "doubtful", "wrong"):
        print(f"{name:9} {total[name]:6} {total[name] / whole:8.3%}")


def main(arguments: list[str]) -> None:
    if arguments == ["--fit"]:
        print(fit())
        return
    if arguments == ["--calibrate"]:
        for name, samples in sorted(strengths(1500, TABLE_SEED).items()):
            shown = (
                isotonic(samples, name == "PAIR")
                if name in ("PAIR", "ALONE")
                else sum(r for _, r in samples) / len(samples)
            )
            print(name, len(samples), shown)
        return
    if arguments == ["--fit-budgets"]:
        print(fit_budgets())
        return
    if arguments[:1] == ["--budgets"]:
        count, seed = (*map(int, arguments[1:]), *(1000, SEED)[len(arguments) - 1 :])
        _show(measure_budgets(count, seed))
        return
    count, seed = (*map(int, arguments), *(1000, SEED)[len(arguments) :])
    total, scores = measure(count, seed)
    _show(total)
    for edge, said, right, number in reliability(scores, (0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 0.999)):
        print(f"skor from {edge:5.3f}: {number:6} matches, said {said:.4f}, right {right:.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
