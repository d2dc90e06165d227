import { Checkbox, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';
import { useDates } from '../../words/use-figures.ts';
import type { ActField, ItemProps } from './act-field.tsx';

type MergeField = Extract<ActField, { kind: 'merge' }>;
/** A single character is no word to search by. */
const LEAST_SOUGHT = 2;

/** Open matters of the same content, found by a word of it and ticked. */
export function MergeItem({
  name,
  label,
  rules,
  field: { of, into, sought },
}: ItemProps & { field: MergeField }): ReactNode {
  const words = useWords(matterWords);
  const [q, setQ] = useState(sought);
  const found = useCandidates(of, q).filter(({ id }) => id !== into);
  return (
    <>
      <Form.Item label={words.mergeSearch}>
        <Input
          aria-label={words.mergeSearch}
          value={q}
          maxLength={100}
          onChange={({ target }) => setQ(target.value)}
        />
      </Form.Item>
      <Form.Item name={name} label={label} rules={rules}>
        <Ticks label={label} found={found} />
      </Form.Item>
      {found.length === 0 && <p className="quiet">{words.mergeNone}</p>}
    </>
  );
}

interface TicksProps {
  label: string;
  found: readonly Match[];
  /** Given by the form, as all of these. */
  id?: string;
  value?: number[];
  onChange?(ids: number[]): void;
}

/** A group of ticks; `aria-required`, which the form gives too, is not for groups. */
function Ticks({ label, found, id, value, onChange }: TicksProps): ReactNode {
  const given = {
    ...(id !== undefined && { id }),
    ...(value !== undefined && { value }),
    ...(onChange !== undefined && { onChange }),
  };
  return (
    <Checkbox.Group className="merge-list" aria-label={label} {...given}>
      {found.map((one) => (
        <Checkbox key={one.id} value={one.id}>
          <Candidate {...one} />
        </Checkbox>
      ))}
    </Checkbox.Group>
  );
}

interface Match {
  id: number;
  text: string;
  unit: string | null;
  receivedAt: string;
}

function useCandidates(of: MergeField['of'], q: string): Match[] {
  const word = q.trim();
  const query = {
    queue: 'open',
    limit: 20,
    ...(word.length >= LEAST_SOUGHT && { q: word }),
  } as const;
  const isInquiry = of === 'inquiries';
  const inquiries = useAsk('GET /inquiries', { query, when: isInquiry });
  const reports = useAsk('GET /error-reports', { query, when: !isInquiry });
  if (!isInquiry) return reports.data?.items ?? [];
  return (inquiries.data?.items ?? []).map(({ title, ...one }) => ({ ...one, text: title }));
}

function Candidate({ id, text, unit, receivedAt }: Match): ReactNode {
  const words = useWords(matterWords);
  const dates = useDates();
  return (
    <>
      <span className="figures">{id}</span> {text}{' '}
      <span className="quiet">
        {unit ?? words.unassigned} {dates.day(receivedAt)}
      </span>
    </>
  );
}
