import { App, Button, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type Item, useAct, useAsk } from '../../api/use-ask.ts';
import { useToday } from '../../app/use-today.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { lawWords } from '../../words/law.ts';
import { useDates } from '../../words/use-figures.ts';

type Activation = Item<'GET /rubric-activations'>;
const tones = {
  'in-force': 'green',
  coming: 'blue',
  replaced: 'grey',
  withdrawn: 'grey',
} as const;

/** Which rubric is in force where, since when, by whom; the one that is read can be activated. */
export function RubricActivations({
  rubric,
  titles,
}: {
  /** The one that is read. */
  rubric: string;
  titles: ReadonlyMap<string, string>;
}): ReactNode {
  const words = useWords(lawWords);
  const { may } = useSession();
  const { data } = useAsk('GET /rubric-activations');
  const [isOpen, setOpen] = useState(false);
  const [taken, setTaken] = useState<Activation | null>(null);
  const today = useToday();
  const all = data?.items ?? [];
  const title = titles.get(rubric) ?? rubric;
  return (
    <Panel title={words.activations}>
      {data !== undefined && all.length === 0 && <p className="quiet">{words.activationsEmpty}</p>}
      {all.length > 0 && (
        <Activations all={all} titles={titles} take={may('rubric.activate') ? setTaken : null} />
      )}
      {may('rubric.activate') && (
        <Button className="activate-act" onClick={() => setOpen(true)}>
          {words.activate(title)}
        </Button>
      )}
      {isOpen && today !== null && (
        <Activate rubric={rubric} title={title} today={today} close={() => setOpen(false)} />
      )}
      {taken !== null && <TakeBack activation={taken} close={() => setTaken(null)} />}
    </Panel>
  );
}

function Activations({
  all,
  titles,
  take,
}: {
  all: readonly Activation[];
  titles: ReadonlyMap<string, string>;
  take: ((activation: Activation) => void) | null;
}): ReactNode {
  const words = useWords(lawWords);
  const dates = useDates();
  return (
    <PlainTable<Activation>
      label={words.activations}
      rows={all}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'rubric',
          title: words.rubric,
          render: ({ rubric, version }) => (
            <>
              {titles.get(rubric) ?? rubric} <span className="quiet">{words.version(version)}</span>
            </>
          ),
        },
        { key: 'region', title: words.activationRegion, width: 120, render: (one) => one.region },
        {
          key: 'from',
          title: words.activationFrom,
          width: 150,
          render: ({ from }) => dates.day(from),
        },
        {
          key: 'state',
          title: words.activationState,
          width: 110,
          render: ({ state }) => <Tag tone={tones[state]}>{words.activationStates[state]}</Tag>,
        },
        {
          key: 'by',
          title: words.activationBy,
          width: 230,
          render: ({ person, at, reason }) => (
            <>
              {person} <span className="quiet">{dates.instant(at)}</span>
              <div className="quiet">{reason}</div>
            </>
          ),
        },
        {
          key: 'acts',
          title: '',
          width: 90,
          render: (one) =>
            take !== null && one.state === 'coming' ? (
              <Button size="small" onClick={() => take(one)}>
                {words.activationTakeBack}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

interface Given {
  regionId: number;
  from: string;
  reason: string;
}

function Activate({
  rubric,
  title,
  today,
  close,
}: {
  rubric: string;
  title: string;
  today: string;
  close(): void;
}): ReactNode {
  const words = useWords(lawWords);
  const required = useRequired();
  const { message } = App.useApp();
  const regions = useAsk('GET /regions', { query: { limit: 200 } });
  const activate = useAct('POST /rubric-activations');
  const send = (given: Given) =>
    activate.mutate(
      { body: { ...given, rubric } },
      {
        onSuccess: () => {
          void message.success(words.activated);
          close();
        },
      },
    );
  return (
    <FormModal<Given>
      title={words.activate(title)}
      hint={words.activateHint}
      error={activate.error}
      isBusy={activate.isPending}
      initial={{ from: today }}
      send={send}
      close={close}
    >
      <Form.Item name="regionId" label={words.activationRegion} rules={required}>
        <Select
          options={(regions.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="from" label={words.activationFrom} rules={required}>
        <DayField min={today} />
      </Form.Item>
      <Form.Item name="reason" label={words.activationReason} rules={required}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}

function TakeBack({ activation, close }: { activation: Activation; close(): void }): ReactNode {
  const words = useWords(lawWords);
  const required = useRequired();
  const { message } = App.useApp();
  const withdraw = useAct('DELETE /rubric-activations/{activation}');
  const send = ({ reason }: { reason: string }) =>
    withdraw.mutate(
      { params: { activation: activation.id }, query: { reason } },
      {
        onSuccess: () => {
          void message.success(words.activationTaken);
          close();
        },
      },
    );
  return (
    <FormModal<{ reason: string }>
      title={words.activationTakeBack}
      hint={words.takeBackHint}
      error={withdraw.error}
      isBusy={withdraw.isPending}
      send={send}
      close={close}
    >
      <Form.Item name="reason" label={words.activationReason} rules={required}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}
