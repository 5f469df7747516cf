// Gathers one change of the graph; a later word on the same element replaces an earlier one.
import type { GraphDelta, GraphEdge, GraphNode, RemovedEdge, RemovedNode } from './graph.ts';

export class DeltaBuilder {
  private readonly removedEdges = new Map<string, RemovedEdge>();
  private readonly removedNodes = new Map<string, RemovedNode>();
  private readonly putNodes = new Map<string, GraphNode>();
  private readonly putEdges = new Map<string, GraphEdge>();

  removeEdge(edge: RemovedEdge): void {
    this.removedEdges.set(edge.key, edge);
  }

  removeNode(key: string, label: string): void {
    this.removedNodes.set(key, { key, label });
  }

  putNode(node: GraphNode): void {
    this.putNodes.set(node.key, node);
  }

  putEdge(edge: GraphEdge): void {
    this.putEdges.set(edge.key, edge);
  }

  build(): GraphDelta {
    return {
      removedEdges: [...this.removedEdges.values()],
      removedNodes: [...this.removedNodes.values()],
      putNodes: [...this.putNodes.values()],
      putEdges: [...this.putEdges.values()],
    };
  }
}
