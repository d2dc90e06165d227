import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { Icon } from '../../parts/icon.tsx';
import { useUndoToast } from '../../parts/undo-toast.tsx';
import { registerWords } from '../../words/register.ts';
import { UnitActs } from './unit-acts.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { SiteChip } from '../../parts/site-chip.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StandingPanel } from '../../parts/standing-panel.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';
import { useDates } from '../../words/use-figures.ts';
import './sites.css';

const SHOWN = 50;

/** One unit: its sites and how they stand, its orders, the units below it, its names. */
export default function Unit(): ReactNode {
  const { unit = '' } = useParams();
  const id = Number(unit);
  const words = useWords(siteWords);
  const { may } = useSession();
  const { data, error, refetch } = useAsk('GET /units/{unit}', { params: { unit: id } });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={10} />;
  return (
    <>
      <PageHead
        title={data.name}
        facts={
          <>
            <span>{data.region}</span>
            {data.aliases.length > 0 && <span>{words.aliasesAre(data.aliases.join('、'))}</span>}
          </>
        }
      >
        <UnitActs unit={data} />
      </PageHead>
      <div className="site-pair">
        <UnitSites unit={id} />
        <div>
          {may('order.read') && <UnitOrders unit={id} />}
          <UnitsBelow unit={id} />
          {data.names.length > 0 && (
            <Panel title={words.names}>
              <Names unit={id} names={data.names} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function UnitSites({ unit }: { unit: number }): ReactNode {
  const words = useWords(siteWords);
  const { may } = useSession();
  const { data } = useAsk('GET /sites', { query: { unit, limit: SHOWN } });
  if (!data) return <Skeleton lines={6} />;
  return (
    <div>
      {data.items.length === 0 && <p className="quiet">{words.emptyTitle}</p>}
      {data.items.map((site) => (
        <section key={site.id} className="panel">
          <div className="panel-head">
            <h2 className="unit-site-head">
              <SiteChip id={site.id} name={site.name} />
              <StateTag thing="site" state={site.state} />
            </h2>
          </div>
          {may('campaign.read') && <StandingPanel site={site.id} />}
        </section>
      ))}
    </div>
  );
}

function UnitOrders({ unit }: { unit: number }): ReactNode {
  const words = useWords(siteWords);
  const dates = useDates();
  const { data } = useAsk('GET /orders', { query: { unit, limit: SHOWN } });
  return (
    <Panel title={words.orders}>
      {data?.items.length === 0 && <p className="quiet">{words.noOrders}</p>}
      <ul className="signal-list">
        {data?.items.map((order) => (
          <li key={order.id} className="finding-head">
            <Link to={`/orders/${order.id}`}>{order.campaign}</Link>
            <StateTag thing="order" state={order.state} />
            <span className="quiet">{words.issuedOn(dates.day(order.issuedAt))}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function UnitsBelow({ unit }: { unit: number }): ReactNode {
  const words = useWords(siteWords);
  const { data } = useAsk('GET /units', { query: { parent: unit, limit: SHOWN } });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={words.unitBelow}>
      <ul>
        {data.items.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/units/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface Name {
  name: string;
  kind: 'alias' | 'official';
  from: string | null;
  to: string | null;
}

function Names({ unit, names }: { unit: number; names: readonly Name[] }): ReactNode {
  const words = useWords(siteWords);
  const { may } = useSession();
  const dates = useDates();
  return (
    <ul className="domains">
      {names.map(({ name, kind, from, to }) => (
        <li key={`${kind}-${name}-${from ?? ''}`}>
          <span>{name}</span>
          <Tag tone={kind === 'official' ? 'blue' : 'grey'}>{words[kind]}</Tag>
          <span className="quiet">
            {from !== null && words.fromDay(dates.day(from))}
            {to !== null && words.untilDay(dates.day(to))}
          </span>
          {kind === 'alias' && may('register.edit') && <RemoveAlias unit={unit} name={name} />}
        </li>
      ))}
    </ul>
  );
}

/** Taken away at once, and put back on a press. */
function RemoveAlias({ unit, name }: { unit: number; name: string }): ReactNode {
  const words = useWords(registerWords);
  const undoable = useUndoToast();
  const { message } = App.useApp();
  const remove = useAct('DELETE /units/{unit}/aliases/{name}');
  const add = useAct('POST /units/{unit}/aliases');
  const undo = () => add.mutate({ params: { unit }, body: { name } });
  return (
    <Button
      type="text"
      size="small"
      aria-label={words.aliasRemove(name)}
      icon={<Icon name="cross" size={14} />}
      onClick={() =>
        // The button is gone once it is done: what follows must not hang on it.
        remove.mutateAsync({ params: { unit, name } }).then(
          () => undoable({ text: words.aliasRemoved(name), undo }),
          (error: Error) => void message.error(error.message),
        )
      }
    />
  );
}
