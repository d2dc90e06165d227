import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import type { Answer } from '../../api/ask.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FormModal } from '../../parts/form-modal.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useUndoToast } from '../../parts/undo-toast.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { settingsWords } from '../../words/settings.ts';
import { roleWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import { GivePost } from './give-post.tsx';
import { PasswordItem } from './people.tsx';

export type PersonSheet = Answer<'GET /people/{person}'>;

/** One person: posts given and taken, the account disabled, password and second factor reset. */
export default function PersonScreen(): ReactNode {
  const { person = '' } = useParams();
  const id = Number(person);
  const words = useWords(settingsWords);
  const { data, error, refetch } = useAsk('GET /people/{person}', { params: { person: id } });
  return (
    <SideSheet title={data?.name ?? words.pages.people} backTo="/settings/people">
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && data.id === id && <Sheet person={data} />}
    </SideSheet>
  );
}

function Sheet({ person }: { person: PersonSheet }): ReactNode {
  const words = useWords(settingsWords);
  const dates = useDates();
  const { may } = useSession();
  const facts = [
    [words.login, person.login],
    [words.mail, person.mail ?? '—'],
    [words.secondFactor, person.hasSecondFactor ? words.hasFactor : words.noFactor],
    [words.state, person.disabledAt === null ? words.active : words.disabled],
    [words.createdAt, dates.day(person.createdAt)],
  ] as const;
  return (
    <>
      <dl className="facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h3>{words.posts}</h3>
        <Posts person={person} />
      </section>
      {may('person.edit') && <Acts person={person} />}
    </>
  );
}

function Posts({ person }: { person: PersonSheet }): ReactNode {
  const words = useWords(settingsWords);
  const roles = useWords(roleWords);
  const { may } = useSession();
  const { message } = App.useApp();
  const undoToast = useUndoToast();
  const take = useAct('DELETE /people/{person}/posts/{post}');
  const give = useAct('POST /people/{person}/posts');
  const takeAway = ({ id, role, regionId, unitId }: PersonSheet['posts'][number]) =>
    take.mutate(
      { params: { person: person.id, post: id } },
      {
        onSuccess: () =>
          undoToast({
            text: words.postTaken,
            undo: () =>
              give.mutate({ params: { person: person.id }, body: { role, regionId, unitId } }),
          }),
        onError: (error) => void message.error(error.message),
      },
    );
  return (
    <ul className="plain-rows">
      {person.posts.length === 0 && <li className="quiet">{words.noPosts}</li>}
      {person.posts.map((post) => (
        <li key={post.id}>
          <strong>{roles[post.role]}</strong>
          <span>{post.unit === null ? post.region : `${post.region} · ${post.unit}`}</span>
          {may('person.edit') && (
            <Button size="small" onClick={() => takeAway(post)}>
              {words.takePost}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Acts({ person }: { person: PersonSheet }): ReactNode {
  const words = useWords(settingsWords);
  const { message } = App.useApp();
  const [opened, setOpened] = useState<'post' | 'reset' | null>(null);
  const undoable = useUndoToast();
  const disable = useAct('PUT /people/{person}/disabled');
  const isDisabled = person.disabledAt !== null;
  return (
    <div className="account-acts">
      <Button type="primary" onClick={() => setOpened('post')}>
        {words.givePost}
      </Button>
      <Button onClick={() => setOpened('reset')}>{words.reset}</Button>
      <Button
        danger={!isDisabled}
        loading={disable.isPending}
        onClick={() => {
          const change = (to: boolean) => ({
            params: { person: person.id },
            body: { isDisabled: to },
          });
          disable.mutate(change(!isDisabled), {
            onSuccess: () =>
              undoable({
                text: isDisabled ? words.enabledDone : words.disabledDone,
                undo: () => disable.mutate(change(isDisabled)),
              }),
            onError: (error) => void message.error(error.message),
          });
        }}
      >
        {isDisabled ? words.enable : words.disable}
      </Button>
      <p className="quiet">{words.needsCode}</p>
      {opened === 'post' && <GivePost person={person.id} close={() => setOpened(null)} />}
      {opened === 'reset' && <Reset person={person.id} close={() => setOpened(null)} />}
    </div>
  );
}

function Reset({ person, close }: { person: number; close(): void }): ReactNode {
  const words = useWords(settingsWords);
  const { message } = App.useApp();
  const reset = useAct('POST /people/{person}/reset');
  return (
    <FormModal<{ password: string }>
      title={words.reset}
      hint={words.resetHint}
      error={reset.error}
      isBusy={reset.isPending}
      close={close}
      send={(body) =>
        reset.mutate(
          { params: { person }, body },
          {
            onSuccess: () => {
              void message.success(words.resetDone);
              close();
            },
          },
        )
      }
    >
      <PasswordItem />
    </FormModal>
  );
}
