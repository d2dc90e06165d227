import { Badge, Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useAct, useAsk } from '../api/use-ask.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words/dictionary.ts';
import { useLanguage } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { useDates } from '../words/use-figures.ts';

/** How often the bell looks: a minute is soon enough for what also comes by mail. */
const EVERY_MS = 60_000;
const SHOWN = 20;

export function NoticeBell(): ReactNode {
  const words = useWords(shellWords);
  const [isOpen, setOpen] = useState(false);
  const { data } = useAsk('GET /notices', { query: { limit: SHOWN }, everyMs: EVERY_MS });
  const unread = data?.unread ?? 0;
  return (
    <Popover
      content={<NoticeList close={() => setOpen(false)} />}
      destroyOnHidden
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomRight"
    >
      <Button
        type="text"
        className="bell"
        aria-label={unread > 0 ? words.noticesUnread(unread) : words.notices}
        aria-expanded={isOpen}
        icon={
          <Badge count={unread} size="small" overflowCount={99}>
            <Icon name="bell" size={20} />
          </Badge>
        }
      />
    </Popover>
  );
}

function NoticeList({ close }: { close(): void }): ReactNode {
  const words = useWords(shellWords);
  const language = useLanguage();
  const dates = useDates();
  const { data } = useAsk('GET /notices', { query: { limit: SHOWN }, everyMs: EVERY_MS });
  const readOne = useAct('POST /notices/{notice}/read', ['GET /notices']);
  const readAll = useAct('POST /notices/read', ['GET /notices']);
  if (!data) return <Skeleton lines={4} />;
  const newest = data.items[0];
  if (!newest) return <EmptyState title={words.noNotices} />;
  return (
    <div className="notices">
      <ul>
        {data.items.map((notice) => (
          <li key={notice.id} data-unread={notice.readAt === null}>
            <Link
              to={pathOf(notice.link)}
              onClick={() => {
                if (notice.readAt === null) readOne.mutate({ params: { notice: notice.id } });
                close();
              }}
            >
              <strong>{notice[language].title}</strong>
              <span>{notice[language].text}</span>
              <time dateTime={notice.createdAt}>{dates.instant(notice.createdAt)}</time>
            </Link>
          </li>
        ))}
      </ul>
      {data.unread > 0 && (
        <Button block type="text" onClick={() => readAll.mutate({ body: { upTo: newest.id } })}>
          {words.markAllRead}
        </Button>
      )}
    </div>
  );
}

/** Links of notices are addresses of this service: the path is the screen's. */
function pathOf(link: string): string {
  const url = new URL(link, location.origin);
  return url.pathname + url.search;
}
