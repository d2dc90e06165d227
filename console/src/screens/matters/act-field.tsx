import { Form, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAsk } from '../../api/use-ask.ts';
import { useRequired } from '../../parts/form-modal.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { matterWords } from '../../words/matters.ts';
import { MergeItem } from './merge-item.tsx';

type Bilingual = Readonly<Record<'zh' | 'en', string>>;

/** A field of an act. */
export type ActField = {
  name: keyof typeof matterWords.zh.fields;
  isOptional?: true;
} & (
  | { kind: 'text' | 'answer' | 'days' | 'unit' | 'helping-unit' | 'campaign' }
  | { kind: 'choice'; of: Readonly<Record<string, Bilingual>> }
  /** Words for everybody, personal data masked; what was written stands beside, apart. */
  | { kind: 'public'; original: string }
  /** Matters of the same content. */
  | { kind: 'merge'; of: 'inquiries' | 'error-reports'; into: number; sought: string }
);

export interface ItemProps {
  name: string;
  label: string;
  rules: ReturnType<typeof useRequired>;
}

export function ActFieldItem({ field }: { field: ActField }): ReactNode {
  const words = useWords(matterWords);
  const required = useRequired();
  const rules = field.isOptional ? [] : required;
  const props: ItemProps = { name: field.name, label: words.fields[field.name], rules };
  switch (field.kind) {
    case 'unit':
      return <UnitItem {...props} />;
    case 'helping-unit':
      return <HelpingUnitItem {...props} />;
    case 'campaign':
      return <CampaignItem {...props} />;
    case 'answer':
      return <AnswerItem {...props} />;
    case 'public':
      return <PublicItem {...props} original={field.original} />;
    case 'merge':
      return <MergeItem {...props} field={field} />;
    case 'choice':
      return <ChoiceItem {...props} of={field.of} isOptional={field.isOptional === true} />;
    default:
      return (
        <Form.Item name={props.name} label={props.label} rules={rules}>
          {field.kind === 'days' ? (
            <InputNumber min={1} max={60} />
          ) : (
            <Input.TextArea rows={3} maxLength={2000} />
          )}
        </Form.Item>
      );
  }
}

function ChoiceItem({
  name,
  label,
  rules,
  of,
  isOptional,
}: ItemProps & { of: Readonly<Record<string, Bilingual>>; isOptional: boolean }): ReactNode {
  const language = useLanguage();
  const options = Object.entries(of).map(([value, text]) => ({ value, label: text[language] }));
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Select options={options} allowClear={isOptional} />
    </Form.Item>
  );
}

function UnitItem({ name, label, rules }: ItemProps): ReactNode {
  const [q, setQ] = useState('');
  const { data } = useAsk('GET /units', { query: { limit: 50, ...(q !== '' && { q }) } });
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={(data?.items ?? []).map(({ id, name: unit }) => ({ value: id, label: unit }))}
      />
    </Form.Item>
  );
}

/** A unit that may be asked to help: a unit sees only itself in the register. */
function HelpingUnitItem({ name, label, rules }: ItemProps): ReactNode {
  const [q, setQ] = useState('');
  const { data } = useAsk('GET /helping-units', { query: q.trim() === '' ? {} : { q: q.trim() } });
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={(data?.items ?? []).map(({ id, name: unit, region }) => ({
          value: id,
          label: `${unit} · ${region}`,
        }))}
      />
    </Form.Item>
  );
}

/** A campaign under review: only there is a finding taken in. */
function CampaignItem({ name, label, rules }: ItemProps): ReactNode {
  const words = useWords(matterWords);
  const { data } = useAsk('GET /campaigns', { query: { state: 'reviewing', limit: 50 } });
  const all = data?.items ?? [];
  return (
    <Form.Item
      name={name}
      label={label}
      rules={rules}
      {...(data !== undefined && all.length === 0 && { help: words.noCampaign })}
    >
      <Select options={all.map(({ id, name: campaign }) => ({ value: id, label: campaign }))} />
    </Form.Item>
  );
}

/** An answer, which may begin with a template. */
function AnswerItem({ name, label, rules }: ItemProps): ReactNode {
  const words = useWords(matterWords);
  const form = Form.useFormInstance();
  const { data } = useAsk('GET /answer-templates', { query: { limit: 100 } });
  return (
    <>
      {(data?.items.length ?? 0) > 0 && (
        <Form.Item label={words.useTemplate}>
          <Select
            aria-label={words.useTemplate}
            options={data?.items.map(({ text, title }) => ({ value: text, label: title })) ?? []}
            onChange={(text: string) => form.setFieldValue(name, text)}
          />
        </Form.Item>
      )}
      <Form.Item name={name} label={label} rules={rules}>
        <Input.TextArea rows={8} maxLength={8000} />
      </Form.Item>
    </>
  );
}

function PublicItem({ name, label, rules, original }: ItemProps & { original: string }): ReactNode {
  const words = useWords(matterWords);
  const form = Form.useFormInstance();
  const isMasked = form.getFieldValue(name) !== original;
  return (
    <div className="public-field">
      <Form.Item name={name} label={label} rules={rules}>
        <Input.TextArea rows={4} maxLength={8000} />
      </Form.Item>
      <details>
        <summary>
          {name === 'publicAnswer' ? words.originalAnswer : words.original}{' '}
          {isMasked && <Tag tone="amber">{words.masked}</Tag>}
        </summary>
        <p className="matter-text">{original}</p>
      </details>
    </div>
  );
}
