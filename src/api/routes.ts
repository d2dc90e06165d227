import type { Route } from './route.ts';
import { administrationRoutes } from './routes/administration.ts';
import { campaignsRoutes } from './routes/campaigns.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { hearingRoutes } from './routes/hearing.ts';
import { lexiconRoutes } from './routes/lexicons.ts';
import { monitoringRoutes } from './routes/monitoring.ts';
import { operationsRoutes } from './routes/operations.ts';
import { overviewRoutes } from './routes/overview.ts';
import { peopleRoutes } from './routes/people.ts';
import { rectificationRoutes } from './routes/rectification.ts';
import { registerRoutes } from './routes/register.ts';
import { rubricRoutes } from './routes/rubrics.ts';

/** Every route of the API, by what it is about. */
export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...overviewRoutes,
  ...registerRoutes,
  ...campaignsRoutes,
  ...hearingRoutes,
  ...evidenceRoutes,
  ...rubricRoutes,
  ...rectificationRoutes,
  ...monitoringRoutes,
  ...operationsRoutes,
  ...lexiconRoutes,
  ...administrationRoutes,
];
