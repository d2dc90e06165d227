import * as people from './0001-people.ts';
import * as register from './0002-register.ts';
import * as campaigns from './0003-campaigns.ts';
import * as circulars from './0004-circulars.ts';
import * as rectification from './0005-rectification.ts';
import * as monitoring from './0006-monitoring.ts';
import * as deadlines from './0007-deadlines.ts';
import * as ledger from './0008-ledger.ts';
import * as messages from './0009-messages.ts';
import * as scale from './0010-scale.ts';
import * as evidence from './0011-evidence.ts';
import * as demo from './0012-demo.ts';
import * as matters from './0013-matters.ts';
import * as publishedInquiries from './0014-published-inquiries.ts';
import * as captures from './0015-captures.ts';
import * as portal from './0016-portal.ts';
import * as freshness from './0017-freshness.ts';
import * as initials from './0018-initials.ts';
import * as siteChecks from './0019-site-checks.ts';
import * as quickLists from './0020-quick-lists.ts';
import * as ledgerAtCommit from './0021-ledger-at-commit.ts';
import * as matterMails from './0022-matter-mails.ts';
import * as clockChanges from './0024-clock-changes.ts';
import * as findingsInReview from './0025-findings-in-review.ts';
import * as matterUnits from './0026-matter-units.ts';
import * as presses from './0027-presses.ts';
import * as suspicionsForPersons from './0028-suspicions-for-persons.ts';
import * as ledgerInOneGo from './0029-ledger-in-one-go.ts';
import * as whatListsGather from './0031-what-lists-gather.ts';

/** Every migration by name, in the order of their numbers: statements that are run as they stand. */
export const migrations: Readonly<Record<string, { up: string }>> = {
  '0001-people': people,
  '0002-register': register,
  '0003-campaigns': campaigns,
  '0004-circulars': circulars,
  '0005-rectification': rectification,
  '0006-monitoring': monitoring,
  '0007-deadlines': deadlines,
  '0008-ledger': ledger,
  '0009-messages': messages,
  '0010-scale': scale,
  '0011-evidence': evidence,
  '0012-demo': demo,
  '0013-matters': matters,
  '0014-published-inquiries': publishedInquiries,
  '0015-captures': captures,
  '0016-portal': portal,
  '0017-freshness': freshness,
  '0018-initials': initials,
  '0019-site-checks': siteChecks,
  '0020-quick-lists': quickLists,
  '0021-ledger-at-commit': ledgerAtCommit,
  '0022-matter-mails': matterMails,
  '0024-clock-changes': clockChanges,
  '0025-findings-in-review': findingsInReview,
  '0026-matter-units': matterUnits,
  '0027-presses': presses,
  '0028-suspicions-for-persons': suspicionsForPersons,
  '0029-ledger-in-one-go': ledgerInOneGo,
  '0031-what-lists-gather': whatListsGather,
};
