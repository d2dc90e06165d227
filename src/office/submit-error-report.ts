import { present } from '#base/assert.ts';
import type { NewErrorReport } from '#domain/error-report.ts';
import type { Submitted } from '#domain/public-matter.ts';
import { newReport } from '#domain/report-life.ts';
import { insertReport } from '#store/error-reports.ts';
import { findSiteOfPage, rootRegionId } from '#store/matter-origins.ts';
import { type Desk, perform } from './desk.ts';
import { MOST_TEXT, plainText, publicPage } from './matter-input.ts';
import {
  checkedSender,
  originOf,
  recordNewMatter,
  reportOfForm,
  type Sender,
  submitted,
} from './new-matter.ts';
import { officeClock } from './start-deadline.ts';
import { tellOfReport, tellTriage } from './tell-of-matter.ts';

const USUAL_CLOCK = 'error-report-hubei';

/**
 * Somebody of the public reports a fault of a page (找错). Its site is found in the register, and
 * the unit of the site has it at once; a page of no known site, or a text that may be spam, waits
 * for the office. The same form sent twice makes one report.
 */
export async function submitErrorReport(
  desk: Desk,
  report: NewErrorReport & Sender,
): Promise<Submitted & { reportId: number; siteId: number | null }> {
  const pageUrl = publicPage(report.pageUrl, desk.allowNet ?? []);
  const text = plainText('内容', report.text, MOST_TEXT);
  const sender = checkedSender(desk, report);
  let noteTold = () => undefined as void;
  const submittedNow = await perform(desk, async (act) => {
    const site = await findSiteOfPage(act.tx, pageUrl);
    const regionId = site?.regionId ?? present(await rootRegionId(act.tx), 'a region');
    const origin = await originOf(act, { thing: 'error-report', text, regionId }, sender);
    const clock = officeClock(desk.publicSide?.errorReportClock ?? USUAL_CLOCK);
    const isDoubtful = origin.suspicion.length > 0;
    const life = newReport(act.at, clock, isDoubtful ? null : (site?.unitId ?? null));
    const siteId = site?.siteId ?? null;
    const id = await insertReport(
      act.tx,
      life,
      { pageUrl, fault: report.fault, text, siteId },
      origin,
    );
    if (id === null) {
      const before = await reportOfForm(act, sender.receipt);
      return {
        ...submitted(sender.receipt, before.deadline),
        reportId: before.id,
        siteId: before.site_id,
      };
    }
    if (life.unit === null) noteTold = await tellTriage(desk, act, regionId);
    else await tellOfReport(act, { id, unitId: life.unit }, 'matter-assigned');
    const made = await recordNewMatter(act, desk, { id, life, text }, sender);
    return { ...made, reportId: id, siteId };
  });
  noteTold();
  return submittedNow;
}
