import { type ReactNode, useState } from 'react';
import { Button } from 'antd';
import { Panel } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';
import { siteKindWords, stateWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import { EditSite } from './edit-site.tsx';
import { MoveSite } from './move-site.tsx';
import type { SiteSheet } from './site-sheet.ts';

/** What the register says of a site, its domains, and what it was when. */
export function SiteRegister({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(siteWords);
  const { may } = useSession();
  const [act, setAct] = useState<'edit' | 'move' | null>(null);
  const acts = may('register.edit') && (
    <span className="page-acts">
      <Button onClick={() => setAct('edit')}>{words.edit}</Button>
      <Button onClick={() => setAct('move')}>{words.move}</Button>
    </span>
  );
  return (
    <div className="site-pair">
      <div>
        <Panel title={words.facts} aside={acts}>
          <Facts site={site} />
        </Panel>
        {site.domains.length > 0 && (
          <Panel title={words.domains}>
            <Domains site={site} />
          </Panel>
        )}
      </div>
      <Panel title={words.life}>
        <Life site={site} />
      </Panel>
      {act === 'edit' && <EditSite site={site} close={() => setAct(null)} />}
      {act === 'move' && <MoveSite site={site} close={() => setAct(null)} />}
    </div>
  );
}

function Facts({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(siteWords);
  const kinds = useWords(siteKindWords);
  const states = useWords(stateWords).site;
  const rows = [
    [words.name, site.name],
    [words.unit, site.unit],
    [words.region, site.region],
    [words.homepage, site.homepage],
    [words.code, site.siteIdCode ?? '—'],
    [words.kind, kinds[site.kind]],
    [words.state, states[site.state]],
  ];
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Domains({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(siteWords);
  const dates = useDates();
  return (
    <ul className="domains">
      {site.domains.map(({ domain, isMain, from, to }) => (
        <li key={`${domain}-${from ?? ''}`}>
          <span>{domain}</span>
          {isMain && <Tag tone="blue">{words.mainDomain}</Tag>}
          <span className="quiet">
            {from !== null && words.fromDay(dates.day(from))}
            {to !== null && words.untilDay(dates.day(to))}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Version = SiteSheet['history'][number];
const tracked = ['name', 'homepage', 'siteIdCode', 'kind', 'state', 'unitId'] as const;

/** Each version says what changed against the one before. */
function Life({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(siteWords);
  const dates = useDates();
  const oldestFirst = site.history.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return (
    <ol className="life">
      {oldestFirst
        .map((version, index) => ({ version, before: oldestFirst[index - 1] ?? null }))
        .toReversed()
        .map(({ version, before }) => (
          <li key={version.from}>
            <p className="quiet figures">
              {words.lifeFrom(
                dates.day(version.from),
                version.to === null ? words.now : dates.day(version.to),
              )}
            </p>
            <Changes version={version} before={before} />
            {version.reason !== null && <p>{version.reason}</p>}
          </li>
        ))}
    </ol>
  );
}

function Changes({ version, before }: { version: Version; before: Version | null }): ReactNode {
  const words = useWords(siteWords);
  const states = useWords(stateWords).site;
  const kinds = useWords(siteKindWords);
  const show = (key: (typeof tracked)[number], { [key]: value }: Version) => {
    if (key === 'state') return states[value as Version['state']];
    if (key === 'kind') return kinds[value as Version['kind']];
    return value === null ? '—' : String(value);
  };
  if (before === null) {
    return <p>{words.registered(version.name, states[version.state])}</p>;
  }
  return tracked
    .filter((key) => version[key] !== before[key])
    .map((key) => (
      <p key={key}>{words.change(words.changed[key], show(key, before), show(key, version))}</p>
    ));
}
