// Server-side layout of the explorer's graph, and the payload that carries it.
export { encodeGraphPayload } from './encode-payload.ts';
export { decodeGraphPayload } from './decode-payload.ts';
export type { GraphPicture, PictureEdge, PictureNode } from './graph-picture.ts';
export type { GraphLayout } from './graph-layout.ts';
export { computeLayout } from './layout.ts';
export type { LayoutEdge, LayoutNode } from './layout-graph.ts';
export { packPayload } from './pack.ts';
export { decodeLayout, encodeLayout } from './stored-layout.ts';
