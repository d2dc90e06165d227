import type { ReactNode } from 'react';
import type { Evidence } from '#domain/finding.ts';
import { EvidenceLink } from '../../parts/evidence-link.tsx';
import { SiteChip } from '../../parts/site-chip.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import type { Tone } from '../../parts/tones.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import { kindWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import type { OrderItem, OrderSheet, Sight } from './order-sheet.ts';

const tones: Record<OrderItem['recheck'], Tone> = {
  none: 'grey',
  passed: 'green',
  failed: 'red',
  unmeasured: 'grey',
};

/** Every finding of an order with what was said of it, and what was seen before and after. */
export function OrderItems({ order }: { order: OrderSheet }): ReactNode {
  return (
    <ul className="order-items">
      {order.items.map((item) => (
        <li key={item.id}>
          <ItemHead item={item} />
          <ItemAnswer item={item} />
          <Sights item={item} />
        </li>
      ))}
    </ul>
  );
}

/** What is to be mended: the kind, the site, the sentence of the circular, the way to the proof. */
export function ItemHead({ item }: { item: OrderItem }): ReactNode {
  const kinds = useWords(kindWords);
  const words = useWords(orderWords);
  const { kind } = item.finding as { kind?: string };
  const { unit } = item.site as { unit?: string };
  return (
    <>
      <div className="finding-head">
        <strong>{wordOf(kinds, kind ?? '')}</strong>
        <SiteChip id={item.siteId} name={unit ?? ''} />
        <span className="finding-states">
          <Tag tone={tones[item.recheck]}>{words.recheck[item.recheck]}</Tag>
          <EvidenceLink finding={item.findingId} />
        </span>
      </div>
      <p lang="zh-CN">{item.sentence}</p>
    </>
  );
}

function ItemAnswer({ item }: { item: OrderItem }): ReactNode {
  const words = useWords(orderWords);
  const dates = useDates();
  if (item.answer === 'open') return null;
  return (
    <p className="item-answer">
      <Tag tone={item.answer === 'mended' ? 'blue' : 'amber'}>{words.answer[item.answer]}</Tag>
      {item.promisedOn !== null && <span>{words.promised(dates.day(item.promisedOn))}</span>}
      {item.plan !== null && <span lang="zh-CN">{item.plan}</span>}
    </p>
  );
}

/** What was seen before the order and when it was looked at again, side by side. */
export function Sights({ item }: { item: OrderItem }): ReactNode {
  const words = useWords(orderWords);
  if (item.before === null && item.after === null) return null;
  return (
    <div className="sights">
      <SightBox title={words.before} sight={item.before} />
      <SightBox title={words.after} sight={item.after} />
    </div>
  );
}

function SightBox({ title, sight }: { title: string; sight: Sight | null }): ReactNode {
  const words = useWords(orderWords);
  const dates = useDates();
  const seen = (sight?.evidence ?? []) as unknown as Evidence[];
  const last = seen.at(-1);
  return (
    <section className="sight">
      <h3>{title}</h3>
      {sight === null ? (
        <p className="quiet">{words.noAfter}</p>
      ) : (
        <>
          <p className="quiet">
            {dates.instant(sight.at)} · {words.visits(seen.length)}
          </p>
          {last && (
            <p>
              <span className="sight-url">{last.url}</span>
              <span className="quiet">
                {last.status === null ? last.outcome : words.status(last.status)}
              </span>
            </p>
          )}
          {last !== undefined && last.excerpt !== null && (
            <blockquote lang="zh-CN">{last.excerpt}</blockquote>
          )}
        </>
      )}
    </section>
  );
}
