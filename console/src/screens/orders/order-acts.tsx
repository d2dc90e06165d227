import { App, Button, Form, Input, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../api/use-ask.ts';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import type { OrderSheet } from './order-sheet.ts';

/** What the reader may do of an order as it stands: receive, close, extend. */
export function OrderActs({ order }: { order: OrderSheet }): ReactNode {
  const words = useWords(orderWords);
  const { may } = useSession();
  const { message } = App.useApp();
  const receive = useAct('POST /orders/{order}/receipt');
  const close = useAct('POST /orders/{order}/closing');
  const [isExtending, setExtending] = useState(false);
  const params = { params: { order: order.id } };
  const say = (done: string) => ({
    onSuccess: () => void message.success(done),
    onError: (error: Error) => void message.error(error.message),
  });
  const { clock } = order;
  const isRunning = clock !== null && clock.metAt === null;
  return (
    <>
      {may('order.reply') && order.state === 'issued' && (
        <Button
          type="primary"
          title={words.receiveHint}
          loading={receive.isPending}
          onClick={() => receive.mutate(params, say(words.received))}
        >
          {words.receive}
        </Button>
      )}
      {may('order.close') && order.state === 'passed' && (
        <Button
          type="primary"
          title={words.closeHint}
          loading={close.isPending}
          onClick={() => close.mutate(params, say(words.closed))}
        >
          {words.close}
        </Button>
      )}
      {may('deadline.extend') && isRunning && (
        <Button onClick={() => setExtending(true)}>{words.extend}</Button>
      )}
      <Button onClick={() => globalThis.print()}>{words.print}</Button>
      {isExtending && clock !== null && (
        <Extend deadline={clock.id} close={() => setExtending(false)} />
      )}
    </>
  );
}

function Extend({ deadline, close }: { deadline: number; close(): void }): ReactNode {
  const words = useWords(orderWords);
  const required = useRequired();
  const { message } = App.useApp();
  const extend = useAct('POST /deadlines/{deadline}/extension');
  return (
    <FormModal<{ amount: number; reason: string }>
      title={words.extend}
      hint={words.extendHint}
      error={extend.error}
      isBusy={extend.isPending}
      initial={{ amount: 5 }}
      close={close}
      send={(body) =>
        extend.mutate(
          { params: { deadline }, body },
          {
            onSuccess: () => {
              void message.success(words.extended);
              close();
            },
          },
        )
      }
    >
      <Form.Item name="amount" label={words.extendBy} rules={required}>
        <InputNumber min={1} max={60} />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormModal>
  );
}
