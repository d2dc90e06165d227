import { acceptInquiry } from '#office/accept-inquiry.ts';
import { addTemplate } from '#office/edit-templates.ts';
import { answerReport } from '#office/answer-report.ts';
import { assignMatter } from '#office/assign-matter.ts';
import { sha256 } from '#base/hash.ts';
import { insertPicture } from '#store/matter-pictures.ts';
import { attachCapture } from '#office/attach-capture.ts';
import { submitErrorReport } from '#office/submit-error-report.ts';
import { submitInquiry } from '#office/submit-inquiry.ts';
import { publicDesk, sampleInquiry } from '#office/testing/matter-desks.ts';
import type { SampleOffice } from '#office/testing/sample-office.ts';
import type { Things } from './role-world.ts';

/** What citizens wrote to a unit: an inquiry it handles, a report it answered; and a template. */
export async function plantMatters(
  office: SampleOffice,
  { unit, site }: Pick<Things, 'unit' | 'site'>,
): Promise<
  Pick<Things, 'inquiry' | 'report' | 'capture' | 'picture' | 'template' | 'helper' | 'published'>
> {
  const job = office.desk({ job: 'test' });
  const { inquiryId: inquiry } = await submitInquiry(publicDesk(office), {
    ...sampleInquiry(),
    unitId: unit,
  });
  await assignMatter(job, { thing: 'inquiry', id: inquiry }, { unitId: unit });
  await acceptInquiry(job, inquiry);
  const { homepage } = await office.db
    .selectFrom('sites')
    .select('homepage')
    .where('id', '=', site)
    .executeTakeFirstOrThrow();
  const { reportId: report } = await submitErrorReport(publicDesk(office), {
    pageUrl: `${homepage}a.html`,
    fault: 'dead-link',
    text: `第${site}个网站的链接打不开`,
  });
  await answerReport(job, report, { text: '已修复。', truth: 'true' });
  const capture = await attachCapture(job, report, {
    when: 'submitted',
    at: job.now(),
    visit: null,
    failure: 'timeout',
    title: null,
    text: null,
    picture: Buffer.from('89504e470d0a1a0a', 'hex'),
    folder: null,
    seal: null,
  });
  const template = await addTemplate(job, { of: { unitId: unit }, title: '开头', text: '您好。' });
  const size = { width: 1, height: 1, bytes: Buffer.from('89504e470d0a1a0a', 'hex') };
  const of = {
    thing: 'error-report',
    id: report,
    at: job.now(),
    hash: sha256(size.bytes),
  } as const;
  const picture = await insertPicture(office.db, of, { mediaType: 'image/png', ...size });
  return { inquiry, report, capture, picture, template, helper: unit, published: inquiry };
}
