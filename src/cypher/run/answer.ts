// Values to what travels: plain objects that survive a structured clone, with their size.
import { GraphNode, GraphRelationship, type GraphEntity } from '../property-graph.ts';
import type { ResultNode, ResultRelationship, ResultTemporal, ResultValue } from '../result.ts';
import { Temporal } from '../temporal/temporal.ts';
import { Float, isMap, PathValue, type Value } from '../values/value.ts';

/** Adds up about how many bytes the answer takes as JSON. */
export class AnswerWriter {
  bytes = 0;

  write(value: Value): ResultValue {
    this.bytes += 8;
    if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return value;
    if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
    if (typeof value === 'string') return this.text(value);
    if (value instanceof Float) return value.value;
    if (value instanceof GraphNode) return this.node(value);
    if (value instanceof GraphRelationship) return this.relationship(value);
    if (value instanceof Temporal) return { type: TEMPORAL_TYPES[value.kind], iso: this.text(value.toString()) };
    if (value instanceof PathValue) {
      const nodes = value.nodes.map((node) => this.node(node));
      return { type: 'path', nodes, relationships: value.relationships.map((each) => this.relationship(each)) };
    }
    if (!isMap(value)) return value.map((item) => this.write(item));
    return { type: 'map', entries: [...value].map(([key, held]) => [this.text(key), this.write(held)] as const) };
  }

  private text(value: string): string {
    this.bytes += value.length;
    return value;
  }

  private node(node: GraphNode): ResultNode {
    this.bytes += 50 + node.labels.reduce((sum, label) => sum + label.length, 0);
    return { type: 'node', elementId: this.text(node.key), labels: node.labels, properties: this.properties(node) };
  }

  private relationship(relationship: GraphRelationship): ResultRelationship {
    this.bytes += 100;
    return {
      type: 'relationship',
      elementId: this.text(relationship.key),
      relationshipType: this.text(relationship.type),
      startElementId: this.text(relationship.start.key),
      endElementId: this.text(relationship.end.key),
      properties: this.properties(relationship),
    };
  }

  private properties(entity: GraphEntity): readonly (readonly [string, ResultValue])[] {
    return [...entity.properties()].map(([key, held]) => [this.text(key), this.write(held)] as const);
  }
}

const TEMPORAL_TYPES: Readonly<Record<Temporal['kind'], ResultTemporal['type']>> = {
  Date: 'date',
  LocalTime: 'localtime',
  Time: 'time',
  LocalDateTime: 'localdatetime',
  DateTime: 'datetime',
  Duration: 'duration',
};
