import { present } from '#base/assert.ts';
import { latestCircular } from '#store/circulars.ts';
import { assignAppeal } from '../assign-appeal.ts';
import { decideAppeal } from '../decide-appeal.ts';
import { draftCircular } from '../draft-circular.ts';
import { editBrief } from '../edit-brief.ts';
import { fileAppeal } from '../file-appeal.ts';
import { publishCircular } from '../publish-circular.ts';
import { reconcileCircular } from '../reconcile-circular.ts';
import { signCircular } from '../sign-circular.ts';
import { startHearing } from '../start-hearing.ts';
import { submitCircular } from '../submit-circular.ts';
import { acceptAll, freshLeader } from './sample-judging.ts';
import type { SampleOffice } from './sample-office.ts';

const brief = JSON.stringify({
  region: '咸宁市',
  period: '2019年第二季度',
  date: '2019-06-05',
  issuer: '市政府办公室',
});

/** Takes the sample campaign to its published circular; gives the number of the version. */
export async function publishSample(office: SampleOffice): Promise<number> {
  await acceptAll(office);
  await startHearing(office.desk('inspector'), office.campaignId);
  office.setClock('2019-06-03T01:00:00.000Z');
  const id = await draftCircular(office.desk('inspector'), office.campaignId);
  await editBrief(office.desk('inspector'), id, brief);
  await signAndPublish(office, id);
  return id;
}

/** An upheld appeal of 市民政局, and the correction that follows; gives the number of the version. */
export async function correctSample(office: SampleOffice): Promise<number> {
  const finding = present(office.findingIds['minzheng-0-1'], 'the finding');
  const said = { grounds: '当日可打开', proof: null };
  const appeal = await fileAppeal(office.desk('head'), finding, said);
  await assignAppeal(office.desk('leader'), appeal, office.people.reviewer.id);
  const decided = { upheld: true, decision: '经复核可以打开' };
  await decideAppeal(office.desk('reviewer'), appeal, decided);
  const { id } = present(await latestCircular(office.db, office.campaignId), 'a correction');
  await signAndPublish(office, id);
  return id;
}

async function signAndPublish(office: SampleOffice, id: number): Promise<void> {
  await reconcileCircular(office.desk('inspector'), id);
  await submitCircular(office.desk('inspector'), id);
  await signCircular(freshLeader(office), id);
  await publishCircular(freshLeader(office), id, { pdf: false });
}
