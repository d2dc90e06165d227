import { canonicalLine } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import { sha256 } from '#base/hash.ts';
import { personId } from '#domain/person.ts';
import { assertPublishable } from '#publish/reconcile.ts';
import { type CircularFile, insertCircularFiles, publishedCircularId } from '#store/circulars.ts';
import { campaignRubric } from './campaign-rubric.ts';
import { circularAt, circularAtHand, refuseStale } from './circular-at-hand.ts';
import { type Desk, move, perform } from './desk.ts';
import { refuseUnreconciledMatters } from './matter-contradictions.ts';
import { renderDocuments } from './render-documents.ts';
import { startDeadline } from './start-deadline.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
};

/** A published version, and what to know of its PDF. */
export interface PublishedCircular {
  hash: string;
  files: string[];
  notes: string[];
}

/**
 * Publishes a signed circular for good: its files, one hash over them and its data, the version
 * before marked as corrected. Refused when it no longer agrees with the findings, contradicts
 * itself, or too many sites are unmeasured. Rendering takes its time before anything is held.
 */
export async function publishCircular(
  desk: Desk,
  id: number,
  { pdf }: { pdf: boolean } = { pdf: true },
): Promise<PublishedCircular> {
  const before = await circularAt(desk, desk.db, id, 'circular.publish');
  const { circular, campaign } = before;
  if (circular.state !== 'signed') {
    const args = { thing: 'circular', from: circular.state, to: 'published' };
    throw new Refusal('move-unknown', args);
  }
  assertPublishable(circular.circular, circular.result);
  await refuseStale(desk.db, before);
  const rubric = campaignRubric(campaign);
  const files: ReturnType<typeof fileOf>[] = [];
  const take = (name: string, data: string | Uint8Array) => void files.push(fileOf(name, data));
  const { circular: words, result } = circular;
  const notes = await renderDocuments(words, result, rubric, { pdf, take });
  const hash = hashOf(circular.circular, files);
  await perform(desk, async (act) => {
    const now = await circularAtHand(desk, act, id, 'circular.publish');
    if (now.circular.version !== circular.version) {
      throw new Refusal('moved-meanwhile', { thing: 'circular', id });
    }
    await refuseStale(act.tx, now);
    await refuseUnreconciledMatters(act.tx, now.campaign, now.circular.brief);
    const former = await publishedCircularId(act.tx, campaign.id);
    await insertCircularFiles(act.tx, id, files);
    const changes = { hash, published_by: personId(desk.actor), published_at: act.at };
    await move(act, 'circular', id, { from: 'signed', to: 'published' }, { changes });
    await act.note({ act: 'circular.files', thing: 'circular', thingId: id, after: { hash } });
    if (former !== null) {
      const reason = circular.correction_reason;
      await move(act, 'circular', former, { from: 'published', to: 'corrected' }, { reason });
    }
    if (circular.number === 1) {
      const published = { published_at: act.at };
      const step = { from: now.campaign.state, to: 'published' } as const;
      await move(act, 'campaign', campaign.id, step, { changes: published });
    }
    await startDeadline(act, { thing: 'circular', thingId: id, unitId: null, clock: 'appeal' });
  });
  return { hash, files: files.map(({ name }) => name), notes: notes };
}

function fileOf(name: string, data: string | Uint8Array): CircularFile {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const mediaType = mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { name, mediaType, bytes, hash: sha256(bytes) };
}

/** One hash over the data and every file, whatever their order. */
export function hashOf(circular: unknown, files: readonly Pick<CircularFile, 'name' | 'hash'>[]) {
  const hashes = Object.fromEntries(files.map(({ name, hash }) => [name, hash]));
  return sha256(canonicalLine({ circular, files: hashes }));
}
