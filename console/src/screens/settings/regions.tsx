import { App, Button, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Body } from '../../api/ask.ts';
import { type Item, useAct, useAsk } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useWords } from '../../words/dictionary.ts';
import { settingsWords } from '../../words/settings.ts';
import { SettingsNav } from './settings-nav.tsx';
import './settings.css';

type Region = Item<'GET /regions'>;
const MOST = 200;

/** The tree of regions. */
export default function Regions(): ReactNode {
  const words = useWords(settingsWords);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHead title={words.pages.regions}>
        <Button type="primary" onClick={() => setAdding(true)}>
          {words.addRegion}
        </Button>
      </PageHead>
      <SettingsNav />
      <DataTable
        route="GET /regions"
        label={words.pages.regions}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.regionsEmpty }}
      />
      {isAdding && <AddRegion close={() => setAdding(false)} />}
    </>
  );
}

function useColumns(): Column<Region>[] {
  const words = useWords(settingsWords);
  const { data } = useAsk('GET /regions', { query: { limit: MOST } });
  const names = new Map((data?.items ?? []).map(({ id, name }) => [id, name]));
  return [
    {
      key: 'name',
      title: words.regionName,
      card: 'title',
      render: ({ name, path }) => (
        <span style={{ paddingInlineStart: (path.split('/').length - 3) * 24 }}>{name}</span>
      ),
    },
    {
      key: 'parent',
      title: words.parent,
      render: ({ parentId }) => (parentId === null ? '—' : (names.get(parentId) ?? '—')),
    },
  ];
}

function AddRegion({ close }: { close(): void }): ReactNode {
  const words = useWords(settingsWords);
  const required = useRequired();
  const { message } = App.useApp();
  const { data } = useAsk('GET /regions', { query: { limit: MOST } });
  const add = useAct('POST /regions');
  return (
    <FormModal<Body<'POST /regions'>>
      title={words.addRegion}
      error={add.error}
      isBusy={add.isPending}
      close={close}
      send={(body) =>
        add.mutate(
          { body },
          {
            onSuccess: () => {
              void message.success(words.regionAdded);
              close();
            },
          },
        )
      }
    >
      <Form.Item name="parentId" label={words.parent} rules={required}>
        <Select options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="name" label={words.regionName} rules={required}>
        <Input maxLength={60} />
      </Form.Item>
    </FormModal>
  );
}
