import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { Icon } from '../../parts/icon.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import type { OrderDraft } from './order-draft.ts';

type Excluded = OrderDraft['excluded'];

/** Sites that are left out, each with its reason; found by name, domain or code. */
export function ExcludeSites({
  regionId,
  excluded,
  change,
}: {
  regionId: number;
  excluded: Excluded;
  change(excluded: Excluded): void;
}): ReactNode {
  const words = useWords(campaignWords);
  const [q, setQ] = useState('');
  const [chosen, choose] = useState<{ value: number; label: string } | null>(null);
  const [reason, setReason] = useState('');
  const sites = useAsk('GET /sites', {
    query: { region: regionId, limit: 20, state: 'online', ...(q !== '' && { q }) },
  });
  const add = () => {
    if (chosen === null || reason.trim() === '') return;
    const rest = excluded.filter(({ siteId }) => siteId !== chosen.value);
    change([...rest, { siteId: chosen.value, name: chosen.label, reason: reason.trim() }]);
    choose(null);
    setReason('');
  };
  return (
    <>
      <div className="exclude-row">
        <Select
          showSearch={{ filterOption: false, onSearch: setQ }}
          labelInValue
          aria-label={words.excludeSites}
          placeholder={words.excludeSites}
          value={chosen}
          onChange={(value: { value: number; label: string }) => choose(value)}
          options={(sites.data?.items ?? []).map(({ id, unit }) => ({ value: id, label: unit }))}
        />
        <Input
          aria-label={words.excludeReason}
          placeholder={words.excludeReason}
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
          onPressEnter={add}
        />
        <Button disabled={chosen === null || reason.trim() === ''} onClick={add}>
          {words.addExcluded}
        </Button>
      </div>
      <ul>
        {excluded.map((one) => (
          <li key={one.siteId} className="excluded">
            <strong>{one.name}</strong> <span className="quiet">{one.reason}</span>
            <Button
              type="text"
              size="small"
              aria-label={words.removeExcluded(one.name)}
              icon={<Icon name="cross" size={14} />}
              onClick={() => change(excluded.filter(({ siteId }) => siteId !== one.siteId))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
