// Functions over nodes, relationships, paths and maps.
import { GraphNode, GraphRelationship } from '../property-graph.ts';
import { characterCount } from '../values/text.ts';
import { isEntity, isMap, type MapValue, PathValue, type Value } from '../values/value.ts';
import type { FunctionEntry } from './signature.ts';

/** As a map: the properties of an entity, or the map itself. */
export const propertiesOf = (value: Value): MapValue =>
  isEntity(value) ? new Map(value.properties()) : (value as MapValue);

export const ENTITY_FUNCTIONS: readonly FunctionEntry[] = [
  {
    signature: 'id(entity :: NODE | RELATIONSHIP) :: INTEGER',
    source: 'openCypher 9',
    run: ([entity]) => (entity as GraphNode).order,
  },
  {
    signature: 'elementId(entity :: NODE | RELATIONSHIP) :: STRING',
    source: 'Cypher manual 5',
    run: ([entity]) => (entity as GraphNode).key,
  },
  {
    signature: 'labels(node :: NODE) :: LIST',
    source: 'openCypher 9',
    run: ([node]) => (node as GraphNode).labels,
  },
  {
    signature: 'type(relationship :: RELATIONSHIP) :: STRING',
    source: 'openCypher 9',
    run: ([relationship]) => (relationship as GraphRelationship).type,
  },
  {
    signature: 'startNode(relationship :: RELATIONSHIP) :: NODE',
    source: 'openCypher 9',
    run: ([relationship]) => (relationship as GraphRelationship).start,
  },
  {
    signature: 'endNode(relationship :: RELATIONSHIP) :: NODE',
    source: 'openCypher 9',
    run: ([relationship]) => (relationship as GraphRelationship).end,
  },
  {
    signature: 'properties(of :: NODE | RELATIONSHIP | MAP) :: MAP',
    source: 'openCypher 9',
    run: ([of]) => propertiesOf(of!),
  },
  {
    signature: 'keys(of :: NODE | RELATIONSHIP | MAP) :: LIST',
    source: 'openCypher 9',
    run: ([of]) => (isEntity(of) ? of.shape.keys : [...(of as MapValue).keys()]),
  },
  {
    signature: 'nodes(path :: PATH) :: LIST',
    source: 'openCypher 9',
    run: ([path]) => (path as PathValue).nodes,
  },
  {
    signature: 'relationships(path :: PATH) :: LIST',
    source: 'openCypher 9',
    run: ([path]) => (path as PathValue).relationships,
  },
  {
    signature: 'length(path :: PATH) :: INTEGER',
    source: 'openCypher 9',
    run: ([path]) => (path as PathValue).relationships.length,
  },
  {
    signature: 'size(of :: LIST | STRING) :: INTEGER',
    source: 'openCypher 9',
    run: ([of]) => (typeof of === 'string' ? characterCount(of) : (of as readonly Value[]).length),
  },
  {
    signature: 'isEmpty(of :: LIST | STRING | MAP) :: BOOLEAN',
    source: 'Cypher manual 5',
    run: ([of]) => (isMap(of) ? of.size : (of as readonly Value[] | string).length) === 0,
  },
];
