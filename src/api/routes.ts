import type { Route } from './route.ts';
import { administrationRoutes } from './routes/administration.ts';
import { campaignsRoutes } from './routes/campaigns.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { lexiconRoutes } from './routes/lexicons.ts';
import { errorReportRoutes } from './routes/error-reports.ts';
import { hearingRoutes } from './routes/hearing.ts';
import { inquiryRoutes } from './routes/inquiries.ts';
import { matterPictureRoutes } from './routes/matter-pictures.ts';
import { matterRoutes } from './routes/matters.ts';
import { monitoringRoutes } from './routes/monitoring.ts';
import { operationsRoutes } from './routes/operations.ts';
import { overviewRoutes } from './routes/overview.ts';
import { peopleRoutes } from './routes/people.ts';
import { publicRoutes } from './routes/public.ts';
import { rectificationRoutes } from './routes/rectification.ts';
import { registerRoutes } from './routes/register.ts';
import { rubricActivationRoutes } from './routes/rubric-activations.ts';
import { rubricRoutes } from './routes/rubrics.ts';
import { savedViewRoutes } from './routes/saved-views.ts';

/** Every route of the API, by what it is about. */
export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...savedViewRoutes,
  ...overviewRoutes,
  ...registerRoutes,
  ...campaignsRoutes,
  ...hearingRoutes,
  ...evidenceRoutes,
  ...rubricRoutes,
  ...rubricActivationRoutes,
  ...rectificationRoutes,
  ...monitoringRoutes,
  ...operationsRoutes,
  ...lexiconRoutes,
  ...administrationRoutes,
  ...matterRoutes,
  ...errorReportRoutes,
  ...inquiryRoutes,
  ...matterPictureRoutes,
  ...publicRoutes,
];
