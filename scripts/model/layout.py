"""Weights of a spaCy pipeline in the layout and the precision that the WebAssembly kernels read."""

import numpy as np

WIDTH, PIECES, HIDDEN = 96, 3, 64
PANEL = 8
# Activations are quantised with 2048 steps to the unit (the largest seen is 10.4, the range is 16), weights to 14 bits:
# sums of 288 products then stay below 2^31, and the error is that of half precision.
ACTIVATION_STEPS = 2048
WEIGHT_STEPS = 8191
# Steps of a tuned network away from its stock weights, of integers and of tables and the mixing layer: coarse, since F1 on
# held-out text is the same with steps a sixth as large, and a file of few small numbers packs well.
INTEGER_STEP, TABLE_STEP = 192, 0.03


class Tensors:
    """Named arrays in file order; `exact` keeps everything in float32."""

    def __init__(self, exact: bool):
        self.exact = exact
        self.parts: list[tuple[str, str, np.ndarray]] = []

    def add(self, name: str, array: np.ndarray, kind: str = "f32") -> None:
        types = {"f32": np.float32, "f16": np.float16, "i16": np.int16, "i8": np.int8}
        kind = "f32" if self.exact else kind
        self.parts.append((name, kind, np.ascontiguousarray(array, dtype=types[kind]).ravel()))

    def add_table(self, name: str, table: np.ndarray) -> None:
        self.add(name, table, "f16")

    def add_product(self, name: str, weight: np.ndarray, bias: np.ndarray | None, integer: bool) -> None:
        """A matrix [in, out] in panels of eight columns; in 16-bit integers with a scale per column where asked for."""
        columns = weight.shape[1]
        wide = widen(weight, padded(columns))
        if bias is not None:
            self.add(f"{name}.bias", widen(bias.reshape(1, -1), padded(columns)))
        if not integer or self.exact:
            self.add(f"{name}.weight", panels(wide), "f16")
            return
        steps = WEIGHT_STEPS / np.maximum(np.abs(wide).max(axis=0), 1e-6)
        self.add(f"{name}.scale", 1 / (steps * ACTIVATION_STEPS))
        self.add(f"{name}.weight", panels(np.round(wide * steps), pairs=True), "i16")

    def index(self) -> list:
        return [[name, kind, int(array.size)] for name, kind, array in self.parts]

    def to_bytes(self) -> bytes:
        return b"".join(array.tobytes() for _, _, array in self.parts)


def padded(columns: int) -> int:
    """Kernels work on sixteen columns at a time."""
    return (columns + 15) & ~15


def widen(matrix: np.ndarray, columns: int) -> np.ndarray:
    """Zero columns up to the width that the kernels want."""
    wide = np.zeros((matrix.shape[0], columns), dtype=np.float32)
    wide[:, : matrix.shape[1]] = matrix
    return wide


def panels(matrix: np.ndarray, pairs: bool = False) -> np.ndarray:
    """[in, out] as [out / 8][in][8], or as [out / 8][in / 2][8][2] for products of pairs."""
    inner, columns = matrix.shape
    if not pairs:
        return matrix.reshape(inner, columns // PANEL, PANEL).transpose(1, 0, 2)
    return matrix.reshape(inner // 2, 2, columns // PANEL, PANEL).transpose(2, 0, 3, 1)


def piece_major(weight: np.ndarray) -> np.ndarray:
    """Maxout weight [out, piece, in] as [in, piece * out], so that the pieces of one output lie a row apart."""
    return weight.transpose(2, 1, 0).reshape(weight.shape[2], -1)


def encoder(model, prefix: str, tensors: Tensors) -> dict:
    """Hash tables, the mixing layer and four convolutions of one tok2vec; returns what the tables must say of it."""
    extract = next(node for node in model.walk() if node.name == "extract_features")
    hashes = [node for node in model.walk() if node.name == "hashembed"]
    maxouts = [node for node in model.walk() if node.name == "maxout"]
    norms = [node for node in model.walk() if node.name == "layernorm"]
    for index, node in enumerate(hashes):
        tensors.add_table(f"{prefix}.hash{index}", node.get_param("E"))
    for index, (maxout, norm) in enumerate(zip(maxouts, norms, strict=True)):
        maxout_layer(maxout, norm, index, prefix, tensors)
    return {
        "attributes": [str(column) for column in extract.attrs["columns"]],
        "rows": [int(node.get_param("E").shape[0]) for node in hashes],
        "seeds": [int(node.attrs["seed"]) for node in hashes],
    }


def maxout_layer(maxout, norm, index: int, prefix: str, tensors: Tensors) -> None:
    """Layer 0 mixes the hash rows of a word, layers 1 to 4 are convolutions."""
    name, weight, bias = f"{prefix}.layer{index}", piece_major(maxout.get_param("W")), maxout.get_param("b").T
    tensors.add(f"{name}.gain", norm.get_param("G"))
    tensors.add(f"{name}.shift", norm.get_param("b"))
    if index == 1:
        # The first convolution is computed per word: its three positions are products of their own.
        tensors.add(f"{name}.bias", bias)
        for position, rows in zip(("after", "own", "before"), np.split(weight, 3), strict=True):
            tensors.add_product(f"{name}.{position}", rows, np.zeros(bias.size), integer=True)
    else:
        tensors.add_product(name, weight, bias, integer=index > 0)


def changes(stock, tuned, base: str, prefix: str, tensors: Tensors) -> dict:
    """A tok2vec as steps of 8 bits away from the stock one; what has moved by no step is left out. Returns the steps."""
    before, after = Tensors(exact=False), Tensors(exact=True)
    encoder(stock, base, before)
    encoder(tuned, prefix, after)
    old = {name.removeprefix(f"{base}."): (kind, array) for name, kind, array in before.parts}
    steps, moved = {}, []
    for name, _, array in after.parts:
        kind, own = old[name.removeprefix(f"{prefix}.")]
        if kind == "f32":
            if np.any(array != own):
                tensors.add(name, array)
            continue
        if kind == "i16":
            scale = old[name.removeprefix(f"{prefix}.").replace(".weight", ".scale")][1] * ACTIVATION_STEPS
            # From panels of single rows to those of pairs of rows, each column in its own unit.
            array = array.reshape(scale.size // PANEL, -1, 2, PANEL) / scale.reshape(-1, 1, 1, PANEL)
            array = array.transpose(0, 1, 3, 2).ravel()
        difference = array - own.astype(np.float32)
        largest = float(np.abs(difference).max())
        step = max(INTEGER_STEP, int(np.ceil(largest / 127))) if kind == "i16" else max(TABLE_STEP, largest / 127)
        steps[name] = step
        moved.append((name, np.round(difference / step)))
    for name, array in moved:
        tensors.add(name, array, "i8")
    return steps


def transition_scorer(linear, lower, upper, prefix: str, tensors: Tensors) -> dict:
    """The three layers that score the moves of a transition system from cached token features."""
    tensors.add_product(f"{prefix}.linear", linear.get_param("W").T, linear.get_param("b"), integer=False)
    weight = lower.get_param("W")  # [feature, out, piece, in]
    by_feature = weight.transpose(3, 0, 2, 1).reshape(HIDDEN, -1)
    tensors.add_product(f"{prefix}.lower", by_feature, np.zeros(by_feature.shape[1]), integer=True)
    tensors.add(f"{prefix}.lower.pad", lower.get_param("pad")[0].transpose(0, 2, 1))
    tensors.add(f"{prefix}.hidden.bias", lower.get_param("b").T)
    tensors.add_product(f"{prefix}.upper", upper.get_param("W").T, upper.get_param("b"), integer=False)
    return {"features": int(weight.shape[0])}
