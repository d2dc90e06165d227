import { App, Button, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { noticeKinds } from '#domain/notice.ts';
import type { Body } from '../../api/ask.ts';
import { type Item, useAct, useAsk } from '../../api/use-ask.ts';
import { ConfirmPress } from '../../parts/confirm-press.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { settingsWords } from '../../words/settings.ts';
import { useDates } from '../../words/use-figures.ts';
import { SettingsNav } from './settings-nav.tsx';
import { ShownOnce } from './shown-once.tsx';
import './settings.css';

type Webhook = Item<'GET /webhooks'>;

/** Where other systems are told of what happens. */
export default function Webhooks(): ReactNode {
  const words = useWords(settingsWords);
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <PageHead title={words.pages.webhooks}>
        <Button type="primary" onClick={() => setAdding(true)}>
          {words.addWebhook}
        </Button>
      </PageHead>
      <SettingsNav />
      <DataTable
        route="GET /webhooks"
        label={words.pages.webhooks}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.webhooksEmpty, hint: words.webhooksEmptyHint }}
      />
      {isAdding && <AddWebhook close={() => setAdding(false)} show={setSecret} />}
      {secret !== null && (
        <ShownOnce title={words.secretOnce} secret={secret} close={() => setSecret(null)} />
      )}
    </>
  );
}

function useColumns(): Column<Webhook>[] {
  const words = useWords(settingsWords);
  const dates = useDates();
  return [
    { key: 'url', title: words.url, card: 'title', render: ({ url }) => url },
    {
      key: 'kinds',
      title: words.kinds,
      render: ({ kinds }) => (kinds.includes('*') ? words.allKinds : kinds.join(', ')),
    },
    {
      key: 'state',
      title: words.state,
      width: 90,
      render: ({ stoppedAt }) => (
        <Tag tone={stoppedAt === null ? 'green' : 'grey'}>
          {stoppedAt === null ? words.active : words.stopped}
        </Tag>
      ),
    },
    {
      key: 'at',
      title: words.createdAt,
      width: 150,
      render: ({ createdAt }) => dates.day(createdAt),
    },
    { key: 'acts', title: '', width: 190, render: (webhook) => <Acts webhook={webhook} /> },
  ];
}

function Acts({ webhook }: { webhook: Webhook }): ReactNode {
  const words = useWords(settingsWords);
  const { message } = App.useApp();
  const test = useAct('POST /webhooks/{webhook}/test');
  const stop = useAct('DELETE /webhooks/{webhook}');
  if (webhook.stoppedAt !== null) return null;
  const say = (text: string) => ({
    onSuccess: () => void message.success(text),
    onError: (error: Error) => void message.error(error.message),
  });
  const params = { params: { webhook: webhook.id } };
  return (
    <span className="tag-row">
      <Button size="small" onClick={() => test.mutate(params, say(words.tested))}>
        {words.test}
      </Button>
      <ConfirmPress
        size="small"
        label={words.stop}
        hint={words.stopHint}
        done={words.stopped}
        act={() => stop.mutateAsync(params)}
      />
    </span>
  );
}

function AddWebhook({ close, show }: { close(): void; show(secret: string): void }): ReactNode {
  const words = useWords(settingsWords);
  const required = useRequired();
  const places = useAsk('GET /post-places', { query: {} });
  const add = useAct('POST /webhooks');
  return (
    <FormModal<Body<'POST /webhooks'>>
      title={words.addWebhook}
      error={add.error}
      isBusy={add.isPending}
      initial={{ kinds: ['*'] }}
      close={close}
      send={(body) =>
        add.mutate(
          { body },
          {
            onSuccess: ({ secret }) => {
              close();
              show(secret);
            },
          },
        )
      }
    >
      <Form.Item name="regionId" label={words.region} rules={required}>
        <Select
          options={(places.data?.regions ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="url" label={words.url} rules={required}>
        <Input placeholder="https://" maxLength={500} />
      </Form.Item>
      <Form.Item name="kinds" label={words.kinds} rules={required}>
        <Select
          mode="multiple"
          options={[
            { value: '*', label: words.allKinds },
            ...noticeKinds.map((value) => ({ value, label: value })),
          ]}
        />
      </Form.Item>
    </FormModal>
  );
}
