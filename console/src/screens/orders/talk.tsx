import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Person } from '../../parts/person.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import { useDates } from '../../words/use-figures.ts';
import { TalkActs } from './talk-acts.tsx';

export type TalkSheet = Answer<'GET /talks/{talk}'>;

/** One talk: who came, what was found, what was promised and whether it was kept. */
export default function Talk(): ReactNode {
  const { talk = '' } = useParams();
  const id = Number(talk);
  const words = useWords(orderWords);
  const { data, error, refetch } = useAsk('GET /talks/{talk}', { params: { talk: id } });
  return (
    <SideSheet title={data ? words.talkOf(data.unit) : words.talk} backTo="/talks">
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && data.id === id && <Sheet talk={data} />}
    </SideSheet>
  );
}

function Sheet({ talk }: { talk: TalkSheet }): ReactNode {
  const words = useWords(orderWords);
  const dates = useDates();
  return (
    <>
      <div className="finding-head">
        <StateTag thing="talk" state={talk.state} />
        <Link to={`/escalations/${talk.escalationId}`}>{words.ladder}</Link>
      </div>
      <TalkActs talk={talk} />
      <dl className="facts">
        <div>
          <dt>{words.scheduledFor}</dt>
          <dd>{talk.scheduledFor === null ? '—' : dates.instant(talk.scheduledFor)}</dd>
        </div>
        <div>
          <dt>{words.place}</dt>
          <dd>{talk.talkPlace ?? '—'}</dd>
        </div>
      </dl>
      {talk.heldAt !== null && (
        <>
          <section>
            <h3>{words.attendees}</h3>
            <ul className="plain-rows">
              {talk.attendees.map(({ name, post }) => (
                <li key={`${name}${post}`}>
                  <Person name={name} post={post} />
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3>{words.talkFacts}</h3>
            <p className="prose">{talk.facts}</p>
          </section>
          <Promises talk={talk} />
        </>
      )}
    </>
  );
}

function Promises({ talk }: { talk: TalkSheet }): ReactNode {
  const words = useWords(orderWords);
  const dates = useDates();
  const isOver = talk.followedUpAt !== null;
  return (
    <section>
      <h3>{words.promises}</h3>
      {talk.promises.length === 0 && <p className="quiet">{words.noPromises}</p>}
      <ul className="plain-rows">
        {talk.promises.map(({ text, dueOn, keptAt }) => (
          <li key={text}>
            <span>{text}</span>
            <span className="quiet">{dates.day(dueOn)}</span>
            {keptAt !== null && <Tag tone="green">{words.kept}</Tag>}
            {keptAt === null && isOver && <Tag tone="red">{words.notKept}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  );
}
