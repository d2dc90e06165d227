import { App, Button, Checkbox, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../api/use-ask.ts';
import { InstantField } from '../../parts/day-field.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import { RecordTalk } from './record-talk.tsx';
import type { TalkSheet } from './talk.tsx';

type Opened = 'schedule' | 'record' | 'follow' | null;

/** What the reader may do of a talk: schedule, record, follow up. */
export function TalkActs({ talk }: { talk: TalkSheet }): ReactNode {
  const words = useWords(orderWords);
  const { may } = useSession();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const isAhead = talk.state === 'proposed' || talk.state === 'scheduled';
  return (
    <div className="sheet-acts">
      {talk.state === 'scheduled' && may('escalation.record') && (
        <Button type="primary" onClick={() => setOpened('record')}>
          {words.hold}
        </Button>
      )}
      {isAhead && may('escalation.decide') && (
        <Button onClick={() => setOpened('schedule')}>
          {talk.state === 'proposed' ? words.schedule : words.reschedule}
        </Button>
      )}
      {talk.state === 'held' && may('escalation.record') && (
        <Button type="primary" onClick={() => setOpened('follow')}>
          {words.followUp}
        </Button>
      )}
      {opened === 'schedule' && <Schedule talk={talk} close={close} />}
      {opened === 'record' && <RecordTalk talk={talk} close={close} />}
      {opened === 'follow' && <FollowUp talk={talk} close={close} />}
    </div>
  );
}

function Schedule({ talk, close }: { talk: TalkSheet; close(): void }): ReactNode {
  const words = useWords(orderWords);
  const required = useRequired();
  const { message } = App.useApp();
  const schedule = useAct('POST /talks/{talk}/schedule');
  const at = talk.scheduledFor ?? undefined;
  return (
    <FormModal<{ at: string; place: string }>
      title={talk.state === 'proposed' ? words.schedule : words.reschedule}
      error={schedule.error}
      isBusy={schedule.isPending}
      initial={{ at, place: talk.talkPlace ?? '' }}
      close={close}
      send={(body) =>
        schedule.mutate(
          { params: { talk: talk.id }, body },
          {
            onSuccess: () => {
              void message.success(words.scheduled);
              close();
            },
          },
        )
      }
    >
      <Form.Item name="at" label={words.scheduledFor} rules={required}>
        <InstantField />
      </Form.Item>
      <Form.Item name="place" label={words.place} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </FormModal>
  );
}

function FollowUp({ talk, close }: { talk: TalkSheet; close(): void }): ReactNode {
  const words = useWords(orderWords);
  const { message } = App.useApp();
  const follow = useAct('POST /talks/{talk}/follow-up');
  return (
    <FormModal<{ kept?: number[]; reason?: string }>
      title={words.followUp}
      hint={words.followHint}
      error={follow.error}
      isBusy={follow.isPending}
      close={close}
      send={({ kept = [], reason }) =>
        follow.mutate(
          { params: { talk: talk.id }, body: { kept, reason: reason?.trim() || null } },
          {
            onSuccess: () => {
              void message.success(words.followed);
              close();
            },
          },
        )
      }
    >
      <Form.Item name="kept" label={words.promises}>
        <Checkbox.Group
          options={talk.promises.map(({ text }, index) => ({ value: index, label: text }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={words.reason}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormModal>
  );
}
