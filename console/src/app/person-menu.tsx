import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../session/session.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/dictionary.ts';
import { speak, useLanguage } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { roleWords } from '../words/states.ts';
import { type Choice, chooseTheme, useTheme } from './theme.ts';
import { askForTour } from './tour-door.tsx';

/** Who I am here, how it looks and speaks, and the way out. */
export function PersonMenu(): ReactNode {
  const words = useWords(shellWords);
  const { me } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      content={<PersonList close={() => setOpen(false)} />}
      destroyOnHidden
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="bottomRight"
    >
      <Button
        type="text"
        className="person-button"
        aria-label={`${words.person}: ${me.name}`}
        aria-expanded={isOpen}
        icon={<Icon name="person" size={20} />}
      >
        <span className="person-name">{me.name}</span>
      </Button>
    </Popover>
  );
}

function PersonList({ close }: { close(): void }): ReactNode {
  const words = useWords(shellWords);
  const roles = useWords(roleWords);
  const { me, isUnit, signOut } = useSession();
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className="person-list">
      <p>
        <strong>{me.name}</strong>
      </p>
      <ul className="quiet">
        {me.posts.map(({ id, role, unit, region }) => (
          <li key={id}>{`${unit ?? region} · ${roles[role]}`}</li>
        ))}
      </ul>
      <ThemeChoice />
      <ul className="person-acts">
        <li>
          <Link to="/me" onClick={close}>
            {words.mySettings}
          </Link>
        </li>
        <li>
          <a href={guideAddress(language, isUnit)} target="_blank" rel="noreferrer">
            {words.guide}
          </a>
        </li>
        <li>
          <button
            type="button"
            onClick={() => {
              close();
              askForTour();
            }}
          >
            {words.tour}
          </button>
        </li>
        <li>
          <button type="button" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => speak(other)}>
            {other === 'en' ? words.english : words.chinese}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => void signOut()}>
            {words.signOut}
          </button>
        </li>
      </ul>
    </div>
  );
}

/** The guide stands on the public side: it is read and printed without signing in. */
function guideAddress(language: 'zh' | 'en', isUnit: boolean): string {
  return `/public${language === 'en' ? '/en' : ''}/guide/${isUnit ? 'unit' : 'office'}`;
}

const themes = ['system', 'light', 'dark'] as const satisfies readonly Choice[];

function ThemeChoice(): ReactNode {
  const words = useWords(shellWords);
  const { choice } = useTheme();
  return (
    <fieldset className="theme-choice">
      <legend>{words.theme}</legend>
      {themes.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="theme"
            checked={choice === one}
            onChange={() => chooseTheme(one)}
          />
          {one === 'system' ? words.bySystem : words[one]}
        </label>
      ))}
    </fieldset>
  );
}
