import { Alert, App, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { EscalationDraft } from '#domain/escalation.ts';
import { useAct } from '../../api/use-ask.ts';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import { roleWords } from '../../words/states.ts';
import type { EscalationSheet } from './escalation.tsx';

type Opened = 'take' | 'dismiss' | 'outcome' | null;

/** What the reader may do of a step: decide, carry out, record what it came to. */
export function EscalationActs({ step }: { step: EscalationSheet }): ReactNode {
  const words = useWords(orderWords);
  const roles = useWords(roleWords);
  const { may } = useSession();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const { state } = step;
  const mayDecide = may('escalation.decide');
  return (
    <div className="sheet-acts">
      {state === 'proposed' && mayDecide && (
        <>
          <Button type="primary" onClick={() => setOpened('take')}>
            {words.take}
          </Button>
          <Button onClick={() => setOpened('dismiss')}>{words.dismiss}</Button>
        </>
      )}
      {state === 'proposed' && !mayDecide && (
        <p className="quiet">{words.nobodyBut(roles.leader)}</p>
      )}
      {state === 'decided' && may('escalation.record') && <CarryOut step={step} />}
      {state === 'carried-out' && may('escalation.record') && (
        <Button type="primary" onClick={() => setOpened('outcome')}>
          {words.recordOutcome}
        </Button>
      )}
      {(opened === 'take' || opened === 'dismiss') && (
        <Decide step={step} isTaken={opened === 'take'} close={close} />
      )}
      {opened === 'outcome' && <Outcome step={step} close={close} />}
    </div>
  );
}

function CarryOut({ step }: { step: EscalationSheet }): ReactNode {
  const words = useWords(orderWords);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const carry = useAct('POST /escalations/{escalation}/carrying-out');
  return (
    <>
      <Button
        type="primary"
        loading={carry.isPending}
        onClick={() =>
          carry.mutate(
            { params: { escalation: step.id } },
            {
              onSuccess: ({ talkId }) => {
                void message.success(words.carried);
                if (talkId !== null) void navigate(`/talks/${talkId}`);
              },
            },
          )
        }
      >
        {words.carryOut}
      </Button>
      <p className="quiet">{words.carryHint}</p>
      {carry.error && <Alert type="error" showIcon title={carry.error.message} />}
    </>
  );
}

interface Given {
  reason: string;
  title?: string;
  salutation?: string;
  text?: string;
}

function Decide({
  step,
  isTaken,
  close,
}: {
  step: EscalationSheet;
  isTaken: boolean;
  close(): void;
}): ReactNode {
  const words = useWords(orderWords);
  const required = useRequired();
  const { message } = App.useApp();
  const decide = useAct('POST /escalations/{escalation}/decision');
  const before = step.draft as EscalationDraft;
  const send = ({ reason, ...letter }: Given) =>
    decide.mutate(
      {
        params: { escalation: step.id },
        body: { isTaken, reason, draft: isTaken ? draftOf(letter) : null },
      },
      {
        onSuccess: () => {
          void message.success(isTaken ? words.decided : words.dismissed);
          close();
        },
      },
    );
  return (
    <FormModal<Given>
      title={`${words.stepNames[step.step]}: ${isTaken ? words.take : words.dismiss}`}
      error={decide.error}
      isBusy={decide.isPending}
      initial={{ ...before, text: before.paragraphs.join('\n') }}
      send={send}
      close={close}
      width={640}
    >
      <Form.Item name="reason" label={words.decisionReason} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      {isTaken && (
        <>
          <Form.Item name="title" label={words.draftTitle} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="salutation" label={words.draftSalutation}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="text" label={words.draftParagraphs} rules={required}>
            <Input.TextArea rows={8} />
          </Form.Item>
        </>
      )}
    </FormModal>
  );
}

function draftOf({ title = '', salutation = '', text = '' }: Omit<Given, 'reason'>) {
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { title, salutation, paragraphs };
}

function Outcome({ step, close }: { step: EscalationSheet; close(): void }): ReactNode {
  const words = useWords(orderWords);
  const required = useRequired();
  const { message } = App.useApp();
  const record = useAct('POST /escalations/{escalation}/outcome');
  return (
    <FormModal<{ outcome: string }>
      title={words.recordOutcome}
      error={record.error}
      isBusy={record.isPending}
      close={close}
      send={(body) =>
        record.mutate(
          { params: { escalation: step.id }, body },
          {
            onSuccess: () => {
              void message.success(words.recorded);
              close();
            },
          },
        )
      }
    >
      <Form.Item name="outcome" label={words.outcome} rules={required}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}
