import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAskAll } from '../../api/use-ask.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useIsPhone } from '../../parts/use-media.ts';
import { useSession } from '../../session/session.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { dayOf } from '../../words/figures.ts';
import { channelKindWords, siteWords } from '../../words/sites.ts';
import { useDates } from '../../words/use-figures.ts';
import { CorrectChannel } from './correct-channel.tsx';
import { type Channel, FreshnessBar, usePeriodWords } from './freshness-bar.tsx';
import type { SiteSheet } from './site-sheet.ts';

const PAGE = 200;

/** The channels of a site as the tree they are, each with how much of its clock is used. */
export function SiteChannels({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(siteWords);
  const { more } = useWords(commonWords);
  const list = useAskAll('GET /sites/{site}/channels', {
    params: { site: site.id },
    query: { limit: PAGE },
  });
  const [corrected, setCorrected] = useState<Channel | null>(null);
  if (list.error) return <ErrorState error={list.error} retry={list.refetch} />;
  if (!list.data) return <Skeleton lines={10} />;
  const channels = list.data.pages.flatMap(({ items }) => items);
  if (channels.length === 0) {
    return <EmptyState title={words.channelsEmpty} hint={words.channelsEmptyHint} />;
  }
  return (
    <Panel title={words.channelsTitle}>
      <ChannelTree channels={channels} correct={setCorrected} />
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {more}
        </Button>
      )}
      {corrected && <CorrectChannel channel={corrected} close={() => setCorrected(null)} />}
    </Panel>
  );
}

interface Row {
  key: string;
  depth: number;
  name: string;
  /** Null: only a heading above channels. */
  channel: Channel | null;
}

/** Rows in the order of the paths; a level that is no channel itself gets a heading. */
function rowsOf(channels: readonly Channel[]): Row[] {
  const known = new Set(channels.map(({ path }) => path.join('>')));
  const rows: Row[] = [];
  for (const channel of channels) {
    const { path, name, id } = channel;
    for (let depth = 0; depth < path.length - 1; depth++) {
      const above = path.slice(0, depth + 1).join('>');
      if (known.has(above)) continue;
      known.add(above);
      rows.push({ key: above, depth, name: path[depth] ?? '', channel: null });
    }
    const depth = Math.max(0, path.length - 1);
    rows.push({ key: String(id), depth, name: path.at(-1) ?? name, channel });
  }
  return rows;
}

function ChannelTree({
  channels,
  correct,
}: {
  channels: readonly Channel[];
  correct(channel: Channel): void;
}): ReactNode {
  const words = useWords(siteWords);
  const isPhone = useIsPhone();
  const { may } = useSession();
  const mayEdit = may('channel.edit');
  // By the day that was looked at last: the bar says what is known, not what is hoped.
  const today = channels
    .flatMap(({ lookedOn }) => lookedOn ?? [])
    .toSorted()
    .at(-1);
  const rows = rowsOf(channels);
  const day = today ?? dayOf(new Date().toISOString());
  const Content = isPhone ? ChannelCard : ChannelRow;
  const body = rows.map((row) => (
    <Content
      key={row.key}
      row={row}
      today={day}
      isLooked={today !== undefined}
      correct={mayEdit ? correct : null}
    />
  ));
  if (isPhone) return <ul className="cards">{body}</ul>;
  return (
    <div className="table-scroll" role="region" aria-label={words.channelsTitle} tabIndex={0}>
      <table className="channel-tree">
        <caption className="visually-hidden">{words.channelsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.channel}</th>
            <th scope="col">{words.channelKind}</th>
            <th scope="col">{words.freshness}</th>
            <th scope="col">{words.left}</th>
            <th scope="col">{words.newest}</th>
            <th scope="col">{words.origin}</th>
          </tr>
        </thead>
        <tbody>{body}</tbody>
      </table>
    </div>
  );
}

interface RowProps {
  row: Row;
  today: string;
  isLooked: boolean;
  /** Null: who looks may not correct. */
  correct: ((channel: Channel) => void) | null;
}

function ChannelRow({ row, today, isLooked, correct }: RowProps): ReactNode {
  const kinds = useWords(channelKindWords);
  const period = usePeriodWords();
  const { channel, depth, name } = row;
  const indent = { paddingInlineStart: 12 + depth * 20 };
  if (channel === null) {
    return (
      <tr className="channel-heading">
        <td colSpan={6} style={indent}>
          {name}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td style={indent}>
        <a href={channel.url} target="_blank" rel="noreferrer">
          {name}
        </a>
      </td>
      <td>{kinds[channel.kind]}</td>
      <td>{period(channel.clock)}</td>
      <td>
        <FreshnessBar channel={channel} today={today} isLooked={isLooked} />
      </td>
      <td>
        <Newest channel={channel} />
      </td>
      <td>
        <Origin channel={channel} correct={correct} />
      </td>
    </tr>
  );
}

function ChannelCard({ row, today, isLooked, correct }: RowProps): ReactNode {
  const kinds = useWords(channelKindWords);
  const period = usePeriodWords();
  const { channel, name } = row;
  if (channel === null) return <li className="card-heading">{name}</li>;
  return (
    <li className="card">
      <div className="card-title">
        <a href={channel.url} target="_blank" rel="noreferrer">
          {channel.path.join(' › ') || name}
        </a>
      </div>
      <p className="quiet">{`${kinds[channel.kind]} · ${period(channel.clock)}`}</p>
      <div>
        <FreshnessBar channel={channel} today={today} isLooked={isLooked} />
      </div>
      {channel.newestOn !== null && <Newest channel={channel} />}
      <div>
        <Origin channel={channel} correct={correct} />
      </div>
    </li>
  );
}

function Newest({ channel }: { channel: Channel }): ReactNode {
  const dates = useDates();
  if (channel.newestOn === null) return <span className="quiet">—</span>;
  return (
    <span className="newest">
      <span className="figures">{dates.day(channel.newestOn)}</span>
      <span lang="zh-CN">{channel.newestTitle}</span>
    </span>
  );
}

function Origin({
  channel,
  correct,
}: {
  channel: Channel;
  correct: RowProps['correct'];
}): ReactNode {
  const words = useWords(siteWords);
  return (
    <span className="channel-origin">
      <Tag tone={channel.origin === 'discovered' ? 'grey' : 'blue'}>{words[channel.origin]}</Tag>
      {correct && (
        <Button
          size="small"
          type="link"
          aria-label={`${words.correctChannel}: ${channel.name}`}
          onClick={() => correct(channel)}
        >
          {words.correctChannel}
        </Button>
      )}
    </span>
  );
}
