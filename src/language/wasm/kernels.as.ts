// The language engine's WebAssembly: everything that is computed for every token.
export { tileWeights, toIntegers } from './loading.as';
export { embedWord, hashString } from './hashing.as';
export { multiply, multiplyInteger, quantise } from './products.as';
export { convolve, packTiles } from './convolution.as';
export { firstConvolution, firstConvolutionRounded, maxout, normaliseRows, scatter, scatterRounded } from './layers.as';
export { bestColumns, bestMove, scoreMoves } from './moves.as';
