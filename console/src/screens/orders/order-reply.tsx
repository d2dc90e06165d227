import { Alert, App, Button, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../api/use-ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import { ItemHead, Sights } from './order-items.tsx';
import type { OrderItem, OrderSheet } from './order-sheet.ts';

interface Draft {
  answer?: 'mended' | 'cannot';
  plan: string;
  promisedOn: string | null;
}

/** The unit's answer to every open finding at once: mended, or a plan with a day. */
export function OrderReply({ order }: { order: OrderSheet }): ReactNode {
  const words = useWords(orderWords);
  const { message } = App.useApp();
  const reply = useAct('POST /orders/{order}/reply');
  const open = order.items.filter(({ recheck }) => recheck !== 'passed');
  const [drafts, setDrafts] = useState<Record<number, Draft>>({});
  const [isTried, setTried] = useState(false);
  const draftOf = ({ id, plan, promisedOn }: OrderItem): Draft =>
    drafts[id] ?? { plan: plan ?? '', promisedOn };
  const change = (item: OrderItem, changed: Partial<Draft>) =>
    setDrafts((before) => ({ ...before, [item.id]: { ...draftOf(item), ...changed } }));
  const missing = open.filter((item) => draftOf(item).answer === undefined).length;
  const isVague = open.map(draftOf).some(isPlanless);
  const send = () => {
    setTried(true);
    if (missing > 0 || isVague) return;
    const answers = open.map((item) => answerOf(item.id, draftOf(item)));
    reply.mutate(
      { params: { order: order.id }, body: { answers } },
      { onSuccess: () => void message.success(words.replied) },
    );
  };
  return (
    <div className="order-reply">
      <p className="quiet">{words.replyHint}</p>
      <ul className="order-items">
        {order.items.map((item) => (
          <li key={item.id}>
            <ItemHead item={item} />
            {item.recheck !== 'passed' && (
              <Choice
                item={item}
                draft={draftOf(item)}
                change={(changed) => change(item, changed)}
              />
            )}
            <Sights item={item} />
          </li>
        ))}
      </ul>
      {reply.error && <Alert type="error" showIcon title={reply.error.message} />}
      {isTried && missing > 0 && (
        <Alert type="warning" showIcon title={words.replyMissing(missing)} />
      )}
      {isTried && isVague && <Alert type="warning" showIcon title={words.planMissing} />}
      <div className="order-reply-foot">
        <Button onClick={() => open.forEach((item) => change(item, { answer: 'mended' }))}>
          {words.allMended}
        </Button>
        <Button type="primary" loading={reply.isPending} onClick={send}>
          {words.reply}
        </Button>
      </div>
    </div>
  );
}

function isPlanless({ answer, plan, promisedOn }: Draft): boolean {
  return answer === 'cannot' && (plan.trim() === '' || promisedOn === null);
}

function answerOf(itemId: number, { answer, plan, promisedOn }: Draft) {
  return answer === 'cannot'
    ? { itemId, answer, plan: plan.trim(), promisedOn: promisedOn ?? '' }
    : { itemId, answer: 'mended' as const };
}

function Choice({
  item,
  draft,
  change,
}: {
  item: OrderItem;
  draft: Draft;
  change(changed: Partial<Draft>): void;
}): ReactNode {
  const words = useWords(orderWords);
  return (
    <div className="item-choice">
      <Radio.Group
        aria-label={item.sentence}
        value={draft.answer}
        onChange={({ target }) => change({ answer: target.value })}
        options={[
          { value: 'mended', label: words.mended },
          { value: 'cannot', label: words.cannot },
        ]}
      />
      {draft.answer === 'cannot' && (
        <>
          <Input.TextArea
            aria-label={words.plan}
            placeholder={words.planHint}
            rows={2}
            maxLength={2000}
            value={draft.plan}
            onChange={({ target }) => change({ plan: target.value })}
          />
          <DayField
            aria-label={words.promisedOn}
            placeholder={words.promisedOn}
            value={draft.promisedOn ?? undefined}
            onChange={(day) => change({ promisedOn: day ?? null })}
          />
        </>
      )}
    </div>
  );
}
