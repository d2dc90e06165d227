import { decodeText } from '#base/charset.ts';
import { Refusal } from '#base/refusal.ts';
import type { PageText } from '#domain/page-text.ts';
import { markLines } from '#read/mark-lines.ts';
import { pageLines } from '#read/page-lines.ts';
import type { Desk } from './desk.ts';
import { evidenceAt } from './evidence-at.ts';

/** A page as it was captured, read as words. */
export interface CapturedPage extends PageText {
  url: string;
  charset: string;
}

/**
 * The page of a visit that a finding rests on, as lines of words with the deciding places marked:
 * markup, styles and scripts of a stranger's page never reach the reader's browser.
 */
export async function askCapturedPage(
  desk: Desk,
  findingId: number,
  visitId: string,
): Promise<CapturedPage> {
  const { row, proofs } = await evidenceAt(desk, findingId);
  const proof = proofs.find(({ visit }) => visit.id === visitId);
  const body = proof && !('problem' in proof.record) ? proof.record.body : null;
  if (!proof || body === null || proof.visit.purpose === 'picture') {
    throw new Refusal('not-found', { thing: 'visit', id: visitId });
  }
  const { visit, role } = proof;
  const { outcome, finalUrl } = visit;
  const { text, charset } = decodeText(
    body,
    outcome.kind === 'answered' ? outcome.contentType : '',
  );
  const { finding } = row;
  const own = finding.evidence.find((one) => one.visit === visitId);
  const page = markLines(pageLines(text, finalUrl), {
    targets: role === 'found-on' ? [finding.url] : [],
    words: own?.excerpt ? [own.excerpt] : [],
  });
  return { ...page, url: finalUrl, charset };
}

/** The picture that was taken for a finding, as JPEG. */
export async function askPicture(
  desk: Desk,
  findingId: number,
  visitId: string,
): Promise<Uint8Array> {
  const { row, folder, inspection } = await evidenceAt(desk, findingId);
  const { picture } = row.finding.evidence.find(({ visit }) => visit === visitId) ?? {};
  const bytes =
    picture === undefined
      ? null
      : (folder?.read(`sites/${inspection.site.key}/${picture}`) ?? null);
  if (bytes === null) throw new Refusal('not-found', { thing: 'picture', id: visitId });
  return bytes;
}
