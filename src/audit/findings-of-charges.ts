import { shortHash } from '#base/hash.ts';
import type { Finding } from '#domain/finding.ts';
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
  const channel = charge.channels[index];
  const path = channel ? channel.name.split('>') : [];
  return {
    id: `f-${shortHash(`${url}|${charge.kind}`)}`,
    kind: charge.kind,
    state: 'confirmed',
    url,
    foundOn: null,
    anchorText: null,
    channel: channel
      ? {
          name: path.at(-1) ?? '',
          path,
          url,
          kind: channel.kind,
          level: path.length,
          historical: false,
        }
      : null,
    measure: charge.position === null ? {} : { position: charge.position },
    evidence: [],
    reason: null,
  };
}
