import { Input, Modal } from 'antd';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAsk } from '../api/use-ask.ts';
import { useSession } from '../session/session.tsx';
import { useWords } from '../words/dictionary.ts';
import { shellWords, titleWords } from '../words/shell.ts';
import { screens } from './screens.ts';

/** At most so many of each kind: who sees more types more. */
const FOUND = 8;

interface Hit {
  key: string;
  group: string;
  name: string;
  hint: string;
  to: string;
}

/** Finds sites, units and screens by what people call them; ↑ ↓ choose, Enter opens. */
export default function SearchBox({ close }: { close(): void }): ReactNode {
  const words = useWords(shellWords);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const { hits, isAsking } = useHits(useDeferredValue(text.trim()));
  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    close();
    void navigate(hit.to);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setChosen((now) => (now + step + hits.length) % hits.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(hits[chosen]);
  };
  return (
    <Modal open onCancel={close} footer={null} closable={false} width={600} title={null}>
      <div className="search-box" role="search">
        <Input
          autoFocus
          size="large"
          value={text}
          placeholder={words.searchPlaceholder}
          aria-label={words.searchHint}
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          {...(hits[chosen] && { 'aria-activedescendant': `${listId}-${chosen}` })}
          onKeyDown={press}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
        />
        <HitList id={listId} hits={hits} chosen={chosen} choose={setChosen} open={open} />
        {hits.length === 0 && (
          <p className="quiet" role="status">
            {text === '' || isAsking ? words.searchStart : words.searchEmpty}
          </p>
        )}
      </div>
    </Modal>
  );
}

function HitList({
  id,
  hits,
  chosen,
  choose,
  open,
}: {
  id: string;
  hits: readonly Hit[];
  chosen: number;
  choose(index: number): void;
  open(hit: Hit): void;
}): ReactNode {
  const words = useWords(shellWords);
  return (
    <div role="listbox" id={id} aria-label={words.searchHint} className="search-hits">
      {hits.map((hit, index) => (
        <div key={hit.key}>
          {hit.group !== hits[index - 1]?.group && (
            <p className="search-group" role="presentation">
              {hit.group}
            </p>
          )}
          {/* The field above has the keys. */}
          <div
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === chosen}
            tabIndex={-1}
            className="search-hit"
            onClick={() => open(hit)}
            onMouseMove={() => choose(index)}
          >
            <span>{hit.name}</span>
            <span className="quiet">{hit.hint}</span>
          </div>
        </div>
      ))}
    </div>
  );
}

function useHits(q: string): { hits: Hit[]; isAsking: boolean } {
  const words = useWords(shellWords);
  const titles = useWords(titleWords);
  const { may } = useSession();
  const when = q !== '' && may('register.read');
  const sites = useAsk('GET /sites', { query: { q, limit: FOUND }, when });
  const units = useAsk('GET /units', { query: { q, limit: FOUND }, when });
  const screenHits = screens
    .filter(({ path, needs }) => !path.includes(':') && (needs === 'signed-in' || needs.some(may)))
    .map(({ path, title }) => ({ path, name: titles[title] }))
    .filter(({ name }) => q === '' || name.toLowerCase().includes(q.toLowerCase()))
    .map(({ path, name }) => hit(words.groupScreens, `screen-${path}`, name, '', path));
  if (q === '') return { hits: screenHits, isAsking: false };
  const siteHits = (when ? (sites.data?.items ?? []) : []).map((one) =>
    hit(words.groupSites, `site-${one.id}`, one.name, hostOf(one.homepage), `/sites/${one.id}`),
  );
  const unitHits = (when ? (units.data?.items ?? []) : []).map((one) =>
    hit(words.groupUnits, `unit-${one.id}`, one.name, one.region, `/sites?unit=${one.id}`),
  );
  return {
    hits: [...siteHits, ...unitHits, ...screenHits],
    isAsking: sites.isFetching || units.isFetching,
  };
}

function hit(group: string, key: string, name: string, hint: string, to: string): Hit {
  return { group, key, name, hint, to };
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
