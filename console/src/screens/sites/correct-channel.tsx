import { Alert, App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { channelKinds } from '#domain/kinds.ts';
import type { Body } from '../../api/ask.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { channelKindWords, siteWords } from '../../words/sites.ts';
import { type Channel, usePeriodWords } from './freshness-bar.tsx';

type Given = Pick<
  Body<'PATCH /channels/{channel}'>,
  'kind' | 'clock' | 'isHistorical' | 'ownerUnitId' | 'reason'
>;

/** Clocks that the rubrics have; a channel may have its own by what a person knows of it. */
const clocks = ['P14D', 'P2M', 'P3M', 'P6M', 'P1Y'] as const;
const NO_CLOCK = 'none';

/** A person confirms a channel as it was found, or says what it is. */
export function CorrectChannel({ channel, close }: { channel: Channel; close(): void }): ReactNode {
  const words = useWords(siteWords);
  const common = useWords(commonWords);
  const kinds = useWords(channelKindWords);
  const { message } = App.useApp();
  const [form] = Form.useForm<Given>();
  const correct = useAct('PATCH /channels/{channel}', ['GET /sites/{site}/channels']);
  const save = ({ clock, ...given }: Given) =>
    correct.mutate(
      {
        params: { channel: channel.id },
        body: {
          ...given,
          ownerUnitId: given.ownerUnitId ?? null,
          clock: clock === NO_CLOCK ? null : clock,
          version: channel.version,
        },
      },
      {
        onSuccess: () => {
          void message.success(words.channelSaved);
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={`${words.correctChannel}: ${channel.name}`}
      okText={common.save}
      cancelText={common.cancel}
      confirmLoading={correct.isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      {correct.error && <Alert type="error" showIcon title={correct.error.message} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: channel.kind,
          clock: channel.clock ?? NO_CLOCK,
          isHistorical: channel.isHistorical,
          ownerUnitId: channel.ownerUnitId,
        }}
        onFinish={save}
      >
        <Form.Item name="kind" label={words.channelKind}>
          <Select options={channelKinds.map((value) => ({ value, label: kinds[value] }))} />
        </Form.Item>
        <ClockItem />
        <Form.Item name="isHistorical" valuePropName="checked">
          <Checkbox>{words.isHistorical}</Checkbox>
        </Form.Item>
        <OwnerItem channel={channel} />
        <Form.Item name="reason" label={words.reason}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Which unit looks after it, where that is not the site's own. */
function OwnerItem({ channel: { ownerUnitId, owner } }: { channel: Channel }): ReactNode {
  const words = useWords(siteWords);
  const [q, setQ] = useState('');
  const { data } = useAsk('GET /units', { query: { limit: 50, ...(q !== '' && { q }) } });
  const found = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isListed = found.some(({ value }) => value === ownerUnitId);
  const own = ownerUnitId === null || isListed ? [] : [{ value: ownerUnitId, label: owner ?? '' }];
  return (
    <Form.Item name="ownerUnitId" label={words.channelOwner}>
      <Select
        allowClear
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={[...own, ...found]}
      />
    </Form.Item>
  );
}

/** How fresh it must be. */
function ClockItem(): ReactNode {
  const words = useWords(siteWords);
  const period = usePeriodWords();
  return (
    <Form.Item name="clock" label={words.channelClock}>
      <Select
        options={[
          { value: NO_CLOCK, label: words.noClock },
          ...clocks.map((value) => ({ value, label: period(value) })),
        ]}
      />
    </Form.Item>
  );
}
