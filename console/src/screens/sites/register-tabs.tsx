import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useRegionQuery } from '../../app/use-region.ts';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';

/** The register by sites or by units. */
export function RegisterTabs({ now }: { now: '/sites' | '/units' }): ReactNode {
  const words = useWords(siteWords);
  const navigate = useNavigate();
  const search = useRegionQuery();
  return (
    <Segmented
      value={now}
      options={[
        { value: '/sites', label: words.sites },
        { value: '/units', label: words.units },
      ]}
      onChange={(pathname) => void navigate({ pathname, search })}
    />
  );
}
