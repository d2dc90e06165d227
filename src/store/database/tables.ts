import type { CampaignsTables } from './tables/campaigns.ts';
import type { CircularsTables } from './tables/circulars.ts';
import type { DeadlinesTables } from './tables/deadlines.ts';
import type { DemoTables } from './tables/demo.ts';
import type { EvidenceTables } from './tables/evidence.ts';
import type { LedgerTables } from './tables/ledger.ts';
import type { MattersTables } from './tables/matters.ts';
import type { MessagesTables } from './tables/messages.ts';
import type { MonitoringTables } from './tables/monitoring.ts';
import type { PeopleTables } from './tables/people.ts';
import type { PortalTables } from './tables/portal.ts';
import type { PressesTables } from './tables/presses.ts';
import type { RectificationTables } from './tables/rectification.ts';
import type { RegisterTables } from './tables/register.ts';
import type { SiteChecksTables } from './tables/site-checks.ts';

/** Every table of the service, as the migrations make them. */
export interface Tables
  extends PeopleTables,
    RegisterTables,
    CampaignsTables,
    CircularsTables,
    RectificationTables,
    MonitoringTables,
    DeadlinesTables,
    LedgerTables,
    MessagesTables,
    DemoTables,
    EvidenceTables,
    MattersTables,
    PortalTables,
    SiteChecksTables,
    PressesTables {}
