// All routes of the service, in the order of the documentation.
import type { Route } from '../route.ts';
import { documentRoutes } from './documents.ts';
import { entityRoutes } from './entities.ts';
import { exportRoutes } from './exports.ts';
import { graphRoutes } from './graph.ts';
import { meetingRoutes } from './meetings.ts';
import { queryRoutes } from './query-api.ts';
import { relationshipRoutes } from './relationships.ts';

export const ROUTES: readonly Route[] = [
  ...entityRoutes,
  ...relationshipRoutes,
  ...meetingRoutes,
  ...documentRoutes,
  ...graphRoutes,
  ...queryRoutes,
  ...exportRoutes,
];
