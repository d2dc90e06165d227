import { performance } from 'node:perf_hooks';
import { matterContradictions } from '#office/matter-contradictions.ts';
import { matterStatistics } from '#office/ask-matter-statistics.ts';
import { secondQuarter } from '#demo/matters/matter-plan.ts';
import { openSampleOffice } from '#office/testing/sample-office.ts';
import { errorReportBrief, inquiryBrief } from '#publish/matter-brief.ts';
import { verifyLedger } from '#store/ledger.ts';
import { playMatters } from './matter-stage.ts';

// Plays the second quarter of 2019 through the acts, 11 error reports and 563 inquiries, and holds
// what is counted against the circular of 27 May. npm run check:quarter

const say = (line: string) => void process.stdout.write(`${line}\n`);
const wanted = { received: 563, handled: 442, inProgress: 90, unpublished: 31, reports: 11 };
const office = await openSampleOffice();
try {
  const started = performance.now();
  await playMatters(office, secondQuarter);
  say(`played in ${Math.round((performance.now() - started) / 1000)} s`);
  office.setClock('2019-05-27T08:00:00.000Z');
  const now = '2019-05-27T08:00:00.000Z';
  const period = { from: '2019-04-01', to: '2019-05-27' };
  const { errorReports, inquiries } = await matterStatistics(office.db, null, period, now);
  const brief = {
    errorReports: errorReportBrief(errorReports),
    inquiries: inquiryBrief(inquiries),
  };
  say(JSON.stringify(brief, null, 1));
  const { received, handled, inProgress, unpublished, late, overdue, movedIn } = inquiries;
  say(JSON.stringify({ received, handled, inProgress, unpublished, late, overdue, movedIn }));
  const counted = { received, handled, inProgress, unpublished, reports: errorReports.received };
  const isRight = JSON.stringify(counted) === JSON.stringify(wanted);
  const region = { region_path: office.places.city.path };
  const wrong = await matterContradictions(office.db, region, brief);
  const { broken, lines } = await verifyLedger(office.db);
  say(
    `contradictions ${wrong.length}; ledger ${lines} lines, ${broken === null ? 'unbroken' : 'broken'}`,
  );
  const victim = await office.db
    .selectFrom('inquiries')
    .select('id')
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow();
  await office.db
    .updateTable('inquiries')
    .set({ state: 'handling' })
    .where('id', '=', victim.id)
    .execute();
  const named = await matterContradictions(office.db, region, brief);
  say(
    `after a change by hand: ${named.map((one) => `${one.field}: ${one.printed} ≠ ${one.recomputed}`).join('; ')}`,
  );
  process.exitCode = isRight && wrong.length === 0 && named.length > 0 && broken === null ? 0 : 1;
} finally {
  await office.close();
}
