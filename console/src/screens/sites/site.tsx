import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { siteWarningTexts } from '#domain/site-warnings.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Sections } from '../../parts/sections.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { siteWords } from '../../words/sites.ts';
import { siteKindWords } from '../../words/states.ts';
import { SiteChecks } from './site-checks.tsx';
import { SiteChannels } from './site-channels.tsx';
import { SiteFindings } from './site-findings.tsx';
import { SiteInspections } from './site-inspections.tsx';
import { SiteNow } from './site-now.tsx';
import { SiteRegister } from './site-register.tsx';
import type { SiteSheet } from './site-sheet.ts';
import './sites.css';

/** One site: how it stands, its channels, what was found, what it was. */
export default function Site(): ReactNode {
  const { site = '' } = useParams();
  const id = Number(site);
  const { data, error, refetch } = useAsk('GET /sites/{site}', { params: { site: id } });
  const words = useWords(siteWords);
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={12} />;
  const all = [
    { key: 'now', label: words.tabNow, render: () => <SiteNow site={data} /> },
    { key: 'channels', label: words.tabChannels, render: () => <SiteChannels site={data} /> },
    { key: 'findings', label: words.tabFindings, render: () => <SiteFindings site={data} /> },
    {
      key: 'inspections',
      label: words.tabInspections,
      render: () => <SiteInspections site={data} />,
    },
    { key: 'checks', label: words.tabChecks, render: () => <SiteChecks site={data} /> },
    { key: 'register', label: words.tabRegister, render: () => <SiteRegister site={data} /> },
  ];
  return (
    <>
      <SiteHead site={data} />
      <Sections label={data.name} all={all} />
    </>
  );
}

function SiteHead({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(siteWords);
  const kinds = useWords(siteKindWords);
  const language = useLanguage();
  return (
    <PageHead
      title={site.name}
      tags={<StateTag thing="site" state={site.state} />}
      facts={
        <>
          <Link to={`/units/${site.unitId}`}>{site.unit}</Link>
          <span>{site.region}</span>
          <span>{kinds[site.kind]}</span>
          <span className="figures">{site.siteIdCode ?? '—'}</span>
          {site.warnings.map((warning) => (
            <Tag key={warning} tone="amber">
              {siteWarningTexts[warning][language]}
            </Tag>
          ))}
        </>
      }
    >
      <Button href={site.homepage} target="_blank" rel="noreferrer" icon={<Icon name="out" />}>
        {words.openHomepage}
      </Button>
    </PageHead>
  );
}
