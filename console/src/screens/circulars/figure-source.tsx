import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type FindingKind, findingKinds } from '#domain/finding.ts';
import type { Field } from '#domain/circular.ts';
import type { Site } from '#domain/site.ts';
import { useAsk } from '../../api/use-ask.ts';
import { EvidenceLink } from '../../parts/evidence-link.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { circularWords } from '../../words/circulars.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';

/** Where a figure of the circular comes from, and the findings it counts, each with its proof. */
export function FigureSource({
  figure,
  campaign,
  close,
}: {
  figure: Field | null;
  campaign: number;
  close(): void;
}): ReactNode {
  const words = useWords(circularWords);
  const common = useWords(commonWords);
  if (figure === null) {
    return (
      <div className="figure-panel">
        <Panel title={words.figure}>
          <p className="quiet">{words.figureHint}</p>
        </Panel>
      </div>
    );
  }
  const { text, field, source, value } = figure;
  const isRate = value !== null && typeof value === 'object' && 'numerator' in value;
  const rows: [string, ReactNode][] = [
    [words.figureText, text],
    ...(isRate
      ? ([[words.figureValue, `${value.numerator}/${value.denominator}`]] as [string, ReactNode][])
      : []),
    [words.figureField, <code key="field">{field}</code>],
    [words.figureSource, <code key="source">{source}</code>],
  ];
  return (
    <div className="figure-panel" data-chosen="true">
      <Panel
        title={words.figure}
        aside={
          <Button
            type="text"
            size="small"
            aria-label={common.close}
            icon={<Icon name="cross" size={14} />}
            onClick={close}
          />
        }
      >
        <dl className="figure-source" aria-live="polite">
          {rows.map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        <Behind field={field} campaign={campaign} />
      </Panel>
    </div>
  );
}

/** A site's row of the annex leads to what is charged to it, a problem to its findings. */
function Behind({ field, campaign }: { field: string; campaign: number }): ReactNode {
  const kind = findingKinds.find((one) => field.startsWith(`problem.${one}`));
  const isRow = field.startsWith('annex.');
  const sites = useAsk('GET /campaigns/{campaign}/inspections', {
    params: { campaign },
    query: { limit: 200 },
    when: isRow,
  });
  if (kind !== undefined) return <Findings campaign={campaign} of={{ kind }} />;
  if (!isRow || !sites.data) return null;
  const row = sites.data.items.find(({ site }) =>
    field.startsWith(`annex.${(site as unknown as Site).key}.`),
  );
  return row ? <Findings campaign={campaign} of={{ site: row.siteId }} /> : null;
}

function Findings({
  campaign,
  of,
}: {
  campaign: number;
  of: { kind: FindingKind } | { site: number };
}): ReactNode {
  const words = useWords(circularWords);
  const query = { campaign, state: 'confirmed' as const, limit: 200, ...of };
  const { data, isPlaceholderData } = useAsk('GET /findings', { query });
  const charged = data?.items.filter(({ isCharged }) => isCharged) ?? [];
  if (isPlaceholderData || charged.length === 0) return null;
  return (
    <>
      <h3 className="figure-behind">{words.behind(charged.length)}</h3>
      <ul className="figure-findings">
        {charged.map(({ id, sentence }) => (
          <li key={id}>
            <EvidenceLink finding={id}>
              <span lang="zh-CN">{sentence}</span>
            </EvidenceLink>
          </li>
        ))}
      </ul>
    </>
  );
}
