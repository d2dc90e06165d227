import { App, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { Person } from '../../parts/person.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { meWords } from '../../words/me.ts';
import { roleWords } from '../../words/states.ts';
import { ChangePassword } from './change-password.tsx';
import { SecondFactor } from './second-factor.tsx';
import './me.css';

/** Who I am here: posts, second factor, password, mail. */
export default function MeScreen(): ReactNode {
  const words = useWords(meWords);
  const { me } = useSession();
  return (
    <div className="me">
      <PageHead title={words.title} facts={<Person name={me.name} post={me.login} />} />
      <Panel title={words.posts}>
        <Posts />
      </Panel>
      <Panel title={words.secondFactor}>
        <SecondFactor />
      </Panel>
      <Panel title={words.mailChoice}>
        <MailChoice />
      </Panel>
      <Panel title={words.password}>
        <ChangePassword />
      </Panel>
    </div>
  );
}

function Posts(): ReactNode {
  const roles = useWords(roleWords);
  const { me } = useSession();
  return (
    <ul className="posts">
      {me.posts.map(({ id, role, region, unit }) => (
        <li key={id}>
          <strong>{roles[role]}</strong>
          <span>{unit === null ? region : `${region} · ${unit}`}</span>
        </li>
      ))}
    </ul>
  );
}

function MailChoice(): ReactNode {
  const words = useWords(meWords);
  const { me } = useSession();
  const { message } = App.useApp();
  const { data } = useAsk('GET /notices/choice');
  const choose = useAct('PUT /notices/choice', ['GET /notices/choice']);
  if (me.mail === null) return <p className="quiet">{words.noMail}</p>;
  const labels = [words.mailKinds, words.mailMorning, words.mailNone];
  const values = ['kinds', 'digest', 'none'] as const;
  return (
    <Radio.Group
      vertical
      value={data?.mail}
      onChange={({ target }) =>
        choose.mutate(
          { body: { mail: target.value } },
          {
            onSuccess: () => void message.success(words.saved),
            onError: (error) => void message.error(error.message),
          },
        )
      }
      options={values.map((value, index) => ({ value, label: labels[index] ?? value }))}
    />
  );
}
