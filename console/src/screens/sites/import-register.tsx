import { Alert, App, Button, Select } from 'antd';
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { type Answer, addressOf } from '../../api/ask.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { useWords } from '../../words/dictionary.ts';
import { importWords } from '../../words/import.ts';
import { siteWords } from '../../words/sites.ts';
import { ImportPreview } from './import-preview.tsx';
import './sites.css';

type Preview = Answer<'POST /register/import/preview'>;

/** What was chosen, and what it would do. */
interface Chosen {
  file: File;
  form: 'csv' | 'xlsx';
  preview: Preview;
}

/** A file into the register: previewed line by line, written only as it was previewed. */
export default function ImportRegister(): ReactNode {
  const words = useWords(importWords);
  const { exportRegister } = useWords(siteWords);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const regions = useAsk('GET /regions', { query: { limit: 200 } });
  const [chosenRegion, setRegion] = useState<number | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const preview = useAct('POST /register/import/preview', []);
  const write = useAct('POST /register/import');
  const region = chosenRegion ?? regions.data?.items[0]?.id ?? null;
  const look = (file: File) => {
    if (region === null) return;
    const form = /\.xlsx$/i.test(file.name) ? 'xlsx' : 'csv';
    setChosen(null);
    preview.mutate(
      { query: { region, form }, file },
      { onSuccess: (made) => setChosen({ file, form, preview: made }) },
    );
  };
  const apply = () => {
    const token = chosen?.preview.token;
    if (!chosen || region === null || !token) return;
    const { file, form } = chosen;
    write.mutate(
      { query: { region, form, token }, file },
      {
        onSuccess: ({ addedUnits, addedSites, changed }) => {
          void message.success(words.done(addedUnits + addedSites + changed));
          void navigate('/sites');
        },
      },
    );
  };
  return (
    <>
      <PageHead title={words.title} facts={<span>{words.hint}</span>}>
        {region !== null && (
          <Button
            href={addressOf('GET /register/export', { query: { region, form: 'xlsx' } })}
            icon={<Icon name="download" size={16} />}
          >
            {exportRegister}
          </Button>
        )}
      </PageHead>
      <Panel title={words.file}>
        <div className="import-choice">
          <Select
            aria-label={words.region}
            value={region}
            onChange={(id: number) => {
              setRegion(id);
              setChosen(null);
            }}
            options={regions.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
          <FileButton choose={look} isBusy={preview.isPending} />
          {chosen && <span>{chosen.file.name}</span>}
        </div>
        {preview.error && <Alert type="error" showIcon title={preview.error.message} />}
        {write.error && <Alert type="error" showIcon title={write.error.message} />}
      </Panel>
      {chosen && <ImportPreview preview={chosen.preview} apply={apply} isBusy={write.isPending} />}
    </>
  );
}

function FileButton({ choose, isBusy }: { choose(file: File): void; isBusy: boolean }): ReactNode {
  const words = useWords(importWords);
  const input = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // The same file may be chosen again once it was mended.
    event.target.value = '';
    if (file) choose(file);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.xlsx"
        hidden
        aria-label={words.choose}
        onChange={take}
      />
      <Button type="primary" loading={isBusy} onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
    </>
  );
}
