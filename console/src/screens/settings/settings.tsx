import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PageHead } from '../../parts/page-head.tsx';
import { useWords } from '../../words/dictionary.ts';
import { settingsWords } from '../../words/settings.ts';
import { useSettingsPages } from './settings-pages.ts';
import './settings.css';

/** What may be looked after, each with a line that says what it is for. */
export default function Settings(): ReactNode {
  const words = useWords(settingsWords);
  return (
    <>
      <PageHead title={words.title} />
      <ul className="settings-index">
        {useSettingsPages().map(({ name, to }) => (
          <li key={name} className="panel">
            <h2>
              <Link to={to}>{words.pages[name]}</Link>
            </h2>
            <p className="quiet">{words.about[name]}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
