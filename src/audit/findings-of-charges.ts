import { shortHash } from '#base/hash.ts';
import type { Finding, FindingChannel } from '#domain/finding.ts';
import type { Charge } from './annex-row.ts';

/** The findings that a row's charges amount to, so that the same scorer prices them. */
export function findingsOf(rowNo: number, charges: readonly Charge[]): Finding[] {
  return charges.flatMap((charge, chargeIndex) =>
    Array.from({ length: charge.count }, (_, index) =>
      findingOf(charge, index, `annex://row-${rowNo}/${chargeIndex}/${index}`),
    ),
  );
}

function findingOf(charge: Charge, index: number, url: string): Finding {
  return {
    id: `f-${shortHash(`${url}|${charge.kind}`)}`,
    kind: charge.kind,
    state: 'confirmed',
    url,
    foundOn: null,
    anchorText: null,
    channel: channelOf(charge, index, url),
    measure: charge.position === null ? {} : { position: charge.position },
    evidence: [],
    reason: null,
  };
}

/** The channel a charge is about. One that the text only counts is still a living channel. */
function channelOf(charge: Charge, index: number, url: string): FindingChannel | null {
  if (charge.kind !== 'channel-stale' && charge.kind !== 'channel-blank') return null;
  const { name, kind } = charge.channels[index] ?? { name: '', kind: 'other' };
  const path = name.split('>');
  return { name: path.at(-1) ?? '', path, url, kind, level: path.length, historical: false };
}
