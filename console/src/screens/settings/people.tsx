import { App, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, Outlet, useNavigate, useParams } from 'react-router';
import { type Item, useAct } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FormModal, useRequired } from '../../parts/form-modal.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { settingsWords } from '../../words/settings.ts';
import { roleWords } from '../../words/states.ts';
import { SettingsNav } from './settings-nav.tsx';
import './settings.css';

type Person = Item<'GET /people'>;

/** Who works here, with what posts; one opens beside the list. */
export default function People(): ReactNode {
  const words = useWords(settingsWords);
  const { may } = useSession();
  const { person } = useParams();
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHead title={words.pages.people}>
        {may('person.edit') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {words.addPerson}
          </Button>
        )}
      </PageHead>
      <SettingsNav />
      <DataTable
        route="GET /people"
        label={words.pages.people}
        columns={useColumns()}
        rowKey={({ id }) => id}
        isCurrent={({ id }) => String(id) === person}
        empty={{ title: words.peopleEmpty }}
      />
      {isAdding && <AddPerson close={() => setAdding(false)} />}
      <Outlet />
    </>
  );
}

function useColumns(): Column<Person>[] {
  const words = useWords(settingsWords);
  const roles = useWords(roleWords);
  return [
    {
      key: 'name',
      title: words.name,
      card: 'title',
      render: ({ id, name }) => <Link to={`/settings/people/${id}`}>{name}</Link>,
    },
    { key: 'login', title: words.login, width: 160, render: ({ login }) => login },
    {
      key: 'posts',
      title: words.posts,
      render: ({ posts }) =>
        posts.length === 0 ? (
          <span className="quiet">{words.noPosts}</span>
        ) : (
          <ul>
            {posts.map(({ id, role, region, unit }) => (
              <li key={id}>{`${roles[role]} · ${unit ?? region}`}</li>
            ))}
          </ul>
        ),
    },
    {
      key: 'factor',
      title: words.secondFactor,
      width: 110,
      render: ({ hasSecondFactor }) => (hasSecondFactor ? words.hasFactor : words.noFactor),
    },
    {
      key: 'state',
      title: words.state,
      width: 90,
      render: ({ disabledAt }) => (
        <Tag tone={disabledAt === null ? 'green' : 'grey'}>
          {disabledAt === null ? words.active : words.disabled}
        </Tag>
      ),
    },
  ];
}

interface Given {
  login: string;
  name: string;
  mail?: string;
  password: string;
}

function AddPerson({ close }: { close(): void }): ReactNode {
  const words = useWords(settingsWords);
  const required = useRequired();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const add = useAct('POST /people');
  return (
    <FormModal<Given>
      title={words.addPerson}
      hint={words.needsCode}
      error={add.error}
      isBusy={add.isPending}
      close={close}
      send={({ mail, ...given }) =>
        add.mutate(
          { body: { ...given, mail: mail?.trim() || null } },
          {
            onSuccess: ({ id }) => {
              void message.success(words.personAdded);
              close();
              void navigate(`/settings/people/${id}`);
            },
          },
        )
      }
    >
      <Form.Item name="name" label={words.name} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="login" label={words.login} rules={required}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="mail" label={words.mail} rules={[{ type: 'email' }]}>
        <Input maxLength={200} />
      </Form.Item>
      <PasswordItem />
    </FormModal>
  );
}

/** A first password, or a new one. */
export function PasswordItem(): ReactNode {
  const words = useWords(settingsWords);
  return (
    <Form.Item
      name="password"
      label={words.password}
      extra={words.passwordHint}
      rules={[{ required: true, min: 10, message: words.passwordShort }]}
    >
      <Input.Password autoComplete="new-password" maxLength={200} />
    </Form.Item>
  );
}
