"""Weights of a spaCy pipeline as float32 arrays in the layout that the WebAssembly kernels read."""

import numpy as np

WIDTH, PIECES, HIDDEN = 96, 3, 64


def padded(columns: int) -> int:
    """Kernels work on eight columns at a time."""
    return (columns + 7) & ~7


def piece_major(weight: np.ndarray) -> np.ndarray:
    """Maxout weight [out, piece, in] as [in, piece * out], so that the pieces of one output lie a row apart."""
    return np.ascontiguousarray(weight.transpose(2, 1, 0).reshape(weight.shape[2], -1))


def encoder(model, prefix: str, tensors: dict) -> dict:
    """Hash tables, the mixing layer and four convolutions of one tok2vec; returns what the tables must say of it."""
    extract = next(node for node in model.walk() if node.name == "extract_features")
    hashes = [node for node in model.walk() if node.name == "hashembed"]
    maxouts = [node for node in model.walk() if node.name == "maxout"]
    norms = [node for node in model.walk() if node.name == "layernorm"]
    for index, node in enumerate(hashes):
        tensors[f"{prefix}.hash{index}"] = node.get_param("E")
    for index, (maxout, norm) in enumerate(zip(maxouts, norms, strict=True)):
        tensors[f"{prefix}.layer{index}.weight"] = piece_major(maxout.get_param("W"))
        tensors[f"{prefix}.layer{index}.bias"] = maxout.get_param("b").T
        tensors[f"{prefix}.layer{index}.gain"] = norm.get_param("G")
        tensors[f"{prefix}.layer{index}.shift"] = norm.get_param("b")
    return {
        "attributes": [str(column) for column in extract.attrs["columns"]],
        "rows": [int(node.get_param("E").shape[0]) for node in hashes],
        "seeds": [int(node.attrs["seed"]) for node in hashes],
    }


def transition_scorer(linear, lower, upper, prefix: str, tensors: dict) -> dict:
    """The three layers that score the moves of a transition system from cached token features."""
    tensors[f"{prefix}.linear.weight"] = linear.get_param("W").T
    tensors[f"{prefix}.linear.bias"] = linear.get_param("b")
    weight = lower.get_param("W")  # [feature, out, piece, in]
    features = weight.shape[0]
    tensors[f"{prefix}.lower.weight"] = weight.transpose(3, 0, 2, 1).reshape(HIDDEN, -1)
    tensors[f"{prefix}.lower.pad"] = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(-1)
    tensors[f"{prefix}.lower.bias"] = lower.get_param("b").T.reshape(-1)
    columns = upper.get_param("W").shape[0]
    tensors[f"{prefix}.upper.weight"] = widen(upper.get_param("W").T, padded(columns))
    tensors[f"{prefix}.upper.bias"] = widen(upper.get_param("b")[None, :], padded(columns))[0]
    return {"features": int(features)}


def widen(matrix: np.ndarray, columns: int) -> np.ndarray:
    """Zero columns up to the width that the kernels want."""
    wide = np.zeros((matrix.shape[0], columns), dtype=np.float32)
    wide[:, : matrix.shape[1]] = matrix
    return wide
